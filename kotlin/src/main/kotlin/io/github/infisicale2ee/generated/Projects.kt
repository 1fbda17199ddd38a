// Written by `make generate` from `bindings/surface` and core's documentation. Do not edit.
package io.github.infisicale2ee

import kotlin.time.Duration

/**
 * Projects and their keys.
 *
 * Methods name a project by its id, or on servers since June 2024 by its slug. A client looks up a
 * slug once. The server says which project has the slug; only an id names a project whatever the
 * server says. A service token, since October 2024, knows the slug of its own project; a slug fails
 * with [PermissionDeniedException] for other tokens, an API key, a service account, and a machine
 * identity before October 2024. February 2024 servers cannot look up slugs: they fail with
 * [UnsupportedByServerException]. A text that cannot be either fails with [InvalidInputException].
 *
 * Protocol: `/api/v1/workspace` and `/api/v2/workspace`, for blind indices
 * `/api/v3/workspaces/{id}/secrets`, for the server's key `/api/v1/bot`.
 */
public class Projects internal constructor(private val connection: Connection) {
    /**
     * Creates a project and its key. The client generates the key and seals it to the user. On
     * servers since June 2024 the server generates the key, and the client opens and checks it. On
     * servers since October 2024 only the server has the key.
     *
     * Servers before June 2024 need two steps. An interruption between them leaves a project
     * without a key and with nothing in it. A call with the same name then finishes that project
     * and does not create a second one; so after an interruption, call again. Do not create two
     * projects of one name at the same moment.
     *
     * @param name the project's name.
     * @param product what the project is for, on today's servers: `secret-manager`, the default,
     *   `kms` for keys that the server holds, or another product, which only the web interface
     *   manages.
     * @param organization id of the organization; by default the client's, or the only one that the
     *   user belongs to.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws InvalidInputException if the name is blank, or if the user does not belong to exactly
     *   one organization and neither the call nor the client names one.
     * @throws PermissionDeniedException if the credential is not a user's.
     * @throws UnsupportedByServerException on servers since June 2024, which make the keys of new
     *   projects, if the client requires end-to-end encryption (`requireE2ee`); for a product on
     *   servers before 2026.
     * @throws IntegrityViolationException if the server created the project for another product.
     * @throws KeyUnavailableException if the credential opens no private key of the user, except
     *   where only the server has the key.
     */
    public suspend fun create(
        name: String,
        product: String? = null,
        organization: String? = null,
        timeout: Duration? = null,
    ): Project {
        checkText("name" to name, "product" to product, "organization" to organization)
        return connection.call(timeout) { Project(createProject(name, product, organization, it)) }
    }

    /**
     * Lists every project that the user is a member of.
     *
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws PermissionDeniedException if the credential is a service token, or a machine identity
     *   on servers before October 2024.
     * @throws UnsupportedByServerException if the server logs users in only with the password
     *   itself and `sendPassword` does not allow it.
     */
    public suspend fun list(timeout: Duration? = null): List<Project> {
        return connection.call(timeout) { listProjects(it).map(::Project) }
    }

    /**
     * Returns one project, by its id or slug.
     *
     * @param id the project's id or slug.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such project or the user is not a member.
     * @throws PermissionDeniedException if the credential is not a user's.
     */
    public suspend fun get(id: String, timeout: Duration? = null): Project {
        checkText("id" to id)
        return connection.call(timeout) { Project(getProject(id, it)) }
    }

    /**
     * Returns one project, by its slug, even if the slug has the form of an id.
     *
     * @param slug the project's slug, as in [Project.slug].
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no project of that slug or the user is not a member.
     * @throws PermissionDeniedException if the credential is an API key or not a user's.
     * @throws InvalidInputException if the slug is empty, `.` or `..`, or longer than 100
     *   characters.
     * @throws IntegrityViolationException if the server answers with another project.
     * @throws UnsupportedByServerException on servers before June 2024.
     */
    public suspend fun getBySlug(slug: String, timeout: Duration? = null): Project {
        checkText("slug" to slug)
        return connection.call(timeout) { Project(getProjectBySlug(slug, it)) }
    }

    /**
     * Opens the key of a project and keeps it, as the first use of its secrets does. So a program
     * learns early whether its credential can decrypt.
     *
     * The result has the fingerprint of the public key of the user who sealed this copy:
     * [OpenedKey.sealedBy]. That user sees the same with [Members.fingerprint], unless the server
     * lies.
     *
     * @param id the project's id or slug.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such project or the user is not a member.
     * @throws KeyUnavailableException if nobody has shared the key with the user or service account
     *   yet, if the credential opens no private key, or if only the server has the key.
     * @throws DecryptionFailedException if the user's copy of the key was changed, or if the last
     *   part of a service token, its key, is wrong.
     * @throws IntegrityViolationException if the public key that the server holds for the user does
     *   not belong to the user's private key, if the server gives another project key than before,
     *   or if the client requires a trusted sealer and another public key sealed the copy, or if a
     *   server since June 2024 has a copy of the key and the client requires end-to-end encryption.
     * @throws PermissionDeniedException for a service token of another project.
     * @throws UnsupportedByServerException for a service account, on servers since 2024.
     */
    public suspend fun openKey(id: String, timeout: Duration? = null): OpenedKey {
        checkText("id" to id)
        return connection.call(timeout) { OpenedKey(openProjectKey(id, it)) }
    }

    /**
     * Renames a project. Its slug stays the same.
     *
     * @param id the project's id or slug.
     * @param name the new name.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws InvalidInputException if the name is blank.
     * @throws NotFoundException if there is no such project or the user is not a member.
     * @throws PermissionDeniedException if the user's role does not allow it, or if the credential
     *   is not a user's.
     */
    public suspend fun rename(id: String, name: String, timeout: Duration? = null): Project {
        checkText("id" to id, "name" to name)
        return connection.call(timeout) { Project(renameProject(id, name, it)) }
    }

    /**
     * Deletes a project with every secret in it. This cannot be undone.
     *
     * @param id the project's id or slug.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such project, also because it was deleted before, or
     *   if the user is not a member.
     * @throws PermissionDeniedException if the user is not an administrator of the project, or if
     *   the credential is not a user's.
     */
    public suspend fun delete(id: String, timeout: Duration? = null) {
        checkText("id" to id)
        connection.call(timeout) { deleteProject(id, it) }
    }

    /**
     * Sets whether the server's own pages write names of secrets in capitals. Names that this
     * library stores stay as given.
     *
     * @param id the project's id or slug.
     * @param enabled whether the pages write names in capitals.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such project or the user is not a member.
     * @throws PermissionDeniedException if the user's role does not allow it, or if the credential
     *   is not a user's.
     */
    public suspend fun setAutoCapitalization(
        id: String,
        enabled: Boolean,
        timeout: Duration? = null,
    ): Project {
        checkText("id" to id)
        return connection.call(timeout) { Project(setAutoCapitalization(id, enabled, it)) }
    }

    /**
     * Sets how many versions of each secret and folder the server keeps.
     *
     * Servers support this since June 2024. The server deletes older versions permanently.
     *
     * @param id the project's id or slug.
     * @param limit the number of versions to keep, from 1 to 100.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws InvalidInputException if the limit is not from 1 to 100.
     * @throws NotFoundException if there is no such project or the user is not a member.
     * @throws PermissionDeniedException if the user is not an administrator of the project, or if
     *   the credential is an API key or not a user's.
     * @throws UnsupportedByServerException on servers before June 2024.
     */
    public suspend fun setVersionLimit(
        id: String,
        limit: Long,
        timeout: Duration? = null,
    ): Project {
        checkText("id" to id)
        return connection.call(timeout) { Project(setVersionLimit(id, limit, it)) }
    }

    /**
     * Removes the user from a project, on servers since June 2024. The client forgets the project's
     * key. To come back, the user has to be invited again.
     *
     * Today's servers let the only administrator leave, too. Then no member can manage the project:
     * make another member an administrator first.
     *
     * @param id the project's id or slug.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such project or the user is not a member.
     * @throws PermissionDeniedException if the user is the only administrator of the project, on
     *   servers of 2024, or if the credential is an API key or not a user's.
     * @throws UnsupportedByServerException on servers before June 2024, or for a project that was
     *   created before June 2024, as every end-to-end encrypted project was: an administrator of
     *   the project can remove the member.
     */
    public suspend fun leave(id: String, timeout: Duration? = null) {
        checkText("id" to id)
        connection.call(timeout) { leaveProject(id, it) }
    }

    /**
     * Gives the server the key of a project, which ends the project's end-to-end encryption.
     *
     * With the key, the server can read every secret that the project has, had or will have.
     *
     * The server's integrations need it and, since June 2023, its plaintext routes. Nothing happens
     * if the server has the key already, as for every project created since June 2024.
     *
     * @param id the project's id or slug.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such project or the user is not a member.
     * @throws PermissionDeniedException if the user's role does not allow it, or if the credential
     *   is not a user's.
     * @throws KeyUnavailableException if the user has no key of the project to share, or if the
     *   credential opens no private key.
     * @throws DecryptionFailedException if the user's copy of the key was changed.
     * @throws IntegrityViolationException if the server's public key is not safe to seal to, or if
     *   the server may have replaced the project key (see `trustedSealers`): then nothing is given.
     * @throws UnsupportedByServerException on today's servers, for a project whose key only the
     *   server has.
     */
    public suspend fun shareKeyWithServer(id: String, timeout: Duration? = null) {
        checkText("id" to id)
        connection.call(timeout) { shareKeyWithServer(id, it) }
    }

    /**
     * Asks the server to delete its copy of the project key. The server may have kept the key and
     * everything that it read; only a new project with new values is out of its reach again.
     *
     * Nothing happens if the server has no copy. If it had one, this client's `endToEndEncrypted`
     * stays false.
     *
     * @param id the project's id or slug.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such project or the user is not a member.
     * @throws PermissionDeniedException if the user's role does not allow it, or if the credential
     *   is not a user's.
     * @throws UnsupportedByServerException if the server generated the key itself, as for every
     *   project created since June 2024.
     */
    public suspend fun stopSharingKeyWithServer(id: String, timeout: Duration? = null) {
        checkText("id" to id)
        connection.call(timeout) { stopSharingKeyWithServer(id, it) }
    }

    /**
     * Upgrades a project to one whose key the server has (servers since October 2024). This ends
     * its end-to-end encryption permanently.
     *
     * The server decrypts every secret of the project and stores it again, also the personal ones
     * of its members, and from then on reads and writes plaintext. Members no longer need its key,
     * and machine identities can use it. There is no way back.
     *
     * The server demands the private key of the user for it. It can then decrypt every other
     * project key that was ever sealed to the user. The call waits until the server has finished.
     *
     * @param id the project's id or slug.
     * @param sendPrivateKey whether the private key of the user may be sent to the server, which
     *   demands it; `false` by default. Without it, the call fails.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws InvalidInputException unless `sendPrivateKey` is set: nothing is sent.
     * @throws NotFoundException if there is no such project or the user is not a member.
     * @throws PermissionDeniedException if the user is not an administrator of the project, or if
     *   the credential is not a user's.
     * @throws KeyUnavailableException if the credential opens no private key, or if the user has no
     *   key of the project.
     * @throws DecryptionFailedException if the user's copy of the key was changed.
     * @throws ServerException if the server could not upgrade the project, which stays as it was.
     * @throws UnsupportedByServerException on servers before October 2024, and for a project that
     *   is upgraded already.
     */
    public suspend fun upgrade(
        id: String,
        sendPrivateKey: Boolean = false,
        timeout: Duration? = null,
    ) {
        checkText("id" to id)
        connection.call(timeout) { upgradeProject(id, sendPrivateKey, it) }
    }

    /**
     * Returns whether the server says that it has a copy of the project key. The result is `true`
     * for every project created since June 2024.
     *
     * @param id the project's id or slug.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such project or the user is not a member.
     * @throws PermissionDeniedException if the user's role does not allow it, or if the credential
     *   is not a user's.
     * @throws UnsupportedByServerException on today's servers, for a project whose key only the
     *   server has.
     */
    public suspend fun isKeySharedWithServer(id: String, timeout: Duration? = null): Boolean {
        checkText("id" to id)
        return connection.call(timeout) { isKeySharedWithServer(id, it) }
    }

    /**
     * Returns whether every secret of the project can be found by name. The result is `false` if
     * some secrets were stored before spring 2023, or by a program that does not tell the server
     * their names.
     *
     * @param id the project's id or slug.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such project or the user is not a member.
     * @throws PermissionDeniedException if the user is not an administrator of the project, on May
     *   2023 servers, or if the credential is not a user's.
     * @throws UnsupportedByServerException on today's servers, which have no blind indices any
     *   more.
     */
    public suspend fun blindIndexStatus(id: String, timeout: Duration? = null): Boolean {
        checkText("id" to id)
        return connection.call(timeout) { blindIndexStatus(id, it) }
    }

    /**
     * Enables finding every secret of an old project by name. The client decrypts the names and
     * sends them to the server, which stores a keyed hash of each. The server sees the names
     * meanwhile, as it does whenever a secret is read by name.
     *
     * After an interruption, call it again to finish. Secrets whose name does not decrypt or is
     * empty get no index: [BlindIndexReport.failures].
     *
     * @param id the project's id or slug.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such project or the user is not a member.
     * @throws PermissionDeniedException if the user is not an administrator of the project, or if
     *   the credential is not a user's.
     * @throws KeyUnavailableException if the user has no key of the project, or if the credential
     *   opens no private key.
     * @throws DecryptionFailedException if the user's copy of the key was changed.
     * @throws UnsupportedByServerException on today's servers, which have no blind indices any
     *   more.
     */
    public suspend fun enableBlindIndices(id: String, timeout: Duration? = null): BlindIndexReport {
        checkText("id" to id)
        return connection.call(timeout) { BlindIndexReport(enableBlindIndices(id, it)) }
    }

    /**
     * Replaces the key of a project, for example after a member was removed.
     *
     * It encrypts every secret under a new key, and seals that key to the remaining members. Run
     * again after an interruption, it finishes. Let one administrator rotate at a time.
     *
     * First the call checks everything, and changes nothing if it finds a reason to stop: every
     * secret of every environment and folder must decrypt, and every public key must be safe. Then
     * it encrypts the secrets, with the user's own personal ones, reads them again until none is
     * under the old key, gives the members their copies, and the user's own copy last. At the end
     * it reads all secrets once more.
     *
     * Service tokens contain the old key, and the result names them: create new ones, and delete
     * these. Programs that run keep the old key and may write with it: stop them before, and start
     * them again afterwards. Until the end, other members cannot read the secrets that are done.
     *
     * Some things stay under the old key and become unreadable: other members' personal secrets,
     * which their owners must write again, earlier versions of secrets, snapshots, and open
     * requests for approval. People who had the old key still know what it opened: change the
     * values too. The result has this as a warning to show to the user.
     *
     * @param id the project's id or slug.
     * @param dryRun whether only to report what would change; `false` by default.
     * @param shareWithServer whether to give the new key to the server, if it has a copy of the
     *   present one; `false` by default. Without it, the call fails for such a project and changes
     *   nothing.
     * @param expectFingerprints fingerprints of the public keys of the other members, learned from
     *   their owners and not from the server, each in any form of a `Fingerprint`. If a member has
     *   any other key, the call fails and nothing is changed. Not checked by default: then the
     *   server decides who gets the new key.
     * @param onProgress function to call before the first request and after each one, with how many
     *   secrets are done and of how many; none by default. It must not block. See
     *   [ProgressListener].
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such project or the user is not a member.
     * @throws PermissionDeniedException if the user is not an administrator of the project, if the
     *   project has approval policies, which would hold back the changes, or if the credential is
     *   an API key or not a user's.
     * @throws UnsupportedByServerException on May 2023 servers, and for a project whose key the
     *   server created, as on servers since June 2024.
     * @throws DecryptionFailedException if a secret does not decrypt, or if the user's copy of the
     *   key was changed: then nothing is changed.
     * @throws ConflictException if two secrets of a folder have the same name, if secrets lack a
     *   blind index, or if the server has a copy of the key and `shareWithServer` is not set: then
     *   nothing is changed. Also if somebody writes secrets meanwhile.
     * @throws IntegrityViolationException if a member's public key is not safe or not expected, or
     *   if the server may have replaced the project key (see `trustedSealers`).
     * @throws KeyUnavailableException if the user has no key of the project, or if the credential
     *   opens no private key.
     * @throws InvalidInputException if a fingerprint is in no form of a fingerprint.
     */
    public suspend fun rotateKey(
        id: String,
        dryRun: Boolean = false,
        shareWithServer: Boolean = false,
        expectFingerprints: List<String>? = null,
        onProgress: ProgressListener? = null,
        timeout: Duration? = null,
    ): KeyRotation {
        checkText("id" to id)
        checkTexts("expectFingerprints", expectFingerprints)
        return connection.call(timeout) {
            KeyRotation(
                rotateProjectKey(
                    id,
                    dryRun,
                    shareWithServer,
                    expectFingerprints,
                    onProgress?.toNative(),
                    it,
                )
            )
        }
    }
}

/** [Projects] with calls that block. */
public class BlockingProjects
internal constructor(private val projects: Projects, private val timeout: Duration?) {
    /** See [Projects.create]. */
    @JvmOverloads
    public fun create(
        name: String,
        product: String? = null,
        organization: String? = null,
    ): Project = blocking("name" to name) { projects.create(name, product, organization, timeout) }

    /** See [Projects.list]. */
    public fun list(): List<Project> = blocking { projects.list(timeout) }

    /** See [Projects.get]. */
    public fun get(id: String): Project = blocking("id" to id) { projects.get(id, timeout) }

    /** See [Projects.getBySlug]. */
    public fun getBySlug(slug: String): Project =
        blocking("slug" to slug) { projects.getBySlug(slug, timeout) }

    /** See [Projects.openKey]. */
    public fun openKey(id: String): OpenedKey =
        blocking("id" to id) { projects.openKey(id, timeout) }

    /** See [Projects.rename]. */
    public fun rename(id: String, name: String): Project =
        blocking("id" to id, "name" to name) { projects.rename(id, name, timeout) }

    /** See [Projects.delete]. */
    public fun delete(id: String): Unit = blocking("id" to id) { projects.delete(id, timeout) }

    /** See [Projects.setAutoCapitalization]. */
    public fun setAutoCapitalization(id: String, enabled: Boolean): Project =
        blocking("id" to id) { projects.setAutoCapitalization(id, enabled, timeout) }

    /** See [Projects.setVersionLimit]. */
    public fun setVersionLimit(id: String, limit: Long): Project =
        blocking("id" to id) { projects.setVersionLimit(id, limit, timeout) }

    /** See [Projects.leave]. */
    public fun leave(id: String): Unit = blocking("id" to id) { projects.leave(id, timeout) }

    /** See [Projects.shareKeyWithServer]. */
    public fun shareKeyWithServer(id: String): Unit =
        blocking("id" to id) { projects.shareKeyWithServer(id, timeout) }

    /** See [Projects.stopSharingKeyWithServer]. */
    public fun stopSharingKeyWithServer(id: String): Unit =
        blocking("id" to id) { projects.stopSharingKeyWithServer(id, timeout) }

    /** See [Projects.upgrade]. */
    @JvmOverloads
    public fun upgrade(id: String, sendPrivateKey: Boolean = false): Unit =
        blocking("id" to id) { projects.upgrade(id, sendPrivateKey, timeout) }

    /** See [Projects.isKeySharedWithServer]. */
    public fun isKeySharedWithServer(id: String): Boolean =
        blocking("id" to id) { projects.isKeySharedWithServer(id, timeout) }

    /** See [Projects.blindIndexStatus]. */
    public fun blindIndexStatus(id: String): Boolean =
        blocking("id" to id) { projects.blindIndexStatus(id, timeout) }

    /** See [Projects.enableBlindIndices]. */
    public fun enableBlindIndices(id: String): BlindIndexReport =
        blocking("id" to id) { projects.enableBlindIndices(id, timeout) }

    /** See [Projects.rotateKey]. */
    @JvmOverloads
    public fun rotateKey(
        id: String,
        dryRun: Boolean = false,
        shareWithServer: Boolean = false,
        expectFingerprints: List<String>? = null,
        onProgress: ProgressListener? = null,
    ): KeyRotation =
        blocking("id" to id) {
            projects.rotateKey(id, dryRun, shareWithServer, expectFingerprints, onProgress, timeout)
        }
}
