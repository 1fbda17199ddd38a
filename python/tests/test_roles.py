"""Permissions of roles. Conditions are a mapping, and JSON text in the native module."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
from conftest import NOWHERE

from infisical_e2ee import Client, InvalidInputError, Role, RolePermission

CONDITIONS = {"environment": "dev", "secretPath": {"$glob": "/app/**"}}
READING = {"subject": "secrets", "actions": ["read"]}


def test_role_permission_conditions_are_a_mapping() -> None:
    text: Any = '{"environment": "dev", "secretPath": {"$glob": "/app/**"}}'
    given = RolePermission("secrets", ("read",), text, False), RolePermission("tags", ("read",))
    permission, always = Role("1", "reader", "Reader", "", given).permissions
    assert permission.conditions == CONDITIONS
    assert always.conditions is None
    assert permission == RolePermission("secrets", ("read",), CONDITIONS)
    assert hash(permission) == hash(RolePermission("secrets", ("read",), CONDITIONS))
    assert pickle.loads(pickle.dumps(permission)) == permission
    assert RolePermission("secrets", ("read",)).conditions is None


@pytest.mark.parametrize(
    "permission", [{"subject": "secrets"}, {**READING, "action": "read"}, "secrets", None]
)
def test_incomplete_permission_is_refused(permission: Any) -> None:
    with pytest.raises(InvalidInputError, match=r"permissions.*RolePermission"):
        Client(base_url=NOWHERE).roles.create("x", "X", permissions=[permission])


CYCLE: dict[str, Any] = {}
CYCLE["a"] = CYCLE


@pytest.mark.parametrize(
    "conditions",
    [
        {"a": float("nan")},
        {"a": object()},
        CYCLE,
        [1],
        [],
        [["environment", "dev"]],
        "",
        "null",
        "garbage",
        '{"environment": "dev"}',
    ],
)
def test_conditions_other_than_a_json_mapping_are_refused(conditions: Any) -> None:
    as_mapping = {**READING, "conditions": conditions}
    as_permission = RolePermission("secrets", ("read",), conditions)
    for permission in (as_mapping, as_permission):
        with pytest.raises(InvalidInputError, match="conditions"):
            Client(base_url=NOWHERE).roles.create("x", "X", permissions=[permission])
        with pytest.raises(InvalidInputError, match="conditions"):
            Client(base_url=NOWHERE).roles.update("x", permissions=[permission])
