package io.github.infisicale2ee

import kotlin.time.Duration

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

    /** See [Tags.update]; `null` leaves the slug or colour as it is. */
    @JvmOverloads
    public fun update(tag: String, newSlug: String?, color: String?, project: String? = null): Tag =
        blocking("tag" to tag) {
            tags.update(tag, newSlug, color, project, timeout)
        }

    /** See [Tags.delete]. */
    @JvmOverloads
    public fun delete(tag: String, project: String? = null): Unit =
        blocking("tag" to tag) {
            tags.delete(tag, project, timeout)
        }
}
