package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeSecret
import io.github.infisicale2ee.internal.NativeSecretList
import java.time.Instant

/**
 * Whose a secret is.
 *
 * @property text its name on the wire, `"shared"` or `"personal"`.
 */
public enum class SecretType(public val text: String) {
    /** Everyone's in the project. */
    SHARED("shared"),

    /** One user's override of a shared secret. */
    PERSONAL("personal");

    public companion object {
        /**
         * The type of that [text][SecretType.text].
         *
         * @throws InvalidInputException if there is none.
         */
        @JvmStatic
        public fun of(text: String): SecretType =
            entries.find { it.text == text }
                ?: throw InvalidInputException("a secret's type is \"shared\" or \"personal\"")

        /** The type of a result. */
        internal fun known(text: String): SecretType =
            entries.find { it.text == text }
                ?: throw InternalException(
                    "the native library named a type of secret that this package does not have"
                )
    }
}

/**
 * A decrypted secret. [toString] shows neither value nor comment; only the properties do.
 *
 * @property id the secret's id.
 * @property name its name, as decrypted.
 * @property value its value.
 * @property comment its comment; empty if it has none.
 * @property type whose it is.
 * @property version counts its changes from 1; from 0 where several were made at once on a server
 *   of 2024.
 * @property projectId the project it belongs to.
 * @property environment slug of its environment.
 * @property path its folder; `/` on servers without folders.
 * @property tags slugs of its tags; `null` where the server does not tell. 2024 servers tell in
 *   lists alone, May 2023 servers tell everybody but service tokens and API keys.
 * @property createdAt when it was made, where the server tells.
 * @property updatedAt when it was last changed, where the server tells.
 * @property endToEndEncrypted whether the server could not read it; never for a machine identity.
 */
@ConsistentCopyVisibility
public data class Secret
internal constructor(
    public val id: String,
    public val name: String,
    public val value: String,
    public val comment: String,
    public val type: SecretType,
    public val version: Long,
    public val projectId: String,
    public val environment: String,
    public val path: String,
    public val tags: List<String>?,
    public val createdAt: Instant?,
    public val updatedAt: Instant?,
    public val endToEndEncrypted: Boolean,
) {
    internal constructor(
        secret: NativeSecret
    ) : this(
        id = secret.id,
        name = secret.name,
        value = secret.value,
        comment = secret.comment,
        type = SecretType.known(secret.kind),
        version = secret.version,
        projectId = secret.projectId,
        environment = secret.environment,
        path = secret.path,
        tags = secret.tags,
        createdAt = toInstant(secret.createdAt),
        updatedAt = toInstant(secret.updatedAt),
        endToEndEncrypted = secret.endToEndEncrypted,
    )

    /** Name, place and version, without value and comment. */
    override fun toString(): String =
        "Secret(name=$name, type=${type.text}, environment=$environment, path=$path, version=$version)"
}

/**
 * The secrets of one place. One changed ciphertext does not hide the secrets beside it: the list is
 * what decrypted, in the server's order, and [failures] names the others. A program that must have
 * everything calls [toMap] or [checkComplete], which throw if anything is missing.
 *
 * @property failures the secrets that did not decrypt.
 */
public class SecretList
private constructor(
    private val secrets: List<Secret>,
    public val failures: List<SecretFailure>,
    private val incomplete: InfisicalException?,
    private val noEnvironment: InfisicalException?,
) : List<Secret> by secrets {
    internal constructor(
        list: NativeSecretList
    ) : this(
        secrets = list.secrets.map(::Secret),
        failures = list.failures.map(::SecretFailure),
        incomplete = list.incomplete?.toInfisicalException(),
        noEnvironment = list.noEnvironment?.toInfisicalException(),
    )

    /** The secret of that name, if it decrypted. */
    public operator fun get(name: String): Secret? {
        required("name", name)
        return secrets.find { it.name == name }
    }

    /**
     * Names to values, in clear: the map shows them to whoever prints it.
     *
     * @throws DecryptionFailedException unless every secret decrypted.
     */
    public fun toMap(): Map<String, String> {
        checkComplete()
        return secrets.associate { it.name to it.value }
    }

    /**
     * Makes each secret a variable of an environment, such as that of a [ProcessBuilder]; the
     * machine's own cannot be changed. Returns the names of the variables that were set.
     *
     * @param environment the environment.
     * @param overwrite whether to replace variables that are there already.
     * @throws DecryptionFailedException unless every secret decrypted.
     * @throws InvalidInputException names a secret that no variable can be called after or hold.
     *   Nothing is set then.
     */
    @JvmOverloads
    public fun populateEnvironment(
        environment: MutableMap<String, String>,
        overwrite: Boolean = false,
    ): List<String> {
        required("environment", environment)
        checkComplete()
        noEnvironment?.let { throw it }
        val new = toMap().filterKeys { overwrite || it !in environment }
        environment.putAll(new)
        return new.keys.toList()
    }

    /**
     * Does nothing if every secret decrypted.
     *
     * @throws DecryptionFailedException says how many did not, and which was the first.
     */
    public fun checkComplete() {
        incomplete?.let { throw it }
    }

    override fun equals(other: Any?): Boolean = secrets == other

    override fun hashCode(): Int = secrets.hashCode()

    /** The secrets' names and places, and the failures. */
    override fun toString(): String = "SecretList(secrets=$secrets, failures=$failures)"
}
