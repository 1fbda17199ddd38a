"""Files for other programs: each value is read unchanged, or formatting it is refused."""

from __future__ import annotations

import json
import random
import subprocess
from functools import cache
from pathlib import Path
from typing import Any, Literal

import pytest
from env_readers import READERS, ROOT, Reader

from infisical_e2ee import InvalidInputError, format_secrets, parse_secrets

Dialect = Literal["dotenv", "docker", "shell", "compose"]
DIALECTS: tuple[Dialect, ...] = ("dotenv", "docker", "shell", "compose")
HARD = json.loads((ROOT / "tests" / "formats" / "hard-values.json").read_text(encoding="utf-8"))

# Characters that are special to a reader, and letters of escape sequences.
SPECIAL = "'\"\\`$#=:!~-{}()[]*?&|;<>% \t\n\r@abfnrtv0xA1é日😀\u00a0\u2028\ufeff"


def value_of(entry: dict[str, Any]) -> str:
    if "repeat" in entry:
        text, times = entry["repeat"]
        return str(text * times)
    return str(entry["value"])


def random_values(count: int) -> dict[str, str]:
    source = random.Random(20240601)  # always the same
    values = ("".join(source.choices(SPECIAL, k=source.randint(1, 9))) for _ in range(count))
    return {f"R{number}": value for number, value in enumerate(values)}


HARD_VALUES = {f"V{number}": value_of(entry) for number, entry in enumerate(HARD)}
RANDOM_VALUES = random_values(1000)


@cache
def accepted(dialect: Dialect) -> dict[str, str]:
    """The values that the format accepts. A refusal names the secret."""
    values = HARD_VALUES | RANDOM_VALUES
    refusals = {name: refusal(name, value, dialect) for name, value in values.items()}
    for name, told in refusals.items():
        assert told is None or f'secret "{name}": the format "{dialect}"' in told
    return {name: value for name, value in values.items() if refusals[name] is None}


def refusal(name: str, value: str, dialect: Dialect) -> str | None:
    try:
        format_secrets({name: value}, dialect)
    except InvalidInputError as error:
        return str(error)
    return None


READINGS = [
    pytest.param(dialect, reader, id=f"{dialect}-{number}")
    for dialect in DIALECTS
    for number, reader in enumerate(READERS[dialect])
]


@pytest.mark.parametrize("dialect", DIALECTS)
def test_format_refuses_only_values_the_reader_would_misread(dialect: Dialect) -> None:
    kept = accepted(dialect)
    named = zip(HARD_VALUES, HARD, strict=True)
    refused = [entry["what"] for name, entry in named if name not in kept]
    assert refused == [entry["what"] for entry in HARD if dialect in entry.get("refused", ())]
    assert len(kept.keys() & RANDOM_VALUES.keys()) > len(RANDOM_VALUES) * 3 / 4


@pytest.mark.parametrize(("dialect", "read"), READINGS)
def test_reader_reads_formatted_values_unchanged(
    dialect: Dialect, read: Reader, tmp_path: Path
) -> None:
    values = accepted(dialect)
    file = tmp_path / "variables"
    file.write_text(format_secrets(values, dialect), encoding="utf-8", newline="")
    found = read(file)
    both = {name: (value, found.get(name)) for name, value in values.items()}
    assert not {name: pair for name, pair in both.items() if pair[0] != pair[1]}
    assert found.keys() == values.keys()


@pytest.mark.parametrize("dialect", DIALECTS)
def test_parse_of_formatted_values_returns_them(dialect: Dialect) -> None:
    values = accepted(dialect)
    assert parse_secrets(format_secrets(values, dialect), dialect) == values


def test_shell_assignment_to_each_accepted_name_keeps_value(tmp_path: Path) -> None:
    listed = subprocess.run(
        ["bash", "-c", "compgen -v"], capture_output=True, check=True, timeout=60, text=True
    )
    names = {*listed.stdout.split(), "UID", "PPID", "OPTIND", "LINENO", "RANDOM"}
    refused = set()
    for name in names:
        if refusal(name, "a value", "shell"):
            refused.add(name)
            continue
        file = tmp_path / "variables"
        file.write_text(format_secrets({name: "a value"}, "shell"), encoding="utf-8")
        for shell in ("sh", "bash"):
            script = f'. "{file}"; printf %s "${name}"'
            done = subprocess.run(
                [shell, "-c", script], capture_output=True, timeout=60, check=False
            )
            assert (done.stdout, done.stderr) == (b"a value", b""), (shell, name)
    assert {"UID", "PPID", "RANDOM"} <= refused
    assert not refused & {"PATH", "HOME", "PWD", "IFS"}


def test_every_reader_reads_accepted_names(tmp_path: Path) -> None:
    for dialect in DIALECTS:
        names = ["A", "_a1", "export", "exportA", "a" * 300]
        names += {"shell": [], "docker": ["a.b-c", "É/x"]}.get(dialect, ["a.b-c"])
        values = dict.fromkeys(names, "x y")
        file = tmp_path / "variables"
        file.write_text(format_secrets(values, dialect), encoding="utf-8")
        assert [read(file) for read in READERS[dialect]] == [values] * len(READERS[dialect])
