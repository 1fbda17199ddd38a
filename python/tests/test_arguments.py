"""Arguments of the wrong type, and access to secrets of a list by name."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, cast

import pytest
from conftest import NOWHERE, World

from infisical_e2ee import (
    AsyncClient,
    Client,
    InvalidInputError,
    NewValue,
    format_secrets,
    parse_secrets,
    verify_webhook,
)

WRONG: list[tuple[Callable[[Any], Any], str]] = [
    (lambda c: c.secrets.create("X", 5), "value of X is int"),
    (lambda c: c.secrets.create(5, "X"), "name is a str, not int"),
    (lambda c: c.secrets.propose_create("X", None), "value of X is None"),
    (lambda c: c.secrets.update("X", 5), "value of X is int"),
    (lambda c: c.secrets.propose_update("X", b"v"), "value of X is bytes"),
    (lambda c: c.secrets.set_many({"X": None}), "value of X is None"),
    (lambda c: c.secrets.set_many([NewValue("X", cast("Any", 5))]), "value of X is int"),
    (lambda c: c.secrets.set_many([("X", 5)]), "value of X is int"),
    (lambda c: c.secrets.set_many(["X=planted"]), "mapping of names to values.*not of str"),
    (lambda c: c.secrets.set_many([{"X": "planted"}]), "mapping of names to values.*not of dict"),
    (lambda c: c.secrets.set_many([NewValue("X", "v", cast("Any", 5))]), "comment of X is int"),
    (lambda c: c.secrets.set_many(None), "mapping of names to values.*not None"),
    (lambda c: c.secrets.set_many(5), "mapping of names to values.*not int"),
    (lambda c: c.secrets.set_many({"X": "planted\ud800"}), "value of X contains half a surrogate"),
    (lambda c: c.secrets.set_many({"X\ud800": "v"}), r"name 'X\\ud800' contains half a surrogate"),
    (
        lambda c: c.secrets.set_many([NewValue("X", "v", "planted\ud800")]),
        "comment of X contains half a surrogate",
    ),
    (lambda c: c.secrets.create("X", "planted\udc00"), "value of X contains half a surrogate"),
    (lambda c: c.secrets.delete_many(["X", "planted\ud800"]), r"names\[1\]: half a surrogate"),
    (lambda c: c.secrets.delete_many(5), "names: give a list of names, not int"),
    (lambda c: c.secrets.get("X", path=1), "Secrets.get: path: .*'int'"),
    (lambda c: c.secrets.get("X", version=2**70), "Secrets.get: version: .*too large"),
    (lambda c: c.secrets.get("planted\ud800"), "Unicode"),
    (lambda c: c.folders.create(None), "Folders.create.*'None'"),
    (lambda c: c.service_tokens.create("x", expires_in="a"), "expires_in.*number"),
]


@pytest.mark.parametrize(("call", "message"), WRONG)
def test_call_argument_of_wrong_type_is_invalid_input(
    call: Callable[[Any], Any], message: str
) -> None:
    async def main() -> None:
        await call(AsyncClient(base_url=NOWHERE))

    for run in (lambda: call(Client(base_url=NOWHERE)), lambda: asyncio.run(main())):
        with pytest.raises(InvalidInputError, match=message) as caught:
            run()
        error: BaseException | None = caught.value
        assert error is not None
        assert "planted" not in str(error)
        # Chained errors do not contain the argument either.
        assert error.__cause__ is None
        assert error.__context__ is None


def test_call_missing_or_unknown_argument_is_type_error() -> None:
    client: Any = Client(base_url=NOWHERE)
    with pytest.raises(TypeError, match="name"):
        client.secrets.get()
    with pytest.raises(TypeError, match="folder"):
        client.secrets.get("X", folder="/")


def test_function_argument_of_wrong_type_is_invalid_input() -> None:
    anything: Any = 5
    with pytest.raises(InvalidInputError, match="value of X is int"):
        format_secrets({"X": anything}, "json")
    for secrets, expected in (
        (None, "not None"),
        ("planted=1", "not one text"),
        (5, "not int"),
        (["planted"], "not of str"),
        ([("planted", "1")], "not of tuple"),
        ({"X": "planted\ud800"}, "value of X contains half a surrogate"),
        ({"X\ud800": "planted"}, r"name 'X\\ud800' contains half a surrogate"),
        ({"X" * 5000: 5}, f"value of {'X' * 100}… is int"),
    ):
        given: Any = secrets
        with pytest.raises(InvalidInputError, match=expected) as caught:
            format_secrets(given, "json")
        assert "planted" not in str(caught.value)
        assert caught.value.__context__ is None
    with pytest.raises(InvalidInputError, match=r"parse_secrets.*'int'"):
        parse_secrets(anything, "json")
    with pytest.raises(InvalidInputError, match=r"verify_webhook.*'int'"):
        verify_webhook(b"", "t=1;00", anything)
    with pytest.raises(InvalidInputError, match=r"Client: base_url: .*'int'"):
        Client(base_url=anything)


def test_secret_list_index_by_name_or_position_returns_secret(world: World) -> None:
    with Client(base_url=world.url, token=world.token) as client:
        secrets = client.secrets.list()
    assert secrets["API_KEY"].value == "key"
    # mypy checks the item type of a Sequence, not the type that `in` accepts.
    assert "API_KEY" in secrets  # type: ignore[comparison-overlap]
    assert secrets[0] in secrets
    assert "NOPE" not in secrets  # type: ignore[comparison-overlap]
    assert secrets[0].name == secrets[:1][0].name
    with pytest.raises(KeyError, match="NOPE"):
        secrets["NOPE"]
    with pytest.raises(IndexError):
        secrets[99]


@pytest.mark.parametrize(
    ("value", "advice"),
    [
        (None, "Leave the secret out"),
        (b"planted", r"value\.decode\(\)"),
        (5, r"str\(value\)"),
        ({"planted": 1}, r"json\.dumps\(value\)"),
    ],
)
def test_secret_value_not_str_is_refused_with_conversion_advice(value: object, advice: str) -> None:
    client = Client(base_url="http://127.0.0.1:1")
    with pytest.raises(InvalidInputError, match=f"value of X.*{advice}") as caught:
        client.secrets.create("X", value, project="p", environment="dev")  # type: ignore[arg-type]
    assert "planted" not in str(caught.value)
