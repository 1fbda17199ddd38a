// Operations of one resource. Written by `make generate` from `bindings/surface` and core's
// documentation. Do not edit.
internal import InfisicalE2EENative

/// Machine identities, on servers of 2024 and later.
///
/// A program becomes one with `clientID` and `clientSecret` after four steps:
/// ``Identities/create(_:organization:role:timeout:)``,
/// ``Identities/attachUniversalAuth(_:accessTokenTTL:accessTokenMaxTTL:accessTokenMaxUses:clientSecretTrustedIPs:accessTokenTrustedIPs:timeout:)``,
/// ``Identities/createClientSecret(_:description:expiresIn:maxUses:timeout:)``,
/// ``Identities/addToProject(_:as:project:timeout:)``.
///
/// To replace a client secret, create another one, give it to the program, and then revoke the old
/// one with ``Identities/revokeClientSecret(_:clientSecretID:timeout:)``.
///
/// On servers since autumn 2024 a user can create the identity's access tokens instead, which a
/// program uses as `identityToken`:
/// ``Identities/attachTokenAuth(_:accessTokenTTL:accessTokenMaxTTL:accessTokenMaxUses:accessTokenTrustedIPs:timeout:)``,
/// ``Identities/createAccessToken(_:name:timeout:)``. The routes that only these servers have are
/// known from public source alone.
///
/// Every method fails with ``InfisicalError/unsupportedByServer(_:)`` on May 2023 servers. It fails
/// with ``InfisicalError/permissionDenied(_:)`` for an API key, for the credential of a program, or
/// if the user's role does not allow it; nobody can give a role with more permissions than their
/// own. A malformed id fails with ``InfisicalError/invalidInput(_:)``.
///
/// Protocol: `/api/v1/identities`, `/api/v1/auth/universal-auth` and `/api/v1/auth/token-auth`, in
/// organizations `/api/v2/organizations/{id}/identity-memberships`, in projects
/// `/api/v2/workspace/{id}/identity-memberships`.
public struct Identities: Sendable {
    let native: NativeClient

    /// Creates a machine identity in an organization. On its own it can do nothing.
    ///
    /// - Parameters:
    ///   - name: The identity's name, for people.
    ///   - organization: Id of the organization; by default the client's, or the only one that the
    ///     user belongs to.
    ///   - role: Role of the identity in the organization: `admin`, `member` or `no-access`;
    ///     `no-access` by default.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/invalidInput(_:)`` if the name is blank, if the role is blank or
    ///     unknown, or if neither the call nor the client names an organization and the user does
    ///     not belong to exactly one.
    ///   - ``InfisicalError/notFound(_:)`` on servers before autumn 2024 if there is no such
    ///     organization or the user is not a member of it.
    ///   - ``InfisicalError/permissionDenied(_:)`` on servers since autumn 2024 for an organization
    ///     that the client does not act in.
    @discardableResult
    public func create(
        _ name: String,
        organization: String? = nil,
        role: String? = nil,
        timeout: Duration? = nil
    ) async throws -> Identity {
        try await perform {
            let answer = try await native.createIdentity(
                name: name, organization: organization, role: role, timeout: timeout?.inSeconds)
            return Identity(answer)
        }
    }

    /// Lists every machine identity of an organization.
    ///
    /// - Parameters:
    ///   - organization: Id of the organization; by default the client's, or the only one that the
    ///     user belongs to.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/invalidInput(_:)`` if neither the call nor the client names an
    ///     organization and the user does not belong to exactly one.
    ///   - ``InfisicalError/notFound(_:)`` on servers before autumn 2024 if there is no such
    ///     organization or the user is not a member of it.
    ///   - ``InfisicalError/permissionDenied(_:)`` on servers since autumn 2024 for an organization
    ///     that the client does not act in.
    public func list(
        organization: String? = nil,
        timeout: Duration? = nil
    ) async throws -> [Identity] {
        try await perform {
            let answer = try await native.listIdentities(
                organization: organization, timeout: timeout?.inSeconds)
            return answer.map(Identity.init)
        }
    }

    /// Deletes a machine identity. Its client secrets and access tokens stop working.
    ///
    /// - Parameters:
    ///   - id: The identity's id.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no identity of that id.
    public func delete(_ id: String, timeout: Duration? = nil) async throws {
        try await perform {
            try await native.deleteIdentity(id: id, timeout: timeout?.inSeconds)
        }
    }

    /// Changes the name of a machine identity, its role in its organization, or both. What is not
    /// given stays as it is.
    ///
    /// - Parameters:
    ///   - id: The identity's id.
    ///   - newName: New name of the identity; unchanged by default.
    ///   - role: New role of the identity in the organization: `admin`, `member` or `no-access`;
    ///     unchanged by default.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no identity of that id.
    ///   - ``InfisicalError/invalidInput(_:)`` if no change is given, if the new name is blank, or
    ///     if the role is blank or unknown.
    @discardableResult
    public func update(
        _ id: String,
        newName: String? = nil,
        role: String? = nil,
        timeout: Duration? = nil
    ) async throws -> Identity {
        try await perform {
            let answer = try await native.updateIdentity(
                id: id, newName: newName, role: role, timeout: timeout?.inSeconds)
            return Identity(answer)
        }
    }

    /// Lists the projects that a machine identity is in, with its roles there.
    ///
    /// - Parameters:
    ///   - id: The identity's id.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no identity of that id.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` on servers before autumn 2024.
    public func projects(_ id: String, timeout: Duration? = nil) async throws -> [IdentityProject] {
        try await perform {
            let answer = try await native.listIdentityProjects(id: id, timeout: timeout?.inSeconds)
            return answer.map(IdentityProject.init)
        }
    }

    /// Attaches universal auth to a machine identity and returns its client id. The identity can
    /// then log in with a client secret, see
    /// ``Identities/createClientSecret(_:description:expiresIn:maxUses:timeout:)``.
    ///
    /// By default its access tokens last 30 days, are valid for any number of requests, and are
    /// accepted from everywhere.
    ///
    /// - Parameters:
    ///   - id: The identity's id.
    ///   - accessTokenTTL: How long an access token lasts unless it is renewed, in whole seconds;
    ///     by default 30 days when attached, unchanged when updated.
    ///   - accessTokenMaxTTL: How long an access token lasts however often it is renewed, in whole
    ///     seconds; by default 30 days when attached, unchanged when updated. To shorten it in an
    ///     update, give `accessTokenTTL` too.
    ///   - accessTokenMaxUses: Number of requests that an access token is valid for, 1 or more; by
    ///     default any number when attached, unchanged when updated, where 0 allows any number.
    ///   - clientSecretTrustedIPs: Addresses such as `10.0.0.1` or ranges such as `10.0.0.0/8` from
    ///     which client secrets are accepted; by default any address when attached, unchanged when
    ///     updated, where the list replaces the earlier one. An empty list is rejected. Some
    ///     servers need a plan for it.
    ///   - accessTokenTrustedIPs: Addresses such as `10.0.0.1` or ranges such as `10.0.0.0/8` from
    ///     which access tokens are accepted; by default any address when attached, unchanged when
    ///     updated, where the list replaces the earlier one. An empty list is rejected. Some
    ///     servers need a plan for it.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no identity of that id.
    ///   - ``InfisicalError/invalidInput(_:)`` if a time is shorter than one second or longer than
    ///     the server accepts, if `accessTokenTTL` is longer than `accessTokenMaxTTL`, if
    ///     `accessTokenMaxUses` is below one, if a list of addresses is empty or contains an
    ///     invalid address, or if the identity has universal auth already.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` if addresses are given and the server's
    ///     license does not include them.
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
        let settings = NativeUniversalAuthSettings(
            accessTokenTtl: accessTokenTTL?.inSeconds,
            accessTokenMaxTtl: accessTokenMaxTTL?.inSeconds,
            accessTokenMaxUses: accessTokenMaxUses.map { Int64($0) },
            clientSecretTrustedIps: clientSecretTrustedIPs,
            accessTokenTrustedIps: accessTokenTrustedIPs)
        return try await perform {
            try await native.attachUniversalAuth(
                id: id, settings: settings, timeout: timeout?.inSeconds)
        }
    }

    /// Returns how a machine identity logs in by universal auth.
    ///
    /// - Parameters:
    ///   - id: The identity's id.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no identity of that id, or if it has no
    ///     universal auth.
    public func universalAuth(
        _ id: String,
        timeout: Duration? = nil
    ) async throws -> UniversalAuth {
        try await perform {
            let answer = try await native.getUniversalAuth(id: id, timeout: timeout?.inSeconds)
            return UniversalAuth(answer)
        }
    }

    /// Changes how a machine identity logs in by universal auth. What is not given stays as it is.
    ///
    /// Access tokens that were issued before keep their times and their number of uses, and follow
    /// the new addresses.
    ///
    /// To shorten `accessTokenMaxTTL`, give `accessTokenTTL` too: servers compare the new maximum
    /// with the `accessTokenTTL` of the same call, and without one with the old maximum.
    ///
    /// - Parameters:
    ///   - id: The identity's id.
    ///   - accessTokenTTL: How long an access token lasts unless it is renewed, in whole seconds;
    ///     by default 30 days when attached, unchanged when updated.
    ///   - accessTokenMaxTTL: How long an access token lasts however often it is renewed, in whole
    ///     seconds; by default 30 days when attached, unchanged when updated. To shorten it in an
    ///     update, give `accessTokenTTL` too.
    ///   - accessTokenMaxUses: Number of requests that an access token is valid for, 1 or more; by
    ///     default any number when attached, unchanged when updated, where 0 allows any number.
    ///   - clientSecretTrustedIPs: Addresses such as `10.0.0.1` or ranges such as `10.0.0.0/8` from
    ///     which client secrets are accepted; by default any address when attached, unchanged when
    ///     updated, where the list replaces the earlier one. An empty list is rejected. Some
    ///     servers need a plan for it.
    ///   - accessTokenTrustedIPs: Addresses such as `10.0.0.1` or ranges such as `10.0.0.0/8` from
    ///     which access tokens are accepted; by default any address when attached, unchanged when
    ///     updated, where the list replaces the earlier one. An empty list is rejected. Some
    ///     servers need a plan for it.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no identity of that id, or if it has no
    ///     universal auth.
    ///   - ``InfisicalError/invalidInput(_:)`` if no change is given, if a time is shorter than one
    ///     second or longer than the server accepts, if `accessTokenTTL` is longer than
    ///     `accessTokenMaxTTL`, if `accessTokenMaxTTL` becomes shorter without `accessTokenTTL`, if
    ///     `accessTokenMaxUses` is below zero, or if a list of addresses is empty or contains an
    ///     invalid address.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` if addresses are given and the server's
    ///     license does not include them.
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
        let settings = NativeUniversalAuthSettings(
            accessTokenTtl: accessTokenTTL?.inSeconds,
            accessTokenMaxTtl: accessTokenMaxTTL?.inSeconds,
            accessTokenMaxUses: accessTokenMaxUses.map { Int64($0) },
            clientSecretTrustedIps: clientSecretTrustedIPs,
            accessTokenTrustedIps: accessTokenTrustedIPs)
        return try await perform {
            let answer = try await native.updateUniversalAuth(
                id: id, settings: settings, timeout: timeout?.inSeconds)
            return UniversalAuth(answer)
        }
    }

    /// Detaches universal auth from a machine identity. Its client secrets and the access tokens
    /// that were issued for them stop working.
    ///
    /// - Parameters:
    ///   - id: The identity's id.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no identity of that id, or if it has no
    ///     universal auth.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` on servers before autumn 2024.
    public func detachUniversalAuth(_ id: String, timeout: Duration? = nil) async throws {
        try await perform {
            try await native.detachUniversalAuth(id: id, timeout: timeout?.inSeconds)
        }
    }

    /// Creates a client secret of a machine identity. Its text is returned here once and never
    /// again.
    ///
    /// By default it does not expire and allows any number of logins. To replace a client secret,
    /// create another one, give it to the program, and then revoke the old one with
    /// ``Identities/revokeClientSecret(_:clientSecretID:timeout:)``.
    ///
    /// - Parameters:
    ///   - id: The identity's id.
    ///   - description: Purpose of the client secret, for people; empty by default.
    ///   - expiresIn: How long programs can log in with the client secret, in whole seconds; for
    ///     ever by default.
    ///   - maxUses: Number of times that programs can log in with the client secret, 1 or more; any
    ///     number by default.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no identity of that id, or if it has no
    ///     universal auth.
    ///   - ``InfisicalError/invalidInput(_:)`` if `expiresIn` is shorter than one second or longer
    ///     than the server accepts, or if `maxUses` is below one.
    public func createClientSecret(
        _ id: String,
        description: String? = nil,
        expiresIn: Duration? = nil,
        maxUses: Int? = nil,
        timeout: Duration? = nil
    ) async throws -> CreatedClientSecret {
        try await perform {
            let answer = try await native.createClientSecret(
                id: id, description: description, expiresIn: expiresIn?.inSeconds,
                maxUses: maxUses.map { Int64($0) }, timeout: timeout?.inSeconds)
            return CreatedClientSecret(answer)
        }
    }

    /// Lists the client secrets of a machine identity that are not revoked.
    ///
    /// The text of a client secret is not shown.
    ///
    /// - Parameters:
    ///   - id: The identity's id.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no identity of that id, or if it has no
    ///     universal auth.
    public func listClientSecrets(
        _ id: String,
        timeout: Duration? = nil
    ) async throws -> [ClientSecretInfo] {
        try await perform {
            let answer = try await native.listClientSecrets(id: id, timeout: timeout?.inSeconds)
            return answer.map(ClientSecretInfo.init)
        }
    }

    /// Revokes a client secret. It cannot be used to log in afterwards.
    ///
    /// Access tokens that were issued for it last until they expire.
    ///
    /// - Parameters:
    ///   - id: The identity's id.
    ///   - clientSecretID: The client secret's id, as in ``ClientSecretInfo/id``.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no identity of that id, if it has no
    ///     universal auth, or if it never had such a client secret.
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

    /// Attaches token auth to a machine identity. Users can then create access tokens for it with
    /// ``Identities/createAccessToken(_:name:timeout:)``.
    ///
    /// By default the access tokens last 30 days, are valid for any number of requests, and are
    /// accepted from everywhere.
    ///
    /// - Parameters:
    ///   - id: The identity's id.
    ///   - accessTokenTTL: How long an access token lasts unless it is renewed, in whole seconds;
    ///     by default 30 days when attached, unchanged when updated.
    ///   - accessTokenMaxTTL: How long an access token lasts however often it is renewed, in whole
    ///     seconds; by default 30 days when attached, unchanged when updated. To shorten it in an
    ///     update, give `accessTokenTTL` too.
    ///   - accessTokenMaxUses: Number of requests that an access token is valid for, 1 or more; by
    ///     default any number when attached, unchanged when updated, where 0 allows any number.
    ///   - accessTokenTrustedIPs: Addresses such as `10.0.0.1` or ranges such as `10.0.0.0/8` from
    ///     which access tokens are accepted; by default any address when attached, unchanged when
    ///     updated, where the list replaces the earlier one. An empty list is rejected. Some
    ///     servers need a plan for it.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no identity of that id.
    ///   - ``InfisicalError/invalidInput(_:)`` if a time is shorter than one second or longer than
    ///     the server accepts, if `accessTokenTTL` is longer than `accessTokenMaxTTL`, if
    ///     `accessTokenMaxUses` is below one, if the list of addresses is empty or contains an
    ///     invalid address, or if the identity has token auth already.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` on servers before autumn 2024, or if
    ///     addresses are given and the server's license does not include them.
    @discardableResult
    public func attachTokenAuth(
        _ id: String,
        accessTokenTTL: Duration? = nil,
        accessTokenMaxTTL: Duration? = nil,
        accessTokenMaxUses: Int? = nil,
        accessTokenTrustedIPs: [String]? = nil,
        timeout: Duration? = nil
    ) async throws -> TokenAuth {
        let settings = NativeTokenAuthSettings(
            accessTokenTtl: accessTokenTTL?.inSeconds,
            accessTokenMaxTtl: accessTokenMaxTTL?.inSeconds,
            accessTokenMaxUses: accessTokenMaxUses.map { Int64($0) },
            accessTokenTrustedIps: accessTokenTrustedIPs)
        return try await perform {
            let answer = try await native.attachTokenAuth(
                id: id, settings: settings, timeout: timeout?.inSeconds)
            return TokenAuth(answer)
        }
    }

    /// Returns the settings of the access tokens that users create for a machine identity.
    ///
    /// - Parameters:
    ///   - id: The identity's id.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no identity of that id, or if it has no
    ///     token auth.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` on servers before autumn 2024.
    public func tokenAuth(_ id: String, timeout: Duration? = nil) async throws -> TokenAuth {
        try await perform {
            let answer = try await native.getTokenAuth(id: id, timeout: timeout?.inSeconds)
            return TokenAuth(answer)
        }
    }

    /// Changes the settings of the access tokens that users create for a machine identity. What is
    /// not given stays as it is.
    ///
    /// Access tokens that were created before keep their times and their number of uses, and follow
    /// the new addresses.
    ///
    /// To shorten `accessTokenMaxTTL`, give `accessTokenTTL` too: servers compare the new maximum
    /// with the `accessTokenTTL` of the same call, and without one with the old maximum.
    ///
    /// - Parameters:
    ///   - id: The identity's id.
    ///   - accessTokenTTL: How long an access token lasts unless it is renewed, in whole seconds;
    ///     by default 30 days when attached, unchanged when updated.
    ///   - accessTokenMaxTTL: How long an access token lasts however often it is renewed, in whole
    ///     seconds; by default 30 days when attached, unchanged when updated. To shorten it in an
    ///     update, give `accessTokenTTL` too.
    ///   - accessTokenMaxUses: Number of requests that an access token is valid for, 1 or more; by
    ///     default any number when attached, unchanged when updated, where 0 allows any number.
    ///   - accessTokenTrustedIPs: Addresses such as `10.0.0.1` or ranges such as `10.0.0.0/8` from
    ///     which access tokens are accepted; by default any address when attached, unchanged when
    ///     updated, where the list replaces the earlier one. An empty list is rejected. Some
    ///     servers need a plan for it.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no identity of that id, or if it has no
    ///     token auth.
    ///   - ``InfisicalError/invalidInput(_:)`` if no change is given, if a time is shorter than one
    ///     second or longer than the server accepts, if `accessTokenTTL` is longer than
    ///     `accessTokenMaxTTL`, if `accessTokenMaxTTL` becomes shorter without `accessTokenTTL`, if
    ///     `accessTokenMaxUses` is below zero, or if the list of addresses is empty or contains an
    ///     invalid address.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` on servers before autumn 2024, or if
    ///     addresses are given and the server's license does not include them.
    @discardableResult
    public func updateTokenAuth(
        _ id: String,
        accessTokenTTL: Duration? = nil,
        accessTokenMaxTTL: Duration? = nil,
        accessTokenMaxUses: Int? = nil,
        accessTokenTrustedIPs: [String]? = nil,
        timeout: Duration? = nil
    ) async throws -> TokenAuth {
        let settings = NativeTokenAuthSettings(
            accessTokenTtl: accessTokenTTL?.inSeconds,
            accessTokenMaxTtl: accessTokenMaxTTL?.inSeconds,
            accessTokenMaxUses: accessTokenMaxUses.map { Int64($0) },
            accessTokenTrustedIps: accessTokenTrustedIPs)
        return try await perform {
            let answer = try await native.updateTokenAuth(
                id: id, settings: settings, timeout: timeout?.inSeconds)
            return TokenAuth(answer)
        }
    }

    /// Detaches token auth from a machine identity. The access tokens that users created for it
    /// stop working.
    ///
    /// - Parameters:
    ///   - id: The identity's id.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no identity of that id, or if it has no
    ///     token auth.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` on servers before autumn 2024.
    public func detachTokenAuth(_ id: String, timeout: Duration? = nil) async throws {
        try await perform {
            try await native.detachTokenAuth(id: id, timeout: timeout?.inSeconds)
        }
    }

    /// Creates an access token for a machine identity. Its text is returned here once and never
    /// again.
    ///
    /// A program becomes the identity with it, as `identityToken`. The identity needs token auth
    /// first, see
    /// ``Identities/attachTokenAuth(_:accessTokenTTL:accessTokenMaxTTL:accessTokenMaxUses:accessTokenTrustedIPs:timeout:)``.
    ///
    /// - Parameters:
    ///   - id: The identity's id.
    ///   - name: Purpose of the token, for people; empty by default.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no identity of that id, or if it has no
    ///     token auth.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` on servers before autumn 2024.
    public func createAccessToken(
        _ id: String,
        name: String? = nil,
        timeout: Duration? = nil
    ) async throws -> CreatedAccessToken {
        try await perform {
            let answer = try await native.createAccessToken(
                id: id, name: name, timeout: timeout?.inSeconds)
            return CreatedAccessToken(answer)
        }
    }

    /// Lists the access tokens that users created for a machine identity.
    ///
    /// The text of a token is not shown. Revoked tokens are included. Servers show the 200 that
    /// were created, used or changed last.
    ///
    /// - Parameters:
    ///   - id: The identity's id.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no identity of that id, or if it has no
    ///     token auth.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` on servers before autumn 2024.
    public func listAccessTokens(
        _ id: String,
        timeout: Duration? = nil
    ) async throws -> [AccessTokenInfo] {
        try await perform {
            let answer = try await native.listAccessTokens(id: id, timeout: timeout?.inSeconds)
            return answer.map(AccessTokenInfo.init)
        }
    }

    /// Gives an access token another name.
    ///
    /// - Parameters:
    ///   - tokenID: The token's id, as in ``AccessTokenInfo/id``.
    ///   - newName: What the token is for, for people.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such token.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` on servers before autumn 2024.
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

    /// Revokes an access token. Servers reject programs that use it from then on.
    ///
    /// - Parameters:
    ///   - tokenID: The token's id, as in ``AccessTokenInfo/id``.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such token, or if it was revoked before.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` on servers before autumn 2024.
    public func revokeAccessToken(_ tokenID: String, timeout: Duration? = nil) async throws {
        try await perform {
            try await native.revokeAccessToken(tokenId: tokenID, timeout: timeout?.inSeconds)
        }
    }

    /// Adds a machine identity to a project, with a role there.
    ///
    /// - Parameters:
    ///   - id: The identity's id.
    ///   - role: The identity's role in the project: `admin`, `member`, `viewer`, `no-access` or
    ///     the slug of a role that the project defines, see ``Roles/list(project:timeout:)``.
    ///   - project: Id or slug of the project; the client's by default.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such identity or project, or if the user
    ///     is not a member of the project.
    ///   - ``InfisicalError/conflict(_:)`` if the identity is in the project already.
    ///   - ``InfisicalError/invalidInput(_:)`` if the role is blank or unknown, or if neither the
    ///     call nor the client names a project.
    public func addToProject(
        _ id: String,
        as role: String,
        project: String? = nil,
        timeout: Duration? = nil
    ) async throws {
        try await perform {
            try await native.addIdentityToProject(
                id: id, role: role, project: project, timeout: timeout?.inSeconds)
        }
    }

    /// Lists the machine identities in a project, with their roles there.
    ///
    /// - Parameters:
    ///   - project: Id or slug of the project; the client's by default.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such project or the user is not a member
    ///     of it.
    ///   - ``InfisicalError/invalidInput(_:)`` if neither the call nor the client names a project.
    public func listInProject(
        project: String? = nil,
        timeout: Duration? = nil
    ) async throws -> [ProjectIdentity] {
        try await perform {
            let answer = try await native.listProjectIdentities(
                project: project, timeout: timeout?.inSeconds)
            return answer.map(ProjectIdentity.init)
        }
    }

    /// Gives a machine identity one role in a project. It replaces all roles that it has there.
    ///
    /// - Parameters:
    ///   - id: The identity's id, not the membership's.
    ///   - role: The identity's new role in the project: `admin`, `member`, `viewer`, `no-access`
    ///     or the slug of a role that the project defines, see ``Roles/list(project:timeout:)``.
    ///   - project: Id or slug of the project; the client's by default.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such project, if the user is not a member
    ///     of it, or if the identity is not in it.
    ///   - ``InfisicalError/invalidInput(_:)`` if the role is blank or unknown, or if neither the
    ///     call nor the client names a project.
    public func setRoleInProject(
        _ id: String,
        to role: String,
        project: String? = nil,
        timeout: Duration? = nil
    ) async throws {
        try await perform {
            try await native.setIdentityRole(
                id: id, role: role, project: project, timeout: timeout?.inSeconds)
        }
    }

    /// Removes a machine identity from a project. It stays in the organization and in other
    /// projects.
    ///
    /// It may still know what it has read: change the values that it knew.
    ///
    /// - Parameters:
    ///   - id: The identity's id, not the membership's.
    ///   - project: Id or slug of the project; the client's by default.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such project, if the user is not a member
    ///     of it, or if the identity is not in it.
    ///   - ``InfisicalError/invalidInput(_:)`` if neither the call nor the client names a project.
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
