//! Imports of missing folders: servers of October 2024 give their names to the next ones.

use infisical_e2ee::{Client, ErrorKind};
use serde_json::{Value, json};

use super::support::{Answer, Received, Stub, machine_of_october_2024, october_2024};

/// A server of October 2024, with the folder `/svc` in both environments. Its list of dev has these
/// groups of imports.
fn with_imports(request: &Received, imports: &Value) -> Answer {
    october_2024(request, |request| match request.path() {
        "/api/v1/folders" if request.target.ends_with("path=%2F") => {
            Answer::json(200, &json!({"folders": [{"id": "f", "name": "svc"}]}))
        }
        "/api/v3/secrets/raw" => {
            Answer::json(200, &json!({"secrets": [record("OWN", "dev")], "imports": imports}))
        }
        "/api/v3/secrets/raw/SVC" => {
            let message = "Secret with name 'SVC' not found";
            let error = json!({"statusCode": 404, "message": message, "error": "NotFound"});
            Answer::json(404, &error)
        }
        other => panic!("{other}"),
    })
}

fn record(name: &str, environment: &str) -> Value {
    json!({
        "id": name, "_id": name, "workspace": "", "environment": environment, "version": 1,
        "type": "shared", "secretKey": name, "secretValue": format!("{name} value"),
        "secretComment": "", "skipMultilineEncoding": false, "metadata": null
    })
}

/// A group as that server sends it: with the name of one folder, and the secrets of another.
fn group(environment: &str, path: &str, id: Option<&str>, names: &[&str]) -> Value {
    let secrets: Vec<_> = names.iter().map(|name| record(name, environment)).collect();
    let mut group = json!({"secretPath": path, "environment": environment, "secrets": secrets});
    if let Some(id) = id {
        group["folderId"] = json!(id);
    }
    group
}

async fn reading(imports: Value) -> (Stub, Client) {
    let stub = Stub::start(move |request, _| with_imports(request, &imports)).await;
    let client = machine_of_october_2024(&stub);
    (stub, client)
}

/// The recorded case: the missing folder has the secrets of the last one.
#[tokio::test]
async fn imported_secrets_after_a_missing_folder_are_shown_at_their_own_place() {
    let (_stub, client) = reading(json!([
        group("prod", "/nope", Some("svc of prod"), &["SVC"]),
        group("prod", "/svc", Some("root of prod"), &["PROD_ONLY"]),
        group("prod", "/", None, &[]),
    ]))
    .await;
    let list = client.secrets().list().imports(true).await.unwrap();
    let shown: Vec<_> = list
        .iter()
        .map(|one| (one.name.as_str(), one.environment.as_str(), one.path.as_str()))
        .collect();
    let expected = [("OWN", "dev", "/"), ("PROD_ONLY", "prod", "/"), ("SVC", "prod", "/svc")];
    assert_eq!(shown, expected);
    let one = client.secrets().get("SVC").imports(true).await.unwrap();
    assert_eq!((one.environment.as_str(), one.path.as_str()), ("prod", "/svc"));
}

#[tokio::test]
async fn imported_secrets_of_a_missing_folder_alone_are_none() {
    let (stub, client) = reading(json!([group("prod", "/nope", None, &[])])).await;
    let list = client.secrets().list().imports(true).await.unwrap();
    assert_eq!(list.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["OWN"]);
    assert_eq!(stub.count("/api/v1/folders"), 1);
}

#[tokio::test]
async fn imported_secrets_of_existing_folders_need_no_other_request() {
    let (stub, client) = reading(json!([group("prod", "/svc", Some("1"), &["SVC"])])).await;
    let list = client.secrets().list().imports(true).await.unwrap();
    assert_eq!(list.get("SVC").unwrap().path, "/svc");
    assert_eq!(stub.count("/api/v1/folders"), 0);
}

/// Which secrets are whose cannot be told.
#[tokio::test]
async fn imported_secrets_that_contradict_the_existing_folders_are_refused() {
    let (_stub, client) = reading(json!([
        group("prod", "/svc", Some("1"), &["SVC"]),
        group("dev", "/svc", None, &[]),
    ]))
    .await;
    let error = client.secrets().list().imports(true).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::IntegrityViolation);
    assert!(!format!("{error:?}").contains("SVC value"), "{error:?}");
}
