//! Text from outside in errors, under fuzzing.

use super::check_error;
use crate::text::{LONGEST_MESSAGE, LONGEST_VALUE, Shown, excerpt, is_plain_id};
use crate::{Error, ErrorKind};

pub(super) fn run(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    for shown in [Shown(&text).to_string(), format!("{:?}", Shown(&text))] {
        check(&shown, LONGEST_VALUE + 3);
    }
    for longest in [0, 1, LONGEST_VALUE] {
        check(&excerpt(&text, longest), longest + 1);
    }
    let name = Shown(&text);
    let error = Error::new(ErrorKind::NotFound, format!("secret {name}: {text}"))
        .with_request_id(Some(text.clone().into_owned()));
    check(error.message(), LONGEST_MESSAGE);
    check_error(&error);
    assert_eq!(error.request_id().is_some(), is_plain_id(&text));
    check_error(&error.reclassified(ErrorKind::Conflict, text));
}

/// No control characters, no changes of direction, nothing without width.
fn check(shown: &str, longest: usize) {
    assert!(shown.chars().count() <= longest, "{shown:?}");
    let is_odd = |one: char| {
        one.is_control()
            || matches!(one, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
            || matches!(one, '\u{feff}' | '\u{ad}')
    };
    assert!(!shown.contains(is_odd), "{shown:?}");
}

pub(super) fn seeds() -> Vec<Vec<u8>> {
    let long = "x".repeat(3_000);
    let seeds = [
        "project 64a0: not found. Check the spelling",
        "\u{1b}[31m\n\r\t\0\u{7f}\u{85}\u{2028}\u{202e}\u{2066}\u{200b}\u{200d}\u{feff}\u{ad}",
        "\u{952e} \u{e9} e\u{301} \u{915}\u{93f} \u{1f600} \"a\" \\ c",
        long.as_str(),
    ];
    seeds.iter().map(|seed| seed.as_bytes().to_vec()).collect()
}
