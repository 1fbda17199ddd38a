//! What comes out and must not be shown.

/// Calls two macros of a binding with a table each, of records as in `surface_access!`.
///
/// - `confidential`: records with a field marked `secret`, which nothing prints.
/// - `secrets`: records of secrets, for which Python has classes of its own.
#[macro_export]
macro_rules! surface_secrets {
    ($confidential:ident, $secrets:ident) => {
        $confidential! {
            NativeCreatedApiKey = CreatedApiKey {
                key: [String] secret,
                info: [NativeApiKeyInfo],
            }

            NativeCreatedAccessToken = CreatedAccessToken {
                access_token: [String] secret,
                expires_in: [f64],
            }

            NativeCreatedClientSecret = CreatedClientSecret {
                client_secret: [String] secret,
                info: [NativeClientSecretInfo],
            }

            NativeEmergencyKit = EmergencyKit {
                name: [String],
                email: [String],
                backup_key: [String] secret,
            }

            NativeInvitation = Invitation {
                email: [String],
                organization_id: [String],
                link: [Option<String>] secret,
                code: [Option<String>] secret,
            }

            NativeAuditedSecret = AuditedSecret {
                version: [i64],
                name: [String],
                value: [String] secret,
            }

            NativeCreatedServiceAccount = CreatedServiceAccount {
                info: [NativeServiceAccount],
                access_key: [String] secret,
                public_key: [String],
                private_key: [String] secret,
                granted_by: [String],
            }

            NativeCreatedServiceToken = CreatedServiceToken {
                token: [String] secret,
                info: [NativeServiceTokenInfo],
            }

            NativeLeaseCredential = LeaseCredential {
                name: [String],
                value: [String] secret,
            }

            NativeSecretMetadata = SecretMetadata {
                key: [String],
                value: [String] secret,
                encrypted: [bool],
            }

            NativeNamedSecret = NamedSecret {
                name: [String],
                value: [String] secret,
            }
        }

        $secrets! {
            NativeSecret = Secret {
                id: [String],
                name: [String],
                value: [String] secret,
                value_read: [bool],
                comment: [String] secret,
                kind: [String],
                version: [i64],
                project_id: [String],
                environment: [String],
                path: [String],
                tags: [Option<Vec<String>>],
                metadata: [Option<Vec<NativeSecretMetadata>>],
                reminder_days: [Option<i64>],
                reminder_note: [Option<String>],
                skip_multiline_encoding: [Option<bool>],
                created_at: [Option<String>] instant,
                updated_at: [Option<String>] instant,
                end_to_end_encrypted: [bool],
            }

            NativeSecretVersion = SecretVersion {
                id: [String],
                secret_id: [String],
                version: [i64],
                kind: [String],
                environment: [String],
                name: [String],
                value: [String] secret,
                comment: [Option<String>] secret,
                created_at: [Option<String>] instant,
                deleted: [Option<bool>],
            }

            NativeSecretFailure = SecretFailure {
                id: [String],
                field: [String],
                error: [NativeError],
            }
        }
    };
}
