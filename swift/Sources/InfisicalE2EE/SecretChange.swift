internal import InfisicalE2EENative

/// The result of a proposed change: either `secret` or `approval` is set.
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
