"""Secrets by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._calls import Resource, awaiting, blocking
from ._errors import InvalidInputError
from ._inputs import Destination, Location, Place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ._native import Call, Secret
    from ._types import MoveResult, SecretList, SecretType


class Secrets(Resource):
    """Secrets by name, as ``client.secrets``.

    Every method takes where the secret lives:

    * ``project``: id of the project; by default the token's, or the client's.
    * ``environment``: its slug; by default the client's, or the one the token is for.
    * ``path``: a folder such as ``/backend``; by default ``/``, or the one path the token is for.
    * ``type``: ``"shared"``, or ``"personal"`` for one user's override of a shared secret.

    ``timeout`` limits the call in seconds, beside the client's ``deadline``.
    """

    __slots__ = ()

    @blocking
    def get(
        self,
        name: str,
        *,
        project: str | None = None,
        environment: str | None = None,
        path: str | None = None,
        type: SecretType = "shared",
        timeout: float | None = None,
    ) -> Call[Secret]:
        """Reads and decrypts one secret, and checks that it is the one asked for.

        Raises:
            NotFoundError: The secret or environment is unknown.
            DecryptionFailedError: Names the field that did not verify.
        """
        place = Place(project, environment, path, type)
        return self._native.get_secret(name, place, timeout)

    @blocking
    def list(
        self,
        *,
        project: str | None = None,
        environment: str | None = None,
        path: str | None = None,
        type: SecretType = "shared",
        timeout: float | None = None,
    ) -> Call[SecretList]:
        """Reads and decrypts every secret of a place.

        A secret that does not decrypt is reported in ``failures`` and hides no other.

        Raises:
            NotFoundError: The environment is unknown.
        """
        return self._native.list_secrets(Place(project, environment, path, type), timeout)

    @blocking
    def create(
        self,
        name: str,
        value: str,
        *,
        comment: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        path: str | None = None,
        type: SecretType = "shared",
        timeout: float | None = None,
    ) -> Call[Secret]:
        """Encrypts and stores a new secret.

        The name may be any text without white space around it. The comment, for people, is
        encrypted like the value.

        Raises:
            ConflictError: The name is taken.
            PayloadTooLargeError: The value is over about 76,000 bytes (May 2023 servers) or
                785,000 bytes (2024).
        """
        place = Place(project, environment, path, type)
        return self._native.create_secret(name, value, comment, place, timeout)

    @blocking
    def update(
        self,
        name: str,
        value: str | None = None,
        *,
        comment: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        path: str | None = None,
        type: SecretType = "shared",
        timeout: float | None = None,
    ) -> Call[Secret]:
        """Encrypts and stores a new value, a new comment, or both.

        2024 servers take a comment only together with the value, so the value is read first and a
        change to it in that moment is undone.

        Raises:
            NotFoundError: There is no such secret.
        """
        place = Place(project, environment, path, type)
        return self._native.update_secret(name, value, comment, place, timeout)

    @blocking
    def delete(
        self,
        name: str,
        *,
        project: str | None = None,
        environment: str | None = None,
        path: str | None = None,
        type: SecretType = "shared",
        timeout: float | None = None,
    ) -> Call[None]:
        """Deletes a secret; a shared one with every user's personal override of it.

        Raises:
            NotFoundError: There is no such secret.
        """
        place = Place(project, environment, path, type)
        return self._native.delete_secret(name, place, timeout)

    @blocking
    def set_tags(
        self,
        name: str,
        tags: Iterable[str],
        *,
        project: str | None = None,
        environment: str | None = None,
        path: str | None = None,
        timeout: float | None = None,
    ) -> Call[Secret]:
        """Puts tags on a shared secret, named by their slugs, in place of those it has.

        None takes all off. 2024 servers take tags only together with the value, so the value is
        read first and a change to it in that moment is undone.

        Raises:
            NotFoundError: There is no such secret, or no such tag in the project.
            PermissionDeniedError: Service tokens and API keys cannot look tags up.
        """
        location = Location(project, environment, path)
        return self._native.set_secret_tags(name, _names(tags), location, timeout)

    @blocking
    def move(
        self,
        names: Iterable[str],
        *,
        to_environment: str | None = None,
        to_path: str | None = None,
        overwrite: bool = False,
        project: str | None = None,
        environment: str | None = None,
        path: str | None = None,
        timeout: float | None = None,
    ) -> Call[MoveResult]:
        """Moves shared secrets to another environment, another folder, or both.

        Their comments and tags go with them. They get new ids there, and count their versions from
        the beginning. Personal overrides do not move: they go with the secret they override.

        June 2024 servers do it at once, for projects whose key they made. Elsewhere, and for
        service tokens, it is done here, one secret after the other: each is stored at the
        destination, read back and compared, and only then deleted at the source. If that is
        interrupted, no secret is lost, and the same call again finishes it.

        Args:
            names: The secrets' names.
            to_environment: Slug of the environment to move to; the source's by default.
            to_path: Folder to move to, which must exist; the source's by default.
            overwrite: Whether to replace other values of that name at the destination.
            project: Id of the project.
            environment: Slug of the environment to move from.
            path: Folder to move from.
            timeout: Seconds the call may take.

        Raises:
            ConflictError: The destination has a secret of that name with another value or comment,
                and ``overwrite`` is not set. Then nothing is moved.
            NotFoundError: A secret is in neither place, or a place does not exist.
            InvalidInputError: No secret is named, or source and destination are the same.
        """
        to = Destination(to_environment, to_path, overwrite)
        location = Location(project, environment, path)
        return self._native.move_secrets(_names(names), to, location, timeout)


class AsyncSecrets(Resource):
    """The methods of :class:`Secrets` as coroutines."""

    __slots__ = ()

    get = awaiting(Secrets.get)
    list = awaiting(Secrets.list)
    create = awaiting(Secrets.create)
    update = awaiting(Secrets.update)
    delete = awaiting(Secrets.delete)
    set_tags = awaiting(Secrets.set_tags)
    move = awaiting(Secrets.move)


def _names(names: Iterable[str]) -> list[str]:
    """A text is an iterable of texts too, and never what is meant."""
    if isinstance(names, str):
        raise InvalidInputError("give a list of names, not one text")
    return list(names)
