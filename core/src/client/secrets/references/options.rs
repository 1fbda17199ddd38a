//! The options of expanding references.

use std::str::FromStr;

use crate::{Error, ErrorKind, Result};

/// What to do with a reference to a missing secret. In both cases, a reference of a secret to
/// itself, `${SELF}` in the value of `SELF`, stays as written, and a circular reference through
/// several secrets is an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum UnknownReferences {
    /// Reject the secret that contains it.
    #[default]
    Error,
    /// Leave it as written.
    Keep,
}

impl UnknownReferences {
    /// `"error"` or `"keep"`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Keep => "keep",
        }
    }
}

impl FromStr for UnknownReferences {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let all = [Self::Error, Self::Keep];
        all.into_iter().find(|one| one.as_str() == text).ok_or_else(|| {
            Error::new(ErrorKind::InvalidInput, "unknown_references must be \"error\" or \"keep\"")
        })
    }
}

/// Where to look up `${NAME}` in a value that was itself reached by a reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum NestedReferences {
    /// In the folder of the secret that contains it.
    #[default]
    OwnFolder,
    /// In the folder being read, like the Infisical CLI of 2024.
    ReadFolder,
}

impl NestedReferences {
    /// `"own_folder"` or `"read_folder"`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::OwnFolder => "own_folder",
            Self::ReadFolder => "read_folder",
        }
    }
}

impl FromStr for NestedReferences {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let all = [Self::OwnFolder, Self::ReadFolder];
        all.into_iter().find(|one| one.as_str() == text).ok_or_else(|| {
            Error::new(
                ErrorKind::InvalidInput,
                "nested references are looked up in \"own_folder\" or \"read_folder\"",
            )
        })
    }
}
