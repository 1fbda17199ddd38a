//! The fields of a secret besides value, comment and tags, where the server decrypts it: metadata, a
//! reminder, and how a value of several lines is written.

use std::collections::HashSet;

use super::names::trimmed;
use super::secret::{Secret, SecretMetadata};
use crate::api::raw_secrets::{Metadata, NewExtras};
use crate::api::server::Era;
use crate::client::session::Feature;
use crate::{Error, ErrorKind, Result, SecretString};

/// The longest note of a reminder, in UTF-16 units.
const LONGEST_NOTE: usize = 1024;

/// The fields that a call sets; absent fields stay unchanged.
#[derive(Debug, Clone, Default)]
pub(super) struct Extras {
    pub(super) metadata: Option<Vec<SecretMetadata>>,
    pub(super) reminder_note: Option<String>,
    pub(super) reminder_days: Option<i64>,
    pub(super) skip_multiline_encoding: Option<bool>,
}

/// The setters of both requests, for the field `extras: Extras`.
macro_rules! extras_setters {
    () => {
        /// Metadata, each key with its value; it takes the place of all metadata that the secret
        /// had. Needs one of today's servers that decrypts the project's secrets.
        pub fn metadata(
            mut self,
            entries: impl IntoIterator<Item = (impl Into<String>, impl Into<SecretString>)>,
        ) -> Self {
            self.extras.add_metadata(entries, false);
            self
        }

        /// Metadata whose values the server stores encrypted, with a key that it has; lists cannot
        /// be filtered by these. Together with `metadata`, it takes the place of all metadata that
        /// the secret had. Needs one of today's servers that decrypts the project's secrets.
        pub fn encrypted_metadata(
            mut self,
            entries: impl IntoIterator<Item = (impl Into<String>, impl Into<SecretString>)>,
        ) -> Self {
            self.extras.add_metadata(entries, true);
            self
        }

        /// After how many days the server reminds the members of the project, again and again, to
        /// change the secret. Needs a server since October 2024 that decrypts the project's
        /// secrets.
        pub fn reminder_days(mut self, days: i64) -> Self {
            self.extras.reminder_days = Some(days);
            self
        }

        /// Note for the reminder, of at most 1,024 UTF-16 units. The server can read it, and sends
        /// it by e-mail. Needs `reminder_days`.
        pub fn reminder_note(mut self, note: impl Into<String>) -> Self {
            self.extras.reminder_note = Some(note.into());
            self
        }

        /// Whether the server's own tools write a value of several lines as it is, instead of in one
        /// line with escapes. This client always returns values as they are. Needs a server since
        /// October 2024 that decrypts the project's secrets.
        pub fn skip_multiline_encoding(mut self, skip: bool) -> Self {
            self.extras.skip_multiline_encoding = Some(skip);
            self
        }
    };
}

pub(super) use extras_setters;

impl Extras {
    pub(super) fn add_metadata(
        &mut self,
        entries: impl IntoIterator<Item = (impl Into<String>, impl Into<SecretString>)>,
        encrypted: bool,
    ) {
        let new = entries.into_iter().map(|(key, value)| SecretMetadata {
            key: key.into(),
            value: value.into(),
            encrypted,
        });
        self.metadata.get_or_insert_default().extend(new);
    }

    pub(super) fn is_empty(&self) -> bool {
        let Self { metadata, reminder_note, reminder_days, skip_multiline_encoding } = self;
        metadata.is_none()
            && reminder_note.is_none()
            && reminder_days.is_none()
            && skip_multiline_encoding.is_none()
    }

    /// Fails for what the server would refuse, change or ignore. `subject` names the secret.
    pub(super) fn check(&self, subject: &str) -> Result<()> {
        let mut keys = HashSet::new();
        let has_space = |text: &str| trimmed(text) != text;
        let mut entries = self.metadata.iter().flatten();
        let is_unfit = |entry: &SecretMetadata| {
            entry.key.is_empty() || has_space(&entry.key) || has_space(entry.value.expose())
        };
        let refused = if entries.clone().any(is_unfit) {
            "a key of its metadata is empty, or a key or value has white space around it, which the \
             server would remove"
        } else if !entries.all(|entry| keys.insert(&entry.key)) {
            "its metadata has one key twice"
        } else if self.reminder_days.is_some_and(|days| days < 1) {
            "a reminder comes after at least one day"
        } else if self.reminder_note.is_some() && self.reminder_days.is_none() {
            "without reminder_days, the server ignores reminder_note. Set both"
        } else if self.reminder_note.as_deref().is_some_and(has_space) {
            "its reminder_note has white space around it, which the server would remove"
        } else if self.reminder_note.iter().any(|it| it.encode_utf16().count() > LONGEST_NOTE) {
            "its reminder_note is longer than 1,024 UTF-16 units"
        } else {
            return Ok(());
        };
        Err(Error::new(ErrorKind::InvalidInput, format!("{subject}: {refused}")))
    }

    /// Fails for what servers of an era do not store.
    pub(super) fn check_stored(&self, subject: &str, era: Era) -> Result<()> {
        if self.metadata.is_some() {
            Feature::SecretMetadata.check_for(era, subject)?;
        }
        if self.reminder_days.is_some() {
            Feature::PlaintextReminder.check_for(era, subject)?;
        }
        if self.skip_multiline_encoding.is_some() {
            Feature::PlaintextMultiline.check_for(era, subject)?;
        }
        Ok(())
    }

    pub(super) fn fields(&self) -> NewExtras<'_> {
        NewExtras {
            secret_metadata: self.metadata.as_deref().map(metadata_of),
            secret_reminder_note: self.reminder_note.clone(),
            secret_reminder_repeat_days: self.reminder_days,
            skip_multiline_encoding: self.skip_multiline_encoding,
        }
    }

    /// The field of a secret that differs after a change, if the server returns it.
    pub(super) fn differs_in(&self, secret: &Secret, era: Era) -> Option<&'static str> {
        let sorted = |entries: &[SecretMetadata]| {
            let mut sorted: Vec<_> = entries
                .iter()
                .map(|one| (one.key.clone(), one.value.expose().to_owned(), one.encrypted))
                .collect();
            sorted.sort_unstable();
            sorted
        };
        let stored = secret.metadata.as_deref().unwrap_or_default();
        if self.metadata.as_ref().is_some_and(|sent| sorted(sent) != sorted(stored)) {
            return Some("metadata");
        }
        let skips = self.skip_multiline_encoding;
        if skips.is_some() && skips != Some(secret.skip_multiline_encoding.unwrap_or_default()) {
            return Some("skip_multiline_encoding");
        }
        // Today's servers tell reminders only in lists.
        if era.is_modern() {
            return None;
        }
        let is_other = self.reminder_days.is_some() && self.reminder_days != secret.reminder_days
            || self.reminder_note.is_some() && self.reminder_note != secret.reminder_note;
        is_other.then_some("reminder")
    }
}

fn metadata_of(entries: &[SecretMetadata]) -> Vec<Metadata<'_>> {
    entries.iter().map(|one| Metadata::new(&one.key, &one.value, one.encrypted)).collect()
}

/// The error for metadata, a reminder or the like for an end-to-end encrypted secret.
pub(super) fn unencrypted(subject: &str) -> Error {
    Error::new(
        ErrorKind::UnsupportedByServer,
        format!(
            "{subject}: it is end-to-end encrypted, and the server would store metadata, reminders \
             and skip_multiline_encoding in plaintext or not at all. Nothing was sent. Leave them \
             out, or put the text into the comment, which is encrypted"
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn metadata(entries: &[(&str, &str)]) -> Extras {
        let entry = |(key, value): &(&str, &str)| SecretMetadata {
            key: (*key).into(),
            value: (*value).into(),
            encrypted: false,
        };
        Extras { metadata: Some(entries.iter().map(entry).collect()), ..Extras::default() }
    }

    fn reminder(days: Option<i64>, note: &str) -> Extras {
        let reminder_note = Some(note.to_owned());
        Extras { reminder_days: days, reminder_note, ..Extras::default() }
    }

    #[test]
    fn check_extras_that_servers_would_change_or_ignore_are_refused() {
        for good in [
            Extras::default(),
            metadata(&[]),
            metadata(&[("team", "core"), ("b", "")]),
            reminder(Some(1), "note"),
            reminder(Some(30), &"n".repeat(1024)),
        ] {
            assert!(good.check("secret").is_ok(), "{good:?}");
        }
        for (bad, why) in [
            (metadata(&[("", "x")]), "empty"),
            (metadata(&[(" a", "x")]), "white space"),
            (metadata(&[("a", "planted ")]), "white space"),
            (metadata(&[("a", "1"), ("a", "2")]), "twice"),
            (reminder(None, "note"), "reminder_days"),
            (reminder(Some(0), "note"), "one day"),
            (reminder(Some(1), " note"), "white space"),
            (reminder(Some(1), &"n".repeat(1025)), "1,024"),
        ] {
            let error = bad.check("secret \"A\"").unwrap_err();
            assert_eq!(error.kind(), ErrorKind::InvalidInput);
            assert!(error.message().contains(why), "{error}");
            assert!(!error.message().contains("planted"), "{error}");
        }
    }

    #[test]
    fn check_stored_names_what_an_era_lacks() {
        let skips = Extras { skip_multiline_encoding: Some(true), ..Extras::default() };
        for (extras, first) in [
            (metadata(&[("a", "b")]), Era::Modern),
            (reminder(Some(1), ""), Era::October2024),
            (skips, Era::October2024),
        ] {
            for era in [Era::February2024, Era::June2024, Era::October2024, Era::Modern] {
                assert_eq!(extras.check_stored("secret", era).is_ok(), era >= first, "{extras:?}");
            }
        }
    }
}
