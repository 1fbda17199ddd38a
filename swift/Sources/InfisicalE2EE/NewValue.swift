internal import InfisicalE2EENative

/// A name with its new value. Printing one shows neither value nor comment.
public struct NewValue: Hashable, Sendable {
    /// The name.
    public var name: String
    /// The value.
    public var value: String
    /// A comment for people; `nil` keeps the current one.
    public var comment: String?

    /// A new value, and optionally a new comment.
    public init(_ name: String, value: String, comment: String? = nil) {
        self.name = name
        self.value = value
        self.comment = comment
    }

    var native: NativeNewValue {
        NativeNewValue(name: name, value: value, comment: comment)
    }
}

extension NewValue: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The name.
    public var description: String { "NewValue(\(name))" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["name": name]) }
}

extension Secrets {
    /// Creates or updates many shared secrets, by name, and keeps their comments. Otherwise as with
    /// a list of ``NewValue``; the items are in the order of the names.
    public func setMany(
        _ values: [String: String],
        dryRun: Bool = false,
        onProgress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil,
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        timeout: Duration? = nil
    ) async throws -> BulkResult {
        try await setMany(
            values.sorted { $0.key < $1.key }.map { NewValue($0.key, value: $0.value) },
            dryRun: dryRun, onProgress: onProgress, project: project, environment: environment,
            path: path, timeout: timeout)
    }
}
