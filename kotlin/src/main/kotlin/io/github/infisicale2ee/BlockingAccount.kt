package io.github.infisicale2ee

import kotlin.time.Duration

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

    /** See [Account.me]. */
    public fun me(): User = blocking { account.me(timeout) }

    /** See [Account.setName]. */
    @JvmOverloads
    public fun setName(firstName: String, lastName: String? = null): User =
        blocking("firstName" to firstName) {
            account.setName(firstName, lastName, timeout)
        }

    /** See [Account.acceptInvitation]. */
    public fun acceptInvitation(email: String, organization: String, code: String): Unit =
        blocking("email" to email, "organization" to organization, "code" to code) {
            account.acceptInvitation(email, organization, code, timeout)
        }

    /** See [Account.logOut]. */
    public fun logOut(): Unit = blocking { account.logOut(timeout) }

    /** See [Account.sessions]. */
    public fun sessions(): List<Session> = blocking { account.sessions(timeout) }

    /** See [Account.endSessions]. */
    public fun endSessions(): Unit = blocking { account.endSessions(timeout) }

    /** See [Account.delete]. */
    public fun delete(): Unit = blocking { account.delete(timeout) }

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
        blocking("email" to email) {
            account.startRecovery(email, timeout)
        }

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

    /** See [Account.verifyMfa]. */
    public fun verifyMfa(code: String): Unit =
        blocking("code" to code) { account.verifyMfa(code, timeout) }

    /** See [Account.resendMfaCode]. */
    public fun resendMfaCode(): Unit = blocking { account.resendMfaCode(timeout) }

    /** See [Account.setMfa]. */
    public fun setMfa(enabled: Boolean): Unit = blocking { account.setMfa(enabled, timeout) }
}
