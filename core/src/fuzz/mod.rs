//! Targets for fuzzing: everything that reads what a server, a file or a user gives. Each target
//! checks what must hold for any input, and panics if it does not.
//!
//! `cargo test` mutates the seeds of each target for a short time; `make fuzz` passes the targets
//! to libFuzzer. docs/testing.md says how.

mod answers;
#[cfg(test)]
mod mutation;
mod seeds;
mod srp;
mod texts;
mod tokens;
mod variables;
mod vault;
mod webhooks;

use crate::text::LONGEST_MESSAGE;
use crate::{Error, client, formats, http};

/// One kind of input.
#[derive(Debug, Clone, Copy)]
pub struct Target {
    /// Its name, for `FUZZ_TARGET`.
    pub name: &'static str,
    /// Handles one input.
    pub run: fn(&[u8]),
    /// The inputs from which mutation starts.
    pub seeds: fn() -> Vec<Vec<u8>>,
}

impl Target {
    const fn new(name: &'static str, run: fn(&[u8]), seeds: fn() -> Vec<Vec<u8>>) -> Self {
        Self { name, run, seeds }
    }
}

/// All targets.
pub const TARGETS: &[Target] = &[
    Target::new("answers", answers::run, answers::seeds),
    Target::new("errors", http::fuzz::run, seeds::errors),
    Target::new("formats", formats::fuzz::run, seeds::files),
    Target::new("private_key", vault::private_key, seeds::private_keys),
    Target::new("references", client::fuzz::references::run, seeds::references),
    Target::new("sealed", vault::sealed, seeds::sealed),
    Target::new("srp", srp::run, seeds::srp),
    Target::new("symmetric", vault::symmetric, seeds::ciphertexts),
    Target::new("texts", texts::run, texts::seeds),
    Target::new("times", client::fuzz::times, client::fuzz::time_seeds),
    Target::new("tokens", tokens::run, tokens::seeds),
    Target::new("trust", client::fuzz::trust::run, client::fuzz::trust::seeds),
    Target::new("urls", client::fuzz::urls, client::fuzz::url_seeds),
    Target::new("variables", variables::run, variables::seeds),
    Target::new("webhooks", webhooks::run, webhooks::seeds),
];

/// Fails if the error would harm a log or a terminal.
pub(crate) fn check_error(error: &Error) {
    let shown = error.to_string();
    assert!(error.message().chars().count() <= LONGEST_MESSAGE, "{shown}");
    assert!(!shown.chars().any(char::is_control), "{shown:?}");
}

/// The lines of a text.
pub(crate) fn lines(data: &[u8]) -> Option<Vec<&str>> {
    Some(std::str::from_utf8(data).ok()?.split('\n').collect())
}

/// The line with this number, from 0, or nothing.
pub(crate) fn line<'a>(lines: &[&'a str], number: usize) -> &'a str {
    lines.get(number).copied().unwrap_or_default()
}
