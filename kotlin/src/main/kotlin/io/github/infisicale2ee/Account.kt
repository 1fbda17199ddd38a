package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeFirstAccount
import io.github.infisicale2ee.internal.NativeRecovery
import io.github.infisicale2ee.internal.NativeSignUp
import kotlin.time.Duration

/**
 * Signing up, and the user behind the credential. `timeout` is the longest a call may take, if less
 * than the client's deadline.
 */
public class Account internal constructor(private val connection: Connection) {
    /**
     * Asks the server to mail a sign-up code to [email]. Needs no credential.
     *
     * @throws ConflictException if the account exists.
     */
    public suspend fun startSignUp(email: String, timeout: Duration? = null) {
        checkText("email" to email)
        connection.call(timeout) { startSignUp(email, it) }
    }

    /**
     * Confirms the mailed code and makes the account: its key pair and everything that protects it
     * are made here. Needs no credential.
     *
     * The code can be confirmed once: interrupted, the same client goes on with it for a quarter of
     * an hour, another needs a new code.
     *
     * @param firstName by default the part of the address before the `@`.
     * @param lastName `-` by default, because the server refuses an empty one.
     * @param invitedTo id of the organization that invited the person. Then the code is that of the
     *   invitation, [startSignUp] is not needed, and no organization is made.
     * @param organizationName name of the organization made with the account; `<first name>'s
     *   organization` by default.
     * @param sendPassword agrees to send the password to servers since June 2024, which demand it
     *   and keep a copy of the private key that they can open. Without it, signing up there is
     *   refused.
     * @throws AuthenticationFailedException for a wrong code.
     * @throws ConflictException if the account exists.
     * @throws UnsupportedByServerException if the server demands the password itself, see
     *   [sendPassword].
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
     * Makes the first account of a new server, its administrator, with an organization the server
     * names; on servers of 2024 and later. The key pair and everything that protects it are made
     * here. Needs neither a credential nor a code.
     *
     * @param firstName by default the part of the address before the `@`.
     * @param lastName none by default.
     * @param sendPassword as in [completeSignUp].
     * @throws InvalidInputException for an empty password, or an address without `@`.
     * @throws ConflictException if the server has an administrator, whom an earlier call may have
     *   made whose answer was lost.
     * @throws UnsupportedByServerException on May 2023 servers, where everybody signs up alike, or
     *   if the server demands the password itself, see [sendPassword].
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
     * The user behind the credential. Logs in if need be, so it also tells whether a password is
     * right.
     *
     * @throws AuthenticationFailedException if the credential is refused.
     * @throws PermissionDeniedException for a service token, which belongs to no user.
     */
    public suspend fun me(timeout: Duration? = null): User =
        connection.call(timeout) { User(whoAmI(it)) }

    /**
     * Gives the user another name, on servers of 2024 and later.
     *
     * @param lastName the new last name; unchanged by default.
     * @throws InvalidInputException for a blank first name.
     * @throws PermissionDeniedException for programs.
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
     * Takes up an invitation to an organization for somebody who has an account. Needs no
     * credential.
     *
     * @param code the mailed code.
     * @throws AuthenticationFailedException for a wrong or used code.
     * @throws NotFoundException if the person has no account yet: they sign up with `invitedTo` and
     *   another code.
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
     * Ends the session and forgets the log-in and every opened key. A client with a password logs
     * in again at its next call. May 2023 servers leave the access token valid until it expires.
     *
     * Of a machine identity it is the access token that the server revokes, since June 2024. A
     * client with a client secret logs in again at its next call, and if it has not logged in there
     * is nothing to revoke. A client with an identity token is of no use afterwards.
     *
     * What the client holds is forgotten whatever happens. If the server is not reached, it keeps
     * the session until that expires.
     *
     * @throws AuthenticationFailedException if the server had ended the session already.
     * @throws PermissionDeniedException for a service token or an API key, which have no session.
     * @throws UnsupportedByServerException for a machine identity that is logged in on servers
     *   before June 2024.
     */
    public suspend fun logOut(timeout: Duration? = null) {
        connection.call(timeout) { logOut(it) }
    }

    /**
     * The user's log-ins that still count, this client's among them, on servers of 2024 and later.
     * Those from one address with one user agent are one session.
     *
     * @throws PermissionDeniedException for programs and API keys.
     * @throws UnsupportedByServerException on May 2023 servers, which keep none.
     */
    public suspend fun sessions(timeout: Duration? = null): List<Session> =
        connection.call(timeout) { listSessions(it).map(::Session) }

    /**
     * Ends every session of the user, this client's too, on servers of 2024 and later: nobody's
     * access token is of use any longer. A client with a password logs in again at its next call,
     * and so does whoever else has it; one with an access token is of no use afterwards. API keys
     * and service tokens stay.
     *
     * @throws PermissionDeniedException for programs and API keys.
     * @throws UnsupportedByServerException on May 2023 servers, which keep none.
     */
    public suspend fun endSessions(timeout: Duration? = null) {
        connection.call(timeout) { endSessions(it) }
    }

    /**
     * Deletes the user's account for good, on servers of 2024 and later, and closes the client.
     * There is no way back.
     *
     * Members of projects to whom this user sealed the key may lose it with the account: first have
     * another member share it with them again.
     *
     * @throws AuthenticationFailedException if another client deleted it before.
     * @throws PermissionDeniedException for programs and API keys.
     * @throws UnsupportedByServerException on May 2023 servers.
     */
    public suspend fun delete(timeout: Duration? = null) {
        connection.call(timeout) { deleteAccount(it) }
    }

    /**
     * Gives the user another password in place of the one in the credential, with which this client
     * goes on. The key pair stays, and so do project keys, service tokens and the backup key.
     *
     * Interrupted, either password may be the one that counts: run it again, with whichever logs in
     * or the one this client has. Servers of 2024 end the session, so that an access token is of no
     * use afterwards.
     *
     * @param newPassword the new password; it stays on this machine, but see `sendPassword`.
     * @param sendPassword agrees to send the new password to servers since June 2024, which demand
     *   it and keep a copy of the private key that they can open. Without it, they refuse the
     *   change.
     * @throws AuthenticationFailedException if the current password is wrong.
     * @throws DecryptionFailedException if it is wrong beside an access token.
     * @throws UnsupportedByServerException if the server demands the password itself.
     * @throws InvalidCredentialException for an access token without a password beside it.
     * @throws PermissionDeniedException for programs and API keys.
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
     * Makes a key for an emergency kit: with it and access to the mailbox, a lost password can be
     * replaced. It is shown only here. A new one voids the old.
     *
     * See [completeRecovery].
     *
     * @param name whose name the kit bears; first and last name of the account by default. The
     *   server is not told.
     * @throws AuthenticationFailedException if the password is wrong.
     * @throws DecryptionFailedException if it is wrong beside an access token.
     * @throws InvalidCredentialException for an access token without a password beside it.
     * @throws PermissionDeniedException for programs and API keys.
     */
    public suspend fun createBackupKey(
        name: String? = null,
        timeout: Duration? = null,
    ): EmergencyKit {
        checkText("name" to name)
        return connection.call(timeout) { EmergencyKit(createBackupKey(name, it)) }
    }

    /**
     * Asks the server to mail a recovery code to `email`. Needs no credential. Servers of 2024
     * succeed for any address, so as not to tell who has an account.
     *
     * @throws NotFoundException if there is no account (May 2023).
     */
    public suspend fun startRecovery(
        email: String,
        timeout: Duration? = null,
    ) {
        checkText("email" to email)
        connection.call(timeout) { startRecovery(email, it) }
    }

    /**
     * Opens the private key with a backup key and puts it under a new password. Needs no
     * credential; log in with the new password afterwards. Nothing is changed before the private
     * key is open, and the backup key stays good.
     *
     * The code can be confirmed once: after a wrong backup key or an interruption the same client
     * goes on with it for a quarter of an hour, another needs a new code.
     *
     * @param email the address the code was mailed to.
     * @param code the mailed code.
     * @param backupKey the backup key of the emergency kit.
     * @param newPassword the new password; it stays on this machine, but see `sendPassword`.
     * @param sendPassword agrees to send the new password to servers since about the end of 2024,
     *   which demand it and can open the private key with it. Without it, recovery there is
     *   refused.
     * @throws AuthenticationFailedException for a wrong or used code.
     * @throws DecryptionFailedException for a wrong backup key.
     * @throws NotFoundException if the account has none.
     * @throws InvalidInputException for one that is not 32 hexadecimal characters.
     * @throws IntegrityViolationException if what it opens is not the key of the account.
     * @throws UnsupportedByServerException if the server demands the password itself.
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
        val recovery =
            NativeRecovery(
                email = email,
                code = code,
                backupKey = backupKey,
                newPassword = newPassword,
                sendPassword = sendPassword,
            )
        connection.call(timeout) { completeRecovery(recovery, it) }
    }

    /**
     * Completes a log-in that failed with [MfaRequiredException], with the code that was mailed.
     * Then repeat the call.
     *
     * @param code the mailed code.
     * @throws AuthenticationFailedException for a wrong code, of which servers take a few, or one
     *   that is too old.
     * @throws InvalidInputException if no code is waited for.
     * @throws PermissionDeniedException for other credentials than e-mail and password, and if the
     *   server has locked the user after three wrong codes, as servers since June 2024 do.
     *   `retryAfter` gives the duration.
     */
    public suspend fun verifyMfa(
        code: String,
        timeout: Duration? = null,
    ) {
        checkText("code" to code)
        connection.call(timeout) { verifyMfa(code, it) }
    }

    /**
     * Has another code mailed; the one before is no longer good. Begins a log-in if none is
     * waiting.
     *
     * @throws AuthenticationFailedException for a wrong password.
     * @throws InvalidInputException if the user is logged in, or has no second factor.
     * @throws PermissionDeniedException for other credentials than e-mail and password.
     */
    public suspend fun resendMfaCode(timeout: Duration? = null) {
        connection.call(timeout) { resendMfaCode(it) }
    }

    /**
     * Turns the second factor on or off. With it, every log-in is completed by a mailed code, see
     * [verifyMfa]; a session under way goes on.
     *
     * @param enabled whether there is to be one.
     * @throws PermissionDeniedException for programs.
     */
    public suspend fun setMfa(
        enabled: Boolean,
        timeout: Duration? = null,
    ) {
        connection.call(timeout) { setMfa(enabled, it) }
    }
}
