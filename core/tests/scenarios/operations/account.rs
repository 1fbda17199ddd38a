//! The account.

use infisical_e2ee::{Client, Session, User};
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
        "sign_up_administrator" => {
            let (email, password) = (args.required("email")?, args.required("password")?);
            let request = account.sign_up_administrator(email, password);
            let request = with!(request, args, first_name, last_name)
                .send_password(args.flag("send_password")?);
            args.done()?;
            let made = request.await?;
            Ok(json!({"user_id": made.user_id, "email": made.email}))
        }
        "set_name" => {
            let request = account.set_name(args.required("first_name")?);
            let request = with!(request, args, last_name);
            args.done()?;
            Ok(user_json(&request.await?))
        }
        "sessions" => {
            args.done()?;
            Ok(account.sessions().await?.iter().map(session_json).collect())
        }
        "end_sessions" => {
            args.done()?;
            account.end_sessions().await?;
            Ok(Value::Null)
        }
        "delete" => {
            args.done()?;
            account.delete().await?;
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
            Ok(user_json(&account.me().await?))
        }
        _ => wrong(format!("there is no operation account.{name}")),
    }
}

fn user_json(user: &User) -> Value {
    json!({
        "id": user.id,
        "email": user.email,
        "first_name": user.first_name,
        "last_name": user.last_name,
    })
}

fn session_json(session: &Session) -> Value {
    json!({
        "id": session.id,
        "ip_address": session.ip_address,
        "user_agent": session.user_agent,
        "created_at": session.created_at,
        "last_used": session.last_used,
    })
}
