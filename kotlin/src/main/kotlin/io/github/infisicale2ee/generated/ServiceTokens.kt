// Written by `make generate` from `bindings/surface` and core's documentation. Do not edit.
package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeNewServiceToken
import java.time.Duration as JavaDuration
import kotlin.time.Duration
import kotlin.time.toKotlinDuration

/**
 * Service tokens, which give a program access to one project.
 *
 * Protocol: `/api/v2/service-token` and `/api/v1/workspace/{id}/service-token-data`.
 */
public class ServiceTokens internal constructor(private val connection: Connection) {
    /**
     * Creates a service token. By default it reads one environment of a project. The client
     * generates the token's key part and never sends it. For a project whose key only the server
     * has, the token has no key part, and its program must allow plaintext.
     *
     * The text of the token is only in the result, [CreatedServiceToken.token]; it cannot be shown
     * again.
     *
     * @param name the token's name, for people.
     * @param project id or slug of the project; the client's by default.
     * @param scopes environment and path that the token may use, or several of them on servers
     *   since 2024; by default the client's environment and the path `/`. Since 2024 the path may
     *   be a glob: a slash and two asterisks cover every folder.
     * @param permissions what the token may do: `read`, `write` or both; only `read` by default.
     * @param expiresIn how long the token is valid, in whole seconds; forever by default.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such project or environment, or the user is not a
     *   member.
     * @throws InvalidInputException if no permission is given or there is no such permission, if a
     *   path does not have the form `/folder/subfolder`, for a time below one second, or if neither
     *   the call nor the client names the project and an environment.
     * @throws PermissionDeniedException if the user may not create tokens, on May 2023 servers also
     *   if the user may not do what the token is to allow, or if the credential is not a user's.
     * @throws KeyUnavailableException if the user has no key of the project, or if the credential
     *   opens no private key.
     * @throws DecryptionFailedException if the user's copy of the key was changed.
     * @throws IntegrityViolationException if the server may have replaced the project key (see
     *   `trustedSealers`): then nothing is sent.
     * @throws UnsupportedByServerException for several scopes or a path other than `/` on May 2023
     *   servers, whose tokens are for one environment and every path in it, or for a project whose
     *   key only the server has, if the client requires end-to-end encryption.
     */
    public suspend fun create(
        name: String,
        project: String? = null,
        scopes: List<ServiceTokenScope> = emptyList(),
        permissions: Set<Permission> = setOf(Permission.READ),
        expiresIn: Duration? = null,
        timeout: Duration? = null,
    ): CreatedServiceToken {
        checkText("name" to name, "project" to project)
        val token =
            NativeNewServiceToken(
                name,
                project,
                scopes.map(ServiceTokenScope::toNative),
                permissions.map(Permission::text),
                expiresIn?.inSeconds(),
            )
        return connection.call(timeout) { CreatedServiceToken(createServiceToken(token, it)) }
    }

    /**
     * Returns what the client's own service token is for.
     *
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws InvalidInputException if the client's credential is not a service token.
     * @throws AuthenticationFailedException if the server rejects the token.
     * @throws TokenExpiredException if the token has expired, where the server says so, as servers
     *   since 2024 do.
     * @throws DecryptionFailedException if the last part of the token, its key, does not open the
     *   project key.
     */
    public suspend fun describe(timeout: Duration? = null): ServiceTokenInfo {
        return connection.call(timeout) { ServiceTokenInfo(describeServiceToken(it)) }
    }

    /**
     * Lists every service token of a project, expired ones too.
     *
     * @param project id or slug of the project; the client's by default.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such project or the user is not a member.
     * @throws InvalidInputException if neither the call nor the client names a project.
     * @throws PermissionDeniedException if the user's role does not allow it, or if the credential
     *   is an API key or not a user's, such as a service token.
     */
    public suspend fun list(
        project: String? = null,
        timeout: Duration? = null,
    ): List<ServiceTokenInfo> {
        checkText("project" to project)
        return connection.call(timeout) { listServiceTokens(project, it).map(::ServiceTokenInfo) }
    }

    /**
     * Revokes a service token, by its id. From then on the server rejects programs that use it.
     *
     * @param id the token's id.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such token, or the user is not a member of its
     *   project.
     * @throws InvalidInputException for a text that cannot be an id.
     * @throws PermissionDeniedException if the user's role does not allow it, or if the credential
     *   is an API key or not a user's, such as a service token.
     */
    public suspend fun delete(id: String, timeout: Duration? = null) {
        checkText("id" to id)
        connection.call(timeout) { deleteServiceToken(id, it) }
    }
}

/** [ServiceTokens] with calls that block. */
public class BlockingServiceTokens
internal constructor(private val serviceTokens: ServiceTokens, private val timeout: Duration?) {
    /** See [ServiceTokens.create]. */
    @JvmOverloads
    public fun create(
        name: String,
        project: String? = null,
        scopes: List<ServiceTokenScope> = emptyList(),
        permissions: Set<Permission> = setOf(Permission.READ),
        expiresIn: JavaDuration? = null,
    ): CreatedServiceToken =
        blocking("name" to name, "scopes" to scopes, "permissions" to permissions) {
            serviceTokens.create(
                name,
                project,
                scopes,
                permissions,
                expiresIn?.toKotlinDuration(),
                timeout,
            )
        }

    /** See [ServiceTokens.describe]. */
    public fun describe(): ServiceTokenInfo = blocking { serviceTokens.describe(timeout) }

    /** See [ServiceTokens.list]. */
    @JvmOverloads
    public fun list(project: String? = null): List<ServiceTokenInfo> = blocking {
        serviceTokens.list(project, timeout)
    }

    /** See [ServiceTokens.delete]. */
    public fun delete(id: String): Unit = blocking("id" to id) { serviceTokens.delete(id, timeout) }
}
