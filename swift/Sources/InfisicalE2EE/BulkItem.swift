internal import InfisicalE2EENative

/// A name with the value it is to have. Printing one shows neither value nor comment.
public struct NewValue: Hashable, Sendable {
    /// The name.
    public var name: String
    /// The value.
    public var value: String
    /// A comment for people; `nil` keeps the one there is.
    public var comment: String?

    /// A value, with a comment if it is to have another.
    public init(_ name: String, value: String, comment: String? = nil) {
        self.name = name
        self.value = value
        self.comment = comment
    }
}

extension NewValue: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The name.
    public var description: String { "NewValue(\(name))" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["name": name]) }
}

/// What happened to one of many secrets, or would.
public struct BulkItem: Hashable, Sendable {
    /// What is to become of a secret.
    public enum Action: String, Hashable, Sendable {
        case create, update, delete
        /// It has that value.
        case unchanged
        /// There is none to delete.
        case absent
    }

    /// What became of a secret.
    public enum Status: String, Hashable, Sendable {
        /// It was a dry run.
        case planned
        case done, failed
    }

    /// The secret's name.
    public let name: String
    /// What is to become of it.
    public let action: Action
    /// What became of it.
    public let status: Status
    /// Why it failed.
    public let error: InfisicalError?

    init(_ item: NativeBulkItem) throws(InfisicalError) {
        name = item.name
        action = try known(item.action)
        status = try known(item.status)
        error = item.error.map { InfisicalError($0) }
    }
}
