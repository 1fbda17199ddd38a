"""Subinterpreters, such as mod_wsgi's: importing the package there fails with a clear error."""

from __future__ import annotations

import subprocess
import sys

import pytest

# The name of the module depends on the Python version.
RUN = (
    """
import asyncio
try:
    import _interpreters as interpreters
except ImportError:
    import _xxsubinterpreters as interpreters

def create():
    try:
        return interpreters.create("legacy")
    except (TypeError, ValueError):
        return interpreters.create(isolated=False)

def run(interpreter, program):
    failure = interpreters.run_string(interpreter, program)
    if failure is not None:
        raise RuntimeError(failure.formatted)

REFUSED = """
    + '"""'
    + """
try:
    import infisical_e2ee
except ImportError as error:
    assert "main interpreter" in str(error), error
else:
    raise AssertionError("it was imported")
"""
    + '"""'
    + """

async def main():
    async with infisical_e2ee.AsyncClient(base_url="http://127.0.0.1:1") as client:
        try:
            await client.account.start_sign_up("a@example.test")
        except infisical_e2ee.ConnectionFailedError:
            print("refused by the network")
"""
)


@pytest.mark.parametrize(
    "program",
    [
        # The main interpreter imports last, after the other one has ended.
        """
subinterpreter = create()
run(subinterpreter, REFUSED)
interpreters.destroy(subinterpreter)
import infisical_e2ee
asyncio.run(main())
""",
        # The main interpreter imports first, and ends while the other one is alive.
        """
import infisical_e2ee
subinterpreter = create()
run(subinterpreter, REFUSED)
run(subinterpreter, REFUSED)
asyncio.run(main())
""",
    ],
)
def test_import_in_subinterpreter_is_refused_without_side_effects(program: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", RUN + program],
        stdout=subprocess.PIPE,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout == "refused by the network\n"
