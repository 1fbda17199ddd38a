//! What comes out about projects and what lies in them.

/// Calls the macro `records` of a binding with a table, as `surface_access!` does.
#[macro_export]
macro_rules! surface_projects {
    ($records:ident) => {
        $records! {
            /// An environment of a project.
            NativeEnvironment = Environment {
                /// Its id; none on May 2023 servers, and where an API key asks.
                id: [Option<String>],
                /// Its name.
                name: [String],
                /// Its slug.
                slug: [String],
            }

            /// A project.
            NativeProject = Project {
                /// The project's id.
                id: [String],
                /// Its name.
                name: [String],
                /// Its slug.
                slug: [Option<String>],
                /// The organization it belongs to.
                organization_id: [Option<String>],
                /// Whether the server's pages write names of secrets in capitals.
                auto_capitalization: [Option<bool>],
                /// Its environments.
                environments: [Vec<NativeEnvironment>],
            }

            /// Secrets of one environment that have the same name.
            NativeDuplicateName = DuplicateName {
                /// The name.
                name: [String],
                /// Slug of the environment.
                environment: [String],
                /// The secrets' ids.
                ids: [Vec<String>],
            }

            /// What enabling blind indices did.
            NativeBlindIndexReport = BlindIndexReport {
                /// How many secrets were named.
                named: [i64],
                /// Names that several secrets have.
                duplicates: [Vec<NativeDuplicateName>],
                /// Secrets whose name did not decrypt.
                failures: [Vec<NativeSecretFailure>],
            }

            /// What the server can do, and how the client's secrets pass.
            NativeCapabilities = Capabilities {
                /// The release the server resembles.
                server: [String],
                /// Whether the library was held against a running server of that release.
                verified: [bool],
                /// Whether secrets can lie in folders.
                folders: [bool],
                /// Whether folders can import others.
                secret_imports: [bool],
                /// Whether machine identities can log in.
                machine_identities: [bool],
                /// Whether this client's secrets are end-to-end encrypted.
                end_to_end_encrypted: [bool],
                /// The routes they pass by.
                secrets_route: [String],
            }

            /// That a project's key could be opened, and who sealed it.
            NativeOpenedKey = OpenedKey {
                /// The project.
                project_id: [String],
                /// Fingerprint of the public key that sealed it.
                sealed_by: [Option<String>],
            }

            /// A folder.
            NativeFolder = Folder {
                /// The folder's id.
                id: [String],
                /// Its name.
                name: [String],
                /// Its whole path.
                path: [String],
                /// When it was made.
                created_at: [Option<String>] instant,
                /// When it was last changed.
                updated_at: [Option<String>] instant,
            }

            /// A tag of a project.
            NativeTag = Tag {
                /// The tag's id.
                id: [String],
                /// Its name.
                name: [String],
                /// Its slug.
                slug: [String],
                /// Its colour.
                color: [Option<String>],
            }

            /// That a folder imports the secrets of another.
            NativeSecretImport = SecretImport {
                /// The import's id.
                id: [String],
                /// Slug of the environment it imports from.
                environment: [String],
                /// The folder it imports.
                path: [String],
                /// Its position among the folder's imports.
                position: [i64],
            }

            /// What happened to one of many secrets, or would.
            NativeBulkItem = BulkItem {
                /// The secret's name.
                name: [String],
                /// What is to become of it.
                action: [String],
                /// `"planned"`, `"done"`, `"failed"` or `"proposed"`.
                status: [String],
                /// Why it was not done.
                error: [Option<NativeError>],
                /// What a proposed change waits for.
                approval: [Option<NativeApproval>],
            }

            /// What happened to many secrets, or would.
            NativeBulkResult = BulkResult {
                /// One for each secret named.
                items: [Vec<NativeBulkItem>],
                /// What a program is told that needs every one done.
                incomplete: [Option<NativeError>],
            }

            /// What moving secrets did.
            NativeMoveResult = MoveResult {
                /// Names of the secrets that were moved.
                moved: [Vec<String>],
                /// Whether the source was changed.
                source_updated: [bool],
                /// Whether the destination was changed.
                destination_updated: [bool],
            }

            /// A request that a change be approved.
            NativeApproval = Approval {
                /// The request's id.
                id: [String],
                /// Its state, `open` until somebody decides.
                status: [String],
            }

            /// What became of a proposed change: one of the two is there.
            NativeSecretChange = SecretChange {
                /// The secret, if the change was made.
                secret: [Option<NativeSecret>],
                /// What the change waits for, if it was not.
                approval: [Option<NativeApproval>],
            }

            /// The versions of a secret.
            NativeSecretHistory = SecretHistory {
                /// Those that decrypted, newest first.
                versions: [Vec<NativeSecretVersion>],
                /// Those that did not.
                failures: [Vec<NativeSecretFailure>],
                /// What a program is told that needs every one.
                incomplete: [Option<NativeError>],
            }

            /// That a snapshot was taken.
            NativeSnapshot = Snapshot {
                /// The snapshot's id.
                id: [String],
                /// Counts the snapshots of the project from 1.
                version: [Option<i64>],
                /// When it was taken.
                created_at: [Option<String>] instant,
                /// Slug of its environment.
                environment: [Option<String>],
                /// Id of its folder.
                folder_id: [Option<String>],
            }

            /// What a snapshot holds.
            NativeSnapshotContents = SnapshotContents {
                /// The snapshot's id.
                id: [String],
                /// When it was taken.
                created_at: [Option<String>] instant,
                /// The secrets as they were.
                secrets: [Vec<NativeSecretVersion>],
                /// Those that did not decrypt.
                failures: [Vec<NativeSecretFailure>],
                /// Names of the folders there were.
                folders: [Vec<String>],
                /// What a program is told that needs every secret.
                incomplete: [Option<NativeError>],
            }
        }
    };
}
