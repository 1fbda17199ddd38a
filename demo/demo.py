"""Encrypts a .env file on a local server and reads it back, end to end.

Signs up, creates a project, encrypts a .env file into it, and creates an Infisical Token. A Python
and a Node program then read everything back with only the token. Finally the demo opens the
server's database and prints the stored ciphertexts. Exits 0 only if every value came back byte for
byte and the database contains none of them in plaintext.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import secrets as randomness
import sqlite3
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from dotenv import dotenv_values
from infisical_e2ee import Client
from rich.console import Console
from rich.markup import escape
from rich.progress import track
from rich.table import Table

HERE = Path(__file__).resolve().parent
console = Console(width=118 if not sys.stdout.isatty() else None)

# Shorter text, such as "prod", occurs in any database by chance.
SHORTEST_TELLING = 9


def main() -> int:
    options = parse_arguments()
    values = {
        name: value or ""
        for name, value in dotenv_values(options.env_file, interpolate=False).items()
    }
    with tempfile.TemporaryDirectory(prefix="infisical-e2ee-demo-") as folder:
        database = Path(folder) / "server.db"
        with running_server(options.devserver, options.era, database) as url:
            console.print(f"[bold]1.[/] local server, era {options.era}: {url}")
            password = randomness.token_urlsafe(18)
            token, ids = seal(url, password, values)
            read_back = {
                "Python": read_with([sys.executable, HERE / "read.py"], url, token),
                "Node": read_with(["node", HERE / "read.mjs"], url, token),
            }
            console.print(
                "[bold]5.[/] a Python and a Node program read everything with only the token"
            )
            stored = stored_values(database)
            leaks = find_plaintext(database, values, password)
    return report(values, read_back, {name: stored[id] for name, id in ids.items()}, leaks)


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--devserver", type=Path, required=True, help="the server's binary")
    parser.add_argument("--era", default="may23", choices=["may23", "feb24", "jun24"])
    parser.add_argument("--env-file", type=Path, default=HERE / "real-world.env")
    return parser.parse_args()


@contextmanager
def running_server(binary: Path, era: str, database: Path) -> Iterator[str]:
    command = [binary, "--era", era, "--port", "0", "--database", database, "--quiet"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        line = server.stdout.readline() if server.stdout else ""
        if " listening on " not in line:
            raise SystemExit(f"the local server did not start: {binary}")
        yield line.split(" listening on ")[1].split()[0]
    finally:
        server.terminate()
        server.wait(timeout=10)


def seal(url: str, password: str, values: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """Does what a user would do; returns the token and each secret's id."""
    email = "you@example.test"
    with Client(base_url=url) as anyone:
        anyone.account.start_sign_up(email)
        anyone.account.complete_sign_up(email, code_for(url, email), password, send_password=True)
    console.print(f"[bold]2.[/] account created, its keys generated here: {email}")

    with Client(base_url=url, email=email, password=password, environment="dev") as user:
        project = user.projects.create("Demo")
        console.print(
            "[bold]3.[/] project created, its key generated here and sealed to the account"
        )
        ids = {
            name: user.secrets.create(name, value, project=project.id).id
            for name, value in track(
                values.items(), "[bold]4.[/] encrypting the .env file", console=console
            )
        }
        scope = {"environment": "dev", "path": "/"}
        created = user.service_tokens.create(
            "reader", project=project.id, scopes=[scope], permissions=["read"], expires_in=3600
        )
        return created.token, ids


def code_for(url: str, email: str) -> str:
    """A real server mails the code; the local one has an endpoint for it."""
    query = urllib.parse.urlencode({"email": email})
    with urllib.request.urlopen(f"{url}/dev/codes?{query}") as answer:
        return str(json.load(answer)["codes"][-1]["code"])


def read_with(command: list[str | Path], url: str, token: str) -> dict[str, str]:
    """Runs a reader that has only the token; returns the SHA-256 of every value it read."""
    environment = {"PATH": os.environ["PATH"], "INFISICAL_URL": url, "INFISICAL_TOKEN": token}
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    digests: dict[str, str] = json.loads(done.stdout)
    return digests


def stored_values(database: Path) -> dict[str, str]:
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        return dict(connection.execute("SELECT id, value_ciphertext FROM secrets"))


def find_plaintext(database: Path, values: Mapping[str, str], password: str) -> list[str]:
    """What any file of the database contains in plaintext: names, values, the password."""
    held = b"".join(path.read_bytes() for path in database.parent.glob(database.name + "*"))
    planted = {f"the name {name}": name for name in values}
    planted |= {f"the value of {name}": value for name, value in values.items()}
    planted["the password"] = password
    return [
        what
        for what, text in planted.items()
        if len(text.encode()) >= SHORTEST_TELLING and text.encode() in held
    ]


def report(
    values: Mapping[str, str],
    read_back: Mapping[str, Mapping[str, str]],
    stored: Mapping[str, str],
    leaks: list[str],
) -> int:
    table = Table(title="Values written, values read back, and what the server stores")
    table.add_column("secret")
    table.add_column("value", no_wrap=True)
    table.add_column("bytes", justify="right")
    for reader in read_back:
        table.add_column(reader, justify="center")
    table.add_column("stored by the server", no_wrap=True, style="dim")

    wrong = 0
    for name, value in values.items():
        digest = hashlib.sha256(value.encode()).hexdigest()
        same = [digests.get(name) == digest for digests in read_back.values()]
        wrong += same.count(False)
        marks = ["[green]✓[/]" if equal else "[red]✗[/]" for equal in same]
        table.add_row(
            escape(name), mask(value), str(len(value.encode())), *marks, shorten(stored[name])
        )
    extra = sum(len(digests.keys() - values.keys()) for digests in read_back.values())
    console.print(table)

    readers = " and ".join(read_back)
    if wrong or extra:
        console.print(f"[red]{wrong} values are changed or missing, {extra} are unexpected[/]")
    else:
        console.print(f"[green]{readers} read back all {len(values)} values byte for byte[/]")
    if leaks:
        console.print(f"[red]the server's database contains: {escape(', '.join(leaks))}[/]")
    else:
        console.print(
            "[green]the server's database contains neither the values nor the password[/]"
        )
    return 1 if wrong or extra or leaks else 0


def mask(value: str) -> str:
    return "•" * min(len(value), 8) if value else "[dim](empty)[/]"


def shorten(ciphertext: str) -> str:
    if not ciphertext:
        return "(empty, with a tag)"
    return ciphertext if len(ciphertext) <= 28 else f"{ciphertext[:27]}…"


if __name__ == "__main__":
    sys.exit(main())
