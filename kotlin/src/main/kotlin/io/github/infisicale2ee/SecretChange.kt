package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeApproval
import io.github.infisicale2ee.internal.NativeSecretChange

/**
 * A request that a change be approved.
 *
 * @property id the request's id.
 * @property status its state as the server names it: `open`, as long as nobody has decided.
 */
@ConsistentCopyVisibility
public data class Approval
internal constructor(
    public val id: String,
    public val status: String,
) {
    internal constructor(
        native: NativeApproval
    ) : this(
        id = native.id,
        status = native.status,
    )
}

/**
 * What became of a proposed change: one of the two is there.
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
