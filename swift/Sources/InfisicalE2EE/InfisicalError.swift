import Foundation
internal import InfisicalE2EENative

/// Why a call failed: one case a condition, each with the same ``Details``.
///
/// The message names the secret, project or file concerned and says what to do next. It never holds a
/// secret's value, a key, a token or a password.
///
/// ```swift
/// do {
///     return try await client.secrets.get("FEATURE_X").value
/// } catch InfisicalError.notFound {
///     return nil
/// }
/// ```
public enum InfisicalError: Error, Hashable, Sendable {
    /// An argument cannot be right; nothing was sent.
    case invalidInput(Details)
    /// A token or key is not in the form it must have; nothing was sent.
    case invalidCredential(Details)
    /// The server refused the credential: wrong password, or a token that is unknown or revoked.
    case authenticationFailed(Details)
    /// The credential was good once and has expired.
    case tokenExpired(Details)
    /// The account asks for a second factor.
    case mfaRequired(Details)
    /// The credential is good but may not do this.
    case permissionDenied(Details)
    /// The secret, project, environment or other thing does not exist, or is hidden from you.
    case notFound(Details)
    /// Something of that name exists already.
    case conflict(Details)
    /// The server asked for fewer requests; see ``Details/retryAfter``.
    case rateLimited(Details)
    /// The request is larger than the server accepts.
    case payloadTooLarge(Details)
    /// The time allowed ran out. A write may or may not have happened.
    case timeout(Details)
    /// The server could not be reached.
    case connectionFailed(Details)
    /// The answer was not what an Infisical server sends: a wrong URL, or a proxy in between.
    case invalidResponse(Details)
    /// The server failed.
    case serverError(Details)
    /// A ciphertext did not verify: changed, truncated, or sealed under another key.
    case decryptionFailed(Details)
    /// The server sent something that contradicts what was asked or what is known.
    case integrityViolation(Details)
    /// The key needed to decrypt is not at hand.
    case keyUnavailable(Details)
    /// This release of the server cannot do it.
    case unsupportedByServer(Details)
    /// The library gave the call up. A cancelled `Task` throws `CancellationError` instead.
    case cancelled(Details)
    /// The client was closed before the call, or during it.
    case closed(Details)
    /// A defect in this library. Please report it.
    case `internal`(Details)

    /// What an error tells beside its condition.
    public struct Details: Hashable, Sendable {
        /// What happened and what to do next.
        public let message: String
        /// The HTTP status, when the server answered.
        public let status: Int?
        /// The request id the server gave, to quote to its operators.
        public let requestID: String?
        /// Whether the same call may succeed later and cannot apply a change twice. False for a write
        /// that may have been applied, after a ``InfisicalError/timeout(_:)`` or
        /// ``InfisicalError/serverError(_:)``: read before writing again.
        public let retryable: Bool
        /// How long the server asked to wait, when it did.
        public let retryAfter: Duration?

        /// Details as a test may want them.
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

    /// What it tells beside its condition.
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
        case .keyUnavailable(let details): ("key_unavailable", details)
        case .unsupportedByServer(let details): ("unsupported_by_server", details)
        case .cancelled(let details): ("cancelled", details)
        case .closed(let details): ("closed", details)
        case .internal(let details): ("internal", details)
        }
    }

    /// Of each code its case.
    static let cases: [String: @Sendable (Details) -> Self] = {
        let all: [@Sendable (Details) -> Self] = [
            Self.invalidInput, Self.invalidCredential, Self.authenticationFailed,
            Self.tokenExpired, Self.mfaRequired, Self.permissionDenied, Self.notFound,
            Self.conflict, Self.rateLimited, Self.payloadTooLarge, Self.timeout,
            Self.connectionFailed, Self.invalidResponse, Self.serverError,
            Self.decryptionFailed, Self.integrityViolation, Self.keyUnavailable,
            Self.unsupportedByServer, Self.cancelled, Self.closed, Self.internal,
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

    /// What the native library threw. Only its own errors are quoted.
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
