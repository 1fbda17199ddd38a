"""Fails if a scenario for live servers uses a fixed name that must be unique on the server, since
it could not run twice on one server. Such names must contain `${unique}`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

SCENARIOS = Path(__file__).resolve().parent / "scenarios"
# Unique per server: addresses of users, and tag slugs in February 2024.
HAD_ONCE = {
    "account.start_sign_up": "email",
    "account.complete_sign_up": "email",
    "organizations.invite": "email",
    "tags.create": "slug",
    "tags.update": "new_slug",
}


def main() -> int:
    taken = [f"{file.name}: {what}" for file in scenarios() for what in fixed_names(file)]
    print("\n".join(taken) or "every live scenario can run twice on the same server")
    return 1 if taken else 0


def scenarios() -> Iterator[Path]:
    """The scenarios for live servers, and all fragments."""
    for file in sorted(SCENARIOS.glob("*.json")):
        if "live" in json.loads(file.read_text())["targets"]:
            yield file
    yield from sorted(SCENARIOS.glob("fragments/*.json"))


def fixed_names(file: Path) -> Iterator[str]:
    """The fixed names in steps that some era accepts."""
    content = json.loads(file.read_text())
    for step in content if isinstance(content, list) else content["steps"]:
        field = HAD_ONCE.get(step.get("op", ""))
        name = step.get("args", {}).get(field)
        refused = isinstance(step.get("error"), str)
        if isinstance(name, str) and "$" not in name and not refused:
            yield f"{step['op']} uses the fixed name {name!r}: add ${{unique}}"


if __name__ == "__main__":
    sys.exit(main())
