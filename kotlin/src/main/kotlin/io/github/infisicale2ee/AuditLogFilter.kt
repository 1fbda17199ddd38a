package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeAuditDetail
import io.github.infisicale2ee.internal.NativeAuditLogFilter
import java.time.Instant

/**
 * Which events of an audit log are wanted, for [BlockingAuditLogs]: all of them, but for what is
 * set. Setters return a changed copy; what they mean is said at [AuditLogs.query].
 *
 * ```java
 * AuditLogFilter today = new AuditLogFilter().start(Instant.now().minus(Duration.ofDays(1)));
 * ```
 */
public class AuditLogFilter private constructor(internal val native: NativeAuditLogFilter) {
    /** Everything in the client's project. */
    public constructor() :
        this(NativeAuditLogFilter(null, emptyList(), null, null, null, null, emptyList()))

    /** In the project of that id. */
    public fun project(id: String): AuditLogFilter =
        AuditLogFilter(native.copy(project = required("project", id)))

    /** Of these kinds alone. */
    public fun events(events: List<String>): AuditLogFilter =
        AuditLogFilter(native.copy(events = required("events", events)))

    /** Done by whoever has that id. */
    public fun actor(id: String): AuditLogFilter =
        AuditLogFilter(native.copy(actor = required("actor", id)))

    /** Done by that kind of program. */
    public fun channel(channel: String): AuditLogFilter =
        AuditLogFilter(native.copy(channel = required("channel", channel)))

    /** From that moment on. */
    public fun start(start: Instant): AuditLogFilter = start(required("start", start).toString())

    /** From that moment on, as RFC 3339 text. */
    public fun start(start: String): AuditLogFilter =
        AuditLogFilter(native.copy(start = required("start", start)))

    /** Up to that moment. */
    public fun end(end: Instant): AuditLogFilter = end(required("end", end).toString())

    /** Up to that moment, as RFC 3339 text. */
    public fun end(end: String): AuditLogFilter =
        AuditLogFilter(native.copy(end = required("end", end)))

    /** With all of these details, names to values. */
    public fun metadata(metadata: Map<String, String>): AuditLogFilter {
        val details =
            required("metadata", metadata).map { (name, value) -> NativeAuditDetail(name, value) }
        return AuditLogFilter(native.copy(metadata = details))
    }
}
