package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeRolePermission

/**
 * Something a role allows, or forbids. Subjects and actions have the server's own names. Where
 * several are about the same action, the last one decides.
 *
 * @property subject what it is about, such as `secrets`, `secret-folders` or `member`.
 * @property actions what may be done, such as `read`, `create`, `edit` or `delete`.
 * @property conditions in which cases, as a JSON object such as `{"environment": "dev"}`; `null`
 *   for all.
 * @property inverted whether it forbids instead.
 */
public data class RolePermission
@JvmOverloads
constructor(
    public val subject: String,
    public val actions: List<String>,
    public val conditions: String? = null,
    public val inverted: Boolean = false,
) {
    init {
        required("subject", subject)
        required("actions", actions)
    }

    internal constructor(
        native: NativeRolePermission
    ) : this(
        subject = native.subject,
        actions = native.actions,
        conditions = native.conditions,
        inverted = native.inverted,
    )

    internal fun toNative(): NativeRolePermission {
        checkText("subject" to subject, "conditions" to conditions)
        checkTexts("actions", actions)
        return NativeRolePermission(subject, actions, conditions, inverted)
    }
}
