"""Iterating over the audit log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._arguments import name_list
from ._generated import audit_logs

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
    from datetime import datetime

    from ._types import AuditEvent


class AuditLogs(audit_logs.AuditLogs):
    __doc__ = audit_logs.AuditLogs.__doc__
    __slots__ = ()

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
        """Iterates over the events of a project, newest first.

        A page is requested when the loop reaches it. The arguments and errors are those of
        :meth:`query`: the first page begins at ``cursor``; ``limit`` and ``timeout`` apply to each
        page.
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


class AsyncAuditLogs(audit_logs.AsyncAuditLogs):
    """The methods of :class:`AuditLogs` as coroutines."""

    __slots__ = ()

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
