"""Roles that a project defines."""

from __future__ import annotations

import builtins
import json
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from ._arguments import name_list, record_list
from ._calls import Resource, awaiting, blocking
from ._errors import InvalidInputError
from ._generated.inputs import NewRole, NewRolePermission, RoleChange
from ._types import RolePermission

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ._native import Call
    from ._types import Role


class Roles(Resource):
    """Roles that a project defines, on servers since autumn 2024, as ``client.roles``.

    Members, machine identities and groups are given one by its slug. Every method raises
    :class:`UnsupportedByServerError` on servers older than autumn 2024, and
    :class:`PermissionDeniedError` for other credentials than a user's, or without the role. A
    server that has no licence for them refuses new roles with :class:`InvalidInputError`, and says
    so. The routes are known from source alone.

    ``project`` is the project's id; the client's by default. ``timeout`` limits the call in
    seconds, beside the client's ``deadline``.

    Protocol: ``/api/v1/workspace/{slug}/roles`` (Infisical REST API).
    """

    __slots__ = ()

    @blocking
    def list(
        self, *, project: str | None = None, timeout: float | None = None
    ) -> Call[builtins.list[Role]]:
        """Every role that a project defines, without what it allows: :meth:`get` tells that.

        ``admin``, ``member``, ``viewer`` and ``no-access``, which every project has, are left out.

        Raises:
            NotFoundError: There is no such project, or the user is not a member.
        """
        return self._native.list_roles(project, timeout)

    @blocking
    def get(
        self, slug: str, *, project: str | None = None, timeout: float | None = None
    ) -> Call[Role]:
        """One role, with what it allows.

        Raises:
            NotFoundError: The project defines no such role.
        """
        return self._native.get_role(slug, project, timeout)

    @blocking
    def create(
        self,
        slug: str,
        name: str,
        *,
        description: str | None = None,
        permissions: Iterable[RolePermission | Mapping[str, Any]] = (),
        project: str | None = None,
        timeout: float | None = None,
    ) -> Call[Role]:
        """Defines a role.

        Args:
            slug: What calls name it by: lower-case letters and digits, with single hyphens
                between.
            name: Its name, for people.
            description: What it is for; nothing by default.
            permissions: What it allows: ``{"subject": "secrets", "actions": ["read"]}``, perhaps
                with ``conditions`` such as ``{"environment": "dev"}`` or with ``inverted``, or
                :class:`RolePermission`. By default nothing.
            project: Id of the project; the client's by default.
            timeout: Seconds the call may take.

        Raises:
            ConflictError: The slug is taken.
            InvalidInputError: The name is empty, every project has a role of that slug, the server
                does not take the slug or a permission, ``permissions`` or ``actions`` is one
                instead of several, or ``conditions`` is no mapping.
        """
        role = NewRole(
            slug=slug,
            name=name,
            description=description,
            permissions=_permissions(permissions),
        )
        return self._native.create_role(role, project, timeout)

    @blocking
    def update(
        self,
        slug: str,
        *,
        new_slug: str | None = None,
        new_name: str | None = None,
        description: str | None = None,
        permissions: Iterable[RolePermission | Mapping[str, Any]] | None = None,
        project: str | None = None,
        timeout: float | None = None,
    ) -> Call[Role]:
        """Changes a role. Whoever has it keeps it.

        Args:
            slug: The role's slug.
            new_slug: The new slug, as in :meth:`create`; unchanged by default.
            new_name: The new name; unchanged by default.
            description: What it is for; unchanged by default.
            permissions: What it allows, as in :meth:`create`, in place of all it did; unchanged by
                default.
            project: Id of the project; the client's by default.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: The project defines no such role.
            ConflictError: The new slug is taken.
            InvalidInputError: Nothing is to change, or as in :meth:`create`.
        """
        change = RoleChange(
            new_slug=new_slug,
            new_name=new_name,
            description=description,
            permissions=None if permissions is None else _permissions(permissions),
        )
        return self._native.update_role(slug, change, project, timeout)

    @blocking
    def delete(
        self, slug: str, *, project: str | None = None, timeout: float | None = None
    ) -> Call[None]:
        """Deletes a role, which nobody has any more.

        Raises:
            NotFoundError: The project defines no such role.
            InvalidInputError: Somebody has it.
        """
        return self._native.delete_role(slug, project, timeout)


class AsyncRoles(Resource):
    """The methods of :class:`Roles` as coroutines."""

    __slots__ = ()

    list = awaiting(Roles.list)
    get = awaiting(Roles.get)
    create = awaiting(Roles.create)
    update = awaiting(Roles.update)
    delete = awaiting(Roles.delete)


def _permissions(
    given: Iterable[RolePermission | Mapping[str, Any]],
) -> list[NewRolePermission]:
    return [
        NewRolePermission(
            subject=permission.subject,
            actions=name_list("actions", permission.actions),
            conditions=_json_text(permission.conditions),
            inverted=permission.inverted,
        )
        for permission in record_list("permissions", RolePermission, given)
    ]


def _json_text(conditions: Mapping[str, Any] | None) -> str | None:
    if conditions is None:
        return None
    # Of text or a list something could be made that limits less than is meant.
    if isinstance(conditions, Mapping):
        with suppress(TypeError, ValueError, RecursionError):
            return json.dumps(dict(conditions), allow_nan=False)
    raise InvalidInputError("conditions: give a mapping that JSON can say")
