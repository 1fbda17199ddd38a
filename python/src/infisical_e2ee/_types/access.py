"""Roles that a project defines."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Permission = Literal["read", "write"]
"""What a service token or a service account may do."""


@dataclass(frozen=True)
class RolePermission:
    """Something a role allows, or forbids.

    Where several are about the same action, the last one decides.
    """

    subject: str
    """What it is about, by the server's own name, such as ``secrets``."""

    actions: tuple[str, ...]
    """What may be done, likewise: ``read``, ``create``, ``edit``, ``delete`` and others."""

    conditions: Mapping[str, Any] | None = field(default=None, hash=False)
    """In which cases, such as ``{"environment": "dev"}``; ``None`` if in all."""

    inverted: bool = False
    """Whether it forbids."""


@dataclass(frozen=True)
class Role:
    """A role that a project defines."""

    id: str
    """The role's id."""

    slug: str
    """Its slug, by which it is given."""

    name: str
    """Its name, for people."""

    description: str
    """What it is for; empty if nobody said."""

    permissions: tuple[RolePermission, ...]
    """What it allows, with what the server adds of itself; empty in lists."""

    def __post_init__(self) -> None:
        """Reads the conditions, which the native module gives as JSON text.

        A permission does not do so itself: users make them too, and give no text.
        """
        object.__setattr__(self, "permissions", tuple(map(_read, self.permissions)))


def _read(permission: RolePermission) -> RolePermission:
    if not isinstance(permission.conditions, str):
        return permission
    return replace(permission, conditions=json.loads(permission.conditions))
