"""The audit log of projects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._arguments import name_list, rfc3339
from ._calls import Resource, awaiting, blocking
from ._generated.inputs import AuditLogFilter
from ._types import AuditDetail

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
    from datetime import datetime

    from ._native import Call
    from ._types import AuditActor, AuditChange, AuditEvent, AuditLogPage


class AuditLogs(Resource):
    """The audit log: who did what in a project, as ``client.audit_logs``.

    It is for users; other credentials are refused with :class:`PermissionDeniedError`. ``timeout``
    limits the call in seconds, beside the client's ``deadline``.

    Protocol: ``/api/v1/workspace/{id}/logs`` on May 2023 servers, later
    ``/api/v1/workspace/{id}/audit-logs``, today ``/api/v1/organization/audit-logs`` (Infisical REST
    API).
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
        """One page of what happened in a project, newest first.

        Real servers of 2024 keep an audit log only with a licence and answer an empty one without.

        Args:
            project: Id of the project; the client's by default.
            events: Kinds of events by the server's own names: ``readSecrets``, ``addSecrets``,
                ``updateSecrets``, ``deleteSecrets`` on May 2023 servers, later ``get-secrets``,
                ``create-secret`` and many more; all by default.
            actor: Id of who did it; everybody by default.
            channel: Kind of program that did it, such as ``web``, ``cli`` or ``other``; all by
                default.
            start: The first moment, as ``datetime`` with a time zone, or RFC 3339 text such as
                ``2024-06-01T00:00:00Z``.
            end: The last moment, likewise.
            metadata: Names to values that the details of an event must have; any by default. Only
                today's servers filter by it, by source.
            cursor: Where the page begins: ``next`` of the one before, with the same filter; by
                default the newest.
            limit: Most entries the server is asked for, 1 to 1000; 100 by default.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no such project or the user is not a member.
            InvalidInputError: For a time, cursor or limit that is none, a ``datetime`` without a
                time zone, or an event or channel the server does not know.
            UnsupportedByServerError: The server does not filter by ``metadata``.
        """
        return self._native.audit_log_page(
            _filter(project, events, actor, channel, start, end, metadata),
            cursor,
            limit,
            timeout,
        )

    @blocking
    def changes(
        self,
        id: str,
        *,
        project: str | None = None,
        timeout: float | None = None,
    ) -> Call[list[AuditChange]]:
        """What one event did to secrets, decrypted.

        Only on May 2023 servers, whose audit log refers to versions of secrets.

        Args:
            id: The event's id.
            project: Id of the project; the client's by default.
            timeout: Seconds the call may take.

        Raises:
            UnsupportedByServerError: On later servers.
            NotFoundError: The project has no such event.
            DecryptionFailedError: A version was changed.
            KeyUnavailableError: The user has no copy of the project key.
        """
        return self._native.audit_log_changes(id, project, timeout)

    @blocking
    def actors(
        self,
        *,
        project: str | None = None,
        timeout: float | None = None,
    ) -> Call[list[AuditActor]]:
        """Who can be found in the audit log of a project: their ids are what ``actor`` takes.

        Servers of 2024 and later always answer with an empty list.

        Args:
            project: Id of the project; the client's by default.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no such project or the user is not a member.
            PermissionDeniedError: The credential is a program's or an API key, or the user may not.
            UnsupportedByServerError: On May 2023 servers.
        """
        return self._native.audit_log_actors(project, timeout)

    def events(
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
    ) -> Iterator[AuditEvent]:
        """Everything that happened, newest first, page by page as it is asked for.

        A loop may end early: no page is read that is not looked at.

        Args:
            project: As in :meth:`query`.
            events: As in :meth:`query`.
            actor: As in :meth:`query`.
            channel: As in :meth:`query`.
            start: As in :meth:`query`.
            end: As in :meth:`query`.
            metadata: As in :meth:`query`.
            cursor: Where to begin: ``next`` of a page that :meth:`query` gave with the same filter;
                by default at the newest event.
            limit: Most entries the server is asked for at once, 1 to 1000; 100 by default.
            timeout: Seconds each page may take.

        Raises:
            InfisicalError: As :meth:`query`, when the page is read.
        """
        events = name_list("events", events)
        while True:
            page = self.query(
                project=project,
                events=events,
                actor=actor,
                channel=channel,
                start=start,
                end=end,
                metadata=metadata,
                cursor=cursor,
                limit=limit,
                timeout=timeout,
            )
            yield from page.events
            cursor = page.next
            if cursor is None:
                return

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
        """Everything that happened, all pages of it, as JSON Lines.

        There is an object for each event, newest first, with the fields of :class:`AuditEvent`,
        ``details`` among them as an object. All of it is in memory at once; ``start`` and
        ``end`` bound it.

        Args:
            project: Id of the project; the client's by default.
            events: Kinds of events by the server's own names: ``readSecrets``, ``addSecrets``,
                ``updateSecrets``, ``deleteSecrets`` on May 2023 servers, later ``get-secrets``,
                ``create-secret`` and many more; all by default.
            actor: Id of who did it; everybody by default.
            channel: Kind of program that did it, such as ``web``, ``cli`` or ``other``; all by
                default.
            start: The first moment, as ``datetime`` with a time zone, or RFC 3339 text such as
                ``2024-06-01T00:00:00Z``.
            end: The last moment, likewise.
            metadata: Names to values that the details of an event must have; any by default. Only
                today's servers filter by it, by source.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no such project or the user is not a member.
            InvalidInputError: ``start`` or ``end`` is no time, or one without a time zone, or the
                server does not know an event or the channel.
            UnsupportedByServerError: The server does not filter by ``metadata``.
        """
        return self._native.export_audit_log(
            _filter(project, events, actor, channel, start, end, metadata),
            timeout,
        )


class AsyncAuditLogs(Resource):
    """The methods of :class:`AuditLogs` as coroutines."""

    __slots__ = ()

    query = awaiting(AuditLogs.query)
    changes = awaiting(AuditLogs.changes)
    actors = awaiting(AuditLogs.actors)
    export = awaiting(AuditLogs.export)

    async def events(
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
    ) -> AsyncIterator[AuditEvent]:
        """As :meth:`AuditLogs.events`, for ``async for``."""
        events = name_list("events", events)
        while True:
            page = await self.query(
                project=project,
                events=events,
                actor=actor,
                channel=channel,
                start=start,
                end=end,
                metadata=metadata,
                cursor=cursor,
                limit=limit,
                timeout=timeout,
            )
            for event in page.events:
                yield event
            cursor = page.next
            if cursor is None:
                return


def _filter(
    project: str | None,
    events: Iterable[str],
    actor: str | None,
    channel: str | None,
    start: datetime | str | None,
    end: datetime | str | None,
    metadata: Mapping[str, str] | None,
) -> AuditLogFilter:
    return AuditLogFilter(
        project=project,
        events=name_list("events", events),
        actor=actor,
        channel=channel,
        start=rfc3339("start", start),
        end=rfc3339("end", end),
        metadata=[AuditDetail(name, value) for name, value in (metadata or {}).items()],
    )
