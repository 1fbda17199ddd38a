//! The routes of July 2026 that differ from those of June 2024.

use axum::http::Method;

use super::{
    development, environments, folders, identities, identity_auths, invitations, keys, log_in,
    members, organizations, passwords, projects, sign_up, tags, users,
};
use crate::auth::Access;
use crate::http::Endpoint;
use crate::limits::Rate;
use crate::routes::keys as older_keys;
use crate::routes::{audit, groups, roles, table, universal_auth};

/// Whether a route of June 2024 no longer exists.
pub(crate) fn is_retired(endpoint: &Endpoint) -> bool {
    const RETIRED: &[(&str, &str)] = &[
        ("POST", "/api/v3/signup/complete-account/signup"),
        ("POST", "/api/v3/signup/complete-account/invite"),
        ("POST", "/api/v1/password/srp1"),
        ("POST", "/api/v1/password/change-password"),
        ("POST", "/api/v1/password/password-reset"),
        ("POST", "/api/v1/password/backup-private-key"),
        ("GET", "/api/v1/password/backup-private-key"),
        ("POST", "/api/v1/password/email/password-reset"),
        ("POST", "/api/v1/password/email/password-reset-verify"),
        ("GET", "/api/v2/users/me/api-keys"),
        ("POST", "/api/v2/users/me/api-keys"),
        ("DELETE", "/api/v2/users/me/api-keys/{apiKeyId}"),
        ("POST", "/api/v1/workspace/{workspaceId}/name"),
        ("POST", "/api/v1/workspace/{workspaceId}/auto-capitalization"),
        ("GET", "/api/v1/workspace/{workspaceId}/keys"),
        ("GET", "/api/v1/workspace/{workspaceId}/users"),
        ("PUT", "/api/v1/workspace/{workspaceSlug}/version-limit"),
        ("DELETE", "/api/v1/workspace/{workspaceId}/leave"),
        ("GET", "/api/v1/workspace/{workspaceId}/audit-logs/filters/actors"),
        ("GET", "/api/v3/workspaces/{workspaceId}/secrets/blind-index-status"),
        ("GET", "/api/v3/workspaces/{workspaceId}/secrets"),
        ("POST", "/api/v3/workspaces/{workspaceId}/secrets/names"),
        ("POST", "/dev/projects"),
    ];
    RETIRED.iter().any(|(method, path)| endpoint.method == *method && endpoint.path == *path)
}

/// The routes of one way in which a machine identity logs in by something that others gave it.
macro_rules! identity_auth {
    ($name:literal) => {{
        const LOG_IN: &str = concat!("/api/v1/auth/", $name, "/login");
        const IDENTITY: &str = concat!("/api/v1/auth/", $name, "/identities/{identityId}");
        let endpoint =
            |method, path, access, rate, handler| Endpoint { method, path, access, rate, handler };
        let managed = Access::USER_OR_IDENTITY;
        vec![
            endpoint(Method::POST, LOG_IN, Access::OPEN, Rate::Write, identity_auths::log_in),
            endpoint(Method::POST, IDENTITY, managed, Rate::Write, identity_auths::attach),
            endpoint(Method::GET, IDENTITY, managed, Rate::Read, identity_auths::get),
            endpoint(Method::PATCH, IDENTITY, managed, Rate::Write, identity_auths::update),
            endpoint(Method::DELETE, IDENTITY, managed, Rate::Write, identity_auths::detach),
        ]
    }};
}

pub(crate) fn table() -> Vec<Endpoint> {
    [
        identity_auth!("aws-auth"),
        identity_auth!("azure-auth"),
        identity_auth!("gcp-auth"),
        identity_auth!("jwt-auth"),
        identity_auth!("kubernetes-auth"),
        identity_auth!("ldap-auth"),
        identity_auth!("oidc-auth"),
        identity_auth!("tls-cert-auth"),
        others(),
    ]
    .concat()
}

fn others() -> Vec<Endpoint> {
    table! {
        POST "/dev/e2ee-account" OPEN Exempt => development::account;
        POST "/dev/e2ee-project" OPEN Exempt => development::project;
        POST "/dev/identity-providers" OPEN Exempt => development::identity_providers;
        POST "/api/v1/admin/signup" OPEN Write => sign_up::admin;
        POST "/api/v1/admin/bootstrap" OPEN Write => sign_up::bootstrap;
        POST "/api/v3/signup/email/signup" OPEN Auth => sign_up::send_code;
        POST "/api/v3/signup/email/verify" OPEN Auth => sign_up::verify_code;
        POST "/api/v3/signup/complete-account" OPEN Auth => sign_up::complete;
        POST "/api/v3/auth/login" OPEN Auth => log_in::log_in;
        POST "/api/v3/auth/login1" OPEN Auth => log_in::begin;
        POST "/api/v3/auth/login2" OPEN Auth => log_in::prove;
        POST "/api/v3/auth/select-organization" USER_ANYWHERE Auth => log_in::select_organization;
        POST "/api/v1/auth/token" OPEN Write => log_in::refresh;
        POST "/api/v1/auth/logout" OPEN Auth => log_in::log_out;
        POST "/api/v2/password/user/password-reset" USER_ANYWHERE Auth => passwords::change;
        POST "/api/v2/password/password-reset" OPEN Auth => passwords::reset;
        POST "/api/v1/account-recovery/send-email" OPEN Auth => passwords::send_code;
        POST "/api/v1/account-recovery/verify-email" OPEN Auth => passwords::verify_code;
        GET "/api/v1/user" USER_ANYWHERE Read => users::brief;
        GET "/api/v2/users/me" USER Read => users::me;
        DELETE "/api/v2/users/me" USER Write => users::delete;
        PATCH "/api/v2/users/me/name" USER Write => users::rename;
        PATCH "/api/v2/users/me/mfa" USER Write => users::set_second_factor;
        GET "/api/v2/users/me/organizations" USER Read => users::plain_organizations;
        DELETE "/api/v2/users/me/sessions/{sessionId}" USER Write => users::end_session;
        GET "/api/v1/organization" USER_ANYWHERE Read => users::organizations;
        POST "/api/v2/organizations" USER_ANYWHERE Write => organizations::create;
        GET "/api/v1/organization/roles" USER Read => organizations::roles;
        GET "/api/v1/organization/permissions" USER Read => organizations::permissions;
        GET "/api/v1/organization/{organizationId}" USER Read => organizations::get;
        PATCH "/api/v1/organization/{organizationId}" USER Write => organizations::update;
        GET "/api/v1/organization/{organizationId}/users" USER Read => organizations::users;
        GET "/api/v2/organizations/{organizationId}/memberships"
            USER_OR_IDENTITY Read => organizations::members;
        GET "/api/v2/organizations/{organizationId}/memberships/{membershipId}"
            USER_OR_IDENTITY Read => organizations::member;
        PATCH "/api/v2/organizations/{organizationId}/memberships/{membershipId}"
            USER_OR_IDENTITY Write => organizations::set_role;
        DELETE "/api/v2/organizations/{organizationId}/memberships/{membershipId}"
            USER_OR_IDENTITY Write => organizations::remove_member;
        GET "/api/v2/organizations/{organizationId}/workspaces" USER Read => organizations::projects;
        POST "/api/v1/invite-org/signup" USER Invite => invitations::invite;
        POST "/api/v1/invite-org/verify" OPEN Invite => invitations::verify;
        POST "/api/v1/workspace/{workspaceId}/key" USER Write => keys::share;
        GET "/api/v2/workspace/{workspaceId}/encrypted-key" PROJECT Read => older_keys::own;
        GET "/api/v1/bot/{workspaceId}" USER Read => keys::bot;
        PATCH "/api/v1/bot/{botId}/active" USER Write => keys::set_bot_state;
        POST "/api/v1/projects" USER_OR_IDENTITY Invite => projects::create;
        GET "/api/v1/projects" USER_OR_IDENTITY Read => projects::list;
        POST "/api/v1/projects/search" USER_OR_IDENTITY Read => projects::search;
        GET "/api/v1/projects/slug/{slug}" USER_OR_IDENTITY Read => projects::get_by_slug;
        GET "/api/v1/projects/{projectId}" PROJECT Read => projects::get;
        PATCH "/api/v1/projects/{projectId}" USER_OR_IDENTITY Write => projects::update;
        DELETE "/api/v1/projects/{projectId}" USER_OR_IDENTITY Write => projects::delete;
        POST "/api/v2/workspace" USER_OR_IDENTITY Invite => projects::create_older;
        GET "/api/v1/workspace" USER_OR_IDENTITY Read => projects::list_older;
        GET "/api/v1/workspace/{workspaceId}" PROJECT Read => projects::get_older;
        PATCH "/api/v1/workspace/{workspaceId}" USER_OR_IDENTITY Write => projects::update_older;
        DELETE "/api/v1/workspace/{workspaceId}" USER_OR_IDENTITY Write => projects::delete_older;
        GET "/api/v2/workspace/{workspaceSlug}"
            USER_OR_IDENTITY Read => projects::get_older_by_slug;
        DELETE "/api/v2/workspace/{workspaceSlug}"
            USER_OR_IDENTITY Write => projects::delete_older_by_slug;
        POST "/api/v1/projects/{projectId}/environments"
            USER_OR_IDENTITY Write => environments::create;
        GET "/api/v1/projects/{projectId}/environments/slug/{slug}"
            USER_OR_IDENTITY Read => environments::get_by_slug;
        GET "/api/v1/projects/{projectId}/environments/{environmentId}"
            USER_OR_IDENTITY Read => environments::get;
        PATCH "/api/v1/projects/{projectId}/environments/{environmentId}"
            USER_OR_IDENTITY Write => environments::update;
        DELETE "/api/v1/projects/{projectId}/environments/{environmentId}"
            USER_OR_IDENTITY Write => environments::delete;
        POST "/api/v1/projects/{projectId}/environments/{environmentId}/restore"
            USER_OR_IDENTITY Write => environments::restore;
        POST "/api/v1/workspace/{workspaceId}/environments"
            USER_OR_IDENTITY Write => environments::create;
        GET "/api/v1/workspace/{workspaceId}/environments/{environmentId}"
            USER_OR_IDENTITY Read => environments::get;
        PATCH "/api/v1/workspace/{workspaceId}/environments/{environmentId}"
            USER_OR_IDENTITY Write => environments::update;
        DELETE "/api/v1/workspace/{workspaceId}/environments/{environmentId}"
            USER_OR_IDENTITY Write => environments::delete_older;
        GET "/api/v1/projects/{projectId}/tags" USER_OR_IDENTITY Read => tags::list;
        POST "/api/v1/projects/{projectId}/tags" USER_OR_IDENTITY Write => tags::create;
        GET "/api/v1/projects/{projectId}/tags/slug/{tagSlug}"
            USER_OR_IDENTITY Read => tags::get_by_slug;
        GET "/api/v1/projects/{projectId}/tags/{tagId}" USER_OR_IDENTITY Read => tags::get;
        PATCH "/api/v1/projects/{projectId}/tags/{tagId}" USER_OR_IDENTITY Write => tags::update;
        DELETE "/api/v1/projects/{projectId}/tags/{tagId}" USER_OR_IDENTITY Write => tags::delete;
        GET "/api/v1/workspace/{workspaceId}/tags" USER_OR_IDENTITY Read => tags::list;
        POST "/api/v1/workspace/{workspaceId}/tags" USER_OR_IDENTITY Write => tags::create;
        GET "/api/v1/workspace/{workspaceId}/tags/slug/{tagSlug}"
            USER_OR_IDENTITY Read => tags::get_by_slug;
        GET "/api/v1/workspace/{workspaceId}/tags/{tagId}" USER_OR_IDENTITY Read => tags::get;
        PATCH "/api/v1/workspace/{workspaceId}/tags/{tagId}" USER_OR_IDENTITY Write => tags::update;
        DELETE "/api/v1/workspace/{workspaceId}/tags/{tagId}" USER_OR_IDENTITY Write => tags::delete;
        GET "/api/v2/folders" PROJECT Secrets => folders::list;
        POST "/api/v2/folders" PROJECT Secrets => folders::create;
        POST "/api/v2/folders/move" USER_OR_IDENTITY Secrets => folders::relocate;
        PATCH "/api/v2/folders/batch" PROJECT Secrets => folders::rename_all;
        GET "/api/v2/folders/{folderId}" PROJECT Secrets => folders::get;
        PATCH "/api/v2/folders/{folderId}" PROJECT Secrets => folders::rename;
        DELETE "/api/v2/folders/{folderId}" PROJECT Secrets => folders::delete;
        GET "/api/v1/folders" PROJECT Secrets => folders::list;
        POST "/api/v1/folders" PROJECT Secrets => folders::create;
        GET "/api/v1/folders/{folderId}" PROJECT Secrets => folders::get;
        PATCH "/api/v1/folders/{folderId}" PROJECT Secrets => folders::rename;
        DELETE "/api/v1/folders/{folderId}" PROJECT Secrets => folders::delete;
        GET "/api/v1/projects/{projectId}/memberships" USER_OR_IDENTITY Read => members::list;
        POST "/api/v1/projects/{projectId}/memberships" USER_OR_IDENTITY Write => members::add;
        DELETE "/api/v1/projects/{projectId}/memberships"
            USER_OR_IDENTITY Write => members::remove_all;
        POST "/api/v1/projects/{projectId}/memberships/details"
            USER_OR_IDENTITY Read => members::details;
        GET "/api/v1/projects/{projectId}/memberships/{membershipId}"
            USER_OR_IDENTITY Read => members::get;
        PATCH "/api/v1/projects/{projectId}/memberships/{membershipId}"
            USER_OR_IDENTITY Write => members::set_roles;
        DELETE "/api/v1/projects/{projectId}/memberships/{membershipId}"
            USER_OR_IDENTITY Write => members::remove;
        DELETE "/api/v1/projects/{projectId}/leave" USER Write => members::leave;
        GET "/api/v1/workspace/{workspaceId}/memberships" USER_OR_IDENTITY Read => members::list;
        POST "/api/v1/workspace/{workspaceId}/memberships/details"
            USER_OR_IDENTITY Read => members::details;
        GET "/api/v1/workspace/{workspaceId}/memberships/{membershipId}"
            USER_OR_IDENTITY Read => members::get;
        PATCH "/api/v1/workspace/{workspaceId}/memberships/{membershipId}"
            USER_OR_IDENTITY Write => members::set_roles;
        DELETE "/api/v1/workspace/{workspaceId}/memberships/{membershipId}"
            USER_OR_IDENTITY Write => members::remove;
        POST "/api/v2/workspace/{workspaceId}/memberships" USER_OR_IDENTITY Write => members::add;
        DELETE "/api/v2/workspace/{workspaceId}/memberships"
            USER_OR_IDENTITY Write => members::remove_all;
        POST "/api/v1/identities" USER_OR_IDENTITY Invite => identities::create;
        GET "/api/v1/identities" USER_OR_IDENTITY Read => identities::list;
        POST "/api/v1/identities/search" USER_OR_IDENTITY Read => identities::search;
        GET "/api/v1/identities/details" IDENTITY Read => identities::details;
        GET "/api/v1/organization/identities" USER_OR_IDENTITY Read => identities::list_owned;
        GET "/api/v2/organizations/{organizationId}/identity-memberships"
            USER_OR_IDENTITY Read => identities::list_memberships;
        GET "/api/v1/identities/{identityId}" USER_OR_IDENTITY Read => identities::get;
        PATCH "/api/v1/identities/{identityId}" USER_OR_IDENTITY Write => identities::update;
        DELETE "/api/v1/identities/{identityId}" USER_OR_IDENTITY Write => identities::delete;
        GET "/api/v1/identities/{identityId}/identity-memberships"
            USER_OR_IDENTITY Read => identities::projects;
        GET "/api/v1/auth/universal-auth/identities/{identityId}/client-secrets/{clientSecretId}"
            USER_OR_IDENTITY Read => universal_auth::get_client_secret;
        POST "/api/v1/auth/universal-auth/identities/{identityId}/clear-lockouts"
            USER_OR_IDENTITY Write => universal_auth::clear_lockouts;
        GET "/api/v1/projects/{projectId}/memberships/identities"
            USER_OR_IDENTITY Read => identities::list_in_project;
        GET "/api/v1/projects/{projectId}/memberships/identities/{identityId}"
            USER_OR_IDENTITY Read => identities::get_in_project;
        POST "/api/v1/projects/{projectId}/memberships/identities/{identityId}"
            USER_OR_IDENTITY Write => identities::add_to_project;
        PATCH "/api/v1/projects/{projectId}/memberships/identities/{identityId}"
            USER_OR_IDENTITY Write => identities::set_role;
        DELETE "/api/v1/projects/{projectId}/memberships/identities/{identityId}"
            USER_OR_IDENTITY Write => identities::remove_from_project;
        GET "/api/v2/workspace/{workspaceId}/identity-memberships"
            USER_OR_IDENTITY Read => identities::list_in_project;
        GET "/api/v2/workspace/{workspaceId}/identity-memberships/{identityId}"
            USER_OR_IDENTITY Read => identities::get_in_project;
        POST "/api/v2/workspace/{workspaceId}/identity-memberships/{identityId}"
            USER_OR_IDENTITY Write => identities::add_to_project;
        PATCH "/api/v2/workspace/{workspaceId}/identity-memberships/{identityId}"
            USER_OR_IDENTITY Write => identities::set_role;
        DELETE "/api/v2/workspace/{workspaceId}/identity-memberships/{identityId}"
            USER_OR_IDENTITY Write => identities::remove_from_project;
        GET "/api/v1/projects/{projectId}/roles" USER_OR_IDENTITY Read => roles::list;
        POST "/api/v1/projects/{projectId}/roles" USER_OR_IDENTITY Write => roles::create;
        GET "/api/v1/projects/{projectId}/roles/slug/{slug}" USER_OR_IDENTITY Read => roles::get;
        PATCH "/api/v1/projects/{projectId}/roles/{roleId}"
            USER_OR_IDENTITY Write => roles::update;
        DELETE "/api/v1/projects/{projectId}/roles/{roleId}"
            USER_OR_IDENTITY Write => roles::delete;
        GET "/api/v1/projects/{projectId}/groups" USER_OR_IDENTITY Read => groups::list_in_project;
        POST "/api/v1/projects/{projectId}/groups/{groupId}"
            USER_OR_IDENTITY Write => groups::add_to_project;
        PATCH "/api/v1/projects/{projectId}/groups/{groupId}"
            USER_OR_IDENTITY Write => groups::set_roles_in_project;
        DELETE "/api/v1/projects/{projectId}/groups/{groupId}"
            USER_OR_IDENTITY Write => groups::remove_from_project;
        GET "/api/v1/organization/audit-logs" USER_OR_IDENTITY Read => audit::list_modern;
        GET "/api/v1/workspace/{workspaceId}/audit-logs"
            USER_OR_IDENTITY Read => audit::list_later;
        POST "/api/v1/projects/{projectId}/upgrade" USER Write => keys::upgrade;
        GET "/api/v1/projects/{projectId}/upgrade/status" USER Read => keys::upgrade_status;
    }
}
