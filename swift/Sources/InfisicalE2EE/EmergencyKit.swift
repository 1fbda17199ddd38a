internal import InfisicalE2EENative

/// What a person keeps, on paper say, for the day the password is lost.
public struct EmergencyKit: Hashable, Sendable {
    /// Whose it is.
    public let name: String
    /// The address the recovery code will be mailed to.
    public let email: String
    /// 32 hexadecimal characters. With a mailed code they open the account.
    public let backupKey: String

    init(_ native: NativeEmergencyKit) {
        name = native.name
        email = native.email
        backupKey = native.backupKey
    }
}

extension EmergencyKit: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Nothing of backupKey.
    public var description: String { "EmergencyKit(\(name))" }
    public var debugDescription: String { description }

    /// Everything but backupKey.
    public var customMirror: Mirror {
        Mirror(self, children: ["name": name, "email": email], displayStyle: .struct)
    }
}
