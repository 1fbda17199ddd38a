//! What is to become of each of many secrets, and what became of it.

use crate::client::secrets::approval::Approval;
use crate::{Error, Result, SecretString};

/// A name with the value it is to have.
#[derive(Debug, Clone)]
pub struct NewValue {
    /// The name.
    pub name: String,
    /// The value.
    pub value: SecretString,
    /// The comment; `None` keeps the one there is.
    pub comment: Option<SecretString>,
}

impl NewValue {
    /// A value without a comment of its own.
    pub fn new(name: impl Into<String>, value: impl Into<SecretString>) -> Self {
        Self { name: name.into(), value: value.into(), comment: None }
    }

    /// With a comment for people.
    #[must_use]
    pub fn comment(mut self, comment: impl Into<SecretString>) -> Self {
        self.comment = Some(comment.into());
        self
    }
}

/// What happened to many secrets, or would.
#[derive(Debug)]
pub struct BulkResult {
    /// One for each secret named, in that order.
    pub items: Vec<BulkItem>,
}

impl BulkResult {
    /// Fails unless every item is as it should be.
    ///
    /// # Errors
    /// The first item's, with how many failed.
    pub fn check_complete(&self) -> Result<()> {
        let mut failures = self.items.iter().filter_map(|item| item.error.as_ref());
        let Some(first) = failures.next() else {
            return Ok(());
        };
        let (failed, total) = (failures.count() + 1, self.items.len());
        Err(Error::new(
            first.kind(),
            format!("{failed} of {total} secrets were not changed. The first: {}", first.message()),
        ))
    }
}

/// What happened to one of many secrets, or would.
#[derive(Debug)]
pub struct BulkItem {
    /// The secret's name.
    pub name: String,
    /// `create`, `update`, `delete`, `unchanged` if it has that value, or `absent` if there is none to
    /// delete.
    pub action: &'static str,
    /// `planned` in a dry run; else `done`, `failed`, or `proposed` if a policy of the project asks
    /// for approval first.
    pub status: &'static str,
    /// Why it was not done.
    pub error: Option<Error>,
    /// What a proposed change waits for.
    pub approval: Option<Approval>,
}
