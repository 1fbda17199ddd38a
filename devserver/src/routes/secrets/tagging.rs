//! Since June 2024: adding tags to a secret and removing them, by slug.

use serde_json::json;

use crate::auth::permissions::Action;
use crate::error::ApiError;
use crate::http::Call;
use crate::routes::folders::path;
use crate::routes::projects;
use crate::routes::secrets::change::existing;
use crate::routes::secrets::content::{kind, tag};
use crate::routes::secrets::history;
use crate::routes::secrets::place::{Target, index};
use crate::store::{secrets, tags};
use crate::wire::secrets::View;
use crate::wire::{self, Reply};

/// Adds tags to a secret.
pub(crate) fn add(call: &Call) -> Result<Reply, ApiError> {
    change(call, |has, named| {
        has.retain(|id| !named.contains(id));
        has.extend(named);
    })
}

/// Removes tags from a secret. June 2024 allows it only to machine credentials.
pub(crate) fn remove(call: &Call) -> Result<Reply, ApiError> {
    change(call, |has, named| has.retain(|id| !named.contains(id)))
}

/// Sets the tags of a secret to the result of `edit`, given its current tags and those in the request.
fn change(call: &Call, edit: impl Fn(&mut Vec<String>, Vec<String>)) -> Result<Reply, ApiError> {
    let body = call.body();
    let (slug, environment) = (body.trimmed("projectSlug"), body.trimmed("environment"));
    let folder = path(&body, &["secretPath"]);
    let kind = kind(call.era(), &body);
    let slugs = body.texts("tagSlugs");
    body.finish()?;
    let name = call.secret_name();
    let (target, project) = call.app.store.read(|db| {
        let project = projects::by_slug(call, db, &slug)?;
        let target = Target::new(project.id.clone(), environment, folder);
        let project = target.authorize(call, db, Action::Edit)?;
        Ok((target, project))
    })?;
    let index = index(call, &project, name)?;
    call.app.store.write(|db| {
        let home = target.existing_home(call, db, &project, "Update secret")?;
        let secret = existing(call, db, &home, kind, name, &index)?;
        let known = tags::of_project(db, &project.id)?;
        let named: Vec<_> = known
            .iter()
            .filter(|tag| slugs.contains(&tag.slug))
            .map(|tag| tag.id.clone())
            .collect();
        if slugs.iter().any(|slug| known.iter().all(|tag| tag.slug != *slug)) {
            return Err(ApiError::bad_request("One or more tags not found."));
        }
        let mut ids = secret.tags.iter().map(|tag| tag.id.clone()).collect();
        edit(&mut ids, named);
        tag(db, &secret, &ids)?;
        let secret = secrets::update(db, call.era(), &secret)?;
        history::snapshot(call, db, &home)?;
        let secret = wire::secrets::secret(call.era(), &secret, View::Labelled);
        Ok(Reply::json(json!({ "secret": secret })))
    })
}
