"""No value, credential or password in text, logs, tracebacks or pickles.

``test_confidential.py`` tests the results of calls.
"""

from __future__ import annotations

import copy
import logging
import pickle
import traceback
from collections.abc import Callable, Iterator

import pytest
from conftest import NOWHERE, World

from infisical_e2ee import (
    AsyncClient,
    Client,
    InfisicalError,
    Secret,
    SecretList,
)

PLANTED = "planted-0d6c2f7e"


@pytest.fixture(scope="module")
def secret(world: World) -> Iterator[Secret]:
    with Client(base_url=world.url, token=world.token) as client:
        yield client.secrets.create("LEAK", PLANTED, comment=PLANTED)
        client.secrets.delete("LEAK")


@pytest.mark.usefixtures("secret")
def test_secret_list_is_redacted_in_text_and_logs(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    with Client(base_url=world.url, token=world.token) as client:
        secrets = client.secrets.list()
    assert PLANTED in secrets.to_dict().values()
    logging.getLogger("test").warning("%r %s", secrets, secrets)
    assert PLANTED not in f"{secrets!r} {secrets} {caplog.text}"


@pytest.mark.parametrize("make", [Client, AsyncClient])
def test_client_is_redacted_in_text_and_logs(
    make: type[Client] | type[AsyncClient], world: World, caplog: pytest.LogCaptureFixture
) -> None:
    for client in (
        make(base_url=world.url, token=world.token),
        make(base_url=world.url, email=world.email, password=world.password),
    ):
        reachable = [getattr(client, name) for name in dir(client)]
        text = "\n".join(map(repr, [client, client.secrets, client.secrets.get, *reachable]))
        logging.getLogger("test").warning("%r %s", client, client)
        text += f"{client} {caplog.text}"
        assert world.url in text
        assert world.password not in text
        assert world.token.split(".")[2] not in text
        assert world.token.split(".")[3] not in text


def test_secret_list_and_client_have_no_dict(secret: Secret) -> None:
    for thing in (
        SecretList([secret]),
        Client(base_url=NOWHERE),
        AsyncClient(base_url=NOWHERE),
        Client(base_url=NOWHERE).secrets,
    ):
        with pytest.raises(TypeError):
            vars(thing)


def test_secret_list_and_client_cannot_be_pickled(secret: Secret) -> None:
    for thing in (SecretList([secret]), Client(base_url=NOWHERE), AsyncClient(base_url=NOWHERE)):
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
            with pytest.raises(TypeError, match="plaintext"):
                pickle.dumps(thing, protocol)


def test_client_cannot_be_copied() -> None:
    for client in (Client(base_url=NOWHERE), AsyncClient(base_url=NOWHERE)):
        for copied in (copy.copy, copy.deepcopy):
            with pytest.raises(TypeError, match="credential"):
                copied(client)


def test_secret_is_immutable(secret: Secret) -> None:
    with pytest.raises(AttributeError):
        secret.value = "other"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        secret.other = "other"  # type: ignore[attr-defined]


def test_errors_contain_no_secrets(world: World) -> None:
    client = Client(base_url=world.url, token=world.token)
    mistyped = Client(base_url=world.url, email=world.email, password=PLANTED)
    other_key = Client(base_url=world.url, token=world.token[:-32] + "0" * 32)
    failures: list[Callable[[], object]] = [
        mistyped.account.me,
        lambda: Client(base_url=NOWHERE, token=PLANTED),
        lambda: Client(base_url=NOWHERE, access_token=PLANTED),
        lambda: Client(base_url=NOWHERE, api_key=PLANTED),
        lambda: Client(base_url=f"https://user:{PLANTED}@example.test"),
        lambda: Client(base_url=NOWHERE, token=f"st.0.0.{PLANTED}"),
        lambda: other_key.secrets.get("DB_URL"),
        lambda: client.secrets.create("DB_URL", PLANTED, comment=PLANTED),
        lambda: client.secrets.create("A" * 9, PLANTED * 100_000),
        lambda: client.secrets.update("NOPE", PLANTED),
    ]
    for fails in failures:
        with pytest.raises(InfisicalError) as caught:
            fails()
        error = caught.value
        text = "".join(traceback.format_exception(type(error), error, error.__traceback__))
        # The source lines in the traceback contain only the name of the constant.
        for hidden in (PLANTED, world.token.split(".")[2], world.token.split(".")[3]):
            assert hidden not in f"{text} {error} {error!r} {vars(error)} {pickle.dumps(error)!r}"
