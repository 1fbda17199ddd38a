//! Expanded references: the requests that are sent, and the errors.

use infisical_e2ee::{Credential, ErrorKind};
use infisical_e2ee_devserver::Era;

use super::support::{Answer, EMAIL, PASSWORD, Received, Stub, World};

#[tokio::test]
async fn expand_requests_each_referenced_folder_once() {
    for era in [Era::Feb24, Era::Jun24] {
        let world = World::start(era).await;
        let stub = Stub::before(&world.base_url, |_: &Received, _| Answer::PassOn).await;
        let ada = world.user_at(&stub.base_url);
        let secrets = ada.secrets();
        secrets.create("FAR", "far").environment("prod").await.unwrap();
        for at in 0..3 {
            secrets.create(format!("A{at}"), "${prod.FAR}${prod.FAR}").await.unwrap();
        }
        let before = stub.received().len();
        let list = secrets.list().expand_references(true).await.unwrap();
        assert!(list.complete().unwrap().iter().all(|one| one.value.expose() == "farfar"), "{era}");
        let sent = stub.received().split_off(before);
        let lists = sent.iter().filter(|one| one.path() == "/api/v3/secrets");
        assert_eq!(lists.count(), 2, "{era}");
    }
}

#[tokio::test]
async fn expand_errors_omit_the_value() {
    for era in [Era::May23, Era::Feb24, Era::Jun24] {
        let world = World::start(era).await;
        let ada = world.ada();
        let secrets = ada.secrets();
        for (name, value) in [("A", "${planted}"), ("B", "${planted.x.y}"), ("C", "${A} planted")] {
            secrets.create(name, value).await.unwrap();
            let error = secrets.get(name).expand_references(true).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::InvalidInput, "{era}");
            assert!(error.message().contains(&format!("{name:?}")), "{era}: {error}");
            assert!(!format!("{error} {error:?}").contains("planted"), "{era}: {error:?}");
        }
        let list = secrets.list().expand_references(true).await.unwrap();
        assert_eq!((list.len(), list.failures().len()), (0, 3), "{era}");
        let error = list.to_map().unwrap_err();
        assert!(error.message().contains("3 of 3 secrets cannot be expanded"), "{era}: {error}");
        assert!(!format!("{list:?} {error:?}").contains("planted"), "{era}");
    }
}

/// The text in braces may not be a reference at all.
#[tokio::test]
async fn expand_requests_only_existing_and_permitted_environments() {
    for era in [Era::Feb24, Era::Jun24] {
        let world = World::start(era).await;
        let ada = world.ada();
        let tokens = ada.service_tokens();
        let two = tokens.create("two").scope("dev", "/").scope("prod", "/").await.unwrap().token;
        ada.secrets().create("FAR", "far").environment("prod").await.unwrap();
        ada.secrets().create("A", "x${p1anted.s3cret.z}").await.unwrap();
        ada.secrets().create("B", "${prod.FAR}").await.unwrap();
        let two = Credential::service_token(two.expose()).unwrap();
        for (credential, reaches_far) in [
            (world.token_credential(), false),
            (two, true),
            (Credential::user(EMAIL, PASSWORD).unwrap(), true),
        ] {
            let stub = Stub::before(&world.base_url, |_: &Received, _| Answer::PassOn).await;
            let client = world.client_at(&stub.base_url, credential);
            let list = client.secrets().list().expand_references(true).await.unwrap();
            assert!(list.get("A").is_none(), "{era}");
            assert_eq!(list.get("B").is_some(), reaches_far, "{era}");
            let sent = stub.received();
            let sent: Vec<_> = sent.iter().map(|one| one.target.as_str()).collect();
            for planted in ["p1anted", "s3cret"] {
                assert!(sent.iter().all(|target| !target.contains(planted)), "{era}: {sent:?}");
            }
            let asks_far = sent.iter().any(|target| target.contains("environment=prod"));
            assert_eq!(asks_far, reaches_far, "{era}: {sent:?}");
        }
    }
}

/// A temporary server error while reading a referenced secret is no failure of that one secret.
#[tokio::test]
async fn expand_server_error_fails_the_whole_call() {
    let world = World::start(Era::Jun24).await;
    let script = |request: &Received, _| {
        if request.target.contains("environment=prod") {
            return Answer::text(502, "text/plain", "");
        }
        Answer::PassOn
    };
    let stub = Stub::before(&world.base_url, script).await;
    let ada = world.user_at(&stub.base_url);
    ada.secrets().create("A", "${prod.planted}").await.unwrap();
    let error = ada.secrets().list().expand_references(true).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ServerError);
    assert!(!format!("{error} {error:?}").contains("planted"), "{error:?}");
}
