package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeTokenAuthSettings
import io.github.infisicale2ee.internal.NativeUniversalAuthSettings
import kotlin.time.Duration
import kotlin.time.DurationUnit

/**
 * Machine identities, on servers of 2024 and later. A program becomes one with its client id and
 * client secret after four steps: [create], [attachUniversalAuth], [createClientSecret],
 * [addToProject]. On servers since autumn 2024 a user can make its access token instead:
 * [attachTokenAuth], [createAccessToken].
 *
 * Every call fails with [UnsupportedByServerException] on May 2023 servers, and with
 * [PermissionDeniedException] for other credentials than a user's, or without the role.
 * `organization` is its id; by default the client's, or the only one the user belongs to. `timeout`
 * is the longest a call may take, if less than the client's deadline.
 */
public class Identities internal constructor(private val connection: Connection) {
    /**
     * Makes an identity in an organization. Alone it can do nothing.
     *
     * @param name its name, for people.
     * @param role its role in the organization: `admin`, `member` or `no-access`, which is the
     *   default.
     * @throws InvalidInputException if the name is empty or the role unknown, or the user belongs
     *   to several organizations and none is named.
     */
    public suspend fun create(
        name: String,
        organization: String? = null,
        role: String? = null,
        timeout: Duration? = null,
    ): Identity {
        checkText("name" to name, "organization" to organization, "role" to role)
        return connection.call(timeout) { Identity(createIdentity(name, organization, role, it)) }
    }

    /**
     * Every identity of an organization.
     *
     * @throws InvalidInputException if the user belongs to several organizations and none is named.
     */
    public suspend fun list(
        organization: String? = null,
        timeout: Duration? = null,
    ): List<Identity> {
        checkText("organization" to organization)
        return connection.call(timeout) { listIdentities(organization, it).map(::Identity) }
    }

    /**
     * Deletes an identity. Its client secrets and access tokens stop working.
     *
     * @throws NotFoundException if there is none of that id.
     */
    public suspend fun delete(id: String, timeout: Duration? = null) {
        checkText("id" to id)
        connection.call(timeout) { deleteIdentity(id, it) }
    }

    /**
     * Gives an identity another name, role in the organization, or both.
     *
     * @param id the identity's id.
     * @param newName its new name; unchanged by default.
     * @param role its new role, as in [create]; unchanged by default.
     * @throws NotFoundException if there is none of that id.
     * @throws InvalidInputException if nothing is to change, or the name is empty or the role
     *   unknown.
     */
    public suspend fun update(
        id: String,
        newName: String? = null,
        role: String? = null,
        timeout: Duration? = null,
    ): Identity {
        checkText("id" to id, "newName" to newName, "role" to role)
        return connection.call(timeout) { Identity(updateIdentity(id, newName, role, it)) }
    }

    /**
     * The projects an identity is in, with its roles there.
     *
     * @param id the identity's id.
     * @throws NotFoundException if there is none of that id.
     * @throws UnsupportedByServerException on servers before autumn 2024. Of later ones it is known
     *   from public source alone.
     */
    public suspend fun projects(id: String, timeout: Duration? = null): List<IdentityProject> {
        checkText("id" to id)
        return connection.call(timeout) { listIdentityProjects(id, it).map(::IdentityProject) }
    }

    /**
     * Lets an identity log in by universal auth, and gives its client id.
     *
     * @param id the identity's id.
     * @param accessTokenTtl how long an access token lasts unless it is renewed, in whole seconds;
     *   30 days by default.
     * @param accessTokenMaxTtl how long it lasts however often it is renewed, in whole seconds; 30
     *   days by default.
     * @param accessTokenMaxUses how many requests it is good for; without limit by default.
     * @param clientSecretTrustedIps from where client secrets are taken: addresses and networks,
     *   such as `10.0.0.1` and `10.0.0.0/8`; from everywhere by default. Some servers need a plan
     *   for it.
     * @param accessTokenTrustedIps from where access tokens are taken, likewise.
     * @throws NotFoundException if there is no identity of that id.
     * @throws InvalidInputException if a time is below one second or beyond the longest, a number
     *   of uses below one, a list is empty, an address is none, or it has universal auth already.
     */
    public suspend fun attachUniversalAuth(
        id: String,
        accessTokenTtl: Duration? = null,
        accessTokenMaxTtl: Duration? = null,
        accessTokenMaxUses: Long? = null,
        clientSecretTrustedIps: List<String>? = null,
        accessTokenTrustedIps: List<String>? = null,
        timeout: Duration? = null,
    ): String {
        val settings =
            universalAuthSettings(
                accessTokenTtl,
                accessTokenMaxTtl,
                accessTokenMaxUses,
                clientSecretTrustedIps,
                accessTokenTrustedIps,
            )
        return attachUniversalAuth(id, settings, timeout)
    }

    internal suspend fun attachUniversalAuth(
        id: String,
        settings: NativeUniversalAuthSettings,
        timeout: Duration?,
    ): String {
        checkText("id" to id)
        checkSettings(settings)
        return connection.call(timeout) { attachUniversalAuth(id, settings, it) }
    }

    /**
     * How an identity logs in by universal auth.
     *
     * @param id the identity's id.
     * @throws NotFoundException if there is no identity of that id, or it has no universal auth.
     */
    public suspend fun universalAuth(id: String, timeout: Duration? = null): UniversalAuth {
        checkText("id" to id)
        return connection.call(timeout) { UniversalAuth(getUniversalAuth(id, it)) }
    }

    /**
     * Changes how an identity logs in by universal auth. What is not given stays. Access tokens
     * that were given out keep their times and their number of uses, and follow the new addresses.
     *
     * @param id the identity's id.
     * @param accessTokenTtl as in [attachUniversalAuth]; unchanged by default.
     * @param accessTokenMaxTtl as in [attachUniversalAuth]; unchanged by default. To servers it
     *   cannot become shorter unless [accessTokenTtl] is given too.
     * @param accessTokenMaxUses how many requests it is good for, or 0 for any number; unchanged by
     *   default.
     * @param clientSecretTrustedIps as in [attachUniversalAuth], in place of all before; unchanged
     *   by default.
     * @param accessTokenTrustedIps likewise.
     * @throws NotFoundException if there is no identity of that id, or it has no universal auth.
     * @throws InvalidInputException if nothing is to change, a time is below one second or beyond
     *   the longest, a number of uses below zero, a list is empty, or an address is none.
     */
    public suspend fun updateUniversalAuth(
        id: String,
        accessTokenTtl: Duration? = null,
        accessTokenMaxTtl: Duration? = null,
        accessTokenMaxUses: Long? = null,
        clientSecretTrustedIps: List<String>? = null,
        accessTokenTrustedIps: List<String>? = null,
        timeout: Duration? = null,
    ): UniversalAuth {
        val settings =
            universalAuthSettings(
                accessTokenTtl,
                accessTokenMaxTtl,
                accessTokenMaxUses,
                clientSecretTrustedIps,
                accessTokenTrustedIps,
            )
        return updateUniversalAuth(id, settings, timeout)
    }

    internal suspend fun updateUniversalAuth(
        id: String,
        settings: NativeUniversalAuthSettings,
        timeout: Duration?,
    ): UniversalAuth {
        checkText("id" to id)
        checkSettings(settings)
        return connection.call(timeout) { UniversalAuth(updateUniversalAuth(id, settings, it)) }
    }

    /**
     * Takes universal auth from an identity. Its client secrets and the access tokens that were
     * given out for them stop working.
     *
     * @param id the identity's id.
     * @throws NotFoundException if there is no identity of that id, or it has no universal auth.
     * @throws UnsupportedByServerException on servers before autumn 2024. Of later ones it is known
     *   from public source alone.
     */
    public suspend fun detachUniversalAuth(id: String, timeout: Duration? = null) {
        checkText("id" to id)
        connection.call(timeout) { detachUniversalAuth(id, it) }
    }

    /**
     * Makes a client secret, whose text is told here once.
     *
     * To replace one: make another, hand it to the program, and revoke the old one with
     * [revokeClientSecret].
     *
     * @param id the identity's id.
     * @param description what it is for, for people; empty by default.
     * @param expiresIn how long it can be used to log in, in whole seconds; for ever by default.
     * @param maxUses how often it can be used to log in; without limit by default.
     * @throws NotFoundException if there is no identity of that id, or it has no universal auth.
     * @throws InvalidInputException for a time below one second or beyond the longest, or a number
     *   of uses below one.
     */
    public suspend fun createClientSecret(
        id: String,
        description: String? = null,
        expiresIn: Duration? = null,
        maxUses: Long? = null,
        timeout: Duration? = null,
    ): CreatedClientSecret {
        checkText("id" to id, "description" to description)
        return connection.call(timeout) {
            CreatedClientSecret(
                createClientSecret(
                    id,
                    description,
                    expiresIn?.toDouble(DurationUnit.SECONDS),
                    maxUses,
                    it,
                )
            )
        }
    }

    /**
     * The client secrets of an identity, without their text.
     *
     * @param id the identity's id.
     * @throws NotFoundException if there is no identity of that id, or it has no universal auth.
     */
    public suspend fun listClientSecrets(
        id: String,
        timeout: Duration? = null,
    ): List<ClientSecretInfo> {
        checkText("id" to id)
        return connection.call(timeout) { listClientSecrets(id, it).map(::ClientSecretInfo) }
    }

    /**
     * Revokes a client secret: nobody can log in with it from then on.
     *
     * @param id the identity's id.
     * @param clientSecretId the client secret's id, as in [ClientSecretInfo].
     * @throws NotFoundException if the identity has no such client secret.
     */
    public suspend fun revokeClientSecret(
        id: String,
        clientSecretId: String,
        timeout: Duration? = null,
    ) {
        checkText("id" to id, "clientSecretId" to clientSecretId)
        connection.call(timeout) { revokeClientSecret(id, clientSecretId, it) }
    }

    /**
     * Lets users make access tokens for an identity, with [createAccessToken].
     *
     * @param id the identity's id.
     * @param accessTokenTtl how long an access token lasts unless it is renewed, in whole seconds;
     *   30 days by default.
     * @param accessTokenMaxTtl how long it lasts however often it is renewed, in whole seconds; 30
     *   days by default.
     * @param accessTokenMaxUses how many requests it is good for; without limit by default.
     * @param accessTokenTrustedIps from where it is taken: addresses and networks, such as
     *   `10.0.0.1` and `10.0.0.0/8`; from everywhere by default. Some servers need a plan for it.
     * @throws NotFoundException if there is no identity of that id.
     * @throws InvalidInputException if a time is below one second or beyond the longest, a number
     *   of uses below one, the list is empty, an address is none, or it has token auth already.
     * @throws UnsupportedByServerException on servers before autumn 2024. Of later ones it is known
     *   from public source alone.
     */
    public suspend fun attachTokenAuth(
        id: String,
        accessTokenTtl: Duration? = null,
        accessTokenMaxTtl: Duration? = null,
        accessTokenMaxUses: Long? = null,
        accessTokenTrustedIps: List<String>? = null,
        timeout: Duration? = null,
    ): TokenAuth {
        val settings =
            tokenAuthSettings(
                accessTokenTtl,
                accessTokenMaxTtl,
                accessTokenMaxUses,
                accessTokenTrustedIps,
            )
        return attachTokenAuth(id, settings, timeout)
    }

    internal suspend fun attachTokenAuth(
        id: String,
        settings: NativeTokenAuthSettings,
        timeout: Duration?,
    ): TokenAuth {
        checkText("id" to id)
        checkSettings(settings)
        return connection.call(timeout) { TokenAuth(attachTokenAuth(id, settings, it)) }
    }

    /**
     * What the access tokens made for an identity are good for.
     *
     * @param id the identity's id.
     * @throws NotFoundException if there is no identity of that id, or it has no token auth.
     * @throws UnsupportedByServerException as in [attachTokenAuth].
     */
    public suspend fun tokenAuth(id: String, timeout: Duration? = null): TokenAuth {
        checkText("id" to id)
        return connection.call(timeout) { TokenAuth(getTokenAuth(id, it)) }
    }

    /**
     * Changes what the access tokens made for an identity are good for. What is not given stays.
     * Tokens that were made keep their times and their number of uses, and follow the new
     * addresses.
     *
     * @param id the identity's id.
     * @param accessTokenTtl as in [attachTokenAuth]; unchanged by default.
     * @param accessTokenMaxTtl as in [attachTokenAuth]; unchanged by default. To servers it cannot
     *   become shorter unless [accessTokenTtl] is given too.
     * @param accessTokenMaxUses how many requests it is good for, or 0 for any number; unchanged by
     *   default.
     * @param accessTokenTrustedIps as in [attachTokenAuth], in place of all before; unchanged by
     *   default.
     * @throws NotFoundException if there is no identity of that id, or it has no token auth.
     * @throws InvalidInputException if nothing is to change, a time is below one second or beyond
     *   the longest, a number of uses below zero, the list is empty, or an address is none.
     * @throws UnsupportedByServerException as in [attachTokenAuth].
     */
    public suspend fun updateTokenAuth(
        id: String,
        accessTokenTtl: Duration? = null,
        accessTokenMaxTtl: Duration? = null,
        accessTokenMaxUses: Long? = null,
        accessTokenTrustedIps: List<String>? = null,
        timeout: Duration? = null,
    ): TokenAuth {
        val settings =
            tokenAuthSettings(
                accessTokenTtl,
                accessTokenMaxTtl,
                accessTokenMaxUses,
                accessTokenTrustedIps,
            )
        return updateTokenAuth(id, settings, timeout)
    }

    internal suspend fun updateTokenAuth(
        id: String,
        settings: NativeTokenAuthSettings,
        timeout: Duration?,
    ): TokenAuth {
        checkText("id" to id)
        checkSettings(settings)
        return connection.call(timeout) { TokenAuth(updateTokenAuth(id, settings, it)) }
    }

    /**
     * Takes token auth from an identity. The access tokens made for it stop working.
     *
     * @param id the identity's id.
     * @throws NotFoundException if there is no identity of that id, or it has no token auth.
     * @throws UnsupportedByServerException as in [attachTokenAuth].
     */
    public suspend fun detachTokenAuth(id: String, timeout: Duration? = null) {
        checkText("id" to id)
        connection.call(timeout) { detachTokenAuth(id, it) }
    }

    /**
     * Makes an access token, whose text is told here once. A program becomes the identity with it,
     * as `identityToken` of its [Client].
     *
     * @param id the identity's id.
     * @param name what it is for, for people; empty by default.
     * @throws NotFoundException if there is no identity of that id, or it has no token auth.
     * @throws UnsupportedByServerException as in [attachTokenAuth].
     */
    public suspend fun createAccessToken(
        id: String,
        name: String? = null,
        timeout: Duration? = null,
    ): CreatedAccessToken {
        checkText("id" to id, "name" to name)
        return connection.call(timeout) { CreatedAccessToken(createAccessToken(id, name, it)) }
    }

    /**
     * The access tokens made for an identity, without their text, and with those that were revoked.
     * Servers show the 200 that were made, used or changed last.
     *
     * @param id the identity's id.
     * @throws NotFoundException if there is no identity of that id, or it has no token auth.
     * @throws UnsupportedByServerException as in [attachTokenAuth].
     */
    public suspend fun listAccessTokens(
        id: String,
        timeout: Duration? = null,
    ): List<AccessTokenInfo> {
        checkText("id" to id)
        return connection.call(timeout) { listAccessTokens(id, it).map(::AccessTokenInfo) }
    }

    /**
     * Gives an access token another name.
     *
     * @param tokenId the token's id, as in [AccessTokenInfo].
     * @throws NotFoundException if there is no such token.
     * @throws UnsupportedByServerException as in [attachTokenAuth].
     */
    public suspend fun renameAccessToken(
        tokenId: String,
        newName: String,
        timeout: Duration? = null,
    ) {
        checkText("tokenId" to tokenId, "newName" to newName)
        connection.call(timeout) { renameAccessToken(tokenId, newName, it) }
    }

    /**
     * Takes an access token back: it stops working.
     *
     * @param tokenId the token's id, as in [AccessTokenInfo].
     * @throws NotFoundException if there is no such token, or it was revoked before.
     * @throws UnsupportedByServerException as in [attachTokenAuth].
     */
    public suspend fun revokeAccessToken(tokenId: String, timeout: Duration? = null) {
        checkText("tokenId" to tokenId)
        connection.call(timeout) { revokeAccessToken(tokenId, it) }
    }

    /**
     * Lets an identity into a project.
     *
     * @param id the identity's id.
     * @param role `admin`, `member`, `viewer`, `no-access` or a role that the project defines.
     * @param project id of the project; the client's by default.
     * @throws NotFoundException if there is no such identity or project.
     * @throws ConflictException if it is in the project already.
     * @throws InvalidInputException if the role is unknown.
     */
    public suspend fun addToProject(
        id: String,
        role: String,
        project: String? = null,
        timeout: Duration? = null,
    ) {
        checkText("id" to id, "role" to role, "project" to project)
        connection.call(timeout) { addIdentityToProject(id, role, project, it) }
    }

    /**
     * The identities in a project, with their roles there.
     *
     * @param project id of the project; the client's by default.
     * @throws NotFoundException if there is no such project or the user is not a member.
     */
    public suspend fun listInProject(
        project: String? = null,
        timeout: Duration? = null,
    ): List<ProjectIdentity> {
        checkText("project" to project)
        return connection.call(timeout) {
            listProjectIdentities(project, it).map(::ProjectIdentity)
        }
    }

    /**
     * Gives an identity one role in a project in place of those it has there.
     *
     * @param id the identity's id.
     * @param role as in [addToProject].
     * @param project id of the project; the client's by default.
     * @throws NotFoundException if there is no such project, or the identity is not in it.
     * @throws InvalidInputException if the role is unknown.
     */
    public suspend fun setRoleInProject(
        id: String,
        role: String,
        project: String? = null,
        timeout: Duration? = null,
    ) {
        checkText("id" to id, "role" to role, "project" to project)
        connection.call(timeout) { setIdentityRole(id, role, project, it) }
    }

    /**
     * Takes an identity out of a project. It stays in the organization, and in other projects.
     *
     * @param id the identity's id.
     * @param project id of the project; the client's by default.
     * @throws NotFoundException if there is no such project, or the identity is not in it.
     */
    public suspend fun removeFromProject(
        id: String,
        project: String? = null,
        timeout: Duration? = null,
    ) {
        checkText("id" to id, "project" to project)
        connection.call(timeout) { removeIdentityFromProject(id, project, it) }
    }
}
