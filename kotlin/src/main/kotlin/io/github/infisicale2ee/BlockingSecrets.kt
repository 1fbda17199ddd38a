package io.github.infisicale2ee

import kotlin.time.Duration

/**
 * Where a secret lives, and whose it is, for [BlockingSecrets]: what is not set is the client's, or
 * the token's. Setters return a changed copy.
 *
 * ```java
 * SecretPlace backend = new SecretPlace().environment("prod").path("/backend");
 * ```
 */
public class SecretPlace
private constructor(
    internal val project: String?,
    internal val environment: String?,
    internal val path: String?,
    internal val type: SecretType,
) {
    /** The place of calls that name none. */
    public constructor() : this(null, null, null, SecretType.SHARED)

    /** In the project of that id. */
    public fun project(id: String): SecretPlace = SecretPlace(id, environment, path, type)

    /** In the environment of that slug. */
    public fun environment(slug: String): SecretPlace = SecretPlace(project, slug, path, type)

    /** In the folder of that path, such as `/backend`. */
    public fun path(path: String): SecretPlace = SecretPlace(project, environment, path, type)

    /** Whose the secret is. */
    public fun type(type: SecretType): SecretPlace = SecretPlace(project, environment, path, type)
}

/** [Secrets] with calls that block. */
public class BlockingSecrets
internal constructor(private val secrets: Secrets, private val timeout: Duration?) {
    /** See [Secrets.get]. */
    @JvmOverloads
    public fun get(
        name: String,
        place: SecretPlace = SecretPlace(),
        imports: Boolean = false,
        expandReferences: Boolean = false,
        version: Long? = null,
    ): Secret = blocking {
        secrets.get(
            name,
            place.project,
            place.environment,
            place.path,
            place.type,
            imports,
            expandReferences,
            version,
            timeout,
        )
    }

    /** See [Secrets.list]. */
    @JvmOverloads
    public fun list(
        place: SecretPlace = SecretPlace(),
        overrides: Boolean = false,
        imports: Boolean = false,
        expandReferences: Boolean = false,
    ): SecretList = blocking {
        secrets.list(
            place.project,
            place.environment,
            place.path,
            place.type,
            overrides,
            imports,
            expandReferences,
            timeout,
        )
    }

    /** See [Secrets.create]. */
    @JvmOverloads
    public fun create(
        name: String,
        value: String,
        place: SecretPlace = SecretPlace(),
        comment: String? = null,
    ): Secret = blocking {
        secrets.create(
            name,
            value,
            comment,
            place.project,
            place.environment,
            place.path,
            place.type,
            timeout,
        )
    }

    /** See [Secrets.update]; `null` leaves the value or comment as it is. */
    @JvmOverloads
    public fun update(
        name: String,
        value: String?,
        place: SecretPlace = SecretPlace(),
        comment: String? = null,
    ): Secret = blocking {
        secrets.update(
            name,
            value,
            comment,
            place.project,
            place.environment,
            place.path,
            place.type,
            timeout,
        )
    }

    /** See [Secrets.delete]. */
    @JvmOverloads
    public fun delete(name: String, place: SecretPlace = SecretPlace()): Unit = blocking {
        secrets.delete(name, place.project, place.environment, place.path, place.type, timeout)
    }

    /** See [Secrets.setTags]. */
    @JvmOverloads
    public fun setTags(
        name: String,
        tags: List<String>,
        place: SecretPlace = SecretPlace(),
    ): Secret = blocking {
        secrets.setTags(name, tags, place.project, place.environment, place.path, timeout)
    }

    /** See [Secrets.move]: from one place to the environment and path of another. */
    @JvmOverloads
    public fun move(
        names: List<String>,
        from: SecretPlace,
        to: SecretPlace,
        overwrite: Boolean = false,
    ): MoveResult = blocking {
        secrets.move(
            names,
            to.environment,
            to.path,
            overwrite,
            from.project,
            from.environment,
            from.path,
            timeout,
        )
    }

    /** See [Secrets.setMany]. */
    @JvmOverloads
    public fun setMany(
        values: List<NewValue>,
        dryRun: Boolean = false,
        place: SecretPlace = SecretPlace(),
        onProgress: ProgressListener? = null,
    ): List<BulkItem> = blocking {
        secrets.setMany(
            values,
            dryRun,
            onProgress,
            place.project,
            place.environment,
            place.path,
            timeout,
        )
    }

    /** See [Secrets.deleteMany]. */
    @JvmOverloads
    public fun deleteMany(
        names: List<String>,
        dryRun: Boolean = false,
        place: SecretPlace = SecretPlace(),
        onProgress: ProgressListener? = null,
    ): List<BulkItem> = blocking {
        secrets.deleteMany(
            names,
            dryRun,
            onProgress,
            place.project,
            place.environment,
            place.path,
            timeout,
        )
    }

    /** See [Secrets.proposeCreate]. */
    @JvmOverloads
    public fun proposeCreate(
        name: String,
        value: String,
        comment: String? = null,
        place: SecretPlace = SecretPlace(),
    ): SecretChange = blocking {
        secrets.proposeCreate(
            name,
            value,
            comment,
            place.project,
            place.environment,
            place.path,
            place.type,
            timeout,
        )
    }

    /** See [Secrets.proposeUpdate]. */
    @JvmOverloads
    public fun proposeUpdate(
        name: String,
        value: String? = null,
        comment: String? = null,
        place: SecretPlace = SecretPlace(),
    ): SecretChange = blocking {
        secrets.proposeUpdate(
            name,
            value,
            comment,
            place.project,
            place.environment,
            place.path,
            place.type,
            timeout,
        )
    }

    /** See [Secrets.proposeDelete]. */
    @JvmOverloads
    public fun proposeDelete(name: String, place: SecretPlace = SecretPlace()): Approval? =
        blocking {
            secrets.proposeDelete(
                name,
                place.project,
                place.environment,
                place.path,
                place.type,
                timeout,
            )
        }

    /** See [Secrets.versions]. */
    @JvmOverloads
    public fun versions(name: String, place: SecretPlace = SecretPlace()): SecretHistory =
        blocking {
            secrets.versions(
                name,
                place.project,
                place.environment,
                place.path,
                place.type,
                timeout,
            )
        }

    /** See [Secrets.rollBack]. */
    @JvmOverloads
    public fun rollBack(name: String, version: Long, place: SecretPlace = SecretPlace()): Secret =
        blocking {
            secrets.rollBack(
                name,
                version,
                place.project,
                place.environment,
                place.path,
                place.type,
                timeout,
            )
        }
}
