//! Operations without the client: mailed codes and pauses.

use std::process::Command;
use std::time::Duration;

use serde_json::{Value, json};

use super::Outcome;
use crate::arguments::Arguments;
use crate::wrong;

pub(super) async fn sign_up_code(mut args: Arguments, command: Option<&str>) -> Outcome {
    let email = args.required("email")?;
    args.done()?;
    let mut words = command.unwrap_or_default().split_whitespace();
    let Some(program) = words.next() else {
        return wrong("INFISICAL_E2EE_TEST_CODE_CMD is not set");
    };
    let mut command = Command::new(program);
    command.args(words).arg(email);
    let output = tokio::task::spawn_blocking(move || command.output()).await;
    match output {
        Ok(Ok(output)) if output.status.success() => {
            Ok(json!({"code": String::from_utf8_lossy(&output.stdout).trim()}))
        }
        other => wrong(format!("the command for the sign-up code failed: {other:?}")),
    }
}

pub(super) async fn sleep(mut args: Arguments) -> Outcome {
    let time = args.seconds("seconds")?.unwrap_or(Duration::ZERO);
    args.done()?;
    tokio::time::sleep(time).await;
    Ok(Value::Null)
}
