package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeServiceTokenScope

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

    internal fun toNative(): NativeServiceTokenScope {
        checkText("environment" to environment, "path" to path)
        return NativeServiceTokenScope(environment, path)
    }
}
