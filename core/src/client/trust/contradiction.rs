//! Errors for answers that contradict earlier ones.

use super::knowledge::Sighting;
use crate::api::secrets::{Place, subject};
use crate::text::Shown;
use crate::{Error, ErrorKind};

/// The most names in an error.
const NAMES_SHOWN: usize = 5;

/// A contradiction, with its text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Contradiction {
    subject: String,
    what: String,
}

impl Contradiction {
    fn of(sighting: &Sighting, what: impl FnOnce() -> String) -> Self {
        let subject = format!(
            "secret {:?} in environment {:?}, path {:?}",
            Shown(&sighting.name),
            Shown(&sighting.environment),
            Shown(&sighting.path)
        );
        Self { subject, what: what() }
    }

    pub(super) fn older(sighting: &Sighting, known: i64) -> Self {
        Self::of(sighting, || {
            format!(
                "the server returned version {}, and version {known} was seen",
                sighting.version
            )
        })
    }

    pub(super) fn other_content(sighting: &Sighting) -> Self {
        Self::of(sighting, || {
            format!("its version {} had another name or value when it was seen", sighting.version)
        })
    }

    pub(super) fn moved(sighting: &Sighting, environment: &str, path: &str) -> Self {
        Self::of(sighting, || {
            format!(
                "this secret was seen in environment {:?}, path {:?}",
                Shown(environment),
                Shown(path)
            )
        })
    }

    pub(super) fn other_name(sighting: &Sighting, known_as: &str) -> Self {
        Self::of(sighting, || {
            format!("its value has the ciphertext of another secret, {:?}", Shown(known_as))
        })
    }

    pub(super) fn undeleted(sighting: &Sighting) -> Self {
        Self::of(sighting, || {
            "the server said that it deleted this secret, and returned it again".to_owned()
        })
    }

    pub(super) fn replaced(sighting: &Sighting) -> Self {
        Self::of(sighting, || {
            "the server returned a new secret in place of the one that was seen".to_owned()
        })
    }

    pub(super) fn lost(place: &Place, mut names: Vec<String>) -> Self {
        let subject = match names.as_slice() {
            [name] => subject(name, place),
            _ => format!("secrets of {}", place.describe()),
        };
        let all = names.len();
        names.truncate(NAMES_SHOWN);
        let shown: Vec<String> = names.iter().map(|name| format!("{:?}", Shown(name))).collect();
        let more = if all > names.len() { " and others" } else { "" };
        let what = format!(
            "the server did not return {}{more}, which {} seen before",
            shown.join(", "),
            if all == 1 { "was" } else { "were" }
        );
        Self { subject, what }
    }

    /// The error, for a trust store that is called `store`.
    pub(super) fn into_error(self, store: &str) -> Error {
        let Self { subject, what } = self;
        Error::new(
            ErrorKind::TamperingSuspected,
            format!(
                "{subject}: {what} ({store}). Do not use the answer. Ask the members of the \
                 project whether one of them deleted, moved or rolled back secrets there, or \
                 removed you. If so, accept it with trust.forget_secrets"
            ),
        )
    }
}
