//! The route tables of the eras.

mod api_keys;
mod bots;
mod dev;
mod environments;
mod folders;
mod instance;
mod invitations;
mod keys;
mod login;
mod members;
mod organizations;
mod projects;
mod secret_imports;
mod secrets;
mod service_tokens;
mod signup;
mod tags;
mod users;

use axum::http::Method;

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

/// Every route of `era`.
pub(crate) fn endpoints(era: Era) -> Vec<Endpoint> {
    let mut endpoints = common();
    endpoints.extend(match era {
        Era::May23 => may23(),
        Era::Feb24 => [later(), feb24()].concat(),
        Era::Jun24 => [later(), jun24()].concat(),
    });
    endpoints
}

/// Routes all eras have at the same place.
fn common() -> Vec<Endpoint> {
    table! {
        GET "/dev/codes" OPEN Exempt => dev::codes;
        GET "/api/status" OPEN Exempt => instance::status;
        POST "/api/v3/auth/login1" OPEN Auth => login::begin_v3;
        POST "/api/v3/auth/login2" OPEN Auth => login::prove_v3;
        POST "/api/v1/auth/token" OPEN Write => login::refresh;
        POST "/api/v1/auth/checkAuth" USER_ANYWHERE Write => login::check;
        POST "/api/v1/auth/logout" USER_ANYWHERE Auth => login::logout;
        GET "/api/v1/user" USER_ANYWHERE Read => users::brief;
        GET "/api/v2/users/me" USER_OR_KEY Read => users::me;
        GET "/api/v2/users/me/organizations" USER_OR_KEY Read => users::organizations;
        GET "/api/v1/organization" USER_ANYWHERE Read => users::organizations;
        GET "/api/v1/organization/{organizationId}" USER Read => organizations::get;
        GET "/api/v1/organization/{organizationId}/users" USER Read => organizations::users;
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
        GET "/api/v2/workspace/{workspaceId}/encrypted-key" USER_OR_KEY Read => keys::own;
        GET "/api/v3/secrets" PROJECT Secrets => secrets::list;
        GET "/api/v3/secrets/{secretName}" PROJECT Secrets => secrets::get;
        POST "/api/v3/secrets/{secretName}" PROJECT Secrets => secrets::create;
        PATCH "/api/v3/secrets/{secretName}" PROJECT Secrets => secrets::update;
        DELETE "/api/v3/secrets/{secretName}" PROJECT Secrets => secrets::delete;
        GET "/api/v2/service-token" TOKEN Read => service_tokens::own;
        POST "/api/v2/service-token" USER Write => service_tokens::create;
        DELETE "/api/v2/service-token/{serviceTokenId}" USER Write => service_tokens::delete;
        GET "/api/v1/bot/{workspaceId}" USER Read => bots::get;
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
        GET "/api/v2/api-key" USER Read => api_keys::list_may23;
        POST "/api/v2/api-key" USER Write => api_keys::create;
        DELETE "/api/v2/api-key/{apiKeyId}" USER Write => api_keys::delete;
        GET "/api/v1/workspace" USER Read => projects::list;
        POST "/api/v1/workspace" USER Write => projects::create;
        GET "/api/v1/workspace/{workspaceId}" USER Read => projects::get;
        POST "/api/v1/workspace/{workspaceId}/invite-signup" USER Write => members::invite;
        POST "/api/v1/key/{workspaceId}" USER Write => keys::upload;
        GET "/api/v1/key/{workspaceId}/latest" USER Read => keys::latest;
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
        POST "/api/v1/folder" USER Write => folders::create_may23;
        GET "/api/v1/folder/{folderId}" USER Read => folders::get_may23;
        GET "/api/v2/workspace/{workspaceId}/tags" USER Read => tags::list;
        POST "/api/v2/workspace/{workspaceId}/tags" USER Write => tags::create;
        DELETE "/api/v2/workspace/tags/{tagId}" USER Write => tags::delete_may23;
        GET "/api/v2/secrets" PROJECT Secrets => secrets::by_id::list;
        POST "/api/v2/secrets" PROJECT Secrets => secrets::by_id::create;
        PATCH "/api/v2/secrets" PROJECT Secrets => secrets::by_id::update;
        DELETE "/api/v2/secrets" PROJECT Secrets => secrets::by_id::delete;
        POST "/api/v2/secrets/batch" USER_OR_KEY Secrets => secrets::by_id::batch;
        GET "/api/v2/workspace/{workspaceId}/service-token-data" USER Read => service_tokens::list;
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
        GET "/api/v2/users/me/api-keys" USER Read => api_keys::list_later;
        POST "/api/v2/users/me/api-keys" USER Write => api_keys::create;
        DELETE "/api/v2/users/me/api-keys/{apiKeyId}" USER Write => api_keys::delete;
        GET "/api/v1/workspace" USER_OR_KEY Read => projects::list;
        POST "/api/v1/workspace/{workspaceId}/key" USER Write => keys::upload;
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
        GET "/api/v1/workspace/{workspaceId}/tags" USER Read => tags::list;
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
        GET "/api/v3/secrets/raw" PROJECT Secrets => secrets::raw;
        POST "/api/v3/secrets/raw" PROJECT Secrets => secrets::create;
        PATCH "/api/v3/secrets/raw" PROJECT Secrets => secrets::update;
        DELETE "/api/v3/secrets/raw" PROJECT Secrets => secrets::delete;
        GET "/api/v3/secrets/raw/{secretName}" PROJECT Secrets => secrets::raw;
        POST "/api/v3/secrets/raw/{secretName}" PROJECT Secrets => secrets::raw;
        PATCH "/api/v3/secrets/raw/{secretName}" PROJECT Secrets => secrets::raw;
        DELETE "/api/v3/secrets/raw/{secretName}" PROJECT Secrets => secrets::raw;
        GET "/api/v1/workspace/{workspaceId}/service-token-data" USER Read => service_tokens::list;
    }
}

fn feb24() -> Vec<Endpoint> {
    table! {
        POST "/api/v1/workspace" USER Write => projects::create;
        GET "/api/v1/workspace/{workspaceId}" USER_OR_KEY Read => projects::get;
    }
}

fn jun24() -> Vec<Endpoint> {
    table! {
        POST "/api/v3/auth/select-organization" USER_OUTDATED Auth => login::select_organization;
        POST "/api/v2/workspace/{workspaceId}/memberships"
            USER_OR_KEY Write => members::add_by_email;
        POST "/api/v2/workspace" USER_OR_KEY Invite => projects::create_with_key;
        GET "/api/v1/workspace/{workspaceId}" PROJECT Read => projects::get;
        GET "/api/v3/secrets/move" PROJECT Secrets => secrets::get;
        POST "/api/v3/secrets/move" PROJECT Secrets => secrets::moves::move_all;
        PATCH "/api/v3/secrets/move" PROJECT Secrets => secrets::update;
        DELETE "/api/v3/secrets/move" PROJECT Secrets => secrets::delete;
    }
}
