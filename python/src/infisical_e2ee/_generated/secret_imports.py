"""Operations of one resource. Generated; do not edit."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from .._calls import Resource, awaiting, blocking
from .inputs import Location, SecretImportChange

if TYPE_CHECKING:
    from .._native import Call
    from .._types import SecretImport


class SecretImports(Resource):
    """Imports of the secrets of one folder into another, on servers since 2024.

    The project, environment and path of a call name the folder that imports. Its own secrets take
    precedence over imported ones, and of two imports the one with the higher position does.

    Every method fails with :class:`UnsupportedByServerError` on May 2023 servers. It fails with
    :class:`InvalidInputError` if neither the call nor the client or its token names the project and
    the environment, or if a path does not have the form ``/folder/subfolder``, and with
    :class:`PermissionDeniedError` if the credential may not read or change the secrets of a folder
    that is named.

    Protocol: ``/api/v1/secret-imports``.
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
        """Lists the imports of a folder, by position.

        Args:
            project: Id or slug of the project; by default the client's, or the one that the token
                is for.
            environment: Slug of the environment; by default the client's, or the one that the token
                is for.
            path: Folder, such as ``/backend``; by default ``/``, or the one path that the token is
                for.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such folder, environment or project.
        """
        return self._native.list_secret_imports(
            Location(project=project, environment=environment, path=path), timeout
        )

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

        Args:
            from_environment: The slug of the environment to import from.
            from_path: The folder to import, such as ``/shared``.
            project: Id or slug of the project; by default the client's, or the one that the token
                is for.
            environment: Slug of the environment; by default the client's, or the one that the token
                is for.
            path: Folder, such as ``/backend``; by default ``/``, or the one path that the token is
                for.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            ConflictError: If that folder is imported already.
            InvalidInputError: If a folder is to import itself.
            NotFoundError: If there is no such folder, environment or project.
        """
        return self._native.create_secret_import(
            from_environment,
            from_path,
            Location(project=project, environment=environment, path=path),
            timeout,
        )

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
            project: Id or slug of the project; by default the client's, or the one that the token
                is for.
            environment: Slug of the environment; by default the client's, or the one that the token
                is for.
            path: Folder, such as ``/backend``; by default ``/``, or the one path that the token is
                for.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If the folder has no such import, or if there is no such folder,
                environment or project.
            ConflictError: If the folder to import is imported already.
            InvalidInputError: If nothing to change is given, for a position below 1, or if a folder
                is to import itself.
        """
        return self._native.update_secret_import(
            id,
            SecretImportChange(
                from_environment=from_environment, from_path=from_path, position=position
            ),
            Location(project=project, environment=environment, path=path),
            timeout,
        )

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
        """Deletes an import.

        The secrets themselves stay where they are.

        Args:
            id: The import's id.
            project: Id or slug of the project; by default the client's, or the one that the token
                is for.
            environment: Slug of the environment; by default the client's, or the one that the token
                is for.
            path: Folder, such as ``/backend``; by default ``/``, or the one path that the token is
                for.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If the folder has no such import, or if there is no such folder,
                environment or project.
        """
        return self._native.delete_secret_import(
            id, Location(project=project, environment=environment, path=path), timeout
        )


class AsyncSecretImports(Resource):
    """The methods of :class:`SecretImports` as coroutines."""

    __slots__ = ()

    list = awaiting(SecretImports.list)
    create = awaiting(SecretImports.create)
    update = awaiting(SecretImports.update)
    delete = awaiting(SecretImports.delete)
