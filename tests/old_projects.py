"""End-to-end encrypted projects of early 2024 on a local server of today.

Today's servers create no such projects and no key pairs, so development routes of the local server do.
The accounts and the project key are those of the seed of a public server.
"""

from __future__ import annotations

import json
import urllib.request
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent


def prepare(url: str) -> dict[str, Any]:
    """Creates the accounts and projects; returns what scenarios know of them as `$fixtures`."""
    data: dict[str, Any] = json.loads((HERE / "old-projects.json").read_text())
    fixtures: dict[str, Any] = {}
    for name, account in data["accounts"].items():
        made = posted(f"{url}/dev/e2ee-account", account)
        fixtures[name] = {
            "email": account["email"],
            "password": account["password"],
            "key_password": data["key_passwords"][name],
            "organization": made["organization"]["id"],
        }
    for name in data["projects"]:
        made = posted(f"{url}/dev/e2ee-project", data["project"] | {"projectName": name})
        fixtures[name] = made["project"]
    return fixtures


def posted(url: str, body: dict[str, Any]) -> Any:
    headers = {"content-type": "application/json"}
    request = urllib.request.Request(url, json.dumps(body).encode(), headers)
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)
