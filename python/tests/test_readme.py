"""The examples of the README, run unchanged."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import World

from infisical_e2ee import Client

README = Path(__file__).resolve().parents[1] / "README.md"
FRONT_PAGE = README.parents[1] / "README.md"
LOCAL_SERVER = README.parents[1] / "devserver" / "README.md"
EXAMPLES = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("example", EXAMPLES)
def test_readme_example_runs(example: str, world: World, tmp_path: Path) -> None:
    environment = {"INFISICAL_URL": world.url}
    if "INFISICAL_EMAIL" in example:
        environment["INFISICAL_EMAIL"] = world.email
        environment["INFISICAL_PASSWORD"] = world.password
        environment["INFISICAL_PROJECT_ID"] = world.project
    else:
        environment["INFISICAL_TOKEN"] = world.token
    subprocess.run(
        [sys.executable, "-W", "error", "-c", example],
        env=os.environ | environment,
        cwd=tmp_path,
        timeout=60,
        check=True,
    )


def test_readme_has_examples() -> None:
    assert len(EXAMPLES) == 9


def test_readme_of_local_server_example_prints_a_token_that_reads(world: World) -> None:
    page = LOCAL_SERVER.read_text(encoding="utf-8")
    (example,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    assert "http://127.0.0.1:8750" in example
    example = example.replace("http://127.0.0.1:8750", world.url)
    command = [sys.executable, "-W", "error", "-c", example]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, timeout=60, check=True)
    with Client(base_url=world.url, token=done.stdout.strip()) as client:
        assert client.secrets.list().to_dict() == {"DATABASE_URL": "postgres://localhost/app"}


def test_readme_examples_use_only_existing_names() -> None:
    page = FRONT_PAGE.read_text(encoding="utf-8")
    examples = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    assert len(examples) == 2
    for example in examples:
        subprocess.run(
            [sys.executable, "-m", "ruff", "check", "--isolated", "--select", "F821", "-"],
            input=example,
            text=True,
            check=True,
        )
