"""The option ``trust_store``: a file, or an object that keeps the contents."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from conftest import NOWHERE, World

from infisical_e2ee import (
    AsyncClient,
    Client,
    ClientClosedError,
    IntegrityViolationError,
    InvalidInputError,
    NotFoundError,
    OperationTimeoutError,
    TamperingSuspectedError,
)


class Memory:
    """Keeps the contents in memory, and on which threads it was asked."""

    def __init__(self) -> None:
        self.contents: bytes | None = None
        self.calls: list[str] = []
        self.threads: set[int] = set()

    def load(self) -> bytes | None:
        self._called("load")
        return self.contents

    def save(self, contents: bytes) -> None:
        self._called("save")
        self.contents = contents

    def _called(self, name: str) -> None:
        self.calls.append(name)
        self.threads.add(threading.get_ident())


class Slow(Memory):
    """Waits before it loads."""

    def __init__(self) -> None:
        super().__init__()
        self.begun = threading.Event()
        self.go_on = threading.Event()

    def load(self) -> bytes | None:
        self.begun.set()
        self.go_on.wait(30)
        return super().load()


@contextmanager
def secret(world: World, name: str) -> Iterator[None]:
    """A secret, which the test deletes with another client."""
    with Client(base_url=world.url, token=world.token) as client:
        client.secrets.create(name, "value")
        yield
        try:
            client.secrets.delete(name)
        except NotFoundError:
            return


def deleted_elsewhere(world: World, name: str) -> None:
    with Client(base_url=world.url, token=world.token) as client:
        client.secrets.delete(name)


def test_storage_keeps_contents_between_clients(world: World) -> None:
    storage = Memory()
    with secret(world, "KEPT"):
        with Client(base_url=world.url, token=world.token, trust_store=storage) as client:
            assert client.secrets.get("KEPT").value == "value"
        assert {"load", "save"} == set(storage.calls)
        assert threading.get_ident() not in storage.threads
        assert b"KEPT" not in (storage.contents or b"")
        deleted_elsewhere(world, "KEPT")
        with Client(base_url=world.url, token=world.token, trust_store=storage) as client:
            with pytest.raises(TamperingSuspectedError, match="KEPT"):
                client.secrets.get("KEPT")
            assert client.trust.forget_secrets(names=["KEPT"]) == 1
            with pytest.raises(NotFoundError):
                client.secrets.get("KEPT")


def test_async_client_asks_the_storage_outside_the_event_loop(world: World) -> None:
    storage = Memory()

    async def main() -> None:
        async with AsyncClient(
            base_url=world.url, token=world.token, trust_store=storage
        ) as client:
            await asyncio.gather(*(client.secrets.list() for _ in range(20)))
            assert await client.trust.forget_secrets() > 0

    asyncio.run(main())
    assert threading.get_ident() not in storage.threads
    assert "save" in storage.calls


def test_path_is_a_str_or_path_and_several_clients_share_it(world: World, tmp_path: Path) -> None:
    file = tmp_path / "störe"
    with secret(world, "SHARED"):
        with Client(base_url=world.url, token=world.token, trust_store=file) as client:
            client.secrets.list()
        assert file.stat().st_mode & 0o777 == 0o600
        deleted_elsewhere(world, "SHARED")
        with Client(base_url=world.url, token=world.token, trust_store=str(file)) as client:
            with pytest.raises(TamperingSuspectedError, match="SHARED"):
                client.secrets.list()
            assert client.trust.forget_project(world.project) is None
            client.secrets.list()


def test_from_env_takes_the_option_or_the_variable(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INFISICAL_URL", world.url)
    monkeypatch.setenv("INFISICAL_TOKEN", world.token)
    monkeypatch.setenv("INFISICAL_TRUST_STORE", str(tmp_path / "variable"))
    with Client.from_env() as client:
        client.secrets.list()
    assert (tmp_path / "variable").exists()
    with Client.from_env(trust_store=tmp_path / "option") as client:
        client.secrets.list()
    assert (tmp_path / "option").exists()
    storage = Memory()
    with Client.from_env(trust_store=storage) as client:
        client.secrets.list()
    assert storage.contents is not None


class CannotLoad(Memory):
    def load(self) -> bytes | None:
        raise OSError("no \ud800 disk")


class CannotSave(Memory):
    def save(self, contents: bytes) -> None:
        raise OSError("disk full")


class Exits(Memory):
    def load(self) -> bytes | None:
        raise SystemExit("planted")


class LoadsText(Memory):
    def load(self) -> Any:
        return "text"


class LoadsOther(Memory):
    def load(self) -> bytes | None:
        return b"other"


@pytest.mark.parametrize(
    ("storage", "message"),
    [
        (CannotLoad(), r"cannot be read: OSError: no \? disk"),
        (CannotSave(), r"cannot be written: OSError: disk full"),
        (Exits(), r"cannot be read: SystemExit: planted"),
        (LoadsText(), r"cannot be read: TypeError: load\(\) returned str, not bytes or None"),
    ],
)
def test_exception_of_the_storage_becomes_the_text_of_an_error(
    world: World, storage: Memory, message: str
) -> None:
    client = Client(base_url=world.url, token=world.token, trust_store=storage)
    with client, pytest.raises(InvalidInputError, match=message):
        client.secrets.list()


def test_storage_with_other_contents_is_refused(world: World) -> None:
    client = Client(base_url=world.url, token=world.token, trust_store=LoadsOther())
    refused = pytest.raises(IntegrityViolationError, match="is not a trust store of this library")
    with client, refused:
        client.secrets.list()


@pytest.mark.parametrize("wrong", [b"store", 1, object(), Path, [Path("store")]])
def test_wrong_trust_store_is_refused(wrong: Any) -> None:
    with pytest.raises(InvalidInputError, match="trust_store: give the path"):
        Client(base_url=NOWHERE, email="a@b.test", password="p", trust_store=wrong)


def test_path_that_is_empty_or_not_unicode_is_refused() -> None:
    def refused(path: str, message: str) -> None:
        with pytest.raises(InvalidInputError, match=message):
            Client(base_url=NOWHERE, email="a@b.test", password="p", trust_store=path)

    refused("", "the option trust_store is empty")
    refused(os.fsdecode(b"\xff"), "not Unicode")
    with pytest.raises(InvalidInputError, match="no such credential"):
        Client(base_url=NOWHERE, trust_store="store")


def test_client_without_a_trust_store_has_nothing_to_forget(world: World) -> None:
    with Client(base_url=world.url, token=world.token) as client:
        with pytest.raises(InvalidInputError, match="no trust store"):
            client.trust.forget_secrets()
        with pytest.raises(InvalidInputError, match="no trust store"):
            client.trust.forget_project(world.project)


def test_close_while_the_storage_waits_ends_the_call_at_once(world: World) -> None:
    storage = Slow()
    client = Client(base_url=world.url, token=world.token, trust_store=storage)
    ended: list[object] = []

    def call() -> None:
        try:
            client.secrets.list()
        except ClientClosedError as error:
            ended.append(error)

    thread = threading.Thread(target=call)
    thread.start()
    assert storage.begun.wait(30)
    begin = time.monotonic()
    client.close()
    thread.join(30)
    assert time.monotonic() - begin < 5
    assert len(ended) == 1
    storage.go_on.set()


def test_storage_that_hangs_ends_the_call_at_its_timeout(world: World) -> None:
    storage = Slow()
    with Client(base_url=world.url, token=world.token, trust_store=storage) as client:
        with pytest.raises(OperationTimeoutError):
            client.secrets.list(timeout=0.5)
        storage.go_on.set()
        client.secrets.list()


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_trust_store_works_in_a_child_forked_while_the_storage_waits(world: World) -> None:
    storage = Slow()
    storage.go_on.set()
    client = Client(base_url=world.url, token=world.token, trust_store=storage)
    client.secrets.list()
    storage.begun.clear()
    storage.go_on.clear()
    thread = threading.Thread(target=client.secrets.list)
    thread.start()
    assert storage.begun.wait(30)
    child = os.fork()
    if child == 0:
        listed = False
        try:
            storage.go_on.set()
            listed = len(client.secrets.list(timeout=20)) > 0
        finally:
            os._exit(0 if listed else 1)
    _, status = os.waitpid(child, 0)
    storage.go_on.set()
    thread.join(30)
    assert status == 0
    client.close()


HANGS = """
import os, sys, time
from infisical_e2ee import Client, OperationTimeoutError

class Hangs:
    def load(self):
        time.sleep(3)

    def save(self, contents):
        pass

class SlowEnd:
    def __del__(self, sleep=time.sleep):
        sleep(3)

slow = SlowEnd()
client = Client(base_url=sys.argv[1], token=sys.argv[2], trust_store=Hangs())
try:
    client.secrets.list(timeout=0.5)
except OperationTimeoutError:
    print("timeout")
"""


def test_process_exits_while_the_storage_hangs(world: World) -> None:
    done = subprocess.run(
        [sys.executable, "-c", HANGS, world.url, world.token],
        stdout=subprocess.PIPE,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout == "timeout\n"
