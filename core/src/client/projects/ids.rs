//! Checks of ids.

use crate::client::call::Call;
use crate::text::Shown;
use crate::{Error, ErrorKind, Result};

/// The length of a UUID; ids of May 2023 have 24 digits.
const LONGEST_ID: usize = 36;

/// Where a caller who passed a slug finds the id.
const IDS_ARE: &str = "give the id of the project, not its slug or name. Users find it with \
                       `projects.list` or in the URL of the project's page. With a service token, \
                       leave the project out";

/// Whether it is an id of a May 2023 server, which a project keeps after an upgrade.
fn is_object_id(text: &str) -> bool {
    text.len() == 24 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Whether this is a valid project id on any release.
fn is_id(text: &str) -> bool {
    let is_uuid = || {
        text.len() == LONGEST_ID
            && text.bytes().enumerate().all(|(at, byte)| match at {
                8 | 13 | 18 | 23 => byte == b'-',
                _ => byte.is_ascii_hexdigit(),
            })
    };
    is_object_id(text) || is_uuid()
}

/// Advice for a caller who passed a slug or name as a project id.
fn advice(no_id: &str) -> String {
    format!("Project {no_id:?} is not an id: {IDS_ARE}", no_id = Shown(no_id))
}

impl Call {
    /// Fails for an invalid project id, and adds advice if it may be a slug.
    pub(crate) async fn check_project_id(&self, id: &str) -> Result<()> {
        self.check_id("project", id).await.map_err(|error| {
            let (kind, message) = (error.kind(), format!("{}: {IDS_ARE}", error.message()));
            error.reclassified(kind, message)
        })?;
        if !is_id(id) {
            self.if_not_found.get_or_init(|| advice(id));
        }
        Ok(())
    }

    /// Fails for a malformed id, on which the May 2023 server would fail. A credential given in
    /// place of its id is longer, so it is neither sent nor quoted.
    pub(crate) async fn check_id(&self, what: &str, id: &str) -> Result<()> {
        let plausible = (1..=LONGEST_ID).contains(&id.len())
            && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        let own = is_object_id(id);
        if plausible && (own || !self.era().await?.is_may_2023()) {
            return Ok(());
        }
        let is_short = id.len() <= LONGEST_ID;
        let given =
            if is_short { format!("{id:?}", id = Shown(id)) } else { "the given value".to_owned() };
        Err(Error::new(
            ErrorKind::InvalidInput,
            format!("{given} is not the id of a {what} on this server. Copy the id from a list"),
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_id_of_slug_or_name_is_false() {
        for id in ["6b0b119712a07191216af189", "78c26a30-bfb1-489f-b0fb-ccda0c2b4f31"] {
            assert!(is_id(id), "{id}");
        }
        for no_id in ["facts-m-oc-h", "Facts", "", "78c26a30-bfb1-489f-b0fb-ccda0c2b4f3z"] {
            assert!(!is_id(no_id), "{no_id}");
        }
    }

    #[test]
    fn advice_says_how_to_find_the_id() {
        let advice = advice("facts-m-oc-h");
        for part in ["\"facts-m-oc-h\" is not an id", "projects.list"] {
            assert!(advice.contains(part), "{advice}");
        }
    }
}
