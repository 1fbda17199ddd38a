//! The route tables of the eras.

use axum::http::Method;

use super::{
    api_keys, audit, bots, dev, dynamic_secrets, environments, folders, groups, identities,
    incident_contacts, instance, invitations, keys, kms, login, members, mfa, organizations,
    password, projects, roles, secret_imports, secrets, service_accounts, service_tokens, signup,
    snapshots, tags, today, token_auth, universal_auth, users,
};
use crate::auth::Access;
use crate::era::Era;
use crate::http::Endpoint;
use crate::limits::Rate;

/// A table of routes: method, path, accepted credentials, rate limit, handler.
macro_rules! table {
    ($($method:ident $path:literal $access:ident $rate:ident => $handler:path;)*) => {
        vec![$(Endpoint {
            method: Method::$method,
            path: $path,
            access: Access::$access,
            rate: Rate::$rate,
            handler: $handler,
        }),*]
    };
}

pub(super) use table;

/// Every route of `era`.
pub(crate) fn endpoints(era: Era) -> Vec<Endpoint> {
    let mut endpoints = common();
    endpoints.extend(match era {
        Era::May23 => may23(),
        Era::Feb24 => [later(), feb24()].concat(),
        Era::Jun24 | Era::Modern => [later(), jun24()].concat(),
    });
    if era.is_modern() {
        endpoints.retain(|endpoint| !is_encrypted(endpoint.path));
        endpoints.extend(modern());
        let today = [today::table(), secrets::today::table()].concat();
        let is_replaced = |old: &Endpoint| {
            today.iter().any(|new| (&new.method, new.path) == (&old.method, old.path))
        };
        let is_retired = |old: &Endpoint| today::is_retired(old) || secrets::today::is_retired(old);
        endpoints.retain(|endpoint| !is_replaced(endpoint) && !is_retired(endpoint));
        endpoints.extend(today);
        endpoints.extend([kms::table(), dynamic_secrets::table()].concat());
    }
    endpoints
}

/// Whether a route has encrypted secrets, which servers after June 2024 do not support for their
/// projects.
fn is_encrypted(path: &str) -> bool {
    let of_secrets = path.starts_with("/api/v3/secrets") || path.contains("/{workspaceId}/secrets");
    of_secrets && !path.starts_with("/api/v3/secrets/raw")
}

/// Routes all eras have at the same place.
fn common() -> Vec<Endpoint> {
    table! {
        GET "/dev/codes" OPEN Exempt => dev::codes;
        GET "/api/status" OPEN Exempt => instance::status;
        POST "/api/v3/auth/login1" OPEN Auth => login::begin_v3;
        POST "/api/v3/auth/login2" OPEN Auth => login::prove_v3;
        POST "/api/v2/auth/mfa/send" OPEN Mfa => mfa::send;
        POST "/api/v2/auth/mfa/verify" OPEN Mfa => mfa::verify;
        POST "/api/v1/auth/token" OPEN Write => login::refresh;
        POST "/api/v1/auth/checkAuth" USER_ANYWHERE Write => login::check;
        POST "/api/v1/auth/logout" USER_ANYWHERE Auth => login::logout;
        POST "/api/v1/password/change-password" USER Password => password::change;
        POST "/api/v1/password/backup-private-key" USER Password => password::put_backup_key;
        GET "/api/v1/password/backup-private-key" OPEN Password => password::backup_key;
        POST "/api/v1/password/email/password-reset" OPEN Password => password::send_code;
        POST "/api/v1/password/email/password-reset-verify"
            OPEN Password => password::verify_code;
        GET "/api/v1/user" USER_ANYWHERE Read => users::brief;
        GET "/api/v2/users/me" USER_OR_KEY Read => users::me;
        PATCH "/api/v2/users/me/mfa" USER_OR_KEY Write => mfa::set;
        GET "/api/v2/users/me/organizations" USER_OR_KEY Read => users::organizations;
        GET "/api/v1/organization" USER_ANYWHERE Read => users::organizations;
        GET "/api/v1/organization/{organizationId}" USER Read => organizations::get;
        GET "/api/v1/organization/{organizationId}/users" USER Read => organizations::users;
        GET "/api/v1/organization/{organizationId}/incidentContactOrg"
            USER Read => incident_contacts::list;
        POST "/api/v1/organization/{organizationId}/incidentContactOrg"
            USER Write => incident_contacts::add;
        GET "/api/v2/organizations/{organizationId}/memberships"
            USER_OR_KEY Read => organizations::memberships;
        PATCH "/api/v2/organizations/{organizationId}/memberships/{membershipId}"
            USER_OR_KEY Write => organizations::set_role;
        DELETE "/api/v2/organizations/{organizationId}/memberships/{membershipId}"
            USER_OR_KEY Write => organizations::remove_member;
        GET "/api/v2/organizations/{organizationId}/workspaces"
            USER_OR_KEY Read => organizations::projects;
        POST "/api/v1/invite-org/signup" USER Invite => invitations::invite;
        POST "/api/v1/invite-org/verify" OPEN Invite => invitations::accept;
        DELETE "/api/v1/workspace/{workspaceId}" USER Write => projects::delete;
        GET "/api/v1/workspace/{workspaceId}/users" USER Read => members::users;
        GET "/api/v1/workspace/{workspaceId}/keys" USER Read => keys::public_keys;
        GET "/api/v3/secrets" PROJECT Secrets => secrets::list;
        GET "/api/v3/secrets/{secretName}" PROJECT Secrets => secrets::get;
        POST "/api/v3/secrets/{secretName}" PROJECT Secrets => secrets::create;
        PATCH "/api/v3/secrets/{secretName}" PROJECT Secrets => secrets::update;
        DELETE "/api/v3/secrets/{secretName}" PROJECT Secrets => secrets::delete;
        GET "/api/v2/service-token" TOKEN Read => service_tokens::own;
        POST "/api/v2/service-token" USER Write => service_tokens::create;
        DELETE "/api/v2/service-token/{serviceTokenId}" USER Write => service_tokens::delete;
        GET "/api/v1/bot/{workspaceId}" USER Read => bots::get;
        PATCH "/api/v1/bot/{botId}/active" USER Write => bots::set_state;
        GET "/api/v3/workspaces/{workspaceId}/secrets/blind-index-status"
            USER Read => secrets::blind_indices::status;
        GET "/api/v3/workspaces/{workspaceId}/secrets" USER Read => secrets::blind_indices::list;
        POST "/api/v3/workspaces/{workspaceId}/secrets/names"
            USER Write => secrets::blind_indices::name;
    }
}

fn may23() -> Vec<Endpoint> {
    table! {
        GET "/healthcheck" OPEN Exempt => instance::healthcheck;
        POST "/api/v1/signup/email/signup" OPEN Auth => signup::send_code;
        POST "/api/v1/signup/email/verify" OPEN Auth => signup::verify_code;
        POST "/api/v2/signup/complete-account/signup" OPEN Auth => signup::complete;
        POST "/api/v3/signup/complete-account/signup" OPEN Auth => signup::complete;
        POST "/api/v2/signup/complete-account/invite" OPEN Auth => signup::complete_invited;
        POST "/api/v1/auth/login1" OPEN Auth => login::begin_older;
        POST "/api/v1/auth/login2" OPEN Auth => login::prove_v1;
        POST "/api/v2/auth/login1" OPEN Auth => login::begin_older;
        POST "/api/v2/auth/login2" OPEN Auth => login::prove_v2;
        POST "/api/v1/password/srp1" USER Write => password::begin;
        POST "/api/v1/password/password-reset" OPEN Write => password::reset;
        GET "/api/v2/api-key" USER Read => api_keys::list_may23;
        POST "/api/v2/api-key" USER Write => api_keys::create;
        DELETE "/api/v2/api-key/{apiKeyId}" USER Write => api_keys::delete;
        POST "/api/v1/organization" USER_ANYWHERE Write => organizations::create_may23;
        PATCH "/api/v1/organization/{organizationId}/name" USER Write => organizations::rename;
        DELETE "/api/v1/organization/{organizationId}/incidentContactOrg"
            USER Write => incident_contacts::remove_may23;
        GET "/api/v1/workspace" USER Read => projects::list;
        POST "/api/v1/workspace" USER Write => projects::create;
        GET "/api/v1/workspace/{workspaceId}" USER Read => projects::get;
        POST "/api/v1/workspace/{workspaceId}/name" USER Write => projects::rename;
        PATCH "/api/v2/workspace/{workspaceId}/auto-capitalization"
            USER Write => projects::set_auto_capitalization;
        POST "/api/v1/workspace/{workspaceId}/invite-signup" USER Write => members::invite;
        POST "/api/v1/key/{workspaceId}" USER Write => keys::upload;
        GET "/api/v1/key/{workspaceId}/latest" USER Read => keys::latest;
        GET "/api/v2/workspace/{workspaceId}/encrypted-key" USER_OR_KEY Read => keys::own;
        GET "/api/v2/workspace/{workspaceId}/environments" USER Read => environments::list;
        POST "/api/v2/workspace/{workspaceId}/environments"
            USER Write => environments::create_may23;
        PUT "/api/v2/workspace/{workspaceId}/environments" USER Write => environments::rename_may23;
        DELETE "/api/v2/workspace/{workspaceId}/environments"
            USER Write => environments::delete_may23;
        GET "/api/v2/workspace/{workspaceId}/memberships" USER_OR_KEY Read => members::list;
        PATCH "/api/v2/workspace/{workspaceId}/memberships/{membershipId}"
            USER_OR_KEY Write => members::set_role;
        DELETE "/api/v2/workspace/{workspaceId}/memberships/{membershipId}"
            USER_OR_KEY Write => members::remove;
        POST "/api/v1/membership/{membershipId}/deny-permissions" USER Write => members::deny;
        POST "/api/v1/folder" USER Write => folders::create_may23;
        GET "/api/v1/folder/{folderId}" USER Read => folders::get_may23;
        DELETE "/api/v1/folder/{folderId}" USER Write => folders::delete_may23;
        GET "/api/v2/workspace/{workspaceId}/tags" USER Read => tags::list;
        POST "/api/v2/workspace/{workspaceId}/tags" USER Write => tags::create;
        DELETE "/api/v2/workspace/tags/{tagId}" USER Write => tags::delete_may23;
        GET "/api/v2/secrets" PROJECT Secrets => secrets::by_id::list;
        POST "/api/v2/secrets" PROJECT_BY_ID Secrets => secrets::by_id::create;
        PATCH "/api/v2/secrets" PROJECT_BY_ID Secrets => secrets::by_id::update;
        DELETE "/api/v2/secrets" PROJECT_BY_ID Secrets => secrets::by_id::delete;
        POST "/api/v2/secrets/batch" USER_OR_KEY Secrets => secrets::by_id::batch;
        GET "/api/v2/workspace/{workspaceId}/service-token-data" USER Read => service_tokens::list;
        GET "/api/v2/organizations/{organizationId}/service-accounts"
            USER Read => service_accounts::list;
        GET "/api/v2/service-accounts/me" ACCOUNT Read => service_accounts::own;
        POST "/api/v2/service-accounts" USER Write => service_accounts::create;
        GET "/api/v2/service-accounts/{serviceAccountId}" USER Read => service_accounts::get;
        PATCH "/api/v2/service-accounts/{serviceAccountId}/name"
            USER Write => service_accounts::rename;
        DELETE "/api/v2/service-accounts/{serviceAccountId}" USER Write => service_accounts::delete;
        GET "/api/v2/service-accounts/{serviceAccountId}/permissions/workspace"
            USER Read => service_accounts::permissions;
        POST "/api/v2/service-accounts/{serviceAccountId}/permissions/workspace"
            USER Write => service_accounts::grant;
        DELETE "/api/v2/service-accounts/{serviceAccountId}/permissions/workspace/{permissionId}"
            USER Write => service_accounts::revoke;
        GET "/api/v2/service-accounts/{serviceAccountId}/keys"
            USER_OR_ACCOUNT Read => service_accounts::keys;
        GET "/api/v1/workspace/{workspaceId}/logs" USER_OR_KEY Read => audit::list_may23;
        GET "/api/v1/secret/{secretId}/secret-versions"
            USER_OR_KEY Read => secrets::history::list;
        POST "/api/v1/secret/{secretId}/secret-versions/rollback"
            USER_OR_KEY Write => secrets::history::roll_back;
        GET "/api/v1/workspace/{workspaceId}/secret-snapshots"
            USER_OR_KEY Read => snapshots::list_may23;
        GET "/api/v1/workspace/{workspaceId}/secret-snapshots/count"
            USER Read => snapshots::count_may23;
        POST "/api/v1/workspace/{workspaceId}/secret-snapshots/rollback"
            USER_OR_KEY Write => snapshots::roll_back_may23;
        GET "/api/v1/secret-snapshot/{secretSnapshotId}" USER Read => snapshots::get_may23;
        GET "/api/v1/action/{actionId}" USER_OR_KEY Read => audit::action_may23;
    }
}

/// Routes of February and June 2024.
fn later() -> Vec<Endpoint> {
    table! {
        GET "/api/v1/admin/config" OPEN Read => instance::config;
        PATCH "/api/v1/admin/config" USER Write => instance::set_config;
        POST "/api/v1/admin/signup" OPEN Write => signup::admin;
        POST "/api/v3/signup/email/signup" OPEN Auth => signup::send_code;
        POST "/api/v3/signup/email/verify" OPEN Auth => signup::verify_code;
        POST "/api/v3/signup/complete-account/signup" OPEN Auth => signup::complete;
        POST "/api/v3/signup/complete-account/invite" OPEN Auth => signup::complete_invited;
        POST "/api/v1/password/srp1" USER Auth => password::begin;
        POST "/api/v1/password/password-reset" OPEN Auth => password::reset;
        GET "/api/v2/users/me/api-keys" USER Read => api_keys::list_later;
        POST "/api/v2/users/me/api-keys" USER Write => api_keys::create;
        DELETE "/api/v2/users/me/api-keys/{apiKeyId}" USER Write => api_keys::delete;
        PATCH "/api/v2/users/me/name" USER_OR_KEY Write => users::rename;
        GET "/api/v2/users/me/sessions" USER Read => users::sessions;
        DELETE "/api/v2/users/me/sessions" USER Write => users::end_sessions;
        DELETE "/api/v2/users/me" USER Write => users::delete;
        POST "/api/v2/organizations" USER_ANYWHERE Write => organizations::create_later;
        PATCH "/api/v1/organization/{organizationId}" USER Write => organizations::rename;
        DELETE "/api/v1/organization/{organizationId}/incidentContactOrg/{incidentContactId}"
            USER Write => incident_contacts::remove_later;
        GET "/api/v1/workspace" USER_OR_KEY Read => projects::list;
        POST "/api/v1/workspace/{workspaceId}/name" USER Write => projects::rename;
        POST "/api/v1/workspace/{workspaceId}/auto-capitalization"
            USER Write => projects::set_auto_capitalization;
        POST "/api/v1/workspace/{workspaceId}/key" USER Write => keys::upload;
        GET "/api/v2/workspace/{workspaceId}/encrypted-key" NOT_TOKEN Read => keys::own;
        POST "/api/v1/workspace/{workspaceId}/environments"
            USER Write => environments::create_later;
        PATCH "/api/v1/workspace/{workspaceId}/environments/{environmentId}"
            USER Write => environments::rename_later;
        DELETE "/api/v1/workspace/{workspaceId}/environments/{environmentId}"
            USER Write => environments::delete_later;
        GET "/api/v1/workspace/{workspaceId}/memberships" USER_OR_KEY Read => members::list;
        POST "/api/v1/workspace/{workspaceId}/memberships" USER Write => members::add;
        PATCH "/api/v1/workspace/{workspaceId}/memberships/{membershipId}"
            USER_OR_KEY Write => members::set_role;
        DELETE "/api/v1/workspace/{workspaceId}/memberships/{membershipId}"
            USER_OR_KEY Write => members::remove;
        GET "/api/v1/folders" PROJECT Secrets => folders::list;
        POST "/api/v1/folders" PROJECT Secrets => folders::create;
        PATCH "/api/v1/folders/{folderId}" PROJECT Secrets => folders::rename;
        DELETE "/api/v1/folders/{folderId}" PROJECT Secrets => folders::delete;
        GET "/api/v1/workspace/{workspaceId}/tags" NOT_TOKEN Read => tags::list;
        POST "/api/v1/workspace/{workspaceId}/tags" USER Write => tags::create;
        DELETE "/api/v1/workspace/{workspaceId}/tags/{tagId}" USER Write => tags::delete_later;
        GET "/api/v1/secret-imports" PROJECT Secrets => secret_imports::list;
        POST "/api/v1/secret-imports" PROJECT Secrets => secret_imports::create;
        PATCH "/api/v1/secret-imports/{importId}" PROJECT Secrets => secret_imports::update;
        DELETE "/api/v1/secret-imports/{importId}" PROJECT Secrets => secret_imports::delete;
        GET "/api/v3/secrets/batch" PROJECT Secrets => secrets::get;
        POST "/api/v3/secrets/batch" PROJECT Secrets => secrets::batch::create;
        PATCH "/api/v3/secrets/batch" PROJECT Secrets => secrets::batch::update;
        DELETE "/api/v3/secrets/batch" PROJECT Secrets => secrets::batch::delete;
        GET "/api/v3/secrets/raw" PROJECT Secrets => secrets::raw::list;
        POST "/api/v3/secrets/raw" PROJECT Secrets => secrets::create;
        PATCH "/api/v3/secrets/raw" PROJECT Secrets => secrets::update;
        DELETE "/api/v3/secrets/raw" PROJECT Secrets => secrets::delete;
        GET "/api/v3/secrets/raw/{secretName}" PROJECT Secrets => secrets::raw::get;
        POST "/api/v3/secrets/raw/{secretName}" PROJECT Secrets => secrets::raw::create;
        PATCH "/api/v3/secrets/raw/{secretName}" PROJECT Secrets => secrets::raw::update;
        DELETE "/api/v3/secrets/raw/{secretName}" PROJECT Secrets => secrets::raw::delete;
        GET "/api/v1/secret-approvals" USER Read => secrets::modern::policies;
        GET "/api/v1/workspace/{workspaceId}/service-token-data" USER Read => service_tokens::list;
        GET "/api/v1/workspace/{workspaceId}/audit-logs" USER Read => audit::list_later;
        GET "/api/v1/workspace/{workspaceId}/audit-logs/filters/actors"
            USER Read => audit::actors;
        GET "/api/v1/secret/{secretId}/secret-versions" USER Read => secrets::history::list;
        GET "/api/v1/workspace/{workspaceId}/secret-snapshots"
            USER_OR_KEY Read => snapshots::list_later;
        GET "/api/v1/workspace/{workspaceId}/secret-snapshots/count"
            USER_OR_KEY Read => snapshots::count_later;
        GET "/api/v1/secret-snapshot/{secretSnapshotId}" USER Read => snapshots::get_later;
        POST "/api/v1/secret-snapshot/{secretSnapshotId}/rollback"
            USER_OR_KEY Write => snapshots::roll_back_later;
        PATCH "/api/v1/identities/{identityId}" USER Write => identities::update;
        DELETE "/api/v1/identities/{identityId}" USER Write => identities::delete;
        GET "/api/v2/organizations/{organizationId}/identity-memberships"
            USER Read => identities::list;
        POST "/api/v1/auth/universal-auth/identities/{identityId}"
            USER Write => universal_auth::attach;
        GET "/api/v1/auth/universal-auth/identities/{identityId}"
            USER Read => universal_auth::get;
        PATCH "/api/v1/auth/universal-auth/identities/{identityId}"
            USER Write => universal_auth::update;
        POST "/api/v1/auth/universal-auth/identities/{identityId}/client-secrets"
            USER Write => universal_auth::create_client_secret;
        GET "/api/v1/auth/universal-auth/identities/{identityId}/client-secrets"
            USER Read => universal_auth::list_client_secrets;
        POST "/api/v1/auth/universal-auth/identities/{identityId}/client-secrets/{clientSecretId}/revoke"
            USER Write => universal_auth::revoke_client_secret;
        GET "/api/v2/workspace/{workspaceId}/identity-memberships"
            USER Read => identities::list_in_project;
        POST "/api/v2/workspace/{workspaceId}/identity-memberships/{identityId}"
            USER Write => identities::add_to_project;
        PATCH "/api/v2/workspace/{workspaceId}/identity-memberships/{identityId}"
            USER Write => identities::set_role;
        DELETE "/api/v2/workspace/{workspaceId}/identity-memberships/{identityId}"
            USER Write => identities::remove_from_project;
        POST "/api/v1/auth/token/renew" OPEN Write => identities::renew;
    }
}

/// Routes of servers since about autumn 2024, in addition to those of June 2024.
fn modern() -> Vec<Endpoint> {
    table! {
        GET "/api/v1/organization/audit-logs" USER Read => audit::list_modern;
        GET "/api/v1/identities/{identityId}" USER Read => identities::get;
        GET "/api/v1/identities/{identityId}/identity-memberships"
            USER Read => identities::projects;
        DELETE "/api/v1/auth/universal-auth/identities/{identityId}"
            USER Write => universal_auth::detach;
        POST "/api/v1/auth/token-auth/identities/{identityId}" USER Write => token_auth::attach;
        GET "/api/v1/auth/token-auth/identities/{identityId}" USER Read => token_auth::get;
        PATCH "/api/v1/auth/token-auth/identities/{identityId}" USER Write => token_auth::update;
        DELETE "/api/v1/auth/token-auth/identities/{identityId}" USER Write => token_auth::detach;
        POST "/api/v1/auth/token-auth/identities/{identityId}/tokens"
            USER Write => token_auth::create_token;
        GET "/api/v1/auth/token-auth/identities/{identityId}/tokens"
            USER Read => token_auth::list_tokens;
        PATCH "/api/v1/auth/token-auth/tokens/{tokenId}" USER Write => token_auth::rename_token;
        POST "/api/v1/auth/token-auth/tokens/{tokenId}/revoke"
            USER Write => token_auth::revoke_token;
        GET "/api/v1/workspace/{workspaceSlug}/roles" USER Read => roles::list;
        POST "/api/v1/workspace/{workspaceSlug}/roles" USER Write => roles::create;
        GET "/api/v1/workspace/{workspaceSlug}/roles/slug/{slug}" USER Read => roles::get;
        PATCH "/api/v1/workspace/{workspaceSlug}/roles/{roleId}" USER Write => roles::update;
        DELETE "/api/v1/workspace/{workspaceSlug}/roles/{roleId}" USER Write => roles::delete;
        GET "/api/v1/groups" USER Read => groups::list;
        POST "/api/v1/groups" USER Write => groups::create;
        GET "/api/v1/groups/{groupId}" USER Read => groups::get;
        PATCH "/api/v1/groups/{groupId}" USER Write => groups::update;
        DELETE "/api/v1/groups/{groupId}" USER Write => groups::delete;
        GET "/api/v1/groups/{groupId}/users" USER Read => groups::users;
        POST "/api/v1/groups/{groupId}/users/{username}" USER Write => groups::add_user;
        DELETE "/api/v1/groups/{groupId}/users/{username}" USER Write => groups::remove_user;
        GET "/api/v2/workspace/{workspaceId}/groups" USER Read => groups::list_in_project;
        POST "/api/v2/workspace/{workspaceId}/groups/{groupId}"
            USER Write => groups::add_to_project;
        PATCH "/api/v2/workspace/{workspaceId}/groups/{groupId}"
            USER Write => groups::set_roles_in_project;
        DELETE "/api/v2/workspace/{workspaceId}/groups/{groupId}"
            USER Write => groups::remove_from_project;
        GET "/api/v3/secrets/move" PROJECT Secrets => secrets::get;
        POST "/api/v3/secrets/move" PROJECT Secrets => secrets::moves::move_all;
        PATCH "/api/v3/secrets/move" PROJECT Secrets => secrets::update;
        DELETE "/api/v3/secrets/move" PROJECT Secrets => secrets::delete;
        GET "/api/v4/secrets" PROJECT Secrets => secrets::raw::list;
        GET "/api/v4/secrets/{secretName}" PROJECT Secrets => secrets::raw::get;
        POST "/api/v4/secrets/{secretName}" PROJECT Secrets => secrets::raw::create;
        PATCH "/api/v4/secrets/{secretName}" PROJECT Secrets => secrets::raw::update;
        DELETE "/api/v4/secrets/{secretName}" PROJECT Secrets => secrets::raw::delete;
    }
}

fn feb24() -> Vec<Endpoint> {
    table! {
        POST "/api/v1/identities" USER Write => identities::create;
        POST "/api/v1/auth/universal-auth/login" OPEN Auth => universal_auth::log_in;
        POST "/api/v1/workspace" USER Write => projects::create;
        GET "/api/v1/workspace/{workspaceId}" USER_OR_KEY Read => projects::get;
    }
}

fn jun24() -> Vec<Endpoint> {
    table! {
        POST "/dev/projects" USER Exempt => projects::create;
        POST "/api/v1/identities" USER Invite => identities::create;
        POST "/api/v1/auth/universal-auth/login" OPEN Write => universal_auth::log_in;
        POST "/api/v1/auth/token/revoke" OPEN Write => identities::revoke;
        POST "/api/v3/auth/select-organization" USER_OUTDATED Auth => login::select_organization;
        POST "/api/v2/workspace/{workspaceId}/memberships"
            USER_OR_KEY Write => members::add_by_email;
        POST "/api/v2/workspace" USER_OR_KEY Invite => projects::create_with_key;
        PUT "/api/v1/workspace/{workspaceSlug}/version-limit"
            USER Write => projects::set_version_limit;
        GET "/api/v2/workspace/{workspaceSlug}" USER Read => projects::get_by_slug;
        DELETE "/api/v1/workspace/{workspaceId}/leave" USER Write => members::leave;
        GET "/api/v1/workspace/{workspaceId}" PROJECT Read => projects::get;
        PATCH "/api/v1/workspace/{workspaceId}" USER_OR_KEY Write => projects::update;
        GET "/api/v1/workspace/{workspaceId}/tags/{tagId}" NOT_TOKEN Read => tags::get;
        PATCH "/api/v1/workspace/{workspaceId}/tags/{tagId}" USER Write => tags::update;
        POST "/api/v3/secrets/tags/{secretName}" PROJECT Secrets => secrets::tagging::add;
        DELETE "/api/v3/secrets/tags/{secretName}" PROGRAM Secrets => secrets::tagging::remove;
        POST "/api/v3/secrets/batch/raw" PROJECT Secrets => secrets::raw_batch::create;
    }
}
