import Foundation
internal import InfisicalE2EENative

/// A new API key.
public struct CreatedApiKey: Hashable, Sendable {
    /// The key, `ak.<id>.<secret>`.
    public let key: String
    /// What is known of it.
    public let info: ApiKeyInfo

    init(_ native: NativeCreatedApiKey) {
        key = native.key
        info = ApiKeyInfo(native.info)
    }
}

extension CreatedApiKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Nothing of key.
    public var description: String { "CreatedApiKey" }
    public var debugDescription: String { description }

    /// Everything but key.
    public var customMirror: Mirror {
        Mirror(self, children: ["info": info], displayStyle: .struct)
    }
}

/// API keys of the user, by which a program acts as them. Every call fails with
/// ``InfisicalError/permissionDenied(_:)`` for a service token, a machine identity or an API key
/// itself.
public struct ApiKeys: Sendable {
    let native: NativeClient

    /// Every API key of the user, expired ones too.
    public func list(timeout: Duration? = nil) async throws -> [ApiKeyInfo] {
        try await perform {
            try await native.listApiKeys(timeout: timeout?.inSeconds).map { ApiKeyInfo($0) }
        }
    }

    /// Makes an API key. Its text is told here once.
    ///
    /// - Parameter expiresIn: How long it lasts, in whole seconds.
    /// - Throws: ``InfisicalError/invalidInput(_:)`` for a blank name or a time below one second.
    public func create(
        _ name: String,
        lasting expiresIn: Duration,
        timeout: Duration? = nil
    ) async throws -> CreatedApiKey {
        try await perform {
            CreatedApiKey(
                try await native.createApiKey(
                    name: name, expiresIn: expiresIn.inSeconds, timeout: timeout?.inSeconds))
        }
    }

    /// Revokes an API key. Programs that use it are refused from then on.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if the user has none of that id.
    public func delete(_ id: String, timeout: Duration? = nil) async throws {
        try await perform {
            try await native.deleteApiKey(id: id, timeout: timeout?.inSeconds)
        }
    }
}
