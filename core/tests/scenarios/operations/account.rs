//! The account.

use infisical_e2ee::Client;
use serde_json::{Value, json};

use super::{Outcome, with};
use crate::arguments::Arguments;
use crate::wrong;

pub(super) async fn perform(name: &str, client: &Client, mut args: Arguments) -> Outcome {
    let account = client.account();
    match name {
        "start_sign_up" => {
            let email = args.required("email")?;
            args.done()?;
            account.start_sign_up(email).await?;
            Ok(Value::Null)
        }
        "complete_sign_up" => {
            let (email, code) = (args.required("email")?, args.required("code")?);
            let request = account.complete_sign_up(email, code, args.required("password")?);
            let request = with!(request, args, first_name, last_name, organization_name)
                .send_password(args.flag("send_password")?);
            args.done()?;
            let made = request.await?;
            Ok(json!({"user_id": made.user_id, "email": made.email}))
        }
        "me" => {
            args.done()?;
            let me = account.me().await?;
            Ok(json!({
                "id": me.id,
                "email": me.email,
                "first_name": me.first_name,
                "last_name": me.last_name,
            }))
        }
        _ => wrong(format!("there is no operation account.{name}")),
    }
}
