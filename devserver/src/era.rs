//! The server releases that this crate emulates.

use std::fmt;

use crate::random;

/// A generation of the Infisical server whose wire protocol is spoken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Era {
    /// May 2023: 24-hex ids, `{}` error bodies, secrets by name (v3) and by id (v2).
    May23,
    /// February 2024: UUIDs, folders, scoped service tokens, client-made project keys.
    Feb24,
    /// June 2024: as February 2024, with organisation-scoped sessions and server-made project keys.
    Jun24,
    /// July 2026: only the server has the keys of new projects, and secrets pass in plaintext.
    Modern,
}

impl Era {
    /// The name used on the command line and in the database.
    pub fn name(self) -> &'static str {
        match self {
            Era::May23 => "may23",
            Era::Feb24 => "feb24",
            Era::Jun24 => "jun24",
            Era::Modern => "modern",
        }
    }

    pub(crate) fn is_modern(self) -> bool {
        self == Era::Modern
    }

    /// The largest request body accepted, in bytes.
    pub(crate) fn body_limit(self) -> usize {
        match self {
            Era::May23 => 102_400,
            Era::Feb24 | Era::Jun24 | Era::Modern => 1_048_576,
        }
    }

    /// A fresh record id in the era's form.
    pub(crate) fn new_id(self) -> String {
        match self {
            Era::May23 => random::object_id(),
            Era::Feb24 | Era::Jun24 | Era::Modern => uuid::Uuid::new_v4().to_string(),
        }
    }

    /// Whether `id` has the form the era's database accepts at all.
    pub(crate) fn is_well_formed_id(self, id: &str) -> bool {
        match self {
            Era::May23 => id.len() == 24 && id.bytes().all(|b| b.is_ascii_hexdigit()),
            Era::Feb24 | Era::Jun24 | Era::Modern => uuid::Uuid::try_parse(id).is_ok(),
        }
    }
}

impl fmt::Display for Era {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
