//! What comes out about projects and what lies in them.

/// Calls the macro `records` of a binding with a table, as `surface_access!` does.
#[macro_export]
macro_rules! surface_projects {
    ($records:ident) => {
        $records! {
            NativeEnvironment = Environment {
                id: [Option<String>],
                name: [String],
                slug: [String],
            }

            NativeProject = Project {
                id: [String],
                name: [String],
                slug: [Option<String>],
                product: [Option<String>],
                organization_id: [Option<String>],
                auto_capitalization: [Option<bool>],
                environments: [Vec<NativeEnvironment>],
            }

            NativeDuplicateName = DuplicateName {
                name: [String],
                environment: [String],
                ids: [Vec<String>],
            }

            NativeBlindIndexReport = BlindIndexReport {
                named: [i64],
                duplicates: [Vec<NativeDuplicateName>],
                failures: [Vec<NativeSecretFailure>],
            }

            NativeKeyRotation = KeyRotation {
                project_id: [String],
                rotated: [bool],
                secrets: [i64],
                re_encrypted: [i64],
                members: [Vec<NativeMember>],
                members_without_key: [Vec<NativeMember>],
                service_tokens: [Vec<NativeServiceTokenInfo>],
                shared_with_server: [bool],
                failures: [Vec<NativeSecretFailure>],
                warning: [String],
            }

            NativeCapabilities = Capabilities {
                server: [String],
                verified: [bool],
                folders: [bool],
                secret_imports: [bool],
                machine_identities: [bool],
                end_to_end_encrypted: [bool],
                server_learns_key_password: [bool],
                secrets_route: [String],
            }

            NativeOpenedKey = OpenedKey {
                project_id: [String],
                sealed_by: [Option<NativeFingerprint>],
            }

            NativeFolder = Folder {
                id: [String],
                name: [String],
                path: [String],
                description: [Option<String>],
                created_at: [Option<String>] instant,
                updated_at: [Option<String>] instant,
            }

            NativeTag = Tag {
                id: [String],
                name: [String],
                slug: [String],
                color: [Option<String>],
            }

            NativeSecretImport = SecretImport {
                id: [String],
                environment: [String],
                path: [String],
                position: [i64],
            }

            NativeDynamicSecret = DynamicSecret {
                id: [String],
                name: [String],
                provider: [String],
                default_ttl: [Option<f64>],
                max_ttl: [Option<f64>],
                status: [Option<String>],
                created_at: [Option<String>] instant,
                updated_at: [Option<String>] instant,
            }

            NativeLease = Lease {
                id: [String],
                dynamic_secret_id: [String],
                expires_at: [Option<String>] instant,
                status: [Option<String>],
                created_at: [Option<String>] instant,
                updated_at: [Option<String>] instant,
            }

            NativeCreatedLease = CreatedLease {
                lease: [NativeLease],
                credentials: [Vec<NativeLeaseCredential>],
            }

            NativeKmsKey = KmsKey {
                id: [String],
                name: [String],
                description: [String],
                usage: [String],
                algorithm: [Option<String>],
                version: [Option<i64>],
                enabled: [bool],
                project_id: [Option<String>],
                created_at: [Option<String>] instant,
                updated_at: [Option<String>] instant,
            }

            NativeBulkItem = BulkItem {
                name: [String],
                action: [String],
                status: [String],
                error: [Option<NativeError>],
                approval: [Option<NativeApproval>],
            }

            NativeBulkResult = BulkResult {
                items: [Vec<NativeBulkItem>],
                incomplete: [Option<NativeError>],
            }

            NativeMoveResult = MoveResult {
                moved: [Vec<String>],
                source_updated: [bool],
                destination_updated: [bool],
            }

            NativeDuplicateResult = DuplicateResult {
                copied: [Vec<String>],
                unchanged: [Vec<String>],
            }

            NativeApproval = Approval {
                id: [String],
                status: [String],
            }

            NativeSecretChange = SecretChange {
                secret: [Option<NativeSecret>],
                approval: [Option<NativeApproval>],
            }

            NativeSecretHistory = SecretHistory {
                versions: [Vec<NativeSecretVersion>],
                failures: [Vec<NativeSecretFailure>],
                incomplete: [Option<NativeError>],
            }

            NativeSnapshot = Snapshot {
                id: [String],
                version: [Option<i64>],
                created_at: [Option<String>] instant,
                environment: [Option<String>],
                folder_id: [Option<String>],
            }

            NativeSnapshotContents = SnapshotContents {
                id: [String],
                created_at: [Option<String>] instant,
                secrets: [Vec<NativeSecretVersion>],
                failures: [Vec<NativeSecretFailure>],
                folders: [Vec<String>],
                incomplete: [Option<NativeError>],
            }
        }
    };
}
