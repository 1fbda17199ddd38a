//! Functions that need no client.

use std::time::{SystemTime, UNIX_EPOCH};

use infisical_e2ee::{
    SecretString, WEBHOOK_TOLERANCE, format_secrets, parse_secrets, verify_webhook,
};
use serde_json::{Value, json};

use super::Outcome;
use crate::arguments::Arguments;
use crate::wrong;

pub(super) fn perform(name: &str, mut args: Arguments) -> Outcome {
    match name {
        "format_secrets" => {
            let secrets = args.list("secrets")?.unwrap_or_default();
            let format = args.required("format")?;
            args.done()?;
            let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            let pair = |one: &Value| (text(&one["name"]), SecretString::from(text(&one["value"])));
            let written = format_secrets(secrets.iter().map(pair), format.parse()?)?;
            Ok(Value::from(written.expose()))
        }
        "parse_secrets" => {
            let (text, format) = (args.required("text")?, args.required("format")?);
            args.done()?;
            let secrets = parse_secrets(&text, format.parse()?)?;
            Ok(secrets
                .iter()
                .map(|(name, value)| json!({"name": name, "value": value.expose()}))
                .collect())
        }
        "verify_webhook" => {
            let (payload, signature) = (args.required("payload")?, args.required("signature")?);
            let secret = SecretString::from(args.required("secret")?);
            let tolerance = args.seconds("tolerance")?.unwrap_or(WEBHOOK_TOLERANCE);
            let now = match args.seconds("now")? {
                Some(since_1970) => UNIX_EPOCH + since_1970,
                None => SystemTime::now(),
            };
            args.done()?;
            verify_webhook(payload.as_bytes(), &signature, &secret, tolerance, now)?;
            Ok(Value::Null)
        }
        _ => wrong(format!("the step names no client, or there is no function {name}")),
    }
}
