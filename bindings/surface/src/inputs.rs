//! What goes in, and what goes both ways.

/// Calls two macros of a binding with a table each.
///
/// - `inputs`: what an operation is given. `NativeX = X { field: [type] }` stands for
///   `operations::X` of `bindings/common`. A field marked `secret` is a `SecretString` there.
/// - `values`: what goes both ways, and stands for the client's own `X`.
#[macro_export]
macro_rules! surface_inputs {
    ($inputs:ident, $values:ident) => {
        $inputs! {
            NativeVariable = Variable {
                name: [String],
                value: [String] secret,
            }

            NativeClientOptions = ClientOptions {
                base_url: [Option<String>],
                variables: [Option<Vec<NativeVariable>>],
                allow_http: [bool],
                credential: [NativeCredential],
                project: [Option<String>],
                environment: [Option<String>],
                organization: [Option<String>],
                timeout: [Option<f64>],
                deadline: [Option<f64>],
                certificate_authorities: [Option<String>],
                proxy: [Option<String>],
                max_response_bytes: [Option<i64>],
                require_e2ee: [Option<bool>],
                send_password: [Option<bool>],
                trusted_sealers: [Vec<String>],
                require_trusted_sealer: [Option<bool>],
                trust_store: [Option<String>],
                user_agent_suffix: [Option<String>],
            }

            NativeCredential = CredentialOptions {
                token: [Option<String>] secret,
                email: [Option<String>],
                access_token: [Option<String>] secret,
                api_key: [Option<String>] secret,
                client_id: [Option<String>],
                client_secret: [Option<String>] secret,
                identity_token: [Option<String>] secret,
                identity: [Option<NativeIdentityLogIn>],
                service_account_key: [Option<String>] secret,
                service_token_v3: [Option<String>] secret,
                password: [Option<String>] secret,
                key_password: [Option<String>] secret,
                private_key: [Option<String>] secret,
                granted_by: [Option<String>],
            }

            NativeIdentityLogIn = IdentityLogIn {
                method: [String],
                identity_id: [String],
                token: [Option<String>] secret,
                token_file: [Option<String>],
                username: [Option<String>],
                password: [Option<String>] secret,
                resource: [Option<String>],
                client_id: [Option<String>],
                key_file: [Option<String>],
                certificate: [Option<String>],
                private_key: [Option<String>] secret,
            }

            NativeAuditLogFilter = AuditLogFilter {
                project: [Option<String>],
                events: [Vec<String>],
                actor: [Option<String>],
                channel: [Option<String>],
                start: [Option<String>],
                end: [Option<String>],
                metadata: [Vec<NativeAuditDetail>],
            }

            NativePlace = Place {
                project: [Option<String>],
                environment: [Option<String>],
                path: [Option<String>],
                kind: [Option<String>],
            }

            NativeGetOptions = GetOptions {
                imports: [bool],
                view_value: [Option<bool>],
                expand_references: [bool],
                expand_on_server: [bool],
                unknown_references: [Option<String>],
                nested_references: [Option<String>],
                version: [Option<i64>],
            }

            NativeListOptions = ListOptions {
                overrides: [bool],
                imports: [bool],
                recursive: [bool],
                view_value: [Option<bool>],
                expand_references: [bool],
                expand_on_server: [bool],
                unknown_references: [Option<String>],
                nested_references: [Option<String>],
                tags: [Vec<String>],
                metadata: [Vec<NativeAuditDetail>],
            }

            NativeSecretExtras = SecretExtras {
                metadata: [Option<Vec<NativeAuditDetail>>],
                encrypted_metadata: [Option<Vec<NativeAuditDetail>>],
                reminder_days: [Option<i64>],
                reminder_note: [Option<String>],
                skip_multiline_encoding: [Option<bool>],
            }

            NativeLocation = Location {
                project: [Option<String>],
                environment: [Option<String>],
                path: [Option<String>],
            }

            NativeDestination = Destination {
                environment: [Option<String>],
                path: [Option<String>],
                overwrite: [bool],
            }

            NativeServiceAccountGrant = ServiceAccountGrant {
                project: [Option<String>],
                environment: [Option<String>],
                permissions: [Option<Vec<String>>],
                expect_fingerprint: [Option<String>],
            }

            NativeNewValue = NewValue {
                name: [String],
                value: [String] secret,
                comment: [Option<String>] secret,
            }

            NativeRecovery = Recovery {
                email: [String],
                code: [String] secret,
                backup_key: [String] secret,
                new_password: [String] secret,
                send_password: [bool],
            }

            NativeSecretImportChange = SecretImportChange {
                from_environment: [Option<String>],
                from_path: [Option<String>],
                position: [Option<i64>],
            }

            NativeSignUp = SignUp {
                email: [String],
                code: [String] secret,
                password: [String] secret,
                first_name: [Option<String>],
                last_name: [Option<String>],
                organization_name: [Option<String>],
                invited_to: [Option<String>],
                send_password: [bool],
            }

            NativeFirstAccount = FirstAccount {
                email: [String],
                password: [String] secret,
                first_name: [Option<String>],
                last_name: [Option<String>],
                send_password: [bool],
            }

            NativeNewRole = NewRole {
                slug: [String],
                name: [String],
                description: [Option<String>],
                permissions: [Vec<NativeRolePermission>],
            }

            NativeRoleChange = RoleChange {
                new_slug: [Option<String>],
                new_name: [Option<String>],
                description: [Option<String>],
                permissions: [Option<Vec<NativeRolePermission>>],
            }

            NativeUniversalAuthSettings = UniversalAuthSettings {
                access_token_ttl: [Option<f64>],
                access_token_max_ttl: [Option<f64>],
                access_token_max_uses: [Option<i64>],
                client_secret_trusted_ips: [Option<Vec<String>>],
                access_token_trusted_ips: [Option<Vec<String>>],
            }

            NativeTokenAuthSettings = TokenAuthSettings {
                access_token_ttl: [Option<f64>],
                access_token_max_ttl: [Option<f64>],
                access_token_max_uses: [Option<i64>],
                access_token_trusted_ips: [Option<Vec<String>>],
            }

            NativeNewNamedSecret = NamedSecret {
                name: [String],
                value: [String] secret,
            }

            NativeNewServiceToken = NewServiceToken {
                name: [String],
                project: [Option<String>],
                scopes: [Vec<NativeServiceTokenScope>],
                permissions: [Option<Vec<String>>],
                expires_in: [Option<f64>],
            }
        }

        $values! {
            NativeAuditDetail = AuditDetail {
                name: [String],
                value: [String],
            }

            NativeDeniedPermission = DeniedPermission {
                environment: [String],
                permission: [String],
            }

            NativeRolePermission = RolePermission {
                subject: [String],
                actions: [Vec<String>],
                conditions: [Option<String>],
                inverted: [bool],
            }

            NativeServiceTokenScope = ServiceTokenScope {
                environment: [String],
                path: [String],
            }
        }
    };
}
