"""Nothing secret where it was not asked for: text, logs, tracebacks, pickles, copies."""

from __future__ import annotations

import copy
import dataclasses
import logging
import pickle
import traceback
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from conftest import World

from infisical_e2ee import (
    AsyncClient,
    Client,
    CreatedServiceToken,
    InfisicalError,
    Secret,
    SecretList,
)

PLANTED = "planted-0d6c2f7e"


@dataclasses.dataclass
class Holder:
    """As a program might keep things."""

    held: Any


@pytest.fixture(scope="module")
def secret(world: World) -> Iterator[Secret]:
    with Client(base_url=world.url, token=world.token) as client:
        yield client.secrets.create("LEAK", PLANTED, comment=PLANTED)
        client.secrets.delete("LEAK")


@pytest.fixture(scope="module")
def created(world: World) -> CreatedServiceToken:
    with Client(base_url=world.url, email=world.email, password=world.password) as client:
        return client.service_tokens.create(
            "leak", project=world.project, scopes=[{"environment": "dev", "path": "/"}]
        )


def shown(thing: object, caplog: pytest.LogCaptureFixture) -> str:
    """All the ways in which a program shows a thing without asking for its value."""
    logging.getLogger("test").warning("%s %r", thing, thing)
    holder = Holder(thing)
    texts = [repr(thing), str(thing), f"{thing}", repr([thing]), repr(holder), caplog.text]
    return "\n".join([*texts, repr(dataclasses.asdict(holder)), repr(dir(thing))])


def test_a_secret_shows_neither_value_nor_comment(
    secret: Secret, caplog: pytest.LogCaptureFixture
) -> None:
    assert secret.value == secret.comment == PLANTED
    text = shown(secret, caplog)
    assert "LEAK" in text
    assert PLANTED not in text


def test_a_new_token_is_not_shown(
    created: CreatedServiceToken, caplog: pytest.LogCaptureFixture
) -> None:
    text = shown(created, caplog)
    assert created.info.id in text
    for part in created.token.split(".")[2:]:
        assert part not in text


@pytest.mark.usefixtures("secret")
def test_a_list_shows_nothing(world: World, caplog: pytest.LogCaptureFixture) -> None:
    with Client(base_url=world.url, token=world.token) as client:
        secrets = client.secrets.list()
    assert PLANTED in secrets.to_dict().values()
    logging.getLogger("test").warning("%r %s", secrets, secrets)
    assert PLANTED not in f"{secrets!r} {secrets} {caplog.text}"


@pytest.mark.parametrize("make", [Client, AsyncClient])
def test_a_client_shows_no_credential(
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


def test_neither_the_secret_nor_its_list_nor_a_client_has_a_dict(
    secret: Secret, created: CreatedServiceToken
) -> None:
    for thing in (secret, created, SecretList([secret]), Client(), AsyncClient(), Client().secrets):
        with pytest.raises(TypeError):
            vars(thing)


def test_nothing_secret_is_pickled(secret: Secret, created: CreatedServiceToken) -> None:
    for thing in (secret, created, SecretList([secret]), Holder(secret), Client(), AsyncClient()):
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
            with pytest.raises(TypeError, match="clear"):
                pickle.dumps(thing, protocol)


def test_a_client_is_not_copied() -> None:
    for client in (Client(), AsyncClient()):
        for copied in (copy.copy, copy.deepcopy):
            with pytest.raises(TypeError, match="credential"):
                copied(client)


def test_a_copy_of_a_secret_is_the_secret(secret: Secret, created: CreatedServiceToken) -> None:
    for thing in (secret, created):
        assert copy.copy(thing) is thing
        assert copy.deepcopy([thing])[0] is thing


def test_a_secret_cannot_be_changed(secret: Secret) -> None:
    with pytest.raises(AttributeError):
        secret.value = "other"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        secret.other = "other"  # type: ignore[attr-defined]


def test_errors_quote_nothing_secret(world: World) -> None:
    client = Client(base_url=world.url, token=world.token)
    mistyped = Client(base_url=world.url, email=world.email, password=PLANTED)
    other_key = Client(base_url=world.url, token=world.token[:-32] + "0" * 32)
    failures: list[Callable[[], object]] = [
        mistyped.account.me,
        lambda: Client(token=PLANTED),
        lambda: Client(access_token=PLANTED),
        lambda: Client(api_key=PLANTED),
        lambda: Client(base_url=f"https://user:{PLANTED}@example.test"),
        lambda: Client(token=f"st.0.0.{PLANTED}"),
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
        # The lines of source quote the constant's name only.
        for hidden in (PLANTED, world.token.split(".")[2], world.token.split(".")[3]):
            assert hidden not in f"{text} {error} {error!r} {vars(error)} {pickle.dumps(error)!r}"
