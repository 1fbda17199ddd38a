"""Signing up, and the user behind the credential."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._calls import awaiting, blocking
from ._generated.inputs import FirstAccount, SignUp
from ._passwords import AsyncPasswords, Passwords

if TYPE_CHECKING:
    from ._native import Call
    from ._types import NewAccount, Session, User


class Account(Passwords):
    """Signing up, and the user behind the credential, as ``client.account``.

    ``timeout`` limits the call in seconds, beside the client's ``deadline``.

    Protocol: ``/api/v1/signup``, ``/api/v3/signup``, ``/api/v1/admin/signup``, ``/api/v3/auth``,
    ``/api/v2/auth/mfa``, ``/api/v1/password``, ``/api/v2/users/me`` (Infisical REST API).
    """

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
        invited_to: str | None = None,
        send_password: bool = False,
        timeout: float | None = None,
    ) -> Call[NewAccount]:
        """Confirms the mailed code and makes the account. Needs no credential.

        The account's key pair and everything that protects it are made here.

        The code can be confirmed once: interrupted, the same client goes on with it for a quarter
        of an hour, another needs a new code.

        Args:
            email: The address the code was mailed to.
            code: The mailed code.
            password: The password; it stays on this machine, but see ``send_password``.
            first_name: By default the part of the address before the ``@``.
            last_name: By default ``-``, because the server refuses an empty one.
            organization_name: By default ``<first name>'s organization``.
            invited_to: Id of the organization that invited the person. Then the code is that of
                the invitation, :meth:`start_sign_up` is not needed, and no organization is made.
            send_password: Agrees to send the password to servers since June 2024, which demand
                it and keep a copy of the private key that they can open.
            timeout: Seconds the call may take.

        Raises:
            AuthenticationFailedError: The code is wrong.
            ConflictError: The account exists.
            UnsupportedByServerError: The server demands the password itself.
        """
        sign_up = SignUp(
            email=email,
            code=code,
            password=password,
            first_name=first_name,
            last_name=last_name,
            organization_name=organization_name,
            invited_to=invited_to,
            send_password=send_password,
        )
        return self._native.complete_sign_up(sign_up, timeout)

    @blocking
    def sign_up_administrator(
        self,
        email: str,
        password: str,
        *,
        first_name: str | None = None,
        last_name: str | None = None,
        send_password: bool = False,
        timeout: float | None = None,
    ) -> Call[NewAccount]:
        """Makes the first account of a new server, its administrator's.

        Needs neither a credential nor a code. The account's key pair and everything that protects
        it are made here; the server names the organization made with it.

        Args:
            email: The administrator's address.
            password: The password; it stays on this machine, but see ``send_password``.
            first_name: By default the part of the address before the ``@``.
            last_name: Empty by default.
            send_password: As in :meth:`complete_sign_up`.
            timeout: Seconds the call may take.

        Raises:
            InvalidInputError: The password is empty, or the address has no ``@``.
            ConflictError: The server has an administrator, whom an earlier call may have made whose
                answer was lost.
            UnsupportedByServerError: On May 2023 servers, where everybody signs up alike, or the
                server demands the password itself.
        """
        account = FirstAccount(
            email=email,
            password=password,
            first_name=first_name,
            last_name=last_name,
            send_password=send_password,
        )
        return self._native.sign_up_administrator(account, timeout)

    @blocking
    def me(self, *, timeout: float | None = None) -> Call[User]:
        """The user behind the credential.

        Logs in if need be, so it also tells whether a password is right.

        Raises:
            AuthenticationFailedError: The password or the token is wrong.
            PermissionDeniedError: A service token belongs to no user.
        """
        return self._native.who_am_i(timeout)

    @blocking
    def set_name(
        self,
        first_name: str,
        *,
        last_name: str | None = None,
        timeout: float | None = None,
    ) -> Call[User]:
        """Gives the user another name.

        Args:
            first_name: The first name.
            last_name: The last name; unchanged by default.
            timeout: Seconds the call may take.

        Raises:
            InvalidInputError: The first name is blank.
            PermissionDeniedError: The credential is a program's.
            UnsupportedByServerError: On May 2023 servers.
        """
        return self._native.set_user_name(first_name, last_name, timeout)

    @blocking
    def accept_invitation(
        self,
        email: str,
        organization: str,
        code: str,
        *,
        timeout: float | None = None,
    ) -> Call[None]:
        """Takes up an invitation to an organization for somebody who has an account.

        Needs no credential.

        Args:
            email: The address invited.
            organization: Id of the organization.
            code: The mailed code.
            timeout: Seconds the call may take.

        Raises:
            AuthenticationFailedError: The code is wrong or used.
            NotFoundError: The person has no account yet: they sign up with ``invited_to`` and
                another code.
        """
        return self._native.accept_invitation(email, organization, code, timeout)

    @blocking
    def log_out(
        self,
        *,
        timeout: float | None = None,
    ) -> Call[None]:
        """Ends the session and forgets the log-in and every opened key.

        A client with a password logs in again at its next call. May 2023 servers leave the access
        token valid until it expires. Of a machine identity the server revokes the access token,
        since June 2024: a client with a client secret logs in again likewise, and one with an
        ``identity_token`` is of no use afterwards. If it has not logged in, nothing is revoked.

        What the client holds is forgotten whatever happens. If the server is not reached, it keeps
        the session until that expires.

        Raises:
            AuthenticationFailedError: The server had ended the session already.
            PermissionDeniedError: For a service token or an API key, which have no session.
            UnsupportedByServerError: For a machine identity that is logged in on servers before
                June 2024.
        """
        return self._native.log_out(timeout)

    @blocking
    def sessions(self, *, timeout: float | None = None) -> Call[list[Session]]:
        """Every log-in of the user that still counts, this client's among them.

        Those from one address with one user agent are one session.

        Raises:
            PermissionDeniedError: The credential is a program's or an API key.
            UnsupportedByServerError: On May 2023 servers, which keep none.
        """
        return self._native.list_sessions(timeout)

    @blocking
    def end_sessions(self, *, timeout: float | None = None) -> Call[None]:
        """Ends every session of the user, this client's among them.

        Nobody's access token is of use any longer; API keys and service tokens stay. A client with
        a password logs in again at its next call; one with an access token is of no use afterwards.

        Raises:
            PermissionDeniedError: The credential is a program's or an API key.
            UnsupportedByServerError: On May 2023 servers, which keep none.
        """
        return self._native.end_sessions(timeout)

    @blocking
    def delete(self, *, timeout: float | None = None) -> Call[None]:
        """Deletes the user's account for good, and closes this client.

        Later calls raise :class:`ClientClosedError`. There is no way back. Members of projects to
        whom this user sealed the key may lose it with the account: first have another member share
        it with them again.

        Raises:
            AuthenticationFailedError: Another client deleted it before.
            PermissionDeniedError: The credential is a program's or an API key.
            UnsupportedByServerError: On May 2023 servers.
        """
        return self._native.delete_account(timeout)


class AsyncAccount(AsyncPasswords):
    """The methods of :class:`Account` as coroutines."""

    __slots__ = ()

    start_sign_up = awaiting(Account.start_sign_up)
    complete_sign_up = awaiting(Account.complete_sign_up)
    sign_up_administrator = awaiting(Account.sign_up_administrator)
    me = awaiting(Account.me)
    set_name = awaiting(Account.set_name)
    accept_invitation = awaiting(Account.accept_invitation)
    log_out = awaiting(Account.log_out)
    sessions = awaiting(Account.sessions)
    end_sessions = awaiting(Account.end_sessions)
    delete = awaiting(Account.delete)
