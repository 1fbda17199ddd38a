package io.github.infisicale2ee

/**
 * What becomes of a reference to a secret that is not there.
 *
 * @property text its name in other languages and in messages, `"error"` or `"keep"`.
 */
public enum class UnknownReferences(public val text: String) {
    /** The secret that has it is refused. */
    ERROR("error"),

    /** It stays as it is written. */
    KEEP("keep"),
}

/**
 * Where the name in `${NAME}` is looked up, if a reference led to the value that has it.
 *
 * @property text its name in other languages and in messages, `"own_folder"` or `"read_folder"`.
 */
public enum class NestedReferences(public val text: String) {
    /** In the folder of the secret that has it. */
    OWN_FOLDER("own_folder"),

    /** In the folder that is read, as the Infisical CLI of 2024 does. */
    READ_FOLDER("read_folder"),
}
