package io.github.infisicale2ee

import kotlin.time.Duration

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
        blocking("memberId" to memberId) {
            members.remove(memberId, project, timeout)
        }

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
}
