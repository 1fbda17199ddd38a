"""Turns a recorded session into tests/recordings/<era>.json: `compact.py FOLDER ERA [PREPARED]`.

FOLDER holds an exchange a file, NNN-name.json, and fixtures.json: what the session's throw-away
accounts knew. Kept is what a replay sends or compares, an exchange a line. JSON web tokens, which
are long and opaque, become `{jwt N}`, and one whose end was tampered with `{jwt N, forged}`.
PREPARED is a JSON file that maps names of exchanges to the preparations (session.py) before them.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

RECORDINGS = Path(__file__).resolve().parent.parent / "recordings"
SENT = ("authorization", "x-api-key", "cookie", "content-type", "if-none-match")
ANSWERED = re.compile(r"content-type|set-cookie|retry-after|(x-)?ratelimit-\w+")
JWT = re.compile(r"eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+")


def main(arguments: list[str]) -> int:
    if len(arguments) not in (2, 3):
        raise SystemExit(__doc__)
    folder, era = Path(arguments[0]), arguments[1]
    before = json.loads(Path(arguments[2]).read_text()) if arguments[2:] else {}
    recorded = {path: json.loads(path.read_text()) for path in sorted(folder.glob("[0-9]*.json"))}
    tags = {one["request"]["headers"].get("if-none-match") for one in recorded.values()}
    lines: list[dict[str, Any]] = []
    for path, one in recorded.items():
        lines += [*before.get(path.stem, []), exchange(path.stem, one, tags)]
    agents = {one["request"]["headers"].get("user-agent") for one in recorded.values()}
    knowledge = fixtures(json.loads((folder / "fixtures.json").read_text()))
    if len(agents) == 1:
        knowledge["user_agent"] = agents.pop()
    text = ",\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
    content = f'{{"known": {json.dumps(knowledge)},\n"exchanges": [\n{text}\n]}}\n'
    (RECORDINGS / f"{era}.json").write_text(shortened(content))
    return 0


def exchange(name: str, recorded: dict[str, Any], tags: set[str | None]) -> dict[str, Any]:
    """A line. An entity tag is kept only if a later request has it."""
    request, response = recorded["request"], recorded["response"]
    kept = {
        "name": name,
        "request": f"{request['method']} {request['path']}",
        "query": {key: str(value) for key, value in request.get("query", {}).items()},
        "headers": {name: request["headers"][name] for name in SENT if name in request["headers"]},
        **({"body": request["body"]} if "body" in request else {}),
        "status": response["status"],
        "answered": {
            k: v
            for k, v in response["headers"].items()
            if ANSWERED.fullmatch(k) or (k == "etag" and v in tags)
        },
        "answer": response["body"],
    }
    return {k: v for k, v in kept.items() if v or k not in ("query", "headers")}


def fixtures(recorded: dict[str, Any]) -> dict[str, Any]:
    """The values needed to prove passwords and to seal for the server of the replay."""
    people = (recorded[name] for name in ("admin", "alice", "bob", "carol") if name in recorded)
    return {
        "people": {
            person["email"]: {"password": person["pw"], "private_key": person["privateKey"]}
            for person in people
        },
        "owner": recorded["alice"]["email"],
        "project_keys": {recorded["workspaceId"]: recorded["projectKey"]}
        if recorded["projectKey"]
        else {},
    }


def shortened(text: str) -> str:
    """Replaces tokens by numbers."""
    names: dict[str, str] = {}

    def name(found: re.Match[str]) -> str:
        token = found[0]
        original = next((known for known in names if known[:-3] == token[:-3]), token)
        number = names.setdefault(original, f"jwt {len(names) + 1}")
        return f"{{{number}}}" if original == token else f"{{{number}, forged}}"

    return JWT.sub(name, text)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
