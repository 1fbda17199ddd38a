"""Replays recorded sessions of four real servers against the local server and compares the
answers.

`run.py [RECORDING…]` prints differences and a table; it fails on a difference that is not in
explained.json, and on an unused entry of it. An era selects all its recordings. `--missing` also
lists the exchanges that were not compared, with the reason. `--self-test` checks without a server
that a corrupted answer is detected.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

HERE = Path(__file__).resolve().parent
sys.path.append(str(HERE.parent))

from compare import Answer
from local_server import running, sign_up_code
from report import HEADER, Report
from session import Outcome, Request, Session, era_of, names, recording

COMPARED_HEADERS = ("content-type", "set-cookie", "retry-after", "etag")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("recordings", nargs="*", metavar="RECORDING", help=", ".join(names()))
    parser.add_argument("--missing", action="store_true")
    parser.add_argument("--self-test", action="store_true")
    arguments = parser.parse_args()
    if arguments.self_test:
        from self_test import self_test

        return self_test()

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        chosen = [name for name in names() if chosen_by(arguments.recordings, name)]
        reports = list(pool.map(lambda name: Report(name, outcomes(name)), chosen))
    for report in reports:
        report.print(missing=arguments.missing)
    print(f"\n{HEADER}")
    for report in reports:
        print(report.row())
    return 1 if any(report.failed for report in reports) else 0


def chosen_by(arguments: list[str], name: str) -> bool:
    return not arguments or name in arguments or era_of(name) in arguments


def outcomes(name: str) -> list[Outcome]:
    with ExitStack() as stack:
        return list(Session(recording(name), LocalServer(era_of(name), stack)).play())


class LocalServer:
    def __init__(self, era: str, stack: ExitStack) -> None:
        self.era = era
        self.url = stack.enter_context(running(era))
        # May 2023 answers `{}` for a missing route and for a missing secret.
        self.outspoken = stack.enter_context(running(era, "--verbose-errors"))

    def send(self, request: Request) -> Answer:
        return send(self.url, request)

    def send_over_limit(self, request: Request, limit: int) -> Answer:
        with running(self.era, "--rate-limits") as url:
            answers = [send(url, request) for _ in range(limit)]
            early = [answer for answer in answers if answer.status == 429]
            return Answer(0, {}, "rejected too early") if early else send(url, request)

    def code(self, email: str) -> str:
        try:
            return sign_up_code(self.url, email)
        except IndexError:
            return ""

    def wait(self, seconds: float) -> None:
        time.sleep(seconds)

    def has_route(self, request: Request) -> bool:
        body = send(self.outspoken, Request(request.method, request.path, {}, {})).body
        words = [body.get("type"), body.get("error")] if isinstance(body, dict) else []
        return "route_not_found" not in words and "Not Found" not in words


def send(url: str, request: Request) -> Answer:
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=30)
    path = f"{request.path}?{urlencode(request.query)}" if request.query else request.path
    headers = {"user-agent": "exerciser/1.0", "accept": "application/json"} | request.headers
    try:
        connection.request(request.method, path, encoded(request.body), headers)
        answer = connection.getresponse()
        return Answer(answer.status, compared_headers(answer), decoded(answer.read()))
    except (OSError, http.client.HTTPException) as error:
        return Answer(0, {}, repr(error))
    finally:
        connection.close()


def encoded(body: Any) -> bytes | None:
    """Text is sent unchanged, because some requests are not JSON."""
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
    for name, value in ((name.lower(), value) for name, value in answer.getheaders()):
        if name == "set-cookie":
            headers.setdefault(name, []).append(value)
        elif name in COMPARED_HEADERS or "ratelimit" in name:
            headers[name] = value
    return headers


if __name__ == "__main__":
    sys.exit(main())
