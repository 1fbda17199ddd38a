//! Files for `.` of a POSIX shell: `export NAME='value'` lines.

use super::reader::{BLANK, NO_NAME, REST, Reader, UNCLOSED, entries, is_plain};
use super::{Entries, Refusal};
use crate::{Result, SecretString};

/// Variables that bash or dash set themselves: assigning them fails, or does not set this value.
const OF_THE_SHELL: &str = "_ BASHOPTS BASHPID BASH_ALIASES BASH_ARGC BASH_ARGV BASH_ARGV0 BASH_CMDS \
    BASH_COMMAND BASH_LINENO BASH_MONOSECONDS BASH_SOURCE BASH_SUBSHELL BASH_VERSINFO COMP_WORDBREAKS \
    DIRSTACK EPOCHREALTIME EPOCHSECONDS EUID FUNCNAME GROUPS HISTCMD LINENO OPTIND PIPESTATUS PPID RANDOM \
    SECONDS SHELLOPTS SRANDOM UID";

pub(super) fn write(name: &str, value: &str, text: &mut String) -> Result<(), Refusal> {
    if !is_name(name) {
        return Err(Refusal::Name("letters, digits and _"));
    }
    if OF_THE_SHELL.split(' ').any(|one| one == name) {
        return Err(Refusal::Name("a name that shells do not use themselves"));
    }
    text.extend(["export ", name, "="]);
    if is_plain(value) {
        text.push_str(value);
    } else {
        text.push('\'');
        for (number, part) in value.split('\'').enumerate() {
            text.push_str(if number == 0 { "" } else { "'\\''" });
            text.push_str(part);
        }
        text.push('\'');
    }
    text.push('\n');
    Ok(())
}

fn is_name(name: &str) -> bool {
    let other = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    !name.starts_with(|first: char| first.is_ascii_digit()) && name.bytes().all(other)
}

pub(super) fn read(text: &str) -> Result<Entries> {
    entries(text, entry)
}

const COMMAND: &str = "this is not an assignment, and commands are not run";
const REPLACED: &str =
    "a shell would expand this, and the parser does not. Use single quotes for literal text";
const CARRIAGE_RETURN: &str = "a shell would make the carriage return at the end of the line a \
                               part of the value. End lines with a line feed alone";

fn entry<'a>(reader: &mut Reader<'a>) -> Result<(&'a str, SecretString), &'static str> {
    reader.skip_export();
    let end = reader.rest.find(|one: char| !one.is_ascii_alphanumeric() && one != '_');
    let (name, rest) = reader.rest.split_at(end.unwrap_or(reader.rest.len()));
    reader.rest = rest.strip_prefix('=').ok_or(COMMAND)?;
    if name.is_empty() || !is_name(name) {
        return Err(NO_NAME);
    }
    let value = word(reader)?;
    let rest = reader.end_of_line();
    let after = rest.trim_start_matches(BLANK);
    if after.is_empty() || after == ";" || (after.len() < rest.len() && after.starts_with('#')) {
        return Ok((name, value));
    }
    Err(REST)
}

/// A word: adjacent quoted and unquoted pieces.
fn word(reader: &mut Reader<'_>) -> Result<SecretString, &'static str> {
    // Concatenated once, so that reallocation leaves no copy in memory.
    let mut pieces = Vec::new();
    while let Some(first) = reader.rest.chars().next() {
        match first {
            ' ' | '\t' | '\n' | ';' => break,
            '\'' => {
                reader.take(1);
                let (quoted, _) = reader.rest.split_once('\'').ok_or(UNCLOSED)?;
                pieces.push(reader.take(quoted.len()));
                reader.take(1);
            }
            '"' => in_double_quotes(reader, &mut pieces)?,
            '\\' => escaped(reader, &mut pieces),
            '$' | '`' => return Err(REPLACED),
            '~' if pieces.last().is_none_or(|before| before.ends_with([':', '='])) => {
                return Err(REPLACED);
            }
            '&' | '|' | '<' | '>' | '(' | ')' => return Err(COMMAND),
            _ => {
                let plain =
                    reader.rest.trim_start_matches(|one| !" \t\n;'\"\\$`~&|<>()".contains(one));
                let plain = reader.take((reader.rest.len() - plain.len()).max(first.len_utf8()));
                if plain.ends_with('\r')
                    && (reader.rest.is_empty() || reader.rest.starts_with('\n'))
                {
                    return Err(CARRIAGE_RETURN);
                }
                pieces.push(plain);
            }
        }
    }
    Ok(pieces.concat().into())
}

/// A character after a backslash, outside of quotes. A line end is dropped.
fn escaped<'a>(reader: &mut Reader<'a>, pieces: &mut Vec<&'a str>) {
    let mut rest = reader.rest.chars();
    rest.next();
    match rest.next() {
        Some('\n') => {
            reader.take(2);
        }
        Some(other) => {
            reader.take(1);
            pieces.push(reader.take(other.len_utf8()));
        }
        None => pieces.push(reader.take(1)),
    }
}

fn in_double_quotes<'a>(
    reader: &mut Reader<'a>,
    pieces: &mut Vec<&'a str>,
) -> Result<(), &'static str> {
    reader.take(1);
    loop {
        let special = reader.rest.find(['"', '\\', '$', '`']).ok_or(UNCLOSED)?;
        pieces.push(reader.take(special));
        let mut rest = reader.rest.chars();
        match (rest.next(), rest.next()) {
            (Some('"'), _) => break,
            (Some('\\'), Some('\n')) => {
                reader.take(2);
            }
            (Some('\\'), Some('\\' | '"' | '$' | '`')) => {
                reader.take(1);
                pieces.push(reader.take(1));
            }
            (Some('\\'), _) => pieces.push(reader.take(1)),
            _ => return Err(REPLACED),
        }
    }
    reader.take(1);
    Ok(())
}
