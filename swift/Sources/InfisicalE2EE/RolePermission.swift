internal import InfisicalE2EENative

/// A permission of a role, which allows or forbids. Subjects and actions are the server's own
/// names. If several are about the same action, the last one decides.
public struct RolePermission: Hashable, Sendable {
    /// The subject, such as `secrets` or `environments`.
    public let subject: String
    /// The actions, such as `read`, `create`, `edit` or `delete`.
    public let actions: [String]
    /// The conditions, a JSON object such as `{"environment": "dev"}`; `nil` for none.
    public let conditions: String?
    /// Whether it forbids the actions.
    public let inverted: Bool

    /// By default allows the actions without conditions.
    public init(
        subject: String, actions: [String], conditions: String? = nil, inverted: Bool = false
    ) {
        self.subject = subject
        self.actions = actions
        self.conditions = conditions
        self.inverted = inverted
    }

    init(_ native: NativeRolePermission) {
        subject = native.subject
        actions = native.actions
        conditions = native.conditions
        inverted = native.inverted
    }

    var native: NativeRolePermission {
        NativeRolePermission(
            subject: subject, actions: actions, conditions: conditions, inverted: inverted)
    }
}
