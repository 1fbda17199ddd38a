// Operations of one resource. Written by `make generate` from `bindings/surface` and core's
// documentation. Do not edit.
internal import InfisicalE2EENative

/// The client's trust store.
///
/// Every method fails with ``InfisicalError/invalidInput(_:)`` if the client has no trust store.
///
/// Protocol: none; the store is a file of the client.
public struct Trust: Sendable {
    let native: NativeClient

    /// Accepts what the server has of the secrets of a folder: forgets what was seen of them. Call
    /// it after ``InfisicalError/tamperingSuspected(_:)``, if the members of the project confirm
    /// that they deleted, replaced or rolled back these secrets. The next answers are stored
    /// instead.
    ///
    /// Returns how many secrets were forgotten.
    ///
    /// - Parameters:
    ///   - names: The names of the secrets; by default all secrets of the folder.
    ///   - project: Id or slug of the project; by default the client's, or the one that the token
    ///     is for.
    ///   - environment: Slug of the environment; by default the client's, or the one that the token
    ///     is for.
    ///   - path: Folder, such as `/backend`; by default `/`, or the one path that the token is for.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such environment.
    public func forgetSecrets(
        names: [String]? = nil,
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        timeout: Duration? = nil
    ) async throws -> Int {
        let location = NativeLocation(project: project, environment: environment, path: path)
        return try await perform {
            let answer = try await native.forgetSecrets(
                names: names, location: location, timeout: timeout?.inSeconds)
            return Int(answer)
        }
    }

    /// Accepts another key of a project: forgets the known key, and all its secrets. Call it if a
    /// member confirms that they replaced the key (`projects.rotate_key`), or that they gave up the
    /// encryption of the project.
    ///
    /// - Parameters:
    ///   - id: The project's id.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    public func forgetProject(_ id: String, timeout: Duration? = nil) async throws {
        try await perform {
            try await native.forgetProject(id: id, timeout: timeout?.inSeconds)
        }
    }
}
