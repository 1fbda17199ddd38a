internal import InfisicalE2EENative

/// What a service token may do within its scopes, or a member may not.
public enum Permission: String, CaseIterable, Hashable, Sendable {
    case read
    case write
}

/// An environment and path a service token may use.
public struct ServiceTokenScope: Hashable, Sendable {
    /// Slug of the environment.
    public let environment: String
    /// A path or glob; `/**` covers every folder. Globs need a server of 2024.
    public let path: String

    /// An environment, at the path `/` unless told otherwise.
    public init(environment: String, path: String = "/") {
        self.environment = environment
        self.path = path
    }

    init(_ native: NativeServiceTokenScope) {
        environment = native.environment
        path = native.path
    }

    var native: NativeServiceTokenScope {
        NativeServiceTokenScope(environment: environment, path: path)
    }
}
