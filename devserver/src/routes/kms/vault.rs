//! The keys of a project: list, get, create, change, delete.

use rusqlite::Connection;
use serde_json::json;

use super::cipher;
use super::signer::Curve;
use crate::auth::access;
use crate::auth::permissions::{Action, Subject};
use crate::error::ApiError;
use crate::http::Call;
use crate::input::Form;
use crate::store::kms::{self, Key, NewKey};
use crate::store::projects::Project;
use crate::wire::{Reply, kms as wire};

pub(super) const ENCRYPTION: &str = "encrypt-decrypt";
pub(super) const SIGNATURE: &str = "sign-verify";

const USAGES: [&str; 2] = [ENCRYPTION, SIGNATURE];

/// For signatures, on a real server.
pub(super) const SIGNING_KEYS: [&str; 7] = [
    "RSA_4096",
    "ECC_NIST_P256",
    "ECC_NIST_P384",
    "ECC_NIST_P521",
    "ML_DSA_44",
    "ML_DSA_65",
    "ML_DSA_87",
];

const LONGEST_DESCRIPTION: usize = 500;

pub(crate) fn list(call: &Call) -> Result<Reply, ApiError> {
    let query = call.query();
    let project_id = query.text("projectId");
    let search = query.text_opt("search").unwrap_or_default().trim().to_lowercase();
    query.choice("orderBy", &["name"], Some("name"));
    let is_reversed = query.choice("orderDirection", &["asc", "desc"], Some("asc")) == "desc";
    let page = query.page(100, 1..=100);
    query.finish()?;
    call.app.store.read(|db| {
        let project = project(call, db, &project_id, Action::Read)?;
        let mut keys = kms::of_project(db, &project.id)?;
        keys.retain(|key| key.name.contains(&search) || key.id.contains(&search));
        if is_reversed {
            keys.reverse();
        }
        let shown: Vec<_> = page.of(&keys).map(|key| wire::key(&project, key)).collect();
        // It is told by the entries of the page.
        let total = if shown.is_empty() { 0 } else { keys.len() };
        Ok(Reply::json(json!({ "keys": shown, "totalCount": total })))
    })
}

pub(crate) fn create(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let project_id = body.text("projectId");
    let name = name(&body).unwrap_or_else(|| body.text("name"));
    let description = description(&body);
    let usage = body.choice("keyUsage", &USAGES, Some(ENCRYPTION));
    let known: Vec<_> = cipher::ALGORITHMS.iter().chain(&SIGNING_KEYS).copied().collect();
    let algorithm = body.choice("encryptionAlgorithm", &known, Some("aes-256-gcm"));
    let is_exportable = body.flag_opt("isExportable").unwrap_or(true);
    // Zod checks this only if everything else is right.
    body.finish()?;
    check_purpose(&usage, &algorithm)?;
    call.app.store.write(|db| {
        let project = project(call, db, &project_id, Action::Create)?;
        let key = material(call, &algorithm)?;
        check_name(db, &project.id, &name, None)?;
        let sealed = call.app.keys.seal(&key).ok_or(ApiError::Internal)?;
        let new = NewKey {
            project_id: &project.id,
            name: &name,
            description: description.as_deref(),
            usage: &usage,
            algorithm: &algorithm,
            is_exportable,
            sealed: &sealed,
        };
        let key = kms::create(db, call.era(), &new)?;
        Ok(answer(&project, &key))
    })
}

/// A new key, or its private half.
fn material(call: &Call, algorithm: &str) -> Result<zeroize::Zeroizing<Vec<u8>>, ApiError> {
    if algorithm.starts_with("ML_DSA") && call.app.needs_licence() {
        return Err(ApiError::bad_request(
            "Your license does not include PQC algorithms. Please upgrade to the Enterprise plan \
             to use a PQC algorithm.",
        ));
    }
    let signing = || Curve::of(algorithm)?.new_key();
    cipher::new_key(algorithm).or_else(signing).ok_or_else(|| {
        ApiError::BadRequest(format!("The local server makes no keys of {algorithm}"))
    })
}

fn check_purpose(usage: &str, algorithm: &str) -> Result<(), ApiError> {
    let (kind, options): (_, &[&str]) = match usage {
        ENCRYPTION => ("symmetric encryption", &cipher::ALGORITHMS),
        _ => ("asymmetric sign-verify", &SIGNING_KEYS),
    };
    if options.contains(&algorithm) {
        return Ok(());
    }
    let message = format!(
        "encryptionAlgorithm must be a valid {kind} algorithm. Valid options are: {}",
        options.join(", ")
    );
    Err(ApiError::Invalid(vec![json!({ "code": "custom", "message": message, "path": [] })]))
}

pub(crate) fn get(call: &Call) -> Result<Reply, ApiError> {
    let id = id(call)?;
    call.app.store.read(|db| {
        let (project, key) = target(call, db, id, Action::Read)?;
        Ok(answer(&project, &key))
    })
}

pub(crate) fn get_by_name(call: &Call) -> Result<Reply, ApiError> {
    let query = call.query();
    let project_id = query.filled("projectId");
    query.finish()?;
    let name = call.param("keyName");
    call.app.store.read(|db| {
        let key = kms::called(db, &project_id, name)?.ok_or_else(|| {
            ApiError::absent(format!(
                "Key with name \"{name}\" not found for project with ID \"{project_id}\""
            ))
        })?;
        let project = project(call, db, &key.project_id, Action::Read)?;
        Ok(answer(&project, &key))
    })
}

pub(crate) fn update(call: &Call) -> Result<Reply, ApiError> {
    let id = id(call)?;
    let body = call.body();
    let (name, description) = (name(&body), description(&body));
    let is_disabled = body.flag_opt("isDisabled");
    body.finish()?;
    call.app.store.write(|db| {
        let (project, key) = changed(call, db, id, Action::Edit)?;
        if let Some(name) = &name {
            check_name(db, &project.id, name, Some(&key.id))?;
        }
        let (name, description) = (name.as_deref(), description.as_deref());
        if name.is_none() && description.is_none() && is_disabled.is_none() {
            let message = "Something went wrong";
            return Err(ApiError::Later { status: 500, error: "Update by id", message });
        }
        let key = kms::update(db, &key.id, name, description, is_disabled)?;
        Ok(answer(&project, &key))
    })
}

pub(crate) fn delete(call: &Call) -> Result<Reply, ApiError> {
    let id = id(call)?;
    call.app.store.write(|db| {
        let (project, key) = changed(call, db, id, Action::Delete)?;
        kms::delete(db, &key.id)?;
        Ok(answer(&project, &key))
    })
}

/// The id of the key on the route.
pub(super) fn id(call: &Call) -> Result<&str, ApiError> {
    let id = call.param("keyId");
    if uuid::Uuid::try_parse(id).is_ok() {
        return Ok(id);
    }
    Err(ApiError::Invalid(vec![json!({
        "validation": "uuid",
        "code": "invalid_string",
        "message": "Invalid uuid",
        "path": ["keyId"],
    })]))
}

/// The key with that id and its project, if the caller may do `action` with the keys there.
pub(super) fn target(
    call: &Call,
    db: &Connection,
    id: &str,
    action: Action,
) -> Result<(Project, Key), ApiError> {
    let unknown = || ApiError::absent(format!("Key with ID \"{id}\" not found"));
    let key = kms::by_id(db, id)?.ok_or_else(unknown)?;
    let project = project(call, db, &key.project_id, action)?;
    Ok((project, key))
}

/// As [`target`], with the other message of these routes for an unknown key.
fn changed(
    call: &Call,
    db: &Connection,
    id: &str,
    action: Action,
) -> Result<(Project, Key), ApiError> {
    if kms::by_id(db, id)?.is_none() {
        return Err(ApiError::absent(format!("Key with ID {id} not found")));
    }
    target(call, db, id, action)
}

/// The project, if the caller may do `action` with its keys.
fn project(call: &Call, db: &Connection, id: &str, action: Action) -> Result<Project, ApiError> {
    access::in_product(call, db, id, "kms")?;
    access::role(call, db, id, action, Subject::Cmek)
}

fn check_name(
    db: &Connection,
    project_id: &str,
    name: &str,
    own: Option<&str>,
) -> Result<(), ApiError> {
    let other = kms::called(db, project_id, name)?;
    if other.is_none_or(|other| Some(other.id.as_str()) == own) {
        return Ok(());
    }
    Err(ApiError::BadRequest(format!(
        "A KMS key with the name \"{name}\" already exists for the project with ID \"{project_id}\""
    )))
}

fn name(body: &Form<'_>) -> Option<String> {
    let name = body.text_opt("name")?.trim().to_owned();
    let length = name.encode_utf16().count();
    let limit = |code: &str, limit: &str, number: usize, message: &str| {
        body.complain(json!({
            "code": code,
            limit: number,
            "type": "string",
            "inclusive": true,
            "exact": false,
            "message": message,
            "path": ["name"],
        }));
    };
    if length < 1 {
        limit("too_small", "minimum", 1, "Name field must be at least 1 lowercase character");
    } else if length > 32 {
        limit("too_big", "maximum", 32, "Name field must be at most 32 lowercase characters");
    } else if !is_slug(&name) {
        let message = "Name field can only contain lowercase letters, numbers, and hyphens";
        body.refuse("name", message);
    }
    Some(name)
}

fn is_slug(name: &str) -> bool {
    name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        && !name.starts_with('-')
        && !name.ends_with('-')
        && !name.contains("--")
}

fn description(body: &Form<'_>) -> Option<String> {
    let description = body.text_opt("description")?.trim().to_owned();
    if description.encode_utf16().count() > LONGEST_DESCRIPTION {
        body.complain(json!({
            "code": "too_big",
            "maximum": LONGEST_DESCRIPTION,
            "type": "string",
            "inclusive": true,
            "exact": false,
            "message": format!("String must contain at most {LONGEST_DESCRIPTION} character(s)"),
            "path": ["description"],
        }));
    }
    Some(description)
}

fn answer(project: &Project, key: &Key) -> Reply {
    Reply::json(json!({ "key": wire::key(project, key) }))
}
