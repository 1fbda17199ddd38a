//! Secrets as files. These need no client.

use infisical_e2ee::{Result, SecretString};

use super::NamedSecret;

/// `format_secrets`, with the format by its name.
///
/// # Errors
/// Those of the client's own.
pub fn format_secrets(secrets: Vec<NamedSecret>, format: String) -> Result<SecretString> {
    let secrets = secrets.iter().map(|secret| (&secret.name, &secret.value));
    infisical_e2ee::format_secrets(secrets, format.parse()?)
}

/// `parse_secrets`, with the format by its name.
///
/// # Errors
/// Those of the client's own.
pub fn parse_secrets(text: SecretString, format: String) -> Result<Vec<NamedSecret>> {
    let secrets = infisical_e2ee::parse_secrets(text.expose(), format.parse()?)?;
    Ok(secrets.into_iter().map(|(name, value)| NamedSecret { name, value }).collect())
}
