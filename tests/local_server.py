"""Runs a local server of one era, and creates an account, a project and a token on it."""

from __future__ import annotations

import json
import os
import secrets as randomness
import subprocess
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DEVSERVER = Path(
    os.environ.get(
        "INFISICAL_E2EE_DEVSERVER", ROOT / "target" / "debug" / "infisical-e2ee-devserver"
    )
)
ERAS = ("may23", "feb24", "jun24")
# One salt for all projects, because tests use the same names in many. The file stores the hashes for
# later servers.
SHARED_SALT = f"--shared-salt={ROOT / 'target' / 'blind-indices'}"
# The release of July 2026, which encrypts nothing end to end: only scenarios that name it run on it.
MODERN = "modern"


@contextmanager
def running(era: str, *flags: str) -> Iterator[str]:
    """Runs a server on a free port, with its data in memory; yields its URL."""
    command: list[str | Path] = [DEVSERVER, "--era", era, "--port", "0", "--quiet", SHARED_SALT]
    command += flags
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            line = server.stdout.readline() if server.stdout else ""
            if " listening on " not in line:
                raise SystemExit(f"the local server did not start: {DEVSERVER}")
            yield line.split(" listening on ")[1].split()[0]
        finally:
            server.terminate()


def sign_up_code(url: str, email: str) -> str:
    """The newest sign-up code; a real server mails it."""
    query = urllib.parse.urlencode({"email": email})
    with urllib.request.urlopen(f"{url}/dev/codes?{query}") as answer:
        return str(json.load(answer)["codes"][-1]["code"])


@dataclass(frozen=True)
class Seeded:
    """A project in which `token` may read and write the environment dev."""

    token: str
    project: str


def seed(url: str, values: Mapping[str, str]) -> Seeded:
    """Signs up, and creates a project with these secrets and a token for it."""
    from infisical_e2ee import Client  # needed only for seeding

    email, password = "seed@example.test", randomness.token_urlsafe(18)
    with Client(base_url=url) as anyone:
        anyone.account.start_sign_up(email)
        code = sign_up_code(url, email)
        anyone.account.complete_sign_up(email, code, password, send_password=True)
    # Since June 2024 the server makes the key of a new project, which a strict client refuses.
    with Client(
        base_url=url,
        email=email,
        password=password,
        environment="dev",
        require_e2ee=False,
        send_password=True,
    ) as user:
        project = user.projects.create("Seeded").id
        for name, value in values.items():
            user.secrets.create(name, value, project=project)
        created = user.service_tokens.create(
            "seeded",
            project=project,
            scopes=[{"environment": "dev", "path": "/"}],
            permissions=["read", "write"],
        )
        return Seeded(token=created.token, project=project)
