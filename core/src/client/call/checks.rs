//! Checks of arguments that need no server.

use std::time::Duration;

use crate::text::Shown;
use crate::{Error, ErrorKind, Result};

/// Fails for a blank name. `what` is the object, such as `group`.
pub(crate) fn check_name(what: &str, name: &str) -> Result<()> {
    if !name.trim().is_empty() {
        return Ok(());
    }
    Err(invalid(format!("the {what} needs a name")))
}

/// Fails for a name with white space around it, which servers would remove. `what` is the object,
/// such as `a tag`.
pub(crate) fn check_trimmed_name(what: &str, name: &str) -> Result<()> {
    if !name.is_empty() && name.trim() == name {
        return Ok(());
    }
    Err(invalid(format!("{what} needs a name without leading or trailing white space")))
}

/// The message for an empty option. `option` is its name, such as `the base URL`.
pub(crate) fn why_empty(option: &str) -> String {
    format!(
        "{option} is empty. If it comes from an environment variable, check that the variable is set"
    )
}

/// Fails for a blank role.
pub(crate) fn check_role(role: &str) -> Result<()> {
    if !role.trim().is_empty() {
        return Ok(());
    }
    Err(invalid("the role is missing. Give its slug"))
}

/// Returns the part before the `@`; fails if the text is not an e-mail address.
pub(crate) fn check_email(email: &str) -> Result<&str> {
    match email.split_once('@') {
        Some((local_part, _)) => Ok(local_part),
        None => Err(invalid(format!("{email:?} is not an e-mail address", email = Shown(email)))),
    }
}

/// Fails for a text that cannot be a segment of a URL. `what` is its meaning, such as `the slug of
/// a role`.
pub(crate) fn check_segment(what: &str, text: &str) -> Result<()> {
    if matches!(text, "" | "." | "..") {
        return Err(invalid(format!("{text:?} cannot be {what}", text = Shown(text))));
    }
    if is_too_long(text) {
        return Err(invalid(format!(
            "{what} can have at most 100 UTF-16 code units in a URL, and {text:?} is longer",
            text = Shown(text)
        )));
    }
    Ok(())
}

fn invalid(message: impl Into<String>) -> Error {
    Error::new(ErrorKind::InvalidInput, message)
}

/// Whether servers since 2024 answer 404 to a path with this segment: their router limits the
/// UTF-16 units of the decoded segment.
pub(crate) fn is_too_long(segment: &str) -> bool {
    segment.encode_utf16().count() > 100
}

/// The wire format has whole seconds, and zero for no limit.
pub(crate) fn whole_seconds(duration: Option<Duration>) -> Result<Option<u64>> {
    match duration.map(|duration| duration.as_secs()) {
        Some(0) => Err(Error::new(
            ErrorKind::InvalidInput,
            "the duration is below one second; leave it out for the default",
        )),
        seconds => Ok(seconds),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checks_refuse_invalid_arguments_only() {
        assert!(check_name("group", " a ").is_ok() && check_name("group", " \n").is_err());
        for bad in ["", " ", " a", "a\t"] {
            assert!(check_trimmed_name("a tag", bad).is_err(), "{bad:?}");
        }
        assert!(check_trimmed_name("a tag", "a b").is_ok());
        assert!(check_role("viewer").is_ok() && check_role(" ").is_err());
        assert_eq!(check_email("a@b.test").unwrap(), "a");
        assert!(check_email("a.test").is_err());
        for bad in ["", ".", "..", &"a".repeat(101)] {
            assert!(check_segment("the slug of a role", bad).is_err(), "{bad:?}");
        }
        assert!(check_segment("the slug of a role", "a/b").is_ok());
    }
}
