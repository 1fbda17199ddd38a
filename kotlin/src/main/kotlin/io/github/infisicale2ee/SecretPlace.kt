package io.github.infisicale2ee

/**
 * Where a secret lives, and whose it is, for calls that block: what is not set is the client's, or
 * the token's. Setters return a changed copy. A call that cannot heed what is set throws
 * [InvalidInputException], and sends nothing.
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
    public fun project(id: String): SecretPlace =
        SecretPlace(required("project", id), environment, path, type)

    /** In the environment of that slug. */
    public fun environment(slug: String): SecretPlace =
        SecretPlace(project, required("environment", slug), path, type)

    /** In the folder of that path, such as `/backend`. */
    public fun path(path: String): SecretPlace =
        SecretPlace(project, environment, required("path", path), type)

    /**
     * Whose the secret is; shared by default. Calls that know shared secrets alone refuse another.
     */
    public fun type(type: SecretType): SecretPlace =
        SecretPlace(project, environment, path, required("type", type))

    /** Project, environment and path, for a call that cannot heed a type. */
    internal fun location(): Triple<String?, String?, String?> {
        if (type != SecretType.SHARED) {
            throw InvalidInputException(
                "this call is not for ${type.text} secrets. Give it a place without that type"
            )
        }
        return Triple(project, environment, path)
    }

    /** Environment and path, for what moves here from another place of the project. */
    internal fun destination(from: SecretPlace): Pair<String?, String?> {
        val (project, environment, path) = location()
        if (project != null && project != from.project) {
            throw InvalidInputException(
                "secrets are moved within one project, that of `from`. Leave the project out of " +
                    "`to`, or make the secrets in the other project and delete them in this one"
            )
        }
        return Pair(environment, path)
    }
}
