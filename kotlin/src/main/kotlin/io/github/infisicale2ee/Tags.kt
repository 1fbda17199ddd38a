package io.github.infisicale2ee

import kotlin.time.Duration

/**
 * Tags of a project. Only users manage them: service tokens and API keys get a
 * [PermissionDeniedException]. `project` is its id, the client's by default; `timeout` is the
 * longest a call may take, if less than the client's deadline.
 */
public class Tags internal constructor(private val connection: Connection) {
    /**
     * Every tag of a project.
     *
     * @throws NotFoundException if there is no such project or the user is not a member.
     */
    public suspend fun list(project: String? = null, timeout: Duration? = null): List<Tag> {
        checkText("project" to project)
        return connection.call(timeout) { listTags(project, it).map(::Tag) }
    }

    /**
     * Adds a tag to a project.
     *
     * @param name its name, for people.
     * @param slug what calls name it by: lower case, without spaces.
     * @param color its colour in the web page, such as `#ff0000`; none by default. For 2024
     *   servers.
     * @throws ConflictException if the slug is taken.
     * @throws InvalidInputException for a slug the server would store as another.
     * @throws UnsupportedByServerException for a colour on May 2023 servers.
     */
    public suspend fun create(
        name: String,
        slug: String,
        color: String? = null,
        project: String? = null,
        timeout: Duration? = null,
    ): Tag {
        checkText("name" to name, "slug" to slug, "color" to color, "project" to project)
        return connection.call(timeout) { Tag(createTag(name, slug, color, project, it)) }
    }

    /**
     * Gives a tag another slug, colour, or both. Secrets keep it.
     *
     * @param tag its slug or id.
     * @param newSlug the new slug; unchanged by default.
     * @param color the new colour, such as `#ff0000`; unchanged by default.
     * @throws NotFoundException if the project has no such tag.
     * @throws ConflictException if the new slug is taken.
     * @throws InvalidInputException if neither is given, or for a slug the server would store as
     *   another.
     * @throws UnsupportedByServerException on servers before June 2024.
     */
    public suspend fun update(
        tag: String,
        newSlug: String? = null,
        color: String? = null,
        project: String? = null,
        timeout: Duration? = null,
    ): Tag {
        checkText("tag" to tag, "newSlug" to newSlug, "color" to color, "project" to project)
        return connection.call(timeout) { Tag(updateTag(tag, newSlug, color, project, it)) }
    }

    /**
     * Deletes a tag and takes it off every secret.
     *
     * @param tag its slug or id.
     * @throws NotFoundException if the project has no such tag.
     */
    public suspend fun delete(tag: String, project: String? = null, timeout: Duration? = null) {
        checkText("tag" to tag, "project" to project)
        connection.call(timeout) { deleteTag(tag, project, it) }
    }
}
