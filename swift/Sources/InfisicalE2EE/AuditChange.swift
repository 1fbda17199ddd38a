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

/// What an event did to one secret.
public struct AuditChange: Hashable, Sendable {
    /// The secret's id.
    public let secretID: String
    /// Slug of its environment.
    public let environment: String
    /// The secret as it was; `nil` if it was made or only read.
    public let before: AuditedSecret?
    /// The secret as it is since then; `nil` if it was deleted.
    public let after: AuditedSecret?

    init(_ native: NativeAuditChange) {
        secretID = native.secretId
        environment = native.environment
        before = native.before.map { AuditedSecret($0) }
        after = native.after.map { AuditedSecret($0) }
    }
}
