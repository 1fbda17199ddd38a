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

/// Somebody who can be found in an audit log.
public struct AuditActor: Hashable, Sendable {
    /// `user`, `service_token`, `service_account`, `identity`, or `unknown`.
    public let actorType: String
    /// The actor's id, which `actor` of a query takes.
    public let id: String?
    /// The e-mail address of a user, the name of another actor.
    public let name: String?

    init(_ native: NativeAuditActor) {
        actorType = native.actorType
        id = native.id
        name = native.name
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
    ///   - metadata: Names and values that the details of an event must have; anything by default. For
    ///     today's servers only, known from their source.
    ///   - start: The first moment: a `Date`, or RFC 3339 text such as `2024-06-01T00:00:00Z`.
    ///   - end: The last moment, likewise.
    ///   - cursor: Where the page begins: `next` of the one before, with the same filter; by
    ///     default the newest.
    ///   - limit: Most entries the server is asked for, 1 to 1000; 100 by default.
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no such project or the user is not a
    ///   member; ``InfisicalError/invalidInput(_:)`` for a time, cursor or limit that is none, or
    ///   an event or channel the server does not know; ``InfisicalError/unsupportedByServer(_:)``
    ///   for metadata on servers before today's.
    public func query(
        project: String? = nil,
        events: [String] = [],
        actor: String? = nil,
        channel: String? = nil,
        metadata: [String: String] = [:],
        start: (any AuditTime)? = nil,
        end: (any AuditTime)? = nil,
        cursor: String? = nil,
        limit: Int? = nil,
        timeout: Duration? = nil
    ) async throws -> AuditLogPage {
        let filter = filter(project, events, actor, channel, metadata, start, end)
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

    /// Who can be found in the audit log of a project: their ids are what `actor` of a query takes.
    /// Real servers of 2024 and later answer that there is nobody, whatever is in the log.
    ///
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no such project or the user is not a
    ///   member; ``InfisicalError/permissionDenied(_:)`` for programs and API keys, or without the
    ///   role; ``InfisicalError/unsupportedByServer(_:)`` on May 2023 servers.
    public func actors(
        project: String? = nil,
        timeout: Duration? = nil
    ) async throws -> [AuditActor] {
        try await perform {
            try await native.auditLogActors(project: project, timeout: timeout?.inSeconds)
                .map { AuditActor($0) }
        }
    }

    /// Everything that happened, newest first, page by page as it is asked for. Each loop over it asks
    /// anew.
    ///
    /// The parameters and errors are those of `query`; `limit` and `timeout` are for each page. If the
    /// task is cancelled, the loop throws `CancellationError`.
    ///
    /// ```swift
    /// for try await event in client.auditLogs.events(start: Date.now.addingTimeInterval(-86_400)) {
    ///     print(event.event)
    /// }
    /// ```
    public func events(
        project: String? = nil,
        events: [String] = [],
        actor: String? = nil,
        channel: String? = nil,
        metadata: [String: String] = [:],
        start: (any AuditTime)? = nil,
        end: (any AuditTime)? = nil,
        cursor: String? = nil,
        limit: Int? = nil,
        timeout: Duration? = nil
    ) -> AuditEvents {
        AuditEvents(from: cursor) { [self] cursor in
            try await query(
                project: project, events: events, actor: actor, channel: channel,
                metadata: metadata, start: start, end: end, cursor: cursor, limit: limit,
                timeout: timeout)
        }
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
    ///   - metadata: Names and values that the details of an event must have; anything by default. For
    ///     today's servers only, known from their source.
    ///   - start: The first moment: a `Date`, or RFC 3339 text such as `2024-06-01T00:00:00Z`.
    ///   - end: The last moment, likewise.
    /// - Throws: ``InfisicalError/notFound(_:)`` if there is no such project or the user is not a
    ///   member; ``InfisicalError/invalidInput(_:)`` for a time that is none, or an event or
    ///   channel the server does not know; ``InfisicalError/unsupportedByServer(_:)`` for metadata
    ///   on servers before today's.
    public func export(
        project: String? = nil,
        events: [String] = [],
        actor: String? = nil,
        channel: String? = nil,
        metadata: [String: String] = [:],
        start: (any AuditTime)? = nil,
        end: (any AuditTime)? = nil,
        timeout: Duration? = nil
    ) async throws -> String {
        let filter = filter(project, events, actor, channel, metadata, start, end)
        return try await perform {
            try await native.exportAuditLog(filter: filter, timeout: timeout?.inSeconds)
        }
    }

    private func filter(
        _ project: String?, _ events: [String], _ actor: String?, _ channel: String?,
        _ metadata: [String: String], _ start: (any AuditTime)?, _ end: (any AuditTime)?
    ) -> NativeAuditLogFilter {
        NativeAuditLogFilter(
            project: project, events: events, actor: actor, channel: channel,
            start: start?.rfc3339, end: end?.rfc3339,
            metadata: metadata.sorted { $0.key < $1.key }
                .map { NativeAuditDetail(name: $0.key, value: $0.value) })
    }
}
