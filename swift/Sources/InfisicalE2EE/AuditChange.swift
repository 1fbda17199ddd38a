internal import InfisicalE2EENative

/// A version of a secret.
public struct AuditedSecret: Hashable, Sendable {
    /// Counts the secret's changes from 1.
    public let version: Int
    /// Its name.
    public let name: String
    /// Its value.
    public let value: String

    init(_ native: NativeAuditedSecret) {
        version = Int(native.version)
        name = native.name
        value = native.value
    }
}

extension AuditedSecret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Nothing of value.
    public var description: String { "AuditedSecret(\(name))" }
    public var debugDescription: String { description }

    /// Everything but value.
    public var customMirror: Mirror {
        Mirror(self, children: ["version": version, "name": name], displayStyle: .struct)
    }
}
