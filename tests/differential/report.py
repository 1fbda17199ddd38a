"""Classifies differences as explained or unexplained, and prints the table."""

from __future__ import annotations

import json
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from compare import Difference
from session import NO_ROUTE, Outcome

EXPLAINED = Path(__file__).resolve().parent / "explained.json"
NOT_COMPARED = EXPLAINED.with_name("not_compared.json")
ROUTE = "route"
HEADER = "recording   exchanges  compared  not compared  differences  explained  unexplained"


@dataclass(frozen=True)
class Explanation:
    """Why answers may differ, with shell patterns for exchanges and places."""

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


def missing_routes(recording: str) -> list[Explanation]:
    """Why the local server does not have the routes of some exchanges."""
    entries = json.loads(NOT_COMPARED.read_text())
    return [
        Explanation((recording,), tuple(entry["exchanges"]), (ROUTE,), entry["reason"])
        for entry in entries
        if recording in entry["recordings"]
    ]


class Report:
    """The differences of one recording, and which are explained."""

    def __init__(
        self,
        name: str,
        outcomes: list[Outcome],
        explained: list[Explanation] | None = None,
    ) -> None:
        self.name = name
        self.outcomes = outcomes
        reasons = explanations(name) if explained is None else explained
        self.missing = missing_routes(name) if explained is None else []
        self.explained = 0
        self.unexplained: list[tuple[str, Difference]] = []
        used: set[Explanation] = set()
        self.reasons: dict[str, str] = {}
        for outcome in outcomes:
            if outcome.skipped != NO_ROUTE:
                continue
            missing = Difference(ROUTE, "is missing")
            known = next((one for one in self.missing if one.explains(outcome.name, missing)), None)
            if known:
                used.add(known)
                self.reasons[outcome.name] = known.reason
            else:
                self.unexplained.append((outcome.name, missing))
        for outcome in outcomes:
            for difference in outcome.differences:
                found = {one for one in reasons if one.explains(outcome.name, difference)}
                used |= found
                if found:
                    self.explained += 1
                else:
                    self.unexplained.append((outcome.name, difference))
        self.stale = [one for one in [*reasons, *self.missing] if one not in used]

    @property
    def failed(self) -> bool:
        return bool(self.unexplained or self.stale)

    def print(self, *, missing: bool) -> None:
        for name, difference in self.unexplained:
            print(f"{self.name} {name}: {difference.at} {difference.what}")
        for one in self.stale:
            print(f"{self.name}: no longer needed: {', '.join(one.exchanges)}: {one.reason}")
        if not missing:
            return
        for outcome in self.outcomes:
            if outcome.skipped:
                reason = self.reasons.get(outcome.name)
                what = f"{outcome.skipped}: {reason}" if reason else outcome.skipped
                print(f"{self.name} {outcome.name}: not compared: it {what}")

    def row(self) -> str:
        exchanges = [one for one in self.outcomes if not one.is_preparation]
        skipped = sum(one.skipped is not None for one in exchanges)
        total, unexplained = len(exchanges), len(self.unexplained)
        return (
            f"{self.name:10}  {total:9}  {total - skipped:8}  {skipped:12}"
            f"  {self.explained + unexplained:11}  {self.explained:9}  {unexplained:11}"
        )
