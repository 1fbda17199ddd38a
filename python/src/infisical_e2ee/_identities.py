"""Machine identities, managed by users."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from ._arguments import optional_name_list
from ._calls import Resource, awaiting, blocking
from ._inputs import TokenAuthSettings, UniversalAuthSettings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ._native import Call, CreatedAccessToken, CreatedClientSecret
    from ._types import (
        AccessTokenInfo,
        ClientSecretInfo,
        Identity,
        IdentityProject,
        ProjectIdentity,
        TokenAuth,
        UniversalAuth,
    )


class Identities(Resource):
    """Machine identities, on servers of 2024 and later, as ``client.identities``.

    A program becomes one with ``client_id`` and ``client_secret`` after four steps: :meth:`create`,
    :meth:`attach_universal_auth`, :meth:`create_client_secret`, :meth:`add_to_project`. Every
    method raises :class:`UnsupportedByServerError` on May 2023 servers, and
    :class:`PermissionDeniedError` for other credentials than a user's, or without the role.
    ``timeout`` limits the call in seconds, beside the client's ``deadline``.

    A client secret is rotated in three: :meth:`create_client_secret` makes the new one, it is
    deployed, and :meth:`revoke_client_secret` ends the old one.

    On today's servers a user can make the identity's access tokens instead, which a program takes
    as ``identity_token``: :meth:`attach_token_auth`, then :meth:`create_access_token`. These routes
    are known from source alone.

    Trusted addresses are text such as ``10.0.0.1`` or ``10.0.0.0/8``. Some servers need a plan for
    them.

    Protocol: ``/api/v1/identities``, ``/api/v1/auth/universal-auth`` and
    ``/api/v1/auth/token-auth``, in projects ``/api/v2/workspace/{id}/identity-memberships``
    (Infisical REST API).
    """

    __slots__ = ()

    @blocking
    def create(
        self,
        name: str,
        *,
        organization: str | None = None,
        role: str | None = None,
        timeout: float | None = None,
    ) -> Call[Identity]:
        """Makes an identity in an organization. Alone it can do nothing.

        Args:
            name: Its name, for people.
            organization: Id of the organization; by default the client's, or the only one the user
                belongs to.
            role: Its role in the organization: ``admin``, ``member`` or ``no-access``, which is the
                default.
            timeout: Seconds the call may take.

        Raises:
            InvalidInputError: The name is empty or the role unknown, or the user belongs to several
                organizations and none is named.
        """
        return self._native.create_identity(name, organization, role, timeout)

    @blocking
    def list(
        self, *, organization: str | None = None, timeout: float | None = None
    ) -> Call[builtins.list[Identity]]:
        """Every identity of an organization.

        Raises:
            InvalidInputError: The user belongs to several organizations and none is named.
        """
        return self._native.list_identities(organization, timeout)

    @blocking
    def delete(self, id: str, *, timeout: float | None = None) -> Call[None]:
        """Deletes an identity. Its client secrets and access tokens stop working.

        Raises:
            NotFoundError: There is none of that id.
        """
        return self._native.delete_identity(id, timeout)

    @blocking
    def update(
        self,
        id: str,
        *,
        new_name: str | None = None,
        role: str | None = None,
        timeout: float | None = None,
    ) -> Call[Identity]:
        """Gives an identity another name, another role in the organization, or both.

        Args:
            id: The identity's id.
            new_name: The new name; unchanged by default.
            role: The new role in the organization, as in :meth:`create`; unchanged by default.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is none of that id.
            InvalidInputError: Nothing is to change, the name is empty or the role unknown.
        """
        return self._native.update_identity(id, new_name, role, timeout)

    @blocking
    def projects(
        self, id: str, *, timeout: float | None = None
    ) -> Call[builtins.list[IdentityProject]]:
        """The projects an identity is in, with its roles there.

        Only today's servers do it, by a route known from source alone.

        Args:
            id: The identity's id.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no identity of that id.
            UnsupportedByServerError: The server is of 2024 or older.
        """
        return self._native.list_identity_projects(id, timeout)

    @blocking
    def attach_universal_auth(
        self,
        id: str,
        *,
        access_token_ttl: float | None = None,
        access_token_max_ttl: float | None = None,
        access_token_max_uses: int | None = None,
        client_secret_trusted_ips: Iterable[str] | None = None,
        access_token_trusted_ips: Iterable[str] | None = None,
        timeout: float | None = None,
    ) -> Call[str]:
        """Lets an identity log in by universal auth, and gives its client id.

        Args:
            id: The identity's id.
            access_token_ttl: Seconds an access token lasts unless it is renewed; 30 days by
                default.
            access_token_max_ttl: Seconds it lasts at most; 30 days by default.
            access_token_max_uses: How many requests it is good for; any number by default.
            client_secret_trusted_ips: From where client secrets are taken; from anywhere by
                default.
            access_token_trusted_ips: From where access tokens are taken; from anywhere by default.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no identity of that id.
            InvalidInputError: A time is below one second or beyond the longest, the number of uses
                below one, an address is none, or it has universal auth already.
        """
        settings = _universal_auth(
            access_token_ttl,
            access_token_max_ttl,
            access_token_max_uses,
            client_secret_trusted_ips,
            access_token_trusted_ips,
        )
        return self._native.attach_universal_auth(id, settings, timeout)

    @blocking
    def universal_auth(self, id: str, *, timeout: float | None = None) -> Call[UniversalAuth]:
        """How an identity logs in by universal auth.

        Args:
            id: The identity's id.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no identity of that id, or it has no universal auth.
        """
        return self._native.get_universal_auth(id, timeout)

    @blocking
    def update_universal_auth(
        self,
        id: str,
        *,
        access_token_ttl: float | None = None,
        access_token_max_ttl: float | None = None,
        access_token_max_uses: int | None = None,
        client_secret_trusted_ips: Iterable[str] | None = None,
        access_token_trusted_ips: Iterable[str] | None = None,
        timeout: float | None = None,
    ) -> Call[UniversalAuth]:
        """Changes how an identity logs in by universal auth. What is not named stays.

        Access tokens that were given out keep their times and their number of uses, and follow the
        new addresses.

        Args:
            id: The identity's id.
            access_token_ttl: Seconds an access token lasts unless it is renewed.
            access_token_max_ttl: Seconds it lasts at most. To make it shorter, name
                ``access_token_ttl`` beside it.
            access_token_max_uses: How many requests it is good for.
            client_secret_trusted_ips: From where client secrets are taken, in place of what was
                said before.
            access_token_trusted_ips: From where access tokens are taken, likewise.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no identity of that id.
            InvalidInputError: Nothing is to change, a time is below one second or beyond the
                longest, the number of uses below one, or an address is none. This or
                ``NotFoundError`` if it has no universal auth.
        """
        settings = _universal_auth(
            access_token_ttl,
            access_token_max_ttl,
            access_token_max_uses,
            client_secret_trusted_ips,
            access_token_trusted_ips,
        )
        return self._native.update_universal_auth(id, settings, timeout)

    @blocking
    def detach_universal_auth(self, id: str, *, timeout: float | None = None) -> Call[None]:
        """Takes universal auth from an identity.

        Its client secrets and the access tokens that were given out for them stop working. Only
        today's servers do it, by a route known from source alone.

        Args:
            id: The identity's id.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no identity of that id, or it has no universal auth.
            UnsupportedByServerError: The server is of 2024 or older.
        """
        return self._native.detach_universal_auth(id, timeout)

    @blocking
    def create_client_secret(
        self,
        id: str,
        *,
        description: str | None = None,
        expires_in: float | None = None,
        max_uses: int | None = None,
        timeout: float | None = None,
    ) -> Call[CreatedClientSecret]:
        """Makes a client secret, whose text is shown here once.

        Args:
            id: The identity's id.
            description: What it is for, for people; nothing by default.
            expires_in: How many seconds it lasts; for ever by default.
            max_uses: How often a program may log in with it; any number of times by default.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no identity of that id.
            InvalidInputError: It has no universal auth, the time is below one second, or the number
                of uses below one.
        """
        return self._native.create_client_secret(id, description, expires_in, max_uses, timeout)

    @blocking
    def list_client_secrets(
        self, id: str, *, timeout: float | None = None
    ) -> Call[builtins.list[ClientSecretInfo]]:
        """The client secrets of an identity, without their text.

        Args:
            id: The identity's id.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no identity of that id.
            InvalidInputError: It has no universal auth.
        """
        return self._native.list_client_secrets(id, timeout)

    @blocking
    def revoke_client_secret(
        self, id: str, client_secret_id: str, *, timeout: float | None = None
    ) -> Call[None]:
        """Ends a client secret: nobody logs in with it any more.

        Args:
            id: The identity's id.
            client_secret_id: The client secret's id, as :meth:`list_client_secrets` tells it.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no such identity or client secret.
        """
        return self._native.revoke_client_secret(id, client_secret_id, timeout)

    @blocking
    def attach_token_auth(
        self,
        id: str,
        *,
        access_token_ttl: float | None = None,
        access_token_max_ttl: float | None = None,
        access_token_max_uses: int | None = None,
        access_token_trusted_ips: Iterable[str] | None = None,
        timeout: float | None = None,
    ) -> Call[TokenAuth]:
        """Lets users make access tokens for an identity, with :meth:`create_access_token`.

        Args:
            id: The identity's id.
            access_token_ttl: Seconds an access token lasts unless it is renewed; 30 days by
                default.
            access_token_max_ttl: Seconds it lasts at most; 30 days by default.
            access_token_max_uses: How many requests it is good for; any number by default.
            access_token_trusted_ips: From where it is taken; from anywhere by default.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no identity of that id.
            InvalidInputError: A time is below one second or beyond the longest, the number of uses
                below one, an address is none, or it has token auth already.
            UnsupportedByServerError: The server is of 2024 or older.
        """
        settings = _token_auth(
            access_token_ttl,
            access_token_max_ttl,
            access_token_max_uses,
            access_token_trusted_ips,
        )
        return self._native.attach_token_auth(id, settings, timeout)

    @blocking
    def token_auth(self, id: str, *, timeout: float | None = None) -> Call[TokenAuth]:
        """What the access tokens made for an identity are good for.

        Args:
            id: The identity's id.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no identity of that id, or it has no token auth.
            UnsupportedByServerError: The server is of 2024 or older.
        """
        return self._native.get_token_auth(id, timeout)

    @blocking
    def update_token_auth(
        self,
        id: str,
        *,
        access_token_ttl: float | None = None,
        access_token_max_ttl: float | None = None,
        access_token_max_uses: int | None = None,
        access_token_trusted_ips: Iterable[str] | None = None,
        timeout: float | None = None,
    ) -> Call[TokenAuth]:
        """Changes what the access tokens made for an identity are good for.

        What is not named stays. Tokens that were made keep their times and their number of uses,
        and follow the new addresses.

        Args:
            id: The identity's id.
            access_token_ttl: Seconds an access token lasts unless it is renewed.
            access_token_max_ttl: Seconds it lasts at most. To make it shorter, name
                ``access_token_ttl`` beside it.
            access_token_max_uses: How many requests it is good for.
            access_token_trusted_ips: From where it is taken, in place of what was said before.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no identity of that id.
            InvalidInputError: Nothing is to change, a time is below one second or beyond the
                longest, the number of uses below one, an address is none, or it has no token auth.
            UnsupportedByServerError: The server is of 2024 or older.
        """
        settings = _token_auth(
            access_token_ttl,
            access_token_max_ttl,
            access_token_max_uses,
            access_token_trusted_ips,
        )
        return self._native.update_token_auth(id, settings, timeout)

    @blocking
    def detach_token_auth(self, id: str, *, timeout: float | None = None) -> Call[None]:
        """Takes token auth from an identity. The access tokens made for it stop working.

        Args:
            id: The identity's id.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no identity of that id, or it has no token auth.
            UnsupportedByServerError: The server is of 2024 or older.
        """
        return self._native.detach_token_auth(id, timeout)

    @blocking
    def create_access_token(
        self, id: str, *, name: str | None = None, timeout: float | None = None
    ) -> Call[CreatedAccessToken]:
        """Makes an access token, whose text is shown here once.

        A program becomes the identity with it, as ``identity_token``.

        Args:
            id: The identity's id.
            name: What it is for, for people; nothing by default.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no identity of that id.
            InvalidInputError: It has no token auth.
            UnsupportedByServerError: The server is of 2024 or older.
        """
        return self._native.create_access_token(id, name, timeout)

    @blocking
    def list_access_tokens(
        self, id: str, *, timeout: float | None = None
    ) -> Call[builtins.list[AccessTokenInfo]]:
        """The access tokens made for an identity, without their text, revoked ones too.

        Servers show the 200 that were made, used or changed last.

        Args:
            id: The identity's id.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no identity of that id.
            InvalidInputError: It has no token auth.
            UnsupportedByServerError: The server is of 2024 or older.
        """
        return self._native.list_access_tokens(id, timeout)

    @blocking
    def rename_access_token(
        self, token_id: str, new_name: str, *, timeout: float | None = None
    ) -> Call[None]:
        """Gives an access token another name.

        Args:
            token_id: The token's id, as :meth:`list_access_tokens` tells it.
            new_name: What it is for, for people.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is none of that id.
            UnsupportedByServerError: The server is of 2024 or older.
        """
        return self._native.rename_access_token(token_id, new_name, timeout)

    @blocking
    def revoke_access_token(self, token_id: str, *, timeout: float | None = None) -> Call[None]:
        """Ends an access token: the program that has it is refused from then on.

        Args:
            token_id: The token's id, as :meth:`list_access_tokens` tells it.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is none of that id, or it was revoked before.
            UnsupportedByServerError: The server is of 2024 or older.
        """
        return self._native.revoke_access_token(token_id, timeout)

    @blocking
    def add_to_project(
        self, id: str, role: str, *, project: str | None = None, timeout: float | None = None
    ) -> Call[None]:
        """Lets an identity into a project.

        Args:
            id: The identity's id.
            role: ``admin``, ``member``, ``viewer``, ``no-access`` or a role of the organization's
                own.
            project: Id of the project; the client's by default.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no such identity or project.
            ConflictError: It is in the project already.
            InvalidInputError: The role is unknown.
        """
        return self._native.add_identity_to_project(id, role, project, timeout)

    @blocking
    def list_in_project(
        self, *, project: str | None = None, timeout: float | None = None
    ) -> Call[builtins.list[ProjectIdentity]]:
        """Every identity in a project, with its roles there.

        Args:
            project: Id of the project; the client's by default.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no such project, or the user is not a member.
        """
        return self._native.list_project_identities(project, timeout)

    @blocking
    def set_role_in_project(
        self, id: str, role: str, *, project: str | None = None, timeout: float | None = None
    ) -> Call[None]:
        """Gives an identity one role in a project in place of those it has.

        Args:
            id: The identity's id, not the membership's.
            role: As in :meth:`add_to_project`.
            project: Id of the project; the client's by default.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no such project, or the identity is not in it.
            InvalidInputError: The role is unknown.
        """
        return self._native.set_identity_role(id, role, project, timeout)

    @blocking
    def remove_from_project(
        self, id: str, *, project: str | None = None, timeout: float | None = None
    ) -> Call[None]:
        """Takes an identity out of a project. It stays in the organization.

        Args:
            id: The identity's id, not the membership's.
            project: Id of the project; the client's by default.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no such project, or the identity is not in it.
        """
        return self._native.remove_identity_from_project(id, project, timeout)


class AsyncIdentities(Resource):
    """The methods of :class:`Identities` as coroutines."""

    __slots__ = ()

    create = awaiting(Identities.create)
    list = awaiting(Identities.list)
    delete = awaiting(Identities.delete)
    update = awaiting(Identities.update)
    projects = awaiting(Identities.projects)
    attach_universal_auth = awaiting(Identities.attach_universal_auth)
    universal_auth = awaiting(Identities.universal_auth)
    update_universal_auth = awaiting(Identities.update_universal_auth)
    detach_universal_auth = awaiting(Identities.detach_universal_auth)
    create_client_secret = awaiting(Identities.create_client_secret)
    list_client_secrets = awaiting(Identities.list_client_secrets)
    revoke_client_secret = awaiting(Identities.revoke_client_secret)
    attach_token_auth = awaiting(Identities.attach_token_auth)
    token_auth = awaiting(Identities.token_auth)
    update_token_auth = awaiting(Identities.update_token_auth)
    detach_token_auth = awaiting(Identities.detach_token_auth)
    create_access_token = awaiting(Identities.create_access_token)
    list_access_tokens = awaiting(Identities.list_access_tokens)
    rename_access_token = awaiting(Identities.rename_access_token)
    revoke_access_token = awaiting(Identities.revoke_access_token)
    add_to_project = awaiting(Identities.add_to_project)
    list_in_project = awaiting(Identities.list_in_project)
    set_role_in_project = awaiting(Identities.set_role_in_project)
    remove_from_project = awaiting(Identities.remove_from_project)


def _universal_auth(
    access_token_ttl: float | None,
    access_token_max_ttl: float | None,
    access_token_max_uses: int | None,
    client_secret_trusted_ips: Iterable[str] | None,
    access_token_trusted_ips: Iterable[str] | None,
) -> UniversalAuthSettings:
    return UniversalAuthSettings(
        access_token_ttl=access_token_ttl,
        access_token_max_ttl=access_token_max_ttl,
        access_token_max_uses=access_token_max_uses,
        client_secret_trusted_ips=optional_name_list(
            "client_secret_trusted_ips", client_secret_trusted_ips
        ),
        access_token_trusted_ips=optional_name_list(
            "access_token_trusted_ips", access_token_trusted_ips
        ),
    )


def _token_auth(
    access_token_ttl: float | None,
    access_token_max_ttl: float | None,
    access_token_max_uses: int | None,
    access_token_trusted_ips: Iterable[str] | None,
) -> TokenAuthSettings:
    return TokenAuthSettings(
        access_token_ttl=access_token_ttl,
        access_token_max_ttl=access_token_max_ttl,
        access_token_max_uses=access_token_max_uses,
        access_token_trusted_ips=optional_name_list(
            "access_token_trusted_ips", access_token_trusted_ips
        ),
    )
