//! The bot of a project: the server's recipient of the project key.

use serde::{Deserialize, Serialize};

use super::either_id;
use crate::Result;
use crate::crypto::Sealed;
use crate::http::{Request, segment};

#[derive(Deserialize)]
pub(crate) struct OneBot {
    pub(crate) bot: BotRecord,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct BotRecord {
    #[serde(rename = "_id")]
    legacy_id: Option<String>,
    id: Option<String>,
    name: Option<String>,
    pub(crate) is_active: bool,
    pub(crate) public_key: String,
    /// The user whose copy of the key the server took.
    pub(crate) sender_id: Option<String>,
}

impl BotRecord {
    /// Whether the server made the project's key, of which this is its copy.
    pub(crate) fn is_servers_work(&self) -> bool {
        self.name.as_deref().is_some_and(|name| name.contains("(Ghost)"))
    }

    pub(crate) fn id(&self) -> String {
        either_id(self.legacy_id.clone(), self.id.clone())
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct State<'a> {
    is_active: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    bot_key: Option<BotKey<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct BotKey<'a> {
    encrypted_key: &'a str,
    nonce: &'a str,
}

pub(crate) fn get(project_id: &str) -> Request {
    Request::get(format!("/api/v1/bot/{}", segment(project_id)))
        .about(format!("checking whether the server has the key of project {project_id}"))
}

/// Activates the bot with a copy of the key, or deactivates it.
pub(crate) fn set_state(project_id: &str, id: &str, key: Option<&Sealed>) -> Result<Request> {
    let bot_key = key.map(|key| BotKey { encrypted_key: &key.ciphertext, nonce: &key.nonce });
    Request::patch(format!("/api/v1/bot/{}/active", segment(id)))
        .about(format!("sharing the key of project {project_id} with the server"))
        .json(&State { is_active: bot_key.is_some(), bot_key })
}
