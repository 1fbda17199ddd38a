package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeNewAccount
import io.github.infisicale2ee.internal.NativeUser

/**
 * An account that was just made.
 *
 * @property userId the user's id.
 * @property email the address signed up with. Log in with the same spelling: it is part of the
 *   proof.
 */
@ConsistentCopyVisibility
public data class NewAccount
internal constructor(public val userId: String, public val email: String) {
    internal constructor(native: NativeNewAccount) : this(native.userId, native.email)
}

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
) {
    internal constructor(
        native: NativeUser
    ) : this(
        id = native.id,
        email = native.email,
        firstName = native.firstName,
        lastName = native.lastName,
    )
}
