package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeSecretChange

/**
 * The result of a proposed change: either `secret` or `approval` is set.
 *
 * @property secret the secret, if the change was made.
 * @property approval what the change waits for, if it was not made.
 */
@ConsistentCopyVisibility
public data class SecretChange
internal constructor(
    public val secret: Secret?,
    public val approval: Approval?,
) {
    internal constructor(
        native: NativeSecretChange
    ) : this(
        secret = native.secret?.let(::Secret),
        approval = native.approval?.let(::Approval),
    )
}
