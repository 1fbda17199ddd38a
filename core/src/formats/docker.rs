//! The lines of `docker run --env-file`: no escapes or expansion, and quotes are part of values.

use super::{Entries, Refusal, at_line};
use crate::Result;

/// The longest line that docker reads, in bytes, without the line end.
const LONGEST_LINE: usize = 65_535;

pub(super) fn write(name: &str, value: &str, text: &mut String) -> Result<(), Refusal> {
    if !is_name(name) {
        return Err(Refusal::Name("a text without white space and ="));
    }
    if value.contains('\n') {
        return Err(Refusal::Value("it has more than one line"));
    }
    if value.ends_with('\r') {
        return Err(Refusal::Value("docker drops the carriage return at its end"));
    }
    if name.len() + 1 + value.len() > LONGEST_LINE {
        return Err(Refusal::Value("docker reads lines of at most 65,535 bytes"));
    }
    text.extend([name, "=", value, "\n"]);
    Ok(())
}

fn is_name(name: &str) -> bool {
    let is_other = |one: char| one.is_whitespace() || one.is_control() || one == '=';
    !name.contains(is_other) && !name.starts_with(['#', '\u{feff}'])
}

pub(super) fn read(text: &str) -> Result<Entries> {
    let mut entries = Entries::default();
    for (number, line) in text.split('\n').enumerate() {
        let number = number + 1;
        let line = line.strip_suffix('\r').unwrap_or(line).trim_start();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let (name, value) = line.split_once('=').ok_or_else(|| {
            at_line(
                number,
                "this is not of the form NAME=value. Values are not taken from the environment",
            )
        })?;
        if !is_name(name) {
            return Err(at_line(number, "the text before = is not a name: it has white space"));
        }
        entries.add(name.to_owned(), value.into()).map_err(|reason| at_line(number, &reason))?;
    }
    Ok(entries)
}
