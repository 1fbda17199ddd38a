//! Environments of a project.

use infisical_e2ee::{Client, Environment};
use serde_json::{Value, json};

use super::{Outcome, with};
use crate::arguments::Arguments;
use crate::wrong;

pub(super) async fn perform(name: &str, client: &Client, mut args: Arguments) -> Outcome {
    let environments = client.environments();
    match name {
        "list" => {
            let request = with!(environments.list(), args, project);
            args.done()?;
            Ok(request.await?.iter().map(environment_json).collect())
        }
        "create" => {
            let (name, slug) = (args.required("name")?, args.required("slug")?);
            let request = with!(environments.create(name, slug), args, project);
            args.done()?;
            Ok(environment_json(&request.await?))
        }
        "update" => {
            let slug = args.required("slug")?;
            let request = with!(environments.update(slug), args, new_name, new_slug, project);
            args.done()?;
            Ok(environment_json(&request.await?))
        }
        "delete" => {
            let slug = args.required("slug")?;
            let request = with!(environments.delete(slug), args, project);
            args.done()?;
            request.await?;
            Ok(Value::Null)
        }
        _ => wrong(format!("there is no operation environments.{name}")),
    }
}

pub(super) fn environment_json(environment: &Environment) -> Value {
    json!({"id": environment.id, "name": environment.name, "slug": environment.slug})
}
