internal import InfisicalE2EENative

/// A permission that a member is denied in an environment.
public struct DeniedPermission: Hashable, Sendable {
    /// Slug of the environment.
    public let environment: String
    /// The denied permission.
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
