//! Rate limits: fixed windows by client address, most of a minute, with each era's headers and
//! classes.
//!
//! The headers are always sent; requests are refused only when enforcement is on.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use axum::http::{HeaderMap, HeaderName, HeaderValue};
use serde_json::json;

use crate::era::Era;
use crate::server::Config;
use crate::wire::{self, Reply};

const WINDOW: Duration = Duration::from_secs(60);
/// May 2023's limit of password routes.
const PASSWORD_WINDOW: Duration = Duration::from_secs(3600);
/// Counters kept before expired ones are swept out.
const SWEEP_AT: usize = 10_000;

/// The rate limit of a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rate {
    /// Not limited: the status and development routes.
    Exempt,
    Read,
    Write,
    Secrets,
    Auth,
    /// The second factor.
    Mfa,
    /// Changing passwords and recovering accounts.
    Password,
    Invite,
}

/// The counters of one server.
pub(crate) struct Limits {
    era: Era,
    enforce: bool,
    windows: Mutex<HashMap<(String, String), Window>>,
}

struct Window {
    opened: Instant,
    length: Duration,
    used: u32,
}

/// What the limiter decided: headers for the response, and the refusal if it is one.
pub(crate) struct Verdict {
    pub(crate) headers: Vec<(HeaderName, HeaderValue)>,
    pub(crate) refusal: Option<Reply>,
}

impl Limits {
    pub(crate) fn new(config: &Config) -> Self {
        Limits { era: config.era, enforce: config.rate_limits, windows: Mutex::default() }
    }

    /// Counts a request to `route` (its pattern with method) from `address`.
    pub(crate) fn check(&self, rate: Rate, route: &str, address: &str) -> Verdict {
        match (self.era, rate) {
            (_, Rate::Exempt) => Verdict { headers: Vec::new(), refusal: None },
            (Era::May23, Rate::Auth | Rate::Mfa) => self.may23_within("auth", WINDOW, address),
            (Era::May23, Rate::Password) => self.may23_within("password", PASSWORD_WINDOW, address),
            (Era::May23, _) => self.may23("global", 240, WINDOW, address),
            // July 2026: only the cloud has limits.
            (Era::Modern, _) if !self.enforce => Verdict { headers: Vec::new(), refusal: None },
            (Era::Feb24, _) => self.later(route, 600, address),
            (Era::Jun24, rate) => self.later(route, jun24_limit(rate), address),
            // Only the vendor's own servers have limits; others do not even name them.
            (Era::Modern, _) if !self.enforce => Verdict { headers: Vec::new(), refusal: None },
            (Era::Modern, rate) => self.later(route, modern_limit(rate), address),
        }
    }

    /// May 2023's classes of ten, which count against the global limit too.
    fn may23_within(&self, class: &str, window: Duration, address: &str) -> Verdict {
        let global = self.may23("global", 240, WINDOW, address);
        let own = self.may23(class, 10, window, address);
        if global.refusal.is_some() { global } else { own }
    }

    /// May 2023: counters shared by all routes of a class, draft-6 header names, a text body.
    fn may23(&self, class: &str, limit: u32, window: Duration, address: &str) -> Verdict {
        let (used, reset) = self.count(class, window, address);
        let mut headers = vec![
            number("ratelimit-limit", limit.into()),
            number("ratelimit-remaining", self.remaining(limit, used)),
            number("ratelimit-reset", reset),
        ];
        let refusal = (self.enforce && used > limit).then(|| {
            headers.push(number("retry-after", window.as_secs()));
            Reply::html("Too many requests, please try again later.").with_status(429)
        });
        Verdict { headers, refusal }
    }

    /// Later eras: a counter a route, and a JSON body.
    fn later(&self, route: &str, limit: u32, address: &str) -> Verdict {
        let (used, reset) = self.count(route, WINDOW, address);
        let mut headers = vec![
            number("x-ratelimit-limit", limit.into()),
            number("x-ratelimit-remaining", self.remaining(limit, used)),
            number("x-ratelimit-reset", reset),
        ];
        let refusal = (self.enforce && used > limit).then(|| {
            headers.push(number("retry-after", reset));
            if self.era.is_modern() {
                return wire::modern::rate_limited(reset);
            }
            let body = json!({
                "statusCode": 429,
                "error": "Too Many Requests",
                "message": "Rate limit exceeded, retry in 1 minute",
            });
            Reply::json(body).with_status(429)
        });
        Verdict { headers, refusal }
    }

    /// The remaining requests in the headers; never zero if the next request is accepted.
    fn remaining(&self, limit: u32, used: u32) -> u64 {
        limit.saturating_sub(used).max(u32::from(!self.enforce)).into()
    }

    /// The uses of the counter in its window, including this one, and the seconds until it
    /// restarts.
    fn count(&self, key: &str, length: Duration, address: &str) -> (u32, u64) {
        let mut windows = self.windows.lock().unwrap_or_else(PoisonError::into_inner);
        if windows.len() >= SWEEP_AT {
            windows.retain(|_, window| window.opened.elapsed() < window.length);
        }
        let window = windows
            .entry((key.to_owned(), address.to_owned()))
            .or_insert_with(|| Window { opened: Instant::now(), length, used: 0 });
        if window.opened.elapsed() >= length {
            *window = Window { opened: Instant::now(), length, used: 0 };
        }
        window.used = window.used.saturating_add(1);
        let left = length.saturating_sub(window.opened.elapsed());
        (window.used, left.as_secs_f64().ceil() as u64)
    }
}

fn jun24_limit(rate: Rate) -> u32 {
    match rate {
        Rate::Exempt => u32::MAX,
        Rate::Read | Rate::Secrets | Rate::Auth | Rate::Password => 60,
        Rate::Write => 200,
        Rate::Mfa => 20,
        Rate::Invite => 30,
    }
}

fn modern_limit(rate: Rate) -> u32 {
    match rate {
        Rate::Exempt => u32::MAX,
        Rate::Read => 600,
        Rate::Write | Rate::Password => 200,
        Rate::Secrets | Rate::Auth => 60,
        Rate::Mfa => 20,
        Rate::Invite => 30,
    }
}

fn number(name: &'static str, value: u64) -> (HeaderName, HeaderValue) {
    (HeaderName::from_static(name), HeaderValue::from(value))
}

/// The address a request is counted under: what a proxy says, else the socket's.
pub(crate) fn client_address(headers: &HeaderMap, socket: &str) -> String {
    ["x-client-ip", "x-forwarded-for", "cf-connecting-ip", "true-client-ip", "x-real-ip"]
        .iter()
        .find_map(|name| headers.get(*name)?.to_str().ok()?.split(',').next())
        .map(str::trim)
        .filter(|address| !address.is_empty())
        .unwrap_or(socket)
        .to_owned()
}
