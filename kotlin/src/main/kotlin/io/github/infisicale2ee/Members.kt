package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeDeniedPermission
import kotlin.time.Duration

/**
 * What a member may not do in an environment.
 *
 * @property environment slug of the environment.
 * @property permission what the member may not do with the secrets there.
 */
public data class DeniedPermission(
    public val environment: String,
    public val permission: Permission,
) {
    init {
        required("environment", environment)
        required("permission", permission)
    }

    internal constructor(
        native: NativeDeniedPermission
    ) : this(native.environment, Permission.known(native.permission))

    internal fun toNative(): NativeDeniedPermission {
        checkText("environment" to environment)
        return NativeDeniedPermission(environment, permission.text)
    }
}

/**
 * Members of a project. `project` is its id, the client's by default; `timeout` is the longest a
 * call may take, if less than the client's deadline. A service token is refused with
 * [PermissionDeniedException].
 */
public class Members internal constructor(private val connection: Connection) {
    /**
     * Everyone in the project.
     *
     * @throws NotFoundException if there is no such project or the user is not a member.
     */
    public suspend fun list(
        project: String? = null,
        timeout: Duration? = null,
    ): List<Member> {
        checkText("project" to project)
        return connection.call(timeout) { listMembers(project, it).map(::Member) }
    }

    /**
     * Makes a member of the organization a member of the project, and gives them its key, sealed
     * here to their public key. Whoever is in already stays as they are; on May 2023 servers they
     * get the key again, so an interrupted invitation can be repeated.
     *
     * @param email the invitee's address.
     * @param expectFingerprint SHA-256 of the invitee's public key in hexadecimal, learned from
     *   them and not from the server. Not checked by default.
     * @throws NotFoundException if the invitee has not joined the organization.
     * @throws KeyUnavailableException if the invitee has not finished signing up, or the user has
     *   no key.
     * @throws IntegrityViolationException if the public key is not the expected one, or unsafe.
     *   Then nothing is given.
     * @throws InvalidInputException if the fingerprint is not 64 hexadecimal digits.
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
     * Gives a member one role in place of those they have.
     *
     * @param memberId the membership's id.
     * @param role `admin` or `member`; on 2024 servers also `viewer`, `no-access` or a custom
     *   role's slug.
     * @throws NotFoundException if the project has no such member.
     * @throws PermissionDeniedException if the user may not.
     * @throws InvalidInputException if the server knows no such role.
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
     * Says what a member may not do in which environments, on May 2023 servers. It takes the place
     * of what was said before; an empty list allows everything again. Whom both are denied is not
     * shown the environment either.
     *
     * The server alone sees to it: the member keeps the project key.
     *
     * @param memberId the membership's id.
     * @param denied what the member may not do.
     * @throws NotFoundException if the project has no such member or environment.
     * @throws PermissionDeniedException for programs and API keys, or if the user may not.
     * @throws UnsupportedByServerException on later servers, where roles say it, see [setRole].
     */
    public suspend fun deny(
        memberId: String,
        denied: List<DeniedPermission>,
        project: String? = null,
        timeout: Duration? = null,
    ): Member {
        checkText("memberId" to memberId, "project" to project)
        val permissions = denied.map { it.toNative() }
        return connection.call(timeout) {
            Member(denyMemberPermissions(memberId, permissions, project, it))
        }
    }

    /**
     * Removes a member and the server's copy of their key. They may still know the project key, as
     * the warning in the answer says: where that matters, make a new project, store new values in
     * it, and delete this one.
     *
     * @param memberId the membership's id.
     * @throws NotFoundException if the project has no such member.
     * @throws PermissionDeniedException if the user may not.
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
     * Seals the project key to a member who is in the project without it. Doing so again is
     * harmless.
     *
     * @param memberId the membership's id.
     * @param expectFingerprint as in [invite].
     * @throws NotFoundException if the project has no such member.
     * @throws KeyUnavailableException if the member has no public key, or the user has no key.
     * @throws IntegrityViolationException if the public key is not the expected one, or unsafe.
     *   Then nothing is given.
     * @throws InvalidInputException if the fingerprint is not 64 hexadecimal digits.
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
}
