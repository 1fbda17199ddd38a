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
    /// A machine identity, by one of its access tokens, such as one of
    /// ``Identities/createAccessToken(_:name:timeout:)``. It is not renewed: when it expires, every
    /// call fails.
    case identityToken(String)
    /// A service account (May 2023), by access key `sa.<id>.<secret>` and private key. `grantedBy`
    /// is the public key, as base64, of the user who gave it access to projects.
    case serviceAccount(accessKey: String, privateKey: String, grantedBy: String? = nil)
    /// A service token v3, the JSON document (autumn 2023). Known from public source only.
    case serviceTokenV3(String)

    /// The source of the user's private key.
    public enum KeySource: Hashable, Sendable {
        /// Nothing beside the credential. With an e-mail address, the password of the log-in
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
        var serviceAccountKey: String?
        var serviceTokenV3: String?
        var password: String?
        var keyPassword: String?
        var privateKey: String?
        var grantedBy: String?
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
        case .identityToken(let token):
            Parts(identityToken: token)
        case .serviceAccount(let accessKey, let privateKey, let grantedBy):
            Parts(serviceAccountKey: accessKey, privateKey: privateKey, grantedBy: grantedBy)
        case .serviceTokenV3(let document):
            Parts(serviceTokenV3: document)
        }
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
