"""Operations of one resource. Generated; do not edit."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from .._calls import Resource, awaiting, blocking
from .inputs import Location

if TYPE_CHECKING:
    from .._native import Call
    from .._types import Folder


class Folders(Resource):
    """Folders of secrets, on servers since 2024.

    ``project``, ``environment`` and ``path`` name the folder that contains the one in question.

    May 2023 servers have folders too, but their routes for secrets by name, which this client uses,
    do not support them. There, all secrets are in ``/``, and a call about secrets with another path
    fails with :class:`UnsupportedByServerError`.

    Every method fails with :class:`InvalidInputError` if it has no project or environment, neither
    from the call nor from the client or the service token, or if ``path`` does not have the form
    ``/folder/subfolder``.

    Protocol: ``/api/v1/folders``, on May 2023 servers ``/api/v1/folder`` and ``/api/v2/secrets``.
    """

    __slots__ = ()

    @blocking
    def list(
        self,
        *,
        project: str | None = None,
        environment: str | None = None,
        path: str | None = None,
        timeout: float | None = None,
    ) -> Call[builtins.list[Folder]]:
        """Lists the folders that lie directly in a folder.

        A folder that does not exist contains none.

        May 2023 servers return folders together with the secrets of the folder. The client ignores
        these secrets, but the server records in the audit log that they were read.

        Args:
            project: Id or slug of the project; by default the client's, or the one that the token
                is for.
            environment: Slug of the environment; by default the client's, or the one that the token
                is for.
            path: Folder, such as ``/backend``; by default ``/``, or the one path that the token is
                for.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such project or environment, or if the user is not a
                member.
            PermissionDeniedError: If the credential may not read there.
        """
        return self._native.list_folders(
            Location(project=project, environment=environment, path=path), timeout
        )

    @blocking
    def create(
        self,
        name: str,
        *,
        description: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        path: str | None = None,
        timeout: float | None = None,
    ) -> Call[Folder]:
        """Creates a folder, and the folders of its path that are missing.

        Servers of 2023 and 2024 return a folder that exists; today's servers refuse to create it
        again.

        Args:
            name: The name, of letters from a to z in either case, digits, ``-`` and ``_``.
            description: Description for people, of at most 255 characters; none by default. Only
                today's servers store it, and they can read it.
            project: Id or slug of the project; by default the client's, or the one that the token
                is for.
            environment: Slug of the environment; by default the client's, or the one that the token
                is for.
            path: Folder, such as ``/backend``; by default ``/``, or the one path that the token is
                for.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            ConflictError: If the folder exists, on today's servers.
            InvalidInputError: If the name, or that of a folder in the path, is empty or has other
                characters.
            NotFoundError: If there is no such project or environment, or if the user is not a
                member.
            PermissionDeniedError: If the credential may not write there, or for an API key, a
                service token, a service account or a machine identity on May 2023 servers, where
                only users create folders.
            UnsupportedByServerError: For a description, except on today's servers: then nothing is
                sent.
            IntegrityViolationError: If the server answers with another description than was sent.
        """
        return self._native.create_folder(
            name,
            description,
            Location(project=project, environment=environment, path=path),
            timeout,
        )

    @blocking
    def rename(
        self,
        name: str,
        new_name: str,
        *,
        project: str | None = None,
        environment: str | None = None,
        path: str | None = None,
        timeout: float | None = None,
    ) -> Call[Folder]:
        """Gives a folder another name.

        What lies in it moves with it; imports from it and service tokens for its path do not
        follow.

        Args:
            name: The current name.
            new_name: The new name, of letters from a to z in either case, digits, ``-`` and ``_``.
            project: Id or slug of the project; by default the client's, or the one that the token
                is for.
            environment: Slug of the environment; by default the client's, or the one that the token
                is for.
            path: Folder, such as ``/backend``; by default ``/``, or the one path that the token is
                for.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such folder, environment or project, or if the user is not
                a member.
            ConflictError: If a folder with the new name exists there.
            InvalidInputError: If the new name is empty or has other characters.
            PermissionDeniedError: If the credential may not write there.
            UnsupportedByServerError: On May 2023 servers, which cannot rename folders.
        """
        return self._native.rename_folder(
            name, new_name, Location(project=project, environment=environment, path=path), timeout
        )

    @blocking
    def set_description(
        self,
        name: str,
        description: str,
        *,
        project: str | None = None,
        environment: str | None = None,
        path: str | None = None,
        timeout: float | None = None,
    ) -> Call[Folder]:
        """Gives a folder another description, or removes it.

        The server can read it.

        Args:
            name: The name of the folder.
            description: The new description, of at most 255 characters; empty to remove it.
            project: Id or slug of the project; by default the client's, or the one that the token
                is for.
            environment: Slug of the environment; by default the client's, or the one that the token
                is for.
            path: Folder, such as ``/backend``; by default ``/``, or the one path that the token is
                for.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such folder, environment or project, or if the user is not
                a member.
            InvalidInputError: If the description is too long.
            PermissionDeniedError: If the credential may not write there.
            UnsupportedByServerError: If the server is an earlier one: then nothing is sent.
            IntegrityViolationError: If the server answers with another description than was sent.
        """
        return self._native.set_folder_description(
            name,
            description,
            Location(project=project, environment=environment, path=path),
            timeout,
        )

    @blocking
    def delete(
        self,
        name: str,
        *,
        project: str | None = None,
        environment: str | None = None,
        path: str | None = None,
        timeout: float | None = None,
    ) -> Call[None]:
        """Deletes a folder with everything in it.

        Args:
            name: The name of the folder.
            project: Id or slug of the project; by default the client's, or the one that the token
                is for.
            environment: Slug of the environment; by default the client's, or the one that the token
                is for.
            path: Folder, such as ``/backend``; by default ``/``, or the one path that the token is
                for.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such folder, environment or project, or if the user is not
                a member.
            PermissionDeniedError: If the credential may not write there, or for an API key, a
                service token, a service account or a machine identity on May 2023 servers, where
                only users delete folders.
        """
        return self._native.delete_folder(
            name, Location(project=project, environment=environment, path=path), timeout
        )


class AsyncFolders(Resource):
    """The methods of :class:`Folders` as coroutines."""

    __slots__ = ()

    list = awaiting(Folders.list)
    create = awaiting(Folders.create)
    rename = awaiting(Folders.rename)
    set_description = awaiting(Folders.set_description)
    delete = awaiting(Folders.delete)
