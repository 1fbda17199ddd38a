package io.github.infisicale2ee

/**
 * A permission of a service token, or one that a member is denied.
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
                ?: throw InvalidInputException("a permission must be \"read\" or \"write\"")

        /** The permission of a result. */
        internal fun known(text: String): Permission =
            entries.find { it.text == text }
                ?: throw InternalException(
                    "the native library named a permission that this package does not have"
                )
    }
}
