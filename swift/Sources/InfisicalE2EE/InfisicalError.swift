import Foundation
internal import InfisicalE2EENative

/// Why a call failed: one case per condition, each with the same ``Details``.
///
/// The message names the secret, project or file concerned and says what to do next. It never
/// contains a secret's value, a key, a token or a password.
///
/// ```swift
/// do {
///     return try await client.secrets.get("FEATURE_X").value
/// } catch InfisicalError.notFound {
///     return nil
/// }
/// ```
public enum InfisicalError: Error, Hashable, Sendable {
    /// An argument is invalid; nothing was sent.
    case invalidInput(Details)
    /// A token or key is malformed; nothing was sent.
    case invalidCredential(Details)
    /// The server rejected the credential: wrong password, or an unknown or revoked token.
    case authenticationFailed(Details)
    /// The credential has expired.
    case tokenExpired(Details)
    /// The account has a second factor, and the session has not passed it yet.
    case mfaRequired(Details)
    /// The credential is valid but lacks the permission.
    case permissionDenied(Details)
    /// The object does not exist, or the credential cannot see it.
    case notFound(Details)
    /// An object with that name already exists.
    case conflict(Details)
    /// Too many requests; see ``Details/retryAfter``.
    case rateLimited(Details)
    /// The request is larger than the server accepts.
    case payloadTooLarge(Details)
    /// The time limit was exceeded. A write may have been applied.
    case timeout(Details)
    /// The server could not be reached.
    case connectionFailed(Details)
    /// The answer is not that of an Infisical server. Check the URL and the proxy.
    case invalidResponse(Details)
    /// The server failed.
    case serverError(Details)
    /// A ciphertext does not verify: it was changed, truncated or encrypted with another key.
    case decryptionFailed(Details)
    /// An answer of the server contradicts the request or what the client knows.
    case integrityViolation(Details)
    /// An answer of the server contradicts what the trust store has seen before.
    case tamperingSuspected(Details)
    /// The key needed to decrypt is not available.
    case keyUnavailable(Details)
    /// This release of the server does not support the operation.
    case unsupportedByServer(Details)
    /// The call was cancelled in the library. A cancelled `Task` throws `CancellationError`
    /// instead.
    case cancelled(Details)
    /// The client was closed before the call, or during it.
    case closed(Details)
    /// A bug in this library. Please report it.
    case `internal`(Details)

    /// The details of an error besides its condition.
    public struct Details: Hashable, Sendable {
        /// What happened and what to do next.
        public let message: String
        /// The HTTP status, if the server answered.
        public let status: Int?
        /// The server's id of the request, which its operators can search for.
        public let requestID: String?
        /// Whether the same call may succeed later and cannot apply a change twice. False for a
        /// write that may have been applied, after a ``InfisicalError/timeout(_:)`` or
        /// ``InfisicalError/serverError(_:)``: read before writing again.
        public let retryable: Bool
        /// The time to wait before a retry, if the server requests it.
        public let retryAfter: Duration?

        /// Creates details, for tests of your program.
        public init(
            message: String, status: Int? = nil, requestID: String? = nil, retryable: Bool = false,
            retryAfter: Duration? = nil
        ) {
            self.message = message
            self.status = status
            self.requestID = requestID
            self.retryable = retryable
            self.retryAfter = retryAfter
        }
    }

    /// The stable code of the condition, the same in every language: `"not_found"`.
    public var code: String { codeAndDetails.code }

    /// The details besides the condition.
    public var details: Details { codeAndDetails.details }

    private var codeAndDetails: (code: String, details: Details) {
        switch self {
        case .invalidInput(let details): ("invalid_input", details)
        case .invalidCredential(let details): ("invalid_credential", details)
        case .authenticationFailed(let details): ("authentication_failed", details)
        case .tokenExpired(let details): ("token_expired", details)
        case .mfaRequired(let details): ("mfa_required", details)
        case .permissionDenied(let details): ("permission_denied", details)
        case .notFound(let details): ("not_found", details)
        case .conflict(let details): ("conflict", details)
        case .rateLimited(let details): ("rate_limited", details)
        case .payloadTooLarge(let details): ("payload_too_large", details)
        case .timeout(let details): ("timeout", details)
        case .connectionFailed(let details): ("connection_failed", details)
        case .invalidResponse(let details): ("invalid_response", details)
        case .serverError(let details): ("server_error", details)
        case .decryptionFailed(let details): ("decryption_failed", details)
        case .integrityViolation(let details): ("integrity_violation", details)
        case .tamperingSuspected(let details): ("tampering_suspected", details)
        case .keyUnavailable(let details): ("key_unavailable", details)
        case .unsupportedByServer(let details): ("unsupported_by_server", details)
        case .cancelled(let details): ("cancelled", details)
        case .closed(let details): ("closed", details)
        case .internal(let details): ("internal", details)
        }
    }

    /// The case of each code.
    static let cases: [String: @Sendable (Details) -> Self] = {
        let all: [@Sendable (Details) -> Self] = [
            Self.invalidInput, Self.invalidCredential, Self.authenticationFailed,
            Self.tokenExpired, Self.mfaRequired, Self.permissionDenied, Self.notFound,
            Self.conflict, Self.rateLimited, Self.payloadTooLarge, Self.timeout,
            Self.connectionFailed, Self.invalidResponse, Self.serverError,
            Self.decryptionFailed, Self.integrityViolation, Self.tamperingSuspected,
            Self.keyUnavailable, Self.unsupportedByServer, Self.cancelled, Self.closed,
            Self.internal,
        ]
        let details = Details(message: "")
        return Dictionary(uniqueKeysWithValues: all.map { ($0(details).code, $0) })
    }()

    init(code: String, details: Details) {
        self = (Self.cases[code] ?? Self.internal)(details)
    }

    init(_ error: NativeError) {
        switch error {
        case .Failed(let code, let reason, let status, let requestID, let retryable, let retryAfter):
            let details = Details(
                message: reason, status: status.map(Int.init), requestID: requestID,
                retryable: retryable, retryAfter: retryAfter.map { .seconds($0) })
            self.init(code: code, details: details)
        }
    }

    /// Converts what the native library threw. Only the text of its own errors is used.
    init(thrown error: any Error) {
        if let error = error as? NativeError {
            self.init(error)
        } else {
            let message =
                "the library failed because of a bug. Please report the call that you made"
            self = .internal(Details(message: message))
        }
    }
}

extension InfisicalError: LocalizedError, CustomStringConvertible {
    /// The message, with status and request id.
    public var errorDescription: String? {
        switch (details.status, details.requestID) {
        case (let status?, let id?): "\(details.message) (HTTP \(status), request \(id))"
        case (let status?, nil): "\(details.message) (HTTP \(status))"
        default: details.message
        }
    }

    /// The code and the message.
    public var description: String { "\(code): \(errorDescription ?? details.message)" }
}
