//! Projects.

use infisical_e2ee::{Client, Project};
use serde_json::{Value, json};

use super::environments::environment_json;
use super::{Outcome, with};
use crate::arguments::Arguments;
use crate::wrong;

pub(super) async fn perform(name: &str, client: &Client, mut args: Arguments) -> Outcome {
    let projects = client.projects();
    match name {
        "create" => {
            let name = args.required("name")?;
            let request = with!(projects.create(name), args, organization);
            args.done()?;
            Ok(project_json(&request.await?))
        }
        "list" => {
            args.done()?;
            Ok(projects.list().await?.iter().map(project_json).collect())
        }
        "get" => {
            let id = args.required("id")?;
            args.done()?;
            Ok(project_json(&projects.get(id).await?))
        }
        "open_key" => {
            let id = args.required("id")?;
            args.done()?;
            let key = projects.open_key(id).await?;
            Ok(json!({"project_id": key.project_id, "sealed_by": key.sealed_by}))
        }
        _ => wrong(format!("there is no operation projects.{name}")),
    }
}

fn project_json(project: &Project) -> Value {
    json!({
        "id": project.id,
        "name": project.name,
        "slug": project.slug,
        "organization_id": project.organization_id,
        "environments": project.environments.iter().map(environment_json).collect::<Value>(),
    })
}
