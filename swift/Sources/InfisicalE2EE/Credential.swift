/// The credential of a client. Printing one shows no token, password or key.
public enum Credential: Hashable, Sendable {
    /// No credential: for signing up and asking for the server's capabilities.
    case anonymous
    /// An Infisical Token, `st.<id>.<secret>.<key>`. The key part stays on this device. One without
    /// it, `st.<id>.<secret>`, is for a project whose key only the server has, and needs
    /// `requireE2EE: false`.
    case token(String)
    /// A user, by the e-mail address exactly as typed at sign-up, and the source of the private key
    /// if the password does not decrypt it. On servers until autumn 2024 the password never leaves
    /// this device: the log-in proves it by SRP. Today's servers demand the password, which is sent
    /// only with the option `sendPassword` of ``Client``. Two concurrent log-ins, of any users, can
    /// permanently crash a May 2023 server: a process runs one at a time; do not let two processes
    /// log in at once.
    case user(email: String, password: String, opening: KeySource = .none)
    /// A user's access token (JWT), and the source of the private key.
    case accessToken(String, opening: KeySource = .none)
    /// A user's API key, `ak.<id>.<secret>`, and the source of the private key.
    case apiKey(String, opening: KeySource = .none)
    /// A machine identity, by universal auth. The server decrypts what an identity reads.
    case machineIdentity(clientID: String, clientSecret: String)
    /// A machine identity in a Kubernetes pod, with the token of the pod's service account. The
    /// file is read at each log-in, because Kubernetes replaces the token;
    /// `/var/run/secrets/kubernetes.io/serviceaccount/token` by default.
    case kubernetesAuth(identityID: String, tokenFile: String? = nil)
    /// A machine identity, with a JWT of the OIDC provider that its OIDC auth names.
    case oidcAuth(identityID: String, token: TokenSource)
    /// A machine identity, with a JWT that one of the keys of its JWT auth verifies.
    case jwtAuth(identityID: String, token: TokenSource)
    /// A machine identity, with an account in the LDAP directory of its LDAP auth. The server
    /// receives the password, and gives it to the directory.
    case ldapAuth(identityID: String, username: String, password: String)
    /// A machine identity on a machine or service of Azure, with its managed identity. At each
    /// log-in the client asks Azure's instance metadata service for a token, or the endpoint in
    /// `IDENTITY_ENDPOINT` and `IDENTITY_HEADER`, which App Service and Functions set. `resource`
    /// is that of the identity's Azure auth, `https://management.azure.com/` by default; `clientID`
    /// is that of the managed identity, for a machine that has several.
    case azureAuth(identityID: String, resource: String? = nil, clientID: String? = nil)
    /// A machine identity on Google Cloud, with an ID token of the machine's service account, for
    /// GCP auth of type `gce`. At each log-in the client asks the metadata server for the token.
    case gcpIDTokenAuth(identityID: String)
    /// A machine identity, with the key file (JSON) of a service account of Google Cloud, for GCP
    /// auth of type `iam`. At each log-in the client reads the file and signs a token with the key,
    /// which stays on this device.
    case gcpIAMAuth(identityID: String, keyFile: String)
    /// A machine identity with credentials of AWS. At each log-in the client signs a request
    /// `sts:GetCallerIdentity`, which the server sends to AWS. The credentials are those in
    /// `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and `AWS_SESSION_TOKEN`; else those of the
    /// container's endpoint; else those of the instance's role.
    case awsIAMAuth(identityID: String)
    /// A machine identity, with a client certificate and its private key as PEM. The connection
    /// presents the certificate in TLS; the key stays on this device.
    case tlsCertAuth(identityID: String, certificate: String, privateKey: String)
    /// A machine identity, by one of its access tokens, such as one of
    /// ``Identities/createAccessToken(_:name:timeout:)``. It is not renewed: when it expires, every
    /// call fails.
    case identityToken(String)
    /// A service account (May 2023), by access key `sa.<id>.<secret>` and private key. `grantedBy`
    /// is the public key, as base64, of the user who gave it access to projects.
    case serviceAccount(accessKey: String, privateKey: String, grantedBy: String? = nil)
    /// A service token v3, the JSON document (autumn 2023). Known from public source only.
    case serviceTokenV3(String)

    /// The source of the JWT of a machine identity.
    public enum TokenSource: Hashable, Sendable {
        /// The JWT itself. When it has expired, the client cannot log in again.
        case token(String)
        /// The path of a file that contains it. It is read at each log-in, because another program
        /// replaces it.
        case file(String)
    }

    /// The source of the user's private key.
    public enum KeySource: Hashable, Sendable {
        /// Only the credential. With an e-mail address, the password of the log-in
        /// decrypts the private key; with an access token or API key, calls that decrypt throw
        /// ``InfisicalError/keyUnavailable(_:)``.
        case none
        /// From the server, decrypted with this password, which stays on this device.
        case password(String)
        /// The private key itself, as base64.
        case privateKey(String)
    }
}

extension Credential {
    struct Parts {
        var token: String?
        var email: String?
        var accessToken: String?
        var apiKey: String?
        var clientID: String?
        var clientSecret: String?
        var identityToken: String?
        var identity: IdentityParts?
        var serviceAccountKey: String?
        var serviceTokenV3: String?
        var password: String?
        var keyPassword: String?
        var privateKey: String?
        var grantedBy: String?
    }

    /// The log-in of a machine identity without a client secret.
    struct IdentityParts {
        var method: String
        var identityID: String
        var token: String?
        var tokenFile: String?
        var username: String?
        var password: String?
        var resource: String?
        var clientID: String?
        var keyFile: String?
        var certificate: String?
        var privateKey: String?
    }

    private var identityParts: IdentityParts? {
        switch self {
        case .kubernetesAuth(let id, let file):
            IdentityParts(method: "kubernetes", identityID: id, tokenFile: file)
        case .oidcAuth(let id, let source):
            IdentityParts(
                method: "oidc", identityID: id, token: source.token, tokenFile: source.file)
        case .jwtAuth(let id, let source):
            IdentityParts(
                method: "jwt", identityID: id, token: source.token, tokenFile: source.file)
        case .ldapAuth(let id, let username, let password):
            IdentityParts(method: "ldap", identityID: id, username: username, password: password)
        case .azureAuth(let id, let resource, let clientID):
            IdentityParts(method: "azure", identityID: id, resource: resource, clientID: clientID)
        case .gcpIDTokenAuth(let id):
            IdentityParts(method: "gcp-id-token", identityID: id)
        case .gcpIAMAuth(let id, let keyFile):
            IdentityParts(method: "gcp-iam", identityID: id, keyFile: keyFile)
        case .awsIAMAuth(let id):
            IdentityParts(method: "aws-iam", identityID: id)
        case .tlsCertAuth(let id, let certificate, let privateKey):
            IdentityParts(
                method: "tls-cert", identityID: id, certificate: certificate,
                privateKey: privateKey)
        default:
            nil
        }
    }

    var parts: Parts {
        switch self {
        case .anonymous:
            Parts()
        case .token(let token):
            Parts(token: token)
        case .user(let email, let password, let source):
            Parts(
                email: email, password: password, keyPassword: source.password,
                privateKey: source.privateKey)
        case .accessToken(let token, let source):
            Parts(accessToken: token, password: source.password, privateKey: source.privateKey)
        case .apiKey(let key, let source):
            Parts(apiKey: key, password: source.password, privateKey: source.privateKey)
        case .machineIdentity(let clientID, let clientSecret):
            Parts(clientID: clientID, clientSecret: clientSecret)
        case .kubernetesAuth, .oidcAuth, .jwtAuth, .ldapAuth, .azureAuth, .gcpIDTokenAuth,
            .gcpIAMAuth, .awsIAMAuth, .tlsCertAuth:
            Parts(identity: identityParts)
        case .identityToken(let token):
            Parts(identityToken: token)
        case .serviceAccount(let accessKey, let privateKey, let grantedBy):
            Parts(serviceAccountKey: accessKey, privateKey: privateKey, grantedBy: grantedBy)
        case .serviceTokenV3(let document):
            Parts(serviceTokenV3: document)
        }
    }
}

extension Credential.TokenSource {
    fileprivate var token: String? {
        if case .token(let token) = self { token } else { nil }
    }

    fileprivate var file: String? {
        if case .file(let path) = self { path } else { nil }
    }
}

extension Credential.KeySource {
    fileprivate var password: String? {
        if case .password(let password) = self { password } else { nil }
    }

    fileprivate var privateKey: String? {
        if case .privateKey(let key) = self { key } else { nil }
    }
}

extension Credential: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The kind of the credential, without secrets.
    public var description: String {
        switch self {
        case .anonymous: "Credential.anonymous"
        case .token: "Credential.token"
        case .user(let email, _, .none): "Credential.user(email: \(email))"
        case .user(let email, _, let source):
            "Credential.user(email: \(email), opening: \(source))"
        case .accessToken(_, let source): "Credential.accessToken(opening: \(source))"
        case .apiKey(_, let source): "Credential.apiKey(opening: \(source))"
        case .machineIdentity(let id, _): "Credential.machineIdentity(clientID: \(id))"
        case .kubernetesAuth(let id, _): "Credential.kubernetesAuth(identityID: \(id))"
        case .oidcAuth(let id, let source):
            "Credential.oidcAuth(identityID: \(id), token: \(source))"
        case .jwtAuth(let id, let source):
            "Credential.jwtAuth(identityID: \(id), token: \(source))"
        case .ldapAuth(let id, let username, _):
            "Credential.ldapAuth(identityID: \(id), username: \(username))"
        case .azureAuth(let id, _, _): "Credential.azureAuth(identityID: \(id))"
        case .gcpIDTokenAuth(let id): "Credential.gcpIDTokenAuth(identityID: \(id))"
        case .gcpIAMAuth(let id, _): "Credential.gcpIAMAuth(identityID: \(id))"
        case .awsIAMAuth(let id): "Credential.awsIAMAuth(identityID: \(id))"
        case .tlsCertAuth(let id, _, _): "Credential.tlsCertAuth(identityID: \(id))"
        case .identityToken: "Credential.identityToken"
        case .serviceAccount: "Credential.serviceAccount"
        case .serviceTokenV3: "Credential.serviceTokenV3"
        }
    }

    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension Credential.KeySource: CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// The kind of the credential, without secrets.
    public var description: String {
        switch self {
        case .none: "none"
        case .password: "password"
        case .privateKey: "privateKey"
        }
    }

    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension Credential.TokenSource: CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// Where the JWT comes from, without it.
    public var description: String {
        switch self {
        case .token: "token"
        case .file(let path): "file(\(path))"
        }
    }

    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
