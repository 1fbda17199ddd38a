"""Selects the scenarios that `tests/run.py live` runs, and reports the others."""

from __future__ import annotations

import json
import re
import urllib.request
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from local_server import ERAS, MODERN

PREFIX = "INFISICAL_E2EE_TEST_"
# Settings that only later releases have: see core/src/api/server.rs.
MODERN_SETTINGS = ("enabledLoginMethods", "defaultAuthOrgSlug", "fipsEnabled")


def target(variables: Mapping[str, str]) -> dict[str, str]:
    """The variables for runners, for the server that `variables` name; detects its era."""
    url = variables.get(f"{PREFIX}URL", "").rstrip("/")
    if not url:
        raise SystemExit(f"set {PREFIX}URL to the server, such as https://infisical.example.test")
    found, named = era_at(url), variables.get(f"{PREFIX}ERA")
    if named and named != found:
        raise SystemExit(
            f"the server at {url} is of the era {found}, but {PREFIX}ERA is {named}. Unset the "
            f"variable, or correct {PREFIX}URL"
        )
    optional = {name: variables.get(f"{PREFIX}{name}") for name in ("CODE_CMD", "FIXTURES")}
    return {"URL": url, "ERA": found} | {name: value for name, value in optional.items() if value}


def era_at(url: str) -> str:
    """The era of the server at this URL."""
    status = answer(f"{url}/api/status")
    if "redisConfigured" not in status:
        return era_of(status, None)
    config = answer(f"{url}/api/v1/admin/config").get("config")
    if not isinstance(config, dict):
        raise SystemExit(f"{url}: the answer has no settings; is this an Infisical server?")
    return era_of(status, config)


def era_of(status: Mapping[str, object], config: Mapping[str, object] | None) -> str:
    """The era, from a server's status and, since 2024, its settings."""
    if config is None or "redisConfigured" not in status:
        return "may23"
    if any(name in config for name in MODERN_SETTINGS):
        return MODERN
    return "jun24" if "instanceId" in config else "feb24"


def answer(url: str) -> dict[str, object]:
    """The JSON object at a URL."""
    try:
        with urllib.request.urlopen(url, timeout=30) as response:
            found = json.load(response)
    except (OSError, ValueError) as error:
        raise SystemExit(f"{url}: no answer from an Infisical server: {error}") from error
    if not isinstance(found, dict):
        raise SystemExit(f"{url}: no answer from an Infisical server: not a JSON object")
    return found


def choose(folder: Path, told: Mapping[str, str]) -> tuple[list[Path], dict[str, str]]:
    """The scenarios for the live server that `told` describes; why each of the others is not."""
    chosen, left_out = [], {}
    for file in sorted(folder.glob("*.json")):
        scenario = json.loads(file.read_text())
        reason = why_not(scenario, told["ERA"]) or missing(scenario["steps"], told, folder)
        if reason:
            left_out[scenario["name"]] = reason
        else:
            chosen.append(file)
    return chosen, left_out


def why_not(scenario: Mapping[str, Any], era: str) -> str | None:
    """The reason why a scenario does not apply to live servers of `era`, or `None`."""
    targets, eras = scenario["targets"], scenario.get("eras")
    if scenario.get("licence") and era == MODERN:
        return "needs a licence of the server: runs on the local server"
    if "live" not in targets:
        if "devserver" not in targets:
            return "needs recorded answers"
        reason = scenario.get("local")
        return f"needs the local server: {reason}" if reason else "needs the local server"
    if era not in (eras or ERAS):
        return f"only for {', '.join(eras or ERAS)}"
    seen = scenario.get("live", [era])
    return None if era in seen else f"tried on real servers of {', '.join(seen)} only"


def missing(
    steps: Iterable[Mapping[str, Any]], told: Mapping[str, str], folder: Path
) -> str | None:
    """The reason why steps cannot run with what the user told, or `None`."""
    for step in steps:
        if step.get("op") == "fixture.code" and "CODE_CMD" not in told:
            return f"needs a mailed code: set {PREFIX}CODE_CMD"
        if "$fixtures." in json.dumps(step) and "FIXTURES" not in told:
            return f"needs encrypted projects of early 2024: set {PREFIX}FIXTURES"
        if "include" in step:
            fragment = json.loads((folder / "fragments" / f"{step['include']}.json").read_text())
            included = fragment["steps"] if isinstance(fragment, dict) else fragment
            if reason := missing(included, told, folder):
                return reason
    return None


def report(printed: str, left_out: Mapping[str, str]) -> str:
    """The output of a runner, with the scenarios left out and all three counts."""
    by_reason: dict[str, list[str]] = {}
    for name, reason in left_out.items():
        by_reason.setdefault(reason, []).append(name)
    lines = [printed.rstrip("\n"), ""]
    for reason, names in sorted(by_reason.items()):
        lines += [
            f"not applicable ({len(names)}): {reason}",
            *(f"        {name}" for name in names),
        ]
    counts = re.findall(r"^(\d+) passed, (\d+) failed$", printed, re.MULTILINE)
    passed, failed = counts[-1] if counts else ("none", "unknown")
    lines += ["", f"passed {passed}, failed {failed}, not applicable {len(left_out)}"]
    return "\n".join(lines) + "\n"
