//! The secrets of a place, including those that did not decrypt.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::{fmt, slice};

use super::secret::{Secret, SecretType};
use crate::text::Shown;
use crate::{Error, ErrorKind, Result, SecretString};

/// The [`SecretFailure::field`] of a secret with unresolved references.
pub(super) const REFERENCE: &str = "reference";

/// The secrets of one folder, or of a folder and all folders below it.
///
/// The list of a [recursive](crate::ListSecrets::recursive) call is ordered by path, and its names
/// can repeat from folder to folder. There, [`get`](Self::get) finds secrets of the folder that was
/// listed, and [`get_in`](Self::get_in) those of any; [`to_map`](Self::to_map) and
/// [`to_env`](Self::to_env) fail if a name is in several folders.
///
/// If a ciphertext was changed, the other secrets are still available: the list has those that
/// decrypt, and [`failures`](Self::failures) has the others. A program that needs all secrets calls
/// [`complete`](Self::complete) or [`to_map`](Self::to_map), which fail if one is missing.
#[derive(Debug, Clone, Default)]
pub struct SecretList {
    secrets: Vec<Secret>,
    failures: Vec<SecretFailure>,
    /// Of a recursive list: the path of the folder that was listed.
    folder: Option<String>,
    etag: Option<SecretString>,
}

/// A secret that cannot be decrypted, or whose references cannot be resolved.
pub struct SecretFailure {
    /// The secret's id; in a list of versions, the version's id. The name is encrypted too and can
    /// be unknown.
    pub id: String,
    /// The name, if that much is known.
    pub(super) name: Option<String>,
    pub(super) kind: SecretType,
    /// The field that cannot be decrypted: `secretKey`, `secretValue` or `secretComment`; or
    /// `reference` for an unresolved reference in the value.
    pub field: &'static str,
    /// What happened: [`ErrorKind::DecryptionFailed`], [`ErrorKind::InvalidInput`] for a
    /// reference, or [`ErrorKind::PermissionDenied`] for a value that the server hides from the
    /// credential.
    pub error: Error,
}

impl fmt::Debug for SecretFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SecretFailure")
            .field("id", &Shown(&self.id))
            .field("name", &self.name.as_deref().map(Shown))
            .field("kind", &self.kind)
            .field("field", &self.field)
            .field("error", &self.error)
            .finish()
    }
}

impl Clone for SecretFailure {
    fn clone(&self) -> Self {
        Self {
            id: self.id.clone(),
            name: self.name.clone(),
            kind: self.kind,
            field: self.field,
            error: Error::new(self.error.kind(), self.error.message()),
        }
    }
}

impl SecretList {
    /// Says of each secret that the server can decrypt it too.
    pub(super) fn mark_as_shared(&mut self) {
        for secret in &mut self.secrets {
            secret.end_to_end_encrypted = false;
        }
    }

    pub(super) fn new(opened: impl Iterator<Item = Result<Secret, SecretFailure>>) -> Self {
        let mut list = Self::default();
        for result in opened {
            match result {
                Ok(secret) => list.secrets.push(secret),
                Err(failure) => list.failures.push(failure),
            }
        }
        list
    }

    /// The lists of a folder and of those below it, by path, as one.
    pub(super) fn recursive(folder: &str, lists: impl IntoIterator<Item = Self>) -> Self {
        let mut all = Self { folder: Some(folder.to_owned()), ..Self::default() };
        for list in lists {
            all.secrets.extend(list.secrets);
            all.failures.extend(list.failures);
        }
        all
    }

    /// Merges lists in order of precedence: the first secret with a name hides the others, even if
    /// it does not decrypt. Failures are never hidden.
    pub(super) fn merged(opened: impl Iterator<Item = Result<Secret, SecretFailure>>) -> Self {
        let mut seen = HashSet::new();
        Self::new(opened.filter(|result| match result {
            Ok(secret) => seen.insert(secret.name.clone()),
            Err(failure) => {
                seen.extend(failure.name.clone());
                true
            }
        }))
    }

    /// Maps every secret to another, or to a failure.
    pub(super) fn replaced(
        self,
        secrets: impl Iterator<Item = Result<Secret, SecretFailure>>,
    ) -> Self {
        let mut list = Self { folder: self.folder, ..Self::new(secrets) };
        list.failures.splice(..0, self.failures);
        list
    }

    /// The secrets that decrypted, in the server's order; of a recursive list, ordered by path.
    #[must_use]
    pub fn secrets(&self) -> &[Secret] {
        &self.secrets
    }

    /// The secrets that did not.
    #[must_use]
    pub fn failures(&self) -> &[SecretFailure] {
        &self.failures
    }

    /// The secret of that name; of a recursive list, only if it is in the folder that was listed.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Secret> {
        match &self.folder {
            Some(folder) => self.get_in(folder, name),
            None => self.secrets.iter().find(|secret| secret.name == name),
        }
    }

    /// The secret of that name in the folder with a path, such as `/backend`.
    #[must_use]
    pub fn get_in(&self, path: &str, name: &str) -> Option<&Secret> {
        self.secrets.iter().find(|secret| secret.name == name && secret.path == path)
    }

    /// The path of the folder that was listed, if the list is recursive.
    #[must_use]
    pub fn folder(&self) -> Option<&str> {
        self.folder.as_deref()
    }

    /// Identifies this state of the list; see
    /// [`list_if_changed`](crate::Secrets::list_if_changed).
    #[must_use]
    pub fn etag(&self) -> Option<&str> {
        self.etag.as_ref().map(SecretString::expose)
    }

    pub(super) fn with_etag(self, etag: Option<SecretString>) -> Self {
        Self { etag, ..self }
    }

    /// The failure of the secret of that name.
    pub(super) fn failure(&self, name: &str) -> Option<&SecretFailure> {
        self.failures.iter().find(|failure| failure.name.as_deref() == Some(name))
    }

    /// Iterates over the secrets that decrypted.
    pub fn iter(&self) -> slice::Iter<'_, Secret> {
        self.secrets.iter()
    }

    /// The number of secrets that decrypted.
    #[must_use]
    pub fn len(&self) -> usize {
        self.secrets.len()
    }

    /// Whether none decrypted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.secrets.is_empty()
    }

    /// All secrets, if every one decrypted.
    ///
    /// # Errors
    /// The error of the first failure, with the number of failures.
    pub fn complete(self) -> Result<Vec<Secret>> {
        self.check_complete()?;
        Ok(self.secrets)
    }

    /// Names to values, if every secret decrypted.
    ///
    /// # Errors
    /// As [`complete`](Self::complete), then as [`check_mappable`](Self::check_mappable).
    pub fn to_map(&self) -> Result<BTreeMap<String, SecretString>> {
        self.check_complete()?;
        self.check_mappable()?;
        Ok(self.secrets.iter().map(|secret| (secret.name.clone(), secret.value.clone())).collect())
    }

    /// Names and values as environment variables of a process, if every secret decrypted and can be
    /// a variable.
    ///
    /// The caller decides whether they replace existing variables.
    ///
    /// ```no_run
    /// # async fn run(client: infisical_e2ee::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let secrets = client.secrets().list().environment("prod").await?;
    /// std::process::Command::new("app").envs(secrets.to_env()?).spawn()?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// As [`to_map`](Self::to_map); [`ErrorKind::InvalidInput`] if the name or value of a secret
    /// cannot be that of an environment variable; the error names the first one.
    pub fn to_env(&self) -> Result<Vec<(&str, &str)>> {
        self.check_complete()?;
        self.check_mappable()?;
        self.secrets.iter().map(variable).collect()
    }

    /// Fails unless every secret decrypted.
    ///
    /// # Errors
    /// As [`complete`](Self::complete).
    pub fn check_complete(&self) -> Result<()> {
        check_complete("secrets", self.secrets.len(), &self.failures)
    }

    /// Fails if names and values cannot be a map: a recursive list can have secrets of one name in
    /// several folders, and values can be unread.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidInput`]; the error has the first such name and two of its folders.
    pub fn check_mappable(&self) -> Result<()> {
        if let Some(secret) = self.secrets.iter().find(|secret| !secret.value_read) {
            return Err(Error::new(
                ErrorKind::InvalidInput,
                format!(
                    "secret {name:?}: its value was not read. List with view_value = true",
                    name = Shown(&secret.name)
                ),
            ));
        }
        let Some(folder) = &self.folder else { return Ok(()) };
        let mut paths = HashMap::new();
        for secret in &self.secrets {
            let first = paths.entry(secret.name.as_str()).or_insert(secret.path.as_str());
            if *first != secret.path {
                return Err(Error::new(
                    ErrorKind::InvalidInput,
                    format!(
                        "secret {name:?} is in two folders below {folder:?}: {first:?} and \
                         {second:?}. Get each by its path, or list one folder at a time",
                        name = Shown(&secret.name),
                        folder = Shown(folder),
                        first = Shown(first),
                        second = Shown(&secret.path),
                    ),
                ));
            }
        }
        Ok(())
    }
}

/// The most secrets of one list that may fail to decrypt: each failure takes memory.
const MOST_FAILURES: usize = 10_000;

/// The results, unless too many of them are failures.
pub(super) fn few_failures<T>(
    opened: impl Iterator<Item = Result<Result<T, SecretFailure>>>,
) -> Result<Vec<Result<T, SecretFailure>>> {
    let mut failures = 0;
    let checked = opened.map(|one| {
        let one = one?;
        failures += usize::from(one.is_err());
        match one {
            Err(failure) if failures > MOST_FAILURES => Err(too_many_failures(&failure)),
            one => Ok(one),
        }
    });
    checked.collect()
}

/// Counts the failures of the lists of several folders; fails if they are too many together.
#[derive(Debug, Default)]
pub(super) struct FailureCount(usize);

impl FailureCount {
    pub(super) fn add(&mut self, list: &SecretList) -> Result<()> {
        self.0 += list.failures.len();
        match list.failures.last() {
            Some(one) if self.0 > MOST_FAILURES => Err(too_many_failures(one)),
            _ => Ok(()),
        }
    }
}

fn too_many_failures(one: &SecretFailure) -> Error {
    let message = format!(
        "more than {MOST_FAILURES} secrets cannot be decrypted. One of them: {}",
        one.error.message()
    );
    Error::new(one.error.kind(), message)
}

/// Fails if there are failures. `opened` is the number of `what` that decrypted.
pub(super) fn check_complete(what: &str, opened: usize, failures: &[SecretFailure]) -> Result<()> {
    match failures {
        [] => Ok(()),
        [first, others @ ..] => Err(Error::new(
            first.error.kind(),
            format!(
                "{} of {} {what} cannot be {}. The first: {}",
                others.len() + 1,
                opened + failures.len(),
                if first.field == REFERENCE { "expanded" } else { "decrypted" },
                first.error.message()
            ),
        )),
    }
}

fn variable(secret: &Secret) -> Result<(&str, &str)> {
    let (name, value) = (secret.name.as_str(), secret.value.expose());
    if name.is_empty() || name.contains(['=', '\0']) {
        let message = format!(
            "secret {name:?}: an environment variable cannot have this name",
            name = Shown(name)
        );
        return Err(Error::new(ErrorKind::InvalidInput, message));
    }
    if value.contains('\0') {
        let message = format!(
            "secret {name:?}: its value contains a null character, which is not possible in an \
             environment variable",
            name = Shown(name)
        );
        return Err(Error::new(ErrorKind::InvalidInput, message));
    }
    Ok((name, value))
}

impl IntoIterator for SecretList {
    type Item = Secret;
    type IntoIter = std::vec::IntoIter<Secret>;

    fn into_iter(self) -> Self::IntoIter {
        self.secrets.into_iter()
    }
}

impl<'a> IntoIterator for &'a SecretList {
    type Item = &'a Secret;
    type IntoIter = slice::Iter<'a, Secret>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secret(name: &str, value: &str) -> Secret {
        Secret {
            id: "1".into(),
            name: name.into(),
            value: value.into(),
            value_read: true,
            comment: "".into(),
            kind: SecretType::Shared,
            version: 1,
            tags: None,
            project_id: "p".into(),
            environment: "dev".into(),
            path: "/".into(),
            metadata: None,
            reminder_days: None,
            reminder_note: None,
            skip_multiline_encoding: None,
            created_at: None,
            updated_at: None,
            end_to_end_encrypted: true,
        }
    }

    #[test]
    fn to_map_of_values_that_were_not_read_is_refused() {
        let list = SecretList::new([Ok(secret("A", "planted").without_value())].into_iter());
        assert_eq!((list.len(), list.secrets()[0].value.expose()), (1, ""));
        for error in [list.to_map().unwrap_err(), list.to_env().unwrap_err()] {
            assert_eq!(error.kind(), ErrorKind::InvalidInput);
            assert!(error.message().contains("\"A\": its value was not read"), "{error}");
        }
        assert!(list.complete().is_ok());
    }

    #[test]
    fn recursive_list_finds_names_by_folder() {
        let at = |path: &str, name: &str| Secret { path: path.into(), ..secret(name, path) };
        let lists = |secrets: Vec<Secret>| {
            secrets.into_iter().map(|one| SecretList::new([Ok(one)].into_iter()))
        };
        let list = SecretList::recursive("/a", lists(vec![at("/a/b", "A"), at("/a/b", "B")]));
        assert!(list.get("A").is_none());
        assert!(list.get_in("/a", "A").is_none());
        assert_eq!(list.get_in("/a/b", "A").unwrap().path, "/a/b");
        assert_eq!(list.folder(), Some("/a"));
        assert_eq!(list.to_map().unwrap().len(), 2);

        let list = SecretList::recursive("/a", lists(vec![at("/a", "A"), at("/a/b", "A")]));
        assert_eq!(list.get("A").unwrap().path, "/a");
        for error in [list.to_map().unwrap_err(), list.to_env().unwrap_err()] {
            assert_eq!(error.kind(), ErrorKind::InvalidInput);
            assert!(error.message().contains("\"A\" is in two folders"), "{error}");
            assert!(error.message().contains("\"/a\" and \"/a/b\""), "{error}");
        }
        // One folder may have two records of a name, as servers of October 2024 accept.
        let twice = SecretList::recursive("/a", lists(vec![at("/a", "A"), at("/a", "A")]));
        assert!(twice.to_map().is_ok());
    }

    fn list(name: &str, value: &str) -> SecretList {
        SecretList::new([Ok(secret("FIT", "1")), Ok(secret(name, value))].into_iter())
    }

    #[test]
    fn to_env_refuses_what_a_variable_cannot_have() {
        assert_eq!(list("B.c", "=\n").to_env().unwrap(), [("FIT", "1"), ("B.c", "=\n")]);
        for (name, value, why) in
            [("", "", "secret \"\""), ("A=B", "", "A=B"), ("NUL", "planted\0", "\"NUL\"")]
        {
            let error = list(name, value).to_env().unwrap_err();
            assert_eq!(error.kind(), ErrorKind::InvalidInput);
            assert!(error.message().contains(why), "{error}");
            assert!(!error.message().contains("planted"));
        }
    }
}
