import Foundation
internal import InfisicalE2EENative

/// The type of a secret.
public enum SecretType: String, CaseIterable, Hashable, Sendable {
    /// Shared by all members of the project.
    case shared
    /// One user's override of a shared one.
    case personal
}

/// A decrypted secret. `print`, `dump`, string interpolation and `Mirror` show neither value nor
/// comment; only these properties do. Swift cannot erase a string from memory.
public struct Secret: Identifiable, Hashable, Sendable {
    /// The secret's id.
    public let id: String
    /// Its name, as decrypted.
    public let name: String
    /// Its value; empty if it was not read.
    public let value: String
    /// Whether its value was read: false if the call had `viewValue: false`.
    public let valueRead: Bool
    /// Its comment; empty if it has none.
    public let comment: String
    /// Its type.
    public let type: SecretType
    /// Counts its changes from 1; from 0 where several were made at once on a server of 2024.
    public let version: Int
    /// The project it belongs to.
    public let projectID: String
    /// Slug of its environment.
    public let environment: String
    /// Its folder; `/` on servers without folders.
    public let path: String
    /// Slugs of its tags; `nil` if the server does not send them. 2024 servers send them in lists
    /// only, May 2023 servers do not send them to service tokens and API keys.
    public let tags: [String]?
    /// Its metadata; `nil` if the server does not send any. Today's servers do, if they decrypt it.
    public let metadata: [SecretMetadata]?
    /// After how many days the server reminds of changing it; `nil` also if the server does not say
    /// so: today's servers tell reminders only in lists.
    public let reminderDays: Int?
    /// The note for the reminder.
    public let reminderNote: String?
    /// Whether the server's own tools write a value of several lines as it is.
    public let skipMultilineEncoding: Bool?
    /// When it was created, if the server sends it.
    public let createdAt: Date?
    /// When it was last changed, if the server sends it.
    public let updatedAt: Date?
    /// Whether the client decrypted it, and the server is not known to have the project key.
    public let endToEndEncrypted: Bool

    init(_ secret: NativeSecret) throws(InfisicalError) {
        id = secret.id
        name = secret.name
        value = secret.value
        valueRead = secret.valueRead
        comment = secret.comment
        type = try known(secret.kind)
        version = Int(secret.version)
        projectID = secret.projectId
        environment = secret.environment
        path = secret.path
        tags = secret.tags
        metadata = secret.metadata?.map(SecretMetadata.init)
        reminderDays = secret.reminderDays.map { Int($0) }
        reminderNote = secret.reminderNote
        skipMultilineEncoding = secret.skipMultilineEncoding
        createdAt = date(secret.createdAt)
        updatedAt = date(secret.updatedAt)
        endToEndEncrypted = secret.endToEndEncrypted
    }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The name, without the value.
    public var description: String { "Secret(\(name))" }
    public var debugDescription: String { description }

    /// Everything but value and comment.
    public var customMirror: Mirror {
        Mirror(
            self,
            children: [
                "id": id, "name": name, "valueRead": valueRead, "type": type, "version": version,
                "projectID": projectID,
                "environment": environment, "path": path, "tags": tags as Any,
                "metadata": metadata as Any, "reminderDays": reminderDays as Any,
                "reminderNote": reminderNote as Any,
                "skipMultilineEncoding": skipMultilineEncoding as Any,
                "createdAt": createdAt as Any, "updatedAt": updatedAt as Any,
                "endToEndEncrypted": endToEndEncrypted,
            ],
            displayStyle: .struct)
    }
}

/// The time of an RFC 3339 text; `nil` if it is not such a text.
func date(_ text: String?) -> Date? {
    guard let text else { return nil }
    // A style parses seconds either with or without a fraction, and its `parse` ignores trailing
    // text.
    return text.wholeMatch(of: Date.ISO8601FormatStyle(includingFractionalSeconds: true))?.output
        ?? text.wholeMatch(of: Date.ISO8601FormatStyle())?.output
}

/// The case of that name in the native library. Fails for an unknown name, which would be a bug.
func known<Value: RawRepresentable<String>>(_ name: String) throws(InfisicalError) -> Value {
    guard let value = Value(rawValue: name) else {
        let message = "the native library named a \(Value.self) that this package does not have"
        throw .internal(.init(message: message))
    }
    return value
}
