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
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

HERE = Path(__file__).resolve().parent
sys.path.append(str(HERE.parent))

from compare import Answer
from local_server import ERAS, running, sign_up_code
from report import HEADER, Report
from session import Outcome, Request, Session, recording

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
    print(f"\n{HEADER}")
    for report in reports:
        print(report.row())
    return 1 if any(report.failed for report in reports) else 0


def outcomes(era: str) -> list[Outcome]:
    with ExitStack() as stack:
        return list(Session(recording(era), LocalServer(era, stack)).play())


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
            early = [answer for answer in answers if answer.status == 429]
            return Answer(0, {}, "refused too early") if early else send(url, request)

    def code(self, email: str) -> str:
        return sign_up_code(self.url, email)

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
    for name, value in ((name.lower(), value) for name, value in answer.getheaders()):
        if name == "set-cookie":
            headers.setdefault(name, []).append(value)
        elif name in COMPARED_HEADERS or "ratelimit" in name:
            headers[name] = value
    return headers


if __name__ == "__main__":
    sys.exit(main())
