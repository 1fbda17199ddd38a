package io.github.infisicale2ee

import kotlin.time.Duration

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

    /** See [Environments.update]; `null` leaves the name or slug as it is. */
    @JvmOverloads
    public fun update(
        slug: String,
        newName: String?,
        newSlug: String?,
        project: String? = null,
    ): Environment =
        blocking("slug" to slug) { environments.update(slug, newName, newSlug, project, timeout) }

    /** See [Environments.delete]. */
    @JvmOverloads
    public fun delete(slug: String, project: String? = null): Unit =
        blocking("slug" to slug) {
            environments.delete(slug, project, timeout)
        }
}
