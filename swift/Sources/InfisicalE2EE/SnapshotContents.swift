import Foundation
internal import InfisicalE2EENative

/// The contents of a snapshot.
public struct SnapshotContents: Identifiable, Hashable, Sendable {
    /// The snapshot's id.
    public let id: String
    /// When it was taken.
    public let createdAt: Date?
    /// The secrets that decrypted, as they were.
    public let secrets: [SecretVersion]
    /// The versions that did not decrypt, by their id.
    public let failures: [SecretFailure]
    /// Names of the subfolders; empty on May 2023 servers.
    public let folders: [String]

    private let incomplete: InfisicalError?

    init(_ native: NativeSnapshotContents) throws(InfisicalError) {
        id = native.id
        createdAt = date(native.createdAt)
        secrets = try native.secrets.map(SecretVersion.init)
        failures = native.failures.map(SecretFailure.init)
        folders = native.folders
        incomplete = native.incomplete.map { InfisicalError($0) }
    }

    /// Throws if a secret did not decrypt.
    ///
    /// - Throws: ``InfisicalError/decryptionFailed(_:)`` with the number of failures, and the first
    ///   of them.
    public func checkComplete() throws(InfisicalError) {
        if let incomplete { throw incomplete }
    }
}
