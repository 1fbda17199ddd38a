//! Moving secrets, where the server does it.

use serde::{Deserialize, Serialize};

use super::secrets::Place;
use crate::Result;
use crate::http::Request;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Move<'a> {
    project_slug: &'a str,
    source_environment: &'a str,
    source_secret_path: &'a str,
    destination_environment: &'a str,
    destination_secret_path: &'a str,
    secret_ids: &'a [String],
    should_overwrite: bool,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Moved {
    pub(crate) is_source_updated: bool,
    pub(crate) is_destination_updated: bool,
}

/// Since June 2024: all or nothing.
pub(crate) fn move_all(
    project_slug: &str,
    ids: &[String],
    from: &Place,
    to: &Place,
    overwrite: bool,
) -> Result<Request> {
    Request::post("/api/v3/secrets/move")
        .about(format!("moving secrets from {} to {}", from.describe(), to.describe()))
        .json(&Move {
            project_slug,
            source_environment: &from.environment,
            source_secret_path: from.path.as_deref().unwrap_or("/"),
            destination_environment: &to.environment,
            destination_secret_path: to.path.as_deref().unwrap_or("/"),
            secret_ids: ids,
            should_overwrite: overwrite,
        })
}
