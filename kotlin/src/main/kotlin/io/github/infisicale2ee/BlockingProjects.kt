package io.github.infisicale2ee

import kotlin.time.Duration

/** [Projects] with calls that block. */
public class BlockingProjects
internal constructor(private val projects: Projects, private val timeout: Duration?) {
    /** See [Projects.create]. */
    @JvmOverloads
    public fun create(name: String, organization: String? = null): Project =
        blocking("name" to name) {
            projects.create(name, organization, timeout)
        }

    /** See [Projects.list]. */
    public fun list(): List<Project> = blocking { projects.list(timeout) }

    /** See [Projects.get]. */
    public fun get(id: String): Project = blocking("id" to id) { projects.get(id, timeout) }

    /** See [Projects.openKey]. */
    public fun openKey(id: String): OpenedKey =
        blocking("id" to id) { projects.openKey(id, timeout) }

    /** See [Projects.rename]. */
    public fun rename(id: String, name: String): Project =
        blocking("id" to id, "name" to name) {
            projects.rename(id, name, timeout)
        }

    /** See [Projects.delete]. */
    public fun delete(id: String): Unit = blocking("id" to id) { projects.delete(id, timeout) }

    /** See [Projects.setAutoCapitalization]. */
    public fun setAutoCapitalization(id: String, enabled: Boolean): Project =
        blocking("id" to id) {
            projects.setAutoCapitalization(id, enabled, timeout)
        }

    /** See [Projects.setVersionLimit]. */
    public fun setVersionLimit(id: String, limit: Long): Project =
        blocking("id" to id) {
            projects.setVersionLimit(id, limit, timeout)
        }

    /** See [Projects.leave]. */
    public fun leave(id: String): Unit = blocking("id" to id) { projects.leave(id, timeout) }

    /** See [Projects.shareKeyWithServer]. */
    public fun shareKeyWithServer(id: String): Unit =
        blocking("id" to id) {
            projects.shareKeyWithServer(id, timeout)
        }

    /** See [Projects.stopSharingKeyWithServer]. */
    public fun stopSharingKeyWithServer(id: String): Unit =
        blocking("id" to id) {
            projects.stopSharingKeyWithServer(id, timeout)
        }

    /** See [Projects.isKeySharedWithServer]. */
    public fun isKeySharedWithServer(id: String): Boolean =
        blocking("id" to id) {
            projects.isKeySharedWithServer(id, timeout)
        }

    /** See [Projects.blindIndexStatus]. */
    public fun blindIndexStatus(id: String): Boolean =
        blocking("id" to id) {
            projects.blindIndexStatus(id, timeout)
        }

    /** See [Projects.enableBlindIndices]. */
    public fun enableBlindIndices(id: String): BlindIndexReport =
        blocking("id" to id) {
            projects.enableBlindIndices(id, timeout)
        }
}
