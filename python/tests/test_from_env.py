"""The server and credential are passed or read from the environment. There are no defaults."""

from __future__ import annotations

import asyncio
import os
from typing import Any

import pytest
from conftest import NOWHERE, World

from infisical_e2ee import (
    AsyncClient,
    Client,
    InfisicalError,
    InvalidCredentialError,
    InvalidInputError,
)

CREDENTIALS = [
    "token",
    "email",
    "password",
    "key_password",
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
def test_client_wrong_arguments_raise_type_error_naming_the_class(kind: Any) -> None:
    wrong: list[tuple[list[str], dict[str, str], str]] = [
        ([], {"token": "st.0.0.0"}, "base_url"),
        ([NOWHERE], {}, "positional"),
        ([], {"base_url": NOWHERE, "tokne": "planted"}, "tokne"),
    ]
    for arguments, options, message in wrong:
        with pytest.raises(TypeError, match=message) as caught:
            kind(*arguments, **options)
        # The name of the class that the caller used, not of the common base class.
        assert str(caught.value).startswith(f"{kind.__name__}.__init__() "), caught.value
    with pytest.raises(InvalidInputError, match="base_url is None"):
        kind(base_url=None)


@pytest.mark.parametrize("name", CREDENTIALS)
def test_client_credential_none_is_refused(name: str) -> None:
    options: dict[str, Any] = {name: None}
    for kind in (Client, AsyncClient):
        with pytest.raises(InvalidInputError, match=f"{name} is None"):
            kind(base_url=NOWHERE, **options)


@pytest.mark.parametrize("kind", [Client, AsyncClient])
@pytest.mark.parametrize(
    ("option", "named"),
    [
        ("base_url", "the base URL"),
        ("token", "the token"),
        ("access_token", "the access token"),
        ("api_key", "the API key"),
        ("identity_token", "the identity token"),
        ("service_token_v3", "the service token v3"),
        ("project", "the project"),
        ("environment", "the environment"),
        ("organization", "the organization"),
        ("proxy", "the option proxy"),
    ],
)
def test_client_empty_option_error_names_it_and_its_variable(
    kind: Any, option: str, named: str
) -> None:
    with pytest.raises(InfisicalError, match=f"{named} is empty.*environment variable"):
        kind(**{"base_url": NOWHERE, option: ""})


@pytest.mark.parametrize("kind", [Client, AsyncClient])
def test_from_env_unknown_option_error_lists_the_valid_ones(kind: Any) -> None:
    with pytest.raises(TypeError, match=r"no option 'enviroment'.*project, environment,.*proxy"):
        kind.from_env(enviroment="dev")


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
