import InfisicalE2EE

// The operations on who may read secrets.

func members(
    _ operation: String, _ members: Members, _ args: inout Arguments
) async throws -> JSON {
    switch operation {
    case "list":
        let project = try args.text("project")
        try args.done()
        return .array(try await members.list(project: project).map(\.json))
    case "invite":
        let email = try args.required("email")
        let project = try args.text("project")
        let expectFingerprint = try args.text("expect_fingerprint")
        try args.done()
        return try await members.invite(
            email, project: project,
            expectFingerprint:
                expectFingerprint
        ).json
    case "set_role":
        let memberID = try args.required("member_id")
        let role = try args.required("role")
        let project = try args.text("project")
        try args.done()
        return try await members.setRole(memberID, role: role, project: project).json
    case "deny":
        let memberID = try args.required("member_id")
        let denied = try args.requiredList("denied").map(deniedPermission)
        let project = try args.text("project")
        try args.done()
        return try await members.deny(denied, to: memberID, project: project).json
    case "remove":
        let memberID = try args.required("member_id")
        let project = try args.text("project")
        try args.done()
        return try await members.remove(memberID, project: project).json
    case "share_key":
        let memberID = try args.required("member_id")
        let project = try args.text("project")
        let expectFingerprint = try args.text("expect_fingerprint")
        try args.done()
        return try await members.shareKey(
            memberID, project: project,
            expectFingerprint:
                expectFingerprint
        ).json
    default: throw noOperation("members.\(operation)")
    }
}

private func deniedPermission(_ value: JSON) throws -> DeniedPermission {
    var args = try Arguments(value)
    let denied = DeniedPermission(
        environment: try args.required("environment"),
        permission: try caseNamed(args.required("permission")))
    try args.done()
    return denied
}

func roles(_ operation: String, _ roles: Roles, _ args: inout Arguments) async throws -> JSON {
    let project = try args.text("project")
    switch operation {
    case "list":
        try args.done()
        return .array(try await roles.list(project: project).map { try $0.json })
    case "get":
        let slug = try args.required("slug")
        try args.done()
        return try await roles.get(slug, project: project).json
    case "create":
        let (slug, name) = (try args.required("slug"), try args.required("name"))
        let description = try args.text("description")
        let permissions = try args.list("permissions")?.map(rolePermission) ?? []
        try args.done()
        return try await roles.create(
            slug, name: name, description: description, permissions: permissions, project: project
        ).json
    case "update":
        let slug = try args.required("slug")
        let (newSlug, newName) = (try args.text("new_slug"), try args.text("new_name"))
        let description = try args.text("description")
        let permissions = try args.list("permissions")?.map(rolePermission)
        try args.done()
        return try await roles.update(
            slug, newSlug: newSlug, newName: newName, description: description,
            permissions: permissions, project: project
        ).json
    case "delete":
        let slug = try args.required("slug")
        try args.done()
        try await roles.delete(slug, project: project)
        return .null
    default: throw noOperation("roles.\(operation)")
    }
}

private func rolePermission(_ value: JSON) throws -> RolePermission {
    var args = try Arguments(value)
    let permission = RolePermission(
        subject: try args.required("subject"), actions: try args.texts("actions"),
        conditions: args.json("conditions")?.text, inverted: try args.flag("inverted"))
    try args.done()
    return permission
}

func groups(_ operation: String, _ groups: Groups, _ args: inout Arguments) async throws -> JSON {
    switch operation {
    case "list":
        let organization = try args.text("organization")
        try args.done()
        return .array(try await groups.list(organization: organization).map(\.json))
    case "get":
        let id = try args.required("id")
        try args.done()
        return try await groups.get(id).json
    case "create":
        let name = try args.required("name")
        let (slug, role) = (try args.text("slug"), try args.text("role"))
        let organization = try args.text("organization")
        try args.done()
        return try await groups.create(name, slug: slug, role: role, organization: organization)
            .json
    case "update":
        let id = try args.required("id")
        let (newName, newSlug) = (try args.text("new_name"), try args.text("new_slug"))
        let role = try args.text("role")
        try args.done()
        return try await groups.update(id, newName: newName, newSlug: newSlug, role: role).json
    case "delete":
        let id = try args.required("id")
        try args.done()
        try await groups.delete(id)
        return .null
    case "members":
        let id = try args.required("id")
        try args.done()
        return .array(try await groups.members(id).map(\.json))
    case "add_member":
        let (id, username) = (try args.required("id"), try args.required("username"))
        try args.done()
        return try await groups.addMember(id, username: username).json
    case "remove_member":
        let (id, username) = (try args.required("id"), try args.required("username"))
        try args.done()
        try await groups.removeMember(id, username: username)
        return .null
    case "list_in_project":
        let project = try args.text("project")
        try args.done()
        return .array(try await groups.listInProject(project: project).map(\.json))
    case "add_to_project":
        let (id, role) = (try args.required("id"), try args.required("role"))
        let project = try args.text("project")
        try args.done()
        try await groups.addToProject(id, as: role, project: project)
        return .null
    case "set_role_in_project":
        let (id, role) = (try args.required("id"), try args.required("role"))
        let project = try args.text("project")
        try args.done()
        try await groups.setRoleInProject(id, to: role, project: project)
        return .null
    case "remove_from_project":
        let id = try args.required("id")
        let project = try args.text("project")
        try args.done()
        try await groups.removeFromProject(id, project: project)
        return .null
    default: throw noOperation("groups.\(operation)")
    }
}
