"""Groups of users, who are given access together."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from ._calls import Resource, awaiting, blocking

if TYPE_CHECKING:
    from ._native import Call
    from ._types import Group, GroupMember, ProjectGroup


class Groups(Resource):
    """Groups of users, on servers since autumn 2024, as ``client.groups``.

    Who is in a group has the group's roles in the projects it is in; those are projects whose keys
    the server has. Every method raises :class:`UnsupportedByServerError` on servers older than
    autumn 2024, and :class:`PermissionDeniedError` for other credentials than a user's, or without
    the role. A server that has no licence for groups refuses with :class:`InvalidInputError`, and
    says so. The routes are known from source alone. ``timeout`` limits the call in seconds, beside
    the client's ``deadline``.

    Protocol: ``/api/v1/groups``, in projects ``/api/v2/workspace/{id}/groups`` (Infisical REST
    API).
    """

    __slots__ = ()

    @blocking
    def list(
        self, *, organization: str | None = None, timeout: float | None = None
    ) -> Call[builtins.list[Group]]:
        """Every group of the organization the client acts in.

        Raises:
            InvalidInputError: The user belongs to several organizations and none is named, or
                another one than the client acts in.
        """
        return self._native.list_groups(organization, timeout)

    @blocking
    def get(self, id: str, *, timeout: float | None = None) -> Call[Group]:
        """One group, by id.

        Raises:
            NotFoundError: There is none of that id.
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
        """Makes a group in the organization the client acts in. At first nobody is in it.

        Args:
            name: Its name, for people.
            slug: Its slug, of 5 to 36 lower-case letters, digits and hyphens; by default the server
                makes one from the name.
            role: Its role in the organization: ``admin``, ``member`` or ``no-access``, which is the
                default, or one of the organization's own.
            organization: Id of the organization; by default the client's, or the only one the user
                belongs to.
            timeout: Seconds the call may take.

        Raises:
            ConflictError: There is a group of that name.
            InvalidInputError: The name is empty, the server does not take the slug or the role, or
                as in :meth:`list`.
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
        """Changes a group.

        Args:
            id: The group's id.
            new_name: The new name; unchanged by default.
            new_slug: The new slug; unchanged by default.
            role: The new role in the organization; unchanged by default.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is none of that id.
            ConflictError: There is a group of the new name.
            InvalidInputError: Nothing is to change, the name is empty, or the server does not take
                the slug or the role.
        """
        return self._native.update_group(id, new_name, new_slug, role, timeout)

    @blocking
    def delete(self, id: str, *, timeout: float | None = None) -> Call[None]:
        """Deletes a group. Its members lose what they had by it.

        Raises:
            NotFoundError: There is none of that id.
        """
        return self._native.delete_group(id, timeout)

    @blocking
    def members(self, id: str, *, timeout: float | None = None) -> Call[builtins.list[GroupMember]]:
        """Everyone in a group.

        Raises:
            NotFoundError: There is none of that id.
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
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no such group or user.
            ConflictError: They are in it.
        """
        return self._native.add_group_member(id, username, timeout)

    @blocking
    def remove_member(self, id: str, username: str, *, timeout: float | None = None) -> Call[None]:
        """Takes a user out of a group, with what they had by it.

        What they have read they may still know: change the values they knew.

        Args:
            id: The group's id.
            username: The user's name on the server, as :meth:`members` tells it.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no such group, or the user is not in it.
        """
        return self._native.remove_group_member(id, username, timeout)

    @blocking
    def list_in_project(
        self, *, project: str | None = None, timeout: float | None = None
    ) -> Call[builtins.list[ProjectGroup]]:
        """Every group in a project, with its roles there.

        Args:
            project: Id of the project; the client's by default.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no such project, or the user is not a member.
        """
        return self._native.list_project_groups(project, timeout)

    @blocking
    def add_to_project(
        self, id: str, role: str, *, project: str | None = None, timeout: float | None = None
    ) -> Call[None]:
        """Lets everyone in a group into a project.

        Args:
            id: The group's id.
            role: ``admin``, ``member``, ``viewer``, ``no-access`` or a role that the project
                defines.
            project: Id of the project; the client's by default.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no such group or project.
            ConflictError: It is in the project already.
            InvalidInputError: The role is unknown.
            UnsupportedByServerError: The project is end-to-end encrypted: nobody can give its key
                to a group.
        """
        return self._native.add_group_to_project(id, role, project, timeout)

    @blocking
    def set_role_in_project(
        self, id: str, role: str, *, project: str | None = None, timeout: float | None = None
    ) -> Call[None]:
        """Gives a group one role in a project in place of those it has.

        Args:
            id: The group's id.
            role: As in :meth:`add_to_project`.
            project: Id of the project; the client's by default.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no such project, or the group is not in it.
            InvalidInputError: The role is unknown.
        """
        return self._native.set_group_role(id, role, project, timeout)

    @blocking
    def remove_from_project(
        self, id: str, *, project: str | None = None, timeout: float | None = None
    ) -> Call[None]:
        """Takes a group out of a project. It stays in the organization.

        What its members have read they may still know: change the values they knew.

        Args:
            id: The group's id, not the membership's.
            project: Id of the project; the client's by default.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no such project, or the group is not in it.
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
