internal import InfisicalE2EENative

/// A request that a change be approved.
public struct Approval: Identifiable, Hashable, Sendable {
    /// The request's id.
    public let id: String
    /// Its state as the server names it: `open`, as long as nobody has decided.
    public let status: String

    init(_ native: NativeApproval) {
        id = native.id
        status = native.status
    }
}

/// What became of a proposed change: one of the two is there.
public struct SecretChange: Hashable, Sendable {
    /// The secret, if the change was made.
    public let secret: Secret?
    /// What the change waits for, if it was not made.
    public let approval: Approval?

    init(_ native: NativeSecretChange) throws(InfisicalError) {
        secret = try native.secret.map { item throws(InfisicalError) in try Secret(item) }
        approval = native.approval.map { Approval($0) }
    }
}
