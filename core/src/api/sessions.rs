//! The active sessions of a user, since 2024. Known from source.

use serde::Deserialize;

use crate::http::Request;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SessionRecord {
    pub(crate) id: String,
    pub(crate) ip: Option<String>,
    pub(crate) user_agent: Option<String>,
    pub(crate) created_at: Option<String>,
    pub(crate) last_used: Option<String>,
}

const PATH: &str = "/api/v2/users/me/sessions";

pub(crate) fn list() -> Request {
    Request::get(PATH).about("listing the user's sessions")
}

pub(crate) fn end_all() -> Request {
    Request::delete(PATH).about("ending the user's sessions")
}
