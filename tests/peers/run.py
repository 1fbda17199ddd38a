"""Runs other clients, unmodified, and this project's client on the same local server.

Each installs from its registry into .cache/peers. It lists, gets, creates, updates and deletes;
what we sealed it must read, and what it sealed we must read.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from infisical_e2ee import Client
from local_server import ROOT, running, seed

CACHE = ROOT / ".cache" / "peers"

OURS = {
    "DATABASE_URL": "postgres://app:p%40ss@db.internal:5432/app?sslmode=require#main",
    "TLS_KEY": "-----BEGIN KEY-----\nMIIB\n-----END KEY-----\n",
    "GREETING": "Zażółć 你好 🔐",
    "OLD": "to be deleted by them",
    "LIMIT": "100",
}
TASK = {
    "ours": OURS,
    "create": {"THEIRS": "made by them: ü 密 = # \n second line", "THEIRS_JSON": '{"a": [1, 2]}'},
    "update": {"LIMIT": "250", "THEIRS": "changed by them"},
    "delete": ["OLD"],
}
AT_THE_END = {k: v for k, v in {**OURS, **TASK["create"], **TASK["update"]}.items() if k != "OLD"}


@dataclass(frozen=True)
class Peer:
    """A published client and the eras it was published for."""

    name: str
    registry: str
    version: str
    eras: tuple[str, ...]

    @property
    def folder(self) -> Path:
        return CACHE / f"{self.registry}-{self.name}-{self.version}"


PEERS = (
    Peer("infisical-node", "npm", "1.5.1", ("may23", "feb24", "jun24")),
    Peer("infisical", "pypi", "1.5.0", ("may23",)),
    Peer("infisical", "pypi", "1.6.0", ("feb24", "jun24")),
)


def main() -> int:
    failed = 0
    runs = [(peer, era) for peer in PEERS for era in peer.eras]
    for peer, era in runs:
        problems = session(peer, era)
        failed += bool(problems)
        print(f"{peer.registry} {peer.name} {peer.version} on {era}: {'; '.join(problems) or 'ok'}")
    print(f"{len(runs) - failed} passed, {failed} failed")
    return 1 if failed else 0


def session(peer: Peer, era: str) -> list[str]:
    """The problems of one peer on one era."""
    command = install(peer)
    with running(era) as url:
        seeded = seed(url, OURS)
        environment = {
            "PATH": os.environ["PATH"],
            "INFISICAL_URL": url,
            "INFISICAL_TOKEN": seeded.token,
        }
        done = subprocess.run(
            command,
            input=json.dumps(TASK),
            env={**environment, "NODE_PATH": str(peer.folder / "node_modules")},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        if done.returncode != 0:
            return [f"exit {done.returncode}: {done.stderr[-2000:]}"]
        report: dict[str, Any] = json.loads(done.stdout)
        with Client(base_url=url, token=seeded.token) as client:
            report["as we read it"] = client.secrets.list().to_dict()
    expected = {
        "listed": OURS,
        "got": OURS,
        "at_the_end": AT_THE_END,
        "as we read it": AT_THE_END,
    }
    problems = [
        f"{part}: {report[part]!r} instead of {value!r}"
        for part, value in expected.items()
        if report[part] != value
    ]
    return [*problems, done.stderr[-2000:]] if problems else []


def install(peer: Peer) -> list[str]:
    """Installs a peer once; returns the command that runs a session with it."""
    complete = peer.folder / "complete"
    if peer.registry == "npm":
        if not complete.exists():
            check("npm", "install", "--prefix", peer.folder, f"{peer.name}@{peer.version}")
            complete.touch()
        return ["node", str(HERE / "peer.cjs")]
    python = peer.folder / "bin" / "python"
    if not complete.exists():
        venv.create(peer.folder, with_pip=True)
        check(python, "-m", "pip", "install", "--quiet", f"{peer.name}=={peer.version}")
        complete.touch()
    return [str(python), str(HERE / "peer.py")]


def check(*command: str | Path) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
