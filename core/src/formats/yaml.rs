//! YAML 1.2: one mapping of scalars.

use std::fmt::Write as _;

use saphyr_parser::{Event, Parser, ScalarStyle, Span};

use super::{Entries, at_line};
use crate::{Result, SecretString};

/// A longer key needs an explicit indicator.
const LONGEST_IMPLICIT_KEY: usize = 128;

pub(super) fn write(secrets: &[(&str, &str)], text: &mut String) {
    if secrets.is_empty() {
        text.push_str("{}\n");
    }
    for (name, value) in secrets {
        if name.len() > LONGEST_IMPLICIT_KEY {
            text.push_str("? ");
            write_quoted(name, text);
            text.push('\n');
        } else if is_plain_key(name) {
            text.push_str(name);
        } else {
            write_quoted(name, text);
        }
        text.push_str(": ");
        write_quoted(value, text);
        text.push('\n');
    }
}

/// Whether every reader, also of YAML 1.1, reads it as this text.
fn is_plain_key(name: &str) -> bool {
    let starts_as_word =
        name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_');
    let is_word = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    let words = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"];
    starts_as_word && is_word && !words.contains(&name.to_ascii_lowercase().as_str())
}

fn write_quoted(value: &str, text: &mut String) {
    text.push('"');
    for character in value.chars() {
        match character {
            '"' | '\\' => text.extend(['\\', character]),
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            '\t' => text.push_str("\\t"),
            // Control characters, line separators, and characters that are not printable in YAML.
            '\0'..' '
            | '\u{7f}'..='\u{a0}'
            | '\u{2028}'
            | '\u{2029}'
            | '\u{feff}'
            | '\u{fffe}'
            | '\u{ffff}' => {
                // Writing to a string does not fail.
                let _ = write!(text, "\\u{:04x}", u32::from(character));
            }
            _ => text.push(character),
        }
    }
    text.push('"');
}

pub(super) fn read(text: &str) -> Result<Entries> {
    let mut reader = Reader { parser: Parser::new_from_str(text), line: 1 };
    let mut entries = Entries::default();
    let read = reader.document(&mut entries);
    read.map(|()| entries).map_err(|reason| at_line(reader.line, &reason))
}

const NO_YAML: &str = "this is not YAML";
const NO_MAPPING: &str = "expected one mapping of names to values";

struct Reader<'a> {
    parser: Parser<'a, saphyr_parser::StrInput<'a>>,
    line: usize,
}

impl<'a> Reader<'a> {
    fn document(&mut self, entries: &mut Entries) -> Result<(), String> {
        self.next()?;
        match self.next()? {
            // An empty file.
            Event::StreamEnd => return Ok(()),
            Event::DocumentStart(_) => {}
            _ => return Err(NO_YAML.to_owned()),
        }
        match self.next()? {
            Event::MappingStart(_, None) => {}
            // A document of comments.
            Event::Scalar(text, ScalarStyle::Plain, _, None) if text.is_empty() => {
                return self.end();
            }
            _ => return Err(NO_MAPPING.to_owned()),
        }
        loop {
            let name = match self.next()? {
                Event::MappingEnd => break,
                key => scalar(key)?,
            };
            let line = self.line;
            let value = scalar(self.next()?)?;
            self.line = line;
            entries.add(name.expose().to_owned(), value)?;
        }
        self.end()
    }

    /// Fails if anything follows.
    fn end(&mut self) -> Result<(), String> {
        match (self.next()?, self.next()?) {
            (Event::DocumentEnd, Event::StreamEnd) => Ok(()),
            _ => Err(NO_MAPPING.to_owned()),
        }
    }

    fn next(&mut self) -> Result<Event<'a>, &'static str> {
        match self.parser.next() {
            Some(Ok((event, Span { start, .. }))) => {
                self.line = start.line();
                Ok(event)
            }
            Some(Err(error)) => {
                self.line = error.marker().line();
                Err(NO_YAML)
            }
            None => Err(NO_YAML),
        }
    }
}

fn scalar(event: Event<'_>) -> Result<SecretString, &'static str> {
    match event {
        Event::Scalar(_, _, _, Some(_)) => Err("tags are not supported. Write the text itself"),
        Event::Scalar(text, ScalarStyle::Plain, ..)
            if ["", "~", "null", "Null", "NULL"].contains(&text.as_ref()) =>
        {
            Err("the value is missing. Write \"\" for an empty value, or quote the text")
        }
        Event::Scalar(text, ..) => Ok(text.into_owned().into()),
        Event::Alias(_) => Err("aliases are not supported. Write the text itself"),
        _ => Err("a name and a value must be text; lists and mappings are not allowed"),
    }
}
