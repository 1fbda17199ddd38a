package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeMoveResult

/**
 * What moving secrets did.
 *
 * @property moved names of the secrets that were moved. Not among them is one that an earlier,
 *   interrupted call had moved.
 * @property sourceUpdated whether the source changed.
 * @property destinationUpdated whether the destination changed; false if it already had all the
 *   secrets.
 */
@ConsistentCopyVisibility
public data class MoveResult
internal constructor(
    public val moved: List<String>,
    public val sourceUpdated: Boolean,
    public val destinationUpdated: Boolean,
) {
    internal constructor(
        result: NativeMoveResult
    ) : this(result.moved, result.sourceUpdated, result.destinationUpdated)
}
