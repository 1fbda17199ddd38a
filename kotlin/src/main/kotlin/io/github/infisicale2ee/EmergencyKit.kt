package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeEmergencyKit

/**
 * What a person keeps, on paper say, for the day the password is lost.
 *
 * @property name whose it is.
 * @property email the address the recovery code will be mailed to.
 * @property backupKey 32 hexadecimal characters. With a mailed code they open the account.
 */
@ConsistentCopyVisibility
public data class EmergencyKit
internal constructor(
    public val name: String,
    public val email: String,
    public val backupKey: String,
) {
    internal constructor(
        native: NativeEmergencyKit
    ) : this(
        name = native.name,
        email = native.email,
        backupKey = native.backupKey,
    )

    /** Everything but backupKey. */
    override fun toString(): String = "EmergencyKit(name=$name, email=$email)"
}
