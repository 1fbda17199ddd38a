internal import InfisicalE2EENative

/// A project: secrets in environments, under one key.
public struct Project: Identifiable, Hashable, Sendable {
    /// An environment of a project.
    public struct Environment: Hashable, Sendable {
        /// Its id; `nil` on May 2023 servers, and where an API key asks.
        public let id: String?
        /// Its name.
        public let name: String
        /// What calls know it by.
        public let slug: String

        init(_ environment: NativeEnvironment) {
            id = environment.id
            name = environment.name
            slug = environment.slug
        }
    }

    /// The project's id.
    public let id: String
    /// Its name.
    public let name: String
    /// Its slug, on servers that have them.
    public let slug: String?
    /// The organization it belongs to, where the server tells.
    public let organizationID: String?
    /// Its environments.
    public let environments: [Environment]

    init(_ project: NativeProject) {
        id = project.id
        name = project.name
        slug = project.slug
        organizationID = project.organizationId
        environments = project.environments.map { Environment($0) }
    }
}

/// A project key that could be opened.
public struct OpenedKey: Hashable, Sendable {
    /// The project it is of.
    public let projectID: String
    /// Fingerprint of the public key of the user who sealed this copy: SHA-256, in hexadecimal. `nil`
    /// for a service token, whose copy nobody seals.
    public let sealedBy: String?
}

/// Projects and their keys.
public struct Projects: Sendable {
    let native: NativeClient

    /// Makes a project with a key of its own, made here and sealed for the user.
    ///
    /// - Parameter organization: Id of the organization it is for; by default the client's, or the
    ///   user's only one.
    /// - Throws: ``InfisicalError/invalidInput(_:)`` if the user has several organizations and none is
    ///   named.
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
    public func openKey(_ id: String, timeout: Duration? = nil) async throws -> OpenedKey {
        try await perform {
            let key = try await native.openProjectKey(id: id, timeout: timeout?.inSeconds)
            return OpenedKey(projectID: key.projectId, sealedBy: key.sealedBy)
        }
    }
}
