"""Process exit during calls. An aborted process ends with a signal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

# The last call ends at the same time as the interpreter.
LAST_CALL = """
import asyncio
from infisical_e2ee import AsyncClient, ConnectionFailedError, OperationTimeoutError

async def main():
    client = AsyncClient(base_url="http://127.0.0.1:1")
    try:
        await client.account.start_sign_up("a@example.test", timeout=0.0001)
    except (ConnectionFailedError, OperationTimeoutError):
        pass

asyncio.run(main())
"""

# Daemon threads wait for a response while the interpreter ends slowly.
DAEMONS = """
import threading, time
from infisical_e2ee import Client
from silent_server import silent_server

class Slow:
    def __del__(self, sleep=time.sleep):
        sleep(0.5)

slow = Slow()
with silent_server() as server:
    call = Client(base_url=server.url).account.start_sign_up
    for _ in range(4):
        threading.Thread(target=call, args=("a@example.test",), daemon=True).start()
    server.asked.wait(10)
"""

# An exit handler that runs after the package's own makes calls.
AT_EXIT = """
import atexit, asyncio

def last():
    try:
        infisical_e2ee.Client(base_url="http://127.0.0.1:1").account.start_sign_up("a@b.test")
    except infisical_e2ee.ConnectionFailedError:
        print("blocking: refused by the network")
    try:
        asyncio.run(infisical_e2ee.AsyncClient(base_url="http://127.0.0.1:1").account.me())
    except RuntimeError as error:
        print(f"asyncio: {error}")

atexit.register(last)
import infisical_e2ee
"""


def run(program: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parent)},
        stdout=subprocess.PIPE,
        text=True,
        timeout=60,
        check=True,
    )
    return done.stdout


@pytest.mark.parametrize("_attempt", range(10))
def test_exit_right_after_the_last_async_call(_attempt: int) -> None:
    assert run(LAST_CALL) == ""


def test_exit_while_daemon_threads_wait() -> None:
    assert run(DAEMONS) == ""


def test_exit_handler_blocking_call_works_and_async_call_raises() -> None:
    blocking, awaiting = run(AT_EXIT).splitlines()
    assert blocking == "blocking: refused by the network"
    assert awaiting.startswith("asyncio: the interpreter is ending")
