"""Signing up, and the user behind the credential."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._calls import Resource, awaiting, blocking
from ._inputs import SignUp

if TYPE_CHECKING:
    from ._native import Call
    from ._types import NewAccount, User


class Account(Resource):
    """Signing up, and the user behind the credential, as ``client.account``."""

    __slots__ = ()

    @blocking
    def start_sign_up(self, email: str, *, timeout: float | None = None) -> Call[None]:
        """Asks the server to mail a sign-up code to ``email``. Needs no credential.

        Raises:
            ConflictError: The account exists.
        """
        return self._native.start_sign_up(email, timeout)

    @blocking
    def complete_sign_up(
        self,
        email: str,
        code: str,
        password: str,
        *,
        first_name: str | None = None,
        last_name: str | None = None,
        organization_name: str | None = None,
        send_password: bool = False,
        timeout: float | None = None,
    ) -> Call[NewAccount]:
        """Confirms the mailed code and makes the account. Needs no credential.

        The account's key pair and everything that protects it are made here.

        Args:
            email: The address the code was mailed to.
            code: The mailed code.
            password: The password; it stays on this machine, but see ``send_password``.
            first_name: By default the part of the address before the ``@``.
            last_name: By default ``-``, because the server refuses an empty one.
            organization_name: By default ``<first name>'s organization``.
            send_password: Agrees to send the password to servers since spring 2024, which demand
                it and keep a copy of the private key that they can open.
            timeout: Seconds the call may take.

        Raises:
            AuthenticationFailedError: The code is wrong.
            ConflictError: The account exists.
            UnsupportedByServerError: The server demands the password itself.
        """
        sign_up = SignUp(
            email, code, password, first_name, last_name, organization_name, send_password
        )
        return self._native.complete_sign_up(sign_up, timeout)

    @blocking
    def me(self, *, timeout: float | None = None) -> Call[User]:
        """The user behind the credential.

        Logs in if need be, so it also tells whether a password is right.

        Raises:
            AuthenticationFailedError: The password or the token is wrong.
            PermissionDeniedError: A service token belongs to no user.
        """
        return self._native.who_am_i(timeout)


class AsyncAccount(Resource):
    """The methods of :class:`Account` as coroutines."""

    __slots__ = ()

    start_sign_up = awaiting(Account.start_sign_up)
    complete_sign_up = awaiting(Account.complete_sign_up)
    me = awaiting(Account.me)
