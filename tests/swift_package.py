"""Builds a SwiftPM package that depends on ours, with the native library linked into its program."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from local_server import ROOT

SWIFT = ROOT / "scripts" / "swift"


def build(package: Path, folder: Path, *, built: Path = ROOT) -> list[str]:
    """Builds a package within `folder`, and returns the command that runs its program of the same name.

    `folder` is in the repository, which is all that scripts/swift is sure to see. The native library is
    the most recent archive in the repository `built`.
    """
    libraries = folder / "libraries"
    libraries.mkdir()
    # The archive alone: with the shared library in the same folder the linker would take that.
    shutil.copyfile(newest_archive(built), libraries / "libinfisical_e2ee.a")
    options = ["--quiet", "--package-path", str(package), "--scratch-path", str(folder / "build")]
    # Without what only editors and debuggers need.
    options += ["--disable-index-store", "-Xswiftc", "-gnone"]
    swift = ["env", f"LIBRARY_PATH={libraries}", str(SWIFT)]
    environment = {"PATH": os.environ["PATH"]}
    subprocess.run([*swift, "build", *options], env=environment, check=True)
    return [*swift, "run", "--skip-build", *options, package.name]


def newest_archive(built: Path) -> Path:
    command = [built / "scripts" / "native-library", "archive"]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return Path(done.stdout.strip())
