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
