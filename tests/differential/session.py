"""Replays a recorded session: the same requests, with this server's ids, tokens and codes."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from compare import Answer, Difference, brief, differences, kind, pairs
from keys import CryptoError, LogIn, encrypted_anew, seal, unseal, verifier
from local_server import ERAS, MODERN

RECORDINGS = Path(__file__).resolve().parent.parent / "recordings"
# Values that a server generates and a later request may use: whole, or as a part of a token.
PART = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{24,}")
STEP = re.compile(r"\.([^.\[]+)|\[(\d+)\]")
COOKIE = "cookie"
# Seconds.
SOON = 5
NO_ROUTE = "has no route"
# The recorded servers, and the era of the local server that emulates each.
SERVERS = {**{era: era for era in ERAS}, "jul26": MODERN}
FORGED = re.compile(r"(\{jwt \d+), forged\}")
TOKEN = re.compile(
    rf"\{{jwt \d+\}}|(?:st|ak)\.[0-9a-f-]+\.[0-9a-f]+|sa\.[\w+/=]+\.[\w+/=]+|{PART.pattern}"
)


@dataclass(frozen=True)
class Request:
    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: Any = None


class Server(Protocol):
    """The server: the local one, or for the self-test the recording."""

    def send(self, request: Request) -> Answer: ...

    def send_over_limit(self, request: Request, limit: int) -> Answer:
        """The answer to the request, after `limit` similar ones."""

    def code(self, email: str) -> str:
        """The newest one-time code mailed to an address; empty if there is none."""

    def has_route(self, request: Request) -> bool: ...

    def wait(self, seconds: float) -> None:
        """Waits until something has expired."""


@dataclass(frozen=True)
class Outcome:
    """One exchange: compared, or not for the reason `skipped`."""

    name: str
    differences: list[Difference] = field(default_factory=list)
    skipped: str | None = None
    is_preparation: bool = False


def names() -> list[str]:
    """The recordings of each server together."""
    return [file.stem for server in SERVERS for file in sorted(RECORDINGS.glob(f"{server}*.json"))]


def era_of(name: str) -> str:
    return SERVERS[name.partition("-")[0]]


def recording(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((RECORDINGS / f"{name}.json").read_text())
    return content


class Session:
    """The state while a recording is replayed on a server."""

    def __init__(self, recording: dict[str, Any], server: Server) -> None:
        self.exchanges = recording["exchanges"]
        self.people = recording["known"]["people"]
        self.owner = self.people.get(recording["known"].get("owner"), {})
        self.recorded_keys = recording["known"]["project_keys"]
        self.live_keys: dict[str, str] = {}
        # A request without a project belongs to the only project, if there is exactly one.
        self.project = "".join(self.recorded_keys) if len(self.recorded_keys) == 1 else ""
        self.user_agent = recording["known"].get("user_agent")
        self.unlimited = recording["known"].get("unlimited", False)
        self.server = server
        self.live: dict[str, str] = {}
        self.lost: dict[str, str] = {}
        self.log_ins: dict[str, LogIn] = {}
        self.challenges: dict[str, dict[str, str]] = {}
        self.bot_public_key = self.bot_project = ""
        self.expiry = 0.0

    def play(self) -> Iterator[Outcome]:
        for line in self.exchanges:
            if "name" in line:
                yield self.exchange(line)
            else:
                yield from self.prepare(line)

    def prepare(self, line: dict[str, Any]) -> Iterator[Outcome]:
        """Creates an unrecorded precondition of exchanges. Yields an outcome only on failure."""
        if "mailed" in line:
            code = self.server.code(line["mailed"])
            self.live[line["gives"]] = code or line["gives"]
            if not code:
                yield Outcome(
                    line["mailed"], [Difference("preparation", "no code was mailed")], None, True
                )
        elif "wait" in line:
            self.server.wait(line["wait"])
        else:
            yield from self.prepare_by_request(line)

    def prepare_by_request(self, line: dict[str, Any]) -> Iterator[Outcome]:
        wanted, gives = line.get("status", 200), line.get("gives", {})
        exchange = line | {"name": line["prepare"], "request": line["prepare"], "status": wanted}
        if "body" in line:
            exchange["headers"] = {"content-type": "application/json"} | line.get("headers", {})
        culprit = self.unobtainable(exchange)
        live = Answer(0, {}, None) if culprit else self.server.send(self.request(exchange))
        if live.status == wanted:
            self.note(exchange, live.body)
            missing = [at for at, names in gives.items() if not self.given(live, at, names)]
            what = f"{brief(live.body)} has no {', '.join(missing)}"
        else:
            missing = list(gives)
            what = f"{live.status} {brief(live.body)} instead of {wanted}"
        self.lose([gives[at] for at in missing], line["prepare"])
        if (missing or live.status != wanted) and not culprit:
            yield Outcome(line["prepare"], [Difference("preparation", what)], None, True)

    def given(self, answer: Answer, at: str, names: str | list[str]) -> bool:
        """Whether an answer has, in its body or a cookie, the values that later requests use."""
        try:
            if at == COOKIE:
                value = cookie_value(answer.headers["set-cookie"][0])
            else:
                value = found(answer.body, at)
        except (LookupError, TypeError):
            return False
        self.live |= dict.fromkeys([names] if isinstance(names, str) else names, value)
        return True

    def exchange(self, exchange: dict[str, Any]) -> Outcome:
        name = exchange["name"]
        recorded = Answer(exchange["status"], exchange["answered"], exchange["answer"])
        culprit = self.unobtainable(exchange)
        if culprit:
            self.lose(recorded.body, culprit)
            return Outcome(name, skipped=f"needs a value of {culprit}")

        request = self.request(exchange)
        live = self.answer(exchange, request)
        if live.status == 404 and is_routed(recorded) and not self.server.has_route(request):
            self.lose(recorded.body, name, exchange)
            return Outcome(name, skipped=NO_ROUTE)
        if live.status == recorded.status:
            self.learn(recorded.body, live.body)
            self.learn_cookies(recorded, live)
            self.learn(recorded.headers.get("etag"), live.headers.get("etag"))
            self.note(exchange, live.body)
        else:
            self.lose(recorded.body, name, exchange)
        translated = Answer(recorded.status, recorded.headers, self.translated(recorded.body))
        return Outcome(name, differences(translated, self.comparable(translated, live)))

    def comparable(self, recorded: Answer, live: Answer) -> Answer:
        """Without headers that the recording leaves out: entity tags that no request repeats, and
        those of a rate limit that was turned off."""
        headers = {
            name: value
            for name, value in live.headers.items()
            if name in recorded.headers
            or (name != "etag" and not ("ratelimit" in name and self.unlimited))
        }
        return Answer(live.status, headers, live.body)

    def answer(self, exchange: dict[str, Any], request: Request) -> Answer:
        if exchange["status"] == 429:
            limit = next(v for k, v in exchange["answered"].items() if k.endswith("-limit"))
            return self.server.send_over_limit(request, int(limit))
        if "expired" in exchange["name"]:
            self.server.wait(max(0.0, self.expiry - time.monotonic()))
        return self.server.send(request)

    # --- requests -------------------------------------------------------------------------------

    def request(self, exchange: dict[str, Any]) -> Request:
        method, path = exchange["request"].split(" ", 1)
        self.encrypt_anew(exchange.get("body"), self.keys_of(exchange))
        body = self.translated(exchange.get("body"))
        if isinstance(body, dict):
            self.renew(exchange, body)
        agent = {"user-agent": self.user_agent} if self.user_agent else {}
        return Request(
            method=method,
            path="/".join(self.translated(part) for part in path.split("/")),
            query=self.translated(exchange.get("query", {})),
            headers=agent | self.translated(exchange.get("headers", {})),
            body=body,
        )

    def translated(self, value: Any) -> Any:
        """Replaces recorded values by live ones."""
        value = unfolded(value)
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

    def renew(self, exchange: dict[str, Any], body: dict[str, Any]) -> None:
        """Replaces proofs, codes and sealed keys: the recorded ones are invalid on this server."""
        path, refused = exchange["request"], exchange["status"] >= 400
        email = exchange.get("as", body.get("email", ""))
        password = exchange.get("password", self.people.get(email, {}).get("password"))
        if path.endswith(("/login1", "/srp1")) and len(body["clientPublicKey"]) in (0, 1024):
            self.log_ins[email] = LogIn()
            body["clientPublicKey"] = self.log_ins[email].public
        elif "clientProof" in body and email in self.challenges and not refused:
            challenge = self.challenges[email]
            body["clientProof"] = self.log_ins[email].proof(
                email, password, challenge["salt"], challenge["serverPublicKey"]
            )
        elif (
            path.endswith(("/verify", "/verify-email"))
            and not refused
            and self.is_unknown_code(exchange, body)
        ):
            body["code"] = self.server.code(email)
        if body.get("verifier") == "":
            body["verifier"] = verifier(email, password, body["salt"])
        key = self.live_keys.get(self.bot_project) or self.recorded_keys.get(self.bot_project)
        if "botKey" in body and key:
            person = self.people[exchange["as"]] if "as" in exchange else self.owner
            body["botKey"] = seal(key, self.bot_public_key, person["private_key"])
        if isinstance(body.get("expiresIn"), int):
            self.await_expiry(min(body["expiresIn"], 2))
        self.await_expiry(body.get("ttl"))

    def await_expiry(self, seconds: Any) -> None:
        """Notes that something expires soon, for the exchanges after that."""
        if isinstance(seconds, int) and 0 < seconds <= SOON:
            self.expiry = max(self.expiry, time.monotonic() + seconds + 0.1)

    def is_unknown_code(self, exchange: dict[str, Any], body: dict[str, Any]) -> bool:
        """Whether no line of the recording has the mailed code, so that the newest one is used."""
        return "code" in body and exchange["body"]["code"] not in self.live

    def keys_of(self, exchange: dict[str, Any]) -> tuple[str, str] | None:
        """The project's recorded key and its key here, if they differ."""
        body, query = exchange.get("body"), exchange.get("query", {})
        project = (body if isinstance(body, dict) else query).get("workspaceId", self.project)
        keys = self.recorded_keys.get(project, ""), self.live_keys.get(project, "")
        return keys if all(keys) and keys[0] != keys[1] else None

    def encrypt_anew(self, recorded: Any, keys: tuple[str, str] | None) -> None:
        """Re-encrypts values from the recorded project key to the key here."""
        if keys is None:
            return
        if isinstance(recorded, list):
            for inner in recorded:
                self.encrypt_anew(inner, keys)
        elif isinstance(recorded, dict):
            self.encrypt_anew(list(recorded.values()), keys)
            for part in ("secretKey", "secretValue", "secretComment"):
                names = [f"{part}{end}" for end in ("Ciphertext", "IV", "Tag")]
                was = [recorded[name] for name in names if isinstance(recorded.get(name), str)]
                if len(was) == len(names) and was[2] not in self.live:
                    now = encrypted_anew(was, *keys)
                    self.live |= {old: new for old, new in zip(was, now, strict=True) if old}

    # --- answers --------------------------------------------------------------------------------

    def note(self, exchange: dict[str, Any], body: Any) -> None:
        """Stores the values of an answer that later requests need."""
        with suppress(KeyError, TypeError, ValueError, CryptoError):
            self.keep(exchange, body)

    def keep(self, exchange: dict[str, Any], body: Any) -> None:
        path = exchange["request"].split(" ", 1)[1]
        if isinstance(body, dict):
            self.await_expiry(body.get("expiresIn"))
        if path.endswith(("/login1", "/srp1")):
            challenge = {name: body[name] for name in ("salt", "serverPublicKey")}
            self.challenges[exchange.get("as") or exchange["body"]["email"]] = challenge
        elif path.startswith("/api/v1/bot/"):
            self.bot_public_key = body["bot"]["publicKey"]
            self.bot_project = path.split("/")[4]
        elif path.endswith("/encrypted-key"):
            person = self.people[exchange["as"]] if "as" in exchange else self.owner
            project = path.split("/")[4]
            self.live_keys[project] = unseal(
                body, body["sender"]["publicKey"], person["private_key"]
            )

    def learn(self, recorded: Any, live: Any) -> None:
        """Maps recorded values to live ones; the first occurrence decides."""
        if isinstance(recorded, dict) and isinstance(live, dict):
            for name in recorded.keys() & live.keys():
                self.learn(recorded[name], live[name])
                slugs = (recorded[name], live[name]) if name == "slug" else ()
                if slugs and all(isinstance(slug, str) for slug in slugs):
                    self.learn_slug(*slugs)
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

    def learn_slug(self, recorded: str, live: str) -> None:
        if slug_stem(recorded) == slug_stem(live) != "":
            self.live.setdefault(recorded, live)

    def learn_cookies(self, recorded: Answer, live: Answer) -> None:
        for was, now in zip(
            recorded.headers.get("set-cookie", []), live.headers.get("set-cookie", []), strict=False
        ):
            self.learn(cookie_value(was), cookie_value(now))

    def lose(self, recorded: Any, name: str, exchange: dict[str, Any] | None = None) -> None:
        """Marks requests that use values of this answer as impossible to replay, except values that
        its own request has."""
        for token in tokens_in(recorded) - tokens_in(asked(exchange or {})):
            self.lost.setdefault(token, name)

    def unobtainable(self, exchange: dict[str, Any]) -> str | None:
        """The exchange whose answer is missing and that this one needs."""
        tokens = tokens_in(asked(exchange))
        lost = (self.lost.get(token) for token in sorted(tokens) if token not in self.live)
        return next((name for name in lost if name), None)


def asked(exchange: dict[str, Any]) -> list[Any]:
    return [exchange.get(part) for part in ("request", "query", "headers", "body")]


def tokens_in(value: Any) -> set[str]:
    return {token for text in texts(value) for token in TOKEN.findall(text)}


def is_routed(recorded: Answer) -> bool:
    """Whether the recorded server had the route, as far as its answer tells."""
    body = recorded.body if isinstance(recorded.body, dict) else {}
    return recorded.status != 404 or body.get("error") not in (None, "Not Found")


def unfolded(value: Any) -> Any:
    """A value in which long texts of one repeated character are whole."""
    if isinstance(value, dict):
        if value.keys() == {"$repeat"}:
            return value["$repeat"][0] * value["$repeat"][1]
        return {name: unfolded(inner) for name, inner in value.items()}
    return [unfolded(inner) for inner in value] if isinstance(value, list) else value


def slug_stem(slug: str) -> str:
    """The slug that the server derived from the name: its end is random."""
    return slug.partition("-")[0] if re.fullmatch(r"[a-z]+-[a-z0-9-]{2,8}", slug) else ""


def found(body: Any, at: str) -> Any:
    """The value of an answer at a path such as `$.environments[0].id`."""
    for name, index in STEP.findall(at):
        body = body[name] if name else body[int(index)]
    return body


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
