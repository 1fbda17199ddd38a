"""Fixtures: a local server with an account, a project and a service token."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from local_server import running, sign_up_code

from infisical_e2ee import Client

# No server listens at this address.
NOWHERE = "http://127.0.0.1:1"
VALUES = {"DB_URL": "postgres://user:pass@db/app", "API_KEY": "key", "EMPTY": ""}


@dataclass(frozen=True)
class World:
    """A server with a new user. ``token`` can read and write environment dev of ``project``."""

    url: str
    email: str
    password: str
    project: str
    token: str


@pytest.fixture(scope="session")
def world() -> Iterator[World]:
    with world_of("feb24") as world:
        yield world


@pytest.fixture(scope="session")
def may23_world() -> Iterator[World]:
    """The same on a May 2023 server."""
    with world_of("may23") as world:
        yield world


@contextmanager
def world_of(era: str) -> Iterator[World]:
    email, password = "ada@example.test", "planted-password"
    with running(era) as url:
        with Client(base_url=url) as anyone:
            anyone.account.start_sign_up(email)
            anyone.account.complete_sign_up(email, sign_up_code(url, email), password)
        with Client(base_url=url, email=email, password=password, environment="dev") as user:
            project = user.projects.create("World").id
            for name, value in VALUES.items():
                user.secrets.create(name, value, project=project)
            created = user.service_tokens.create(
                "world", project=project, permissions=["read", "write"]
            )
        yield World(url, email, password, project, created.token)


@pytest.fixture(scope="session")
def repository() -> Path:
    return Path(__file__).resolve().parents[2]
