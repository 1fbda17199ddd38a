//! Filters of the audit log, and where a page begins.

use super::event::AuditEvent;
use crate::api::server::Era;
use crate::client::call::instant;
use crate::client::session::Feature;
use crate::text::Shown;
use crate::{Error, ErrorKind, Result};

/// The events and channels of May 2023's log.
const EVENTS_OF_MAY_2023: [&str; 4] =
    ["readSecrets", "addSecrets", "updateSecrets", "deleteSecrets"];
const CHANNELS_OF_MAY_2023: [&str; 5] = ["web", "cli", "auto", "k8-operator", "other"];

/// The default and maximum number of entries per page.
const PAGE: u64 = 100;
pub(super) const LONGEST_PAGE: u64 = 1000;

/// The filter for events.
#[derive(Debug, Clone, Default)]
pub(super) struct Filter {
    pub(super) events: Vec<String>,
    pub(super) actor: Option<String>,
    pub(super) channel: Option<String>,
    pub(super) start: Option<String>,
    pub(super) end: Option<String>,
    /// Names and values.
    pub(super) metadata: Vec<(String, String)>,
}

impl Filter {
    /// The first and last moment of the filter.
    pub(super) fn times(&self) -> Result<(Option<i64>, Option<i64>)> {
        let time = |what, text: &Option<String>| {
            text.as_deref().map(|text| instant::given(what, text)).transpose()
        };
        Ok((time("the start", &self.start)?, time("the end", &self.end)?))
    }

    /// May 2023 answers an unknown name with an empty page; later servers reject it.
    pub(super) fn check(&self, era: Era) -> Result<()> {
        self.check_metadata(era)?;
        if !era.is_may_2023() {
            return Ok(());
        }
        let check = |what: &str, name: &String, known: &[&str]| {
            if known.contains(&name.as_str()) {
                return Ok(());
            }
            Err(Error::new(
                ErrorKind::InvalidInput,
                format!(
                    "{name:?} is not a known {what} on this server. It knows: {}",
                    known.join(", "),
                    name = Shown(name)
                ),
            ))
        };
        self.events.iter().try_for_each(|name| check("event", name, &EVENTS_OF_MAY_2023))?;
        self.channel.iter().try_for_each(|name| check("channel", name, &CHANNELS_OF_MAY_2023))
    }

    /// Servers since autumn 2024 take all metadata in one text, with `=` and `,` as separators.
    fn check_metadata(&self, era: Era) -> Result<()> {
        if !self.metadata.is_empty() {
            Feature::AuditMetadata.check(era)?;
        }
        let texts = self.metadata.iter().flat_map(|(name, value)| [name, value]);
        match texts.into_iter().find(|text| text.is_empty() || text.contains(['=', ','])) {
            Some(text) => Err(Error::new(
                ErrorKind::InvalidInput,
                format!(
                    "an audit log cannot be filtered by metadata {text:?}. A name or value must \
                     not be empty or contain \"=\" or \",\"",
                    text = Shown(text)
                ),
            )),
            None => Ok(()),
        }
    }

    /// Whether an event matches the filter; servers support only a part of it.
    pub(super) fn lets_through(
        &self,
        event: &AuditEvent,
        (start, end): (Option<i64>, Option<i64>),
    ) -> bool {
        let time = event.created_at.as_deref().and_then(instant::parse);
        let is =
            |wanted: &Option<String>, found: &Option<String>| wanted.is_none() || wanted == found;
        (self.events.is_empty() || self.events.contains(&event.event))
            && is(&self.actor, &event.actor_id)
            && is(&self.channel, &event.channel)
            && self.metadata.iter().all(|(name, value)| {
                event.details.iter().any(|one| one.name == *name && one.value == *value)
            })
            && time.is_none_or(|time| {
                start.is_none_or(|start| start <= time) && end.is_none_or(|end| time <= end)
            })
    }
}

/// Where a page begins, and how long it is.
#[derive(Debug, Clone, Default)]
pub(super) struct Paging {
    pub(super) cursor: Option<String>,
    pub(super) size: Option<u64>,
    /// Whether the default size is the largest, for calls that read the whole log.
    pub(super) reads_all: bool,
}

impl Paging {
    /// The size for a server. An entry of May 2023 can stand for hundreds of secrets.
    pub(super) fn size_for(&self, era: Era) -> u64 {
        let default = if self.reads_all && !era.is_may_2023() { LONGEST_PAGE } else { PAGE };
        self.size.unwrap_or(default)
    }

    pub(super) fn check(&self) -> Result<()> {
        match self.size.unwrap_or(PAGE) {
            1..=LONGEST_PAGE => Ok(()),
            _ => Err(Error::new(
                ErrorKind::InvalidInput,
                format!("a page of the audit log has 1 to {LONGEST_PAGE} entries"),
            )),
        }
    }

    pub(super) fn position(&self) -> Result<Position> {
        let Some(cursor) = &self.cursor else {
            return Ok(Position::default());
        };
        Position::parse(cursor).ok_or_else(|| {
            Error::new(
                ErrorKind::InvalidInput,
                "the cursor is invalid. Use one that a page of the audit log returned",
            )
        })
    }
}

/// The position of the last entry of the previous page. New entries push it further down, so the
/// search for it begins there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Position {
    pub(super) offset: u64,
    /// `None` at the beginning of the log, or of a span of it.
    pub(super) last: Option<String>,
    /// The end of the span being read; `None` in the newest.
    pub(super) before: Option<i64>,
}

impl Position {
    fn parse(cursor: &str) -> Option<Self> {
        let (place, last) = cursor.split_once('.')?;
        let (offset, before) = match place.split_once('-') {
            Some((offset, before)) => (offset, Some(before)),
            None => (place, None),
        };
        let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number(offset) || !before.is_none_or(is_number) {
            return None;
        }
        let before = before.map(str::parse).transpose().ok()?;
        let last = Some(last.to_owned()).filter(|id| !id.is_empty());
        let is_somewhere = last.is_some() || before.is_some();
        Some(Self { offset: offset.parse().ok()?, last, before }).filter(|_| is_somewhere)
    }

    pub(super) fn cursor(&self) -> String {
        let (offset, last) = (self.offset, self.last.as_deref().unwrap_or_default());
        match self.before {
            Some(before) => format!("{offset}-{before}.{last}"),
            None => format!("{offset}.{last}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cursor_formatted_and_parsed_is_equal() {
        for (cursor, offset, last, before) in [
            ("99.581ec19e-e8d5", 99, Some("581ec19e-e8d5"), None),
            ("0-1700000000000.", 0, None, Some(1_700_000_000_000)),
            ("7-5.a", 7, Some("a"), Some(5)),
        ] {
            let position = Position { offset, last: last.map(str::to_owned), before };
            assert_eq!(position.cursor(), cursor);
            assert_eq!(Position::parse(cursor), Some(position));
        }
        for bad in [
            "",
            ".",
            "1.",
            ".a",
            "a.b",
            "-1.b",
            "+1.b",
            "99999999999999999999.b",
            "7",
            "1-.b",
            "1--2.b",
            "1-a.b",
            "1-99999999999999999999.b",
        ] {
            assert_eq!(Position::parse(bad), None, "{bad:?}");
        }
    }
}
