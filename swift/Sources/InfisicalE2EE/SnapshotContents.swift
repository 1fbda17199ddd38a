import Foundation
internal import InfisicalE2EENative

/// What a snapshot holds.
public struct SnapshotContents: Identifiable, Hashable, Sendable {
    /// The snapshot's id.
    public let id: String
    /// When it was taken.
    public let createdAt: Date?
    /// The secrets as they were, those that decrypted.
    public let secrets: [SecretVersion]
    /// Those that did not, by the id of the version.
    public let failures: [SecretFailure]
    /// Names of the folders in the folder; empty on May 2023 servers.
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

    /// Does nothing if every secret decrypted.
    ///
    /// - Throws: ``InfisicalError/decryptionFailed(_:)`` says how many did not, and which was the first.
    public func checkComplete() throws(InfisicalError) {
        if let incomplete { throw incomplete }
    }
}
