"""Operations of one resource. Generated; do not edit."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from .._calls import Resource, awaiting, blocking

if TYPE_CHECKING:
    from .._native import Call
    from .._types import Tag


class Tags(Resource):
    """Tags of a project.

    Only users manage tags: every method fails with :class:`PermissionDeniedError` for service
    tokens, other programs and API keys, or if the user's role does not allow it. It fails with
    :class:`InvalidInputError` if neither the call nor the client names a project.

    Protocol: ``/api/v1/workspace/{id}/tags`` and ``/api/v2/workspace/{id}/tags``.
    """

    __slots__ = ()

    @blocking
    def list(
        self, *, project: str | None = None, timeout: float | None = None
    ) -> Call[builtins.list[Tag]]:
        """Lists every tag of a project.

        Args:
            project: Id or slug of the project; the client's by default.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such project or the user is not a member.
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
            name: The tag's name, for people. Today's servers store only the slug.
            slug: The slug by which calls name the tag, in lower case and without spaces.
            color: Color in the web interface, such as ``#ff0000``; none by default. Needs a server
                of 2024 or later.
            project: Id or slug of the project; the client's by default.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            ConflictError: If the slug is taken; on February 2024 servers also by a tag of another
                project.
            InvalidInputError: If the name is empty or has white space around it, or if the slug is
                empty, has upper-case letters or has white space, so that the server would store
                another one.
            NotFoundError: If there is no such project or the user is not a member.
            UnsupportedByServerError: For a color on May 2023 servers.
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
        """Gives a tag another slug, another color or both, on servers since June 2024.

        Secrets that have the tag keep it.

        Args:
            tag: The tag's slug or id.
            new_slug: New slug, in lower case and without spaces; unchanged by default.
            color: New color in the web interface, such as ``#ff0000``, or an empty text for none;
                unchanged by default.
            project: Id or slug of the project; the client's by default.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If the project has no such tag, or if there is no such project or the
                user is not a member.
            ConflictError: If the new slug is taken.
            InvalidInputError: If nothing to change is given, or if the new slug is empty, has
                upper-case letters or has white space, so that the server would store another one.
            UnsupportedByServerError: On servers before June 2024.
        """
        return self._native.update_tag(tag, new_slug, color, project, timeout)

    @blocking
    def delete(
        self, tag: str, *, project: str | None = None, timeout: float | None = None
    ) -> Call[None]:
        """Deletes a tag and removes it from every secret.

        Args:
            tag: The tag's slug or id.
            project: Id or slug of the project; the client's by default.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If the project has no such tag, or if there is no such project or the
                user is not a member.
        """
        return self._native.delete_tag(tag, project, timeout)


class AsyncTags(Resource):
    """The methods of :class:`Tags` as coroutines."""

    __slots__ = ()

    list = awaiting(Tags.list)
    create = awaiting(Tags.create)
    update = awaiting(Tags.update)
    delete = awaiting(Tags.delete)
