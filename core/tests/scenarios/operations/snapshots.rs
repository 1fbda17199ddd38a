//! Snapshots.

use infisical_e2ee::{Client, Snapshot};
use serde_json::{Value, json};

use super::secret_versions::{failures_json, versions_json};
use super::{Outcome, with};
use crate::arguments::Arguments;
use crate::wrong;

pub(super) async fn perform(name: &str, client: &Client, mut args: Arguments) -> Outcome {
    let snapshots = client.snapshots();
    match name {
        "list" => {
            let request = with!(snapshots.list(), args, project, environment, path);
            args.done()?;
            Ok(request.await?.iter().map(snapshot_json).collect())
        }
        "count" => {
            let request = with!(snapshots.count(), args, project, environment, path);
            args.done()?;
            Ok(request.await?.into())
        }
        "get" => {
            let id = args.required("id")?;
            let request = with!(snapshots.get(id), args, project);
            args.done()?;
            let contents = request.await?;
            Ok(json!({
                "id": contents.id,
                "created_at": contents.created_at,
                "secrets": versions_json(&contents.secrets),
                "failures": failures_json(&contents.failures),
                "folders": contents.folders,
            }))
        }
        "roll_back" => {
            let id = args.required("id")?;
            let request = with!(snapshots.roll_back(id), args, project);
            args.done()?;
            request.await?;
            Ok(Value::Null)
        }
        _ => wrong(format!("there is no operation snapshots.{name}")),
    }
}

fn snapshot_json(snapshot: &Snapshot) -> Value {
    json!({
        "id": snapshot.id,
        "version": snapshot.version,
        "created_at": snapshot.created_at,
        "environment": snapshot.environment,
        "folder_id": snapshot.folder_id,
    })
}
