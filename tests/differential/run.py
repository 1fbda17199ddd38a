"""Recorded sessions of three real servers, played to the local server: every answer must be alike.

`run.py [ERA…]` prints what differs and a table; it fails on any difference that explained.json
does not explain, and on any explanation that explains nothing. `--missing` also lists the
exchanges that were not compared, for want of a route. `--self-test` shows that a corrupted answer
is noticed, without a server.
"""

from __future__ import annotations

import argparse
import http.client
import json
import sys
from contextlib import ExitStack
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from compare import Answer, Difference
from local_server import ERAS, sign_up_code, running
from replay import Outcome, Request, Session

RECORDINGS = HERE.parent / "recordings"
COMPARED_HEADERS = ("content-type", "set-cookie", "retry-after")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("eras", nargs="*", metavar="ERA", help=", ".join(ERAS))
    parser.add_argument("--missing", action="store_true")
    parser.add_argument("--self-test", action="store_true")
    arguments = parser.parse_args()
    if arguments.self_test:
        from self_test import self_test

        return self_test()

    reports = [Report(era, outcomes(era)) for era in arguments.eras or ERAS]
    for report in reports:
        report.print(missing=arguments.missing)
    print("\nera    exchanges  compared  not compared  differences  explained  unexplained")
    for report in reports:
        print(report.row())
    return 1 if any(report.failed for report in reports) else 0


def outcomes(era: str) -> list[Outcome]:
    with ExitStack() as stack:
        return list(Session(recording(era), LocalServer(era, stack)).play())


def recording(era: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((RECORDINGS / f"{era}.json").read_text())
    return content


# --- the local server ---------------------------------------------------------------------------


class LocalServer:
    def __init__(self, era: str, stack: ExitStack) -> None:
        self.era = era
        self.url = stack.enter_context(running(era))
        # May 2023 answers `{}` to whatever is not there, be it a route or a secret.
        self.outspoken = stack.enter_context(running(era, "--verbose-errors"))

    def send(self, request: Request) -> Answer:
        return send(self.url, request)

    def send_over_limit(self, request: Request, limit: int) -> Answer:
        with running(self.era, "--rate-limits") as url:
            answers = [send(url, request) for _ in range(limit)]
            if any(answer.status == 429 for answer in answers):
                raise SystemExit(f"{request.method} {request.path} is refused before {limit} times")
            return send(url, request)

    def code(self, email: str) -> str:
        return sign_up_code(self.url, email)

    def has_route(self, request: Request) -> bool:
        body = send(self.outspoken, Request(request.method, request.path, {}, {})).body
        is_unknown = body.get("type") == "route_not_found" or body.get("error") == "Not Found"
        return not is_unknown


def send(url: str, request: Request) -> Answer:
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=30)
    path = f"{request.path}?{urlencode(request.query)}" if request.query else request.path
    headers = {"user-agent": "exerciser/1.0", "accept": "application/json"} | request.headers
    connection.request(request.method, path, encoded(request.body), headers)
    answer = connection.getresponse()
    data = answer.read()
    connection.close()
    return Answer(answer.status, compared_headers(answer), decoded(data))


def encoded(body: Any) -> bytes | None:
    """A text goes as it is: some requests are not JSON."""
    if body is None:
        return None
    return (body if isinstance(body, str) else json.dumps(body)).encode()


def decoded(data: bytes) -> Any:
    try:
        return json.loads(data)
    except ValueError:
        return data.decode()


def compared_headers(answer: http.client.HTTPResponse) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    for name, value in answer.getheaders():
        name = name.lower()
        if name == "set-cookie":
            headers.setdefault(name, []).append(value)
        elif name in COMPARED_HEADERS or "ratelimit" in name:
            headers[name] = value
    return headers


# --- the report ---------------------------------------------------------------------------------


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
    entries = json.loads((HERE / "explained.json").read_text())
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
            print(f"{self.era}: explains nothing any more: {', '.join(one.exchanges)}: {one.reason}")
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


if __name__ == "__main__":
    sys.exit(main())
