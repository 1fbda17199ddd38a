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
from collections.abc import Callable
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
from infisical_e2ee._inputs import NewNamedSecret

OPERATIONS = {
    "account": {
        "start_sign_up",
        "complete_sign_up",
        "me",
        "accept_invitation",
        "log_out",
        "change_password",
        "create_backup_key",
        "start_recovery",
        "complete_recovery",
        "verify_mfa",
        "resend_mfa_code",
        "set_mfa",
    },
    "environments": {"list", "create", "update", "delete"},
    "folders": {"list", "create", "rename", "delete"},
    "identities": {
        *("create", "list", "delete"),
        *("attach_universal_auth", "create_client_secret", "list_client_secrets"),
        *("revoke_client_secret", "add_to_project", "list_in_project", "remove_from_project"),
    },
    "members": {"list", "invite", "set_role", "remove", "share_key"},
    "organizations": {
        "list",
        "create",
        "rename",
        "members",
        "set_role",
        "remove_member",
        "invite",
        "projects",
    },
    "projects": {
        *("create", "list", "get", "open_key", "rename", "delete", "set_auto_capitalization"),
        *("share_key_with_server", "stop_sharing_key_with_server", "is_key_shared_with_server"),
        *("blind_index_status", "enable_blind_indices"),
    },
    "secret_imports": {"list", "create", "update", "delete"},
    "secrets": {
        "get",
        "list",
        "create",
        "update",
        "delete",
        "set_many",
        "delete_many",
        "set_tags",
        "move",
        "propose_create",
        "propose_update",
        "propose_delete",
        "versions",
        "roll_back",
    },
    "service_tokens": {"create", "describe", "list", "delete"},
    "api_keys": {"list", "create", "delete"},
    "audit_logs": {"query", "changes", "export"},
    "service_accounts": {
        *("create", "list", "rename", "delete"),
        *("permissions", "keys", "grant", "revoke"),
    },
    "snapshots": {"list", "count", "get", "roll_back"},
    "tags": {"list", "create", "update", "delete"},
}
CODES = {error.code for error in InfisicalError.__subclasses__()}
SCENARIO_KEYS = {"name", "targets", "eras", "steps"}
STEP_KEYS = {"op", "client", "args", "expect", "error", "save"}
Variables = dict[str, Any]


class Runner:
    """One scenario under way."""

    def __init__(self, make_client: type[Client] | type[AsyncClient], variables: Variables) -> None:
        self.make_client = make_client
        self.variables = variables
        self.clients: dict[str, Client | AsyncClient] = {}

    async def run(self, steps: list[dict[str, Any]]) -> None:
        for number, step in enumerate(steps, 1):
            try:
                await self.run_step(step)
            except (InfisicalError, Mismatch, TypeError) as error:
                raise Mismatch(f"step {number}, {step.get('op')}: {error!r}") from error
        for client in self.clients.values():
            await finished(client.close())

    async def run_step(self, step: dict[str, Any]) -> None:
        require_known(step, STEP_KEYS)
        era = self.variables["era"]
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
            self.clients[name] = self.make_client(**arguments)
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
        resource, _, method = operation.partition(".")
        if method not in OPERATIONS.get(resource, ()):
            raise Mismatch("there is no such operation")
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


async def finished(result: Any) -> Any:
    """What a blocking method returned, or what the coroutine of its twin returns."""
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


def with_fragments(steps: list[dict[str, Any]], folder: Path) -> list[dict[str, Any]]:
    """The steps, with those of ``fragments/NAME.json`` in place of ``{"include": NAME}``."""
    whole: list[dict[str, Any]] = []
    for step in steps:
        if "include" in step:
            require_known(step, {"include"})
            whole += with_fragments(read(folder / "fragments" / f"{step['include']}.json"), folder)
        else:
            whole.append(step)
    return whole


def read(file: Path) -> Any:
    return json.loads(file.read_text(encoding="utf-8"))


def predefined(era: str) -> Variables:
    variables: Variables = {
        "unique": randomness.token_hex(5),
        "era": era,
        "base_url": os.environ["INFISICAL_E2EE_TEST_URL"],
    }
    fixtures = os.environ.get("INFISICAL_E2EE_TEST_FIXTURES")
    if fixtures:
        variables["fixtures"] = read(Path(fixtures))
    return variables


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--async", dest="asynchronous", action="store_true")
    make_client = AsyncClient if parser.parse_args().asynchronous else Client
    era = os.environ["INFISICAL_E2EE_TEST_ERA"]
    folder = Path(os.environ["INFISICAL_E2EE_TEST_SCENARIOS"])
    passed = failed = 0
    for scenario in selected(os.environ["INFISICAL_E2EE_TEST_TARGET"], era, folder):
        try:
            steps = with_fragments(scenario["steps"], folder)
            asyncio.run(Runner(make_client, predefined(era)).run(steps))
        except Mismatch as mismatch:
            failed += 1
            print(f"FAILED {scenario['name']}: {mismatch}")
        except Exception:
            failed += 1
            print(f"FAILED {scenario['name']}: {traceback.format_exc()}")
        else:
            passed += 1
            print(f"ok {scenario['name']}")
    print(f"{passed} passed, {failed} failed")
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main())
