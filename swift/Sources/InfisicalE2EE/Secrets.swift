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
    /// - Parameters:
    ///   - imports: Whether a secret the folder does not have itself is looked for in those it
    ///     imports; not by default. Needs a server of 2024 or later.
    ///   - expandReferences: Whether `${NAME}` in the value becomes the value of that secret, and on
    ///     servers since 2024 `${environment.folder.NAME}` that of a secret elsewhere; not by default.
    ///     The client does it. `${SELF}` in the value of `SELF` stays as written.
    ///   - unknownReferences: What to do with a reference to a secret that is missing, or that the
    ///     credential may not read: by default, the secret that contains it is refused. A circle
    ///     of references is always refused.
    ///   - nestedReferences: Where to look up a plain name in a value that was itself reached by a
    ///     reference: in the folder of that value by default.
    ///   - version: The number of an earlier version; the current one by default. Servers show
    ///     earlier versions only to users, those of 2024 not with API keys; today's show them to
    ///     machine identities too. May 2023 servers store no comments of versions.
    /// - Throws: ``InfisicalError/notFound(_:)`` for an unknown secret, version or environment;
    ///   ``InfisicalError/permissionDenied(_:)`` if the server shows no earlier version to this
    ///   credential;
    ///   ``InfisicalError/decryptionFailed(_:)`` names the field that did not verify;
    ///   ``InfisicalError/invalidInput(_:)`` for a reference that leads nowhere, or in a circle.
    public func get(
        _ name: String,
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        type: SecretType = .shared,
        imports: Bool = false,
        expandReferences: Bool = false,
        unknownReferences: UnknownReferences = .error,
        nestedReferences: NestedReferences = .ownFolder,
        version: Int? = nil,
        timeout: Duration? = nil
    ) async throws -> Secret {
        let place = place(project, environment, path, type)
        let options = NativeGetOptions(
            imports: imports, expandReferences: expandReferences,
            unknownReferences: unknownReferences.rawValue,
            nestedReferences: nestedReferences.rawValue, version: version.map(Int64.init))
        return try await perform {
            try Secret(
                await native.getSecret(
                    name: name, place: place, options: options, timeout: timeout?.inSeconds))
        }
    }

    /// Reads and decrypts every secret of a place. A secret that does not decrypt, or whose references
    /// lead nowhere, is reported in ``SecretList/failures`` and hides no other.
    ///
    /// - Parameters:
    ///   - overrides: Whether the user's personal secrets take the place of shared ones of the same
    ///     name; not by default.
    ///   - imports: Whether the secrets of imported folders are there too; not by default. A folder's
    ///     own win over imported ones, and later imports over earlier ones. Needs a server of 2024 or
    ///     later.
    ///   - expandReferences: Whether references in values become what they name, as in `get`; not by
    ///     default. The failure of a secret whose reference leads nowhere or in a circle has the field
    ///     `reference` and is an ``InfisicalError/invalidInput(_:)``; all others are an
    ///     ``InfisicalError/decryptionFailed(_:)``.
    ///   - unknownReferences: What to do with an unresolved reference, as in `get`.
    ///   - nestedReferences: Where to look up names in values of other folders, as in `get`.
    /// - Throws: ``InfisicalError/notFound(_:)`` for an unknown environment;
    ///   ``InfisicalError/invalidInput(_:)`` for personal secrets with overrides or imports;
    ///   ``InfisicalError/unsupportedByServer(_:)`` for imports on May 2023 servers.
    public func list(
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        type: SecretType = .shared,
        overrides: Bool = false,
        imports: Bool = false,
        expandReferences: Bool = false,
        unknownReferences: UnknownReferences = .error,
        nestedReferences: NestedReferences = .ownFolder,
        timeout: Duration? = nil
    ) async throws -> SecretList {
        let place = place(project, environment, path, type)
        let options = NativeListOptions(
            overrides: overrides, imports: imports, expandReferences: expandReferences,
            unknownReferences: unknownReferences.rawValue,
            nestedReferences: nestedReferences.rawValue)
        return try await perform {
            try SecretList(
                await native.listSecrets(
                    place: place, options: options, timeout: timeout?.inSeconds))
        }
    }

    /// Encrypts and stores a new secret. The name may be any text without white space around it, on
    /// servers since 2024 of at most 100 UTF-16 units.
    ///
    /// - Parameter comment: A comment for people; none by default. Encrypted like the value.
    /// - Throws: ``InfisicalError/conflict(_:)`` if the name is taken;
    ///   ``InfisicalError/payloadTooLarge(_:)`` for values over about 76,000 bytes (May 2023) or
    ///   785,000 bytes (2024).
    @discardableResult
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

    /// Encrypts and stores a new value, comment or name of a secret, or several of them.
    ///
    /// - Parameters:
    ///   - value: The new value; unchanged by default.
    ///   - comment: The new comment; unchanged by default. 2024 servers take a comment only together
    ///     with the value, so the value is read first and a change to it in that moment is undone.
    ///   - newName: The new name of a shared secret; unchanged by default. Personal secrets that
    ///     override it keep the old name, and so stop doing so; references to it do not follow.
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no such secret;
    ///   ``InfisicalError/conflict(_:)`` if another has the new name;
    ///   ``InfisicalError/invalidInput(_:)`` if nothing is to change, or for a new name of a personal
    ///   secret; ``InfisicalError/unsupportedByServer(_:)`` for a new name on May 2023 servers, unless a
    ///   user gives it, or for a new comment or name by a machine identity on 2024 servers.
    @discardableResult
    public func update(
        _ name: String,
        value: String? = nil,
        comment: String? = nil,
        newName: String? = nil,
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
                    name: name, value: value, comment: comment, newName: newName, place: place,
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
    @discardableResult
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
    /// The client moves one secret at a time: it stores the secret at the destination, reads it
    /// back, compares it, and only then deletes it at the source. If interrupted, no secret is
    /// lost: repeat the call to finish.
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

    /// Gives many shared secrets their values: makes those that are not there, changes those that are
    /// otherwise, and leaves the others alone. What one secret is refused for is in its item, and so is
    /// the request where a policy asks for approval. Run again after an interruption, it finishes.
    ///
    /// - Parameters:
    ///   - dryRun: Whether only to say what would change; not by default.
    ///   - onProgress: Is told after each request how many secrets are done, and of how many. The call
    ///     waits for it, on a thread of the library's that other calls need too: it must not block.
    /// - Returns: An item for each secret, in that order. ``BulkResult/checkComplete()`` throws if one
    ///   was not done.
    /// - Throws: ``InfisicalError/invalidInput(_:)`` for a name given twice or one that cannot be, and
    ///   ``InfisicalError/decryptionFailed(_:)`` if a secret that does not decrypt may be one of them:
    ///   then nothing is changed. Any other error would stop every secret, and says how many were done.
    public func setMany(
        _ values: [NewValue],
        dryRun: Bool = false,
        onProgress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil,
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        timeout: Duration? = nil
    ) async throws -> BulkResult {
        let location = NativeLocation(project: project, environment: environment, path: path)
        let values = values.map {
            NativeNewValue(name: $0.name, value: $0.value, comment: $0.comment)
        }
        return try await perform {
            try BulkResult(
                await native.setManySecrets(
                    values: values, dryRun: dryRun, onProgress: onProgress.map(Progress.init),
                    location: location, timeout: timeout?.inSeconds))
        }
    }

    /// Gives many shared secrets their values, by name, and leaves their comments alone. Otherwise as
    /// with a list of ``NewValue``; the items come in the order of the names.
    public func setMany(
        _ values: [String: String],
        dryRun: Bool = false,
        onProgress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil,
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        timeout: Duration? = nil
    ) async throws -> BulkResult {
        try await setMany(
            values.sorted { $0.key < $1.key }.map { NewValue($0.key, value: $0.value) },
            dryRun: dryRun, onProgress: onProgress, project: project, environment: environment,
            path: path, timeout: timeout)
    }

    /// Deletes many shared secrets, with every user's personal overrides of them. One that is not there
    /// is no error. Run again after an interruption, it finishes.
    ///
    /// - Parameters:
    ///   - dryRun: Whether only to say what would change; not by default.
    ///   - onProgress: As in `setMany`: it must not block.
    /// - Returns: As `setMany`.
    /// - Throws: As `setMany`.
    public func deleteMany(
        _ names: [String],
        dryRun: Bool = false,
        onProgress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil,
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        timeout: Duration? = nil
    ) async throws -> BulkResult {
        let location = NativeLocation(project: project, environment: environment, path: path)
        return try await perform {
            try BulkResult(
                await native.deleteManySecrets(
                    names: names, dryRun: dryRun, onProgress: onProgress.map(Progress.init),
                    location: location, timeout: timeout?.inSeconds))
        }
    }

    /// As `create`, for projects that may have a policy of approval. The request for approval is
    /// then the answer, and no error.
    ///
    /// - Parameter comment: A comment for people; none by default.
    /// - Throws: ``InfisicalError/conflict(_:)`` if the name is taken.
    public func proposeCreate(
        _ name: String,
        value: String,
        comment: String? = nil,
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        type: SecretType = .shared,
        timeout: Duration? = nil
    ) async throws -> SecretChange {
        let place = place(project, environment, path, type)
        return try await perform {
            try SecretChange(
                await native.proposeCreateSecret(
                    name: name, value: value, comment: comment, place: place,
                    timeout: timeout?.inSeconds))
        }
    }

    /// As `update`, for projects that may have a policy of approval. The request for approval is
    /// then the answer, and no error.
    ///
    /// - Parameters:
    ///   - value: The new value; unchanged by default.
    ///   - comment: The new comment; unchanged by default.
    ///   - newName: The new name of a shared secret; unchanged by default.
    /// - Throws: As `update`.
    public func proposeUpdate(
        _ name: String,
        value: String? = nil,
        comment: String? = nil,
        newName: String? = nil,
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        type: SecretType = .shared,
        timeout: Duration? = nil
    ) async throws -> SecretChange {
        let place = place(project, environment, path, type)
        return try await perform {
            try SecretChange(
                await native.proposeUpdateSecret(
                    name: name, value: value, comment: comment, newName: newName, place: place,
                    timeout: timeout?.inSeconds))
        }
    }

    /// As `delete`, for projects that may have a policy of approval. Gives the request for
    /// approval; `nil` if the secret was deleted.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no such secret.
    public func proposeDelete(
        _ name: String,
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        type: SecretType = .shared,
        timeout: Duration? = nil
    ) async throws -> Approval? {
        let place = place(project, environment, path, type)
        return try await perform {
            try await native.proposeDeleteSecret(
                name: name, place: place, timeout: timeout?.inSeconds
            ).map { Approval($0) }
        }
    }

    /// Every version of a secret, newest first, decrypted. One that does not decrypt is reported in
    /// `failures` and hides no other.
    ///
    /// May 2023 servers keep no comments in versions.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` for an unknown secret;
    ///   ``InfisicalError/permissionDenied(_:)`` for other credentials than a user's, and on
    ///   servers since 2024 for API keys;
    ///   ``InfisicalError/unsupportedByServer(_:)`` if the server decrypts the project's secrets
    ///   but, as those of 2024, not their versions.
    public func versions(
        _ name: String,
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        type: SecretType = .shared,
        timeout: Duration? = nil
    ) async throws -> SecretHistory {
        let place = place(project, environment, path, type)
        return try await perform {
            try SecretHistory(
                try await native.listSecretVersions(
                    name: name, place: place, timeout: timeout?.inSeconds))
        }
    }

    /// Gives a secret the value it had, as a new version. Its comment and tags stay as they are.
    /// Servers since 2024 know no rolling back: the value is read and written again, and a change
    /// in that moment is undone.
    ///
    /// - Parameter version: Its number, as a secret and its versions carry it.
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no such secret or version;
    ///   ``InfisicalError/integrityViolation(_:)`` if the secret was called otherwise then;
    ///   ``InfisicalError/permissionDenied(_:)`` if the server shows no earlier version to this
    ///   credential: see `get`.
    @discardableResult
    public func rollBack(
        _ name: String,
        to version: Int,
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        type: SecretType = .shared,
        timeout: Duration? = nil
    ) async throws -> Secret {
        let place = place(project, environment, path, type)
        return try await perform {
            try Secret(
                try await native.rollBackSecret(
                    name: name, version: Int64(version), place: place, timeout: timeout?.inSeconds))
        }
    }

    private func place(
        _ project: String?, _ environment: String?, _ path: String?, _ type: SecretType
    ) -> NativePlace {
        NativePlace(project: project, environment: environment, path: path, kind: type.rawValue)
    }
}
