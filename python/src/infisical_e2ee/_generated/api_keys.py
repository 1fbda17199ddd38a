"""Operations of one resource. Generated; do not edit."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from .._arguments import whole_seconds
from .._calls import Resource, awaiting, blocking

if TYPE_CHECKING:
    from .._native import Call, CreatedApiKey
    from .._types import ApiKeyInfo


class ApiKeys(Resource):
    """API keys of the user, with which a program acts as the user.

    Every method fails with :class:`PermissionDeniedError` for a service token, a service account or
    a machine identity, and for an API key itself.

    Protocol: ``/api/v2/api-key``, since 2024 ``/api/v2/users/me/api-keys``.
    """

    __slots__ = ()

    @blocking
    def list(self, *, timeout: float | None = None) -> Call[builtins.list[ApiKeyInfo]]:
        """Lists the API keys of the user, including expired ones.

        Args:
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            UnsupportedByServerError: On today's servers, which have no API keys.
        """
        return self._native.list_api_keys(timeout)

    @blocking
    def create(
        self, name: str, expires_in: float, *, timeout: float | None = None
    ) -> Call[CreatedApiKey]:
        """Creates an API key.

        Its text is returned only here.

        Args:
            name: The name of the key, for people.
            expires_in: How long the key lasts, in whole seconds.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            InvalidInputError: If the name is blank, or if ``expires_in`` is less than one second.
            UnsupportedByServerError: On today's servers, which have no API keys.
        """
        whole_seconds("expires_in", expires_in)
        return self._native.create_api_key(name, expires_in, timeout)

    @blocking
    def delete(self, id: str, *, timeout: float | None = None) -> Call[None]:
        """Revokes an API key.

        The server rejects programs that use it from then on.

        Args:
            id: Id of the API key.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If the user has no API key with that id.
            InvalidInputError: If ``id`` cannot be an id on this server.
            UnsupportedByServerError: On today's servers, which have no API keys.
        """
        return self._native.delete_api_key(id, timeout)


class AsyncApiKeys(Resource):
    """The methods of :class:`ApiKeys` as coroutines."""

    __slots__ = ()

    list = awaiting(ApiKeys.list)
    create = awaiting(ApiKeys.create)
    delete = awaiting(ApiKeys.delete)
