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
        secrets = try native.secrets.map { item throws(InfisicalError) in try SecretVersion(item) }
        failures = native.failures.map { SecretFailure($0) }
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

/// Snapshots: what the secrets of a project or folder were at one time.
///
/// Servers take one after every change of secrets. May 2023 servers take it of the whole project:
/// there, environment and path say nothing. Later ones take it of the folder alone.
public struct Snapshots: Sendable {
    let native: NativeClient

    /// Every snapshot of a folder, or of the project, newest first.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no such project, environment or folder, or
    ///   the user is not a member; ``InfisicalError/permissionDenied(_:)`` for other credentials than a
    ///   user's; ``InfisicalError/unsupportedByServer(_:)`` for a path on May 2023 servers.
    public func list(
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        timeout: Duration? = nil
    ) async throws -> [Snapshot] {
        let location = NativeLocation(project: project, environment: environment, path: path)
        return try await perform {
            try await native.listSnapshots(location: location, timeout: timeout?.inSeconds).map {
                Snapshot($0)
            }
        }
    }

    /// How many snapshots there are of a folder, or of the project.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no such project or environment, or the
    ///   user is not a member; ``InfisicalError/permissionDenied(_:)`` for other credentials than a
    ///   user's, on May 2023 servers for API keys too; ``InfisicalError/unsupportedByServer(_:)``
    ///   for a path on May 2023 servers.
    public func count(
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        timeout: Duration? = nil
    ) async throws -> Int {
        let location = NativeLocation(project: project, environment: environment, path: path)
        return try await perform {
            Int(try await native.countSnapshots(location: location, timeout: timeout?.inSeconds))
        }
    }

    /// What a snapshot holds, decrypted. May 2023's hold the secrets of all environments, and
    /// everybody's personal ones.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if the project has no such snapshot;
    ///   ``InfisicalError/permissionDenied(_:)`` for other credentials than a user's log-in or
    ///   access token; ``InfisicalError/unsupportedByServer(_:)`` if the server decrypts the
    ///   project's secrets but, as those of 2024, not what they were.
    public func get(
        _ id: String,
        project: String? = nil,
        timeout: Duration? = nil
    ) async throws -> SnapshotContents {
        try await perform {
            try SnapshotContents(
                try await native.getSnapshot(id: id, project: project, timeout: timeout?.inSeconds))
        }
    }

    /// Makes secrets what they were in a snapshot, for everybody. What was made since is deleted,
    /// other users' personal secrets among it. Ask before.
    ///
    /// On May 2023 servers this changes the whole project: all environments; and every secret in it
    /// loses its comment and tags. On later ones it changes the folder of the snapshot and all
    /// below it, which loses its secret imports. Subfolders are restored to their latest snapshots,
    /// even if those are newer than this one. Read secrets again afterwards.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if the project has no such snapshot;
    ///   ``InfisicalError/permissionDenied(_:)`` for other credentials than a user's log-in or
    ///   access token, or on May 2023 servers an API key;
    ///   ``InfisicalError/unsupportedByServer(_:)`` if the server decrypts the project's secrets
    ///   but, as those of 2024, not what they were.
    public func rollBack(
        _ id: String,
        project: String? = nil,
        timeout: Duration? = nil
    ) async throws {
        try await perform {
            try await native.rollBackSnapshot(id: id, project: project, timeout: timeout?.inSeconds)
        }
    }
}
