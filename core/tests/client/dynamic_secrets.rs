//! Dynamic secrets: answers that contradict the request, and what is shown of a credential.

use infisical_e2ee::{Client, Credential, ErrorKind};
use serde_json::{Value, json};

use super::kms::server_with;
use super::support::{Answer, PROJECT, PROJECT_PATH, Stub, builder_at};

const LEASE: &str = "6a1f0c1e-4f0a-4d52-9a57-1f5a1b2c3d4e";

/// A server with a project, which answers `leased` to everything about leases.
async fn server(leased: Value) -> Stub {
    server_with("authConsentContent", move |request, _| match request.path() {
        PROJECT_PATH => {
            let environments = json!([{"name": "Development", "slug": "dev"}]);
            let workspace = json!({
                "id": PROJECT, "name": "P", "slug": "p-1", "version": 3, "environments": environments,
            });
            Answer::json(200, &json!({ "workspace": workspace }))
        }
        _ => Answer::json(200, &leased),
    })
    .await
}

fn machine(stub: &Stub) -> Client {
    let credential = Credential::identity_token("header.payload.signature").unwrap();
    let builder = builder_at(&stub.base_url).credential(credential);
    builder.project(PROJECT).environment("dev").build().unwrap()
}

fn lease(id: &str, source: &str, status: Value) -> Value {
    json!({
        "id": id, "version": 1, "externalEntityId": "x", "dynamicSecretId": source,
        "expireAt": "2026-07-01T00:00:00.000Z", "status": status,
    })
}

fn created(name: &str, source: &str, data: Value) -> Value {
    json!({
        "lease": lease(LEASE, "d", Value::Null),
        "dynamicSecret": {"id": source, "name": name, "type": "totp", "defaultTTL": "1h"},
        "data": data,
    })
}

#[tokio::test]
async fn create_lease_returns_the_parts_of_the_credential_and_hides_them() {
    let data = json!({"PASSWORD": "planted", "TTL": 30, "OTHER": null});
    let stub = server(created("db", "d", data)).await;
    let created = machine(&stub).dynamic_secrets().create_lease("db").await.unwrap();
    assert_eq!(created.credential("PASSWORD").unwrap().expose(), "planted");
    assert_eq!(created.credential("TTL").unwrap().expose(), "30");
    assert_eq!(created.credential("OTHER").unwrap().expose(), "");
    assert!(created.credential("password").is_none());
    assert!(!format!("{created:?} {created:#?}").contains("planted"));
    let sent = stub.received().pop().unwrap();
    let sent: Value = serde_json::from_slice(&sent.body).unwrap();
    assert_eq!(
        sent,
        json!({
            "dynamicSecretName": "db", "projectSlug": "p-1", "environmentSlug": "dev", "path": "/",
        })
    );
}

#[tokio::test]
async fn create_lease_refuses_an_answer_about_another_dynamic_secret() {
    for (name, source, data, kind) in [
        ("other", "d", json!({}), ErrorKind::IntegrityViolation),
        ("db", "other", json!({}), ErrorKind::IntegrityViolation),
        ("db", "d", json!({"A": ["planted"]}), ErrorKind::InvalidResponse),
        ("db", "d", json!({"A": {"B": "planted"}}), ErrorKind::InvalidResponse),
    ] {
        let stub = server(created(name, source, data)).await;
        let error = machine(&stub).dynamic_secrets().create_lease("db").await.unwrap_err();
        assert_eq!(error.kind(), kind, "{name} {source}");
        assert!(!format!("{error} {error:?}").contains("planted"), "{error}");
    }
}

#[tokio::test]
async fn leases_refuse_an_answer_about_another_lease() {
    let stub = server(json!({ "lease": lease("other", "d", Value::Null) })).await;
    let dynamic = machine(&stub).dynamic_secrets();
    let errors = [
        dynamic.get_lease(LEASE).await.unwrap_err(),
        dynamic.renew_lease(LEASE).await.unwrap_err(),
        dynamic.revoke_lease(LEASE).await.unwrap_err(),
    ];
    for error in errors {
        assert_eq!(error.kind(), ErrorKind::IntegrityViolation, "{error}");
    }
    let two = json!([lease("1", "d", Value::Null), lease("2", "e", Value::Null)]);
    let stub = server(json!({ "leases": two })).await;
    let error = machine(&stub).dynamic_secrets().leases("db").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::IntegrityViolation);
}

#[tokio::test]
async fn revoke_lease_fails_if_the_server_keeps_the_lease() {
    for (status, kind) in
        [(json!("Failed to delete"), Some(ErrorKind::ServerError)), (json!(""), None)]
    {
        let stub = server(json!({ "lease": lease(LEASE, "d", status) })).await;
        let revoked = machine(&stub).dynamic_secrets().revoke_lease(LEASE).await;
        assert_eq!(revoked.err().map(|error| error.kind()), kind);
    }
}

#[tokio::test]
async fn create_lease_without_a_licence_is_unsupported() {
    let stub = server_with("authConsentContent", |request, _| match request.path() {
        PROJECT_PATH => {
            let environments = json!([{"name": "Development", "slug": "dev"}]);
            let workspace =
                json!({"id": PROJECT, "name": "P", "slug": "p-1", "environments": environments});
            Answer::json(200, &json!({ "workspace": workspace }))
        }
        _ => {
            let message = "Failed to create lease due to plan restriction. Upgrade plan to create \
                           dynamic secret.";
            let body = json!({"statusCode": 400, "error": "BadRequest", "message": message});
            Answer::json(400, &body)
        }
    })
    .await;
    let error = machine(&stub).dynamic_secrets().create_lease("db").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnsupportedByServer);
    assert!(error.message().contains("licence"), "{error}");
}
