/** What the server can do, and how the client's secrets pass. */
export interface Capabilities {
  /** The release the server resembles: `may23`, `feb24`, `jun24` or `modern`. */
  server: string;
  /** Whether this library was held against a running server of that release. */
  verified: boolean;
  /** Whether secrets can lie in folders. */
  folders: boolean;
  /** Whether folders can import others. */
  secretImports: boolean;
  /** Whether machine identities can log in. */
  machineIdentities: boolean;
  /** Whether this client's secrets are end-to-end encrypted. */
  endToEndEncrypted: boolean;
  /** The routes they pass by: `encrypted_v3`, `raw_v3` or `raw_v4`. */
  secretsRoute: string;
}
