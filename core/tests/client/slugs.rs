//! Projects named by their slug.

use infisical_e2ee::{Client, Credential, ErrorKind};
use infisical_e2ee_devserver::Era;
use serde_json::json;

use super::support::{Answer, PROJECT, PROJECT_PATH, Received, Stub, World, builder_at, modern};

const SLUG_PATH: &str = "/api/v2/workspace/engine-9x";

/// A server that answers a look-up of the slug with these.
async fn server(slug: &'static str, id: &'static str) -> (Stub, Client) {
    let answer = move |request: &Received| match request.path() {
        SLUG_PATH => {
            Answer::json(200, &json!({"id": id, "name": "P", "slug": slug, "environments": []}))
        }
        "/api/v4/secrets" => Answer::json(200, &json!({"secrets": [], "imports": []})),
        other => panic!("{other}"),
    };
    let stub = Stub::start(move |request, _| modern(request, &answer, 200)).await;
    let token = Credential::identity_token("header.payload.signature").unwrap();
    let builder = builder_at(&stub.base_url).credential(token).project("engine-9x");
    let client = builder.environment("dev").build().unwrap();
    (stub, client)
}

#[tokio::test]
async fn slug_is_looked_up_once_and_requests_have_the_id() {
    let (stub, client) = server("engine-9x", PROJECT).await;
    for _ in 0..3 {
        assert!(client.secrets().list().await.unwrap().is_empty());
    }
    client.secrets().list().project("engine-9x").await.unwrap();
    assert_eq!((stub.count(SLUG_PATH), stub.count("/api/v4/secrets")), (1, 4));
    assert!(stub.received().last().unwrap().target.contains(&format!("projectId={PROJECT}&")));
}

#[tokio::test]
async fn id_is_never_looked_up_as_a_slug() {
    let (stub, client) = server("engine-9x", PROJECT).await;
    client.secrets().list().project(PROJECT).await.unwrap();
    assert_eq!((stub.count(SLUG_PATH), stub.count(PROJECT_PATH)), (0, 1));
}

#[tokio::test]
async fn answer_with_another_slug_or_without_an_id_ends_the_call() {
    for (slug, id, kind) in [
        ("planted", PROJECT, ErrorKind::IntegrityViolation),
        ("engine-9x", "../users/me", ErrorKind::InvalidResponse),
    ] {
        let (stub, client) = server(slug, id).await;
        let error = client.secrets().create("A", "1").await.unwrap_err();
        assert_eq!(error.kind(), kind, "{error}");
        assert!(error.message().contains("\"engine-9x\""), "{error}");
        assert_eq!(stub.received().last().unwrap().path(), SLUG_PATH);
    }
}

#[tokio::test]
async fn slug_for_credential_that_cannot_look_it_up_is_refused_before_a_request_with_it() {
    let world = World::start(Era::Jun24).await;
    let stub = Stub::before(&world.base_url, |_, _| Answer::PassOn).await;
    let client = world.client_at(&stub.base_url, world.token_credential());
    let error = client.secrets().list().project("engine-9x").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::PermissionDenied, "{error}");
    for part in ["this credential cannot look up slugs", "leave the project out"] {
        assert!(error.message().contains(part), "{error}");
    }
    assert!(stub.received().iter().all(|request| !request.target.contains("engine-9x")));
}
