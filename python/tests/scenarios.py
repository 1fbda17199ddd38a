"""Runs tests/scenarios/*.json with the installed package: blocking, or with --async on asyncio.

The environment says against what: INFISICAL_E2EE_TEST_TARGET, _URL, _ERA, _SCENARIOS (a folder),
_CODE_CMD (prints the sign-up code of the address appended to it) and, for replay, _FIXTURES.
"""

from __future__ import annotations

import argparse
import asyncio
import inspect
import json
import os
import secrets as randomness
import shlex
import subprocess
import sys
import traceback
from base64 import b64decode
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from scenario_values import Mismatch, expand, for_era, match, to_json

from infisical_e2ee import (
    AsyncClient,
    Client,
    InfisicalError,
    NewValue,
    format_secrets,
    parse_secrets,
    verify_webhook,
)
from infisical_e2ee._generated.inputs import NewNamedSecret

OPERATIONS = json.loads(
    (Path(__file__).parents[2] / "tests/operations.json").read_text(encoding="utf-8")
)
CODES = {error.code for error in InfisicalError.__subclasses__()}
SCENARIO_KEYS = {"name", "targets", "eras", "steps"}
FRAGMENT_KEYS = {"once", "steps"}
STEP_KEYS = {"op", "client", "args", "expect", "error", "save"}
Variables = dict[str, Any]


@dataclass(frozen=True)
class Setting:
    """The state that the scenarios of a run share."""

    make_client: type[Client] | type[AsyncClient]
    era: str
    folder: Path
    once: dict[str, asyncio.Task[Runner]] = field(default_factory=dict)
    """The fragments that run once, by name."""


class Runner:
    """A running scenario, or a fragment that runs once."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.variables = predefined(setting.era)
        self.clients: dict[str, Client | AsyncClient] = {}
        self.made: list[Client | AsyncClient] = []

    async def run(self, steps: list[dict[str, Any]]) -> Runner:
        for number, step in enumerate(steps, 1):
            try:
                await (self.include(step) if "include" in step else self.run_step(step))
            except (InfisicalError, Mismatch, TypeError) as error:
                what = step.get("op", step.get("include"))
                raise Mismatch(f"step {number}, {what}: {error!r}") from error
        return self

    async def close(self) -> None:
        """Closes the clients created here. Those of a fragment that runs once stay open."""
        for client in self.made:
            await finished(client.close())

    async def include(self, step: dict[str, Any]) -> None:
        """Runs the steps of ``fragments/NAME.json``, or takes the results of their first run."""
        require_known(step, {"include"})
        name = step["include"]
        fragment = read(self.setting.folder / "fragments" / f"{name}.json")
        if isinstance(fragment, list):
            await self.run(fragment)
            return
        require_known(fragment, FRAGMENT_KEYS)
        if fragment["once"] is not True:
            raise Mismatch("once can only be true")
        once = self.setting.once
        if name not in once:
            once[name] = asyncio.create_task(Runner(self.setting).run(fragment["steps"]))
        left = await once[name]
        self.variables |= left.variables | {"unique": self.variables["unique"]}
        self.clients |= left.clients

    async def run_step(self, step: dict[str, Any]) -> None:
        require_known(step, STEP_KEYS)
        era = self.setting.era
        given = expand(step.get("args", {}), self.variables)
        arguments = {name: value for name, value in given.items() if value is not None}
        wanted_error = for_era(step.get("error"), era)
        if wanted_error is not None and wanted_error not in CODES:
            raise Mismatch(f"{wanted_error} is no code of an error")
        try:
            result = await self.perform(step["op"], step.get("client"), arguments)
        except InfisicalError as error:
            if error.code != wanted_error:
                raise
            return
        if wanted_error is not None:
            raise Mismatch(f"expected the error {wanted_error}, and it succeeded")
        form = to_json(result)
        if "expect" in step:
            expected = for_era(step["expect"], era)
            match(expand(expected, self.variables), form, "result")
        if "save" in step:
            self.variables[step["save"]] = form

    async def perform(self, operation: str, name: str | None, arguments: Variables) -> Any:
        if operation == "fixture.code":
            return {"code": await asyncio.to_thread(sign_up_code, **arguments)}
        if operation == "fixture.sleep":
            return await sleep(**arguments)
        if operation == "client.new" and name is not None:
            self.clients[name] = self.setting.make_client(**arguments)
            self.made.append(self.clients[name])
            return None
        if operation in FUNCTIONS:
            return FUNCTIONS[operation](**arguments)
        if name not in self.clients:
            raise Mismatch(f"there is no client {name}")
        client = self.clients[name]
        if operation == "client.close":
            return await finished(client.close(**arguments))
        if operation == "client.capabilities":
            return await finished(client.capabilities(**arguments))
        if operation == "secrets.to_map":
            return (await finished(client.secrets.list(**arguments))).to_dict()
        if operation == "audit_logs.export":
            lines = await finished(client.audit_logs.export(**arguments))
            return [json.loads(line) for line in lines.split("\n") if line]
        if operation == "secrets.set_many":
            arguments["values"] = [NewValue(**value) for value in arguments["values"]]
        if operation not in OPERATIONS:
            raise Mismatch("there is no such operation")
        resource, _, method = operation.partition(".")
        if resource == "kms":
            arguments = {name: bytes_argument(name, given) for name, given in arguments.items()}
        return await finished(getattr(getattr(client, resource), method)(**arguments))


def formatted(secrets: list[dict[str, str]], format: Any) -> str:
    return format_secrets([NewNamedSecret(**secret) for secret in secrets], format)  # type: ignore[misc]


def parsed(text: str, format: Any) -> list[dict[str, str]]:
    return [{"name": name, "value": value} for name, value in parse_secrets(text, format).items()]


def verified(payload: str, now: float | None = None, **arguments: Any) -> None:
    moment = None if now is None else datetime.fromtimestamp(now, timezone.utc)
    verify_webhook(payload.encode(), now=moment, **arguments)


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "format_secrets": formatted,
    "parse_secrets": parsed,
    "verify_webhook": verified,
}


def bytes_argument(name: str, given: Any) -> Any:
    """The bytes of an argument, which scenarios have as base64."""
    return b64decode(given) if name in ("plaintext", "ciphertext", "data", "signature") else given


async def finished(result: Any) -> Any:
    """The result of a blocking method, or of the coroutine of an async one."""
    return await result if inspect.isawaitable(result) else result


async def sleep(seconds: float) -> None:
    await asyncio.sleep(seconds)


def sign_up_code(email: str) -> str:
    command = [*shlex.split(os.environ["INFISICAL_E2EE_TEST_CODE_CMD"]), email]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout.strip()


def require_known(given: dict[str, Any], known: set[str]) -> None:
    unknown = given.keys() - known
    if unknown:
        raise Mismatch(f"unknown: {', '.join(sorted(unknown))}")


def selected(target: str, era: str, folder: Path) -> list[dict[str, Any]]:
    """The scenarios for this target and era, in the order of their file names."""
    scenarios: list[dict[str, Any]] = [read(file) for file in sorted(folder.glob("*.json"))]
    for scenario in scenarios:
        require_known(scenario, SCENARIO_KEYS)
    return [
        scenario
        for scenario in scenarios
        if target in scenario["targets"] and era in scenario.get("eras", [era])
    ]


def read(file: Path) -> Any:
    return json.loads(file.read_text(encoding="utf-8"))


def predefined(era: str) -> Variables:
    variables: Variables = {
        "unique": randomness.token_hex(5),
        "era": era,
        "members_make_keys": era not in ("jun24", "modern"),
        "encrypted": era != "modern",
        "base_url": os.environ["INFISICAL_E2EE_TEST_URL"],
        "directory": os.environ["INFISICAL_E2EE_TEST_DIRECTORY"],
    }
    fixtures = os.environ.get("INFISICAL_E2EE_TEST_FIXTURES")
    if fixtures:
        variables["fixtures"] = read(Path(fixtures))
    return variables


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--async", dest="asynchronous", action="store_true")
    setting = Setting(
        make_client=AsyncClient if parser.parse_args().asynchronous else Client,
        era=os.environ["INFISICAL_E2EE_TEST_ERA"],
        folder=Path(os.environ["INFISICAL_E2EE_TEST_SCENARIOS"]),
    )
    # One event loop for all scenarios: a shared client works only in the loop that created it.
    passed, failed = asyncio.run(run_all(setting))
    print(f"{passed} passed, {failed} failed")
    return 0 if passed and not failed else 1


async def run_all(setting: Setting) -> tuple[int, int]:
    """The numbers of passed and failed scenarios."""
    passed = failed = 0
    target = os.environ["INFISICAL_E2EE_TEST_TARGET"]
    for scenario in selected(target, setting.era, setting.folder):
        try:
            runner = Runner(setting)
            await runner.run(scenario["steps"])
            await runner.close()
        except Mismatch as mismatch:
            failed += 1
            print(f"FAILED {scenario['name']}: {mismatch}")
        except Exception:
            failed += 1
            print(f"FAILED {scenario['name']}: {traceback.format_exc()}")
        else:
            passed += 1
            print(f"ok {scenario['name']}")
    return passed, failed


if __name__ == "__main__":
    sys.exit(main())
