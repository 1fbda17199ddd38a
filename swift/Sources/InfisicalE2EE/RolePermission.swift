internal import InfisicalE2EENative

/// Something a role allows, or forbids. Subjects and actions go by the server's own names. Where
/// several are about the same action, the last one decides.
public struct RolePermission: Hashable, Sendable {
    /// What it is about, such as `secrets` or `environments`.
    public let subject: String
    /// What may be done, such as `read`, `create`, `edit` or `delete`.
    public let actions: [String]
    /// In which cases, as a JSON object such as `{"environment": "dev"}`; `nil` for all.
    public let conditions: String?
    /// Whether it forbids instead.
    public let inverted: Bool

    /// Allows actions in all cases, unless told otherwise.
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
