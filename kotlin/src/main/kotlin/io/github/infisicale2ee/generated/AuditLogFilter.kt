// Written by `make generate` from `bindings/surface` and core's documentation. Do not edit.
package io.github.infisicale2ee

import java.time.Instant

/**
 * Options of [AuditLogs.query] and [AuditLogs.export], for [BlockingAuditLogs]. An option that is
 * not set has its default. Setters return a changed copy.
 */
public class AuditLogFilter
private constructor(
    internal val project: String?,
    internal val events: List<String>,
    internal val actor: String?,
    internal val channel: String?,
    internal val start: String?,
    internal val end: String?,
    internal val metadata: Map<String, String>,
) {
    /** Nothing is set. */
    public constructor() : this(null, emptyList(), null, null, null, null, emptyMap())

    /** Id or slug of the project; the client's by default. */
    public fun project(value: String): AuditLogFilter = copy(project = required("project", value))

    /**
     * Kinds of events, by the server's own names: `readSecrets`, `addSecrets`, `updateSecrets` and
     * `deleteSecrets` on May 2023 servers, later `get-secrets`, `create-secret` and many more; all
     * by default.
     */
    public fun events(value: List<String>): AuditLogFilter =
        copy(events = required("events", value))

    /** Id of the actor who did it, such as one of [AuditLogs.actors]; everybody by default. */
    public fun actor(value: String): AuditLogFilter = copy(actor = required("actor", value))

    /** Kind of program that did it, such as `web`, `cli` or `other`; all by default. */
    public fun channel(value: String): AuditLogFilter = copy(channel = required("channel", value))

    /**
     * First moment of the events, as RFC 3339, such as `2024-06-01T00:00:00Z`; the beginning of the
     * log by default.
     */
    public fun start(value: String): AuditLogFilter = copy(start = required("start", value))

    /**
     * First moment of the events, such as `2024-06-01T00:00:00Z`; the beginning of the log by
     * default.
     */
    public fun start(value: Instant): AuditLogFilter = start(required("start", value).toString())

    /** Last moment of the events, as RFC 3339, such as `2024-06-30T23:59:59Z`; now by default. */
    public fun end(value: String): AuditLogFilter = copy(end = required("end", value))

    /** Last moment of the events, such as `2024-06-30T23:59:59Z`; now by default. */
    public fun end(value: Instant): AuditLogFilter = end(required("end", value).toString())

    /**
     * Details that an event must have, each by its name and value, such as `environment` and
     * `prod`; none by default. An event must have all of them. Names and values are not empty and
     * have neither `=` nor `,` in them. Only servers since autumn 2024 can filter by details; this
     * is known from their public source, and was not tested with a running server.
     */
    public fun metadata(value: Map<String, String>): AuditLogFilter =
        copy(metadata = required("metadata", value))

    private fun copy(
        project: String? = this.project,
        events: List<String> = this.events,
        actor: String? = this.actor,
        channel: String? = this.channel,
        start: String? = this.start,
        end: String? = this.end,
        metadata: Map<String, String> = this.metadata,
    ): AuditLogFilter = AuditLogFilter(project, events, actor, channel, start, end, metadata)
}
