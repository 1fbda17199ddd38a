"""Compares a recorded answer with a live one.

Compared are the status, the headers that matter, and the body: field names, JSON types, values.
Values that are new in each run (ids, dates, tokens, ciphertexts) are compared by their kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

KINDS = {
    "a date": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z",
    "a UUID": r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}",
    "an object id": r"[0-9a-f]{24}",
    "a JSON web token": r"\{jwt \d+\}|eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+",
    "a service token": r"st\.[0-9a-f-]{24,36}\.[0-9a-f]{32}",
    "a service account key": r"sa\.[A-Za-z0-9+/]{16}\.[A-Za-z0-9+/]{22}==",
    "a request id": r"req-[\w-]{14}",
    "an entity tag": r'"[\w-]{43}"',
    "an API key": r"ak\.[0-9a-f-]{24,36}\.[0-9a-f]{32}",
    "hex": r"(?:[0-9a-f]{2}){16,}",
    "base64": r"(?=.{24,})(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?",
}
# These values change with time: only their presence is compared.
COUNTED = re.compile(r"(x-)?ratelimit-(remaining|reset)|retry-after")


@dataclass(frozen=True)
class Answer:
    """A status, headers by lower-case name, and a body: JSON, or text if it is not JSON."""

    status: int
    headers: Mapping[str, Any]
    body: Any


@dataclass(frozen=True, order=True)
class Difference:
    """The place in the answer (`status`, `header NAME`, `$.field[].field`), and the difference."""

    at: str
    what: str


def differences(recorded: Answer, live: Answer) -> list[Difference]:
    """All differences, each once; only the status if the statuses differ."""
    if recorded.status != live.status:
        what = f"{live.status} {brief(live.body)} instead of {recorded.status}"
        return [Difference("status", what)]
    found = {*in_headers(recorded.headers, live.headers), *in_value(recorded.body, live.body, "$")}
    return sorted(found)


def in_headers(recorded: Mapping[str, Any], live: Mapping[str, Any]) -> Iterator[Difference]:
    for name in sorted({*recorded, *live}):
        if name not in recorded or name not in live:
            what = "is new" if name in live else "is missing"
            yield Difference(f"header {name}", what)
        elif name == "set-cookie":
            was, now = ([cookie_shape(text) for text in one[name]] for one in (recorded, live))
            if was != now:
                yield Difference(f"header {name}", f"is {now} instead of {was}")
        elif not COUNTED.fullmatch(name) and kind(recorded[name]) != kind(live[name]):
            yield Difference(f"header {name}", f"is {live[name]!r} instead of {recorded[name]!r}")


def cookie_shape(text: str) -> tuple[str, ...]:
    """Name and attributes of a cookie, because its value is a token of this run."""
    pair, *attributes = text.split("; ")
    return (pair.split("=")[0], *sorted(attributes))


def in_value(recorded: Any, live: Any, at: str) -> Iterator[Difference]:
    if type(recorded) is not type(live):
        yield Difference(at, f"is {brief(live)} instead of {brief(recorded)}")
    elif isinstance(recorded, dict):
        for name in recorded.keys() - live.keys():
            yield Difference(f"{at}.{name}", "is missing")
        for name in live.keys() - recorded.keys():
            yield Difference(f"{at}.{name}", "is new")
        for name in recorded.keys() & live.keys():
            yield from in_value(recorded[name], live[name], f"{at}.{name}")
    elif isinstance(recorded, list):
        if len(recorded) != len(live):
            yield Difference(at, f"has {len(live)} items instead of {len(recorded)}")
        for was, now in pairs(recorded, live):
            yield from in_value(was, now, f"{at}[]")
    elif recorded != live and (not isinstance(live, str) or kind(recorded) != kind(live)):
        yield Difference(at, f"is {brief(live)} instead of {brief(recorded)}")


def kind(text: str) -> str:
    """The kind of value, if each run has a new one; otherwise the text."""
    name = next((name for name, form in KINDS.items() if re.fullmatch(form, text)), text)
    return f"{name} of {len(text)} characters" if name in ("hex", "base64") else name


def pairs(recorded: list[Any], live: list[Any]) -> list[tuple[Any, Any]]:
    """Each recorded item with the most similar live one: servers list in different orders."""
    rest = [(other, set(leaves(other, ""))) for other in live]
    found = []
    for item in recorded:
        if not rest:
            break
        traits = set(leaves(item, ""))
        alike = [len(traits & others) for _, others in rest]
        found.append((item, rest.pop(alike.index(max(alike)))[0]))
    return found


def leaves(value: Any, at: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from leaves(inner, f"{at}.{name}")
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner, f"{at}[]")
    else:
        yield at, value


def brief(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 120 else f"{text[:117]}…"
