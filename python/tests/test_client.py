"""The methods of both clients, and their results."""

from __future__ import annotations

import asyncio
import doctest
import inspect
import pickle
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest
from conftest import NOWHERE, VALUES, World

import infisical_e2ee
from infisical_e2ee import (
    Approval,
    AsyncClient,
    BulkItem,
    BulkResult,
    Client,
    ClientClosedError,
    ConnectionFailedError,
    DecryptionFailedError,
    InfisicalError,
    InvalidCredentialError,
    InvalidInputError,
    NotFoundError,
    PermissionDeniedError,
    SecretFailure,
    SecretHistory,
    SecretList,
    ServerError,
    ServiceTokenScope,
    SnapshotContents,
    format_secrets,
    verify_webhook,
)

RESOURCES = [
    "account",
    "api_keys",
    "audit_logs",
    "environments",
    "folders",
    "groups",
    "identities",
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
]


def test_secret_create_update_get_delete(world: World) -> None:
    with Client(base_url=world.url, token=world.token) as client:
        made = client.secrets.create("SYNC", "one", comment="why")
        assert (made.name, made.value, made.comment, made.version) == ("SYNC", "one", "why", 1)
        assert client.secrets.update("SYNC", "two").value == "two"
        assert client.secrets.get("SYNC").value == "two"
        client.secrets.delete("SYNC")
        with pytest.raises(NotFoundError, match="SYNC"):
            client.secrets.get("SYNC")


def test_async_secret_create_update_get_delete(world: World) -> None:
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


def test_set_many_reports_progress(world: World) -> None:
    told: list[tuple[int, int]] = []
    with Client(base_url=world.url, token=world.token) as client:
        client.secrets.set_many(MANY, on_progress=lambda *progress: told.append(progress))
        client.secrets.delete_many(MANY)
    assert told == PROGRESS


def test_async_set_many_reports_progress_in_the_event_loop(world: World) -> None:
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


def test_rotate_key_shows_its_plan_and_reports_progress(world: World) -> None:
    told: list[tuple[int, int]] = []
    with Client(
        base_url=world.url, email=world.email, password=world.password, environment="dev"
    ) as user:
        project = user.projects.create("Rotated").id
        user.secrets.set_many({"A": "1", "B": "2"}, project=project)
        token = user.service_tokens.create("deploy", project=project)
        plan = user.projects.rotate_key(project, dry_run=True)
        assert (plan.rotated, plan.secrets, plan.re_encrypted) == (False, 2, 2)
        assert [one.id for one in plan.service_tokens] == [token.info.id]
        done = user.projects.rotate_key(
            project,
            expect_fingerprints=[],
            on_progress=lambda *progress: told.append(progress),
        )
        assert done.rotated
        assert done.members == ()
        assert "change the values" in done.warning
        assert (told[0], told[-1]) == ((0, 2), (2, 2))
        assert user.secrets.list(project=project).to_dict() == {"A": "1", "B": "2"}


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_set_many_error_in_on_progress_does_not_stop_the_call(world: World) -> None:
    def refuse(*_: int) -> None:
        raise ValueError

    with Client(base_url=world.url, token=world.token) as client:
        items = client.secrets.set_many({"ONE": "1"}, on_progress=refuse)
        assert [item.status for item in items] == ["done"]
        client.secrets.delete("ONE")


def test_async_set_many_error_in_on_progress_does_not_stop_the_call(world: World) -> None:
    refused: list[object] = []

    def refuse(*_: int) -> None:
        raise ValueError

    async def main() -> None:
        asyncio.get_running_loop().set_exception_handler(
            lambda _, context: refused.append(context.get("exception"))
        )
        async with AsyncClient(base_url=world.url, token=world.token) as client:
            items = await client.secrets.set_many({"ONE": "1"}, on_progress=refuse)
            assert [item.status for item in items] == ["done"]
            await client.secrets.delete("ONE")

    asyncio.run(main())
    assert [type(error) for error in refused] == [ValueError, ValueError]


@pytest.mark.parametrize("resource", RESOURCES)
def test_every_method_has_an_async_counterpart(resource: str) -> None:
    blocking = methods(getattr(Client(base_url=NOWHERE), resource))
    awaiting = methods(getattr(AsyncClient(base_url=NOWHERE), resource))
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


def test_closed_client_raises_client_closed_error(world: World) -> None:
    with Client(base_url=world.url, token=world.token) as client:
        client.secrets.get("DB_URL")
    with pytest.raises(ClientClosedError):
        client.secrets.get("DB_URL")


def test_closed_async_client_raises_client_closed_error(world: World) -> None:
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


def test_secret_list_is_a_sequence(world: World) -> None:
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


def test_recursive_secret_list_finds_names_by_folder(world: World) -> None:
    with Client(base_url=world.url, email=world.email, password=world.password) as user:
        at: dict[str, Any] = {"project": world.project, "environment": "staging"}
        user.folders.create("deep", path="/tree", **at)
        user.secrets.create("A", "1", path="/tree", **at)
        user.secrets.create("A", "2", path="/tree/deep", **at)
        user.secrets.create("B", "3", path="/tree/deep", **at)
        secrets = user.secrets.list(recursive=True, path="/tree", **at)
        # Within a folder, the order is the server's.
        assert [one.path for one in secrets] == ["/tree", "/tree/deep", "/tree/deep"]
        assert sorted((one.path, one.name) for one in secrets) == [
            ("/tree", "A"),
            ("/tree/deep", "A"),
            ("/tree/deep", "B"),
        ]
        assert secrets.folder == "/tree"
        assert secrets["A"].value == "1"
        assert secrets.get("B") is None
        found = secrets.get("A", "/tree/deep")
        assert found is not None
        assert found.value == "2"
        with pytest.raises(InvalidInputError, match="two folders"):
            secrets.to_dict()
        with pytest.raises(InvalidInputError, match="two folders"):
            secrets.populate_env({})
        assert user.secrets.list(recursive=True, path="/tree/deep", **at).to_dict() == {
            "A": "2",
            "B": "3",
        }
        assert user.secrets.list(path="/tree", **at).folder is None


def test_values_that_were_not_read_are_not_used(world: World) -> None:
    with Client(base_url=world.url, token=world.token) as client:
        secrets = client.secrets.list(view_value=False)
        secret = client.secrets.get("DB_URL", view_value=False)
    assert {one.name for one in secrets} == VALUES.keys()
    assert (secret.value, secret.value_read) == ("", False)
    for fails in (secrets.to_dict, lambda: secrets.populate_env({})):
        with pytest.raises(InvalidInputError, match="not read"):
            fails()
    with pytest.raises(InvalidInputError, match="not read"):
        format_secrets(secrets, "json")


CHANGED = SecretFailure("1", "secretValue", DecryptionFailedError("it was changed"))
UNRESOLVED = SecretFailure("2", "reference", InvalidInputError("there is no secret X"))


@pytest.mark.parametrize("failure", [CHANGED, UNRESOLVED])
def test_incomplete_secret_list_raises_instead_of_dict(failure: SecretFailure) -> None:
    incomplete = type(failure.error)("1 of 1 secrets cannot be", status=400, request_id="r-1")
    secrets = SecretList([], [failure], incomplete)
    for fails in (secrets.to_dict, secrets.check_complete, secrets.populate_env):
        raised = raised_by(fails)
        assert type(raised) is type(failure.error)
        assert vars(raised) == vars(incomplete)
    assert secrets.failures == (failure,)


def raised_by(fails: Callable[[], object]) -> InfisicalError:
    with pytest.raises(InfisicalError) as caught:
        fails()
    return caught.value


@pytest.mark.parametrize(
    "make",
    [
        lambda error: SecretList([], [], error),
        lambda error: BulkResult([], error),
        lambda error: SecretHistory((), (), error),
        lambda error: SnapshotContents("1", None, (), (), (), error),
    ],
)
def test_check_complete_raises_only_if_incomplete(
    make: Callable[[InfisicalError | None], SecretList | BulkResult],
) -> None:
    make(None).check_complete()
    incomplete = ServerError("2 of 3", status=502, retryable=True)
    for _ in range(2):
        raised = raised_by(make(incomplete).check_complete)
        assert type(raised) is ServerError
        assert vars(raised) == vars(incomplete)
    # A traceback would keep stack frames and their values alive.
    assert incomplete.__traceback__ is None


def test_bulk_result_is_a_sequence() -> None:
    refused = PermissionDeniedError("a policy asks for approval")
    items = (
        BulkItem("A", "create", "done", None),
        BulkItem("B", "update", "proposed", refused, Approval("1", "open")),
    )
    result = BulkResult(items, refused)
    assert isinstance(result, Sequence)
    assert tuple(result) == items
    assert (len(result), result[1], result[:1]) == (2, items[1], items[:1])
    assert repr(result) == f"BulkResult({items!r})"
    assert pickle.loads(pickle.dumps(result))[0] == items[0]


def test_set_many_check_complete_raises_if_one_failed(world: World) -> None:
    with Client(base_url=world.url, token=world.token) as client:
        planned = client.secrets.set_many({"ONE": "1"}, dry_run=True)
        planned.check_complete()
        assert planned[0] == BulkItem("ONE", "create", "planned", None)
        made = client.secrets.set_many({"ONE": "1", "TOO_LARGE": "x" * 2_000_000})
        assert [item.status for item in made] == ["done", "failed"]
        error = made[1].error
        assert error is not None
        raised = raised_by(made.check_complete)
        assert type(raised) is type(error)
        assert "1 of 2" in raised.message
        client.secrets.delete_many(["ONE", "TOO_LARGE"]).check_complete()


def test_populate_env_replaces_variables_only_with_overwrite(world: World) -> None:
    with Client(base_url=world.url, token=world.token) as client:
        secrets = client.secrets.list()
    environ = {"DB_URL": "mine", "HOME": "/"}
    assert set(secrets.populate_env(environ)) == VALUES.keys() - {"DB_URL"}
    assert environ == {**VALUES, "DB_URL": "mine", "HOME": "/"}
    assert set(secrets.populate_env(environ, overwrite=True)) == VALUES.keys()
    assert environ == {**VALUES, "HOME": "/"}


def test_populate_env_with_failure_sets_no_variable() -> None:
    environ: dict[str, str] = {}
    unnameable = InvalidInputError("secret 'A=B': an environment variable cannot have this name")
    unfit = SecretList([], [], None, unnameable)
    with pytest.raises(InvalidInputError, match="A=B"):
        unfit.populate_env(environ)
    changed = DecryptionFailedError("1 of 1 secrets cannot be decrypted")
    undecrypted = SecretList([], [], changed, changed)
    with pytest.raises(DecryptionFailedError):
        undecrypted.populate_env(environ)
    assert environ == {}


def test_fingerprint_is_that_of_who_sealed_the_own_project_key(world: World) -> None:
    with Client(base_url=world.url, email=world.email, password=world.password) as user:
        own = user.members.fingerprint()
        assert user.projects.open_key(world.project).sealed_by == own
        (member,) = user.members.list(project=world.project)
        shown = user.members.fingerprint(member_id=member.id, project=world.project)
        assert shown == own
        assert shown.sha256 == member.public_key_fingerprint
        assert shown.short.replace(" ", "") == shown.sha256[:32]
        assert len(shown.words.split()) == 12


def test_service_token_describe_returns_its_scopes_and_permissions(world: World) -> None:
    with Client(base_url=world.url, token=world.token) as client:
        info = client.service_tokens.describe()
    assert info.project_id == world.project
    assert info.scopes == (ServiceTokenScope("dev", "/"),)
    assert sorted(info.permissions) == ["read", "write"]


@pytest.mark.parametrize("scope", [{}, {"environment": "dev"}, {"env": "dev", "path": "/"}])
def test_incomplete_scope_is_refused(scope: dict[str, str]) -> None:
    with pytest.raises(InvalidInputError, match="scope"):
        Client(base_url=NOWHERE).service_tokens.create("x", scopes=[scope])


READING = {"subject": "secrets", "actions": ["read"]}
NOT_A_LIST: list[Callable[[Any], Any]] = [
    lambda client: client.secrets.delete_many("ABC"),
    lambda client: client.secrets.move("ABC", to_environment="prod"),
    lambda client: client.secrets.set_tags("A", "web"),
    lambda client: client.secrets.set_many("ABC"),
    lambda client: client.service_tokens.create("x", permissions="read"),
    lambda client: client.service_tokens.create("x", scopes="dev"),
    lambda client: client.service_tokens.create("x", scopes={"environment": "dev", "path": "/"}),
    lambda client: client.service_accounts.grant("1", permissions="read"),
    lambda client: client.members.deny("1", {"environment": "dev", "permission": "read"}),
    lambda client: client.roles.create("x", "X", permissions=READING),
    lambda client: client.roles.update("x", permissions=[{**READING, "actions": "read"}]),
    lambda client: client.identities.attach_universal_auth("1", access_token_trusted_ips="::1"),
    lambda client: client.identities.update_universal_auth("1", client_secret_trusted_ips="::1"),
    lambda client: client.identities.attach_token_auth("1", access_token_trusted_ips="::1"),
]


@pytest.mark.parametrize("call", NOT_A_LIST)
def test_str_or_dict_in_place_of_a_list_is_refused(call: Callable[[Any], Any]) -> None:
    # An argument that is accepted here fails later with another error.
    with pytest.raises(InvalidInputError, match=r"not one"):
        call(Client(base_url=NOWHERE))
    with pytest.raises(InvalidInputError, match=r"not one"):
        asyncio.run(call(AsyncClient(base_url=NOWHERE)))


FRACTIONS: list[Callable[[Any, float], Any]] = [
    lambda client, time: client.identities.attach_universal_auth("1", access_token_ttl=time),
    lambda client, time: client.identities.update_universal_auth("1", access_token_max_ttl=time),
    lambda client, time: client.identities.create_client_secret("1", expires_in=time),
    lambda client, time: client.identities.attach_token_auth("1", access_token_max_ttl=time),
    lambda client, time: client.identities.update_token_auth("1", access_token_ttl=time),
    lambda client, time: client.api_keys.create("x", expires_in=time),
    lambda client, time: client.service_accounts.create("x", expires_in=time),
    lambda client, time: client.service_tokens.create("x", expires_in=time),
]


@pytest.mark.parametrize("call", FRACTIONS)
def test_lifetime_not_in_whole_seconds_is_refused(call: Callable[[Any, float], Any]) -> None:
    for time in (1.5, float("nan"), float("inf")):
        with pytest.raises(InvalidInputError, match=r"whole number of seconds"):
            call(Client(base_url=NOWHERE), time)


def test_verify_webhook_now_without_time_zone_is_refused() -> None:
    with pytest.raises(InvalidInputError, match=r"now.*time zone"):
        verify_webhook(b"{}", "t=1704067200000;00", "secret", now=datetime(2024, 1, 1))


def test_client_invalid_option_is_refused() -> None:
    with pytest.raises(InvalidInputError, match="timeout"):
        Client(base_url=NOWHERE, timeout=-1)
    with pytest.raises(InvalidInputError, match="http://"):
        Client(base_url="http://example.test")
    with pytest.raises(InvalidCredentialError):
        Client(base_url=NOWHERE, token="st.x")
    with pytest.raises(InvalidInputError):
        Client(base_url=NOWHERE, certificate_authorities="no certificate")
    with pytest.raises(TypeError):
        Client("https://example.test")  # type: ignore[call-arg]


def test_unreachable_proxy_error_names_it_without_its_password() -> None:
    proxy = "http://ada:planted@127.0.0.1:1"
    client = Client(base_url="https://infisical.example.test", proxy=proxy)
    with pytest.raises(ConnectionFailedError) as caught:
        client.account.start_sign_up("a@example.test")
    assert "the proxy 127.0.0.1:1 (from the option proxy)" in str(caught.value)
    assert "planted" not in str(caught.value)


def test_docstring_examples_run(world: World) -> None:
    globs = {**vars(infisical_e2ee), "url": world.url, "token": world.token, "asyncio": asyncio}
    finder = doctest.DocTestFinder(recurse=False)
    for documented in (Client, AsyncClient):
        [test] = finder.find(documented, documented.__name__, globs=globs)
        assert doctest.DocTestRunner().run(test).failed == 0
