package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeRolePermission

/**
 * A permission of a role, which allows or forbids. Subjects and actions are the server's own names.
 * If several are about the same action, the last one decides.
 *
 * @property subject the subject, such as `secrets`, `secret-folders` or `member`.
 * @property actions the actions, such as `read`, `create`, `edit` or `delete`.
 * @property conditions the conditions, a JSON object such as `{"environment": "dev"}`; `null` for
 *   none.
 * @property inverted whether it forbids the actions.
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
