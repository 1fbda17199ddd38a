//! Service tokens v3, which servers had from September to November 2023. Known only from public
//! source.

use serde::Deserialize;

use crate::ErrorKind;
use crate::http::Request;

#[derive(Deserialize)]
pub(crate) struct OneKey {
    pub(crate) key: KeyRecord,
}

/// The token's copy of the project key; `public_key` is the sender's.
#[derive(Deserialize, Clone)]
#[serde(rename_all = "camelCase")]
pub(crate) struct KeyRecord {
    pub(crate) workspace: String,
    pub(crate) encrypted_key: String,
    pub(crate) public_key: String,
    pub(crate) nonce: String,
}

/// The first request with a token.
const REFUSED: &[(u16, ErrorKind)] =
    &[(401, ErrorKind::AuthenticationFailed), (404, ErrorKind::UnsupportedByServer)];

pub(crate) fn key() -> Request {
    Request::get("/api/v3/service-token/me/key")
        .about("reading the key of the service token v3")
        .hints(REFUSED)
}
