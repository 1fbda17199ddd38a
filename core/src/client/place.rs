//! Where a secret lives: project, environment and path, completed from what the client knows.

use super::call::Call;
use super::credential::Kind;
use crate::api::secrets::Place;
use crate::api::server::Era;
use crate::{Error, ErrorKind, Result};

/// What calls use when they name nothing.
#[derive(Debug, Clone, Default)]
pub(super) struct Defaults {
    pub(super) project: Option<String>,
    pub(super) environment: Option<String>,
}

/// Where a call says it wants to work.
#[derive(Debug, Clone, Default)]
pub(super) struct Wanted {
    pub(super) project: Option<String>,
    pub(super) environment: Option<String>,
    pub(super) path: Option<String>,
}

/// The setters every request about secrets has, over its field `wanted: Wanted`.
macro_rules! place_setters {
    () => {
        /// Id of the project; by default the client's, or the one that the token is for.
        pub fn project(mut self, id: impl Into<String>) -> Self {
            self.wanted.project = Some(id.into());
            self
        }

        /// Slug of the environment; by default the client's, or the one that the token is for.
        pub fn environment(mut self, slug: impl Into<String>) -> Self {
            self.wanted.environment = Some(slug.into());
            self
        }

        /// Folder, such as `/backend`; by default `/`, or the one path that the token is for.
        pub fn path(mut self, path: impl Into<String>) -> Self {
            self.wanted.path = Some(path.into());
            self
        }
    };
}
pub(super) use place_setters;

impl Call {
    /// Completes and checks a place before anything is encrypted for it.
    pub(super) async fn place(&self, wanted: Wanted) -> Result<Place> {
        let workspace_id = self.project_or_default(wanted.project).await?;
        let environment = self.environment_or_default(wanted.environment).await?;
        let path = normal_path(&self.path_or_default(wanted.path).await?)?;
        self.check_project_id(&workspace_id).await?;
        let era = self.era().await?;
        if path != "/" && !era.has_folders() {
            return Err(Error::new(
                ErrorKind::UnsupportedByServer,
                format!(
                    "path {path:?}: this server has folders, but its routes for secrets by name know \
                     none. Leave the path out"
                ),
            ));
        }
        match self.credential()? {
            Kind::ServiceToken(_) => {
                self.token_for(&workspace_id).await?.info.check_environment(&environment)?;
            }
            Kind::ServiceTokenV3(_) => {
                self.token_v3_for(&workspace_id).await?;
            }
            // Projects are not shown to service accounts.
            Kind::ServiceAccount(_) => self.require_account_era().await?,
            // February 2024 does not show projects to machine identities.
            credential if credential.is_identity() && !era.is_since_june_2024() => {}
            _ => self.check_environment(&workspace_id, &environment).await?,
        }
        Ok(Place { workspace_id, environment, path: era.has_folders().then_some(path) })
    }

    pub(super) async fn project_or_default(&self, wanted: Option<String>) -> Result<String> {
        if let Some(id) = wanted.or_else(|| self.shared.defaults.project.clone()) {
            return Ok(id);
        }
        match self.credential()? {
            Kind::ServiceToken(_) => return Ok(self.opened_token().await?.info.project_id.clone()),
            Kind::ServiceTokenV3(_) => return Ok(self.token_v3_record().await?.workspace.clone()),
            _ => {}
        }
        Err(Error::new(
            ErrorKind::InvalidInput,
            "name the project: pass its id, or give the client one",
        ))
    }

    pub(super) async fn environment_or_default(&self, wanted: Option<String>) -> Result<String> {
        if let Some(slug) = wanted.or_else(|| self.shared.defaults.environment.clone()) {
            if slug.is_empty() {
                return Err(Error::new(ErrorKind::InvalidInput, "the environment is empty"));
            }
            return Ok(slug);
        }
        if let Kind::ServiceToken(_) = self.credential()?
            && let [only] = self.opened_token().await?.info.scopes.as_slice()
        {
            return Ok(only.environment.clone());
        }
        Err(Error::new(
            ErrorKind::InvalidInput,
            "name the environment: pass its slug, such as \"dev\", or give the client one",
        ))
    }

    async fn path_or_default(&self, wanted: Option<String>) -> Result<String> {
        if let Some(path) = wanted {
            return Ok(path);
        }
        if let Kind::ServiceToken(_) = self.credential()?
            && let [only] = self.opened_token().await?.info.scopes.as_slice()
            && !only.path.contains(['*', '?', '[', '{'])
        {
            return Ok(only.path.clone());
        }
        Ok("/".to_owned())
    }
}

/// The one spelling of a path: a leading slash, none at the end.
pub(super) fn normal_path(path: &str) -> Result<String> {
    let trimmed = path.strip_suffix('/').unwrap_or(path);
    if trimmed.is_empty() && path.starts_with('/') {
        return Ok("/".to_owned());
    }
    let well_formed = trimmed.strip_prefix('/').is_some_and(|rest| {
        rest.split('/').all(|folder| !folder.is_empty() && folder != "." && folder != "..")
    });
    if well_formed {
        return Ok(trimmed.to_owned());
    }
    Err(Error::new(
        ErrorKind::InvalidInput,
        format!("path {path:?} is not of the form /folder/subfolder"),
    ))
}

/// A name without what servers drop around it, which is what JavaScript's `trim` does: other than
/// Rust's, it drops the byte order mark and keeps U+0085.
pub(super) fn trimmed(name: &str) -> &str {
    name.trim_matches(|c: char| c == '\u{feff}' || (c.is_whitespace() && c != '\u{85}'))
}

/// Fails for a name the server would store as another.
pub(super) fn check_spelling(name: &str) -> Result<()> {
    if name.is_empty() {
        return Err(unfit(name, "a secret needs a name"));
    }
    if trimmed(name) != name {
        return Err(unfit(name, "servers drop white space around a name; remove it"));
    }
    Ok(())
}

/// As [`check_spelling`], and fails for a name that no address of a secret can have.
pub(super) fn check_name(name: &str, era: Era) -> Result<()> {
    check_spelling(name)?;
    check_address(name, era, "Use set_many, delete_many or a list for it")
}

/// Fails for a name that cannot be in the URL of a secret. `advice` is what to do instead.
pub(super) fn check_address(name: &str, era: Era, advice: &str) -> Result<()> {
    let reason = match name {
        "." | ".." => "a URL cannot represent this name",
        _ if era == Era::May2023 => return Ok(()),
        "raw" | "batch" | "move" => "this server has a route of that name instead",
        _ if is_too_long(name) => "this server takes at most 100 UTF-16 units of a name in a URL",
        _ => return Ok(()),
    };
    Err(unfit(name, &format!("{reason}. {advice}")))
}

/// Whether servers since 2024 answer 404 to a path with this segment: their router limits the
/// UTF-16 units of the decoded segment.
pub(super) fn is_too_long(segment: &str) -> bool {
    segment.encode_utf16().count() > 100
}

fn unfit(name: &str, reason: &str) -> Error {
    let mut shown: String = name.chars().take(100).collect();
    if shown.len() < name.len() {
        shown.push('…');
    }
    Error::new(ErrorKind::InvalidInput, format!("secret {shown:?}: {reason}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_have_one_spelling() {
        for (given, normal) in [("/", "/"), ("/a", "/a"), ("/a/b/", "/a/b"), ("/**", "/**")] {
            assert_eq!(normal_path(given).unwrap(), normal);
        }
        for bad in ["", "a", "a/", "//", "/a//b", "/a/../b", "/.", "./a"] {
            assert_eq!(normal_path(bad).unwrap_err().kind(), ErrorKind::InvalidInput, "{bad:?}");
        }
    }

    #[test]
    fn names_that_would_become_another_are_refused() {
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
        assert_eq!(error.message(), format!("secret {:?}: why", "键".repeat(100) + "…"));
    }

    #[test]
    fn check_name_over_100_units_is_refused_since_2024() {
        for (fitting, too_long) in
            [("a".repeat(100), "a".repeat(101)), ("键".repeat(100), "🔑".repeat(51))]
        {
            for era in [Era::February2024, Era::June2024, Era::Modern] {
                assert!(check_name(&fitting, era).is_ok());
                let error = check_name(&too_long, era).unwrap_err();
                assert_eq!(error.kind(), ErrorKind::InvalidInput);
                assert!(error.message().contains("at most 100 UTF-16 units"), "{error}");
                assert!(error.message().contains("set_many"), "{error}");
            }
            assert!(check_name(&too_long, Era::May2023).is_ok());
        }
    }
}
