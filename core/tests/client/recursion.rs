//! Recursive lists and lists without values: the requests that are sent, and answers that are not
//! believed.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use infisical_e2ee::{Client, Credential, ErrorKind, SecretList};
use infisical_e2ee_devserver::Era;
use serde_json::{Value, json};
use tempfile::TempDir;

use super::support::{
    Answer, EMAIL, PASSWORD, Received, Stub, World, answer_of, builder_at, http,
    machine_of_october_2024, october_2024,
};

const LIST: &str = "/api/v3/secrets";
const RAW_LIST: &str = "/api/v3/secrets/raw";
const FOLDERS: &str = "/api/v1/folders";

/// Creates `/app/deep` with a secret in each folder, of which one refers to another.
async fn fill(client: &Client) {
    client.folders().create("deep").path("/app").await.unwrap();
    let secrets = client.secrets();
    secrets.create("A", "root").await.unwrap();
    secrets.create("A", "app").path("/app").await.unwrap();
    secrets.create("B", "${A}, ${dev.A}").path("/app/deep").await.unwrap();
    secrets.create("A", "deep").path("/app/deep").await.unwrap();
}

fn contents(list: &SecretList) -> Vec<(&str, &str, &str)> {
    let mut contents: Vec<_> =
        list.iter().map(|one| (one.path.as_str(), one.name.as_str(), one.value.expose())).collect();
    contents.sort_unstable();
    contents
}

#[tokio::test]
async fn recursive_list_of_early_2024_reads_each_folder_once() {
    for era in [Era::Feb24, Era::Jun24] {
        let world = World::start(era).await;
        let stub = Stub::before(&world.base_url, |_: &Received, _| Answer::PassOn).await;
        let ada = world.user_at(&stub.base_url);
        fill(&ada).await;
        let before = (stub.count(LIST), stub.count(FOLDERS));
        let list = ada.secrets().list().recursive(true).expand_references(true).await.unwrap();
        let expected = [
            ("/", "A", "root"),
            ("/app", "A", "app"),
            ("/app/deep", "A", "deep"),
            ("/app/deep", "B", "deep, root"),
        ];
        assert_eq!(contents(&list), expected, "{era}");
        assert_eq!((stub.count(LIST), stub.count(FOLDERS)), (before.0 + 3, before.1 + 3), "{era}");
    }
}

#[tokio::test]
async fn recursive_list_of_endless_folders_ends() {
    let world = World::start(Era::Feb24).await;
    for (is_same, name, kind) in [
        (false, "a", ErrorKind::InvalidResponse),
        (true, "a", ErrorKind::IntegrityViolation),
        (false, "a/../b", ErrorKind::IntegrityViolation),
        (false, "..", ErrorKind::IntegrityViolation),
    ] {
        let stub = Stub::before(&world.base_url, move |request: &Received, earlier| {
            if request.path() != FOLDERS {
                return Answer::PassOn;
            }
            let id = if is_same { "1".to_owned() } else { earlier.to_string() };
            Answer::json(200, &json!({"folders": [{"id": id, "name": name}]}))
        })
        .await;
        let client = world.session_at(&stub.base_url);
        let error = client.secrets().list().recursive(true).await.unwrap_err();
        assert_eq!(error.kind(), kind, "{name}: {error}");
        assert!(stub.count(FOLDERS) < 200);
    }
}

fn raw_secret(id: &str, environment: &str, path: Option<&str>) -> Value {
    json!({
        "id": id, "version": 1, "type": "shared", "secretKey": format!("N{id}"),
        "secretValue": "planted", "secretComment": "", "environment": environment,
        "secretPath": path,
    })
}

async fn october_with(secrets: Vec<Value>) -> Stub {
    Stub::start(move |request, _| {
        october_2024(request, |request| match request.path() {
            RAW_LIST => Answer::json(200, &json!({ "secrets": secrets })),
            other => panic!("{other}"),
        })
    })
    .await
}

#[tokio::test]
async fn recursive_list_of_october_2024_is_one_request() {
    // Servers answer with folders whose path begins with the same text too.
    let secrets = [("1", "/app"), ("2", "/app/deep"), ("3", "/app2"), ("4", "/app")];
    let secrets = secrets.map(|(id, path)| raw_secret(id, "dev", Some(path)));
    let stub = october_with(secrets.to_vec()).await;
    let client = machine_of_october_2024(&stub);
    let list = client.secrets().list().path("/app").recursive(true).await.unwrap();
    let found: Vec<_> = list.iter().map(|one| (one.id.as_str(), one.path.as_str())).collect();
    assert_eq!(found, [("1", "/app"), ("4", "/app"), ("2", "/app/deep")]);
    assert_eq!(stub.count(RAW_LIST), 1);
    assert!(stub.received().pop().unwrap().target.ends_with("secretPath=%2Fapp&recursive=true"));
}

#[tokio::test]
async fn recursive_list_with_a_secret_of_another_place_is_an_integrity_violation() {
    for (environment, path) in [
        ("prod", Some("/app")),
        ("dev", Some("/")),
        ("dev", Some("/other")),
        ("dev", Some("/app/../other")),
        ("dev", Some("app")),
        ("dev", None),
    ] {
        let secrets =
            vec![raw_secret("1", "dev", Some("/app")), raw_secret("2", environment, path)];
        let stub = october_with(secrets).await;
        let client = machine_of_october_2024(&stub);
        let error = client.secrets().list().path("/app").recursive(true).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::IntegrityViolation, "{environment} {path:?}");
        assert!(!format!("{error:?}").contains("planted"));
    }
}

/// These servers send the value even if the client asks for none.
#[tokio::test]
async fn value_that_october_2024_sends_unasked_is_dropped() {
    let stub = Stub::start(move |request, _| {
        let secret = raw_secret("1", "dev", Some("/"));
        october_2024(request, |request| match request.path() {
            RAW_LIST => Answer::json(200, &json!({ "secrets": [secret] })),
            "/api/v3/secrets/raw/N1" => Answer::json(200, &json!({ "secret": secret })),
            other => panic!("{other}"),
        })
    })
    .await;
    let secrets = machine_of_october_2024(&stub).secrets();
    let listed = secrets.list().view_value(false).await.unwrap().complete().unwrap().remove(0);
    let got = secrets.get("N1").view_value(false).await.unwrap();
    for secret in [listed, got] {
        assert_eq!((secret.name.as_str(), secret.value.expose()), ("N1", ""));
        assert!(!secret.value_read);
    }
    assert!(secrets.get("N1").await.unwrap().value_read);
}

/// What is not decrypted is not verified either.
#[tokio::test]
async fn value_that_is_not_read_is_not_decrypted() {
    let world = World::start(Era::Feb24).await;
    world.ada().secrets().create("A", "1").await.unwrap();
    let list = format!("{}{LIST}?workspaceId={}&environment=dev", world.base_url, world.project);
    let list = answer_of(http().get(list).bearer_auth(world.access_token()));
    let mut list: Value = list.await;
    list["secrets"][0]["secretValueTag"] = json!("AAAAAAAAAAAAAAAAAAAAAA==");
    let stub = Stub::before(&world.base_url, move |request: &Received, _| {
        if request.path() == LIST { Answer::json(200, &list) } else { Answer::PassOn }
    })
    .await;
    let secrets = world.session_at(&stub.base_url).secrets();
    let list = secrets.list().view_value(false).await.unwrap();
    assert_eq!((list.len(), list.failures().len()), (1, 0));
    let list = secrets.list().await.unwrap();
    assert_eq!((list.len(), list.failures().len()), (0, 1));
}

#[tokio::test]
async fn folder_that_a_recursive_list_hides_is_detected_by_the_trust_store() {
    let world = World::start(Era::Feb24).await;
    let hides = Arc::new(AtomicBool::new(false));
    let is_hiding = Arc::clone(&hides);
    let stub = Stub::before(&world.base_url, move |request: &Received, _| {
        if request.path() == FOLDERS && is_hiding.load(Ordering::SeqCst) {
            return Answer::json(200, &json!({"folders": []}));
        }
        Answer::PassOn
    })
    .await;
    let directory = TempDir::new().unwrap();
    let user = Credential::user(EMAIL, PASSWORD).unwrap();
    let builder = builder_at(&stub.base_url).credential(user);
    let builder = builder.trust_store(directory.path().join("trust"));
    let client = builder.project(&world.project).environment("dev").build().unwrap();
    fill(&client).await;
    assert_eq!(client.secrets().list().recursive(true).await.unwrap().len(), 4);
    hides.store(true, Ordering::SeqCst);
    let error = client.secrets().list().recursive(true).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TamperingSuspected, "{error}");
    hides.store(false, Ordering::SeqCst);
    client.folders().delete("app").await.unwrap();
    assert_eq!(client.secrets().list().recursive(true).await.unwrap().len(), 1);
}
