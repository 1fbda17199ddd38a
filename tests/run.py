"""Runs a scenario runner once for each target: `tests/run.py TARGET… -- COMMAND…`.

Targets: `devserver` (the local server, in each era), `replay` (recorded and crafted answers),
`strictness` (scenarios that every runner must fail) and `live` (the server named by
INFISICAL_E2EE_TEST_URL). `devserver:may23` or `replay:hostile` is one of them alone.
tests/README.md says what a runner is told.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from local_server import ERAS, running
from replay_server import SETS, fixtures_of, replaying

HERE = Path(__file__).resolve().parent
STRICTNESS = HERE / "strictness"
CODE_COMMAND = shlex.join([sys.executable, str(HERE / "bin" / "code")])


def main(arguments: list[str]) -> int:
    if "--" not in arguments:
        raise SystemExit(__doc__)
    split = arguments.index("--")
    targets = [target for name in arguments[:split] for target in expand(name)]
    command = arguments[split + 1 :]
    if not targets or not command:
        raise SystemExit(__doc__)

    results = run_all(targets, command)
    width = max(map(len, results))
    print()
    for target, (passed, seconds) in results.items():
        print(f"{target:{width}}  {'passed' if passed else 'FAILED'}  {seconds:6.1f} s")
    return 0 if all(passed for passed, _ in results.values()) else 1


def run_all(targets: list[str], command: list[str]) -> dict[str, tuple[bool, float]]:
    """One target a processor at a time; the report of each is printed whole."""
    results = {}
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        running_targets = {target: pool.submit(run, target, command) for target in targets}
        for target, running_target in running_targets.items():
            passed, report, seconds = running_target.result()
            print(f"== {target}\n{report}", flush=True)
            results[target] = passed, seconds
    return results


def expand(name: str) -> list[str]:
    kind, _, choice = name.partition(":")
    known = {"devserver": ERAS, "replay": SETS, "strictness": (), "live": ()}
    if kind not in known or (choice and choice not in known[kind]):
        raise SystemExit(f"no target is called {name}")
    if choice or not known[kind]:
        return [name]
    return [f"{kind}:{choice}" for choice in known[kind]]


def run(target: str, command: list[str]) -> tuple[bool, str, float]:
    """Whether the target is as it should be, what the runner reported, and the seconds it took."""
    begin = time.monotonic()
    with prepared(target) as variables:
        environment = os.environ | {
            f"INFISICAL_E2EE_TEST_{name}": value for name, value in variables.items()
        }
        done = subprocess.run(
            command,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
    report = done.stdout.decode()
    passed = done.returncode == 0
    if target == "strictness":
        passed, report = fails_all(done.returncode, report)
    return passed, report, time.monotonic() - begin


def fails_all(code: int, report: str) -> tuple[bool, str]:
    """Whether the runner failed every scenario: none of them asks for what can be."""
    count = len(list(STRICTNESS.glob("*.json")))
    if code != 0 and f"\n0 passed, {count} failed" in report:
        return True, f"{count} scenarios failed, as they must\n"
    return False, report


@contextmanager
def prepared(target: str) -> Iterator[dict[str, str]]:
    """What a runner is told, while the server of the target runs."""
    kind, _, era = target.partition(":")
    common = {"TARGET": kind, "SCENARIOS": str(HERE / "scenarios")}
    if kind == "live":
        yield common
    elif kind == "strictness":
        with prepared("devserver:may23") as variables:
            yield variables | {"SCENARIOS": str(STRICTNESS)}
    elif kind == "devserver":
        with running(era) as url:
            yield common | {"ERA": era, "URL": url, "CODE_CMD": CODE_COMMAND}
    else:
        with replaying(era) as url:
            yield common | {"ERA": era, "URL": url, "FIXTURES": str(fixtures_of(era))}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
