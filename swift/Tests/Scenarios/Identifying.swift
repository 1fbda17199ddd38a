import InfisicalE2EE

// The operations on machine identities.

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
    case "update":
        let id = try args.required("id")
        let (newName, role) = (try args.text("new_name"), try args.text("role"))
        try args.done()
        return try await identities.update(id, newName: newName, role: role).json
    case "projects":
        let id = try args.required("id")
        try args.done()
        return .array(try await identities.projects(id).map(\.json))
    case "delete":
        let id = try args.required("id")
        try args.done()
        try await identities.delete(id)
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
    case "set_role_in_project":
        let (id, role) = (try args.required("id"), try args.required("role"))
        let project = try args.text("project")
        try args.done()
        try await identities.setRoleInProject(id, to: role, project: project)
        return .null
    case "remove_from_project":
        let id = try args.required("id")
        let project = try args.text("project")
        try args.done()
        try await identities.removeFromProject(id, project: project)
        return .null
    default: return try await logIns(operation, identities, &args)
    }
}

/// Those on how identities log in.
private func logIns(
    _ operation: String, _ identities: Identities, _ args: inout Arguments
) async throws -> JSON {
    switch operation {
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
    case let name where name.hasSuffix("universal_auth"):
        return try await universalAuth(name, identities, &args)
    default: return try await tokenAuth(operation, identities, &args)
    }
}

private func universalAuth(
    _ operation: String, _ identities: Identities, _ args: inout Arguments
) async throws -> JSON {
    let id = try args.required("id")
    switch operation {
    case "attach_universal_auth":
        let settings = try TokenSettings(&args)
        let clientSecretIPs = try args.optionalTexts("client_secret_trusted_ips")
        try args.done()
        return .string(
            try await identities.attachUniversalAuth(
                id, accessTokenTTL: settings.ttl, accessTokenMaxTTL: settings.maxTTL,
                accessTokenMaxUses: settings.maxUses, clientSecretTrustedIPs: clientSecretIPs,
                accessTokenTrustedIPs: settings.trustedIPs))
    case "universal_auth":
        try args.done()
        return try await identities.universalAuth(id).json
    case "update_universal_auth":
        let settings = try TokenSettings(&args)
        let clientSecretIPs = try args.optionalTexts("client_secret_trusted_ips")
        try args.done()
        return try await identities.updateUniversalAuth(
            id, accessTokenTTL: settings.ttl, accessTokenMaxTTL: settings.maxTTL,
            accessTokenMaxUses: settings.maxUses, clientSecretTrustedIPs: clientSecretIPs,
            accessTokenTrustedIPs: settings.trustedIPs
        ).json
    case "detach_universal_auth":
        try args.done()
        try await identities.detachUniversalAuth(id)
        return .null
    default: throw noOperation("identities.\(operation)")
    }
}

private func tokenAuth(
    _ operation: String, _ identities: Identities, _ args: inout Arguments
) async throws -> JSON {
    switch operation {
    case "attach_token_auth":
        let id = try args.required("id")
        let settings = try TokenSettings(&args)
        try args.done()
        return try await identities.attachTokenAuth(
            id, accessTokenTTL: settings.ttl, accessTokenMaxTTL: settings.maxTTL,
            accessTokenMaxUses: settings.maxUses, accessTokenTrustedIPs: settings.trustedIPs
        ).json
    case "token_auth":
        let id = try args.required("id")
        try args.done()
        return try await identities.tokenAuth(id).json
    case "update_token_auth":
        let id = try args.required("id")
        let settings = try TokenSettings(&args)
        try args.done()
        return try await identities.updateTokenAuth(
            id, accessTokenTTL: settings.ttl, accessTokenMaxTTL: settings.maxTTL,
            accessTokenMaxUses: settings.maxUses, accessTokenTrustedIPs: settings.trustedIPs
        ).json
    case "detach_token_auth":
        let id = try args.required("id")
        try args.done()
        try await identities.detachTokenAuth(id)
        return .null
    case "create_access_token":
        let id = try args.required("id")
        let name = try args.text("name")
        try args.done()
        return try await identities.createAccessToken(id, name: name).json
    case "list_access_tokens":
        let id = try args.required("id")
        try args.done()
        return .array(try await identities.listAccessTokens(id).map(\.json))
    case "rename_access_token":
        let tokenID = try args.required("token_id")
        let newName = try args.required("new_name")
        try args.done()
        try await identities.renameAccessToken(tokenID, to: newName)
        return .null
    case "revoke_access_token":
        let tokenID = try args.required("token_id")
        try args.done()
        try await identities.revokeAccessToken(tokenID)
        return .null
    default: throw noOperation("identities.\(operation)")
    }
}

/// What universal auth and token auth say of access tokens.
private struct TokenSettings {
    let ttl: Duration?
    let maxTTL: Duration?
    let maxUses: Int?
    let trustedIPs: [String]?

    init(_ args: inout Arguments) throws {
        ttl = try args.seconds("access_token_ttl")
        maxTTL = try args.seconds("access_token_max_ttl")
        maxUses = try args.number("access_token_max_uses").map { Int($0) }
        trustedIPs = try args.optionalTexts("access_token_trusted_ips")
    }
}
