"""Projects, and the organizations they belong to."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from ._calls import Resource, awaiting, blocking

if TYPE_CHECKING:
    from ._native import Call
    from ._types import OpenedKey, Organization, Project


class Organizations(Resource):
    """Organizations the user belongs to, as ``client.organizations``."""

    __slots__ = ()

    @blocking
    def list(self, *, timeout: float | None = None) -> Call[builtins.list[Organization]]:
        """Every organization of the user.

        On older servers also those that only invited the user.

        Raises:
            PermissionDeniedError: The credential is a service token.
        """
        return self._native.list_organizations(timeout)


class AsyncOrganizations(Resource):
    """The methods of :class:`Organizations` as coroutines."""

    __slots__ = ()

    list = awaiting(Organizations.list)


class Projects(Resource):
    """Projects and their keys, as ``client.projects``."""

    __slots__ = ()

    @blocking
    def create(
        self, name: str, *, organization: str | None = None, timeout: float | None = None
    ) -> Call[Project]:
        """Makes a project whose key is made here and sealed to the user.

        On servers since spring 2024 the server makes the key, and this opens and checks it.

        Args:
            name: The project's name.
            organization: Id of the organization; by default the client's, or the only one the user
                belongs to.
            timeout: Seconds the call may take.

        Raises:
            InvalidInputError: The user belongs to several organizations and none is named.
        """
        return self._native.create_project(name, organization, timeout)

    @blocking
    def list(self, *, timeout: float | None = None) -> Call[builtins.list[Project]]:
        """Every project the user is a member of.

        Raises:
            PermissionDeniedError: The credential is a service token.
        """
        return self._native.list_projects(timeout)

    @blocking
    def get(self, id: str, *, timeout: float | None = None) -> Call[Project]:
        """One project, by id.

        Raises:
            NotFoundError: There is none, or the user is not a member.
        """
        return self._native.get_project(id, timeout)

    @blocking
    def open_key(self, id: str, *, timeout: float | None = None) -> Call[OpenedKey]:
        """Opens the key of a project and keeps it, as the first use of its secrets would.

        Tells early whether this credential can decrypt.

        Raises:
            KeyUnavailableError: Nobody has shared the key with the user yet, or the credential
                opens no private key.
            DecryptionFailedError: The user's copy of the key was changed.
        """
        return self._native.open_project_key(id, timeout)


class AsyncProjects(Resource):
    """The methods of :class:`Projects` as coroutines."""

    __slots__ = ()

    create = awaiting(Projects.create)
    list = awaiting(Projects.list)
    get = awaiting(Projects.get)
    open_key = awaiting(Projects.open_key)
