"""Machine identities, managed by users."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from ._calls import awaiting, blocking
from ._identity_auth import AsyncIdentityAuth, IdentityAuth

if TYPE_CHECKING:
    from ._native import Call
    from ._types import Identity, IdentityProject, ProjectIdentity


class Identities(IdentityAuth):
    """Machine identities, on servers of 2024 and later, as ``client.identities``.

    A program becomes one with ``client_id`` and ``client_secret`` after four steps: :meth:`create`,
    :meth:`attach_universal_auth`, :meth:`create_client_secret`, :meth:`add_to_project`. Every
    method raises :class:`UnsupportedByServerError` on May 2023 servers, and
    :class:`PermissionDeniedError` for other credentials than a user's, or without the role.
    ``timeout`` limits the call in seconds, beside the client's ``deadline``.

    A client secret is rotated in three: :meth:`create_client_secret` makes the new one, it is
    deployed, and :meth:`revoke_client_secret` ends the old one.

    On servers since autumn 2024 a user can make the identity's access tokens instead, which a
    program takes as ``identity_token``: :meth:`attach_token_auth`, then
    :meth:`create_access_token`. These routes are known from source alone.

    Trusted addresses are text such as ``10.0.0.1`` or ``10.0.0.0/8``. An empty list is refused,
    and some servers need a plan for them. Times are whole seconds.

    Protocol: ``/api/v1/identities``, ``/api/v1/auth/universal-auth`` and
    ``/api/v1/auth/token-auth``, in projects ``/api/v2/workspace/{id}/identity-memberships``
    (Infisical REST API).
    """

    __slots__ = ()

    @blocking
    def create(
        self,
        name: str,
        *,
        organization: str | None = None,
        role: str | None = None,
        timeout: float | None = None,
    ) -> Call[Identity]:
        """Makes an identity in an organization. Alone it can do nothing.

        Args:
            name: Its name, for people.
            organization: Id of the organization; by default the client's, or the only one the user
                belongs to.
            role: Its role in the organization: ``admin``, ``member`` or ``no-access``, which is the
                default.
            timeout: Seconds the call may take.

        Raises:
            InvalidInputError: The name is empty or the role unknown, or the user belongs to several
                organizations and none is named.
        """
        return self._native.create_identity(name, organization, role, timeout)

    @blocking
    def list(
        self, *, organization: str | None = None, timeout: float | None = None
    ) -> Call[builtins.list[Identity]]:
        """Every identity of an organization.

        Raises:
            InvalidInputError: The user belongs to several organizations and none is named.
        """
        return self._native.list_identities(organization, timeout)

    @blocking
    def delete(self, id: str, *, timeout: float | None = None) -> Call[None]:
        """Deletes an identity. Its client secrets and access tokens stop working.

        Raises:
            NotFoundError: There is none of that id.
        """
        return self._native.delete_identity(id, timeout)

    @blocking
    def update(
        self,
        id: str,
        *,
        new_name: str | None = None,
        role: str | None = None,
        timeout: float | None = None,
    ) -> Call[Identity]:
        """Gives an identity another name, another role in the organization, or both.

        Args:
            id: The identity's id.
            new_name: The new name; unchanged by default.
            role: The new role in the organization, as in :meth:`create`; unchanged by default.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is none of that id.
            InvalidInputError: Nothing is to change, the name is empty or the role unknown.
        """
        return self._native.update_identity(id, new_name, role, timeout)

    @blocking
    def projects(
        self, id: str, *, timeout: float | None = None
    ) -> Call[builtins.list[IdentityProject]]:
        """The projects an identity is in, with its roles there.

        Servers do it since autumn 2024, by a route known from source alone.

        Args:
            id: The identity's id.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no identity of that id.
            UnsupportedByServerError: The server is older than autumn 2024.
        """
        return self._native.list_identity_projects(id, timeout)

    @blocking
    def add_to_project(
        self, id: str, role: str, *, project: str | None = None, timeout: float | None = None
    ) -> Call[None]:
        """Lets an identity into a project.

        Args:
            id: The identity's id.
            role: ``admin``, ``member``, ``viewer``, ``no-access`` or a role that the project
                defines.
            project: Id of the project; the client's by default.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no such identity or project.
            ConflictError: It is in the project already.
            InvalidInputError: The role is unknown.
        """
        return self._native.add_identity_to_project(id, role, project, timeout)

    @blocking
    def list_in_project(
        self, *, project: str | None = None, timeout: float | None = None
    ) -> Call[builtins.list[ProjectIdentity]]:
        """Every identity in a project, with its roles there.

        Args:
            project: Id of the project; the client's by default.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no such project, or the user is not a member.
        """
        return self._native.list_project_identities(project, timeout)

    @blocking
    def set_role_in_project(
        self, id: str, role: str, *, project: str | None = None, timeout: float | None = None
    ) -> Call[None]:
        """Gives an identity one role in a project in place of those it has.

        Args:
            id: The identity's id, not the membership's.
            role: As in :meth:`add_to_project`.
            project: Id of the project; the client's by default.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no such project, or the identity is not in it.
            InvalidInputError: The role is unknown.
        """
        return self._native.set_identity_role(id, role, project, timeout)

    @blocking
    def remove_from_project(
        self, id: str, *, project: str | None = None, timeout: float | None = None
    ) -> Call[None]:
        """Takes an identity out of a project. It stays in the organization.

        Args:
            id: The identity's id, not the membership's.
            project: Id of the project; the client's by default.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no such project, or the identity is not in it.
        """
        return self._native.remove_identity_from_project(id, project, timeout)


class AsyncIdentities(AsyncIdentityAuth):
    """The methods of :class:`Identities` as coroutines."""

    __slots__ = ()

    create = awaiting(Identities.create)
    list = awaiting(Identities.list)
    delete = awaiting(Identities.delete)
    update = awaiting(Identities.update)
    projects = awaiting(Identities.projects)
    add_to_project = awaiting(Identities.add_to_project)
    list_in_project = awaiting(Identities.list_in_project)
    set_role_in_project = awaiting(Identities.set_role_in_project)
    remove_from_project = awaiting(Identities.remove_from_project)
