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
        ErrorKind::DecryptionFailed => {
            "the server could not decrypt it. It is of another key, or was changed"
        }
        _ => "the server refused the request",
    }
}

/// Our explanation of a server's name of the failure or message, if it says more than the kind of
/// the error. The message itself is not quoted if a credential is involved.
pub(super) fn reason(name: &str, words: &str) -> Option<&'static str> {
    let both = plain(&format!("{name}: {words}"));
    REASONS.iter().find(|(said, _)| both.contains(said)).map(|(_, reason)| *reason)
}

/// Names and messages of 2024's and today's servers, in lower case, and our explanation.
const REASONS: &[(&str, &str)] = &[
    ("user is temporary locked", USER_LOCKED),
    ("user is temporarily locked", USER_LOCKED),
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
    ("access token number of uses limit", TOKEN_WORN_OUT),
    ("token usage limit", TOKEN_WORN_OUT),
    (
        "no identity with specified client id",
        "the server does not know this client id. Copy it from the identity's universal auth",
    ),
    ("plan restriction", UNLICENSED),
    ("plan rbac restriction", UNLICENSED),
    ("license does not include", UNLICENSED),
    (
        "api key authentication is not supported",
        "this server no longer accepts API keys. Use a machine identity or an access token",
    ),
    (
        "operations of type",
        "the project is for another product. Keys of the server need a project of the product kms, \
         secrets one of secret-manager",
    ),
    ("key is disabled", "the key is disabled. Enable it with kms.set_enabled"),
    (
        "unsupported key type",
        "the key is for another usage. Use one with the usage encrypt-decrypt to encrypt and \
         decrypt, and one with sign-verify for signatures",
    ),
    (
        "not intended for signing",
        "the key is for another usage. Use one with the usage sign-verify for signatures",
    ),
    (
        "key cannot be used with",
        "the key cannot sign with this algorithm. kms.signing_algorithms lists those that it can",
    ),
    ("does not support digested input", "the algorithm takes no digest. Give the data itself"),
    (
        "ensure that your digest is hashed with",
        "the data is no digest of the hash function of the algorithm",
    ),
    (
        "ttl cannot be larger than max ttl",
        "the lease would last longer than the dynamic secret allows. Give a shorter time",
    ),
    (
        "maximum allowed lease duration",
        "the lease would last longer than the dynamic secret allows. Give a shorter time",
    ),
    (
        "max lease limit reached",
        "the dynamic secret has too many leases. Revoke some, or wait until they end",
    ),
    ("bot key", NO_KEY_ON_SERVER),
    ("project bot not found for project", NO_KEY_ON_SERVER),
    (
        "no corresponding shared secret",
        "there is no shared secret of this name to override. Create the shared secret first",
    ),
    ("blind index for project", NOT_SEALED),
    ("blind index not found", NOT_SEALED),
    ("project is upgraded", NOT_SEALED),
    (
        "no organization found in request",
        "the session is for no organization. Give the client the id of one: the option organization",
    ),
    ("not logged into this organization", ELSEWHERE),
    ("not belong to your selected organization", ELSEWHERE),
    ("scoped to different organization", ELSEWHERE),
    ("belongs to a different organization", ELSEWHERE),
    (
        "service token not a part of",
        "the service token is for another project. Use one of this project, or correct the project",
    ),
    (
        "failed to expand one or more secret references",
        "a value refers to a secret that the credential may not read. Leave out expand_on_server: the \
         client then reports only the secrets that do",
    ),
    // The server says nothing more of these two.
    (
        "create: something went wrong",
        "the server's database did not store it. Most often the name or slug is taken",
    ),
    (
        "find by secret path",
        "the server cannot look up this folder or path. Use letters, digits, - and _ in names of \
         folders",
    ),
];

const USER_LOCKED: &str = "the server has locked the user temporarily after too many wrong codes, \
                           and accepts no code while the user is locked. Wait, then log in to get a \
                           new code, or reset the password with account recovery";
const WORN_OUT: &str = "the client secret has reached its maximum number of uses. Create another \
                        for the machine identity";
const TOKEN_WORN_OUT: &str = "the access token has reached its maximum number of uses. Log in \
                              again, or create another token";
const UNLICENSED: &str = "this server's licence does not include it";
const NO_KEY_ON_SERVER: &str = "the project is end-to-end encrypted: the server has no key to \
                                decrypt it. Use a service token or a user credential for its \
                                secrets, or share the project key with the server";
const NOT_SEALED: &str = "the project is not end-to-end encrypted: the server has its key. With \
                          the option require_e2ee = false, the server can read the secrets";
const ELSEWHERE: &str = "it belongs to another organization than the session or token. Choose that \
                         organization, or use a credential of it";

/// The message in lower case, with single spaces: these servers write some with double spaces.
pub(super) fn plain(words: &str) -> String {
    words.to_ascii_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The wait in a message: today's servers write "Please try again in 34 seconds"; servers that lock
/// users, "Try again after 5 minutes".
pub(super) fn wait_in_words(kind: ErrorKind, words: &str) -> Option<Duration> {
    if kind != ErrorKind::RateLimited && !is_lock(words) {
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

/// When the server lifts a lock, if it says so. The message that says it may not be quoted.
pub(super) fn end_of_lock(words: &str) -> String {
    match wait_in_words(ErrorKind::PermissionDenied, words).map(|wait| wait.as_secs()) {
        Some(seconds) if seconds % 60 == 0 => format!(". The lock ends in {} min", seconds / 60),
        Some(seconds) => format!(". The lock ends in {seconds} s"),
        None => String::new(),
    }
}

/// Sic: 2024 servers write "temporary locked".
fn is_lock(words: &str) -> bool {
    ["temporary locked", "temporarily locked"].iter().any(|lock| words.contains(lock))
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
            ("User is temporarily locked. Try again after 5 minutes", Some(300)),
            ("This identity auth method is temporarily locked, please try again later", None),
            ("User is locked due to multiple failed login attempts.", None),
        ] {
            let wait = wait_in_words(ErrorKind::PermissionDenied, words);
            assert_eq!(wait, seconds.map(Duration::from_secs), "{words}");
        }
        assert_eq!(wait_in_words(ErrorKind::NotFound, "try again in 34 seconds"), None);
    }

    #[test]
    fn end_of_lock_is_told_only_if_the_server_says_it() {
        for (words, end) in [
            ("User is temporary locked. Try again after 5 minutes.", ". The lock ends in 5 min"),
            ("User is temporarily locked. Try again after 42 seconds.", ". The lock ends in 42 s"),
            ("This identity auth method is temporarily locked, please try again later", ""),
            ("Not allowed. Try again after 5 minutes.", ""),
        ] {
            assert_eq!(end_of_lock(words), end, "{words}");
        }
    }
}
