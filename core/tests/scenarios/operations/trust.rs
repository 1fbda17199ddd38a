//! `client.trust.*`

use infisical_e2ee::Client;
use serde_json::Value;

use super::{Outcome, with};
use crate::arguments::Arguments;
use crate::wrong;

pub(super) async fn perform(op: &str, client: &Client, mut args: Arguments) -> Outcome {
    let trust = client.trust();
    match op {
        "forget_secrets" => {
            let mut request = with!(trust.forget_secrets(), args, project, environment, path);
            if let Some(names) = args.texts_opt("names")? {
                request = request.names(names);
            }
            args.done()?;
            Ok(request.await?.into())
        }
        "forget_project" => {
            let id = args.required("id")?;
            args.done()?;
            trust.forget_project(id).await?;
            Ok(Value::Null)
        }
        _ => wrong(format!("there is no operation trust.{op}")),
    }
}
