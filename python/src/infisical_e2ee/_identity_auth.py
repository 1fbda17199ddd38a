"""What machine identities log in with: universal auth, and token auth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._arguments import optional_name_list, whole_seconds
from ._calls import Resource, awaiting, blocking
from ._generated.inputs import TokenAuthSettings, UniversalAuthSettings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ._native import Call, CreatedAccessToken, CreatedClientSecret
    from ._types import AccessTokenInfo, ClientSecretInfo, TokenAuth, UniversalAuth


class IdentityAuth(Resource):
    """The methods of :class:`Identities` about what an identity logs in with."""

    __slots__ = ()

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
            InvalidInputError: A time is no whole number of seconds or beyond the longest, the
                number of uses below one, an address is none, a list of addresses is empty, or it
                has universal auth already.
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
            access_token_max_uses: How many requests it is good for; 0 for any number.
            client_secret_trusted_ips: From where client secrets are taken, in place of what was
                said before.
            access_token_trusted_ips: From where access tokens are taken, likewise.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no identity of that id, or it has no universal auth.
            InvalidInputError: Nothing is to change, a time is no whole number of seconds or beyond
                the longest, the number of uses below zero, an address is none, or a list of
                addresses is empty.
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

        Its client secrets and the access tokens that were given out for them stop working. Servers
        do it since autumn 2024, by a route known from source alone.

        Args:
            id: The identity's id.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no identity of that id, or it has no universal auth.
            UnsupportedByServerError: The server is older than autumn 2024.
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
            expires_in: How many seconds it lasts, a whole number; for ever by default.
            max_uses: How often a program may log in with it; any number of times by default.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no identity of that id, or it has no universal auth.
            InvalidInputError: The time is no whole number of seconds, or the number of uses below
                one.
        """
        whole_seconds("expires_in", expires_in)
        return self._native.create_client_secret(id, description, expires_in, max_uses, timeout)

    @blocking
    def list_client_secrets(
        self, id: str, *, timeout: float | None = None
    ) -> Call[list[ClientSecretInfo]]:
        """The client secrets of an identity, without their text.

        Args:
            id: The identity's id.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no identity of that id, or it has no universal auth.
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
            InvalidInputError: A time is no whole number of seconds or beyond the longest, the
                number of uses below one, an address is none, the list of addresses is empty, or it
                has token auth already.
            UnsupportedByServerError: The server is older than autumn 2024.
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
            UnsupportedByServerError: The server is older than autumn 2024.
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
            access_token_max_uses: How many requests it is good for; 0 for any number.
            access_token_trusted_ips: From where it is taken, in place of what was said before.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no identity of that id, or it has no token auth.
            InvalidInputError: Nothing is to change, a time is no whole number of seconds or beyond
                the longest, the number of uses below zero, an address is none, or the list of
                addresses is empty.
            UnsupportedByServerError: The server is older than autumn 2024.
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
            UnsupportedByServerError: The server is older than autumn 2024.
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
            NotFoundError: There is no identity of that id, or it has no token auth.
            UnsupportedByServerError: The server is older than autumn 2024.
        """
        return self._native.create_access_token(id, name, timeout)

    @blocking
    def list_access_tokens(
        self, id: str, *, timeout: float | None = None
    ) -> Call[list[AccessTokenInfo]]:
        """The access tokens made for an identity, without their text, revoked ones too.

        Servers show the 200 that were made, used or changed last.

        Args:
            id: The identity's id.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no identity of that id, or it has no token auth.
            UnsupportedByServerError: The server is older than autumn 2024.
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
            UnsupportedByServerError: The server is older than autumn 2024.
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
            UnsupportedByServerError: The server is older than autumn 2024.
        """
        return self._native.revoke_access_token(token_id, timeout)


class AsyncIdentityAuth(Resource):
    """The methods of :class:`IdentityAuth` as coroutines."""

    __slots__ = ()

    attach_universal_auth = awaiting(IdentityAuth.attach_universal_auth)
    universal_auth = awaiting(IdentityAuth.universal_auth)
    update_universal_auth = awaiting(IdentityAuth.update_universal_auth)
    detach_universal_auth = awaiting(IdentityAuth.detach_universal_auth)
    create_client_secret = awaiting(IdentityAuth.create_client_secret)
    list_client_secrets = awaiting(IdentityAuth.list_client_secrets)
    revoke_client_secret = awaiting(IdentityAuth.revoke_client_secret)
    attach_token_auth = awaiting(IdentityAuth.attach_token_auth)
    token_auth = awaiting(IdentityAuth.token_auth)
    update_token_auth = awaiting(IdentityAuth.update_token_auth)
    detach_token_auth = awaiting(IdentityAuth.detach_token_auth)
    create_access_token = awaiting(IdentityAuth.create_access_token)
    list_access_tokens = awaiting(IdentityAuth.list_access_tokens)
    rename_access_token = awaiting(IdentityAuth.rename_access_token)
    revoke_access_token = awaiting(IdentityAuth.revoke_access_token)


def _universal_auth(
    access_token_ttl: float | None,
    access_token_max_ttl: float | None,
    access_token_max_uses: int | None,
    client_secret_trusted_ips: Iterable[str] | None,
    access_token_trusted_ips: Iterable[str] | None,
) -> UniversalAuthSettings:
    whole_seconds("access_token_ttl", access_token_ttl)
    whole_seconds("access_token_max_ttl", access_token_max_ttl)
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
    whole_seconds("access_token_ttl", access_token_ttl)
    whole_seconds("access_token_max_ttl", access_token_max_ttl)
    return TokenAuthSettings(
        access_token_ttl=access_token_ttl,
        access_token_max_ttl=access_token_max_ttl,
        access_token_max_uses=access_token_max_uses,
        access_token_trusted_ips=optional_name_list(
            "access_token_trusted_ips", access_token_trusted_ips
        ),
    )
