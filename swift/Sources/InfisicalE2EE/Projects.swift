internal import InfisicalE2EENative

/// Projects and their keys.
public struct Projects: Sendable {
    let native: NativeClient

    /// Makes a project whose key is made here and sealed to the user. On servers since June 2024
    /// the server makes the key, and this opens and checks it.
    ///
    /// Servers before take two steps. A project of that name which was left between them, with no key
    /// and nothing in it, is finished instead of making another; so after an interruption call it
    /// again. Do not make two projects of one name at the same moment.
    ///
    /// - Parameter organization: Id of the organization it is for; by default the client's, or the
    ///   user's only one.
    /// - Throws: ``InfisicalError/invalidInput(_:)`` if the user belongs to several organizations and
    ///   none is named.
    @discardableResult
    public func create(
        _ name: String, organization: String? = nil, timeout: Duration? = nil
    ) async throws -> Project {
        try await perform {
            Project(
                try await native.createProject(
                    name: name, organization: organization, timeout: timeout?.inSeconds))
        }
    }

    /// Every project the user is a member of.
    ///
    /// - Throws: ``InfisicalError/permissionDenied(_:)`` for a service token.
    public func list(timeout: Duration? = nil) async throws -> [Project] {
        try await perform {
            try await native.listProjects(timeout: timeout?.inSeconds).map(Project.init)
        }
    }

    /// One project, by id.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is none or the user is not a member.
    public func get(_ id: String, timeout: Duration? = nil) async throws -> Project {
        try await perform {
            Project(try await native.getProject(id: id, timeout: timeout?.inSeconds))
        }
    }

    /// Opens the key of a project and keeps it, as the first use of its secrets would. Tells early
    /// whether this credential can decrypt.
    ///
    /// - Throws: ``InfisicalError/keyUnavailable(_:)`` if nobody has shared the key with the user yet,
    ///   or the credential opens no private key; ``InfisicalError/decryptionFailed(_:)`` if the copy
    ///   was changed.
    @discardableResult
    public func openKey(_ id: String, timeout: Duration? = nil) async throws -> OpenedKey {
        try await perform {
            OpenedKey(try await native.openProjectKey(id: id, timeout: timeout?.inSeconds))
        }
    }

    /// Gives a project another name; its slug stays.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is none or the user is not a member;
    ///   ``InfisicalError/permissionDenied(_:)`` if the user may not;
    ///   ``InfisicalError/invalidInput(_:)`` for a blank name.
    @discardableResult
    public func rename(
        _ id: String,
        to name: String,
        timeout: Duration? = nil
    ) async throws -> Project {
        try await perform {
            Project(try await native.renameProject(id: id, name: name, timeout: timeout?.inSeconds))
        }
    }

    /// Deletes a project with every secret in it. There is no way back.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is none or the user is not a member;
    ///   ``InfisicalError/permissionDenied(_:)`` if the user is no administrator of it.
    public func delete(_ id: String, timeout: Duration? = nil) async throws {
        try await perform {
            try await native.deleteProject(id: id, timeout: timeout?.inSeconds)
        }
    }

    /// Whether the server's own pages write names of secrets in capitals. Names stored by this
    /// library stay as given.
    ///
    /// - Throws: ``InfisicalError/permissionDenied(_:)`` if the user may not.
    @discardableResult
    public func setAutoCapitalization(
        _ id: String,
        enabled: Bool,
        timeout: Duration? = nil
    ) async throws -> Project {
        try await perform {
            Project(
                try await native.setAutoCapitalization(
                    id: id, enabled: enabled,
                    timeout: timeout?.inSeconds))
        }
    }

    /// How many versions of each secret and folder the server is to keep, on servers since June
    /// 2024. What is beyond that, it deletes for good.
    ///
    /// - Parameter limit: From 1 to 100.
    /// - Throws: ``InfisicalError/invalidInput(_:)`` for another limit;
    ///   ``InfisicalError/notFound(_:)`` if there is none or the user is not a member;
    ///   ``InfisicalError/permissionDenied(_:)`` if the user is no administrator of it, for
    ///   programs and for API keys; ``InfisicalError/unsupportedByServer(_:)`` on older servers.
    @discardableResult
    public func setVersionLimit(
        _ id: String,
        to limit: Int,
        timeout: Duration? = nil
    ) async throws -> Project {
        try await perform {
            Project(
                try await native.setVersionLimit(
                    id: id, limit: Int64(limit), timeout: timeout?.inSeconds))
        }
    }

    /// Takes the user out of a project, on servers since June 2024, and forgets its key. Whoever
    /// wants back in has to be invited.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is none or the user is not a member;
    ///   ``InfisicalError/permissionDenied(_:)`` for its only administrator, for programs and for
    ///   API keys; ``InfisicalError/unsupportedByServer(_:)`` on older servers, and for an
    ///   end-to-end encrypted project that was made on one: there an administrator removes the
    ///   member.
    public func leave(_ id: String, timeout: Duration? = nil) async throws {
        try await perform {
            try await native.leaveProject(id: id, timeout: timeout?.inSeconds)
        }
    }

    /// Gives the server the key, and with it every secret the project has, had or will have: that
    /// ends its end-to-end encryption. Nothing happens if the server has the key already, as of
    /// every project made since June 2024.
    ///
    /// - Throws: ``InfisicalError/keyUnavailable(_:)`` if the user has no key of the project;
    ///   ``InfisicalError/integrityViolation(_:)`` if the server's public key is unsafe. Then
    ///   nothing is given.
    public func shareKeyWithServer(_ id: String, timeout: Duration? = nil) async throws {
        try await perform {
            try await native.shareKeyWithServer(id: id, timeout: timeout?.inSeconds)
        }
    }

    /// Asks the server to delete its copy of the key. It may have kept the key and whatever it
    /// read. Nothing happens if it has none.
    ///
    /// - Throws: ``InfisicalError/unsupportedByServer(_:)`` if the server made the key.
    public func stopSharingKeyWithServer(_ id: String, timeout: Duration? = nil) async throws {
        try await perform {
            try await native.stopSharingKeyWithServer(id: id, timeout: timeout?.inSeconds)
        }
    }

    /// Whether the server says it has a copy of the key. Always true for projects made since June
    /// 2024.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is none or the user is not a member.
    public func isKeySharedWithServer(_ id: String, timeout: Duration? = nil) async throws -> Bool {
        try await perform {
            try await native.isKeySharedWithServer(id: id, timeout: timeout?.inSeconds)
        }
    }

    /// Whether every secret of the project can be found by name.
    ///
    /// - Throws: ``InfisicalError/permissionDenied(_:)`` if the user is no administrator of it.
    public func blindIndexStatus(_ id: String, timeout: Duration? = nil) async throws -> Bool {
        try await perform {
            try await native.blindIndexStatus(id: id, timeout: timeout?.inSeconds)
        }
    }

    /// Makes every secret of an old project be found by name: decrypts the names here and tells the
    /// server, which stores a keyed hash of each. May be repeated after an interruption.
    ///
    /// - Throws: ``InfisicalError/permissionDenied(_:)`` if the user is no administrator of it;
    ///   ``InfisicalError/keyUnavailable(_:)`` if the user has no key of the project.
    @discardableResult
    public func enableBlindIndices(
        _ id: String,
        timeout: Duration? = nil
    ) async throws -> BlindIndexReport {
        try await perform {
            BlindIndexReport(
                try await native.enableBlindIndices(
                    id: id,
                    timeout: timeout?.inSeconds))
        }
    }
}
