package io.github.infisicale2ee

/**
 * What to do with a reference to a missing secret. With both, `${SELF}` in the value of `SELF`
 * stays as written, and a circular reference through several secrets is an error.
 *
 * @property text its name in other languages and in messages, `"error"` or `"keep"`.
 */
public enum class UnknownReferences(public val text: String) {
    /** Refuses the secret that contains it. */
    ERROR("error"),

    /** Leaves it as written. */
    KEEP("keep"),
}

/**
 * Where to look up `${NAME}` in a value that was itself reached by a reference.
 *
 * @property text its name in other languages and in messages, `"own_folder"` or `"read_folder"`.
 */
public enum class NestedReferences(public val text: String) {
    /** In the folder of the secret that contains it. */
    OWN_FOLDER("own_folder"),

    /** In the folder being read, like the Infisical CLI of 2024. */
    READ_FOLDER("read_folder"),
}
