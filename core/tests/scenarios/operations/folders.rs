//! Folders.

use infisical_e2ee::{Client, Folder};
use serde_json::{Value, json};

use super::{Outcome, with};
use crate::arguments::Arguments;
use crate::wrong;

pub(super) async fn perform(name: &str, client: &Client, mut args: Arguments) -> Outcome {
    let folders = client.folders();
    match name {
        "list" => {
            let request = with!(folders.list(), args, project, environment, path);
            args.done()?;
            Ok(request.await?.iter().map(folder_json).collect())
        }
        "create" => {
            let name = args.required("name")?;
            let request =
                with!(folders.create(name), args, description, project, environment, path);
            args.done()?;
            Ok(folder_json(&request.await?))
        }
        "rename" => {
            let (name, new_name) = (args.required("name")?, args.required("new_name")?);
            let request = with!(folders.rename(name, new_name), args, project, environment, path);
            args.done()?;
            Ok(folder_json(&request.await?))
        }
        "set_description" => {
            let (name, description) = (args.required("name")?, args.required("description")?);
            let request = folders.set_description(name, description);
            let request = with!(request, args, project, environment, path);
            args.done()?;
            Ok(folder_json(&request.await?))
        }
        "delete" => {
            let name = args.required("name")?;
            let request = with!(folders.delete(name), args, project, environment, path);
            args.done()?;
            request.await?;
            Ok(Value::Null)
        }
        _ => wrong(format!("there is no operation folders.{name}")),
    }
}

fn folder_json(folder: &Folder) -> Value {
    json!({
        "id": folder.id,
        "name": folder.name,
        "path": folder.path,
        "description": folder.description,
        "created_at": folder.created_at,
        "updated_at": folder.updated_at,
    })
}
