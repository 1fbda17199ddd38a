internal import InfisicalE2EENative

/// What happened to many secrets, or would: an item for each, in the order given.
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

    /// Does nothing if every secret is as it was to be, or would be after a dry run.
    ///
    /// - Throws: The error of the first that failed or awaits approval, with how many there are.
    public func checkComplete() throws(InfisicalError) {
        if let incomplete { throw incomplete }
    }
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
        /// A policy of the project asks for approval first.
        case proposed
    }

    /// The secret's name.
    public let name: String
    /// What is to become of it.
    public let action: Action
    /// What became of it.
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

/// A function as what the client tells of its progress.
final class Progress: NativeProgress {
    private let told: @Sendable (Int, Int) -> Void

    init(_ told: @escaping @Sendable (Int, Int) -> Void) {
        self.told = told
    }

    func tell(done: Int64, total: Int64) {
        told(Int(done), Int(total))
    }
}
