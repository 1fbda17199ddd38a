//! Service accounts and service tokens v3, which use sealed copies of project keys.

use infisical_e2ee::crypto::{PrivateKey, ProjectKey, PublicKey, SystemEntropy};
use infisical_e2ee::{Client, Credential, ErrorKind};
use infisical_e2ee_devserver::Era;
use serde_json::{Value, json};

use super::support::{Answer, PROJECT, Received, Stub, World, answer_of, builder_at, http};

/// A server of autumn 2023 according to its source code, with one project. No such server was
/// tested.
fn autumn_2023(request: &Received, key: &Value, stored: &Value) -> Answer {
    match request.path() {
        "/api/v3/service-token/me/key" => Answer::json(200, &json!({ "key": key })),
        "/api/v3/secrets" => Answer::json(200, &json!({ "secrets": [stored], "imports": [] })),
        _ => Answer::json(404, &json!({"statusCode": 404, "error": "Not Found", "message": ""})),
    }
}

/// The document of a token, and the server's record of its project key, sealed by `sender`.
fn token_v3(project_key: &ProjectKey, sender: &PrivateKey) -> (String, Value) {
    let own = PrivateKey::generate(&mut SystemEntropy).unwrap();
    let sealed = project_key.seal_for(&own.public_key(), sender, &mut SystemEntropy).unwrap();
    let document = json!({
        "publicKey": own.public_key().to_base64(),
        "privateKey": own.to_base64().expose(),
        "serviceToken": "stv3.header.payload.signature",
    });
    let record = json!({
        "_id": "k-1",
        "workspace": PROJECT,
        "encryptedKey": sealed.ciphertext,
        "nonce": sealed.nonce,
        "publicKey": sender.public_key().to_base64(),
    });
    (document.to_string(), record)
}

fn stored(key: &ProjectKey) -> Value {
    let field = |text: &str| key.symmetric_key().encrypt(text.as_bytes(), &mut SystemEntropy);
    let (name, value) = (field("A").unwrap(), field("planted").unwrap());
    json!({
        "_id": "s-1", "id": "s-1", "version": 1, "type": "shared",
        "secretKeyCiphertext": name.ciphertext, "secretKeyIV": name.iv, "secretKeyTag": name.tag,
        "secretValueCiphertext": value.ciphertext, "secretValueIV": value.iv,
        "secretValueTag": value.tag,
    })
}

fn client_v3(stub: &Stub, document: &str) -> Client {
    let credential = Credential::service_token_v3(document).unwrap();
    let builder = builder_at(&stub.base_url).credential(credential);
    builder.environment("dev").build().unwrap()
}

#[tokio::test]
async fn service_token_v3_reads_its_project_only() {
    let project_key = ProjectKey::generate(&mut SystemEntropy).unwrap();
    let sender = PrivateKey::generate(&mut SystemEntropy).unwrap();
    let (document, record) = token_v3(&project_key, &sender);
    let secret = stored(&project_key);
    let stub = Stub::start(move |request, _| autumn_2023(request, &record, &secret)).await;
    let client = client_v3(&stub, &document);
    let found = client.secrets().list().path("/a").await.unwrap().complete().unwrap();
    assert_eq!(found[0].value.expose(), "planted");
    let opened = client.projects().open_key(PROJECT).await.unwrap();
    assert_eq!(opened.sealed_by, Some(sender.public_key().fingerprint()));
    client.secrets().list().await.unwrap();
    assert_eq!(stub.count("/api/v3/service-token/me/key"), 1);
    let authorized =
        |one: &Received| one.header("authorization") == "Bearer stv3.header.payload.signature";
    assert!(stub.received().iter().all(authorized));

    let error = client.secrets().list().project("bbbbbbbbbbbbbbbbbbbbbbbb").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::PermissionDenied);
    let error = client.projects().list().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::PermissionDenied);
}

#[tokio::test]
async fn service_token_v3_errors_by_cause_without_its_text() {
    let project_key = ProjectKey::generate(&mut SystemEntropy).unwrap();
    let sender = PrivateKey::generate(&mut SystemEntropy).unwrap();
    let (document, mut record) = token_v3(&project_key, &sender);
    let other = PrivateKey::generate(&mut SystemEntropy).unwrap();
    record["publicKey"] = other.public_key().to_base64().into();
    let stub = Stub::start(move |request, _| autumn_2023(request, &record, &json!({}))).await;
    let error = client_v3(&stub, &document).secrets().list().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::DecryptionFailed);

    for era in super::support::ERAS {
        let world = World::start(era).await;
        let credential = Credential::service_token_v3(&document).unwrap();
        let error = world.client(credential).secrets().list().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::UnsupportedByServer, "{era}: {error}");
    }
    let refusing = Stub::start(|_, _| {
        Answer::json(403, &json!({"statusCode": 403, "error": "Forbidden?", "message": "no"}))
    })
    .await;
    let error = client_v3(&refusing, &document).secrets().list().await.unwrap_err();
    assert!(!error.to_string().contains("signature"), "{error}");
}

#[tokio::test]
async fn grant_with_replaced_or_unsafe_public_key_is_refused() {
    let world = World::start(Era::May23).await;
    let other = PrivateKey::generate(&mut SystemEntropy).unwrap().public_key();
    let created = world.ada().service_accounts().create("robot").await.unwrap();
    let fingerprint = created.info.public_key_fingerprint.unwrap();
    for (planted, expect) in [(other.to_base64(), Some(fingerprint)), ("A".repeat(43) + "=", None)]
    {
        let token = world.access_token();
        let path = format!("/api/v2/service-accounts/{}", created.info.id);
        let url = format!("{}{path}", world.base_url);
        let mut account = answer_of(http().get(url).bearer_auth(token)).await;
        account["serviceAccount"]["publicKey"] = planted.into();
        let stub = Stub::before(&world.base_url, move |request, _| {
            if request.path() == path { Answer::json(200, &account) } else { Answer::PassOn }
        })
        .await;
        let accounts = world.user_at(&stub.base_url).service_accounts();
        let mut grant = accounts.grant(&created.info.id);
        if let Some(fingerprint) = expect {
            grant = grant.expect_fingerprint(fingerprint);
        }
        let error = grant.await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::IntegrityViolation, "{error}");
        assert!(accounts.permissions(&created.info.id).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn service_account_without_granted_by_uses_sender_from_server() {
    let world = World::start(Era::May23).await;
    let user = world.ada();
    let created = user.service_accounts().create("robot").await.unwrap();
    user.service_accounts().grant(&created.info.id).await.unwrap();
    user.secrets().create("A", "1").await.unwrap();
    let sender = PublicKey::from_base64(&created.granted_by).unwrap();

    let url = format!("{}/api/v2/service-accounts/{}/keys", world.base_url, created.info.id);
    let mut keys = answer_of(http().get(url).bearer_auth(created.access_key.expose())).await;
    keys["serviceAccountKeys"][0]["sender"] =
        json!({ "_id": "u-1", "publicKey": created.granted_by });
    let stub = Stub::before(&world.base_url, move |request, _| {
        if request.path().ends_with("/keys") { Answer::json(200, &keys) } else { Answer::PassOn }
    })
    .await;
    let access_key = created.access_key.expose();
    let credential = Credential::service_account(access_key, created.private_key.clone(), None);
    let client = world.client_at(&stub.base_url, credential.unwrap());
    assert_eq!(client.secrets().get("A").await.unwrap().value.expose(), "1");
    let opened = client.projects().open_key(&world.project).await.unwrap();
    assert_eq!(opened.sealed_by, Some(sender.fingerprint()));
    let shown = format!("{:?} {created:?}", client);
    assert!(!shown.contains(access_key) && !shown.contains(created.private_key.expose()));
}

#[tokio::test]
async fn service_token_v3_on_may_2023_is_unsupported() {
    let world = World::start(Era::May23).await;
    let project_key = ProjectKey::generate(&mut SystemEntropy).unwrap();
    let sender = PrivateKey::generate(&mut SystemEntropy).unwrap();
    let (document, _) = token_v3(&project_key, &sender);
    let credential = Credential::service_token_v3(&document).unwrap();
    let client = world.client(credential);
    let refused = [
        client.secrets().list().await.map(drop),
        client.secrets().get("A").await.map(drop),
        client.projects().open_key(&world.project).await.map(drop),
    ];
    for result in refused {
        assert_eq!(result.unwrap_err().kind(), ErrorKind::UnsupportedByServer);
    }
}
