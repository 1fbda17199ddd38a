"""Signing up, and the user behind the credential."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._calls import Resource, awaiting, blocking
from ._inputs import FirstAccount, Recovery, SignUp

if TYPE_CHECKING:
    from ._native import Call, EmergencyKit
    from ._types import NewAccount, Session, User


class Account(Resource):
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
            send_password: Agrees to send the password to servers since spring 2024, which demand
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
        token valid until it expires. Of a machine identity it is the access token that the server
        takes back, since June 2024; a client with a client secret logs in again likewise.

        What the client holds is forgotten whatever happens. If the server is not reached, it keeps
        the session until that expires.

        Raises:
            AuthenticationFailedError: The server had ended the session already.
            PermissionDeniedError: For a service token or an API key, which have no session, and for
                a machine identity on servers before June 2024.
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
        a password logs in again at its next call.

        Raises:
            PermissionDeniedError: The credential is a program's or an API key.
            UnsupportedByServerError: On May 2023 servers, which keep none.
        """
        return self._native.end_sessions(timeout)

    @blocking
    def delete(self, *, timeout: float | None = None) -> Call[None]:
        """Deletes the user's account for good, and forgets everything this client knew.

        There is no way back. Members of projects to whom this user sealed the key may lose it with
        the account: first have another member share it with them again.

        Raises:
            AuthenticationFailedError: It was deleted before.
            PermissionDeniedError: The credential is a program's or an API key.
            UnsupportedByServerError: On May 2023 servers.
        """
        return self._native.delete_account(timeout)

    @blocking
    def change_password(
        self,
        new_password: str,
        *,
        send_password: bool = False,
        timeout: float | None = None,
    ) -> Call[None]:
        """Gives the user another password in place of the one in the credential.

        This client goes on with it. The key pair stays, and so do project keys, service tokens and
        the backup key.

        Interrupted, either password may be the one that counts: run it again, with whichever logs
        in or the one this client has. Servers of 2024 end the session, so that an access token is
        of no use afterwards.

        Args:
            new_password: The new password; it stays on this machine, but see ``send_password``.
            send_password: Agrees to send the new password to servers since spring 2024, which
                demand it and keep a copy of the private key that they can open. Without it, they
                refuse the change.
            timeout: Seconds the call may take.

        Raises:
            AuthenticationFailedError: The current password is wrong.
            DecryptionFailedError: It is wrong beside an access token.
            UnsupportedByServerError: The server demands the password itself.
            InvalidCredentialError: The credential is an access token without a password beside it.
            PermissionDeniedError: The credential is a program's or an API key.
        """
        return self._native.change_password(new_password, send_password, timeout)

    @blocking
    def create_backup_key(
        self,
        *,
        name: str | None = None,
        timeout: float | None = None,
    ) -> Call[EmergencyKit]:
        """Makes a backup key, for an emergency kit.

        With it and access to the mailbox, a lost password can be replaced, see
        :meth:`complete_recovery`. It is shown only here. A new one voids the old.

        Args:
            name: Whose name the kit bears; first and last name of the account by default. The
                server is not told.
            timeout: Seconds the call may take.

        Raises:
            AuthenticationFailedError: The password is wrong.
            DecryptionFailedError: It is wrong beside an access token.
            InvalidCredentialError: The credential is an access token without a password beside it.
            PermissionDeniedError: The credential is a program's or an API key.
        """
        return self._native.create_backup_key(name, timeout)

    @blocking
    def start_recovery(
        self,
        email: str,
        *,
        timeout: float | None = None,
    ) -> Call[None]:
        """Asks the server to mail a recovery code to ``email``.

        Needs no credential. Servers of 2024 succeed for any address, so as not to tell who has an
        account.

        Raises:
            NotFoundError: There is no account (May 2023).
        """
        return self._native.start_recovery(email, timeout)

    @blocking
    def complete_recovery(
        self,
        email: str,
        code: str,
        backup_key: str,
        new_password: str,
        *,
        send_password: bool = False,
        timeout: float | None = None,
    ) -> Call[None]:
        """Opens the private key with a backup key and puts it under a new password.

        Needs no credential; log in with the new password afterwards. Nothing is changed before the
        private key is open, and the backup key stays good.

        The code can be confirmed once: after a wrong backup key or an interruption the same client
        goes on with it for a quarter of an hour, another needs a new code.

        Args:
            email: The address the code was mailed to.
            code: The mailed code.
            backup_key: The backup key of the emergency kit.
            new_password: The new password; it stays on this machine, but see ``send_password``.
            send_password: Agrees to send the new password to servers since about the end of 2024,
                which demand it and can open the private key with it. Without it, recovery there is
                refused.
            timeout: Seconds the call may take.

        Raises:
            AuthenticationFailedError: The code is wrong or used.
            DecryptionFailedError: The backup key is wrong.
            NotFoundError: The account has no backup key.
            InvalidInputError: The backup key is not 32 hexadecimal characters.
            IntegrityViolationError: What it opens is not the key of the account.
            UnsupportedByServerError: The server demands the password itself.
        """
        return self._native.complete_recovery(
            Recovery(
                email=email,
                code=code,
                backup_key=backup_key,
                new_password=new_password,
                send_password=send_password,
            ),
            timeout,
        )

    @blocking
    def verify_mfa(
        self,
        code: str,
        *,
        timeout: float | None = None,
    ) -> Call[None]:
        """Completes a log-in that failed with :class:`MfaRequiredError`.

        Then repeat the call.

        Args:
            code: The mailed code.
            timeout: Seconds the call may take.

        Raises:
            AuthenticationFailedError: The code is wrong, of which servers take a few, or too old.
            InvalidInputError: No code is waited for.
            PermissionDeniedError: The credential is not e-mail and password.
        """
        return self._native.verify_mfa(code, timeout)

    @blocking
    def resend_mfa_code(
        self,
        *,
        timeout: float | None = None,
    ) -> Call[None]:
        """Has another code mailed; the one before is no longer good.

        Begins a log-in if none is waiting.

        Raises:
            AuthenticationFailedError: The password is wrong.
            InvalidInputError: The user is logged in, or has no second factor.
            PermissionDeniedError: The credential is not e-mail and password.
        """
        return self._native.resend_mfa_code(timeout)

    @blocking
    def set_mfa(
        self,
        enabled: bool,
        *,
        timeout: float | None = None,
    ) -> Call[None]:
        """Turns the second factor on or off.

        With it, every log-in is completed by a mailed code, see :meth:`verify_mfa`; a session under
        way goes on.

        Args:
            enabled: Whether there is to be one.
            timeout: Seconds the call may take.

        Raises:
            PermissionDeniedError: The credential is a program's.
        """
        return self._native.set_mfa(enabled, timeout)


class AsyncAccount(Resource):
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
    change_password = awaiting(Account.change_password)
    create_backup_key = awaiting(Account.create_backup_key)
    start_recovery = awaiting(Account.start_recovery)
    complete_recovery = awaiting(Account.complete_recovery)
    verify_mfa = awaiting(Account.verify_mfa)
    resend_mfa_code = awaiting(Account.resend_mfa_code)
    set_mfa = awaiting(Account.set_mfa)
