//! Dynamic secrets and their leases, with the shapes of July 2026.
//!
//! The local server reaches no database. In an environment with the slug `dynamic`, the root folder has
//! one dynamic secret, and its credentials are random text.

use axum::http::Method;
use rusqlite::Connection;
use serde_json::json;

use super::today::organizations::selected;
use crate::auth::permissions::{Action, Subject};
use crate::auth::{Access, access};
use crate::clock;
use crate::error::ApiError;
use crate::http::{Call, Endpoint};
use crate::input::Form;
use crate::limits::Rate;
use crate::random;
use crate::routes::table;
use crate::store::environments::Environment;
use crate::store::folders::{self, Folder};
use crate::store::leases::{self, Lease};
use crate::store::projects::{self, Project};
use crate::wire::dynamic_secrets::{self as wire, DEFAULT_TTL, MAX_TTL, NAME};
use crate::wire::{Reply, merged};

/// The slug of environments that have the dynamic secret.
const DYNAMIC: &str = "dynamic";

const MINUTE: f64 = 60_000.0;
const YEAR: f64 = 365.25 * 24.0 * 60.0 * MINUTE;

pub(super) fn table() -> Vec<Endpoint> {
    table! {
        GET "/api/v1/dynamic-secrets" USER_OR_IDENTITY Read => list;
        POST "/api/v1/dynamic-secrets" USER_OR_IDENTITY Write => create;
        POST "/api/v1/dynamic-secrets/leases" USER_OR_IDENTITY Write => create_lease;
        GET "/api/v1/dynamic-secrets/leases/{leaseId}" USER_OR_IDENTITY Read => get_lease;
        DELETE "/api/v1/dynamic-secrets/leases/{leaseId}" USER_OR_IDENTITY Write => revoke_lease;
        POST "/api/v1/dynamic-secrets/leases/{leaseId}/renew" USER_OR_IDENTITY Write => renew_lease;
        GET "/api/v1/dynamic-secrets/{name}" USER_OR_IDENTITY Read => get;
        GET "/api/v1/dynamic-secrets/{name}/leases" USER_OR_IDENTITY Read => list_leases;
    }
}

fn list(call: &Call) -> Result<Reply, ApiError> {
    let place = Place::read(&call.query())?;
    call.app.store.read(|db| {
        let project = place.project(call, db)?;
        let (environment, folder) = place.folder(db, &project, Wording::Environment)?;
        let shown =
            is_dynamic(&environment, &folder).then(|| wire::dynamic_secret(&environment, &folder));
        Ok(Reply::json(json!({ "dynamicSecrets": shown.into_iter().collect::<Vec<_>>() })))
    })
}

/// The real server also answers with what it makes the credentials with.
fn get(call: &Call) -> Result<Reply, ApiError> {
    let place = Place::read(&call.query())?;
    let name = call.param("name");
    call.app.store.read(|db| {
        let project = place.project(call, db)?;
        let (environment, folder) = place.folder(db, &project, Wording::Environment)?;
        if name != NAME || !is_dynamic(&environment, &folder) {
            return Err(ApiError::absent(format!(
                "Dynamic secret with name '{name} in folder '{}' not found",
                place.path
            )));
        }
        let inputs = json!({ "inputs": { "client": "postgres", "host": "localhost" } });
        let shown = merged(wire::dynamic_secret(&environment, &folder), inputs);
        Ok(Reply::json(json!({ "dynamicSecret": shown })))
    })
}

/// Nothing can be created: a licence is missing, or the service is not reached.
fn create(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    body.name("name");
    body.form("provider").filled("type");
    let place = Place::read(&body)?;
    call.app.store.read(|db| {
        place.project(call, db)?;
        if call.app.needs_licence() {
            return Err(unlicensed("create dynamic secret"));
        }
        Err(ApiError::bad_request("Provider connection failed"))
    })
}

fn create_lease(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let name = body.filled("dynamicSecretName").to_lowercase();
    let ttl = ttl(&body);
    let place = Place::read(&body)?;
    call.app.store.write(|db| {
        let project = place.project(call, db)?;
        if call.app.needs_licence() {
            return Err(unlicensed("create lease"));
        }
        let (environment, folder) = place.folder(db, &project, Wording::Slug)?;
        check_name(&name, &place, &environment, &folder)?;
        access::role(call, db, &project.id, Action::Lease, Subject::DynamicSecrets)?;
        let ttl = ttl.or_else(|| milliseconds(DEFAULT_TTL)).ok_or(ApiError::Internal)?;
        if milliseconds(MAX_TTL).is_some_and(|max| ttl > max) {
            return Err(ApiError::bad_request("TTL cannot be larger than max TTL"));
        }
        let user = format!("inf_{}", random::hex_secret().as_str());
        let lease = leases::create(db, call.era(), &environment.id, &user, clock::now() + ttl)?;
        Ok(Reply::json(json!({
            "lease": wire::lease(&lease),
            "dynamicSecret": wire::dynamic_secret(&environment, &folder),
            "data": { "DB_USERNAME": user, "DB_PASSWORD": random::hex_secret().as_str() },
        })))
    })
}

fn list_leases(call: &Call) -> Result<Reply, ApiError> {
    let place = Place::read(&call.query())?;
    let name = call.param("name");
    call.app.store.read(|db| {
        let project = place.project(call, db)?;
        let (environment, folder) = place.folder(db, &project, Wording::Slug)?;
        check_name(name, &place, &environment, &folder)?;
        access::role(call, db, &project.id, Action::Lease, Subject::DynamicSecrets)?;
        let all = leases::of_environment(db, &environment.id)?;
        let shown: Vec<_> = all.iter().map(wire::lease).collect();
        Ok(Reply::json(json!({ "leases": shown })))
    })
}

fn get_lease(call: &Call) -> Result<Reply, ApiError> {
    let place = Place::read(&call.query())?;
    call.app.store.read(|db| {
        let (lease, environment, folder) = target(call, db, &place, Wording::Short)?;
        let source = json!({ "dynamicSecret": wire::dynamic_secret(&environment, &folder) });
        Ok(Reply::json(json!({ "lease": merged(wire::lease(&lease), source) })))
    })
}

fn renew_lease(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let ttl = ttl(&body);
    let place = Place::read(&body)?;
    call.app.store.write(|db| {
        if call.app.needs_licence() {
            place.project(call, db)?;
            return Err(unlicensed("renew lease"));
        }
        let (lease, _, _) = target(call, db, &place, Wording::Slug)?;
        let ttl = ttl.or_else(|| milliseconds(DEFAULT_TTL)).ok_or(ApiError::Internal)?;
        let expires_at = lease.expires_at + ttl;
        if milliseconds(MAX_TTL).is_some_and(|max| expires_at > lease.created_at + max) {
            return Err(ApiError::bad_request(
                "The requested renewal would exceed the maximum allowed lease duration. Please \
                 choose a shorter TTL",
            ));
        }
        let renewed = leases::renew(db, &lease.id, expires_at)?;
        Ok(Reply::json(json!({ "lease": wire::lease(&renewed) })))
    })
}

fn revoke_lease(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    body.flag_opt("isForced");
    let place = Place::read(&body)?;
    call.app.store.write(|db| {
        let (lease, _, _) = target(call, db, &place, Wording::Slug)?;
        leases::delete(db, &lease.id)?;
        Ok(Reply::json(json!({ "lease": wire::lease(&lease) })))
    })
}

/// The lease on the route, if the caller may create leases in its place.
fn target(
    call: &Call,
    db: &Connection,
    place: &Place,
    wording: Wording,
) -> Result<(Lease, Environment, Folder), ApiError> {
    let project = place.project(call, db)?;
    let (environment, folder) = place.folder(db, &project, wording)?;
    let id = call.param("leaseId");
    if uuid::Uuid::try_parse(id).is_err() {
        let (error, message) = ("DynamicSecretLeaseFindById", "Something went wrong");
        return Err(ApiError::Later { status: 500, error, message });
    }
    let is_here =
        |lease: &Lease| lease.environment_id == environment.id && is_dynamic(&environment, &folder);
    let lease = leases::by_id(db, id)?.filter(is_here);
    let unknown = || ApiError::absent(format!("Dynamic secret lease with ID '{id}' not found"));
    let lease = lease.ok_or_else(unknown)?;
    access::role(call, db, &project.id, Action::Lease, Subject::DynamicSecrets)?;
    Ok((lease, environment, folder))
}

fn is_dynamic(environment: &Environment, folder: &Folder) -> bool {
    environment.slug == DYNAMIC && folder.parent_id.is_none()
}

fn check_name(
    name: &str,
    place: &Place,
    environment: &Environment,
    folder: &Folder,
) -> Result<(), ApiError> {
    if name == NAME && is_dynamic(environment, folder) {
        return Ok(());
    }
    Err(ApiError::absent(format!(
        "Dynamic secret with name '{name}' in folder with path '{}' not found",
        place.path
    )))
}

fn unlicensed(what: &str) -> ApiError {
    ApiError::BadRequest(format!(
        "Failed to {what} due to plan restriction. Upgrade plan to create dynamic secret."
    ))
}

/// The time that a lease is to last, in milliseconds.
fn ttl(body: &Form<'_>) -> Option<i64> {
    let text = body.text_opt("ttl").filter(|text| !text.is_empty())?;
    let Some(ttl) = milliseconds(&text) else {
        body.refuse("ttl", "Invalid TTL");
        return None;
    };
    #[expect(clippy::cast_precision_loss, reason = "a comparison with round numbers")]
    let length = ttl as f64;
    if length < MINUTE {
        body.refuse("ttl", "TTL must be a greater than 1min");
    } else if length > 10.0 * YEAR {
        body.refuse("ttl", "TTL must be less than 10 years");
    }
    Some(ttl)
}

/// A duration such as `90s` in milliseconds.
fn milliseconds(text: &str) -> Option<i64> {
    let (number, unit) = text.split_at_checked(text.find(|c: char| c.is_ascii_alphabetic())?)?;
    let unit = match unit {
        "s" => 1000,
        "m" => 60_000,
        "h" => 3_600_000,
        "d" => 86_400_000,
        _ => return None,
    };
    number.parse::<i64>().ok().filter(|number| *number >= 0)?.checked_mul(unit)
}

/// The words for a folder that does not exist.
#[derive(Clone, Copy)]
enum Wording {
    Environment,
    Slug,
    Short,
}

/// Where a dynamic secret is.
struct Place {
    project_slug: String,
    environment: String,
    path: String,
}

impl Place {
    /// Raises the complaints about the form, if any.
    fn read(form: &Form<'_>) -> Result<Self, ApiError> {
        let path = form.text_opt("path").unwrap_or_default();
        let path = path.trim().trim_end_matches('/');
        let place = Place {
            project_slug: form.filled("projectSlug"),
            environment: form.filled("environmentSlug"),
            path: if path.is_empty() { "/".to_owned() } else { path.to_owned() },
        };
        form.finish()?;
        Ok(place)
    }

    /// The project, for who is in it.
    fn project(&self, call: &Call, db: &Connection) -> Result<Project, ApiError> {
        let all = projects::of_organization(db, selected(call)?)?;
        let slug = &self.project_slug;
        let found = all.into_iter().find(|project| project.slug == *slug);
        let unknown = || ApiError::absent(format!("Project with slug '{slug}' not found"));
        let id = found.ok_or_else(unknown)?.id;
        access::in_product(call, db, &id, "secret-manager")
    }

    fn folder(
        &self,
        db: &Connection,
        project: &Project,
        wording: Wording,
    ) -> Result<(Environment, Folder), ApiError> {
        let (path, slug) = (&self.path, &self.environment);
        let unknown = || {
            ApiError::absent(match wording {
                Wording::Environment => {
                    format!("Folder with path '{path}' in environment '{slug}' not found")
                }
                Wording::Slug => {
                    format!("Folder with path '{path}' in environment with slug '{slug}' not found")
                }
                Wording::Short => format!("Folder with path '{path}' not found"),
            })
        };
        let environment = project.environment(slug).ok_or_else(unknown)?.clone();
        let folder = folders::at_path(db, &environment.id, path)?.ok_or_else(unknown)?;
        Ok((environment, folder))
    }
}
