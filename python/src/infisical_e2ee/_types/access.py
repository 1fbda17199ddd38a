"""Roles that a project defines, and groups of users."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


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


@dataclass(frozen=True)
class Group:
    """Users who are given access together."""

    id: str
    """The group's id."""

    name: str
    """Its name, for people."""

    slug: str
    role: str
    """Its role in the organization."""

    organization_id: str
    """The organization it belongs to."""


@dataclass(frozen=True)
class GroupMember:
    """A user in a group."""

    id: str
    """The user's id."""

    username: str
    """The user's name on the server, usually the e-mail address."""

    email: str | None
    first_name: str
    last_name: str


@dataclass(frozen=True)
class ProjectGroup:
    """That a group is in a project."""

    id: str
    """The membership's id."""

    group_id: str
    """The group's id."""

    name: str
    """The group's name."""

    slug: str
    """The group's slug."""

    roles: tuple[str, ...]
    """Its roles in the project."""
