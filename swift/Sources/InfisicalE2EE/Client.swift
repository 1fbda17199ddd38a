import Foundation
internal import InfisicalE2EENative

/// A connection to one Infisical server with one credential.
///
/// Nothing is sent before the first call, which also finds out which release the server is. Calls may
/// run at the same time, and never block a thread of Swift's.
///
/// ```swift
/// let client = try Client.fromEnv(environment: "prod")  // INFISICAL_URL and INFISICAL_TOKEN
/// let database = try await client.secrets.get("DATABASE_URL")
/// connect(to: database.value)
/// ```
///
/// Cancelling the `Task` that awaits a call cancels the request, and the call throws
/// `CancellationError`. A write that was sent may have happened. Everything else a call throws is an
/// ``InfisicalError``.
public final class Client: Sendable {
    let native: NativeClient

    /// Checks the options. Sends nothing.
    ///
    /// - Parameters:
    ///   - credential: Who the client acts as. Without one it can only sign up.
    ///   - baseURL: The server, such as `https://infisical.example.com`. A trailing `/api` is accepted.
    ///   - project: Id of the project of calls that name none. A service token brings its own.
    ///   - environment: Slug of the environment of calls that name none.
    ///   - organization: Id of the organization to act in, needed on June 2024 servers by users of
    ///     several.
    ///   - timeout: How long one HTTP request may take; 30 seconds by default.
    ///   - deadline: How long one call may take with its log-in, retries and waits; 90 seconds by
    ///     default. In a call that makes many requests, such as `setMany` or a long list, it starts
    ///     again with each answer; the `timeout` of a call covers all requests.
    ///   - allowHTTP: Allows `http://` to another machine. Secrets stay encrypted, but an eavesdropper
    ///     can take the token and act with it. `http://` to this machine is always allowed.
    ///   - certificateAuthorities: PEM certificates to trust besides the system's: of a private CA,
    ///     or a server's self-signed certificate.
    ///   - proxy: URL of the HTTP proxy, `http://user:password@proxy.example.com:3128`, or `none`.
    ///     The default is taken from `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY`.
    ///   - maxResponseBytes: The longest answer accepted, in bytes; 64 MiB by default.
    ///   - requireE2EE: Whether secrets may only pass end-to-end encrypted. By default true, but false
    ///     for a machine identity, which cannot decrypt.
    ///   - trustedSealers: Fingerprints of the public keys of colleagues who share projects with the
    ///     user: SHA-256 as 64 hexadecimal digits. Ask their owners for them, not the server. A
    ///     project key that anybody else sealed is used for writing only if it opens the secrets
    ///     that the project has already; otherwise ``InfisicalError/integrityViolation(_:)`` names
    ///     the fingerprint.
    ///   - requireTrustedSealer: Whether project keys are used only if the user or one of
    ///     `trustedSealers` sealed them, for reading too; false by default.
    /// - Throws: ``InfisicalError/invalidInput(_:)`` or ``InfisicalError/invalidCredential(_:)`` names
    ///   what cannot be right.
    public convenience init(
        credential: Credential = .anonymous,
        baseURL: String,
        project: String? = nil,
        environment: String? = nil,
        organization: String? = nil,
        timeout: Duration? = nil,
        deadline: Duration? = nil,
        allowHTTP: Bool = false,
        certificateAuthorities: String? = nil,
        proxy: String? = nil,
        maxResponseBytes: Int? = nil,
        requireE2EE: Bool? = nil,
        trustedSealers: [String] = [],
        requireTrustedSealer: Bool = false
    ) throws(InfisicalError) {
        try self.init(
            access: Access(baseURL: baseURL, parts: credential.parts),
            settings: ClientSettings(
                project: project, environment: environment, organization: organization,
                timeout: timeout, deadline: deadline, allowHTTP: allowHTTP,
                certificateAuthorities: certificateAuthorities, proxy: proxy,
                maxResponseBytes: maxResponseBytes, requireE2EE: requireE2EE,
                trustedSealers: trustedSealers, requireTrustedSealer: requireTrustedSealer))
    }

    /// Makes a client from environment variables. Sends nothing.
    ///
    /// The server and one credential are required:
    ///
    /// - `INFISICAL_URL` (or `INFISICAL_API_URL`): the server.
    /// - `INFISICAL_TOKEN`: a service token, a service token v3, or the access token of a machine
    ///   identity or a user; detected by its form.
    /// - `INFISICAL_CLIENT_ID` and `INFISICAL_CLIENT_SECRET` (or
    ///   `INFISICAL_UNIVERSAL_AUTH_CLIENT_ID` and `…_SECRET`): a machine identity.
    /// - `INFISICAL_EMAIL` and `INFISICAL_PASSWORD`: a user.
    /// - `INFISICAL_API_KEY`: a user's API key. It, and a user's access token, need
    ///   `INFISICAL_PASSWORD` or `INFISICAL_PRIVATE_KEY` to decrypt.
    /// - `INFISICAL_PROJECT_ID` and `INFISICAL_ENVIRONMENT`: the defaults for calls.
    ///
    /// The parameters are those of the initializer, and override their variable.
    ///
    /// - Throws: ``InfisicalError/invalidInput(_:)`` for a variable that is missing, empty, or
    ///   conflicts with another of the same purpose; ``InfisicalError/invalidCredential(_:)`` for a
    ///   malformed one. The error names the variable.
    public static func fromEnv(
        project: String? = nil,
        environment: String? = nil,
        organization: String? = nil,
        timeout: Duration? = nil,
        deadline: Duration? = nil,
        allowHTTP: Bool = false,
        certificateAuthorities: String? = nil,
        proxy: String? = nil,
        maxResponseBytes: Int? = nil,
        requireE2EE: Bool? = nil,
        trustedSealers: [String] = [],
        requireTrustedSealer: Bool = false
    ) throws(InfisicalError) -> Client {
        try Client(
            access: Access(variables: ProcessInfo.processInfo.environment),
            settings: ClientSettings(
                project: project, environment: environment, organization: organization,
                timeout: timeout, deadline: deadline, allowHTTP: allowHTTP,
                certificateAuthorities: certificateAuthorities, proxy: proxy,
                maxResponseBytes: maxResponseBytes, requireE2EE: requireE2EE,
                trustedSealers: trustedSealers, requireTrustedSealer: requireTrustedSealer))
    }

    init(access: Access, settings: ClientSettings) throws(InfisicalError) {
        let options = try settings.native(access: access)
        do {
            native = try NativeClient(options: options)
        } catch {
            throw InfisicalError(thrown: error)
        }
    }

    /// What the server can do, and how this client's secrets pass. Needs no credential.
    ///
    /// - Throws: ``InfisicalError/invalidResponse(_:)`` if there is no Infisical server at the address.
    public func capabilities(timeout: Duration? = nil) async throws -> Capabilities {
        try await perform {
            Capabilities(try await native.capabilities(timeout: timeout?.inSeconds))
        }
    }

    /// Forgets the credential, the log-in and every opened key. Running and later calls throw
    /// ``InfisicalError/closed(_:)``. A write that was already sent may have been applied. A client
    /// that is deallocated closes by itself.
    public func close() {
        native.shutDown()
    }
}

extension Client: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Nothing of the options.
    public var description: String { "Client" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
