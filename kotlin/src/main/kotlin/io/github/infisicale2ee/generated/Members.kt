// Written by `make generate` from `bindings/surface` and core's documentation. Do not edit.
package io.github.infisicale2ee

import kotlin.time.Duration

/**
 * Members of projects.
 *
 * Every method fails with [PermissionDeniedException] for the credential of a program, such as a
 * service token. It fails with [InvalidInputException] if neither the call nor the client names a
 * project, or if the project's id is malformed.
 *
 * Protocol: `/api/v2/workspace/{id}/memberships` on May 2023 servers and
 * `/api/v1/workspace/{id}/memberships` on later ones, `/api/v1/workspace/{id}/invite-signup`,
 * `/api/v1/key`, `/api/v1/workspace/{id}/key` and `/api/v1/membership`.
 */
public class Members internal constructor(private val connection: Connection) {
    /**
     * Lists the members of a project.
     *
     * @param project id or slug of the project; the client's by default.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such project or the user is not a member of it.
     * @throws PermissionDeniedException if the user's role in the project does not allow it.
     */
    public suspend fun list(project: String? = null, timeout: Duration? = null): List<Member> {
        checkText("project" to project)
        return connection.call(timeout) { listMembers(project, it).map(::Member) }
    }

    /**
     * Adds a member of the organization to a project and gives them the project key. This library
     * seals the key to their public key.
     *
     * People who are in the project already stay as they are. On May 2023 servers they get the key
     * again, so that an interrupted invitation can be repeated.
     *
     * On servers since autumn 2024, a person can join a project whose key only the server has. They
     * get no key then, need no key pair, and can be added before they accept the invitation to the
     * organization.
     *
     * @param email the e-mail address of the invited person.
     * @param project id or slug of the project; the client's by default.
     * @param expectFingerprint the fingerprint of the public key to seal to, learned from its owner
     *   and not from the server, in any form of a `Fingerprint`. With any other key the call fails
     *   and nothing is sealed. Not checked by default.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such project, if the user is not a member of it, or
     *   if nobody with that address has joined the organization.
     * @throws PermissionDeniedException if the user's role in the project does not allow it, or for
     *   an API key on servers since autumn 2024.
     * @throws KeyUnavailableException if the invited person has not finished signing up, if the
     *   user has no project key to share, or if the credential does not open the private key of the
     *   user.
     * @throws IntegrityViolationException if the person's public key is not the expected one, is
     *   not safe to seal to, or changes during the invitation; nobody is given the key then. It
     *   also occurs if the server accepts the invitation and does not list the member, if it may
     *   have replaced the project key (see `trustedSealers`), or, after the key was shared, if a
     *   server since June 2024 has a copy of it and the client requires end-to-end encryption.
     * @throws TamperingSuspectedException if the trust store of the client knows another public key
     *   of the person, unless `expectFingerprint` confirms the new one. Nothing is shared then.
     * @throws InvalidInputException if `expectFingerprint` is in no form of a fingerprint.
     * @throws DecryptionFailedException if the user's own copy of the project key cannot be opened.
     * @throws UnsupportedByServerException for an API key on servers of 2024 before autumn, while a
     *   person without an account is invited to the organization.
     */
    public suspend fun invite(
        email: String,
        project: String? = null,
        expectFingerprint: String? = null,
        timeout: Duration? = null,
    ): Member {
        checkText("email" to email, "project" to project, "expectFingerprint" to expectFingerprint)
        return connection.call(timeout) {
            Member(inviteMember(email, project, expectFingerprint, it))
        }
    }

    /**
     * Gives a member one role in a project, in place of all roles that they have there.
     *
     * @param memberId the membership's id, as in [Member.id]; not the user's.
     * @param role the member's new role: `admin` or `member`; on servers since 2024 also `viewer`,
     *   `no-access` or the slug of a custom role.
     * @param project id or slug of the project; the client's by default.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such project, if the user is not a member of it, or
     *   if it has no such member.
     * @throws PermissionDeniedException unless the user is an administrator of the project.
     * @throws InvalidInputException if the server has no such role.
     */
    public suspend fun setRole(
        memberId: String,
        role: String,
        project: String? = null,
        timeout: Duration? = null,
    ): Member {
        checkText("memberId" to memberId, "role" to role, "project" to project)
        return connection.call(timeout) { Member(setMemberRole(memberId, role, project, it)) }
    }

    /**
     * Denies a member permissions in environments, whatever the member's role.
     *
     * Only May 2023 servers support this. The list replaces all that was denied before; an empty
     * list allows everything again.
     *
     * A member who is denied both `read` and `write` in an environment does not see the environment
     * either.
     *
     * Only the server enforces this: the member keeps the project key.
     *
     * @param memberId the membership's id, as in [Member.id]; not the user's.
     * @param denied the denied permissions, each with the slug of an environment and `read` or
     *   `write`.
     * @param project id or slug of the project; the client's by default.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such project, if the user is not a member of it, or
     *   if it has no such member or environment.
     * @throws InvalidInputException if a permission is neither `read` nor `write`.
     * @throws UnsupportedByServerException on servers since 2024, where roles say it, see
     *   [Members.setRole].
     * @throws PermissionDeniedException for an API key, or if the user is not allowed to do it.
     */
    public suspend fun deny(
        memberId: String,
        denied: List<DeniedPermission>,
        project: String? = null,
        timeout: Duration? = null,
    ): Member {
        checkText("memberId" to memberId, "project" to project)
        return connection.call(timeout) {
            Member(
                denyMemberPermissions(memberId, denied.map(DeniedPermission::toNative), project, it)
            )
        }
    }

    /**
     * Removes a member from a project, with the server's copy of their key.
     *
     * They may still know the project key, as [RemovedMember.warning] says. Where that matters,
     * replace the key with [Projects.rotateKey] and change the values; on servers that cannot do
     * that, create a new project, store new values in it, and delete this one.
     *
     * @param memberId the membership's id, as in [Member.id]; not the user's.
     * @param project id or slug of the project; the client's by default.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such project, if the user is not a member of it, or
     *   if it has no such member.
     * @throws PermissionDeniedException unless the user is an administrator of the project.
     */
    public suspend fun remove(
        memberId: String,
        project: String? = null,
        timeout: Duration? = null,
    ): RemovedMember {
        checkText("memberId" to memberId, "project" to project)
        return connection.call(timeout) { RemovedMember(removeMember(memberId, project, it)) }
    }

    /**
     * Shares the project key with a member who is in the project without it. This library seals the
     * key to the member's public key. Doing so again is harmless.
     *
     * @param memberId the membership's id, as in [Member.id]; not the user's.
     * @param project id or slug of the project; the client's by default.
     * @param expectFingerprint the fingerprint of the public key to seal to, learned from its owner
     *   and not from the server, in any form of a `Fingerprint`. With any other key the call fails
     *   and nothing is sealed. Not checked by default.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such project, if the user is not a member of it, or
     *   if it has no such member.
     * @throws PermissionDeniedException on servers since 2024 if the user's role in the project
     *   does not allow it.
     * @throws KeyUnavailableException if the member has not finished signing up and has no public
     *   key, if the user has no project key to share, or if the credential does not open the
     *   private key of the user.
     * @throws IntegrityViolationException if the member's public key is not the expected one or is
     *   not safe to seal to, or if the server may have replaced the project key (see
     *   `trustedSealers`). Nothing is shared then. It also occurs after the key was shared, if a
     *   server since June 2024 has a copy of it and the client requires end-to-end encryption.
     * @throws TamperingSuspectedException if the trust store of the client knows another public key
     *   of the member, unless `expectFingerprint` confirms the new one. Nothing is shared then.
     * @throws InvalidInputException if `expectFingerprint` is in no form of a fingerprint.
     * @throws DecryptionFailedException if the user's own copy of the project key cannot be opened.
     */
    public suspend fun shareKey(
        memberId: String,
        project: String? = null,
        expectFingerprint: String? = null,
        timeout: Duration? = null,
    ): Member {
        checkText(
            "memberId" to memberId,
            "project" to project,
            "expectFingerprint" to expectFingerprint,
        )
        return connection.call(timeout) {
            Member(shareKeyWithMember(memberId, project, expectFingerprint, it))
        }
    }

    /**
     * Returns the fingerprint of the user's own public key, or of a member's.
     *
     * Read out your own to a colleague. It is computed from the private key, so the server cannot
     * change it. That of a member is of the public key that the server shows for them. Compare it
     * with what that member reads out, and pass what they read out as `expectFingerprint` or
     * `trustedSealers`.
     *
     * @param memberId the id of a membership, as in [Member.id]; not the user's id. By default the
     *   user's own key is meant, which is the same in every project.
     * @param project id or slug of the project; the client's by default.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws KeyUnavailableException if the credential does not open the private key of the user,
     *   or if the member has not finished signing up and has no public key.
     * @throws NotFoundException if there is no such project, if the user is not a member of it, or
     *   if it has no such member.
     * @throws IntegrityViolationException if the public key that the server holds for the user does
     *   not belong to the user's private key, or if the member's public key is not safe to seal to.
     * @throws DecryptionFailedException if the private key of the user cannot be decrypted.
     * @throws InvalidInputException if a member is given, and neither the call nor the client names
     *   a project.
     */
    public suspend fun fingerprint(
        memberId: String? = null,
        project: String? = null,
        timeout: Duration? = null,
    ): Fingerprint {
        checkText("memberId" to memberId, "project" to project)
        return connection.call(timeout) { Fingerprint(memberFingerprint(memberId, project, it)) }
    }
}

/** [Members] with calls that block. */
public class BlockingMembers
internal constructor(private val members: Members, private val timeout: Duration?) {
    /** See [Members.list]. */
    @JvmOverloads
    public fun list(project: String? = null): List<Member> = blocking {
        members.list(project, timeout)
    }

    /** See [Members.invite]. */
    @JvmOverloads
    public fun invite(
        email: String,
        project: String? = null,
        expectFingerprint: String? = null,
    ): Member =
        blocking("email" to email) { members.invite(email, project, expectFingerprint, timeout) }

    /** See [Members.setRole]. */
    @JvmOverloads
    public fun setRole(memberId: String, role: String, project: String? = null): Member =
        blocking("memberId" to memberId, "role" to role) {
            members.setRole(memberId, role, project, timeout)
        }

    /** See [Members.deny]. */
    @JvmOverloads
    public fun deny(
        memberId: String,
        denied: List<DeniedPermission>,
        project: String? = null,
    ): Member =
        blocking("memberId" to memberId, "denied" to denied) {
            members.deny(memberId, denied, project, timeout)
        }

    /** See [Members.remove]. */
    @JvmOverloads
    public fun remove(memberId: String, project: String? = null): RemovedMember =
        blocking("memberId" to memberId) { members.remove(memberId, project, timeout) }

    /** See [Members.shareKey]. */
    @JvmOverloads
    public fun shareKey(
        memberId: String,
        project: String? = null,
        expectFingerprint: String? = null,
    ): Member =
        blocking("memberId" to memberId) {
            members.shareKey(memberId, project, expectFingerprint, timeout)
        }

    /** See [Members.fingerprint]. */
    @JvmOverloads
    public fun fingerprint(memberId: String? = null, project: String? = null): Fingerprint =
        blocking {
            members.fingerprint(memberId, project, timeout)
        }
}
