import Foundation
internal import InfisicalE2EENative

/// Throws unless a webhook was sent by a server that knows the secret, and just now. Within the
/// tolerance the same request passes again: remember what was handled where that matters.
///
/// - Parameters:
///   - payload: The body of the request, byte by byte as it came.
///   - signature: Its header `x-infisical-signature`.
///   - secret: The webhook's secret key.
///   - tolerance: By how much the clocks may differ, or the request may be old.
///   - now: The time.
/// - Throws: ``InfisicalError/invalidInput(_:)`` if the header is malformed or the secret is empty;
///   ``InfisicalError/integrityViolation(_:)`` if the payload was not signed with this secret, its time
///   is not that of the header, or it is too old.
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
