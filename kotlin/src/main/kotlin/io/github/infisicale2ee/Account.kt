package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeSignUp
import kotlin.time.Duration

/**
 * An account that was just made.
 *
 * @property userId the user's id.
 * @property email the address signed up with. Log in with the same spelling: it is part of the
 *   proof.
 */
@ConsistentCopyVisibility
public data class NewAccount
internal constructor(public val userId: String, public val email: String)

/**
 * A user of the server.
 *
 * @property id the user's id.
 * @property email e-mail address.
 * @property firstName first name.
 * @property lastName last name.
 */
@ConsistentCopyVisibility
public data class User
internal constructor(
    public val id: String,
    public val email: String,
    public val firstName: String,
    public val lastName: String,
)

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
     * @param firstName by default the part of the address before the `@`.
     * @param lastName `-` by default, because the server refuses an empty one.
     * @param organizationName name of the organization made with the account; `<first name>'s
     *   organization` by default.
     * @param sendPassword agrees to send the password to servers since spring 2024, which demand it
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
        )
        val signUp =
            NativeSignUp(email, code, password, firstName, lastName, organizationName, sendPassword)
        return connection.call(timeout) {
            val account = completeSignUp(signUp, it)
            NewAccount(account.userId, account.email)
        }
    }

    /**
     * The user behind the credential. Logs in if need be, so it also tells whether a password is
     * right.
     *
     * @throws AuthenticationFailedException if the credential is refused.
     * @throws PermissionDeniedException for a service token, which belongs to no user.
     */
    public suspend fun me(timeout: Duration? = null): User =
        connection.call(timeout) {
            val user = whoAmI(it)
            User(user.id, user.email, user.firstName, user.lastName)
        }
}
