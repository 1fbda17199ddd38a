//! The messages of failed answers: our own, and the server's if quoting it is safe.

use std::time::Duration;

use super::request::Request;
use crate::ErrorKind;
use crate::text::excerpt;

/// The most characters of a server's message that an error quotes.
const LONGEST_SENTENCE: usize = 200;

/// What happened and what to do next, for any call.
pub(super) fn explanation(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::AuthenticationFailed => {
            "the server refused the credential. It is wrong, unknown, revoked or expired"
        }
        ErrorKind::TokenExpired => "the credential has expired. Create a new one",
        ErrorKind::PermissionDenied => {
            "the credential lacks the permission for this. Check its role, or the token's \
             permissions, environment and path"
        }
        ErrorKind::NotFound => {
            "not found. Check the spelling, the environment and the path, and that the credential \
             has access to the project"
        }
        ErrorKind::Conflict => "it already exists",
        ErrorKind::RateLimited => "the server asks for fewer requests. Wait and try again",
        ErrorKind::PayloadTooLarge => {
            "the request is larger than the server accepts. Store a smaller value"
        }
        ErrorKind::InvalidResponse => {
            "the server redirects to another address. Use that address as base URL"
        }
        ErrorKind::KeyUnavailable => {
            "nobody has shared the project key with this user yet. Ask a member of the project to \
             share it"
        }
        ErrorKind::UnsupportedByServer => "this server does not support this operation",
        ErrorKind::ServerError => "the server failed. Try again later",
        _ => "the server refused the request",
    }
}

/// Our explanation of a server's message, if it says more than the kind of the error. The message
/// itself is not quoted if a credential is involved.
pub(super) fn reason(words: &str) -> Option<&'static str> {
    let words = plain(words);
    REASONS.iter().find(|(said, _)| words.contains(said)).map(|(_, reason)| *reason)
}

/// Messages of 2024's and today's servers, in lower case, and our explanation.
const REASONS: &[(&str, &str)] = &[
    (
        "user is temporary locked",
        "the server has locked the user temporarily after too many wrong codes, and accepts no \
         code while the user is locked. Wait, then log in to get a new code, or reset the password \
         with account recovery",
    ),
    (
        "user is locked",
        "the server has locked the user after too many wrong codes. Follow the link that the \
         server mailed, or reset the password with account recovery",
    ),
    (
        "auth method is temporarily locked",
        "the server has locked the log-in of the machine identity temporarily after too many wrong \
         client secrets. Wait, and check the client secret",
    ),
    (
        "expired client secret",
        "the client secret has expired. Create another for the machine identity",
    ),
    ("client secret number of uses limit", WORN_OUT),
    ("client secret usage limit", WORN_OUT),
    ("plan restriction", "this server's licence does not include it"),
];

const WORN_OUT: &str = "the client secret has reached its maximum number of uses. Create another \
                        for the machine identity";

/// The message in lower case, with single spaces: these servers write some with double spaces.
pub(super) fn plain(words: &str) -> String {
    words.to_ascii_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The wait in a message: today's servers write "Please try again in 34 seconds"; servers that lock
/// users, "Try again after 5 minutes".
pub(super) fn wait_in_words(kind: ErrorKind, words: &str) -> Option<Duration> {
    if kind != ErrorKind::RateLimited && !words.contains("temporary locked") {
        return None;
    }
    let words: Vec<_> = words.split_whitespace().collect();
    words.windows(2).find_map(|pair| match pair {
        [number, unit] => {
            let number = number.parse::<u32>().ok()?;
            let seconds = if unit.starts_with("second") {
                1
            } else if unit.starts_with("minute") {
                60
            } else {
                return None;
            };
            Some(Duration::from_secs(u64::from(number) * seconds))
        }
        _ => None,
    })
}

/// The server's message, if it helps and cannot contain a credential.
pub(super) fn quotable(kind: ErrorKind, words: &str, request: &Request) -> String {
    let helps = matches!(
        kind,
        ErrorKind::InvalidInput | ErrorKind::PermissionDenied | ErrorKind::ServerError
    );
    let echoes = request
        .authorization
        .secret()
        .is_some_and(|secret| secret.expose().split('.').any(|part| words.contains(part)));
    if !helps || words.is_empty() || request.confidential || echoes {
        return String::new();
    }
    format!(". The server says: {}", excerpt(words, LONGEST_SENTENCE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wait_in_words_reads_seconds_and_minutes() {
        for (words, seconds) in [
            ("Rate limit exceeded. Please try again in 34 seconds", Some(34)),
            ("Rate limit exceeded, retry in 1 minute", Some(60)),
            ("Rate limit exceeded", None),
        ] {
            let wait = wait_in_words(ErrorKind::RateLimited, words);
            assert_eq!(wait, seconds.map(Duration::from_secs), "{words}");
        }
        for (words, seconds) in [
            ("User is temporary locked due to … Try again after 5 minutes. You can", Some(300)),
            ("User is temporary locked due to … Try again after 42 seconds. You can", Some(42)),
            ("User is locked due to multiple failed login attempts.", None),
        ] {
            let wait = wait_in_words(ErrorKind::PermissionDenied, words);
            assert_eq!(wait, seconds.map(Duration::from_secs), "{words}");
        }
        assert_eq!(wait_in_words(ErrorKind::NotFound, "try again in 34 seconds"), None);
    }
}
