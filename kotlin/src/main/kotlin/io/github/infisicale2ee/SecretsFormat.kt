package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeNewNamedSecret
import io.github.infisicale2ee.internal.nativeFormatSecrets
import io.github.infisicale2ee.internal.nativeParseSecrets

/**
 * How names and values are written in a file. The first four write `NAME=value` lines, whose
 * readers differ in quotes, backslashes, `$` and `#`: choose by the file's reader.
 */
public enum class SecretsFormat {
    /** For npm's dotenv and python-dotenv. */
    DOTENV,

    /** For `docker run --env-file`. */
    DOCKER,

    /** For a shell's `.` and `source`: every line begins with `export`. */
    SHELL,

    /** For Docker Compose's `.env` and `env_file`. */
    COMPOSE,

    /** One object of strings; also parses the array of `infisical export --format=json`. */
    JSON,

    /** One mapping of strings, all quoted, so that none is a number. */
    YAML;

    /**
     * Writes names and values as the text of a file; [parse] returns exactly these.
     *
     * @throws InvalidInputException for a name that is empty, and for a name or value that this
     *   format cannot represent, because the reader would misread it. It gives the name and the
     *   reason.
     */
    public fun format(secrets: Map<String, String>): String =
        format(required("secrets", secrets).toList())

    /**
     * The secrets of a list as the text of a file.
     *
     * @throws DecryptionFailedException unless every secret decrypted.
     * @throws InvalidInputException for a name or value that this format cannot represent.
     */
    public fun format(secrets: SecretList): String = format(required("secrets", secrets).toMap())

    internal fun format(secrets: List<Pair<String, String>>): String {
        for ((name, value) in secrets) checkSecret(name, value)
        val named = secrets.map { (name, value) -> NativeNewNamedSecret(name, value) }
        return translating { nativeFormatSecrets(named, name.lowercase()) }
    }

    /**
     * Reads names and values of a file, in its order. Nothing is executed or expanded: a line in
     * which a shell or Compose would expand `$NAME` is refused. Where python-dotenv and npm's
     * dotenv differ, dotenv is read like python-dotenv.
     *
     * @throws InvalidInputException if the text is not of this format or has a name twice. The
     *   error has the number of the line, and nothing of its content.
     */
    public fun parse(text: String): Map<String, String> {
        checkText("text" to required("text", text))
        val secrets = translating { nativeParseSecrets(text, name.lowercase()) }
        return secrets.associate { it.name to it.value }
    }
}
