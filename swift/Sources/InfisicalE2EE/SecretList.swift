import Foundation
internal import InfisicalE2EENative

/// The secrets of one place.
///
/// One changed ciphertext does not hide the secrets beside it: the collection has what decrypted, in
/// the server's order, and ``failures`` names the others. A program that must have everything calls
/// ``dictionary()`` or ``checkComplete()``, which throw if anything is missing.
public struct SecretList: RandomAccessCollection, Sendable {
    /// The secrets that did not decrypt, or whose references lead nowhere.
    public let failures: [SecretFailure]

    private let secrets: [Secret]
    private let incomplete: InfisicalError?
    private let noEnvironment: InfisicalError?

    init(_ list: NativeSecretList) throws(InfisicalError) {
        failures = list.failures.map(SecretFailure.init)
        secrets = try list.secrets.map(Secret.init)
        incomplete = list.incomplete.map { InfisicalError($0) }
        noEnvironment = list.noEnvironment.map { InfisicalError($0) }
    }

    public var startIndex: Int { secrets.startIndex }
    public var endIndex: Int { secrets.endIndex }
    public subscript(position: Int) -> Secret { secrets[position] }

    /// The secret of that name, if it decrypted.
    public subscript(name: String) -> Secret? {
        // Swift takes differently composed accents for equal; servers do not.
        secrets.first { $0.name.utf8.elementsEqual(name.utf8) }
    }

    /// Names to values, in clear. Of names that differ only in how accents are composed, which Swift
    /// takes for equal, the last one counts.
    ///
    /// - Throws: ``InfisicalError/decryptionFailed(_:)`` unless every secret decrypted;
    ///   ``InfisicalError/invalidInput(_:)`` if a reference leads nowhere.
    public func dictionary() throws(InfisicalError) -> [String: String] {
        try checkComplete()
        return Dictionary(secrets.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    }

    /// Makes each secret a variable of the process's environment. Child processes inherit it.
    ///
    /// On Linux a process's environment is not thread-safe: it must not be changed while another
    /// thread reads or changes it, as much of the C library does. Call this as the program starts.
    ///
    /// - Parameter overwrite: Whether to replace variables that are there already; not by default.
    /// - Returns: The names of the variables that were set.
    /// - Throws: ``InfisicalError/decryptionFailed(_:)`` unless every secret decrypted;
    ///   ``InfisicalError/invalidInput(_:)`` if a reference leads nowhere, or for a secret that no
    ///   variable can be called after or hold: then nothing is set. Also for a variable that the system
    ///   refuses: then those after it are not set.
    @discardableResult
    public func populateEnvironment(overwrite: Bool = false) throws(InfisicalError) -> [String] {
        try checkComplete()
        if let noEnvironment { throw noEnvironment }
        let new = secrets.filter { overwrite || getenv($0.name) == nil }
        for secret in new where setenv(secret.name, secret.value, 1) != 0 {
            let reason = String(cString: strerror(errno))
            throw .invalidInput(
                .init(message: "the variable \(secret.name) cannot be set: \(reason)"))
        }
        return new.map(\.name)
    }

    /// Does nothing if every secret decrypted.
    ///
    /// - Throws: The first failure, with how many there are: ``InfisicalError/decryptionFailed(_:)``,
    ///   or ``InfisicalError/invalidInput(_:)`` for a reference that leads nowhere.
    public func checkComplete() throws(InfisicalError) {
        if let incomplete { throw incomplete }
    }
}

extension SecretList: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// How many there are.
    public var description: String {
        "SecretList(\(count) secrets, \(failures.count) failures)"
    }

    public var debugDescription: String { description }

    /// Everything but values and comments.
    public var customMirror: Mirror {
        Mirror(
            self, children: ["secrets": secrets, "failures": failures], displayStyle: .struct)
    }
}
