//! The bot of a project, which decrypts it for the server once it has a copy of the key.

use rusqlite::Connection;
use serde_json::json;
use zeroize::Zeroizing;

use crate::auth::ghost::SealedKey;
use crate::auth::permissions::{Action, Subject};
use crate::auth::{access, ghost};
use crate::error::ApiError;
use crate::http::Call;
use crate::store::bots::{self, Bot};
use crate::store::projects::Project;
use crate::store::users;
use crate::wire::{self, Reply};

pub(crate) fn get(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.read(|db| {
        let id = call.param("workspaceId");
        let project = access::role(call, db, id, Action::Read, Subject::Integrations)?;
        let bot = bots::of_project(db, &project.id)?;
        Ok(Reply::json(json!({ "bot": wire::projects::bot(call.era(), &bot) })))
    })
}

/// Stores or deletes a copy of the project key.
pub(crate) fn set_state(call: &Call) -> Result<Reply, ApiError> {
    const NO_KEY: ApiError = ApiError::Refused {
        may23: "Failed to set bot state to active - missing bot key",
        later: "Failed to set bot active. Missing bot key",
    };
    let body = call.body();
    let is_active = body.flag("isActive");
    let key = body.value("botKey").filter(|key| key.is_object()).map(|_| {
        let key = body.form("botKey");
        (key.trimmed("encryptedKey"), key.trimmed("nonce"))
    });
    body.finish()?;
    let sender = call.user()?;
    call.app.store.write(|db| {
        let bot = bots::by_id(db, call.param("botId"))?
            .ok_or(ApiError::Refused { may23: "Failed to find bot", later: "Bot not found" })?;
        access::role(call, db, &bot.project_id, Action::Edit, Subject::Integrations)?;
        if is_ghostly(&bot) {
            return Err(ApiError::bad_request("The bot of an upgraded project stays as it is"));
        }
        let key = match (is_active, &key) {
            (true, Some((encrypted_key, nonce))) => {
                Some((encrypted_key.as_str(), nonce.as_str(), sender.id.as_str()))
            }
            (true, None) => return Err(NO_KEY),
            (false, _) => None,
        };
        bots::set_key(db, &bot.id, key)?;
        let bot = bots::of_project(db, &bot.project_id)?;
        Ok(Reply::json(json!({ "bot": wire::projects::bot(call.era(), &bot) })))
    })
}

/// The project key, if the project's bot has it.
pub(crate) fn project_key(
    call: &Call,
    db: &Connection,
    project: &Project,
) -> Result<Zeroizing<Vec<u8>>, ApiError> {
    const NO_KEY: ApiError = ApiError::bad_request("failed to find bot key");
    if call.era().is_modern() {
        return todays_key(call, db, project);
    }
    let bot = bots::of_project(db, &project.id)?;
    let (true, Some(encrypted_key), Some(nonce), Some(sender_id), Some(sealed)) =
        (bot.is_active, bot.encrypted_key, bot.nonce, bot.sender_id, bot.sealed_private_key)
    else {
        return Err(NO_KEY);
    };
    let sender = users::by_id(db, &sender_id)?.ok_or(NO_KEY)?;
    let private_key = call.app.keys.open(&sealed).ok_or(ApiError::Internal)?;
    let sender = sender.keys.public_key.unwrap_or_default();
    ghost::open(&SealedKey { encrypted_key, nonce }, &sender, &private_key).ok_or(NO_KEY)
}

/// The key in July 2026: that of the bot, or else of the server alone.
fn todays_key(
    call: &Call,
    db: &Connection,
    project: &Project,
) -> Result<Zeroizing<Vec<u8>>, ApiError> {
    if let Some(key) = key_of_bot(call, db, project)? {
        return Ok(key);
    }
    if project.version == 3 {
        return Ok(call.app.keys.project_key(&project.id));
    }
    Err(ApiError::absent(format!(
        "Project bot not found for project with ID '{}'. Please ask an administrator to log-in to \
         the Infisical Console.",
        project.id
    )))
}

fn key_of_bot(
    call: &Call,
    db: &Connection,
    project: &Project,
) -> Result<Option<Zeroizing<Vec<u8>>>, ApiError> {
    let Some(bot) = bots::find(db, &project.id)?.filter(|bot| bot.is_active) else {
        return Ok(None);
    };
    let (Some(encrypted_key), Some(nonce), Some(sender_id), Some(sealed)) =
        (bot.encrypted_key, bot.nonce, bot.sender_id, bot.sealed_private_key)
    else {
        return Ok(None);
    };
    let sender = users::by_id(db, &sender_id)?.and_then(|sender| sender.keys.public_key);
    let private_key = call.app.keys.open(&sealed).ok_or(ApiError::Internal)?;
    let sender = sender.unwrap_or_default();
    Ok(ghost::open(&SealedKey { encrypted_key, nonce }, &sender, &private_key))
}

/// Whether the project was created without end-to-end encryption, which users cannot change.
fn is_ghostly(bot: &Bot) -> bool {
    bot.name.ends_with("(Ghost)")
}
