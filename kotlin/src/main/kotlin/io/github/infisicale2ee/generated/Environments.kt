// Written by `make generate` from `bindings/surface` and core's documentation. Do not edit.
package io.github.infisicale2ee

import kotlin.time.Duration

/**
 * Environments of a project.
 *
 * Every method fails with [PermissionDeniedException] for a service token, a service account or a
 * machine identity, and with [InvalidInputException] if neither the call nor the client has a
 * project, or if its id cannot be an id on this server.
 *
 * Protocol: `/api/v1/workspace/{id}/environments`, on May 2023 servers
 * `/api/v2/workspace/{id}/environments`.
 */
public class Environments internal constructor(private val connection: Connection) {
    /**
     * Lists the environments of a project, in the server's order. The list includes environments
     * whose secrets are denied to the user.
     *
     * @param project id or slug of the project; the client's by default.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such project or the user is not a member.
     */
    public suspend fun list(project: String? = null, timeout: Duration? = null): List<Environment> {
        checkText("project" to project)
        return connection.call(timeout) { listEnvironments(project, it).map(::Environment) }
    }

    /**
     * Adds an environment to a project.
     *
     * @param name the name, for people.
     * @param slug the slug, by which calls name the environment: lower case, and on servers of 2024
     *   and later only letters, digits and single hyphens.
     * @param project id or slug of the project; the client's by default.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws InvalidInputException if the name is blank or has white space around it, or if the
     *   server would store the slug as another one or reject it.
     * @throws ConflictException if the slug is taken, on May 2023 servers also if the name is.
     * @throws NotFoundException if there is no such project or the user is not a member.
     * @throws PermissionDeniedException for an API key, or if the user's role in the project does
     *   not allow it.
     */
    public suspend fun create(
        name: String,
        slug: String,
        project: String? = null,
        timeout: Duration? = null,
    ): Environment {
        checkText("name" to name, "slug" to slug, "project" to project)
        return connection.call(timeout) { Environment(createEnvironment(name, slug, project, it)) }
    }

    /**
     * Changes the name of an environment, its slug, or both. Its secrets stay. Service tokens for
     * it follow the new slug on most servers.
     *
     * @param slug the current slug.
     * @param newName new name; unchanged by default.
     * @param newSlug new slug: lower case, and on servers of 2024 and later only letters, digits
     *   and single hyphens; unchanged by default.
     * @param project id or slug of the project; the client's by default.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if the project has no such environment, or if there is no such
     *   project or the user is not a member.
     * @throws ConflictException if the new slug is taken, on May 2023 servers also if the new name
     *   is.
     * @throws InvalidInputException if neither a name nor a slug is given, if the new name is blank
     *   or has white space around it, or if the server would store the new slug as another one or
     *   reject it.
     * @throws PermissionDeniedException for an API key, or if the user's role in the project does
     *   not allow it.
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
     * @param slug slug of the environment.
     * @param project id or slug of the project; the client's by default.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if the project has no such environment, or if there is no such
     *   project or the user is not a member.
     * @throws PermissionDeniedException for an API key, or if the user's role in the project does
     *   not allow it.
     */
    public suspend fun delete(slug: String, project: String? = null, timeout: Duration? = null) {
        checkText("slug" to slug, "project" to project)
        connection.call(timeout) { deleteEnvironment(slug, project, it) }
    }
}

/** [Environments] with calls that block. */
public class BlockingEnvironments
internal constructor(private val environments: Environments, private val timeout: Duration?) {
    /** See [Environments.list]. */
    @JvmOverloads
    public fun list(project: String? = null): List<Environment> = blocking {
        environments.list(project, timeout)
    }

    /** See [Environments.create]. */
    @JvmOverloads
    public fun create(name: String, slug: String, project: String? = null): Environment =
        blocking("name" to name, "slug" to slug) {
            environments.create(name, slug, project, timeout)
        }

    /** See [Environments.update]. */
    @JvmOverloads
    public fun update(
        slug: String,
        newName: String? = null,
        newSlug: String? = null,
        project: String? = null,
    ): Environment =
        blocking("slug" to slug) { environments.update(slug, newName, newSlug, project, timeout) }

    /** See [Environments.delete]. */
    @JvmOverloads
    public fun delete(slug: String, project: String? = null): Unit =
        blocking("slug" to slug) { environments.delete(slug, project, timeout) }
}
