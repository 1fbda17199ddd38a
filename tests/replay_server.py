"""Serves a set of recorded or crafted answers, tests/replay/<set>.json.

An answer is selected by method, path, query and credential. A request without an answer gets status
599 and a line on standard error, so that the scenario which sent it fails.
"""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

FOLDER = Path(__file__).resolve().parent / "replay"
SETS = ("may23", "feb24", "jun24", "oct24", "oct24-e2ee", "jul26", "jul26-e2ee", "hostile")


def fixtures_of(name: str) -> Path:
    """The file with the addresses, passwords, tokens and plaintexts that scenarios of a set use."""
    return FOLDER / f"{name}.fixtures.json"


@contextmanager
def replaying(name: str) -> Iterator[str]:
    """Runs a server of the set on a free port; yields its URL."""
    answers = Answers(json.loads((FOLDER / f"{name}.json").read_text()))

    class Handler(ReplayHandler):
        replay = answers

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()


class Answers:
    """The exchanges of a set, found by request and credential."""

    def __init__(self, content: dict[str, Any]) -> None:
        self.people = {text: who for who, texts in content["credentials"].items() for text in texts}
        self.exchanges = content["exchanges"]
        self.lock = threading.Lock()

    def find(self, method: str, target: str, credential: str | None, body: Any) -> Any:
        """The first exchange for this request; `None` if there is none."""
        # An unknown credential is not the same as no credential.
        who = None if credential is None else self.people.get(credential, "a stranger")
        url = urlsplit(target)
        asked = f"{method} {url.path}"
        query = dict(parse_qsl(url.query, keep_blank_values=True))
        with self.lock:
            for exchange in self.exchanges:
                if (
                    exchange["request"] == asked
                    and exchange.get("query", {}) == query
                    and exchange.get("as") == who
                    and holds(body, exchange.get("body", {}))
                ):
                    if exchange.get("once"):
                        self.exchanges.remove(exchange)
                    return exchange["answer"]
        return None


def holds(body: Any, wanted: dict[str, Any]) -> bool:
    """Whether the request's body has these fields. Proofs and ciphertexts differ in each run."""
    return all(isinstance(body, dict) and body.get(key) == value for key, value in wanted.items())


class ReplayHandler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    replay: Answers

    def answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        credential = self.headers.get("authorization") or self.headers.get("x-api-key")
        answer = self.replay.find(self.command, self.path, credential, parsed(body))
        if answer is None:
            line = f"replay: NO ANSWER to {self.command} {self.path}"
            print(f"{line} ({'with' if credential else 'without'} credential)", file=sys.stderr)
            answer = {"status": 599, "body": {"message": line}}
        self.send(answer)

    def send(self, answer: dict[str, Any]) -> None:
        content = unrolled(answer.get("body", ""))
        text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
        data = text.encode()
        headers = {"content-type": "application/json; charset=utf-8"} | answer.get("headers", {})
        self.send_response(answer.get("status", 200))
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    do_GET = do_POST = do_PATCH = do_DELETE = answer

    def log_message(self, format: str, *args: object) -> None:
        """Logs nothing: only requests without an answer are reported."""


def unrolled(content: Any) -> Any:
    """Replaces `{"$repeat": [item, times]}` in a list by that many of the item."""
    if isinstance(content, dict):
        return {key: unrolled(value) for key, value in content.items()}
    if not isinstance(content, list):
        return content
    items: list[Any] = []
    for item in content:
        repeated = item.get("$repeat") if isinstance(item, dict) else None
        items += [repeated[0]] * repeated[1] if repeated else [unrolled(item)]
    return items


def parsed(body: bytes) -> Any:
    try:
        return json.loads(body)
    except ValueError:
        return None
