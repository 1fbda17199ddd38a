"""Operations of one resource. Generated; do not edit."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from .._arguments import name_list, record_list, whole_seconds
from .._calls import Resource, awaiting, blocking
from .._types import ServiceTokenScope
from .inputs import NewServiceToken

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .._native import Call, CreatedServiceToken
    from .._types import Permission, ServiceTokenInfo


class ServiceTokens(Resource):
    """Service tokens, which give a program access to one project.

    Protocol: ``/api/v2/service-token`` and ``/api/v1/workspace/{id}/service-token-data``.
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
        """Creates a service token.

        By default it reads one environment of a project. The client generates the token's key part
        and never sends it. For a project whose key only the server has, the token has no key part,
        and its program must allow plaintext.

        The text of the token is only in the result, :attr:`CreatedServiceToken.token`; it cannot be
        shown again.

        Args:
            name: The token's name, for people.
            project: Id or slug of the project; the client's by default.
            scopes: Environment and path that the token may use, or several of them on servers since
                2024; by default the client's environment and the path ``/``. Since 2024 the path
                may be a glob: a slash and two asterisks cover every folder. Each is a
                :class:`ServiceTokenScope`, or a mapping such as ``{"environment": "dev", "path":
                "/"}``.
            permissions: What the token may do: ``read``, ``write`` or both; only ``read`` by
                default.
            expires_in: How long the token is valid, in whole seconds; forever by default.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such project or environment, or the user is not a member.
            InvalidInputError: If no permission is given or there is no such permission, if a path
                does not have the form ``/folder/subfolder``, for a time below one second, or if
                neither the call nor the client names the project and an environment.
            PermissionDeniedError: If the user may not create tokens, on May 2023 servers also if
                the user may not do what the token is to allow, or if the credential is not a
                user's.
            KeyUnavailableError: If the user has no key of the project, or if the credential opens
                no private key.
            DecryptionFailedError: If the user's copy of the key was changed.
            IntegrityViolationError: If the server may have replaced the project key (see
                ``trusted_sealers``): then nothing is sent.
            UnsupportedByServerError: For several scopes or a path other than ``/`` on May 2023
                servers, whose tokens are for one environment and every path in it, or for a project
                whose key only the server has, if the client requires end-to-end encryption.
        """
        whole_seconds("expires_in", expires_in)
        return self._native.create_service_token(
            NewServiceToken(
                name=name,
                project=project,
                scopes=record_list("scopes", ServiceTokenScope, scopes),
                permissions=name_list("permissions", permissions),
                expires_in=expires_in,
            ),
            timeout,
        )

    @blocking
    def describe(self, *, timeout: float | None = None) -> Call[ServiceTokenInfo]:
        """Returns what the client's own service token is for.

        Args:
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            InvalidInputError: If the client's credential is not a service token.
            AuthenticationFailedError: If the server rejects the token.
            TokenExpiredError: If the token has expired, where the server says so, as servers since
                2024 do.
            DecryptionFailedError: If the last part of the token, its key, does not open the project
                key.
        """
        return self._native.describe_service_token(timeout)

    @blocking
    def list(
        self, *, project: str | None = None, timeout: float | None = None
    ) -> Call[builtins.list[ServiceTokenInfo]]:
        """Lists every service token of a project, expired ones too.

        Args:
            project: Id or slug of the project; the client's by default.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such project or the user is not a member.
            InvalidInputError: If neither the call nor the client names a project.
            PermissionDeniedError: If the user's role does not allow it, or if the credential is an
                API key or not a user's, such as a service token.
        """
        return self._native.list_service_tokens(project, timeout)

    @blocking
    def delete(self, id: str, *, timeout: float | None = None) -> Call[None]:
        """Revokes a service token, by its id.

        From then on the server rejects programs that use it.

        Args:
            id: The token's id.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such token, or the user is not a member of its project.
            InvalidInputError: For a text that cannot be an id.
            PermissionDeniedError: If the user's role does not allow it, or if the credential is an
                API key or not a user's, such as a service token.
        """
        return self._native.delete_service_token(id, timeout)


class AsyncServiceTokens(Resource):
    """The methods of :class:`ServiceTokens` as coroutines."""

    __slots__ = ()

    create = awaiting(ServiceTokens.create)
    describe = awaiting(ServiceTokens.describe)
    list = awaiting(ServiceTokens.list)
    delete = awaiting(ServiceTokens.delete)
