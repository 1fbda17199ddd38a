package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeAuditActor
import io.github.infisicale2ee.internal.NativeAuditChange
import io.github.infisicale2ee.internal.NativeAuditDetail
import io.github.infisicale2ee.internal.NativeAuditEvent
import io.github.infisicale2ee.internal.NativeAuditLogPage
import io.github.infisicale2ee.internal.NativeAuditedSecret
import java.time.Instant

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
 * Somebody who can be found in an audit log.
 *
 * @property actorType as in [AuditEvent].
 * @property id the actor's id, which `actor` of [AuditLogs.query] takes.
 * @property name the e-mail address of a user, the name of another actor.
 */
@ConsistentCopyVisibility
public data class AuditActor
internal constructor(
    public val actorType: String,
    public val id: String?,
    public val name: String?,
) {
    internal constructor(
        native: NativeAuditActor
    ) : this(
        actorType = native.actorType,
        id = native.id,
        name = native.name,
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
