//! The keys of projects from before autumn 2024: copies sealed to members, and the bot that gets one
//! when a project gives up its end-to-end encryption.

use rusqlite::Connection;
use serde_json::json;

use crate::auth::access;
use crate::auth::ghost::{self, SealedKey};
use crate::auth::permissions::{Action, Subject};
use crate::error::ApiError;
use crate::http::Call;
use crate::random;
use crate::store::bots;
use crate::store::keys::{self, NewKey};
use crate::store::projects::{BEGUN, QUEUED};
use crate::store::{memberships, projects, users};
use crate::wire::{self, Reply, today_projects};

/// Shares the key with a member.
pub(crate) fn share(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let key = body.form("key");
    let (receiver_id, encrypted_key, nonce) =
        (key.trimmed("userId"), key.trimmed("encryptedKey"), key.trimmed("nonce"));
    body.finish()?;
    let sender = call.user()?;
    call.app.store.write(|db| {
        let id = call.param("workspaceId");
        let project = access::role(call, db, id, Action::Edit, Subject::Member)?;
        if memberships::of_user(db, &project.id, &receiver_id)?.is_none() {
            return Err(ApiError::Later {
                status: 400,
                error: "Upload project keys",
                message: "Failed to validate receiver membership",
            });
        }
        let key = NewKey {
            project_id: &project.id,
            receiver_id: &receiver_id,
            sender_id: &sender.id,
            encrypted_key: &encrypted_key,
            nonce: &nonce,
        };
        keys::add(db, call.era(), &key)?;
        Ok(Reply::json(json!({ "message": "Successfully uploaded key to workspace" })))
    })
}

pub(crate) fn bot(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.read(|db| {
        let id = call.param("workspaceId");
        let unknown = || ApiError::absent(format!("Project with {id} not found"));
        projects::by_id(db, id)?.ok_or_else(unknown)?;
        let project = access::role(call, db, id, Action::Read, Subject::Integrations)?;
        if project.version == 3 {
            return Err(ApiError::bad_request("Failed to create bot, project is upgraded."));
        }
        let bot = bots::of_project(db, &project.id)?;
        Ok(Reply::json(json!({ "bot": wire::projects::bot(call.era(), &bot) })))
    })
}

/// Gives the bot a copy of the key, or deletes that.
pub(crate) fn set_bot_state(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let is_active = body.flag("isActive");
    let key = body.value("botKey").filter(|key| key.is_object()).map(|_| {
        let key = body.form("botKey");
        (key.trimmed("encryptedKey"), key.trimmed("nonce"))
    });
    body.finish()?;
    let sender = call.user()?;
    call.app.store.write(|db| {
        let id = call.param("botId");
        let unknown = || ApiError::absent(format!("Project bot with ID '{id}' not found"));
        let bot = bots::by_id(db, id)?.ok_or_else(unknown)?;
        access::role(call, db, &bot.project_id, Action::Edit, Subject::Integrations)?;
        let key = match (is_active, &key) {
            (true, Some((encrypted_key, nonce))) => {
                Some((encrypted_key.as_str(), nonce.as_str(), sender.id.as_str()))
            }
            (true, None) => {
                return Err(ApiError::absent(format!(
                    "Bot key not found for bot in project with ID '{id}'. Failed to set bot state \
                     to active."
                )));
            }
            (false, _) => None,
        };
        bots::set_key(db, &bot.id, key)?;
        let bot = bots::of_project(db, &bot.project_id)?;
        Ok(Reply::json(json!({ "bot": wire::projects::bot(call.era(), &bot) })))
    })
}

/// Ends the end-to-end encryption of a project. A wrong key is not an error:
/// only the status tells of it.
pub(crate) fn upgrade(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let private_key = body.text("userPrivateKey");
    body.finish()?;
    call.app.store.write(|db| {
        let id = call.param("projectId");
        let project = access::role(call, db, id, Action::Delete, Subject::Workspace)?;
        if project.version > 1 {
            // Taken, and found to be done in the background.
            return Ok(Reply::empty());
        }
        let done = hand_over(call, db, &project.id, &private_key)?.is_some();
        projects::set_upgrade_status(db, &project.id, Some(if done { QUEUED } else { "FAILED" }))?;
        Ok(Reply::empty())
    })
}

/// Gives the bot and the members new copies of the same key, opened with the caller's private key and
/// sealed by a hidden user; `None` if that fails.
fn hand_over(
    call: &Call,
    db: &Connection,
    project_id: &str,
    private_key: &str,
) -> Result<Option<()>, ApiError> {
    let Some(key) = keys::newest(db, project_id, &call.user()?.id)? else { return Ok(None) };
    let sender = users::by_id(db, &key.sender_id)?.and_then(|sender| sender.keys.public_key);
    let sealed = SealedKey { encrypted_key: key.encrypted_key, nonce: key.nonce };
    let opened = random::from_base64(private_key)
        .zip(sender)
        .and_then(|(private_key, sender)| ghost::open(&sealed, &sender, &private_key));
    let Some(opened) = opened else { return Ok(None) };
    let bot = bots::of_project(db, project_id)?;
    let (public_key, ghost_key) = ghost::bot_key_pair();
    let text = std::str::from_utf8(&opened).unwrap_or_default();
    let Some(for_bot) = ghost::seal_to(text, &bot.public_key, &ghost_key) else {
        return Ok(None);
    };
    let ghost_id = users::create_ghost(db, call.era(), &public_key)?;
    for member in memberships::of_project(db, project_id)? {
        if keys::newest(db, project_id, &member.user_id)?.is_none() {
            continue;
        }
        let public_key = users::by_id(db, &member.user_id)?.and_then(|user| user.keys.public_key);
        let copy = public_key.and_then(|to| ghost::seal_to(text, &to, &ghost_key));
        let Some(copy) = copy else { return Ok(None) };
        let copy = NewKey {
            project_id,
            receiver_id: &member.user_id,
            sender_id: &ghost_id,
            encrypted_key: &copy.encrypted_key,
            nonce: &copy.nonce,
        };
        keys::add(db, call.era(), &copy)?;
    }
    bots::set_key(db, &bot.id, Some((&for_bot.encrypted_key, &for_bot.nonce, &ghost_id)))?;
    Ok(Some(()))
}

/// How the last upgrade went: null after success and before the first try. The real server upgrades
/// in the background: here the first question finds that it has not begun, and the second that it
/// is in progress.
pub(crate) fn upgrade_status(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.write(|db| {
        let id = call.param("projectId");
        let project = access::role(call, db, id, Action::Read, Subject::Secrets)?;
        match project.upgrade_status.as_deref() {
            Some(QUEUED) => projects::set_upgrade_status(db, id, Some(BEGUN))?,
            Some(BEGUN) => {
                projects::set_version(db, id, 2)?;
                projects::set_upgrade_status(db, id, None)?;
            }
            _ => {}
        }
        Ok(Reply::json(json!({ "status": today_projects::upgrade_status(&project) })))
    })
}
