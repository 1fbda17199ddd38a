//! Checks of ids.

use crate::client::call::{Call, Kind};
use crate::client::session::Feature;
use crate::text::Shown;
use crate::{Error, ErrorKind, Result};

/// The length of a UUID; ids of May 2023 have 24 digits.
const LONGEST_ID: usize = 36;

/// The longest slug that is looked up. A credential passed by mistake is longer.
const LONGEST_SLUG: usize = 60;

/// Where a caller finds the id.
const IDS_ARE: &str = "give the id of the project, not its name. Users find it with \
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

/// Whether this may be the slug of a project.
fn may_be_slug(text: &str) -> bool {
    (1..=LONGEST_SLUG).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// Advice for a caller who passed what is neither an id nor a known slug.
fn advice(no_id: &str) -> String {
    format!(
        "Project {no_id:?} is not an id, so it was looked up as a slug: {IDS_ARE}",
        no_id = Shown(no_id)
    )
}

/// The error for a slug where slugs cannot be looked up.
fn no_lookup(kind: ErrorKind, who: &str, slug: &str) -> Error {
    let message = format!(
        "project {slug:?} is not an id, and this {who} cannot look up slugs: {IDS_ARE}",
        slug = Shown(slug)
    );
    Error::new(kind, message)
}

impl Call {
    /// The id of a project that is given by its id or its slug. What has the form of an id is one.
    /// A slug is looked up once.
    pub(crate) async fn project_id(&self, given: &str) -> Result<String> {
        if is_id(given) || !may_be_slug(given) || self.era().await?.is_may_2023() {
            self.check_project_id(given).await?;
            return Ok(given.to_owned());
        }
        if let Some(id) = self.shared.known_project_id(given) {
            return Ok(id);
        }
        let id = self.id_of_slug(given).await?;
        // The server chose it, and paths of requests will have it.
        if !is_id(&id) {
            return Err(Error::new(
                ErrorKind::InvalidResponse,
                format!("project {given:?}: the server returned no id", given = Shown(given)),
            ));
        }
        self.shared.remember_project_id(given, &id);
        Ok(id)
    }

    async fn id_of_slug(&self, slug: &str) -> Result<String> {
        let era = self.era().await?;
        let credential = self.credential()?;
        if let Kind::ServiceToken(_) = credential
            && era.is_since_october_2024()
        {
            return self.own_id_of_slug(slug).await;
        }
        let looks_up = match credential {
            Kind::User { .. } | Kind::AccessToken { .. } => true,
            Kind::MachineIdentity(_) | Kind::IdentityToken(_) => era.is_since_october_2024(),
            _ => false,
        };
        if !looks_up {
            return Err(no_lookup(ErrorKind::PermissionDenied, "credential", slug));
        }
        if !Feature::ProjectBySlug.is_in(era) {
            return Err(no_lookup(ErrorKind::UnsupportedByServer, "server", slug));
        }
        match self.project_by_slug(slug).await {
            Ok(project) => Ok(project.id),
            Err(error)
                if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::PermissionDenied) =>
            {
                let message = format!("{}. {}", error.message(), advice(slug));
                let kind = error.kind();
                Err(error.reclassified(kind, message))
            }
            Err(error) => Err(error),
        }
    }

    /// The id of a service token's own project, the only one that the token can read.
    async fn own_id_of_slug(&self, slug: &str) -> Result<String> {
        let own = self.opened_token().await?.project_id.clone();
        if self.project_slug(&own).await? == slug {
            return Ok(own);
        }
        Err(Error::new(
            ErrorKind::PermissionDenied,
            format!(
                "project {slug:?}: the service token is for another project. Leave the project \
                 out, or use a token of that project",
                slug = Shown(slug)
            ),
        ))
    }

    /// Fails for an invalid project id.
    async fn check_project_id(&self, id: &str) -> Result<()> {
        self.check_id("project", id).await.map_err(|error| {
            let (kind, message) = (error.kind(), format!("{}: {IDS_ARE}", error.message()));
            error.reclassified(kind, message)
        })
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
    fn may_be_slug_of_credential_or_path_is_false() {
        for slug in ["facts-m-oc-h", "p", "Engine-9x"] {
            assert!(may_be_slug(slug), "{slug}");
        }
        let long = "a".repeat(LONGEST_SLUG + 1);
        for other in ["", "..", "a/b", "st.1.2.3", "two words", "é", &long] {
            assert!(!may_be_slug(other), "{other}");
        }
    }

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
