"""Selects the scenarios for a server, and lists the operations they use."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from local_server import ERAS, MODERN

SCENARIOS = Path(__file__).resolve().parent / "scenarios"
# From the oldest to the newest.
RELEASES = (*ERAS, MODERN)


def selected(target: str, era: str, *, newest: bool = False) -> list[Path]:
    """The scenarios of a target and era; with `newest`, those whose newest era it is.

    A scenario without `eras` is for all but `modern`, which is known from public source only.
    """
    return [file for file in sorted(SCENARIOS.glob("*.json")) if is_for(file, target, era, newest)]


def is_for(file: Path, target: str, era: str, newest: bool) -> bool:
    scenario = json.loads(file.read_text())
    eras = [name for name in (*RELEASES, "hostile") if name in scenario.get("eras", ERAS)]
    return target in scenario["targets"] and (era == eras[-1] if newest else era in eras)


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
