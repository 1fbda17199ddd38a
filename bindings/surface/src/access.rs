//! What comes out about who may do what: people, programs, and what they did.

/// Calls the macro `records` of a binding with a table. `NativeX = X` stands for the client's own
/// `X`. A field marked `instant` is RFC 3339 text, where the language has a type for it.
#[macro_export]
macro_rules! surface_access {
    ($records:ident) => {
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
    };
}
