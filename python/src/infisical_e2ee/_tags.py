"""Tags, which a project has and its secrets wear."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from ._calls import Resource, awaiting, blocking

if TYPE_CHECKING:
    from ._native import Call
    from ._types import Tag


class Tags(Resource):
    """Tags of a project, as ``client.tags``.

    Only users manage them: service tokens and API keys get a :class:`PermissionDeniedError`.
    ``project`` is the project's id; the client's by default. ``timeout`` limits the call in
    seconds, beside the client's ``deadline``.

    Protocol: ``/api/v1/workspace/{id}/tags`` and ``/api/v2/workspace/{id}/tags`` (Infisical REST
    API).
    """

    __slots__ = ()

    @blocking
    def list(
        self, *, project: str | None = None, timeout: float | None = None
    ) -> Call[builtins.list[Tag]]:
        """Every tag of a project.

        Raises:
            NotFoundError: There is no such project, or the user is not a member.
        """
        return self._native.list_tags(project, timeout)

    @blocking
    def create(
        self,
        name: str,
        slug: str,
        *,
        color: str | None = None,
        project: str | None = None,
        timeout: float | None = None,
    ) -> Call[Tag]:
        """Adds a tag to a project.

        Args:
            name: Its name, for people.
            slug: What calls name it by: lower case, without spaces.
            color: Its colour in the web page, such as ``#ff0000``; none by default. For 2024
                servers.
            project: Id of the project; the client's by default.
            timeout: Seconds the call may take.

        Raises:
            ConflictError: The slug is taken.
            InvalidInputError: The server would store the slug as another.
            UnsupportedByServerError: A colour, on a May 2023 server.
        """
        return self._native.create_tag(name, slug, color, project, timeout)

    @blocking
    def update(
        self,
        tag: str,
        *,
        new_slug: str | None = None,
        color: str | None = None,
        project: str | None = None,
        timeout: float | None = None,
    ) -> Call[Tag]:
        """Gives a tag another slug, another colour, or both. Secrets keep it.

        Servers support this since June 2024.

        Args:
            tag: The tag's slug or id.
            new_slug: The new slug, lower case and without spaces; unchanged by default.
            color: The new colour, such as ``#ff0000``; unchanged by default.
            project: Id of the project; the client's by default.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: The project has no such tag.
            ConflictError: The new slug is taken.
            InvalidInputError: Nothing is to change, or the server would store the slug as another.
            UnsupportedByServerError: The server is older than June 2024.
        """
        return self._native.update_tag(tag, new_slug, color, project, timeout)

    @blocking
    def delete(
        self, tag: str, *, project: str | None = None, timeout: float | None = None
    ) -> Call[None]:
        """Deletes a tag, named by its slug or id, and takes it off every secret.

        Raises:
            NotFoundError: The project has no such tag.
        """
        return self._native.delete_tag(tag, project, timeout)


class AsyncTags(Resource):
    """The methods of :class:`Tags` as coroutines."""

    __slots__ = ()

    list = awaiting(Tags.list)
    create = awaiting(Tags.create)
    update = awaiting(Tags.update)
    delete = awaiting(Tags.delete)
