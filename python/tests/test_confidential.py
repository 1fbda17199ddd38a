"""Results that contain secrets do not show them in text, logs or pickles."""

from __future__ import annotations

import copy
import dataclasses
import logging
import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from conftest import World
from local_server import MODERN, running
from server_without_mail import CODE, LINK, server_without_mail

from infisical_e2ee import Client, NewValue

PLANTED = "planted-5e81a0c4"
Made = tuple[object, list[str]]
"""A result, and its secret parts."""


@dataclasses.dataclass
class Holder:
    """A user's dataclass that contains a result."""

    held: Any


@contextmanager
def user_of(world: World, url: str | None = None) -> Iterator[Client]:
    with Client(
        base_url=url or world.url,
        email=world.email,
        password=world.password,
        project=world.project,
        environment="dev",
    ) as client:
        yield client


def emergency_kit(world: World, _: World) -> Made:
    with user_of(world) as user:
        kit = user.account.create_backup_key()
    return kit, [kit.backup_key]


def created_api_key(world: World, _: World) -> Made:
    with user_of(world) as user:
        created = user.api_keys.create("leak", 3600)
        user.api_keys.delete(created.info.id)
    return created, [created.key, created.key.split(".")[2]]


def invitation(world: World, _: World) -> Made:
    with server_without_mail(world.url) as url, user_of(world, url) as user:
        invited = user.organizations.invite("bob@example.test")
    assert (invited.link, invited.code) == (LINK, CODE)
    return invited, [LINK, CODE]


def created_service_token(world: World, _: World) -> Made:
    with user_of(world) as user:
        created = user.service_tokens.create("leak")
        user.service_tokens.delete(created.info.id)
    return created, created.token.split(".")[2:]


def created_client_secret(world: World, _: World) -> Made:
    with user_of(world) as user:
        identity = user.identities.create("leak").id
        user.identities.attach_universal_auth(identity)
        created = user.identities.create_client_secret(identity)
        user.identities.delete(identity)
    return created, [created.client_secret]


def created_access_token(_: World, __: World) -> Made:
    email, password = "ada@example.test", "planted-password"
    with running(MODERN) as url:
        with Client(base_url=url) as anyone:
            anyone.account.sign_up_administrator(email, password, send_password=True)
        with Client(base_url=url, email=email, password=password, send_password=True) as user:
            identity = user.identities.create("leak").id
            user.identities.attach_token_auth(identity)
            created = user.identities.create_access_token(identity)
    return created, [created.access_token]


def created_service_account(_: World, may23_world: World) -> Made:
    with user_of(may23_world) as user:
        created = user.service_accounts.create("leak")
        user.service_accounts.delete(created.info.id)
    return created, [created.access_key.split(".")[2], created.private_key]


def secret(world: World, _: World) -> Made:
    with user_of(world) as user:
        made = user.secrets.create("CONFIDENTIAL", PLANTED, comment=PLANTED)
        user.secrets.delete("CONFIDENTIAL")
    assert made.value == made.comment == PLANTED
    return made, [PLANTED]


def secret_version(world: World, _: World) -> Made:
    with user_of(world) as user:
        user.secrets.create("CONFIDENTIAL", PLANTED, comment=PLANTED)
        [version] = user.secrets.versions("CONFIDENTIAL").versions
        user.secrets.delete("CONFIDENTIAL")
    assert version.value == version.comment == PLANTED
    return version, [PLANTED]


def secret_metadata(_: World, __: World) -> Made:
    email, password = "ada@example.test", "planted-password"
    with running(MODERN) as url:
        with Client(base_url=url) as anyone:
            anyone.account.sign_up_administrator(email, password, send_password=True)
        options: dict[str, Any] = {"send_password": True, "require_e2ee": False}
        with Client(base_url=url, email=email, password=password, **options) as user:
            project = user.projects.create("leak").id
            place: dict[str, Any] = {"project": project, "environment": "dev"}
            made = user.secrets.create("A", "1", encrypted_metadata={"pin": PLANTED}, **place)
    assert made.metadata is not None
    [entry] = made.metadata
    assert (entry.key, entry.value, entry.encrypted) == ("pin", PLANTED, True)
    return entry, [PLANTED]


def audited_secret(_: World, may23_world: World) -> Made:
    with user_of(may23_world) as user:
        user.secrets.create("CONFIDENTIAL", PLANTED)
        newest = next(user.audit_logs.events(events=["addSecrets"]))
        [change] = user.audit_logs.changes(newest.id)
        user.secrets.delete("CONFIDENTIAL")
    assert change.after is not None
    assert change.after.value == PLANTED
    return change.after, [PLANTED]


MAKERS = [
    emergency_kit,
    created_api_key,
    invitation,
    created_service_token,
    created_client_secret,
    created_access_token,
    created_service_account,
    secret,
    secret_version,
    secret_metadata,
    audited_secret,
]


@pytest.fixture(scope="module", params=MAKERS, ids=lambda make: str(make.__name__))
def made(request: pytest.FixtureRequest, world: World, may23_world: World) -> Made:
    make: Callable[[World, World], Made] = request.param
    return make(world, may23_world)


def test_confidential_result_is_redacted_in_text_and_logs(
    made: Made, caplog: pytest.LogCaptureFixture
) -> None:
    thing, hidden = made
    assert all(hidden)
    logging.getLogger("test").warning("%s %r", thing, thing)
    holder = Holder(thing)
    texts = [repr(thing), str(thing), f"{thing}", repr([thing]), repr(holder), caplog.text]
    text = "\n".join([*texts, repr(dataclasses.asdict(holder)), repr(dir(thing))])
    assert "[redacted]" in repr(thing)
    for part in hidden:
        assert part not in text


def test_confidential_result_cannot_be_pickled(made: Made) -> None:
    for thing in (made[0], Holder(made[0])):
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
            with pytest.raises(TypeError, match="plaintext"):
                pickle.dumps(thing, protocol)


def test_confidential_result_has_no_dict_and_copies_to_itself(made: Made) -> None:
    thing, _ = made
    with pytest.raises(TypeError):
        vars(thing)
    assert copy.copy(thing) is thing
    assert copy.deepcopy([thing])[0] is thing


def test_new_value_is_redacted_in_text_and_logs(caplog: pytest.LogCaptureFixture) -> None:
    value = NewValue("NAME", PLANTED, PLANTED)
    logging.getLogger("test").warning("%s %r", value, value)
    text = f"{value!r} {value} {[value]!r} {Holder(value)!r} {caplog.text}"
    assert "NAME" in text
    assert PLANTED not in text
