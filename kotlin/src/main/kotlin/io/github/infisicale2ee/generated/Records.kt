// What calls return. Written by `make generate` from `bindings/surface` and core's documentation.
// Do not edit.
package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeAccessTokenInfo
import io.github.infisicale2ee.internal.NativeApiKeyInfo
import io.github.infisicale2ee.internal.NativeApproval
import io.github.infisicale2ee.internal.NativeAuditActor
import io.github.infisicale2ee.internal.NativeAuditChange
import io.github.infisicale2ee.internal.NativeAuditDetail
import io.github.infisicale2ee.internal.NativeAuditEvent
import io.github.infisicale2ee.internal.NativeAuditLogPage
import io.github.infisicale2ee.internal.NativeBlindIndexReport
import io.github.infisicale2ee.internal.NativeCapabilities
import io.github.infisicale2ee.internal.NativeClientSecretInfo
import io.github.infisicale2ee.internal.NativeDuplicateName
import io.github.infisicale2ee.internal.NativeEnvironment
import io.github.infisicale2ee.internal.NativeFolder
import io.github.infisicale2ee.internal.NativeGroup
import io.github.infisicale2ee.internal.NativeGroupMember
import io.github.infisicale2ee.internal.NativeIdentity
import io.github.infisicale2ee.internal.NativeIdentityProject
import io.github.infisicale2ee.internal.NativeIncidentContact
import io.github.infisicale2ee.internal.NativeMember
import io.github.infisicale2ee.internal.NativeMoveResult
import io.github.infisicale2ee.internal.NativeNewAccount
import io.github.infisicale2ee.internal.NativeOpenedKey
import io.github.infisicale2ee.internal.NativeOrganization
import io.github.infisicale2ee.internal.NativeOrganizationMember
import io.github.infisicale2ee.internal.NativeProject
import io.github.infisicale2ee.internal.NativeProjectGroup
import io.github.infisicale2ee.internal.NativeProjectIdentity
import io.github.infisicale2ee.internal.NativeRemovedMember
import io.github.infisicale2ee.internal.NativeSecretImport
import io.github.infisicale2ee.internal.NativeServiceAccount
import io.github.infisicale2ee.internal.NativeServiceAccountKey
import io.github.infisicale2ee.internal.NativeServiceAccountPermission
import io.github.infisicale2ee.internal.NativeServiceTokenInfo
import io.github.infisicale2ee.internal.NativeSession
import io.github.infisicale2ee.internal.NativeSnapshot
import io.github.infisicale2ee.internal.NativeTag
import io.github.infisicale2ee.internal.NativeUser
import java.time.Instant

/**
 * One thing the server says of an event.
 *
 * @property name its name.
 * @property value its value; JSON if it is not text.
 */
@ConsistentCopyVisibility
public data class AuditDetail
internal constructor(
    public val name: String,
    public val value: String,
) {
    internal constructor(
        native: NativeAuditDetail
    ) : this(
        name = native.name,
        value = native.value,
    )
}

/**
 * An account that was just made.
 *
 * @property userId the user's id.
 * @property email the address signed up with. Log in with the same spelling: it is part of the
 *   proof.
 */
@ConsistentCopyVisibility
public data class NewAccount
internal constructor(
    public val userId: String,
    public val email: String,
) {
    internal constructor(
        native: NativeNewAccount
    ) : this(
        userId = native.userId,
        email = native.email,
    )
}

/**
 * A user of the server.
 *
 * @property id the user's id.
 * @property email e-mail address.
 * @property firstName first name.
 * @property lastName last name.
 */
@ConsistentCopyVisibility
public data class User
internal constructor(
    public val id: String,
    public val email: String,
    public val firstName: String,
    public val lastName: String,
) {
    internal constructor(
        native: NativeUser
    ) : this(
        id = native.id,
        email = native.email,
        firstName = native.firstName,
        lastName = native.lastName,
    )
}

/**
 * A log-in that still counts.
 *
 * @property id the session's id.
 * @property ipAddress where it was begun from, as the server saw it, where the server tells.
 * @property userAgent the program that began it, where the server tells.
 * @property createdAt when it began.
 * @property lastUsed when it was last used.
 */
@ConsistentCopyVisibility
public data class Session
internal constructor(
    public val id: String,
    public val ipAddress: String?,
    public val userAgent: String?,
    public val createdAt: Instant?,
    public val lastUsed: Instant?,
) {
    internal constructor(
        native: NativeSession
    ) : this(
        id = native.id,
        ipAddress = native.ipAddress,
        userAgent = native.userAgent,
        createdAt = toInstant(native.createdAt),
        lastUsed = toInstant(native.lastUsed),
    )
}

/**
 * An API key, without its text.
 *
 * @property id the key's id.
 * @property name its name.
 * @property lastUsed when it was last used; at first, when it was made.
 * @property expiresAt when it stops working.
 * @property createdAt when it was made.
 */
@ConsistentCopyVisibility
public data class ApiKeyInfo
internal constructor(
    public val id: String,
    public val name: String,
    public val lastUsed: Instant?,
    public val expiresAt: Instant?,
    public val createdAt: Instant?,
) {
    internal constructor(
        native: NativeApiKeyInfo
    ) : this(
        id = native.id,
        name = native.name,
        lastUsed = toInstant(native.lastUsed),
        expiresAt = toInstant(native.expiresAt),
        createdAt = toInstant(native.createdAt),
    )
}

/**
 * Something that happened in a project.
 *
 * @property id the event's id; of several events of one May 2023 log, each has its own.
 * @property event what happened, by the server's own name.
 * @property actorType `user`, `service_token`, `service_account`, `identity`, or `unknown` for one
 *   that is gone or of another kind.
 * @property actorId the actor's id.
 * @property actorName the e-mail address of a user, the name of another actor.
 * @property ipAddress where the request came from, as the server saw it.
 * @property userAgent the program that sent it, on servers since 2024.
 * @property channel what kind of program the server took it for, such as `web`, `cli` or `other`.
 * @property projectId the project.
 * @property createdAt when.
 * @property details what else the server says of it, such as `environment` or `numberOfSecrets`.
 *   What is not text is JSON.
 */
@ConsistentCopyVisibility
public data class AuditEvent
internal constructor(
    public val id: String,
    public val event: String,
    public val actorType: String,
    public val actorId: String?,
    public val actorName: String?,
    public val ipAddress: String?,
    public val userAgent: String?,
    public val channel: String?,
    public val projectId: String?,
    public val createdAt: Instant?,
    public val details: List<AuditDetail>,
) {
    internal constructor(
        native: NativeAuditEvent
    ) : this(
        id = native.id,
        event = native.event,
        actorType = native.actorType,
        actorId = native.actorId,
        actorName = native.actorName,
        ipAddress = native.ipAddress,
        userAgent = native.userAgent,
        channel = native.channel,
        projectId = native.projectId,
        createdAt = toInstant(native.createdAt),
        details = native.details.map(::AuditDetail),
    )
}

/**
 * Somebody who can be found in an audit log.
 *
 * @property actorType as in [AuditEvent.actorType].
 * @property id the actor's id.
 * @property name the e-mail address of a user, the name of another actor.
 */
@ConsistentCopyVisibility
public data class AuditActor
internal constructor(
    public val actorType: String,
    public val id: String?,
    public val name: String?,
) {
    internal constructor(
        native: NativeAuditActor
    ) : this(
        actorType = native.actorType,
        id = native.id,
        name = native.name,
    )
}

/**
 * A page of an audit log.
 *
 * @property events what happened, newest first. It may be empty though another page follows.
 * @property next where the next page begins; `null` after the last.
 */
@ConsistentCopyVisibility
public data class AuditLogPage
internal constructor(
    public val events: List<AuditEvent>,
    public val next: String?,
) {
    internal constructor(
        native: NativeAuditLogPage
    ) : this(
        events = native.events.map(::AuditEvent),
        next = native.next,
    )
}

/**
 * What an event did to one secret.
 *
 * @property secretId the secret's id.
 * @property environment slug of its environment.
 * @property before the secret as it was; `null` if it was made or only read.
 * @property after the secret as it is since then, or was when it was read; `null` if it was
 *   deleted.
 */
@ConsistentCopyVisibility
public data class AuditChange
internal constructor(
    public val secretId: String,
    public val environment: String,
    public val before: AuditedSecret?,
    public val after: AuditedSecret?,
) {
    internal constructor(
        native: NativeAuditChange
    ) : this(
        secretId = native.secretId,
        environment = native.environment,
        before = native.before?.let(::AuditedSecret),
        after = native.after?.let(::AuditedSecret),
    )
}

/**
 * An organization.
 *
 * @property id the organization's id.
 * @property name its name.
 * @property slug its slug; `null` on May 2023 servers.
 */
@ConsistentCopyVisibility
public data class Organization
internal constructor(
    public val id: String,
    public val name: String,
    public val slug: String?,
) {
    internal constructor(
        native: NativeOrganization
    ) : this(
        id = native.id,
        name = native.name,
        slug = native.slug,
    )
}

/**
 * A member of an organization, or somebody invited to it.
 *
 * @property id the id of the membership, by which members are changed and removed.
 * @property userId the user's id; `null` on May 2023 servers for an invited person without an
 *   account. Later servers assign one at once.
 * @property email e-mail address.
 * @property firstName first name; empty while somebody without an account is invited.
 * @property lastName last name, likewise.
 * @property role the role: `owner` (May 2023), `admin`, `member`, `no-access` (2024) or a role of
 *   its own.
 * @property status `accepted`, or `invited` until the invitation is taken up.
 * @property publicKey the user's public key, 32 bytes as base64; `null` without a usable key.
 * @property publicKeyFingerprint SHA-256 of the user's public key, as hexadecimal; `null` without a
 *   usable key.
 */
@ConsistentCopyVisibility
public data class OrganizationMember
internal constructor(
    public val id: String,
    public val userId: String?,
    public val email: String,
    public val firstName: String,
    public val lastName: String,
    public val role: String,
    public val status: String,
    public val publicKey: String?,
    public val publicKeyFingerprint: String?,
) {
    internal constructor(
        native: NativeOrganizationMember
    ) : this(
        id = native.id,
        userId = native.userId,
        email = native.email,
        firstName = native.firstName,
        lastName = native.lastName,
        role = native.role,
        status = native.status,
        publicKey = native.publicKey,
        publicKeyFingerprint = native.publicKeyFingerprint,
    )
}

/**
 * Whom the server tells of incidents in an organization.
 *
 * @property id the contact's id.
 * @property email the address.
 */
@ConsistentCopyVisibility
public data class IncidentContact
internal constructor(
    public val id: String,
    public val email: String,
) {
    internal constructor(
        native: NativeIncidentContact
    ) : this(
        id = native.id,
        email = native.email,
    )
}

/**
 * A member of a project.
 *
 * @property id the id of the membership, by which members are changed and removed.
 * @property userId the user's id.
 * @property email e-mail address.
 * @property firstName first name.
 * @property lastName last name.
 * @property roles the member's roles: `admin`, `member`, on 2024 servers also others. More than
 *   one, temporary ones included, only since June 2024.
 * @property publicKey the member's public key, 32 bytes as base64; `null` without a usable key.
 * @property publicKeyFingerprint SHA-256 of the member's public key, as hexadecimal, to compare
 *   with what that user sees; `null` without a usable key.
 * @property deniedPermissions what the member may not do, on May 2023 servers; later it is empty,
 *   for roles say it.
 */
@ConsistentCopyVisibility
public data class Member
internal constructor(
    public val id: String,
    public val userId: String,
    public val email: String,
    public val firstName: String,
    public val lastName: String,
    public val roles: List<String>,
    public val publicKey: String?,
    public val publicKeyFingerprint: String?,
    public val deniedPermissions: List<DeniedPermission>,
) {
    internal constructor(
        native: NativeMember
    ) : this(
        id = native.id,
        userId = native.userId,
        email = native.email,
        firstName = native.firstName,
        lastName = native.lastName,
        roles = native.roles,
        publicKey = native.publicKey,
        publicKeyFingerprint = native.publicKeyFingerprint,
        deniedPermissions = native.deniedPermissions.map(::DeniedPermission),
    )
}

/**
 * That somebody is no longer a member.
 *
 * @property id the id the membership had.
 * @property warning for people: that the removed person may still know project keys, and what to do
 *   about it.
 */
@ConsistentCopyVisibility
public data class RemovedMember
internal constructor(
    public val id: String,
    public val warning: String,
) {
    internal constructor(
        native: NativeRemovedMember
    ) : this(
        id = native.id,
        warning = native.warning,
    )
}

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
 * A project that a machine identity is in.
 *
 * @property projectId the project's id.
 * @property projectName its name, where the server tells.
 * @property roles the identity's roles there, as in [ProjectIdentity.roles].
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

/**
 * An access token that was made for a machine identity, without its text.
 *
 * @property id the token's id.
 * @property name what it is for, for people; may be empty.
 * @property createdAt when it was made, where the server tells.
 * @property lastUsed when it was last used; `null` if never, or where the server does not tell.
 * @property uses how many requests it was used for, where the server tells.
 * @property isRevoked whether it was revoked.
 */
@ConsistentCopyVisibility
public data class AccessTokenInfo
internal constructor(
    public val id: String,
    public val name: String,
    public val createdAt: Instant?,
    public val lastUsed: Instant?,
    public val uses: Long?,
    public val isRevoked: Boolean,
) {
    internal constructor(
        native: NativeAccessTokenInfo
    ) : this(
        id = native.id,
        name = native.name,
        createdAt = toInstant(native.createdAt),
        lastUsed = toInstant(native.lastUsed),
        uses = native.uses,
        isRevoked = native.isRevoked,
    )
}

/**
 * Users who are given access together.
 *
 * @property id the group's id.
 * @property name its name.
 * @property slug its slug.
 * @property role its role in the organization: `admin`, `member`, `no-access` or one of the
 *   organization's own.
 * @property organizationId the organization it belongs to.
 */
@ConsistentCopyVisibility
public data class Group
internal constructor(
    public val id: String,
    public val name: String,
    public val slug: String,
    public val role: String,
    public val organizationId: String,
) {
    internal constructor(
        native: NativeGroup
    ) : this(
        id = native.id,
        name = native.name,
        slug = native.slug,
        role = native.role,
        organizationId = native.organizationId,
    )
}

/**
 * A user in a group.
 *
 * @property id the user's id.
 * @property username the user's name on the server, usually the e-mail address.
 * @property email e-mail address, if the user has one.
 * @property firstName first name.
 * @property lastName last name.
 */
@ConsistentCopyVisibility
public data class GroupMember
internal constructor(
    public val id: String,
    public val username: String,
    public val email: String?,
    public val firstName: String,
    public val lastName: String,
) {
    internal constructor(
        native: NativeGroupMember
    ) : this(
        id = native.id,
        username = native.username,
        email = native.email,
        firstName = native.firstName,
        lastName = native.lastName,
    )
}

/**
 * That a group is in a project.
 *
 * @property id the membership's id.
 * @property groupId the group's id.
 * @property name the group's name.
 * @property slug the group's slug.
 * @property roles its roles in the project: `admin`, `member`, `viewer`, `no-access` or the slug of
 *   one that the project defines.
 */
@ConsistentCopyVisibility
public data class ProjectGroup
internal constructor(
    public val id: String,
    public val groupId: String,
    public val name: String,
    public val slug: String,
    public val roles: List<String>,
) {
    internal constructor(
        native: NativeProjectGroup
    ) : this(
        id = native.id,
        groupId = native.groupId,
        name = native.name,
        slug = native.slug,
        roles = native.roles,
    )
}

/**
 * A client secret of a machine identity, without its text.
 *
 * @property id the client secret's id.
 * @property description what it is for, for people; may be empty.
 * @property prefix its first characters, by which people tell several apart. They do not help to
 *   guess it.
 * @property createdAt when it was made, where the server tells.
 * @property expiresAt when it stops working; `null` if never, or where the server does not tell.
 * @property uses how many log-ins it was used for, where the server tells.
 * @property maxUses how many it may be used for; `null` without a limit, or where the server does
 *   not tell.
 */
@ConsistentCopyVisibility
public data class ClientSecretInfo
internal constructor(
    public val id: String,
    public val description: String,
    public val prefix: String,
    public val createdAt: Instant?,
    public val expiresAt: Instant?,
    public val uses: Long?,
    public val maxUses: Long?,
) {
    internal constructor(
        native: NativeClientSecretInfo
    ) : this(
        id = native.id,
        description = native.description,
        prefix = native.prefix,
        createdAt = toInstant(native.createdAt),
        expiresAt = toInstant(native.expiresAt),
        uses = native.uses,
        maxUses = native.maxUses,
    )
}

/**
 * That a machine identity is in a project.
 *
 * @property id the membership's id.
 * @property identityId the identity's id.
 * @property name the identity's name.
 * @property roles its roles in the project: `admin`, `member`, `viewer`, `no-access` or the slug of
 *   one that the project defines.
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
 * A service account, without anything secret.
 *
 * @property id the account's id.
 * @property name its name.
 * @property organizationId the organization it belongs to.
 * @property publicKeyFingerprint SHA-256 of its public key, as hexadecimal; `null` if the server
 *   names no usable key.
 * @property expiresAt when it was to expire; `null` if never.
 */
@ConsistentCopyVisibility
public data class ServiceAccount
internal constructor(
    public val id: String,
    public val name: String,
    public val organizationId: String,
    public val publicKeyFingerprint: String?,
    public val expiresAt: Instant?,
) {
    internal constructor(
        native: NativeServiceAccount
    ) : this(
        id = native.id,
        name = native.name,
        organizationId = native.organizationId,
        publicKeyFingerprint = native.publicKeyFingerprint,
        expiresAt = toInstant(native.expiresAt),
    )
}

/**
 * That a service account may work in an environment.
 *
 * @property id the permission's id.
 * @property projectId the project.
 * @property environment slug of the environment.
 * @property permissions what it may do there.
 */
@ConsistentCopyVisibility
public data class ServiceAccountPermission
internal constructor(
    public val id: String,
    public val projectId: String,
    public val environment: String,
    public val permissions: Set<Permission>,
) {
    internal constructor(
        native: NativeServiceAccountPermission
    ) : this(
        id = native.id,
        projectId = native.projectId,
        environment = native.environment,
        permissions = native.permissions.mapTo(LinkedHashSet(), Permission::known),
    )
}

/**
 * That a service account has a copy of a project key.
 *
 * @property id the copy's id.
 * @property projectId the project whose key it is.
 * @property createdAt when the copy was made, where the server tells.
 */
@ConsistentCopyVisibility
public data class ServiceAccountKey
internal constructor(
    public val id: String,
    public val projectId: String,
    public val createdAt: Instant?,
) {
    internal constructor(
        native: NativeServiceAccountKey
    ) : this(
        id = native.id,
        projectId = native.projectId,
        createdAt = toInstant(native.createdAt),
    )
}

/**
 * A service token, without anything secret.
 *
 * @property id the token's id.
 * @property name its name.
 * @property projectId the project it opens.
 * @property scopes where it may be used.
 * @property permissions what it may do.
 * @property expiresAt when it stops working; `null` if never.
 */
@ConsistentCopyVisibility
public data class ServiceTokenInfo
internal constructor(
    public val id: String,
    public val name: String,
    public val projectId: String,
    public val scopes: List<ServiceTokenScope>,
    public val permissions: Set<Permission>,
    public val expiresAt: Instant?,
) {
    internal constructor(
        native: NativeServiceTokenInfo
    ) : this(
        id = native.id,
        name = native.name,
        projectId = native.projectId,
        scopes = native.scopes.map(::ServiceTokenScope),
        permissions = native.permissions.mapTo(LinkedHashSet(), Permission::known),
        expiresAt = toInstant(native.expiresAt),
    )
}

/**
 * An environment of a project.
 *
 * @property id its id; `null` on May 2023 servers, and where an API key asks.
 * @property name its name, for people.
 * @property slug its slug, for calls.
 */
@ConsistentCopyVisibility
public data class Environment
internal constructor(
    public val id: String?,
    public val name: String,
    public val slug: String,
) {
    internal constructor(
        native: NativeEnvironment
    ) : this(
        id = native.id,
        name = native.name,
        slug = native.slug,
    )
}

/**
 * A project.
 *
 * @property id the project's id.
 * @property name its name.
 * @property slug its slug; `null` on May 2023 servers.
 * @property organizationId the organization it belongs to, where the server tells.
 * @property autoCapitalization whether the server's own pages write names of secrets in capitals,
 *   where the server tells.
 * @property environments its environments, in the server's order.
 */
@ConsistentCopyVisibility
public data class Project
internal constructor(
    public val id: String,
    public val name: String,
    public val slug: String?,
    public val organizationId: String?,
    public val autoCapitalization: Boolean?,
    public val environments: List<Environment>,
) {
    internal constructor(
        native: NativeProject
    ) : this(
        id = native.id,
        name = native.name,
        slug = native.slug,
        organizationId = native.organizationId,
        autoCapitalization = native.autoCapitalization,
        environments = native.environments.map(::Environment),
    )
}

/**
 * A name that several secrets of one environment and folder share.
 *
 * @property name the name.
 * @property environment slug of the environment.
 * @property ids the secrets' ids.
 */
@ConsistentCopyVisibility
public data class DuplicateName
internal constructor(
    public val name: String,
    public val environment: String,
    public val ids: List<String>,
) {
    internal constructor(
        native: NativeDuplicateName
    ) : this(
        name = native.name,
        environment = native.environment,
        ids = native.ids,
    )
}

/**
 * What became of the names of a project's secrets.
 *
 * @property named how many secrets were named; 0 if all had an index before.
 * @property duplicates names that several secrets of one place share: by name only one of them is
 *   found. Rename or delete the others.
 * @property failures secrets whose name does not decrypt or is empty, which got no index.
 */
@ConsistentCopyVisibility
public data class BlindIndexReport
internal constructor(
    public val named: Long,
    public val duplicates: List<DuplicateName>,
    public val failures: List<SecretFailure>,
) {
    internal constructor(
        native: NativeBlindIndexReport
    ) : this(
        named = native.named,
        duplicates = native.duplicates.map(::DuplicateName),
        failures = native.failures.map(::SecretFailure),
    )
}

/**
 * What the server can do, and how the secrets of this client pass.
 *
 * @property server the release the server resembles: `may23`, `feb24`, `jun24` or `modern`.
 * @property verified whether this library was held against a running server of that release.
 *   `modern` follows public source alone.
 * @property folders whether secrets can lie in folders, and calls about them take a path. Not in
 *   May 2023, whose servers have folders without a way to a secret in one by its name.
 * @property secretImports whether folders can import others.
 * @property machineIdentities whether machine identities can log in.
 * @property endToEndEncrypted whether this client's secrets are end-to-end encrypted. Of a user who
 *   allows plaintext, in the client's default project.
 * @property secretsRoute the routes they pass by: `encrypted_v3`, `raw_v3` or `raw_v4`.
 */
@ConsistentCopyVisibility
public data class Capabilities
internal constructor(
    public val server: String,
    public val verified: Boolean,
    public val folders: Boolean,
    public val secretImports: Boolean,
    public val machineIdentities: Boolean,
    public val endToEndEncrypted: Boolean,
    public val secretsRoute: String,
) {
    internal constructor(
        native: NativeCapabilities
    ) : this(
        server = native.server,
        verified = native.verified,
        folders = native.folders,
        secretImports = native.secretImports,
        machineIdentities = native.machineIdentities,
        endToEndEncrypted = native.endToEndEncrypted,
        secretsRoute = native.secretsRoute,
    )
}

/**
 * That a project's key could be opened, and who sealed it.
 *
 * @property projectId the project.
 * @property sealedBy SHA-256 of the public key of the user who sealed this copy, as hexadecimal, to
 *   compare with what that user sees; `null` for a service token, whose copy nobody seals.
 */
@ConsistentCopyVisibility
public data class OpenedKey
internal constructor(
    public val projectId: String,
    public val sealedBy: String?,
) {
    internal constructor(
        native: NativeOpenedKey
    ) : this(
        projectId = native.projectId,
        sealedBy = native.sealedBy,
    )
}

/**
 * A folder.
 *
 * @property id the folder's id.
 * @property name its name.
 * @property path its whole path, such as `/backend/jobs`.
 * @property createdAt when it was made, where the server tells.
 * @property updatedAt when it was last changed, where the server tells.
 */
@ConsistentCopyVisibility
public data class Folder
internal constructor(
    public val id: String,
    public val name: String,
    public val path: String,
    public val createdAt: Instant?,
    public val updatedAt: Instant?,
) {
    internal constructor(
        native: NativeFolder
    ) : this(
        id = native.id,
        name = native.name,
        path = native.path,
        createdAt = toInstant(native.createdAt),
        updatedAt = toInstant(native.updatedAt),
    )
}

/**
 * A tag of a project.
 *
 * @property id the tag's id.
 * @property name its name, for people.
 * @property slug its slug, for calls.
 * @property color its colour in the web page; `null` if it has none, and on May 2023 servers.
 */
@ConsistentCopyVisibility
public data class Tag
internal constructor(
    public val id: String,
    public val name: String,
    public val slug: String,
    public val color: String?,
) {
    internal constructor(
        native: NativeTag
    ) : this(
        id = native.id,
        name = native.name,
        slug = native.slug,
        color = native.color,
    )
}

/**
 * That a folder imports the secrets of another.
 *
 * @property id the import's id.
 * @property environment slug of the environment it imports from.
 * @property path the folder it imports.
 * @property position its position among the folder's imports, from 1. Later ones win.
 */
@ConsistentCopyVisibility
public data class SecretImport
internal constructor(
    public val id: String,
    public val environment: String,
    public val path: String,
    public val position: Long,
) {
    internal constructor(
        native: NativeSecretImport
    ) : this(
        id = native.id,
        environment = native.environment,
        path = native.path,
        position = native.position,
    )
}

/**
 * What moving secrets did.
 *
 * @property moved names of the secrets that were moved. Not among them is one that an earlier,
 *   interrupted call had moved.
 * @property sourceUpdated whether the source changed.
 * @property destinationUpdated whether the destination changed; false if it already had all the
 *   secrets.
 */
@ConsistentCopyVisibility
public data class MoveResult
internal constructor(
    public val moved: List<String>,
    public val sourceUpdated: Boolean,
    public val destinationUpdated: Boolean,
) {
    internal constructor(
        native: NativeMoveResult
    ) : this(
        moved = native.moved,
        sourceUpdated = native.sourceUpdated,
        destinationUpdated = native.destinationUpdated,
    )
}

/**
 * A request that a change be approved.
 *
 * @property id the request's id.
 * @property status its state as the server names it: `open`, as long as nobody has decided.
 */
@ConsistentCopyVisibility
public data class Approval
internal constructor(
    public val id: String,
    public val status: String,
) {
    internal constructor(
        native: NativeApproval
    ) : this(
        id = native.id,
        status = native.status,
    )
}

/**
 * That a snapshot was taken.
 *
 * @property id the snapshot's id.
 * @property version counts the snapshots of the project from 1, on May 2023 servers.
 * @property createdAt when it was taken.
 * @property environment slug of its environment; `null` on May 2023 servers, where it is of all.
 * @property folderId id of its folder; `null` on May 2023 servers.
 */
@ConsistentCopyVisibility
public data class Snapshot
internal constructor(
    public val id: String,
    public val version: Long?,
    public val createdAt: Instant?,
    public val environment: String?,
    public val folderId: String?,
) {
    internal constructor(
        native: NativeSnapshot
    ) : this(
        id = native.id,
        version = native.version,
        createdAt = toInstant(native.createdAt),
        environment = native.environment,
        folderId = native.folderId,
    )
}
