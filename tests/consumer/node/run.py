"""Tests the built Node package in common tools: test runners, bundlers, Next.js.

    run.py [tools] [next]

`tools` are Jest, vitest, esbuild and the deployment tracer; `next` builds a standalone server and
queries it. Each uses the packages in dist/ to read encrypted secrets. Versions are pinned.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import tarfile
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent))

from local_server import ROOT, running, seed

VALUES = {"PLAIN": "value", "MULTI": "one\ntwo\n", "UNICODE": "密 🔐", "EMPTY": ""}
CLEAN = {"PATH": os.environ["PATH"], "HOME": os.environ["HOME"], "NEXT_TELEMETRY_DISABLED": "1"}
NATIVE = "infisical-e2ee-linux-x64-gnu"
COPIED = ["--loader:.node=copy", "--minify"]


def main(suites: list[str]) -> int:
    failed = passed = 0
    with (
        tempfile.TemporaryDirectory(prefix="infisical-e2ee-tools-") as folder,
        running("feb24") as url,
    ):
        environment = {"INFISICAL_URL": url, "INFISICAL_TOKEN": seed(url, VALUES).token}
        for suite in suites or ["tools", "next"]:
            begin = time.monotonic()
            for name, good in SUITES[suite](Path(folder), CLEAN | environment):
                seconds = time.monotonic() - begin
                print(f"{name}: {'ok' if good else 'FAILED'} ({seconds:.0f} s)", flush=True)
                passed, failed, begin = passed + good, failed + (not good), time.monotonic()
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


def tools(folder: Path, environment: dict[str, str]) -> Iterator[tuple[str, bool]]:
    project = install("tools", folder)
    runners = {"Jest": ["jest", "--no-cache"], "vitest": ["vitest", "run"]}
    yield "npm ci of the tools", True
    for name, (tool, *options) in runners.items():
        yield name, run([program(project, tool), *options], project, environment)
    for name, options in {"external": ["--external:infisical-e2ee"], "copied": COPIED}.items():
        built = bundle(project, name, options, environment)
        yield f"esbuild, {name}", built is not None and reads(built, environment)


def bundle(
    project: Path, name: str, options: list[str], environment: dict[str, str]
) -> Path | None:
    """An esbuild bundle outside the project, next to the packages if it needs them."""
    out = project.parent / f"bundle-{name}"
    options = ["--bundle", "--platform=node", f"--outdir={out}", "--log-level=warning", *options]
    if not run([program(project, "esbuild"), "program.cjs", *options], project, environment):
        return None
    if "--external:infisical-e2ee" in options:
        unpack(out)
    return out / "program.js"


def next_standalone(folder: Path, environment: dict[str, str]) -> Iterator[tuple[str, bool]]:
    project = install("next", folder, "--omit=optional")
    yield "npm ci of Next.js", True
    trace = ["node", "trace.cjs", NATIVE]
    yield "a traced deployment has the native module", run(trace, project, environment)
    if not run([program(project, "next"), "build"], project, environment):
        yield "next build", False
        return
    # Moved, so that it cannot load files of the project.
    server = folder / "standalone"
    shutil.move(project / ".next" / "standalone", server)
    yield "next build", True
    yield "Next.js, standalone", serves(server, environment)


def serves(server: Path, environment: dict[str, str]) -> bool:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = environment | {"PORT": str(port), "HOSTNAME": "127.0.0.1"}
    with subprocess.Popen(["node", "server.js"], cwd=server, env=settings) as process:
        try:
            return answer(f"http://127.0.0.1:{port}/api/secrets") == VALUES
        finally:
            process.terminate()


def answer(url: str) -> object:
    deadline = time.monotonic() + 60
    while True:
        try:
            with urllib.request.urlopen(url, timeout=60) as response:
                return json.load(response)
        except urllib.error.HTTPError as error:
            return error.code
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)


def reads(program: Path, environment: dict[str, str]) -> bool:
    done = subprocess.run(
        ["node", program], env=environment, stdout=subprocess.PIPE, timeout=60, check=False
    )
    return done.returncode == 0 and json.loads(done.stdout) == VALUES


def install(name: str, folder: Path, *options: str) -> Path:
    project = folder / name
    shutil.copytree(HERE / name, project, ignore=shutil.ignore_patterns("node_modules"))
    command = ["npm", "ci", "--silent", "--ignore-scripts", "--no-audit", "--no-fund", *options]
    subprocess.run(command, cwd=project, check=True)
    unpack(project)
    return project


def unpack(project: Path) -> None:
    """Unpacks the packages in dist/. The consumer tests cover the real `npm install`."""
    archives = sorted((ROOT / "dist").glob("*.tgz"))
    if len(archives) != 2:
        raise SystemExit("dist/ must hold the two npm packages: run `make packages`")
    for archive in archives:
        with tarfile.open(archive) as files:
            files.extractall(project / "unpacked", filter="data")
        package = project / "unpacked" / "package"
        name = json.loads((package / "package.json").read_text())["name"]
        shutil.move(package, project / "node_modules" / name)


def program(project: Path, name: str) -> Path:
    return project / "node_modules" / ".bin" / name


def run(command: list[str | Path], folder: Path, environment: dict[str, str]) -> bool:
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        print(done.stdout, done.stderr, sep="\n")
    return done.returncode == 0


SUITES = {"tools": tools, "next": next_standalone}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
