//! The bot of a project, which this server only describes.

use serde_json::json;

use crate::auth::access;
use crate::auth::permissions::{Action, Subject};
use crate::error::ApiError;
use crate::http::Call;
use crate::store::bots;
use crate::wire::{self, Reply};

pub(crate) fn get(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.read(|db| {
        let id = call.param("workspaceId");
        let project = access::role(call, db, id, Action::Read, Subject::Integrations)?;
        let bot = bots::of_project(db, &project.id)?;
        Ok(Reply::json(json!({ "bot": wire::projects::bot(call.era(), &bot) })))
    })
}
