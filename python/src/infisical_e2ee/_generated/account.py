"""Operations of one resource. Generated; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._calls import Resource, awaiting, blocking
from .inputs import FirstAccount, Recovery, SignUp

if TYPE_CHECKING:
    from .._native import Call, EmergencyKit
    from .._types import NewAccount, Session, User


class Account(Resource):
    """Sign-up, and the account of the user behind the credential.

    Protocol: ``/api/v1/signup``, ``/api/v2/signup``, ``/api/v3/signup``, ``/api/v1/admin/signup``,
    ``/api/v1/invite-org``, ``/api/v1/auth``, ``/api/v3/auth``, ``/api/v2/auth/mfa``,
    ``/api/v1/password``, ``/api/v2/users/me``.
    """

    __slots__ = ()

    @blocking
    def start_sign_up(self, email: str, *, timeout: float | None = None) -> Call[None]:
        """Asks the server to mail a sign-up code.

        Needs no credential.

        Args:
            email: The e-mail address of the new account, to which the code is mailed.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            ConflictError: If the account exists; today's servers do not tell.
            InvalidInputError: If the server rejects the address.
            AuthenticationFailedError: If the server does not allow sign-ups, on servers of 2024.
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
        """Confirms the mailed code and creates the account.

        Needs no credential.

        The client creates the key pair of the account, and everything that protects it, on this
        machine. On today's servers an account has no key pair, so it cannot open the key of an
        end-to-end encrypted project.

        The server confirms a code only once. After an interruption, the same client can continue
        with the confirmed code for 15 minutes; another client needs a new code.

        Args:
            email: The e-mail address that the code was mailed to.
            code: The mailed code.
            password: The password of the account; it stays on this machine, but see
                ``send_password``.
            first_name: First name; by default the part of the address before the ``@``.
            last_name: Last name; ``-`` by default, because the server rejects an empty one.
            organization_name: Name of the organization that is created with the account; ``<first
                name>'s organization`` by default. Today's servers accept only letters and digits of
                ASCII, dashes, underscores and spaces; there the default is ``<first name>
                organization``.
            invited_to: Id of the organization that invited the person; by default there is no
                invitation, and the person creates an organization of their own. With it, the code
                is that of the invitation, :meth:`Account.start_sign_up` is not needed, and no
                organization is created.
            send_password: Whether the password may be sent to servers since June 2024, which demand
                it; ``False`` by default. Those of 2024 keep a copy of the private key that they can
                open. Without it, signing up fails on these servers. Earlier servers do not receive
                the password.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            AuthenticationFailedError: If the code is wrong, was used or is too old.
            TokenExpiredError: If the code was confirmed more than 15 minutes ago, on servers since
                2024.
            ConflictError: If the account exists; an earlier call whose response was lost may have
                created it.
            InvalidInputError: If the password is empty, or if ``invited_to`` is not the id of an
                organization.
            UnsupportedByServerError: If the server demands the password itself and
                ``send_password`` does not allow it.
        """
        return self._native.complete_sign_up(
            SignUp(
                email=email,
                code=code,
                password=password,
                first_name=first_name,
                last_name=last_name,
                organization_name=organization_name,
                invited_to=invited_to,
                send_password=send_password,
            ),
            timeout,
        )

    @blocking
    def accept_invitation(
        self, email: str, organization: str, code: str, *, timeout: float | None = None
    ) -> Call[None]:
        """Accepts an invitation to an organization, for a person who has an account.

        Needs no credential.

        The code can be used once. A person without an account signs up instead, with
        :meth:`Account.complete_sign_up` and ``invited_to``.

        Args:
            email: The e-mail address that was invited.
            organization: Id of the organization.
            code: The mailed code.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            AuthenticationFailedError: If the code is wrong or was used; if an earlier call used it,
                the person is already a member.
            NotFoundError: If the person has no account yet; the code is then used up, and signing
                up with ``invited_to`` needs a new one.
            InvalidInputError: If ``organization`` is not the id of an organization.
        """
        return self._native.accept_invitation(email, organization, code, timeout)

    @blocking
    def log_out(self, *, timeout: float | None = None) -> Call[None]:
        """Ends the session and forgets the login and every opened key.

        A client with a password logs in again at its next call. May 2023 servers leave the access
        token valid until it expires.

        For a machine identity, the server revokes the access token; servers can do so since June
        2024. A client with a client secret logs in again at its next call; if it has not logged in,
        there is nothing to revoke. A client with an identity token cannot be used afterwards.

        The client forgets what it holds in every case. If it cannot reach the server, the server
        keeps the session until that expires.

        Args:
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            AuthenticationFailedError: If the server had ended the session already.
            PermissionDeniedError: For a service token, a service account or an API key, which have
                no session.
            UnsupportedByServerError: For a machine identity that is logged in, on servers before
                June 2024, and for an access token on today's servers: it stays valid until it
                expires.
        """
        return self._native.log_out(timeout)

    @blocking
    def me(self, *, timeout: float | None = None) -> Call[User]:
        """Returns the user behind the credential.

        Logs in if necessary, so it also checks whether a password is right.

        Args:
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            AuthenticationFailedError: If the server rejects the credential: the password or the
                token is wrong.
            MfaRequiredError: If the login needs a code, which was mailed; see
                :meth:`Account.verify_mfa`.
            PermissionDeniedError: For a service token, a service account or a machine identity,
                which belongs to no user, or if the server has locked the user after too many wrong
                codes.
            IntegrityViolationError: If the server breaks the protocol of the login, as an attacker
                in its place would.
            DecryptionFailedError: If the private key that the server stores does not decrypt.
        """
        return self._native.who_am_i(timeout)

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
        """Creates the first account of a new server, that of its administrator.

        Needs neither a credential nor a code.

        Needs a server of 2024 or later. The client creates the key pair of the account, and
        everything that protects it, on this machine. The server creates an organization with the
        account and gives it a name.

        Args:
            email: The e-mail address of the administrator.
            password: The password of the account; it stays on this machine, but see
                ``send_password``.
            first_name: First name; by default the part of the address before the ``@``.
            last_name: Last name; empty by default.
            send_password: Whether the password may be sent to servers since June 2024, which demand
                it; ``False`` by default. Those of 2024 keep a copy of the private key that they can
                open. Without it, signing up fails on these servers. Earlier servers do not receive
                the password.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            InvalidInputError: If the password is empty, or if the address has no ``@``.
            ConflictError: If the server has an administrator; an earlier call whose response was
                lost may have created that account.
            UnsupportedByServerError: On May 2023 servers, where everybody signs up in the same way,
                or if the server demands the password itself and ``send_password`` does not allow
                it.
        """
        return self._native.sign_up_administrator(
            FirstAccount(
                email=email,
                password=password,
                first_name=first_name,
                last_name=last_name,
                send_password=send_password,
            ),
            timeout,
        )

    @blocking
    def set_name(
        self, first_name: str, *, last_name: str | None = None, timeout: float | None = None
    ) -> Call[User]:
        """Changes the name of the user.

        Needs a server of 2024 or later.

        Args:
            first_name: The new first name.
            last_name: Last name; unchanged by default.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            InvalidInputError: If the first name is blank.
            PermissionDeniedError: For a service token, a service account or a machine identity.
            UnsupportedByServerError: On May 2023 servers.
        """
        return self._native.set_user_name(first_name, last_name, timeout)

    @blocking
    def sessions(self, *, timeout: float | None = None) -> Call[list[Session]]:
        """Lists the sessions of the user, including that of this client.

        Needs a server of 2024 or later.

        The list has every login that is still valid. Logins from one address with one user agent
        are one session.

        Args:
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            PermissionDeniedError: For a service token, a service account, a machine identity or an
                API key.
            UnsupportedByServerError: On May 2023 servers, which keep no sessions.
        """
        return self._native.list_sessions(timeout)

    @blocking
    def end_sessions(self, *, timeout: float | None = None) -> Call[None]:
        """Ends every session of the user, including that of this client.

        Needs a server of 2024 or later.

        No access token of the user is valid afterwards; API keys and service tokens stay valid. A
        client with a password logs in again at its next call, and so can everybody else who has the
        password. A client with an access token cannot be used afterwards.

        Args:
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            PermissionDeniedError: For a service token, a service account, a machine identity or an
                API key.
            UnsupportedByServerError: On May 2023 servers, which keep no sessions.
        """
        return self._native.end_sessions(timeout)

    @blocking
    def delete(self, *, timeout: float | None = None) -> Call[None]:
        """Deletes the account of the user permanently, and closes this client.

        This cannot be undone. Later calls fail with :class:`ClosedError`. Needs a server of 2024 or
        later.

        Members of projects to whom this user sealed the project key may lose it with the account.
        Have another member share the key with them again first.

        Args:
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            AuthenticationFailedError: If another client deleted the account before.
            PermissionDeniedError: For a service token, a service account, a machine identity or an
                API key.
            UnsupportedByServerError: On May 2023 servers.
        """
        return self._native.delete_account(timeout)

    @blocking
    def verify_mfa(self, code: str, *, timeout: float | None = None) -> Call[None]:
        """Completes a login that failed with :class:`MfaRequiredError`, with the mailed code.

        Then repeat the call that failed.

        After three wrong codes, servers since June 2024 lock the user: they accept no code and no
        login until the time in ``retry_after`` of the error has passed, or until the password is
        replaced with :meth:`Account.complete_recovery`.

        Args:
            code: The mailed code, which is valid for five minutes.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            AuthenticationFailedError: If the code is wrong, of which servers accept a few, or if it
                is too old.
            InvalidInputError: If the code is empty, or if no login waits for a code.
            PermissionDeniedError: For a credential other than e-mail and password, or if the server
                has locked the user.
        """
        return self._native.verify_mfa(code, timeout)

    @blocking
    def resend_mfa_code(self, *, timeout: float | None = None) -> Call[None]:
        """Asks the server to mail another code for a login; the code before is no longer valid.

        Begins a login if none waits for a code.

        Args:
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            AuthenticationFailedError: If the password is wrong.
            InvalidInputError: If the user is logged in, or has no second factor.
            PermissionDeniedError: For a credential other than e-mail and password, or if the server
                has locked the user after three wrong codes, as servers since June 2024 do.
        """
        return self._native.resend_mfa_code(timeout)

    @blocking
    def set_mfa(self, enabled: bool, *, timeout: float | None = None) -> Call[None]:
        """Turns the second factor of the user on or off.

        With it, a mailed code completes every login; see :meth:`Account.verify_mfa`. A running
        session continues.

        Args:
            enabled: Whether logins need a second factor.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            PermissionDeniedError: For a service token, a service account or a machine identity.
        """
        return self._native.set_mfa(enabled, timeout)

    @blocking
    def change_password(
        self, new_password: str, *, send_password: bool = False, timeout: float | None = None
    ) -> Call[None]:
        """Replaces the password of the user.

        The password in the credential is the current one, and this client continues with the new
        one. The key pair stays, and so do project keys, service tokens and the backup key.

        Today's servers leave the key pair under the old password: from then on, log in with the new
        password, and give the old one to decrypt.

        After an interruption, either password may be the valid one. Run the call again, with the
        password that logs in or with the one that this client has: it finishes the change. Servers
        of 2024 and later end the session, so an access token cannot be used afterwards.

        Args:
            new_password: The new password; it stays on this machine, but see ``send_password``.
            send_password: Whether the new password may be sent to servers since June 2024, which
                demand it; today's demand the current one too. ``False`` by default. Servers of 2024
                keep a copy of the private key that they can open. Without it, changing the password
                fails on these servers. Earlier servers do not receive the password.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            AuthenticationFailedError: If the current password is wrong.
            DecryptionFailedError: If the current password, given beside an access token, is wrong.
            InvalidCredentialError: For an access token without a password beside it.
            InvalidInputError: If the new password is empty.
            PermissionDeniedError: For a service token, a service account, a machine identity or an
                API key.
            UnsupportedByServerError: If the server demands the new password itself and
                ``send_password`` does not allow it.
        """
        return self._native.change_password(new_password, send_password, timeout)

    @blocking
    def create_backup_key(
        self, *, name: str | None = None, timeout: float | None = None
    ) -> Call[EmergencyKit]:
        """Creates a backup key, for an emergency kit.

        With it and access to the mailbox, a lost password can be replaced; see
        :meth:`Account.complete_recovery`.

        The backup key is shown only here. A new one voids the earlier one. If the call fails, the
        earlier one may be void too: create another one.

        Args:
            name: Name of the person on the emergency kit; by default the first and last name of the
                account. The server does not receive it.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            AuthenticationFailedError: If the password is wrong.
            DecryptionFailedError: If the password, given beside an access token, is wrong.
            InvalidCredentialError: For an access token without a password beside it.
            PermissionDeniedError: For a service token, a service account, a machine identity or an
                API key.
            UnsupportedByServerError: On today's servers, which store no backup keys.
        """
        return self._native.create_backup_key(name, timeout)

    @blocking
    def start_recovery(self, email: str, *, timeout: float | None = None) -> Call[None]:
        """Asks the server to mail a recovery code.

        Needs no credential. Servers of 2024 and later succeed for every address, so that nobody
        learns who has an account.

        Args:
            email: The e-mail address of the account, to which the code is mailed.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no account of that address, on May 2023 servers.
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
        """Replaces a lost password, with a mailed code and a backup key.

        Needs no credential; log in with the new password afterwards.

        The client confirms the code, opens the private key with the backup key of
        :meth:`Account.create_backup_key`, and protects it with the new password. Nothing is changed
        before the private key is open. The backup key stays valid.

        Today's servers take a new password without a backup key, and leave the key pair under the
        old password: afterwards, log in with the new password, and give the old one to decrypt. On
        them the backup key has no effect.

        The server confirms a code only once. After a wrong backup key or an interruption, the same
        client can continue with the confirmed code for 15 minutes; another client needs a new code.

        Args:
            email: The e-mail address that the code was mailed to.
            code: The mailed code.
            backup_key: The backup key of the emergency kit.
            new_password: The new password; it stays on this machine, but see ``send_password``.
            send_password: Whether the new password may be sent to today's servers, which demand it;
                ``False`` by default. Without it, recovery fails on these servers. Earlier servers
                do not receive the password.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            AuthenticationFailedError: If the code is wrong, was used or is too old, or if there is
                no account of that address.
            TokenExpiredError: If the code was confirmed more than 15 minutes ago, on servers since
                2024.
            DecryptionFailedError: If the backup key is wrong, or if a later one has replaced it.
            NotFoundError: If the account has no backup key.
            InvalidInputError: If the backup key is not 32 hexadecimal characters, or if the new
                password is empty.
            IntegrityViolationError: If the key that the backup key opens is not the private key of
                the account.
            UnsupportedByServerError: If the server demands the new password itself and
                ``send_password`` does not allow it.
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


class AsyncAccount(Resource):
    """The methods of :class:`Account` as coroutines."""

    __slots__ = ()

    start_sign_up = awaiting(Account.start_sign_up)
    complete_sign_up = awaiting(Account.complete_sign_up)
    accept_invitation = awaiting(Account.accept_invitation)
    log_out = awaiting(Account.log_out)
    me = awaiting(Account.me)
    sign_up_administrator = awaiting(Account.sign_up_administrator)
    set_name = awaiting(Account.set_name)
    sessions = awaiting(Account.sessions)
    end_sessions = awaiting(Account.end_sessions)
    delete = awaiting(Account.delete)
    verify_mfa = awaiting(Account.verify_mfa)
    resend_mfa_code = awaiting(Account.resend_mfa_code)
    set_mfa = awaiting(Account.set_mfa)
    change_password = awaiting(Account.change_password)
    create_backup_key = awaiting(Account.create_backup_key)
    start_recovery = awaiting(Account.start_recovery)
    complete_recovery = awaiting(Account.complete_recovery)
