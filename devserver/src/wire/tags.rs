//! Tags.

use serde_json::{Value, json};

use crate::clock;
use crate::era::Era;
use crate::store::tags::Tag;
use crate::wire::merged;

pub(crate) fn tag(era: Era, tag: &Tag) -> Value {
    match era {
        Era::May23 => json!({
            "_id": tag.id,
            "name": tag.name,
            "slug": tag.slug,
            "user": tag.user_id,
            "workspace": tag.project_id,
            "createdAt": clock::iso(tag.created_at),
            "updatedAt": clock::iso(tag.updated_at),
            "__v": 0,
        }),
        Era::Feb24 => feb24(tag),
        Era::Jun24 | Era::Modern => merged(feb24(tag), json!({ "createdByActorType": "user" })),
    }
}

fn feb24(tag: &Tag) -> Value {
    json!({
        "id": tag.id,
        "name": tag.name,
        "slug": tag.slug,
        "color": tag.color,
        "createdAt": clock::iso(tag.created_at),
        "updatedAt": clock::iso(tag.updated_at),
        "createdBy": tag.user_id,
        "projectId": tag.project_id,
    })
}

/// Later eras: a tag of a listed secret.
pub(crate) fn on_secret(tag: &Tag) -> Value {
    json!({ "id": tag.id, "slug": tag.slug, "color": tag.color, "name": tag.name })
}
