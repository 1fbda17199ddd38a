internal import InfisicalE2EENative

/// The result of a change of many secrets, or of its dry run: an item for each, in the order given.
public struct BulkResult: RandomAccessCollection, Hashable, Sendable {
    private let items: [BulkItem]
    private let incomplete: InfisicalError?

    init(_ result: NativeBulkResult) throws(InfisicalError) {
        items = try result.items.map(BulkItem.init)
        incomplete = result.incomplete.map { InfisicalError($0) }
    }

    public var startIndex: Int { items.startIndex }
    public var endIndex: Int { items.endIndex }
    public subscript(position: Int) -> BulkItem { items[position] }

    /// Throws if a change failed or awaits approval.
    ///
    /// - Throws: The error of the first such item, with the number of them.
    public func checkComplete() throws(InfisicalError) {
        if let incomplete { throw incomplete }
    }
}

/// The change of one of many secrets, or its plan.
public struct BulkItem: Hashable, Sendable {
    /// The planned change of a secret.
    public enum Action: String, Hashable, Sendable {
        case create, update, delete
        /// The secret has that value already.
        case unchanged
        /// There is no such secret to delete.
        case absent
    }

    /// The outcome of a change.
    public enum Status: String, Hashable, Sendable {
        /// It was a dry run.
        case planned
        case done, failed
        /// A policy of the project asks for approval first.
        case proposed
    }

    /// The secret's name.
    public let name: String
    /// The planned change.
    public let action: Action
    /// The outcome.
    public let status: Status
    /// Why it was not done: it failed, or awaits approval.
    public let error: InfisicalError?
    /// What a proposed change waits for.
    public let approval: Approval?

    init(_ item: NativeBulkItem) throws(InfisicalError) {
        name = item.name
        action = try known(item.action)
        status = try known(item.status)
        error = item.error.map { InfisicalError($0) }
        approval = item.approval.map { Approval($0) }
    }
}

/// Passes the progress of a call to a function.
final class Progress: NativeProgress {
    private let told: @Sendable (Int, Int) -> Void

    init(_ told: @escaping @Sendable (Int, Int) -> Void) {
        self.told = told
    }

    func tell(done: Int64, total: Int64) {
        told(Int(done), Int(total))
    }
}
