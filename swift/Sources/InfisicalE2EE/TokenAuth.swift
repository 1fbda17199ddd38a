import Foundation
internal import InfisicalE2EENative

/// A new access token of an identity. Its text is in ``accessToken`` alone, and kept nowhere:
/// printing shows none of it.
public struct CreatedAccessToken: Hashable, Sendable {
    /// The text, for ``Credential/identityToken(_:)``.
    public let accessToken: String
    /// How long it lasts; zero for ever.
    public let expiresIn: Duration

    init(_ native: NativeCreatedAccessToken) {
        accessToken = native.accessToken
        expiresIn = .seconds(native.expiresIn)
    }
}

extension CreatedAccessToken: CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// Nothing of accessToken.
    public var description: String { "CreatedAccessToken" }
    public var debugDescription: String { description }

    /// Everything but accessToken.
    public var customMirror: Mirror {
        Mirror(self, children: ["expiresIn": expiresIn], displayStyle: .struct)
    }
}

extension Identities {
    /// Lets users make access tokens for an identity, with ``createAccessToken(_:name:timeout:)``.
    /// What is left out is as the server has it by default.
    ///
    /// - Parameters:
    ///   - accessTokenTTL: How long an access token lasts unless it is renewed; 30 days by default.
    ///   - accessTokenMaxTTL: How long it lasts at most; 30 days by default.
    ///   - accessTokenMaxUses: How many requests it is good for; without a limit by default.
    ///   - accessTokenTrustedIPs: From where it is taken, such as `10.0.0.1` or `10.0.0.0/8`; from
    ///     everywhere by default. Some servers need a plan for it.
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no identity of that id;
    ///   ``InfisicalError/invalidInput(_:)`` for a time below one second or beyond the longest, a
    ///   number of uses below one, an empty list, what is no address, or if it has token auth
    ///   already.
    @discardableResult
    public func attachTokenAuth(
        _ id: String,
        accessTokenTTL: Duration? = nil,
        accessTokenMaxTTL: Duration? = nil,
        accessTokenMaxUses: Int? = nil,
        accessTokenTrustedIPs: [String]? = nil,
        timeout: Duration? = nil
    ) async throws -> TokenAuth {
        let settings = tokenAuthSettings(
            accessTokenTTL, accessTokenMaxTTL, accessTokenMaxUses, accessTokenTrustedIPs)
        return try await perform {
            TokenAuth(
                try await native.attachTokenAuth(
                    id: id, settings: settings, timeout: timeout?.inSeconds))
        }
    }

    /// What the access tokens made for an identity are good for.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no identity of that id, or it has no
    ///   token auth.
    public func tokenAuth(_ id: String, timeout: Duration? = nil) async throws -> TokenAuth {
        try await perform {
            TokenAuth(try await native.getTokenAuth(id: id, timeout: timeout?.inSeconds))
        }
    }

    /// Changes what the access tokens made for an identity are good for. What is left out stays.
    /// Tokens that were made keep their times and their number of uses, and follow the new
    /// addresses.
    ///
    /// - Parameters:
    ///   - accessTokenTTL: How long an access token lasts unless it is renewed; unchanged by
    ///     default.
    ///   - accessTokenMaxTTL: How long it lasts at most; unchanged by default. To servers it cannot
    ///     become shorter unless `accessTokenTTL` is there too.
    ///   - accessTokenMaxUses: How many requests it is good for, or 0 for any number; unchanged by
    ///     default.
    ///   - accessTokenTrustedIPs: From where it is taken, such as `10.0.0.1` or `10.0.0.0/8`, in
    ///     place of all before; unchanged by default.
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no identity of that id, or it has no
    ///   token auth; ``InfisicalError/invalidInput(_:)`` if nothing is to change, for a time below
    ///   one second or beyond the longest, a number of uses below zero, an empty list, or what is
    ///   no address.
    @discardableResult
    public func updateTokenAuth(
        _ id: String,
        accessTokenTTL: Duration? = nil,
        accessTokenMaxTTL: Duration? = nil,
        accessTokenMaxUses: Int? = nil,
        accessTokenTrustedIPs: [String]? = nil,
        timeout: Duration? = nil
    ) async throws -> TokenAuth {
        let settings = tokenAuthSettings(
            accessTokenTTL, accessTokenMaxTTL, accessTokenMaxUses, accessTokenTrustedIPs)
        return try await perform {
            TokenAuth(
                try await native.updateTokenAuth(
                    id: id, settings: settings, timeout: timeout?.inSeconds))
        }
    }

    /// Takes token auth from an identity. The access tokens made for it stop working.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no identity of that id, or it has no
    ///   token auth.
    public func detachTokenAuth(_ id: String, timeout: Duration? = nil) async throws {
        try await perform {
            try await native.detachTokenAuth(id: id, timeout: timeout?.inSeconds)
        }
    }

    /// Makes an access token, which is told here once. A program uses it as
    /// ``Credential/identityToken(_:)``.
    ///
    /// - Parameters:
    ///   - id: The identity's id.
    ///   - name: What it is for, for people; nothing by default.
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no identity of that id, or it has no
    ///   token auth.
    public func createAccessToken(
        _ id: String,
        name: String? = nil,
        timeout: Duration? = nil
    ) async throws -> CreatedAccessToken {
        try await perform {
            CreatedAccessToken(
                try await native.createAccessToken(
                    id: id, name: name, timeout: timeout?.inSeconds))
        }
    }

    /// The access tokens made for an identity, without their texts, and with those that were
    /// revoked. Servers show the 200 that were made, used or changed last.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no identity of that id, or it has no
    ///   token auth.
    public func listAccessTokens(
        _ id: String,
        timeout: Duration? = nil
    ) async throws -> [AccessTokenInfo] {
        try await perform {
            try await native.listAccessTokens(id: id, timeout: timeout?.inSeconds)
                .map { AccessTokenInfo($0) }
        }
    }

    /// Gives an access token another name.
    ///
    /// - Parameters:
    ///   - tokenID: The token's id.
    ///   - newName: What it is for, for people.
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no such token.
    public func renameAccessToken(
        _ tokenID: String,
        to newName: String,
        timeout: Duration? = nil
    ) async throws {
        try await perform {
            try await native.renameAccessToken(
                tokenId: tokenID, newName: newName, timeout: timeout?.inSeconds)
        }
    }

    /// Revokes an access token. Programs that use it are refused from then on.
    ///
    /// - Parameter tokenID: The token's id.
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no such token, or it was revoked
    ///   before.
    public func revokeAccessToken(_ tokenID: String, timeout: Duration? = nil) async throws {
        try await perform {
            try await native.revokeAccessToken(tokenId: tokenID, timeout: timeout?.inSeconds)
        }
    }
}

private func tokenAuthSettings(
    _ accessTokenTTL: Duration?, _ accessTokenMaxTTL: Duration?, _ accessTokenMaxUses: Int?,
    _ accessTokenTrustedIPs: [String]?
) -> NativeTokenAuthSettings {
    NativeTokenAuthSettings(
        accessTokenTtl: accessTokenTTL?.inSeconds,
        accessTokenMaxTtl: accessTokenMaxTTL?.inSeconds,
        accessTokenMaxUses: accessTokenMaxUses.map { Int64($0) },
        accessTokenTrustedIps: accessTokenTrustedIPs)
}
