//! The `.env` and `env_file` of Docker Compose.

use super::dotenv::control;
use super::reader::{BLANK, Reader, closing_quote, entries, is_name, is_plain};
use super::{Entries, Refusal};
use crate::{Result, SecretString};

pub(super) fn write(name: &str, value: &str, text: &mut String) -> Result<(), Refusal> {
    if !is_name(name) {
        return Err(Refusal::Name("letters, digits and _"));
    }
    text.extend([name, "="]);
    if is_plain(value) {
        text.push_str(value);
    } else if !value.contains(['\'', '\r']) && !value.ends_with('\\') {
        text.extend(["'", value, "'"]);
    } else {
        text.push('"');
        for character in value.chars() {
            match character {
                '\r' => text.push_str("\\r"),
                '\\' | '"' | '$' => text.extend(['\\', character]),
                _ => text.push(character),
            }
        }
        text.push('"');
    }
    text.push('\n');
    Ok(())
}

pub(super) fn read(text: &str) -> Result<Entries> {
    entries(text, entry)
}

const VARIABLE: &str = "Compose would expand the variable after $, and the parser does not. Write \
                        $$ for the character $, or use single quotes";

/// The next entry, which may span several lines.
fn entry<'a>(reader: &mut Reader<'a>) -> Result<(&'a str, SecretString), &'static str> {
    reader.skip_export();
    let name = reader.name(&['=', ':'])?;
    let value = reader.rest.trim_start_matches(BLANK);
    let Some(quote @ ('\'' | '"')) = value.chars().next() else {
        let line = reader.end_of_line();
        let value = line.split_once(" #").map_or(line, |(value, _)| value);
        return Ok((name, without_variables(value.trim())?));
    };
    reader.rest = value.get(1..).unwrap_or_default();
    let end = closing_quote(reader.rest, quote)?;
    let quoted = reader.quoted(end)?;
    let value = if quote == '"' { in_double_quotes(quoted)? } else { in_single_quotes(quoted) };
    Ok((name, value))
}

/// Replaces `$$` by `$`; fails for a variable.
fn without_variables(text: &str) -> Result<SecretString, &'static str> {
    let mut value = String::with_capacity(text.len());
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        if character == '$' && characters.next() != Some('$') {
            return Err(VARIABLE);
        }
        value.push(character);
    }
    Ok(value.into())
}

/// A backslash is literal here, except before the quote.
fn in_single_quotes(quoted: &str) -> SecretString {
    let pieces: Vec<_> = quoted.split("\\'").collect();
    pieces.join("'").into()
}

fn in_double_quotes(quoted: &str) -> Result<SecretString, &'static str> {
    let mut value = String::with_capacity(quoted.len());
    let mut characters = quoted.chars();
    while let Some(character) = characters.next() {
        match character {
            '$' if characters.next() == Some('$') => value.push('$'),
            '$' => return Err(VARIABLE),
            '\\' => match characters.next() {
                Some(escaped @ ('\\' | '"' | '$')) => value.push(escaped),
                Some('0') => return Err("octal escapes are not supported. Write the text itself"),
                Some(letter) => match control(letter) {
                    Some(control) => value.push(control),
                    None => value.extend(['\\', letter]),
                },
                None => value.push('\\'),
            },
            other => value.push(other),
        }
    }
    Ok(value.into())
}
