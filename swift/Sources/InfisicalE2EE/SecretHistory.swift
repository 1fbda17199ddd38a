internal import InfisicalE2EENative

/// The versions of a secret.
public struct SecretHistory: Hashable, Sendable {
    /// Those that decrypted, newest first.
    public let versions: [SecretVersion]
    /// Those that did not, by the id of the version.
    public let failures: [SecretFailure]

    private let incomplete: InfisicalError?

    init(_ native: NativeSecretHistory) throws(InfisicalError) {
        versions = try native.versions.map(SecretVersion.init)
        failures = native.failures.map(SecretFailure.init)
        incomplete = native.incomplete.map { InfisicalError($0) }
    }

    /// Does nothing if every version decrypted.
    ///
    /// - Throws: ``InfisicalError/decryptionFailed(_:)`` says how many did not, and which was the first.
    public func checkComplete() throws(InfisicalError) {
        if let incomplete { throw incomplete }
    }
}
