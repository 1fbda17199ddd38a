//! Whole sessions in which every response is compared with that of the real release: status, header
//! names, field names, kinds of values, fixed texts. `shapes/` has these, one file per era, made
//! from recorded traffic.

mod later;
mod may23;

use std::collections::BTreeSet;

use crypto_box::SecretKey;
use serde_json::{Map, Value, json};

use crate::support::client::{Auth, Peer, Reply, read};
use crate::support::crypto::{self, Srp};
use crate::support::person::{account, jid};
use crate::support::{Config, Era, Person, start_with};

/// A session with the server, and the release's response to each named step.
struct Session {
    peer: Peer,
    shapes: Map<String, Value>,
    compared: BTreeSet<String>,
    _server: crate::support::Server,
}

impl Session {
    async fn new(era: Era) -> Self {
        let text = match era {
            Era::May23 => include_str!("shapes/may23.json"),
            Era::Feb24 => include_str!("shapes/feb24.json"),
            Era::Jun24 => include_str!("shapes/jun24.json"),
            Era::Modern => unreachable!("the tests of July 2026 compare what was recorded"),
        };
        let (_server, peer) = start_with(Config::new(era)).await;
        let shapes = serde_json::from_str(text).unwrap();
        Session { peer, shapes, compared: BTreeSet::new(), _server }
    }

    /// Sends a request and compares the response with the one recorded under `name`.
    async fn step(&mut self, name: &str, request: &str, auth: &Auth, body: Value) -> Value {
        let (method, path) = request.split_once(' ').unwrap();
        let reply = self.peer.send(method, path, auth, body).await;
        self.compare(name, &reply)
    }

    /// Like [`Session::step`], for a request that the caller has built.
    async fn step_with(&mut self, name: &str, request: reqwest::RequestBuilder) -> Value {
        let reply = read(request).await;
        self.compare(name, &reply)
    }

    fn compare(&mut self, name: &str, reply: &Reply) -> Value {
        let shape = self.shapes.get(name).unwrap_or_else(|| panic!("no recording of {name}"));
        let body =
            serde_json::from_str(&reply.text).unwrap_or_else(|_| Value::String(reply.text.clone()));
        assert_eq!(Value::from(reply.status), shape["status"], "status of {name}: {body}");
        assert_eq!(headers(reply), shape["headers"], "headers of {name}");
        let mut differences = Vec::new();
        differ("", &shape["body"], &body, &mut differences);
        assert!(differences.is_empty(), "{name}: {differences:#?}\n{body:#}");
        self.compared.insert(name.to_owned());
        body
    }

    /// The steps from sign-up to log-in, named after the person.
    async fn sign_up(&mut self, name: &str) -> Person {
        let (email, password) = (format!("{name}@example.test"), format!("{name}-Password-1"));
        let private_key = SecretKey::from(crypto::random::<32>());
        let v = self.peer.path("v1", "v3");
        let (none, request) = (Auth::None, format!("POST /api/{v}/signup/email"));
        let body = json!({ "email": email });
        self.step(&format!("{name}-signup-email"), &format!("{request}/signup"), &none, body).await;
        let body = json!({ "email": email, "code": self.peer.code(&email).await });
        let verified = self
            .step(&format!("{name}-signup-verify"), &format!("{request}/verify"), &none, body)
            .await;
        let signup = Auth::bearer(text(&verified["token"]));
        let request = "POST /api/v3/signup/complete-account/signup";
        let body = account(&email, &password, &private_key);
        let completed = self.step(&format!("{name}-signup-complete"), request, &signup, body).await;
        let user = &completed["user"];
        let mut person = Person {
            peer: self.peer.clone(),
            id: text(user.get("_id").unwrap_or(&user["id"])),
            public_key: crypto::b64(private_key.public_key().as_bytes()),
            organization: String::new(),
            token: String::new(),
            cookie: String::new(),
            email,
            password,
            private_key,
        };
        let password = person.password.clone();
        self.log_in(&mut person, &password, [&format!("{name}-login1"), &format!("{name}-login2")])
            .await;
        person
    }

    /// The two steps of a log-in with `password`.
    async fn log_in(&mut self, person: &mut Person, password: &str, names: [&str; 2]) {
        let srp = Srp::new();
        let (none, email) = (Auth::None, person.email.clone());
        let body = json!({ "email": email, "clientPublicKey": hex::encode(&srp.a_public) });
        let begun = self.step(names[0], "POST /api/v3/auth/login1", &none, body).await;
        let (salt, b) = (text(&begun["salt"]), text(&begun["serverPublicKey"]));
        let body = json!({ "email": email, "clientProof": srp.proof(&email, password, &salt, &b) });
        let path = "/api/v3/auth/login2";
        let reply = self.peer.post(path, &none, body).await;
        if reply.status == 200 {
            person.cookie = jid(&reply);
        }
        let answer = self.compare(names[1], &reply);
        if reply.status == 200 {
            person.token = text(&answer["token"]);
        }
    }

    /// Checks that every recorded step has been taken.
    fn finish(&self) {
        let recorded: BTreeSet<_> = self.shapes.keys().cloned().collect();
        let left: Vec<_> = recorded.difference(&self.compared).collect();
        assert!(left.is_empty(), "not compared: {left:?}");
    }
}

/// A string in an answer.
fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("no text: {value}")).to_owned()
}

/// Names of the headers the protocol defines, and the content type in full.
fn headers(reply: &Reply) -> Value {
    let mut headers: Vec<_> = reply
        .headers
        .keys()
        .map(|name| name.as_str().to_owned())
        .filter(|name| {
            name.contains("ratelimit") || matches!(name.as_str(), "set-cookie" | "retry-after")
        })
        .collect();
    headers.push(format!("content-type: {}", reply.header("content-type")));
    headers.sort();
    headers.into()
}

/// Collects the differences between `value` and `shape`. A shape is an object of shapes, an array
/// of the shapes that elements may have, a kind (`uuid`, `time`, ...) or a fixed value after `=`.
fn differ(path: &str, shape: &Value, value: &Value, out: &mut Vec<String>) {
    match (shape, value) {
        (Value::Object(shapes), Value::Object(fields)) => {
            let names: BTreeSet<_> = shapes.keys().chain(fields.keys()).collect();
            for name in names {
                let path = format!("{path}.{name}");
                match (shapes.get(name), fields.get(name)) {
                    (Some(shape), Some(value)) => differ(&path, shape, value, out),
                    (Some(_), None) => out.push(format!("{path} is missing")),
                    _ => out.push(format!("{path} is extra")),
                }
            }
        }
        (Value::Array(shapes), Value::Array(items)) => {
            for (index, item) in items.iter().enumerate() {
                let path = format!("{path}[{index}]");
                let attempts = shapes.iter().map(|shape| {
                    let mut out = Vec::new();
                    differ(&path, shape, item, &mut out);
                    out
                });
                let closest = attempts.min_by_key(Vec::len);
                out.extend(closest.unwrap_or_else(|| vec![format!("{path} is extra")]));
            }
            if items.is_empty() && !shapes.is_empty() {
                out.push(format!("{path} is empty"));
            }
        }
        (Value::String(shape), _) => {
            let found = match shape.strip_prefix('=') {
                Some(_) => format!("={}", scrub(value)),
                None => kind(value).to_owned(),
            };
            if found != *shape {
                out.push(format!("{path}: {shape} expected, {found} found"));
            }
        }
        _ => out.push(format!("{path}: another structure")),
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "bool",
        Value::Number(_) => "number",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
        Value::String(text) => text_kind(text),
    }
}

fn text_kind(text: &str) -> &'static str {
    let is_hex = text.bytes().all(|b| b.is_ascii_hexdigit());
    let is_time = text.len() == 24 && text.ends_with('Z') && text.get(10..11) == Some("T");
    if text.len() == 24 && is_hex {
        "object-id"
    } else if uuid::Uuid::try_parse(text).is_ok() && text.len() == 36 {
        "uuid"
    } else if is_time {
        "time"
    } else if text.contains('@') && !text.contains(' ') {
        "email"
    } else {
        "string"
    }
}

/// A fixed text, with the parts that differ in each run replaced by their kind.
fn scrub(value: &Value) -> String {
    const DELIMITERS: [char; 6] = [' ', '/', '"', '?', '&', '='];
    let Value::String(text) = value else {
        return value.to_string();
    };
    let pieces = text.split_inclusive(DELIMITERS).map(|piece| {
        let word = piece.trim_end_matches(DELIMITERS);
        match text_kind(word) {
            "string" => piece.to_owned(),
            kind => format!("<{kind}>{}", &piece[word.len()..]),
        }
    });
    pieces.collect()
}
