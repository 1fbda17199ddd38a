"""Scenarios by language and server: how many passed when each was last run, as a table.

`tests/run.py --as NAME` keeps the counts. Fails if a language lacks a server that another has, or
passed another number of scenarios there: then one of them skips something.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

KEPT = Path(__file__).resolve().parent.parent / "target" / "scenarios"
LANGUAGES = ("Rust", "Python", "asyncio", "Node", "Kotlin", "Swift")


def keep(language: str, counts: dict[str, int]) -> None:
    """Remembers what passed of a language, beside what earlier runs showed of other servers."""
    if language not in LANGUAGES:
        raise SystemExit(f"{language} is not one of {', '.join(LANGUAGES)}")
    KEPT.mkdir(parents=True, exist_ok=True)
    (KEPT / f"{language}.json").write_text(json.dumps(kept(language) | counts, indent=2))


def kept(language: str) -> dict[str, int]:
    """How many scenarios passed against each server."""
    file = KEPT / f"{language}.json"
    return dict(json.loads(file.read_text())) if file.exists() else {}


def main() -> int:
    columns = {language: kept(language) for language in LANGUAGES}
    servers = list(dict.fromkeys(server for counts in columns.values() for server in counts))
    width = max(map(len, [*servers, "scenarios passed"]))
    print(f"{'scenarios passed':{width}}  " + "  ".join(LANGUAGES))
    uneven = []
    for server in servers:
        counts = [columns[language].get(server) for language in LANGUAGES]
        cells = [
            f"{'✗' if count is None else count:>{len(name)}}"
            for count, name in zip(counts, LANGUAGES, strict=True)
        ]
        print(f"{server:{width}}  " + "  ".join(cells))
        if len(set(counts)) > 1:
            uneven.append(server)
    print()
    if not servers or uneven:
        print(f"not the same in every language: {', '.join(uneven) or 'nothing was run'}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
