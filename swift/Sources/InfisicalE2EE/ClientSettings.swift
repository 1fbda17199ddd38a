internal import InfisicalE2EENative

/// The source of a client's server and credential.
struct Access {
    var baseURL: String?
    var variables: [String: String]?
    var parts = Credential.Parts()
}

/// The options of a client other than the server and the credential.
struct ClientSettings {
    var project: String?
    var environment: String?
    var organization: String?
    var timeout: Duration?
    var deadline: Duration?
    var allowHTTP = false
    var certificateAuthorities: String?
    var proxy: String?
    var maxResponseBytes: Int?
    var requireE2EE: Bool?
    var sendPassword: Bool?
    var trustedSealers: [String] = []
    var requireTrustedSealer = false
    var trustStore: TrustStore?

    func native(access: Access) throws(InfisicalError) -> NativeClientOptions {
        guard maxResponseBytes ?? 1 >= 1 else {
            throw .invalidInput(.init(message: "maxResponseBytes must be at least 1"))
        }
        let parts = access.parts
        return NativeClientOptions(
            baseUrl: access.baseURL,
            variables: access.variables?.filter { $0.key.hasPrefix("INFISICAL_") }
                .map { NativeVariable(name: $0.key, value: $0.value) },
            allowHttp: allowHTTP,
            credential: NativeCredential(
                token: parts.token, email: parts.email, accessToken: parts.accessToken,
                apiKey: parts.apiKey, clientId: parts.clientID, clientSecret: parts.clientSecret,
                identityToken: parts.identityToken, identity: parts.identity.map(\.native),
                serviceAccountKey: parts.serviceAccountKey,
                serviceTokenV3: parts.serviceTokenV3, password: parts.password,
                keyPassword: parts.keyPassword, privateKey: parts.privateKey,
                grantedBy: parts.grantedBy),
            project: project,
            environment: environment,
            organization: organization,
            timeout: timeout?.inSeconds,
            deadline: deadline?.inSeconds,
            certificateAuthorities: certificateAuthorities,
            proxy: proxy,
            maxResponseBytes: maxResponseBytes.map { Int64($0) },
            requireE2ee: requireE2EE,
            sendPassword: sendPassword,
            trustedSealers: trustedSealers,
            requireTrustedSealer: requireTrustedSealer,
            trustStore: try trustStore?.path(),
            userAgentSuffix: "swift"
        )
    }
}

extension Credential.IdentityParts {
    fileprivate var native: NativeIdentityLogIn {
        NativeIdentityLogIn(
            method: method, identityId: identityID, token: token, tokenFile: tokenFile,
            username: username, password: password, resource: resource, clientId: clientID,
            keyFile: keyFile, certificate: certificate, privateKey: privateKey)
    }
}
