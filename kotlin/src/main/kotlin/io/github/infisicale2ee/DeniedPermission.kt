package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeDeniedPermission

/**
 * A permission that a member is denied in an environment.
 *
 * @property environment slug of the environment.
 * @property permission the denied permission.
 */
public data class DeniedPermission(
    public val environment: String,
    public val permission: Permission,
) {
    init {
        required("environment", environment)
        required("permission", permission)
    }

    internal constructor(
        native: NativeDeniedPermission
    ) : this(native.environment, Permission.known(native.permission))

    internal fun toNative(): NativeDeniedPermission {
        checkText("environment" to environment)
        return NativeDeniedPermission(environment, permission.text)
    }
}
