internal import InfisicalE2EENative

extension Identities {
    /// Lets an identity log in by universal auth, and gives its client id. What is left out is as
    /// the server has it by default.
    ///
    /// - Parameters:
    ///   - accessTokenTTL: How long an access token lasts unless it is renewed; 30 days by default.
    ///   - accessTokenMaxTTL: How long it lasts at most; 30 days by default.
    ///   - accessTokenMaxUses: How many requests it is good for; without a limit by default.
    ///   - clientSecretTrustedIPs: From where client secrets are taken, such as `10.0.0.1` or
    ///     `10.0.0.0/8`; from everywhere by default. Some servers need a plan for it.
    ///   - accessTokenTrustedIPs: From where access tokens are taken, likewise.
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no identity of that id;
    ///   ``InfisicalError/invalidInput(_:)`` for a time below one second or beyond the longest, a
    ///   number of uses below one, an empty list, what is no address, or if it has universal auth
    ///   already.
    @discardableResult
    public func attachUniversalAuth(
        _ id: String,
        accessTokenTTL: Duration? = nil,
        accessTokenMaxTTL: Duration? = nil,
        accessTokenMaxUses: Int? = nil,
        clientSecretTrustedIPs: [String]? = nil,
        accessTokenTrustedIPs: [String]? = nil,
        timeout: Duration? = nil
    ) async throws -> String {
        let settings = universalAuthSettings(
            accessTokenTTL, accessTokenMaxTTL, accessTokenMaxUses, clientSecretTrustedIPs,
            accessTokenTrustedIPs)
        return try await perform {
            try await native.attachUniversalAuth(
                id: id, settings: settings, timeout: timeout?.inSeconds)
        }
    }

    /// How an identity logs in by universal auth.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no identity of that id, or it has no
    ///   universal auth.
    public func universalAuth(
        _ id: String,
        timeout: Duration? = nil
    ) async throws -> UniversalAuth {
        try await perform {
            UniversalAuth(
                try await native.getUniversalAuth(id: id, timeout: timeout?.inSeconds))
        }
    }

    /// Changes how an identity logs in by universal auth. What is left out stays. Access tokens
    /// that were given out keep their times and their number of uses, and follow the new addresses.
    ///
    /// - Parameters:
    ///   - accessTokenTTL: How long an access token lasts unless it is renewed; unchanged by
    ///     default.
    ///   - accessTokenMaxTTL: How long it lasts at most; unchanged by default. To servers it cannot
    ///     become shorter unless `accessTokenTTL` is there too.
    ///   - accessTokenMaxUses: How many requests it is good for, or 0 for any number; unchanged by
    ///     default.
    ///   - clientSecretTrustedIPs: From where client secrets are taken, such as `10.0.0.1` or
    ///     `10.0.0.0/8`, in place of all before; unchanged by default.
    ///   - accessTokenTrustedIPs: From where access tokens are taken, likewise.
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no identity of that id, or it has no
    ///   universal auth; ``InfisicalError/invalidInput(_:)`` if nothing is to change, for a time
    ///   below one second or beyond the longest, a number of uses below zero, an empty list, or
    ///   what is no address.
    @discardableResult
    public func updateUniversalAuth(
        _ id: String,
        accessTokenTTL: Duration? = nil,
        accessTokenMaxTTL: Duration? = nil,
        accessTokenMaxUses: Int? = nil,
        clientSecretTrustedIPs: [String]? = nil,
        accessTokenTrustedIPs: [String]? = nil,
        timeout: Duration? = nil
    ) async throws -> UniversalAuth {
        let settings = universalAuthSettings(
            accessTokenTTL, accessTokenMaxTTL, accessTokenMaxUses, clientSecretTrustedIPs,
            accessTokenTrustedIPs)
        return try await perform {
            UniversalAuth(
                try await native.updateUniversalAuth(
                    id: id, settings: settings, timeout: timeout?.inSeconds))
        }
    }

    /// Takes universal auth from an identity. Its client secrets and the access tokens that were
    /// given out for them stop working. Known of today's servers only, from their source.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no identity of that id, or it has no
    ///   universal auth; ``InfisicalError/unsupportedByServer(_:)`` on servers before autumn
    ///   2024.
    public func detachUniversalAuth(_ id: String, timeout: Duration? = nil) async throws {
        try await perform {
            try await native.detachUniversalAuth(id: id, timeout: timeout?.inSeconds)
        }
    }
}

private func universalAuthSettings(
    _ accessTokenTTL: Duration?, _ accessTokenMaxTTL: Duration?, _ accessTokenMaxUses: Int?,
    _ clientSecretTrustedIPs: [String]?, _ accessTokenTrustedIPs: [String]?
) -> NativeUniversalAuthSettings {
    NativeUniversalAuthSettings(
        accessTokenTtl: accessTokenTTL?.inSeconds,
        accessTokenMaxTtl: accessTokenMaxTTL?.inSeconds,
        accessTokenMaxUses: accessTokenMaxUses.map { Int64($0) },
        clientSecretTrustedIps: clientSecretTrustedIPs,
        accessTokenTrustedIps: accessTokenTrustedIPs)
}
