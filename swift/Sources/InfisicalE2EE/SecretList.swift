import Foundation
internal import InfisicalE2EENative

/// The secrets of one folder.
///
/// A secret that does not decrypt does not hide the others: the collection has those that
/// decrypted, in the server's order, and ``failures`` has the others. ``dictionary()`` and
/// ``checkComplete()`` throw if there are any.
///
/// A recursive list has the secrets of the folders below it too, ordered by path, and its names can
/// repeat from folder to folder. There, a name alone is that of a secret in the folder that was
/// listed; `list[name, path]` finds those of the others.
public struct SecretList: RandomAccessCollection, Sendable {
    /// The secrets that did not decrypt, or have an unresolved reference.
    public let failures: [SecretFailure]
    /// The path of the folder that was listed, if the list is recursive.
    public let folder: String?
    /// Identifies this state of the list; see ``Secrets/listIfChanged``.
    public let etag: String?

    private let secrets: [Secret]
    private let incomplete: InfisicalError?
    private let noEnvironment: InfisicalError?
    private let noMap: InfisicalError?

    init(_ list: NativeSecretList) throws(InfisicalError) {
        failures = list.failures.map(SecretFailure.init)
        secrets = try list.secrets.map(Secret.init)
        incomplete = list.incomplete.map { InfisicalError($0) }
        noEnvironment = list.noEnvironment.map { InfisicalError($0) }
        noMap = list.noMap.map { InfisicalError($0) }
        folder = list.folder
        etag = list.etag
    }

    public var startIndex: Int { secrets.startIndex }
    public var endIndex: Int { secrets.endIndex }
    public subscript(position: Int) -> Secret { secrets[position] }

    /// The secret of that name, if it decrypted; of a recursive list, only if it is in the folder
    /// that was listed.
    public subscript(name: String) -> Secret? {
        if let folder { return self[name, folder] }
        return secrets.first { $0.isNamed(name) }
    }

    /// The secret of that name in the folder with a path, such as `/backend`, if it decrypted.
    public subscript(name: String, path: String) -> Secret? {
        secrets.first { $0.isNamed(name) && $0.path == path }
    }

    /// Names to values, in plaintext. If names differ only in how accents are composed, which Swift
    /// considers equal, the last one is used.
    ///
    /// - Throws: ``InfisicalError/decryptionFailed(_:)`` unless every secret decrypted;
    ///   ``InfisicalError/invalidInput(_:)`` for an unresolved reference, or if a recursive list
    ///   has secrets of one name in several folders, or if the values were not read.
    public func dictionary() throws(InfisicalError) -> [String: String] {
        try checkComplete()
        try checkMappable()
        return Dictionary(secrets.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    }

    func checkMappable() throws(InfisicalError) {
        if let noMap { throw noMap }
    }

    /// Sets each secret as a variable of the process's environment. Child processes inherit it.
    ///
    /// Call this when the program starts. On Linux a process's environment is not thread-safe: it
    /// must not be changed while another thread reads or changes it, as many functions of the C
    /// library do.
    ///
    /// - Parameter overwrite: Whether to replace existing variables; false by default.
    /// - Returns: The names of the variables that were set.
    /// - Throws: ``InfisicalError/decryptionFailed(_:)`` unless every secret decrypted;
    ///   ``InfisicalError/invalidInput(_:)`` for an unresolved reference, for a secret whose name
    ///   or value no variable can have, or if a recursive list has secrets of one name in several
    ///   folders: then nothing is set. Also for a variable that the system refuses: then the
    ///   variables after it are not set.
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

    /// Throws if a secret did not decrypt.
    ///
    /// - Throws: The first failure, with the number of failures:
    ///   ``InfisicalError/decryptionFailed(_:)``, or ``InfisicalError/invalidInput(_:)`` for an
    ///   unresolved reference.
    public func checkComplete() throws(InfisicalError) {
        if let incomplete { throw incomplete }
    }
}

extension Secret {
    /// Swift considers differently composed accents equal; servers do not.
    fileprivate func isNamed(_ name: String) -> Bool {
        self.name.utf8.elementsEqual(name.utf8)
    }
}

extension SecretList: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The numbers of secrets and failures.
    public var description: String {
        "SecretList(\(count) secrets, \(failures.count) failures)"
    }

    public var debugDescription: String { description }

    /// The secrets and failures, without values and comments.
    public var customMirror: Mirror {
        Mirror(
            self, children: ["secrets": secrets, "failures": failures], displayStyle: .struct)
    }
}
