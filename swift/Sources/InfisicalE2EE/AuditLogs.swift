import Foundation
internal import InfisicalE2EENative

/// One thing the server says of an event.
public struct AuditDetail: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// Its value; JSON if it is no text.
    public let value: String

    init(_ native: NativeAuditDetail) {
        name = native.name
        value = native.value
    }
}

/// Something that happened in a project.
public struct AuditEvent: Identifiable, Hashable, Sendable {
    /// The event's id.
    public let id: String
    /// What happened, by the server's own name.
    public let event: String
    /// `user`, `service_token`, `service_account`, `identity`, or `unknown`.
    public let actorType: String
    /// The actor's id.
    public let actorID: String?
    /// The e-mail address of a user, the name of another actor.
    public let actorName: String?
    /// Where the request came from, as the server saw it.
    public let ipAddress: String?
    /// The program that sent it, on servers since 2024.
    public let userAgent: String?
    /// What kind of program the server took it for, such as `web`, `cli` or `other`.
    public let channel: String?
    /// The project.
    public let projectID: String?
    /// When.
    public let createdAt: Date?
    /// What else the server says of it.
    public let details: [AuditDetail]

    init(_ native: NativeAuditEvent) {
        id = native.id
        event = native.event
        actorType = native.actorType
        actorID = native.actorId
        actorName = native.actorName
        ipAddress = native.ipAddress
        userAgent = native.userAgent
        channel = native.channel
        projectID = native.projectId
        createdAt = date(native.createdAt)
        details = native.details.map { AuditDetail($0) }
    }
}

/// A page of an audit log.
public struct AuditLogPage: Hashable, Sendable {
    /// What happened, newest first. It may be empty though another page follows.
    public let events: [AuditEvent]
    /// Where the next page begins; `nil` after the last.
    public let next: String?

    init(_ native: NativeAuditLogPage) {
        events = native.events.map { AuditEvent($0) }
        next = native.next
    }
}

/// A version of a secret.
public struct AuditedSecret: Hashable, Sendable {
    /// Counts the secret's changes from 1.
    public let version: Int
    /// Its name.
    public let name: String
    /// Its value.
    public let value: String

    init(_ native: NativeAuditedSecret) {
        version = Int(native.version)
        name = native.name
        value = native.value
    }
}

extension AuditedSecret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Nothing of value.
    public var description: String { "AuditedSecret(\(name))" }
    public var debugDescription: String { description }

    /// Everything but value.
    public var customMirror: Mirror {
        Mirror(self, children: ["version": version, "name": name], displayStyle: .struct)
    }
}

/// What an event did to one secret.
public struct AuditChange: Hashable, Sendable {
    /// The secret's id.
    public let secretID: String
    /// Slug of its environment.
    public let environment: String
    /// The secret as it was; `nil` if it was made or only read.
    public let before: AuditedSecret?
    /// The secret as it is since then; `nil` if it was deleted.
    public let after: AuditedSecret?

    init(_ native: NativeAuditChange) {
        secretID = native.secretId
        environment = native.environment
        before = native.before.map { AuditedSecret($0) }
        after = native.after.map { AuditedSecret($0) }
    }
}

/// The audit log: who did what in a project. It is for users; other credentials are refused with
/// ``InfisicalError/permissionDenied(_:)``.
public struct AuditLogs: Sendable {
    let native: NativeClient

    /// One page of what happened in a project, newest first. Real servers of 2024 keep an audit log
    /// only with a licence and answer an empty one without.
    ///
    /// - Parameters:
    ///   - events: Kinds of events by the server's own names: `readSecrets`, `addSecrets`,
    ///     `updateSecrets`, `deleteSecrets` on May 2023 servers, later `get-secrets`,
    ///     `create-secret` and many more; all by default.
    ///   - actor: Id of who did it; everybody by default.
    ///   - channel: Kind of program that did it, such as `web`, `cli` or `other`; all by default.
    ///   - start: The first moment, as RFC 3339 text, such as `2024-06-01T00:00:00Z`.
    ///   - end: The last moment, likewise.
    ///   - cursor: Where the page begins: `next` of the one before, with the same filter; by
    ///     default the newest.
    ///   - limit: Most entries the server is asked for, 1 to 1000; 100 by default.
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no such project or the user is not a
    ///   member; ``InfisicalError/invalidInput(_:)`` for a time, cursor or limit that is none, or
    ///   an event or channel the server does not know.
    public func query(
        project: String? = nil,
        events: [String] = [],
        actor: String? = nil,
        channel: String? = nil,
        start: String? = nil,
        end: String? = nil,
        cursor: String? = nil,
        limit: Int? = nil,
        timeout: Duration? = nil
    ) async throws -> AuditLogPage {
        let filter = NativeAuditLogFilter(
            project: project, events: events, actor: actor, channel: channel, start: start, end: end
        )
        return try await perform {
            AuditLogPage(
                try await native.auditLogPage(
                    filter: filter, cursor: cursor, limit: limit.map { Int64($0) },
                    timeout: timeout?.inSeconds))
        }
    }

    /// What one event did to secrets, decrypted. Only on May 2023 servers, whose audit log refers
    /// to versions of secrets.
    ///
    /// - Parameter id: The event's id.
    /// - Throws: ``InfisicalError/unsupportedByServer(_:)`` on later servers;
    ///   ``InfisicalError/notFound(_:)`` if the project has no such event;
    ///   ``InfisicalError/decryptionFailed(_:)`` if a version was changed;
    ///   ``InfisicalError/keyUnavailable(_:)`` if the user has no copy of the project key.
    public func changes(
        _ id: String,
        project: String? = nil,
        timeout: Duration? = nil
    ) async throws -> [AuditChange] {
        try await perform {
            try await native.auditLogChanges(id: id, project: project, timeout: timeout?.inSeconds)
                .map { AuditChange($0) }
        }
    }

    /// Everything that happened, newest first, page by page as it is asked for.
    ///
    /// The parameters and errors are those of `query`; `timeout` is for each page.
    ///
    /// ```swift
    /// for try await event in client.auditLogs.events(start: "2024-06-01T00:00:00Z") {
    ///     print(event.event)
    /// }
    /// ```
    public func events(
        project: String? = nil,
        events: [String] = [],
        actor: String? = nil,
        channel: String? = nil,
        start: String? = nil,
        end: String? = nil,
        timeout: Duration? = nil
    ) -> AsyncThrowingStream<AuditEvent, any Error> {
        let state = Pages { [self] cursor in
            try await query(
                project: project, events: events, actor: actor, channel: channel, start: start,
                end: end, cursor: cursor, timeout: timeout)
        }
        return AsyncThrowingStream { try await state.next() }
    }

    /// Everything that happened, all pages of it, as JSON Lines: an object for each event, newest
    /// first, with the fields of an event, `details` among them as an object.
    ///
    /// All of it is in memory at once; `start` and `end` bound it.
    ///
    /// - Parameters:
    ///   - events: Kinds of events by the server's own names: `readSecrets`, `addSecrets`,
    ///     `updateSecrets`, `deleteSecrets` on May 2023 servers, later `get-secrets`,
    ///     `create-secret` and many more; all by default.
    ///   - actor: Id of who did it; everybody by default.
    ///   - channel: Kind of program that did it, such as `web`, `cli` or `other`; all by default.
    ///   - start: The first moment, as RFC 3339 text, such as `2024-06-01T00:00:00Z`.
    ///   - end: The last moment, likewise.
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no such project or the user is not a
    ///   member; ``InfisicalError/invalidInput(_:)`` for a time that is none, or an event or
    ///   channel the server does not know.
    public func export(
        project: String? = nil,
        events: [String] = [],
        actor: String? = nil,
        channel: String? = nil,
        start: String? = nil,
        end: String? = nil,
        timeout: Duration? = nil
    ) async throws -> String {
        let filter = NativeAuditLogFilter(
            project: project, events: events, actor: actor, channel: channel, start: start, end: end
        )
        return try await perform {
            try await native.exportAuditLog(filter: filter, timeout: timeout?.inSeconds)
        }
    }
}

/// The pages of an audit log, one at a time, event by event.
private actor Pages {
    private let page: @Sendable (String?) async throws -> AuditLogPage
    private var waiting: ArraySlice<AuditEvent> = []
    private var cursor: String?
    private var isLast = false

    init(page: @escaping @Sendable (String?) async throws -> AuditLogPage) {
        self.page = page
    }

    func next() async throws -> AuditEvent? {
        while waiting.isEmpty, !isLast {
            let page = try await page(cursor)
            waiting = page.events[...]
            cursor = page.next
            isLast = page.next == nil
        }
        return waiting.popFirst()
    }
}
