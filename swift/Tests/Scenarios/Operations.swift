import Foundation
import InfisicalE2EE

// The operations of the client, by name. Each takes its arguments from `args` and gives its result as
// JSON with keys in snake case.

func makeClient(_ args: inout Arguments) throws -> Client {
    let credential = try credential(&args)
    let baseURL = try args.text("base_url")
    let project = try args.text("project")
    let environment = try args.text("environment")
    let organization = try args.text("organization")
    let timeout = try args.seconds("timeout")
    let deadline = try args.seconds("deadline")
    let allowHTTP = try args.flag("allow_http")
    let authorities = try args.text("certificate_authorities")
    let maxResponseBytes = try args.number("max_response_bytes").map { Int($0) }
    try args.done()
    return try Client(
        credential: credential, baseURL: baseURL, project: project, environment: environment,
        organization: organization, timeout: timeout, deadline: deadline, allowHTTP: allowHTTP,
        certificateAuthorities: authorities, maxResponseBytes: maxResponseBytes)
}

/// Only the first credential is taken up: a second one is left over and refused.
private func credential(_ args: inout Arguments) throws -> Credential? {
    if let token = try args.text("token") {
        return .token(token)
    }
    if let email = try args.text("email") {
        return .user(email: email, password: try args.required("password"))
    }
    if let token = try args.text("access_token") {
        return .accessToken(token, opening: try keySource(&args))
    }
    return try args.text("api_key").map { .apiKey($0, opening: try keySource(&args)) }
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
    case ("secrets", "set_tags"): return try await setTags(client.secrets, &args)
    case ("secrets", "move"): return try await move(client.secrets, &args)
    case ("secrets", let name): return try await secrets(name, client.secrets, &args)
    case ("projects", let name): return try await projects(name, client.projects, &args)
    case ("organizations", "list"):
        try args.done()
        return .array(try await client.organizations.list().map(\.json))
    case ("account", let name): return try await account(name, client.account, &args)
    case ("service_tokens", let name):
        return try await serviceTokens(name, client.serviceTokens, &args)
    case ("environments", let name):
        return try await environments(name, client.environments, &args)
    case ("folders", let name): return try await folders(name, client.folders, &args)
    case ("secret_imports", let name):
        return try await secretImports(name, client.secretImports, &args)
    case ("tags", let name): return try await tags(name, client.tags, &args)
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
        try args.done()
        let list = try await secrets.list(
            project: project, environment: environment, path: path, type: type)
        return operation == "list"
            ? list.json : .object(try list.dictionary().mapValues(JSON.string))
    case "get":
        let name = try args.required("name")
        try args.done()
        return try await secrets.get(
            name, project: project, environment: environment, path: path, type: type
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
        try args.done()
        return try await secrets.update(
            name, value: value, comment: comment, project: project, environment: environment,
            path: path, type: type
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
private func caseNamed<Value: RawRepresentable<String>>(_ name: String) throws -> Value {
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
    default: throw noOperation("projects.\(operation)")
    }
}

private func account(
    _ operation: String, _ account: Account, _ args: inout Arguments
) async throws -> JSON {
    switch operation {
    case "start_sign_up":
        let email = try args.required("email")
        try args.done()
        try await account.startSignUp(email: email)
        return .null
    case "complete_sign_up":
        let (email, code) = (try args.required("email"), try args.required("code"))
        let password = try args.required("password")
        let firstName = try args.text("first_name")
        let lastName = try args.text("last_name")
        let organizationName = try args.text("organization_name")
        let sendPassword = try args.flag("send_password")
        try args.done()
        return try await account.completeSignUp(
            email: email, code: code, password: password, firstName: firstName, lastName: lastName,
            organizationName: organizationName, sendPassword: sendPassword
        ).json
    case "me":
        try args.done()
        return try await account.me().json
    default: throw noOperation("account.\(operation)")
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
