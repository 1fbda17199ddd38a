// Written by `make generate` from `bindings/surface` and core's documentation. Do not edit.
package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeFirstAccount
import io.github.infisicale2ee.internal.NativeRecovery
import io.github.infisicale2ee.internal.NativeSignUp
import kotlin.time.Duration

/**
 * Sign-up, and the account of the user behind the credential.
 *
 * Protocol: `/api/v1/signup`, `/api/v2/signup`, `/api/v3/signup`, `/api/v1/admin/signup`,
 * `/api/v1/invite-org`, `/api/v1/auth`, `/api/v3/auth`, `/api/v2/auth/mfa`, `/api/v1/password`,
 * `/api/v2/users/me`.
 */
public class Account internal constructor(private val connection: Connection) {
    /**
     * Asks the server to mail a sign-up code. Needs no credential.
     *
     * @param email the e-mail address of the new account, to which the code is mailed.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws ConflictException if the account exists; today's servers do not tell.
     * @throws InvalidInputException if the server rejects the address.
     * @throws AuthenticationFailedException if the server does not allow sign-ups, on servers
     *   of 2024.
     */
    public suspend fun startSignUp(email: String, timeout: Duration? = null) {
        checkText("email" to email)
        connection.call(timeout) { startSignUp(email, it) }
    }

    /**
     * Confirms the mailed code and creates the account. Needs no credential.
     *
     * The client creates the key pair of the account, and everything that protects it, on this
     * machine. On today's servers an account has no key pair, so it cannot open the key of an
     * end-to-end encrypted project.
     *
     * The server confirms a code only once. After an interruption, the same client can continue
     * with the confirmed code for 15 minutes; another client needs a new code.
     *
     * @param email the e-mail address that the code was mailed to.
     * @param code the mailed code.
     * @param password the password of the account; it stays on this machine, but see
     *   `sendPassword`.
     * @param firstName first name; by default the part of the address before the `@`.
     * @param lastName last name; `-` by default, because the server rejects an empty one.
     * @param organizationName name of the organization that is created with the account; `<first
     *   name>'s organization` by default. Today's servers accept only letters and digits of ASCII,
     *   dashes, underscores and spaces; there the default is `<first name> organization`.
     * @param invitedTo id of the organization that invited the person; by default there is no
     *   invitation, and the person creates an organization of their own. With it, the code is that
     *   of the invitation, [Account.startSignUp] is not needed, and no organization is created.
     * @param sendPassword whether the password may be sent to servers since June 2024, which demand
     *   it; `false` by default. Those of 2024 keep a copy of the private key that they can open.
     *   Without it, signing up fails on these servers. Earlier servers do not receive the password.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws AuthenticationFailedException if the code is wrong, was used or is too old.
     * @throws TokenExpiredException if the code was confirmed more than 15 minutes ago, on servers
     *   since 2024.
     * @throws ConflictException if the account exists; an earlier call whose response was lost may
     *   have created it.
     * @throws InvalidInputException if the password is empty, or if `invitedTo` is not the id of an
     *   organization.
     * @throws UnsupportedByServerException if the server demands the password itself and
     *   `sendPassword` does not allow it.
     */
    public suspend fun completeSignUp(
        email: String,
        code: String,
        password: String,
        firstName: String? = null,
        lastName: String? = null,
        organizationName: String? = null,
        invitedTo: String? = null,
        sendPassword: Boolean = false,
        timeout: Duration? = null,
    ): NewAccount {
        checkText(
            "email" to email,
            "code" to code,
            "password" to password,
            "firstName" to firstName,
            "lastName" to lastName,
            "organizationName" to organizationName,
            "invitedTo" to invitedTo,
        )
        val signUp =
            NativeSignUp(
                email,
                code,
                password,
                firstName,
                lastName,
                organizationName,
                invitedTo,
                sendPassword,
            )
        return connection.call(timeout) { NewAccount(completeSignUp(signUp, it)) }
    }

    /**
     * Accepts an invitation to an organization, for a person who has an account. Needs no
     * credential.
     *
     * The code can be used once. A person without an account signs up instead, with
     * [Account.completeSignUp] and `invitedTo`.
     *
     * @param email the e-mail address that was invited.
     * @param organization id of the organization.
     * @param code the mailed code.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws AuthenticationFailedException if the code is wrong or was used; if an earlier call
     *   used it, the person is already a member.
     * @throws NotFoundException if the person has no account yet; the code is then used up, and
     *   signing up with `invitedTo` needs a new one.
     * @throws InvalidInputException if `organization` is not the id of an organization.
     */
    public suspend fun acceptInvitation(
        email: String,
        organization: String,
        code: String,
        timeout: Duration? = null,
    ) {
        checkText("email" to email, "organization" to organization, "code" to code)
        connection.call(timeout) { acceptInvitation(email, organization, code, it) }
    }

    /**
     * Ends the session and forgets the login and every opened key.
     *
     * A client with a password logs in again at its next call. May 2023 servers leave the access
     * token valid until it expires.
     *
     * For a machine identity, the server revokes the access token; servers can do so since
     * June 2024. A client with a client secret logs in again at its next call; if it has not logged
     * in, there is nothing to revoke. A client with an identity token cannot be used afterwards.
     *
     * The client forgets what it holds in every case. If it cannot reach the server, the server
     * keeps the session until that expires.
     *
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws AuthenticationFailedException if the server had ended the session already.
     * @throws PermissionDeniedException for a service token, a service account or an API key, which
     *   have no session.
     * @throws UnsupportedByServerException for a machine identity that is logged in, on servers
     *   before June 2024, and for an access token on today's servers: it stays valid until it
     *   expires.
     */
    public suspend fun logOut(timeout: Duration? = null) {
        connection.call(timeout) { logOut(it) }
    }

    /**
     * Returns the user behind the credential. Logs in if necessary, so it also checks whether a
     * password is right.
     *
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws AuthenticationFailedException if the server rejects the credential: the password or
     *   the token is wrong.
     * @throws MfaRequiredException if the login needs a code, which was mailed; see
     *   [Account.verifyMfa].
     * @throws PermissionDeniedException for a service token, a service account or a machine
     *   identity, which belongs to no user, or if the server has locked the user after too many
     *   wrong codes.
     * @throws IntegrityViolationException if the server breaks the protocol of the login, as an
     *   attacker in its place would.
     * @throws DecryptionFailedException if the private key that the server stores does not decrypt.
     */
    public suspend fun me(timeout: Duration? = null): User {
        return connection.call(timeout) { User(whoAmI(it)) }
    }

    /**
     * Creates the first account of a new server, that of its administrator. Needs neither a
     * credential nor a code.
     *
     * Needs a server of 2024 or later. The client creates the key pair of the account, and
     * everything that protects it, on this machine. The server creates an organization with the
     * account and gives it a name.
     *
     * @param email the e-mail address of the administrator.
     * @param password the password of the account; it stays on this machine, but see
     *   `sendPassword`.
     * @param firstName first name; by default the part of the address before the `@`.
     * @param lastName last name; empty by default.
     * @param sendPassword whether the password may be sent to servers since June 2024, which demand
     *   it; `false` by default. Those of 2024 keep a copy of the private key that they can open.
     *   Without it, signing up fails on these servers. Earlier servers do not receive the password.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws InvalidInputException if the password is empty, or if the address has no `@`.
     * @throws ConflictException if the server has an administrator; an earlier call whose response
     *   was lost may have created that account.
     * @throws UnsupportedByServerException on May 2023 servers, where everybody signs up in the
     *   same way, or if the server demands the password itself and `sendPassword` does not allow
     *   it.
     */
    public suspend fun signUpAdministrator(
        email: String,
        password: String,
        firstName: String? = null,
        lastName: String? = null,
        sendPassword: Boolean = false,
        timeout: Duration? = null,
    ): NewAccount {
        checkText(
            "email" to email,
            "password" to password,
            "firstName" to firstName,
            "lastName" to lastName,
        )
        val account = NativeFirstAccount(email, password, firstName, lastName, sendPassword)
        return connection.call(timeout) { NewAccount(signUpAdministrator(account, it)) }
    }

    /**
     * Changes the name of the user. Needs a server of 2024 or later.
     *
     * @param firstName the new first name.
     * @param lastName last name; unchanged by default.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws InvalidInputException if the first name is blank.
     * @throws PermissionDeniedException for a service token, a service account or a machine
     *   identity.
     * @throws UnsupportedByServerException on May 2023 servers.
     */
    public suspend fun setName(
        firstName: String,
        lastName: String? = null,
        timeout: Duration? = null,
    ): User {
        checkText("firstName" to firstName, "lastName" to lastName)
        return connection.call(timeout) { User(setUserName(firstName, lastName, it)) }
    }

    /**
     * Lists the sessions of the user, including that of this client. Needs a server of 2024 or
     * later.
     *
     * The list has every login that is still valid. Logins from one address with one user agent are
     * one session.
     *
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws PermissionDeniedException for a service token, a service account, a machine identity
     *   or an API key.
     * @throws UnsupportedByServerException on May 2023 servers, which keep no sessions.
     */
    public suspend fun sessions(timeout: Duration? = null): List<Session> {
        return connection.call(timeout) { listSessions(it).map(::Session) }
    }

    /**
     * Ends every session of the user, including that of this client. Needs a server of 2024 or
     * later.
     *
     * No access token of the user is valid afterwards; API keys and service tokens stay valid. A
     * client with a password logs in again at its next call, and so can everybody else who has the
     * password. A client with an access token cannot be used afterwards.
     *
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws PermissionDeniedException for a service token, a service account, a machine identity
     *   or an API key.
     * @throws UnsupportedByServerException on May 2023 servers, which keep no sessions.
     */
    public suspend fun endSessions(timeout: Duration? = null) {
        connection.call(timeout) { endSessions(it) }
    }

    /**
     * Deletes the account of the user permanently, and closes this client. This cannot be undone.
     * Later calls fail with [ClientClosedException]. Needs a server of 2024 or later.
     *
     * Members of projects to whom this user sealed the project key may lose it with the account.
     * Have another member share the key with them again first.
     *
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws AuthenticationFailedException if another client deleted the account before.
     * @throws PermissionDeniedException for a service token, a service account, a machine identity
     *   or an API key.
     * @throws UnsupportedByServerException on May 2023 servers.
     */
    public suspend fun delete(timeout: Duration? = null) {
        connection.call(timeout) { deleteAccount(it) }
    }

    /**
     * Completes a login that failed with [MfaRequiredException], with the mailed code. Then repeat
     * the call that failed.
     *
     * After three wrong codes, servers since June 2024 lock the user: they accept no code and no
     * login until the time in `retryAfter` of the error has passed, or until the password is
     * replaced with [Account.completeRecovery].
     *
     * @param code the mailed code, which is valid for five minutes.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws AuthenticationFailedException if the code is wrong, of which servers accept a few, or
     *   if it is too old.
     * @throws InvalidInputException if the code is empty, or if no login waits for a code.
     * @throws PermissionDeniedException for a credential other than e-mail and password, or if the
     *   server has locked the user.
     */
    public suspend fun verifyMfa(code: String, timeout: Duration? = null) {
        checkText("code" to code)
        connection.call(timeout) { verifyMfa(code, it) }
    }

    /**
     * Asks the server to mail another code for a login; the code before is no longer valid. Begins
     * a login if none waits for a code.
     *
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws AuthenticationFailedException if the password is wrong.
     * @throws InvalidInputException if the user is logged in, or has no second factor.
     * @throws PermissionDeniedException for a credential other than e-mail and password, or if the
     *   server has locked the user after three wrong codes, as servers since June 2024 do.
     */
    public suspend fun resendMfaCode(timeout: Duration? = null) {
        connection.call(timeout) { resendMfaCode(it) }
    }

    /**
     * Turns the second factor of the user on or off. With it, a mailed code completes every login;
     * see [Account.verifyMfa]. A running session continues.
     *
     * @param enabled whether logins need a second factor.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws PermissionDeniedException for a service token, a service account or a machine
     *   identity.
     */
    public suspend fun setMfa(enabled: Boolean, timeout: Duration? = null) {
        connection.call(timeout) { setMfa(enabled, it) }
    }

    /**
     * Replaces the password of the user. The password in the credential is the current one, and
     * this client continues with the new one. The key pair stays, and so do project keys, service
     * tokens and the backup key.
     *
     * Today's servers leave the key pair under the old password: from then on, log in with the new
     * password, and give the old one to decrypt.
     *
     * After an interruption, either password may be the valid one. Run the call again, with the
     * password that logs in or with the one that this client has: it finishes the change. Servers
     * of 2024 and later end the session, so an access token cannot be used afterwards.
     *
     * @param newPassword the new password; it stays on this machine, but see `sendPassword`.
     * @param sendPassword whether the new password may be sent to servers since June 2024, which
     *   demand it; today's demand the current one too. `false` by default. Servers of 2024 keep a
     *   copy of the private key that they can open. Without it, changing the password fails on
     *   these servers. Earlier servers do not receive the password.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws AuthenticationFailedException if the current password is wrong.
     * @throws DecryptionFailedException if the current password, given beside an access token, is
     *   wrong.
     * @throws InvalidCredentialException for an access token without a password beside it.
     * @throws InvalidInputException if the new password is empty.
     * @throws PermissionDeniedException for a service token, a service account, a machine identity
     *   or an API key.
     * @throws UnsupportedByServerException if the server demands the new password itself and
     *   `sendPassword` does not allow it.
     */
    public suspend fun changePassword(
        newPassword: String,
        sendPassword: Boolean = false,
        timeout: Duration? = null,
    ) {
        checkText("newPassword" to newPassword)
        connection.call(timeout) { changePassword(newPassword, sendPassword, it) }
    }

    /**
     * Creates a backup key, for an emergency kit. With it and access to the mailbox, a lost
     * password can be replaced; see [Account.completeRecovery].
     *
     * The backup key is shown only here. A new one voids the earlier one. If the call fails, the
     * earlier one may be void too: create another one.
     *
     * @param name name of the person on the emergency kit; by default the first and last name of
     *   the account. The server does not receive it.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws AuthenticationFailedException if the password is wrong.
     * @throws DecryptionFailedException if the password, given beside an access token, is wrong.
     * @throws InvalidCredentialException for an access token without a password beside it.
     * @throws PermissionDeniedException for a service token, a service account, a machine identity
     *   or an API key.
     * @throws UnsupportedByServerException on today's servers, which store no backup keys.
     */
    public suspend fun createBackupKey(
        name: String? = null,
        timeout: Duration? = null,
    ): EmergencyKit {
        checkText("name" to name)
        return connection.call(timeout) { EmergencyKit(createBackupKey(name, it)) }
    }

    /**
     * Asks the server to mail a recovery code. Needs no credential. Servers of 2024 and later
     * succeed for every address, so that nobody learns who has an account.
     *
     * @param email the e-mail address of the account, to which the code is mailed.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no account of that address, on May 2023 servers.
     */
    public suspend fun startRecovery(email: String, timeout: Duration? = null) {
        checkText("email" to email)
        connection.call(timeout) { startRecovery(email, it) }
    }

    /**
     * Replaces a lost password, with a mailed code and a backup key. Needs no credential; log in
     * with the new password afterwards.
     *
     * The client confirms the code, opens the private key with the backup key of
     * [Account.createBackupKey], and protects it with the new password. Nothing is changed before
     * the private key is open. The backup key stays valid.
     *
     * Today's servers take a new password without a backup key, and leave the key pair under the
     * old password: afterwards, log in with the new password, and give the old one to decrypt. On
     * them the backup key has no effect.
     *
     * The server confirms a code only once. After a wrong backup key or an interruption, the same
     * client can continue with the confirmed code for 15 minutes; another client needs a new code.
     *
     * @param email the e-mail address that the code was mailed to.
     * @param code the mailed code.
     * @param backupKey the backup key of the emergency kit.
     * @param newPassword the new password; it stays on this machine, but see `sendPassword`.
     * @param sendPassword whether the new password may be sent to today's servers, which demand it;
     *   `false` by default. Without it, recovery fails on these servers. Earlier servers do not
     *   receive the password.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws AuthenticationFailedException if the code is wrong, was used or is too old, or if
     *   there is no account of that address.
     * @throws TokenExpiredException if the code was confirmed more than 15 minutes ago, on servers
     *   since 2024.
     * @throws DecryptionFailedException if the backup key is wrong, or if a later one has replaced
     *   it.
     * @throws NotFoundException if the account has no backup key.
     * @throws InvalidInputException if the backup key is not 32 hexadecimal characters, or if the
     *   new password is empty.
     * @throws IntegrityViolationException if the key that the backup key opens is not the private
     *   key of the account.
     * @throws UnsupportedByServerException if the server demands the new password itself and
     *   `sendPassword` does not allow it.
     */
    public suspend fun completeRecovery(
        email: String,
        code: String,
        backupKey: String,
        newPassword: String,
        sendPassword: Boolean = false,
        timeout: Duration? = null,
    ) {
        checkText(
            "email" to email,
            "code" to code,
            "backupKey" to backupKey,
            "newPassword" to newPassword,
        )
        val recovery = NativeRecovery(email, code, backupKey, newPassword, sendPassword)
        connection.call(timeout) { completeRecovery(recovery, it) }
    }
}

/** [Account] with calls that block. */
public class BlockingAccount
internal constructor(private val account: Account, private val timeout: Duration?) {
    /** See [Account.startSignUp]. */
    public fun startSignUp(email: String): Unit =
        blocking("email" to email) { account.startSignUp(email, timeout) }

    /** See [Account.completeSignUp]. */
    @JvmOverloads
    public fun completeSignUp(
        email: String,
        code: String,
        password: String,
        sendPassword: Boolean = false,
        firstName: String? = null,
        lastName: String? = null,
        organizationName: String? = null,
        invitedTo: String? = null,
    ): NewAccount =
        blocking("email" to email, "code" to code, "password" to password) {
            account.completeSignUp(
                email,
                code,
                password,
                firstName,
                lastName,
                organizationName,
                invitedTo,
                sendPassword,
                timeout,
            )
        }

    /** See [Account.acceptInvitation]. */
    public fun acceptInvitation(email: String, organization: String, code: String): Unit =
        blocking("email" to email, "organization" to organization, "code" to code) {
            account.acceptInvitation(email, organization, code, timeout)
        }

    /** See [Account.logOut]. */
    public fun logOut(): Unit = blocking { account.logOut(timeout) }

    /** See [Account.me]. */
    public fun me(): User = blocking { account.me(timeout) }

    /** See [Account.signUpAdministrator]. */
    @JvmOverloads
    public fun signUpAdministrator(
        email: String,
        password: String,
        sendPassword: Boolean = false,
        firstName: String? = null,
        lastName: String? = null,
    ): NewAccount =
        blocking("email" to email, "password" to password) {
            account.signUpAdministrator(email, password, firstName, lastName, sendPassword, timeout)
        }

    /** See [Account.setName]. */
    @JvmOverloads
    public fun setName(firstName: String, lastName: String? = null): User =
        blocking("firstName" to firstName) { account.setName(firstName, lastName, timeout) }

    /** See [Account.sessions]. */
    public fun sessions(): List<Session> = blocking { account.sessions(timeout) }

    /** See [Account.endSessions]. */
    public fun endSessions(): Unit = blocking { account.endSessions(timeout) }

    /** See [Account.delete]. */
    public fun delete(): Unit = blocking { account.delete(timeout) }

    /** See [Account.verifyMfa]. */
    public fun verifyMfa(code: String): Unit =
        blocking("code" to code) { account.verifyMfa(code, timeout) }

    /** See [Account.resendMfaCode]. */
    public fun resendMfaCode(): Unit = blocking { account.resendMfaCode(timeout) }

    /** See [Account.setMfa]. */
    public fun setMfa(enabled: Boolean): Unit = blocking { account.setMfa(enabled, timeout) }

    /** See [Account.changePassword]. */
    @JvmOverloads
    public fun changePassword(newPassword: String, sendPassword: Boolean = false): Unit =
        blocking("newPassword" to newPassword) {
            account.changePassword(newPassword, sendPassword, timeout)
        }

    /** See [Account.createBackupKey]. */
    @JvmOverloads
    public fun createBackupKey(name: String? = null): EmergencyKit = blocking {
        account.createBackupKey(name, timeout)
    }

    /** See [Account.startRecovery]. */
    public fun startRecovery(email: String): Unit =
        blocking("email" to email) { account.startRecovery(email, timeout) }

    /** See [Account.completeRecovery]. */
    @JvmOverloads
    public fun completeRecovery(
        email: String,
        code: String,
        backupKey: String,
        newPassword: String,
        sendPassword: Boolean = false,
    ): Unit =
        blocking(
            "email" to email,
            "code" to code,
            "backupKey" to backupKey,
            "newPassword" to newPassword,
        ) {
            account.completeRecovery(email, code, backupKey, newPassword, sendPassword, timeout)
        }
}
