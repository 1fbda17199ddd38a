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
mod secrets;
mod secrets_batch;
mod secrets_by_id;
mod service_tokens;
mod signup;
mod users;

use axum::http::Method;

use crate::auth::Access;
use crate::era::Era;
use crate::http::{Endpoint, Handler};
use crate::limits::Rate;

/// Every route of `era`.
pub(crate) fn endpoints(era: Era) -> Vec<Endpoint> {
    let mut endpoints = common();
    endpoints.extend(match era {
        Era::May23 => may23(),
        Era::Feb24 => [later(), feb24()].into_iter().flatten().collect(),
        Era::Jun24 => [later(), jun24()].into_iter().flatten().collect::<Vec<_>>(),
    });
    endpoints
}

/// Routes all eras have at the same place.
fn common() -> Vec<Endpoint> {
    vec![
        get("/dev/codes", Access::OPEN, Rate::Exempt, dev::codes),
        get("/api/status", Access::OPEN, Rate::Exempt, instance::status),
        post(
            "/api/v3/auth/login1",
            Access::OPEN,
            Rate::Auth,
            login::begin_v3,
        ),
        post(
            "/api/v3/auth/login2",
            Access::OPEN,
            Rate::Auth,
            login::prove_v3,
        ),
        post(
            "/api/v1/auth/token",
            Access::OPEN,
            Rate::Write,
            login::refresh,
        ),
        post(
            "/api/v1/auth/checkAuth",
            Access::USER_ANYWHERE,
            Rate::Write,
            login::check,
        ),
        post(
            "/api/v1/auth/logout",
            Access::USER_ANYWHERE,
            Rate::Auth,
            login::logout,
        ),
        get(
            "/api/v1/user",
            Access::USER_ANYWHERE,
            Rate::Read,
            users::brief,
        ),
        get(
            "/api/v2/users/me",
            Access::USER_OR_KEY,
            Rate::Read,
            users::me,
        ),
        get(
            "/api/v2/users/me/organizations",
            Access::USER_OR_KEY,
            Rate::Read,
            users::organizations,
        ),
        get(
            "/api/v1/organization",
            Access::USER_ANYWHERE,
            Rate::Read,
            users::organizations,
        ),
        get(
            "/api/v1/organization/{organizationId}",
            Access::USER,
            Rate::Read,
            organizations::get,
        ),
        get(
            "/api/v1/organization/{organizationId}/users",
            Access::USER,
            Rate::Read,
            organizations::users,
        ),
        get(
            "/api/v2/organizations/{organizationId}/memberships",
            Access::USER_OR_KEY,
            Rate::Read,
            organizations::memberships,
        ),
        patch(
            "/api/v2/organizations/{organizationId}/memberships/{membershipId}",
            Access::USER_OR_KEY,
            Rate::Write,
            organizations::set_role,
        ),
        delete(
            "/api/v2/organizations/{organizationId}/memberships/{membershipId}",
            Access::USER_OR_KEY,
            Rate::Write,
            organizations::remove_member,
        ),
        get(
            "/api/v2/organizations/{organizationId}/workspaces",
            Access::USER_OR_KEY,
            Rate::Read,
            organizations::projects,
        ),
        post(
            "/api/v1/invite-org/signup",
            Access::USER,
            Rate::Invite,
            invitations::invite,
        ),
        post(
            "/api/v1/invite-org/verify",
            Access::OPEN,
            Rate::Invite,
            invitations::accept,
        ),
        delete(
            "/api/v1/workspace/{workspaceId}",
            Access::USER,
            Rate::Write,
            projects::delete,
        ),
        get(
            "/api/v1/workspace/{workspaceId}/users",
            Access::USER,
            Rate::Read,
            members::users,
        ),
        get(
            "/api/v1/workspace/{workspaceId}/keys",
            Access::USER,
            Rate::Read,
            keys::public_keys,
        ),
        get(
            "/api/v2/workspace/{workspaceId}/encrypted-key",
            Access::USER_OR_KEY,
            Rate::Read,
            keys::own,
        ),
        get(
            "/api/v3/secrets",
            Access::PROJECT,
            Rate::Secrets,
            secrets::list,
        ),
        get(
            "/api/v3/secrets/{secretName}",
            Access::PROJECT,
            Rate::Secrets,
            secrets::get,
        ),
        post(
            "/api/v3/secrets/{secretName}",
            Access::PROJECT,
            Rate::Secrets,
            secrets::create,
        ),
        patch(
            "/api/v3/secrets/{secretName}",
            Access::PROJECT,
            Rate::Secrets,
            secrets::update,
        ),
        delete(
            "/api/v3/secrets/{secretName}",
            Access::PROJECT,
            Rate::Secrets,
            secrets::delete,
        ),
        get(
            "/api/v2/service-token",
            Access::TOKEN,
            Rate::Read,
            service_tokens::own,
        ),
        post(
            "/api/v2/service-token",
            Access::USER,
            Rate::Write,
            service_tokens::create,
        ),
        delete(
            "/api/v2/service-token/{serviceTokenId}",
            Access::USER,
            Rate::Write,
            service_tokens::delete,
        ),
        get(
            "/api/v1/bot/{workspaceId}",
            Access::USER,
            Rate::Read,
            bots::get,
        ),
    ]
}

fn may23() -> Vec<Endpoint> {
    vec![
        get(
            "/healthcheck",
            Access::OPEN,
            Rate::Exempt,
            instance::healthcheck,
        ),
        post(
            "/api/v1/signup/email/signup",
            Access::OPEN,
            Rate::Auth,
            signup::send_code,
        ),
        post(
            "/api/v1/signup/email/verify",
            Access::OPEN,
            Rate::Auth,
            signup::verify_code,
        ),
        post(
            "/api/v2/signup/complete-account/signup",
            Access::OPEN,
            Rate::Auth,
            signup::complete,
        ),
        post(
            "/api/v3/signup/complete-account/signup",
            Access::OPEN,
            Rate::Auth,
            signup::complete,
        ),
        post(
            "/api/v2/signup/complete-account/invite",
            Access::OPEN,
            Rate::Auth,
            signup::complete_invited,
        ),
        post(
            "/api/v1/auth/login1",
            Access::OPEN,
            Rate::Auth,
            login::begin_older,
        ),
        post(
            "/api/v1/auth/login2",
            Access::OPEN,
            Rate::Auth,
            login::prove_v1,
        ),
        post(
            "/api/v2/auth/login1",
            Access::OPEN,
            Rate::Auth,
            login::begin_older,
        ),
        post(
            "/api/v2/auth/login2",
            Access::OPEN,
            Rate::Auth,
            login::prove_v2,
        ),
        get(
            "/api/v2/api-key",
            Access::USER,
            Rate::Read,
            api_keys::list_may23,
        ),
        post(
            "/api/v2/api-key",
            Access::USER,
            Rate::Write,
            api_keys::create,
        ),
        delete(
            "/api/v2/api-key/{apiKeyId}",
            Access::USER,
            Rate::Write,
            api_keys::delete,
        ),
        get(
            "/api/v1/workspace",
            Access::USER,
            Rate::Read,
            projects::list,
        ),
        post(
            "/api/v1/workspace",
            Access::USER,
            Rate::Write,
            projects::create,
        ),
        get(
            "/api/v1/workspace/{workspaceId}",
            Access::USER,
            Rate::Read,
            projects::get,
        ),
        post(
            "/api/v1/workspace/{workspaceId}/invite-signup",
            Access::USER,
            Rate::Write,
            members::invite,
        ),
        post(
            "/api/v1/key/{workspaceId}",
            Access::USER,
            Rate::Write,
            keys::upload,
        ),
        get(
            "/api/v1/key/{workspaceId}/latest",
            Access::USER,
            Rate::Read,
            keys::latest,
        ),
        get(
            "/api/v2/workspace/{workspaceId}/environments",
            Access::USER,
            Rate::Read,
            environments::list,
        ),
        post(
            "/api/v2/workspace/{workspaceId}/environments",
            Access::USER,
            Rate::Write,
            environments::create_may23,
        ),
        put(
            "/api/v2/workspace/{workspaceId}/environments",
            Access::USER,
            Rate::Write,
            environments::rename_may23,
        ),
        delete(
            "/api/v2/workspace/{workspaceId}/environments",
            Access::USER,
            Rate::Write,
            environments::delete_may23,
        ),
        get(
            "/api/v2/workspace/{workspaceId}/memberships",
            Access::USER_OR_KEY,
            Rate::Read,
            members::list,
        ),
        patch(
            "/api/v2/workspace/{workspaceId}/memberships/{membershipId}",
            Access::USER_OR_KEY,
            Rate::Write,
            members::set_role,
        ),
        delete(
            "/api/v2/workspace/{workspaceId}/memberships/{membershipId}",
            Access::USER_OR_KEY,
            Rate::Write,
            members::remove,
        ),
        post(
            "/api/v1/folder",
            Access::USER,
            Rate::Write,
            folders::create_may23,
        ),
        get(
            "/api/v1/folder/{folderId}",
            Access::USER,
            Rate::Read,
            folders::get_may23,
        ),
        get(
            "/api/v2/secrets",
            Access::PROJECT,
            Rate::Secrets,
            secrets_by_id::list,
        ),
        post(
            "/api/v2/secrets",
            Access::PROJECT,
            Rate::Secrets,
            secrets_by_id::create,
        ),
        patch(
            "/api/v2/secrets",
            Access::PROJECT,
            Rate::Secrets,
            secrets_by_id::update,
        ),
        delete(
            "/api/v2/secrets",
            Access::PROJECT,
            Rate::Secrets,
            secrets_by_id::delete,
        ),
        post(
            "/api/v2/secrets/batch",
            Access::USER_OR_KEY,
            Rate::Secrets,
            secrets_by_id::batch,
        ),
        get(
            "/api/v2/workspace/{workspaceId}/service-token-data",
            Access::USER,
            Rate::Read,
            service_tokens::list,
        ),
    ]
}

/// Routes of February and June 2024.
fn later() -> Vec<Endpoint> {
    vec![
        get(
            "/api/v1/admin/config",
            Access::OPEN,
            Rate::Read,
            instance::config,
        ),
        patch(
            "/api/v1/admin/config",
            Access::USER,
            Rate::Write,
            instance::set_config,
        ),
        post(
            "/api/v1/admin/signup",
            Access::OPEN,
            Rate::Write,
            signup::admin,
        ),
        post(
            "/api/v3/signup/email/signup",
            Access::OPEN,
            Rate::Auth,
            signup::send_code,
        ),
        post(
            "/api/v3/signup/email/verify",
            Access::OPEN,
            Rate::Auth,
            signup::verify_code,
        ),
        post(
            "/api/v3/signup/complete-account/signup",
            Access::OPEN,
            Rate::Auth,
            signup::complete,
        ),
        post(
            "/api/v3/signup/complete-account/invite",
            Access::OPEN,
            Rate::Auth,
            signup::complete_invited,
        ),
        get(
            "/api/v2/users/me/api-keys",
            Access::USER,
            Rate::Read,
            api_keys::list_later,
        ),
        post(
            "/api/v2/users/me/api-keys",
            Access::USER,
            Rate::Write,
            api_keys::create,
        ),
        delete(
            "/api/v2/users/me/api-keys/{apiKeyId}",
            Access::USER,
            Rate::Write,
            api_keys::delete,
        ),
        get(
            "/api/v1/workspace",
            Access::USER_OR_KEY,
            Rate::Read,
            projects::list,
        ),
        post(
            "/api/v1/workspace/{workspaceId}/key",
            Access::USER,
            Rate::Write,
            keys::upload,
        ),
        post(
            "/api/v1/workspace/{workspaceId}/environments",
            Access::USER,
            Rate::Write,
            environments::create_later,
        ),
        patch(
            "/api/v1/workspace/{workspaceId}/environments/{environmentId}",
            Access::USER,
            Rate::Write,
            environments::rename_later,
        ),
        delete(
            "/api/v1/workspace/{workspaceId}/environments/{environmentId}",
            Access::USER,
            Rate::Write,
            environments::delete_later,
        ),
        get(
            "/api/v1/workspace/{workspaceId}/memberships",
            Access::USER_OR_KEY,
            Rate::Read,
            members::list,
        ),
        post(
            "/api/v1/workspace/{workspaceId}/memberships",
            Access::USER,
            Rate::Write,
            members::add,
        ),
        patch(
            "/api/v1/workspace/{workspaceId}/memberships/{membershipId}",
            Access::USER_OR_KEY,
            Rate::Write,
            members::set_role,
        ),
        delete(
            "/api/v1/workspace/{workspaceId}/memberships/{membershipId}",
            Access::USER_OR_KEY,
            Rate::Write,
            members::remove,
        ),
        get(
            "/api/v1/folders",
            Access::PROJECT,
            Rate::Secrets,
            folders::list,
        ),
        post(
            "/api/v1/folders",
            Access::PROJECT,
            Rate::Secrets,
            folders::create,
        ),
        // A batch has no GET: there, `batch` is a secret's name.
        get(
            "/api/v3/secrets/batch",
            Access::PROJECT,
            Rate::Secrets,
            secrets::get_named_batch,
        ),
        post(
            "/api/v3/secrets/batch",
            Access::PROJECT,
            Rate::Secrets,
            secrets_batch::create,
        ),
        patch(
            "/api/v3/secrets/batch",
            Access::PROJECT,
            Rate::Secrets,
            secrets_batch::update,
        ),
        delete(
            "/api/v3/secrets/batch",
            Access::PROJECT,
            Rate::Secrets,
            secrets_batch::delete,
        ),
        get(
            "/api/v3/secrets/raw",
            Access::PROJECT,
            Rate::Secrets,
            secrets::raw,
        ),
        get(
            "/api/v1/workspace/{workspaceId}/service-token-data",
            Access::USER,
            Rate::Read,
            service_tokens::list,
        ),
    ]
}

fn feb24() -> Vec<Endpoint> {
    vec![
        post(
            "/api/v1/workspace",
            Access::USER,
            Rate::Write,
            projects::create,
        ),
        get(
            "/api/v1/workspace/{workspaceId}",
            Access::USER_OR_KEY,
            Rate::Read,
            projects::get,
        ),
    ]
}

fn jun24() -> Vec<Endpoint> {
    vec![
        post(
            "/api/v3/auth/select-organization",
            Access::USER_ANYWHERE,
            Rate::Auth,
            login::select_organization,
        ),
        post(
            "/api/v2/workspace",
            Access::USER_OR_KEY,
            Rate::Invite,
            projects::create_with_key,
        ),
        get(
            "/api/v1/workspace/{workspaceId}",
            Access::PROJECT,
            Rate::Read,
            projects::get,
        ),
    ]
}

fn get(path: &'static str, access: Access, rate: Rate, handler: Handler) -> Endpoint {
    Endpoint {
        method: Method::GET,
        path,
        access,
        rate,
        handler,
    }
}

fn post(path: &'static str, access: Access, rate: Rate, handler: Handler) -> Endpoint {
    Endpoint {
        method: Method::POST,
        path,
        access,
        rate,
        handler,
    }
}

fn put(path: &'static str, access: Access, rate: Rate, handler: Handler) -> Endpoint {
    Endpoint {
        method: Method::PUT,
        path,
        access,
        rate,
        handler,
    }
}

fn patch(path: &'static str, access: Access, rate: Rate, handler: Handler) -> Endpoint {
    Endpoint {
        method: Method::PATCH,
        path,
        access,
        rate,
        handler,
    }
}

fn delete(path: &'static str, access: Access, rate: Rate, handler: Handler) -> Endpoint {
    Endpoint {
        method: Method::DELETE,
        path,
        access,
        rate,
        handler,
    }
}
