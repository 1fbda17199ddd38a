//! The secrets of a place, and those among them that did not decrypt.

use std::collections::BTreeMap;
use std::slice;

use super::Secret;
use crate::{Error, ErrorKind, Result, SecretString};

/// The secrets of one place.
///
/// One changed ciphertext does not hide the secrets beside it: those that decrypt are here, and
/// [`failures`](Self::failures) names the others. Iterating gives what decrypted. A program that
/// must have everything calls [`complete`](Self::complete) or [`to_map`](Self::to_map), which fail
/// if anything is missing.
#[derive(Debug, Clone, Default)]
pub struct SecretList {
    secrets: Vec<Secret>,
    failures: Vec<SecretFailure>,
}

/// A secret that is there and does not decrypt.
#[derive(Debug)]
pub struct SecretFailure {
    /// The secret's id. Its name is encrypted too, so it may be unknown.
    pub id: String,
    /// The field that did not verify: `secretKey`, `secretValue` or `secretComment`.
    pub field: &'static str,
    /// What happened, of kind [`ErrorKind::DecryptionFailed`].
    pub error: Error,
}

impl Clone for SecretFailure {
    fn clone(&self) -> Self {
        Self {
            id: self.id.clone(),
            field: self.field,
            error: Error::new(self.error.kind(), self.error.message()),
        }
    }
}

impl SecretList {
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

    /// The secrets that decrypted, in the server's order.
    #[must_use]
    pub fn secrets(&self) -> &[Secret] {
        &self.secrets
    }

    /// The secrets that did not.
    #[must_use]
    pub fn failures(&self) -> &[SecretFailure] {
        &self.failures
    }

    /// The secret of that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Secret> {
        self.secrets.iter().find(|secret| secret.name == name)
    }

    /// Iterates over the secrets that decrypted.
    pub fn iter(&self) -> slice::Iter<'_, Secret> {
        self.secrets.iter()
    }

    /// How many decrypted.
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
    /// [`ErrorKind::DecryptionFailed`] says how many did not, and which was the first.
    pub fn complete(self) -> Result<Vec<Secret>> {
        self.check_complete()?;
        Ok(self.secrets)
    }

    /// Names to values, if every secret decrypted.
    ///
    /// # Errors
    /// As [`complete`](Self::complete).
    pub fn to_map(&self) -> Result<BTreeMap<String, SecretString>> {
        self.check_complete()?;
        Ok(self.secrets.iter().map(|secret| (secret.name.clone(), secret.value.clone())).collect())
    }

    /// Fails unless every secret decrypted.
    ///
    /// # Errors
    /// As [`complete`](Self::complete).
    pub fn check_complete(&self) -> Result<()> {
        match self.failures.as_slice() {
            [] => Ok(()),
            [first, others @ ..] => Err(Error::new(
                ErrorKind::DecryptionFailed,
                format!(
                    "{} of {} secrets cannot be decrypted. The first: {}",
                    others.len() + 1,
                    self.secrets.len() + self.failures.len(),
                    first.error.message()
                ),
            )),
        }
    }
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
