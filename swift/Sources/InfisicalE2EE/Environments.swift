internal import InfisicalE2EENative

/// Environments of a project.
///
/// What its methods share:
/// - `project`: id of the project; the client's by default.
/// - `timeout`: how long this call may take, if less than the client's deadline.
public struct Environments: Sendable {
    let native: NativeClient

    /// Every environment of a project, in the server's order.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no such project or the user is not a
    ///   member.
    public func list(
        project: String? = nil, timeout: Duration? = nil
    ) async throws -> [Project.Environment] {
        try await perform {
            try await native.listEnvironments(project: project, timeout: timeout?.inSeconds)
                .map { Project.Environment($0) }
        }
    }

    /// Adds an environment to a project.
    ///
    /// - Parameters:
    ///   - name: Its name, for people.
    ///   - slug: What calls name it by: lower case, and on 2024 servers letters, digits and single
    ///     hyphens.
    /// - Throws: ``InfisicalError/invalidInput(_:)`` for a slug the server would store as another or
    ///   refuse; ``InfisicalError/conflict(_:)`` if the slug is taken, on May 2023 servers also if the
    ///   name is.
    @discardableResult
    public func create(
        _ name: String, slug: String, project: String? = nil, timeout: Duration? = nil
    ) async throws -> Project.Environment {
        try await perform {
            Project.Environment(
                try await native.createEnvironment(
                    name: name, slug: slug, project: project, timeout: timeout?.inSeconds))
        }
    }

    /// Gives an environment another name, slug, or both. Its secrets stay, and service tokens for it
    /// follow the new slug on most servers.
    ///
    /// - Parameters:
    ///   - newName: The new name; unchanged by default.
    ///   - newSlug: The new slug; unchanged by default.
    /// - Throws: ``InfisicalError/notFound(_:)`` if the project has no such environment;
    ///   ``InfisicalError/conflict(_:)`` if the new slug is taken; ``InfisicalError/invalidInput(_:)``
    ///   if nothing is to change.
    @discardableResult
    public func update(
        _ slug: String,
        newName: String? = nil,
        newSlug: String? = nil,
        project: String? = nil,
        timeout: Duration? = nil
    ) async throws -> Project.Environment {
        try await perform {
            Project.Environment(
                try await native.updateEnvironment(
                    slug: slug, newName: newName, newSlug: newSlug, project: project,
                    timeout: timeout?.inSeconds))
        }
    }

    /// Deletes an environment with all secrets in it.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if the project has no such environment;
    ///   ``InfisicalError/permissionDenied(_:)`` for whom the project's roles do not let do it.
    public func delete(
        _ slug: String, project: String? = nil, timeout: Duration? = nil
    ) async throws {
        try await perform {
            try await native.deleteEnvironment(
                slug: slug, project: project, timeout: timeout?.inSeconds)
        }
    }
}
