//! Secrets as files: dotenv, JSON and YAML.

mod dotenv;
mod json;
mod yaml;

use std::borrow::Borrow;
use std::collections::HashSet;
use std::str::FromStr;

use crate::{Error, ErrorKind, Result, SecretString};

/// How names and values are written in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SecretsFormat {
    /// `NAME=value`, quoted where shells and other readers need it.
    Dotenv,
    /// One object of strings.
    Json,
    /// One mapping of strings.
    Yaml,
}

impl SecretsFormat {
    /// `"dotenv"`, `"json"` or `"yaml"`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Dotenv => "dotenv",
            Self::Json => "json",
            Self::Yaml => "yaml",
        }
    }
}

impl FromStr for SecretsFormat {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        [Self::Dotenv, Self::Json, Self::Yaml]
            .into_iter()
            .find(|format| format.as_str() == text)
            .ok_or_else(|| invalid("a format is \"dotenv\", \"json\" or \"yaml\""))
    }
}

/// Writes names and values, in the order given. [`parse_secrets`] gives back exactly these.
///
/// In dotenv, a value stays as it is where every reader takes it so, and is otherwise quoted: in
/// `'single'` quotes if they can hold it, else in `"double"` ones with `\` before `\`, `"`, `$` and a
/// backtick, and `\r` for a carriage return. In YAML, values are quoted, so that none is a number.
///
/// ```
/// use infisical_e2ee::{SecretString, SecretsFormat, format_secrets};
///
/// let secrets = [("PORT", SecretString::from("5432")), ("MOTTO", SecretString::from("$a # b"))];
/// let text = format_secrets(secrets, SecretsFormat::Dotenv)?;
/// assert_eq!(text.expose(), "PORT=5432\nMOTTO='$a # b'\n");
/// # Ok::<(), infisical_e2ee::Error>(())
/// ```
///
/// # Errors
/// [`ErrorKind::InvalidInput`] for a name that is empty or given twice, and for one that dotenv
/// cannot carry: there it is made of letters, digits, `_`, `.` and `-`, and begins with a letter or
/// `_`.
pub fn format_secrets<Name: AsRef<str>, Value: Borrow<SecretString>>(
    secrets: impl IntoIterator<Item = (Name, Value)>,
    format: SecretsFormat,
) -> Result<SecretString> {
    let secrets: Vec<_> = secrets.into_iter().collect();
    let secrets: Vec<_> =
        secrets.iter().map(|(name, value)| (name.as_ref(), value.borrow().expose())).collect();
    let mut seen = HashSet::new();
    for &(name, _) in &secrets {
        check_name(name, !seen.insert(name)).map_err(|reason| invalid(&reason))?;
    }
    // Enough for the longest escapes, so that no outgrown copy is left in memory.
    let length = secrets.iter().map(|(name, value)| 6 * (name.len() + value.len()) + 16).sum();
    let mut text = String::with_capacity(length);
    match format {
        SecretsFormat::Dotenv => dotenv::write(&secrets, &mut text)?,
        SecretsFormat::Json => text = json::write(&secrets, text)?,
        SecretsFormat::Yaml => yaml::write(&secrets, &mut text),
    }
    Ok(text.into())
}

/// Reads names and values, in the order written. Values are what is written: nothing in them is
/// looked up or replaced, such as `$HOME`.
///
/// In dotenv, `export` before a name, comments, and values over several lines in quotes are
/// understood; in double quotes `\n`, `\r`, `\t` stand for what they do elsewhere. In JSON, values are
/// strings. In YAML, they are scalars as written, `null` excepted; no tags, no aliases.
///
/// # Errors
/// [`ErrorKind::InvalidInput`] names the line that is not understood, that has a name without a
/// value, or that gives a name again. No value is in it.
pub fn parse_secrets(text: &str, format: SecretsFormat) -> Result<Vec<(String, SecretString)>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let entries = match format {
        SecretsFormat::Dotenv => dotenv::read(text)?,
        SecretsFormat::Json => json::read(text)?,
        SecretsFormat::Yaml => yaml::read(text)?,
    };
    Ok(entries.list)
}

/// What was read so far.
#[derive(Default)]
struct Entries {
    list: Vec<(String, SecretString)>,
    names: HashSet<String>,
}

impl Entries {
    fn add(&mut self, name: String, value: SecretString) -> Result<(), String> {
        check_name(&name, !self.names.insert(name.clone()))?;
        self.list.push((name, value));
        Ok(())
    }
}

fn check_name(name: &str, is_known: bool) -> Result<(), String> {
    if name.is_empty() {
        return Err("a secret has no name".to_owned());
    }
    if is_known {
        return Err(format!("secret {name:?} is there twice. Keep one of the two"));
    }
    Ok(())
}

/// What is wrong with a file. The reason quotes nothing but names: the rest may be secret.
fn at_line(line: usize, reason: &str) -> Error {
    invalid(&format!("line {line}: {reason}"))
}

fn invalid(message: &str) -> Error {
    Error::new(ErrorKind::InvalidInput, message)
}
