internal import InfisicalE2EENative

/// What a member may not do in an environment.
public struct DeniedPermission: Hashable, Sendable {
    /// Slug of the environment.
    public let environment: String
    /// What they may not do there.
    public let permission: Permission

    /// A permission, denied in an environment.
    public init(environment: String, permission: Permission) {
        self.environment = environment
        self.permission = permission
    }

    init(_ native: NativeDeniedPermission) throws(InfisicalError) {
        environment = native.environment
        permission = try known(native.permission)
    }

    var native: NativeDeniedPermission {
        NativeDeniedPermission(environment: environment, permission: permission.rawValue)
    }
}
