//! Checks of names of secrets: names that servers would change, and names that no URL can contain.

use crate::api::server::Era;
use crate::client::call::is_too_long;
use crate::text::Shown;
use crate::{Error, ErrorKind, Result};

/// Trims a name like servers do, with JavaScript's `trim`: unlike Rust's, it removes the byte order
/// mark and keeps U+0085.
pub(crate) fn trimmed(name: &str) -> &str {
    name.trim_matches(|c: char| c == '\u{feff}' || (c.is_whitespace() && c != '\u{85}'))
}

/// Fails for a name that the server would change.
pub(super) fn check_spelling(name: &str) -> Result<()> {
    if name.is_empty() {
        return Err(unfit(name, "a secret needs a name"));
    }
    if trimmed(name) != name {
        return Err(unfit(
            name,
            "servers remove leading and trailing white space from a name. Remove it first",
        ));
    }
    Ok(())
}

/// Like [`check_spelling`], and also fails for a name that no URL of a secret can contain.
pub(crate) fn check_name(name: &str, era: Era) -> Result<()> {
    check_spelling(name)?;
    check_address(name, era, "Use set_many, delete_many or list instead")
}

/// Fails for a name that no URL of a secret can contain. `advice` is what to do instead.
pub(super) fn check_address(name: &str, era: Era, advice: &str) -> Result<()> {
    let reason = match name {
        "." | ".." => "a URL cannot represent this name",
        _ if era.is_may_2023() => return Ok(()),
        "raw" | "batch" | "move" | "duplicate" => "this server uses this name for another route",
        _ if is_too_long(name) => {
            "this server accepts at most 100 UTF-16 code units of a name here"
        }
        _ => return Ok(()),
    };
    Err(unfit(name, &format!("{reason}. {advice}")))
}

fn unfit(name: &str, reason: &str) -> Error {
    Error::new(ErrorKind::InvalidInput, format!("secret {:?}: {reason}", Shown(name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_name_that_servers_would_change_is_refused() {
        for bad in ["", " A", "A\n", "\u{feff}A", "A\u{a0}", "\u{feff}", ".", "..", "raw", "batch"]
        {
            assert!(check_name(bad, Era::June2024).is_err(), "{bad:?}");
        }
        for good in ["A", "a/b", "a b", "键", "...", "with.dots", "100%", "raw2", "\u{85}A"] {
            assert!(check_name(good, Era::February2024).is_ok(), "{good:?}");
        }
        assert!(check_name("raw", Era::May2023).is_ok());
    }

    #[test]
    fn unfit_long_name_is_truncated() {
        let error = unfit(&"键".repeat(300_000), "why");
        assert_eq!(error.message(), format!("secret {:?}: why", "键".repeat(120) + "…"));
    }

    #[test]
    fn check_name_over_100_units_is_refused_since_2024() {
        for (fitting, too_long) in
            [("a".repeat(100), "a".repeat(101)), ("键".repeat(100), "🔑".repeat(51))]
        {
            for era in [Era::February2024, Era::June2024, Era::October2024, Era::Modern] {
                assert!(check_name(&fitting, era).is_ok());
                let error = check_name(&too_long, era).unwrap_err();
                assert_eq!(error.kind(), ErrorKind::InvalidInput);
                assert!(error.message().contains("at most 100 UTF-16 code units"), "{error}");
                assert!(error.message().contains("set_many"), "{error}");
            }
            assert!(check_name(&too_long, Era::May2023).is_ok());
        }
    }
}
