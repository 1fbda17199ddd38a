import Foundation
internal import InfisicalE2EENative

/// Throws unless a server that knows the secret sent the webhook within `tolerance`. A repeated
/// request within the tolerance is accepted again. If that matters, remember which requests were
/// handled.
///
/// - Parameters:
///   - payload: The unmodified body of the request.
///   - signature: Its header `x-infisical-signature`.
///   - secret: The webhook's secret key.
///   - tolerance: The maximum age of the request, and difference of the clocks.
///   - now: The current time; for tests.
/// - Throws: ``InfisicalError/invalidInput(_:)`` if the header is malformed or the secret is empty;
///   ``InfisicalError/integrityViolation(_:)`` if the payload was not signed with this secret, its
///   time is not that of the header, or it is too old.
public func verifyWebhook(
    payload: Data, signature: String, secret: String, tolerance: Duration = .seconds(300),
    now: Date = Date()
) throws(InfisicalError) {
    let milliseconds = (now.timeIntervalSince1970 * 1000).rounded()
    do {
        try nativeVerifyWebhook(
            payload: payload, signature: signature, secret: secret,
            tolerance: tolerance.inSeconds, now: Int64(exactly: milliseconds) ?? .max)
    } catch {
        throw InfisicalError(thrown: error)
    }
}
