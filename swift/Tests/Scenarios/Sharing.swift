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

func identities(
    _ operation: String, _ identities: Identities, _ args: inout Arguments
) async throws -> JSON {
    switch operation {
    case "create":
        let name = try args.required("name")
        let organization = try args.text("organization")
        let role = try args.text("role")
        try args.done()
        return try await identities.create(name, organization: organization, role: role).json
    case "list":
        let organization = try args.text("organization")
        try args.done()
        return .array(try await identities.list(organization: organization).map(\.json))
    case "delete":
        let id = try args.required("id")
        try args.done()
        try await identities.delete(id)
        return .null
    case "attach_universal_auth":
        let id = try args.required("id")
        let accessTokenTTL = try args.seconds("access_token_ttl")
        let accessTokenMaxTTL = try args.seconds("access_token_max_ttl")
        try args.done()
        return .string(
            try await identities.attachUniversalAuth(
                id, accessTokenTTL: accessTokenTTL,
                accessTokenMaxTTL: accessTokenMaxTTL))
    case "create_client_secret":
        let id = try args.required("id")
        let description = try args.text("description")
        let expiresIn = try args.seconds("expires_in")
        let maxUses = try args.number("max_uses").map { Int($0) }
        try args.done()
        return try await identities.createClientSecret(
            id, description: description, expiresIn: expiresIn, maxUses: maxUses
        ).json
    case "list_client_secrets":
        let id = try args.required("id")
        try args.done()
        return .array(try await identities.listClientSecrets(id).map(\.json))
    case "revoke_client_secret":
        let id = try args.required("id")
        let clientSecretID = try args.required("client_secret_id")
        try args.done()
        try await identities.revokeClientSecret(id, clientSecretID: clientSecretID)
        return .null
    case "add_to_project":
        let id = try args.required("id")
        let role = try args.required("role")
        let project = try args.text("project")
        try args.done()
        try await identities.addToProject(id, as: role, project: project)
        return .null
    case "list_in_project":
        let project = try args.text("project")
        try args.done()
        return .array(try await identities.listInProject(project: project).map(\.json))
    case "remove_from_project":
        let id = try args.required("id")
        let project = try args.text("project")
        try args.done()
        try await identities.removeFromProject(id, project: project)
        return .null
    default: throw noOperation("identities.\(operation)")
    }
}
