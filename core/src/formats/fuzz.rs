//! The readers and writers of files, under fuzzing.

use super::{SecretsFormat, format_secrets, parse_secrets};
use crate::fuzz::check_error;
use crate::{ErrorKind, SecretString};

type Entries = Vec<(String, SecretString)>;

/// The first line is the format of the rest. If it is something else, the rest is names and values:
/// a name on a line, its value below, an empty line between two. They are written in every format
/// and read back.
pub(crate) fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let (format, text) = text.split_once('\n').unwrap_or(("dotenv", text));
    let entries = match format.parse::<SecretsFormat>() {
        Ok(format) => match parse_secrets(text, format) {
            Ok(entries) => entries,
            Err(error) => return refused(&error),
        },
        Err(_) => text
            .split("\n\n")
            .map(|entry| entry.split_once('\n').unwrap_or((entry, "")))
            .map(|(name, value)| (name.to_owned(), SecretString::from(value)))
            .collect(),
    };
    for format in SecretsFormat::ALL {
        write_and_read(&entries, format);
    }
}

fn write_and_read(entries: &Entries, format: SecretsFormat) {
    let pairs = entries.iter().map(|(name, value)| (name, value));
    match format_secrets(pairs, format) {
        Ok(text) => {
            let read = parse_secrets(text.expose(), format);
            let is_same = read.as_ref().is_ok_and(|read| read == entries);
            assert!(is_same, "{format:?} {:?}: {:?}", text.expose(), read.map(shown));
        }
        Err(error) => refused(&error),
    }
}

fn refused(error: &crate::Error) {
    assert_eq!(error.kind(), ErrorKind::InvalidInput, "{error}");
    check_error(error);
}

fn shown(entries: Entries) -> Vec<(String, String)> {
    entries.into_iter().map(|(name, value)| (name, value.expose().to_owned())).collect()
}
