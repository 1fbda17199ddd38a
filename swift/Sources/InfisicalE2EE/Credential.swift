/// Who a client acts as. Printing one shows no token, password or key.
public enum Credential: Hashable, Sendable {
    /// An Infisical Token, `st.<id>.<secret>.<key>`. The key part stays on this device.
    case token(String)
    /// A user, by the e-mail address exactly as typed at sign-up. The password never leaves this
    /// device: the log-in proves it by SRP.
    case user(email: String, password: String)
    /// A user's access token (JWT), with what opens the private key.
    case accessToken(String, opening: KeySource = .none)
    /// A user's API key, `ak.<id>.<secret>`, with what opens the private key.
    case apiKey(String, opening: KeySource = .none)

    /// Where the private key of an access token's or API key's user comes from.
    public enum KeySource: Hashable, Sendable {
        /// From nowhere: what needs decrypting throws ``InfisicalError/keyUnavailable(_:)``.
        case none
        /// From the server, opened with the user's password, which stays on this device.
        case password(String)
        /// From you, as base64.
        case privateKey(String)
    }
}

extension Credential {
    struct Parts {
        var token: String?
        var email: String?
        var accessToken: String?
        var apiKey: String?
        var password: String?
        var privateKey: String?
    }

    var parts: Parts {
        switch self {
        case .token(let token):
            Parts(token: token)
        case .user(let email, let password):
            Parts(email: email, password: password)
        case .accessToken(let token, let source):
            Parts(accessToken: token, password: source.password, privateKey: source.privateKey)
        case .apiKey(let key, let source):
            Parts(apiKey: key, password: source.password, privateKey: source.privateKey)
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
    /// Of what kind it is.
    public var description: String {
        switch self {
        case .token: "Credential.token"
        case .user(let email, _): "Credential.user(email: \(email))"
        case .accessToken(_, let source): "Credential.accessToken(opening: \(source))"
        case .apiKey(_, let source): "Credential.apiKey(opening: \(source))"
        }
    }

    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension Credential.KeySource: CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// Of what kind it is.
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
