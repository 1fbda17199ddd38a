import Foundation
import InfisicalE2EE

/// Makes the client that the arguments of `client.new` describe.
func makeClient(_ args: Arguments) throws -> Client {
    let (credential, names) = try credential(args)
    try args.allow(
        names + [
            "base_url", "project", "environment", "organization", "timeout", "deadline",
            "allow_http", "certificate_authorities", "proxy", "max_response_bytes", "require_e2ee",
            "send_password", "trusted_sealers", "require_trusted_sealer", "trust_store",
        ])
    let path: String? = try args.optional("trust_store")
    return try Client(
        credential: credential, baseURL: args.required("base_url"),
        project: args.optional("project"), environment: args.optional("environment"),
        organization: args.optional("organization"), timeout: args.optional("timeout"),
        deadline: args.optional("deadline"), allowHTTP: args.optional("allow_http", or: false),
        certificateAuthorities: args.optional("certificate_authorities"),
        proxy: args.optional("proxy"), maxResponseBytes: args.optional("max_response_bytes"),
        requireE2EE: args.optional("require_e2ee"),
        sendPassword: args.optional("send_password", or: false),
        trustedSealers: args.optional("trusted_sealers", or: []),
        requireTrustedSealer: args.optional("require_trusted_sealer", or: false),
        trustStore: path.map { .file(URL(fileURLWithPath: $0)) })
}

/// The credential, with the names of its arguments. A second credential is not allowed.
private func credential(_ args: Arguments) throws -> (Credential, names: [String]) {
    if let token: String = try args.optional("token") {
        return (.token(token), ["token"])
    }
    if let email: String = try args.optional("email") {
        let (source, names) = try keySource(args, password: "key_password")
        let user = Credential.user(
            email: email, password: try args.required("password"), opening: source)
        return (user, ["email", "password"] + names)
    }
    if let id: String = try args.optional("client_id") {
        let identity = Credential.machineIdentity(
            clientID: id, clientSecret: try args.required("client_secret"))
        return (identity, ["client_id", "client_secret"])
    }
    if let token: String = try args.optional("identity_token") {
        return (.identityToken(token), ["identity_token"])
    }
    if let key: String = try args.optional("service_account_key") {
        let account = Credential.serviceAccount(
            accessKey: key, privateKey: try args.optional("private_key", or: ""),
            grantedBy: try args.optional("granted_by"))
        return (account, ["service_account_key", "private_key", "granted_by"])
    }
    if let document: String = try args.optional("service_token_v3") {
        return (.serviceTokenV3(document), ["service_token_v3"])
    }
    if let token: String = try args.optional("access_token") {
        let (source, names) = try keySource(args)
        return (.accessToken(token, opening: source), ["access_token"] + names)
    }
    if let key: String = try args.optional("api_key") {
        let (source, names) = try keySource(args)
        return (.apiKey(key, opening: source), ["api_key"] + names)
    }
    return (.anonymous, [])
}

private func keySource(
    _ args: Arguments, password name: String = "password"
) throws -> (Credential.KeySource, names: [String]) {
    if let password: String = try args.optional(name) {
        return (.password(password), [name])
    }
    if let key: String = try args.optional("private_key") {
        return (.privateKey(key), ["private_key"])
    }
    return (.none, [])
}
