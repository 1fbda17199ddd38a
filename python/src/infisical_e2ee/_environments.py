"""Environments of a project."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from ._calls import Resource, awaiting, blocking

if TYPE_CHECKING:
    from ._native import Call
    from ._types import Environment


class Environments(Resource):
    """Environments of a project, as ``client.environments``.

    ``project`` is the project's id; the client's by default. ``timeout`` limits the call in
    seconds, beside the client's ``deadline``.

    Protocol: ``/api/v1/workspace/{id}/environments``, on May 2023 servers ``/api/v2`` (Infisical
    REST API).
    """

    __slots__ = ()

    @blocking
    def list(
        self, *, project: str | None = None, timeout: float | None = None
    ) -> Call[builtins.list[Environment]]:
        """Every environment of a project, in the server's order.

        Raises:
            NotFoundError: There is no such project, or the user is not a member.
        """
        return self._native.list_environments(project, timeout)

    @blocking
    def create(
        self, name: str, slug: str, *, project: str | None = None, timeout: float | None = None
    ) -> Call[Environment]:
        """Adds an environment to a project.

        Args:
            name: Its name, for people.
            slug: What calls name it by: lower case, and on 2024 servers letters, digits and single
                hyphens.
            project: Id of the project; the client's by default.
            timeout: Seconds the call may take.

        Raises:
            InvalidInputError: The server would store the slug as another, or refuse it.
            ConflictError: The slug is taken; on May 2023 servers also if the name is.
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
        """Gives an environment another name, slug, or both.

        Its secrets stay, and service tokens for it follow the new slug on most servers.

        Raises:
            NotFoundError: The project has no such environment.
            ConflictError: The new slug is taken.
            InvalidInputError: Nothing is to change.
        """
        return self._native.update_environment(slug, new_name, new_slug, project, timeout)

    @blocking
    def delete(
        self, slug: str, *, project: str | None = None, timeout: float | None = None
    ) -> Call[None]:
        """Deletes an environment with all secrets in it.

        Raises:
            NotFoundError: The project has no such environment.
            PermissionDeniedError: The user's role in the project does not let do it.
        """
        return self._native.delete_environment(slug, project, timeout)


class AsyncEnvironments(Resource):
    """The methods of :class:`Environments` as coroutines."""

    __slots__ = ()

    list = awaiting(Environments.list)
    create = awaiting(Environments.create)
    update = awaiting(Environments.update)
    delete = awaiting(Environments.delete)
