internal import InfisicalE2EENative

/// Machine identities, on servers of 2024 and later. A program becomes one with its client id and
/// client secret after four steps: `create`, `attachUniversalAuth`, `createClientSecret`,
/// `addToProject`. On today's servers a user can make the identity's access tokens instead:
/// `attachTokenAuth`, `createAccessToken`. These and all else about token auth are known from
/// source alone, and fail with ``InfisicalError/unsupportedByServer(_:)`` on servers before autumn
/// 2024.
///
/// Every call fails with ``InfisicalError/unsupportedByServer(_:)`` on May 2023 servers, and with
/// ``InfisicalError/permissionDenied(_:)`` for other credentials than a user's, or without the
/// role. `timeout` is the longest a call may take, if less than the client's deadline.
public struct Identities: Sendable {
    let native: NativeClient

    /// Makes an identity in an organization. Alone it can do nothing.
    ///
    /// - Parameter role: Its role in the organization: `admin`, `member` or `no-access`, which is
    ///   the default.
    /// - Throws: ``InfisicalError/invalidInput(_:)`` if the name is empty or the role unknown, or
    ///   the user belongs to several organizations and none is named.
    @discardableResult
    public func create(
        _ name: String,
        organization: String? = nil,
        role: String? = nil,
        timeout: Duration? = nil
    ) async throws -> Identity {
        try await perform {
            Identity(
                try await native.createIdentity(
                    name: name, organization: organization,
                    role: role, timeout: timeout?.inSeconds))
        }
    }

    /// Every identity of an organization.
    ///
    /// - Throws: ``InfisicalError/invalidInput(_:)`` if the user belongs to several organizations
    ///   and none is named.
    public func list(
        organization: String? = nil,
        timeout: Duration? = nil
    ) async throws -> [Identity] {
        try await perform {
            try await native.listIdentities(
                organization: organization,
                timeout: timeout?.inSeconds
            ).map { Identity($0) }
        }
    }

    /// Gives an identity another name, another role in its organization, or both.
    ///
    /// - Parameters:
    ///   - newName: The new name; unchanged by default.
    ///   - role: The new role in the organization; unchanged by default.
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is none of that id;
    ///   ``InfisicalError/invalidInput(_:)`` if nothing is to change, the name is empty or the
    ///   role unknown.
    @discardableResult
    public func update(
        _ id: String,
        newName: String? = nil,
        role: String? = nil,
        timeout: Duration? = nil
    ) async throws -> Identity {
        try await perform {
            Identity(
                try await native.updateIdentity(
                    id: id, newName: newName, role: role, timeout: timeout?.inSeconds))
        }
    }

    /// Deletes an identity. Its client secrets and access tokens stop working.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is none of that id.
    public func delete(_ id: String, timeout: Duration? = nil) async throws {
        try await perform {
            try await native.deleteIdentity(id: id, timeout: timeout?.inSeconds)
        }
    }

    /// Every project an identity works in. Known of today's servers only, from their source.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no identity of that id;
    ///   ``InfisicalError/unsupportedByServer(_:)`` on servers before autumn 2024.
    public func projects(
        _ id: String,
        timeout: Duration? = nil
    ) async throws -> [IdentityProject] {
        try await perform {
            try await native.listIdentityProjects(id: id, timeout: timeout?.inSeconds)
                .map { IdentityProject($0) }
        }
    }

    /// Lets an identity into a project.
    ///
    /// - Parameter role: `admin`, `member`, `viewer`, `no-access` or a role that the project
    ///   defines.
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no such identity or project;
    ///   ``InfisicalError/conflict(_:)`` if it is in the project already;
    ///   ``InfisicalError/invalidInput(_:)`` if the role is unknown.
    public func addToProject(
        _ id: String,
        as role: String,
        project: String? = nil,
        timeout: Duration? = nil
    ) async throws {
        try await perform {
            try await native.addIdentityToProject(
                id: id, role: role, project: project,
                timeout: timeout?.inSeconds)
        }
    }

    /// The identities that work in a project.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no such project or the user is not a
    ///   member.
    public func listInProject(
        project: String? = nil,
        timeout: Duration? = nil
    ) async throws -> [ProjectIdentity] {
        try await perform {
            try await native.listProjectIdentities(project: project, timeout: timeout?.inSeconds)
                .map { ProjectIdentity($0) }
        }
    }

    /// Gives an identity one role in a project in place of those it has.
    ///
    /// - Parameters:
    ///   - id: The identity's id.
    ///   - role: As for ``addToProject(_:as:project:timeout:)``.
    /// - Throws: ``InfisicalError/notFound(_:)`` if the project has no such identity;
    ///   ``InfisicalError/invalidInput(_:)`` if the role is unknown.
    public func setRoleInProject(
        _ id: String,
        to role: String,
        project: String? = nil,
        timeout: Duration? = nil
    ) async throws {
        try await perform {
            try await native.setIdentityRole(
                id: id, role: role, project: project, timeout: timeout?.inSeconds)
        }
    }

    /// Takes an identity out of a project. What it has read it may still know: change the values it
    /// knew.
    ///
    /// - Parameter id: The identity's id.
    /// - Throws: ``InfisicalError/notFound(_:)`` if the project has no such identity.
    public func removeFromProject(
        _ id: String,
        project: String? = nil,
        timeout: Duration? = nil
    ) async throws {
        try await perform {
            try await native.removeIdentityFromProject(
                id: id, project: project, timeout: timeout?.inSeconds)
        }
    }
}
