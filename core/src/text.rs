//! Text from outside, made safe for errors, logs and terminals.
//!
//! Ids, names and messages are the server's or the caller's: of any length, with any character.
//! [`message`] is applied to the message of every [`Error`](crate::Error), so that no call site can
//! omit it. [`Shown`] limits one value within a message.

use std::fmt::{self, Write as _};

/// The most characters of one value: an id, a name, a path.
pub(crate) const LONGEST_VALUE: usize = 120;
/// The most characters of a word in a message: a value with its quotes, and what follows it.
const LONGEST_WORD: usize = LONGEST_VALUE + 8;
/// The most characters of the message of an error.
pub(crate) const LONGEST_MESSAGE: usize = 2000;
/// How many of these are of its end, where the advice is.
const END: usize = 600;

const ELLIPSIS: char = '…';

/// A value as it appears in errors and `Debug`: at most [`LONGEST_VALUE`] characters, without
/// control, bidirectional and invisible characters. `{:?}` adds quotes, as for `str`.
pub(crate) struct Shown<'a>(pub(crate) &'a str);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_shown(f, self.0, |_| false)
    }
}

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        write_shown(f, self.0, |one| matches!(one, '"' | '\\'))?;
        f.write_char('"')
    }
}

fn write_shown(
    f: &mut fmt::Formatter<'_>,
    text: &str,
    is_quoted: impl Fn(char) -> bool,
) -> fmt::Result {
    let mut room = LONGEST_VALUE;
    for one in text.chars() {
        let escaped = is_quoted(one) || !is_printable(one);
        let length = if escaped { one.escape_debug().count() } else { 1 };
        let Some(rest) = room.checked_sub(length) else {
            return f.write_char(ELLIPSIS);
        };
        room = rest;
        if escaped {
            write!(f, "{}", one.escape_debug())?;
        } else {
            f.write_char(one)?;
        }
    }
    Ok(())
}

/// The text at most `longest` characters long, and printable.
pub(crate) fn excerpt(text: &str, longest: usize) -> String {
    let mut shown = String::new();
    let mut room = longest;
    for one in text.chars() {
        let before = shown.len();
        push(&mut shown, one);
        let length = shown.get(before..).map_or(0, |added| added.chars().count());
        let Some(rest) = room.checked_sub(length) else {
            shown.truncate(before);
            shown.push(ELLIPSIS);
            break;
        };
        room = rest;
    }
    shown
}

/// The text as the message of an error: printable, no word longer than [`LONGEST_WORD`] and the
/// whole not longer than [`LONGEST_MESSAGE`]. What is too long loses its middle.
pub(crate) fn message(text: String) -> String {
    let text = if is_plain(&text) { text } else { with_short_words(&text) };
    let length = text.chars().count();
    if length <= LONGEST_MESSAGE {
        return text;
    }
    let beginning = text.chars().take(LONGEST_MESSAGE - END - 3);
    let end = text.chars().skip(length - END);
    beginning.chain([' ', ELLIPSIS, ' ']).chain(end).collect()
}

/// Whether every character is printable and every word short enough.
fn is_plain(text: &str) -> bool {
    text.chars().all(is_printable)
        && text.split(' ').all(|word| word.chars().nth(LONGEST_WORD).is_none())
}

fn with_short_words(text: &str) -> String {
    let mut shown = String::new();
    for (index, word) in text.split(' ').enumerate() {
        if index > 0 {
            shown.push(' ');
        }
        shown.push_str(&excerpt(word, LONGEST_WORD));
    }
    shown
}

fn push(shown: &mut String, one: char) {
    if is_printable(one) {
        shown.push(one);
    } else {
        shown.extend(one.escape_debug());
    }
}

/// Whether a terminal shows the character as it is: not a control character, one that changes the
/// direction of text, or one without width. The standard library decides; it also escapes combining
/// marks without a letter before them, so there is one.
fn is_printable(one: char) -> bool {
    if one.is_ascii() {
        return !one.is_ascii_control();
    }
    let mut buffer = [b'a'; 5];
    let Some(rest) = buffer.get_mut(1..) else { return false };
    let length = one.encode_utf8(rest).len();
    let text = buffer.get(..=length).and_then(|bytes| std::str::from_utf8(bytes).ok());
    text.is_some_and(|text| text.escape_debug().count() == 2)
}

/// Whether the text can be a request id. It goes into errors and logs, and users search for it, so
/// it is shown whole or not at all.
pub(crate) fn is_plain_id(id: &str) -> bool {
    !id.is_empty()
        && id.len() <= LONGEST_VALUE
        && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.:".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Terminal control, line separators, changes of direction, and characters without width.
    const ODD: &str =
        "\u{1b}\n\r\t\0\u{7f}\u{85}\u{2028}\u{202e}\u{2066}\u{200b}\u{200d}\u{feff}\u{ad}";

    #[test]
    fn shown_value_is_short_and_printable() {
        assert_eq!(Shown("dev").to_string(), "dev");
        assert_eq!(format!("{:?}", Shown("a \"b\" \\ c")), format!("{:?}", "a \"b\" \\ c"));
        for text in ["键 é e\u{301} कि", "Größe 😀"] {
            assert_eq!(Shown(text).to_string(), text);
        }
        for one in ODD.chars() {
            let shown = Shown(&format!("a{one}b")).to_string();
            assert_eq!(shown, format!("a{}b", one.escape_debug()));
            assert!(!shown.contains(one), "{shown:?}");
        }
        for long in ["x".repeat(300_000), ODD.repeat(10_000), "é ".repeat(10_000)] {
            let shown = Shown(&long).to_string();
            assert!(shown.chars().count() <= LONGEST_VALUE + 1, "{shown}");
            assert!(shown.ends_with(ELLIPSIS), "{shown}");
        }
        let exact = "x".repeat(LONGEST_VALUE);
        assert_eq!(Shown(&exact).to_string(), exact);
    }

    #[test]
    fn message_keeps_the_quotes_of_a_long_value() {
        let long = "x".repeat(300_000);
        let text = format!("secret {:?}: why", Shown(&long));
        assert!(text.ends_with("…\": why"), "{text}");
        assert_eq!(message(text.clone()), text);
    }

    #[test]
    fn message_keeps_its_beginning_and_its_end() {
        let usual = "project 64a0: not found. Check the spelling".to_owned();
        assert_eq!(message(usual.clone()), usual);
        for long in ["x".repeat(300_000), "x ".repeat(150_000), ODD.repeat(30_000)] {
            let shown = message(format!("project {long}: not found. Check the spelling"));
            assert!(shown.chars().count() <= LONGEST_MESSAGE, "{}", shown.len());
            assert!(shown.starts_with("project "), "{shown}");
            assert!(shown.chars().all(is_printable), "{shown:?}");
            assert!(shown.contains(ELLIPSIS), "{shown}");
        }
        let spaced = message(format!("project {}: Check the spelling", "x ".repeat(150_000)));
        assert!(spaced.ends_with("Check the spelling"), "{spaced}");
    }

    #[test]
    fn request_id_with_odd_characters_is_none() {
        assert!(is_plain_id("req-4f_2.a:1"));
        for bad in ["", "a b", "\u{1b}[31m", "é", &"a".repeat(LONGEST_VALUE + 1)] {
            assert!(!is_plain_id(bad), "{bad:?}");
        }
    }
}
