"""Which differences have a reason, and the table."""

from __future__ import annotations

import json
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from compare import Difference
from session import Outcome

EXPLAINED = Path(__file__).resolve().parent / "explained.json"
HEADER = "era    exchanges  compared  not compared  differences  explained  unexplained"


@dataclass(frozen=True)
class Explanation:
    """Why answers may differ: patterns for exchanges and places, as a shell has them."""

    eras: tuple[str, ...]
    exchanges: tuple[str, ...]
    at: tuple[str, ...]
    reason: str

    def explains(self, name: str, difference: Difference) -> bool:
        exchange = name.partition("-")[2]
        return any(fnmatch(exchange, pattern) for pattern in self.exchanges) and any(
            fnmatch(difference.at, pattern.replace("[]", "[[]]")) for pattern in self.at
        )


def explanations(era: str) -> list[Explanation]:
    entries = json.loads(EXPLAINED.read_text())
    every = [
        Explanation(
            tuple(entry["eras"]), tuple(entry["exchanges"]), tuple(entry["at"]), entry["reason"]
        )
        for entry in entries
    ]
    return [explanation for explanation in every if era in explanation.eras]


class Report:
    """The differences of one era, and which of them have a reason."""

    def __init__(
        self, era: str, outcomes: list[Outcome], known: list[Explanation] | None = None
    ) -> None:
        self.era = era
        self.outcomes = outcomes
        known = explanations(era) if known is None else known
        stale = list(known)
        self.explained = 0
        self.unexplained: list[tuple[str, Difference]] = []
        for outcome in outcomes:
            for difference in outcome.differences:
                reasons = [one for one in known if one.explains(outcome.name, difference)]
                stale = [one for one in stale if one not in reasons]
                self.explained += bool(reasons)
                if not reasons:
                    self.unexplained.append((outcome.name, difference))
        self.stale = stale

    @property
    def failed(self) -> bool:
        return bool(self.unexplained or self.stale)

    def print(self, *, missing: bool) -> None:
        for name, difference in self.unexplained:
            print(f"{self.era} {name}: {difference.at} {difference.what}")
        for one in self.stale:
            print(
                f"{self.era}: explains nothing any more: {', '.join(one.exchanges)}: {one.reason}"
            )
        for outcome in self.outcomes:
            if missing and outcome.skipped:
                print(f"{self.era} {outcome.name}: not compared, it {outcome.skipped}")

    def row(self) -> str:
        skipped = sum(outcome.skipped is not None for outcome in self.outcomes)
        total, unexplained = len(self.outcomes), len(self.unexplained)
        return (
            f"{self.era:5}  {total:9}  {total - skipped:8}  {skipped:12}"
            f"  {self.explained + unexplained:11}  {self.explained:9}  {unexplained:11}"
        )
