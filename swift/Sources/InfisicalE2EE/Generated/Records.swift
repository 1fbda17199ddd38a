// Results of calls. Written by `make generate` from `bindings/surface` and core's documentation.
// Do not edit.
import Foundation
internal import InfisicalE2EENative

/// A detail of an audit event.
public struct AuditDetail: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// Its value; JSON if it is not text.
    public let value: String

    init(_ native: NativeAuditDetail) {
        name = native.name
        value = native.value
    }
}

/// A new account.
public struct NewAccount: Hashable, Sendable {
    /// The user's id.
    public let userID: String
    /// The e-mail address. Log in with the same spelling, which is part of the password proof.
    public let email: String

    init(_ native: NativeNewAccount) {
        userID = native.userId
        email = native.email
    }
}

/// A user of the server.
public struct User: Identifiable, Hashable, Sendable {
    /// The user's id.
    public let id: String
    /// E-mail address.
    public let email: String
    /// First name.
    public let firstName: String
    /// Last name.
    public let lastName: String

    init(_ native: NativeUser) {
        id = native.id
        email = native.email
        firstName = native.firstName
        lastName = native.lastName
    }
}

/// An active session of the user.
public struct Session: Identifiable, Hashable, Sendable {
    /// The session's id.
    public let id: String
    /// The IP address of the log-in, if the server sends it.
    public let ipAddress: String?
    /// The user agent of the log-in, if the server sends it.
    public let userAgent: String?
    /// When the session was created.
    public let createdAt: Date?
    /// When the session was last used.
    public let lastUsed: Date?

    init(_ native: NativeSession) {
        id = native.id
        ipAddress = native.ipAddress
        userAgent = native.userAgent
        createdAt = date(native.createdAt)
        lastUsed = date(native.lastUsed)
    }
}

/// An API key, without its text.
public struct ApiKeyInfo: Identifiable, Hashable, Sendable {
    /// The key's id.
    public let id: String
    /// Its name.
    public let name: String
    /// When the key was last used; initially the time of its creation.
    public let lastUsed: Date?
    /// When the key expires.
    public let expiresAt: Date?
    /// When the key was created.
    public let createdAt: Date?

    init(_ native: NativeApiKeyInfo) {
        id = native.id
        name = native.name
        lastUsed = date(native.lastUsed)
        expiresAt = date(native.expiresAt)
        createdAt = date(native.createdAt)
    }
}

/// An event in the audit log of a project.
public struct AuditEvent: Identifiable, Hashable, Sendable {
    /// The event's id. Several events of one May 2023 log entry have different ids.
    public let id: String
    /// The server's name for the kind of event.
    public let event: String
    /// `user`, `service_token`, `service_account` or `identity`; `unknown` for a deleted actor or
    /// another kind.
    public let actorType: String
    /// The actor's id.
    public let actorID: String?
    /// The e-mail address of a user, or the name of another actor.
    public let actorName: String?
    /// The IP address of the request, as seen by the server.
    public let ipAddress: String?
    /// The user agent of the request; only on servers since 2024.
    public let userAgent: String?
    /// The kind of client as classified by the server, such as `web`, `cli` or `other`.
    public let channel: String?
    /// The project's id.
    public let projectID: String?
    /// The time of the event.
    public let createdAt: Date?
    /// Further details, such as `environment` or `numberOfSecrets`. Values that are not text are
    /// JSON.
    public let details: [AuditDetail]

    init(_ native: NativeAuditEvent) {
        id = native.id
        event = native.event
        actorType = native.actorType
        actorID = native.actorId
        actorName = native.actorName
        ipAddress = native.ipAddress
        userAgent = native.userAgent
        channel = native.channel
        projectID = native.projectId
        createdAt = date(native.createdAt)
        details = native.details.map(AuditDetail.init)
    }
}

/// An actor in an audit log.
public struct AuditActor: Hashable, Sendable {
    /// As in ``AuditEvent/actorType``.
    public let actorType: String
    /// The actor's id.
    public let id: String?
    /// The e-mail address of a user, or the name of another actor.
    public let name: String?

    init(_ native: NativeAuditActor) {
        actorType = native.actorType
        id = native.id
        name = native.name
    }
}

/// A page of an audit log.
public struct AuditLogPage: Hashable, Sendable {
    /// The events, newest first. The list can be empty even if another page follows.
    public let events: [AuditEvent]
    /// The cursor of the next page; `nil` on the last page.
    public let next: String?

    init(_ native: NativeAuditLogPage) {
        events = native.events.map(AuditEvent.init)
        next = native.next
    }
}

/// The change of one secret by an audit event.
public struct AuditChange: Hashable, Sendable {
    /// The secret's id.
    public let secretID: String
    /// Slug of its environment.
    public let environment: String
    /// The secret before the event; `nil` if it was created or only read.
    public let before: AuditedSecret?
    /// The secret after the event, or as it was read; `nil` if it was deleted.
    public let after: AuditedSecret?

    init(_ native: NativeAuditChange) {
        secretID = native.secretId
        environment = native.environment
        before = native.before.map(AuditedSecret.init)
        after = native.after.map(AuditedSecret.init)
    }
}

/// An organization.
public struct Organization: Identifiable, Hashable, Sendable {
    /// The organization's id.
    public let id: String
    /// Its name.
    public let name: String
    /// Its slug; `nil` on May 2023 servers.
    public let slug: String?

    init(_ native: NativeOrganization) {
        id = native.id
        name = native.name
        slug = native.slug
    }
}

/// A member of an organization, or an invited person.
public struct OrganizationMember: Identifiable, Hashable, Sendable {
    /// The membership's id. Pass it to change or remove the member.
    public let id: String
    /// The user's id. `nil` on May 2023 servers for an invited person without an account; later
    /// servers assign an id at the invitation.
    public let userID: String?
    /// E-mail address.
    public let email: String
    /// First name; empty for an invited person without an account.
    public let firstName: String
    /// Last name; empty for an invited person without an account.
    public let lastName: String
    /// The role: `owner` (May 2023), `admin`, `member`, `no-access` (2024) or a custom role.
    public let role: String
    /// `accepted`, or `invited` until the person accepts the invitation.
    public let status: String
    /// The user's public key, 32 bytes as base64; `nil` without a usable key.
    public let publicKey: String?
    /// SHA-256 of the user's public key, as hexadecimal; `nil` without a usable key.
    public let publicKeyFingerprint: String?

    init(_ native: NativeOrganizationMember) {
        id = native.id
        userID = native.userId
        email = native.email
        firstName = native.firstName
        lastName = native.lastName
        role = native.role
        status = native.status
        publicKey = native.publicKey
        publicKeyFingerprint = native.publicKeyFingerprint
    }
}

/// A contact for incidents in an organization.
public struct IncidentContact: Identifiable, Hashable, Sendable {
    /// The contact's id.
    public let id: String
    /// The contact's e-mail address.
    public let email: String

    init(_ native: NativeIncidentContact) {
        id = native.id
        email = native.email
    }
}

/// A member of a project.
public struct Member: Identifiable, Hashable, Sendable {
    /// The membership's id. Pass it to change or remove the member.
    public let id: String
    /// The user's id.
    public let userID: String
    /// E-mail address.
    public let email: String
    /// First name.
    public let firstName: String
    /// Last name.
    public let lastName: String
    /// The member's roles: `admin`, `member`, and others on 2024 servers. Servers since June 2024
    /// can return several, including temporary ones.
    public let roles: [String]
    /// The member's public key, 32 bytes as base64; `nil` without a usable key.
    public let publicKey: String?
    /// SHA-256 of the member's public key, as hexadecimal, to compare with what that user sees;
    /// `nil` without a usable key.
    public let publicKeyFingerprint: String?
    /// Denied permissions on May 2023 servers; empty on later servers, which use roles instead.
    public let deniedPermissions: [DeniedPermission]

    init(_ native: NativeMember) throws(InfisicalError) {
        id = native.id
        userID = native.userId
        email = native.email
        firstName = native.firstName
        lastName = native.lastName
        roles = native.roles
        publicKey = native.publicKey
        publicKeyFingerprint = native.publicKeyFingerprint
        deniedPermissions = try native.deniedPermissions.map(DeniedPermission.init)
    }
}

/// The SHA-256 of a public key, in three forms. The short form and the words have its first 128
/// bits.
public struct Fingerprint: Hashable, Sendable {
    /// The whole hash, as 64 hexadecimal digits.
    public let sha256: String
    /// The first 128 bits as hexadecimal digits in eight groups of four, to read aloud.
    public let short: String
    /// The first 128 bits as twelve words of the English list of BIP-39. The last word has a
    /// checksum.
    public let words: String

    init(_ native: NativeFingerprint) {
        sha256 = native.sha256
        short = native.short
        words = native.words
    }
}

/// A removed member.
public struct RemovedMember: Identifiable, Hashable, Sendable {
    /// The former membership's id.
    public let id: String
    /// A message to show to the user: the removed person may still know project keys, and what to
    /// do about it.
    public let warning: String

    init(_ native: NativeRemovedMember) {
        id = native.id
        warning = native.warning
    }
}

/// A machine identity.
public struct Identity: Identifiable, Hashable, Sendable {
    /// The identity's id.
    public let id: String
    /// Its name.
    public let name: String
    /// The role in the organization: `admin`, `member`, `no-access` or a custom role.
    public let role: String

    init(_ native: NativeIdentity) {
        id = native.id
        name = native.name
        role = native.role
    }
}

/// The membership of a machine identity in a project.
public struct IdentityProject: Hashable, Sendable {
    /// The project's id.
    public let projectID: String
    /// The project's name, if the server sends it.
    public let projectName: String?
    /// The identity's roles in the project, as in ``ProjectIdentity/roles``.
    public let roles: [String]

    init(_ native: NativeIdentityProject) {
        projectID = native.projectId
        projectName = native.projectName
        roles = native.roles
    }
}

/// The universal-auth settings of a machine identity.
public struct UniversalAuth: Hashable, Sendable {
    /// The client id for the log-in, together with a client secret.
    public let clientID: String
    /// How long an access token is valid unless it is renewed; 0 for no limit.
    public let accessTokenTTL: Duration
    /// How long an access token is valid including all renewals; 0 for no limit.
    public let accessTokenMaxTTL: Duration
    /// The maximum number of requests with an access token; `nil` for no limit.
    public let accessTokenMaxUses: Int?
    /// Addresses or ranges, such as `10.0.0.0/8`, from which client secrets are accepted.
    public let clientSecretTrustedIPs: [String]
    /// Addresses or ranges from which access tokens are accepted.
    public let accessTokenTrustedIPs: [String]

    init(_ native: NativeUniversalAuth) {
        clientID = native.clientId
        accessTokenTTL = .seconds(native.accessTokenTtl)
        accessTokenMaxTTL = .seconds(native.accessTokenMaxTtl)
        accessTokenMaxUses = native.accessTokenMaxUses.map { Int($0) }
        clientSecretTrustedIPs = native.clientSecretTrustedIps
        accessTokenTrustedIPs = native.accessTokenTrustedIps
    }
}

/// The token-auth settings of a machine identity.
public struct TokenAuth: Hashable, Sendable {
    /// How long an access token is valid unless it is renewed; 0 for no limit.
    public let accessTokenTTL: Duration
    /// How long an access token is valid including all renewals; 0 for no limit.
    public let accessTokenMaxTTL: Duration
    /// The maximum number of requests with an access token; `nil` for no limit.
    public let accessTokenMaxUses: Int?
    /// Addresses or ranges, such as `10.0.0.0/8`, from which access tokens are accepted.
    public let accessTokenTrustedIPs: [String]

    init(_ native: NativeTokenAuth) {
        accessTokenTTL = .seconds(native.accessTokenTtl)
        accessTokenMaxTTL = .seconds(native.accessTokenMaxTtl)
        accessTokenMaxUses = native.accessTokenMaxUses.map { Int($0) }
        accessTokenTrustedIPs = native.accessTokenTrustedIps
    }
}

/// An access token of a machine identity, without its text.
public struct AccessTokenInfo: Identifiable, Hashable, Sendable {
    /// The token's id.
    public let id: String
    /// A name for people; can be empty.
    public let name: String
    /// When the token was created, if the server sends it.
    public let createdAt: Date?
    /// When the token was last used; `nil` if never, or if the server does not send it.
    public let lastUsed: Date?
    /// The number of requests with the token, if the server sends it.
    public let uses: Int?
    /// Whether it was revoked.
    public let isRevoked: Bool

    init(_ native: NativeAccessTokenInfo) {
        id = native.id
        name = native.name
        createdAt = date(native.createdAt)
        lastUsed = date(native.lastUsed)
        uses = native.uses.map { Int($0) }
        isRevoked = native.isRevoked
    }
}

/// A role that a project defines.
public struct Role: Identifiable, Hashable, Sendable {
    /// The role's id.
    public let id: String
    /// Its slug, which calls use.
    public let slug: String
    /// Its name, for people.
    public let name: String
    /// A description for people; can be empty.
    public let description: String
    /// Its permissions, including those that the server adds; empty in lists, because servers omit
    /// them there.
    public let permissions: [RolePermission]

    init(_ native: NativeRole) {
        id = native.id
        slug = native.slug
        name = native.name
        description = native.description
        permissions = native.permissions.map(RolePermission.init)
    }
}

// Nested, because SwiftUI's Group would shadow it in a view.
extension Organization {
    /// A group of users.
    public struct Group: Identifiable, Hashable, Sendable {
        /// The group's id.
        public let id: String
        /// Its name.
        public let name: String
        /// Its slug.
        public let slug: String
        /// The role in the organization: `admin`, `member`, `no-access` or a custom role.
        public let role: String
        /// The organization it belongs to.
        public let organizationID: String

        init(_ native: NativeGroup) {
            id = native.id
            name = native.name
            slug = native.slug
            role = native.role
            organizationID = native.organizationId
        }
    }
}

/// A user in a group.
public struct GroupMember: Identifiable, Hashable, Sendable {
    /// The user's id.
    public let id: String
    /// The user's name on the server, usually the e-mail address.
    public let username: String
    /// E-mail address, if the user has one.
    public let email: String?
    /// First name.
    public let firstName: String
    /// Last name.
    public let lastName: String

    init(_ native: NativeGroupMember) {
        id = native.id
        username = native.username
        email = native.email
        firstName = native.firstName
        lastName = native.lastName
    }
}

/// The membership of a group in a project.
public struct ProjectGroup: Identifiable, Hashable, Sendable {
    /// The membership's id.
    public let id: String
    /// The group's id.
    public let groupID: String
    /// The group's name.
    public let name: String
    /// The group's slug.
    public let slug: String
    /// The roles in the project: `admin`, `member`, `viewer`, `no-access` or the slug of a custom
    /// role.
    public let roles: [String]

    init(_ native: NativeProjectGroup) {
        id = native.id
        groupID = native.groupId
        name = native.name
        slug = native.slug
        roles = native.roles
    }
}

/// A client secret of a machine identity, without its text.
public struct ClientSecretInfo: Identifiable, Hashable, Sendable {
    /// The client secret's id.
    public let id: String
    /// A description for people; can be empty.
    public let description: String
    /// The first characters, to tell client secrets apart. They do not help to guess the secret.
    public let prefix: String
    /// When the client secret was created, if the server sends it.
    public let createdAt: Date?
    /// When the client secret expires; `nil` if never, or if the server does not send it.
    public let expiresAt: Date?
    /// The number of log-ins with it, if the server sends it.
    public let uses: Int?
    /// The maximum number of log-ins; `nil` for no limit, or if the server does not send it.
    public let maxUses: Int?

    init(_ native: NativeClientSecretInfo) {
        id = native.id
        description = native.description
        prefix = native.prefix
        createdAt = date(native.createdAt)
        expiresAt = date(native.expiresAt)
        uses = native.uses.map { Int($0) }
        maxUses = native.maxUses.map { Int($0) }
    }
}

/// The membership of a machine identity in a project.
public struct ProjectIdentity: Identifiable, Hashable, Sendable {
    /// The membership's id.
    public let id: String
    /// The identity's id.
    public let identityID: String
    /// The identity's name.
    public let name: String
    /// The roles in the project: `admin`, `member`, `viewer`, `no-access` or the slug of a custom
    /// role.
    public let roles: [String]

    init(_ native: NativeProjectIdentity) {
        id = native.id
        identityID = native.identityId
        name = native.name
        roles = native.roles
    }
}

/// A service account, without its secrets.
public struct ServiceAccount: Identifiable, Hashable, Sendable {
    /// The account's id.
    public let id: String
    /// Its name.
    public let name: String
    /// The organization it belongs to.
    public let organizationID: String
    /// SHA-256 of the public key, as hexadecimal; `nil` without a usable key.
    public let publicKeyFingerprint: String?
    /// When the account expires; `nil` if never.
    public let expiresAt: Date?

    init(_ native: NativeServiceAccount) {
        id = native.id
        name = native.name
        organizationID = native.organizationId
        publicKeyFingerprint = native.publicKeyFingerprint
        expiresAt = date(native.expiresAt)
    }
}

/// A service account's permissions in an environment.
public struct ServiceAccountPermission: Identifiable, Hashable, Sendable {
    /// The permission's id.
    public let id: String
    /// The project's id.
    public let projectID: String
    /// Slug of the environment.
    public let environment: String
    /// `read`, `write` or both.
    public let permissions: [Permission]

    init(_ native: NativeServiceAccountPermission) throws(InfisicalError) {
        id = native.id
        projectID = native.projectId
        environment = native.environment
        permissions = try native.permissions.map(known)
    }
}

/// A service account's copy of a project key.
public struct ServiceAccountKey: Identifiable, Hashable, Sendable {
    /// The copy's id.
    public let id: String
    /// The project's id.
    public let projectID: String
    /// When the copy was created, if the server sends it.
    public let createdAt: Date?

    init(_ native: NativeServiceAccountKey) {
        id = native.id
        projectID = native.projectId
        createdAt = date(native.createdAt)
    }
}

/// A service token, without its text.
public struct ServiceTokenInfo: Identifiable, Hashable, Sendable {
    /// The token's id.
    public let id: String
    /// Its name.
    public let name: String
    /// The project's id.
    public let projectID: String
    /// The environments and paths that the token can access.
    public let scopes: [ServiceTokenScope]
    /// `read`, `write` or both.
    public let permissions: [Permission]
    /// When the token expires; `nil` if never.
    public let expiresAt: Date?

    init(_ native: NativeServiceTokenInfo) throws(InfisicalError) {
        id = native.id
        name = native.name
        projectID = native.projectId
        scopes = native.scopes.map(ServiceTokenScope.init)
        permissions = try native.permissions.map(known)
        expiresAt = date(native.expiresAt)
    }
}

// Nested, because SwiftUI's Environment would shadow it in a view.
extension Project {
    /// An environment of a project.
    public struct Environment: Hashable, Sendable {
        /// The id; `nil` on May 2023 servers and with an API key.
        public let id: String?
        /// The name for people.
        public let name: String
        /// The slug, which calls use.
        public let slug: String

        init(_ native: NativeEnvironment) {
            id = native.id
            name = native.name
            slug = native.slug
        }
    }
}

/// A project.
public struct Project: Identifiable, Hashable, Sendable {
    /// The project's id.
    public let id: String
    /// Its name.
    public let name: String
    /// Its slug; `nil` on May 2023 servers.
    public let slug: String?
    /// The product that the project is for, such as `secret-manager` or `cert-manager`; `nil` on
    /// servers that have secrets only.
    public let product: String?
    /// The organization's id, if the server sends it.
    public let organizationID: String?
    /// Whether the web interface capitalizes names of secrets, if the server sends it.
    public let autoCapitalization: Bool?
    /// The environments, in the server's order.
    public let environments: [Project.Environment]

    init(_ native: NativeProject) {
        id = native.id
        name = native.name
        slug = native.slug
        product = native.product
        organizationID = native.organizationId
        autoCapitalization = native.autoCapitalization
        environments = native.environments.map(Project.Environment.init)
    }
}

/// A name shared by several secrets of one environment and folder.
public struct DuplicateName: Hashable, Sendable {
    /// The name.
    public let name: String
    /// Slug of the environment.
    public let environment: String
    /// The secrets' ids.
    public let ids: [String]

    init(_ native: NativeDuplicateName) {
        name = native.name
        environment = native.environment
        ids = native.ids
    }
}

/// The result of enabling blind indices.
public struct BlindIndexReport: Hashable, Sendable {
    /// The number of secrets that got an index; 0 if all had one before.
    public let named: Int
    /// Names shared by several secrets of one folder. A look-up by name finds only one of them:
    /// rename or delete the others.
    public let duplicates: [DuplicateName]
    /// Secrets without an index, because their name does not decrypt or is empty.
    public let failures: [SecretFailure]

    init(_ native: NativeBlindIndexReport) {
        named = Int(native.named)
        duplicates = native.duplicates.map(DuplicateName.init)
        failures = native.failures.map(SecretFailure.init)
    }
}

/// The result of rotating a project key, or the plan of a dry run.
public struct KeyRotation: Hashable, Sendable {
    /// The project's id.
    public let projectID: String
    /// Whether the key was replaced; `false` in a dry run.
    public let rotated: Bool
    /// The number of the project's secrets, with the user's own personal ones.
    public let secrets: Int
    /// How many of them this call encrypted under the new key, or would; the others had been done
    /// by an interrupted call.
    public let reEncrypted: Int
    /// The other members who get the new key.
    public let members: [Member]
    /// Members who get no key, because they have not finished signing up. Share it with them later.
    public let membersWithoutKey: [Member]
    /// The project's service tokens, which contain the old key. Create new ones, and delete these.
    public let serviceTokens: [ServiceTokenInfo]
    /// Whether the server has a copy of the key.
    public let sharedWithServer: Bool
    /// Secrets that prevent the rotation: they do not decrypt, or share their name with another of
    /// their folder. Only a dry run returns any.
    public let failures: [SecretFailure]
    /// A message to show to the user: what a rotation does not cover, and what to do next.
    public let warning: String

    init(_ native: NativeKeyRotation) throws(InfisicalError) {
        projectID = native.projectId
        rotated = native.rotated
        secrets = Int(native.secrets)
        reEncrypted = Int(native.reEncrypted)
        members = try native.members.map(Member.init)
        membersWithoutKey = try native.membersWithoutKey.map(Member.init)
        serviceTokens = try native.serviceTokens.map(ServiceTokenInfo.init)
        sharedWithServer = native.sharedWithServer
        failures = native.failures.map(SecretFailure.init)
        warning = native.warning
    }
}

/// What the server supports, and how it transfers the secrets of this client.
public struct Capabilities: Hashable, Sendable {
    /// The release that the server resembles: `may23`, `feb24`, `jun24`, `oct24` or, for today's,
    /// `modern`.
    public let server: String
    /// Whether this library was tested with a real server of that release. It is `false` for
    /// servers between October 2024 and July 2026.
    public let verified: Bool
    /// Whether calls about secrets accept a path. May 2023 servers have folders, but cannot look up
    /// a secret in a folder by name.
    public let folders: Bool
    /// Whether folders can import others.
    public let secretImports: Bool
    /// Whether machine identities can log in.
    public let machineIdentities: Bool
    /// Whether this client's secrets are end-to-end encrypted. For a client that requires it:
    /// `true`, unless it has learned that the server has the key of its default project. For a
    /// client that may use plaintext: whether those of its default project are, and without one,
    /// those of new projects.
    public let endToEndEncrypted: Bool
    /// Whether a log-in of this client sends the server the password that also decrypts the user's
    /// private key, so that the server can decrypt what is sealed to the user. See `sendPassword`.
    /// It says nothing of earlier log-ins and sign-ups with other programs.
    public let serverLearnsKeyPassword: Bool
    /// The routes for secrets: `encrypted_v3`, `raw_v3` or `raw_v4`.
    public let secretsRoute: String

    init(_ native: NativeCapabilities) {
        server = native.server
        verified = native.verified
        folders = native.folders
        secretImports = native.secretImports
        machineIdentities = native.machineIdentities
        endToEndEncrypted = native.endToEndEncrypted
        serverLearnsKeyPassword = native.serverLearnsKeyPassword
        secretsRoute = native.secretsRoute
    }
}

/// Confirms that the project key can be decrypted, and shows the key of its sender.
public struct OpenedKey: Hashable, Sendable {
    /// The project's id.
    public let projectID: String
    /// The fingerprint of the public key of the user who sealed this copy, to compare with the one
    /// that this user reads out; `nil` for a service token, which holds the key itself.
    public let sealedBy: Fingerprint?

    init(_ native: NativeOpenedKey) {
        projectID = native.projectId
        sealedBy = native.sealedBy.map(Fingerprint.init)
    }
}

/// A folder.
public struct Folder: Identifiable, Hashable, Sendable {
    /// The folder's id.
    public let id: String
    /// Its name.
    public let name: String
    /// The full path, such as `/backend/jobs`.
    public let path: String
    /// Its description for people, if it has one. Only today's servers store it.
    public let description: String?
    /// When the folder was created, if the server sends it.
    public let createdAt: Date?
    /// When the folder was last changed, if the server sends it.
    public let updatedAt: Date?

    init(_ native: NativeFolder) {
        id = native.id
        name = native.name
        path = native.path
        description = native.description
        createdAt = date(native.createdAt)
        updatedAt = date(native.updatedAt)
    }
}

/// A tag of a project.
public struct Tag: Identifiable, Hashable, Sendable {
    /// The tag's id.
    public let id: String
    /// The name for people.
    public let name: String
    /// The slug, which calls use.
    public let slug: String
    /// The colour in the web interface; `nil` without a colour, and on May 2023 servers.
    public let color: String?

    init(_ native: NativeTag) {
        id = native.id
        name = native.name
        slug = native.slug
        color = native.color
    }
}

/// An import of the secrets of another folder.
public struct SecretImport: Identifiable, Hashable, Sendable {
    /// The import's id.
    public let id: String
    /// Slug of the environment to import from.
    public let environment: String
    /// Path of the folder to import.
    public let path: String
    /// The position among the folder's imports, from 1. Later imports take precedence.
    public let position: Int

    init(_ native: NativeSecretImport) {
        id = native.id
        environment = native.environment
        path = native.path
        position = Int(native.position)
    }
}

/// A dynamic secret: the server creates leases from it.
public struct DynamicSecret: Identifiable, Hashable, Sendable {
    /// Its id.
    public let id: String
    /// Its name in the folder.
    public let name: String
    /// The kind of service, such as `sql-database` or `aws-iam`.
    public let provider: String
    /// How long a lease lasts unless it says otherwise, if the server's text for it is known.
    public let defaultTTL: Duration?
    /// How long a lease lasts at most; `nil` for no limit.
    public let maxTTL: Duration?
    /// `Deleting` or `Failed to delete`; otherwise `nil`.
    public let status: String?
    /// When it was created, if the server sends it.
    public let createdAt: Date?
    /// When it was last changed, if the server sends it.
    public let updatedAt: Date?

    init(_ native: NativeDynamicSecret) {
        id = native.id
        name = native.name
        provider = native.provider
        defaultTTL = native.defaultTtl.map { .seconds($0) }
        maxTTL = native.maxTtl.map { .seconds($0) }
        status = native.status
        createdAt = date(native.createdAt)
        updatedAt = date(native.updatedAt)
    }
}

/// A lease of a dynamic secret: a credential that the server made, without the credential.
public struct Lease: Identifiable, Hashable, Sendable {
    /// The lease's id.
    public let id: String
    /// Id of the dynamic secret.
    public let dynamicSecretID: String
    /// When the server removes the credential.
    public let expiresAt: Date?
    /// `Failed to delete` if the server could not remove the credential; otherwise `nil`.
    public let status: String?
    /// When the lease was created, if the server sends it.
    public let createdAt: Date?
    /// When it was last changed, if the server sends it.
    public let updatedAt: Date?

    init(_ native: NativeLease) {
        id = native.id
        dynamicSecretID = native.dynamicSecretId
        expiresAt = date(native.expiresAt)
        status = native.status
        createdAt = date(native.createdAt)
        updatedAt = date(native.updatedAt)
    }
}

/// A new lease with its credential, which is shown here once.
public struct CreatedLease: Hashable, Sendable {
    /// The lease.
    public let lease: Lease
    /// The parts of the credential, by name: such as `DB_USERNAME` and `DB_PASSWORD`.
    public let credentials: [LeaseCredential]

    init(_ native: NativeCreatedLease) {
        lease = Lease(native.lease)
        credentials = native.credentials.map(LeaseCredential.init)
    }
}

/// A key that the server holds. The key itself stays there.
public struct KmsKey: Identifiable, Hashable, Sendable {
    /// The key's id.
    public let id: String
    /// Its name in the project.
    public let name: String
    /// What it is for, for people; can be empty.
    public let description: String
    /// `encrypt-decrypt` or `sign-verify`.
    public let usage: String
    /// Such as `aes-256-gcm` or `ECC_NIST_P256`; `nil` after a change on servers of 2024, which
    /// only tell it in lists.
    public let algorithm: String?
    /// How often the server has made a new key under this id, from 1; `nil` where `algorithm` is.
    public let version: Int?
    /// Whether the server uses the key.
    public let enabled: Bool
    /// Id of its project, if the server sends it.
    public let projectID: String?
    /// When it was created, if the server sends it.
    public let createdAt: Date?
    /// When it was last changed, if the server sends it.
    public let updatedAt: Date?

    init(_ native: NativeKmsKey) {
        id = native.id
        name = native.name
        description = native.description
        usage = native.usage
        algorithm = native.algorithm
        version = native.version.map { Int($0) }
        enabled = native.enabled
        projectID = native.projectId
        createdAt = date(native.createdAt)
        updatedAt = date(native.updatedAt)
    }
}

/// The result of moving secrets.
public struct MoveResult: Hashable, Sendable {
    /// Names of the moved secrets, without those that an earlier, interrupted call had moved.
    public let moved: [String]
    /// Whether the source changed.
    public let sourceUpdated: Bool
    /// Whether the destination changed; `false` if it already had all the secrets.
    public let destinationUpdated: Bool

    init(_ native: NativeMoveResult) {
        moved = native.moved
        sourceUpdated = native.sourceUpdated
        destinationUpdated = native.destinationUpdated
    }
}

/// The result of copying secrets.
public struct DuplicateResult: Hashable, Sendable {
    /// Names of the copied secrets.
    public let copied: [String]
    /// Names of the secrets that the destination already had, with the same value, comment, tags
    /// and metadata.
    public let unchanged: [String]

    init(_ native: NativeDuplicateResult) {
        copied = native.copied
        unchanged = native.unchanged
    }
}

/// A request to approve a change.
public struct Approval: Identifiable, Hashable, Sendable {
    /// The request's id.
    public let id: String
    /// The server's name for the state: `open` until it is decided.
    public let status: String

    init(_ native: NativeApproval) {
        id = native.id
        status = native.status
    }
}

/// A snapshot of secrets.
public struct Snapshot: Identifiable, Hashable, Sendable {
    /// The snapshot's id.
    public let id: String
    /// The number of the snapshot in the project, from 1; only on May 2023 servers.
    public let version: Int?
    /// When the snapshot was taken.
    public let createdAt: Date?
    /// Slug of the environment; `nil` on May 2023 servers, whose snapshots contain all
    /// environments.
    public let environment: String?
    /// Id of the folder; `nil` on May 2023 servers.
    public let folderID: String?

    init(_ native: NativeSnapshot) {
        id = native.id
        version = native.version.map { Int($0) }
        createdAt = date(native.createdAt)
        environment = native.environment
        folderID = native.folderId
    }
}

/// A new API key. Its text is shown here once and kept nowhere.
///
/// `print`, `dump`, string interpolation and `Mirror` do not show ``key``.
public struct CreatedApiKey: Hashable, Sendable {
    /// The key, `ak.<id>.<secret>`.
    public let key: String
    /// The API key's id, name and times.
    public let info: ApiKeyInfo

    init(_ native: NativeCreatedApiKey) {
        key = native.key
        info = ApiKeyInfo(native.info)
    }
}

extension CreatedApiKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "CreatedApiKey(\(info.name))" }
    public var debugDescription: String { description }
    public var customMirror: Mirror {
        Mirror(self, children: ["info": info], displayStyle: .struct)
    }
}

/// A new access token of a machine identity. Its text is shown here once and kept nowhere.
///
/// `print`, `dump`, string interpolation and `Mirror` do not show ``accessToken``.
public struct CreatedAccessToken: Hashable, Sendable {
    /// The token, for the credential `identityToken`.
    public let accessToken: String
    /// How long the token lasts; 0 if it does not expire.
    public let expiresIn: Duration

    init(_ native: NativeCreatedAccessToken) {
        accessToken = native.accessToken
        expiresIn = .seconds(native.expiresIn)
    }
}

extension CreatedAccessToken: CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    public var description: String { "CreatedAccessToken" }
    public var debugDescription: String { description }
    public var customMirror: Mirror {
        Mirror(self, children: ["expiresIn": expiresIn], displayStyle: .struct)
    }
}

/// A new client secret. Its text is shown here once and kept nowhere.
///
/// `print`, `dump`, string interpolation and `Mirror` do not show ``clientSecret``.
public struct CreatedClientSecret: Hashable, Sendable {
    /// The client secret, with which a program logs in together with the client id.
    public let clientSecret: String
    /// The client secret's id, description and limits.
    public let info: ClientSecretInfo

    init(_ native: NativeCreatedClientSecret) {
        clientSecret = native.clientSecret
        info = ClientSecretInfo(native.info)
    }
}

extension CreatedClientSecret: CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    public var description: String { "CreatedClientSecret(\(info.id))" }
    public var debugDescription: String { description }
    public var customMirror: Mirror {
        Mirror(self, children: ["info": info], displayStyle: .struct)
    }
}

/// The emergency kit: what a person keeps, for example on paper, in case the password is lost.
///
/// `print`, `dump`, string interpolation and `Mirror` do not show ``backupKey``.
public struct EmergencyKit: Hashable, Sendable {
    /// Name of the person.
    public let name: String
    /// The e-mail address that the recovery code will be mailed to.
    public let email: String
    /// The backup key, 32 hexadecimal characters. Together with a mailed code it replaces a lost
    /// password.
    public let backupKey: String

    init(_ native: NativeEmergencyKit) {
        name = native.name
        email = native.email
        backupKey = native.backupKey
    }
}

extension EmergencyKit: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "EmergencyKit(\(name))" }
    public var debugDescription: String { description }
    public var customMirror: Mirror {
        Mirror(self, children: ["name": name, "email": email], displayStyle: .struct)
    }
}

/// An invitation to an organization.
///
/// `print`, `dump`, string interpolation and `Mirror` do not show ``link`` or ``code``.
public struct Invitation: Hashable, Sendable {
    /// The invited e-mail address.
    public let email: String
    /// Id of the organization.
    public let organizationID: String
    /// The link to send to the invited person; `nil` if the server mails it. Its holder can join.
    public let link: String?
    /// The code in that link, for ``Account/acceptInvitation(_:to:code:timeout:)``.
    public let code: String?

    init(_ native: NativeInvitation) {
        email = native.email
        organizationID = native.organizationId
        link = native.link
        code = native.code
    }
}

extension Invitation: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "Invitation" }
    public var debugDescription: String { description }
    public var customMirror: Mirror {
        Mirror(
            self, children: ["email": email, "organizationID": organizationID],
            displayStyle: .struct)
    }
}

/// A version of a secret that an audit event refers to.
///
/// `print`, `dump`, string interpolation and `Mirror` do not show ``value``.
public struct AuditedSecret: Hashable, Sendable {
    /// Number of the version, from 1.
    public let version: Int
    /// The secret's name in this version.
    public let name: String
    /// The secret's value in this version.
    public let value: String

    init(_ native: NativeAuditedSecret) {
        version = Int(native.version)
        name = native.name
        value = native.value
    }
}

extension AuditedSecret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "AuditedSecret(\(name))" }
    public var debugDescription: String { description }
    public var customMirror: Mirror {
        Mirror(self, children: ["version": version, "name": name], displayStyle: .struct)
    }
}

/// A new service account with its keys, which are shown here once and kept nowhere.
///
/// `print`, `dump`, string interpolation and `Mirror` do not show ``accessKey`` or ``privateKey``.
public struct CreatedServiceAccount: Hashable, Sendable {
    /// The service account.
    public let info: ServiceAccount
    /// The access key, `sa.<id>.<secret>`.
    public let accessKey: String
    /// The public key of the account, as base64.
    public let publicKey: String
    /// The private key of the account, as base64.
    public let privateKey: String
    /// The public key of the user who created the account, as base64. Only this user can give it
    /// access to projects. The account needs the key to open project keys, and servers do not send
    /// it.
    public let grantedBy: String

    init(_ native: NativeCreatedServiceAccount) {
        info = ServiceAccount(native.info)
        accessKey = native.accessKey
        publicKey = native.publicKey
        privateKey = native.privateKey
        grantedBy = native.grantedBy
    }
}

extension CreatedServiceAccount: CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    public var description: String { "CreatedServiceAccount(\(info.name))" }
    public var debugDescription: String { description }
    public var customMirror: Mirror {
        Mirror(
            self, children: ["info": info, "publicKey": publicKey, "grantedBy": grantedBy],
            displayStyle: .struct)
    }
}

/// A new service token. Its text is shown here once and kept nowhere.
///
/// `print`, `dump`, string interpolation and `Mirror` do not show ``token``.
public struct CreatedServiceToken: Hashable, Sendable {
    /// The token, `st.<id>.<secret>.<key>`.
    public let token: String
    /// The token's id, name, project and limits.
    public let info: ServiceTokenInfo

    init(_ native: NativeCreatedServiceToken) throws(InfisicalError) {
        token = native.token
        info = try ServiceTokenInfo(native.info)
    }
}

extension CreatedServiceToken: CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    public var description: String { "CreatedServiceToken(\(info.name))" }
    public var debugDescription: String { description }
    public var customMirror: Mirror {
        Mirror(self, children: ["info": info], displayStyle: .struct)
    }
}

/// A part of a credential that the server made.
///
/// `print`, `dump`, string interpolation and `Mirror` do not show ``value``.
public struct LeaseCredential: Hashable, Sendable {
    /// Its name, which depends on the service: such as `DB_PASSWORD`.
    public let name: String
    /// Its value.
    public let value: String

    init(_ native: NativeLeaseCredential) {
        name = native.name
        value = native.value
    }
}

extension LeaseCredential: CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    public var description: String { "LeaseCredential(\(name))" }
    public var debugDescription: String { description }
    public var customMirror: Mirror {
        Mirror(self, children: ["name": name], displayStyle: .struct)
    }
}

/// An entry of the metadata of a secret. Printing it does not show the value.
///
/// `print`, `dump`, string interpolation and `Mirror` do not show ``value``.
public struct SecretMetadata: Hashable, Sendable {
    /// The key.
    public let key: String
    /// The value; it may be empty.
    public let value: String
    /// Whether the server stores the value encrypted, with a key that it has.
    public let encrypted: Bool

    init(_ native: NativeSecretMetadata) {
        key = native.key
        value = native.value
        encrypted = native.encrypted
    }
}

extension SecretMetadata: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "SecretMetadata" }
    public var debugDescription: String { description }
    public var customMirror: Mirror {
        Mirror(self, children: ["key": key, "encrypted": encrypted], displayStyle: .struct)
    }
}

/// An earlier version of a secret. Printing it shows neither value nor comment.
///
/// `print`, `dump`, string interpolation and `Mirror` do not show ``value`` or ``comment``.
public struct SecretVersion: Identifiable, Hashable, Sendable {
    /// The version's id.
    public let id: String
    /// The secret's id.
    public let secretID: String
    /// Number of the version, from 1; from 0 if the secret was created together with others.
    public let version: Int
    /// Whether the secret is shared or personal.
    public let type: SecretType
    /// Slug of the secret's environment.
    public let environment: String
    /// The secret's name in this version.
    public let name: String
    /// The secret's value in this version.
    public let value: String
    /// The secret's comment in this version, empty if it had none; `nil` on May 2023 servers, which
    /// do not keep it.
    public let comment: String?
    /// When the version was created, if the server sends it.
    public let createdAt: Date?
    /// Whether the secret was deleted later; `nil` if the server does not send it. Only May 2023
    /// servers do.
    public let deleted: Bool?

    init(_ native: NativeSecretVersion) throws(InfisicalError) {
        id = native.id
        secretID = native.secretId
        version = Int(native.version)
        type = try known(native.kind)
        environment = native.environment
        name = native.name
        value = native.value
        comment = native.comment
        createdAt = date(native.createdAt)
        deleted = native.deleted
    }
}

extension SecretVersion: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "SecretVersion(\(name))" }
    public var debugDescription: String { description }
    public var customMirror: Mirror {
        Mirror(
            self,
            children: [
                "id": id, "secretID": secretID, "version": version, "type": type,
                "environment": environment, "name": name, "createdAt": createdAt as Any,
                "deleted": deleted as Any,
            ], displayStyle: .struct)
    }
}

/// A secret that cannot be decrypted, or whose references cannot be resolved.
public struct SecretFailure: Identifiable, Hashable, Sendable {
    /// The secret's id; in a list of versions, the version's id. The name is encrypted too and can
    /// be unknown.
    public let id: String
    /// The field that cannot be decrypted: `secretKey`, `secretValue` or `secretComment`; or
    /// `reference` for an unresolved reference in the value.
    public let field: String
    /// What happened: ``InfisicalError/decryptionFailed(_:)``, ``InfisicalError/invalidInput(_:)``
    /// for a reference, or ``InfisicalError/permissionDenied(_:)`` for a value that the server
    /// hides from the credential.
    public let error: InfisicalError

    init(_ native: NativeSecretFailure) {
        id = native.id
        field = native.field
        error = InfisicalError(native.error)
    }
}
