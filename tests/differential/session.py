"""Plays a recorded session to a server: the same requests, with this server's ids, tokens and codes."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from compare import Answer, Difference, differences, kind, pairs
from keys import CryptoError, LogIn, encrypted_anew, seal, unseal

RECORDINGS = Path(__file__).resolve().parent.parent / "recordings"
# What a server makes up and a later request may send back: whole, or as a part of a token.
PART = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{24,}")
FORGED = re.compile(r"(\{jwt \d+), forged\}")
TOKEN = re.compile(rf"\{{jwt \d+\}}|(?:st|ak)\.[0-9a-f-]+\.[0-9a-f]+|{PART.pattern}")


@dataclass(frozen=True)
class Request:
    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: Any = None


class Server(Protocol):
    """What answers: the local server, or for the self-test the recording itself."""

    def send(self, request: Request) -> Answer: ...

    def send_over_limit(self, request: Request, limit: int) -> Answer:
        """The answer to the request after `limit` like it."""

    def code(self, email: str) -> str:
        """The newest one-time code for an address."""

    def has_route(self, request: Request) -> bool: ...


@dataclass(frozen=True)
class Outcome:
    """One exchange: compared, or not for the reason `skipped`."""

    name: str
    differences: list[Difference] = field(default_factory=list)
    skipped: str | None = None


def recording(era: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((RECORDINGS / f"{era}.json").read_text())
    return content


class Session:
    """What is known while a recording is played to a server."""

    def __init__(self, recording: dict[str, Any], server: Server) -> None:
        self.exchanges = recording["exchanges"]
        self.people = recording["known"]["people"]
        self.owner = self.people[recording["known"]["owner"]]
        self.recorded_key = self.project_key = recording["known"]["project_key"]
        self.server = server
        self.live: dict[str, str] = {}
        self.lost: dict[str, str] = {}
        self.log_ins: dict[str, LogIn] = {}
        self.challenges: dict[str, dict[str, str]] = {}
        self.bot_public_key = ""
        self.expiry = 0.0

    def play(self) -> Iterator[Outcome]:
        for exchange in self.exchanges:
            yield self.exchange(exchange)

    def exchange(self, exchange: dict[str, Any]) -> Outcome:
        name = exchange["name"]
        recorded = Answer(exchange["status"], exchange["answered"], exchange["answer"])
        culprit = self.unobtainable(exchange)
        if culprit:
            self.lose(recorded.body, culprit)
            return Outcome(name, skipped=f"needs what {culprit} gives")

        request = self.request(exchange)
        live = self.answer(exchange, request)
        if live.status == 404 != recorded.status and not self.server.has_route(request):
            self.lose(recorded.body, name)
            return Outcome(name, skipped="has no route")
        if live.status == recorded.status:
            self.learn(recorded.body, live.body)
            self.learn_cookies(recorded, live)
            self.note(exchange, live.body)
        else:
            self.lose(recorded.body, name)
        translated = Answer(recorded.status, recorded.headers, self.translated(recorded.body))
        return Outcome(name, differences(translated, live))

    def answer(self, exchange: dict[str, Any], request: Request) -> Answer:
        if exchange["status"] == 429:
            limit = next(v for k, v in exchange["answered"].items() if k.endswith("-limit"))
            return self.server.send_over_limit(request, int(limit))
        if "expired" in exchange["name"]:
            time.sleep(max(0.0, self.expiry - time.monotonic()))
        return self.server.send(request)

    # --- requests -------------------------------------------------------------------------------

    def request(self, exchange: dict[str, Any]) -> Request:
        method, path = exchange["request"].split(" ", 1)
        if self.project_key != self.recorded_key:
            self.encrypt_anew(exchange.get("body"))
        body = self.translated(exchange.get("body"))
        if isinstance(body, dict):
            self.renew(path, body, refused=exchange["status"] >= 400)
        return Request(
            method=method,
            path=self.translated(path),
            query=self.translated(exchange.get("query", {})),
            headers=self.translated(exchange.get("headers", {})),
            body=body,
        )

    def translated(self, value: Any) -> Any:
        """With the live values for the recorded ones."""
        if isinstance(value, dict):
            return {name: self.translated(inner) for name, inner in value.items()}
        if isinstance(value, list):
            return [self.translated(inner) for inner in value]
        if not isinstance(value, str):
            return value
        forged = FORGED.search(value)
        if forged:
            return self.translated(value.replace(forged[0], f"{forged[1]}}}"))[:-3] + "abc"
        return self.live.get(value) or TOKEN.sub(self.live_token, value)

    def live_token(self, found: re.Match[str]) -> str:
        token = found[0]
        return self.live.get(token) or PART.sub(lambda part: self.live.get(part[0], part[0]), token)

    def renew(self, path: str, body: dict[str, Any], *, refused: bool) -> None:
        """Proofs, codes and sealed keys that this server would not take as they were recorded."""
        email = body.get("email", "")
        if path.endswith("/login1") and len(body["clientPublicKey"]) == 1024:
            self.log_ins[email] = LogIn()
            body["clientPublicKey"] = self.log_ins[email].public
        elif path.endswith("/login2") and email in self.challenges and not refused:
            password, challenge = self.people[email]["password"], self.challenges[email]
            body["clientProof"] = self.log_ins[email].proof(
                email, password, challenge["salt"], challenge["serverPublicKey"]
            )
        elif path.endswith("/verify") and not refused:
            body["code"] = self.server.code(email)
        if "botKey" in body and self.bot_public_key:
            private_key = self.owner["private_key"]
            body["botKey"] = seal(self.project_key, self.bot_public_key, private_key)
        if isinstance(body.get("expiresIn"), int):
            self.expiry = max(self.expiry, time.monotonic() + min(body["expiresIn"], 2) + 0.1)

    def encrypt_anew(self, recorded: Any) -> None:
        """What was encrypted with the recorded project's key, with that of this one."""
        if isinstance(recorded, list):
            for inner in recorded:
                self.encrypt_anew(inner)
        elif isinstance(recorded, dict):
            self.encrypt_anew(list(recorded.values()))
            for part in ("secretKey", "secretValue", "secretComment"):
                names = [f"{part}{end}" for end in ("Ciphertext", "IV", "Tag")]
                was = [recorded[name] for name in names if isinstance(recorded.get(name), str)]
                if len(was) == len(names) and was[2] not in self.live:
                    now = encrypted_anew(was, self.recorded_key, self.project_key)
                    self.live |= {old: new for old, new in zip(was, now, strict=True) if old}

    # --- answers --------------------------------------------------------------------------------

    def note(self, exchange: dict[str, Any], body: Any) -> None:
        """What a client keeps of an answer. One that is not as recorded is reported elsewhere."""
        with suppress(KeyError, TypeError, ValueError, CryptoError):
            self.keep(exchange, body)

    def keep(self, exchange: dict[str, Any], body: Any) -> None:
        path = exchange["request"].split(" ", 1)[1]
        if path.endswith("/login1"):
            self.challenges[exchange["body"]["email"]] = body
        elif path.startswith("/api/v1/bot/"):
            self.bot_public_key = body["bot"]["publicKey"]
        elif exchange["name"].endswith("-workspace-encrypted-key"):
            sender = body["sender"]["publicKey"]
            self.project_key = unseal(body, sender, self.owner["private_key"])

    def learn(self, recorded: Any, live: Any) -> None:
        """Which live value stands where a recorded one stood; the first time tells."""
        if isinstance(recorded, dict) and isinstance(live, dict):
            for name in recorded.keys() & live.keys():
                self.learn(recorded[name], live[name])
        elif isinstance(recorded, list) and isinstance(live, list):
            translated = [self.translated(item) for item in recorded]
            for was, now in pairs(translated, live):
                self.learn(recorded[index_of(was, translated)], now)
        elif (
            isinstance(recorded, str)
            and isinstance(live, str)
            and recorded != live
            and kind(recorded) == kind(live) != "a date"
        ):
            self.live.setdefault(recorded, live)

    def learn_cookies(self, recorded: Answer, live: Answer) -> None:
        for was, now in zip(
            recorded.headers.get("set-cookie", []), live.headers.get("set-cookie", []), strict=False
        ):
            self.learn(cookie_value(was), cookie_value(now))

    def lose(self, recorded: Any, name: str) -> None:
        """Without this answer, requests that send back what it made up cannot be played."""
        for text in texts(recorded):
            for token in TOKEN.findall(text):
                self.lost.setdefault(token, name)

    def unobtainable(self, exchange: dict[str, Any]) -> str | None:
        """The exchange without whose answer this one cannot be asked."""
        asked = [exchange.get(part) for part in ("request", "query", "headers", "body")]
        tokens = [token for text in texts(asked) for token in TOKEN.findall(text)]
        lost = (self.lost.get(token) for token in tokens if token not in self.live)
        return next((name for name in lost if name), None)


def index_of(item: Any, items: list[Any]) -> int:
    return next(index for index, other in enumerate(items) if other is item)


def cookie_value(text: str) -> str:
    return text.split(";")[0].partition("=")[2]


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from texts(inner)
    elif isinstance(value, str):
        yield value
