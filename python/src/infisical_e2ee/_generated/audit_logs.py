"""Operations of one resource. Generated; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._arguments import audit_details, name_list, rfc3339
from .._calls import Resource, awaiting, blocking
from .inputs import AuditLogFilter

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from .._native import Call
    from .._types import AuditActor, AuditChange, AuditLogPage


class AuditLogs(Resource):
    """The audit log of projects: who did what.

    Every method fails with :class:`PermissionDeniedError` for a service token, a service account or
    a machine identity, and with :class:`InvalidInputError` if neither the call nor the client has a
    project, or if its id cannot be an id on this server.

    Protocol: ``/api/v1/workspace/{id}/logs`` and ``/api/v1/action/{id}`` on May 2023 servers, later
    ``/api/v1/workspace/{id}/audit-logs``, since autumn 2024 ``/api/v1/organization/audit-logs``.
    """

    __slots__ = ()

    @blocking
    def query(
        self,
        *,
        project: str | None = None,
        events: Iterable[str] = (),
        actor: str | None = None,
        channel: str | None = None,
        start: datetime | str | None = None,
        end: datetime | str | None = None,
        metadata: Mapping[str, str] | None = None,
        cursor: str | None = None,
        limit: int | None = None,
        timeout: float | None = None,
    ) -> Call[AuditLogPage]:
        """Returns one page of the audit log of a project, newest events first.

        Real servers of 2024 and later keep an audit log only with a license; without one it is
        empty.

        Args:
            project: Id or slug of the project; the client's by default.
            events: Kinds of events, by the server's own names: ``readSecrets``, ``addSecrets``,
                ``updateSecrets`` and ``deleteSecrets`` on May 2023 servers, later ``get-secrets``,
                ``create-secret`` and many more; all by default.
            actor: Id of the actor who did it, such as one of :meth:`AuditLogs.actors`; everybody by
                default.
            channel: Kind of program that did it, such as ``web``, ``cli`` or ``other``; all by
                default.
            start: First moment of the events, as RFC 3339, such as ``2024-06-01T00:00:00Z``; the
                beginning of the log by default. A ``datetime`` needs a time zone.
            end: Last moment of the events, as RFC 3339, such as ``2024-06-30T23:59:59Z``; now by
                default. A ``datetime`` needs a time zone.
            metadata: Details that an event must have, each by its name and value, such as
                ``environment`` and ``prod``; none by default. An event must have all of them. Names
                and values are not empty and have neither ``=`` nor ``,`` in them. Only servers
                since autumn 2024 can filter by details; this is known from their public source, and
                was not tested with a running server. Give a mapping of names to values.
            cursor: Cursor where the page begins: :attr:`AuditLogPage.next` of the page before, with
                the same filter; the newest event by default. Events that were added in the meantime
                are not returned, and no event is returned twice.
            limit: Number of entries to ask the server for at a time, 1 to 1000; 100 by default. A
                page may have fewer, where the client filters or the server returns no more, or
                more, where an entry stands for several events.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            PermissionDeniedError: If the user's role does not allow reading the audit log, or for
                an API key on servers of 2024 and later.
            NotFoundError: If there is no such project or the user is not a member.
            InvalidInputError: If a time is not RFC 3339 with a time zone, if the page size is not 1
                to 1000, if the cursor does not come from a page of the audit log, if the server
                does not know a kind of event or the channel, or if a name or value in ``metadata``
                is empty or has ``=`` or ``,`` in it.
            UnsupportedByServerError: If ``metadata`` is given, on servers before autumn 2024.
        """
        return self._native.audit_log_page(
            AuditLogFilter(
                project=project,
                events=name_list("events", events),
                actor=actor,
                channel=channel,
                start=rfc3339("start", start),
                end=rfc3339("end", end),
                metadata=audit_details(metadata),
            ),
            cursor,
            limit,
            timeout,
        )

    @blocking
    def export(
        self,
        *,
        project: str | None = None,
        events: Iterable[str] = (),
        actor: str | None = None,
        channel: str | None = None,
        start: datetime | str | None = None,
        end: datetime | str | None = None,
        metadata: Mapping[str, str] | None = None,
        timeout: float | None = None,
    ) -> Call[str]:
        """Returns the audit log of a project as JSON Lines.

        The text has an object for each event, newest first, with the fields of ``AuditEvent``;
        ``details`` is an object too.

        The text has all pages, and all of it is in memory at once; ``start`` and ``end`` limit it.
        It can be as long as the longest answer that the client accepts (64 MiB by default). Real
        servers of 2024 and later keep an audit log only with a license; without one it is empty.

        The deadline restarts with each page that has an event for the text. A long log with few of
        them needs a long deadline, or ``start`` and ``end``. Pages have 1000 entries by default,
        and 100 on May 2023 servers.

        Args:
            project: Id or slug of the project; the client's by default.
            events: Kinds of events, by the server's own names: ``readSecrets``, ``addSecrets``,
                ``updateSecrets`` and ``deleteSecrets`` on May 2023 servers, later ``get-secrets``,
                ``create-secret`` and many more; all by default.
            actor: Id of the actor who did it, such as one of :meth:`AuditLogs.actors`; everybody by
                default.
            channel: Kind of program that did it, such as ``web``, ``cli`` or ``other``; all by
                default.
            start: First moment of the events, as RFC 3339, such as ``2024-06-01T00:00:00Z``; the
                beginning of the log by default. A ``datetime`` needs a time zone.
            end: Last moment of the events, as RFC 3339, such as ``2024-06-30T23:59:59Z``; now by
                default. A ``datetime`` needs a time zone.
            metadata: Details that an event must have, each by its name and value, such as
                ``environment`` and ``prod``; none by default. An event must have all of them. Names
                and values are not empty and have neither ``=`` nor ``,`` in them. Only servers
                since autumn 2024 can filter by details; this is known from their public source, and
                was not tested with a running server. Give a mapping of names to values.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            PermissionDeniedError: If the user's role does not allow reading the audit log, or for
                an API key on servers of 2024 and later.
            NotFoundError: If there is no such project or the user is not a member.
            InvalidInputError: If a time is not RFC 3339 with a time zone, if the server does not
                know a kind of event or the channel, or if a name or value in ``metadata`` is empty
                or has ``=`` or ``,`` in it.
            UnsupportedByServerError: If ``metadata`` is given, on servers before autumn 2024.
            InvalidResponseError: If the text would be longer than that.
            TimeoutError: If the server sends pages without an event for the text until the
                deadline.
        """
        return self._native.export_audit_log(
            AuditLogFilter(
                project=project,
                events=name_list("events", events),
                actor=actor,
                channel=channel,
                start=rfc3339("start", start),
                end=rfc3339("end", end),
                metadata=audit_details(metadata),
            ),
            timeout,
        )

    @blocking
    def changes(
        self, id: str, *, project: str | None = None, timeout: float | None = None
    ) -> Call[list[AuditChange]]:
        """Returns what one event did to secrets, decrypted.

        Only on May 2023 servers, whose audit log refers to versions of secrets; on later ones, list
        the versions of the secret.

        Args:
            id: Id of the event.
            project: Id or slug of the project; the client's by default.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            UnsupportedByServerError: On servers of 2024 and later.
            NotFoundError: If the project has no such event.
            InvalidInputError: If ``id`` cannot be an id on this server.
            DecryptionFailedError: If a version of a secret was changed, so that it does not verify.
            KeyUnavailableError: If the user has no copy of the project key, or if the credential
                does not open the user's private key.
        """
        return self._native.audit_log_changes(id, project, timeout)

    @blocking
    def actors(
        self, *, project: str | None = None, timeout: float | None = None
    ) -> Call[list[AuditActor]]:
        """Lists who can be found in the audit log of a project.

        Use their ids as ``actor`` of :meth:`AuditLogs.query`.

        Real servers of 2024 and later always return an empty list, whatever is in the log.

        Args:
            project: Id or slug of the project; the client's by default.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            PermissionDeniedError: For an API key, or if the user's role does not allow reading the
                audit log.
            NotFoundError: If there is no such project or the user is not a member.
            UnsupportedByServerError: On May 2023 servers, and on recent servers that no longer have
                this list.
        """
        return self._native.audit_log_actors(project, timeout)


class AsyncAuditLogs(Resource):
    """The methods of :class:`AuditLogs` as coroutines."""

    __slots__ = ()

    query = awaiting(AuditLogs.query)
    export = awaiting(AuditLogs.export)
    changes = awaiting(AuditLogs.changes)
    actors = awaiting(AuditLogs.actors)
