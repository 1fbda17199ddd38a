// Results of calls. Written by `make generate` from `bindings/surface` and core's documentation.
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
import io.github.infisicale2ee.internal.NativeAuditedSecret
import io.github.infisicale2ee.internal.NativeBlindIndexReport
import io.github.infisicale2ee.internal.NativeCapabilities
import io.github.infisicale2ee.internal.NativeClientSecretInfo
import io.github.infisicale2ee.internal.NativeCreatedAccessToken
import io.github.infisicale2ee.internal.NativeCreatedApiKey
import io.github.infisicale2ee.internal.NativeCreatedClientSecret
import io.github.infisicale2ee.internal.NativeCreatedLease
import io.github.infisicale2ee.internal.NativeCreatedServiceAccount
import io.github.infisicale2ee.internal.NativeCreatedServiceToken
import io.github.infisicale2ee.internal.NativeDuplicateName
import io.github.infisicale2ee.internal.NativeDuplicateResult
import io.github.infisicale2ee.internal.NativeDynamicSecret
import io.github.infisicale2ee.internal.NativeEmergencyKit
import io.github.infisicale2ee.internal.NativeEnvironment
import io.github.infisicale2ee.internal.NativeFingerprint
import io.github.infisicale2ee.internal.NativeFolder
import io.github.infisicale2ee.internal.NativeGroup
import io.github.infisicale2ee.internal.NativeGroupMember
import io.github.infisicale2ee.internal.NativeIdentity
import io.github.infisicale2ee.internal.NativeIdentityProject
import io.github.infisicale2ee.internal.NativeIncidentContact
import io.github.infisicale2ee.internal.NativeInvitation
import io.github.infisicale2ee.internal.NativeKeyRotation
import io.github.infisicale2ee.internal.NativeKmsKey
import io.github.infisicale2ee.internal.NativeLease
import io.github.infisicale2ee.internal.NativeLeaseCredential
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
import io.github.infisicale2ee.internal.NativeRole
import io.github.infisicale2ee.internal.NativeSecretFailure
import io.github.infisicale2ee.internal.NativeSecretImport
import io.github.infisicale2ee.internal.NativeSecretMetadata
import io.github.infisicale2ee.internal.NativeSecretVersion
import io.github.infisicale2ee.internal.NativeServiceAccount
import io.github.infisicale2ee.internal.NativeServiceAccountKey
import io.github.infisicale2ee.internal.NativeServiceAccountPermission
import io.github.infisicale2ee.internal.NativeServiceTokenInfo
import io.github.infisicale2ee.internal.NativeSession
import io.github.infisicale2ee.internal.NativeSnapshot
import io.github.infisicale2ee.internal.NativeTag
import io.github.infisicale2ee.internal.NativeTokenAuth
import io.github.infisicale2ee.internal.NativeUniversalAuth
import io.github.infisicale2ee.internal.NativeUser
import java.time.Instant
import kotlin.time.Duration
import kotlin.time.Duration.Companion.seconds
import kotlin.time.toJavaDuration

/**
 * A detail of an audit event.
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
 * A new account.
 *
 * @property userId the user's id.
 * @property email the e-mail address. Log in with the same spelling, which is part of the password
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
 * An active session of the user.
 *
 * @property id the session's id.
 * @property ipAddress the IP address of the log-in, if the server sends it.
 * @property userAgent the user agent of the log-in, if the server sends it.
 * @property createdAt when the session was created.
 * @property lastUsed when the session was last used.
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
 * @property lastUsed when the key was last used; initially the time of its creation.
 * @property expiresAt when the key expires.
 * @property createdAt when the key was created.
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
 * An event in the audit log of a project.
 *
 * @property id the event's id. Several events of one May 2023 log entry have different ids.
 * @property event the server's name for the kind of event.
 * @property actorType `user`, `service_token`, `service_account` or `identity`; `unknown` for a
 *   deleted actor or another kind.
 * @property actorId the actor's id.
 * @property actorName the e-mail address of a user, or the name of another actor.
 * @property ipAddress the IP address of the request, as seen by the server.
 * @property userAgent the user agent of the request; only on servers since 2024.
 * @property channel the kind of client as classified by the server, such as `web`, `cli` or
 *   `other`.
 * @property projectId the project's id.
 * @property createdAt the time of the event.
 * @property details further details, such as `environment` or `numberOfSecrets`. Values that are
 *   not text are JSON.
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
 * An actor in an audit log.
 *
 * @property actorType as in [AuditEvent.actorType].
 * @property id the actor's id.
 * @property name the e-mail address of a user, or the name of another actor.
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
 * @property events the events, newest first. The list can be empty even if another page follows.
 * @property next the cursor of the next page; `null` on the last page.
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
 * The change of one secret by an audit event.
 *
 * @property secretId the secret's id.
 * @property environment slug of its environment.
 * @property before the secret before the event; `null` if it was created or only read.
 * @property after the secret after the event, or as it was read; `null` if it was deleted.
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
 * A member of an organization, or an invited person.
 *
 * @property id the membership's id. Pass it to change or remove the member.
 * @property userId the user's id. `null` on May 2023 servers for an invited person without an
 *   account; later servers assign an id at the invitation.
 * @property email e-mail address.
 * @property firstName first name; empty for an invited person without an account.
 * @property lastName last name; empty for an invited person without an account.
 * @property role the role: `owner` (May 2023), `admin`, `member`, `no-access` (2024) or a custom
 *   role.
 * @property status `accepted`, or `invited` until the person accepts the invitation.
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
 * A contact for incidents in an organization.
 *
 * @property id the contact's id.
 * @property email the contact's e-mail address.
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
 * @property id the membership's id. Pass it to change or remove the member.
 * @property userId the user's id.
 * @property email e-mail address.
 * @property firstName first name.
 * @property lastName last name.
 * @property roles the member's roles: `admin`, `member`, and others on 2024 servers. Servers since
 *   June 2024 can return several, including temporary ones.
 * @property publicKey the member's public key, 32 bytes as base64; `null` without a usable key.
 * @property publicKeyFingerprint SHA-256 of the member's public key, as hexadecimal, to compare
 *   with what that user sees; `null` without a usable key.
 * @property deniedPermissions denied permissions on May 2023 servers; empty on later servers, which
 *   use roles instead.
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
 * The SHA-256 of a public key, in three forms. The short form and the words have its first 128
 * bits.
 *
 * @property sha256 the whole hash, as 64 hexadecimal digits.
 * @property short the first 128 bits as hexadecimal digits in eight groups of four, to read aloud.
 * @property words the first 128 bits as twelve words of the English list of BIP-39. The last word
 *   has a checksum.
 */
@ConsistentCopyVisibility
public data class Fingerprint
internal constructor(
    public val sha256: String,
    public val short: String,
    public val words: String,
) {
    internal constructor(
        native: NativeFingerprint
    ) : this(
        sha256 = native.sha256,
        short = native.short,
        words = native.words,
    )
}

/**
 * A removed member.
 *
 * @property id the former membership's id.
 * @property warning a message to show to the user: the removed person may still know project keys,
 *   and what to do about it.
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
 * @property role the role in the organization: `admin`, `member`, `no-access` or a custom role.
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
 * The membership of a machine identity in a project.
 *
 * @property projectId the project's id.
 * @property projectName the project's name, if the server sends it.
 * @property roles the identity's roles in the project, as in [ProjectIdentity.roles].
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
 * The universal-auth settings of a machine identity.
 *
 * @property clientId the client id for the log-in, together with a client secret.
 * @property accessTokenTtl how long an access token is valid unless it is renewed; 0 for no limit.
 * @property accessTokenMaxTtl how long an access token is valid including all renewals; 0 for no
 *   limit.
 * @property accessTokenMaxUses the maximum number of requests with an access token; `null` for no
 *   limit.
 * @property clientSecretTrustedIps addresses or ranges, such as `10.0.0.0/8`, from which client
 *   secrets are accepted.
 * @property accessTokenTrustedIps addresses or ranges from which access tokens are accepted.
 */
@ConsistentCopyVisibility
public data class UniversalAuth
internal constructor(
    public val clientId: String,
    public val accessTokenTtl: Duration,
    public val accessTokenMaxTtl: Duration,
    public val accessTokenMaxUses: Long?,
    public val clientSecretTrustedIps: List<String>,
    public val accessTokenTrustedIps: List<String>,
) {
    internal constructor(
        native: NativeUniversalAuth
    ) : this(
        clientId = native.clientId,
        accessTokenTtl = native.accessTokenTtl.seconds,
        accessTokenMaxTtl = native.accessTokenMaxTtl.seconds,
        accessTokenMaxUses = native.accessTokenMaxUses,
        clientSecretTrustedIps = native.clientSecretTrustedIps,
        accessTokenTrustedIps = native.accessTokenTrustedIps,
    )

    /** [accessTokenTtl] for Java. */
    public fun accessTokenTtlAsJavaDuration(): java.time.Duration = accessTokenTtl.toJavaDuration()

    /** [accessTokenMaxTtl] for Java. */
    public fun accessTokenMaxTtlAsJavaDuration(): java.time.Duration =
        accessTokenMaxTtl.toJavaDuration()
}

/**
 * The token-auth settings of a machine identity.
 *
 * @property accessTokenTtl how long an access token is valid unless it is renewed; 0 for no limit.
 * @property accessTokenMaxTtl how long an access token is valid including all renewals; 0 for no
 *   limit.
 * @property accessTokenMaxUses the maximum number of requests with an access token; `null` for no
 *   limit.
 * @property accessTokenTrustedIps addresses or ranges, such as `10.0.0.0/8`, from which access
 *   tokens are accepted.
 */
@ConsistentCopyVisibility
public data class TokenAuth
internal constructor(
    public val accessTokenTtl: Duration,
    public val accessTokenMaxTtl: Duration,
    public val accessTokenMaxUses: Long?,
    public val accessTokenTrustedIps: List<String>,
) {
    internal constructor(
        native: NativeTokenAuth
    ) : this(
        accessTokenTtl = native.accessTokenTtl.seconds,
        accessTokenMaxTtl = native.accessTokenMaxTtl.seconds,
        accessTokenMaxUses = native.accessTokenMaxUses,
        accessTokenTrustedIps = native.accessTokenTrustedIps,
    )

    /** [accessTokenTtl] for Java. */
    public fun accessTokenTtlAsJavaDuration(): java.time.Duration = accessTokenTtl.toJavaDuration()

    /** [accessTokenMaxTtl] for Java. */
    public fun accessTokenMaxTtlAsJavaDuration(): java.time.Duration =
        accessTokenMaxTtl.toJavaDuration()
}

/**
 * An access token of a machine identity, without its text.
 *
 * @property id the token's id.
 * @property name a name for people; can be empty.
 * @property createdAt when the token was created, if the server sends it.
 * @property lastUsed when the token was last used; `null` if never, or if the server does not send
 *   it.
 * @property uses the number of requests with the token, if the server sends it.
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
 * A role that a project defines.
 *
 * @property id the role's id.
 * @property slug its slug, which calls use.
 * @property name its name, for people.
 * @property description a description for people; can be empty.
 * @property permissions its permissions, including those that the server adds; empty in lists,
 *   because servers omit them there.
 */
@ConsistentCopyVisibility
public data class Role
internal constructor(
    public val id: String,
    public val slug: String,
    public val name: String,
    public val description: String,
    public val permissions: List<RolePermission>,
) {
    internal constructor(
        native: NativeRole
    ) : this(
        id = native.id,
        slug = native.slug,
        name = native.name,
        description = native.description,
        permissions = native.permissions.map(::RolePermission),
    )
}

/**
 * A group of users.
 *
 * @property id the group's id.
 * @property name its name.
 * @property slug its slug.
 * @property role the role in the organization: `admin`, `member`, `no-access` or a custom role.
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
 * The membership of a group in a project.
 *
 * @property id the membership's id.
 * @property groupId the group's id.
 * @property name the group's name.
 * @property slug the group's slug.
 * @property roles the roles in the project: `admin`, `member`, `viewer`, `no-access` or the slug of
 *   a custom role.
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
 * @property description a description for people; can be empty.
 * @property prefix the first characters, to tell client secrets apart. They do not help to guess
 *   the secret.
 * @property createdAt when the client secret was created, if the server sends it.
 * @property expiresAt when the client secret expires; `null` if never, or if the server does not
 *   send it.
 * @property uses the number of log-ins with it, if the server sends it.
 * @property maxUses the maximum number of log-ins; `null` for no limit, or if the server does not
 *   send it.
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
 * The membership of a machine identity in a project.
 *
 * @property id the membership's id.
 * @property identityId the identity's id.
 * @property name the identity's name.
 * @property roles the roles in the project: `admin`, `member`, `viewer`, `no-access` or the slug of
 *   a custom role.
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
 * A service account, without its secrets.
 *
 * @property id the account's id.
 * @property name its name.
 * @property organizationId the organization it belongs to.
 * @property publicKeyFingerprint SHA-256 of the public key, as hexadecimal; `null` without a usable
 *   key.
 * @property expiresAt when the account expires; `null` if never.
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
 * A service account's permissions in an environment.
 *
 * @property id the permission's id.
 * @property projectId the project's id.
 * @property environment slug of the environment.
 * @property permissions `read`, `write` or both.
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
 * A service account's copy of a project key.
 *
 * @property id the copy's id.
 * @property projectId the project's id.
 * @property createdAt when the copy was created, if the server sends it.
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
 * A service token, without its text.
 *
 * @property id the token's id.
 * @property name its name.
 * @property projectId the project's id.
 * @property scopes the environments and paths that the token can access.
 * @property permissions `read`, `write` or both.
 * @property expiresAt when the token expires; `null` if never.
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
 * @property id the id; `null` on May 2023 servers and with an API key.
 * @property name the name for people.
 * @property slug the slug, which calls use.
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
 * @property product the product that the project is for, such as `secret-manager` or
 *   `cert-manager`; `null` on servers that have secrets only.
 * @property organizationId the organization's id, if the server sends it.
 * @property autoCapitalization whether the web interface capitalizes names of secrets, if the
 *   server sends it.
 * @property environments the environments, in the server's order.
 */
@ConsistentCopyVisibility
public data class Project
internal constructor(
    public val id: String,
    public val name: String,
    public val slug: String?,
    public val product: String?,
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
        product = native.product,
        organizationId = native.organizationId,
        autoCapitalization = native.autoCapitalization,
        environments = native.environments.map(::Environment),
    )
}

/**
 * A name shared by several secrets of one environment and folder.
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
 * The result of enabling blind indices.
 *
 * @property named the number of secrets that got an index; 0 if all had one before.
 * @property duplicates names shared by several secrets of one folder. A look-up by name finds only
 *   one of them: rename or delete the others.
 * @property failures secrets without an index, because their name does not decrypt or is empty.
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
 * The result of rotating a project key, or the plan of a dry run.
 *
 * @property projectId the project's id.
 * @property rotated whether the key was replaced; `false` in a dry run.
 * @property secrets the number of the project's secrets, with the user's own personal ones.
 * @property reEncrypted how many of them this call encrypted under the new key, or would; the
 *   others had been done by an interrupted call.
 * @property members the other members who get the new key.
 * @property membersWithoutKey members who get no key, because they have not finished signing up.
 *   Share it with them later.
 * @property serviceTokens the project's service tokens, which contain the old key. Create new ones,
 *   and delete these.
 * @property sharedWithServer whether the server has a copy of the key.
 * @property failures secrets that prevent the rotation: they do not decrypt, or share their name
 *   with another of their folder. Only a dry run returns any.
 * @property warning a message to show to the user: what a rotation does not cover, and what to do
 *   next.
 */
@ConsistentCopyVisibility
public data class KeyRotation
internal constructor(
    public val projectId: String,
    public val rotated: Boolean,
    public val secrets: Long,
    public val reEncrypted: Long,
    public val members: List<Member>,
    public val membersWithoutKey: List<Member>,
    public val serviceTokens: List<ServiceTokenInfo>,
    public val sharedWithServer: Boolean,
    public val failures: List<SecretFailure>,
    public val warning: String,
) {
    internal constructor(
        native: NativeKeyRotation
    ) : this(
        projectId = native.projectId,
        rotated = native.rotated,
        secrets = native.secrets,
        reEncrypted = native.reEncrypted,
        members = native.members.map(::Member),
        membersWithoutKey = native.membersWithoutKey.map(::Member),
        serviceTokens = native.serviceTokens.map(::ServiceTokenInfo),
        sharedWithServer = native.sharedWithServer,
        failures = native.failures.map(::SecretFailure),
        warning = native.warning,
    )
}

/**
 * What the server supports, and how it transfers the secrets of this client.
 *
 * @property server the release that the server resembles: `may23`, `feb24`, `jun24`, `oct24` or,
 *   for today's, `modern`.
 * @property verified whether this library was tested with a real server of that release. It is
 *   `false` for servers between October 2024 and July 2026.
 * @property folders whether calls about secrets accept a path. May 2023 servers have folders, but
 *   cannot look up a secret in a folder by name.
 * @property secretImports whether folders can import others.
 * @property machineIdentities whether machine identities can log in.
 * @property endToEndEncrypted whether this client's secrets are end-to-end encrypted. For a client
 *   that requires it: `true`, unless it has learned that the server has the key of its default
 *   project. For a client that may use plaintext: whether those of its default project are, and
 *   without one, those of new projects.
 * @property serverLearnsKeyPassword whether a log-in of this client sends the server the password
 *   that also decrypts the user's private key, so that the server can decrypt what is sealed to the
 *   user. See `sendPassword`. It says nothing of earlier log-ins and sign-ups with other programs.
 * @property secretsRoute the routes for secrets: `encrypted_v3`, `raw_v3` or `raw_v4`.
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
    public val serverLearnsKeyPassword: Boolean,
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
        serverLearnsKeyPassword = native.serverLearnsKeyPassword,
        secretsRoute = native.secretsRoute,
    )
}

/**
 * Confirms that the project key can be decrypted, and shows the key of its sender.
 *
 * @property projectId the project's id.
 * @property sealedBy the fingerprint of the public key of the user who sealed this copy, to compare
 *   with the one that this user reads out; `null` for a service token, which holds the key itself.
 */
@ConsistentCopyVisibility
public data class OpenedKey
internal constructor(
    public val projectId: String,
    public val sealedBy: Fingerprint?,
) {
    internal constructor(
        native: NativeOpenedKey
    ) : this(
        projectId = native.projectId,
        sealedBy = native.sealedBy?.let(::Fingerprint),
    )
}

/**
 * A folder.
 *
 * @property id the folder's id.
 * @property name its name.
 * @property path the full path, such as `/backend/jobs`.
 * @property description its description for people, if it has one. Only today's servers store it.
 * @property createdAt when the folder was created, if the server sends it.
 * @property updatedAt when the folder was last changed, if the server sends it.
 */
@ConsistentCopyVisibility
public data class Folder
internal constructor(
    public val id: String,
    public val name: String,
    public val path: String,
    public val description: String?,
    public val createdAt: Instant?,
    public val updatedAt: Instant?,
) {
    internal constructor(
        native: NativeFolder
    ) : this(
        id = native.id,
        name = native.name,
        path = native.path,
        description = native.description,
        createdAt = toInstant(native.createdAt),
        updatedAt = toInstant(native.updatedAt),
    )
}

/**
 * A tag of a project.
 *
 * @property id the tag's id.
 * @property name the name for people.
 * @property slug the slug, which calls use.
 * @property color the colour in the web interface; `null` without a colour, and on May 2023
 *   servers.
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
 * An import of the secrets of another folder.
 *
 * @property id the import's id.
 * @property environment slug of the environment to import from.
 * @property path path of the folder to import.
 * @property position the position among the folder's imports, from 1. Later imports take
 *   precedence.
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
 * A dynamic secret: the server creates leases from it.
 *
 * @property id its id.
 * @property name its name in the folder.
 * @property provider the kind of service, such as `sql-database` or `aws-iam`.
 * @property defaultTtl how long a lease lasts unless it says otherwise, if the server's text for it
 *   is known.
 * @property maxTtl how long a lease lasts at most; `null` for no limit.
 * @property status `Deleting` or `Failed to delete`; otherwise `null`.
 * @property createdAt when it was created, if the server sends it.
 * @property updatedAt when it was last changed, if the server sends it.
 */
@ConsistentCopyVisibility
public data class DynamicSecret
internal constructor(
    public val id: String,
    public val name: String,
    public val provider: String,
    public val defaultTtl: Duration?,
    public val maxTtl: Duration?,
    public val status: String?,
    public val createdAt: Instant?,
    public val updatedAt: Instant?,
) {
    internal constructor(
        native: NativeDynamicSecret
    ) : this(
        id = native.id,
        name = native.name,
        provider = native.provider,
        defaultTtl = native.defaultTtl?.seconds,
        maxTtl = native.maxTtl?.seconds,
        status = native.status,
        createdAt = toInstant(native.createdAt),
        updatedAt = toInstant(native.updatedAt),
    )

    /** [defaultTtl] for Java. */
    public fun defaultTtlAsJavaDuration(): java.time.Duration? = defaultTtl?.toJavaDuration()

    /** [maxTtl] for Java. */
    public fun maxTtlAsJavaDuration(): java.time.Duration? = maxTtl?.toJavaDuration()
}

/**
 * A lease of a dynamic secret: a credential that the server made, without the credential.
 *
 * @property id the lease's id.
 * @property dynamicSecretId id of the dynamic secret.
 * @property expiresAt when the server removes the credential.
 * @property status `Failed to delete` if the server could not remove the credential; otherwise
 *   `null`.
 * @property createdAt when the lease was created, if the server sends it.
 * @property updatedAt when it was last changed, if the server sends it.
 */
@ConsistentCopyVisibility
public data class Lease
internal constructor(
    public val id: String,
    public val dynamicSecretId: String,
    public val expiresAt: Instant?,
    public val status: String?,
    public val createdAt: Instant?,
    public val updatedAt: Instant?,
) {
    internal constructor(
        native: NativeLease
    ) : this(
        id = native.id,
        dynamicSecretId = native.dynamicSecretId,
        expiresAt = toInstant(native.expiresAt),
        status = native.status,
        createdAt = toInstant(native.createdAt),
        updatedAt = toInstant(native.updatedAt),
    )
}

/**
 * A new lease with its credential, which is shown here once.
 *
 * @property lease the lease.
 * @property credentials the parts of the credential, by name: such as `DB_USERNAME` and
 *   `DB_PASSWORD`.
 */
@ConsistentCopyVisibility
public data class CreatedLease
internal constructor(
    public val lease: Lease,
    public val credentials: List<LeaseCredential>,
) {
    internal constructor(
        native: NativeCreatedLease
    ) : this(
        lease = Lease(native.lease),
        credentials = native.credentials.map(::LeaseCredential),
    )
}

/**
 * A key that the server holds. The key itself stays there.
 *
 * @property id the key's id.
 * @property name its name in the project.
 * @property description what it is for, for people; can be empty.
 * @property usage `encrypt-decrypt` or `sign-verify`.
 * @property algorithm such as `aes-256-gcm` or `ECC_NIST_P256`; `null` after a change on servers of
 *   2024, which only tell it in lists.
 * @property version how often the server has made a new key under this id, from 1; `null` where
 *   `algorithm` is.
 * @property enabled whether the server uses the key.
 * @property projectId id of its project, if the server sends it.
 * @property createdAt when it was created, if the server sends it.
 * @property updatedAt when it was last changed, if the server sends it.
 */
@ConsistentCopyVisibility
public data class KmsKey
internal constructor(
    public val id: String,
    public val name: String,
    public val description: String,
    public val usage: String,
    public val algorithm: String?,
    public val version: Long?,
    public val enabled: Boolean,
    public val projectId: String?,
    public val createdAt: Instant?,
    public val updatedAt: Instant?,
) {
    internal constructor(
        native: NativeKmsKey
    ) : this(
        id = native.id,
        name = native.name,
        description = native.description,
        usage = native.usage,
        algorithm = native.algorithm,
        version = native.version,
        enabled = native.enabled,
        projectId = native.projectId,
        createdAt = toInstant(native.createdAt),
        updatedAt = toInstant(native.updatedAt),
    )
}

/**
 * The result of moving secrets.
 *
 * @property moved names of the moved secrets, without those that an earlier, interrupted call had
 *   moved.
 * @property sourceUpdated whether the source changed.
 * @property destinationUpdated whether the destination changed; `false` if it already had all the
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
 * The result of copying secrets.
 *
 * @property copied names of the copied secrets.
 * @property unchanged names of the secrets that the destination already had, with the same value,
 *   comment, tags and metadata.
 */
@ConsistentCopyVisibility
public data class DuplicateResult
internal constructor(
    public val copied: List<String>,
    public val unchanged: List<String>,
) {
    internal constructor(
        native: NativeDuplicateResult
    ) : this(
        copied = native.copied,
        unchanged = native.unchanged,
    )
}

/**
 * A request to approve a change.
 *
 * @property id the request's id.
 * @property status the server's name for the state: `open` until it is decided.
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
 * A snapshot of secrets.
 *
 * @property id the snapshot's id.
 * @property version the number of the snapshot in the project, from 1; only on May 2023 servers.
 * @property createdAt when the snapshot was taken.
 * @property environment slug of the environment; `null` on May 2023 servers, whose snapshots
 *   contain all environments.
 * @property folderId id of the folder; `null` on May 2023 servers.
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

/**
 * A new API key. Its text is shown here once and kept nowhere.
 *
 * @property key the key, `ak.<id>.<secret>`.
 * @property info the API key's id, name and times.
 */
@ConsistentCopyVisibility
public data class CreatedApiKey
internal constructor(
    public val key: String,
    public val info: ApiKeyInfo,
) {
    internal constructor(
        native: NativeCreatedApiKey
    ) : this(
        key = native.key,
        info = ApiKeyInfo(native.info),
    )

    /** Everything but key. */
    override fun toString(): String = "CreatedApiKey(info=$info)"
}

/**
 * A new access token of a machine identity. Its text is shown here once and kept nowhere.
 *
 * @property accessToken the token, for the credential `identityToken`.
 * @property expiresIn how long the token lasts; 0 if it does not expire.
 */
@ConsistentCopyVisibility
public data class CreatedAccessToken
internal constructor(
    public val accessToken: String,
    public val expiresIn: Duration,
) {
    internal constructor(
        native: NativeCreatedAccessToken
    ) : this(
        accessToken = native.accessToken,
        expiresIn = native.expiresIn.seconds,
    )

    /** [expiresIn] for Java. */
    public fun expiresInAsJavaDuration(): java.time.Duration = expiresIn.toJavaDuration()

    /** Everything but accessToken. */
    override fun toString(): String = "CreatedAccessToken(expiresIn=$expiresIn)"
}

/**
 * A new client secret. Its text is shown here once and kept nowhere.
 *
 * @property clientSecret the client secret, with which a program logs in together with the client
 *   id.
 * @property info the client secret's id, description and limits.
 */
@ConsistentCopyVisibility
public data class CreatedClientSecret
internal constructor(
    public val clientSecret: String,
    public val info: ClientSecretInfo,
) {
    internal constructor(
        native: NativeCreatedClientSecret
    ) : this(
        clientSecret = native.clientSecret,
        info = ClientSecretInfo(native.info),
    )

    /** Everything but clientSecret. */
    override fun toString(): String = "CreatedClientSecret(info=$info)"
}

/**
 * The emergency kit: what a person keeps, for example on paper, in case the password is lost.
 *
 * @property name name of the person.
 * @property email the e-mail address that the recovery code will be mailed to.
 * @property backupKey the backup key, 32 hexadecimal characters. Together with a mailed code it
 *   replaces a lost password.
 */
@ConsistentCopyVisibility
public data class EmergencyKit
internal constructor(
    public val name: String,
    public val email: String,
    public val backupKey: String,
) {
    internal constructor(
        native: NativeEmergencyKit
    ) : this(
        name = native.name,
        email = native.email,
        backupKey = native.backupKey,
    )

    /** Everything but backupKey. */
    override fun toString(): String = "EmergencyKit(name=$name, email=$email)"
}

/**
 * An invitation to an organization.
 *
 * @property email the invited e-mail address.
 * @property organizationId id of the organization.
 * @property link the link to send to the invited person; `null` if the server mails it. Its holder
 *   can join.
 * @property code the code in that link, for [Account.acceptInvitation].
 */
@ConsistentCopyVisibility
public data class Invitation
internal constructor(
    public val email: String,
    public val organizationId: String,
    public val link: String?,
    public val code: String?,
) {
    internal constructor(
        native: NativeInvitation
    ) : this(
        email = native.email,
        organizationId = native.organizationId,
        link = native.link,
        code = native.code,
    )

    /** Everything but link and code. */
    override fun toString(): String = "Invitation(email=$email, organizationId=$organizationId)"
}

/**
 * A version of a secret that an audit event refers to.
 *
 * @property version number of the version, from 1.
 * @property name the secret's name in this version.
 * @property value the secret's value in this version.
 */
@ConsistentCopyVisibility
public data class AuditedSecret
internal constructor(
    public val version: Long,
    public val name: String,
    public val value: String,
) {
    internal constructor(
        native: NativeAuditedSecret
    ) : this(
        version = native.version,
        name = native.name,
        value = native.value,
    )

    /** Everything but value. */
    override fun toString(): String = "AuditedSecret(version=$version, name=$name)"
}

/**
 * A new service account with its keys, which are shown here once and kept nowhere.
 *
 * @property info the service account.
 * @property accessKey the access key, `sa.<id>.<secret>`.
 * @property publicKey the public key of the account, as base64.
 * @property privateKey the private key of the account, as base64.
 * @property grantedBy the public key of the user who created the account, as base64. Only this user
 *   can give it access to projects. The account needs the key to open project keys, and servers do
 *   not send it.
 */
@ConsistentCopyVisibility
public data class CreatedServiceAccount
internal constructor(
    public val info: ServiceAccount,
    public val accessKey: String,
    public val publicKey: String,
    public val privateKey: String,
    public val grantedBy: String,
) {
    internal constructor(
        native: NativeCreatedServiceAccount
    ) : this(
        info = ServiceAccount(native.info),
        accessKey = native.accessKey,
        publicKey = native.publicKey,
        privateKey = native.privateKey,
        grantedBy = native.grantedBy,
    )

    /** Everything but accessKey and privateKey. */
    override fun toString(): String =
        "CreatedServiceAccount(info=$info, publicKey=$publicKey, grantedBy=$grantedBy)"
}

/**
 * A new service token. Its text is shown here once and kept nowhere.
 *
 * @property token the token, `st.<id>.<secret>.<key>`.
 * @property info the token's id, name, project and limits.
 */
@ConsistentCopyVisibility
public data class CreatedServiceToken
internal constructor(
    public val token: String,
    public val info: ServiceTokenInfo,
) {
    internal constructor(
        native: NativeCreatedServiceToken
    ) : this(
        token = native.token,
        info = ServiceTokenInfo(native.info),
    )

    /** Everything but token. */
    override fun toString(): String = "CreatedServiceToken(info=$info)"
}

/**
 * A part of a credential that the server made.
 *
 * @property name its name, which depends on the service: such as `DB_PASSWORD`.
 * @property value its value.
 */
@ConsistentCopyVisibility
public data class LeaseCredential
internal constructor(
    public val name: String,
    public val value: String,
) {
    internal constructor(
        native: NativeLeaseCredential
    ) : this(
        name = native.name,
        value = native.value,
    )

    /** Everything but value. */
    override fun toString(): String = "LeaseCredential(name=$name)"
}

/**
 * An entry of the metadata of a secret. Printing it does not show the value.
 *
 * @property key the key.
 * @property value the value; it may be empty.
 * @property encrypted whether the server stores the value encrypted, with a key that it has.
 */
@ConsistentCopyVisibility
public data class SecretMetadata
internal constructor(
    public val key: String,
    public val value: String,
    public val encrypted: Boolean,
) {
    internal constructor(
        native: NativeSecretMetadata
    ) : this(
        key = native.key,
        value = native.value,
        encrypted = native.encrypted,
    )

    /** Everything but value. */
    override fun toString(): String = "SecretMetadata(key=$key, encrypted=$encrypted)"
}

/**
 * An earlier version of a secret. Printing it shows neither value nor comment.
 *
 * @property id the version's id.
 * @property secretId the secret's id.
 * @property version number of the version, from 1; from 0 if the secret was created together with
 *   others.
 * @property type whether the secret is shared or personal.
 * @property environment slug of the secret's environment.
 * @property name the secret's name in this version.
 * @property value the secret's value in this version.
 * @property comment the secret's comment in this version, empty if it had none; `null` on May 2023
 *   servers, which do not keep it.
 * @property createdAt when the version was created, if the server sends it.
 * @property deleted whether the secret was deleted later; `null` if the server does not send it.
 *   Only May 2023 servers do.
 */
@ConsistentCopyVisibility
public data class SecretVersion
internal constructor(
    public val id: String,
    public val secretId: String,
    public val version: Long,
    public val type: SecretType,
    public val environment: String,
    public val name: String,
    public val value: String,
    public val comment: String?,
    public val createdAt: Instant?,
    public val deleted: Boolean?,
) {
    internal constructor(
        native: NativeSecretVersion
    ) : this(
        id = native.id,
        secretId = native.secretId,
        version = native.version,
        type = SecretType.known(native.kind),
        environment = native.environment,
        name = native.name,
        value = native.value,
        comment = native.comment,
        createdAt = toInstant(native.createdAt),
        deleted = native.deleted,
    )

    /** Everything but value and comment. */
    override fun toString(): String =
        "SecretVersion(id=$id, secretId=$secretId, version=$version, type=$type, environment=$environment, name=$name, createdAt=$createdAt, deleted=$deleted)"
}

/**
 * A secret that cannot be decrypted, or whose references cannot be resolved.
 *
 * @property id the secret's id; in a list of versions, the version's id. The name is encrypted too
 *   and can be unknown.
 * @property field the field that cannot be decrypted: `secretKey`, `secretValue` or
 *   `secretComment`; or `reference` for an unresolved reference in the value.
 * @property error what happened: [DecryptionFailedException], [InvalidInputException] for a
 *   reference, or [PermissionDeniedException] for a value that the server hides from the
 *   credential.
 */
@ConsistentCopyVisibility
public data class SecretFailure
internal constructor(
    public val id: String,
    public val field: String,
    public val error: InfisicalException,
) {
    internal constructor(
        native: NativeSecretFailure
    ) : this(
        id = native.id,
        field = native.field,
        error = native.error.toInfisicalException(),
    )
}
