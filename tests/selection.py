"""Which scenarios a server gets, and which operations they use."""

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
    """The scenarios of a target and era; with `newest`, those for which no era is newer.

    Without eras of its own a scenario is for all but `modern`, which the local server speaks from
    public source alone.
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
