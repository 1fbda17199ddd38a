package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeAuditedSecret

/**
 * A version of a secret.
 *
 * @property version counts the secret's changes from 1.
 * @property name its name.
 * @property value its value.
 */
@ConsistentCopyVisibility
public data class AuditedSecret
internal constructor(
    public val version: Long,
    public val name: String,
    public val value: String,
) {
    internal constructor(
        native: NativeAuditedSecret
    ) : this(
        version = native.version,
        name = native.name,
        value = native.value,
    )

    /** Everything but value. */
    override fun toString(): String = "AuditedSecret(version=$version, name=$name)"
}
