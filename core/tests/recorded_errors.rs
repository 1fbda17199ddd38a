//! Every failure that three real servers returned, and each different one of two later servers, with
//! the expected error.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test program")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::time::Duration;

use infisical_e2ee::testing::{CredentialKind, Recorded, classify_recorded};
use infisical_e2ee::{Error, ErrorKind};
use serde::Deserialize;
use serde_json::Value;

/// The number of recorded failures of each server. Missing ones fail the test.
const RECORDED: [(&str, usize); 5] =
    [("feb24", 199), ("jul26", 226), ("jun24", 205), ("may23", 109), ("oct24", 217)];

/// One response of a server, with what the client knew about the request.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Exchange {
    era: String,
    name: String,
    request: String,
    credential: String,
    status: u16,
    /// The headers of the answer that matter.
    #[serde(default)]
    headers: BTreeMap<String, String>,
    /// An object, or the text of a body that is not JSON.
    body: Value,
    /// The route's meaning of a status without a message.
    #[serde(default)]
    hints: BTreeMap<u16, String>,
    /// The route's meaning of a later server's message.
    #[serde(default)]
    words: BTreeMap<String, String>,
    /// The size of the request in bytes, if the server failed because of it.
    #[serde(default)]
    sent: usize,
    kind: String,
    /// The expected wait before the next attempt, in seconds.
    retry_after: Option<u64>,
}

impl Exchange {
    /// The error that the client returns.
    fn error(&self) -> Error {
        classify_recorded(&Recorded {
            status: self.status,
            retry_after: self.headers.get("retry-after").map(String::as_str),
            body: &self.body(),
            credential: self.credential(),
            hints: self.hints(),
            meanings: self.meanings(),
            sent_bytes: self.sent,
            writes: self.writes(),
        })
    }

    fn writes(&self) -> bool {
        !self.request.starts_with("GET ")
    }

    fn credential(&self) -> CredentialKind {
        match self.credential.as_str() {
            "none" => CredentialKind::None,
            "service_token" => CredentialKind::ServiceToken,
            "access_token" => CredentialKind::AccessToken,
            "api_key" => CredentialKind::ApiKey,
            other => panic!("{}: no credential is called {other}", self.name),
        }
    }

    fn body(&self) -> Vec<u8> {
        match &self.body {
            Value::String(text) => text.clone().into_bytes(),
            json => serde_json::to_vec(json).unwrap(),
        }
    }

    /// Leaks the hints, because the client expects constants of its routes.
    fn hints(&self) -> &'static [(u16, ErrorKind)] {
        let hints = self.hints.iter().map(|(status, code)| (*status, kind(code)));
        hints.collect::<Vec<_>>().leak()
    }

    fn meanings(&self) -> &'static [(&'static str, ErrorKind)] {
        let words = self.words.iter().map(|(words, code)| (&*words.clone().leak(), kind(code)));
        words.collect::<Vec<_>>().leak()
    }
}

fn kind(code: &str) -> ErrorKind {
    let found = ErrorKind::ALL.iter().find(|kind| kind.code() == code);
    *found.unwrap_or_else(|| panic!("no kind of error has the code {code}"))
}

fn exchanges() -> Vec<Exchange> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/replay/errors.json");
    serde_json::from_slice(&fs::read(file).unwrap()).unwrap()
}

#[test]
fn recorded_errors_are_complete_and_unique() {
    let exchanges = exchanges();
    let mut counted = BTreeMap::new();
    for exchange in &exchanges {
        *counted.entry(exchange.era.as_str()).or_default() += 1;
    }
    assert_eq!(counted.into_iter().collect::<Vec<_>>(), RECORDED);
    let names: BTreeSet<_> = exchanges.iter().map(|one| (&one.era, &one.name)).collect();
    assert_eq!(names.len(), exchanges.len());
}

#[test]
fn recorded_errors_map_to_their_kind() {
    let mut wrong = Vec::new();
    for exchange in exchanges() {
        let error = exchange.error();
        assert_eq!(error.status(), Some(exchange.status), "{}", exchange.name);
        if error.kind() != kind(&exchange.kind) {
            let Exchange { era, name, request, kind, .. } = exchange;
            wrong
                .push(format!("{era}/{name} ({request}): {error} is {}, not {kind}", error.code()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn recorded_errors_only_rate_limits_and_server_errors_of_reads_are_retryable() {
    for exchange in exchanges() {
        let error = exchange.error();
        let passing = match exchange.kind.as_str() {
            "rate_limited" => true,
            "server_error" => !exchange.writes(),
            _ => false,
        };
        assert_eq!(error.retryable(), passing, "{}/{}", exchange.era, exchange.name);
    }
}

#[test]
fn recorded_errors_have_the_wait_that_the_server_asks_for() {
    for exchange in exchanges() {
        let expected = exchange.retry_after.map(Duration::from_secs);
        assert_eq!(exchange.error().retry_after(), expected, "{}/{}", exchange.era, exchange.name);
    }
}

#[test]
fn recorded_errors_of_validation_name_the_first_invalid_field() {
    let mut checked = 0;
    for exchange in exchanges() {
        let Some([issue, ..]) = exchange.body["message"].as_array().map(Vec::as_slice) else {
            continue;
        };
        let steps = issue["path"].as_array().unwrap().iter();
        let steps = steps.map(|step| step.as_str().map_or_else(|| step.to_string(), str::to_owned));
        let field = steps.collect::<Vec<_>>().join(".");
        let complaint = issue["message"].as_str().unwrap();
        let said =
            if field.is_empty() { complaint.to_owned() } else { format!("{field}: {complaint}") };
        let said: String = said.chars().take(100).collect();
        let error = exchange.error();
        assert!(error.message().contains(&said), "{}/{}: {error}", exchange.era, exchange.name);
        checked += 1;
    }
    assert!(checked > 100, "{checked}");
}
