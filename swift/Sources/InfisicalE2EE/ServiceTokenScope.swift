internal import InfisicalE2EENative

/// A permission of a service token, or one that a member is denied.
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

    /// An environment, and a path; `/` by default.
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
