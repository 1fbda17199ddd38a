"""Runs a scenario runner for each target: `tests/run.py [--newest] [--as NAME] TARGET… -- COMMAND…`.

Targets: `devserver` (the local server, in each era), `hostile` (the local server, telling each of the
lies that a scenario needs), `replay` (recorded and crafted answers), `strictness` (scenarios that every runner must fail) and `live` (the server named by
INFISICAL_E2EE_TEST_URL; the report says what does not apply to it). `devserver:may23`,
`hostile:redirect:jun24` or `replay:hostile` selects one of them. tests/README.md lists the variables for a runner. With
`--newest`, each scenario runs against the local server only in the newest of its eras. With `--as`,
the results are stored for tests/matrix.py.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import live
import old_projects
from local_server import MODERN, ROOT, running
from matrix import Passed, keep
from replay_server import SETS, fixtures_of, replaying
from selection import (
    RELEASES,
    SCENARIOS,
    SERVER_KEYS,
    hostile_servers,
    operations_in,
    selected,
)

HERE = Path(__file__).resolve().parent
STRICTNESS = HERE / "strictness"
CODE_COMMAND = shlex.quote(str(HERE / "bin" / "code"))


def main(arguments: list[str]) -> int:
    if "--" not in arguments:
        raise SystemExit(__doc__)
    split = arguments.index("--")
    options, command = parsed(arguments[:split]), arguments[split + 1 :]
    targets = [target for name in options.targets for target in expand(name)]
    if not command:
        raise SystemExit(__doc__)
    # With --newest, a hostile server of an older era may have nothing to do.
    targets = [
        target
        for target in targets
        if not target.startswith("hostile:") or scenarios_of(target, newest=options.newest)
    ]
    if not targets:
        raise SystemExit("no scenario is for these targets")

    results = run_all(targets, command, newest=options.newest)
    width = max(map(len, results))
    print()
    for target, (passed, count, seconds) in results.items():
        mark = "passed" if passed else "FAILED"
        print(f"{target:{width}}  {mark}  {count:4} scenarios  {seconds:6.1f} s")
    good = all(passed for passed, _, _ in results.values())
    if good and options.language is not None:
        kept = {
            target: Passed(
                count, sorted(operations_in(scenarios_of(target, newest=options.newest)))
            )
            for target, (_, count, _) in results.items()
        }
        keep(options.language, kept)
    return 0 if good else 1


def parsed(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--as", dest="language", metavar="NAME")
    parser.add_argument("--newest", action="store_true")
    parser.add_argument("targets", nargs="+", metavar="TARGET")
    return parser.parse_args(arguments)


def run_all(
    targets: list[str], command: list[str], *, newest: bool
) -> dict[str, tuple[bool, int, float]]:
    """Runs a few targets at a time, and prints the report of each as a whole.

    One more than there are processors, since a runner waits for its server part of the time.
    """
    results = {}
    with ThreadPoolExecutor((os.cpu_count() or 1) + 1) as pool:
        running_targets = {
            target: pool.submit(run, target, command, newest=newest) for target in targets
        }
        for target, running_target in running_targets.items():
            passed, report, seconds = running_target.result()
            print(f"== {target}\n{report}", flush=True)
            results[target] = passed, scenarios_in(report), seconds
    return results


def scenarios_in(report: str) -> int:
    """The number of scenarios that a runner reports as run, or as correctly failed."""
    counts = re.findall(r"^(\d+) (?:passed, \d+ failed|scenarios failed)", report, re.MULTILINE)
    return int(counts[-1]) if counts else 0


def expand(name: str) -> list[str]:
    kind, _, choice = name.partition(":")
    known: dict[str, Sequence[str]] = {
        "devserver": RELEASES,
        "hostile": hostile_servers(),
        "replay": SETS,
        "strictness": (),
        "live": (),
    }
    if kind not in known or (choice and choice not in known[kind]):
        raise SystemExit(f"unknown target {name}; targets are {', '.join(known)}")
    if choice or not known[kind]:
        return [name]
    return [f"{kind}:{choice}" for choice in known[kind]]


def run(target: str, command: list[str], *, newest: bool) -> tuple[bool, str, float]:
    """Whether the target passed, the runner's report, and the seconds it took."""
    begin = time.monotonic()
    with (
        prepared(target, newest=newest) as variables,
        # Inside the repository, for runners that can write nothing else.
        TemporaryDirectory(dir=ROOT / "target") as directory,
    ):
        told = variables | {"DIRECTORY": directory}
        environment = os.environ | {
            f"INFISICAL_E2EE_TEST_{name}": value for name, value in told.items()
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
    if target == "live":
        _, left_out = live.choose(SCENARIOS, variables)
        report = live.report(report, left_out)
    if target == "strictness":
        passed, report = fails_all(done.returncode, report)
    return passed, report, time.monotonic() - begin


def fails_all(code: int, report: str) -> tuple[bool, str]:
    """Whether the runner failed every scenario, as it must: each is invalid."""
    count = len(list(STRICTNESS.glob("*.json")))
    if code != 0 and f"\n0 passed, {count} failed" in report:
        return True, f"{count} scenarios failed, as expected\n"
    return False, report


@contextmanager
def prepared(target: str, *, newest: bool = False) -> Iterator[dict[str, str]]:
    """Runs the server of the target; yields the variables for the runner."""
    kind, _, era = target.partition(":")
    common = {"TARGET": kind, "SCENARIOS": str(SCENARIOS)}
    if kind == "live":
        told = live.target(os.environ)
        files, _ = live.choose(SCENARIOS, told)
        with folder_of(files) as folder:
            yield common | told | {"SCENARIOS": str(folder)}
    elif kind == "strictness":
        with prepared("devserver:may23") as variables:
            yield variables | {"SCENARIOS": str(STRICTNESS)}
    elif kind in ("devserver", "hostile"):
        files = scenarios_of(target, newest=newest)
        lies, _, era = era.rpartition(":")
        flags = [f"--hostile={lies}"] if lies else []
        if era == MODERN:
            flags.append("--licence")
        with running(era, *flags) as url, folder_of(files) as folder:
            told = {"ERA": era, "URL": url, "CODE_CMD": CODE_COMMAND, "SCENARIOS": str(folder)}
            if era == MODERN:
                fixtures = folder / "fragments" / "fixtures"
                fixtures.write_text(json.dumps(old_projects.prepare(url)))
                told["FIXTURES"] = str(fixtures)
            yield common | told | {"TARGET": "devserver"}
    else:
        files = scenarios_of(target, newest=newest)
        with replaying(era) as url, folder_of(files) as folder:
            told = {"ERA": era, "URL": url, "FIXTURES": str(fixtures_of(era))}
            yield common | told | {"SCENARIOS": str(folder)}


@contextmanager
def folder_of(files: list[Path]) -> Iterator[Path]:
    """A folder with only these scenarios, and all fragments."""
    # Inside the repository, for runners that can read nothing else.
    with TemporaryDirectory(dir=ROOT / "target") as folder:
        shutil.copytree(SCENARIOS / "fragments", Path(folder) / "fragments")
        for file in files:
            scenario = json.loads(file.read_text())
            # A runner need not know what the server is told.
            for key in SERVER_KEYS:
                scenario.pop(key, None)
            (Path(folder) / file.name).write_text(json.dumps(scenario))
        yield Path(folder)


def scenarios_of(target: str, *, newest: bool) -> list[Path]:
    kind, _, era = target.partition(":")
    if kind == "hostile":
        lies, _, era = era.rpartition(":")
        return selected("devserver", era, newest=newest, lies=lies)
    return selected(kind, era, newest=newest and kind == "devserver")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
