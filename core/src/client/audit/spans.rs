//! Servers since autumn 2024 search at most three months of their audit log if both ends are given,
//! so the client reads a longer time in several spans.

use crate::api::server::Era;

const DAY: i64 = 86_400_000;

/// Shorter than three months of any calendar and time zone.
const LONGEST: i64 = 88 * DAY;

/// The beginning of 2023. No server kept events of this kind before.
const FIRST: i64 = 1_672_531_200_000;

/// The part of a log that is read, in milliseconds since 1970.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) start: i64,
    /// `None` for now.
    pub(super) end: Option<i64>,
    /// The end of the next span to read; `None` after the last.
    pub(super) earlier: Option<i64>,
}

impl Span {
    /// The newest span of the filter's time, or the one before the beginning of another span.
    pub(super) fn of(
        era: Era,
        wanted: (Option<i64>, Option<i64>),
        before: Option<i64>,
        now: i64,
    ) -> Self {
        let start = wanted.0.unwrap_or_default();
        let end = before.or(wanted.1);
        if !era.is_since_october_2024() {
            return Self { start, end, earlier: None };
        }
        // An end in the future limits nothing, so it is not sent.
        let Some(last) = end.filter(|end| *end < now) else {
            return Self { start, end: None, earlier: None };
        };
        let first = start.max(FIRST);
        let start = first.max(last.saturating_sub(LONGEST)).min(last);
        // The server's times are finer than milliseconds.
        let end = Some(last.saturating_add(1));
        Self { start, end, earlier: Some(start).filter(|start| *start > first) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_contiguous_down_to_the_start() {
        let wanted = (Some(FIRST + DAY), Some(FIRST + 200 * DAY));
        let mut before = None;
        let mut spans = Vec::new();
        loop {
            let span = Span::of(Era::Modern, wanted, before, i64::MAX);
            before = span.earlier;
            spans.push((span.start, span.end));
            if before.is_none() {
                break;
            }
        }
        let days = |days: i64| FIRST + days * DAY;
        assert_eq!(
            spans,
            [
                (days(112), Some(days(200) + 1)),
                (days(24), Some(days(112) + 1)),
                (days(1), Some(days(24) + 1)),
            ]
        );
    }

    #[test]
    fn span_of_open_or_short_time_is_not_split() {
        let all = Span { start: 0, end: None, earlier: None };
        assert_eq!(Span::of(Era::Modern, (None, None), None, FIRST), all);
        assert_eq!(Span::of(Era::Modern, (None, Some(FIRST)), None, FIRST), all);
        let long = Span { start: 5, end: Some(200 * DAY), earlier: None };
        assert_eq!(Span::of(Era::June2024, (Some(5), Some(200 * DAY)), None, FIRST), long);
        for (start, end) in [(None, 0), (Some(FIRST + 9), FIRST), (Some(FIRST), FIRST)] {
            let span = Span::of(Era::Modern, (start, Some(end)), None, i64::MAX);
            assert_eq!(span, Span { start: end, end: Some(end + 1), earlier: None });
        }
    }
}
