"""The options ``send_password`` and ``key_password``, on a server that demands the password."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest
from conftest import NOWHERE
from local_server import MODERN, running

from infisical_e2ee import AsyncClient, Client, InvalidInputError, UnsupportedByServerError

USER: dict[str, Any] = {"email": "ada@example.test", "password": "planted-password"}


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with running(MODERN) as url:
        with Client(base_url=url) as anyone:
            anyone.account.sign_up_administrator(*USER.values(), send_password=True)
        yield url


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch, url: str) -> pytest.MonkeyPatch:
    """An environment with the server and the user, and no other variable of ours."""
    for name in [name for name in os.environ if name.startswith("INFISICAL_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("INFISICAL_URL", url)
    monkeypatch.setenv("INFISICAL_EMAIL", USER["email"])
    monkeypatch.setenv("INFISICAL_PASSWORD", USER["password"])
    return monkeypatch


def learns(client: Client) -> bool:
    with client:
        return client.capabilities().server_learns_key_password


def test_log_in_sends_the_password_only_with_send_password(url: str) -> None:
    without: list[dict[str, Any]] = [{}, {"send_password": False}]
    for options in without:
        with Client(base_url=url, **USER, **options) as client:
            with pytest.raises(UnsupportedByServerError, match="password itself") as caught:
                client.account.me()
            assert "planted" not in str(caught.value)
    with Client(base_url=url, **USER, send_password=True) as client:
        assert client.account.me().email == USER["email"]


def test_server_learns_key_password_unless_another_thing_decrypts(url: str) -> None:
    assert not learns(Client(base_url=url, **USER))
    assert learns(Client(base_url=url, **USER, send_password=True))
    for name in ("key_password", "private_key"):
        key: dict[str, Any] = {name: "planted-key"}
        assert not learns(Client(base_url=url, **USER, **key, send_password=True)), name


@pytest.mark.parametrize("kind", [Client, AsyncClient])
@pytest.mark.parametrize(
    "credential",
    [
        {**USER, "key_password": "planted-key", "private_key": "planted-key"},
        {"access_token": "a.b.c", "key_password": "planted-key"},
        {"key_password": "planted-key"},
    ],
)
def test_key_password_without_a_user_or_with_a_private_key_is_refused(
    kind: Any, credential: dict[str, str]
) -> None:
    with pytest.raises(InvalidInputError, match="give one credential") as caught:
        kind(base_url=NOWHERE, **credential)
    assert "planted" not in str(caught.value)


def test_from_env_send_password_option_overrides_its_variable(
    environment: pytest.MonkeyPatch,
) -> None:
    assert not learns(Client.from_env())
    assert learns(Client.from_env(send_password=True))
    environment.setenv("INFISICAL_SEND_PASSWORD", "true")
    assert learns(Client.from_env())
    assert not learns(Client.from_env(send_password=False))
    environment.setenv("INFISICAL_SEND_PASSWORD", "yes")
    with pytest.raises(InvalidInputError, match="INFISICAL_SEND_PASSWORD is neither"):
        Client.from_env()


def test_from_env_reads_the_key_password(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("INFISICAL_SEND_PASSWORD", "true")
    environment.setenv("INFISICAL_KEY_PASSWORD", "planted-key")
    assert not learns(Client.from_env())
    environment.setenv("INFISICAL_PRIVATE_KEY", "planted-key")
    with pytest.raises(InvalidInputError, match="INFISICAL_KEY_PASSWORD and INFISICAL_PRIVATE_KEY"):
        Client.from_env()
