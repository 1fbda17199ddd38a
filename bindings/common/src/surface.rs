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
/// - `functions`: what needs no client and is done at once; `native_name = name(…)` stands for the
///   same, and is called `native_name` where the language package lies in the same namespace.
///
/// Types are in brackets so that a binding's own macros see them as they are written.
#[macro_export]
macro_rules! surface {
    (
        $inputs:ident, $values:ident, $records:ident, $confidential:ident, $secrets:ident,
        $operations:ident, $functions:ident
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

            /// An API key, without its text.
            NativeApiKeyInfo = ApiKeyInfo {
                /// The key's id.
                id: [String],
                /// Its name.
                name: [String],
                /// When it was last used.
                last_used: [Option<String>] instant,
                /// When it stops working.
                expires_at: [Option<String>] instant,
                /// When it was made.
                created_at: [Option<String>] instant,
            }

            /// Something that happened in a project.
            NativeAuditEvent = AuditEvent {
                /// The event's id.
                id: [String],
                /// What happened.
                event: [String],
                /// What kind of actor did it.
                actor_type: [String],
                /// The actor's id.
                actor_id: [Option<String>],
                /// The actor's e-mail address or name.
                actor_name: [Option<String>],
                /// Where the request came from.
                ip_address: [Option<String>],
                /// The program that sent it.
                user_agent: [Option<String>],
                /// What kind of program that was.
                channel: [Option<String>],
                /// The project.
                project_id: [Option<String>],
                /// When.
                created_at: [Option<String>] instant,
                /// What else the server says of it.
                details: [Vec<NativeAuditDetail>],
            }

            /// A page of an audit log.
            NativeAuditLogPage = AuditLogPage {
                /// What happened, newest first.
                events: [Vec<NativeAuditEvent>],
                /// Where the next page begins.
                next: [Option<String>],
            }

            /// What an event did to one secret.
            NativeAuditChange = AuditChange {
                /// The secret's id.
                secret_id: [String],
                /// Slug of its environment.
                environment: [String],
                /// The secret as it was.
                before: [Option<NativeAuditedSecret>],
                /// The secret as it is since then.
                after: [Option<NativeAuditedSecret>],
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

            /// A member of an organization, or somebody invited to it.
            NativeOrganizationMember = OrganizationMember {
                /// The membership's id.
                id: [String],
                /// The user's id.
                user_id: [Option<String>],
                /// E-mail address.
                email: [String],
                /// First name.
                first_name: [String],
                /// Last name.
                last_name: [String],
                /// Role in the organization.
                role: [String],
                /// `"accepted"` or `"invited"`.
                status: [String],
                /// The member's public key.
                public_key: [Option<String>],
                /// Fingerprint of the member's public key.
                public_key_fingerprint: [Option<String>],
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
                /// Whether the server's pages write names of secrets in capitals.
                auto_capitalization: [Option<bool>],
                /// Its environments.
                environments: [Vec<NativeEnvironment>],
            }

            /// A member of a project.
            NativeMember = Member {
                /// The membership's id.
                id: [String],
                /// The user's id.
                user_id: [String],
                /// E-mail address.
                email: [String],
                /// First name.
                first_name: [String],
                /// Last name.
                last_name: [String],
                /// Roles in the project.
                roles: [Vec<String>],
                /// The member's public key.
                public_key: [Option<String>],
                /// Fingerprint of it.
                public_key_fingerprint: [Option<String>],
            }

            /// That somebody is no longer a member.
            NativeRemovedMember = RemovedMember {
                /// The id the membership had.
                id: [String],
                /// What the removal did not undo.
                warning: [String],
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

            /// A machine identity.
            NativeIdentity = Identity {
                /// The identity's id.
                id: [String],
                /// Its name.
                name: [String],
                /// Its role in the organization.
                role: [String],
            }

            /// A client secret of a machine identity, without its text.
            NativeClientSecretInfo = ClientSecretInfo {
                /// The client secret's id.
                id: [String],
                /// What it is for.
                description: [String],
                /// Its first characters.
                prefix: [String],
                /// When it was made.
                created_at: [Option<String>] instant,
                /// When it stops working.
                expires_at: [Option<String>] instant,
                /// How many log-ins it was used for.
                uses: [Option<i64>],
                /// How many it may be used for.
                max_uses: [Option<i64>],
            }

            /// A machine identity in a project.
            NativeProjectIdentity = ProjectIdentity {
                /// The membership's id.
                id: [String],
                /// The identity's id.
                identity_id: [String],
                /// The identity's name.
                name: [String],
                /// Its roles in the project.
                roles: [Vec<String>],
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

            /// A service account, without anything secret.
            NativeServiceAccount = ServiceAccount {
                /// The account's id.
                id: [String],
                /// Its name.
                name: [String],
                /// The organization it belongs to.
                organization_id: [String],
                /// Fingerprint of its public key.
                public_key_fingerprint: [Option<String>],
                /// When it was to expire.
                expires_at: [Option<String>] instant,
            }

            /// That a service account may work in an environment.
            NativeServiceAccountPermission = ServiceAccountPermission {
                /// The permission's id.
                id: [String],
                /// The project.
                project_id: [String],
                /// Slug of the environment.
                environment: [String],
                /// What it may do there.
                permissions: [Vec<String>],
            }

            /// A service account's sealed copy of a project key.
            NativeServiceAccountKey = ServiceAccountKey {
                /// The copy's id.
                id: [String],
                /// The project.
                project_id: [String],
                /// When the copy was made.
                created_at: [Option<String>] instant,
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
            /// A new API key.
            NativeCreatedApiKey = CreatedApiKey {
                /// The key, `ak.<id>.<secret>`.
                key: [String] secret,
                /// What is known of it.
                info: [NativeApiKeyInfo],
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

        $operations! {
            /// `account.start_sign_up`
            start_sign_up(email: [String]) -> [()];
            /// `account.complete_sign_up`
            complete_sign_up(sign_up: [NativeSignUp]) -> [NativeNewAccount];
            /// `account.accept_invitation`
            accept_invitation(email: [String], organization: [String], code: [String]) -> [()];
            /// `account.log_out`
            log_out() -> [()];
            /// `account.me`
            who_am_i() -> [NativeUser];
            /// `account.verify_mfa`
            verify_mfa(code: [String]) -> [()];
            /// `account.resend_mfa_code`
            resend_mfa_code() -> [()];
            /// `account.set_mfa`
            set_mfa(enabled: [bool]) -> [()];
            /// `account.change_password`
            change_password(new_password: [String], send_password: [bool]) -> [()];
            /// `account.create_backup_key`
            create_backup_key(name: [Option<String>]) -> [NativeEmergencyKit];
            /// `account.start_recovery`
            start_recovery(email: [String]) -> [()];
            /// `account.complete_recovery`
            complete_recovery(recovery: [NativeRecovery]) -> [()];

            /// `api_keys.list`
            list_api_keys() -> [Vec<NativeApiKeyInfo>];
            /// `api_keys.create`
            create_api_key(name: [String], expires_in: [f64]) -> [NativeCreatedApiKey];
            /// `api_keys.delete`
            delete_api_key(id: [String]) -> [()];

            /// `audit_logs.query`
            audit_log_page(
                filter: [NativeAuditLogFilter], cursor: [Option<String>], limit: [Option<i64>]
            ) -> [NativeAuditLogPage];
            /// `audit_logs.export`
            export_audit_log(filter: [NativeAuditLogFilter]) -> [String];
            /// `audit_logs.changes`
            audit_log_changes(id: [String], project: [Option<String>]) -> [Vec<NativeAuditChange>];

            /// `client.capabilities`
            capabilities() -> [NativeCapabilities];

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

            /// `identities.create`
            create_identity(
                name: [String], organization: [Option<String>], role: [Option<String>]
            ) -> [NativeIdentity];
            /// `identities.list`
            list_identities(organization: [Option<String>]) -> [Vec<NativeIdentity>];
            /// `identities.delete`
            delete_identity(id: [String]) -> [()];
            /// `identities.attach_universal_auth`
            attach_universal_auth(
                id: [String], access_token_ttl: [Option<f64>], access_token_max_ttl: [Option<f64>]
            ) -> [String];
            /// `identities.create_client_secret`
            create_client_secret(
                id: [String], description: [Option<String>], expires_in: [Option<f64>],
                max_uses: [Option<i64>]
            ) -> [NativeCreatedClientSecret];
            /// `identities.list_client_secrets`
            list_client_secrets(id: [String]) -> [Vec<NativeClientSecretInfo>];
            /// `identities.revoke_client_secret`
            revoke_client_secret(id: [String], client_secret_id: [String]) -> [()];
            /// `identities.add_to_project`
            add_identity_to_project(
                id: [String], role: [String], project: [Option<String>]
            ) -> [()];
            /// `identities.list_in_project`
            list_project_identities(project: [Option<String>]) -> [Vec<NativeProjectIdentity>];
            /// `identities.remove_from_project`
            remove_identity_from_project(id: [String], project: [Option<String>]) -> [()];

            /// `members.list`
            list_members(project: [Option<String>]) -> [Vec<NativeMember>];
            /// `members.invite`
            invite_member(
                email: [String], project: [Option<String>], expect_fingerprint: [Option<String>]
            ) -> [NativeMember];
            /// `members.set_role`
            set_member_role(
                member_id: [String], role: [String], project: [Option<String>]
            ) -> [NativeMember];
            /// `members.remove`
            remove_member(
                member_id: [String], project: [Option<String>]
            ) -> [NativeRemovedMember];
            /// `members.share_key`
            share_key_with_member(
                member_id: [String], project: [Option<String>], expect_fingerprint: [Option<String>]
            ) -> [NativeMember];

            /// `organizations.list`
            list_organizations() -> [Vec<NativeOrganization>];
            /// `organizations.create`
            create_organization(name: [String]) -> [NativeOrganization];
            /// `organizations.rename`
            rename_organization(id: [String], name: [String]) -> [NativeOrganization];
            /// `organizations.members`
            list_organization_members(
                organization: [Option<String>]
            ) -> [Vec<NativeOrganizationMember>];
            /// `organizations.set_role`
            set_organization_role(
                member_id: [String], role: [String], organization: [Option<String>]
            ) -> [NativeOrganizationMember];
            /// `organizations.remove_member`
            remove_organization_member(
                member_id: [String], organization: [Option<String>]
            ) -> [NativeRemovedMember];
            /// `organizations.invite`
            invite_to_organization(
                email: [String], organization: [Option<String>]
            ) -> [NativeInvitation];
            /// `organizations.projects`
            list_organization_projects(organization: [Option<String>]) -> [Vec<NativeProject>];

            /// `projects.create`
            create_project(name: [String], organization: [Option<String>]) -> [NativeProject];
            /// `projects.list`
            list_projects() -> [Vec<NativeProject>];
            /// `projects.get`
            get_project(id: [String]) -> [NativeProject];
            /// `projects.open_key`
            open_project_key(id: [String]) -> [NativeOpenedKey];
            /// `projects.rename`
            rename_project(id: [String], name: [String]) -> [NativeProject];
            /// `projects.delete`
            delete_project(id: [String]) -> [()];
            /// `projects.set_auto_capitalization`
            set_auto_capitalization(id: [String], enabled: [bool]) -> [NativeProject];
            /// `projects.share_key_with_server`
            share_key_with_server(id: [String]) -> [()];
            /// `projects.stop_sharing_key_with_server`
            stop_sharing_key_with_server(id: [String]) -> [()];
            /// `projects.is_key_shared_with_server`
            is_key_shared_with_server(id: [String]) -> [bool];
            /// `projects.blind_index_status`
            blind_index_status(id: [String]) -> [bool];
            /// `projects.enable_blind_indices`
            enable_blind_indices(id: [String]) -> [NativeBlindIndexReport];

            /// `secrets.get`
            get_secret(
                name: [String], place: [NativePlace], options: [NativeGetOptions]
            ) -> [NativeSecret];
            /// `secrets.list`
            list_secrets(
                place: [NativePlace], options: [NativeListOptions]
            ) -> [NativeSecretList];
            /// `secrets.create`
            create_secret(
                name: [String], value: [String], comment: [Option<String>], place: [NativePlace]
            ) -> [NativeSecret];
            /// `secrets.update`
            update_secret(
                name: [String], value: [Option<String>], comment: [Option<String>],
                new_name: [Option<String>], place: [NativePlace]
            ) -> [NativeSecret];
            /// `secrets.delete`
            delete_secret(name: [String], place: [NativePlace]) -> [()];

            /// `secrets.versions`
            list_secret_versions(name: [String], place: [NativePlace]) -> [NativeSecretHistory];
            /// `secrets.roll_back`
            roll_back_secret(
                name: [String], version: [i64], place: [NativePlace]
            ) -> [NativeSecret];

            /// `secrets.set_many`
            set_many_secrets(
                values: [Vec<NativeNewValue>], dry_run: [bool], on_progress: [Option<OnProgress>],
                location: [NativeLocation]
            ) -> [NativeBulkResult];
            /// `secrets.delete_many`
            delete_many_secrets(
                names: [Vec<String>], dry_run: [bool], on_progress: [Option<OnProgress>],
                location: [NativeLocation]
            ) -> [NativeBulkResult];

            /// `secrets.propose_create`
            propose_create_secret(
                name: [String], value: [String], comment: [Option<String>], place: [NativePlace]
            ) -> [NativeSecretChange];
            /// `secrets.propose_update`
            propose_update_secret(
                name: [String], value: [Option<String>], comment: [Option<String>],
                new_name: [Option<String>], place: [NativePlace]
            ) -> [NativeSecretChange];
            /// `secrets.propose_delete`
            propose_delete_secret(name: [String], place: [NativePlace]) -> [Option<NativeApproval>];

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

            /// `service_accounts.create`
            create_service_account(
                name: [String], organization: [Option<String>], expires_in: [Option<f64>]
            ) -> [NativeCreatedServiceAccount];
            /// `service_accounts.list`
            list_service_accounts(organization: [Option<String>]) -> [Vec<NativeServiceAccount>];
            /// `service_accounts.rename`
            rename_service_account(id: [String], new_name: [String]) -> [NativeServiceAccount];
            /// `service_accounts.delete`
            delete_service_account(id: [String]) -> [()];
            /// `service_accounts.permissions`
            list_service_account_permissions(
                id: [String]
            ) -> [Vec<NativeServiceAccountPermission>];
            /// `service_accounts.grant`
            grant_service_account(
                id: [String], grant: [NativeServiceAccountGrant]
            ) -> [NativeServiceAccountPermission];
            /// `service_accounts.revoke`
            revoke_service_account_permission(id: [String], permission_id: [String]) -> [()];
            /// `service_accounts.keys`
            list_service_account_keys(id: [String]) -> [Vec<NativeServiceAccountKey>];

            /// `service_tokens.create`
            create_service_token(token: [NativeNewServiceToken]) -> [NativeCreatedServiceToken];
            /// `service_tokens.describe`
            describe_service_token() -> [NativeServiceTokenInfo];
            /// `service_tokens.list`
            list_service_tokens(project: [Option<String>]) -> [Vec<NativeServiceTokenInfo>];
            /// `service_tokens.delete`
            delete_service_token(id: [String]) -> [()];

            /// `snapshots.list`
            list_snapshots(location: [NativeLocation]) -> [Vec<NativeSnapshot>];
            /// `snapshots.count`
            count_snapshots(location: [NativeLocation]) -> [i64];
            /// `snapshots.get`
            get_snapshot(id: [String], project: [Option<String>]) -> [NativeSnapshotContents];
            /// `snapshots.roll_back`
            roll_back_snapshot(id: [String], project: [Option<String>]) -> [()];

            /// `tags.list`
            list_tags(project: [Option<String>]) -> [Vec<NativeTag>];
            /// `tags.create`
            create_tag(
                name: [String], slug: [String], color: [Option<String>], project: [Option<String>]
            ) -> [NativeTag];
            /// `tags.update`
            update_tag(
                tag: [String], new_slug: [Option<String>], color: [Option<String>],
                project: [Option<String>]
            ) -> [NativeTag];
            /// `tags.delete`
            delete_tag(tag: [String], project: [Option<String>]) -> [()];
        }

        $functions! {
            /// `format_secrets`
            native_format_secrets = format_secrets(
                secrets: [Vec<NativeNewNamedSecret>], format: [String]
            ) -> [String];
            /// `parse_secrets`
            native_parse_secrets = parse_secrets(
                text: [String], format: [String]
            ) -> [Vec<NativeNamedSecret>];
            /// `verify_webhook`
            native_verify_webhook = verify_webhook(
                payload: [Bytes], signature: [String], secret: [String], tolerance: [Option<f64>],
                now: [Option<i64>]
            ) -> [()];
        }
    };
}
