//! The project, environment and folder of a request, and the errors about them.

use rusqlite::Connection;
use serde_json::{Value, json};

use crate::auth::access;
use crate::auth::cipher::FieldCipher;
use crate::auth::patterns;
use crate::auth::permissions::{Action, Subject};
use crate::auth::{Actor, access::Place as AccessPlace};
use crate::error::ApiError;
use crate::http::Call;
use crate::input::Form;
use crate::routes::bots;
use crate::routes::folders::path;
use crate::routes::secrets::today::takeover;
use crate::store::folders::{self, Folder};
use crate::store::projects::{self, Project};
use crate::store::service_tokens::Scope;

/// Where the secrets of a request are.
pub(super) struct Place {
    pub(super) project_id: String,
    pub(super) environment: String,
    /// Absolute.
    pub(super) path: String,
    /// As the request has it.
    pub(super) given_path: String,
}

/// A project whose secrets the server can read.
pub(super) struct Opened {
    pub(super) project: Project,
    pub(super) cipher: FieldCipher,
}

impl Opened {
    /// Whether the project was end-to-end encrypted. Its secrets have the fields of 2024.
    pub(super) fn is_old(&self) -> bool {
        self.project.version < 3
    }
}

impl Place {
    pub(super) fn new(project_id: String, environment: String, given_path: String) -> Self {
        let path = absolute(&given_path);
        Place { project_id, environment, path, given_path }
    }

    /// The place of a change.
    pub(super) fn of_body(call: &Call, body: &Form<'_>) -> Self {
        body.require_object();
        let project_id = body.trimmed(call.project_field());
        Place::new(project_id, body.trimmed("environment"), path(body, &["secretPath"]))
    }

    /// The place of a change of many secrets, which older clients may name by the project's slug.
    pub(super) fn of_batch(call: &Call, body: &Form<'_>) -> Result<Self, ApiError> {
        let slug = body.text_opt("projectSlug").filter(|_| !call.is_v4());
        let Some(slug) = slug else { return Ok(Place::of_body(call, body)) };
        let project_id = call.app.store.read(|db| id_of_slug(db, &slug))?;
        Ok(Place::new(project_id, body.trimmed("environment"), path(body, &["secretPath"])))
    }

    /// The place of a read. A service token with one scope reads that, whatever was asked.
    pub(super) fn of_query(
        call: &Call,
        query: &Form<'_>,
        missing: &'static str,
    ) -> Result<Self, ApiError> {
        let given_path = path(query, &["secretPath"]);
        query.finish()?;
        if let Some((project_id, scope)) = own_scope(call) {
            let (environment, path) = (scope.environment.clone(), scope.secret_path.clone());
            return Ok(Place::new(project_id.to_owned(), environment, path));
        }
        let text = |name| query.text_opt(name).map(|text| text.trim().to_owned());
        let given = |name| text(name).filter(|text| !text.is_empty());
        let project_id = match (given(call.project_field()), given("workspaceSlug")) {
            (Some(id), _) => id,
            (None, Some(slug)) if !call.is_v4() => {
                call.app.store.read(|db| id_of_slug(db, &slug))?
            }
            _ => return Err(ApiError::bad_request(missing)),
        };
        let environment = given("environment").ok_or(ApiError::bad_request(missing))?;
        Ok(Place::new(project_id, environment, given_path))
    }

    /// The project, if the caller may do `action` to the secrets at the place.
    pub(super) fn authorize(
        &self,
        call: &Call,
        db: &Connection,
        action: Action,
    ) -> Result<Project, ApiError> {
        access::secrets(call, db, &self.project_id, action, self.as_access())
            .map_err(|error| told(call, &self.project_id, error))
    }

    /// Whether the caller may do `action` there.
    pub(super) fn is_open(&self, call: &Call, db: &Connection, action: Action) -> bool {
        access::secrets(call, db, &self.project_id, action, self.as_access()).is_ok()
    }

    fn as_access(&self) -> AccessPlace<'_> {
        AccessPlace { environment: &self.environment, path: &self.path }
    }

    /// The project and the cipher of its secrets. The server looks for its copy of the key before it
    /// looks at permissions.
    pub(super) fn open(&self, call: &Call) -> Result<Opened, ApiError> {
        let unknown = || {
            ApiError::absent(format!(
                "Project with ID '{}' not found during bot lookup. Are you sure you are using the \
                 correct project ID?",
                self.project_id
            ))
        };
        let find = |db: &Connection| projects::by_id(db, &self.project_id)?.ok_or_else(unknown);
        let project = call.app.store.read(find)?;
        if project.version < 3 {
            call.app.store.write(|db| takeover::restore(call, db, &project))?;
        }
        let key = call.app.store.read(|db| bots::project_key(call, db, &project))?;
        let cipher = FieldCipher::new(&key).ok_or(ApiError::Internal)?;
        Ok(Opened { project, cipher })
    }

    /// Like [`open`](Self::open), for a caller that may do `action`.
    pub(super) fn open_for(&self, call: &Call, action: Action) -> Result<Opened, ApiError> {
        let opened = self.open(call)?;
        call.app.store.read(|db| self.authorize(call, db, action))?;
        Ok(opened)
    }

    pub(super) fn folder(
        &self,
        db: &Connection,
        project: &Project,
    ) -> Result<Option<Folder>, ApiError> {
        match project.environment(&self.environment) {
            Some(environment) => Ok(folders::at_path(db, &environment.id, &self.path)?),
            None => Ok(None),
        }
    }

    /// The folder of a change; the error of a missing one has the name of the operation.
    pub(super) fn changed_folder(
        &self,
        db: &Connection,
        project: &Project,
        operation: &'static str,
    ) -> Result<Folder, ApiError> {
        if project.environment(&self.environment).is_none() {
            return Err(ApiError::absent(format!(
                "Environment with slug '{}' not found in project with ID {}",
                self.environment, self.project_id
            )));
        }
        self.read_folder(db, project, operation)
    }

    /// The folder of a read of one secret.
    pub(super) fn read_folder(
        &self,
        db: &Connection,
        project: &Project,
        operation: &'static str,
    ) -> Result<Folder, ApiError> {
        self.folder(db, project)?.ok_or_else(|| ApiError::Told {
            status: 404,
            error: operation,
            message: format!(
                "Folder with path '{}' in environment with slug '{}' not found",
                self.path, self.environment
            ),
        })
    }

    /// The folder of a list.
    pub(super) fn listed_folder(
        &self,
        db: &Connection,
        project: &Project,
    ) -> Result<Folder, ApiError> {
        self.folder(db, project)?.ok_or_else(|| ApiError::Told {
            status: 404,
            error: "SecretPathNotFound",
            message: format!(
                "Folder with path '{}' in environment '{}' was not found. Please ensure the \
                 environment slug and secret path is correct.",
                self.path, self.environment
            ),
        })
    }
}

/// A path with its leading slash.
pub(super) fn absolute(path: &str) -> String {
    if path.starts_with('/') { path.to_owned() } else { format!("/{path}") }
}

fn id_of_slug(db: &Connection, slug: &str) -> Result<String, ApiError> {
    let unknown = || ApiError::absent(format!("Project with slug '{slug}' not found"));
    Ok(projects::by_slug(db, slug)?.ok_or_else(unknown)?.id)
}

/// The project and the scope of a service token that has one scope, without a pattern.
pub(super) fn own_scope(call: &Call) -> Option<(&str, &Scope)> {
    let Actor::Token(token) = &call.actor else { return None };
    match token.scopes.as_slice() {
        [scope] if !patterns::is_pattern(&scope.secret_path) => Some((&token.project_id, scope)),
        _ => None,
    }
}

/// An error about permissions, with the words of July 2026.
pub(crate) fn told(call: &Call, project_id: &str, error: ApiError) -> ApiError {
    let not_member = |who: &str| ApiError::Told {
        status: 403,
        error: "ProjectMembershipNotFound",
        message: format!(
            "You are not a member of this project with ID {project_id}. Please assign this {who} to \
             the project with the appropriate permissions, then try again."
        ),
    };
    match error {
        ApiError::NotProjectMember => not_member("user"),
        ApiError::IdentityNotInProject => not_member("identity"),
        ApiError::TokenOtherProject => ApiError::barred(format!(
            "Service token not a part of the specified project with ID {project_id}"
        )),
        ApiError::Forbidden(Action::Read, Subject::Secrets)
        | ApiError::TokenScope(Action::Read, Subject::Secrets) => {
            denied("describeSecret", "secrets", json!([]))
        }
        ApiError::TokenScope(action, Subject::Secrets) => {
            denied(action.name(), "secrets", rules(call, action))
        }
        other => other,
    }
}

pub(super) fn denied(action: &str, subject: &str, details: Value) -> ApiError {
    ApiError::Detailed {
        status: 403,
        error: "PermissionDenied",
        message: format!("You are not allowed to {action} on {subject}"),
        details,
    }
}

/// What a service token may do elsewhere, as the errors of its changes tell.
fn rules(call: &Call, action: Action) -> Value {
    let Actor::Token(token) = &call.actor else { return json!([]) };
    if !token.permissions.iter().any(|permission| permission == "write") {
        return json!([]);
    }
    let rules = token.scopes.iter().map(|scope| {
        json!({
            "action": action.name(),
            "inverted": false,
            "subject": "secrets",
            "conditions": {
                "secretPath": { "$glob": scope.secret_path },
                "environment": scope.environment,
            },
        })
    });
    rules.collect()
}
