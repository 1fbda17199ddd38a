"""Projects and their keys."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from ._calls import Resource, awaiting, blocking

if TYPE_CHECKING:
    from ._native import Call
    from ._types import BlindIndexReport, OpenedKey, Project


class Projects(Resource):
    """Projects and their keys, as ``client.projects``.

    ``timeout`` limits the call in seconds, beside the client's ``deadline``.

    Protocol: ``/api/v1/workspace`` and ``/api/v2/workspace``, for blind indices
    ``/api/v3/workspaces/{id}/secrets``, for the server's key ``/api/v1/bot`` (Infisical REST API).
    """

    __slots__ = ()

    @blocking
    def create(
        self, name: str, *, organization: str | None = None, timeout: float | None = None
    ) -> Call[Project]:
        """Makes a project whose key is made here and sealed to the user.

        On servers since June 2024 the server makes the key, and this opens and checks it.

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

    @blocking
    def rename(self, id: str, name: str, *, timeout: float | None = None) -> Call[Project]:
        """Gives a project another name; its slug stays.

        Raises:
            NotFoundError: There is none, or the user is not a member.
            PermissionDeniedError: The user may not.
            InvalidInputError: The name is blank.
        """
        return self._native.rename_project(id, name, timeout)

    @blocking
    def delete(self, id: str, *, timeout: float | None = None) -> Call[None]:
        """Deletes a project with every secret in it. There is no way back.

        Raises:
            NotFoundError: There is none, or the user is not a member.
            PermissionDeniedError: The user is no administrator of it.
        """
        return self._native.delete_project(id, timeout)

    @blocking
    def set_auto_capitalization(
        self, id: str, enabled: bool, *, timeout: float | None = None
    ) -> Call[Project]:
        """Whether the server's own pages write names of secrets in capitals.

        Names stored by this library stay as given.

        Raises:
            PermissionDeniedError: The user may not.
        """
        return self._native.set_auto_capitalization(id, enabled, timeout)

    @blocking
    def set_version_limit(
        self, id: str, limit: int, *, timeout: float | None = None
    ) -> Call[Project]:
        """How many versions of each secret and folder the server is to keep.

        What is beyond that, it deletes for good.

        Args:
            id: The project's id.
            limit: How many, 1 to 100.
            timeout: Seconds the call may take.

        Raises:
            InvalidInputError: The limit is not between 1 and 100.
            NotFoundError: There is none, or the user is not a member.
            PermissionDeniedError: The user is no administrator of it, or the credential is a
                program's or an API key.
            UnsupportedByServerError: The server is older than June 2024.
        """
        return self._native.set_version_limit(id, limit, timeout)

    @blocking
    def leave(self, id: str, *, timeout: float | None = None) -> Call[None]:
        """Takes the user out of a project, and forgets its key.

        Whoever wants back in has to be invited.

        Raises:
            NotFoundError: There is none, or the user is not a member.
            PermissionDeniedError: The user is its only administrator, or the credential is a
                program's or an API key.
            UnsupportedByServerError: The server is older than June 2024, or the project was made
                on one and is end-to-end encrypted: there an administrator removes the member.
        """
        return self._native.leave_project(id, timeout)

    @blocking
    def share_key_with_server(self, id: str, *, timeout: float | None = None) -> Call[None]:
        """Gives the server the key, and with it every secret the project has, had or will have.

        That ends its end-to-end encryption. Nothing happens if the server has the key already, as
        of every project made since June 2024.

        Raises:
            KeyUnavailableError: The user has no key of the project.
            IntegrityViolationError: The server's public key is unsafe. Nothing was given.
        """
        return self._native.share_key_with_server(id, timeout)

    @blocking
    def stop_sharing_key_with_server(self, id: str, *, timeout: float | None = None) -> Call[None]:
        """Asks the server to delete its copy of the key.

        It may have kept the key and whatever it read. Nothing happens if it has none.

        Raises:
            UnsupportedByServerError: The server made the key.
        """
        return self._native.stop_sharing_key_with_server(id, timeout)

    @blocking
    def is_key_shared_with_server(self, id: str, *, timeout: float | None = None) -> Call[bool]:
        """Whether the server says it has a copy of the key.

        Always true for projects made since June 2024.

        Raises:
            NotFoundError: There is none, or the user is not a member.
        """
        return self._native.is_key_shared_with_server(id, timeout)

    @blocking
    def blind_index_status(self, id: str, *, timeout: float | None = None) -> Call[bool]:
        """Whether every secret of the project can be found by name.

        Raises:
            PermissionDeniedError: The user is no administrator of it.
        """
        return self._native.blind_index_status(id, timeout)

    @blocking
    def enable_blind_indices(
        self, id: str, *, timeout: float | None = None
    ) -> Call[BlindIndexReport]:
        """Makes every secret of an old project be found by name.

        Decrypts the names here and tells the server, which stores a keyed hash of each. May be
        repeated after an interruption.

        Raises:
            PermissionDeniedError: The user is no administrator of it.
            KeyUnavailableError: The user has no key of the project.
        """
        return self._native.enable_blind_indices(id, timeout)


class AsyncProjects(Resource):
    """The methods of :class:`Projects` as coroutines."""

    __slots__ = ()

    create = awaiting(Projects.create)
    list = awaiting(Projects.list)
    get = awaiting(Projects.get)
    open_key = awaiting(Projects.open_key)
    rename = awaiting(Projects.rename)
    delete = awaiting(Projects.delete)
    set_auto_capitalization = awaiting(Projects.set_auto_capitalization)
    set_version_limit = awaiting(Projects.set_version_limit)
    leave = awaiting(Projects.leave)
    share_key_with_server = awaiting(Projects.share_key_with_server)
    stop_sharing_key_with_server = awaiting(Projects.stop_sharing_key_with_server)
    is_key_shared_with_server = awaiting(Projects.is_key_shared_with_server)
    blind_index_status = awaiting(Projects.blind_index_status)
    enable_blind_indices = awaiting(Projects.enable_blind_indices)
