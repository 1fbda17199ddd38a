"""Tests the comparison: a recording equals itself, and every change of an answer is detected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from compare import Answer, differences
from report import Explanation, Report
from session import COOKIE, STEP, Outcome, Request, Session, names, recording, unfolded

RECORDINGS = names()

CHANGED = {
    "may23": "013-users-me",
    "feb24": "019-users-me",
    "jun24": "022-users-me",
    "may23-more": "010-account-mfa-tries-get-users-me",
    "feb24-more": "004-account-mfa-tries-get-users-me",
    "jun24-more": "080-account-mfa-get-users-me",
    "jul26": "046-users-me",
    "jul26-e2ee": "017-users-me",
}


def self_test() -> int:
    checked = {
        "a recording differs from itself": all(alike(name) for name in RECORDINGS),
        "a changed answer is not detected": all(
            differences(answer, changed)
            for name in RECORDINGS
            for answer in answers(name)
            for changed in corrupted(answer)
        ),
        "a single changed answer does not fail the run": all(
            [exchange for exchange, _ in report(name).unexplained] == [CHANGED[name]]
            for name in RECORDINGS
        ),
        "an explained difference fails the run": not any(
            report(name, explanation("$.user.emai?")).failed for name in RECORDINGS
        ),
        "an unused explanation does not fail the run": all(
            report(name, explanation("$.user.emai?"), explanation("$.user.name")).failed
            for name in RECORDINGS
        ),
    }
    for problem, good in checked.items():
        if not good:
            print(f"self-test: {problem}")
    print(
        f"self-test: {sum(checked.values())} passed, {len(checked) - sum(checked.values())} failed"
    )
    return 0 if all(checked.values()) else 1


def alike(name: str) -> bool:
    outcomes = list(Session(recording(name), Recorded(name)).play())
    return not any(outcome.differences or outcome.skipped for outcome in outcomes)


def report(name: str, *explained: Explanation) -> Report:
    return Report(name, changed_outcomes(name), [*explained])


@cache
def changed_outcomes(name: str) -> list[Outcome]:
    """The report of a session in which one answer has another e-mail address."""
    return list(Session(recording(name), Recorded(name, changed=True)).play())


def explanation(at: str) -> Explanation:
    return Explanation(tuple(RECORDINGS), ("*users-?e",), (at,), "changed here")


def lines(name: str) -> list[dict[str, Any]]:
    """The exchanges and preparations of a recording."""
    every = recording(name)["exchanges"]
    return [line for line in every if "name" in line or "prepare" in line]


def answer(line: dict[str, Any]) -> Answer:
    if "name" in line:
        return Answer(line["status"], line["answered"], unfolded(line["answer"]))
    gives = dict(line.get("gives", {}))
    cookie = gives.pop(COOKIE, None)
    headers = {"set-cookie": [f"jid={cookie}; Path=/"]} if cookie else {}
    return Answer(line.get("status", 200), headers, body_with(gives))


def answers(name: str) -> list[Answer]:
    """The recorded answers, with short lists, one of each form: each change is compared with the
    whole answer."""
    every = [answer(line) for line in lines(name) if "name" in line]
    short = [replace(one, body=shortened(one.body)) for one in every]
    forms = [(one.status, sorted(one.headers), form(one.body)) for one in short]
    return list({repr(form): one for form, one in zip(forms, short, strict=True)}.values())


def form(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: form(inner) for name, inner in value.items()}
    return [form(inner) for inner in value] if isinstance(value, list) else type(value).__name__


def shortened(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: shortened(inner) for name, inner in value.items()}
    return [shortened(inner) for inner in value[:2]] if isinstance(value, list) else value


def body_with(gives: dict[str, Any]) -> Any:
    """An answer with a value at each path of `gives`."""
    body: dict[str, Any] = {}
    for at, called in gives.items():
        steps = [name or int(index) for name, index in STEP.findall(at)]
        inner: Any = body
        for step, following in zip(steps, [*steps[1:], None], strict=True):
            if isinstance(step, int):
                inner.extend({} for _ in range(step + 1 - len(inner)))
            last = called if isinstance(called, str) else called[0]
            made = last if following is None else [] if isinstance(following, int) else {}
            if following is None or not (step in inner if isinstance(inner, dict) else inner[step]):
                inner[step] = made
            inner = inner[step]
    return body


class Recorded:
    """A server that returns the recorded answers."""

    def __init__(self, name: str, *, changed: bool = False) -> None:
        answered = lines(name)
        self.answers = [answer(line) for line in answered]
        if changed:
            place = [line.get("name") for line in answered].index(CHANGED[name])
            user = self.answers[place].body["user"] | {"email": "another@example.test"}
            self.answers[place] = replace(self.answers[place], body={"user": user})

    def send(self, _: Request) -> Answer:
        return self.answers.pop(0)

    def send_over_limit(self, request: Request, limit: int) -> Answer:
        return self.send(request)

    def code(self, _: str) -> str:
        return "000000"

    def has_route(self, _: Request) -> bool:
        return True

    def wait(self, seconds: float) -> None:
        """Does not wait, because nothing expires."""


def corrupted(answer: Answer) -> Iterator[Answer]:
    """The answer with one change: the status, a header, or a value in the body."""
    yield replace(answer, status=answer.status + 1)
    for name in answer.headers:
        yield replace(answer, headers={k: v for k, v in answer.headers.items() if k != name})
    for cookie in answer.headers.get("set-cookie", []):
        other = cookie.replace("; HttpOnly", "")
        yield replace(answer, headers={**answer.headers, "set-cookie": [other]})
    yield replace(answer, headers={**answer.headers, "content-type": "text/plain"})
    for body in corrupted_value(answer.body):
        yield replace(answer, body=body)


def corrupted_value(value: Any) -> Iterator[Any]:
    yield None if value is not None else "something"
    if isinstance(value, dict):
        yield {**value, "corrupted": True}
        for name in value:
            yield {key: inner for key, inner in value.items() if key != name}
        for name, inner in value.items():
            yield from ({**value, name: other} for other in corrupted_value(inner))
    elif isinstance(value, list) and value:
        yield value[1:]
        # One of several similar values is enough.
        yield from ([other, *value[1:]] for other in corrupted_value(value[0]))
    elif isinstance(value, str):
        yield f"corrupted {value}"
    elif isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        yield value + 1
