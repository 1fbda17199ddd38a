"""Service tokens, which open one project to a program."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from ._arguments import name_list, record_list, whole_seconds
from ._calls import Resource, awaiting, blocking
from ._generated.inputs import NewServiceToken
from ._types import ServiceTokenScope

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ._native import Call, CreatedServiceToken
    from ._types import Permission, ServiceTokenInfo


class ServiceTokens(Resource):
    """Service tokens, as ``client.service_tokens``.

    ``timeout`` limits the call in seconds, beside the client's ``deadline``.

    Protocol: ``/api/v2/service-token`` and ``/api/v1/workspace/{id}/service-token-data`` (Infisical
    REST API).
    """

    __slots__ = ()

    @blocking
    def create(
        self,
        name: str,
        *,
        project: str | None = None,
        scopes: Iterable[ServiceTokenScope | Mapping[str, str]] = (),
        permissions: Iterable[Permission] = ("read",),
        expires_in: float | None = None,
        timeout: float | None = None,
    ) -> Call[CreatedServiceToken]:
        """Makes a token. Its key part is made here and never sent.

        Args:
            name: Its name, for people.
            project: Id of the project; the client's by default.
            scopes: Where the token may be used: ``{"environment": "dev", "path": "/"}`` or
                :class:`ServiceTokenScope`. By default the client's environment and the path ``/``.
                Since 2024 the path may be a glob such as ``/**``.
            permissions: What it may do: ``"read"``, ``"write"``.
            expires_in: How many seconds it lasts, a whole number; for ever by default.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: An environment is unknown.
            InvalidInputError: A scope or permission is none, or ``scopes`` or ``permissions`` is
                one text or one scope instead of several.
            UnsupportedByServerError: Several scopes, or a path, on a May 2023 server.
        """
        whole_seconds("expires_in", expires_in)
        token = NewServiceToken(
            name=name,
            project=project,
            scopes=record_list("scopes", ServiceTokenScope, scopes),
            permissions=name_list("permissions", permissions),
            expires_in=expires_in,
        )
        return self._native.create_service_token(token, timeout)

    @blocking
    def describe(self, *, timeout: float | None = None) -> Call[ServiceTokenInfo]:
        """What the client's own service token is for.

        Raises:
            InvalidInputError: The client's credential is not a service token.
            AuthenticationFailedError: The token is refused.
        """
        return self._native.describe_service_token(timeout)

    @blocking
    def list(
        self, *, project: str | None = None, timeout: float | None = None
    ) -> Call[builtins.list[ServiceTokenInfo]]:
        """Every token of a project, expired ones too.

        Raises:
            NotFoundError: There is no such project, or the user is not a member.
            PermissionDeniedError: The credential is a service token or an API key.
        """
        return self._native.list_service_tokens(project, timeout)

    @blocking
    def delete(self, id: str, *, timeout: float | None = None) -> Call[None]:
        """Revokes a token, named by its id. Programs that use it are refused from then on.

        Raises:
            NotFoundError: There is no such token.
            PermissionDeniedError: The credential is a service token or an API key.
        """
        return self._native.delete_service_token(id, timeout)


class AsyncServiceTokens(Resource):
    """The methods of :class:`ServiceTokens` as coroutines."""

    __slots__ = ()

    create = awaiting(ServiceTokens.create)
    describe = awaiting(ServiceTokens.describe)
    list = awaiting(ServiceTokens.list)
    delete = awaiting(ServiceTokens.delete)
