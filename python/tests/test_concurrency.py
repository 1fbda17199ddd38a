"""Threads, event loops, signals and forks."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest
from conftest import World
from silent_server import silent_server

from infisical_e2ee import (
    AsyncClient,
    Client,
    ClientClosedError,
    InvalidInputError,
    OperationTimeoutError,
)

TICK = 0.005


@contextmanager
def ticking() -> Iterator[list[float]]:
    """Runs a thread that always needs the interpreter; yields the times at which it had it."""
    ticks: list[float] = []
    stop = threading.Event()

    def tick() -> None:
        while not stop.is_set():
            ticks.append(time.monotonic())
            time.sleep(TICK)

    thread = threading.Thread(target=tick)
    thread.start()
    try:
        yield ticks
    finally:
        stop.set()
        thread.join()


def longest_gap(ticks: list[float]) -> float:
    return max(later - earlier for earlier, later in zip(ticks, ticks[1:]))


def assert_not_blocked(ticks: list[float], took: float) -> None:
    """A call that blocks the interpreter would leave a gap as long as the call."""
    assert took > 20 * TICK, "the call was too quick to tell"
    assert longest_gap(ticks) < took / 2


def test_call_waiting_for_the_network_does_not_block_threads() -> None:
    with silent_server() as server, ticking() as ticks:
        client = Client(base_url=server.url)
        with pytest.raises(OperationTimeoutError):
            client.account.start_sign_up("a@example.test", timeout=1)
    assert_not_blocked(ticks, took=1)


def test_password_hashing_does_not_block_threads(world: World) -> None:
    client = Client(base_url=world.url, email=world.email, password=world.password)
    with client, ticking() as ticks:
        begin = time.monotonic()
        client.projects.open_key(world.project)
        took = time.monotonic() - begin
    assert_not_blocked(ticks, took)


def test_password_hashing_does_not_block_the_event_loop(world: World) -> None:
    async def main() -> list[float]:
        ticks = [time.monotonic()]
        client = AsyncClient(base_url=world.url, email=world.email, password=world.password)
        async with client:
            log_in = asyncio.ensure_future(client.projects.open_key(world.project))
            while not log_in.done():
                await asyncio.sleep(TICK)
                ticks.append(time.monotonic())
            await log_in
        return ticks

    ticks = asyncio.run(main())
    assert_not_blocked(ticks, took=ticks[-1] - ticks[0])


def test_client_is_shared_by_threads(world: World) -> None:
    with Client(base_url=world.url, token=world.token) as client, ThreadPoolExecutor(8) as pool:
        names = ["DB_URL", "API_KEY", "EMPTY"] * 10
        found = list(pool.map(client.secrets.get, names))
    assert [secret.name for secret in found] == names


def test_async_client_works_in_successive_event_loops(world: World) -> None:
    client = AsyncClient(base_url=world.url, token=world.token)

    async def main() -> str:
        return (await client.secrets.get("DB_URL")).name

    assert [asyncio.run(main()) for _ in range(3)] == ["DB_URL"] * 3


def test_close_during_call_in_another_thread_ends_it() -> None:
    with silent_server() as server, ThreadPoolExecutor() as threads:
        client = Client(base_url=server.url)
        call = threads.submit(client.account.start_sign_up, "a@example.test")
        assert server.asked.wait(10)
        began = time.monotonic()
        client.close()
        with pytest.raises(ClientClosedError):
            call.result(timeout=10)
        assert time.monotonic() - began < 5
        assert server.hung_up.wait(10)


def test_close_during_call_in_another_task_ends_it() -> None:
    async def run(url: str, asked: threading.Event) -> None:
        client = AsyncClient(base_url=url)
        call = asyncio.create_task(client.account.start_sign_up("a@example.test"))
        assert await asyncio.to_thread(asked.wait, 10)
        await client.close()
        with pytest.raises(ClientClosedError):
            await asyncio.wait_for(call, timeout=5)

    with silent_server() as server:
        asyncio.run(run(server.url, server.asked))
        assert server.hung_up.wait(10)


def test_cancelled_task_cancels_its_request() -> None:
    async def main(url: str) -> None:
        call = asyncio.ensure_future(AsyncClient(base_url=url).account.start_sign_up("a@b.test"))
        await asyncio.to_thread(server.asked.wait, 10)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call

    with silent_server() as server:
        asyncio.run(main(server.url))
        assert server.hung_up.wait(10)


def test_abandoned_calls_report_nothing(world: World, caplog: pytest.LogCaptureFixture) -> None:
    problems: list[object] = []

    async def main() -> None:
        asyncio.get_running_loop().set_exception_handler(
            lambda _, context: problems.append(context)
        )
        client = AsyncClient(base_url=world.url, token=world.token)
        await asyncio.wait([asyncio.ensure_future(client.secrets.get("DB_URL"))], timeout=0.001)
        with pytest.raises(asyncio.TimeoutError):
            await asyncio.wait_for(client.secrets.get("NOPE"), 0.0001)
        gc.collect()

    asyncio.run(main())
    gc.collect()
    assert problems == []
    assert caplog.records == []


def test_timeout_of_one_call_ends_it() -> None:
    with silent_server() as server:
        begin = time.monotonic()
        with pytest.raises(OperationTimeoutError, match=r"0\.2 seconds"):
            Client(base_url=server.url).account.start_sign_up("a@b.test", timeout=0.2)
        assert time.monotonic() - begin < 5

        async def main() -> None:
            with pytest.raises(OperationTimeoutError, match=r"0\.2 seconds"):
                await AsyncClient(base_url=server.url).account.start_sign_up(
                    "a@b.test", timeout=0.2
                )

        asyncio.run(main())
        with pytest.raises(InvalidInputError, match="timeout"):
            Client(base_url=server.url).account.start_sign_up("a@b.test", timeout=-1)


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Enables interrupts: shells disable them for background jobs, and Python inherits that."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_keyboard_interrupt_ends_a_call(interruptible: None) -> None:
    with silent_server() as server:
        interrupt = threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT))
        interrupt.start()
        begin = time.monotonic()
        with pytest.raises(KeyboardInterrupt):
            Client(base_url=server.url).account.start_sign_up("a@b.test")
        assert time.monotonic() - begin < 5
        assert server.hung_up.wait(10)


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_client_works_in_parent_and_child_after_fork(world: World) -> None:
    client = Client(base_url=world.url, token=world.token, deadline=20)
    assert client.secrets.get("DB_URL").name == "DB_URL"
    child = os.fork()
    if child == 0:
        found = False
        try:
            found = client.secrets.get("API_KEY").value == "key"
        finally:
            os._exit(0 if found else 1)
    assert client.secrets.get("DB_URL").name == "DB_URL"
    _, status = os.waitpid(child, 0)
    assert status == 0
