package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeCapabilities

/**
 * What the server can do, and how the client's secrets pass.
 *
 * @property server the release the server resembles: `may23`, `feb24`, `jun24` or `modern`.
 * @property verified whether this library was held against a running server of that release.
 * @property folders whether secrets can lie in folders.
 * @property secretImports whether folders can import others.
 * @property machineIdentities whether machine identities can log in.
 * @property endToEndEncrypted whether this client's secrets are end-to-end encrypted.
 * @property secretsRoute the routes they pass by: `encrypted_v3`, `raw_v3` or `raw_v4`.
 */
@ConsistentCopyVisibility
public data class Capabilities
internal constructor(
    public val server: String,
    public val verified: Boolean,
    public val folders: Boolean,
    public val secretImports: Boolean,
    public val machineIdentities: Boolean,
    public val endToEndEncrypted: Boolean,
    public val secretsRoute: String,
) {
    internal constructor(
        native: NativeCapabilities
    ) : this(
        server = native.server,
        verified = native.verified,
        folders = native.folders,
        secretImports = native.secretImports,
        machineIdentities = native.machineIdentities,
        endToEndEncrypted = native.endToEndEncrypted,
        secretsRoute = native.secretsRoute,
    )
}
