// Operations of one resource. Written by `make generate` from `bindings/surface` and core's
// documentation. Do not edit.
internal import InfisicalE2EENative

/// Environments of a project.
///
/// Every method fails with ``InfisicalError/permissionDenied(_:)`` for a service token, a service
/// account or a machine identity, and with ``InfisicalError/invalidInput(_:)`` if neither the call
/// nor the client has a project, or if its id cannot be an id on this server.
///
/// Protocol: `/api/v1/workspace/{id}/environments`, on May 2023 servers
/// `/api/v2/workspace/{id}/environments`.
public struct Environments: Sendable {
    let native: NativeClient

    /// Lists the environments of a project, in the server's order. The list includes environments
    /// whose secrets are denied to the user.
    ///
    /// - Parameters:
    ///   - project: Id or slug of the project; the client's by default.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such project or the user is not a member.
    public func list(
        project: String? = nil,
        timeout: Duration? = nil
    ) async throws -> [Project.Environment] {
        try await perform {
            let answer = try await native.listEnvironments(
                project: project, timeout: timeout?.inSeconds)
            return answer.map(Project.Environment.init)
        }
    }

    /// Adds an environment to a project.
    ///
    /// - Parameters:
    ///   - name: The name, for people.
    ///   - slug: The slug, by which calls name the environment: lower case, and on servers of 2024
    ///     and later only letters, digits and single hyphens.
    ///   - project: Id or slug of the project; the client's by default.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/invalidInput(_:)`` if the name is blank or has white space around it,
    ///     or if the server would store the slug as another one or reject it.
    ///   - ``InfisicalError/conflict(_:)`` if the slug is taken, on May 2023 servers also if the
    ///     name is.
    ///   - ``InfisicalError/notFound(_:)`` if there is no such project or the user is not a member.
    ///   - ``InfisicalError/permissionDenied(_:)`` for an API key, or if the user's role in the
    ///     project does not allow it.
    @discardableResult
    public func create(
        _ name: String,
        slug: String,
        project: String? = nil,
        timeout: Duration? = nil
    ) async throws -> Project.Environment {
        try await perform {
            let answer = try await native.createEnvironment(
                name: name, slug: slug, project: project, timeout: timeout?.inSeconds)
            return Project.Environment(answer)
        }
    }

    /// Changes the name of an environment, its slug, or both. Its secrets stay. Service tokens for
    /// it follow the new slug on most servers.
    ///
    /// - Parameters:
    ///   - slug: The current slug.
    ///   - newName: New name; unchanged by default.
    ///   - newSlug: New slug: lower case, and on servers of 2024 and later only letters, digits and
    ///     single hyphens; unchanged by default.
    ///   - project: Id or slug of the project; the client's by default.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if the project has no such environment, or if there is
    ///     no such project or the user is not a member.
    ///   - ``InfisicalError/conflict(_:)`` if the new slug is taken, on May 2023 servers also if
    ///     the new name is.
    ///   - ``InfisicalError/invalidInput(_:)`` if neither a name nor a slug is given, if the new
    ///     name is blank or has white space around it, or if the server would store the new slug as
    ///     another one or reject it.
    ///   - ``InfisicalError/permissionDenied(_:)`` for an API key, or if the user's role in the
    ///     project does not allow it.
    @discardableResult
    public func update(
        _ slug: String,
        newName: String? = nil,
        newSlug: String? = nil,
        project: String? = nil,
        timeout: Duration? = nil
    ) async throws -> Project.Environment {
        try await perform {
            let answer = try await native.updateEnvironment(
                slug: slug, newName: newName, newSlug: newSlug, project: project,
                timeout: timeout?.inSeconds)
            return Project.Environment(answer)
        }
    }

    /// Deletes an environment with all secrets in it.
    ///
    /// - Parameters:
    ///   - slug: Slug of the environment.
    ///   - project: Id or slug of the project; the client's by default.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if the project has no such environment, or if there is
    ///     no such project or the user is not a member.
    ///   - ``InfisicalError/permissionDenied(_:)`` for an API key, or if the user's role in the
    ///     project does not allow it.
    public func delete(
        _ slug: String,
        project: String? = nil,
        timeout: Duration? = nil
    ) async throws {
        try await perform {
            try await native.deleteEnvironment(
                slug: slug, project: project, timeout: timeout?.inSeconds)
        }
    }
}
