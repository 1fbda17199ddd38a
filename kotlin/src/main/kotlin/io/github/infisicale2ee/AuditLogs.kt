package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeAuditChange
import io.github.infisicale2ee.internal.NativeAuditDetail
import io.github.infisicale2ee.internal.NativeAuditEvent
import io.github.infisicale2ee.internal.NativeAuditLogFilter
import io.github.infisicale2ee.internal.NativeAuditLogPage
import io.github.infisicale2ee.internal.NativeAuditedSecret
import java.time.Instant
import kotlin.time.Duration
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow

/**
 * One thing the server says of an event.
 *
 * @property name its name.
 * @property value its value; JSON if it is no text.
 */
@ConsistentCopyVisibility
public data class AuditDetail
internal constructor(
    public val name: String,
    public val value: String,
) {
    internal constructor(
        native: NativeAuditDetail
    ) : this(
        name = native.name,
        value = native.value,
    )
}

/**
 * Something that happened in a project.
 *
 * @property id the event's id.
 * @property event what happened, by the server's own name.
 * @property actorType `user`, `service_token`, `service_account`, `identity`, or `unknown`.
 * @property actorId the actor's id.
 * @property actorName the e-mail address of a user, the name of another actor.
 * @property ipAddress where the request came from, as the server saw it.
 * @property userAgent the program that sent it, on servers since 2024.
 * @property channel what kind of program the server took it for, such as `web`, `cli` or `other`.
 * @property projectId the project.
 * @property createdAt when.
 * @property details what else the server says of it.
 */
@ConsistentCopyVisibility
public data class AuditEvent
internal constructor(
    public val id: String,
    public val event: String,
    public val actorType: String,
    public val actorId: String?,
    public val actorName: String?,
    public val ipAddress: String?,
    public val userAgent: String?,
    public val channel: String?,
    public val projectId: String?,
    public val createdAt: Instant?,
    public val details: List<AuditDetail>,
) {
    internal constructor(
        native: NativeAuditEvent
    ) : this(
        id = native.id,
        event = native.event,
        actorType = native.actorType,
        actorId = native.actorId,
        actorName = native.actorName,
        ipAddress = native.ipAddress,
        userAgent = native.userAgent,
        channel = native.channel,
        projectId = native.projectId,
        createdAt = toInstant(native.createdAt),
        details = native.details.map(::AuditDetail),
    )
}

/**
 * A page of an audit log.
 *
 * @property events what happened, newest first. It may be empty though another page follows.
 * @property next where the next page begins; `null` after the last.
 */
@ConsistentCopyVisibility
public data class AuditLogPage
internal constructor(
    public val events: List<AuditEvent>,
    public val next: String?,
) {
    internal constructor(
        native: NativeAuditLogPage
    ) : this(
        events = native.events.map(::AuditEvent),
        next = native.next,
    )
}

/**
 * A version of a secret.
 *
 * @property version counts the secret's changes from 1.
 * @property name its name.
 * @property value its value.
 */
@ConsistentCopyVisibility
public data class AuditedSecret
internal constructor(
    public val version: Long,
    public val name: String,
    public val value: String,
) {
    internal constructor(
        native: NativeAuditedSecret
    ) : this(
        version = native.version,
        name = native.name,
        value = native.value,
    )

    /** Everything but value. */
    override fun toString(): String = "AuditedSecret(version=$version, name=$name)"
}

/**
 * What an event did to one secret.
 *
 * @property secretId the secret's id.
 * @property environment slug of its environment.
 * @property before the secret as it was; `null` if it was made or only read.
 * @property after the secret as it is since then; `null` if it was deleted.
 */
@ConsistentCopyVisibility
public data class AuditChange
internal constructor(
    public val secretId: String,
    public val environment: String,
    public val before: AuditedSecret?,
    public val after: AuditedSecret?,
) {
    internal constructor(
        native: NativeAuditChange
    ) : this(
        secretId = native.secretId,
        environment = native.environment,
        before = native.before?.let(::AuditedSecret),
        after = native.after?.let(::AuditedSecret),
    )
}

/**
 * The audit log: who did what in a project. It is for users; other credentials are refused with
 * [PermissionDeniedException].
 */
public class AuditLogs internal constructor(private val connection: Connection) {
    /**
     * One page of what happened in a project, newest first. Real servers of 2024 keep an audit log
     * only with a licence and answer an empty one without.
     *
     * @param events kinds of events by the server's own names: `readSecrets`, `addSecrets`,
     *   `updateSecrets`, `deleteSecrets` on May 2023 servers, later `get-secrets`, `create-secret`
     *   and many more; all by default.
     * @param actor id of who did it; everybody by default.
     * @param channel kind of program that did it, such as `web`, `cli` or `other`; all by default.
     * @param start the first moment, as RFC 3339 text, such as `2024-06-01T00:00:00Z`.
     * @param end the last moment, likewise.
     * @param cursor where the page begins: `next` of the one before, with the same filter; by
     *   default the newest.
     * @param limit most entries the server is asked for, 1 to 1000; 100 by default.
     * @throws NotFoundException if there is no such project or the user is not a member.
     * @throws InvalidInputException for a time, cursor or limit that is none, or an event or
     *   channel the server does not know.
     */
    public suspend fun query(
        project: String? = null,
        events: List<String> = emptyList(),
        actor: String? = null,
        channel: String? = null,
        start: String? = null,
        end: String? = null,
        cursor: String? = null,
        limit: Long? = null,
        timeout: Duration? = null,
    ): AuditLogPage {
        checkText(*events.map { "events" to it }.toTypedArray())
        checkText(
            "project" to project,
            "actor" to actor,
            "channel" to channel,
            "start" to start,
            "end" to end,
            "cursor" to cursor,
        )
        val filter =
            NativeAuditLogFilter(
                project = project,
                events = events,
                actor = actor,
                channel = channel,
                start = start,
                end = end,
            )
        return connection.call(timeout) { AuditLogPage(auditLogPage(filter, cursor, limit, it)) }
    }

    /**
     * What one event did to secrets, decrypted. Only on May 2023 servers, whose audit log refers to
     * versions of secrets.
     *
     * @param id the event's id.
     * @throws UnsupportedByServerException on later servers.
     * @throws NotFoundException if the project has no such event.
     * @throws DecryptionFailedException if a version was changed.
     * @throws KeyUnavailableException if the user has no copy of the project key.
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
     * Everything that happened, newest first, page by page as it is collected. The parameters and
     * exceptions are those of [query]; `timeout` is for each page.
     */
    public fun events(
        project: String? = null,
        events: List<String> = emptyList(),
        actor: String? = null,
        channel: String? = null,
        start: String? = null,
        end: String? = null,
        timeout: Duration? = null,
    ): Flow<AuditEvent> = flow {
        var cursor: String? = null
        do {
            val page = query(project, events, actor, channel, start, end, cursor, timeout = timeout)
            page.events.forEach { emit(it) }
            cursor = page.next
        } while (cursor != null)
    }

    /**
     * Everything that happened, all pages of it, as JSON Lines: an object for each event, newest
     * first, with the fields of an event, `details` among them as an object.
     *
     * All of it is in memory at once; `start` and `end` bound it.
     *
     * @param events kinds of events by the server's own names: `readSecrets`, `addSecrets`,
     *   `updateSecrets`, `deleteSecrets` on May 2023 servers, later `get-secrets`, `create-secret`
     *   and many more; all by default.
     * @param actor id of who did it; everybody by default.
     * @param channel kind of program that did it, such as `web`, `cli` or `other`; all by default.
     * @param start the first moment, as RFC 3339 text, such as `2024-06-01T00:00:00Z`.
     * @param end the last moment, likewise.
     * @throws NotFoundException if there is no such project or the user is not a member.
     * @throws InvalidInputException for a time that is none, or an event or channel the server does
     *   not know.
     */
    public suspend fun export(
        project: String? = null,
        events: List<String> = emptyList(),
        actor: String? = null,
        channel: String? = null,
        start: String? = null,
        end: String? = null,
        timeout: Duration? = null,
    ): String {
        checkText(*events.map { "events" to it }.toTypedArray())
        checkText(
            "project" to project,
            "actor" to actor,
            "channel" to channel,
            "start" to start,
            "end" to end,
        )
        val filter =
            NativeAuditLogFilter(
                project = project,
                events = events,
                actor = actor,
                channel = channel,
                start = start,
                end = end,
            )
        return connection.call(timeout) { exportAuditLog(filter, it) }
    }
}

/** [AuditLogs] with calls that block. */
public class BlockingAuditLogs
internal constructor(private val auditLogs: AuditLogs, private val timeout: Duration?) {
    /** See [AuditLogs.query]. */
    @JvmOverloads
    public fun query(
        project: String? = null,
        events: List<String> = emptyList(),
        actor: String? = null,
        channel: String? = null,
        start: String? = null,
        end: String? = null,
        cursor: String? = null,
        limit: Long? = null,
    ): AuditLogPage = blocking {
        auditLogs.query(project, events, actor, channel, start, end, cursor, limit, timeout)
    }

    /** See [AuditLogs.changes]. */
    @JvmOverloads
    public fun changes(id: String, project: String? = null): List<AuditChange> = blocking {
        auditLogs.changes(id, project, timeout)
    }

    /** See [AuditLogs.events]: pages are asked for while iterating. */
    @JvmOverloads
    public fun events(
        project: String? = null,
        events: List<String> = emptyList(),
        actor: String? = null,
        channel: String? = null,
        start: String? = null,
        end: String? = null,
    ): Iterable<AuditEvent> = Iterable {
        iterator {
            var cursor: String? = null
            do {
                val page = query(project, events, actor, channel, start, end, cursor)
                yieldAll(page.events)
                cursor = page.next
            } while (cursor != null)
        }
    }

    /** See [AuditLogs.export]. */
    @JvmOverloads
    public fun export(
        project: String? = null,
        events: List<String> = emptyList(),
        actor: String? = null,
        channel: String? = null,
        start: String? = null,
        end: String? = null,
    ): String = blocking { auditLogs.export(project, events, actor, channel, start, end, timeout) }
}
