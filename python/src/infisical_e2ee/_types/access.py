"""Roles that a project defines."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Permission = Literal["read", "write"]
"""A permission of a service token or a service account."""


@dataclass(frozen=True)
class RolePermission:
    """A permission of a role, which allows or forbids.

    If several are about the same action, the last one decides.
    """

    subject: str
    """The subject, by the server's own name, such as ``secrets``."""

    actions: tuple[str, ...]
    """The actions, by the server's own names, such as ``read``, ``create``, ``edit``."""

    conditions: Mapping[str, Any] | None = field(default=None, hash=False)
    """The conditions, such as ``{"environment": "dev"}``; ``None`` for none."""

    inverted: bool = False
    """Whether it forbids the actions."""


@dataclass(frozen=True)
class Role:
    """A role that a project defines."""

    id: str
    """The role's id."""

    slug: str
    """Its slug, which calls use."""

    name: str
    """Its name, for people."""

    description: str
    """A description for people; can be empty."""

    permissions: tuple[RolePermission, ...]
    """Its permissions, including those that the server adds; empty in lists."""

    def __post_init__(self) -> None:
        """Parses the conditions, which the native module passes as JSON text.

        A permission does not parse its own: those that users create have no JSON text.
        """
        object.__setattr__(self, "permissions", tuple(map(_read, self.permissions)))


def _read(permission: RolePermission) -> RolePermission:
    if not isinstance(permission.conditions, str):
        return permission
    return replace(permission, conditions=json.loads(permission.conditions))
