"""The programs that read ``NAME=value`` lines, run as their users run them."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import IO

import pytest
from dotenv import dotenv_values

ROOT = Path(__file__).resolve().parents[2]
TIMEOUT = 120

Reader = Callable[[Path], dict[str, str]]


def missing(tool: str) -> None:
    """Fails the test, because a dialect cannot be tested without its reader."""
    pytest.fail(f"{tool} is missing. `scripts/check-tools test` says how to install it")


def run(*command: str, folder: Path = ROOT, source: int | IO[bytes] = subprocess.DEVNULL) -> str:
    """The output of a program. A variable in its environment makes any expansion visible."""
    done = subprocess.run(
        command,
        cwd=folder,
        env=os.environ | {"A": "put in place"},
        stdin=source,
        capture_output=True,
        timeout=TIMEOUT,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")[-2000:]
    return done.stdout.decode()


def python_dotenv(file: Path) -> dict[str, str]:
    values = dotenv_values(file, encoding="utf-8")
    return {name: value for name, value in values.items() if value is not None}


READ_WITH_NPM = """
const { parse } = require("dotenv");
const file = require("fs").readFileSync(process.argv[1]);
const values = [parse(file), parse(file, { fast: true })];
process.stdout.write(JSON.stringify(values));
"""


def npm_dotenv(file: Path) -> dict[str, str]:
    """Both parsers of npm's dotenv."""
    if not (ROOT / "node" / "node_modules" / "dotenv").is_dir():
        missing("npm's dotenv (make node/node_modules/.ready)")
    usual, fast = json.loads(run("node", "-e", READ_WITH_NPM, str(file), folder=ROOT / "node"))
    assert usual == fast
    return dict(usual)


def shell(name: str) -> Reader:
    def read(file: Path) -> dict[str, str]:
        text = file.read_text(encoding="utf-8")
        names = sorted(set(re.findall(r"^export (\w+)=", text, re.MULTILINE)))
        words = " ".join(f'"${name}"' for name in names)
        script = file.with_suffix(".sh")
        # The shell's built-in `printf`: such long values exceed the argument limit of a program.
        script.write_text(f". {file}\nprintf '%s\\0' {words}\n", encoding="utf-8")
        values = run(name, str(script)).split("\0")[:-1]
        return dict(zip(names, values, strict=True))

    return read


def compose(file: Path) -> dict[str, str]:
    """The library that Docker Compose uses."""
    if shutil.which("go") is None:
        missing("Go (https://go.dev/dl)")
    with file.open("rb") as source:
        text = run("go", "run", ".", folder=ROOT / "tests" / "formats" / "compose", source=source)
    return dict(json.loads(text))


def docker_rules(file: Path) -> dict[str, str]:
    """The documented rules of docker's --env-file.

    A line is split at the first ``=``. Leading white space and the line end, which may be CRLF, are
    removed; lines that are then empty or begin with ``#`` are ignored. Nothing else is changed. A
    line is at most 64 KiB long with its end. A name has no white space. A name without ``=`` takes
    its value from the environment.
    """
    values = {}
    longest = 65_536
    for line in io.BytesIO(file.read_bytes()):
        assert len(line) <= longest, "line too long"
        text = line.decode("utf-8").removesuffix("\n").removesuffix("\r").lstrip()
        if text and not text.startswith("#"):
            name, equals, value = text.partition("=")
            assert name
            assert not re.search(r"\s", name)
            assert equals
            values[name] = value
    return values


def docker_client(file: Path) -> dict[str, str]:
    """The docker command, which reads the file before it connects to an engine, here a fake one."""
    if shutil.which("docker") is None:
        missing("docker")
    with engine() as (address, asked):
        config = str(file.parent / "docker")
        command = ("docker", "--config", config, "--host", address, "create", "--env-file")
        run(*command, str(file), "image")
    environment: list[str] = asked[0]["Env"]
    return dict(entry.split("=", 1) for entry in environment)


@contextmanager
def engine() -> Iterator[tuple[str, list[dict[str, list[str]]]]]:
    """A fake engine that records the containers to create."""
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def answer(self, status: int, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Api-Version", "1.41")
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)

        def do_HEAD(self) -> None:
            self.answer(200, b"")

        def do_GET(self) -> None:
            self.answer(200, b"{}")

        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            asked.append(json.loads(self.rfile.read(length)))
            self.answer(201, b'{"Id": "1", "Warnings": []}')

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"tcp://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


READERS: dict[str, tuple[Reader, ...]] = {
    "dotenv": (python_dotenv, npm_dotenv),
    "docker": (docker_rules, docker_client),
    "shell": (shell("sh"), shell("bash")),
    "compose": (compose,),
}
