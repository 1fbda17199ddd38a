//! What goes in, and what goes both ways.

/// Calls two macros of a binding with a table each.
///
/// - `inputs`: what an operation is given. `NativeX = X { field: [type] }` stands for
///   `operations::X` of `bindings/common`.
/// - `values`: what goes both ways, and stands for the client's own `X`.
#[macro_export]
macro_rules! surface_inputs {
    ($inputs:ident, $values:ident) => {
        $inputs! {
            /// An environment variable that configures a client.
            NativeVariable = Variable {
                /// Its name.
                name: [String],
                /// Its value.
                value: [String],
            }

            /// What a client can be told. Durations are seconds.
            NativeClientOptions = ClientOptions {
                /// The server.
                base_url: [Option<String>],
                /// The environment variables with the server and the credential.
                variables: [Option<Vec<NativeVariable>>],
                /// Allow `http://` to another machine.
                allow_http: [bool],
                /// Who the client acts as.
                credential: [NativeCredential],
                /// Id of the default project.
                project: [Option<String>],
                /// Slug of the default environment.
                environment: [Option<String>],
                /// Id of the organization to act in.
                organization: [Option<String>],
                /// Seconds one HTTP request may take.
                timeout: [Option<f64>],
                /// Seconds one call may take.
                deadline: [Option<f64>],
                /// PEM certificates to trust beside the system's.
                certificate_authorities: [Option<String>],
                /// URL of the HTTP proxy, or `none`.
                proxy: [Option<String>],
                /// The longest answer accepted, in bytes.
                max_response_bytes: [Option<i64>],
                /// Whether secrets may only pass end-to-end encrypted.
                require_e2ee: [Option<bool>],
                /// What follows the library's name in the User-Agent header.
                user_agent_suffix: [Option<String>],
            }

            /// The credential as flat options.
            NativeCredential = CredentialOptions {
                /// An Infisical Token.
                token: [Option<String>],
                /// A user's e-mail address.
                email: [Option<String>],
                /// A user's access token.
                access_token: [Option<String>],
                /// A user's API key.
                api_key: [Option<String>],
                /// A machine identity's client id.
                client_id: [Option<String>],
                /// Its client secret.
                client_secret: [Option<String>],
                /// A machine identity's access token.
                identity_token: [Option<String>],
                /// A service account's access key.
                service_account_key: [Option<String>],
                /// A service token v3.
                service_token_v3: [Option<String>],
                /// The user's password, or what opens the private key.
                password: [Option<String>],
                /// The private key beside an access token or API key, or of a service account.
                private_key: [Option<String>],
                /// Public key of the user who let the service account into projects.
                granted_by: [Option<String>],
            }

            /// Which events of the audit log are wanted.
            NativeAuditLogFilter = AuditLogFilter {
                /// Id of the project.
                project: [Option<String>],
                /// Kinds of events; all if there are none.
                events: [Vec<String>],
                /// Id of who did it.
                actor: [Option<String>],
                /// What kind of program did it.
                channel: [Option<String>],
                /// The first moment, as RFC 3339.
                start: [Option<String>],
                /// The last moment, as RFC 3339.
                end: [Option<String>],
                /// What the server must say of them.
                metadata: [Vec<NativeAuditDetail>],
            }

            /// Where a secret lives, and whose it is.
            NativePlace = Place {
                /// Id of the project.
                project: [Option<String>],
                /// Slug of the environment.
                environment: [Option<String>],
                /// Folder.
                path: [Option<String>],
                /// `"shared"` or `"personal"`.
                kind: [Option<String>],
            }

            /// How one secret is read.
            NativeGetOptions = GetOptions {
                /// Whether imported secrets are looked through too.
                imports: [bool],
                /// Whether references in the value are put in place.
                expand_references: [bool],
                /// `"error"` or `"keep"`: what to do with unresolved references.
                unknown_references: [Option<String>],
                /// `"own_folder"` or `"read_folder"`: where names in values of other folders are
                /// looked up.
                nested_references: [Option<String>],
                /// The secret as it was then.
                version: [Option<i64>],
            }

            /// How the secrets of a place are read.
            NativeListOptions = ListOptions {
                /// Whether personal secrets take the place of shared ones.
                overrides: [bool],
                /// Whether imported secrets are there too.
                imports: [bool],
                /// Whether references in values are put in place.
                expand_references: [bool],
                /// `"error"` or `"keep"`: what to do with unresolved references.
                unknown_references: [Option<String>],
                /// `"own_folder"` or `"read_folder"`: where names in values of other folders are
                /// looked up.
                nested_references: [Option<String>],
            }

            /// Where something other than a secret lies.
            NativeLocation = Location {
                /// Id of the project.
                project: [Option<String>],
                /// Slug of the environment.
                environment: [Option<String>],
                /// Folder.
                path: [Option<String>],
            }

            /// Where secrets are moved.
            NativeDestination = Destination {
                /// Slug of the environment.
                environment: [Option<String>],
                /// Folder.
                path: [Option<String>],
                /// Whether to replace what is there.
                overwrite: [bool],
            }

            /// Where a service account is let in, and what it may do there.
            NativeServiceAccountGrant = ServiceAccountGrant {
                /// Id of the project.
                project: [Option<String>],
                /// Slug of the environment.
                environment: [Option<String>],
                /// What it may do: `"read"`, `"write"`.
                permissions: [Option<Vec<String>>],
                /// The fingerprint its public key must have.
                expect_fingerprint: [Option<String>],
            }

            /// A name with the value it is to have.
            NativeNewValue = NewValue {
                /// The name.
                name: [String],
                /// The value.
                value: [String],
                /// The comment.
                comment: [Option<String>],
            }

            /// What a lost password is replaced with.
            NativeRecovery = Recovery {
                /// The address the code was mailed to.
                email: [String],
                /// The mailed code.
                code: [String],
                /// The backup key of the emergency kit.
                backup_key: [String],
                /// The new password.
                new_password: [String],
                /// Whether the new password may be sent.
                send_password: [bool],
            }

            /// What is to change of a secret import.
            NativeSecretImportChange = SecretImportChange {
                /// Slug of the environment to import from.
                from_environment: [Option<String>],
                /// Folder to import.
                from_path: [Option<String>],
                /// Position among the imports.
                position: [Option<i64>],
            }

            /// What an account is made from.
            NativeSignUp = SignUp {
                /// The address the code was mailed to.
                email: [String],
                /// The mailed code.
                code: [String],
                /// The password.
                password: [String],
                /// First name.
                first_name: [Option<String>],
                /// Last name.
                last_name: [Option<String>],
                /// Name of the organization made with the account.
                organization_name: [Option<String>],
                /// Id of the organization that invited the person.
                invited_to: [Option<String>],
                /// Whether the password may be sent.
                send_password: [bool],
            }

            /// What the first account of a server is made from.
            NativeFirstAccount = FirstAccount {
                /// The address.
                email: [String],
                /// The password.
                password: [String],
                /// First name.
                first_name: [Option<String>],
                /// Last name.
                last_name: [Option<String>],
                /// Whether the password may be sent.
                send_password: [bool],
            }

            /// What a new role is called, and what it allows.
            NativeNewRole = NewRole {
                /// Its slug.
                slug: [String],
                /// Its name.
                name: [String],
                /// What it is for.
                description: [Option<String>],
                /// What it allows.
                permissions: [Vec<NativeRolePermission>],
            }

            /// What is to change of a role.
            NativeRoleChange = RoleChange {
                /// Its new slug.
                new_slug: [Option<String>],
                /// Its new name.
                new_name: [Option<String>],
                /// What it is for.
                description: [Option<String>],
                /// What it allows, in place of what it did.
                permissions: [Option<Vec<NativeRolePermission>>],
            }

            /// How a machine identity logs in by universal auth. Times are seconds.
            NativeUniversalAuthSettings = UniversalAuthSettings {
                /// Seconds an access token lasts unless it is renewed.
                access_token_ttl: [Option<f64>],
                /// Seconds it lasts at most.
                access_token_max_ttl: [Option<f64>],
                /// How many requests it is good for.
                access_token_max_uses: [Option<i64>],
                /// From where client secrets are taken.
                client_secret_trusted_ips: [Option<Vec<String>>],
                /// From where access tokens are taken.
                access_token_trusted_ips: [Option<Vec<String>>],
            }

            /// What the access tokens made for a machine identity are good for. Times are seconds.
            NativeTokenAuthSettings = TokenAuthSettings {
                /// Seconds an access token lasts unless it is renewed.
                access_token_ttl: [Option<f64>],
                /// Seconds it lasts at most.
                access_token_max_ttl: [Option<f64>],
                /// How many requests it is good for.
                access_token_max_uses: [Option<i64>],
                /// From where it is taken.
                access_token_trusted_ips: [Option<Vec<String>>],
            }

            /// A name and its value, to be written.
            NativeNewNamedSecret = NamedSecret {
                /// The name.
                name: [String],
                /// The value.
                value: [String],
            }

            /// What a new service token is for.
            NativeNewServiceToken = NewServiceToken {
                /// Its name.
                name: [String],
                /// Id of the project.
                project: [Option<String>],
                /// Where it may be used.
                scopes: [Vec<NativeServiceTokenScope>],
                /// What it may do: `"read"`, `"write"`.
                permissions: [Option<Vec<String>>],
                /// Seconds it lasts.
                expires_in: [Option<f64>],
            }
        }

        $values! {
            /// One thing the server says of an event.
            NativeAuditDetail = AuditDetail {
                /// Its name.
                name: [String],
                /// Its value.
                value: [String],
            }

            /// What a member may not do in an environment.
            NativeDeniedPermission = DeniedPermission {
                /// Slug of the environment.
                environment: [String],
                /// `"read"` or `"write"`.
                permission: [String],
            }

            /// Something a role allows, or forbids.
            NativeRolePermission = RolePermission {
                /// What it is about.
                subject: [String],
                /// What may be done.
                actions: [Vec<String>],
                /// In which cases, as a JSON object.
                conditions: [Option<String>],
                /// Whether it forbids.
                inverted: [bool],
            }

            /// Where a service token may be used.
            NativeServiceTokenScope = ServiceTokenScope {
                /// Slug of the environment.
                environment: [String],
                /// A path or glob.
                path: [String],
            }
        }
    };
}
