import Foundation
import InfisicalE2EE

// The operations of the client, by name. Each takes its arguments from `args` and gives its result as
// JSON with keys in snake case.

func makeClient(_ args: inout Arguments) throws -> Client {
    let credential = try credential(&args)
    let baseURL = try args.required("base_url")
    let project = try args.text("project")
    let environment = try args.text("environment")
    let organization = try args.text("organization")
    let timeout = try args.seconds("timeout")
    let deadline = try args.seconds("deadline")
    let allowHTTP = try args.flag("allow_http")
    let authorities = try args.text("certificate_authorities")
    let proxy = try args.text("proxy")
    let maxResponseBytes = try args.number("max_response_bytes").map { Int($0) }
    let requireE2EE = try args.optionalFlag("require_e2ee")
    try args.done()
    return try Client(
        credential: credential, baseURL: baseURL, project: project, environment: environment,
        organization: organization, timeout: timeout, deadline: deadline, allowHTTP: allowHTTP,
        certificateAuthorities: authorities, proxy: proxy, maxResponseBytes: maxResponseBytes,
        requireE2EE: requireE2EE)
}

/// Only the first credential is taken up: a second one is left over and refused.
private func credential(_ args: inout Arguments) throws -> Credential {
    if let token = try args.text("token") {
        return .token(token)
    }
    if let email = try args.text("email") {
        return .user(email: email, password: try args.required("password"))
    }
    if let id = try args.text("client_id") {
        return .machineIdentity(
            clientID: id, clientSecret: try args.required("client_secret"))
    }
    if let token = try args.text("identity_token") {
        return .identityToken(token)
    }
    if let key = try args.text("service_account_key") {
        return .serviceAccount(
            accessKey: key, privateKey: try args.text("private_key") ?? "",
            grantedBy: try args.text("granted_by"))
    }
    if let document = try args.text("service_token_v3") {
        return .serviceTokenV3(document)
    }
    if let token = try args.text("access_token") {
        return .accessToken(token, opening: try keySource(&args))
    }
    if let key = try args.text("api_key") {
        return .apiKey(key, opening: try keySource(&args))
    }
    return .anonymous
}

private func keySource(_ args: inout Arguments) throws -> Credential.KeySource {
    if let password = try args.text("password") {
        return .password(password)
    }
    return try args.text("private_key").map { .privateKey($0) } ?? .none
}

func call(_ operation: String, _ client: Client, _ args: inout Arguments) async throws -> JSON {
    let parts = operation.split(separator: ".", maxSplits: 1).map(String.init)
    switch (parts.first, parts.last ?? "") {
    case ("client", "close"):
        try args.done()
        client.close()
        return .null
    case ("client", "capabilities"):
        try args.done()
        return try await client.capabilities().json
    case ("secrets", "set_many"): return try await setMany(client.secrets, &args)
    case ("secrets", "delete_many"): return try await deleteMany(client.secrets, &args)
    case ("secrets", "set_tags"): return try await setTags(client.secrets, &args)
    case ("secrets", "move"): return try await move(client.secrets, &args)
    case ("secrets", let name) where name.hasPrefix("propose_"):
        return try await proposals(name, client.secrets, &args)
    case ("secrets", let name) where name == "versions" || name == "roll_back":
        return try await proposals(name, client.secrets, &args)
    case ("secrets", let name): return try await secrets(name, client.secrets, &args)
    case ("projects", let name): return try await projects(name, client.projects, &args)
    case ("organizations", let name):
        return try await organizations(name, client.organizations, &args)
    case ("account", let name): return try await account(name, client.account, &args)
    case ("service_tokens", let name):
        return try await serviceTokens(name, client.serviceTokens, &args)
    case ("environments", let name):
        return try await environments(name, client.environments, &args)
    case ("folders", let name): return try await folders(name, client.folders, &args)
    case ("secret_imports", let name):
        return try await secretImports(name, client.secretImports, &args)
    case ("tags", let name): return try await tags(name, client.tags, &args)
    case ("members", let name): return try await members(name, client.members, &args)
    case ("roles", let name): return try await roles(name, client.roles, &args)
    case ("groups", let name): return try await groups(name, client.groups, &args)
    case ("identities", let name): return try await identities(name, client.identities, &args)
    case ("api_keys", let name): return try await apiKeys(name, client.apiKeys, &args)
    case ("audit_logs", let name): return try await auditLogs(name, client.auditLogs, &args)
    case ("service_accounts", let name):
        return try await serviceAccounts(name, client.serviceAccounts, &args)
    case ("snapshots", let name): return try await snapshots(name, client.snapshots, &args)
    default: throw noOperation(operation)
    }
}

func noOperation(_ name: String) -> Wrong {
    Wrong("there is no operation \(name)")
}

private func secrets(
    _ operation: String, _ secrets: Secrets, _ args: inout Arguments
) async throws -> JSON {
    let project = try args.text("project")
    let environment = try args.text("environment")
    let path = try args.text("path")
    let type: SecretType = try args.text("type").map(caseNamed) ?? .shared

    switch operation {
    case "list", "to_map":
        let overrides = try args.flag("overrides")
        let imports = try args.flag("imports")
        let expand = try args.flag("expand_references")
        let unknown = try args.unknownReferences()
        let nested = try args.nestedReferences()
        try args.done()
        let list = try await secrets.list(
            project: project, environment: environment, path: path, type: type,
            overrides: overrides, imports: imports, expandReferences: expand,
            unknownReferences: unknown, nestedReferences: nested)
        return operation == "list"
            ? list.json : .object(try list.dictionary().mapValues(JSON.string))
    case "get":
        let name = try args.required("name")
        let imports = try args.flag("imports")
        let expand = try args.flag("expand_references")
        let unknown = try args.unknownReferences()
        let nested = try args.nestedReferences()
        let version = try args.number("version").map { Int($0) }
        try args.done()
        return try await secrets.get(
            name, project: project, environment: environment, path: path, type: type,
            imports: imports, expandReferences: expand, unknownReferences: unknown,
            nestedReferences: nested, version: version
        ).json
    case "create":
        let (name, value) = (try args.required("name"), try args.required("value"))
        let comment = try args.text("comment")
        try args.done()
        return try await secrets.create(
            name, value: value, comment: comment, project: project, environment: environment,
            path: path, type: type
        ).json
    case "update":
        let name = try args.required("name")
        let (value, comment) = (try args.text("value"), try args.text("comment"))
        let newName = try args.text("new_name")
        try args.done()
        return try await secrets.update(
            name, value: value, comment: comment, newName: newName, project: project,
            environment: environment, path: path, type: type
        ).json
    case "delete":
        let name = try args.required("name")
        try args.done()
        try await secrets.delete(
            name, project: project, environment: environment, path: path, type: type)
        return .null
    default: throw noOperation("secrets.\(operation)")
    }
}

/// The case of that name. Any other does not compile in Swift, which is how it is refused there.
func caseNamed<Value: RawRepresentable<String>>(_ name: String) throws -> Value {
    guard let value = Value(rawValue: name) else {
        throw InfisicalError.invalidInput(.init(message: "\(Value.self) has no case \(name)"))
    }
    return value
}

private func projects(
    _ operation: String, _ projects: Projects, _ args: inout Arguments
) async throws -> JSON {
    switch operation {
    case "create":
        let (name, organization) = (try args.required("name"), try args.text("organization"))
        try args.done()
        return try await projects.create(name, organization: organization).json
    case "list":
        try args.done()
        return .array(try await projects.list().map(\.json))
    case "get":
        let id = try args.required("id")
        try args.done()
        return try await projects.get(id).json
    case "open_key":
        let id = try args.required("id")
        try args.done()
        return try await projects.openKey(id).json
    case "rename":
        let id = try args.required("id")
        let name = try args.required("name")
        try args.done()
        return try await projects.rename(id, to: name).json
    case "delete":
        let id = try args.required("id")
        try args.done()
        try await projects.delete(id)
        return .null
    case "set_auto_capitalization":
        let id = try args.required("id")
        let enabled = try args.flag("enabled")
        try args.done()
        return try await projects.setAutoCapitalization(id, enabled: enabled).json
    case "set_version_limit":
        let id = try args.required("id")
        let limit = Int(try args.requiredNumber("limit"))
        try args.done()
        return try await projects.setVersionLimit(id, to: limit).json
    case "leave":
        let id = try args.required("id")
        try args.done()
        try await projects.leave(id)
        return .null
    case "share_key_with_server":
        let id = try args.required("id")
        try args.done()
        try await projects.shareKeyWithServer(id)
        return .null
    case "stop_sharing_key_with_server":
        let id = try args.required("id")
        try args.done()
        try await projects.stopSharingKeyWithServer(id)
        return .null
    case "is_key_shared_with_server":
        let id = try args.required("id")
        try args.done()
        return .bool(try await projects.isKeySharedWithServer(id))
    case "blind_index_status":
        let id = try args.required("id")
        try args.done()
        return .bool(try await projects.blindIndexStatus(id))
    case "enable_blind_indices":
        let id = try args.required("id")
        try args.done()
        return try await projects.enableBlindIndices(id).json
    default: throw noOperation("projects.\(operation)")
    }
}

private func serviceTokens(
    _ operation: String, _ serviceTokens: ServiceTokens, _ args: inout Arguments
) async throws -> JSON {
    switch operation {
    case "create":
        let (name, project) = (try args.required("name"), try args.text("project"))
        let scopes = try args.list("scopes")?.map(scope) ?? []
        let permissions = try args.list("permissions")?.map(permission) ?? [.read]
        let expiresIn = try args.seconds("expires_in")
        try args.done()
        return try await serviceTokens.create(
            name, project: project, scopes: scopes, permissions: permissions, expiresIn: expiresIn
        ).json
    case "describe":
        try args.done()
        return try await serviceTokens.describe().json
    case "list":
        let project = try args.text("project")
        try args.done()
        return .array(try await serviceTokens.list(project: project).map(\.json))
    case "delete":
        let id = try args.required("id")
        try args.done()
        try await serviceTokens.delete(id)
        return .null
    default: throw noOperation("service_tokens.\(operation)")
    }
}

private func scope(_ value: JSON) throws -> ServiceTokenScope {
    var args = try Arguments(value)
    let scope = ServiceTokenScope(
        environment: try args.required("environment"), path: try args.required("path"))
    try args.done()
    return scope
}

private func permission(_ value: JSON) throws -> Permission {
    guard case .string(let name) = value else {
        throw Wrong("a permission must be a string, not \(value.short)")
    }
    return try caseNamed(name)
}
