"""Imports of one folder's secrets into another, since 2024."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from ._calls import Resource, awaiting, blocking
from ._generated.inputs import Location, SecretImportChange

if TYPE_CHECKING:
    from ._native import Call
    from ._types import SecretImport


class SecretImports(Resource):
    """Secret imports, as ``client.secret_imports``.

    ``project``, ``environment`` and ``path`` say which folder imports, with the defaults of
    :class:`Secrets`. Its own secrets win over imported ones, and of two imports the one of the
    higher position does. ``timeout`` limits the call in seconds, beside the client's ``deadline``.
    Every method raises :class:`UnsupportedByServerError` on May 2023 servers.

    Protocol: ``/api/v1/secret-imports`` (Infisical REST API).
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
    ) -> Call[builtins.list[SecretImport]]:
        """The imports of a folder, by position.

        Raises:
            NotFoundError: The environment is unknown.
        """
        return self._native.list_secret_imports(Location(project, environment, path), timeout)

    @blocking
    def create(
        self,
        from_environment: str,
        from_path: str,
        *,
        project: str | None = None,
        environment: str | None = None,
        path: str | None = None,
        timeout: float | None = None,
    ) -> Call[SecretImport]:
        """Imports the secrets of another folder, after the imports that are there.

        Raises:
            ConflictError: That folder is imported already.
            InvalidInputError: A folder is to import itself.
            NotFoundError: The folder or environment is unknown.
        """
        location = Location(project, environment, path)
        return self._native.create_secret_import(from_environment, from_path, location, timeout)

    @blocking
    def update(
        self,
        id: str,
        *,
        from_environment: str | None = None,
        from_path: str | None = None,
        position: int | None = None,
        project: str | None = None,
        environment: str | None = None,
        path: str | None = None,
        timeout: float | None = None,
    ) -> Call[SecretImport]:
        """Changes what an import imports, or its position among the others.

        Args:
            id: The import's id.
            from_environment: Slug of the environment to import from; unchanged by default.
            from_path: Folder to import; unchanged by default.
            position: Position among the imports, from 1; unchanged by default. The others make
                room.
            project: Id of the project of the folder that imports.
            environment: Slug of its environment.
            path: The folder that imports.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: The folder has no such import.
            ConflictError: What it is to import is imported already.
            InvalidInputError: Nothing is to change, or the position is below 1.
        """
        change = SecretImportChange(from_environment, from_path, position)
        location = Location(project, environment, path)
        return self._native.update_secret_import(id, change, location, timeout)

    @blocking
    def delete(
        self,
        id: str,
        *,
        project: str | None = None,
        environment: str | None = None,
        path: str | None = None,
        timeout: float | None = None,
    ) -> Call[None]:
        """Ends an import. The secrets themselves stay where they are.

        Raises:
            NotFoundError: The folder has no such import.
        """
        return self._native.delete_secret_import(id, Location(project, environment, path), timeout)


class AsyncSecretImports(Resource):
    """The methods of :class:`SecretImports` as coroutines."""

    __slots__ = ()

    list = awaiting(SecretImports.list)
    create = awaiting(SecretImports.create)
    update = awaiting(SecretImports.update)
    delete = awaiting(SecretImports.delete)
