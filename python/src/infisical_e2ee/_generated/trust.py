"""Operations of one resource. Generated; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._arguments import optional_name_list
from .._calls import Resource, awaiting, blocking
from .inputs import Location

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .._native import Call


class Trust(Resource):
    """The client's trust store.

    Every method fails with :class:`InvalidInputError` if the client has no trust store.

    Protocol: none; the store is a file of the client.
    """

    __slots__ = ()

    @blocking
    def forget_secrets(
        self,
        *,
        names: Iterable[str] | None = None,
        project: str | None = None,
        environment: str | None = None,
        path: str | None = None,
        timeout: float | None = None,
    ) -> Call[int]:
        """Accepts what the server has of the secrets of a folder: forgets what was seen of them.

        Call it after :class:`TamperingSuspectedError`, if the members of the project confirm that
        they deleted, replaced or rolled back these secrets. The next answers are stored instead.

        Returns how many secrets were forgotten.

        Args:
            names: The names of the secrets; by default all secrets of the folder.
            project: Id or slug of the project; by default the client's, or the one that the token
                is for.
            environment: Slug of the environment; by default the client's, or the one that the token
                is for.
            path: Folder, such as ``/backend``; by default ``/``, or the one path that the token is
                for.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such environment.
        """
        return self._native.forget_secrets(
            optional_name_list("names", names),
            Location(project=project, environment=environment, path=path),
            timeout,
        )

    @blocking
    def forget_project(self, id: str, *, timeout: float | None = None) -> Call[None]:
        """Accepts another key of a project: forgets the known key, and all its secrets.

        Call it if a member confirms that they replaced the key (``projects.rotate_key``), or that
        they gave up the encryption of the project.

        Args:
            id: The project's id.
            timeout: Seconds the call may take, if less than the client's ``deadline``.
        """
        return self._native.forget_project(id, timeout)


class AsyncTrust(Resource):
    """The methods of :class:`Trust` as coroutines."""

    __slots__ = ()

    forget_secrets = awaiting(Trust.forget_secrets)
    forget_project = awaiting(Trust.forget_project)
