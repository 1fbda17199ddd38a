package io.github.infisicale2ee

import kotlin.time.Duration

/**
 * [Secrets] with calls that block. The place comes after what a call needs, and before what it can
 * do without.
 */
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
        unknownReferences: UnknownReferences = UnknownReferences.ERROR,
        nestedReferences: NestedReferences = NestedReferences.OWN_FOLDER,
    ): Secret =
        blocking(
            "name" to name,
            "place" to place,
            "unknownReferences" to unknownReferences,
            "nestedReferences" to nestedReferences,
        ) {
            secrets.get(
                name,
                place.project,
                place.environment,
                place.path,
                place.type,
                imports,
                expandReferences,
                version,
                unknownReferences,
                nestedReferences,
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
        unknownReferences: UnknownReferences = UnknownReferences.ERROR,
        nestedReferences: NestedReferences = NestedReferences.OWN_FOLDER,
    ): SecretList =
        blocking(
            "place" to place,
            "unknownReferences" to unknownReferences,
            "nestedReferences" to nestedReferences,
        ) {
            secrets.list(
                place.project,
                place.environment,
                place.path,
                place.type,
                overrides,
                imports,
                expandReferences,
                unknownReferences,
                nestedReferences,
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
    ): Secret =
        blocking("name" to name, "value" to value, "place" to place) {
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

    /** See [Secrets.update]; `null` leaves the value, comment or name as it is. */
    @JvmOverloads
    public fun update(
        name: String,
        value: String?,
        place: SecretPlace = SecretPlace(),
        comment: String? = null,
        newName: String? = null,
    ): Secret =
        blocking("name" to name, "place" to place) {
            secrets.update(
                name,
                value,
                comment,
                newName,
                place.project,
                place.environment,
                place.path,
                place.type,
                timeout,
            )
        }

    /** See [Secrets.delete]. */
    @JvmOverloads
    public fun delete(name: String, place: SecretPlace = SecretPlace()): Unit =
        blocking("name" to name, "place" to place) {
            secrets.delete(name, place.project, place.environment, place.path, place.type, timeout)
        }

    /** See [Secrets.setTags]. */
    @JvmOverloads
    public fun setTags(
        name: String,
        tags: List<String>,
        place: SecretPlace = SecretPlace(),
    ): Secret =
        blocking("name" to name, "tags" to tags, "place" to place) {
            val (project, environment, path) = place.location()
            secrets.setTags(name, tags, project, environment, path, timeout)
        }

    /**
     * See [Secrets.move]: from one place to the environment and path of another, in one project.
     *
     * @throws InvalidInputException also if [to] names another project than [from].
     */
    @JvmOverloads
    public fun move(
        names: List<String>,
        from: SecretPlace,
        to: SecretPlace,
        overwrite: Boolean = false,
    ): MoveResult =
        blocking("names" to names, "from" to from, "to" to to) {
            val (project, environment, path) = from.location()
            val (toProject, toEnvironment, toPath) = to.location()
            if (toProject != null && toProject != project) {
                throw InvalidInputException(
                    "secrets are moved within one project, that of `from`. Leave the project out of " +
                        "`to`, or make the secrets in the other project and delete them in this one"
                )
            }
            secrets.move(
                names,
                toEnvironment,
                toPath,
                overwrite,
                project,
                environment,
                path,
                timeout,
            )
        }

    /** See [Secrets.setMany]. */
    @JvmOverloads
    public fun setMany(
        values: List<NewValue>,
        place: SecretPlace = SecretPlace(),
        dryRun: Boolean = false,
        onProgress: ProgressListener? = null,
    ): BulkResult =
        blocking("values" to values, "place" to place) {
            val (project, environment, path) = place.location()
            secrets.setMany(values, dryRun, onProgress, project, environment, path, timeout)
        }

    /** See [Secrets.setMany]: names to values. */
    @JvmOverloads
    public fun setMany(
        values: Map<String, String>,
        place: SecretPlace = SecretPlace(),
        dryRun: Boolean = false,
        onProgress: ProgressListener? = null,
    ): BulkResult =
        setMany(
            required("values", values).map { (name, value) -> NewValue(name, value) },
            place,
            dryRun,
            onProgress,
        )

    /** See [Secrets.deleteMany]. */
    @JvmOverloads
    public fun deleteMany(
        names: List<String>,
        place: SecretPlace = SecretPlace(),
        dryRun: Boolean = false,
        onProgress: ProgressListener? = null,
    ): BulkResult =
        blocking("names" to names, "place" to place) {
            val (project, environment, path) = place.location()
            secrets.deleteMany(names, dryRun, onProgress, project, environment, path, timeout)
        }

    /** See [Secrets.proposeCreate]. */
    @JvmOverloads
    public fun proposeCreate(
        name: String,
        value: String,
        place: SecretPlace = SecretPlace(),
        comment: String? = null,
    ): SecretChange =
        blocking("name" to name, "value" to value, "place" to place) {
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

    /** See [Secrets.proposeUpdate]; `null` leaves the value, comment or name as it is. */
    @JvmOverloads
    public fun proposeUpdate(
        name: String,
        value: String?,
        place: SecretPlace = SecretPlace(),
        comment: String? = null,
        newName: String? = null,
    ): SecretChange =
        blocking("name" to name, "place" to place) {
            secrets.proposeUpdate(
                name,
                value,
                comment,
                newName,
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
        blocking("name" to name, "place" to place) {
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
        blocking("name" to name, "place" to place) {
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
        blocking("name" to name, "place" to place) {
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
