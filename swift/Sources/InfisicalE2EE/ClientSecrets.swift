import Foundation
internal import InfisicalE2EENative

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

extension Identities {
    /// Makes a client secret, which is told here once. To replace one, make another, deploy it, and
    /// revoke the old.
    ///
    /// - Parameters:
    ///   - description: What it is for, for people; nothing by default.
    ///   - expiresIn: How long it lasts, in whole seconds; for ever by default.
    ///   - maxUses: How often it may be used to log in; without a limit by default.
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no identity of that id, or it has no
    ///   universal auth; ``InfisicalError/invalidInput(_:)`` for a time below one second or beyond
    ///   the longest, or a number of uses below one.
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
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no identity of that id, or it has no
    ///   universal auth.
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
}
