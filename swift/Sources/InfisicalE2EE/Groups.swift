internal import InfisicalE2EENative

/// Groups of users. Who is in a group has its roles in the projects it is in; such projects are
/// those whose keys the server has. Known of today's servers only, from their source.
///
/// Every call fails with ``InfisicalError/unsupportedByServer(_:)`` on servers before autumn 2024,
/// and with ``InfisicalError/permissionDenied(_:)`` for other credentials than a user's, or without
/// the role. A server that has no licence for groups refuses with
/// ``InfisicalError/invalidInput(_:)``. `timeout` is the longest a call may take, if less than the
/// client's deadline.
public struct Groups: Sendable {
    let native: NativeClient

    /// Every group of the organization the client acts in.
    ///
    /// - Throws: ``InfisicalError/invalidInput(_:)`` if the user belongs to several organizations
    ///   and none is named, or another one than the client acts in.
    public func list(
        organization: String? = nil,
        timeout: Duration? = nil
    ) async throws -> [Organization.Group] {
        try await perform {
            try await native.listGroups(organization: organization, timeout: timeout?.inSeconds)
                .map { Organization.Group($0) }
        }
    }

    /// One group, by id.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is none of that id.
    public func get(_ id: String, timeout: Duration? = nil) async throws -> Organization.Group {
        try await perform {
            Organization.Group(try await native.getGroup(id: id, timeout: timeout?.inSeconds))
        }
    }

    /// Makes a group in the organization the client acts in. It has no members.
    ///
    /// - Parameters:
    ///   - name: Its name, for people.
    ///   - slug: Its slug, of 5 to 36 lower-case letters, digits and hyphens; by default the server
    ///     makes one from the name.
    ///   - role: Its role in the organization: `admin`, `member`, `no-access`, which is the
    ///     default, or a role of the organization's own.
    /// - Throws: ``InfisicalError/conflict(_:)`` if there is a group of that name;
    ///   ``InfisicalError/invalidInput(_:)`` for an empty name, for a slug or role the server does
    ///   not take, and as for ``list(organization:timeout:)``.
    @discardableResult
    public func create(
        _ name: String,
        slug: String? = nil,
        role: String? = nil,
        organization: String? = nil,
        timeout: Duration? = nil
    ) async throws -> Organization.Group {
        try await perform {
            Organization.Group(
                try await native.createGroup(
                    name: name, slug: slug, role: role, organization: organization,
                    timeout: timeout?.inSeconds))
        }
    }

    /// Gives a group another name, slug, role in the organization, or several of them.
    ///
    /// - Parameters:
    ///   - newName: The new name; unchanged by default.
    ///   - newSlug: The new slug; unchanged by default.
    ///   - role: The new role in the organization; unchanged by default.
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is none of that id;
    ///   ``InfisicalError/conflict(_:)`` if there is a group of the new name;
    ///   ``InfisicalError/invalidInput(_:)`` if nothing is to change, for an empty name, or for a
    ///   slug or role the server does not take.
    @discardableResult
    public func update(
        _ id: String,
        newName: String? = nil,
        newSlug: String? = nil,
        role: String? = nil,
        timeout: Duration? = nil
    ) async throws -> Organization.Group {
        try await perform {
            Organization.Group(
                try await native.updateGroup(
                    id: id, newName: newName, newSlug: newSlug, role: role,
                    timeout: timeout?.inSeconds))
        }
    }

    /// Deletes a group. Its members lose what they had by it.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is none of that id.
    public func delete(_ id: String, timeout: Duration? = nil) async throws {
        try await perform {
            try await native.deleteGroup(id: id, timeout: timeout?.inSeconds)
        }
    }

    /// Everyone in a group.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no group of that id.
    public func members(_ id: String, timeout: Duration? = nil) async throws -> [GroupMember] {
        try await perform {
            try await native.listGroupMembers(id: id, timeout: timeout?.inSeconds)
                .map { GroupMember($0) }
        }
    }

    /// Adds a member of the organization to a group.
    ///
    /// - Parameters:
    ///   - id: The group's id.
    ///   - username: The user's name on the server, usually the e-mail address.
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no such group or user;
    ///   ``InfisicalError/conflict(_:)`` if they are in it already.
    @discardableResult
    public func addMember(
        _ id: String,
        username: String,
        timeout: Duration? = nil
    ) async throws -> GroupMember {
        try await perform {
            GroupMember(
                try await native.addGroupMember(
                    id: id, username: username, timeout: timeout?.inSeconds))
        }
    }

    /// Takes a user out of a group, with what they had by it. What they have read they may still
    /// know: change the values they knew.
    ///
    /// - Parameters:
    ///   - id: The group's id.
    ///   - username: The user's name on the server, usually the e-mail address.
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no such group, or no such user in it.
    public func removeMember(
        _ id: String,
        username: String,
        timeout: Duration? = nil
    ) async throws {
        try await perform {
            try await native.removeGroupMember(
                id: id, username: username, timeout: timeout?.inSeconds)
        }
    }

    /// The groups that are in a project.
    ///
    /// - Parameter project: Id of the project; the client's by default.
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no such project or the user is not a
    ///   member.
    public func listInProject(
        project: String? = nil,
        timeout: Duration? = nil
    ) async throws -> [ProjectGroup] {
        try await perform {
            try await native.listProjectGroups(project: project, timeout: timeout?.inSeconds)
                .map { ProjectGroup($0) }
        }
    }

    /// Lets a group into a project.
    ///
    /// - Parameters:
    ///   - id: The group's id.
    ///   - role: `admin`, `member`, `viewer`, `no-access` or a role that the project defines.
    ///   - project: Id of the project; the client's by default.
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no such group or project;
    ///   ``InfisicalError/conflict(_:)`` if it is in the project already;
    ///   ``InfisicalError/invalidInput(_:)`` if the role is unknown;
    ///   ``InfisicalError/unsupportedByServer(_:)`` also for an end-to-end encrypted project.
    public func addToProject(
        _ id: String,
        as role: String,
        project: String? = nil,
        timeout: Duration? = nil
    ) async throws {
        try await perform {
            try await native.addGroupToProject(
                id: id, role: role, project: project, timeout: timeout?.inSeconds)
        }
    }

    /// Gives a group one role in a project in place of those it has.
    ///
    /// - Parameters:
    ///   - id: The group's id.
    ///   - role: As for ``addToProject(_:as:project:timeout:)``.
    ///   - project: Id of the project; the client's by default.
    /// - Throws: ``InfisicalError/notFound(_:)`` if the project has no such group;
    ///   ``InfisicalError/invalidInput(_:)`` if the role is unknown.
    public func setRoleInProject(
        _ id: String,
        to role: String,
        project: String? = nil,
        timeout: Duration? = nil
    ) async throws {
        try await perform {
            try await native.setGroupRole(
                id: id, role: role, project: project, timeout: timeout?.inSeconds)
        }
    }

    /// Takes a group out of a project. What its members have read they may still know: change the
    /// values they knew.
    ///
    /// - Parameters:
    ///   - id: The group's id.
    ///   - project: Id of the project; the client's by default.
    /// - Throws: ``InfisicalError/notFound(_:)`` if the project has no such group.
    public func removeFromProject(
        _ id: String,
        project: String? = nil,
        timeout: Duration? = nil
    ) async throws {
        try await perform {
            try await native.removeGroupFromProject(
                id: id, project: project, timeout: timeout?.inSeconds)
        }
    }
}
