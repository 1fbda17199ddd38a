"""Uses the built jar in a clean project: Maven finds it, JNA loads its native library, and older
Kotlin compilers accept it.

Needs `mvn package` in kotlin/ before, and the Python package, which seeds the server.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent))

from local_server import ERAS, ROOT, running, seed

KOTLIN = ROOT / "kotlin"
OLDER = ("2.1.21",)
VALUES = {
    "PLAIN": "value",
    "MULTI": "one\ntwo\n",
    "UNICODE": "密 🔐",
    "EMPTY": "",
    "LONG": "x" * 60_000,
}


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="infisical-e2ee-consumer-") as folder:
        project = Path(folder) / "project"
        shutil.copytree(HERE, project, ignore=shutil.ignore_patterns("run.py", "target"))
        classpath = build(project)
        results = {}
        for era in ERAS:
            with running(era) as url:
                results[f"on {era}"] = reads(classpath, folder, url, seed(url, VALUES).token)
        for version in OLDER:
            results[version] = compiles(project, version)
    for what, good in results.items():
        print(f"Kotlin {what}: {'ok' if good else 'FAILED'}")
    failed = list(results.values()).count(False)
    print(f"{len(results) - failed} passed, {failed} failed")
    return 1 if failed else 0


def build(project: Path) -> str:
    """Installs the jar into the local repository, and compiles the project against it."""
    jars = [jar for jar in KOTLIN.glob("target/infisical-e2ee-*.jar") if "-sources" not in jar.name]
    if len(jars) != 1:
        raise SystemExit(f"kotlin/target holds {len(jars)} jars: run `mvn package` in kotlin/")
    install = "org.apache.maven.plugins:maven-install-plugin:3.1.4:install-file"
    maven(project, install, f"-Dfile={jars[0]}", f"-DpomFile={KOTLIN / 'pom.xml'}")
    maven(project, "process-classes")
    dependencies = (project / "target" / "classpath").read_text().strip()
    return os.pathsep.join([str(project / "target" / "classes"), dependencies])


def compiles(project: Path, version: str) -> bool:
    """Whether this version of Kotlin compiles the project."""
    shutil.rmtree(project / "target" / "classes")
    begin = time.monotonic()
    try:
        maven(project, "compile", f"-Dkotlin.version={version}")
    except subprocess.CalledProcessError:
        return False
    print(f"Kotlin {version} compiled in {time.monotonic() - begin:.0f} seconds")
    return (project / "target" / "classes" / "MainKt.class").exists()


def maven(folder: Path, *arguments: str) -> None:
    subprocess.run(["mvn", "--quiet", "--batch-mode", *arguments], cwd=folder, check=True)


def reads(classpath: str, home: str, url: str, token: str) -> bool:
    """Whether a program that knows only an address and a token reads what was sealed."""
    environment = {"PATH": os.environ["PATH"], "INFISICAL_URL": url, "INFISICAL_TOKEN": token}
    command = ["java", f"-Duser.home={home}", "-cp", classpath, "MainKt"]
    done = subprocess.run(
        command, env=environment, stdout=subprocess.PIPE, timeout=120, check=False, cwd=home
    )
    texts = done.stdout.decode().split("\0")[:-1]
    return done.returncode == 0 and dict(zip(texts[::2], texts[1::2], strict=True)) == VALUES


if __name__ == "__main__":
    sys.exit(main())
