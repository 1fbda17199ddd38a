internal import InfisicalE2EENative

/// The versions of a secret.
public struct SecretHistory: Hashable, Sendable {
    /// The versions that decrypted, newest first.
    public let versions: [SecretVersion]
    /// The versions that did not decrypt, by their id.
    public let failures: [SecretFailure]

    private let incomplete: InfisicalError?

    init(_ native: NativeSecretHistory) throws(InfisicalError) {
        versions = try native.versions.map(SecretVersion.init)
        failures = native.failures.map(SecretFailure.init)
        incomplete = native.incomplete.map { InfisicalError($0) }
    }

    /// Throws if a version did not decrypt.
    ///
    /// - Throws: ``InfisicalError/decryptionFailed(_:)`` with the number of failures, and the first
    ///   of them.
    public func checkComplete() throws(InfisicalError) {
        if let incomplete { throw incomplete }
    }
}
