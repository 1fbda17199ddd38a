import InfisicalE2EE

// The operations on accounts, organizations and what happened.

func organizations(
    _ operation: String, _ organizations: Organizations, _ args: inout Arguments
) async throws -> JSON {
    switch operation {
    case "list":
        try args.done()
        return .array(try await organizations.list().map(\.json))
    case "create":
        let name = try args.required("name")
        try args.done()
        return try await organizations.create(name).json
    case "rename":
        let id = try args.required("id")
        let name = try args.required("name")
        try args.done()
        return try await organizations.rename(id, to: name).json
    case "members":
        let organization = try args.text("organization")
        try args.done()
        return .array(try await organizations.members(organization: organization).map(\.json))
    case "set_role":
        let memberID = try args.required("member_id")
        let role = try args.required("role")
        let organization = try args.text("organization")
        try args.done()
        return try await organizations.setRole(memberID, role: role, organization: organization)
            .json
    case "remove_member":
        let memberID = try args.required("member_id")
        let organization = try args.text("organization")
        try args.done()
        return try await organizations.removeMember(memberID, organization: organization).json
    case "invite":
        let email = try args.required("email")
        let organization = try args.text("organization")
        try args.done()
        return try await organizations.invite(email, organization: organization).json
    case "incident_contacts":
        let organization = try args.text("organization")
        try args.done()
        return .array(
            try await organizations.incidentContacts(organization: organization).map(\.json))
    case "add_incident_contact":
        let email = try args.required("email")
        let organization = try args.text("organization")
        try args.done()
        return try await organizations.addIncidentContact(email, organization: organization).json
    case "remove_incident_contact":
        let email = try args.required("email")
        let organization = try args.text("organization")
        try args.done()
        try await organizations.removeIncidentContact(email, organization: organization)
        return .null
    case "projects":
        let organization = try args.text("organization")
        try args.done()
        return .array(try await organizations.projects(organization: organization).map(\.json))
    default: throw noOperation("organizations.\(operation)")
    }
}

func apiKeys(
    _ operation: String, _ apiKeys: ApiKeys, _ args: inout Arguments
) async throws -> JSON {
    switch operation {
    case "list":
        try args.done()
        return .array(try await apiKeys.list().map(\.json))
    case "create":
        let name = try args.required("name")
        let expiresIn = try args.seconds("expires_in") ?? .zero
        try args.done()
        return try await apiKeys.create(name, lasting: expiresIn).json
    case "delete":
        let id = try args.required("id")
        try args.done()
        try await apiKeys.delete(id)
        return .null
    default: throw noOperation("api_keys.\(operation)")
    }
}

func auditLogs(
    _ operation: String, _ auditLogs: AuditLogs, _ args: inout Arguments
) async throws -> JSON {
    switch operation {
    case "query":
        let project = try args.text("project")
        let events = try args.optionalTexts("events") ?? []
        let actor = try args.text("actor")
        let channel = try args.text("channel")
        let metadata = try args.textsByName("metadata")
        let start = try args.text("start")
        let end = try args.text("end")
        let cursor = try args.text("cursor")
        let limit = try args.number("limit").map { Int($0) }
        try args.done()
        return try await auditLogs.query(
            project: project, events: events, actor: actor, channel: channel, start: start,
            end: end, metadata: metadata, cursor: cursor, limit: limit
        ).json
    case "changes":
        let id = try args.required("id")
        let project = try args.text("project")
        try args.done()
        return .array(try await auditLogs.changes(id, project: project).map(\.json))
    case "actors":
        let project = try args.text("project")
        try args.done()
        return .array(try await auditLogs.actors(project: project).map(\.json))
    case "export":
        let project = try args.text("project")
        let events = try args.optionalTexts("events") ?? []
        let actor = try args.text("actor")
        let channel = try args.text("channel")
        let metadata = try args.textsByName("metadata")
        let start = try args.text("start")
        let end = try args.text("end")
        try args.done()
        let lines = try await auditLogs.export(
            project: project, events: events, actor: actor, channel: channel, start: start,
            end: end, metadata: metadata)
        return .array(try lines.split(separator: "\n").map { try JSON(parsing: String($0)) })
    default: throw noOperation("audit_logs.\(operation)")
    }
}

func serviceAccounts(
    _ operation: String, _ serviceAccounts: ServiceAccounts, _ args: inout Arguments
) async throws -> JSON {
    switch operation {
    case "create":
        let name = try args.required("name")
        let organization = try args.text("organization")
        let expiresIn = try args.seconds("expires_in")
        try args.done()
        return try await serviceAccounts.create(
            name, organization: organization, expiresIn: expiresIn
        ).json
    case "list":
        let organization = try args.text("organization")
        try args.done()
        return .array(try await serviceAccounts.list(organization: organization).map(\.json))
    case "rename":
        let id = try args.required("id")
        let newName = try args.required("new_name")
        try args.done()
        return try await serviceAccounts.rename(id, to: newName).json
    case "delete":
        let id = try args.required("id")
        try args.done()
        try await serviceAccounts.delete(id)
        return .null
    case "permissions":
        let id = try args.required("id")
        try args.done()
        return .array(try await serviceAccounts.permissions(id).map(\.json))
    case "keys":
        let id = try args.required("id")
        try args.done()
        return .array(try await serviceAccounts.keys(id).map(\.json))
    case "grant":
        let id = try args.required("id")
        let project = try args.text("project")
        let environment = try args.text("environment")
        let permissions = try args.permissions("permissions")
        let expectFingerprint = try args.text("expect_fingerprint")
        try args.done()
        return try await serviceAccounts.grant(
            id, project: project, environment: environment, permissions: permissions,
            expectFingerprint: expectFingerprint
        ).json
    case "revoke":
        let id = try args.required("id")
        let permissionID = try args.required("permission_id")
        try args.done()
        try await serviceAccounts.revoke(id, permission: permissionID)
        return .null
    default: throw noOperation("service_accounts.\(operation)")
    }
}

func snapshots(
    _ operation: String, _ snapshots: Snapshots, _ args: inout Arguments
) async throws -> JSON {
    switch operation {
    case "list":
        let project = try args.text("project")
        let environment = try args.text("environment")
        let path = try args.text("path")
        try args.done()
        return .array(
            try await snapshots.list(project: project, environment: environment, path: path).map(
                \.json))
    case "count":
        let project = try args.text("project")
        let environment = try args.text("environment")
        let path = try args.text("path")
        try args.done()
        return .number(
            Double(
                try await snapshots.count(project: project, environment: environment, path: path)))
    case "get":
        let id = try args.required("id")
        let project = try args.text("project")
        try args.done()
        return try await snapshots.get(id, project: project).json
    case "roll_back":
        let id = try args.required("id")
        let project = try args.text("project")
        try args.done()
        try await snapshots.rollBack(id, project: project)
        return .null
    default: throw noOperation("snapshots.\(operation)")
    }
}
