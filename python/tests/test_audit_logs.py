"""The audit log: iteration over its pages, and its filter."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta, timezone
from typing import Any, cast

import pytest
from conftest import NOWHERE, World
from fake_native import FakeCall, FakeNative

from infisical_e2ee import (
    AsyncAuditLogs,
    AsyncClient,
    AuditDetail,
    AuditEvent,
    AuditLogPage,
    AuditLogs,
    Client,
    InvalidInputError,
)

Looping = Callable[..., "list[str]"]


def event(id: str) -> AuditEvent:
    return AuditEvent(id, "e", "user", None, None, None, None, None, None, None, ())


def page(ids: str, following: str | None) -> FakeCall:
    return FakeCall(AuditLogPage(tuple(map(event, ids)), following))


def loop(native: FakeNative, most: int | None = None, **options: Any) -> list[str]:
    """The ids of all events, or of the first ``most``."""
    ids = []
    for found in AuditLogs(cast("Any", native)).events(**options):
        ids.append(found.id)
        if len(ids) == most:
            break
    return ids


def async_loop(native: FakeNative, most: int | None = None, **options: Any) -> list[str]:
    async def main() -> list[str]:
        ids = []
        async for found in AsyncAuditLogs(cast("Any", native)).events(**options):
            ids.append(found.id)
            if len(ids) == most:
                break
        return ids

    return asyncio.run(main())


def cursors(native: FakeNative) -> list[str | None]:
    return [cursor for _, _, cursor, _, _ in native.asked]


both = pytest.mark.parametrize("looping", [loop, async_loop])


@both
def test_events_reads_every_page(looping: Looping) -> None:
    native = FakeNative(page("ab", "1.b"), page("c", "2.c"), page("de", None))
    assert looping(native) == ["a", "b", "c", "d", "e"]
    assert cursors(native) == [None, "1.b", "2.c"]


@both
def test_events_continues_after_an_empty_page(looping: Looping) -> None:
    native = FakeNative(page("", "1.a"), page("", "2.a"), page("b", None))
    assert looping(native) == ["b"]
    assert cursors(native) == [None, "1.a", "2.a"]


@both
def test_events_of_an_empty_log_ends(looping: Looping) -> None:
    assert looping(FakeNative(page("", None))) == []


@both
def test_events_ended_early_requests_no_further_page(looping: Looping) -> None:
    native = FakeNative(page("ab", "1.b"), page("cd", "2.d"))
    assert looping(native, 3) == ["a", "b", "c"]
    assert cursors(native) == [None, "1.b"]


@both
def test_events_starts_at_the_cursor_and_keeps_its_options(looping: Looping) -> None:
    native = FakeNative(page("a", "8.a"), page("b", None))
    options = {"project": "p", "events": iter(["x"]), "metadata": {"k": "v"}}
    assert looping(native, cursor="7.z", limit=1, timeout=2.5, **options) == ["a", "b"]
    [(_, wanted, *first), (_, same, *second)] = native.asked
    assert first == ["7.z", 1, 2.5]
    assert second == ["8.a", 1, 2.5]
    assert wanted == same
    assert (wanted.project, wanted.events) == ("p", ["x"])
    assert wanted.metadata == [AuditDetail("k", "v")]


def test_events_cancelled_cancels_the_pending_page() -> None:
    waiting = FakeCall(ends=False)
    native = FakeNative(page("a", "1.a"), waiting)
    seen = []

    async def look() -> None:
        async for found in AsyncAuditLogs(cast("Any", native)).events():
            seen.append(found.id)

    async def main() -> None:
        task = asyncio.ensure_future(look())
        while not waiting.started:
            await asyncio.sleep(0.001)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(main())
    assert seen == ["a"]
    assert waiting.cancelled
    assert cursors(native) == [None, "1.a"]


NEW_YEAR = datetime(2024, 1, 1, tzinfo=timezone.utc)


@pytest.mark.parametrize(
    ("given", "passed"),
    [
        (NEW_YEAR, "2024-01-01T00:00:00+00:00"),
        (NEW_YEAR.astimezone(timezone(timedelta(hours=5.5))), "2024-01-01T00:00:00+00:00"),
        (NEW_YEAR + timedelta(microseconds=7), "2024-01-01T00:00:00.000007+00:00"),
        ("2024-01-01T01:00:00+01:00", "2024-01-01T01:00:00+01:00"),
        (None, None),
    ],
)
def test_query_time_may_be_datetime_or_str(
    given: datetime | str | None, passed: str | None
) -> None:
    native = FakeNative(page("", None), FakeCall(""))
    log = AuditLogs(cast("Any", native))
    log.query(start=given)
    log.export(end=given)
    [(_, queried, *_), (_, exported, *_)] = native.asked
    assert (queried.start, queried.end) == (passed, None)
    assert (exported.start, exported.end) == (None, passed)


def failing(log: AuditLogs, **options: Any) -> Iterable[Callable[[], object]]:
    return (
        lambda: log.query(**options),
        lambda: log.export(**options),
        lambda: list(log.events(**options)),
    )


def test_query_time_without_time_zone_is_refused() -> None:
    for bound in ("start", "end"):
        for fails in failing(Client(base_url=NOWHERE).audit_logs, **{bound: datetime(2024, 1, 1)}):
            with pytest.raises(InvalidInputError, match=rf"{bound}.*time zone"):
                fails()


def test_query_events_as_str_is_refused() -> None:
    for fails in failing(Client(base_url=NOWHERE).audit_logs, events="readSecrets"):
        with pytest.raises(InvalidInputError, match=r"events.*list of names"):
            fails()


def test_async_events_as_str_is_refused() -> None:
    async def main() -> None:
        async for _ in AsyncClient(base_url=NOWHERE).audit_logs.events(events="get-secrets"):
            pass

    with pytest.raises(InvalidInputError, match=r"events.*list of names"):
        asyncio.run(main())


def test_events_with_real_pages_match_query(world: World) -> None:
    options: dict[str, Any] = {"events": ["create-secret"], "project": world.project}
    credential = {"base_url": world.url, "email": world.email, "password": world.password}

    async def main() -> list[str]:
        async with AsyncClient(**cast("Any", credential)) as client:
            return [found.id async for found in client.audit_logs.events(limit=1, **options)]

    with Client(**cast("Any", credential)) as client:
        whole = client.audit_logs.query(**options)
        ids = [found.id for found in whole.events]
        assert len(ids) > 2
        assert whole.next is None
        assert [found.id for found in client.audit_logs.events(limit=1, **options)] == ids
        assert asyncio.run(main()) == ids
        first = client.audit_logs.query(limit=1, **options)
        rest = client.audit_logs.events(cursor=first.next, **options)
        assert [found.id for found in rest] == ids[1:]
        newest = whole.events[0].created_at
        assert newest is not None
        later = client.audit_logs.events(start=newest + timedelta(seconds=1), **options)
        assert list(later) == []
