package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeDeniedPermission

/**
 * What a member may not do in an environment.
 *
 * @property environment slug of the environment.
 * @property permission what the member may not do with the secrets there.
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
