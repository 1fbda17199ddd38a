package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeNewServiceToken
import io.github.infisicale2ee.internal.NativeServiceTokenScope
import kotlin.time.Duration
import kotlin.time.DurationUnit

/**
 * What a service token may do within its scopes, or a member may not.
 *
 * @property text its name on the wire, `"read"` or `"write"`.
 */
public enum class Permission(public val text: String) {
    /** To read secrets. */
    READ("read"),

    /** To write secrets: create, update and delete them. */
    WRITE("write");

    public companion object {
        /**
         * The permission of that [text][Permission.text].
         *
         * @throws InvalidInputException if there is none.
         */
        @JvmStatic
        public fun of(text: String): Permission =
            entries.find { it.text == text }
                ?: throw InvalidInputException("permissions are \"read\" and \"write\"")

        /** The permission of a result. */
        internal fun known(text: String): Permission =
            entries.find { it.text == text }
                ?: throw InternalException(
                    "the native library named a permission that this package does not have"
                )
    }
}

/**
 * An environment and path a service token may use.
 *
 * @property environment slug of the environment.
 * @property path a path, or on servers of 2024 a glob: a slash and two asterisks cover every
 *   folder.
 */
public data class ServiceTokenScope(public val environment: String, public val path: String) {
    init {
        required("environment", environment)
        required("path", path)
    }

    internal constructor(native: NativeServiceTokenScope) : this(native.environment, native.path)
}

/**
 * A new token. Its text is in [token] alone, and kept nowhere; [toString] does not show it.
 *
 * @property token the token, `st.<id>.<secret>.<key>`.
 * @property info what it is for.
 */
@ConsistentCopyVisibility
public data class CreatedServiceToken
internal constructor(public val token: String, public val info: ServiceTokenInfo) {
    /** What it is for, without the token. */
    override fun toString(): String = "CreatedServiceToken(info=$info)"
}

/**
 * Service tokens, which open one project to a program. `timeout` is the longest a call may take, if
 * less than the client's deadline.
 */
public class ServiceTokens internal constructor(private val connection: Connection) {
    /**
     * Makes a token that reads one environment of a project, unless told otherwise. Its key part is
     * made here and never sent.
     *
     * @param project id of the project; the client's by default.
     * @param scopes where the token may be used; by default in the client's environment, at the
     *   path `/`.
     * @param expiresIn how long the token lasts, in whole seconds; for ever by default.
     * @throws NotFoundException for an unknown environment.
     * @throws UnsupportedByServerException for several scopes or a path on a May 2023 server.
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
        for (scope in scopes) {
            checkText("environment" to scope.environment, "path" to scope.path)
        }
        val token =
            NativeNewServiceToken(
                name = name,
                project = project,
                scopes = scopes.map { NativeServiceTokenScope(it.environment, it.path) },
                permissions = permissions.map(Permission::text),
                expiresIn = expiresIn?.toDouble(DurationUnit.SECONDS),
            )
        return connection.call(timeout) {
            val created = createServiceToken(token, it)
            CreatedServiceToken(created.token, ServiceTokenInfo(created.info))
        }
    }

    /**
     * What the client's own service token is for.
     *
     * @throws InvalidInputException if the client's credential is not a service token.
     * @throws AuthenticationFailedException if it is refused.
     * @throws TokenExpiredException if it has expired, where the server says so.
     */
    public suspend fun describe(timeout: Duration? = null): ServiceTokenInfo =
        connection.call(timeout) { ServiceTokenInfo(describeServiceToken(it)) }

    /**
     * Every token of a project, expired ones too.
     *
     * @param project id of the project; the client's by default.
     * @throws NotFoundException if there is no such project or the user is not a member.
     * @throws PermissionDeniedException for a service token or an API key.
     */
    public suspend fun list(
        project: String? = null,
        timeout: Duration? = null,
    ): List<ServiceTokenInfo> {
        checkText("project" to project)
        return connection.call(timeout) { listServiceTokens(project, it).map(::ServiceTokenInfo) }
    }

    /**
     * Revokes a token, named by its id. Programs that use it are refused from then on.
     *
     * @throws NotFoundException if there is no such token.
     * @throws PermissionDeniedException for a service token or an API key.
     */
    public suspend fun delete(id: String, timeout: Duration? = null) {
        checkText("id" to id)
        connection.call(timeout) { deleteServiceToken(id, it) }
    }
}
