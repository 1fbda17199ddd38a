// Operations of one resource. Written by `make generate` from `bindings/surface` and core's
// documentation. Do not edit.
internal import InfisicalE2EENative

/// API keys of the user, with which a program acts as the user.
///
/// Every method fails with ``InfisicalError/permissionDenied(_:)`` for a service token, a service
/// account or a machine identity, and for an API key itself.
///
/// Protocol: `/api/v2/api-key`, since 2024 `/api/v2/users/me/api-keys`.
public struct ApiKeys: Sendable {
    let native: NativeClient

    /// Lists the API keys of the user, including expired ones.
    ///
    /// - Parameter timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/unsupportedByServer(_:)`` on today's servers, which have no API keys.
    public func list(timeout: Duration? = nil) async throws -> [ApiKeyInfo] {
        try await perform {
            let answer = try await native.listApiKeys(timeout: timeout?.inSeconds)
            return answer.map(ApiKeyInfo.init)
        }
    }

    /// Creates an API key. Its text is returned only here.
    ///
    /// - Parameters:
    ///   - name: The name of the key, for people.
    ///   - expiresIn: How long the key lasts, in whole seconds.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/invalidInput(_:)`` if the name is blank, or if `expiresIn` is less than
    ///     one second.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` on today's servers, which have no API keys.
    public func create(
        _ name: String,
        lasting expiresIn: Duration,
        timeout: Duration? = nil
    ) async throws -> CreatedApiKey {
        try await perform {
            let answer = try await native.createApiKey(
                name: name, expiresIn: expiresIn.inSeconds, timeout: timeout?.inSeconds)
            return CreatedApiKey(answer)
        }
    }

    /// Revokes an API key. The server rejects programs that use it from then on.
    ///
    /// - Parameters:
    ///   - id: Id of the API key.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if the user has no API key with that id.
    ///   - ``InfisicalError/invalidInput(_:)`` if `id` cannot be an id on this server.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` on today's servers, which have no API keys.
    public func delete(_ id: String, timeout: Duration? = nil) async throws {
        try await perform {
            try await native.deleteApiKey(id: id, timeout: timeout?.inSeconds)
        }
    }
}
