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
            let request =
                with!(request, args, first_name, last_name, organization_name, invited_to)
                    .send_password(args.flag("send_password")?);
            args.done()?;
            let made = request.await?;
            Ok(json!({"user_id": made.user_id, "email": made.email}))
        }
        "accept_invitation" => {
            let (email, organization) = (args.required("email")?, args.required("organization")?);
            let request = account.accept_invitation(email, organization, args.required("code")?);
            args.done()?;
            request.await?;
            Ok(Value::Null)
        }
        "verify_mfa" => {
            let code = args.required("code")?;
            args.done()?;
            account.verify_mfa(code).await?;
            Ok(Value::Null)
        }
        "resend_mfa_code" => {
            args.done()?;
            account.resend_mfa_code().await?;
            Ok(Value::Null)
        }
        "set_mfa" => {
            let request = account.set_mfa(args.flag("enabled")?);
            args.done()?;
            request.await?;
            Ok(Value::Null)
        }
        "change_password" => {
            let request = account.change_password(args.required("new_password")?);
            let request = request.send_password(args.flag("send_password")?);
            args.done()?;
            request.await?;
            Ok(Value::Null)
        }
        "create_backup_key" => {
            let request = with!(account.create_backup_key(), args, name);
            args.done()?;
            let kit = request.await?;
            Ok(json!({
                "name": kit.name,
                "email": kit.email,
                "backup_key": kit.backup_key.expose(),
            }))
        }
        "start_recovery" => {
            let email = args.required("email")?;
            args.done()?;
            account.start_recovery(email).await?;
            Ok(Value::Null)
        }
        "complete_recovery" => {
            let (email, code) = (args.required("email")?, args.required("code")?);
            let (key, password) = (args.required("backup_key")?, args.required("new_password")?);
            let request = account.complete_recovery(email, code, key, password);
            let request = request.send_password(args.flag("send_password")?);
            args.done()?;
            request.await?;
            Ok(Value::Null)
        }
        "log_out" => {
            args.done()?;
            account.log_out().await?;
            Ok(Value::Null)
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
