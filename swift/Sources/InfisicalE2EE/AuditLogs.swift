import Foundation
internal import InfisicalE2EENative

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
