"""What a role allows: conditions are JSON text to the native module, and a mapping to users."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from infisical_e2ee import Client, InvalidInputError, RolePermission

CONDITIONS = {"environment": "dev", "secretPath": {"$glob": "/app/**"}}
READING = {"subject": "secrets", "actions": ["read"]}


def test_conditions_come_as_a_mapping() -> None:
    text: Any = '{"environment": "dev", "secretPath": {"$glob": "/app/**"}}'
    permission = RolePermission("secrets", ("read",), text, False)
    assert permission.conditions == CONDITIONS
    assert permission == RolePermission("secrets", ("read",), CONDITIONS)
    assert hash(permission) == hash(RolePermission("secrets", ("read",), CONDITIONS))
    assert pickle.loads(pickle.dumps(permission)) == permission
    assert RolePermission("secrets", ("read",)).conditions is None


@pytest.mark.parametrize(
    "permission", [{"subject": "secrets"}, {**READING, "action": "read"}, "secrets", None]
)
def test_half_a_permission_is_refused(permission: Any) -> None:
    with pytest.raises(InvalidInputError, match=r"permissions.*RolePermission"):
        Client().roles.create("x", "X", permissions=[permission])


@pytest.mark.parametrize("conditions", [{"a": float("nan")}, {"a": object()}, [1]])
def test_conditions_that_are_no_json_are_refused(conditions: Any) -> None:
    with pytest.raises(InvalidInputError, match="conditions"):
        Client().roles.create("x", "X", permissions=[{**READING, "conditions": conditions}])
