//! Shared code of the parsers of `NAME=value` lines.

use super::{Entries, at_line};
use crate::{Result, SecretString};

/// White space that does not end a line.
pub(super) const BLANK: [char; 2] = [' ', '\t'];

pub(super) const NO_ENTRY: &str = "this is not of the form NAME=value";
pub(super) const NO_NAME: &str = "the text before = is not a name of letters, digits, _, . and -";
pub(super) const UNCLOSED: &str = "the value has no closing quote";
pub(super) const REST: &str = "there is text after the value. Quote the whole value";

/// One entry of a file: a name and its value, or the reason for an error.
pub(super) type Entry<'a> = Result<(&'a str, SecretString), &'static str>;

/// All entries of a file, each read by `entry`. An error names the line.
pub(super) fn entries(
    text: &str,
    entry: impl for<'a> Fn(&mut Reader<'a>) -> Entry<'a>,
) -> Result<Entries> {
    let mut reader = Reader::new(text);
    let mut entries = Entries::default();
    while reader.is_at_entry() {
        let line = reader.line;
        let (name, value) = entry(&mut reader).map_err(|reason| at_line(line, reason))?;
        entries.add(name.to_owned(), value).map_err(|reason| at_line(line, &reason))?;
    }
    Ok(entries)
}

/// The unread rest of a file.
pub(super) struct Reader<'a> {
    pub(super) rest: &'a str,
    pub(super) line: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { rest: text, line: 1 }
    }

    /// Skips blank lines and comments up to the next entry. `false` at the end.
    pub(super) fn is_at_entry(&mut self) -> bool {
        loop {
            self.rest = self.rest.trim_start_matches(BLANK);
            if self.rest.is_empty() {
                return false;
            }
            if !is_comment_or_end(self.rest) {
                return true;
            }
            self.end_of_line();
        }
    }

    /// Skips `export` before a name.
    pub(super) fn skip_export(&mut self) {
        let Some(rest) = self.rest.strip_prefix("export") else {
            return;
        };
        let name = rest.trim_start_matches(BLANK);
        if name.len() < rest.len() && !name.starts_with('=') {
            self.rest = name;
        }
    }

    /// Reads the name and the delimiter after it.
    pub(super) fn name(&mut self, ends: &[char]) -> Result<&'a str, &'static str> {
        let end = self.rest.find(|one| ends.contains(&one) || one == '\n').ok_or(NO_ENTRY)?;
        let (name, rest) = self.rest.split_at(end);
        self.rest = rest.strip_prefix(ends).ok_or(NO_ENTRY)?;
        let name = name.trim_end_matches(BLANK);
        if is_name(name) { Ok(name) } else { Err(NO_NAME) }
    }

    /// Reads the quoted text up to the closing quote at `end`. Only a comment may follow.
    pub(super) fn quoted(&mut self, end: usize) -> Result<&'a str, &'static str> {
        let quoted = self.take(end);
        self.take(1);
        let line = self.end_of_line();
        let after = line.trim_start_matches(BLANK);
        let is_apart = after.len() < line.len();
        if after.is_empty() || (is_apart && after.starts_with('#')) {
            return Ok(quoted);
        }
        Err(REST)
    }

    /// Reads the next `length` bytes.
    pub(super) fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at_checked(length).unwrap_or((self.rest, ""));
        self.line += taken.matches('\n').count();
        self.rest = rest;
        taken
    }

    /// Reads the rest of the line, without the line end.
    pub(super) fn end_of_line(&mut self) -> &'a str {
        let (line, rest) = self.rest.split_once('\n').unwrap_or((self.rest, ""));
        self.rest = rest;
        self.line += 1;
        line.strip_suffix('\r').unwrap_or(line)
    }
}

fn is_comment_or_end(rest: &str) -> bool {
    rest.starts_with(['#', '\n']) || rest.starts_with("\r\n")
}

/// The position of the first quote that is not escaped by a backslash.
pub(super) fn closing_quote(text: &str, quote: char) -> Result<usize, &'static str> {
    let mut escaped = false;
    let closing = text.char_indices().find_map(|(at, character)| {
        let closes = character == quote && !escaped;
        escaped = character == '\\' && !escaped;
        closes.then_some(at)
    });
    closing.ok_or(UNCLOSED)
}

/// Whether all readers accept the name, or most of them if it has `.` or `-`.
pub(super) fn is_name(name: &str) -> bool {
    let first = |byte: u8| byte.is_ascii_alphabetic() || byte == b'_';
    let other = |byte: u8| byte.is_ascii_alphanumeric() || b"_.-".contains(&byte);
    name.bytes().next().is_some_and(first) && name.bytes().all(other)
}

/// Whether every reader of lines reads the value unchanged without quotes.
pub(super) fn is_plain(value: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"_-.,/:@%+=".contains(&byte);
    value.bytes().all(is_plain)
}
