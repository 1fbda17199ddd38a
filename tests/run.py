"""Runs a scenario runner once for each target: `tests/run.py [--as NAME] TARGET… -- COMMAND…`.

Targets: `devserver` (the local server, in each era), `replay` (recorded and crafted answers),
`strictness` (scenarios that every runner must fail) and `live` (the server named by
INFISICAL_E2EE_TEST_URL). `devserver:may23` or `replay:hostile` is one of them alone.
tests/README.md says what a runner is told. With a name, what passed is kept for tests/matrix.py.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from local_server import ERAS, MODERN, running
from matrix import keep
from replay_server import SETS, fixtures_of, replaying

HERE = Path(__file__).resolve().parent
STRICTNESS = HERE / "strictness"
CODE_COMMAND = shlex.join([sys.executable, str(HERE / "bin" / "code")])


def main(arguments: list[str]) -> int:
    if "--" not in arguments:
        raise SystemExit(__doc__)
    split = arguments.index("--")
    names, command = arguments[:split], arguments[split + 1 :]
    language = None
    if names[:1] == ["--as"]:
        language, names = names[1], names[2:]
    targets = [target for name in names for target in expand(name)]
    if not targets or not command:
        raise SystemExit(__doc__)

    results = run_all(targets, command)
    width = max(map(len, results))
    print()
    for target, (passed, count, seconds) in results.items():
        mark = "passed" if passed else "FAILED"
        print(f"{target:{width}}  {mark}  {count:4} scenarios  {seconds:6.1f} s")
    good = all(passed for passed, _, _ in results.values())
    if good and language is not None:
        keep(language, {target: count for target, (_, count, _) in results.items()})
    return 0 if good else 1


def run_all(targets: list[str], command: list[str]) -> dict[str, tuple[bool, int, float]]:
    """A few targets at a time; the report of each is printed whole.

    One more than there are processors, for a runner waits for its server part of the time.
    """
    results = {}
    with ThreadPoolExecutor((os.cpu_count() or 1) + 1) as pool:
        running_targets = {target: pool.submit(run, target, command) for target in targets}
        for target, running_target in running_targets.items():
            passed, report, seconds = running_target.result()
            print(f"== {target}\n{report}", flush=True)
            results[target] = passed, scenarios_in(report), seconds
    return results


def scenarios_in(report: str) -> int:
    """How many scenarios a runner says it ran, or had to fail."""
    counts = re.findall(r"^(\d+) (?:passed, \d+ failed|scenarios failed)", report, re.MULTILINE)
    return int(counts[-1]) if counts else 0


def expand(name: str) -> list[str]:
    kind, _, choice = name.partition(":")
    known = {"devserver": (*ERAS, MODERN), "replay": SETS, "strictness": (), "live": ()}
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
        with running(era) as url, scenarios_for(era) as folder:
            told = {"ERA": era, "URL": url, "CODE_CMD": CODE_COMMAND, "SCENARIOS": str(folder)}
            yield common | told
    else:
        with replaying(era) as url:
            yield common | {"ERA": era, "URL": url, "FIXTURES": str(fixtures_of(era))}


@contextmanager
def scenarios_for(era: str) -> Iterator[Path]:
    """All scenarios; for `modern`, those that name it: the others were seen on real servers."""
    every = HERE / "scenarios"
    if era != MODERN:
        yield every
        return
    # Within the repository, for runners that see nothing else.
    with TemporaryDirectory(dir=HERE.parent / "target") as chosen:
        shutil.copytree(every / "fragments", Path(chosen) / "fragments")
        for file in every.glob("*.json"):
            if MODERN in json.loads(file.read_text()).get("eras", ()):
                shutil.copy(file, chosen)
        yield Path(chosen)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
