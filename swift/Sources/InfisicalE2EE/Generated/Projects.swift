// Operations of one resource. Written by `make generate` from `bindings/surface` and core's
// documentation. Do not edit.
internal import InfisicalE2EENative

/// Projects and their keys.
///
/// Methods name a project by its id, or on servers since June 2024 by its slug. A client looks up a
/// slug once. The server says which project has the slug; only an id names a project whatever the
/// server says. A service token, since October 2024, knows the slug of its own project; a slug
/// fails with ``InfisicalError/permissionDenied(_:)`` for other tokens, an API key, a service
/// account, and a machine identity before October 2024. February 2024 servers cannot look up slugs:
/// they fail with ``InfisicalError/unsupportedByServer(_:)``. A text that cannot be either fails
/// with ``InfisicalError/invalidInput(_:)``.
///
/// Protocol: `/api/v1/workspace` and `/api/v2/workspace`, for blind indices
/// `/api/v3/workspaces/{id}/secrets`, for the server's key `/api/v1/bot`.
public struct Projects: Sendable {
    let native: NativeClient

    /// Creates a project and its key. The client generates the key and seals it to the user. On
    /// servers since June 2024 the server generates the key, and the client opens and checks it. On
    /// servers since October 2024 only the server has the key.
    ///
    /// Servers before June 2024 need two steps. An interruption between them leaves a project
    /// without a key and with nothing in it. A call with the same name then finishes that project
    /// and does not create a second one; so after an interruption, call again. Do not create two
    /// projects of one name at the same moment.
    ///
    /// - Parameters:
    ///   - name: The project's name.
    ///   - product: What the project is for, on today's servers: `secret-manager`, the default,
    ///     `kms` for keys that the server holds, or another product, which only the web interface
    ///     manages.
    ///   - organization: Id of the organization; by default the client's, or the only one that the
    ///     user belongs to.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/invalidInput(_:)`` if the name is blank, or if the user does not belong
    ///     to exactly one organization and neither the call nor the client names one.
    ///   - ``InfisicalError/permissionDenied(_:)`` if the credential is not a user's.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` on servers since June 2024, which make the
    ///     keys of new projects, if the client requires end-to-end encryption (`requireE2EE`); for
    ///     a product on servers before 2026.
    ///   - ``InfisicalError/integrityViolation(_:)`` if the server created the project for another
    ///     product.
    ///   - ``InfisicalError/keyUnavailable(_:)`` if the credential opens no private key of the
    ///     user, except where only the server has the key.
    @discardableResult
    public func create(
        _ name: String,
        product: String? = nil,
        organization: String? = nil,
        timeout: Duration? = nil
    ) async throws -> Project {
        try await perform {
            let answer = try await native.createProject(
                name: name, product: product, organization: organization,
                timeout: timeout?.inSeconds)
            return Project(answer)
        }
    }

    /// Lists every project that the user is a member of.
    ///
    /// - Parameter timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/permissionDenied(_:)`` if the credential is a service token, or a
    ///     machine identity on servers before October 2024.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` if the server logs users in only with the
    ///     password itself and `sendPassword` does not allow it.
    public func list(timeout: Duration? = nil) async throws -> [Project] {
        try await perform {
            let answer = try await native.listProjects(timeout: timeout?.inSeconds)
            return answer.map(Project.init)
        }
    }

    /// Returns one project, by its id or slug.
    ///
    /// - Parameters:
    ///   - id: The project's id or slug.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such project or the user is not a member.
    ///   - ``InfisicalError/permissionDenied(_:)`` if the credential is not a user's.
    public func get(_ id: String, timeout: Duration? = nil) async throws -> Project {
        try await perform {
            let answer = try await native.getProject(id: id, timeout: timeout?.inSeconds)
            return Project(answer)
        }
    }

    /// Returns one project, by its slug, even if the slug has the form of an id.
    ///
    /// - Parameters:
    ///   - slug: The project's slug, as in ``Project/slug``.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no project of that slug or the user is not a
    ///     member.
    ///   - ``InfisicalError/permissionDenied(_:)`` if the credential is an API key or not a user's.
    ///   - ``InfisicalError/invalidInput(_:)`` if the slug is empty, `.` or `..`, or longer than
    ///     100 characters.
    ///   - ``InfisicalError/integrityViolation(_:)`` if the server answers with another project.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` on servers before June 2024.
    public func getBySlug(_ slug: String, timeout: Duration? = nil) async throws -> Project {
        try await perform {
            let answer = try await native.getProjectBySlug(slug: slug, timeout: timeout?.inSeconds)
            return Project(answer)
        }
    }

    /// Opens the key of a project and keeps it, as the first use of its secrets does. So a program
    /// learns early whether its credential can decrypt.
    ///
    /// The result has the fingerprint of the public key of the user who sealed this copy:
    /// ``OpenedKey/sealedBy``. That user sees the same with
    /// ``Members/fingerprint(memberID:project:timeout:)``, unless the server lies.
    ///
    /// - Parameters:
    ///   - id: The project's id or slug.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such project or the user is not a member.
    ///   - ``InfisicalError/keyUnavailable(_:)`` if nobody has shared the key with the user or
    ///     service account yet, if the credential opens no private key, or if only the server has
    ///     the key.
    ///   - ``InfisicalError/decryptionFailed(_:)`` if the user's copy of the key was changed, or if
    ///     the last part of a service token, its key, is wrong.
    ///   - ``InfisicalError/integrityViolation(_:)`` if the public key that the server holds for
    ///     the user does not belong to the user's private key, if the server gives another project
    ///     key than before, or if the client requires a trusted sealer and another public key
    ///     sealed the copy, or if a server since June 2024 has a copy of the key and the client
    ///     requires end-to-end encryption.
    ///   - ``InfisicalError/permissionDenied(_:)`` for a service token of another project.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` for a service account, on servers since 2024.
    @discardableResult
    public func openKey(_ id: String, timeout: Duration? = nil) async throws -> OpenedKey {
        try await perform {
            let answer = try await native.openProjectKey(id: id, timeout: timeout?.inSeconds)
            return OpenedKey(answer)
        }
    }

    /// Renames a project. Its slug stays the same.
    ///
    /// - Parameters:
    ///   - id: The project's id or slug.
    ///   - name: The new name.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/invalidInput(_:)`` if the name is blank.
    ///   - ``InfisicalError/notFound(_:)`` if there is no such project or the user is not a member.
    ///   - ``InfisicalError/permissionDenied(_:)`` if the user's role does not allow it, or if the
    ///     credential is not a user's.
    @discardableResult
    public func rename(
        _ id: String,
        to name: String,
        timeout: Duration? = nil
    ) async throws -> Project {
        try await perform {
            let answer = try await native.renameProject(
                id: id, name: name, timeout: timeout?.inSeconds)
            return Project(answer)
        }
    }

    /// Deletes a project with every secret in it. This cannot be undone.
    ///
    /// - Parameters:
    ///   - id: The project's id or slug.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such project, also because it was deleted
    ///     before, or if the user is not a member.
    ///   - ``InfisicalError/permissionDenied(_:)`` if the user is not an administrator of the
    ///     project, or if the credential is not a user's.
    public func delete(_ id: String, timeout: Duration? = nil) async throws {
        try await perform {
            try await native.deleteProject(id: id, timeout: timeout?.inSeconds)
        }
    }

    /// Sets whether the server's own pages write names of secrets in capitals. Names that this
    /// library stores stay as given.
    ///
    /// - Parameters:
    ///   - id: The project's id or slug.
    ///   - enabled: Whether the pages write names in capitals.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such project or the user is not a member.
    ///   - ``InfisicalError/permissionDenied(_:)`` if the user's role does not allow it, or if the
    ///     credential is not a user's.
    @discardableResult
    public func setAutoCapitalization(
        _ id: String,
        enabled: Bool,
        timeout: Duration? = nil
    ) async throws -> Project {
        try await perform {
            let answer = try await native.setAutoCapitalization(
                id: id, enabled: enabled, timeout: timeout?.inSeconds)
            return Project(answer)
        }
    }

    /// Sets how many versions of each secret and folder the server keeps.
    ///
    /// Servers support this since June 2024. The server deletes older versions permanently.
    ///
    /// - Parameters:
    ///   - id: The project's id or slug.
    ///   - limit: The number of versions to keep, from 1 to 100.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/invalidInput(_:)`` if the limit is not from 1 to 100.
    ///   - ``InfisicalError/notFound(_:)`` if there is no such project or the user is not a member.
    ///   - ``InfisicalError/permissionDenied(_:)`` if the user is not an administrator of the
    ///     project, or if the credential is an API key or not a user's.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` on servers before June 2024.
    @discardableResult
    public func setVersionLimit(
        _ id: String,
        to limit: Int,
        timeout: Duration? = nil
    ) async throws -> Project {
        try await perform {
            let answer = try await native.setVersionLimit(
                id: id, limit: Int64(limit), timeout: timeout?.inSeconds)
            return Project(answer)
        }
    }

    /// Removes the user from a project, on servers since June 2024. The client forgets the
    /// project's key. To come back, the user has to be invited again.
    ///
    /// Today's servers let the only administrator leave, too. Then no member can manage the
    /// project: make another member an administrator first.
    ///
    /// - Parameters:
    ///   - id: The project's id or slug.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such project or the user is not a member.
    ///   - ``InfisicalError/permissionDenied(_:)`` if the user is the only administrator of the
    ///     project, on servers of 2024, or if the credential is an API key or not a user's.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` on servers before June 2024, or for a project
    ///     that was created before June 2024, as every end-to-end encrypted project was: an
    ///     administrator of the project can remove the member.
    public func leave(_ id: String, timeout: Duration? = nil) async throws {
        try await perform {
            try await native.leaveProject(id: id, timeout: timeout?.inSeconds)
        }
    }

    /// Gives the server the key of a project, which ends the project's end-to-end encryption.
    ///
    /// With the key, the server can read every secret that the project has, had or will have.
    ///
    /// The server's integrations need it and, since June 2023, its plaintext routes. Nothing
    /// happens if the server has the key already, as for every project created since June 2024.
    ///
    /// - Parameters:
    ///   - id: The project's id or slug.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such project or the user is not a member.
    ///   - ``InfisicalError/permissionDenied(_:)`` if the user's role does not allow it, or if the
    ///     credential is not a user's.
    ///   - ``InfisicalError/keyUnavailable(_:)`` if the user has no key of the project to share, or
    ///     if the credential opens no private key.
    ///   - ``InfisicalError/decryptionFailed(_:)`` if the user's copy of the key was changed.
    ///   - ``InfisicalError/integrityViolation(_:)`` if the server's public key is not safe to seal
    ///     to, or if the server may have replaced the project key (see `trustedSealers`): then
    ///     nothing is given.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` on today's servers, for a project whose key
    ///     only the server has.
    public func shareKeyWithServer(_ id: String, timeout: Duration? = nil) async throws {
        try await perform {
            try await native.shareKeyWithServer(id: id, timeout: timeout?.inSeconds)
        }
    }

    /// Asks the server to delete its copy of the project key. The server may have kept the key and
    /// everything that it read; only a new project with new values is out of its reach again.
    ///
    /// Nothing happens if the server has no copy. If it had one, this client's `endToEndEncrypted`
    /// stays false.
    ///
    /// - Parameters:
    ///   - id: The project's id or slug.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such project or the user is not a member.
    ///   - ``InfisicalError/permissionDenied(_:)`` if the user's role does not allow it, or if the
    ///     credential is not a user's.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` if the server generated the key itself, as
    ///     for every project created since June 2024.
    public func stopSharingKeyWithServer(_ id: String, timeout: Duration? = nil) async throws {
        try await perform {
            try await native.stopSharingKeyWithServer(id: id, timeout: timeout?.inSeconds)
        }
    }

    /// Upgrades a project to one whose key the server has (servers since October 2024). This ends
    /// its end-to-end encryption permanently.
    ///
    /// The server decrypts every secret of the project and stores it again, also the personal ones
    /// of its members, and from then on reads and writes plaintext. Members no longer need its key,
    /// and machine identities can use it. There is no way back.
    ///
    /// The server demands the private key of the user for it. It can then decrypt every other
    /// project key that was ever sealed to the user. The call waits until the server has finished.
    ///
    /// - Parameters:
    ///   - id: The project's id or slug.
    ///   - sendPrivateKey: Whether the private key of the user may be sent to the server, which
    ///     demands it; `false` by default. Without it, the call fails.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/invalidInput(_:)`` unless `sendPrivateKey` is set: nothing is sent.
    ///   - ``InfisicalError/notFound(_:)`` if there is no such project or the user is not a member.
    ///   - ``InfisicalError/permissionDenied(_:)`` if the user is not an administrator of the
    ///     project, or if the credential is not a user's.
    ///   - ``InfisicalError/keyUnavailable(_:)`` if the credential opens no private key, or if the
    ///     user has no key of the project.
    ///   - ``InfisicalError/decryptionFailed(_:)`` if the user's copy of the key was changed.
    ///   - ``InfisicalError/serverError(_:)`` if the server could not upgrade the project, which
    ///     stays as it was.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` on servers before October 2024, and for a
    ///     project that is upgraded already.
    public func upgrade(
        _ id: String,
        sendPrivateKey: Bool = false,
        timeout: Duration? = nil
    ) async throws {
        try await perform {
            try await native.upgradeProject(
                id: id, sendPrivateKey: sendPrivateKey, timeout: timeout?.inSeconds)
        }
    }

    /// Returns whether the server says that it has a copy of the project key. The result is `true`
    /// for every project created since June 2024.
    ///
    /// - Parameters:
    ///   - id: The project's id or slug.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such project or the user is not a member.
    ///   - ``InfisicalError/permissionDenied(_:)`` if the user's role does not allow it, or if the
    ///     credential is not a user's.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` on today's servers, for a project whose key
    ///     only the server has.
    public func isKeySharedWithServer(_ id: String, timeout: Duration? = nil) async throws -> Bool {
        try await perform {
            try await native.isKeySharedWithServer(id: id, timeout: timeout?.inSeconds)
        }
    }

    /// Returns whether every secret of the project can be found by name. The result is `false` if
    /// some secrets were stored before spring 2023, or by a program that does not tell the server
    /// their names.
    ///
    /// - Parameters:
    ///   - id: The project's id or slug.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such project or the user is not a member.
    ///   - ``InfisicalError/permissionDenied(_:)`` if the user is not an administrator of the
    ///     project, on May 2023 servers, or if the credential is not a user's.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` on today's servers, which have no blind
    ///     indices any more.
    public func blindIndexStatus(_ id: String, timeout: Duration? = nil) async throws -> Bool {
        try await perform {
            try await native.blindIndexStatus(id: id, timeout: timeout?.inSeconds)
        }
    }

    /// Enables finding every secret of an old project by name. The client decrypts the names and
    /// sends them to the server, which stores a keyed hash of each. The server sees the names
    /// meanwhile, as it does whenever a secret is read by name.
    ///
    /// After an interruption, call it again to finish. Secrets whose name does not decrypt or is
    /// empty get no index: ``BlindIndexReport/failures``.
    ///
    /// - Parameters:
    ///   - id: The project's id or slug.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such project or the user is not a member.
    ///   - ``InfisicalError/permissionDenied(_:)`` if the user is not an administrator of the
    ///     project, or if the credential is not a user's.
    ///   - ``InfisicalError/keyUnavailable(_:)`` if the user has no key of the project, or if the
    ///     credential opens no private key.
    ///   - ``InfisicalError/decryptionFailed(_:)`` if the user's copy of the key was changed.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` on today's servers, which have no blind
    ///     indices any more.
    @discardableResult
    public func enableBlindIndices(
        _ id: String,
        timeout: Duration? = nil
    ) async throws -> BlindIndexReport {
        try await perform {
            let answer = try await native.enableBlindIndices(id: id, timeout: timeout?.inSeconds)
            return BlindIndexReport(answer)
        }
    }

    /// Replaces the key of a project, for example after a member was removed.
    ///
    /// It encrypts every secret under a new key, and seals that key to the remaining members. Run
    /// again after an interruption, it finishes. Let one administrator rotate at a time.
    ///
    /// First the call checks everything, and changes nothing if it finds a reason to stop: every
    /// secret of every environment and folder must decrypt, and every public key must be safe. Then
    /// it encrypts the secrets, with the user's own personal ones, reads them again until none is
    /// under the old key, gives the members their copies, and the user's own copy last. At the end
    /// it reads all secrets once more.
    ///
    /// Service tokens contain the old key, and the result names them: create new ones, and delete
    /// these. Programs that run keep the old key and may write with it: stop them before, and start
    /// them again afterwards. Until the end, other members cannot read the secrets that are done.
    ///
    /// Some things stay under the old key and become unreadable: other members' personal secrets,
    /// which their owners must write again, earlier versions of secrets, snapshots, and open
    /// requests for approval. People who had the old key still know what it opened: change the
    /// values too. The result has this as a warning to show to the user.
    ///
    /// - Parameters:
    ///   - id: The project's id or slug.
    ///   - dryRun: Whether only to report what would change; `false` by default.
    ///   - shareWithServer: Whether to give the new key to the server, if it has a copy of the
    ///     present one; `false` by default. Without it, the call fails for such a project and
    ///     changes nothing.
    ///   - expectFingerprints: Fingerprints of the public keys of the other members, learned from
    ///     their owners and not from the server, each in any form of a `Fingerprint`. If a member
    ///     has any other key, the call fails and nothing is changed. Not checked by default: then
    ///     the server decides who gets the new key.
    ///   - onProgress: Function to call before the first request and after each one, with how many
    ///     secrets are done and of how many; none by default. It must not block. The call waits for
    ///     it, on a thread of the library that other calls need too: it must not block.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such project or the user is not a member.
    ///   - ``InfisicalError/permissionDenied(_:)`` if the user is not an administrator of the
    ///     project, if the project has approval policies, which would hold back the changes, or if
    ///     the credential is an API key or not a user's.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` on May 2023 servers, and for a project whose
    ///     key the server created, as on servers since June 2024.
    ///   - ``InfisicalError/decryptionFailed(_:)`` if a secret does not decrypt, or if the user's
    ///     copy of the key was changed: then nothing is changed.
    ///   - ``InfisicalError/conflict(_:)`` if two secrets of a folder have the same name, if
    ///     secrets lack a blind index, or if the server has a copy of the key and `shareWithServer`
    ///     is not set: then nothing is changed. Also if somebody writes secrets meanwhile.
    ///   - ``InfisicalError/integrityViolation(_:)`` if a member's public key is not safe or not
    ///     expected, or if the server may have replaced the project key (see `trustedSealers`).
    ///   - ``InfisicalError/keyUnavailable(_:)`` if the user has no key of the project, or if the
    ///     credential opens no private key.
    ///   - ``InfisicalError/invalidInput(_:)`` if a fingerprint is in no form of a fingerprint.
    public func rotateKey(
        _ id: String,
        dryRun: Bool = false,
        shareWithServer: Bool = false,
        expectFingerprints: [String]? = nil,
        onProgress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil,
        timeout: Duration? = nil
    ) async throws -> KeyRotation {
        try await perform {
            let answer = try await native.rotateProjectKey(
                id: id, dryRun: dryRun, shareWithServer: shareWithServer,
                expectFingerprints: expectFingerprints, onProgress: onProgress.map(Progress.init),
                timeout: timeout?.inSeconds)
            return try KeyRotation(answer)
        }
    }
}
