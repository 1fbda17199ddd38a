//! Points in time: milliseconds since 1970 inside, ISO 8601 on the wire.

use serde_json::Value;
use time::OffsetDateTime;
use time::format_description::BorrowedFormatItem;
use time::macros::format_description;

const ISO_MILLIS: &[BorrowedFormatItem<'_>] =
    format_description!("[year]-[month]-[day]T[hour]:[minute]:[second].[subsecond digits:3]Z");

/// The current time in milliseconds.
pub(crate) fn now() -> i64 {
    let nanos = OffsetDateTime::now_utc().unix_timestamp_nanos();
    i64::try_from(nanos / 1_000_000).unwrap_or(i64::MAX)
}

/// `millis` as JSON: `"2024-06-19T12:00:00.000Z"`; null for a time outside the calendar.
pub(crate) fn iso(millis: i64) -> Value {
    OffsetDateTime::from_unix_timestamp_nanos(i128::from(millis) * 1_000_000)
        .ok()
        .and_then(|time| time.format(ISO_MILLIS).ok())
        .map_or(Value::Null, Value::String)
}

/// As [`iso`], null when absent.
pub(crate) fn iso_opt(millis: Option<i64>) -> Value {
    millis.map_or(Value::Null, iso)
}
