internal import InfisicalE2EENative

/// What became of a proposed change: one of the two is there.
public struct SecretChange: Hashable, Sendable {
    /// The secret, if the change was made.
    public let secret: Secret?
    /// What the change waits for, if it was not made.
    public let approval: Approval?

    init(_ native: NativeSecretChange) throws(InfisicalError) {
        secret = try native.secret.map(Secret.init)
        approval = native.approval.map(Approval.init)
    }
}
