"""What a role allows: conditions are JSON text to the native module, and a mapping to users."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
from conftest import NOWHERE

from infisical_e2ee import Client, InvalidInputError, Role, RolePermission

CONDITIONS = {"environment": "dev", "secretPath": {"$glob": "/app/**"}}
READING = {"subject": "secrets", "actions": ["read"]}


def test_conditions_come_as_a_mapping() -> None:
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
def test_half_a_permission_is_refused(permission: Any) -> None:
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
def test_conditions_that_are_no_mapping_for_json_are_refused(conditions: Any) -> None:
    as_mapping = {**READING, "conditions": conditions}
    as_permission = RolePermission("secrets", ("read",), conditions)
    for permission in (as_mapping, as_permission):
        with pytest.raises(InvalidInputError, match="conditions"):
            Client(base_url=NOWHERE).roles.create("x", "X", permissions=[permission])
        with pytest.raises(InvalidInputError, match="conditions"):
            Client(base_url=NOWHERE).roles.update("x", permissions=[permission])
