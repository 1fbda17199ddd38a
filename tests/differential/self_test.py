"""The check checked: a recording answers itself, and whatever is changed in an answer is noticed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from compare import Answer, differences
from local_server import ERAS
from report import Explanation, Report
from session import Request, Session, recording

CHANGED = {"may23": "013-users-me", "feb24": "019-users-me", "jun24": "022-users-me"}


def self_test() -> int:
    checked = {
        "a recording differs from itself": all(alike(era) for era in ERAS),
        "a changed answer is not noticed": all(
            differences(answer, changed)
            for era in ERAS
            for answer in answers(era)
            for changed in corrupted(answer)
        ),
        "a changed answer does not fail the run, alone": all(
            [name for name, _ in report(era).unexplained] == [CHANGED[era]] for era in ERAS
        ),
        "a difference that has a reason fails the run": not any(
            report(era, explanation("$.user.emai?")).failed for era in ERAS
        ),
        "a reason for nothing does not fail the run": all(
            report(era, explanation("$.user.emai?"), explanation("$.user.name")).failed
            for era in ERAS
        ),
    }
    for problem, good in checked.items():
        if not good:
            print(f"self-test: {problem}")
    print(
        f"self-test: {sum(checked.values())} passed, {len(checked) - sum(checked.values())} failed"
    )
    return 0 if all(checked.values()) else 1


def alike(era: str) -> bool:
    outcomes = list(Session(recording(era), Recorded(era)).play())
    return not any(outcome.differences or outcome.skipped for outcome in outcomes)


def report(era: str, *known: Explanation) -> Report:
    """Of a session in which a user has another address than was recorded, once."""
    return Report(era, list(Session(recording(era), Recorded(era, changed=True)).play()), [*known])


def explanation(at: str) -> Explanation:
    return Explanation(ERAS, ("users-?e",), (at,), "changed here")


def names(era: str) -> list[str]:
    return [exchange["name"] for exchange in recording(era)["exchanges"]]


def answers(era: str) -> list[Answer]:
    return [
        Answer(exchange["status"], exchange["answered"], exchange["answer"])
        for exchange in recording(era)["exchanges"]
    ]


class Recorded:
    """A server that answers each request as it was answered."""

    def __init__(self, era: str, *, changed: bool = False) -> None:
        self.answers = answers(era)
        if changed:
            place = names(era).index(CHANGED[era])
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


def corrupted(answer: Answer) -> Iterator[Answer]:
    """The answer with one thing changed: the status, a header, anything in the body."""
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
        # Of many alike one is enough.
        yield from ([other, *value[1:]] for other in corrupted_value(value[0]))
    elif isinstance(value, str):
        yield f"corrupted {value}"
    elif isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        yield value + 1
