"""Secrets by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._calls import Resource, awaiting, blocking
from ._inputs import Place

if TYPE_CHECKING:
    from ._native import Call, Secret
    from ._types import SecretList, SecretType


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


class AsyncSecrets(Resource):
    """The methods of :class:`Secrets` as coroutines."""

    __slots__ = ()

    get = awaiting(Secrets.get)
    list = awaiting(Secrets.list)
    create = awaiting(Secrets.create)
    update = awaiting(Secrets.update)
    delete = awaiting(Secrets.delete)
