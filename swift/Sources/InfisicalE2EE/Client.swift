import Foundation
internal import InfisicalE2EENative

/// A connection to one Infisical server with one credential.
///
/// Nothing is sent before the first call, which also detects the server's release. Calls may
/// run at the same time, and never block a thread of Swift.
///
/// ```swift
/// let client = try Client.fromEnv(environment: "prod")  // INFISICAL_URL and INFISICAL_TOKEN
/// let database = try await client.secrets.get("DATABASE_URL")
/// connect(to: database.value)
/// ```
///
/// Cancelling the `Task` that awaits a call cancels the request, and the call throws
/// `CancellationError`. A write that was already sent may have been applied. All other errors of a
/// call are ``InfisicalError``.
public final class Client: Sendable {
    let native: NativeClient

    /// Checks the options. Sends nothing.
    ///
    /// - Parameters:
    ///   - credential: The credential. Without one, the client can only sign up.
    ///   - baseURL: The server, such as `https://infisical.example.com`. A trailing `/api` is
    ///     accepted.
    ///   - project: Id of the project for calls that pass none. A service token has one project,
    ///     its default.
    ///   - environment: Slug of the environment for calls that pass none.
    ///   - organization: Id of the organization of the session. Users of several organizations need
    ///     it on servers since June 2024.
    ///   - timeout: The maximum duration of one HTTP request; 30 seconds by default.
    ///   - deadline: The maximum duration of one call with log-in, retries and waits; 90 seconds by
    ///     default. In a call that makes many requests, such as `setMany` or a long list, it
    ///     restarts with each answer; the `timeout` of a call covers all its requests.
    ///   - allowHTTP: Allows `http://` to another machine. Secrets stay encrypted, but an
    ///     eavesdropper can steal the token and use it. `http://` to this machine is always
    ///     allowed.
    ///   - certificateAuthorities: PEM certificates to trust in addition to the system's: those of
    ///     a private CA, or a server's self-signed certificate.
    ///   - proxy: URL of the HTTP proxy, `http://user:password@proxy.example.com:3128`, or `none`.
    ///     The default is taken from `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY`.
    ///   - maxResponseBytes: The maximum length of an answer in bytes, decompressed; 64 MiB by
    ///     default.
    ///   - requireE2EE: Whether to require end-to-end encryption. True by default, but false for a
    ///     machine identity, which cannot decrypt. With false, a user also accesses projects whose
    ///     key is not available to the user, or is held only by the server: their secrets are sent
    ///     in plaintext. For a user, projects that are created on servers since June 2024 need
    ///     false: these servers have their keys.
    ///   - sendPassword: Whether a log-in may send the password to the server; false by default.
    ///     Today's servers log a user in no other way: with false, a log-in on them throws
    ///     ``InfisicalError/unsupportedByServer(_:)``. Earlier servers do not receive the password.
    ///     If the password also decrypts the private key, the server can then decrypt everything
    ///     that was sealed to the user. To keep the private key from the server, use an access token
    ///     `opening` with the password, a user `opening` with another password than that of the
    ///     log-in, or a service token. ``Capabilities/serverLearnsKeyPassword`` says whether the
    ///     server learns it.
    ///   - trustedSealers: Fingerprints of the public keys of colleagues who share projects with
    ///     the user, each as 64 hexadecimal digits, in the short form or as twelve words: what
    ///     `members.fingerprint()` returns for them. Ask their owners for them, not the server. A
    ///     project key that anybody else sealed is used for writing only if it opens the secrets
    ///     that the project has already; otherwise ``InfisicalError/integrityViolation(_:)`` names
    ///     the fingerprint.
    ///   - requireTrustedSealer: Whether project keys are used only if the user or one of
    ///     `trustedSealers` sealed them, for reading too; false by default.
    ///   - trustStore: Where the client keeps what it has seen: project keys, the highest version
    ///     and a keyed digest of each secret, and the public keys that it sealed project keys to.
    ///     None by default. An answer that contradicts it throws
    ///     ``InfisicalError/tamperingSuspected(_:)``: an earlier version, a value under another
    ///     name, a list that lost a secret, a deletion that was not done, a member with another
    ///     public key. The store is encrypted and authenticated with a key that is derived from
    ///     that of the user or service token, so each credential needs one of its own. Several
    ///     clients and processes may share a file; another file that ends in `.lock` locks it. If
    ///     members change secrets with other programs, their deletions and rollbacks look like
    ///     tampering; accept them with ``Trust/forgetSecrets(names:project:environment:path:timeout:)``.
    /// - Throws: ``InfisicalError/invalidInput(_:)`` or ``InfisicalError/invalidCredential(_:)``,
    ///   which names the invalid option.
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
        sendPassword: Bool = false,
        trustedSealers: [String] = [],
        requireTrustedSealer: Bool = false,
        trustStore: TrustStore? = nil
    ) throws(InfisicalError) {
        try self.init(
            access: Access(baseURL: baseURL, parts: credential.parts),
            settings: ClientSettings(
                project: project, environment: environment, organization: organization,
                timeout: timeout, deadline: deadline, allowHTTP: allowHTTP,
                certificateAuthorities: certificateAuthorities, proxy: proxy,
                maxResponseBytes: maxResponseBytes, requireE2EE: requireE2EE,
                sendPassword: sendPassword, trustedSealers: trustedSealers,
                requireTrustedSealer: requireTrustedSealer, trustStore: trustStore))
    }

    /// Creates a client from environment variables. Sends nothing.
    ///
    /// The server and one credential are required:
    ///
    /// - `INFISICAL_URL` (or `INFISICAL_API_URL`): the server.
    /// - `INFISICAL_TOKEN`: a service token, a service token v3, or the access token of a machine
    ///   identity or a user; detected by its format.
    /// - `INFISICAL_CLIENT_ID` and `INFISICAL_CLIENT_SECRET` (or
    ///   `INFISICAL_UNIVERSAL_AUTH_CLIENT_ID` and `…_SECRET`): a machine identity.
    /// - `INFISICAL_AUTH_METHOD` and `INFISICAL_MACHINE_IDENTITY_ID`: a machine identity that logs
    ///   in by `kubernetes`, `oidc-auth`, `jwt-auth`, `ldap-auth`, `azure`, `gcp-id-token`,
    ///   `gcp-iam`, `aws-iam` or `tls-cert-auth`; the README lists the variables of each.
    /// - `INFISICAL_EMAIL` and `INFISICAL_PASSWORD`: a user. If another password or the private key
    ///   itself is needed to decrypt, also `INFISICAL_KEY_PASSWORD` or `INFISICAL_PRIVATE_KEY`.
    /// - `INFISICAL_SEND_PASSWORD`: `true` lets the log-in send the password, which today's servers
    ///   demand; see `sendPassword` of the initializer.
    /// - `INFISICAL_API_KEY`: a user's API key. It, and a user's access token, need
    ///   `INFISICAL_PASSWORD` or `INFISICAL_PRIVATE_KEY` to decrypt.
    /// - `INFISICAL_PROJECT_ID` and `INFISICAL_ENVIRONMENT`: the defaults for calls.
    /// - `INFISICAL_TRUST_STORE`: the file of a trust store.
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
        sendPassword: Bool? = nil,
        trustedSealers: [String] = [],
        requireTrustedSealer: Bool = false,
        trustStore: TrustStore? = nil
    ) throws(InfisicalError) -> Client {
        try Client(
            access: Access(variables: ProcessInfo.processInfo.environment),
            settings: ClientSettings(
                project: project, environment: environment, organization: organization,
                timeout: timeout, deadline: deadline, allowHTTP: allowHTTP,
                certificateAuthorities: certificateAuthorities, proxy: proxy,
                maxResponseBytes: maxResponseBytes, requireE2EE: requireE2EE,
                sendPassword: sendPassword, trustedSealers: trustedSealers,
                requireTrustedSealer: requireTrustedSealer, trustStore: trustStore))
    }

    init(access: Access, settings: ClientSettings) throws(InfisicalError) {
        let options = try settings.native(access: access)
        do {
            native = try NativeClient(
                options: options, trustStorage: settings.trustStore?.nativeStorage)
        } catch {
            throw InfisicalError(thrown: error)
        }
    }

    /// Returns what the server supports, and whether secrets are end-to-end encrypted.
    /// No credential is required.
    ///
    /// - Throws: ``InfisicalError/invalidResponse(_:)`` if there is no Infisical server at the URL.
    public func capabilities(timeout: Duration? = nil) async throws -> Capabilities {
        try await perform {
            Capabilities(try await native.capabilities(timeout: timeout?.inSeconds))
        }
    }

    /// Erases the credential, the log-in and every opened key from the library's memory. Running
    /// and later calls throw ``InfisicalError/closed(_:)``. A write that was already sent may have
    /// been applied. Deallocating a client closes it.
    public func close() {
        native.shutDown()
    }
}

extension Client: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Shows nothing of the options.
    public var description: String { "Client" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
