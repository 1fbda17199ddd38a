"""Prints tables of scenarios passed and operations used in the last runs, by language and server.

`tests/run.py --as NAME` stores the results. Rust runs every scenario in every era, the other
languages each in its newest era only, and only Rust those against hostile servers: the shared core
handles eras and lies. The asyncio twin does not repeat recorded answers.
Fails if languages that run the same scenarios passed different numbers of them, or if a language
lacks an operation that another used.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

KEPT = Path(__file__).resolve().parent.parent / "target" / "scenarios"
EVERY_ERA = ("Rust",)
NEWEST_ERA = ("Python", "asyncio", "Node", "Kotlin", "Swift")
LANGUAGES = (*EVERY_ERA, *NEWEST_ERA)
TWIN = "asyncio"


@dataclass(frozen=True)
class Passed:
    """The number of scenarios that passed against a server, and the operations they use."""

    scenarios: int
    operations: list[str]


def keep(language: str, passed: dict[str, Passed]) -> None:
    """Stores the results of a language, in addition to those of earlier runs on other servers."""
    if language not in LANGUAGES:
        raise SystemExit(f"--as {language} is unknown; use one of {', '.join(LANGUAGES)}")
    everything = kept(language) | passed
    KEPT.mkdir(parents=True, exist_ok=True)
    text = json.dumps({server: asdict(what) for server, what in everything.items()}, indent=2)
    (KEPT / f"{language}.json").write_text(text)


def kept(language: str) -> dict[str, Passed]:
    """The stored results by server."""
    file = KEPT / f"{language}.json"
    content = json.loads(file.read_text()) if file.exists() else {}
    return {server: Passed(**what) for server, what in content.items()}


def main() -> int:
    columns = {language: kept(language) for language in LANGUAGES}
    servers = list(dict.fromkeys(server for passed in columns.values() for server in passed))
    counts = {
        server: [getattr(columns[name].get(server), "scenarios", None) for name in LANGUAGES]
        for server in servers
    }
    operations = {name: operations_of(passed) for name, passed in columns.items()}
    every = set().union(*operations.values())
    print_table("scenarios passed", counts)
    print_table("operations used", {"all": [len(operations[name]) for name in LANGUAGES]})

    faults = [
        f"{server}: languages passed different numbers of scenarios" for server in uneven(counts)
    ]
    for name, used in operations.items():
        faults += [f"{name} did not use {operation}" for operation in sorted(every - used)]
    print("\n".join(faults or ([] if every else ["no results: run the scenarios with --as first"])))
    return 1 if faults or not every else 0


def operations_of(passed: dict[str, Passed]) -> set[str]:
    return {operation for what in passed.values() for operation in what.operations}


def uneven(counts: dict[str, list[int | None]]) -> list[str]:
    """The servers on which languages that run the same scenarios passed different numbers."""
    return [
        server
        for server, row in counts.items()
        if not server.startswith("hostile:") and len(set(of_the_same(server, row))) > 1
    ]


def of_the_same(server: str, row: list[int | None]) -> list[int | None]:
    """The counts of the languages that must be equal on this server."""
    local = server.startswith("devserver:")
    same = NEWEST_ERA if local else tuple(name for name in NEWEST_ERA if name != TWIN)
    return [count for name, count in zip(LANGUAGES, row, strict=True) if name in same]


def print_table(title: str, rows: dict[str, list[int | None]]) -> None:
    width = max(map(len, [*rows, title]))
    print(f"{title:{width}}  " + "  ".join(LANGUAGES))
    for name, row in rows.items():
        cells = [
            f"{'–' if count is None else count:>{len(language)}}"
            for count, language in zip(row, LANGUAGES, strict=True)
        ]
        print(f"{name:{width}}  " + "  ".join(cells))
    print()


if __name__ == "__main__":
    sys.exit(main())
