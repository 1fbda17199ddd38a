//! The tags of a secret.

use serde::Serialize;

use super::secrets::{Fields, Place, path_of, subject};
use crate::Result;
use crate::http::Request;

#[derive(Serialize)]
struct Tagged<'a> {
    #[serde(flatten)]
    place: &'a Place,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(flatten)]
    fields: &'a Fields,
    tags: &'a [String],
}

#[derive(Serialize)]
struct UpdateV2<'a> {
    secrets: [TaggedV2<'a>; 1],
}

#[derive(Serialize)]
struct TaggedV2<'a> {
    id: &'a str,
    tags: &'a [String],
}

/// Since 2024; `fields` has the unchanged value, because the route requires one.
pub(crate) fn set(name: &str, place: &Place, fields: &Fields, tags: &[String]) -> Result<Request> {
    Request::patch(path_of(name)).about(subject(name, place)).json(&Tagged {
        place,
        kind: "shared",
        fields,
        tags,
    })
}

/// May 2023, whose route by name ignores tags.
pub(crate) fn set_v2(name: &str, id: &str, place: &Place, tags: &[String]) -> Result<Request> {
    Request::patch("/api/v2/secrets")
        .about(subject(name, place))
        .json(&UpdateV2 { secrets: [TaggedV2 { id, tags }] })
}
