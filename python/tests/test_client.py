"""The surface: what both clients have, and what they return."""

from __future__ import annotations

import asyncio
import doctest
import inspect
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

import pytest
from conftest import VALUES, World

import infisical_e2ee
from infisical_e2ee import (
    AsyncClient,
    Client,
    ClientClosedError,
    DecryptionFailedError,
    InvalidCredentialError,
    InvalidInputError,
    NotFoundError,
    SecretFailure,
    SecretList,
    ServiceTokenScope,
)

RESOURCES = [
    "account",
    "api_keys",
    "audit_logs",
    "environments",
    "folders",
    "identities",
    "members",
    "organizations",
    "projects",
    "secret_imports",
    "secrets",
    "service_accounts",
    "service_tokens",
    "snapshots",
    "tags",
]


def test_a_secret_lives_and_dies(world: World) -> None:
    with Client(base_url=world.url, token=world.token) as client:
        made = client.secrets.create("SYNC", "one", comment="why")
        assert (made.name, made.value, made.comment, made.version) == ("SYNC", "one", "why", 1)
        assert client.secrets.update("SYNC", "two").value == "two"
        assert client.secrets.get("SYNC").value == "two"
        client.secrets.delete("SYNC")
        with pytest.raises(NotFoundError, match="SYNC"):
            client.secrets.get("SYNC")


def test_a_secret_lives_and_dies_in_asyncio(world: World) -> None:
    async def main() -> None:
        async with AsyncClient(base_url=world.url, token=world.token) as client:
            made = await client.secrets.create("ASYNC", "one", comment="why")
            assert (made.name, made.value, made.comment) == ("ASYNC", "one", "why")
            assert (await client.secrets.update("ASYNC", "two")).value == "two"
            values = await asyncio.gather(*(client.secrets.get("ASYNC") for _ in range(20)))
            assert [secret.value for secret in values] == ["two"] * 20
            await client.secrets.delete("ASYNC")
            with pytest.raises(NotFoundError, match="ASYNC"):
                await client.secrets.get("ASYNC")

    asyncio.run(main())


MANY = {f"NAME_{number}": "value" for number in range(30)}
PROGRESS = [(0, 30), (25, 30), (30, 30)]


def test_the_progress_of_many_secrets_is_told(world: World) -> None:
    told: list[tuple[int, int]] = []
    with Client(base_url=world.url, token=world.token) as client:
        client.secrets.set_many(MANY, on_progress=lambda *progress: told.append(progress))
        client.secrets.delete_many(MANY)
    assert told == PROGRESS


def test_the_progress_of_many_secrets_is_told_in_the_event_loop(world: World) -> None:
    told: list[tuple[int, int]] = []

    def tell(done: int, total: int) -> None:
        asyncio.get_running_loop()
        told.append((done, total))

    async def main() -> None:
        async with AsyncClient(base_url=world.url, token=world.token) as client:
            await client.secrets.set_many(MANY, on_progress=tell)
            assert told == PROGRESS
            await client.secrets.delete_many(MANY)

    asyncio.run(main())


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_what_is_told_of_progress_cannot_stop_the_call(world: World) -> None:
    def refuse(*_: int) -> None:
        raise ValueError

    with Client(base_url=world.url, token=world.token) as client:
        items = client.secrets.set_many({"ONE": "1"}, on_progress=refuse)
        assert [item.status for item in items] == ["done"]
        client.secrets.delete("ONE")


@pytest.mark.parametrize("resource", RESOURCES)
def test_every_method_has_a_coroutine_twin(resource: str) -> None:
    blocking = methods(getattr(Client(), resource))
    awaiting = methods(getattr(AsyncClient(), resource))
    assert blocking.keys() == awaiting.keys()
    assert blocking
    for name, method in blocking.items():
        parameters = inspect.signature(method).parameters
        assert parameters == inspect.signature(awaiting[name]).parameters
        assert "timeout" in parameters
        assert "Call[" not in str(inspect.signature(method))
        assert method.__doc__
        if inspect.isgeneratorfunction(method):
            assert inspect.isasyncgenfunction(awaiting[name])
            assert awaiting[name].__doc__
        else:
            assert inspect.iscoroutinefunction(awaiting[name])
            assert inspect.signature(method) == inspect.signature(awaiting[name])
            assert method.__doc__ == awaiting[name].__doc__


def methods(resource: object) -> dict[str, Callable[..., object]]:
    members = inspect.getmembers(resource, inspect.ismethod)
    return {name: method for name, method in members if not name.startswith("_")}


def test_a_closed_client_refuses(world: World) -> None:
    with Client(base_url=world.url, token=world.token) as client:
        client.secrets.get("DB_URL")
    with pytest.raises(ClientClosedError):
        client.secrets.get("DB_URL")


def test_a_closed_async_client_refuses(world: World) -> None:
    async def main() -> None:
        async with AsyncClient(base_url=world.url, token=world.token) as client:
            await client.secrets.get("DB_URL")
        with pytest.raises(ClientClosedError):
            await client.secrets.get("DB_URL")

    asyncio.run(main())


def test_times_are_in_utc(world: World) -> None:
    with Client(base_url=world.url, token=world.token) as client:
        secret = client.secrets.get("DB_URL")
        assert isinstance(secret.created_at, datetime)
        assert secret.created_at.utcoffset() == timedelta(0)
        assert client.service_tokens.describe().expires_at is None


def test_a_list_is_a_sequence(world: World) -> None:
    with Client(base_url=world.url, token=world.token) as client:
        secrets = client.secrets.list()
    assert isinstance(secrets, Sequence)
    assert secrets.to_dict() == VALUES
    assert len(secrets) == len(VALUES)
    assert secrets[0] is next(iter(secrets))
    assert secrets[-2:] == tuple(secrets)[-2:]
    assert secrets.failures == ()
    found = secrets.get("EMPTY")
    assert found is not None
    assert found.value == ""
    assert secrets.get("NOPE") is None


def test_an_incomplete_list_is_no_dict() -> None:
    failure = SecretFailure("1", "secretValue", DecryptionFailedError("it was changed"))
    secrets = SecretList([], [failure], "1 of 1 secrets cannot be decrypted")
    for fails in (secrets.to_dict, secrets.check_complete):
        with pytest.raises(DecryptionFailedError, match="1 of 1"):
            fails()
    assert secrets.failures == (failure,)


def test_variables_of_the_environment_are_replaced_only_on_demand(world: World) -> None:
    with Client(base_url=world.url, token=world.token) as client:
        secrets = client.secrets.list()
    environ = {"DB_URL": "mine", "HOME": "/"}
    assert set(secrets.populate_env(environ)) == VALUES.keys() - {"DB_URL"}
    assert environ == {**VALUES, "DB_URL": "mine", "HOME": "/"}
    assert set(secrets.populate_env(environ, overwrite=True)) == VALUES.keys()
    assert environ == {**VALUES, "HOME": "/"}


def test_an_environment_is_populated_whole_or_not_at_all() -> None:
    environ: dict[str, str] = {}
    unfit = SecretList([], [], None, "no environment variable can be called 'A=B'")
    with pytest.raises(InvalidInputError, match="A=B"):
        unfit.populate_env(environ)
    incomplete = SecretList([], [], "1 of 1 secrets cannot be decrypted", "likewise")
    with pytest.raises(DecryptionFailedError):
        incomplete.populate_env(environ)
    assert environ == {}


def test_a_token_says_what_it_is_for(world: World) -> None:
    with Client(base_url=world.url, token=world.token) as client:
        info = client.service_tokens.describe()
    assert info.project_id == world.project
    assert info.scopes == (ServiceTokenScope("dev", "/"),)
    assert sorted(info.permissions) == ["read", "write"]


@pytest.mark.parametrize("scope", [{}, {"environment": "dev"}, {"env": "dev", "path": "/"}])
def test_half_a_scope_is_refused(scope: dict[str, str]) -> None:
    with pytest.raises(InvalidInputError, match="scope"):
        Client().service_tokens.create("x", scopes=[scope])


def test_one_text_is_no_list_of_names() -> None:
    client = Client()
    with pytest.raises(InvalidInputError, match="list of names"):
        client.secrets.move("AB", to_environment="prod")
    with pytest.raises(InvalidInputError, match="list of names"):
        client.secrets.set_tags("A", "web")


def test_options_are_checked() -> None:
    with pytest.raises(InvalidInputError, match="timeout"):
        Client(timeout=-1)
    with pytest.raises(InvalidInputError, match="http://"):
        Client(base_url="http://example.test")
    with pytest.raises(InvalidCredentialError):
        Client(token="st.x")
    with pytest.raises(InvalidInputError):
        Client(certificate_authorities="no certificate")
    with pytest.raises(TypeError):
        Client("https://example.test")  # type: ignore[call-arg]


def test_values_of_another_type_are_refused(world: World) -> None:
    with Client(base_url=world.url, token=world.token) as client:
        with pytest.raises(TypeError):
            client.secrets.create("NUMBER", 1)  # type: ignore[arg-type]
        with pytest.raises(TypeError):
            client.secrets.get("DB_URL", path=1)  # type: ignore[arg-type]


def test_the_examples_in_the_documentation(world: World) -> None:
    globs = {**vars(infisical_e2ee), "url": world.url, "token": world.token, "asyncio": asyncio}
    finder = doctest.DocTestFinder(recurse=False)
    for documented in (Client, AsyncClient):
        [test] = finder.find(documented, documented.__name__, globs=globs)
        assert doctest.DocTestRunner().run(test).failed == 0
