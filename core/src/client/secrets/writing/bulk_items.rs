//! The items of a bulk operation and their results.

use crate::client::secrets::approval::Approval;
use crate::{Error, Result, SecretString};

/// A name and its new value.
#[derive(Debug, Clone)]
pub struct NewValue {
    /// The name.
    pub name: String,
    /// The value.
    pub value: SecretString,
    /// The comment; `None` keeps the current one.
    pub comment: Option<SecretString>,
}

impl NewValue {
    /// A value that keeps the current comment.
    pub fn new(name: impl Into<String>, value: impl Into<SecretString>) -> Self {
        Self { name: name.into(), value: value.into(), comment: None }
    }

    /// Sets a comment for people.
    #[must_use]
    pub fn comment(mut self, comment: impl Into<SecretString>) -> Self {
        self.comment = Some(comment.into());
        self
    }
}

/// The result of changing many secrets, or the plan of a dry run.
#[derive(Debug)]
pub struct BulkResult {
    /// One item for each secret, in the order given.
    pub items: Vec<BulkItem>,
}

impl BulkResult {
    /// Fails unless every item was done.
    ///
    /// # Errors
    /// The error of the first item that failed, with the number of failed items.
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

/// The result for one of many secrets, or its plan in a dry run.
#[derive(Debug)]
pub struct BulkItem {
    /// The secret's name.
    pub name: String,
    /// `create`, `update`, `delete`, `unchanged` if it already has the value, or `absent` if there
    /// is no secret to delete.
    pub action: &'static str,
    /// `planned` in a dry run; else `done`, `failed`, or `proposed` if a policy of the project asks
    /// for approval first.
    pub status: &'static str,
    /// Why the secret was not changed.
    pub error: Option<Error>,
    /// The request for approval of a proposed change.
    pub approval: Option<Approval>,
}
