// Operations of one resource. Written by `make generate` from `bindings/surface` and core's
// documentation. Do not edit.
internal import InfisicalE2EENative

/// Snapshots: what the secrets of a project or folder were at one time.
///
/// Servers take a snapshot after every change of secrets. May 2023 servers take it of the whole
/// project: there, the environment of a call has no effect, and a path other than `/` is not
/// supported. Later servers take it of the folder alone.
///
/// Every method fails with ``InfisicalError/invalidInput(_:)`` if neither the call nor the client
/// names the project and, where snapshots are of a folder, the environment, or for a text that
/// cannot be an id.
///
/// Protocol: `/api/v1/workspace/{id}/secret-snapshots` and `/api/v1/secret-snapshot`.
public struct Snapshots: Sendable {
    let native: NativeClient

    /// Lists every snapshot of a folder, or of the project, newest first.
    ///
    /// - Parameters:
    ///   - project: Id or slug of the project; by default the client's, or the one that the token
    ///     is for.
    ///   - environment: Slug of the environment; by default the client's, or the one that the token
    ///     is for.
    ///   - path: Folder, such as `/backend`; by default `/`, or the one path that the token is for.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such project, environment or folder, or
    ///     the user is not a member.
    ///   - ``InfisicalError/permissionDenied(_:)`` if the credential is not a user's, or if the
    ///     user's role does not allow it.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` for a path other than `/` on May 2023
    ///     servers.
    public func list(
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        timeout: Duration? = nil
    ) async throws -> [Snapshot] {
        let location = NativeLocation(project: project, environment: environment, path: path)
        return try await perform {
            let answer = try await native.listSnapshots(
                location: location, timeout: timeout?.inSeconds)
            return answer.map(Snapshot.init)
        }
    }

    /// Returns how many snapshots there are of a folder, or of the project.
    ///
    /// - Parameters:
    ///   - project: Id or slug of the project; by default the client's, or the one that the token
    ///     is for.
    ///   - environment: Slug of the environment; by default the client's, or the one that the token
    ///     is for.
    ///   - path: Folder, such as `/backend`; by default `/`, or the one path that the token is for.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such project, environment or folder, or
    ///     the user is not a member.
    ///   - ``InfisicalError/permissionDenied(_:)`` if the credential is not a user's, on May 2023
    ///     servers also for API keys, or if the user's role does not allow it.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` for a path other than `/` on May 2023
    ///     servers.
    public func count(
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        timeout: Duration? = nil
    ) async throws -> Int {
        let location = NativeLocation(project: project, environment: environment, path: path)
        return try await perform {
            let answer = try await native.countSnapshots(
                location: location, timeout: timeout?.inSeconds)
            return Int(answer)
        }
    }

    /// Returns what a snapshot holds, decrypted. Snapshots of May 2023 servers hold the secrets of
    /// all environments, and every user's personal ones.
    ///
    /// A secret that does not decrypt is reported in ``SnapshotContents/failures`` and hides no
    /// other. `checkComplete` of the result fails if there is any.
    ///
    /// - Parameters:
    ///   - id: The snapshot's id.
    ///   - project: Id or slug of the project; the client's by default.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if the project has no such snapshot, or if there is no
    ///     such project or the user is not a member.
    ///   - ``InfisicalError/permissionDenied(_:)`` if the credential is not a user's login or
    ///     access token, or if the user's role does not allow it.
    ///   - ``InfisicalError/keyUnavailable(_:)`` if the user has no key of the project, or if the
    ///     credential opens no private key.
    ///   - ``InfisicalError/decryptionFailed(_:)`` if the user's copy of the key was changed.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` if the server decrypts the project's secrets
    ///     but, like those of 2024, not what they were, or if the secrets can only pass in
    ///     plaintext and the client has the option `requireE2EE`.
    public func get(
        _ id: String,
        project: String? = nil,
        timeout: Duration? = nil
    ) async throws -> SnapshotContents {
        try await perform {
            let answer = try await native.getSnapshot(
                id: id, project: project, timeout: timeout?.inSeconds)
            return try SnapshotContents(answer)
        }
    }

    /// Restores secrets to what they were in a snapshot, for everybody. Secrets created since are
    /// deleted, other users' personal secrets among them. Ask the users before.
    ///
    /// On May 2023 servers this changes the whole project: all environments; and every secret in it
    /// loses its comment and tags. On later ones it changes the folder of the snapshot and all
    /// below it, which loses its secret imports. Subfolders are restored to their latest snapshots,
    /// even if those are newer than this one. Read secrets again afterwards.
    ///
    /// If the server rejects the call, nothing was changed.
    ///
    /// - Parameters:
    ///   - id: The snapshot's id.
    ///   - project: Id or slug of the project; the client's by default.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if the project has no such snapshot, or if there is no
    ///     such project or the user is not a member.
    ///   - ``InfisicalError/permissionDenied(_:)`` if the credential is not a user's, on servers
    ///     since 2024 also for API keys, or if the user's role does not allow it.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` on today's servers, which cannot roll back to
    ///     snapshots any more.
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
