"""What a method passes on to the native module: which operation, with which arguments."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from fake_native import FakeCall, FakeNative

from infisical_e2ee import AsyncClient, Client, NewValue
from infisical_e2ee._inputs import Location, Place

PLACE = Place("p", "dev", "/f", "personal")
IN_PLACE: dict[str, Any] = {
    "project": "p",
    "environment": "dev",
    "path": "/f",
    "type": "personal",
    "timeout": 2.5,
}
NOWHERE = Place(None, None, None, "shared")
DEFAULT = Location(None, None, None)

PASSED: list[tuple[Callable[[Any], Any], tuple[Any, ...]]] = [
    (
        lambda c: c.secrets.update("A", "1", comment="why", new_name="B", **IN_PLACE),
        ("update_secret", "A", "1", "why", "B", PLACE, 2.5),
    ),
    (
        lambda c: c.secrets.update("A", new_name="B"),
        ("update_secret", "A", None, None, "B", NOWHERE, None),
    ),
    (
        lambda c: c.secrets.propose_update("A", "1", comment="why", new_name="B", **IN_PLACE),
        ("propose_update_secret", "A", "1", "why", "B", PLACE, 2.5),
    ),
    (
        lambda c: c.secrets.set_many({"A": "1"}, dry_run=True),
        ("set_many_secrets", [NewValue("A", "1")], True, None, DEFAULT, None),
    ),
    (
        lambda c: c.secrets.set_many([NewValue("A", "1", "why")]),
        ("set_many_secrets", [NewValue("A", "1", "why")], False, None, DEFAULT, None),
    ),
    (
        lambda c: c.secrets.delete_many(name for name in "AB"),
        ("delete_many_secrets", ["A", "B"], False, None, DEFAULT, None),
    ),
    (
        lambda c: c.tags.update("web", new_slug="site", color="#f00", project="p", timeout=1),
        ("update_tag", "web", "site", "#f00", "p", 1),
    ),
    (lambda c: c.members.remove("m", project="p"), ("remove_member", "m", "p", None)),
    (
        lambda c: c.organizations.remove_member("m", organization="o"),
        ("remove_organization_member", "m", "o", None),
    ),
    (lambda c: c.service_accounts.keys("s"), ("list_service_account_keys", "s", None)),
    (
        lambda c: c.identities.create_client_secret(
            "i", description="d", expires_in=3600, max_uses=3, timeout=1
        ),
        ("create_client_secret", "i", "d", 3600, 3, 1),
    ),
    (
        lambda c: c.identities.create_client_secret("i"),
        ("create_client_secret", "i", None, None, None, None),
    ),
    (lambda c: c.identities.list_client_secrets("i"), ("list_client_secrets", "i", None)),
    (
        lambda c: c.identities.revoke_client_secret("i", "s"),
        ("revoke_client_secret", "i", "s", None),
    ),
    (
        lambda c: c.identities.list_in_project(project="p", timeout=1),
        ("list_project_identities", "p", 1),
    ),
    (
        lambda c: c.identities.remove_from_project("i", project="p", timeout=1),
        ("remove_identity_from_project", "i", "p", 1),
    ),
]


@pytest.mark.parametrize(("call", "passed"), PASSED)
def test_what_is_passed_on(call: Callable[[Any], Any], passed: tuple[Any, ...]) -> None:
    result = object()
    assert call(with_native(Client, native := FakeNative(FakeCall(result)))) is result
    assert native.asked == [passed]

    async def main() -> object:
        return await call(with_native(AsyncClient, native))

    native = FakeNative(FakeCall(result))
    assert asyncio.run(main()) is result
    assert native.asked == [passed]


def with_native(make: type[Client] | type[AsyncClient], native: FakeNative) -> Any:
    client: Any = make()
    client._native = native
    return client
