//! The place of a request about secrets, and the owner of personal ones.

use rusqlite::Connection;
use sha2::{Digest, Sha256};

use crate::auth::Actor;
use crate::auth::access::{self, Place};
use crate::auth::blind_index;
use crate::auth::permissions::Action;
use crate::era::Era;
use crate::error::ApiError;
use crate::http::Call;
use crate::input::Form;
use crate::routes::folders::path;
use crate::store::folders;
use crate::store::projects::Project;
use crate::store::secrets::Within;

/// The project, environment and folder a request names.
pub(crate) struct Target {
    pub(crate) project_id: String,
    pub(crate) environment: String,
    pub(crate) path: String,
}

/// Where the target's secrets are kept.
pub(crate) struct Home {
    pub(crate) project_id: String,
    environment_id: String,
    pub(crate) folder_id: String,
    /// May 2023's routes by name see all folders of the environment.
    all_folders: bool,
}

impl Target {
    pub(crate) fn read(form: &Form<'_>) -> Self {
        Target::in_project("workspaceId", form)
    }

    /// As [`read`](Self::read), where a project is called `project_field`.
    pub(crate) fn in_project(project_field: &str, form: &Form<'_>) -> Self {
        Target {
            project_id: form.trimmed(project_field),
            environment: form.trimmed("environment"),
            path: path(form, &["secretPath"]),
        }
    }

    pub(crate) fn new(project_id: String, environment: String, path: String) -> Self {
        Target { project_id, environment, path }
    }

    /// The project, if the caller may do `action` there.
    pub(crate) fn authorize(
        &self,
        call: &Call,
        db: &Connection,
        action: Action,
    ) -> Result<Project, ApiError> {
        let path = if call.era() == Era::May23 { "/" } else { &self.path };
        let place = Place { environment: &self.environment, path };
        access::secrets(call, db, &self.project_id, action, place)
    }

    /// Where that is; `None` if there is no such environment or folder.
    pub(crate) fn home(
        &self,
        call: &Call,
        db: &Connection,
        project: &Project,
    ) -> Result<Option<Home>, ApiError> {
        let Some(environment) = project.environment(&self.environment) else {
            return Ok(None);
        };
        let all_folders = call.era() == Era::May23;
        let path = if all_folders { "/" } else { &self.path };
        let folder = folders::at_path(db, &environment.id, path)?;
        Ok(folder.map(|folder| Home {
            project_id: project.id.clone(),
            environment_id: environment.id.clone(),
            folder_id: folder.id,
            all_folders,
        }))
    }

    /// The folder, or an error. Today's servers name the `operation` in it.
    pub(crate) fn existing_home(
        &self,
        call: &Call,
        db: &Connection,
        project: &Project,
        operation: &'static str,
    ) -> Result<Home, ApiError> {
        let operation = if call.era().is_modern() { operation } else { "Create secret" };
        self.home(call, db, project)?.ok_or(ApiError::FolderUnknown(operation))
    }
}

impl Home {
    pub(crate) fn within(&self) -> Within<'_> {
        if self.all_folders {
            Within::Environment(&self.environment_id)
        } else {
            Within::Folder(&self.folder_id)
        }
    }
}

/// The blind index of a name in a project. Where the server alone has the key, a hash is enough.
pub(crate) fn index(call: &Call, project: &Project, name: &str) -> Result<String, ApiError> {
    if call.era().is_modern() && project.version == 3 {
        return Ok(plain_index(name));
    }
    let salt = call.app.keys.open(&project.sealed_index_salt).ok_or(ApiError::Internal)?;
    blind_index::of(name, &salt).ok_or(ApiError::Internal)
}

/// What finds a name in a project that is not end-to-end encrypted.
pub(crate) fn plain_index(name: &str) -> String {
    hex::encode(Sha256::digest(name))
}

/// The owner of the caller's personal secrets: in May 2023, for a token or account, its creator.
pub(crate) fn owner(call: &Call) -> Option<&str> {
    match &call.actor {
        Actor::User(actor) => Some(&actor.user.id),
        Actor::Token(token) if call.era() == Era::May23 => Some(&token.user_id),
        Actor::ServiceAccount(account) => Some(&account.user_id),
        Actor::Token(_) | Actor::Identity(_) | Actor::Anonymous => None,
    }
}
