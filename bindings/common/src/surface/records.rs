//! What comes out.

/// Calls three macros of a binding with a table each. `NativeX = X` stands for the client's own `X`. A
/// field marked `instant` is RFC 3339 text, where the language has a type for it.
///
/// - `records`: what an operation answers.
/// - `confidential`: records with a field marked `secret`, which nothing prints.
/// - `secrets`: records of secrets, for which Python has classes of its own.
#[macro_export]
macro_rules! surface_records {
    ($records:ident, $confidential:ident, $secrets:ident) => {
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

            /// A log-in that still counts.
            NativeSession = Session {
                /// The session's id.
                id: [String],
                /// Where it was begun from.
                ip_address: [Option<String>],
                /// The program that began it.
                user_agent: [Option<String>],
                /// When it began.
                created_at: [Option<String>] instant,
                /// When it was last used.
                last_used: [Option<String>] instant,
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

            /// Somebody who can be found in an audit log.
            NativeAuditActor = AuditActor {
                /// What kind of actor.
                actor_type: [String],
                /// The actor's id.
                id: [Option<String>],
                /// The actor's e-mail address or name.
                name: [Option<String>],
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

            /// Whom the server tells of incidents.
            NativeIncidentContact = IncidentContact {
                /// The contact's id.
                id: [String],
                /// The address.
                email: [String],
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
                /// What the member may not do, on May 2023 servers.
                denied_permissions: [Vec<NativeDeniedPermission>],
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

            /// A project that a machine identity is in.
            NativeIdentityProject = IdentityProject {
                /// The project's id.
                project_id: [String],
                /// Its name, where the server tells.
                project_name: [Option<String>],
                /// The identity's roles there.
                roles: [Vec<String>],
            }

            /// How a machine identity logs in by universal auth. Times are seconds.
            NativeUniversalAuth = UniversalAuth {
                /// What it logs in with, beside a client secret.
                client_id: [String],
                /// Seconds an access token lasts unless it is renewed.
                access_token_ttl: [f64],
                /// Seconds it lasts at most.
                access_token_max_ttl: [f64],
                /// How many requests it is good for; none without a limit.
                access_token_max_uses: [Option<i64>],
                /// From where client secrets are taken.
                client_secret_trusted_ips: [Vec<String>],
                /// From where access tokens are taken.
                access_token_trusted_ips: [Vec<String>],
            }

            /// What the access tokens made for a machine identity are good for. Times are seconds.
            NativeTokenAuth = TokenAuth {
                /// Seconds an access token lasts unless it is renewed.
                access_token_ttl: [f64],
                /// Seconds it lasts at most.
                access_token_max_ttl: [f64],
                /// How many requests it is good for; none without a limit.
                access_token_max_uses: [Option<i64>],
                /// From where it is taken.
                access_token_trusted_ips: [Vec<String>],
            }

            /// An access token that was made for a machine identity, without its text.
            NativeAccessTokenInfo = AccessTokenInfo {
                /// The token's id.
                id: [String],
                /// What it is for; empty if nobody said.
                name: [String],
                /// When it was made.
                created_at: [Option<String>] instant,
                /// When it was last used.
                last_used: [Option<String>] instant,
                /// How many requests it was used for, where the server tells.
                uses: [Option<i64>],
                /// Whether it was revoked.
                is_revoked: [bool],
            }

            /// A role that a project defines.
            NativeRole = Role {
                /// The role's id.
                id: [String],
                /// Its slug, by which it is given.
                slug: [String],
                /// Its name.
                name: [String],
                /// What it is for; empty if nobody said.
                description: [String],
                /// What it allows, where the server tells.
                permissions: [Vec<NativeRolePermission>],
            }

            /// Users who are given access together.
            NativeGroup = Group {
                /// The group's id.
                id: [String],
                /// Its name.
                name: [String],
                /// Its slug.
                slug: [String],
                /// Its role in the organization.
                role: [String],
                /// The organization it belongs to.
                organization_id: [String],
            }

            /// A user in a group.
            NativeGroupMember = GroupMember {
                /// The user's id.
                id: [String],
                /// The user's name on the server, usually the e-mail address.
                username: [String],
                /// E-mail address.
                email: [Option<String>],
                /// First name.
                first_name: [String],
                /// Last name.
                last_name: [String],
            }

            /// That a group is in a project.
            NativeProjectGroup = ProjectGroup {
                /// The membership's id.
                id: [String],
                /// The group's id.
                group_id: [String],
                /// The group's name.
                name: [String],
                /// The group's slug.
                slug: [String],
                /// Its roles in the project.
                roles: [Vec<String>],
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
