"""The audit log of projects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._calls import Resource, awaiting, blocking
from ._inputs import AuditLogFilter

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Sequence

    from ._native import Call
    from ._types import AuditChange, AuditEvent, AuditLogPage


class AuditLogs(Resource):
    """The audit log: who did what in a project.

    It is for users; other credentials are refused with :class:`PermissionDeniedError`.
    """

    __slots__ = ()

    @blocking
    def query(
        self,
        *,
        project: str | None = None,
        events: Sequence[str] = (),
        actor: str | None = None,
        channel: str | None = None,
        start: str | None = None,
        end: str | None = None,
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
            start: The first moment, as RFC 3339 text, such as ``2024-06-01T00:00:00Z``.
            end: The last moment, likewise.
            cursor: Where the page begins: ``next`` of the one before, with the same filter; by
                default the newest.
            limit: Most entries the server is asked for, 1 to 1000; 100 by default.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no such project or the user is not a member.
            InvalidInputError: For a time, cursor or limit that is none, or an event or channel the
                server does not know.
        """
        return self._native.audit_log_page(
            AuditLogFilter(
                project=project,
                events=[*events],
                actor=actor,
                channel=channel,
                start=start,
                end=end,
            ),
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

    def events(
        self,
        *,
        project: str | None = None,
        events: Sequence[str] = (),
        actor: str | None = None,
        channel: str | None = None,
        start: str | None = None,
        end: str | None = None,
        timeout: float | None = None,
    ) -> Iterator[AuditEvent]:
        """Everything that happened, newest first, page by page as it is asked for.

        The arguments and errors are those of :meth:`query`; ``timeout`` is for each page.
        """
        cursor: str | None = None
        while True:
            page = self.query(
                project=project,
                events=events,
                actor=actor,
                channel=channel,
                start=start,
                end=end,
                cursor=cursor,
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
        events: Sequence[str] = (),
        actor: str | None = None,
        channel: str | None = None,
        start: str | None = None,
        end: str | None = None,
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
            start: The first moment, as RFC 3339 text, such as ``2024-06-01T00:00:00Z``.
            end: The last moment, likewise.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no such project or the user is not a member.
            InvalidInputError: ``start`` or ``end`` is no time, or the server does not know an event
                or the channel.
        """
        return self._native.export_audit_log(
            AuditLogFilter(
                project=project,
                events=[*events],
                actor=actor,
                channel=channel,
                start=start,
                end=end,
            ),
            timeout,
        )


class AsyncAuditLogs(Resource):
    """The methods of :class:`AuditLogs` as coroutines."""

    __slots__ = ()

    query = awaiting(AuditLogs.query)
    changes = awaiting(AuditLogs.changes)
    export = awaiting(AuditLogs.export)

    async def events(
        self,
        *,
        project: str | None = None,
        events: Sequence[str] = (),
        actor: str | None = None,
        channel: str | None = None,
        start: str | None = None,
        end: str | None = None,
        timeout: float | None = None,
    ) -> AsyncIterator[AuditEvent]:
        """As :meth:`AuditLogs.events`, for ``async for``."""
        cursor: str | None = None
        while True:
            page = await self.query(
                project=project,
                events=events,
                actor=actor,
                channel=channel,
                start=start,
                end=end,
                cursor=cursor,
                timeout=timeout,
            )
            for event in page.events:
                yield event
            cursor = page.next
            if cursor is None:
                return
