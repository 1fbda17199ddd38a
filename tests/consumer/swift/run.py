"""A clean SwiftPM package that depends on ours, with the native library linked into the program.

It knows a server's address and a token, and must read what was sealed. Needs the Python package, for
seeding, and `cargo build -p infisical-e2ee-uniffi`, of which the newer profile is taken.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from local_server import ERAS, ROOT, running, seed
from swift_package import build

VALUES = {
    "PLAIN": "value",
    "MULTI": "one\ntwo\n",
    "UNICODE": "密 🔐",
    "EMPTY": "",
    "LONG": "x" * 60_000,
}


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="consumer-", dir=ROOT / ".cache") as folder:
        consumer = build(HERE / "consumer", Path(folder))
        results = {}
        for era in ERAS:
            with running(era) as url:
                results[era] = reads(consumer, url, seed(url, VALUES).token)
    for era, good in results.items():
        print(f"Swift on {era}: {'ok' if good else 'FAILED'}")
    failed = list(results.values()).count(False)
    print(f"{len(results) - failed} passed, {failed} failed")
    return 1 if failed else 0


def reads(command: list[str], url: str, token: str) -> bool:
    environment = {"PATH": os.environ["PATH"], "INFISICAL_URL": url, "INFISICAL_TOKEN": token}
    done = subprocess.run(
        command, env=environment, stdout=subprocess.PIPE, text=True, timeout=60, check=False
    )
    return done.returncode == 0 and json.loads(done.stdout) == VALUES


if __name__ == "__main__":
    sys.exit(main())
