package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeBulkItem
import io.github.infisicale2ee.internal.NativeBulkResult
import io.github.infisicale2ee.internal.NativeNewValue

/**
 * A name with its new value. [toString] shows neither value nor comment.
 *
 * @property name the name.
 * @property value the value.
 * @property comment a comment for people; `null` keeps the current one.
 */
public data class NewValue
@JvmOverloads
constructor(
    public val name: String,
    public val value: String,
    public val comment: String? = null,
) {
    init {
        required("name", name)
        required("value of $name", value)
    }

    internal fun toNative(): NativeNewValue {
        checkSecret(name, value, comment)
        return NativeNewValue(name, value, comment)
    }

    /** The name. */
    override fun toString(): String = "NewValue(name=$name)"
}

/**
 * The change of one of many secrets, or its plan.
 *
 * @property name the secret's name.
 * @property action the planned change.
 * @property status the outcome.
 * @property error why it was not done, if it failed or was proposed.
 * @property approval what the change waits for, if it was proposed.
 */
@ConsistentCopyVisibility
public data class BulkItem
internal constructor(
    public val name: String,
    public val action: Action,
    public val status: Status,
    public val error: InfisicalException?,
    public val approval: Approval?,
) {
    internal constructor(
        native: NativeBulkItem
    ) : this(
        name = native.name,
        action = Action.of(native.action),
        status = Status.of(native.status),
        error = native.error?.toInfisicalException(),
        approval = native.approval?.let(::Approval),
    )

    /**
     * The planned change of a secret.
     *
     * @property text its name in other languages, such as `"create"`.
     */
    public enum class Action(public val text: String) {
        /** It is created. */
        CREATE("create"),

        /** Its value or comment is changed. */
        UPDATE("update"),

        /** It is deleted. */
        DELETE("delete"),

        /** Nothing: it has that value already. */
        UNCHANGED("unchanged"),

        /** Nothing: there is no such secret to delete. */
        ABSENT("absent");

        public companion object {
            /**
             * The action of that [text][Action.text].
             *
             * @throws InvalidInputException if there is none.
             */
            @JvmStatic
            public fun of(text: String): Action =
                entries.find { it.text == text }
                    ?: throw InvalidInputException("\"$text\" is not an action of a BulkItem")
        }
    }

    /**
     * The outcome of a change.
     *
     * @property text its name in other languages, such as `"done"`.
     */
    public enum class Status(public val text: String) {
        /** Nothing yet: it was a dry run. */
        PLANNED("planned"),

        /** It was done, or there was nothing to do. */
        DONE("done"),

        /** It was refused. */
        FAILED("failed"),

        /** A policy asks for approval: it is done once the request is approved. */
        PROPOSED("proposed");

        public companion object {
            /**
             * The status of that [text][Status.text].
             *
             * @throws InvalidInputException if there is none.
             */
            @JvmStatic
            public fun of(text: String): Status =
                entries.find { it.text == text }
                    ?: throw InvalidInputException("\"$text\" is not a status of a BulkItem")
        }
    }
}

/**
 * The result of a change of many secrets, or of its dry run: an item for each, in the order given.
 * [checkComplete] throws if a change was not made.
 */
public class BulkResult
private constructor(
    private val items: List<BulkItem>,
    private val incomplete: InfisicalException?,
) : List<BulkItem> by items {
    internal constructor(
        native: NativeBulkResult
    ) : this(
        items = native.items.map(::BulkItem),
        incomplete = native.incomplete?.toInfisicalException(),
    )

    /**
     * Throws if a change failed or awaits approval.
     *
     * @throws InfisicalException the error of the first such item, with the number of them.
     */
    public fun checkComplete() {
        incomplete?.let { throw it }
    }

    override fun equals(other: Any?): Boolean = items == other

    override fun hashCode(): Int = items.hashCode()

    /** The items. */
    override fun toString(): String = "BulkResult(items=$items)"
}
