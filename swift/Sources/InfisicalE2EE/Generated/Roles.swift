// Operations of one resource. Written by `make generate` from `bindings/surface` and core's
// documentation. Do not edit.
internal import InfisicalE2EENative

/// Roles that a project defines, on servers since autumn 2024.
///
/// Members, machine identities and groups are given a role by its slug: see
/// ``Members/setRole(_:role:project:timeout:)``, ``Identities/addToProject(_:as:project:timeout:)``
/// and ``Groups/addToProject(_:as:project:timeout:)``.
///
/// Every method fails with ``InfisicalError/unsupportedByServer(_:)`` on older servers. It fails
/// with ``InfisicalError/permissionDenied(_:)`` if the credential is an API key or not a user's, or
/// if the user's role does not allow it. It fails with ``InfisicalError/invalidInput(_:)`` if
/// neither the call nor the client names a project, or for a slug that is empty, `.`, `..` or
/// longer than 100 UTF-16 units.
///
/// A server whose license does not include roles of projects rejects new roles with
/// ``InfisicalError/invalidInput(_:)``; the message says so. The routes are known from public
/// source alone.
///
/// Protocol: `/api/v1/workspace/{slug}/roles`.
public struct Roles: Sendable {
    let native: NativeClient

    /// Lists every role that a project defines, without what it allows.
    /// ``Roles/get(_:project:timeout:)`` returns that. The roles that every project has, `admin`,
    /// `member`, `viewer` and `no-access`, are left out.
    ///
    /// - Parameters:
    ///   - project: Id or slug of the project; the client's by default.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such project or the user is not a member.
    public func list(project: String? = nil, timeout: Duration? = nil) async throws -> [Role] {
        try await perform {
            let answer = try await native.listRoles(project: project, timeout: timeout?.inSeconds)
            return answer.map(Role.init)
        }
    }

    /// Returns one role, by its slug, with what it allows.
    ///
    /// - Parameters:
    ///   - slug: The role's slug.
    ///   - project: Id or slug of the project; the client's by default.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if the project defines no such role, or if there is no
    ///     such project or the user is not a member.
    public func get(
        _ slug: String,
        project: String? = nil,
        timeout: Duration? = nil
    ) async throws -> Role {
        try await perform {
            let answer = try await native.getRole(
                slug: slug, project: project, timeout: timeout?.inSeconds)
            return Role(answer)
        }
    }

    /// Defines a role. It allows nothing unless `permissions` are given.
    ///
    /// - Parameters:
    ///   - slug: The slug by which the role is given, of lower-case letters and digits with single
    ///     hyphens between them.
    ///   - name: The role's name, for people.
    ///   - description: A description for people; empty by default.
    ///   - permissions: What the role allows, by the server's own names: a subject such as
    ///     `secrets`, `secret-folders`, `environments` or `member`, with actions such as `read`,
    ///     `create`, `edit` and `delete`. A permission can have conditions, a JSON object such as
    ///     `{"environment": "dev"}`, and can forbid instead of allow. If several are about the same
    ///     action, the last one decides. Nothing by default.
    ///   - project: Id or slug of the project; the client's by default.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/conflict(_:)`` if the slug is taken.
    ///   - ``InfisicalError/invalidInput(_:)`` if the name is blank, if every project has a role of
    ///     that slug or the server does not accept it, if a permission has no subject, no action or
    ///     one that the server does not know, or if conditions are not a JSON object.
    ///   - ``InfisicalError/notFound(_:)`` if there is no such project or the user is not a member.
    ///   - ``InfisicalError/permissionDenied(_:)`` if the role would allow more than the user may
    ///     do.
    @discardableResult
    public func create(
        _ slug: String,
        name: String,
        description: String? = nil,
        permissions: [RolePermission] = [],
        project: String? = nil,
        timeout: Duration? = nil
    ) async throws -> Role {
        let role = NativeNewRole(
            slug: slug, name: name, description: description,
            permissions: permissions.map(\.native))
        return try await perform {
            let answer = try await native.createRole(
                role: role, project: project, timeout: timeout?.inSeconds)
            return Role(answer)
        }
    }

    /// Changes a role. Members, machine identities and groups that have the role keep it.
    ///
    /// - Parameters:
    ///   - slug: The slug that the role has.
    ///   - newSlug: New slug, of lower-case letters and digits with single hyphens between them;
    ///     unchanged by default.
    ///   - newName: New name, for people; unchanged by default.
    ///   - description: A description for people; unchanged by default.
    ///   - permissions: What the role allows, in place of everything that it allowed before;
    ///     unchanged by default. Subjects such as `secrets`, `secret-folders`, `environments` or
    ///     `member` and actions such as `read`, `create`, `edit` and `delete` are the server's own
    ///     names. A permission can have conditions, a JSON object such as `{"environment": "dev"}`,
    ///     and can forbid instead of allow. If several are about the same action, the last one
    ///     decides.
    ///   - project: Id or slug of the project; the client's by default.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if the project defines no such role, or if there is no
    ///     such project or the user is not a member.
    ///   - ``InfisicalError/conflict(_:)`` if the new slug is taken.
    ///   - ``InfisicalError/invalidInput(_:)`` if nothing to change is given, if the new name is
    ///     blank, if every project has a role of the new slug or the server does not accept it, if
    ///     a permission has no subject, no action or one that the server does not know, or if
    ///     conditions are not a JSON object.
    ///   - ``InfisicalError/permissionDenied(_:)`` if the role would allow more than the user may
    ///     do.
    @discardableResult
    public func update(
        _ slug: String,
        newSlug: String? = nil,
        newName: String? = nil,
        description: String? = nil,
        permissions: [RolePermission]? = nil,
        project: String? = nil,
        timeout: Duration? = nil
    ) async throws -> Role {
        let change = NativeRoleChange(
            newSlug: newSlug, newName: newName, description: description,
            permissions: permissions?.map(\.native))
        return try await perform {
            let answer = try await native.updateRole(
                slug: slug, change: change, project: project, timeout: timeout?.inSeconds)
            return Role(answer)
        }
    }

    /// Deletes a role that no member has.
    ///
    /// - Parameters:
    ///   - slug: The role's slug.
    ///   - project: Id or slug of the project; the client's by default.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if the project defines no such role, or if there is no
    ///     such project or the user is not a member.
    ///   - ``InfisicalError/invalidInput(_:)`` while a member, a machine identity or a group has
    ///     the role.
    public func delete(
        _ slug: String,
        project: String? = nil,
        timeout: Duration? = nil
    ) async throws {
        try await perform {
            try await native.deleteRole(slug: slug, project: project, timeout: timeout?.inSeconds)
        }
    }
}
