import Foundation
internal import InfisicalE2EENative

/// That a service account may work in an environment.
public struct ServiceAccountPermission: Identifiable, Hashable, Sendable {
    /// The permission's id.
    public let id: String
    /// The project.
    public let projectID: String
    /// Slug of the environment.
    public let environment: String
    /// What it may do there.
    public let permissions: [Permission]

    init(_ native: NativeServiceAccountPermission) throws(InfisicalError) {
        id = native.id
        projectID = native.projectId
        environment = native.environment
        permissions = try native.permissions.map { name throws(InfisicalError) in try known(name) }
    }
}

/// A new service account. Its access key and private key are told here once.
public struct CreatedServiceAccount: Hashable, Sendable {
    /// The account.
    public let info: ServiceAccount
    /// The access key, `sa.<id>.<secret>`.
    public let accessKey: String
    /// Its public key, as base64.
    public let publicKey: String
    /// Its private key, as base64.
    public let privateKey: String
    /// Public key of the user who made it, which the credential needs.
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
    /// Nothing of accessKey and privateKey.
    public var description: String { "CreatedServiceAccount" }
    public var debugDescription: String { description }

    /// Everything but accessKey and privateKey.
    public var customMirror: Mirror {
        Mirror(
            self, children: ["info": info, "publicKey": publicKey, "grantedBy": grantedBy],
            displayStyle: .struct)
    }
}

/// Service accounts, on servers of May 2023. A program becomes one after `create` and a `grant` for
/// each environment; only the user who made an account manages it.
///
/// Every call fails with ``InfisicalError/unsupportedByServer(_:)`` on later servers, which have
/// machine identities instead, and with ``InfisicalError/permissionDenied(_:)`` for other
/// credentials than a user's, or for another user.
public struct ServiceAccounts: Sendable {
    let native: NativeClient

    /// Makes an account with a key pair that is made here; the private key is never sent. Alone it
    /// can do nothing.
    ///
    /// - Parameter expiresIn: When it is to expire, from now; never by default. Servers keep the
    ///   time and do not heed it.
    /// - Throws: ``InfisicalError/invalidInput(_:)`` for an empty name, or if the user belongs to
    ///   several organizations and none is named; ``InfisicalError/notFound(_:)`` for an unknown
    ///   organization; ``InfisicalError/keyUnavailable(_:)`` if the credential opens no private key
    ///   of the user, who could grant nothing.
    public func create(
        _ name: String,
        organization: String? = nil,
        expiresIn: Duration? = nil,
        timeout: Duration? = nil
    ) async throws -> CreatedServiceAccount {
        try await perform {
            CreatedServiceAccount(
                try await native.createServiceAccount(
                    name: name, organization: organization, expiresIn: expiresIn?.inSeconds,
                    timeout: timeout?.inSeconds))
        }
    }

    /// Every account of an organization, whoever made it. For its owners and administrators.
    ///
    /// - Throws: ``InfisicalError/invalidInput(_:)`` if the user belongs to several organizations
    ///   and none is named; ``InfisicalError/notFound(_:)`` for an unknown organization.
    public func list(
        organization: String? = nil,
        timeout: Duration? = nil
    ) async throws -> [ServiceAccount] {
        try await perform {
            try await native.listServiceAccounts(
                organization: organization, timeout: timeout?.inSeconds
            ).map { ServiceAccount($0) }
        }
    }

    /// Gives an account another name.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is none of that id;
    ///   ``InfisicalError/invalidInput(_:)`` for an empty name.
    @discardableResult
    public func rename(
        _ id: String,
        to newName: String,
        timeout: Duration? = nil
    ) async throws -> ServiceAccount {
        try await perform {
            ServiceAccount(
                try await native.renameServiceAccount(
                    id: id, newName: newName, timeout: timeout?.inSeconds))
        }
    }

    /// Deletes an account with its permissions and copies of keys. Its access key stops working.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is none of that id.
    public func delete(_ id: String, timeout: Duration? = nil) async throws {
        try await perform {
            try await native.deleteServiceAccount(id: id, timeout: timeout?.inSeconds)
        }
    }

    /// Where an account may work, and what it may do there.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is none of that id.
    public func permissions(
        _ id: String,
        timeout: Duration? = nil
    ) async throws -> [ServiceAccountPermission] {
        try await perform {
            try await native.listServiceAccountPermissions(id: id, timeout: timeout?.inSeconds)
                .map { try ServiceAccountPermission($0) }
        }
    }

    /// Of which projects an account has the key.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is none of that id.
    public func keys(_ id: String, timeout: Duration? = nil) async throws -> [ServiceAccountKey] {
        try await perform {
            try await native.listServiceAccountKeys(id: id, timeout: timeout?.inSeconds)
                .map { ServiceAccountKey($0) }
        }
    }

    /// Lets an account into an environment and gives it the project key, sealed here to its public
    /// key.
    ///
    /// - Parameters:
    ///   - permissions: What it may do there; only read by default.
    ///   - expectFingerprint: SHA-256 of the account's public key in hexadecimal. With another key
    ///     there, nothing is granted.
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no such account, project or
    ///   environment; ``InfisicalError/conflict(_:)`` if it may work there already;
    ///   ``InfisicalError/keyUnavailable(_:)`` if the user has no project key to share;
    ///   ``InfisicalError/integrityViolation(_:)`` if the account's public key is not the expected
    ///   one, or unsafe.
    @discardableResult
    public func grant(
        _ id: String,
        project: String? = nil,
        environment: String? = nil,
        permissions: [Permission] = [.read],
        expectFingerprint: String? = nil,
        timeout: Duration? = nil
    ) async throws -> ServiceAccountPermission {
        let grant = NativeServiceAccountGrant(
            project: project, environment: environment, permissions: permissions.map(\.rawValue),
            expectFingerprint: expectFingerprint)
        return try await perform {
            try ServiceAccountPermission(
                try await native.grantServiceAccount(
                    id: id, grant: grant, timeout: timeout?.inSeconds))
        }
    }

    /// Takes a permission back, and with the last one of a project the account's copy of its key.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no such account or permission.
    public func revoke(
        _ id: String,
        permission permissionID: String,
        timeout: Duration? = nil
    ) async throws {
        try await perform {
            try await native.revokeServiceAccountPermission(
                id: id, permissionId: permissionID, timeout: timeout?.inSeconds)
        }
    }
}
