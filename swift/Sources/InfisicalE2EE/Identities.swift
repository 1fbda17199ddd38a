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

    /// Makes a client secret, which is told here once. It does not expire.
    ///
    /// - Parameter description: What it is for, for people.
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no identity of that id;
    ///   ``InfisicalError/invalidInput(_:)`` if it has no universal auth.
    public func createClientSecret(
        _ id: String,
        description: String? = nil,
        timeout: Duration? = nil
    ) async throws -> String {
        try await perform {
            try await native.createClientSecret(
                id: id, description: description,
                timeout: timeout?.inSeconds)
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
}
