import Foundation
internal import InfisicalE2EENative

extension Account {
    /// The user's log-ins that still count, this client's among them, on servers of 2024 and later.
    /// Those from one address with one user agent are one session.
    ///
    /// - Throws: ``InfisicalError/unsupportedByServer(_:)`` on May 2023 servers, which keep none;
    ///   ``InfisicalError/permissionDenied(_:)`` for programs and API keys.
    public func sessions(timeout: Duration? = nil) async throws -> [Session] {
        try await perform {
            try await native.listSessions(timeout: timeout?.inSeconds).map { Session($0) }
        }
    }

    /// Ends every session of the user, this client's too, on servers of 2024 and later: nobody's
    /// access token is of use any longer. A client with a password logs in again at its next call,
    /// and so does whoever else has it; one with an access token is of no use afterwards. API keys
    /// and service tokens stay.
    ///
    /// - Throws: ``InfisicalError/unsupportedByServer(_:)`` on May 2023 servers, which keep none;
    ///   ``InfisicalError/permissionDenied(_:)`` for programs and API keys.
    public func endSessions(timeout: Duration? = nil) async throws {
        try await perform {
            try await native.endSessions(timeout: timeout?.inSeconds)
        }
    }
}
