"""API keys of the user."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from ._arguments import whole_seconds
from ._calls import Resource, awaiting, blocking

if TYPE_CHECKING:
    from ._native import Call, CreatedApiKey
    from ._types import ApiKeyInfo


class ApiKeys(Resource):
    """API keys of the user, by which a program acts as them, as ``client.api_keys``.

    Every call fails with :class:`PermissionDeniedError` for a service token, a machine identity or
    an API key itself. ``timeout`` limits the call in seconds, beside the client's ``deadline``.

    Protocol: ``/api/v2/api-key``, since 2024 ``/api/v2/users/me/api-keys`` (Infisical REST API).
    """

    __slots__ = ()

    @blocking
    def list(
        self,
        *,
        timeout: float | None = None,
    ) -> Call[builtins.list[ApiKeyInfo]]:
        """Every API key of the user, expired ones too."""
        return self._native.list_api_keys(timeout)

    @blocking
    def create(
        self,
        name: str,
        expires_in: float,
        *,
        timeout: float | None = None,
    ) -> Call[CreatedApiKey]:
        """Makes an API key.

        Its text is told here once.

        Args:
            name: Its name, for people.
            expires_in: How long it lasts, in whole seconds.
            timeout: Seconds the call may take.

        Raises:
            InvalidInputError: For a blank name, or a time that is no whole number of seconds.
        """
        whole_seconds("expires_in", expires_in)
        return self._native.create_api_key(name, expires_in, timeout)

    @blocking
    def delete(
        self,
        id: str,
        *,
        timeout: float | None = None,
    ) -> Call[None]:
        """Revokes an API key.

        Programs that use it are refused from then on.

        Raises:
            NotFoundError: The user has none of that id.
        """
        return self._native.delete_api_key(id, timeout)


class AsyncApiKeys(Resource):
    """The methods of :class:`ApiKeys` as coroutines."""

    __slots__ = ()

    list = awaiting(ApiKeys.list)
    create = awaiting(ApiKeys.create)
    delete = awaiting(ApiKeys.delete)
