"""`scripts/check-tools` names the missing tools for each package of the README."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

CHECK = Path(__file__).resolve().parents[2] / "scripts" / "check-tools"
BASICS = ["bash", "env", "cut", "sort", "head", "tr", "printf"]
RUST = ["rustc", "cargo", "cc"]
TOOLS = {
    "python": [*RUST, "python3"],
    "node": [*RUST, "node", "npm"],
    "kotlin": [*RUST, "javac", "mvn", "strip"],
    "swift": RUST,
}


@pytest.mark.parametrize("what", TOOLS)
def test_check_tools_needs_only_the_tools_of_the_package(what: str, tmp_path: Path) -> None:
    assert check(what, TOOLS[what], tmp_path).returncode == 0
    others = set().union(*TOOLS.values()) - set(TOOLS[what])
    nothing = check(what, others, tmp_path)
    assert nothing.returncode == 1
    assert nothing.stderr.count("missing:") == len(TOOLS[what]) - 1  # cargo comes with rustc


def check(what: str, tools: list[str] | set[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs the script with only these tools installed, all recent enough."""
    shutil.rmtree(folder)
    folder.mkdir()
    for tool in BASICS:
        found = shutil.which(tool)
        assert found is not None
        (folder / tool).symlink_to(found)
    for tool in tools:
        stub = folder / tool
        stub.write_text("#!/usr/bin/env bash\necho tool 99.0\n")
        if tool == "node":
            stub.write_text("#!/usr/bin/env bash\necho v99.0\n")
        stub.chmod(0o755)
    return subprocess.run(
        [str(CHECK), what],
        env={"PATH": str(folder), "HOME": os.environ.get("HOME", "")},
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
