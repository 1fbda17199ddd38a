package io.github.infisicale2ee

import kotlin.time.Duration

/**
 * Environments of a project. `project` is its id, the client's by default; `timeout` is the longest
 * a call may take, if less than the client's deadline.
 */
public class Environments internal constructor(private val connection: Connection) {
    /**
     * Every environment of a project, in the server's order.
     *
     * @throws NotFoundException if there is no such project or the user is not a member.
     */
    public suspend fun list(
        project: String? = null,
        timeout: Duration? = null,
    ): List<Environment> {
        checkText("project" to project)
        return connection.call(timeout) { listEnvironments(project, it).map(::Environment) }
    }

    /**
     * Adds an environment to a project.
     *
     * @param name its name, for people.
     * @param slug what calls name it by: lower case, and on 2024 servers letters, digits and single
     *   hyphens.
     * @throws InvalidInputException for a slug the server would store as another or refuse.
     * @throws ConflictException if the slug is taken, on May 2023 servers also if the name is.
     */
    public suspend fun create(
        name: String,
        slug: String,
        project: String? = null,
        timeout: Duration? = null,
    ): Environment {
        checkText("name" to name, "slug" to slug, "project" to project)
        return connection.call(timeout) {
            Environment(createEnvironment(name, slug, project, it))
        }
    }

    /**
     * Gives an environment another name, slug, or both. Its secrets stay, and service tokens for it
     * follow the new slug on most servers.
     *
     * @param newName the new name; unchanged by default.
     * @param newSlug the new slug; unchanged by default.
     * @throws NotFoundException if the project has no such environment.
     * @throws ConflictException if the new slug is taken.
     * @throws InvalidInputException if nothing is to change.
     */
    public suspend fun update(
        slug: String,
        newName: String? = null,
        newSlug: String? = null,
        project: String? = null,
        timeout: Duration? = null,
    ): Environment {
        checkText("slug" to slug, "newName" to newName, "newSlug" to newSlug, "project" to project)
        return connection.call(timeout) {
            Environment(updateEnvironment(slug, newName, newSlug, project, it))
        }
    }

    /**
     * Deletes an environment with all secrets in it.
     *
     * @throws NotFoundException if the project has no such environment.
     * @throws PermissionDeniedException for whom the project's roles do not let do it.
     */
    public suspend fun delete(slug: String, project: String? = null, timeout: Duration? = null) {
        checkText("slug" to slug, "project" to project)
        connection.call(timeout) { deleteEnvironment(slug, project, it) }
    }
}
