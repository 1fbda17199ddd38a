//! What a client does.

/// Calls two macros of a binding with a table each.
///
/// - `operations`: `name(argument: [type]) -> [type]` stands for
///   `operations::name` of `bindings/common`.
/// - `functions`: what needs no client and is done at once; `native_name = name(…)` stands for the
///   same, and is called `native_name` where the language package lies in the same namespace.
#[macro_export]
macro_rules! surface_operations {
    ($operations:ident, $functions:ident) => {
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
            /// `account.sign_up_administrator`
            sign_up_administrator(account: [NativeFirstAccount]) -> [NativeNewAccount];
            /// `account.set_name`
            set_user_name(first_name: [String], last_name: [Option<String>]) -> [NativeUser];
            /// `account.sessions`
            list_sessions() -> [Vec<NativeSession>];
            /// `account.end_sessions`
            end_sessions() -> [()];
            /// `account.delete`
            delete_account() -> [()];
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
            /// `audit_logs.actors`
            audit_log_actors(project: [Option<String>]) -> [Vec<NativeAuditActor>];

            /// `client.capabilities`
            capabilities() -> [NativeCapabilities];

            /// `dynamic_secrets.list`
            list_dynamic_secrets(location: [NativeLocation]) -> [Vec<NativeDynamicSecret>];
            /// `dynamic_secrets.get`
            get_dynamic_secret(
                name: [String], location: [NativeLocation]
            ) -> [NativeDynamicSecret];
            /// `dynamic_secrets.create_lease`
            create_lease(
                name: [String], ttl: [Option<f64>], location: [NativeLocation]
            ) -> [NativeCreatedLease];
            /// `dynamic_secrets.leases`
            list_leases(name: [String], location: [NativeLocation]) -> [Vec<NativeLease>];
            /// `dynamic_secrets.get_lease`
            get_lease(id: [String], location: [NativeLocation]) -> [NativeLease];
            /// `dynamic_secrets.renew_lease`
            renew_lease(
                id: [String], ttl: [Option<f64>], location: [NativeLocation]
            ) -> [NativeLease];
            /// `dynamic_secrets.revoke_lease`
            revoke_lease(id: [String], force: [bool], location: [NativeLocation]) -> [()];

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
            create_folder(
                name: [String], description: [Option<String>], location: [NativeLocation]
            ) -> [NativeFolder];
            /// `folders.rename`
            rename_folder(
                name: [String], new_name: [String], location: [NativeLocation]
            ) -> [NativeFolder];
            /// `folders.set_description`
            set_folder_description(
                name: [String], description: [String], location: [NativeLocation]
            ) -> [NativeFolder];
            /// `folders.delete`
            delete_folder(name: [String], location: [NativeLocation]) -> [()];

            /// `groups.list`
            list_groups(organization: [Option<String>]) -> [Vec<NativeGroup>];
            /// `groups.get`
            get_group(id: [String]) -> [NativeGroup];
            /// `groups.create`
            create_group(
                name: [String], slug: [Option<String>], role: [Option<String>], organization: [Option<String>]
            ) -> [NativeGroup];
            /// `groups.update`
            update_group(
                id: [String], new_name: [Option<String>], new_slug: [Option<String>], role: [Option<String>]
            ) -> [NativeGroup];
            /// `groups.delete`
            delete_group(id: [String]) -> [()];
            /// `groups.members`
            list_group_members(id: [String]) -> [Vec<NativeGroupMember>];
            /// `groups.add_member`
            add_group_member(id: [String], username: [String]) -> [NativeGroupMember];
            /// `groups.remove_member`
            remove_group_member(id: [String], username: [String]) -> [()];
            /// `groups.list_in_project`
            list_project_groups(project: [Option<String>]) -> [Vec<NativeProjectGroup>];
            /// `groups.add_to_project`
            add_group_to_project(id: [String], role: [String], project: [Option<String>]) -> [()];
            /// `groups.set_role_in_project`
            set_group_role(id: [String], role: [String], project: [Option<String>]) -> [()];
            /// `groups.remove_from_project`
            remove_group_from_project(id: [String], project: [Option<String>]) -> [()];

            /// `identities.create`
            create_identity(
                name: [String], organization: [Option<String>], role: [Option<String>]
            ) -> [NativeIdentity];
            /// `identities.list`
            list_identities(organization: [Option<String>]) -> [Vec<NativeIdentity>];
            /// `identities.delete`
            delete_identity(id: [String]) -> [()];
            /// `identities.update`
            update_identity(
                id: [String], new_name: [Option<String>], role: [Option<String>]
            ) -> [NativeIdentity];
            /// `identities.projects`
            list_identity_projects(id: [String]) -> [Vec<NativeIdentityProject>];
            /// `identities.attach_universal_auth`
            attach_universal_auth(
                id: [String], settings: [NativeUniversalAuthSettings]
            ) -> [String];
            /// `identities.universal_auth`
            get_universal_auth(id: [String]) -> [NativeUniversalAuth];
            /// `identities.update_universal_auth`
            update_universal_auth(
                id: [String], settings: [NativeUniversalAuthSettings]
            ) -> [NativeUniversalAuth];
            /// `identities.detach_universal_auth`
            detach_universal_auth(id: [String]) -> [()];
            /// `identities.create_client_secret`
            create_client_secret(
                id: [String], description: [Option<String>], expires_in: [Option<f64>],
                max_uses: [Option<i64>]
            ) -> [NativeCreatedClientSecret];
            /// `identities.list_client_secrets`
            list_client_secrets(id: [String]) -> [Vec<NativeClientSecretInfo>];
            /// `identities.revoke_client_secret`
            revoke_client_secret(id: [String], client_secret_id: [String]) -> [()];
            /// `identities.attach_token_auth`
            attach_token_auth(
                id: [String], settings: [NativeTokenAuthSettings]
            ) -> [NativeTokenAuth];
            /// `identities.token_auth`
            get_token_auth(id: [String]) -> [NativeTokenAuth];
            /// `identities.update_token_auth`
            update_token_auth(
                id: [String], settings: [NativeTokenAuthSettings]
            ) -> [NativeTokenAuth];
            /// `identities.detach_token_auth`
            detach_token_auth(id: [String]) -> [()];
            /// `identities.create_access_token`
            create_access_token(
                id: [String], name: [Option<String>]
            ) -> [NativeCreatedAccessToken];
            /// `identities.list_access_tokens`
            list_access_tokens(id: [String]) -> [Vec<NativeAccessTokenInfo>];
            /// `identities.rename_access_token`
            rename_access_token(token_id: [String], new_name: [String]) -> [()];
            /// `identities.revoke_access_token`
            revoke_access_token(token_id: [String]) -> [()];
            /// `identities.add_to_project`
            add_identity_to_project(
                id: [String], role: [String], project: [Option<String>]
            ) -> [()];
            /// `identities.list_in_project`
            list_project_identities(project: [Option<String>]) -> [Vec<NativeProjectIdentity>];
            /// `identities.set_role_in_project`
            set_identity_role(
                id: [String], role: [String], project: [Option<String>]
            ) -> [()];
            /// `identities.remove_from_project`
            remove_identity_from_project(id: [String], project: [Option<String>]) -> [()];

            /// `kms.list`
            list_kms_keys(project: [Option<String>]) -> [Vec<NativeKmsKey>];
            /// `kms.get`
            get_kms_key(id: [String]) -> [NativeKmsKey];
            /// `kms.get_by_name`
            get_kms_key_by_name(name: [String], project: [Option<String>]) -> [NativeKmsKey];
            /// `kms.create`
            create_kms_key(
                name: [String], description: [Option<String>], usage: [Option<String>],
                algorithm: [Option<String>], project: [Option<String>]
            ) -> [NativeKmsKey];
            /// `kms.update`
            update_kms_key(
                id: [String], new_name: [Option<String>], description: [Option<String>]
            ) -> [NativeKmsKey];
            /// `kms.set_enabled`
            set_kms_key_enabled(id: [String], enabled: [bool]) -> [NativeKmsKey];
            /// `kms.delete`
            delete_kms_key(id: [String]) -> [()];
            /// `kms.encrypt`
            kms_encrypt(id: [String], plaintext: [Bytes]) -> [Bytes];
            /// `kms.decrypt`
            kms_decrypt(id: [String], ciphertext: [Bytes]) -> [Bytes];
            /// `kms.sign`
            kms_sign(
                id: [String], data: [Bytes], algorithm: [String], digest: [bool]
            ) -> [Bytes];
            /// `kms.verify`
            kms_verify(
                id: [String], data: [Bytes], signature: [Bytes], algorithm: [String], digest: [bool]
            ) -> [bool];
            /// `kms.public_key`
            kms_public_key(id: [String]) -> [Bytes];
            /// `kms.signing_algorithms`
            kms_signing_algorithms(id: [String]) -> [Vec<String>];

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
            /// `members.deny`
            deny_member_permissions(
                member_id: [String], denied: [Vec<NativeDeniedPermission>], project: [Option<String>]
            ) -> [NativeMember];
            /// `members.remove`
            remove_member(
                member_id: [String], project: [Option<String>]
            ) -> [NativeRemovedMember];
            /// `members.share_key`
            share_key_with_member(
                member_id: [String], project: [Option<String>], expect_fingerprint: [Option<String>]
            ) -> [NativeMember];
            /// `members.fingerprint`
            member_fingerprint(
                member_id: [Option<String>], project: [Option<String>]
            ) -> [NativeFingerprint];

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
            /// `organizations.incident_contacts`
            list_incident_contacts(organization: [Option<String>]) -> [Vec<NativeIncidentContact>];
            /// `organizations.add_incident_contact`
            add_incident_contact(
                email: [String], organization: [Option<String>]
            ) -> [NativeIncidentContact];
            /// `organizations.remove_incident_contact`
            remove_incident_contact(email: [String], organization: [Option<String>]) -> [()];
            /// `organizations.projects`
            list_organization_projects(organization: [Option<String>]) -> [Vec<NativeProject>];

            /// `projects.create`
            create_project(
                name: [String], product: [Option<String>], organization: [Option<String>]
            ) -> [NativeProject];
            /// `projects.list`
            list_projects() -> [Vec<NativeProject>];
            /// `projects.get`
            get_project(id: [String]) -> [NativeProject];
            /// `projects.get_by_slug`
            get_project_by_slug(slug: [String]) -> [NativeProject];
            /// `projects.open_key`
            open_project_key(id: [String]) -> [NativeOpenedKey];
            /// `projects.rename`
            rename_project(id: [String], name: [String]) -> [NativeProject];
            /// `projects.delete`
            delete_project(id: [String]) -> [()];
            /// `projects.set_auto_capitalization`
            set_auto_capitalization(id: [String], enabled: [bool]) -> [NativeProject];
            /// `projects.set_version_limit`
            set_version_limit(id: [String], limit: [i64]) -> [NativeProject];
            /// `projects.leave`
            leave_project(id: [String]) -> [()];
            /// `projects.share_key_with_server`
            share_key_with_server(id: [String]) -> [()];
            /// `projects.stop_sharing_key_with_server`
            stop_sharing_key_with_server(id: [String]) -> [()];
            /// `projects.upgrade`
            upgrade_project(id: [String], send_private_key: [bool]) -> [()];
            /// `projects.is_key_shared_with_server`
            is_key_shared_with_server(id: [String]) -> [bool];
            /// `projects.blind_index_status`
            blind_index_status(id: [String]) -> [bool];
            /// `projects.enable_blind_indices`
            enable_blind_indices(id: [String]) -> [NativeBlindIndexReport];
            /// `projects.rotate_key`
            rotate_project_key(
                id: [String], dry_run: [bool], share_with_server: [bool],
                expect_fingerprints: [Option<Vec<String>>], on_progress: [Option<OnProgress>]
            ) -> [NativeKeyRotation];

            /// `roles.list`
            list_roles(project: [Option<String>]) -> [Vec<NativeRole>];
            /// `roles.get`
            get_role(slug: [String], project: [Option<String>]) -> [NativeRole];
            /// `roles.create`
            create_role(role: [NativeNewRole], project: [Option<String>]) -> [NativeRole];
            /// `roles.update`
            update_role(
                slug: [String], change: [NativeRoleChange], project: [Option<String>]
            ) -> [NativeRole];
            /// `roles.delete`
            delete_role(slug: [String], project: [Option<String>]) -> [()];

            /// `secrets.get`
            get_secret(
                name: [String], place: [NativePlace], options: [NativeGetOptions]
            ) -> [NativeSecret];
            /// `secrets.list`
            list_secrets(
                place: [NativePlace], options: [NativeListOptions]
            ) -> [NativeSecretList];
            /// `secrets.list_if_changed`
            list_secrets_if_changed(
                etag: [String], place: [NativePlace], options: [NativeListOptions]
            ) -> [Option<NativeSecretList>];
            /// `secrets.create`
            create_secret(
                name: [String], value: [String], comment: [Option<String>],
                extras: [NativeSecretExtras], place: [NativePlace]
            ) -> [NativeSecret];
            /// `secrets.update`
            update_secret(
                name: [String], value: [Option<String>], comment: [Option<String>],
                new_name: [Option<String>], extras: [NativeSecretExtras], place: [NativePlace]
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
            /// `secrets.duplicate`
            duplicate_secrets(
                names: [Vec<String>], to: [NativeDestination], location: [NativeLocation]
            ) -> [NativeDuplicateResult];

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

            /// `trust.forget_secrets`
            forget_secrets(names: [Option<Vec<String>>], location: [NativeLocation]) -> [i64];
            /// `trust.forget_project`
            forget_project(id: [String]) -> [()];
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
