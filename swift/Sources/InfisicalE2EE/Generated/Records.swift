// What calls return. Written by `make generate` from `bindings/surface` and core's documentation.
// Do not edit.
import Foundation
internal import InfisicalE2EENative

/// One thing the server says of an event.
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

/// An account that was just made.
public struct NewAccount: Hashable, Sendable {
    /// The user's id.
    public let userID: String
    /// The address signed up with. Log in with the same spelling: it is part of the proof.
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

/// A log-in that still counts.
public struct Session: Identifiable, Hashable, Sendable {
    /// The session's id.
    public let id: String
    /// Where it was begun from, as the server saw it, where the server tells.
    public let ipAddress: String?
    /// The program that began it, where the server tells.
    public let userAgent: String?
    /// When it began.
    public let createdAt: Date?
    /// When it was last used.
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
    /// When it was last used; at first, when it was made.
    public let lastUsed: Date?
    /// When it stops working.
    public let expiresAt: Date?
    /// When it was made.
    public let createdAt: Date?

    init(_ native: NativeApiKeyInfo) {
        id = native.id
        name = native.name
        lastUsed = date(native.lastUsed)
        expiresAt = date(native.expiresAt)
        createdAt = date(native.createdAt)
    }
}

/// Something that happened in a project.
public struct AuditEvent: Identifiable, Hashable, Sendable {
    /// The event's id; of several events of one May 2023 log, each has its own.
    public let id: String
    /// What happened, by the server's own name.
    public let event: String
    /// `user`, `service_token`, `service_account`, `identity`, or `unknown` for one that is gone or
    /// of another kind.
    public let actorType: String
    /// The actor's id.
    public let actorID: String?
    /// The e-mail address of a user, the name of another actor.
    public let actorName: String?
    /// Where the request came from, as the server saw it.
    public let ipAddress: String?
    /// The program that sent it, on servers since 2024.
    public let userAgent: String?
    /// What kind of program the server took it for, such as `web`, `cli` or `other`.
    public let channel: String?
    /// The project.
    public let projectID: String?
    /// When.
    public let createdAt: Date?
    /// What else the server says of it, such as `environment` or `numberOfSecrets`. What is not
    /// text is JSON.
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
        details = native.details.map { AuditDetail($0) }
    }
}

/// Somebody who can be found in an audit log.
public struct AuditActor: Hashable, Sendable {
    /// As in ``AuditEvent/actorType``.
    public let actorType: String
    /// The actor's id.
    public let id: String?
    /// The e-mail address of a user, the name of another actor.
    public let name: String?

    init(_ native: NativeAuditActor) {
        actorType = native.actorType
        id = native.id
        name = native.name
    }
}

/// A page of an audit log.
public struct AuditLogPage: Hashable, Sendable {
    /// What happened, newest first. It may be empty though another page follows.
    public let events: [AuditEvent]
    /// Where the next page begins; `nil` after the last.
    public let next: String?

    init(_ native: NativeAuditLogPage) {
        events = native.events.map { AuditEvent($0) }
        next = native.next
    }
}

/// What an event did to one secret.
public struct AuditChange: Hashable, Sendable {
    /// The secret's id.
    public let secretID: String
    /// Slug of its environment.
    public let environment: String
    /// The secret as it was; `nil` if it was made or only read.
    public let before: AuditedSecret?
    /// The secret as it is since then, or was when it was read; `nil` if it was deleted.
    public let after: AuditedSecret?

    init(_ native: NativeAuditChange) {
        secretID = native.secretId
        environment = native.environment
        before = native.before.map { AuditedSecret($0) }
        after = native.after.map { AuditedSecret($0) }
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

/// A member of an organization, or somebody invited to it.
public struct OrganizationMember: Identifiable, Hashable, Sendable {
    /// The id of the membership, by which members are changed and removed.
    public let id: String
    /// The user's id; `nil` on May 2023 servers for an invited person without an account. Later
    /// servers assign one at once.
    public let userID: String?
    /// E-mail address.
    public let email: String
    /// First name; empty while somebody without an account is invited.
    public let firstName: String
    /// Last name, likewise.
    public let lastName: String
    /// The role: `owner` (May 2023), `admin`, `member`, `no-access` (2024) or a role of its own.
    public let role: String
    /// `accepted`, or `invited` until the invitation is taken up.
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

/// Whom the server tells of incidents in an organization.
public struct IncidentContact: Identifiable, Hashable, Sendable {
    /// The contact's id.
    public let id: String
    /// The address.
    public let email: String

    init(_ native: NativeIncidentContact) {
        id = native.id
        email = native.email
    }
}

/// That somebody is no longer a member.
public struct RemovedMember: Identifiable, Hashable, Sendable {
    /// The id the membership had.
    public let id: String
    /// For people: that the removed person may still know project keys, and what to do about it.
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
    /// Its role in the organization: `admin`, `member`, `no-access` or one of the organization's
    /// own.
    public let role: String

    init(_ native: NativeIdentity) {
        id = native.id
        name = native.name
        role = native.role
    }
}

/// A project that a machine identity is in.
public struct IdentityProject: Hashable, Sendable {
    /// The project's id.
    public let projectID: String
    /// Its name, where the server tells.
    public let projectName: String?
    /// The identity's roles there, as in ``ProjectIdentity/roles``.
    public let roles: [String]

    init(_ native: NativeIdentityProject) {
        projectID = native.projectId
        projectName = native.projectName
        roles = native.roles
    }
}

/// How a machine identity logs in by universal auth.
public struct UniversalAuth: Hashable, Sendable {
    /// What it logs in with, beside a client secret.
    public let clientID: String
    /// How long an access token lasts unless it is renewed; 0 for ever.
    public let accessTokenTTL: Duration
    /// How long it lasts however often it is renewed; 0 for ever.
    public let accessTokenMaxTTL: Duration
    /// How many requests it is good for; `nil` if there is no limit.
    public let accessTokenMaxUses: Int?
    /// From where client secrets are taken: addresses, or ranges such as `10.0.0.0/8`.
    public let clientSecretTrustedIPs: [String]
    /// From where access tokens are taken, in the same form.
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

/// What the access tokens made for a machine identity are good for.
public struct TokenAuth: Hashable, Sendable {
    /// How long an access token lasts unless it is renewed; 0 for ever.
    public let accessTokenTTL: Duration
    /// How long it lasts however often it is renewed; 0 for ever.
    public let accessTokenMaxTTL: Duration
    /// How many requests it is good for; `nil` if there is no limit.
    public let accessTokenMaxUses: Int?
    /// From where it is taken: addresses, or ranges such as `10.0.0.0/8`.
    public let accessTokenTrustedIPs: [String]

    init(_ native: NativeTokenAuth) {
        accessTokenTTL = .seconds(native.accessTokenTtl)
        accessTokenMaxTTL = .seconds(native.accessTokenMaxTtl)
        accessTokenMaxUses = native.accessTokenMaxUses.map { Int($0) }
        accessTokenTrustedIPs = native.accessTokenTrustedIps
    }
}

/// An access token that was made for a machine identity, without its text.
public struct AccessTokenInfo: Identifiable, Hashable, Sendable {
    /// The token's id.
    public let id: String
    /// What it is for, for people; may be empty.
    public let name: String
    /// When it was made, where the server tells.
    public let createdAt: Date?
    /// When it was last used; `nil` if never, or where the server does not tell.
    public let lastUsed: Date?
    /// How many requests it was used for, where the server tells.
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

// In a view, SwiftUI's Group would be taken instead.
extension Organization {
    /// Users who are given access together.
    public struct Group: Identifiable, Hashable, Sendable {
        /// The group's id.
        public let id: String
        /// Its name.
        public let name: String
        /// Its slug.
        public let slug: String
        /// Its role in the organization: `admin`, `member`, `no-access` or one of the
        /// organization's own.
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

/// That a group is in a project.
public struct ProjectGroup: Identifiable, Hashable, Sendable {
    /// The membership's id.
    public let id: String
    /// The group's id.
    public let groupID: String
    /// The group's name.
    public let name: String
    /// The group's slug.
    public let slug: String
    /// Its roles in the project: `admin`, `member`, `viewer`, `no-access` or the slug of one that
    /// the project defines.
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
    /// What it is for, for people; may be empty.
    public let description: String
    /// Its first characters, by which people tell several apart. They do not help to guess it.
    public let prefix: String
    /// When it was made, where the server tells.
    public let createdAt: Date?
    /// When it stops working; `nil` if never, or where the server does not tell.
    public let expiresAt: Date?
    /// How many log-ins it was used for, where the server tells.
    public let uses: Int?
    /// How many it may be used for; `nil` without a limit, or where the server does not tell.
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

/// That a machine identity is in a project.
public struct ProjectIdentity: Identifiable, Hashable, Sendable {
    /// The membership's id.
    public let id: String
    /// The identity's id.
    public let identityID: String
    /// The identity's name.
    public let name: String
    /// Its roles in the project: `admin`, `member`, `viewer`, `no-access` or the slug of one that
    /// the project defines.
    public let roles: [String]

    init(_ native: NativeProjectIdentity) {
        id = native.id
        identityID = native.identityId
        name = native.name
        roles = native.roles
    }
}

/// A service account, without anything secret.
public struct ServiceAccount: Identifiable, Hashable, Sendable {
    /// The account's id.
    public let id: String
    /// Its name.
    public let name: String
    /// The organization it belongs to.
    public let organizationID: String
    /// SHA-256 of its public key, as hexadecimal; `nil` if the server names no usable key.
    public let publicKeyFingerprint: String?
    /// When it was to expire; `nil` if never.
    public let expiresAt: Date?

    init(_ native: NativeServiceAccount) {
        id = native.id
        name = native.name
        organizationID = native.organizationId
        publicKeyFingerprint = native.publicKeyFingerprint
        expiresAt = date(native.expiresAt)
    }
}

/// That a service account has a copy of a project key.
public struct ServiceAccountKey: Identifiable, Hashable, Sendable {
    /// The copy's id.
    public let id: String
    /// The project whose key it is.
    public let projectID: String
    /// When the copy was made, where the server tells.
    public let createdAt: Date?

    init(_ native: NativeServiceAccountKey) {
        id = native.id
        projectID = native.projectId
        createdAt = date(native.createdAt)
    }
}

// In a view, SwiftUI's Environment would be taken instead.
extension Project {
    /// An environment of a project.
    public struct Environment: Hashable, Sendable {
        /// Its id; `nil` on May 2023 servers, and where an API key asks.
        public let id: String?
        /// Its name, for people.
        public let name: String
        /// Its slug, for calls.
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
    /// The organization it belongs to, where the server tells.
    public let organizationID: String?
    /// Whether the server's own pages write names of secrets in capitals, where the server tells.
    public let autoCapitalization: Bool?
    /// Its environments, in the server's order.
    public let environments: [Project.Environment]

    init(_ native: NativeProject) {
        id = native.id
        name = native.name
        slug = native.slug
        organizationID = native.organizationId
        autoCapitalization = native.autoCapitalization
        environments = native.environments.map { Project.Environment($0) }
    }
}

/// A name that several secrets of one environment and folder share.
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

/// What became of the names of a project's secrets.
public struct BlindIndexReport: Hashable, Sendable {
    /// How many secrets were named; 0 if all had an index before.
    public let named: Int
    /// Names that several secrets of one place share: by name only one of them is found. Rename or
    /// delete the others.
    public let duplicates: [DuplicateName]
    /// Secrets whose name does not decrypt or is empty, which got no index.
    public let failures: [SecretFailure]

    init(_ native: NativeBlindIndexReport) {
        named = Int(native.named)
        duplicates = native.duplicates.map { DuplicateName($0) }
        failures = native.failures.map { SecretFailure($0) }
    }
}

/// What the server can do, and how the secrets of this client pass.
public struct Capabilities: Hashable, Sendable {
    /// The release the server resembles: `may23`, `feb24`, `jun24` or `modern`.
    public let server: String
    /// Whether this library was held against a running server of that release. `modern` follows
    /// public source alone.
    public let verified: Bool
    /// Whether secrets can lie in folders, and calls about them take a path. Not in May 2023, whose
    /// servers have folders without a way to a secret in one by its name.
    public let folders: Bool
    /// Whether folders can import others.
    public let secretImports: Bool
    /// Whether machine identities can log in.
    public let machineIdentities: Bool
    /// Whether this client's secrets are end-to-end encrypted. Of a user who allows plaintext, in
    /// the client's default project.
    public let endToEndEncrypted: Bool
    /// The routes they pass by: `encrypted_v3`, `raw_v3` or `raw_v4`.
    public let secretsRoute: String

    init(_ native: NativeCapabilities) {
        server = native.server
        verified = native.verified
        folders = native.folders
        secretImports = native.secretImports
        machineIdentities = native.machineIdentities
        endToEndEncrypted = native.endToEndEncrypted
        secretsRoute = native.secretsRoute
    }
}

/// That a project's key could be opened, and who sealed it.
public struct OpenedKey: Hashable, Sendable {
    /// The project.
    public let projectID: String
    /// SHA-256 of the public key of the user who sealed this copy, as hexadecimal, to compare with
    /// what that user sees; `nil` for a service token, whose copy nobody seals.
    public let sealedBy: String?

    init(_ native: NativeOpenedKey) {
        projectID = native.projectId
        sealedBy = native.sealedBy
    }
}

/// A folder.
public struct Folder: Identifiable, Hashable, Sendable {
    /// The folder's id.
    public let id: String
    /// Its name.
    public let name: String
    /// Its whole path, such as `/backend/jobs`.
    public let path: String
    /// When it was made, where the server tells.
    public let createdAt: Date?
    /// When it was last changed, where the server tells.
    public let updatedAt: Date?

    init(_ native: NativeFolder) {
        id = native.id
        name = native.name
        path = native.path
        createdAt = date(native.createdAt)
        updatedAt = date(native.updatedAt)
    }
}

/// A tag of a project.
public struct Tag: Identifiable, Hashable, Sendable {
    /// The tag's id.
    public let id: String
    /// Its name, for people.
    public let name: String
    /// Its slug, for calls.
    public let slug: String
    /// Its colour in the web page; `nil` if it has none, and on May 2023 servers.
    public let color: String?

    init(_ native: NativeTag) {
        id = native.id
        name = native.name
        slug = native.slug
        color = native.color
    }
}

/// That a folder imports the secrets of another.
public struct SecretImport: Identifiable, Hashable, Sendable {
    /// The import's id.
    public let id: String
    /// Slug of the environment it imports from.
    public let environment: String
    /// The folder it imports.
    public let path: String
    /// Its position among the folder's imports, from 1. Later ones win.
    public let position: Int

    init(_ native: NativeSecretImport) {
        id = native.id
        environment = native.environment
        path = native.path
        position = Int(native.position)
    }
}

/// What moving secrets did.
public struct MoveResult: Hashable, Sendable {
    /// Names of the secrets that were moved. Not among them is one that an earlier, interrupted
    /// call had moved.
    public let moved: [String]
    /// Whether the source changed.
    public let sourceUpdated: Bool
    /// Whether the destination changed; false if it already had all the secrets.
    public let destinationUpdated: Bool

    init(_ native: NativeMoveResult) {
        moved = native.moved
        sourceUpdated = native.sourceUpdated
        destinationUpdated = native.destinationUpdated
    }
}

/// A request that a change be approved.
public struct Approval: Identifiable, Hashable, Sendable {
    /// The request's id.
    public let id: String
    /// Its state as the server names it: `open`, as long as nobody has decided.
    public let status: String

    init(_ native: NativeApproval) {
        id = native.id
        status = native.status
    }
}

/// That a snapshot was taken.
public struct Snapshot: Identifiable, Hashable, Sendable {
    /// The snapshot's id.
    public let id: String
    /// Counts the snapshots of the project from 1, on May 2023 servers.
    public let version: Int?
    /// When it was taken.
    public let createdAt: Date?
    /// Slug of its environment; `nil` on May 2023 servers, where it is of all.
    public let environment: String?
    /// Id of its folder; `nil` on May 2023 servers.
    public let folderID: String?

    init(_ native: NativeSnapshot) {
        id = native.id
        version = native.version.map { Int($0) }
        createdAt = date(native.createdAt)
        environment = native.environment
        folderID = native.folderId
    }
}
