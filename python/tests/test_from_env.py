"""The server and the credential are passed or read from the environment; no defaults."""

from __future__ import annotations

import asyncio
import os
from typing import Any

import pytest
from conftest import NOWHERE, World

from infisical_e2ee import AsyncClient, Client, InvalidCredentialError, InvalidInputError

CREDENTIALS = [
    "token",
    "email",
    "password",
    "access_token",
    "api_key",
    "private_key",
    "client_id",
    "client_secret",
    "identity_token",
    "service_account_key",
    "service_token_v3",
]


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """An environment without our variables."""
    for name in [name for name in os.environ if name.startswith("INFISICAL_")]:
        monkeypatch.delenv(name)
    return monkeypatch


@pytest.mark.parametrize("kind", [Client, AsyncClient])
def test_client_without_base_url_is_refused(kind: Any) -> None:
    with pytest.raises(TypeError, match="base_url"):
        kind(token="st.0.0.0")
    with pytest.raises(InvalidInputError, match="base_url is None"):
        kind(base_url=None)


@pytest.mark.parametrize("name", CREDENTIALS)
def test_client_credential_none_is_refused(name: str) -> None:
    options: dict[str, Any] = {name: None}
    for kind in (Client, AsyncClient):
        with pytest.raises(InvalidInputError, match=f"{name} is None"):
            kind(base_url=NOWHERE, **options)


def test_from_env_reads_the_server_and_the_token(
    world: World, environment: pytest.MonkeyPatch
) -> None:
    environment.setenv("INFISICAL_URL", world.url)
    environment.setenv("INFISICAL_TOKEN", world.token)
    with Client.from_env(timeout=20) as client:
        assert world.url in repr(client)
        assert client.secrets.get("API_KEY").value == "key"

    async def main() -> str:
        async with AsyncClient.from_env() as client:
            return (await client.secrets.get("API_KEY")).value

    assert asyncio.run(main()) == "key"


def test_from_env_option_overrides_its_variable(
    world: World, environment: pytest.MonkeyPatch
) -> None:
    environment.setenv("INFISICAL_URL", world.url)
    environment.setenv("INFISICAL_EMAIL", world.email)
    environment.setenv("INFISICAL_PASSWORD", world.password)
    environment.setenv("INFISICAL_PROJECT_ID", world.project)
    environment.setenv("INFISICAL_ENVIRONMENT", "staging")
    with Client.from_env() as client:
        assert client.secrets.list().to_dict() == {}
    with Client.from_env(environment="dev") as client:
        assert client.secrets.get("API_KEY").value == "key"


@pytest.mark.parametrize("kind", [Client, AsyncClient])
def test_from_env_invalid_variable_is_named(kind: Any, environment: pytest.MonkeyPatch) -> None:
    with pytest.raises(InvalidInputError, match="INFISICAL_URL is not set"):
        kind.from_env()
    environment.setenv("INFISICAL_URL", "")
    with pytest.raises(InvalidInputError, match="INFISICAL_URL is empty"):
        kind.from_env()
    environment.setenv("INFISICAL_URL", NOWHERE)
    with pytest.raises(InvalidInputError, match="INFISICAL_TOKEN"):
        kind.from_env()
    environment.setenv("INFISICAL_TOKEN", "planted")
    with pytest.raises(InvalidCredentialError, match="INFISICAL_TOKEN") as caught:
        kind.from_env()
    assert "planted" not in str(caught.value)
    environment.setenv("INFISICAL_TOKEN", os.fsdecode(b"\xff"))
    with pytest.raises(InvalidInputError, match="INFISICAL_TOKEN is not Unicode"):
        kind.from_env()


def test_from_env_takes_no_credential(environment: pytest.MonkeyPatch) -> None:
    options: dict[str, Any] = {"token": "st.0.0.0"}
    with pytest.raises(TypeError, match="token"):
        Client.from_env(**options)
