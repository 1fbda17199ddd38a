// Written by `make generate` from `bindings/surface` and core's documentation. Do not edit.
package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeAuditLogFilter
import java.time.Instant
import kotlin.time.Duration

/**
 * The audit log of projects: who did what.
 *
 * Every method fails with [PermissionDeniedException] for a service token, a service account or a
 * machine identity, and with [InvalidInputException] if neither the call nor the client has a
 * project, or if its id cannot be an id on this server.
 *
 * Protocol: `/api/v1/workspace/{id}/logs` and `/api/v1/action/{id}` on May 2023 servers, later
 * `/api/v1/workspace/{id}/audit-logs`, since autumn 2024 `/api/v1/organization/audit-logs`.
 */
public abstract class AuditLogsOperations internal constructor(private val connection: Connection) {
    /**
     * Returns one page of the audit log of a project, newest events first.
     *
     * Real servers of 2024 and later keep an audit log only with a license; without one it is
     * empty.
     *
     * @param project id or slug of the project; the client's by default.
     * @param events kinds of events, by the server's own names: `readSecrets`, `addSecrets`,
     *   `updateSecrets` and `deleteSecrets` on May 2023 servers, later `get-secrets`,
     *   `create-secret` and many more; all by default.
     * @param actor id of the actor who did it, such as one of [AuditLogs.actors]; everybody by
     *   default.
     * @param channel kind of program that did it, such as `web`, `cli` or `other`; all by default.
     * @param start first moment of the events, as RFC 3339, such as `2024-06-01T00:00:00Z`; the
     *   beginning of the log by default.
     * @param end last moment of the events, as RFC 3339, such as `2024-06-30T23:59:59Z`; now by
     *   default.
     * @param metadata details that an event must have, each by its name and value, such as
     *   `environment` and `prod`; none by default. An event must have all of them. Names and values
     *   are not empty and have neither `=` nor `,` in them. Only servers since autumn 2024 can
     *   filter by details; this is known from their public source, and was not tested with a
     *   running server. Give a map of names to values.
     * @param cursor cursor where the page begins: [AuditLogPage.next] of the page before, with the
     *   same filter; the newest event by default. Events that were added in the meantime are not
     *   returned, and no event is returned twice.
     * @param limit number of entries to ask the server for at a time, 1 to 1000; 100 by default. A
     *   page may have fewer, where the client filters or the server returns no more, or more, where
     *   an entry stands for several events.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws PermissionDeniedException if the user's role does not allow reading the audit log, or
     *   for an API key on servers of 2024 and later.
     * @throws NotFoundException if there is no such project or the user is not a member.
     * @throws InvalidInputException if a time is not RFC 3339 with a time zone, if the page size is
     *   not 1 to 1000, if the cursor does not come from a page of the audit log, if the server does
     *   not know a kind of event or the channel, or if a name or value in `metadata` is empty or
     *   has `=` or `,` in it.
     * @throws UnsupportedByServerException if `metadata` is given, on servers before autumn 2024.
     */
    public suspend fun query(
        project: String? = null,
        events: List<String> = emptyList(),
        actor: String? = null,
        channel: String? = null,
        start: String? = null,
        end: String? = null,
        metadata: Map<String, String> = emptyMap(),
        cursor: String? = null,
        limit: Long? = null,
        timeout: Duration? = null,
    ): AuditLogPage {
        checkText(
            "project" to project,
            "actor" to actor,
            "channel" to channel,
            "start" to start,
            "end" to end,
            "cursor" to cursor,
        )
        checkTexts("events", events)
        val filter =
            NativeAuditLogFilter(
                project,
                events,
                actor,
                channel,
                start,
                end,
                auditDetails("metadata", metadata),
            )
        return connection.call(timeout) { AuditLogPage(auditLogPage(filter, cursor, limit, it)) }
    }

    /** As the other [AuditLogs.query], with times as [Instant]; `null` is no limit. */
    public suspend fun query(
        project: String? = null,
        events: List<String> = emptyList(),
        actor: String? = null,
        channel: String? = null,
        start: Instant?,
        end: Instant? = null,
        metadata: Map<String, String> = emptyMap(),
        cursor: String? = null,
        limit: Long? = null,
        timeout: Duration? = null,
    ): AuditLogPage {
        return query(
            project,
            events,
            actor,
            channel,
            start?.toString(),
            end?.toString(),
            metadata,
            cursor,
            limit,
            timeout,
        )
    }

    /**
     * Returns the audit log of a project as JSON Lines. The text has an object for each event,
     * newest first, with the fields of `AuditEvent`; `details` is an object too.
     *
     * The text has all pages, and all of it is in memory at once; `start` and `end` limit it. It
     * can be as long as the longest answer that the client accepts (64 MiB by default). Real
     * servers of 2024 and later keep an audit log only with a license; without one it is empty.
     *
     * The deadline restarts with each page that has an event for the text. A long log with few of
     * them needs a long deadline, or `start` and `end`. Pages have 1000 entries by default, and 100
     * on May 2023 servers.
     *
     * @param project id or slug of the project; the client's by default.
     * @param events kinds of events, by the server's own names: `readSecrets`, `addSecrets`,
     *   `updateSecrets` and `deleteSecrets` on May 2023 servers, later `get-secrets`,
     *   `create-secret` and many more; all by default.
     * @param actor id of the actor who did it, such as one of [AuditLogs.actors]; everybody by
     *   default.
     * @param channel kind of program that did it, such as `web`, `cli` or `other`; all by default.
     * @param start first moment of the events, as RFC 3339, such as `2024-06-01T00:00:00Z`; the
     *   beginning of the log by default.
     * @param end last moment of the events, as RFC 3339, such as `2024-06-30T23:59:59Z`; now by
     *   default.
     * @param metadata details that an event must have, each by its name and value, such as
     *   `environment` and `prod`; none by default. An event must have all of them. Names and values
     *   are not empty and have neither `=` nor `,` in them. Only servers since autumn 2024 can
     *   filter by details; this is known from their public source, and was not tested with a
     *   running server. Give a map of names to values.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws PermissionDeniedException if the user's role does not allow reading the audit log, or
     *   for an API key on servers of 2024 and later.
     * @throws NotFoundException if there is no such project or the user is not a member.
     * @throws InvalidInputException if a time is not RFC 3339 with a time zone, if the server does
     *   not know a kind of event or the channel, or if a name or value in `metadata` is empty or
     *   has `=` or `,` in it.
     * @throws UnsupportedByServerException if `metadata` is given, on servers before autumn 2024.
     * @throws InvalidResponseException if the text would be longer than that.
     * @throws OperationTimeoutException if the server sends pages without an event for the text
     *   until the deadline.
     */
    public suspend fun export(
        project: String? = null,
        events: List<String> = emptyList(),
        actor: String? = null,
        channel: String? = null,
        start: String? = null,
        end: String? = null,
        metadata: Map<String, String> = emptyMap(),
        timeout: Duration? = null,
    ): String {
        checkText(
            "project" to project,
            "actor" to actor,
            "channel" to channel,
            "start" to start,
            "end" to end,
        )
        checkTexts("events", events)
        val filter =
            NativeAuditLogFilter(
                project,
                events,
                actor,
                channel,
                start,
                end,
                auditDetails("metadata", metadata),
            )
        return connection.call(timeout) { exportAuditLog(filter, it) }
    }

    /** As the other [AuditLogs.export], with times as [Instant]; `null` is no limit. */
    public suspend fun export(
        project: String? = null,
        events: List<String> = emptyList(),
        actor: String? = null,
        channel: String? = null,
        start: Instant?,
        end: Instant? = null,
        metadata: Map<String, String> = emptyMap(),
        timeout: Duration? = null,
    ): String {
        return export(
            project,
            events,
            actor,
            channel,
            start?.toString(),
            end?.toString(),
            metadata,
            timeout,
        )
    }

    /**
     * Returns what one event did to secrets, decrypted. Only on May 2023 servers, whose audit log
     * refers to versions of secrets; on later ones, list the versions of the secret.
     *
     * @param id id of the event.
     * @param project id or slug of the project; the client's by default.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws UnsupportedByServerException on servers of 2024 and later.
     * @throws NotFoundException if the project has no such event.
     * @throws InvalidInputException if `id` cannot be an id on this server.
     * @throws DecryptionFailedException if a version of a secret was changed, so that it does not
     *   verify.
     * @throws KeyUnavailableException if the user has no copy of the project key, or if the
     *   credential does not open the user's private key.
     */
    public suspend fun changes(
        id: String,
        project: String? = null,
        timeout: Duration? = null,
    ): List<AuditChange> {
        checkText("id" to id, "project" to project)
        return connection.call(timeout) { auditLogChanges(id, project, it).map(::AuditChange) }
    }

    /**
     * Lists who can be found in the audit log of a project. Use their ids as `actor` of
     * [AuditLogs.query].
     *
     * Real servers of 2024 and later always return an empty list, whatever is in the log.
     *
     * @param project id or slug of the project; the client's by default.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws PermissionDeniedException for an API key, or if the user's role does not allow
     *   reading the audit log.
     * @throws NotFoundException if there is no such project or the user is not a member.
     * @throws UnsupportedByServerException on May 2023 servers, and on recent servers that no
     *   longer have this list.
     */
    public suspend fun actors(
        project: String? = null,
        timeout: Duration? = null,
    ): List<AuditActor> {
        checkText("project" to project)
        return connection.call(timeout) { auditLogActors(project, it).map(::AuditActor) }
    }
}

/** [AuditLogs] with calls that block. */
public abstract class BlockingAuditLogsOperations
internal constructor(private val auditLogs: AuditLogs, private val timeout: Duration?) {
    /** See [AuditLogs.query]. */
    @JvmOverloads
    public fun query(
        filter: AuditLogFilter = AuditLogFilter(),
        cursor: String? = null,
        limit: Long? = null,
    ): AuditLogPage =
        blocking("filter" to filter) {
            auditLogs.query(
                filter.project,
                filter.events,
                filter.actor,
                filter.channel,
                filter.start,
                filter.end,
                filter.metadata,
                cursor,
                limit,
                timeout,
            )
        }

    /** See [AuditLogs.export]. */
    @JvmOverloads
    public fun export(filter: AuditLogFilter = AuditLogFilter()): String =
        blocking("filter" to filter) {
            auditLogs.export(
                filter.project,
                filter.events,
                filter.actor,
                filter.channel,
                filter.start,
                filter.end,
                filter.metadata,
                timeout,
            )
        }

    /** See [AuditLogs.changes]. */
    @JvmOverloads
    public fun changes(id: String, project: String? = null): List<AuditChange> =
        blocking("id" to id) { auditLogs.changes(id, project, timeout) }

    /** See [AuditLogs.actors]. */
    @JvmOverloads
    public fun actors(project: String? = null): List<AuditActor> = blocking {
        auditLogs.actors(project, timeout)
    }
}
