"""Classifies differences as explained, known bugs or unexplained, and prints the table."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from compare import Difference
from session import Outcome

EXPLAINED = Path(__file__).resolve().parent / "explained.json"
UNMENDED = Path(__file__).resolve().parent / "unmended.json"
HEADER = (
    "recording   exchanges  compared  not compared  differences  explained  unmended  unexplained"
)
Unmended = Mapping[str, list[str]]


@dataclass(frozen=True)
class Explanation:
    """Why answers may differ: patterns for exchanges and places, as a shell has them."""

    recordings: tuple[str, ...]
    exchanges: tuple[str, ...]
    at: tuple[str, ...]
    reason: str

    def explains(self, name: str, difference: Difference) -> bool:
        exchange = name.partition("-")[2]
        return any(fnmatch(exchange, pattern) for pattern in self.exchanges) and any(
            fnmatch(difference.at, pattern.replace("[]", "[[]]")) for pattern in self.at
        )


def explanations(recording: str) -> list[Explanation]:
    entries = json.loads(EXPLAINED.read_text())
    every = [
        Explanation(
            recordings=tuple(entry["recordings"]),
            exchanges=tuple(entry["exchanges"]),
            at=tuple(entry["at"]),
            reason=entry["reason"],
        )
        for entry in entries
    ]
    return [explanation for explanation in every if recording in explanation.recordings]


def unmended(recording: str) -> Unmended:
    """Known bugs of the local server: for each exchange, the paths that differ."""
    known: Unmended = json.loads(UNMENDED.read_text()).get(recording, {})
    return known


def write_unmended(reports: list[Report]) -> None:
    """Lists all unexplained differences of these recordings as known bugs."""
    known = json.loads(UNMENDED.read_text())
    for report in reports:
        places: dict[str, list[str]] = {}
        for name, difference in [*report.known, *report.unexplained]:
            if difference.at not in places.setdefault(name, []):
                places[name].append(difference.at)
        known[report.name] = dict(sorted(places.items()))
    text = json.dumps({name: places for name, places in known.items() if places}, indent=2)
    UNMENDED.write_text(f"{text}\n")


class Report:
    """The differences of one recording, and which are explained or known."""

    def __init__(
        self,
        name: str,
        outcomes: list[Outcome],
        explained: list[Explanation] | None = None,
        faults: Unmended | None = None,
    ) -> None:
        self.name = name
        self.outcomes = outcomes
        reasons = explanations(name) if explained is None else explained
        faults = unmended(name) if faults is None else faults
        self.explained = 0
        self.known: list[tuple[str, Difference]] = []
        self.unexplained: list[tuple[str, Difference]] = []
        used: set[Explanation] = set()
        for outcome in outcomes:
            for difference in outcome.differences:
                found = {one for one in reasons if one.explains(outcome.name, difference)}
                used |= found
                if found:
                    self.explained += 1
                elif difference.at in faults.get(outcome.name, ()):
                    self.known.append((outcome.name, difference))
                else:
                    self.unexplained.append((outcome.name, difference))
        self.stale = [one for one in reasons if one not in used]
        left = {(name, difference.at) for name, difference in self.known}
        self.mended = [
            (exchange, at)
            for exchange, at_all in faults.items()
            for at in at_all
            if (exchange, at) not in left
        ]

    @property
    def failed(self) -> bool:
        return bool(self.unexplained or self.stale or self.mended)

    def print(self, *, missing: bool) -> None:
        for name, difference in self.unexplained:
            print(f"{self.name} {name}: {difference.at} {difference.what}")
        for one in self.stale:
            print(
                f"{self.name}: explains nothing any more: {', '.join(one.exchanges)}: {one.reason}"
            )
        for exchange, at in self.mended:
            print(f"{self.name} {exchange}: {at} is mended: take it out of unmended.json")
        if not missing:
            return
        for name, difference in self.known:
            print(f"{self.name} {name}: still to mend: {difference.at} {difference.what}")
        for outcome in self.outcomes:
            if outcome.skipped:
                print(f"{self.name} {outcome.name}: not compared, it {outcome.skipped}")

    def row(self) -> str:
        exchanges = [one for one in self.outcomes if not one.is_preparation]
        skipped = sum(one.skipped is not None for one in exchanges)
        total, known, unexplained = len(exchanges), len(self.known), len(self.unexplained)
        return (
            f"{self.name:10}  {total:9}  {total - skipped:8}  {skipped:12}"
            f"  {self.explained + known + unexplained:11}  {self.explained:9}"
            f"  {known:8}  {unexplained:11}"
        )
