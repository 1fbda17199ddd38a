//! What comes out and must not be shown.

/// Calls two macros of a binding with a table each, of records as in `surface_access!`.
///
/// - `confidential`: records with a field marked `secret`, which nothing prints.
/// - `secrets`: records of secrets, for which Python has classes of its own.
#[macro_export]
macro_rules! surface_secrets {
    ($confidential:ident, $secrets:ident) => {
        $confidential! {
            /// A new API key.
            NativeCreatedApiKey = CreatedApiKey {
                /// The key, `ak.<id>.<secret>`.
                key: [String] secret,
                /// What is known of it.
                info: [NativeApiKeyInfo],
            }

            /// A new access token of a machine identity.
            NativeCreatedAccessToken = CreatedAccessToken {
                /// The token, as a program uses it.
                access_token: [String] secret,
                /// Seconds it lasts unless it is renewed.
                expires_in: [f64],
            }

            /// A new client secret of a machine identity.
            NativeCreatedClientSecret = CreatedClientSecret {
                /// The secret, as a program logs in with it.
                client_secret: [String] secret,
                /// What is known of it.
                info: [NativeClientSecretInfo],
            }

            /// What a person keeps for the day the password is lost.
            NativeEmergencyKit = EmergencyKit {
                /// Whose it is.
                name: [String],
                /// The address the recovery code will be mailed to.
                email: [String],
                /// The key, 32 hexadecimal characters.
                backup_key: [String] secret,
            }

            /// That somebody was invited to an organization.
            NativeInvitation = Invitation {
                /// The address invited.
                email: [String],
                /// The organization.
                organization_id: [String],
                /// The link to send them.
                link: [Option<String>] secret,
                /// The code in that link.
                code: [Option<String>] secret,
            }

            /// A version of a secret.
            NativeAuditedSecret = AuditedSecret {
                /// Counts the secret's changes from 1.
                version: [i64],
                /// Its name.
                name: [String],
                /// Its value.
                value: [String] secret,
            }

            /// A new service account.
            NativeCreatedServiceAccount = CreatedServiceAccount {
                /// The account.
                info: [NativeServiceAccount],
                /// The access key, `sa.<id>.<secret>`.
                access_key: [String] secret,
                /// Its public key.
                public_key: [String],
                /// Its private key.
                private_key: [String] secret,
                /// Public key of the user who made it.
                granted_by: [String],
            }

            /// A new service token.
            NativeCreatedServiceToken = CreatedServiceToken {
                /// The token, `st.<id>.<secret>.<key>`.
                token: [String] secret,
                /// What it is for.
                info: [NativeServiceTokenInfo],
            }

            /// A name and its value, as read.
            NativeNamedSecret = NamedSecret {
                /// The name.
                name: [String],
                /// The value.
                value: [String] secret,
            }
        }

        $secrets! {
            /// A decrypted secret.
            NativeSecret = Secret {
                /// The secret's id.
                id: [String],
                /// Its name.
                name: [String],
                /// Its value.
                value: [String] secret,
                /// Its comment.
                comment: [String] secret,
                /// `"shared"` or `"personal"`.
                kind: [String],
                /// Counts its changes from 1; from 0 where several were made at once on a server of 2024.
                version: [i64],
                /// The project it belongs to.
                project_id: [String],
                /// Slug of its environment.
                environment: [String],
                /// Its folder.
                path: [String],
                /// Slugs of its tags, where the server tells.
                tags: [Option<Vec<String>>],
                /// When it was made.
                created_at: [Option<String>] instant,
                /// When it was last changed.
                updated_at: [Option<String>] instant,
                /// Whether the server could not read it.
                end_to_end_encrypted: [bool],
            }

            /// What a secret was at one time.
            NativeSecretVersion = SecretVersion {
                /// The version's own id.
                id: [String],
                /// The secret's id.
                secret_id: [String],
                /// Counts the secret's changes.
                version: [i64],
                /// `"shared"` or `"personal"`.
                kind: [String],
                /// Slug of its environment.
                environment: [String],
                /// Its name then.
                name: [String],
                /// Its value then.
                value: [String] secret,
                /// Its comment then.
                comment: [Option<String>] secret,
                /// When it became so.
                created_at: [Option<String>] instant,
                /// Whether the secret is gone, where the server tells.
                deleted: [Option<bool>],
            }

            /// A secret that did not decrypt.
            NativeSecretFailure = SecretFailure {
                /// The secret's id.
                id: [String],
                /// The field that did not verify.
                field: [String],
                /// What happened.
                error: [NativeError],
            }
        }
    };
}
