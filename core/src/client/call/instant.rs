//! Points in time: RFC 3339 outside, milliseconds since 1970 inside.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::text::Shown;
use crate::{Error, ErrorKind, Result};

const DAY: i64 = 86_400_000;

/// A point in time given by the caller.
pub(crate) fn given(what: &str, text: &str) -> Result<i64> {
    parse(text).ok_or_else(|| {
        Error::new(
            ErrorKind::InvalidInput,
            format!(
                "{what} {text:?} is not an RFC 3339 time, such as 2024-06-19T12:00:00Z",
                text = Shown(text)
            ),
        )
    })
}

/// Milliseconds since 1970 by this machine's clock.
pub(crate) fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

/// Parses an RFC 3339 time to milliseconds since 1970; finer digits are dropped.
pub(crate) fn parse(text: &str) -> Option<i64> {
    let (date, rest) = (text.get(..10)?, text.get(10..)?);
    let rest = rest.strip_prefix(['T', 't', ' '])?;
    let (time, rest) = (rest.get(..8)?, rest.get(8..)?);
    let [year, month, day] = numbers(date, '-', [4, 2, 2])?;
    let [hour, minute, second] = numbers(time, ':', [2, 2, 2])?;
    let (fraction, zone) = match rest.strip_prefix('.') {
        Some(rest) => rest.split_at(rest.find(|c: char| !c.is_ascii_digit())?),
        None => ("0", rest),
    };
    let milliseconds = format!("{fraction:0<3}").get(..3)?.parse::<i64>().ok()?;
    // A leap second is read as the second after it.
    let valid = (1..=12).contains(&month)
        && (1..=days_of(year, month)).contains(&day)
        && hour < 24
        && minute < 60
        && second <= 60
        && !fraction.is_empty();
    let seconds = (hour * 60 + minute) * 60 + second - offset(zone)? * 60;
    valid.then_some(days(year, month, day) * DAY + seconds * 1000 + milliseconds)
}

/// Formats it in UTC, such as `2024-06-19T12:00:00.000Z`.
pub(crate) fn format(milliseconds: i64) -> String {
    let (days, rest) = (milliseconds.div_euclid(DAY), milliseconds.rem_euclid(DAY));
    let (year, month, day) = date(days);
    let (hour, minute) = (rest / 3_600_000, rest / 60_000 % 60);
    let (second, fraction) = (rest / 1000 % 60, rest % 1000);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{fraction:03}Z")
}

/// Three numbers with the given numbers of digits.
fn numbers(text: &str, separator: char, digits: [usize; 3]) -> Option<[i64; 3]> {
    let mut parts = text.split(separator);
    let mut found = [0; 3];
    for (slot, length) in found.iter_mut().zip(digits) {
        let part = parts.next().filter(|part| part.len() == length)?;
        *slot = part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse().ok())??;
    }
    parts.next().is_none().then_some(found)
}

/// The offset of a time zone from UTC in minutes.
fn offset(zone: &str) -> Option<i64> {
    if matches!(zone, "Z" | "z") {
        return Some(0);
    }
    let sign = match zone.get(..1)? {
        "+" => 1,
        "-" => -1,
        _ => return None,
    };
    let [hours, minutes, _] = numbers(&format!("{}:00", zone.get(1..)?), ':', [2, 2, 2])?;
    (hours < 24 && minutes < 60).then_some(sign * (hours * 60 + minutes))
}

fn days_of(year: i64, month: i64) -> i64 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// Days since 1970, computed with years that begin in March and periods of 400 years.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

fn date(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_parsed_and_formatted() {
        for (text, milliseconds) in [
            ("1970-01-01T00:00:00Z", 0),
            ("2024-02-29T23:59:59.999Z", 1_709_251_199_999),
            ("2024-06-19t14:00:00.123456789+02:00", 1_718_798_400_123),
            ("2024-06-19 09:30:00.5-02:30", 1_718_798_400_500),
            ("1969-12-31T23:59:59.001Z", -999),
            ("2000-01-01T00:00:00z", 946_684_800_000),
            ("0000-03-01T00:00:00Z", -62_162_035_200_000),
        ] {
            assert_eq!(parse(text), Some(milliseconds), "{text}");
            assert_eq!(parse(&format(milliseconds)), Some(milliseconds), "{text}");
        }
        assert_eq!(format(1_718_798_400_123), "2024-06-19T12:00:00.123Z");
        for day in (-1_000_000..1_000_000).step_by(997) {
            let (year, month, of_month) = date(day);
            assert_eq!(days(year, month, of_month), day);
        }
    }

    #[test]
    fn parse_of_invalid_time_is_refused() {
        for text in [
            "",
            "yesterday",
            "2024-06-19",
            "2024-06-19T12:00:00",
            "2024-06-19T12:00Z",
            "2023-02-29T00:00:00Z",
            "2024-13-01T00:00:00Z",
            "2024-00-01T00:00:00Z",
            "2024-06-19T24:00:00Z",
            "2024-06-19T12:00:00.Z",
            "2024-06-19T12:00:00+2",
            "2024-06-19T12:00:00+02:00:00",
            "2024-06-19T12:00:00Zx",
            "2024-06-19T12:00:00.1",
            "+024-06-19T12:00:00Z",
            "２024-06-19T12:00:00Z",
        ] {
            assert_eq!(parse(text), None, "{text:?}");
        }
        assert_eq!(given("the start", "x").unwrap_err().kind(), ErrorKind::InvalidInput);
    }
}
