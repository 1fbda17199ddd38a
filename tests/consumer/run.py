"""The built packages in dist/, installed and run in clean projects without a network.

Each project knows a server's address and a token, and must read what was sealed.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from local_server import ERAS, ROOT, running, seed

DIST = ROOT / "dist"
TSC = ROOT / "node" / "node_modules" / ".bin" / "tsc"
VALUES = {
    "PLAIN": "value",
    "MULTI": "one\ntwo\n",
    "UNICODE": "密 🔐",
    "EMPTY": "",
    "LONG": "x" * 60_000,
}


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="infisical-e2ee-consumer-") as folder:
        python = clean_python(Path(folder) / "python")
        node = clean_node(Path(folder) / "node")
        consumers = {
            "Python": [python, "-I", HERE / "consumer.py"],
            "Node, ESM": ["node", node / "consumer.mjs"],
            "Node, CommonJS": ["node", node / "consumer.cjs"],
        }
        results = {"TypeScript": compiles(node)}
        for era in ERAS:
            with running(era) as url:
                token = seed(url, VALUES).token
                for name, command in consumers.items():
                    results[f"{name} on {era}"] = reads(command, url, token)
    for name, good in results.items():
        print(f"{name}: {'ok' if good else 'FAILED'}")
    failed = list(results.values()).count(False)
    print(f"{len(results) - failed} passed, {failed} failed")
    return 1 if failed else 0


def clean_python(folder: Path) -> Path:
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    wheel = only("*.whl")
    check([python, "-m", "pip", "install", "--quiet", "--no-index", wheel], folder)
    return python


def clean_node(folder: Path) -> Path:
    folder.mkdir()
    (folder / "package.json").write_text('{"private": true}')
    tarballs = sorted(DIST.glob("*.tgz"))
    check(["npm", "install", "--silent", "--offline", "--no-audit", *tarballs], folder)
    for name in ("consumer.mjs", "consumer.cjs", "consumer.ts"):
        (folder / name).write_text((HERE / name).read_text())
    return folder


def compiles(folder: Path) -> bool:
    options = ["--strict", "--noEmit", "--module", "nodenext", "--target", "es2022"]
    # No @types/node in a clean project: AbortSignal comes from the DOM library.
    options += ["--lib", "es2022,dom"]
    done = subprocess.run([TSC, *options, "consumer.ts"], cwd=folder, check=False)
    return done.returncode == 0


def reads(command: list[str | Path], url: str, token: str) -> bool:
    environment = {"PATH": os.environ["PATH"], "INFISICAL_URL": url, "INFISICAL_TOKEN": token}
    done = subprocess.run(
        command, env=environment, stdout=subprocess.PIPE, text=True, timeout=60, check=False
    )
    return done.returncode == 0 and json.loads(done.stdout) == VALUES


def only(pattern: str) -> Path:
    found = sorted(DIST.glob(pattern))
    if len(found) != 1:
        raise SystemExit(f"dist/ holds {len(found)} files like {pattern}: run `make packages`")
    return found[0]


def check(command: list[str | Path], folder: Path) -> None:
    subprocess.run(command, cwd=folder, check=True)


if __name__ == "__main__":
    sys.exit(main())
