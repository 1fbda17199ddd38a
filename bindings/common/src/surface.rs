//! What every language is given, written once: the records that cross the border and the operations
//! of a client. Each binding turns these tables into types and methods of its own.

/// Calls the macros of a binding, each with one table.
///
/// - `inputs`: what an operation is given. `NativeX = X { field: [type] }` stands for
///   [`operations::X`](crate::operations).
/// - `values`: what goes both ways.
/// - `records`: what an operation answers; `NativeX = X` stands for the client's own `X`. A field
///   marked `instant` is RFC 3339 text, where the language has a type for it.
/// - `confidential`: records with a field marked `secret`, which nothing prints.
/// - `secrets`: records of secrets, for which Python has classes of its own.
/// - `operations`: `name(argument: [type]) -> [type]` stands for
///   [`operations::name`](crate::operations).
///
/// Types are in brackets so that a binding's own macros see them as they are written.
#[macro_export]
macro_rules! surface {
    (
        $inputs:ident, $values:ident, $records:ident, $confidential:ident, $secrets:ident,
        $operations:ident
    ) => {
        $inputs! {
            /// What a client can be told. Durations are seconds.
            NativeClientOptions = ClientOptions {
                /// The server.
                base_url: [Option<String>],
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
                /// The longest answer accepted, in bytes.
                max_response_bytes: [Option<i64>],
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
                /// The user's password, or what opens the private key.
                password: [Option<String>],
                /// The private key beside an access token or API key.
                private_key: [Option<String>],
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
                /// Whether the password may be sent.
                send_password: [bool],
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
            /// Where a service token may be used.
            NativeServiceTokenScope = ServiceTokenScope {
                /// Slug of the environment.
                environment: [String],
                /// A path or glob.
                path: [String],
            }
        }

        $records! {
            /// An account that was just made.
            NativeNewAccount = NewAccount {
                /// The user's id.
                user_id: [String],
                /// The address signed up with.
                email: [String],
            }

            /// A user of the server.
            NativeUser = User {
                /// The user's id.
                id: [String],
                /// E-mail address.
                email: [String],
                /// First name.
                first_name: [String],
                /// Last name.
                last_name: [String],
            }

            /// An organization.
            NativeOrganization = Organization {
                /// The organization's id.
                id: [String],
                /// Its name.
                name: [String],
                /// Its slug.
                slug: [Option<String>],
            }

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
                /// Its environments.
                environments: [Vec<NativeEnvironment>],
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

            /// What moving secrets did.
            NativeMoveResult = MoveResult {
                /// Names of the secrets that were moved.
                moved: [Vec<String>],
                /// Whether the source was changed.
                source_updated: [bool],
                /// Whether the destination was changed.
                destination_updated: [bool],
            }

            /// A service token, without anything secret.
            NativeServiceTokenInfo = ServiceTokenInfo {
                /// The token's id.
                id: [String],
                /// Its name.
                name: [String],
                /// The project it opens.
                project_id: [String],
                /// Where it may be used.
                scopes: [Vec<NativeServiceTokenScope>],
                /// What it may do.
                permissions: [Vec<String>],
                /// When it stops working.
                expires_at: [Option<String>] instant,
            }
        }

        $confidential! {
            /// A new service token.
            NativeCreatedServiceToken = CreatedServiceToken {
                /// The token, `st.<id>.<secret>.<key>`.
                token: [String] secret,
                /// What it is for.
                info: [NativeServiceTokenInfo],
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
                /// Counts its changes from 1.
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

        $operations! {
            /// `account.start_sign_up`
            start_sign_up(email: [String]) -> [()];
            /// `account.complete_sign_up`
            complete_sign_up(sign_up: [NativeSignUp]) -> [NativeNewAccount];
            /// `account.me`
            who_am_i() -> [NativeUser];

            /// `environments.list`
            list_environments(project: [Option<String>]) -> [Vec<NativeEnvironment>];
            /// `environments.create`
            create_environment(
                name: [String], slug: [String], project: [Option<String>]
            ) -> [NativeEnvironment];
            /// `environments.update`
            update_environment(
                slug: [String], new_name: [Option<String>], new_slug: [Option<String>],
                project: [Option<String>]
            ) -> [NativeEnvironment];
            /// `environments.delete`
            delete_environment(slug: [String], project: [Option<String>]) -> [()];

            /// `folders.list`
            list_folders(location: [NativeLocation]) -> [Vec<NativeFolder>];
            /// `folders.create`
            create_folder(name: [String], location: [NativeLocation]) -> [NativeFolder];
            /// `folders.rename`
            rename_folder(
                name: [String], new_name: [String], location: [NativeLocation]
            ) -> [NativeFolder];
            /// `folders.delete`
            delete_folder(name: [String], location: [NativeLocation]) -> [()];

            /// `organizations.list`
            list_organizations() -> [Vec<NativeOrganization>];

            /// `projects.create`
            create_project(name: [String], organization: [Option<String>]) -> [NativeProject];
            /// `projects.list`
            list_projects() -> [Vec<NativeProject>];
            /// `projects.get`
            get_project(id: [String]) -> [NativeProject];
            /// `projects.open_key`
            open_project_key(id: [String]) -> [NativeOpenedKey];

            /// `secrets.get`
            get_secret(name: [String], place: [NativePlace]) -> [NativeSecret];
            /// `secrets.list`
            list_secrets(place: [NativePlace]) -> [NativeSecretList];
            /// `secrets.create`
            create_secret(
                name: [String], value: [String], comment: [Option<String>], place: [NativePlace]
            ) -> [NativeSecret];
            /// `secrets.update`
            update_secret(
                name: [String], value: [Option<String>], comment: [Option<String>],
                place: [NativePlace]
            ) -> [NativeSecret];
            /// `secrets.delete`
            delete_secret(name: [String], place: [NativePlace]) -> [()];

            /// `secrets.set_tags`
            set_secret_tags(
                name: [String], tags: [Vec<String>], location: [NativeLocation]
            ) -> [NativeSecret];
            /// `secrets.move`
            move_secrets(
                names: [Vec<String>], to: [NativeDestination], location: [NativeLocation]
            ) -> [NativeMoveResult];

            /// `secret_imports.list`
            list_secret_imports(location: [NativeLocation]) -> [Vec<NativeSecretImport>];
            /// `secret_imports.create`
            create_secret_import(
                from_environment: [String], from_path: [String], location: [NativeLocation]
            ) -> [NativeSecretImport];
            /// `secret_imports.update`
            update_secret_import(
                id: [String], change: [NativeSecretImportChange], location: [NativeLocation]
            ) -> [NativeSecretImport];
            /// `secret_imports.delete`
            delete_secret_import(id: [String], location: [NativeLocation]) -> [()];

            /// `service_tokens.create`
            create_service_token(token: [NativeNewServiceToken]) -> [NativeCreatedServiceToken];
            /// `service_tokens.describe`
            describe_service_token() -> [NativeServiceTokenInfo];
            /// `service_tokens.list`
            list_service_tokens(project: [Option<String>]) -> [Vec<NativeServiceTokenInfo>];
            /// `service_tokens.delete`
            delete_service_token(id: [String]) -> [()];

            /// `tags.list`
            list_tags(project: [Option<String>]) -> [Vec<NativeTag>];
            /// `tags.create`
            create_tag(
                name: [String], slug: [String], color: [Option<String>], project: [Option<String>]
            ) -> [NativeTag];
            /// `tags.delete`
            delete_tag(tag: [String], project: [Option<String>]) -> [()];
        }
    };
}
