"""Selects the scenarios for a server, and lists the operations they use."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from local_server import ERAS, MODERN

SCENARIOS = Path(__file__).resolve().parent / "scenarios"
# From the oldest to the newest.
RELEASES = (*ERAS, MODERN)
# Replay sets that are no era of the local server.
ONLY_REPLAYED = ("oct24", "oct24-e2ee", "jul26", "jul26-e2ee", "hostile")
# Keys of a scenario that say which server it needs; `run.py` removes them for runners.
SERVER_KEYS = ("hostile", "licence", "live", "local")


def selected(target: str, era: str, *, newest: bool = False, lies: str = "") -> list[Path]:
    """The scenarios of a target and era.

    With `newest`, only those whose newest era it is (see `newest_of`), and of these only what
    `covering` needs. A scenario without `eras` is for all but `modern`. A scenario with `hostile` is only for a local
    server that tells those `lies`.
    """
    files = sorted(SCENARIOS.glob("*.json"))
    if newest and not lies:
        files = covering(file for file in files if is_for_any(file, target))
    return [file for file in files if is_for(file, target, era, newest=newest, lies=lies)]


def covering(files: Iterable[Path]) -> list[Path]:
    """Some of the scenarios that do everything for a binding that all of them do; see `done_in`.

    What a scenario tests beyond that is in the core, and Rust runs all of them.
    """
    left = {file: done_in(json.loads(file.read_text())["steps"]) for file in files}
    chosen = []
    while left:
        best = max(left, key=lambda file: len(left[file]))
        news = left.pop(best)
        chosen.append(best)
        left = {file: rest for file, done in left.items() if (rest := done - news)}
    return sorted(chosen)


def done_in(steps: list[dict[str, Any]]) -> set[tuple[str, ...]]:
    """What steps do: each operation with its arguments, fields of the result, and errors.

    Of an argument and a field, the form counts too: text may be empty, have several lines or be
    outside of ASCII, and a list may be empty.
    """
    done: set[tuple[str, ...]] = set()
    for step in steps:
        operation = step.get("op", "")
        for name, value in step.get("args", {}).items():
            done.add((operation, "argument", name, form_of(value)))
        done.add((operation, "error", json.dumps(step.get("error"))))
        done |= {(operation, *path) for path in paths_in(step.get("expect"))}
    return done


def paths_in(expected: Any) -> Iterator[tuple[str, ...]]:
    if isinstance(expected, dict) and expected:
        for name, value in expected.items():
            yield from ((name, *path) for path in paths_in(value))
    elif isinstance(expected, list) and expected:
        for value in expected:
            yield from (("item", *path) for path in paths_in(value))
    else:
        yield (form_of(expected),)


def form_of(value: Any) -> str:
    if isinstance(value, str) and not value.startswith("$"):
        forms = {"empty": not value, "lines": "\n" in value, "unicode": not value.isascii()}
        return "text " + " ".join(name for name, has in forms.items() if has)
    if isinstance(value, (dict, list)):
        return f"{type(value).__name__} {'full' if value else 'empty'}"
    return type(value).__name__


def is_for_any(file: Path, target: str) -> bool:
    scenario = json.loads(file.read_text())
    return target in scenario["targets"] and not lies_in(scenario)


def is_for(file: Path, target: str, era: str, *, newest: bool, lies: str) -> bool:
    scenario = json.loads(file.read_text())
    if target not in scenario["targets"] or lies_in(scenario) != lies:
        return False
    return era == newest_of(scenario) if newest else era in eras_of(scenario)


def newest_of(scenario: dict[str, Any]) -> str:
    """The newest era of a scenario; of one with secrets, the newest that encrypts them."""
    eras = eras_of(scenario)
    has_secrets = any(step.get("op", "").startswith("secrets.") for step in scenario["steps"])
    encrypting = [era for era in eras if era != MODERN]
    return (encrypting if has_secrets and encrypting else eras)[-1]


def eras_of(scenario: dict[str, Any]) -> list[str]:
    """The eras of a scenario, from the oldest to the newest."""
    return [name for name in (*RELEASES, *ONLY_REPLAYED) if name in scenario.get("eras", ERAS)]


def lies_in(scenario: dict[str, Any]) -> str:
    """The kinds of lies, as the local server's `--hostile` takes them."""
    return ",".join(scenario.get("hostile", []))


def hostile_servers() -> list[str]:
    """The lies and era of each hostile server that a scenario needs, such as `redirect:jun24`."""
    scenarios = [json.loads(file.read_text()) for file in sorted(SCENARIOS.glob("*.json"))]
    pairs = {
        (lies_in(scenario), era)
        for scenario in scenarios
        if lies_in(scenario)
        for era in eras_of(scenario)
    }
    return [f"{lies}:{era}" for lies, era in sorted(pairs)]


def operations_in(files: Iterable[Path]) -> set[str]:
    """The operations that the steps of these scenarios and of their fragments use."""
    operations: set[str] = set()
    for file in files:
        content = json.loads(file.read_text())
        steps: list[dict[str, Any]] = content if isinstance(content, list) else content["steps"]
        operations |= {step["op"] for step in steps if "op" in step}
        fragments = {step["include"] for step in steps if "include" in step}
        operations |= operations_in(SCENARIOS / "fragments" / f"{name}.json" for name in fragments)
    return operations
