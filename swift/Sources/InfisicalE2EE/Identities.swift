import Foundation
internal import InfisicalE2EENative

/// A machine identity.
public struct Identity: Identifiable, Hashable, Sendable {
    /// The identity's id.
    public let id: String
    /// Its name.
    public let name: String
    /// Its role in the organization.
    public let role: String

    init(_ native: NativeIdentity) {
        id = native.id
        name = native.name
        role = native.role
    }
}

/// That an identity works in a project.
public struct ProjectIdentity: Identifiable, Hashable, Sendable {
    /// The membership's id.
    public let id: String
    /// The identity's id, by which calls name it.
    public let identityID: String
    /// The identity's name.
    public let name: String
    /// Its roles in the project.
    public let roles: [String]

    init(_ native: NativeProjectIdentity) {
        id = native.id
        identityID = native.identityId
        name = native.name
        roles = native.roles
    }
}

/// A client secret, without its text.
public struct ClientSecretInfo: Identifiable, Hashable, Sendable {
    /// The client secret's id.
    public let id: String
    /// What it is for, for people.
    public let description: String
    /// The first characters of its text, as the server shows them.
    public let prefix: String
    /// When it was made.
    public let createdAt: Date?
    /// When it stops working; `nil` if never.
    public let expiresAt: Date?
    /// How often it was used to log in, where the server tells.
    public let uses: Int?
    /// How often it may be used; `nil` if there is no limit.
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

/// A new client secret. Its text is in ``clientSecret`` alone, and kept nowhere: printing shows none of
/// it.
public struct CreatedClientSecret: Hashable, Sendable {
    /// The text, for the credential.
    public let clientSecret: String
    /// What is known of it.
    public let info: ClientSecretInfo

    init(_ native: NativeCreatedClientSecret) {
        clientSecret = native.clientSecret
        info = ClientSecretInfo(native.info)
    }
}

extension CreatedClientSecret: CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// Nothing of clientSecret.
    public var description: String { "CreatedClientSecret(\(info.id))" }
    public var debugDescription: String { description }

    /// Everything but clientSecret.
    public var customMirror: Mirror {
        Mirror(self, children: ["info": info], displayStyle: .struct)
    }
}

/// Machine identities, on servers of 2024 and later. A program becomes one with its client id and
/// client secret after four steps: `create`, `attachUniversalAuth`, `createClientSecret`,
/// `addToProject`.
///
/// Every call fails with ``InfisicalError/unsupportedByServer(_:)`` on May 2023 servers, and with
/// ``InfisicalError/permissionDenied(_:)`` for other credentials than a user's, or without the
/// role. `timeout` is the longest a call may take, if less than the client's deadline.
public struct Identities: Sendable {
    let native: NativeClient

    /// Makes an identity in an organization. Alone it can do nothing.
    ///
    /// - Parameter role: Its role in the organization: `admin`, `member` or `no-access`, which is
    ///   the default.
    /// - Throws: ``InfisicalError/invalidInput(_:)`` if the name is empty or the role unknown, or
    ///   the user belongs to several organizations and none is named.
    @discardableResult
    public func create(
        _ name: String,
        organization: String? = nil,
        role: String? = nil,
        timeout: Duration? = nil
    ) async throws -> Identity {
        try await perform {
            Identity(
                try await native.createIdentity(
                    name: name, organization: organization,
                    role: role, timeout: timeout?.inSeconds))
        }
    }

    /// Every identity of an organization.
    ///
    /// - Throws: ``InfisicalError/invalidInput(_:)`` if the user belongs to several organizations
    ///   and none is named.
    public func list(
        organization: String? = nil,
        timeout: Duration? = nil
    ) async throws -> [Identity] {
        try await perform {
            try await native.listIdentities(
                organization: organization,
                timeout: timeout?.inSeconds
            ).map { Identity($0) }
        }
    }

    /// Deletes an identity. Its client secrets and access tokens stop working.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is none of that id.
    public func delete(_ id: String, timeout: Duration? = nil) async throws {
        try await perform {
            try await native.deleteIdentity(id: id, timeout: timeout?.inSeconds)
        }
    }

    /// Lets an identity log in by universal auth, and gives its client id.
    ///
    /// - Parameters:
    ///   - accessTokenTTL: How long an access token lasts unless it is renewed; 30 days by default.
    ///   - accessTokenMaxTTL: How long it lasts at most; 30 days by default.
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no identity of that id;
    ///   ``InfisicalError/invalidInput(_:)`` if a time is below one second or beyond the longest,
    ///   or it has universal auth already.
    @discardableResult
    public func attachUniversalAuth(
        _ id: String,
        accessTokenTTL: Duration? = nil,
        accessTokenMaxTTL: Duration? = nil,
        timeout: Duration? = nil
    ) async throws -> String {
        try await perform {
            try await native.attachUniversalAuth(
                id: id, accessTokenTtl: accessTokenTTL?.inSeconds,
                accessTokenMaxTtl: accessTokenMaxTTL?.inSeconds, timeout: timeout?.inSeconds)
        }
    }

    /// Makes a client secret, which is told here once. To replace one, make another, deploy it, and
    /// revoke the old.
    ///
    /// - Parameters:
    ///   - description: What it is for, for people; nothing by default.
    ///   - expiresIn: How long it lasts, in whole seconds; for ever by default.
    ///   - maxUses: How often it may be used to log in; without a limit by default.
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no identity of that id;
    ///   ``InfisicalError/invalidInput(_:)`` if it has no universal auth, for a time below one second
    ///   or beyond the longest, or a number of uses below one.
    public func createClientSecret(
        _ id: String,
        description: String? = nil,
        expiresIn: Duration? = nil,
        maxUses: Int? = nil,
        timeout: Duration? = nil
    ) async throws -> CreatedClientSecret {
        try await perform {
            CreatedClientSecret(
                try await native.createClientSecret(
                    id: id, description: description, expiresIn: expiresIn?.inSeconds,
                    maxUses: maxUses.map { Int64($0) }, timeout: timeout?.inSeconds))
        }
    }

    /// The client secrets of an identity, without their texts.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no identity of that id;
    ///   ``InfisicalError/invalidInput(_:)`` if it has no universal auth.
    public func listClientSecrets(
        _ id: String,
        timeout: Duration? = nil
    ) async throws -> [ClientSecretInfo] {
        try await perform {
            try await native.listClientSecrets(id: id, timeout: timeout?.inSeconds)
                .map { ClientSecretInfo($0) }
        }
    }

    /// Revokes a client secret. Nobody logs in with it from then on.
    ///
    /// - Parameters:
    ///   - id: The identity's id.
    ///   - clientSecretID: The client secret's id.
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no such identity or client secret.
    public func revokeClientSecret(
        _ id: String,
        clientSecretID: String,
        timeout: Duration? = nil
    ) async throws {
        try await perform {
            try await native.revokeClientSecret(
                id: id, clientSecretId: clientSecretID, timeout: timeout?.inSeconds)
        }
    }

    /// Lets an identity into a project.
    ///
    /// - Parameter role: `admin`, `member`, `viewer`, `no-access` or a role of the organization's
    ///   own.
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no such identity or project;
    ///   ``InfisicalError/conflict(_:)`` if it is in the project already;
    ///   ``InfisicalError/invalidInput(_:)`` if the role is unknown.
    public func addToProject(
        _ id: String,
        as role: String,
        project: String? = nil,
        timeout: Duration? = nil
    ) async throws {
        try await perform {
            try await native.addIdentityToProject(
                id: id, role: role, project: project,
                timeout: timeout?.inSeconds)
        }
    }

    /// The identities that work in a project.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no such project or the user is not a
    ///   member.
    public func listInProject(
        project: String? = nil,
        timeout: Duration? = nil
    ) async throws -> [ProjectIdentity] {
        try await perform {
            try await native.listProjectIdentities(project: project, timeout: timeout?.inSeconds)
                .map { ProjectIdentity($0) }
        }
    }

    /// Takes an identity out of a project. It may know what it has read.
    ///
    /// - Parameter id: The identity's id.
    /// - Throws: ``InfisicalError/notFound(_:)`` if the project has no such identity.
    public func removeFromProject(
        _ id: String,
        project: String? = nil,
        timeout: Duration? = nil
    ) async throws {
        try await perform {
            try await native.removeIdentityFromProject(
                id: id, project: project, timeout: timeout?.inSeconds)
        }
    }
}
