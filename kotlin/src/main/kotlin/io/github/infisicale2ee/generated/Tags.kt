// Written by `make generate` from `bindings/surface` and core's documentation. Do not edit.
package io.github.infisicale2ee

import kotlin.time.Duration

/**
 * Tags of a project.
 *
 * Only users manage tags: every method fails with [PermissionDeniedException] for service tokens,
 * other programs and API keys, or if the user's role does not allow it. It fails with
 * [InvalidInputException] if neither the call nor the client names a project.
 *
 * Protocol: `/api/v1/workspace/{id}/tags` and `/api/v2/workspace/{id}/tags`.
 */
public class Tags internal constructor(private val connection: Connection) {
    /**
     * Lists every tag of a project.
     *
     * @param project id or slug of the project; the client's by default.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such project or the user is not a member.
     */
    public suspend fun list(project: String? = null, timeout: Duration? = null): List<Tag> {
        checkText("project" to project)
        return connection.call(timeout) { listTags(project, it).map(::Tag) }
    }

    /**
     * Adds a tag to a project.
     *
     * @param name the tag's name, for people. Today's servers store only the slug.
     * @param slug the slug by which calls name the tag, in lower case and without spaces.
     * @param color color in the web interface, such as `#ff0000`; none by default. Needs a server
     *   of 2024 or later.
     * @param project id or slug of the project; the client's by default.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws ConflictException if the slug is taken; on February 2024 servers also by a tag of
     *   another project.
     * @throws InvalidInputException if the name is empty or has white space around it, or if the
     *   slug is empty, has upper-case letters or has white space, so that the server would store
     *   another one.
     * @throws NotFoundException if there is no such project or the user is not a member.
     * @throws UnsupportedByServerException for a color on May 2023 servers.
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
     * Gives a tag another slug, another color or both, on servers since June 2024. Secrets that
     * have the tag keep it.
     *
     * @param tag the tag's slug or id.
     * @param newSlug new slug, in lower case and without spaces; unchanged by default.
     * @param color new color in the web interface, such as `#ff0000`, or an empty text for none;
     *   unchanged by default.
     * @param project id or slug of the project; the client's by default.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if the project has no such tag, or if there is no such project or
     *   the user is not a member.
     * @throws ConflictException if the new slug is taken.
     * @throws InvalidInputException if nothing to change is given, or if the new slug is empty, has
     *   upper-case letters or has white space, so that the server would store another one.
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
     * Deletes a tag and removes it from every secret.
     *
     * @param tag the tag's slug or id.
     * @param project id or slug of the project; the client's by default.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if the project has no such tag, or if there is no such project or
     *   the user is not a member.
     */
    public suspend fun delete(tag: String, project: String? = null, timeout: Duration? = null) {
        checkText("tag" to tag, "project" to project)
        connection.call(timeout) { deleteTag(tag, project, it) }
    }
}

/** [Tags] with calls that block. */
public class BlockingTags
internal constructor(private val tags: Tags, private val timeout: Duration?) {
    /** See [Tags.list]. */
    @JvmOverloads
    public fun list(project: String? = null): List<Tag> = blocking { tags.list(project, timeout) }

    /** See [Tags.create]. */
    @JvmOverloads
    public fun create(
        name: String,
        slug: String,
        color: String? = null,
        project: String? = null,
    ): Tag =
        blocking("name" to name, "slug" to slug) {
            tags.create(name, slug, color, project, timeout)
        }

    /** See [Tags.update]. */
    @JvmOverloads
    public fun update(
        tag: String,
        newSlug: String? = null,
        color: String? = null,
        project: String? = null,
    ): Tag = blocking("tag" to tag) { tags.update(tag, newSlug, color, project, timeout) }

    /** See [Tags.delete]. */
    @JvmOverloads
    public fun delete(tag: String, project: String? = null): Unit =
        blocking("tag" to tag) { tags.delete(tag, project, timeout) }
}
