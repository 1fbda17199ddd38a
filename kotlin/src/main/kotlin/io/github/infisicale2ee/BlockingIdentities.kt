package io.github.infisicale2ee

import java.time.Duration as JavaDuration
import kotlin.time.Duration
import kotlin.time.toKotlinDuration

/** [Identities] with calls that block. */
public class BlockingIdentities
internal constructor(private val identities: Identities, private val timeout: Duration?) {
    /** See [Identities.create]. */
    @JvmOverloads
    public fun create(name: String, organization: String? = null, role: String? = null): Identity =
        blocking("name" to name) {
            identities.create(name, organization, role, timeout)
        }

    /** See [Identities.list]. */
    @JvmOverloads
    public fun list(organization: String? = null): List<Identity> = blocking {
        identities.list(organization, timeout)
    }

    /** See [Identities.delete]. */
    public fun delete(id: String): Unit = blocking("id" to id) { identities.delete(id, timeout) }

    /** See [Identities.update]; `null` leaves the name or role as it is. */
    public fun update(id: String, newName: String?, role: String?): Identity =
        blocking("id" to id) {
            identities.update(id, newName, role, timeout)
        }

    /** See [Identities.projects]. */
    public fun projects(id: String): List<IdentityProject> =
        blocking("id" to id) {
            identities.projects(id, timeout)
        }

    /** See [Identities.attachUniversalAuth]. */
    @JvmOverloads
    public fun attachUniversalAuth(
        id: String,
        settings: UniversalAuthSettings = UniversalAuthSettings(),
    ): String =
        blocking("id" to id, "settings" to settings) {
            identities.attachUniversalAuth(id, settings.native, timeout)
        }

    /** See [Identities.universalAuth]. */
    public fun universalAuth(id: String): UniversalAuth =
        blocking("id" to id) {
            identities.universalAuth(id, timeout)
        }

    /** See [Identities.updateUniversalAuth]. */
    public fun updateUniversalAuth(id: String, settings: UniversalAuthSettings): UniversalAuth =
        blocking("id" to id, "settings" to settings) {
            identities.updateUniversalAuth(id, settings.native, timeout)
        }

    /** See [Identities.detachUniversalAuth]. */
    public fun detachUniversalAuth(id: String): Unit =
        blocking("id" to id) {
            identities.detachUniversalAuth(id, timeout)
        }

    /** See [Identities.createClientSecret]. */
    @JvmOverloads
    public fun createClientSecret(
        id: String,
        description: String? = null,
        expiresIn: JavaDuration? = null,
        maxUses: Long? = null,
    ): CreatedClientSecret =
        blocking("id" to id) {
            identities.createClientSecret(
                id,
                description,
                expiresIn?.toKotlinDuration(),
                maxUses,
                timeout,
            )
        }

    /** See [Identities.listClientSecrets]. */
    public fun listClientSecrets(id: String): List<ClientSecretInfo> =
        blocking("id" to id) {
            identities.listClientSecrets(id, timeout)
        }

    /** See [Identities.revokeClientSecret]. */
    public fun revokeClientSecret(id: String, clientSecretId: String): Unit =
        blocking("id" to id, "clientSecretId" to clientSecretId) {
            identities.revokeClientSecret(id, clientSecretId, timeout)
        }

    /** See [Identities.attachTokenAuth]. */
    @JvmOverloads
    public fun attachTokenAuth(
        id: String,
        settings: TokenAuthSettings = TokenAuthSettings(),
    ): TokenAuth =
        blocking("id" to id, "settings" to settings) {
            identities.attachTokenAuth(id, settings.native, timeout)
        }

    /** See [Identities.tokenAuth]. */
    public fun tokenAuth(id: String): TokenAuth =
        blocking("id" to id) { identities.tokenAuth(id, timeout) }

    /** See [Identities.updateTokenAuth]. */
    public fun updateTokenAuth(id: String, settings: TokenAuthSettings): TokenAuth =
        blocking("id" to id, "settings" to settings) {
            identities.updateTokenAuth(id, settings.native, timeout)
        }

    /** See [Identities.detachTokenAuth]. */
    public fun detachTokenAuth(id: String): Unit =
        blocking("id" to id) {
            identities.detachTokenAuth(id, timeout)
        }

    /** See [Identities.createAccessToken]. */
    @JvmOverloads
    public fun createAccessToken(id: String, name: String? = null): CreatedAccessToken =
        blocking("id" to id) {
            identities.createAccessToken(id, name, timeout)
        }

    /** See [Identities.listAccessTokens]. */
    public fun listAccessTokens(id: String): List<AccessTokenInfo> =
        blocking("id" to id) {
            identities.listAccessTokens(id, timeout)
        }

    /** See [Identities.renameAccessToken]. */
    public fun renameAccessToken(tokenId: String, newName: String): Unit =
        blocking("tokenId" to tokenId, "newName" to newName) {
            identities.renameAccessToken(tokenId, newName, timeout)
        }

    /** See [Identities.revokeAccessToken]. */
    public fun revokeAccessToken(tokenId: String): Unit =
        blocking("tokenId" to tokenId) {
            identities.revokeAccessToken(tokenId, timeout)
        }

    /** See [Identities.addToProject]. */
    @JvmOverloads
    public fun addToProject(id: String, role: String, project: String? = null): Unit =
        blocking("id" to id, "role" to role) {
            identities.addToProject(id, role, project, timeout)
        }

    /** See [Identities.listInProject]. */
    @JvmOverloads
    public fun listInProject(project: String? = null): List<ProjectIdentity> = blocking {
        identities.listInProject(project, timeout)
    }

    /** See [Identities.setRoleInProject]. */
    @JvmOverloads
    public fun setRoleInProject(id: String, role: String, project: String? = null): Unit =
        blocking("id" to id, "role" to role) {
            identities.setRoleInProject(id, role, project, timeout)
        }

    /** See [Identities.removeFromProject]. */
    @JvmOverloads
    public fun removeFromProject(id: String, project: String? = null): Unit =
        blocking("id" to id) {
            identities.removeFromProject(id, project, timeout)
        }
}
