// Operations of one resource. Written by `make generate` from `bindings/surface` and core's
// documentation. Do not edit.
internal import InfisicalE2EENative

/// The audit log of projects: who did what.
///
/// Every method fails with ``InfisicalError/permissionDenied(_:)`` for a service token, a service
/// account or a machine identity, and with ``InfisicalError/invalidInput(_:)`` if neither the call
/// nor the client has a project, or if its id cannot be an id on this server.
///
/// Protocol: `/api/v1/workspace/{id}/logs` and `/api/v1/action/{id}` on May 2023 servers, later
/// `/api/v1/workspace/{id}/audit-logs`, since autumn 2024 `/api/v1/organization/audit-logs`.
public struct AuditLogs: Sendable {
    let native: NativeClient

    /// Returns one page of the audit log of a project, newest events first.
    ///
    /// Real servers of 2024 and later keep an audit log only with a license; without one it is
    /// empty.
    ///
    /// - Parameters:
    ///   - project: Id or slug of the project; the client's by default.
    ///   - events: Kinds of events, by the server's own names: `readSecrets`, `addSecrets`,
    ///     `updateSecrets` and `deleteSecrets` on May 2023 servers, later `get-secrets`,
    ///     `create-secret` and many more; all by default.
    ///   - actor: Id of the actor who did it, such as one of
    ///     ``AuditLogs/actors(project:timeout:)``; everybody by default.
    ///   - channel: Kind of program that did it, such as `web`, `cli` or `other`; all by default.
    ///   - start: First moment of the events, as RFC 3339, such as `2024-06-01T00:00:00Z`; the
    ///     beginning of the log by default. Give a `Date`, or RFC 3339 text.
    ///   - end: Last moment of the events, as RFC 3339, such as `2024-06-30T23:59:59Z`; now by
    ///     default. Give a `Date`, or RFC 3339 text.
    ///   - metadata: Details that an event must have, each by its name and value, such as
    ///     `environment` and `prod`; none by default. An event must have all of them. Names and
    ///     values are not empty and have neither `=` nor `,` in them. Only servers since autumn
    ///     2024 can filter by details; this is known from their public source, and was not tested
    ///     with a running server.
    ///   - cursor: Cursor where the page begins: ``AuditLogPage/next`` of the page before, with the
    ///     same filter; the newest event by default. Events that were added in the meantime are not
    ///     returned, and no event is returned twice.
    ///   - limit: Number of entries to ask the server for at a time, 1 to 1000; 100 by default. A
    ///     page may have fewer, where the client filters or the server returns no more, or more,
    ///     where an entry stands for several events.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/permissionDenied(_:)`` if the user's role does not allow reading the
    ///     audit log, or for an API key on servers of 2024 and later.
    ///   - ``InfisicalError/notFound(_:)`` if there is no such project or the user is not a member.
    ///   - ``InfisicalError/invalidInput(_:)`` if a time is not RFC 3339 with a time zone, if the
    ///     page size is not 1 to 1000, if the cursor does not come from a page of the audit log, if
    ///     the server does not know a kind of event or the channel, or if a name or value in
    ///     `metadata` is empty or has `=` or `,` in it.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` if `metadata` is given, on servers before
    ///     autumn 2024.
    public func query(
        project: String? = nil,
        events: [String] = [],
        actor: String? = nil,
        channel: String? = nil,
        start: (any AuditTime)? = nil,
        end: (any AuditTime)? = nil,
        metadata: [String: String] = [:],
        cursor: String? = nil,
        limit: Int? = nil,
        timeout: Duration? = nil
    ) async throws -> AuditLogPage {
        let filter = NativeAuditLogFilter(
            project: project, events: events, actor: actor, channel: channel, start: start?.rfc3339,
            end: end?.rfc3339, metadata: auditDetails(metadata))
        return try await perform {
            let answer = try await native.auditLogPage(
                filter: filter, cursor: cursor, limit: limit.map { Int64($0) },
                timeout: timeout?.inSeconds)
            return AuditLogPage(answer)
        }
    }

    /// Returns the audit log of a project as JSON Lines. The text has an object for each event,
    /// newest first, with the fields of `AuditEvent`; `details` is an object too.
    ///
    /// The text has all pages, and all of it is in memory at once; `start` and `end` limit it. It
    /// can be as long as the longest answer that the client accepts (64 MiB by default). Real
    /// servers of 2024 and later keep an audit log only with a license; without one it is empty.
    ///
    /// The deadline restarts with each page that has an event for the text. A long log with few of
    /// them needs a long deadline, or `start` and `end`. Pages have 1000 entries by default, and
    /// 100 on May 2023 servers.
    ///
    /// - Parameters:
    ///   - project: Id or slug of the project; the client's by default.
    ///   - events: Kinds of events, by the server's own names: `readSecrets`, `addSecrets`,
    ///     `updateSecrets` and `deleteSecrets` on May 2023 servers, later `get-secrets`,
    ///     `create-secret` and many more; all by default.
    ///   - actor: Id of the actor who did it, such as one of
    ///     ``AuditLogs/actors(project:timeout:)``; everybody by default.
    ///   - channel: Kind of program that did it, such as `web`, `cli` or `other`; all by default.
    ///   - start: First moment of the events, as RFC 3339, such as `2024-06-01T00:00:00Z`; the
    ///     beginning of the log by default. Give a `Date`, or RFC 3339 text.
    ///   - end: Last moment of the events, as RFC 3339, such as `2024-06-30T23:59:59Z`; now by
    ///     default. Give a `Date`, or RFC 3339 text.
    ///   - metadata: Details that an event must have, each by its name and value, such as
    ///     `environment` and `prod`; none by default. An event must have all of them. Names and
    ///     values are not empty and have neither `=` nor `,` in them. Only servers since autumn
    ///     2024 can filter by details; this is known from their public source, and was not tested
    ///     with a running server.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/permissionDenied(_:)`` if the user's role does not allow reading the
    ///     audit log, or for an API key on servers of 2024 and later.
    ///   - ``InfisicalError/notFound(_:)`` if there is no such project or the user is not a member.
    ///   - ``InfisicalError/invalidInput(_:)`` if a time is not RFC 3339 with a time zone, if the
    ///     server does not know a kind of event or the channel, or if a name or value in `metadata`
    ///     is empty or has `=` or `,` in it.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` if `metadata` is given, on servers before
    ///     autumn 2024.
    ///   - ``InfisicalError/invalidResponse(_:)`` if the text would be longer than that.
    ///   - ``InfisicalError/timeout(_:)`` if the server sends pages without an event for the text
    ///     until the deadline.
    public func export(
        project: String? = nil,
        events: [String] = [],
        actor: String? = nil,
        channel: String? = nil,
        start: (any AuditTime)? = nil,
        end: (any AuditTime)? = nil,
        metadata: [String: String] = [:],
        timeout: Duration? = nil
    ) async throws -> String {
        let filter = NativeAuditLogFilter(
            project: project, events: events, actor: actor, channel: channel, start: start?.rfc3339,
            end: end?.rfc3339, metadata: auditDetails(metadata))
        return try await perform {
            try await native.exportAuditLog(filter: filter, timeout: timeout?.inSeconds)
        }
    }

    /// Returns what one event did to secrets, decrypted. Only on May 2023 servers, whose audit log
    /// refers to versions of secrets; on later ones, list the versions of the secret.
    ///
    /// - Parameters:
    ///   - id: Id of the event.
    ///   - project: Id or slug of the project; the client's by default.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/unsupportedByServer(_:)`` on servers of 2024 and later.
    ///   - ``InfisicalError/notFound(_:)`` if the project has no such event.
    ///   - ``InfisicalError/invalidInput(_:)`` if `id` cannot be an id on this server.
    ///   - ``InfisicalError/decryptionFailed(_:)`` if a version of a secret was changed, so that it
    ///     does not verify.
    ///   - ``InfisicalError/keyUnavailable(_:)`` if the user has no copy of the project key, or if
    ///     the credential does not open the user's private key.
    public func changes(
        _ id: String,
        project: String? = nil,
        timeout: Duration? = nil
    ) async throws -> [AuditChange] {
        try await perform {
            let answer = try await native.auditLogChanges(
                id: id, project: project, timeout: timeout?.inSeconds)
            return answer.map(AuditChange.init)
        }
    }

    /// Lists who can be found in the audit log of a project. Use their ids as `actor` of
    /// ``AuditLogs/query(project:events:actor:channel:start:end:metadata:cursor:limit:timeout:)``.
    ///
    /// Real servers of 2024 and later always return an empty list, whatever is in the log.
    ///
    /// - Parameters:
    ///   - project: Id or slug of the project; the client's by default.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/permissionDenied(_:)`` for an API key, or if the user's role does not
    ///     allow reading the audit log.
    ///   - ``InfisicalError/notFound(_:)`` if there is no such project or the user is not a member.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` on May 2023 servers, and on recent servers
    ///     that no longer have this list.
    public func actors(
        project: String? = nil,
        timeout: Duration? = nil
    ) async throws -> [AuditActor] {
        try await perform {
            let answer = try await native.auditLogActors(
                project: project, timeout: timeout?.inSeconds)
            return answer.map(AuditActor.init)
        }
    }
}
