//! How the server comes to the key of an end-to-end encrypted project without being given it: from
//! the copy of a member whose private key it can open.

use rusqlite::Connection;

use crate::auth::ghost::{self, SealedKey};
use crate::error::ApiError;
use crate::http::Call;
use crate::store::projects::Project;
use crate::store::{bots, keys, memberships, users};

/// Activates the bot of a project, if a member with a copy of the key has a private key that the
/// server can open. The bot gets another key pair.
pub(crate) fn restore(call: &Call, db: &Connection, project: &Project) -> Result<(), ApiError> {
    if bots::find(db, &project.id)?.is_none_or(|bot| bot.is_active) {
        return Ok(());
    }
    for member in memberships::of_project(db, &project.id)? {
        let Some(private_key) = users::openable_private_key(db, &member.user_id)? else { continue };
        let Some(private_key) = call.app.keys.open(&private_key) else { continue };
        let Some(copy) = keys::newest(db, &project.id, &member.user_id)? else { continue };
        let sender = users::by_id(db, &copy.sender_id)?.and_then(|user| user.keys.public_key);
        let sealed = SealedKey { encrypted_key: copy.encrypted_key, nonce: copy.nonce };
        let Some(key) = sender.and_then(|sender| ghost::open(&sealed, &sender, &private_key))
        else {
            continue;
        };
        let text = std::str::from_utf8(&key).unwrap_or_default();
        let (public_key, bot_key) = ghost::bot_key_pair();
        let Some(for_bot) = ghost::seal_as(text, &public_key, &private_key) else { continue };
        let bot_key = call.app.keys.seal(&bot_key.to_bytes()).ok_or(ApiError::Internal)?;
        bots::set_pair(db, &project.id, &public_key, &bot_key)?;
        let bot = bots::of_project(db, &project.id)?;
        let copy = (for_bot.encrypted_key.as_str(), for_bot.nonce.as_str());
        bots::set_key(db, &bot.id, Some((copy.0, copy.1, &member.user_id)))?;
        return Ok(());
    }
    Ok(())
}
