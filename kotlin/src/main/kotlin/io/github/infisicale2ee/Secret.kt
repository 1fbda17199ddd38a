package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeSecret
import io.github.infisicale2ee.internal.NativeSecretList
import java.time.Instant

/**
 * The type of a secret.
 *
 * @property text its name on the wire, `"shared"` or `"personal"`.
 */
public enum class SecretType(public val text: String) {
    /** Shared by all members of the project. */
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
 * A decrypted secret. [toString] shows neither value nor comment; only these properties do.
 *
 * @property id the secret's id.
 * @property name its name, as decrypted.
 * @property value its value; empty if it was not read.
 * @property valueRead whether its value was read: false if the call had `viewValue = false`.
 * @property comment its comment; empty if it has none.
 * @property type its type.
 * @property version counts its changes from 1; from 0 where several were made at once on a server
 *   of 2024.
 * @property projectId the project it belongs to.
 * @property environment slug of its environment.
 * @property path its folder; `/` on servers without folders.
 * @property tags slugs of its tags; `null` if the server does not send them. 2024 servers send them
 *   in lists only, May 2023 servers do not send them to service tokens and API keys.
 * @property metadata its metadata; `null` if the server does not send any. Today's servers do, if
 *   they decrypt it.
 * @property reminderDays after how many days the server reminds of changing it; `null` also if the
 *   server does not say so: today's servers tell reminders only in lists.
 * @property reminderNote the note for the reminder.
 * @property skipMultilineEncoding whether the server's own tools write a value of several lines as
 *   it is.
 * @property createdAt when it was created, if the server sends it.
 * @property updatedAt when it was last changed, if the server sends it.
 * @property endToEndEncrypted whether the client decrypted it, and the server is not known to have
 *   the project key.
 */
@ConsistentCopyVisibility
public data class Secret
internal constructor(
    public val id: String,
    public val name: String,
    public val value: String,
    public val valueRead: Boolean,
    public val comment: String,
    public val type: SecretType,
    public val version: Long,
    public val projectId: String,
    public val environment: String,
    public val path: String,
    public val tags: List<String>?,
    public val metadata: List<SecretMetadata>?,
    public val reminderDays: Long?,
    public val reminderNote: String?,
    public val skipMultilineEncoding: Boolean?,
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
        valueRead = secret.valueRead,
        comment = secret.comment,
        type = SecretType.known(secret.kind),
        version = secret.version,
        projectId = secret.projectId,
        environment = secret.environment,
        path = secret.path,
        tags = secret.tags,
        metadata = secret.metadata?.map(::SecretMetadata),
        reminderDays = secret.reminderDays,
        reminderNote = secret.reminderNote,
        skipMultilineEncoding = secret.skipMultilineEncoding,
        createdAt = toInstant(secret.createdAt),
        updatedAt = toInstant(secret.updatedAt),
        endToEndEncrypted = secret.endToEndEncrypted,
    )

    /** Name, place and version, without value and comment. */
    override fun toString(): String =
        "Secret(name=$name, type=${type.text}, environment=$environment, path=$path, version=$version)"
}

/**
 * The secrets of one folder. A secret that does not decrypt does not hide the others: the list has
 * those that decrypted, in the server's order, and [failures] has the others. [toMap] and
 * [checkComplete] throw if there are any.
 *
 * A recursive list has the secrets of the folders below it too, ordered by path, and its names can
 * repeat from folder to folder. There, a name alone is that of a secret in the folder that was
 * listed; `list.get(name, path)` finds those of the others.
 *
 * @property failures the secrets that did not decrypt.
 * @property folder the path of the folder that was listed, if the list is recursive.
 * @property etag identifies this state of the list; see [Secrets.listIfChanged].
 */
public class SecretList
private constructor(
    private val secrets: List<Secret>,
    public val failures: List<SecretFailure>,
    private val incomplete: InfisicalException?,
    private val noEnvironment: InfisicalException?,
    private val noMap: InfisicalException?,
    public val folder: String?,
    public val etag: String?,
) : List<Secret> by secrets {
    internal constructor(
        list: NativeSecretList
    ) : this(
        secrets = list.secrets.map(::Secret),
        failures = list.failures.map(::SecretFailure),
        incomplete = list.incomplete?.toInfisicalException(),
        noEnvironment = list.noEnvironment?.toInfisicalException(),
        noMap = list.noMap?.toInfisicalException(),
        folder = list.folder,
        etag = list.etag,
    )

    /**
     * The secret of that name, if it decrypted; of a recursive list, only if it is in the folder
     * that was listed.
     */
    public operator fun get(name: String): Secret? {
        required("name", name)
        return secrets.find { it.name == name && (folder == null || it.path == folder) }
    }

    /** The secret of that name in the folder with a path, such as `/backend`, if it decrypted. */
    public operator fun get(name: String, path: String): Secret? {
        required("name", name)
        required("path", path)
        return secrets.find { it.name == name && it.path == path }
    }

    /**
     * Names to values, in plaintext: printing the map shows them.
     *
     * @throws DecryptionFailedException unless every secret decrypted.
     * @throws InvalidInputException if a recursive list has secrets of one name in several folders,
     *   or if the values were not read.
     */
    public fun toMap(): Map<String, String> {
        checkComplete()
        noMap?.let { throw it }
        return secrets.associate { it.name to it.value }
    }

    /**
     * Sets each secret as a variable of an environment, such as that of a [ProcessBuilder]; the JVM
     * cannot change its own. Returns the names of the variables that were set.
     *
     * @param environment the environment.
     * @param overwrite whether to replace existing variables; false by default.
     * @throws DecryptionFailedException unless every secret decrypted.
     * @throws InvalidInputException for a secret whose name or value no variable can have, or if a
     *   recursive list has secrets of one name in several folders. Then nothing is set.
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
     * Throws if a secret did not decrypt.
     *
     * @throws DecryptionFailedException with the number of failures, and the first of them.
     */
    public fun checkComplete() {
        incomplete?.let { throw it }
    }

    override fun equals(other: Any?): Boolean = secrets == other

    override fun hashCode(): Int = secrets.hashCode()

    /** The secrets' names and places, and the failures. */
    override fun toString(): String = "SecretList(secrets=$secrets, failures=$failures)"
}
