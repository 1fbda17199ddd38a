//! Which secrets of a list are wanted, by their tags and metadata.
//!
//! Servers since October 2024 filter lists that they decrypt. The client filters all lists, so that the
//! result is the same everywhere.

use crate::api::raw_secrets::{Including, RawSecret};
use crate::api::secrets::{Place, SecretRecord};
use crate::api::server::Era;
use crate::client::session::Feature;
use crate::{Error, ErrorKind, Result};

/// Characters that separate the parts of a filter in a query.
const SEPARATORS: [char; 3] = [',', '=', '|'];

/// The tags and metadata of the wanted secrets; by default all are wanted.
#[derive(Debug, Clone, Default)]
pub(super) struct Filter {
    /// Slugs, of which a secret must have one.
    pub(super) tags: Vec<String>,
    /// Keys with values, all of which a secret must have.
    pub(super) metadata: Vec<(String, String)>,
}

impl Filter {
    pub(super) fn is_empty(&self) -> bool {
        self.tags.is_empty() && self.metadata.is_empty()
    }

    /// Fails for a filter of secrets that the server decrypts, if it does not tell what is needed.
    pub(super) fn check_plaintext(&self, era: Era) -> Result<()> {
        if !self.tags.is_empty() {
            Feature::PlaintextTagFilter.check(era)?;
        }
        if !self.metadata.is_empty() {
            Feature::SecretMetadata.check(era)?;
        }
        Ok(())
    }

    /// Fails for a filter of end-to-end encrypted secrets by metadata, which these do not have.
    pub(super) fn check_encrypted(&self, place: &Place) -> Result<()> {
        if self.metadata.is_empty() {
            return Ok(());
        }
        Err(Error::new(
            ErrorKind::UnsupportedByServer,
            format!(
                "{}: end-to-end encrypted secrets have no metadata. Filter by tags",
                place.describe()
            ),
        ))
    }

    /// Fails unless the tags of all records are known, if they are needed.
    pub(super) fn check_known(&self, records: &[SecretRecord], place: &Place) -> Result<()> {
        if self.tags.is_empty() || records.iter().all(|record| record.tag_slugs().is_some()) {
            return Ok(());
        }
        Err(Error::new(
            ErrorKind::UnsupportedByServer,
            format!(
                "{}: the server does not tell this credential the tags of secrets. List all of \
                 them, or use the credential of a user",
                place.describe()
            ),
        ))
    }

    pub(super) fn takes(&self, record: &SecretRecord) -> bool {
        self.tags.is_empty() || record.tag_slugs().is_some_and(|slugs| self.has_one_of(&slugs))
    }

    pub(super) fn takes_raw(&self, record: &RawSecret) -> bool {
        let slugs: Vec<_> = record.tags.iter().flatten().map(|tag| tag.slug.clone()).collect();
        let has = |(key, value): &(String, String)| {
            record.secret_metadata.iter().flatten().any(|entry| {
                // Servers do not search encrypted values.
                entry.key == *key && entry.value.expose() == value && !entry.is_encrypted()
            })
        };
        (self.tags.is_empty() || self.has_one_of(&slugs)) && self.metadata.iter().all(has)
    }

    fn has_one_of(&self, slugs: &[String]) -> bool {
        slugs.iter().any(|slug| self.tags.contains(slug))
    }

    /// The filter as parameters of a query, as far as these can represent it and the server knows
    /// them.
    pub(super) fn query(&self, era: Era) -> Query {
        let is_plain = |text: &String| !text.contains(SEPARATORS) && text.trim() == text;
        let is_sent =
            |has_some: bool, plain: bool| has_some && plain && era.is_since_october_2024();
        let are_plain = self.metadata.iter().all(|(key, value)| is_plain(key) && is_plain(value));
        let pairs = self.metadata.iter().map(|(key, value)| format!("key={key},value={value}"));
        Query {
            tags: is_sent(!self.tags.is_empty(), self.tags.iter().all(is_plain))
                .then(|| self.tags.join(",")),
            metadata: is_sent(!self.metadata.is_empty(), are_plain)
                .then(|| pairs.collect::<Vec<_>>().join("|")),
        }
    }
}

/// A filter as text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Query {
    tags: Option<String>,
    metadata: Option<String>,
}

impl Query {
    /// What a list has, restricted by the filter.
    pub(super) fn asked_with<'a>(&'a self, including: Including<'a>) -> Including<'a> {
        Including { tags: self.tags.as_deref(), metadata: self.metadata.as_deref(), ..including }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filter(tags: &[&str], metadata: &[(&str, &str)]) -> Filter {
        Filter {
            tags: tags.iter().map(|slug| (*slug).to_owned()).collect(),
            metadata: metadata.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect(),
        }
    }

    fn record(tags: &[&str], metadata: &[(&str, &str, bool)]) -> RawSecret {
        let tag = |slug: &&str| serde_json::json!({"id": "1", "slug": slug});
        let tags: Vec<_> = tags.iter().map(tag).collect();
        let metadata = metadata.iter().map(|(key, value, is_encrypted)| {
            serde_json::json!({"key": key, "value": value, "isEncrypted": is_encrypted})
        });
        serde_json::from_value(serde_json::json!({
            "id": "1", "version": 1, "secretKey": "A", "secretValue": "", "tags": tags,
            "secretMetadata": metadata.collect::<Vec<_>>(),
        }))
        .unwrap()
    }

    #[test]
    fn takes_raw_secret_with_one_of_the_tags_and_all_metadata() {
        let record = record(&["web", "old"], &[("team", "core", false), ("pin", "1", true)]);
        for (tags, metadata, is_taken) in [
            (vec![], vec![], true),
            (vec!["web", "nope"], vec![], true),
            (vec!["nope"], vec![], false),
            (vec![], vec![("team", "core")], true),
            (vec![], vec![("team", "other")], false),
            (vec![], vec![("team", "core"), ("x", "y")], false),
            (vec![], vec![("pin", "1")], false),
            (vec!["web"], vec![("team", "other")], false),
        ] {
            assert_eq!(filter(&tags, &metadata).takes_raw(&record), is_taken, "{tags:?}");
        }
    }

    #[test]
    fn query_has_what_the_server_can_filter_by() {
        let query = |filter: Filter, era| filter.query(era);
        let both = || filter(&["a", "b"], &[("team", "core"), ("k", "v")]);
        let sent = query(both(), Era::Modern);
        assert_eq!(sent.tags.as_deref(), Some("a,b"));
        assert_eq!(sent.metadata.as_deref(), Some("key=team,value=core|key=k,value=v"));
        assert_eq!(query(both(), Era::June2024), Query::default());
        let separators = filter(&["a,b"], &[("k", "a=b")]);
        assert_eq!(query(separators, Era::Modern), Query::default());
        assert_eq!(query(filter(&[], &[]), Era::Modern), Query::default());
    }
}
