//! Sealed copies of project keys.

use serde_json::json;

use crate::auth::Actor;
use crate::auth::access;
use crate::auth::permissions::{Action, Subject};
use crate::era::Era;
use crate::error::ApiError;
use crate::http::Call;
use crate::store::keys::{self, NewKey, ProjectKey};
use crate::store::{memberships, users};
use crate::wire::{self, Reply};

/// Records a copy sealed to a member, the caller being the sender.
pub(crate) fn upload(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let key = body.form("key");
    let (receiver_id, encrypted_key, nonce) =
        (key.trimmed("userId"), key.trimmed("encryptedKey"), key.trimmed("nonce"));
    body.finish()?;
    let sender = call.user()?;
    call.app.store.write(|db| {
        let id = call.param("workspaceId");
        let project = match call.era() {
            Era::May23 => access::member(call, db, id)?.0,
            Era::Feb24 | Era::Jun24 | Era::Modern => {
                access::role(call, db, id, Action::Edit, Subject::Member)?
            }
        };
        if memberships::of_user(db, &project.id, &receiver_id)?.is_none() {
            return Err(ApiError::Refused {
                may23: "Failed to upload key to workspace",
                later: "Receiver is not a member of the project",
            });
        }
        keys::add(
            db,
            call.era(),
            &NewKey {
                project_id: &project.id,
                receiver_id: &receiver_id,
                sender_id: &sender.id,
                encrypted_key: &encrypted_key,
                nonce: &nonce,
            },
        )?;
        Ok(Reply::json(json!({ "message": "Successfully uploaded key to workspace" })))
    })
}

/// The caller's copy at top level: the oldest in May 2023, the newest later.
pub(crate) fn own(call: &Call) -> Result<Reply, ApiError> {
    // A machine identity has no key pair, so it never gets a key.
    if let Actor::Identity(_) | Actor::Token(_) = call.actor {
        return Ok(Reply::empty());
    }
    let user = call.user()?;
    call.app.store.read(|db| {
        let (project, _) = access::member(call, db, call.param("workspaceId"))?;
        let (key, missing) = match call.era() {
            Era::May23 => (
                keys::oldest(db, &project.id, &user.id)?,
                Err(ApiError::Message(400, "Failed to get workspace key")),
            ),
            Era::Feb24 | Era::Jun24 | Era::Modern => {
                (keys::newest(db, &project.id, &user.id)?, Ok(Reply::empty()))
            }
        };
        key.map_or(missing, |key| Ok(Reply::json(shown(call, db, &key)?)))
    })
}

/// May 2023: the caller's newest copy, or an empty object.
pub(crate) fn latest(call: &Call) -> Result<Reply, ApiError> {
    let user = call.user()?;
    call.app.store.read(|db| {
        let (project, _) = access::member(call, db, call.param("workspaceId"))?;
        let Some(key) = keys::newest(db, &project.id, &user.id)? else {
            return Ok(Reply::json(json!({})));
        };
        Ok(Reply::json(json!({ "latestKey": shown(call, db, &key)? })))
    })
}

/// The public keys of all members; broken on later servers, which answer 500.
pub(crate) fn public_keys(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.read(|db| {
        let (project, _) = access::member(call, db, call.param("workspaceId"))?;
        if call.era() != Era::May23 {
            return Err(ApiError::Later {
                status: 500,
                error: "Find all workspace pub keys",
                message: "Something went wrong",
            });
        }
        let mut public_keys = Vec::new();
        for membership in memberships::of_project(db, &project.id)? {
            if let Some(user) = users::by_id(db, &membership.user_id)? {
                public_keys.push(json!({ "publicKey": user.keys.public_key, "userId": user.id }));
            }
        }
        Ok(Reply::json(json!({ "publicKeys": public_keys })))
    })
}

/// A copy with its sender, whose public key opens it.
pub(crate) fn shown(
    call: &Call,
    db: &rusqlite::Connection,
    key: &ProjectKey,
) -> Result<serde_json::Value, ApiError> {
    let sender = users::by_id(db, &key.sender_id)?.ok_or(ApiError::Internal)?;
    Ok(wire::projects::key(call.era(), key, &sender))
}
