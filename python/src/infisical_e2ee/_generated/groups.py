"""Operations of one resource. Generated; do not edit."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from .._calls import Resource, awaiting, blocking

if TYPE_CHECKING:
    from .._native import Call
    from .._types import Group, GroupMember, ProjectGroup


class Groups(Resource):
    """Groups of users, on servers since autumn 2024.

    Users in a group have the group's roles in the projects that the group is in. Such projects are
    those whose keys the server has.

    Every method fails with :class:`UnsupportedByServerError` on servers before autumn 2024. It
    fails with :class:`PermissionDeniedError` for an API key, for the credential of a program, or if
    the user's role does not allow it. A malformed id fails with :class:`InvalidInputError`.

    A server without a license for groups rejects changes with :class:`UnsupportedByServerError` and
    says so.

    The routes are known from public source alone.

    Protocol: ``/api/v1/groups``, in projects ``/api/v2/workspace/{id}/groups``.
    """

    __slots__ = ()

    @blocking
    def list(
        self, *, organization: str | None = None, timeout: float | None = None
    ) -> Call[builtins.list[Group]]:
        """Lists every group of the organization that the client acts in.

        Args:
            organization: Id of the organization; by default the client's, or the only one that the
                user belongs to.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            InvalidInputError: If the client has no organization and the user does not belong to
                exactly one, if ``organization`` is not the one that the client acts in, or if the
                client's session acts in another one.
        """
        return self._native.list_groups(organization, timeout)

    @blocking
    def get(self, id: str, *, timeout: float | None = None) -> Call[Group]:
        """Returns one group by its id.

        Args:
            id: The group's id.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no group of that id.
        """
        return self._native.get_group(id, timeout)

    @blocking
    def create(
        self,
        name: str,
        *,
        slug: str | None = None,
        role: str | None = None,
        organization: str | None = None,
        timeout: float | None = None,
    ) -> Call[Group]:
        """Creates a group in the organization that the client acts in.

        The group has no members at first.

        Args:
            name: The group's name, for people, of at most 50 characters.
            slug: Slug of the group, of 5 to 36 lower-case letters, digits and hyphens; by default
                the server derives it from the name.
            role: Role of the group in the organization: ``admin``, ``member``, ``no-access`` or a
                role that the organization defines; ``no-access`` by default.
            organization: Id of the organization; by default the client's, or the only one that the
                user belongs to.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            ConflictError: If the organization has a group of that name.
            InvalidInputError: If the name is blank or too long, if the server does not accept the
                slug or the role, if the client has no organization and the user does not belong to
                exactly one, if ``organization`` is not the one that the client acts in, or if the
                client's session acts in another one, where the group then exists.
        """
        return self._native.create_group(name, slug, role, organization, timeout)

    @blocking
    def update(
        self,
        id: str,
        *,
        new_name: str | None = None,
        new_slug: str | None = None,
        role: str | None = None,
        timeout: float | None = None,
    ) -> Call[Group]:
        """Changes the name, the slug or the role of a group in its organization.

        What is not given stays as it is.

        Args:
            id: The group's id.
            new_name: New name of the group; unchanged by default.
            new_slug: New slug of the group, of 5 to 36 lower-case letters, digits and hyphens;
                unchanged by default.
            role: New role of the group in the organization: ``admin``, ``member``, ``no-access`` or
                a role that the organization defines; unchanged by default.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no group of that id.
            ConflictError: If the organization has a group of the new name.
            InvalidInputError: If no change is given, if the new name is blank or too long, or if
                the server does not accept the slug or the role.
        """
        return self._native.update_group(id, new_name, new_slug, role, timeout)

    @blocking
    def delete(self, id: str, *, timeout: float | None = None) -> Call[None]:
        """Deletes a group.

        Its members lose the access that they had through it.

        Args:
            id: The group's id.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no group of that id.
        """
        return self._native.delete_group(id, timeout)

    @blocking
    def members(self, id: str, *, timeout: float | None = None) -> Call[builtins.list[GroupMember]]:
        """Lists the users in a group.

        Args:
            id: The group's id.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no group of that id.
        """
        return self._native.list_group_members(id, timeout)

    @blocking
    def add_member(
        self, id: str, username: str, *, timeout: float | None = None
    ) -> Call[GroupMember]:
        """Adds a member of the organization to a group.

        Args:
            id: The group's id.
            username: The user's name on the server, usually the e-mail address.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such group, or if the organization has no member of that
                name.
            ConflictError: If the user is in the group already.
            InvalidInputError: If the username is empty, ``.`` or ``..``, or longer than 100 UTF-16
                units.
        """
        return self._native.add_group_member(id, username, timeout)

    @blocking
    def remove_member(self, id: str, username: str, *, timeout: float | None = None) -> Call[None]:
        """Removes a user from a group, with the access that the user had through it.

        The user may still know what they have read: change the values that they knew.

        Args:
            id: The group's id.
            username: The user's name on the server, as in :attr:`GroupMember.username`; usually the
                e-mail address.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such group, or if the user is not in it.
            InvalidInputError: If the username is empty, ``.`` or ``..``, or longer than 100 UTF-16
                units.
        """
        return self._native.remove_group_member(id, username, timeout)

    @blocking
    def list_in_project(
        self, *, project: str | None = None, timeout: float | None = None
    ) -> Call[builtins.list[ProjectGroup]]:
        """Lists the groups in a project, with their roles there.

        Args:
            project: Id or slug of the project; the client's by default.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such project or the user is not a member of it.
            InvalidInputError: If neither the call nor the client names a project.
        """
        return self._native.list_project_groups(project, timeout)

    @blocking
    def add_to_project(
        self, id: str, role: str, *, project: str | None = None, timeout: float | None = None
    ) -> Call[None]:
        """Adds a group to a project.

        Every user in the group has the role there.

        Servers add no group to an end-to-end encrypted project, because nobody can give its key to
        a group. Invite the group's members to such a project with :meth:`Members.invite`.

        Args:
            id: The group's id.
            role: The group's role in the project: ``admin``, ``member``, ``viewer``, ``no-access``
                or the slug of a role that the project defines, see :meth:`Roles.list`.
            project: Id or slug of the project; the client's by default.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such group or project, or if the user is not a member of
                the project.
            ConflictError: If the group is in the project already.
            InvalidInputError: If the role is blank or unknown, or if neither the call nor the
                client names a project.
            UnsupportedByServerError: If the project is end-to-end encrypted.
        """
        return self._native.add_group_to_project(id, role, project, timeout)

    @blocking
    def set_role_in_project(
        self, id: str, role: str, *, project: str | None = None, timeout: float | None = None
    ) -> Call[None]:
        """Gives a group one role in a project, in place of all roles that it has there.

        Args:
            id: The group's id, not the membership's.
            role: The group's new role in the project: ``admin``, ``member``, ``viewer``,
                ``no-access`` or the slug of a role that the project defines, see
                :meth:`Roles.list`.
            project: Id or slug of the project; the client's by default.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such project, if the user is not a member of it, or if the
                group is not in it.
            InvalidInputError: If the role is blank or unknown, or if neither the call nor the
                client names a project.
        """
        return self._native.set_group_role(id, role, project, timeout)

    @blocking
    def remove_from_project(
        self, id: str, *, project: str | None = None, timeout: float | None = None
    ) -> Call[None]:
        """Removes a group from a project.

        It stays in the organization and in other projects.

        Its members may still know what they have read: change the values that they knew.

        Args:
            id: The group's id, not the membership's.
            project: Id or slug of the project; the client's by default.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such project, if the user is not a member of it, or if the
                group is not in it.
            InvalidInputError: If neither the call nor the client names a project.
        """
        return self._native.remove_group_from_project(id, project, timeout)


class AsyncGroups(Resource):
    """The methods of :class:`Groups` as coroutines."""

    __slots__ = ()

    list = awaiting(Groups.list)
    get = awaiting(Groups.get)
    create = awaiting(Groups.create)
    update = awaiting(Groups.update)
    delete = awaiting(Groups.delete)
    members = awaiting(Groups.members)
    add_member = awaiting(Groups.add_member)
    remove_member = awaiting(Groups.remove_member)
    list_in_project = awaiting(Groups.list_in_project)
    add_to_project = awaiting(Groups.add_to_project)
    set_role_in_project = awaiting(Groups.set_role_in_project)
    remove_from_project = awaiting(Groups.remove_from_project)
