"""Counts the secrets in the memory of a program in Python, Node, Java and Swift, before and after it closes
its client: `tests/memory/run.py [LANGUAGE …]`. Linux only.

Each program logs in by password or by a service token, opens the project key and reads a secret. Then it
closes the client, drops its references and forces a collection. The search covers every writable mapping
of the process, for each text also in UTF-16. The program gets its password or token masked, so that it has
no copy but its own strings. A control makes and drops the same strings, and has no client.

Fails if a key that the library never gives to the program is left after the end. Needs the packages as built
in the repository, or in the one that INFISICAL_E2EE_BUILT names.
"""

from __future__ import annotations

import base64
import json
import os
import platform
import re
import secrets as randomness
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from infisical_e2ee import Client
from local_server import ROOT, running, sign_up_code
from swift_package import SWIFT, build

BUILT = Path(os.environ.get("INFISICAL_E2EE_BUILT", ROOT)).resolve()
EMAIL = "ada@example.test"
# Where the string in the program's language can be found: 1 byte a character, or 2.
ENCODINGS = ("utf-8", "utf-16-le")
MASK = 0x5A
STEP = 1 << 22
# The library gives none of these to the program.
KEYS = ("project key", "private key", "derived key", "protected key")


@dataclass(frozen=True)
class Account:
    """A user and a service token of the same project, and what both decrypt."""

    url: str
    project: str
    secret: str
    credentials: dict[str, str]
    needles: dict[str, dict[str, list[bytes]]]


def main() -> int:
    if not sys.platform.startswith("linux"):
        raise SystemExit("the search reads /proc, which only Linux has")
    languages = sys.argv[1:] or list(PROGRAMS)
    if unknown := set(languages) - set(PROGRAMS):
        raise SystemExit(f"there is no program for {', '.join(sorted(unknown))}")
    failures = []
    (ROOT / ".cache").mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="memory-", dir=ROOT / ".cache") as folder,
        running("feb24") as url,
    ):
        account = new_account(url)
        print(f"{date.today()}, {platform.machine()}, copies before -> after the end\n")
        for language in languages:
            command, version = PROGRAMS[language](Path(folder))
            print(version)
            for kind, credential in (("user", "password"), ("token", "token key")):
                counts = measure(command, account, kind)
                control = measure(command, account, kind, control=True)[credential]
                print(f"  {kind}: {shown(counts)}; strings alone: {shown({credential: control})}")
                failures += judge(f"{version}, {kind}", counts, kind)
    print(*failures, sep="\n", file=sys.stderr)
    return 1 if failures else 0


def shown(counts: dict[str, tuple[int, int]]) -> str:
    return ", ".join(f"{name} {before} -> {after}" for name, (before, after) in counts.items())


def judge(what: str, counts: dict[str, tuple[int, int]], kind: str) -> list[str]:
    failures = [
        f"{what}: the {name} is left {after} times"
        for name, (_, after) in counts.items()
        if name in KEYS and after
    ]
    # The search must be able to find what is there.
    present = {
        "user": ("password", "project key", "private key"),
        "token": ("token key", "project key"),
    }
    for name in present.get(kind, ()):
        if not counts[name][0]:
            failures.append(f"{what}: the {name} was not found before the end")
    return failures


def new_account(url: str) -> Account:
    # Random, so that nothing else has the same text. Longer than a password that is kept inline.
    password, value = randomness.token_hex(20), randomness.token_hex(20)
    with Client(base_url=url) as anyone:
        anyone.account.start_sign_up(EMAIL)
        anyone.account.complete_sign_up(EMAIL, sign_up_code(url, EMAIL), password)
    with Client(base_url=url, email=EMAIL, password=password, environment="dev") as user:
        project = user.projects.create("Memory").id
        user.secrets.create("SECRET", value, project=project)
        token = user.service_tokens.create("memory", project=project, permissions=["read"]).token
        api_key = user.api_keys.create("memory", expires_in=3600).key
    me = answer(f"{url}/api/v2/users/me", {"X-API-KEY": api_key})["user"]
    sendable, token_key = token.rsplit(".", 1)
    record = answer(f"{url}/api/v2/service-token", {"Authorization": f"Bearer {sendable}"})
    project_key = opened(token_key.encode(), record, "encryptedKey", "iv", "tag")
    derived = Argon2id(
        salt=me["salt"].encode(), length=32, iterations=3, lanes=1, memory_cost=64 * 1024
    ).derive(password.encode())
    protected = opened(derived, me, "protectedKey", "protectedKeyIV", "protectedKeyTag")
    private_key = opened(
        bytes.fromhex(protected.decode()),
        me,
        "encryptedPrivateKey",
        *(("iv", "tag") if "iv" in me else ("encryptedPrivateKeyIV", "encryptedPrivateKeyTag")),
    )
    both = {"project key": forms(project_key.decode()), "value": forms(value)}
    needles = {
        "user": {
            "password": forms(password),
            "private key": [*forms(private_key.decode()), base64.b64decode(private_key)],
            "derived key": [derived],
            "protected key": [*forms(protected.decode()), bytes.fromhex(protected.decode())],
            **both,
        },
        "token": {"token key": forms(token_key), **both},
    }
    credentials = {"user": password, "token": token}
    return Account(url, project, "SECRET", credentials, needles)


def answer(url: str, headers: dict[str, str]) -> Any:
    with urllib.request.urlopen(urllib.request.Request(url, headers=headers)) as response:
        return json.load(response)


def opened(key: bytes, record: dict[str, str], ciphertext: str, iv: str, tag: str) -> bytes:
    parts = [base64.b64decode(record[field]) for field in (iv, ciphertext, tag)]
    return AESGCM(key).decrypt(parts[0], parts[1] + parts[2], None)


def forms(text: str) -> list[bytes]:
    return [text.encode(encoding) for encoding in ENCODINGS]


def measure(
    command: list[str], account: Account, kind: str, *, control: bool = False
) -> dict[str, tuple[int, int]]:
    task = {
        "kind": "control" if control else kind,
        "url": account.url,
        "email": EMAIL,
        "credential": bytes(b ^ MASK for b in account.credentials[kind].encode()).hex(),
        "project": account.project,
        "secret": account.secret,
    }
    with running_program(command) as program:
        before = counted(step(program, json.dumps(task), "ready"), account.needles[kind])
        after = counted(step(program, "end", "ended"), account.needles[kind])
    return {name: (before[name], after[name]) for name in before}


@contextmanager
def running_program(command: list[str]) -> Iterator[subprocess.Popen[str]]:
    environment = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/")}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as program:
        try:
            yield program
        finally:
            program.kill()


def step(program: subprocess.Popen[str], line: str, expected: str) -> int:
    """Tells the program what to do, and waits until it has done it."""
    assert program.stdin and program.stdout
    program.stdin.write(line + "\n")
    program.stdin.flush()
    told = program.stdout.readline().strip()
    if told != expected:
        raise SystemExit(f"{program.args!r} said {told!r} instead of {expected!r}")
    return innermost(program.pid)


def innermost(process: int) -> int:
    """The program itself: scripts/swift may run it as its only child."""
    while children := Path(f"/proc/{process}/task/{process}/children").read_text().split():
        (process,) = map(int, children)
    return process


def counted(process: int, needles: dict[str, list[bytes]]) -> dict[str, int]:
    """How often each needle is in the writable memory of a process, which waits for its next line."""
    counts = dict.fromkeys(needles, 0)
    longest = max(len(form) for forms in needles.values() for form in forms)
    for start, end in writable(process):
        for memory in pieces(process, start, end, longest - 1):
            for name, searched in needles.items():
                counts[name] += sum(ends_in(memory, form, longest - 1) for form in searched)
    return counts


def ends_in(memory: bytes, form: bytes, overlap: int) -> int:
    """How often `form` is in `memory`, except wholly within the part that the last piece had too."""
    count, at = 0, memory.find(form)
    while at >= 0:
        count += at + len(form) > overlap
        at = memory.find(form, at + 1)
    return count


def writable(process: int) -> list[tuple[int, int]]:
    ranges = []
    for line in Path(f"/proc/{process}/maps").read_text().splitlines():
        addresses, access = line.split()[:2]
        if access.startswith("rw"):
            start, end = (int(address, 16) for address in addresses.split("-"))
            ranges.append((start, end))
    return ranges


def pieces(process: int, start: int, end: int, overlap: int) -> Iterator[bytes]:
    """The memory of a range, each piece after the end of the one before; unreadable pages end it."""
    last = bytes(overlap)
    with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
        while start < end:
            memory.seek(start)
            try:
                piece = memory.read(min(STEP, end - start))
            except OSError:
                return
            if not piece:
                return
            yield last + piece
            last = (last + piece)[-overlap:]
            start += len(piece)


# Each gets a folder for what it builds.
def python(_: Path) -> tuple[list[str], str]:
    interpreter = str(BUILT / ".cache" / "venv" / "bin" / "python")
    return [interpreter, str(HERE / "program.py")], f"Python {said(interpreter, '--version')}"


def node(_: Path) -> tuple[list[str], str]:
    command = [
        "node",
        "--expose-gc",
        str(HERE / "program.cjs"),
        str(BUILT / "node" / "package.json"),
    ]
    return command, f"Node {said('node', '--version')}"


def java(folder: Path) -> tuple[list[str], str]:
    classes = BUILT / "kotlin" / "target" / "classes"
    if not classes.exists():
        raise SystemExit(f"{classes} is missing: make kotlin-package")
    classpath = folder / "classpath"
    maven = [
        "mvn",
        "--quiet",
        "--batch-mode",
        "dependency:build-classpath",
        f"-Dmdep.outputFile={classpath}",
    ]
    subprocess.run(maven, cwd=ROOT / "kotlin", check=True)
    every = f"{classes}:{classpath.read_text().strip()}"
    return ["java", "-cp", every, str(HERE / "Program.java")], f"JVM {said('java', '--version')}"


def swift(folder: Path) -> tuple[list[str], str]:
    versions = subprocess.run([SWIFT, "--version"], capture_output=True, text=True, check=True)
    version = re.search(r"Swift version [0-9.]+", versions.stdout)
    command = build(HERE / "swift" / "program", folder, built=BUILT)
    return command, version[0].replace(" version", "") if version else "Swift"


def said(*command: str) -> str:
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout.splitlines()[0].removeprefix("Python ")


PROGRAMS = {"python": python, "node": node, "java": java, "swift": swift}

if __name__ == "__main__":
    sys.exit(main())
