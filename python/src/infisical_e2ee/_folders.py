"""Folders, which secrets lie in since 2024."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from ._calls import Resource, awaiting, blocking
from ._generated.inputs import Location

if TYPE_CHECKING:
    from ._native import Call
    from ._types import Folder


class Folders(Resource):
    """Folders, as ``client.folders``.

    ``project``, ``environment`` and ``path`` say in which folder the one meant lies, with the
    defaults of :class:`Secrets`. ``timeout`` limits the call in seconds, beside the client's
    ``deadline``. Every method raises :class:`UnsupportedByServerError` on May 2023 servers.

    Protocol: ``/api/v1/folders`` (Infisical REST API).
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
        """The folders that lie directly in a folder. There are none in one that does not exist.

        Raises:
            NotFoundError: The environment is unknown.
        """
        return self._native.list_folders(Location(project, environment, path), timeout)

    @blocking
    def create(
        self,
        name: str,
        *,
        project: str | None = None,
        environment: str | None = None,
        path: str | None = None,
        timeout: float | None = None,
    ) -> Call[Folder]:
        """Makes a folder, with the folders of the path where they are missing.

        A folder that exists is returned as it is. Names are of letters, digits, ``-`` and ``_``.

        Raises:
            InvalidInputError: The name has other characters.
            PermissionDeniedError: The credential may not write there.
        """
        return self._native.create_folder(name, Location(project, environment, path), timeout)

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

        What lies in it comes along; imports from it and service tokens for its path do not follow.

        Raises:
            NotFoundError: There is no such folder.
            ConflictError: One of the new name is there.
        """
        location = Location(project, environment, path)
        return self._native.rename_folder(name, new_name, location, timeout)

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

        Raises:
            NotFoundError: There is no such folder.
        """
        return self._native.delete_folder(name, Location(project, environment, path), timeout)


class AsyncFolders(Resource):
    """The methods of :class:`Folders` as coroutines."""

    __slots__ = ()

    list = awaiting(Folders.list)
    create = awaiting(Folders.create)
    rename = awaiting(Folders.rename)
    delete = awaiting(Folders.delete)
