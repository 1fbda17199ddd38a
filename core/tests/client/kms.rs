//! Keys of the server: answers that contradict the request, what is sent, and what errors contain.

use infisical_e2ee::{Client, Credential, Error, ErrorKind};
use serde_json::{Value, json};

use super::support::{Answer, PROJECT, Received, Stub, builder_at};

const ID: &str = "6a1f0c1e-4f0a-4d52-9a57-1f5a1b2c3d4e";
const PLANTED: &[u8] = b"planted-data-5e1d";

/// A server of July 2026.
async fn server(answer: impl Fn(&Received, usize) -> Answer + Send + Sync + 'static) -> Stub {
    server_with("authConsentContent", answer).await
}

/// A server whose configuration has this setting.
pub(crate) async fn server_with(
    setting: &'static str,
    answer: impl Fn(&Received, usize) -> Answer + Send + Sync + 'static,
) -> Stub {
    Stub::start(move |request, before| match request.path() {
        "/api/status" => Answer::json(200, &json!({"message": "Ok", "redisConfigured": true})),
        "/api/v1/admin/config" => Answer::json(200, &json!({"config": {setting: null}})),
        _ => answer(request, before),
    })
    .await
}

fn machine(stub: &Stub, require_e2ee: bool) -> Client {
    let credential = Credential::identity_token("header.payload.signature").unwrap();
    let builder = builder_at(&stub.base_url).credential(credential).project(PROJECT);
    builder.require_e2ee(require_e2ee).build().unwrap()
}

fn key(change: &Value) -> Value {
    let mut key = json!({
        "id": ID, "name": "mail", "description": null, "isDisabled": false, "orgId": "o",
        "projectId": PROJECT, "keyUsage": "encrypt-decrypt", "version": 1,
        "encryptionAlgorithm": "aes-256-gcm", "createdAt": "2026-07-01T00:00:00.000Z",
        "updatedAt": "2026-07-01T00:00:00.000Z",
    });
    for (field, value) in change.as_object().unwrap() {
        key[field] = value.clone();
    }
    key
}

/// What each operation about one key says of an answer with this key.
async fn about_one(change: Value) -> [Result<(), Error>; 6] {
    let shown = key(&change);
    let stub = server(move |_, _| Answer::json(200, &json!({ "key": shown }))).await;
    let kms = machine(&stub, false).kms();
    [
        kms.get(ID).await.map(drop),
        kms.get_by_name("mail").await.map(drop),
        kms.create("mail").await.map(drop),
        kms.update(ID).new_name("mail").await.map(drop),
        kms.set_enabled(ID, true).await.map(drop),
        kms.delete(ID).await,
    ]
}

#[tokio::test]
async fn kms_refuses_an_answer_about_another_key() {
    for (change, refused) in [
        (json!({}), [false; 6]),
        (json!({"id": "other"}), [true, false, false, true, true, true]),
        (json!({"name": "other"}), [false, true, true, true, false, false]),
        (json!({"projectId": "other"}), [false, true, true, false, false, false]),
        (json!({"projectId": null}), [false, true, true, false, false, false]),
        (json!({"encryptionAlgorithm": "aes-128-gcm"}), [false, false, true, false, false, false]),
        (json!({"keyUsage": "sign-verify"}), [false, false, true, false, false, false]),
        (json!({"isDisabled": true}), [false, false, false, false, true, false]),
    ] {
        let results = about_one(change.clone()).await;
        for (number, (result, refused)) in results.into_iter().zip(refused).enumerate() {
            let kind = result.err().map(|error| error.kind());
            let wanted = refused.then_some(ErrorKind::IntegrityViolation);
            assert_eq!(kind, wanted, "{change}: operation {number}");
        }
    }
}

/// Their answer to a new key does not repeat its usage and algorithm.
#[tokio::test]
async fn kms_of_october_2024_encrypts_and_finds_no_single_key() {
    let stub = server_with("enabledLoginMethods", |_, _| {
        let made = json!({"id": ID, "name": "mail", "orgId": "o", "projectId": PROJECT});
        Answer::json(200, &json!({ "key": made }))
    })
    .await;
    let kms = machine(&stub, false).kms();
    let key = kms.create("mail").algorithm("aes-128-gcm").await.unwrap();
    assert_eq!(
        (key.usage.as_str(), key.algorithm.as_deref()),
        ("encrypt-decrypt", Some("aes-128-gcm"))
    );
    assert_eq!((key.version, key.enabled), (None, true));
    let errors = [
        kms.get(ID).await.unwrap_err(),
        kms.get_by_name("mail").await.unwrap_err(),
        kms.create("mail").algorithm("ECC_NIST_P256").await.unwrap_err(),
    ];
    for error in errors {
        assert_eq!(error.kind(), ErrorKind::UnsupportedByServer, "{error}");
    }
    assert_eq!(stub.count("/api/v1/kms/keys"), 1);
}

#[tokio::test]
async fn kms_list_refuses_a_key_of_another_project_and_reads_all_pages() {
    let stub = server(|request, _| {
        let offset = request.target.split("offset=").nth(1).unwrap();
        let first: usize = offset.split('&').next().unwrap().parse().unwrap();
        let ids = first..(first + 100).min(150);
        let keys: Vec<_> = ids.map(|id| key(&json!({"id": id.to_string()}))).collect();
        Answer::json(200, &json!({"keys": keys, "totalCount": 150}))
    })
    .await;
    let keys = machine(&stub, false).kms().list().await.unwrap();
    assert_eq!(keys.len(), 150);
    assert_eq!(stub.count("/api/v1/kms/keys"), 2);

    let stub = server(|_, _| {
        let keys = [key(&json!({})), key(&json!({"id": "2", "projectId": "other"}))];
        Answer::json(200, &json!({"keys": keys, "totalCount": 2}))
    })
    .await;
    let error = machine(&stub, false).kms().list().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::IntegrityViolation);
}

#[tokio::test]
async fn kms_data_in_an_answer_that_is_not_base64_is_an_invalid_response() {
    let stub = server(|_, _| {
        Answer::json(200, &json!({"ciphertext": "planted!", "plaintext": "planted!"}))
    })
    .await;
    let kms = machine(&stub, false).kms();
    let errors =
        [kms.encrypt(ID, PLANTED).await.unwrap_err(), kms.decrypt(ID, PLANTED).await.unwrap_err()];
    for error in errors {
        assert_eq!(error.kind(), ErrorKind::InvalidResponse, "{error}");
        assert!(!format!("{error} {error:?}").contains("planted"), "{error}");
    }
}

#[tokio::test]
async fn kms_sends_nothing_for_a_client_that_requires_encryption() {
    let stub = server(|_, _| panic!("a request")).await;
    let kms = machine(&stub, true).kms();
    let errors =
        [kms.encrypt(ID, PLANTED).await.unwrap_err(), kms.decrypt(ID, PLANTED).await.unwrap_err()];
    for error in errors {
        assert_eq!(error.kind(), ErrorKind::UnsupportedByServer);
        assert!(error.message().contains("Nothing was sent"), "{error}");
    }
    assert!(stub.received().is_empty());
}

#[tokio::test]
async fn kms_error_and_debug_text_omit_the_data() {
    let stub = server(|request, _| {
        let sent: Value = serde_json::from_slice(&request.body).unwrap();
        let body = json!({"statusCode": 400, "error": "BadRequest", "message": sent.to_string()});
        Answer::json(400, &body)
    })
    .await;
    let kms = machine(&stub, false).kms();
    let encryption = kms.encrypt(ID, PLANTED);
    let shown = format!("{encryption:?}");
    let error = encryption.await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidInput);
    let shown = format!("{shown} {error} {error:?}");
    let bytes = format!("{PLANTED:?}");
    // The data as base64 begins with this.
    for part in ["planted", "cGxhbnRlZC1kYXRh", bytes.trim_matches(['[', ']'])] {
        assert!(!shown.contains(part), "{shown}");
    }
}

#[tokio::test]
async fn kms_retries_encryption_and_not_the_creation_of_a_key() {
    let stub = server(|request, _| match request.path().ends_with("/encrypt") {
        true => {
            let failed =
                json!({"statusCode": 500, "error": "X", "message": "Something went wrong"});
            Answer::json(500, &failed)
        }
        false => Answer::json(502, &json!({})),
    })
    .await;
    let kms = machine(&stub, false).kms();
    let error = kms.encrypt(ID, PLANTED).await.unwrap_err();
    assert_eq!((error.kind(), error.retryable()), (ErrorKind::ServerError, true));
    assert_eq!(stub.count(&format!("/api/v1/kms/keys/{ID}/encrypt")), 4);
    let error = kms.create("mail").await.unwrap_err();
    assert_eq!((error.kind(), error.retryable()), (ErrorKind::ServerError, false));
    assert_eq!(stub.count("/api/v1/kms/keys"), 1);
}

#[tokio::test]
async fn kms_ciphertext_of_another_key_fails_to_decrypt_at_once() {
    let stub = server(|_, _| {
        let failed = json!({"statusCode": 500, "error": "X", "message": "Something went wrong"});
        Answer::json(500, &failed)
    })
    .await;
    let error = machine(&stub, false).kms().decrypt(ID, PLANTED).await.unwrap_err();
    assert_eq!((error.kind(), error.retryable()), (ErrorKind::DecryptionFailed, false));
    assert_eq!(stub.count(&format!("/api/v1/kms/keys/{ID}/decrypt")), 1);
}
