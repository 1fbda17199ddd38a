"""Prints a table of core's operations and error codes, by language and in docs/endpoints.md. Fails
if one is missing.

Reads the installed Python package, the compiled Node package and the Kotlin classes. Of Rust and
Swift it reads the sources, which their tests compile.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import infisical_e2ee

ROOT = Path(__file__).resolve().parent.parent
CODES = {
    entry["code"]: entry["class"]
    for entry in json.loads((ROOT / "tests/errors.json").read_text())["codes"]
}
RESOURCES = (
    "account",
    "api_keys",
    "audit_logs",
    "dynamic_secrets",
    "environments",
    "folders",
    "groups",
    "identities",
    "kms",
    "members",
    "organizations",
    "projects",
    "roles",
    "secret_imports",
    "secrets",
    "service_accounts",
    "service_tokens",
    "snapshots",
    "tags",
)
# Names that are keywords in Rust, which needs another name.
RESPELT = {"secrets.move_to": "secrets.move"}
# Calls that describe the client itself.
NO_OPERATIONS = {"client.capabilities"}
# Loops over an operation, which each language implements in its own way.
LOOPS = {"audit_logs.events"}


def main() -> int:
    operations = {name: read() - LOOPS for name, read in OPERATIONS.items()}
    codes = {name: read() for name, read in ERRORS.items()}
    lacking = table("operation", operations["Rust"], operations)
    lacking += table("error code", CODES, codes)
    print(f"{len(operations['Rust'])} operations, {len(CODES)} error codes, {lacking} missing")
    return 1 if lacking else 0


def table(title: str, wanted: Iterable[str], found: dict[str, set[str]]) -> int:
    """Prints a row per name; counts those missing in a language, or unexpected in one."""
    rows = sorted(set(wanted).union(*found.values()))
    width = max(map(len, rows))
    print(f"{title:{width}}  " + "  ".join(found))
    lacking = 0
    for row in rows:
        marks = ["✓" if row in names else "✗" for names in found.values()]
        lacking += marks.count("✗")
        cells = [f"{mark:^{len(name)}}" for mark, name in zip(marks, found, strict=True)]
        print(f"{row:{width}}  " + "  ".join(cells))
    print()
    return lacking


def rust_operations() -> set[str]:
    """The methods of core's resources that start an operation."""
    found = set()
    sources = [path.read_text() for path in (ROOT / "core/src/client").rglob("*.rs")]
    awaitable = {name for text in sources for name in re.findall(r"awaitable!\((\w+) =>", text)}
    for resource in RESOURCES:
        blocks = rf"^impl {pascal(resource)} \{{\n(.*?)^\}}"
        bodies = [body for text in sources for body in re.findall(blocks, text, re.M | re.S)]
        methods = re.findall(r"pub fn (\w+)\([^{]*?-> (\w+) \{", "".join(bodies))
        names = {f"{resource}.{name}" for name, builder in methods if builder in awaitable}
        found |= {RESPELT.get(name, name) for name in names}
    return found


def documented_operations() -> set[str]:
    """The operations that docs/endpoints.md names."""
    named = re.findall(r"`(\w+\.\w+)`", (ROOT / "docs/endpoints.md").read_text())
    return set(named) - NO_OPERATIONS


def rust_codes() -> set[str]:
    return set(
        re.findall(r'^    [A-Z]\w+ = "([a-z_]+)"', (ROOT / "core/src/error.rs").read_text(), re.M)
    )


def python_operations(client: type) -> set[str]:
    made = client(base_url="http://127.0.0.1:1")
    return {
        f"{resource}.{name}"
        for resource in RESOURCES
        for name in dir(getattr(made, resource))
        if not name.startswith("_")
    }


def python_codes() -> set[str]:
    exported = vars(infisical_e2ee)
    return {code for code, name in CODES.items() if exported[name].code == code}


def node_operations() -> set[str]:
    names = node(
        "const client = new sdk.Client({ baseUrl: 'http://127.0.0.1:1' });"
        "const own = Object.getOwnPropertyNames, above = Object.getPrototypeOf;"
        "const methods = (it) => it === Object.prototype ? [] : [...own(it), ...methods(above(it))];"
        "return Object.fromEntries(RESOURCES.map((it) => [it, methods(above(client[it]))]));"
    )
    return {
        f"{snake(resource)}.{snake(name)}"
        for resource, methods in names.items()
        for name in methods
        if name != "constructor"
    }


def node_codes() -> set[str]:
    classes = node("return Object.fromEntries(Object.entries(sdk).map(([k, v]) => [k, v.code]));")
    return {code for code, name in CODES.items() if classes.get(name) == code}


def node(body: str) -> dict[str, list[str]]:
    resources = json.dumps([camel(resource) for resource in RESOURCES])
    script = f"const sdk = require('./node'), RESOURCES = {resources};"
    script += f"console.log(JSON.stringify((() => {{ {body} }})()))"
    done = subprocess.run(["node", "-e", script], cwd=ROOT, stdout=subprocess.PIPE, check=True)
    return dict(json.loads(done.stdout))


def swift_operations() -> set[str]:
    """The methods of each resource, including extensions in other files."""
    found = set()
    for resource in RESOURCES:
        block = rf"^(?:public struct|extension) {pascal(resource)}\b[^\n]*\{{\n(.*?)^\}}"
        bodies = [body for text in swift_sources() for body in re.findall(block, text, re.M | re.S)]
        methods = re.findall(r"^    public func (\w+)\(", "".join(bodies), re.MULTILINE)
        found |= {f"{resource}.{snake(name)}" for name in methods}
    return found


def swift_codes() -> set[str]:
    text = "\n".join(swift_sources())
    return set(re.findall(r'case \.\w+\(let details\): \("([a-z_]+)", details\)', text))


def swift_sources() -> list[str]:
    return [path.read_text() for path in (ROOT / "swift/Sources/InfisicalE2EE").rglob("*.swift")]


def kotlin_operations(prefix: str) -> set[str]:
    found = set()
    for resource in RESOURCES:
        declaration = javap(prefix + pascal(resource))
        parent = re.search(r"class \S+ extends io\.github\.infisicale2ee\.(\w+)", declaration)
        inherited = javap(parent[1]) if parent else ""
        # A parameter of an inline class, such as Duration, adds a hash to the name: get-7Yrd8eY.
        methods = re.findall(
            r"public final [\w.$]+(?:<[^>]*>)?(?:\[\])? (\w+)(?:-[\w-]+)?\(",
            declaration + inherited,
        )
        found |= {f"{resource}.{snake(name)}" for name in methods}
    return found


def kotlin_codes() -> set[str]:
    found = set()
    for code, name in CODES.items():
        declaration = javap(name.removesuffix("Error") + "Exception").splitlines()[1]
        if "extends io.github.infisicale2ee.InfisicalException" in declaration:
            found.add(code)
    return found


def javap(name: str) -> str:
    command = ["javap", "-cp", "kotlin/target/classes", f"io.github.infisicale2ee.{name}"]
    return subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True).stdout


def snake(name: str) -> str:
    """`verifyMFA` and `verifyMfa` are both `verify_mfa`."""
    begins = r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])"
    return re.sub(begins, "_", name).lower()


def pascal(name: str) -> str:
    return "".join(word.capitalize() for word in name.split("_"))


def camel(name: str) -> str:
    return name[0] + pascal(name)[1:]


OPERATIONS: dict[str, Callable[[], set[str]]] = {
    "Rust": rust_operations,
    "Python": lambda: python_operations(infisical_e2ee.Client),
    "asyncio": lambda: python_operations(infisical_e2ee.AsyncClient),
    "Node": node_operations,
    "Swift": swift_operations,
    "Kotlin": lambda: kotlin_operations(""),
    "Java": lambda: kotlin_operations("Blocking"),
    "docs": documented_operations,
}
ERRORS: dict[str, Callable[[], set[str]]] = {
    "Rust": rust_codes,
    "Python": python_codes,
    "Node": node_codes,
    "Swift": swift_codes,
    "Kotlin": kotlin_codes,
}

if __name__ == "__main__":
    sys.exit(main())
