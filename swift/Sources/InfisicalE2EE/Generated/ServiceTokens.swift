// Operations of one resource. Written by `make generate` from `bindings/surface` and core's
// documentation. Do not edit.
internal import InfisicalE2EENative

/// Service tokens, which give a program access to one project.
///
/// Protocol: `/api/v2/service-token` and `/api/v1/workspace/{id}/service-token-data`.
public struct ServiceTokens: Sendable {
    let native: NativeClient

    /// Creates a service token. By default it reads one environment of a project. The client
    /// generates the token's key part and never sends it. For a project whose key only the server
    /// has, the token has no key part, and its program must allow plaintext.
    ///
    /// The text of the token is only in the result, ``CreatedServiceToken/token``; it cannot be
    /// shown again.
    ///
    /// - Parameters:
    ///   - name: The token's name, for people.
    ///   - project: Id or slug of the project; the client's by default.
    ///   - scopes: Environment and path that the token may use, or several of them on servers since
    ///     2024; by default the client's environment and the path `/`. Since 2024 the path may be a
    ///     glob: a slash and two asterisks cover every folder.
    ///   - permissions: What the token may do: `read`, `write` or both; only `read` by default.
    ///   - expiresIn: How long the token is valid, in whole seconds; forever by default.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such project or environment, or the user
    ///     is not a member.
    ///   - ``InfisicalError/invalidInput(_:)`` if no permission is given or there is no such
    ///     permission, if a path does not have the form `/folder/subfolder`, for a time below one
    ///     second, or if neither the call nor the client names the project and an environment.
    ///   - ``InfisicalError/permissionDenied(_:)`` if the user may not create tokens, on May 2023
    ///     servers also if the user may not do what the token is to allow, or if the credential is
    ///     not a user's.
    ///   - ``InfisicalError/keyUnavailable(_:)`` if the user has no key of the project, or if the
    ///     credential opens no private key.
    ///   - ``InfisicalError/decryptionFailed(_:)`` if the user's copy of the key was changed.
    ///   - ``InfisicalError/integrityViolation(_:)`` if the server may have replaced the project
    ///     key (see `trustedSealers`): then nothing is sent.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` for several scopes or a path other than `/`
    ///     on May 2023 servers, whose tokens are for one environment and every path in it, or for a
    ///     project whose key only the server has, if the client requires end-to-end encryption.
    public func create(
        _ name: String,
        project: String? = nil,
        scopes: [ServiceTokenScope] = [],
        permissions: [Permission] = [.read],
        expiresIn: Duration? = nil,
        timeout: Duration? = nil
    ) async throws -> CreatedServiceToken {
        let token = NativeNewServiceToken(
            name: name, project: project, scopes: scopes.map(\.native),
            permissions: permissions.map(\.rawValue), expiresIn: expiresIn?.inSeconds)
        return try await perform {
            let answer = try await native.createServiceToken(
                token: token, timeout: timeout?.inSeconds)
            return try CreatedServiceToken(answer)
        }
    }

    /// Returns what the client's own service token is for.
    ///
    /// - Parameter timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/invalidInput(_:)`` if the client's credential is not a service token.
    ///   - ``InfisicalError/authenticationFailed(_:)`` if the server rejects the token.
    ///   - ``InfisicalError/tokenExpired(_:)`` if the token has expired, where the server says so,
    ///     as servers since 2024 do.
    ///   - ``InfisicalError/decryptionFailed(_:)`` if the last part of the token, its key, does not
    ///     open the project key.
    public func describe(timeout: Duration? = nil) async throws -> ServiceTokenInfo {
        try await perform {
            let answer = try await native.describeServiceToken(timeout: timeout?.inSeconds)
            return try ServiceTokenInfo(answer)
        }
    }

    /// Lists every service token of a project, expired ones too.
    ///
    /// - Parameters:
    ///   - project: Id or slug of the project; the client's by default.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such project or the user is not a member.
    ///   - ``InfisicalError/invalidInput(_:)`` if neither the call nor the client names a project.
    ///   - ``InfisicalError/permissionDenied(_:)`` if the user's role does not allow it, or if the
    ///     credential is an API key or not a user's, such as a service token.
    public func list(
        project: String? = nil,
        timeout: Duration? = nil
    ) async throws -> [ServiceTokenInfo] {
        try await perform {
            let answer = try await native.listServiceTokens(
                project: project, timeout: timeout?.inSeconds)
            return try answer.map(ServiceTokenInfo.init)
        }
    }

    /// Revokes a service token, by its id. From then on the server rejects programs that use it.
    ///
    /// - Parameters:
    ///   - id: The token's id.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such token, or the user is not a member
    ///     of its project.
    ///   - ``InfisicalError/invalidInput(_:)`` for a text that cannot be an id.
    ///   - ``InfisicalError/permissionDenied(_:)`` if the user's role does not allow it, or if the
    ///     credential is an API key or not a user's, such as a service token.
    public func delete(_ id: String, timeout: Duration? = nil) async throws {
        try await perform {
            try await native.deleteServiceToken(id: id, timeout: timeout?.inSeconds)
        }
    }
}
