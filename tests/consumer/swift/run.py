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

SWIFT = ROOT / "scripts" / "swift"
VALUES = {
    "PLAIN": "value",
    "MULTI": "one\ntwo\n",
    "UNICODE": "密 🔐",
    "EMPTY": "",
    "LONG": "x" * 60_000,
}


def main() -> int:
    # In the repository, which is all that scripts/swift is sure to see.
    with tempfile.TemporaryDirectory(prefix="consumer-", dir=ROOT / ".cache") as folder:
        libraries = Path(folder) / "libraries"
        libraries.mkdir()
        # The archive alone: with the shared library beside it the linker would take that.
        (libraries / "libinfisical_e2ee.a").hardlink_to(newest_archive())
        environment = {"PATH": os.environ["PATH"], "LIBRARY_PATH": str(libraries)}
        package = ["--package-path", HERE / "consumer", "--scratch-path", Path(folder) / "build"]
        subprocess.run([SWIFT, "build", "--quiet", *package], env=environment, check=True)
        consumer = [SWIFT, "run", "--quiet", "--skip-build", *package, "consumer"]
        results = {}
        for era in ERAS:
            with running(era) as url:
                server = {"INFISICAL_URL": url, "INFISICAL_TOKEN": seed(url, VALUES).token}
                results[era] = reads(consumer, environment | server)
    for era, good in results.items():
        print(f"Swift on {era}: {'ok' if good else 'FAILED'}")
    failed = list(results.values()).count(False)
    print(f"{len(results) - failed} passed, {failed} failed")
    return 1 if failed else 0


def newest_archive() -> Path:
    command = [ROOT / "scripts" / "native-library", "archive"]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return Path(done.stdout.strip())


def reads(command: list[str | Path], environment: dict[str, str]) -> bool:
    done = subprocess.run(
        command, env=environment, stdout=subprocess.PIPE, text=True, timeout=60, check=False
    )
    return done.returncode == 0 and json.loads(done.stdout) == VALUES


if __name__ == "__main__":
    sys.exit(main())
