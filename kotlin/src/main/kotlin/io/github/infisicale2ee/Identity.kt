package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeIdentity
import io.github.infisicale2ee.internal.NativeIdentityProject
import io.github.infisicale2ee.internal.NativeProjectIdentity

/**
 * A machine identity.
 *
 * @property id the identity's id.
 * @property name its name.
 * @property role its role in the organization: `admin`, `member`, `no-access` or one of the
 *   organization's own.
 */
@ConsistentCopyVisibility
public data class Identity
internal constructor(
    public val id: String,
    public val name: String,
    public val role: String,
) {
    internal constructor(
        native: NativeIdentity
    ) : this(
        id = native.id,
        name = native.name,
        role = native.role,
    )
}

/**
 * A machine identity in a project.
 *
 * @property id the membership's id.
 * @property identityId the identity's id, by which it is managed.
 * @property name its name.
 * @property roles its roles in the project.
 */
@ConsistentCopyVisibility
public data class ProjectIdentity
internal constructor(
    public val id: String,
    public val identityId: String,
    public val name: String,
    public val roles: List<String>,
) {
    internal constructor(
        native: NativeProjectIdentity
    ) : this(
        id = native.id,
        identityId = native.identityId,
        name = native.name,
        roles = native.roles,
    )
}

/**
 * A project that a machine identity is in.
 *
 * @property projectId the project's id.
 * @property projectName its name, where the server tells.
 * @property roles the identity's roles there.
 */
@ConsistentCopyVisibility
public data class IdentityProject
internal constructor(
    public val projectId: String,
    public val projectName: String?,
    public val roles: List<String>,
) {
    internal constructor(
        native: NativeIdentityProject
    ) : this(
        projectId = native.projectId,
        projectName = native.projectName,
        roles = native.roles,
    )
}
