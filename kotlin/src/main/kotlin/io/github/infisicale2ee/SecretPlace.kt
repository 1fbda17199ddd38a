package io.github.infisicale2ee

/**
 * The project, environment, path and type of a secret, for blocking calls. Options that are not set
 * are those of the client or the token. Setters return a changed copy. A call that does not support
 * an option that is set throws [InvalidInputException] and sends nothing.
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
    /** The default place: that of the client or the token. */
    public constructor() : this(null, null, null, SecretType.SHARED)

    /** In the project of that id. */
    public fun project(id: String): SecretPlace =
        SecretPlace(required("project", id), environment, path, type)

    /** In the environment of that slug. */
    public fun environment(slug: String): SecretPlace =
        SecretPlace(project, required("environment", slug), path, type)

    /** In the folder of that path, such as `/backend`. */
    public fun path(path: String): SecretPlace =
        SecretPlace(project, environment, required("path", path), type)

    /** The type of the secret; shared by default. Calls for shared secrets only reject others. */
    public fun type(type: SecretType): SecretPlace =
        SecretPlace(project, environment, path, required("type", type))

    /** Project, environment and path, for a call that does not support a type. */
    internal fun location(): Triple<String?, String?, String?> {
        if (type != SecretType.SHARED) {
            throw InvalidInputException(
                "this call does not support ${type.text} secrets. Give it a place without a type"
            )
        }
        return Triple(project, environment, path)
    }

    /** Environment and path, for secrets that are moved here from another place of the project. */
    internal fun destination(from: SecretPlace): Pair<String?, String?> {
        val (project, environment, path) = location()
        if (project != null && project != from.project) {
            throw InvalidInputException(
                "secrets can only be moved within the project of `from`. Leave the project out " +
                    "of `to`, or create the secrets in the other project and delete them in this one"
            )
        }
        return Pair(environment, path)
    }
}
