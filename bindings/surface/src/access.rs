//! Records about permissions: people, programs, and what they did.

/// Calls the macro `records` of a binding with a table. `NativeX = X` stands for the client's own
/// `X`. A field marked `instant` is RFC 3339 text, where the language has a type for it.
#[macro_export]
macro_rules! surface_access {
    ($records:ident) => {
        $records! {
            NativeNewAccount = NewAccount {
                user_id: [String],
                email: [String],
            }

            NativeUser = User {
                id: [String],
                email: [String],
                first_name: [String],
                last_name: [String],
            }

            NativeSession = Session {
                id: [String],
                ip_address: [Option<String>],
                user_agent: [Option<String>],
                created_at: [Option<String>] instant,
                last_used: [Option<String>] instant,
            }

            NativeApiKeyInfo = ApiKeyInfo {
                id: [String],
                name: [String],
                last_used: [Option<String>] instant,
                expires_at: [Option<String>] instant,
                created_at: [Option<String>] instant,
            }

            NativeAuditEvent = AuditEvent {
                id: [String],
                event: [String],
                actor_type: [String],
                actor_id: [Option<String>],
                actor_name: [Option<String>],
                ip_address: [Option<String>],
                user_agent: [Option<String>],
                channel: [Option<String>],
                project_id: [Option<String>],
                created_at: [Option<String>] instant,
                details: [Vec<NativeAuditDetail>],
            }

            NativeAuditActor = AuditActor {
                actor_type: [String],
                id: [Option<String>],
                name: [Option<String>],
            }

            NativeAuditLogPage = AuditLogPage {
                events: [Vec<NativeAuditEvent>],
                next: [Option<String>],
            }

            NativeAuditChange = AuditChange {
                secret_id: [String],
                environment: [String],
                before: [Option<NativeAuditedSecret>],
                after: [Option<NativeAuditedSecret>],
            }

            NativeOrganization = Organization {
                id: [String],
                name: [String],
                slug: [Option<String>],
            }

            NativeOrganizationMember = OrganizationMember {
                id: [String],
                user_id: [Option<String>],
                email: [String],
                first_name: [String],
                last_name: [String],
                role: [String],
                status: [String],
                public_key: [Option<String>],
                public_key_fingerprint: [Option<String>],
            }

            NativeIncidentContact = IncidentContact {
                id: [String],
                email: [String],
            }

            NativeMember = Member {
                id: [String],
                user_id: [String],
                email: [String],
                first_name: [String],
                last_name: [String],
                roles: [Vec<String>],
                public_key: [Option<String>],
                public_key_fingerprint: [Option<String>],
                denied_permissions: [Vec<NativeDeniedPermission>],
            }

            NativeFingerprint = Fingerprint {
                sha256: [String],
                short: [String],
                words: [String],
            }

            NativeRemovedMember = RemovedMember {
                id: [String],
                warning: [String],
            }

            NativeIdentity = Identity {
                id: [String],
                name: [String],
                role: [String],
            }

            NativeIdentityProject = IdentityProject {
                project_id: [String],
                project_name: [Option<String>],
                roles: [Vec<String>],
            }

            NativeUniversalAuth = UniversalAuth {
                client_id: [String],
                access_token_ttl: [f64],
                access_token_max_ttl: [f64],
                access_token_max_uses: [Option<i64>],
                client_secret_trusted_ips: [Vec<String>],
                access_token_trusted_ips: [Vec<String>],
            }

            NativeTokenAuth = TokenAuth {
                access_token_ttl: [f64],
                access_token_max_ttl: [f64],
                access_token_max_uses: [Option<i64>],
                access_token_trusted_ips: [Vec<String>],
            }

            NativeAccessTokenInfo = AccessTokenInfo {
                id: [String],
                name: [String],
                created_at: [Option<String>] instant,
                last_used: [Option<String>] instant,
                uses: [Option<i64>],
                is_revoked: [bool],
            }

            NativeRole = Role {
                id: [String],
                slug: [String],
                name: [String],
                description: [String],
                permissions: [Vec<NativeRolePermission>],
            }

            NativeGroup = Group {
                id: [String],
                name: [String],
                slug: [String],
                role: [String],
                organization_id: [String],
            }

            NativeGroupMember = GroupMember {
                id: [String],
                username: [String],
                email: [Option<String>],
                first_name: [String],
                last_name: [String],
            }

            NativeProjectGroup = ProjectGroup {
                id: [String],
                group_id: [String],
                name: [String],
                slug: [String],
                roles: [Vec<String>],
            }

            NativeClientSecretInfo = ClientSecretInfo {
                id: [String],
                description: [String],
                prefix: [String],
                created_at: [Option<String>] instant,
                expires_at: [Option<String>] instant,
                uses: [Option<i64>],
                max_uses: [Option<i64>],
            }

            NativeProjectIdentity = ProjectIdentity {
                id: [String],
                identity_id: [String],
                name: [String],
                roles: [Vec<String>],
            }

            NativeServiceAccount = ServiceAccount {
                id: [String],
                name: [String],
                organization_id: [String],
                public_key_fingerprint: [Option<String>],
                expires_at: [Option<String>] instant,
            }

            NativeServiceAccountPermission = ServiceAccountPermission {
                id: [String],
                project_id: [String],
                environment: [String],
                permissions: [Vec<String>],
            }

            NativeServiceAccountKey = ServiceAccountKey {
                id: [String],
                project_id: [String],
                created_at: [Option<String>] instant,
            }

            NativeServiceTokenInfo = ServiceTokenInfo {
                id: [String],
                name: [String],
                project_id: [String],
                scopes: [Vec<NativeServiceTokenScope>],
                permissions: [Vec<String>],
                expires_at: [Option<String>] instant,
            }
        }
    };
}
