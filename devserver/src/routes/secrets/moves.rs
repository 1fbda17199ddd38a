//! Today (since 2024-07-09): moving shared secrets between folders and environments, all or none.

use rusqlite::Connection;
use serde_json::{Value, json};

use crate::auth::permissions::Action;
use crate::error::ApiError;
use crate::http::Call;
use crate::routes::folders::path;
use crate::routes::secrets::change::{insert, pick, remove};
use crate::routes::secrets::content::tag;
use crate::routes::secrets::history;
use crate::routes::secrets::place::{Home, Target};
use crate::store::projects;
use crate::store::secrets::{self, Kind, Secret};
use crate::wire::Reply;

pub(crate) fn move_all(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let slug = body.trimmed("projectSlug");
    let source = (body.trimmed("sourceEnvironment"), path(&body, &["sourceSecretPath"]));
    let destination =
        (body.trimmed("destinationEnvironment"), path(&body, &["destinationSecretPath"]));
    let overwrite = body.flag_opt("shouldOverwrite").unwrap_or_default();
    let ids: Vec<_> = match body.value("secretIds") {
        Some(Value::Array(ids)) => ids.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    body.finish()?;
    call.app.store.write(|db| {
        let project =
            projects::by_slug(db, &slug)?.ok_or(ApiError::bad_request("Project not found"))?;
        let target = |(environment, path)| Target::new(project.id.clone(), environment, path);
        let (source, destination) = (target(source), target(destination));
        source.authorize(call, db, Action::Delete)?;
        destination.authorize(call, db, Action::Create)?;
        destination.authorize(call, db, Action::Edit)?;
        let source = source
            .home(call, db, &project)?
            .ok_or(ApiError::bad_request("Source path does not exist"))?;
        let destination = destination
            .home(call, db, &project)?
            .ok_or(ApiError::bad_request("Destination path does not exist"))?;
        for id in &ids {
            let secret = secrets::by_id(db, id)?
                .filter(|one| one.kind == Kind::Shared && one.folder_id == source.folder_id)
                .ok_or(ApiError::bad_request("Invalid secrets"))?;
            move_one(call, db, &secret, [&source, &destination], overwrite)?;
        }
        history::snapshot(call, db, &source)?;
        history::snapshot(call, db, &destination)?;
        Ok(Reply::json(json!({ "isSourceUpdated": true, "isDestinationUpdated": true })))
    })
}

/// The release compared values too, with its copy of the project key. Without one, any secret of
/// that name is another.
fn move_one(
    call: &Call,
    db: &Connection,
    secret: &Secret,
    [source, destination]: [&Home; 2],
    overwrite: bool,
) -> Result<(), ApiError> {
    const TAKEN: ApiError = ApiError::bad_request(
        "Failed to move secrets. Secrets of these names already exist in the destination",
    );
    let index = secret.blind_index.as_deref().unwrap_or_default();
    let namesakes = secrets::by_index(db, destination.within(), index)?;
    let moved = match pick(&namesakes, Kind::Shared, None) {
        Some(_) if !overwrite => return Err(TAKEN),
        Some(existing) => {
            let replaced = Secret { content: secret.content.clone(), ..existing.clone() };
            secrets::update(db, call.era(), &replaced)?
        }
        None => insert(call, db, destination, Kind::Shared, index, &secret.content, 1)?,
    };
    let tags: Vec<_> = secret.tags.iter().map(|tag| tag.id.clone()).collect();
    tag(db, &moved, &tags)?;
    remove(db, source, secret, index)
}
