"""The examples of the README, as its readers run them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import World

README = Path(__file__).resolve().parents[1] / "README.md"
EXAMPLES = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_runs(example: str, world: World) -> None:
    environment = {
        "INFISICAL_URL": world.url,
        "INFISICAL_TOKEN": world.token,
        "INFISICAL_EMAIL": world.email,
        "INFISICAL_PASSWORD": world.password,
        "INFISICAL_PROJECT": world.project,
    }
    subprocess.run(
        [sys.executable, "-W", "error", "-c", example],
        env=os.environ | environment,
        timeout=60,
        check=True,
    )


def test_there_are_examples() -> None:
    assert len(EXAMPLES) == 7
