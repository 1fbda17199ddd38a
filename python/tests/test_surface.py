"""The operation and arguments that each method passes to the native module."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from fake_native import FakeCall, FakeNative

from infisical_e2ee import AsyncClient, Client, DeniedPermission, NewValue, RolePermission
from infisical_e2ee._generated.inputs import (
    FirstAccount,
    Location,
    NewRole,
    NewRolePermission,
    Place,
    RoleChange,
    SecretExtras,
    TokenAuthSettings,
    UniversalAuthSettings,
)

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
NO_EXTRAS = SecretExtras(None, None, None, None, None)
WHEREVER = UniversalAuthSettings(None, None, None, None, None)

PASSED: list[tuple[Callable[[Any], Any], tuple[Any, ...]]] = [
    (
        lambda c: c.secrets.update("A", "1", comment="why", new_name="B", **IN_PLACE),
        ("update_secret", "A", "1", "why", "B", NO_EXTRAS, PLACE, 2.5),
    ),
    (
        lambda c: c.secrets.update("A", new_name="B"),
        ("update_secret", "A", None, None, "B", NO_EXTRAS, NOWHERE, None),
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
    (
        lambda c: c.identities.update("i", new_name="n", role="member", timeout=1),
        ("update_identity", "i", "n", "member", 1),
    ),
    (lambda c: c.identities.projects("i"), ("list_identity_projects", "i", None)),
    (
        lambda c: c.identities.attach_universal_auth("i"),
        ("attach_universal_auth", "i", WHEREVER, None),
    ),
    (
        lambda c: c.identities.attach_universal_auth(
            "i",
            access_token_ttl=60,
            access_token_max_ttl=600,
            access_token_max_uses=3,
            client_secret_trusted_ips=("10.0.0.0/8",),
            access_token_trusted_ips=["::1"],
            timeout=1,
        ),
        (
            "attach_universal_auth",
            "i",
            UniversalAuthSettings(60, 600, 3, ["10.0.0.0/8"], ["::1"]),
            1,
        ),
    ),
    (lambda c: c.identities.universal_auth("i"), ("get_universal_auth", "i", None)),
    (
        lambda c: c.identities.update_universal_auth("i", access_token_max_uses=3, timeout=1),
        ("update_universal_auth", "i", WHEREVER._replace(access_token_max_uses=3), 1),
    ),
    (lambda c: c.identities.detach_universal_auth("i"), ("detach_universal_auth", "i", None)),
    (
        lambda c: c.identities.attach_token_auth(
            "i",
            access_token_ttl=60,
            access_token_max_ttl=600,
            access_token_max_uses=3,
            access_token_trusted_ips=["::1"],
        ),
        ("attach_token_auth", "i", TokenAuthSettings(60, 600, 3, ["::1"]), None),
    ),
    (lambda c: c.identities.token_auth("i"), ("get_token_auth", "i", None)),
    (
        lambda c: c.identities.update_token_auth("i", access_token_ttl=60, timeout=1),
        ("update_token_auth", "i", TokenAuthSettings(60, None, None, None), 1),
    ),
    (lambda c: c.identities.detach_token_auth("i"), ("detach_token_auth", "i", None)),
    (
        lambda c: c.identities.create_access_token("i", name="n", timeout=1),
        ("create_access_token", "i", "n", 1),
    ),
    (lambda c: c.identities.list_access_tokens("i"), ("list_access_tokens", "i", None)),
    (lambda c: c.identities.rename_access_token("t", "n"), ("rename_access_token", "t", "n", None)),
    (lambda c: c.identities.revoke_access_token("t"), ("revoke_access_token", "t", None)),
    (
        lambda c: c.identities.set_role_in_project("i", "viewer", project="p"),
        ("set_identity_role", "i", "viewer", "p", None),
    ),
    (
        lambda c: c.account.sign_up_administrator(
            "a@example.test", "pw", first_name="Ada", last_name="L", send_password=True, timeout=1
        ),
        ("sign_up_administrator", FirstAccount("a@example.test", "pw", "Ada", "L", True), 1),
    ),
    (lambda c: c.account.set_name("Ada"), ("set_user_name", "Ada", None, None)),
    (
        lambda c: c.account.set_name("Ada", last_name="L", timeout=1),
        ("set_user_name", "Ada", "L", 1),
    ),
    (lambda c: c.account.sessions(), ("list_sessions", None)),
    (lambda c: c.account.end_sessions(), ("end_sessions", None)),
    (lambda c: c.account.delete(timeout=1), ("delete_account", 1)),
    (lambda c: c.audit_logs.actors(project="p"), ("audit_log_actors", "p", None)),
    (
        lambda c: c.members.deny("m", [{"environment": "dev", "permission": "write"}]),
        ("deny_member_permissions", "m", [DeniedPermission("dev", "write")], None, None),
    ),
    (
        lambda c: c.members.deny("m", (), project="p", timeout=1),
        ("deny_member_permissions", "m", [], "p", 1),
    ),
    (
        lambda c: c.organizations.incident_contacts(organization="o"),
        ("list_incident_contacts", "o", None),
    ),
    (
        lambda c: c.organizations.add_incident_contact("a@example.test", organization="o"),
        ("add_incident_contact", "a@example.test", "o", None),
    ),
    (
        lambda c: c.organizations.remove_incident_contact("a@example.test", organization="o"),
        ("remove_incident_contact", "a@example.test", "o", None),
    ),
    (lambda c: c.projects.set_version_limit("p", 5), ("set_version_limit", "p", 5, None)),
    (lambda c: c.projects.leave("p"), ("leave_project", "p", None)),
    (lambda c: c.roles.list(project="p"), ("list_roles", "p", None)),
    (lambda c: c.roles.get("r", project="p"), ("get_role", "r", "p", None)),
    (
        lambda c: c.roles.create("r", "R"),
        ("create_role", NewRole("r", "R", None, []), None, None),
    ),
    (
        lambda c: c.roles.create(
            "r",
            "R",
            description="d",
            permissions=[
                RolePermission("secrets", ("read",), {"environment": "dev"}),
                {"subject": "tags", "actions": ["edit"], "inverted": True},
            ],
            project="p",
            timeout=1,
        ),
        (
            "create_role",
            NewRole(
                "r",
                "R",
                "d",
                [
                    NewRolePermission("secrets", ["read"], '{"environment": "dev"}', False),
                    NewRolePermission("tags", ["edit"], None, True),
                ],
            ),
            "p",
            1,
        ),
    ),
    (
        lambda c: c.roles.update("r", new_slug="s", new_name="S", description="d"),
        ("update_role", "r", RoleChange("s", "S", "d", None), None, None),
    ),
    (
        lambda c: c.roles.update("r", permissions=(), project="p"),
        ("update_role", "r", RoleChange(None, None, None, []), "p", None),
    ),
    (lambda c: c.roles.delete("r", project="p"), ("delete_role", "r", "p", None)),
    (lambda c: c.groups.list(organization="o"), ("list_groups", "o", None)),
    (lambda c: c.groups.get("g"), ("get_group", "g", None)),
    (
        lambda c: c.groups.create("G", slug="g", role="member", organization="o", timeout=1),
        ("create_group", "G", "g", "member", "o", 1),
    ),
    (
        lambda c: c.groups.update("g", new_name="G", new_slug="h", role="member", timeout=1),
        ("update_group", "g", "G", "h", "member", 1),
    ),
    (lambda c: c.groups.delete("g"), ("delete_group", "g", None)),
    (lambda c: c.groups.members("g"), ("list_group_members", "g", None)),
    (lambda c: c.groups.add_member("g", "ada"), ("add_group_member", "g", "ada", None)),
    (lambda c: c.groups.remove_member("g", "ada"), ("remove_group_member", "g", "ada", None)),
    (lambda c: c.groups.list_in_project(project="p"), ("list_project_groups", "p", None)),
    (
        lambda c: c.groups.add_to_project("g", "viewer", project="p"),
        ("add_group_to_project", "g", "viewer", "p", None),
    ),
    (
        lambda c: c.groups.set_role_in_project("g", "viewer", project="p"),
        ("set_group_role", "g", "viewer", "p", None),
    ),
    (
        lambda c: c.groups.remove_from_project("g", project="p"),
        ("remove_group_from_project", "g", "p", None),
    ),
]


@pytest.mark.parametrize(("call", "passed"), PASSED)
def test_method_passes_its_arguments_to_the_native_module(
    call: Callable[[Any], Any], passed: tuple[Any, ...]
) -> None:
    result = object()
    assert call(with_native(Client, native := FakeNative(FakeCall(result)))) is result
    assert native.asked == [passed]

    async def main() -> object:
        return await call(with_native(AsyncClient, native))

    native = FakeNative(FakeCall(result))
    assert asyncio.run(main()) is result
    assert native.asked == [passed]


def with_native(make: type[Client] | type[AsyncClient], native: FakeNative) -> Any:
    client: Any = make(base_url="http://127.0.0.1:1")
    client._native = native
    return client
