internal import InfisicalE2EENative

/// Something a role allows, or forbids. Subjects and actions go by the server's own names. Where
/// several are about the same action, the last one decides.
public struct RolePermission: Hashable, Sendable {
    /// What it is about, such as `secrets` or `environments`.
    public let subject: String
    /// What may be done, such as `read`, `create`, `edit` or `delete`.
    public let actions: [String]
    /// In which cases, as a JSON object such as `{"environment": "dev"}`; `nil` for all.
    public let conditions: String?
    /// Whether it forbids instead.
    public let inverted: Bool

    /// Allows actions in all cases, unless told otherwise.
    public init(
        subject: String, actions: [String], conditions: String? = nil, inverted: Bool = false
    ) {
        self.subject = subject
        self.actions = actions
        self.conditions = conditions
        self.inverted = inverted
    }

    init(_ native: NativeRolePermission) {
        subject = native.subject
        actions = native.actions
        conditions = native.conditions
        inverted = native.inverted
    }

    var native: NativeRolePermission {
        NativeRolePermission(
            subject: subject, actions: actions, conditions: conditions, inverted: inverted)
    }
}

/// A role that a project defines.
public struct Role: Identifiable, Hashable, Sendable {
    /// The role's id.
    public let id: String
    /// Its slug, by which it is given.
    public let slug: String
    /// Its name, for people.
    public let name: String
    /// What it is for, for people; empty if nobody said.
    public let description: String
    /// What it allows, with what the server adds of itself; empty in lists, where servers do not
    /// tell.
    public let permissions: [RolePermission]

    init(_ native: NativeRole) {
        id = native.id
        slug = native.slug
        name = native.name
        description = native.description
        permissions = native.permissions.map { RolePermission($0) }
    }
}

/// Roles that a project defines. Known of today's servers only, from their source.
///
/// Members, machine identities and groups are given a role by its slug. Every call fails with
/// ``InfisicalError/unsupportedByServer(_:)`` on servers before autumn 2024, and with
/// ``InfisicalError/permissionDenied(_:)`` for other credentials than a user's, or without the
/// role. A server that has no licence for them refuses new roles with
/// ``InfisicalError/invalidInput(_:)``.
///
/// What its methods share:
/// - `project`: id of the project; the client's by default.
/// - `timeout`: how long this call may take, if less than the client's deadline.
public struct Roles: Sendable {
    let native: NativeClient

    /// Every role that a project defines, without what it allows: ``get(_:project:timeout:)`` tells
    /// that. `admin`, `member`, `viewer` and `no-access`, which every project has, are left out.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no such project or the user is not a
    ///   member.
    public func list(project: String? = nil, timeout: Duration? = nil) async throws -> [Role] {
        try await perform {
            try await native.listRoles(project: project, timeout: timeout?.inSeconds)
                .map { Role($0) }
        }
    }

    /// One role, by its slug, with what it allows.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if the project defines no such role.
    public func get(
        _ slug: String,
        project: String? = nil,
        timeout: Duration? = nil
    ) async throws -> Role {
        try await perform {
            Role(
                try await native.getRole(slug: slug, project: project, timeout: timeout?.inSeconds))
        }
    }

    /// Defines a role.
    ///
    /// - Parameters:
    ///   - slug: What it is given by: lower case, with single hyphens.
    ///   - name: Its name, for people.
    ///   - description: What it is for, for people; nothing by default.
    ///   - permissions: What it allows; nothing by default.
    /// - Throws: ``InfisicalError/conflict(_:)`` if the slug is taken;
    ///   ``InfisicalError/invalidInput(_:)`` for an empty name, a slug that every project has or
    ///   the server does not take, a permission it does not know, or conditions that are no JSON
    ///   object.
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
            Role(
                try await native.createRole(
                    role: role, project: project, timeout: timeout?.inSeconds))
        }
    }

    /// Changes a role, named by its slug. Whoever has it keeps it.
    ///
    /// - Parameters:
    ///   - newSlug: The new slug; unchanged by default.
    ///   - newName: The new name; unchanged by default.
    ///   - description: What it is for, for people; unchanged by default.
    ///   - permissions: What it allows, in place of all it did; unchanged by default.
    /// - Throws: ``InfisicalError/notFound(_:)`` if the project defines no such role;
    ///   ``InfisicalError/conflict(_:)`` if the new slug is taken;
    ///   ``InfisicalError/invalidInput(_:)`` if nothing is to change, or as for
    ///   ``create(_:name:description:permissions:project:timeout:)``.
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
            Role(
                try await native.updateRole(
                    slug: slug, change: change, project: project, timeout: timeout?.inSeconds))
        }
    }

    /// Deletes a role, named by its slug, which nobody has any more.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if the project defines no such role;
    ///   ``InfisicalError/invalidInput(_:)`` while somebody has it.
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
