//! Secrets that a server of July 2026 decrypts: their routes, hidden values, and proposals.

use infisical_e2ee::{Approval, Change, Credential, ErrorKind};
use serde_json::{Value, json};

use super::support::{Answer, PROJECT, Received, Stub, builder_at, machine, modern};

const LOG_IN: &str = "/api/v1/auth/universal-auth/login";

fn raw_secret() -> Value {
    json!({
        "id": "1", "version": 4, "type": "shared", "secretKey": "A", "secretValue": "one",
        "secretComment": "", "createdAt": "2026-01-02T03:04:05.000Z"
    })
}

#[tokio::test]
async fn modern_server_uses_v4_routes() {
    let stub = Stub::start(|request, _| {
        let answer = |_: &Received| match request.path() {
            "/api/v4/secrets" => Answer::json(200, &json!({"secrets": [raw_secret()]})),
            "/api/v4/secrets/A" => Answer::json(200, &json!({"secret": raw_secret()})),
            other => panic!("{other}"),
        };
        modern(request, &answer, 200)
    })
    .await;
    let client = machine(&stub).build().unwrap();
    assert_eq!(client.secrets().list().await.unwrap().get("A").unwrap().version, 4);
    let place = format!("projectId={PROJECT}&environment=dev");
    assert!(stub.received().pop().unwrap().target.contains(&place));
    assert!(!client.secrets().update("A").value("one").await.unwrap().end_to_end_encrypted);
    let received = stub.received();
    let change = received.iter().find(|one| one.method == "PATCH").unwrap();
    let body: Value = serde_json::from_slice(&change.body).unwrap();
    let expected = json!({
        "projectId": PROJECT, "environment": "dev", "secretPath": "/", "type": "shared",
        "secretValue": "one"
    });
    assert_eq!(body, expected);
    let capabilities = client.capabilities().await.unwrap();
    assert_eq!((capabilities.server.as_str(), capabilities.verified), ("modern", true));
    assert_eq!(capabilities.secrets_route, "raw_v4");
}

#[tokio::test]
async fn placeholder_of_a_hidden_value_is_neither_returned_nor_stored() {
    for is_hidden in [json!(true), json!(false), json!(null)] {
        let mut secret = raw_secret();
        secret["secretValue"] = "<hidden-by-infisical>".into();
        secret["secretValueHidden"] = is_hidden.clone();
        let stub = Stub::start(move |request, _| {
            let answer = |request: &Received| {
                let mut secret = secret.clone();
                if request.method == "PATCH" {
                    let sent: Value = serde_json::from_slice(&request.body).unwrap();
                    secret["secretComment"] = sent["secretComment"].clone();
                }
                Answer::json(200, &json!({ "secret": secret }))
            };
            modern(request, &answer, 200)
        })
        .await;
        let secrets = machine(&stub).build().unwrap().secrets();
        let changed = || stub.received().iter().filter(|one| one.method == "PATCH").count();
        let error = secrets.update("A").comment("why").await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::PermissionDenied, "{is_hidden}: {error}");
        assert!(error.message().contains("secret \"A\""), "{error}");
        assert!(error.message().contains("The change was applied"), "{error}");
        assert_eq!(changed(), 1, "{is_hidden}");
        let error = secrets.get("A").await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::PermissionDenied, "{is_hidden}: {error}");
        if is_hidden == true {
            let updated = secrets.update("A").value("new").comment("why").await.unwrap();
            assert_eq!((updated.value.expose(), changed()), ("new", 2));
        }
    }
}

#[tokio::test]
async fn secrets_with_hidden_values_are_not_moved() {
    let stub = Stub::start(move |request, _| {
        let answer = |request: &Received| {
            let mut secret = raw_secret();
            secret["secretValue"] = "<hidden-by-infisical>".into();
            secret["secretValueHidden"] = true.into();
            let is_source = !request.target.contains("%2Ffolder");
            let secrets = if is_source { vec![secret] } else { Vec::new() };
            match request.method.as_str() {
                "GET" => Answer::json(200, &json!({ "secrets": secrets })),
                _ => Answer::json(500, &json!({})),
            }
        };
        modern(request, &answer, 200)
    })
    .await;
    let secrets = machine(&stub).build().unwrap().secrets();
    let error = secrets.move_to(["A"]).to_path("/folder").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::PermissionDenied, "{error}");
    assert!(error.message().contains("hides its value"), "{error}");
    let sent = stub.received();
    assert!(sent.iter().all(|one| one.method == "GET" || one.path() == LOG_IN), "{sent:?}");
}

#[tokio::test]
async fn modern_server_without_v4_routes_falls_back_to_v3_once() {
    let stub = Stub::start(|request, _| {
        let answer = |_: &Received| {
            if request.path().starts_with("/api/v4/") {
                let body = json!({"statusCode": 404, "error": "Not Found", "message": "Route"});
                return Answer::json(404, &body);
            }
            Answer::json(200, &json!({"secret": raw_secret()}))
        };
        modern(request, &answer, 200)
    })
    .await;
    let client = machine(&stub).build().unwrap();
    client.secrets().create("A", "one").await.unwrap();
    client.secrets().get("A").await.unwrap();
    assert_eq!(stub.count("/api/v4/secrets/A"), 1);
    assert_eq!(stub.count("/api/v3/secrets/raw/A"), 2);
}

#[tokio::test]
async fn user_on_modern_server_needs_require_e2ee_false() {
    let stub = Stub::start(|request, _| {
        let answer = |_: &Received| Answer::json(200, &json!({"secrets": [raw_secret()]}));
        modern(request, &answer, 200)
    })
    .await;
    let user = || {
        let credential = Credential::access_token("header.payload.signature").unwrap();
        let builder = builder_at(&stub.base_url).credential(credential);
        builder.project(PROJECT).environment("dev")
    };
    let error = user().build().unwrap().secrets().list().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnsupportedByServer);
    assert!(error.message().contains("require_e2ee"), "{error}");
    assert_eq!(stub.count("/api/v4/secrets"), 0);
    let list = user().require_e2ee(false).build().unwrap().secrets().list().await.unwrap();
    assert!(!list.get("A").unwrap().end_to_end_encrypted);
}

#[tokio::test]
async fn change_awaiting_approval_fails_and_propose_returns_the_approval() {
    let stub = Stub::start(|request, _| {
        let held_back = json!({"approval": {"id": "request-7", "status": "open"}});
        modern(request, &|_| Answer::json(200, &held_back), 200)
    })
    .await;
    let client = machine(&stub).build().unwrap();
    let secrets = client.secrets();
    for error in [
        secrets.create("A", "planted").await.unwrap_err(),
        secrets.update("A").value("planted").await.unwrap_err(),
        secrets.delete("A").await.unwrap_err(),
    ] {
        assert_eq!(error.kind(), ErrorKind::PermissionDenied);
        assert!(error.message().contains("request-7"), "{error}");
        assert!(!error.message().contains("planted"), "{error}");
    }
    for approval in [
        awaited(secrets.propose_create("A", "planted").comment("why").await),
        awaited(secrets.propose_update("A").value("planted").await),
        awaited(secrets.propose_delete("A").path("/").await),
    ] {
        assert_eq!((approval.id.as_str(), approval.status.as_str()), ("request-7", "open"));
    }
}

fn awaited<T>(change: infisical_e2ee::Result<Change<T>>) -> Approval {
    match change.unwrap() {
        Change::AwaitingApproval(approval) => approval,
        Change::Applied(_) => panic!("it was not applied"),
    }
}

#[tokio::test]
async fn propose_without_approval_policy_is_applied() {
    let stub = Stub::start(|request, _| {
        modern(request, &|_| Answer::json(200, &json!({"secret": raw_secret()})), 200)
    })
    .await;
    let secrets = machine(&stub).build().unwrap().secrets();
    for change in [
        secrets.propose_create("A", "one").await.unwrap(),
        secrets.propose_update("A").value("one").await.unwrap(),
    ] {
        let Change::Applied(secret) = change else { panic!("nobody has to approve it") };
        assert_eq!(secret.value.expose(), "one");
    }
    assert!(matches!(secrets.propose_delete("A").await.unwrap(), Change::Applied(())));
}

#[tokio::test]
async fn propose_fails_like_the_plain_call() {
    let stub = Stub::start(|request, _| {
        let refused = json!({"statusCode": 404, "error": "NotFound", "message": "no such secret"});
        modern(request, &|_| Answer::json(404, &refused), 200)
    })
    .await;
    let secrets = machine(&stub).build().unwrap().secrets();
    let error = secrets.propose_delete("A").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound);
    let error = secrets.propose_update("A").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidInput);
}

#[tokio::test]
async fn expand_on_server_asks_once_and_rejects_what_the_server_left() {
    let stub = Stub::start(|request, _| {
        let secret = |name: &str, value: &str| {
            let mut secret = raw_secret();
            secret["secretKey"] = name.into();
            secret["secretValue"] = value.into();
            secret
        };
        let answer = |request: &Received| match request.path() {
            "/api/v4/secrets" => {
                let secrets = [secret("A", "done ${}"), secret("B", "x${dev.db.LEFT}")];
                Answer::json(200, &json!({ "secrets": secrets }))
            }
            "/api/v4/secrets/B" => Answer::json(200, &json!({"secret": secret("B", "${LEFT}")})),
            "/api/v4/secrets/D" => Answer::json(503, &json!({"message": "Unavailable"})),
            _ => {
                let error = json!({
                    "statusCode": 500, "error": "InternalServerError", "message": "Something went wrong"
                });
                Answer::json(500, &error)
            }
        };
        modern(request, &answer, 200)
    })
    .await;
    let secrets = machine(&stub).build().unwrap().secrets();
    let list = secrets.list().expand_references(true).expand_on_server(true).await.unwrap();
    assert_eq!(list.get("A").unwrap().value.expose(), "done ${}");
    let failure = list.failures().first().unwrap();
    assert_eq!((failure.field, failure.error.kind()), ("reference", ErrorKind::InvalidInput));
    assert!(!failure.error.message().contains("LEFT"), "{}", failure.error);
    assert_eq!(stub.count("/api/v4/secrets"), 1);
    let get = |name| secrets.get(name).expand_references(true).expand_on_server(true);
    let error = get("B").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidInput, "{error}");
    let error = get("C").await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::ServerError, Some(500)), "{error}");
    assert!(error.message().contains("\"C\""), "{error}");
    assert!(error.message().contains("Leave out expand_on_server"), "{error}");
    let error = get("D").await.unwrap_err();
    assert_eq!((error.kind(), error.retryable()), (ErrorKind::ServerError, true), "{error}");
    let expanded = |it: &Received| it.target.contains("expandSecretReferences=true");
    assert!(stub.received().iter().filter(|it| it.path().contains("secrets")).all(expanded));
}
