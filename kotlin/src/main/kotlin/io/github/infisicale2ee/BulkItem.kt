package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeBulkItem
import io.github.infisicale2ee.internal.NativeNewValue

/**
 * A name with the value it is to have. [toString] shows neither value nor comment.
 *
 * @property name the name.
 * @property value the value.
 * @property comment a comment for people; `null` keeps the one there is.
 */
public data class NewValue
@JvmOverloads
constructor(
    public val name: String,
    public val value: String,
    public val comment: String? = null,
) {
    internal fun toNative(): NativeNewValue {
        checkText("name" to name, "value" to value, "comment" to comment)
        return NativeNewValue(name, value, comment)
    }

    /** The name. */
    override fun toString(): String = "NewValue(name=$name)"
}

/**
 * What happened to one of many secrets, or would.
 *
 * @property name the secret's name.
 * @property action `create`, `update`, `delete`, `unchanged` if it has that value, or `absent` if
 *   there is none to delete.
 * @property status `planned` in a dry run; else `done`, or `failed`.
 * @property error why it failed.
 */
@ConsistentCopyVisibility
public data class BulkItem
internal constructor(
    public val name: String,
    public val action: String,
    public val status: String,
    public val error: InfisicalException?,
) {
    internal constructor(
        item: NativeBulkItem
    ) : this(item.name, item.action, item.status, item.error?.toInfisicalException())
}
