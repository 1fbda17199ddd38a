internal import InfisicalE2EENative

/// What the server can do, and how the client's secrets pass.
public struct Capabilities: Hashable, Sendable {
    /// The release the server resembles: `may23`, `feb24`, `jun24` or `modern`.
    public let server: String
    /// Whether this library was held against a running server of that release.
    public let verified: Bool
    /// Whether secrets can lie in folders.
    public let folders: Bool
    /// Whether folders can import others.
    public let secretImports: Bool
    /// Whether machine identities can log in.
    public let machineIdentities: Bool
    /// Whether this client's secrets are end-to-end encrypted.
    public let endToEndEncrypted: Bool
    /// The routes they pass by: `encrypted_v3`, `raw_v3` or `raw_v4`.
    public let secretsRoute: String

    init(_ native: NativeCapabilities) {
        server = native.server
        verified = native.verified
        folders = native.folders
        secretImports = native.secretImports
        machineIdentities = native.machineIdentities
        endToEndEncrypted = native.endToEndEncrypted
        secretsRoute = native.secretsRoute
    }
}
