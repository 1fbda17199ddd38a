import Foundation
internal import InfisicalE2EENative

/// What a secret was at one time.
public struct SecretVersion: Identifiable, Hashable, Sendable {
    /// The version's own id.
    public let id: String
    /// The secret's id.
    public let secretID: String
    /// Counts the secret's changes, from 1; from 0 where several were made at once.
    public let version: Int
    /// Whose the secret is.
    public let type: SecretType
    /// Slug of its environment.
    public let environment: String
    /// Its name then.
    public let name: String
    /// Its value then.
    public let value: String
    /// Its comment then, empty if it had none; `nil` on May 2023 servers, which do not keep it.
    public let comment: String?
    /// When it became so.
    public let createdAt: Date?
    /// Whether the secret has been deleted since, where the server tells: May 2023 only.
    public let deleted: Bool?

    init(_ native: NativeSecretVersion) throws(InfisicalError) {
        id = native.id
        secretID = native.secretId
        version = Int(native.version)
        type = try known(native.kind)
        environment = native.environment
        name = native.name
        value = native.value
        comment = native.comment
        createdAt = date(native.createdAt)
        deleted = native.deleted
    }
}

extension SecretVersion: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Nothing of value and comment.
    public var description: String { "SecretVersion(\(name))" }
    public var debugDescription: String { description }

    /// Everything but value and comment.
    public var customMirror: Mirror {
        Mirror(
            self,
            children: [
                "id": id, "secretID": secretID, "version": version, "type": type,
                "environment": environment, "name": name, "createdAt": createdAt as Any,
                "deleted": deleted as Any,
            ], displayStyle: .struct)
    }
}

/// The versions of a secret.
public struct SecretHistory: Hashable, Sendable {
    /// Those that decrypted, newest first.
    public let versions: [SecretVersion]
    /// Those that did not, by the id of the version.
    public let failures: [SecretFailure]

    private let incomplete: InfisicalError?

    init(_ native: NativeSecretHistory) throws(InfisicalError) {
        versions = try native.versions.map { item throws(InfisicalError) in try SecretVersion(item)
        }
        failures = native.failures.map { SecretFailure($0) }
        incomplete = native.incomplete.map { InfisicalError($0) }
    }

    /// Does nothing if every version decrypted.
    ///
    /// - Throws: ``InfisicalError/decryptionFailed(_:)`` says how many did not, and which was the first.
    public func checkComplete() throws(InfisicalError) {
        if let incomplete { throw incomplete }
    }
}
