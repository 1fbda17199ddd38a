"""Operations of one resource. Generated; do not edit."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from .._arguments import role_permissions
from .._calls import Resource, awaiting, blocking
from .inputs import NewRole, RoleChange

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from .._native import Call
    from .._types import Role, RolePermission


class Roles(Resource):
    """Roles that a project defines, on servers since autumn 2024.

    Members, machine identities and groups are given a role by its slug: see
    :meth:`Members.set_role`, :meth:`Identities.add_to_project` and :meth:`Groups.add_to_project`.

    Every method fails with :class:`UnsupportedByServerError` on older servers. It fails with
    :class:`PermissionDeniedError` if the credential is an API key or not a user's, or if the user's
    role does not allow it. It fails with :class:`InvalidInputError` if neither the call nor the
    client names a project, or for a slug that is empty, ``.``, ``..`` or longer than 100 UTF-16
    units.

    A server whose license does not include roles of projects rejects new roles with
    :class:`InvalidInputError`; the message says so. The routes are known from public source alone.

    Protocol: ``/api/v1/workspace/{slug}/roles``.
    """

    __slots__ = ()

    @blocking
    def list(
        self, *, project: str | None = None, timeout: float | None = None
    ) -> Call[builtins.list[Role]]:
        """Lists every role that a project defines, without what it allows.

        :meth:`Roles.get` returns that. The roles that every project has, ``admin``, ``member``,
        ``viewer`` and ``no-access``, are left out.

        Args:
            project: Id or slug of the project; the client's by default.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such project or the user is not a member.
        """
        return self._native.list_roles(project, timeout)

    @blocking
    def get(
        self, slug: str, *, project: str | None = None, timeout: float | None = None
    ) -> Call[Role]:
        """Returns one role, by its slug, with what it allows.

        Args:
            slug: The role's slug.
            project: Id or slug of the project; the client's by default.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If the project defines no such role, or if there is no such project or
                the user is not a member.
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

        It allows nothing unless ``permissions`` are given.

        Args:
            slug: The slug by which the role is given, of lower-case letters and digits with single
                hyphens between them.
            name: The role's name, for people.
            description: A description for people; empty by default.
            permissions: What the role allows, by the server's own names: a subject such as
                ``secrets``, ``secret-folders``, ``environments`` or ``member``, with actions such
                as ``read``, ``create``, ``edit`` and ``delete``. A permission can have conditions,
                a JSON object such as ``{"environment": "dev"}``, and can forbid instead of allow.
                If several are about the same action, the last one decides. Nothing by default. Each
                is a :class:`RolePermission`, or a mapping with its fields.
            project: Id or slug of the project; the client's by default.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            ConflictError: If the slug is taken.
            InvalidInputError: If the name is blank, if every project has a role of that slug or the
                server does not accept it, if a permission has no subject, no action or one that the
                server does not know, or if conditions are not a JSON object.
            NotFoundError: If there is no such project or the user is not a member.
            PermissionDeniedError: If the role would allow more than the user may do.
        """
        return self._native.create_role(
            NewRole(
                slug=slug,
                name=name,
                description=description,
                permissions=role_permissions(permissions),
            ),
            project,
            timeout,
        )

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
        """Changes a role.

        Members, machine identities and groups that have the role keep it.

        Args:
            slug: The slug that the role has.
            new_slug: New slug, of lower-case letters and digits with single hyphens between them;
                unchanged by default.
            new_name: New name, for people; unchanged by default.
            description: A description for people; unchanged by default.
            permissions: What the role allows, in place of everything that it allowed before;
                unchanged by default. Subjects such as ``secrets``, ``secret-folders``,
                ``environments`` or ``member`` and actions such as ``read``, ``create``, ``edit``
                and ``delete`` are the server's own names. A permission can have conditions, a JSON
                object such as ``{"environment": "dev"}``, and can forbid instead of allow. If
                several are about the same action, the last one decides. Each is a
                :class:`RolePermission`, or a mapping with its fields.
            project: Id or slug of the project; the client's by default.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If the project defines no such role, or if there is no such project or
                the user is not a member.
            ConflictError: If the new slug is taken.
            InvalidInputError: If nothing to change is given, if the new name is blank, if every
                project has a role of the new slug or the server does not accept it, if a permission
                has no subject, no action or one that the server does not know, or if conditions are
                not a JSON object.
            PermissionDeniedError: If the role would allow more than the user may do.
        """
        return self._native.update_role(
            slug,
            RoleChange(
                new_slug=new_slug,
                new_name=new_name,
                description=description,
                permissions=None if permissions is None else role_permissions(permissions),
            ),
            project,
            timeout,
        )

    @blocking
    def delete(
        self, slug: str, *, project: str | None = None, timeout: float | None = None
    ) -> Call[None]:
        """Deletes a role that no member has.

        Args:
            slug: The role's slug.
            project: Id or slug of the project; the client's by default.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If the project defines no such role, or if there is no such project or
                the user is not a member.
            InvalidInputError: While a member, a machine identity or a group has the role.
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
