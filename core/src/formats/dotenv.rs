//! Dotenv, which has no standard: written so that shells, Compose and the usual libraries agree.

use super::{Entries, at_line, invalid};
use crate::{Result, SecretString};

pub(super) fn write(secrets: &[(&str, &str)], text: &mut String) -> Result<()> {
    for (name, value) in secrets {
        if !is_name(name) {
            return Err(invalid(&format!(
                "secret {name:?}: dotenv cannot carry this name. Use JSON or YAML, or rename it to \
                 letters, digits and _"
            )));
        }
        text.push_str(name);
        text.push('=');
        write_value(value, text);
        text.push('\n');
    }
    Ok(())
}

fn write_value(value: &str, text: &mut String) {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"_-.,/:@%+=".contains(&byte);
    if value.bytes().all(is_plain) {
        text.push_str(value);
    } else if !value.contains(['\'', '\r']) && !value.ends_with('\\') {
        // After a backslash, some readers take the quote that closes for one of the value.
        text.push('\'');
        text.push_str(value);
        text.push('\'');
    } else {
        text.push('"');
        for character in value.chars() {
            match character {
                '\r' => text.push_str("\\r"),
                '\\' | '"' | '$' | '`' => text.extend(['\\', character]),
                _ => text.push(character),
            }
        }
        text.push('"');
    }
}

fn is_name(name: &str) -> bool {
    let first = |byte: u8| byte.is_ascii_alphabetic() || byte == b'_';
    let other = |byte: u8| byte.is_ascii_alphanumeric() || b"_.-".contains(&byte);
    name.bytes().next().is_some_and(first) && name.bytes().all(other)
}

pub(super) fn read(text: &str) -> Result<Entries> {
    let mut reader = Reader { rest: text, line: 1 };
    let mut entries = Entries::default();
    while !reader.rest.is_empty() {
        let line = reader.line;
        if let Some((name, value)) = reader.entry().map_err(|reason| at_line(line, reason))? {
            entries.add(name, value).map_err(|reason| at_line(line, &reason))?;
        }
    }
    Ok(entries)
}

const BLANK: [char; 2] = [' ', '\t'];

/// What is left of a file.
struct Reader<'a> {
    rest: &'a str,
    line: usize,
}

impl<'a> Reader<'a> {
    /// The next entry, which may be over several lines, or nothing of a line without one.
    fn entry(&mut self) -> Result<Option<(String, SecretString)>, &'static str> {
        self.rest = self.rest.trim_start_matches(BLANK);
        if is_comment_or_end(self.rest) {
            self.end_of_line();
            return Ok(None);
        }
        self.skip_export();
        let end = self.rest.find(['=', '\n']).unwrap_or(self.rest.len());
        let (name, rest) = self.rest.split_at(end);
        let name = name.trim_end_matches(BLANK);
        let Some(rest) = rest.strip_prefix('=') else {
            return Err("a name, = and a value are expected");
        };
        if !is_name(name) {
            return Err("what stands before = is no name of letters, digits, _, . and -");
        }
        self.rest = rest;
        Ok(Some((name.to_owned(), self.value()?)))
    }

    fn skip_export(&mut self) {
        let Some(rest) = self.rest.strip_prefix("export") else {
            return;
        };
        let name = rest.trim_start_matches(BLANK);
        if name.len() < rest.len() && !name.starts_with('=') {
            self.rest = name;
        }
    }

    fn value(&mut self) -> Result<SecretString, &'static str> {
        let value = self.rest.trim_start_matches(BLANK);
        if let Some(quoted) = value.strip_prefix('\'') {
            self.in_single_quotes(quoted)
        } else if let Some(quoted) = value.strip_prefix('"') {
            self.in_double_quotes(quoted)
        } else {
            Ok(self.plain())
        }
    }

    /// To the end of the line, or to a comment: `#` after a blank.
    fn plain(&mut self) -> SecretString {
        let line = self.end_of_line();
        let before_comment = line
            .match_indices('#')
            .filter_map(|(at, _)| line.get(..at))
            .find(|before| before.ends_with(BLANK));
        before_comment.unwrap_or(line).trim_matches(BLANK).into()
    }

    fn in_single_quotes(&mut self, rest: &'a str) -> Result<SecretString, &'static str> {
        let (value, rest) = rest.split_once('\'').ok_or(UNCLOSED)?;
        self.after_quotes(value, rest)?;
        Ok(value.into())
    }

    fn in_double_quotes(&mut self, rest: &'a str) -> Result<SecretString, &'static str> {
        let end = closing_quote(rest).ok_or(UNCLOSED)?;
        let (quoted, rest) = rest.split_at(end);
        // Long enough, so that no outgrown copy is left in memory.
        let mut value = String::with_capacity(quoted.len());
        let mut characters = quoted.chars();
        while let Some(character) = characters.next() {
            if character != '\\' {
                value.push(character);
                continue;
            }
            match characters.next() {
                Some('n') => value.push('\n'),
                Some('r') => value.push('\r'),
                Some('t') => value.push('\t'),
                Some(escaped @ ('\\' | '"' | '$' | '`')) => value.push(escaped),
                // As shells have it.
                Some(other) => value.extend(['\\', other]),
                None => value.push('\\'),
            }
        }
        let value = SecretString::from(value);
        self.after_quotes(quoted, rest.strip_prefix('"').unwrap_or(rest))?;
        Ok(value)
    }

    /// Goes on behind a value in quotes, which nothing but a comment may follow.
    fn after_quotes(&mut self, quoted: &str, rest: &'a str) -> Result<(), &'static str> {
        self.line += quoted.matches('\n').count();
        self.rest = rest;
        let line = self.end_of_line();
        let after = line.trim_start_matches(BLANK);
        let is_apart = after.len() < line.len();
        if after.is_empty() || (is_apart && after.starts_with('#')) {
            return Ok(());
        }
        Err("something follows the closing quote. Quote the value as a whole")
    }

    /// What is left of the line, without its end.
    fn end_of_line(&mut self) -> &'a str {
        let (line, rest) = self.rest.split_once('\n').unwrap_or((self.rest, ""));
        self.rest = rest;
        self.line += 1;
        line.strip_suffix('\r').unwrap_or(line)
    }
}

const UNCLOSED: &str = "the quote that opens the value is not closed";

fn is_comment_or_end(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(['#', '\n']) || rest.starts_with("\r\n")
}

/// Where the quote is that is not escaped.
fn closing_quote(text: &str) -> Option<usize> {
    let mut escaped = false;
    text.char_indices().find_map(|(at, character)| {
        let closes = character == '"' && !escaped;
        escaped = character == '\\' && !escaped;
        closes.then_some(at)
    })
}
