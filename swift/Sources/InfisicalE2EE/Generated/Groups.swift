// Operations of one resource. Written by `make generate` from `bindings/surface` and core's
// documentation. Do not edit.
internal import InfisicalE2EENative

/// Groups of users, on servers since autumn 2024.
///
/// Users in a group have the group's roles in the projects that the group is in. Such projects are
/// those whose keys the server has.
///
/// Every method fails with ``InfisicalError/unsupportedByServer(_:)`` on servers before autumn
/// 2024. It fails with ``InfisicalError/permissionDenied(_:)`` for an API key, for the credential
/// of a program, or if the user's role does not allow it. A malformed id fails with
/// ``InfisicalError/invalidInput(_:)``.
///
/// A server without a license for groups rejects changes with
/// ``InfisicalError/unsupportedByServer(_:)`` and says so.
///
/// The routes are known from public source alone.
///
/// Protocol: `/api/v1/groups`, in projects `/api/v2/workspace/{id}/groups`.
public struct Groups: Sendable {
    let native: NativeClient

    /// Lists every group of the organization that the client acts in.
    ///
    /// - Parameters:
    ///   - organization: Id of the organization; by default the client's, or the only one that the
    ///     user belongs to.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/invalidInput(_:)`` if the client has no organization and the user does
    ///     not belong to exactly one, if `organization` is not the one that the client acts in, or
    ///     if the client's session acts in another one.
    public func list(
        organization: String? = nil,
        timeout: Duration? = nil
    ) async throws -> [Organization.Group] {
        try await perform {
            let answer = try await native.listGroups(
                organization: organization, timeout: timeout?.inSeconds)
            return answer.map(Organization.Group.init)
        }
    }

    /// Returns one group by its id.
    ///
    /// - Parameters:
    ///   - id: The group's id.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no group of that id.
    public func get(_ id: String, timeout: Duration? = nil) async throws -> Organization.Group {
        try await perform {
            let answer = try await native.getGroup(id: id, timeout: timeout?.inSeconds)
            return Organization.Group(answer)
        }
    }

    /// Creates a group in the organization that the client acts in. The group has no members at
    /// first.
    ///
    /// - Parameters:
    ///   - name: The group's name, for people, of at most 50 characters.
    ///   - slug: Slug of the group, of 5 to 36 lower-case letters, digits and hyphens; by default
    ///     the server derives it from the name.
    ///   - role: Role of the group in the organization: `admin`, `member`, `no-access` or a role
    ///     that the organization defines; `no-access` by default.
    ///   - organization: Id of the organization; by default the client's, or the only one that the
    ///     user belongs to.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/conflict(_:)`` if the organization has a group of that name.
    ///   - ``InfisicalError/invalidInput(_:)`` if the name is blank or too long, if the server does
    ///     not accept the slug or the role, if the client has no organization and the user does not
    ///     belong to exactly one, if `organization` is not the one that the client acts in, or if
    ///     the client's session acts in another one, where the group then exists.
    @discardableResult
    public func create(
        _ name: String,
        slug: String? = nil,
        role: String? = nil,
        organization: String? = nil,
        timeout: Duration? = nil
    ) async throws -> Organization.Group {
        try await perform {
            let answer = try await native.createGroup(
                name: name, slug: slug, role: role, organization: organization,
                timeout: timeout?.inSeconds)
            return Organization.Group(answer)
        }
    }

    /// Changes the name, the slug or the role of a group in its organization. What is not given
    /// stays as it is.
    ///
    /// - Parameters:
    ///   - id: The group's id.
    ///   - newName: New name of the group; unchanged by default.
    ///   - newSlug: New slug of the group, of 5 to 36 lower-case letters, digits and hyphens;
    ///     unchanged by default.
    ///   - role: New role of the group in the organization: `admin`, `member`, `no-access` or a
    ///     role that the organization defines; unchanged by default.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no group of that id.
    ///   - ``InfisicalError/conflict(_:)`` if the organization has a group of the new name.
    ///   - ``InfisicalError/invalidInput(_:)`` if no change is given, if the new name is blank or
    ///     too long, or if the server does not accept the slug or the role.
    @discardableResult
    public func update(
        _ id: String,
        newName: String? = nil,
        newSlug: String? = nil,
        role: String? = nil,
        timeout: Duration? = nil
    ) async throws -> Organization.Group {
        try await perform {
            let answer = try await native.updateGroup(
                id: id, newName: newName, newSlug: newSlug, role: role, timeout: timeout?.inSeconds)
            return Organization.Group(answer)
        }
    }

    /// Deletes a group. Its members lose the access that they had through it.
    ///
    /// - Parameters:
    ///   - id: The group's id.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no group of that id.
    public func delete(_ id: String, timeout: Duration? = nil) async throws {
        try await perform {
            try await native.deleteGroup(id: id, timeout: timeout?.inSeconds)
        }
    }

    /// Lists the users in a group.
    ///
    /// - Parameters:
    ///   - id: The group's id.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no group of that id.
    public func members(_ id: String, timeout: Duration? = nil) async throws -> [GroupMember] {
        try await perform {
            let answer = try await native.listGroupMembers(id: id, timeout: timeout?.inSeconds)
            return answer.map(GroupMember.init)
        }
    }

    /// Adds a member of the organization to a group.
    ///
    /// - Parameters:
    ///   - id: The group's id.
    ///   - username: The user's name on the server, usually the e-mail address.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such group, or if the organization has no
    ///     member of that name.
    ///   - ``InfisicalError/conflict(_:)`` if the user is in the group already.
    ///   - ``InfisicalError/invalidInput(_:)`` if the username is empty, `.` or `..`, or longer
    ///     than 100 UTF-16 units.
    @discardableResult
    public func addMember(
        _ id: String,
        username: String,
        timeout: Duration? = nil
    ) async throws -> GroupMember {
        try await perform {
            let answer = try await native.addGroupMember(
                id: id, username: username, timeout: timeout?.inSeconds)
            return GroupMember(answer)
        }
    }

    /// Removes a user from a group, with the access that the user had through it.
    ///
    /// The user may still know what they have read: change the values that they knew.
    ///
    /// - Parameters:
    ///   - id: The group's id.
    ///   - username: The user's name on the server, as in ``GroupMember/username``; usually the
    ///     e-mail address.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such group, or if the user is not in it.
    ///   - ``InfisicalError/invalidInput(_:)`` if the username is empty, `.` or `..`, or longer
    ///     than 100 UTF-16 units.
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

    /// Lists the groups in a project, with their roles there.
    ///
    /// - Parameters:
    ///   - project: Id or slug of the project; the client's by default.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such project or the user is not a member
    ///     of it.
    ///   - ``InfisicalError/invalidInput(_:)`` if neither the call nor the client names a project.
    public func listInProject(
        project: String? = nil,
        timeout: Duration? = nil
    ) async throws -> [ProjectGroup] {
        try await perform {
            let answer = try await native.listProjectGroups(
                project: project, timeout: timeout?.inSeconds)
            return answer.map(ProjectGroup.init)
        }
    }

    /// Adds a group to a project. Every user in the group has the role there.
    ///
    /// Servers add no group to an end-to-end encrypted project, because nobody can give its key to
    /// a group. Invite the group's members to such a project with
    /// ``Members/invite(_:project:expectFingerprint:timeout:)``.
    ///
    /// - Parameters:
    ///   - id: The group's id.
    ///   - role: The group's role in the project: `admin`, `member`, `viewer`, `no-access` or the
    ///     slug of a role that the project defines, see ``Roles/list(project:timeout:)``.
    ///   - project: Id or slug of the project; the client's by default.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such group or project, or if the user is
    ///     not a member of the project.
    ///   - ``InfisicalError/conflict(_:)`` if the group is in the project already.
    ///   - ``InfisicalError/invalidInput(_:)`` if the role is blank or unknown, or if neither the
    ///     call nor the client names a project.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` if the project is end-to-end encrypted.
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

    /// Gives a group one role in a project, in place of all roles that it has there.
    ///
    /// - Parameters:
    ///   - id: The group's id, not the membership's.
    ///   - role: The group's new role in the project: `admin`, `member`, `viewer`, `no-access` or
    ///     the slug of a role that the project defines, see ``Roles/list(project:timeout:)``.
    ///   - project: Id or slug of the project; the client's by default.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such project, if the user is not a member
    ///     of it, or if the group is not in it.
    ///   - ``InfisicalError/invalidInput(_:)`` if the role is blank or unknown, or if neither the
    ///     call nor the client names a project.
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

    /// Removes a group from a project. It stays in the organization and in other projects.
    ///
    /// Its members may still know what they have read: change the values that they knew.
    ///
    /// - Parameters:
    ///   - id: The group's id, not the membership's.
    ///   - project: Id or slug of the project; the client's by default.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such project, if the user is not a member
    ///     of it, or if the group is not in it.
    ///   - ``InfisicalError/invalidInput(_:)`` if neither the call nor the client names a project.
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
