//! Dotenv, which has no standard: written so that npm's dotenv and Python's python-dotenv read the
//! same values, and read like python-dotenv, without expanding `${NAME}`.

use super::reader::{BLANK, Reader, closing_quote, entries, is_name, is_plain};
use super::{Entries, Refusal};
use crate::{Result, SecretString};

pub(super) fn write(name: &str, value: &str, text: &mut String) -> Result<(), Refusal> {
    // Assigning `__proto__` to a JavaScript object does not add a property.
    if !is_name(name) || name == "__proto__" {
        return Err(Refusal::Name("letters, digits and _"));
    }
    let quote = quote(value)?;
    text.extend([name, "=", quote]);
    for character in value.chars() {
        match character {
            // Only double quotes are used for values with a carriage return.
            '\r' => text.push_str("\\r"),
            other => text.push(other),
        }
    }
    text.extend([quote, "\n"]);
    Ok(())
}

/// The quotes around the value.
fn quote(value: &str) -> Result<&'static str, Refusal> {
    if has_variable(value) {
        return Err(Refusal::Value("Python's reader would expand the ${…} in it"));
    }
    Ok(if is_plain(value) {
        ""
    } else if fits_single_quotes(value) {
        "'"
    } else if fits_double_quotes(value) {
        "\""
    } else if fits_without_quotes(value) {
        ""
    } else {
        return Err(Refusal::Value(
            "because of its quotes, backslashes or line ends, npm's and Python's readers would \
             read different values",
        ));
    })
}

/// Whether the value has `${NAME}` or `${NAME:-default}`, which python-dotenv expands in any
/// quotes.
fn has_variable(value: &str) -> bool {
    let last = value.rfind('}').unwrap_or_default();
    let mut end = 0;
    value.match_indices("${").take_while(|(at, _)| *at < last).any(|(at, _)| {
        // The end of one variable's name may also end the names of the next ones.
        if end <= at {
            let ends = value.get(at..).and_then(|rest| rest.find(['}', ':']));
            end = ends.map_or(value.len(), |end| at + end);
        }
        let rest = value.get(end..).unwrap_or_default();
        rest.starts_with('}') || (rest.starts_with(":-") && end < last)
    })
}

/// In single quotes Python's reader unescapes `\\` and `\'`, npm's nothing; both convert all line
/// ends to `\n`.
fn fits_single_quotes(value: &str) -> bool {
    !value.contains(['\'', '\r']) && !value.contains("\\\\") && !value.ends_with('\\')
}

/// In double quotes both unescape `\n` and `\r`, Python's also others.
fn fits_double_quotes(value: &str) -> bool {
    let is_escape = |next: char| "\\'\"abfnrtv\r".contains(next);
    let mut after_backslashes =
        value.match_indices('\\').map(|(at, _)| value.get(at + 1..).and_then(|s| s.chars().next()));
    !value.contains('"') && after_backslashes.all(|next| next.is_some_and(|next| !is_escape(next)))
}

/// Without quotes neither unescapes anything. npm's value ends at any `#`.
fn fits_without_quotes(value: &str) -> bool {
    let is_other = |one: char| one.is_whitespace() || one.is_control() || one == '\u{feff}';
    !value.contains('#')
        && !value.contains(|one| one != ' ' && is_other(one))
        && !value.starts_with([' ', '\'', '"', '`'])
        && !value.ends_with(' ')
}

pub(super) fn read(text: &str) -> Result<Entries> {
    entries(text, entry)
}

/// The next entry, which may span several lines.
fn entry<'a>(reader: &mut Reader<'a>) -> Result<(&'a str, SecretString), &'static str> {
    reader.skip_export();
    let name = reader.name(&['='])?;
    let value = reader.rest.trim_start_matches(BLANK);
    let Some(quote @ ('\'' | '"')) = value.chars().next() else {
        return Ok((name, plain(reader)));
    };
    reader.rest = value.get(1..).unwrap_or_default();
    let end = closing_quote(reader.rest, quote)?;
    let quoted = reader.quoted(end)?;
    Ok((name, unescaped(quoted, quote)))
}

/// A value without quotes: up to a comment, trimmed.
fn plain(reader: &mut Reader<'_>) -> SecretString {
    let line = reader.end_of_line();
    let is_comment =
        |at: &usize| line.get(..*at).is_some_and(|before| before.ends_with(char::is_whitespace));
    let comment = line.match_indices('#').map(|(at, _)| at).find(is_comment);
    line.get(..comment.unwrap_or(line.len())).unwrap_or(line).trim().into()
}

fn unescaped(quoted: &str, quote: char) -> SecretString {
    // Sufficient capacity, so that reallocation leaves no copy in memory.
    let mut value = String::with_capacity(quoted.len());
    let mut characters = quoted.chars();
    while let Some(character) = characters.next() {
        if character != '\\' {
            value.push(character);
            continue;
        }
        match characters.next() {
            Some(escaped @ ('\\' | '\'')) => value.push(escaped),
            Some('"') if quote == '"' => value.push('"'),
            Some(letter) => match control(letter).filter(|_| quote == '"') {
                Some(control) => value.push(control),
                None => value.extend(['\\', letter]),
            },
            None => value.push('\\'),
        }
    }
    value.into()
}

/// The control character for the letter of an escape.
pub(super) fn control(letter: char) -> Option<char> {
    Some(match letter {
        'a' => '\x07',
        'b' => '\x08',
        'f' => '\x0c',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'v' => '\x0b',
        _ => return None,
    })
}
