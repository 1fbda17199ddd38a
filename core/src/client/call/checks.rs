//! What can be told of an argument before a server is asked.

use std::time::Duration;

use crate::{Error, ErrorKind, Result};

/// Fails for a blank name. `what` is it that needs one, such as `group`.
pub(crate) fn check_name(what: &str, name: &str) -> Result<()> {
    if !name.trim().is_empty() {
        return Ok(());
    }
    Err(invalid(format!("the {what} needs a name")))
}

/// Fails for a name that servers would store without the white space around it. `what` is it that
/// needs one, such as `a tag`.
pub(crate) fn check_trimmed_name(what: &str, name: &str) -> Result<()> {
    if !name.is_empty() && name.trim() == name {
        return Ok(());
    }
    Err(invalid(format!("{what} needs a name without white space around it")))
}

/// Why an option that is empty is refused. `option` is its name, such as `the base URL`.
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
    Err(invalid("name the role by its slug"))
}

/// Fails for what is no e-mail address, and tells the part before the `@`.
pub(crate) fn check_email(email: &str) -> Result<&str> {
    match email.split_once('@') {
        Some((local_part, _)) => Ok(local_part),
        None => Err(invalid(format!("{email:?} is not an e-mail address"))),
    }
}

/// Fails for what a URL cannot carry. `what` is it that this would be, such as `the slug of a role`.
pub(crate) fn check_segment(what: &str, text: &str) -> Result<()> {
    if matches!(text, "" | "." | "..") {
        return Err(invalid(format!("{text:?} cannot be {what}")));
    }
    if is_too_long(text) {
        return Err(invalid(format!("{what} has at most 100 UTF-16 units in a URL, not {text:?}")));
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

/// The wire counts whole seconds, and means "never" by zero.
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
    fn what_cannot_be_right_is_told_from_what_can() {
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
