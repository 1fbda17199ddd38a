internal import InfisicalE2EENative

/// Secrets by name.
///
/// What its methods share:
/// - `project`: id of the project; by default the token's, or the client's.
/// - `environment`: slug of the environment; by default the client's, or the one the token is for.
/// - `path`: folder, such as `/backend`; by default `/`, or the one path the token is for.
/// - `type`: shared by default. There is no falling back from one to the other.
/// - `timeout`: how long this call may take, if less than the client's deadline.
public struct Secrets: Sendable {
    let native: NativeClient

    /// Reads and decrypts one secret, and checks that it is the one asked for.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` for an unknown secret or environment;
    ///   ``InfisicalError/decryptionFailed(_:)`` names the field that did not verify.
    public func get(
        _ name: String,
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        type: SecretType = .shared,
        timeout: Duration? = nil
    ) async throws -> Secret {
        let place = place(project, environment, path, type)
        return try await perform {
            try Secret(
                await native.getSecret(name: name, place: place, timeout: timeout?.inSeconds))
        }
    }

    /// Reads and decrypts every secret of a place. A secret that does not decrypt is reported in
    /// ``SecretList/failures`` and hides no other.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` for an unknown environment.
    public func list(
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        type: SecretType = .shared,
        timeout: Duration? = nil
    ) async throws -> SecretList {
        let place = place(project, environment, path, type)
        return try await perform {
            try SecretList(await native.listSecrets(place: place, timeout: timeout?.inSeconds))
        }
    }

    /// Encrypts and stores a new secret. The name may be any text without white space around it.
    ///
    /// - Parameter comment: A comment for people; none by default. Encrypted like the value.
    /// - Throws: ``InfisicalError/conflict(_:)`` if the name is taken;
    ///   ``InfisicalError/payloadTooLarge(_:)`` for values over about 76,000 bytes (May 2023) or
    ///   785,000 bytes (2024).
    public func create(
        _ name: String,
        value: String,
        comment: String? = nil,
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        type: SecretType = .shared,
        timeout: Duration? = nil
    ) async throws -> Secret {
        let place = place(project, environment, path, type)
        return try await perform {
            try Secret(
                await native.createSecret(
                    name: name, value: value, comment: comment, place: place,
                    timeout: timeout?.inSeconds))
        }
    }

    /// Encrypts and stores a new value or comment of a secret.
    ///
    /// - Parameters:
    ///   - value: The new value; unchanged by default.
    ///   - comment: The new comment; unchanged by default. 2024 servers take a comment only together
    ///     with the value, so the value is read first and a change to it in that moment is undone.
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no such secret.
    public func update(
        _ name: String,
        value: String? = nil,
        comment: String? = nil,
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        type: SecretType = .shared,
        timeout: Duration? = nil
    ) async throws -> Secret {
        let place = place(project, environment, path, type)
        return try await perform {
            try Secret(
                await native.updateSecret(
                    name: name, value: value, comment: comment, place: place,
                    timeout: timeout?.inSeconds))
        }
    }

    /// Deletes a secret. Deleting a shared one deletes every user's personal override of it.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no such secret.
    public func delete(
        _ name: String,
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        type: SecretType = .shared,
        timeout: Duration? = nil
    ) async throws {
        let place = place(project, environment, path, type)
        try await perform {
            try await native.deleteSecret(name: name, place: place, timeout: timeout?.inSeconds)
        }
    }

    /// Puts tags on a shared secret in place of those it has. 2024 servers take tags only together with
    /// the value, so the value is read first and a change to it in that moment is undone.
    ///
    /// - Parameter tags: Their slugs; an empty list takes all off.
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no such secret, or no such tag in the
    ///   project; ``InfisicalError/permissionDenied(_:)`` for service tokens and API keys, which cannot
    ///   look tags up.
    public func setTags(
        _ name: String,
        tags: [String],
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        timeout: Duration? = nil
    ) async throws -> Secret {
        let location = NativeLocation(project: project, environment: environment, path: path)
        return try await perform {
            try Secret(
                await native.setSecretTags(
                    name: name, tags: tags, location: location, timeout: timeout?.inSeconds))
        }
    }

    /// Moves shared secrets to another environment, another folder, or both, with their comments and
    /// tags. They get new ids there, and count their versions from the beginning. Personal overrides do
    /// not move: they go with the secret they override.
    ///
    /// June 2024 servers do it at once, for projects whose key they made. Elsewhere, and for service
    /// tokens, it is done here, one secret after the other: each is stored at the destination, read back
    /// and compared, and only then deleted at the source. If that is interrupted, no secret is lost, and
    /// the same call again finishes it.
    ///
    /// - Parameters:
    ///   - toEnvironment: Slug of the environment to move to; the source's by default.
    ///   - toPath: Folder to move to, which must exist; the source's by default.
    ///   - overwrite: Whether to replace other values of that name at the destination;
    ///     not by default.
    ///   - environment: Slug of the environment to move from.
    ///   - path: Folder to move from.
    /// - Throws: ``InfisicalError/conflict(_:)`` if the destination has a secret of that name with
    ///   another value or comment, and `overwrite` is not set: then nothing is moved.
    ///   ``InfisicalError/notFound(_:)`` if a secret is in neither place, or a place does not exist;
    ///   ``InfisicalError/invalidInput(_:)`` if no secret is named, or source and destination are the
    ///   same.
    public func move(
        _ names: [String],
        toEnvironment: String? = nil,
        toPath: String? = nil,
        overwrite: Bool = false,
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        timeout: Duration? = nil
    ) async throws -> MoveResult {
        let to = NativeDestination(
            environment: toEnvironment, path: toPath, overwrite: overwrite)
        let location = NativeLocation(project: project, environment: environment, path: path)
        return try await perform {
            MoveResult(
                try await native.moveSecrets(
                    names: names, to: to, location: location, timeout: timeout?.inSeconds))
        }
    }

    private func place(
        _ project: String?, _ environment: String?, _ path: String?, _ type: SecretType
    ) -> NativePlace {
        NativePlace(project: project, environment: environment, path: path, kind: type.rawValue)
    }
}

/// What moving secrets did.
public struct MoveResult: Hashable, Sendable {
    /// Names of the secrets that were moved. Not among them is one that an earlier, interrupted call had
    /// moved.
    public let moved: [String]
    /// Whether the source was changed. On June 2024 servers it is not if a change there waits for
    /// somebody's approval.
    public let sourceUpdated: Bool
    /// Whether the destination was changed, likewise.
    public let destinationUpdated: Bool

    init(_ result: NativeMoveResult) {
        moved = result.moved
        sourceUpdated = result.sourceUpdated
        destinationUpdated = result.destinationUpdated
    }
}
