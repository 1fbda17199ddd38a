//! The plan of a bulk operation, made before anything is sent.

use std::collections::{HashMap, HashSet};

use super::bulk_items::{BulkItem, NewValue};
use crate::api::secrets::{Fields, Place, subject};
use crate::api::server::Era;
use crate::client::secrets::cryptor;
use crate::client::secrets::list::SecretList;
use crate::client::secrets::names::{check_address, check_spelling};
use crate::client::secrets::raw::{RawChange, check_value};
use crate::client::secrets::secret::Secret;
use crate::crypto::ProjectKey;
use crate::text::Shown;
use crate::{Error, ErrorKind, Result, SecretString};

/// The maximum number of secrets in one request. Servers compute an Argon2id for each, so more
/// would delay progress.
const MOST_IN_A_REQUEST: usize = 25;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Action {
    Create,
    Update,
    Delete,
    Unchanged,
    Absent,
}

impl Action {
    pub(super) const WRITING: [Self; 3] = [Self::Create, Self::Update, Self::Delete];

    const fn as_str(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Update => "update",
            Self::Delete => "delete",
            Self::Unchanged => "unchanged",
            Self::Absent => "absent",
        }
    }
}

/// One secret, its planned change, and the result.
pub(super) struct PlannedChange {
    pub(super) name: String,
    /// The secret's id; empty for a new secret.
    pub(super) id: String,
    pub(super) value: SecretString,
    pub(super) comment: Option<SecretString>,
    /// Whether the comment equals the current one.
    keeps_comment: bool,
    pub(super) action: Action,
    /// `None` until it is sent, or rejected before sending.
    pub(super) outcome: Option<Result<()>>,
}

impl PlannedChange {
    pub(super) fn set(wanted: NewValue, there: &HashMap<String, Secret>) -> Self {
        let NewValue { name, value, comment } = wanted;
        let current = there.get(&name);
        let same = |secret: &Secret| {
            secret.value == value && comment.as_ref().is_none_or(|one| *one == secret.comment)
        };
        let action = match current {
            None => Action::Create,
            Some(secret) if same(secret) => Action::Unchanged,
            Some(_) => Action::Update,
        };
        // Sent with the value, so that no server deletes the comment.
        let comment = comment.or_else(|| current.map(|secret| secret.comment.clone()));
        let keeps_comment = current.is_some_and(|secret| Some(&secret.comment) == comment.as_ref());
        let id = current.map(|secret| secret.id.clone()).unwrap_or_default();
        Self { name, id, value, comment, keeps_comment, action, outcome: None }
    }

    pub(super) fn delete(name: String, there: &HashMap<String, Secret>) -> Self {
        let current = there.get(&name);
        let action = if current.is_some() { Action::Delete } else { Action::Absent };
        let id = current.map(|secret| secret.id.clone()).unwrap_or_default();
        let (value, comment) = ("".into(), None);
        Self { name, id, value, comment, keeps_comment: true, action, outcome: None }
    }

    /// The comment of a new secret; an empty one is the same as none.
    pub(super) fn new_comment(&self) -> Option<&SecretString> {
        self.comment.as_ref().filter(|comment| !comment.is_empty())
    }

    /// The change for a plaintext route.
    pub(super) fn raw(&self) -> RawChange<'_> {
        let comment = self.comment.as_ref().filter(|_| !self.keeps_comment);
        RawChange { value: Some(&self.value), comment, ..RawChange::default() }
    }

    /// Fails if the plaintext routes, which have the name in the URL, cannot make the change.
    pub(super) fn check_raw(&self, place: &Place, era: Era) -> Result<()> {
        check_address(&self.name, era, "Choose another name")?;
        match self.action {
            Action::Create => check_value(&self.name, &self.value),
            Action::Update => {
                check_value(&self.name, &self.value)?;
                self.raw().check(&subject(&self.name, place), era)
            }
            _ => Ok(()),
        }
    }

    /// Whether the server holds the change back for approval.
    pub(super) fn awaits_approval(&self) -> bool {
        matches!(&self.outcome, Some(Err(error)) if error.approval().is_some())
    }

    /// Whether it is a write that has not been sent.
    pub(super) fn is_due(&self) -> bool {
        Action::WRITING.contains(&self.action) && self.outcome.is_none()
    }

    pub(super) fn fields(&self, key: &ProjectKey) -> Result<Fields> {
        if self.action == Action::Delete {
            return Ok(Fields::default());
        }
        let comment = self.comment.as_ref().filter(|comment| {
            // An empty comment is the same as none, but it must replace an existing one.
            self.action == Action::Update || !comment.is_empty()
        });
        cryptor::seal(key, Some(&self.name), Some(&self.value), comment)
    }

    /// Its approximate length in a request, in bytes.
    fn bytes(&self) -> usize {
        bytes(self.name.len(), self.value.len(), self.comment.as_ref().map_or(0, SecretString::len))
    }

    pub(super) fn into_item(self, dry_run: bool) -> BulkItem {
        let error = self.outcome.and_then(Result::err);
        let approval = error.as_ref().and_then(Error::approval).cloned();
        let status = match &error {
            Some(_) if approval.is_some() => "proposed",
            Some(_) => "failed",
            None if dry_run => "planned",
            None => "done",
        };
        BulkItem { name: self.name, action: self.action.as_str(), status, error, approval }
    }
}

/// The approximate length in a request, in bytes, of a secret with strings of these lengths.
pub(super) const fn bytes(name: usize, value: usize, comment: usize) -> usize {
    (name * 2 + value + comment).div_ceil(3) * 4 + 512
}

/// Bytes of ciphertext in one request, which with their field names stay below the servers' limits of
/// 100 KiB and 1 MiB.
const fn most_bytes(era: Era) -> usize {
    match era {
        Era::May2023 => 64 << 10,
        _ => 640 << 10,
    }
}

/// The number of changes in one request.
#[derive(Clone, Copy)]
pub(super) struct Limits {
    pub(super) changes: usize,
    pub(super) bytes: usize,
}

impl Limits {
    pub(super) const fn of(era: Era) -> Self {
        Self { changes: MOST_IN_A_REQUEST, bytes: most_bytes(era) }
    }

    /// Where the server encrypts, without an Argon2id for each.
    pub(super) const RAW: Self = Self { changes: 1000, bytes: 640 << 10 };

    /// Where a request changes one secret.
    pub(super) const ONE: Self = Self { changes: 1, bytes: usize::MAX };

    /// The number of changes that fit in the next request: at least one, which the server may
    /// reject as too large.
    pub(super) fn fitting(self, changes: &[&mut PlannedChange]) -> usize {
        self.fitting_lengths(changes.iter().map(|change| change.bytes()))
    }

    /// Like [`fitting`](Self::fitting), for changes of these approximate lengths in a request.
    pub(super) fn fitting_lengths(self, lengths: impl Iterator<Item = usize>) -> usize {
        let mut bytes = 0;
        let fitting = lengths.take(self.changes).take_while(|length| {
            bytes += length;
            bytes <= self.bytes
        });
        fitting.count().max(1)
    }
}

/// Fails if a secret that does not decrypt may be one of those named. If its name does not decrypt,
/// it may be any name that no other secret has; such a name must not be created again or treated as
/// absent. The same holds for the name of a secret whose value does not decrypt.
pub(super) fn by_name<'a>(
    list: SecretList,
    names: impl Iterator<Item = &'a str>,
) -> Result<HashMap<String, Secret>> {
    let nameless = list.failures().iter().any(|failure| failure.name.is_none());
    for name in names {
        if list.get(name).is_none() && (nameless || list.failure(name).is_some()) {
            list.check_complete()?;
        }
    }
    Ok(list.into_iter().map(|secret| (secret.name.clone(), secret)).collect())
}

pub(super) fn check_names<'a>(names: impl Iterator<Item = &'a str>) -> Result<()> {
    let mut seen = HashSet::new();
    for name in names {
        check_spelling(name)?;
        if !seen.insert(name) {
            let message = format!("secret {name:?} is given twice", name = Shown(name));
            return Err(Error::new(ErrorKind::InvalidInput, message));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{SecretFailure, SecretType};

    fn change(bytes: usize) -> PlannedChange {
        PlannedChange::set(NewValue::new("A", "x".repeat(bytes)), &HashMap::new())
    }

    #[test]
    fn batch_fits_the_limits_and_is_never_empty() {
        let limits = |bytes| Limits { changes: MOST_IN_A_REQUEST, bytes };
        let mut small: Vec<_> = (0..250).map(|_| change(1)).collect();
        let small: Vec<_> = small.iter_mut().collect();
        assert_eq!(limits(1 << 20).fitting(&small), MOST_IN_A_REQUEST);
        assert_eq!(limits(3 * change(1).bytes()).fitting(&small), 3);
        assert_eq!(Limits::ONE.fitting(&small), 1);
        let (mut first, mut second) = (change(1 << 20), change(1));
        assert_eq!(limits(1024).fitting(&[&mut first, &mut second]), 1);
    }

    #[test]
    fn plan_with_undecryptable_secrets_refuses_uncertain_names() {
        let list = |name: Option<&str>| {
            let error = Error::new(ErrorKind::DecryptionFailed, "it was changed");
            let (id, name) = ("1".into(), name.map(str::to_owned));
            let failure =
                SecretFailure { id, name, kind: SecretType::Shared, field: "secretKey", error };
            SecretList::new([Err(failure)].into_iter())
        };
        assert!(by_name(list(None), std::iter::empty()).unwrap().is_empty());
        let refused = by_name(list(None), ["A"].into_iter()).unwrap_err();
        assert_eq!(refused.kind(), ErrorKind::DecryptionFailed);
        by_name(list(Some("A")), ["A"].into_iter()).unwrap_err();
        assert!(by_name(list(Some("B")), ["A"].into_iter()).unwrap().is_empty());
        assert!(by_name(SecretList::default(), ["A"].into_iter()).unwrap().is_empty());
    }

    #[test]
    fn plan_with_duplicate_name_is_refused() {
        assert!(check_names(["A", "a"].into_iter()).is_ok());
        let error = check_names(["A", "B", "A"].into_iter()).unwrap_err();
        assert!(error.message().contains("\"A\""));
    }
}
