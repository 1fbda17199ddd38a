"""The password of an account, and what stands beside it or in for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._calls import Resource, awaiting, blocking
from ._generated.inputs import Recovery

if TYPE_CHECKING:
    from ._native import Call, EmergencyKit


class Passwords(Resource):
    """The methods of :class:`Account` about password, backup key and second factor."""

    __slots__ = ()

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
            send_password: Agrees to send the new password to servers since June 2024, which
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
            PermissionDeniedError: The credential is not e-mail and password, or the server has
                locked the user after three wrong codes, as servers since June 2024 do;
                ``retry_after`` gives the duration.
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


class AsyncPasswords(Resource):
    """The methods of :class:`Passwords` as coroutines."""

    __slots__ = ()

    change_password = awaiting(Passwords.change_password)
    create_backup_key = awaiting(Passwords.create_backup_key)
    start_recovery = awaiting(Passwords.start_recovery)
    complete_recovery = awaiting(Passwords.complete_recovery)
    verify_mfa = awaiting(Passwords.verify_mfa)
    resend_mfa_code = awaiting(Passwords.resend_mfa_code)
    set_mfa = awaiting(Passwords.set_mfa)
