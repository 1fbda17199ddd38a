//! Tags of a project.

use infisical_e2ee::{Client, Tag};
use serde_json::{Value, json};

use super::{Outcome, with};
use crate::arguments::Arguments;
use crate::wrong;

pub(super) async fn perform(name: &str, client: &Client, mut args: Arguments) -> Outcome {
    let tags = client.tags();
    match name {
        "list" => {
            let request = with!(tags.list(), args, project);
            args.done()?;
            Ok(request.await?.iter().map(tag_json).collect())
        }
        "create" => {
            let (name, slug) = (args.required("name")?, args.required("slug")?);
            let request = with!(tags.create(name, slug), args, color, project);
            args.done()?;
            Ok(tag_json(&request.await?))
        }
        "update" => {
            let tag = args.required("tag")?;
            let request = with!(tags.update(tag), args, new_slug, color, project);
            args.done()?;
            Ok(tag_json(&request.await?))
        }
        "delete" => {
            let tag = args.required("tag")?;
            let request = with!(tags.delete(tag), args, project);
            args.done()?;
            request.await?;
            Ok(Value::Null)
        }
        _ => wrong(format!("there is no operation tags.{name}")),
    }
}

fn tag_json(tag: &Tag) -> Value {
    json!({"id": tag.id, "name": tag.name, "slug": tag.slug, "color": tag.color})
}
