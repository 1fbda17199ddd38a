//! Moves on servers of October 2024, which move no tags.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};

use super::support::{Answer, Received, Stub, machine_of_october_2024, october_2024};

const ONE: &str = "/api/v3/secrets/raw/";
const MOVE: &str = "/api/v3/secrets/move";

/// The ids of the tags of secrets, by environment and name.
type Tags = BTreeMap<(String, String), Vec<String>>;

fn record(name: &str, tags: &[String]) -> Value {
    let tags: Vec<_> = tags.iter().map(|id| json!({"id": id, "slug": id})).collect();
    json!({
        "id": format!("id-{name}"), "version": 1, "type": "shared", "secretKey": name,
        "secretValue": "1", "secretComment": "", "tags": tags
    })
}

fn answer(tags: &Mutex<Tags>, request: &Received) -> Answer {
    let mut tags = tags.lock().unwrap();
    let body: Value = serde_json::from_slice(&request.body).unwrap_or_default();
    let is_prod = request.target.contains("environment=prod") || body["environment"] == "prod";
    let environment = if is_prod { "prod" } else { "dev" };
    let place = |name: &str| (environment.to_owned(), name.to_owned());
    let name = request.path().strip_prefix(ONE).unwrap_or_default();
    match (request.method.as_str(), request.path()) {
        (_, MOVE) => {
            for id in body["secretIds"].as_array().unwrap() {
                let name = id.as_str().unwrap().strip_prefix("id-").unwrap();
                tags.remove(&place(name));
                tags.insert(("prod".to_owned(), name.to_owned()), Vec::new());
            }
            let moved = json!({"isSourceUpdated": true, "isDestinationUpdated": true});
            return Answer::json(200, &moved);
        }
        ("GET", "/api/v3/secrets/raw") => {
            let here = tags.iter().filter(|((of, _), _)| of == environment);
            let secrets: Vec<_> = here.map(|((_, name), tags)| record(name, tags)).collect();
            return Answer::json(200, &json!({ "secrets": secrets, "imports": [] }));
        }
        ("POST", _) => drop(tags.insert(place(name), Vec::new())),
        ("PATCH", _) => {
            let ids = body["tagIds"].as_array().unwrap();
            let ids = ids.iter().map(|id| id.as_str().unwrap().to_owned()).collect();
            tags.insert(place(name), ids);
        }
        ("DELETE", _) => {
            let removed = tags.remove(&place(name)).unwrap();
            return Answer::json(200, &json!({ "secret": record(name, &removed) }));
        }
        (method, path) => assert!(method == "GET" && path.starts_with(ONE), "{method} {path}"),
    }
    Answer::json(200, &json!({ "secret": record(name, &tags[&place(name)]) }))
}

#[tokio::test]
async fn move_of_tagged_secret_on_october_2024_keeps_its_tags() {
    let place = |environment: &str, name: &str| (environment.to_owned(), name.to_owned());
    let of_a = vec!["1".to_owned()];
    let tags = Arc::new(Mutex::new(BTreeMap::from([
        (place("dev", "A"), of_a.clone()),
        (place("dev", "B"), vec![]),
    ])));
    let stored = Arc::clone(&tags);
    let stub =
        Stub::start(move |request, _| october_2024(request, |request| answer(&stored, request)))
            .await;
    let secrets = machine_of_october_2024(&stub).secrets();
    let moved = secrets.move_to(["A", "B"]).to_environment("prod").await.unwrap();
    assert_eq!(moved.moved.len(), 2);
    let expected = BTreeMap::from([(place("prod", "A"), of_a), (place("prod", "B"), vec![])]);
    assert_eq!(*tags.lock().unwrap(), expected);
    let requests = stub.received();
    let by_server: Vec<_> = requests.iter().filter(|one| one.path() == MOVE).collect();
    assert_eq!(by_server.len(), 1);
    let body: Value = serde_json::from_slice(&by_server[0].body).unwrap();
    assert_eq!(body["secretIds"], json!(["id-B"]));
}
