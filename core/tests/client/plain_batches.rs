//! Many secrets in one request, on today's servers, which read them.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard};

use infisical_e2ee::{Client, ErrorKind, NewValue};
use serde_json::{Value, json};

use super::support::{Answer, PROJECT, Received, Stub, machine, modern};

const BATCH: &str = "/api/v4/secrets/batch";
const MOVE: &str = "/api/v4/secrets/move";
const DUPLICATE: &str = "/api/v4/secrets/duplicate";

/// Values by environment and name.
type Stored = BTreeMap<(String, String), String>;

/// A server with the secrets of a project that it reads itself.
#[derive(Clone, Default)]
struct Server {
    stored: Arc<Mutex<Stored>>,
    /// A name that it refuses.
    refuses: Option<&'static str>,
    /// What it answers instead of each value written.
    echoes: Option<&'static str>,
    /// Whether a moved secret stays at the source.
    keeps_moved: bool,
    /// The status that it answers to a copy, without an effect.
    refuses_copies: Option<u16>,
}

impl Server {
    async fn start(&self) -> (Stub, Client) {
        let server = self.clone();
        let stub = Stub::start(move |request: &Received, _| {
            modern(request, &|request| server.answer(request), 200)
        })
        .await;
        let client = machine(&stub).build().unwrap();
        (stub, client)
    }

    fn stored(&self) -> MutexGuard<'_, Stored> {
        self.stored.lock().unwrap()
    }

    fn names(&self, environment: &str) -> Vec<String> {
        let of = |key: &&(String, String)| key.0 == environment;
        self.stored().keys().filter(of).map(|(_, name)| name.clone()).collect()
    }

    fn answer(&self, request: &Received) -> Answer {
        let body: Value = serde_json::from_slice(&request.body).unwrap_or_default();
        match (request.method.as_str(), request.path()) {
            ("GET", "/api/v4/secrets") => self.list(request),
            ("POST", MOVE) => self.move_all(&body),
            ("POST", DUPLICATE) => self.duplicate_all(&body),
            (method, BATCH) => self.change(method, &body),
            (method, path) => self.one(method, path.rsplit('/').next().unwrap(), &body),
        }
    }

    fn list(&self, request: &Received) -> Answer {
        let environment = if request.target.contains("environment=prod") { "prod" } else { "dev" };
        let stored = self.stored();
        let of = stored.iter().filter(|((place, _), _)| place == environment);
        let secrets: Vec<_> = of.map(|((_, name), value)| record(name, value)).collect();
        Answer::json(200, &json!({ "secrets": secrets, "imports": [] }))
    }

    fn change(&self, method: &str, body: &Value) -> Answer {
        let entries = body["secrets"].as_array().unwrap();
        let name = |entry: &Value| entry["secretKey"].as_str().unwrap().to_owned();
        if entries.iter().any(|entry| Some(name(entry).as_str()) == self.refuses) {
            return refusal(400, "Secret already exists: BAD");
        }
        let mut answered = Vec::new();
        for entry in entries {
            let key = (body["environment"].as_str().unwrap().to_owned(), name(entry));
            let value = entry["secretValue"].as_str().unwrap_or_default().to_owned();
            answered.push(record(&key.1, self.echoes.unwrap_or(&value)));
            match method {
                "DELETE" => drop(self.stored().remove(&key)),
                _ => drop(self.stored().insert(key, value)),
            }
        }
        answered.reverse();
        Answer::json(200, &json!({ "secrets": answered }))
    }

    /// Stores one secret.
    fn one(&self, method: &str, name: &str, body: &Value) -> Answer {
        if Some(name) == self.refuses {
            return refusal(400, "Secret already exists");
        }
        if method == "GET" {
            let value = self.stored()[&("prod".to_owned(), name.to_owned())].clone();
            return Answer::json(200, &json!({ "secret": record(name, &value) }));
        }
        assert!(matches!(method, "POST" | "PATCH"), "{method} {name}");
        let value = body["secretValue"].as_str().unwrap();
        let environment = body["environment"].as_str().unwrap();
        self.stored().insert((environment.to_owned(), name.to_owned()), value.to_owned());
        Answer::json(200, &json!({ "secret": record(name, value) }))
    }

    fn duplicate_all(&self, body: &Value) -> Answer {
        match self.refuses_copies {
            Some(404) => {
                let message = format!("Route POST:{DUPLICATE} not found");
                let body = json!({"statusCode": 404, "error": "Not Found", "message": message});
                return Answer::json(404, &body);
            }
            Some(status) => return refusal(status, "Required"),
            None => {}
        }
        assert_eq!(
            (&body["sourceEnvironment"], &body["projectId"]),
            (&json!("dev"), &json!(PROJECT))
        );
        assert!(body["attributesToCopy"].as_object().unwrap().values().all(|is| is == true));
        let ids = body["secretIds"].as_array().unwrap();
        assert!(ids.len() <= 50);
        let mut results = Vec::new();
        for id in ids {
            let name = id.as_str().unwrap().strip_prefix("id-").unwrap();
            let mut stored = self.stored();
            let value = stored[&("dev".to_owned(), name.to_owned())].clone();
            let key = ("prod".to_owned(), name.to_owned());
            stored.insert(key, self.echoes.map_or(value, str::to_owned));
            results.push(json!({
                "sourceSecretId": id, "sourceSecretKey": name, "destinationSecretId": id
            }));
        }
        Answer::json(200, &json!({ "results": results }))
    }

    fn move_all(&self, body: &Value) -> Answer {
        assert_eq!(
            (&body["sourceEnvironment"], &body["projectId"]),
            (&json!("dev"), &json!(PROJECT))
        );
        for id in body["secretIds"].as_array().unwrap() {
            let name = id.as_str().unwrap().strip_prefix("id-").unwrap().to_owned();
            let mut stored = self.stored();
            let key = ("dev".to_owned(), name.clone());
            let value =
                if self.keeps_moved { stored.get(&key).cloned() } else { stored.remove(&key) };
            stored.insert(
                ("prod".to_owned(), name),
                self.echoes.map_or(value.unwrap(), str::to_owned),
            );
        }
        Answer::json(200, &json!({ "isSourceUpdated": true, "isDestinationUpdated": true }))
    }
}

fn record(name: &str, value: &str) -> Value {
    json!({
        "id": format!("id-{name}"), "version": 1, "type": "shared", "secretKey": name,
        "secretValue": value, "secretComment": "", "tags": []
    })
}

fn refusal(status: u16, message: &str) -> Answer {
    let body =
        json!({"reqId": "req-1", "statusCode": status, "error": "BadRequest", "message": message});
    Answer::json(status, &body)
}

fn names(count: usize) -> Vec<String> {
    (0..count).map(|number| format!("A{number:04}")).collect()
}

fn values(count: usize, value: &str) -> Vec<NewValue> {
    names(count).into_iter().map(|name| NewValue::new(name, value)).collect()
}

#[tokio::test]
async fn set_many_and_delete_many_of_1000_secrets_send_one_request_each() {
    let server = Server::default();
    let (stub, client) = server.start().await;
    let changed = |value| client.secrets().set_many(values(1000, value)).into_future();
    changed("1").await.unwrap().check_complete().unwrap();
    assert_eq!(stub.count(BATCH), 1);
    assert_eq!(server.stored().len(), 1000);
    changed("2").await.unwrap().check_complete().unwrap();
    assert_eq!(stub.count(BATCH), 2);
    assert!(server.stored().values().all(|value| value == "2"));
    client.secrets().delete_many(names(1000)).await.unwrap().check_complete().unwrap();
    assert_eq!(stub.count(BATCH), 3);
    assert_eq!(server.stored().len(), 0);
}

#[tokio::test]
async fn set_many_with_one_refused_secret_stores_all_others_in_few_requests() {
    let server = Server { refuses: Some("BAD"), ..Server::default() };
    let (stub, client) = server.start().await;
    let mut wanted = values(1000, "1");
    wanted.insert(700, NewValue::new("BAD", "1"));
    let told = Arc::new(Mutex::new(Vec::new()));
    let listener = Arc::clone(&told);
    let result = client
        .secrets()
        .set_many(wanted)
        .on_progress(move |done, _| listener.lock().unwrap().push(done))
        .await
        .unwrap();
    let failed: Vec<_> = result.items.iter().filter(|item| item.error.is_some()).collect();
    assert_eq!(failed.len(), 1);
    assert_eq!((failed[0].name.as_str(), failed[0].status), ("BAD", "failed"));
    assert_eq!(failed[0].error.as_ref().unwrap().kind(), ErrorKind::Conflict);
    assert_eq!(server.names("dev"), names(1000));
    let writes = stub.received().iter().filter(|one| one.method != "GET").count();
    assert!(writes < 25, "{writes} requests");
    let told = told.lock().unwrap();
    assert!(told.is_sorted() && told.last() == Some(&1001), "{told:?}");
}

#[tokio::test]
async fn set_many_answered_with_another_value_is_an_integrity_violation() {
    let server = Server { echoes: Some("other"), ..Server::default() };
    let (_stub, client) = server.start().await;
    let error = client.secrets().set_many(values(2, "planted")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::IntegrityViolation, "{error}");
    assert!(!error.to_string().contains("planted"));
}

#[tokio::test]
async fn move_to_of_many_secrets_sends_one_request() {
    let server = Server::default();
    let (stub, client) = server.start().await;
    client.secrets().set_many(values(300, "1")).await.unwrap().check_complete().unwrap();
    let moved = client.secrets().move_to(names(300)).to_environment("prod").await.unwrap();
    assert_eq!(moved.moved, names(300));
    assert!(moved.source_updated && moved.destination_updated);
    assert_eq!(stub.count(MOVE), 1);
    assert!(server.names("dev").is_empty());
    assert_eq!(server.names("prod"), names(300));
}

#[tokio::test]
async fn move_to_that_the_server_did_not_make_is_an_integrity_violation() {
    for (server, what) in [
        (Server { keeps_moved: true, ..Server::default() }, "the source still has it"),
        (Server { echoes: Some("other"), ..Server::default() }, "the destination does not have it"),
    ] {
        server.stored().insert(("dev".to_owned(), "A".to_owned()), "planted".to_owned());
        let (_stub, client) = server.start().await;
        let error = client.secrets().move_to(["A"]).to_environment("prod").await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::IntegrityViolation, "{error}");
        assert!(error.message().contains(what), "{error}");
        assert!(!error.to_string().contains("planted"));
    }
}

#[tokio::test]
async fn duplicate_of_many_secrets_sends_a_request_for_every_50() {
    let server = Server::default();
    let (stub, client) = server.start().await;
    client.secrets().set_many(values(120, "1")).await.unwrap().check_complete().unwrap();
    let copying = || client.secrets().duplicate(names(120)).to_environment("prod").into_future();
    let result = copying().await.unwrap();
    assert_eq!((result.copied, result.unchanged), (names(120), vec![]));
    assert_eq!(stub.count(DUPLICATE), 3);
    assert_eq!((server.names("dev"), server.names("prod")), (names(120), names(120)));
    let result = copying().await.unwrap();
    assert_eq!((result.copied, result.unchanged), (vec![], names(120)));
    assert_eq!(stub.count(DUPLICATE), 3);
}

#[tokio::test]
async fn duplicate_on_server_without_the_route_is_done_by_the_client() {
    for status in [404, 422] {
        let server = Server { refuses_copies: Some(status), ..Server::default() };
        let (stub, client) = server.start().await;
        client.secrets().set_many(values(3, "1")).await.unwrap().check_complete().unwrap();
        let result = client.secrets().duplicate(names(3)).to_environment("prod").await.unwrap();
        assert_eq!((result.copied, stub.count(DUPLICATE)), (names(3), 1), "{status}");
        assert_eq!((server.names("dev"), server.names("prod")), (names(3), names(3)));
    }
}

#[tokio::test]
async fn duplicate_that_replaces_by_an_empty_value_is_done_by_the_client() {
    let server = Server::default();
    for (environment, value) in [("dev", ""), ("prod", "full")] {
        server.stored().insert((environment.to_owned(), "A".to_owned()), value.to_owned());
    }
    let (stub, client) = server.start().await;
    let copying = client.secrets().duplicate(["A"]).to_environment("prod").overwrite(true);
    assert_eq!(copying.await.unwrap().copied, ["A"]);
    assert_eq!(stub.count(DUPLICATE), 0);
    assert!(server.stored().values().all(String::is_empty));
}

#[tokio::test]
async fn duplicate_that_the_server_did_not_make_is_an_integrity_violation() {
    let server = Server { echoes: Some("other"), ..Server::default() };
    server.stored().insert(("dev".to_owned(), "A".to_owned()), "planted".to_owned());
    let (_stub, client) = server.start().await;
    let error = client.secrets().duplicate(["A"]).to_environment("prod").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::IntegrityViolation, "{error}");
    assert!(error.message().contains("says that it copied the secret"), "{error}");
    assert!(!error.to_string().contains("planted"));
}
