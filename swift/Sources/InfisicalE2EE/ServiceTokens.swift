import Foundation
internal import InfisicalE2EENative

/// What a service token may do within its scopes, or a member may not.
public enum Permission: String, CaseIterable, Hashable, Sendable {
    case read
    case write
}

/// An environment and path a service token may use.
public struct ServiceTokenScope: Hashable, Sendable {
    /// Slug of the environment.
    public let environment: String
    /// A path or glob; `/**` covers every folder. Globs need a server of 2024.
    public let path: String

    /// An environment, at the path `/` unless told otherwise.
    public init(environment: String, path: String = "/") {
        self.environment = environment
        self.path = path
    }
}

/// A service token, without anything secret.
public struct ServiceTokenInfo: Identifiable, Hashable, Sendable {
    /// The token's id.
    public let id: String
    /// Its name.
    public let name: String
    /// The project it opens.
    public let projectID: String
    /// Where it may be used.
    public let scopes: [ServiceTokenScope]
    /// What it may do.
    public let permissions: [Permission]
    /// When it stops working; `nil` if never.
    public let expiresAt: Date?

    init(_ info: NativeServiceTokenInfo) throws(InfisicalError) {
        id = info.id
        name = info.name
        projectID = info.projectId
        scopes = info.scopes.map { ServiceTokenScope(environment: $0.environment, path: $0.path) }
        permissions = try info.permissions.map { name throws(InfisicalError) in try known(name) }
        expiresAt = date(info.expiresAt)
    }
}

/// A new token. Its text is in ``token`` alone, and kept nowhere: printing shows none of it.
public struct CreatedServiceToken: Hashable, Sendable {
    /// The token, `st.<id>.<secret>.<key>`.
    public let token: String
    /// What it is for.
    public let info: ServiceTokenInfo
}

extension CreatedServiceToken: CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// The token's name, without the token.
    public var description: String { "CreatedServiceToken(\(info.name))" }
    public var debugDescription: String { description }

    /// What it is for, without the token.
    public var customMirror: Mirror {
        Mirror(self, children: ["info": info], displayStyle: .struct)
    }
}

/// Service tokens, which open one project to a program.
public struct ServiceTokens: Sendable {
    let native: NativeClient

    /// Makes a token that reads one environment of a project, unless told otherwise. Its key part is
    /// made here and never sent.
    ///
    /// - Parameters:
    ///   - project: Id of the project; the client's by default.
    ///   - scopes: Where the token may be used; by default in the client's environment, at the path
    ///     `/`.
    ///   - permissions: What the token may do; only read by default.
    ///   - expiresIn: How long the token lasts; for ever by default.
    /// - Throws: ``InfisicalError/notFound(_:)`` for an unknown environment;
    ///   ``InfisicalError/unsupportedByServer(_:)`` for several scopes or a path on a May 2023 server.
    public func create(
        _ name: String,
        project: String? = nil,
        scopes: [ServiceTokenScope] = [],
        permissions: [Permission] = [.read],
        expiresIn: Duration? = nil,
        timeout: Duration? = nil
    ) async throws -> CreatedServiceToken {
        let token = NativeNewServiceToken(
            name: name,
            project: project,
            scopes: scopes.map {
                NativeServiceTokenScope(environment: $0.environment, path: $0.path)
            },
            permissions: permissions.map(\.rawValue),
            expiresIn: expiresIn?.inSeconds)
        return try await perform {
            let created = try await native.createServiceToken(
                token: token, timeout: timeout?.inSeconds)
            return try CreatedServiceToken(
                token: created.token, info: ServiceTokenInfo(created.info))
        }
    }

    /// What the client's own service token is for.
    ///
    /// - Throws: ``InfisicalError/invalidInput(_:)`` if the client's credential is not a service token;
    ///   ``InfisicalError/authenticationFailed(_:)`` or ``InfisicalError/tokenExpired(_:)`` if it is
    ///   refused.
    public func describe(timeout: Duration? = nil) async throws -> ServiceTokenInfo {
        try await perform {
            try ServiceTokenInfo(
                await native.describeServiceToken(timeout: timeout?.inSeconds))
        }
    }

    /// Every token of a project, expired ones too.
    ///
    /// - Parameter project: Id of the project; the client's by default.
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no such project or the user is not a
    ///   member; ``InfisicalError/permissionDenied(_:)`` for a service token or an API key.
    public func list(
        project: String? = nil, timeout: Duration? = nil
    ) async throws -> [ServiceTokenInfo] {
        try await perform {
            try await native.listServiceTokens(project: project, timeout: timeout?.inSeconds)
                .map { try ServiceTokenInfo($0) }
        }
    }

    /// Revokes a token, named by its id. Programs that use it are refused from then on.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no such token;
    ///   ``InfisicalError/permissionDenied(_:)`` for a service token or an API key.
    public func delete(_ id: String, timeout: Duration? = nil) async throws {
        try await perform {
            try await native.deleteServiceToken(id: id, timeout: timeout?.inSeconds)
        }
    }
}
