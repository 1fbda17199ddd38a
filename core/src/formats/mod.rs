//! Writes and parses files of secrets: `NAME=value` lines, JSON and YAML.

mod compose;
mod docker;
mod dotenv;
#[cfg(any(test, fuzzing))]
pub(crate) mod fuzz;
mod json;
mod reader;
mod shell;
mod yaml;

use std::borrow::Borrow;
use std::collections::HashSet;
use std::str::FromStr;

use crate::text::Shown;
use crate::{Error, ErrorKind, Result, SecretString};

/// The format of a file of names and values. The first four write `NAME=value` lines, whose readers
/// treat quotes, backslashes, `$` and `#` differently: choose the format for the program that reads
/// the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SecretsFormat {
    /// For npm's `dotenv` and Python's `python-dotenv`.
    Dotenv,
    /// For `docker run --env-file`.
    Docker,
    /// For a shell's `.` and `source`: every line begins with `export`.
    Shell,
    /// For Docker Compose's `.env` and `env_file`.
    Compose,
    /// One object of strings.
    Json,
    /// One mapping of strings.
    Yaml,
}

impl SecretsFormat {
    pub(crate) const ALL: [Self; 6] =
        [Self::Dotenv, Self::Docker, Self::Shell, Self::Compose, Self::Json, Self::Yaml];

    /// `"dotenv"`, `"docker"`, `"shell"`, `"compose"`, `"json"` or `"yaml"`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Dotenv => "dotenv",
            Self::Docker => "docker",
            Self::Shell => "shell",
            Self::Compose => "compose",
            Self::Json => "json",
            Self::Yaml => "yaml",
        }
    }
}

impl FromStr for SecretsFormat {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        Self::ALL.into_iter().find(|format| format.as_str() == text).ok_or_else(|| {
            let names = Self::ALL.map(|format| format!("{:?}", Shown(format.as_str()))).join(", ");
            invalid(&format!("this format is unknown. Formats: {names}"))
        })
    }
}

/// Why a secret cannot be written.
enum Refusal {
    /// Characters that its name may have.
    Name(&'static str),
    /// What the reader would misread in its value.
    Value(&'static str),
}

/// Writes names and values, in the order given. [`parse_secrets`] gives back exactly these.
///
/// In `NAME=value` lines, a value is quoted if the reader needs it. A value is refused if the
/// reader would misread every way of writing it. In YAML, values are always quoted, so that none is
/// read as a number.
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
/// [`ErrorKind::InvalidInput`] for a name that is empty or given twice, and for a secret that the
/// format cannot represent, with its name and the reason:
/// - a name: in dotenv and Compose it consists of letters, digits, `_`, `.` and `-`, and begins
///   with a letter or `_`; in a shell `.`, `-` and the shell's own variables, such as `UID`, are
///   not allowed; in docker it has no white space and no `=`;
/// - in all four, the character NUL;
/// - in dotenv, `${…}`, which Python's reader expands, and mixes of quotes, backslashes and line
///   ends that npm's and Python's readers read differently;
/// - in docker, more than one line, a carriage return at the end, or more than 65,535 bytes.
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
    // Enough for the longest escapes, so that reallocation leaves no copy in memory.
    let length = secrets.iter().map(|(name, value)| 6 * (name.len() + value.len()) + 16).sum();
    let mut text = String::with_capacity(length);
    match format {
        SecretsFormat::Dotenv => write_lines(&secrets, format, &mut text, dotenv::write)?,
        SecretsFormat::Docker => write_lines(&secrets, format, &mut text, docker::write)?,
        SecretsFormat::Shell => write_lines(&secrets, format, &mut text, shell::write)?,
        SecretsFormat::Compose => write_lines(&secrets, format, &mut text, compose::write)?,
        SecretsFormat::Json => text = json::write(&secrets, text)?,
        SecretsFormat::Yaml => yaml::write(&secrets, &mut text),
    }
    Ok(text.into())
}

fn write_lines(
    secrets: &[(&str, &str)],
    format: SecretsFormat,
    text: &mut String,
    write: impl Fn(&str, &str, &mut String) -> Result<(), Refusal>,
) -> Result<()> {
    let format = format.as_str();
    for (name, value) in secrets {
        let written = if value.contains('\0') {
            Err(Refusal::Value("an environment variable cannot hold the character NUL"))
        } else {
            write(name, value, text)
        };
        written.map_err(|refusal| {
            invalid(&match refusal {
                Refusal::Name(names) => format!(
                    "secret {name:?}: the format {format:?} cannot represent this name. Use \
                     JSON or YAML, or rename it to {names}",
                    name = Shown(name),
                    format = Shown(format)
                ),
                Refusal::Value(why) => format!(
                    "secret {name:?}: the format {format:?} cannot represent its value: {why}. Use \
                     JSON or YAML, or change the value",
                    name = Shown(name),
                    format = Shown(format)
                ),
            })
        })?;
    }
    Ok(())
}

/// Parses names and values, in the order written. Values are literal: nothing in them is expanded,
/// such as `$HOME`.
///
/// `NAME=value` lines are read like the format's reader does; dotenv like Python's where it and
/// npm's differ. A line in which a shell or Compose would expand `$NAME` is refused. JSON is one
/// object of strings, or the array that `infisical export --format=json` writes. In YAML, values
/// are scalars as written, `null` excepted; no tags, no aliases.
///
/// # Errors
/// [`ErrorKind::InvalidInput`] if a line cannot be parsed, has a name without a value, or repeats a
/// name. The error names the line and has no values.
pub fn parse_secrets(text: &str, format: SecretsFormat) -> Result<Vec<(String, SecretString)>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let entries = match format {
        SecretsFormat::Dotenv => dotenv::read(text)?,
        SecretsFormat::Docker => docker::read(text)?,
        SecretsFormat::Shell => shell::read(text)?,
        SecretsFormat::Compose => compose::read(text)?,
        SecretsFormat::Json => json::read(text)?,
        SecretsFormat::Yaml => yaml::read(text)?,
    };
    Ok(entries.list)
}

/// The entries read so far.
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
        return Err("the name of a secret is empty".to_owned());
    }
    if is_known {
        return Err(format!("secret {name:?} appears twice. Keep one of them", name = Shown(name)));
    }
    Ok(())
}

/// The error for a file. It quotes only names, because the rest may be secret.
fn at_line(line: usize, reason: &str) -> Error {
    invalid(&format!("line {line}: {reason}"))
}

fn invalid(message: &str) -> Error {
    Error::new(ErrorKind::InvalidInput, message)
}
