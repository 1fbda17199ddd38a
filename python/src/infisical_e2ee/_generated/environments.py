"""Operations of one resource. Generated; do not edit."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from .._calls import Resource, awaiting, blocking

if TYPE_CHECKING:
    from .._native import Call
    from .._types import Environment


class Environments(Resource):
    """Environments of a project.

    Every method fails with :class:`PermissionDeniedError` for a service token, a service account or
    a machine identity, and with :class:`InvalidInputError` if neither the call nor the client has a
    project, or if its id cannot be an id on this server.

    Protocol: ``/api/v1/workspace/{id}/environments``, on May 2023 servers
    ``/api/v2/workspace/{id}/environments``.
    """

    __slots__ = ()

    @blocking
    def list(
        self, *, project: str | None = None, timeout: float | None = None
    ) -> Call[builtins.list[Environment]]:
        """Lists the environments of a project, in the server's order.

        The list includes environments whose secrets are denied to the user.

        Args:
            project: Id or slug of the project; the client's by default.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such project or the user is not a member.
        """
        return self._native.list_environments(project, timeout)

    @blocking
    def create(
        self, name: str, slug: str, *, project: str | None = None, timeout: float | None = None
    ) -> Call[Environment]:
        """Adds an environment to a project.

        Args:
            name: The name, for people.
            slug: The slug, by which calls name the environment: lower case, and on servers of 2024
                and later only letters, digits and single hyphens.
            project: Id or slug of the project; the client's by default.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            InvalidInputError: If the name is blank or has white space around it, or if the server
                would store the slug as another one or reject it.
            ConflictError: If the slug is taken, on May 2023 servers also if the name is.
            NotFoundError: If there is no such project or the user is not a member.
            PermissionDeniedError: For an API key, or if the user's role in the project does not
                allow it.
        """
        return self._native.create_environment(name, slug, project, timeout)

    @blocking
    def update(
        self,
        slug: str,
        *,
        new_name: str | None = None,
        new_slug: str | None = None,
        project: str | None = None,
        timeout: float | None = None,
    ) -> Call[Environment]:
        """Changes the name of an environment, its slug, or both.

        Its secrets stay. Service tokens for it follow the new slug on most servers.

        Args:
            slug: The current slug.
            new_name: New name; unchanged by default.
            new_slug: New slug: lower case, and on servers of 2024 and later only letters, digits
                and single hyphens; unchanged by default.
            project: Id or slug of the project; the client's by default.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If the project has no such environment, or if there is no such project or
                the user is not a member.
            ConflictError: If the new slug is taken, on May 2023 servers also if the new name is.
            InvalidInputError: If neither a name nor a slug is given, if the new name is blank or
                has white space around it, or if the server would store the new slug as another one
                or reject it.
            PermissionDeniedError: For an API key, or if the user's role in the project does not
                allow it.
        """
        return self._native.update_environment(slug, new_name, new_slug, project, timeout)

    @blocking
    def delete(
        self, slug: str, *, project: str | None = None, timeout: float | None = None
    ) -> Call[None]:
        """Deletes an environment with all secrets in it.

        Args:
            slug: Slug of the environment.
            project: Id or slug of the project; the client's by default.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If the project has no such environment, or if there is no such project or
                the user is not a member.
            PermissionDeniedError: For an API key, or if the user's role in the project does not
                allow it.
        """
        return self._native.delete_environment(slug, project, timeout)


class AsyncEnvironments(Resource):
    """The methods of :class:`Environments` as coroutines."""

    __slots__ = ()

    list = awaiting(Environments.list)
    create = awaiting(Environments.create)
    update = awaiting(Environments.update)
    delete = awaiting(Environments.delete)
