//! Passwords: what is sent, and the state after an interrupted change or recovery.

use std::sync::atomic::{AtomicBool, Ordering};

use infisical_e2ee::crypto::{BackupKey, PrivateKey, SystemEntropy};
use infisical_e2ee::{Client, Credential, ErrorKind};
use infisical_e2ee_devserver::Era;
use serde_json::json;
use tokio::task::JoinSet;

use super::support::{
    Answer, EMAIL, ERAS, PASSWORD, Received, STEPS, Stub, World, bare_client, builder_at,
    interrupted_with_password, mailed_code,
};

const NEW: &str = "planted-Battery-Staple-8";
const CHANGE: &str = "/api/v1/password/change-password";
const RESET: &str = "/api/v1/password/password-reset";
const VERIFY: &str = "/api/v1/password/email/password-reset-verify";
const BACKUP: &str = "/api/v1/password/backup-private-key";

fn anyone(base_url: &str) -> Client {
    builder_at(base_url).build().unwrap()
}

fn with_new_password(world: &World) -> Client {
    world.client(Credential::user(EMAIL, NEW).unwrap())
}

/// Mails a recovery code.
async fn recovery_code(world: &World) -> String {
    anyone(&world.base_url).account().start_recovery(EMAIL).await.unwrap();
    mailed_code(&world.base_url, EMAIL).await
}

/// Checks that the new password works and the secret is readable, and restores the old password.
async fn check_and_put_back(world: &World, what: &str) {
    let ada = with_new_password(world);
    let secret = ada.secrets().get("A").await.unwrap_or_else(|error| panic!("{what}: {error}"));
    assert_eq!(secret.value.expose(), "1", "{what}");
    ada.account().change_password(PASSWORD).send_password(true).await.unwrap();
}

#[tokio::test]
async fn change_password_interrupted_at_any_request_completes_when_repeated() {
    for era in STEPS {
        let world = World::start(era).await;
        world.ada().secrets().create("A", "1").await.unwrap();
        interrupted_with_password(
            &world,
            async |_| (),
            async |client, ()| client.account().change_password(NEW).send_password(true).await,
            async |(), again, what| {
                again.unwrap_or_else(|error| panic!("{what}: {error}"));
                check_and_put_back(&world, what).await;
            },
        )
        .await;
    }
}

#[tokio::test]
async fn complete_recovery_interrupted_at_any_request_completes_when_repeated() {
    for era in STEPS {
        let world = World::start(era).await;
        let ada = world.user_at(&world.base_url);
        ada.secrets().create("A", "1").await.unwrap();
        let key = ada.account().create_backup_key().await.unwrap().backup_key;
        let recover = async |client: &Client, code: &str| {
            client.account().complete_recovery(EMAIL, code, key.clone(), NEW).await
        };
        interrupted_with_password(
            &world,
            async |_| recovery_code(&world).await,
            async |client, code| recover(client, code).await,
            async |_, again, what| {
                // The code may have been used. A new one completes the recovery.
                if let Err(error) = again {
                    assert_eq!(error.kind(), ErrorKind::AuthenticationFailed, "{what}: {error}");
                    world.user_at(&world.base_url).account().me().await.unwrap();
                    let code = recovery_code(&world).await;
                    recover(&anyone(&world.base_url), &code).await.unwrap();
                }
                check_and_put_back(&world, what).await;
            },
        )
        .await;
    }
}

/// A stub that forwards everything and loses the first response from `path`.
async fn losing(world: &World, path: &'static str) -> Stub {
    let lost = AtomicBool::new(false);
    Stub::before(&world.base_url, move |request, _| {
        // An empty change queries the rate limit.
        let is_wanted = request.path() == path && request.body != b"{}";
        let loses = is_wanted && !lost.swap(true, Ordering::SeqCst);
        if loses { Answer::PassOnAndLose } else { Answer::PassOn }
    })
    .await
}

#[tokio::test]
async fn change_password_with_lost_response_completes_when_repeated() {
    for era in ERAS {
        let world = World::start(era).await;
        let stub = losing(&world, CHANGE).await;
        let ada = world.user_at(&stub.base_url);
        ada.secrets().create("A", "1").await.unwrap();
        let change = async || ada.account().change_password(NEW).send_password(true).await;
        let error = change().await.unwrap_err();
        assert_eq!((error.kind(), error.retryable()), (ErrorKind::ServerError, true), "{era}");
        assert!(
            error.message().contains("Repeat the call with the same passwords"),
            "{era}: {error}"
        );
        change().await.unwrap();
        // In May 2023 each change queries the rate limit first.
        assert_eq!(stub.count(CHANGE), if era == Era::May23 { 4 } else { 1 }, "{era}");
        ada.account().log_out().await.unwrap();
        assert_eq!(ada.secrets().get("A").await.unwrap().value.expose(), "1", "{era}");
    }
}

#[tokio::test]
async fn complete_recovery_with_lost_response_reuses_the_confirmed_code() {
    for era in ERAS {
        let world = World::start(era).await;
        let ada = world.user_at(&world.base_url);
        let key = ada.account().create_backup_key().await.unwrap().backup_key;
        let stub = losing(&world, RESET).await;
        let (code, anyone) = (recovery_code(&world).await, anyone(&stub.base_url));
        let recover = async || {
            anyone.account().complete_recovery(EMAIL, code.as_str(), key.clone(), NEW).await
        };
        assert_eq!(recover().await.unwrap_err().kind(), ErrorKind::ServerError, "{era}");
        recover().await.unwrap();
        assert_eq!((stub.count(VERIFY), stub.count(RESET)), (1, 2), "{era}");
        with_new_password(&world).account().me().await.unwrap();
    }
}

#[tokio::test]
async fn change_password_blocks_concurrent_calls_and_keeps_project_keys() {
    for era in ERAS {
        let world = World::start(era).await;
        let stub = Stub::before(&world.base_url, |_, _| Answer::PassOn).await;
        let ada = world.user_at(&stub.base_url);
        ada.secrets().create("A", "1").await.unwrap();
        let mut calls = JoinSet::new();
        let changing = ada.account().change_password(NEW).send_password(true).into_future();
        let changing = tokio::spawn(changing);
        for _ in 0..20 {
            calls.spawn(ada.secrets().get("A").into_future());
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        for result in calls.join_all().await {
            assert_eq!(result.unwrap().value.expose(), "1", "{era}");
        }
        changing.await.unwrap().unwrap();
        ada.secrets().update("A").value("2").await.unwrap();
        let opens_key = |one: &Received| {
            one.path().ends_with("/encrypted-key") || one.path().ends_with("/latest")
        };
        assert_eq!(stub.received().iter().filter(|one| opens_key(one)).count(), 1, "{era}");
    }
}

#[tokio::test]
async fn change_password_with_access_token_needs_the_right_password() {
    for era in ERAS {
        let world = World::start(era).await;
        world.ada().secrets().create("A", "1").await.unwrap();
        let token = Credential::access_token(world.new_access_token().await).unwrap();
        let alone = world.client(token.clone()).account();
        let error = alone.change_password(NEW).send_password(true).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidCredential, "{era}");
        let error = alone.create_backup_key().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidCredential, "{era}");

        let mistyped = world.client(token.clone().with_password("mistyped")).account();
        let error = mistyped.change_password(NEW).send_password(true).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::DecryptionFailed, "{era}: {error}");

        let ada = world.client(token.with_password(PASSWORD));
        ada.account().create_backup_key().await.unwrap();
        ada.account().change_password(NEW).send_password(true).await.unwrap();
        let read = ada.secrets().get("A").await;
        match era {
            Era::May23 => assert_eq!(read.unwrap().value.expose(), "1"),
            Era::Feb24 | Era::Jun24 | Era::Modern => {
                assert_eq!(read.unwrap_err().kind(), ErrorKind::AuthenticationFailed, "{era}");
            }
        }
        check_and_put_back(&world, "by access token").await;
    }
}

#[tokio::test]
async fn password_calls_send_no_key_and_the_new_password_only_if_required() {
    for era in ERAS {
        let world = World::start(era).await;
        let private_key = world.private_key(&world.new_access_token().await).await;
        let stub = Stub::before(&world.base_url, |_, _| Answer::PassOn).await;
        let ada = world.user_at(&stub.base_url).account();
        let kit = ada.create_backup_key().await.unwrap();
        ada.change_password(NEW).send_password(true).await.unwrap();
        let (code, anyone) = (recovery_code(&world).await, anyone(&stub.base_url).account());
        let recovering = anyone.complete_recovery(EMAIL, code, kit.backup_key.clone(), NEW);
        recovering.send_password(true).await.unwrap();
        for path in [BACKUP, CHANGE, RESET] {
            assert!(stub.count(path) > 0, "{era}: {path} was not sent");
        }
        for request in stub.received() {
            let body = String::from_utf8_lossy(&request.body);
            for planted in [PASSWORD, &private_key, kit.backup_key.expose()] {
                assert!(!body.contains(planted), "{era}: {planted} to {}", request.path());
            }
            let demanded = era == Era::Jun24 && request.path() == CHANGE;
            assert_eq!(body.contains(NEW), demanded, "{era}: {}", request.path());
        }
        let shown = format!("{kit:?}");
        assert!(!shown.contains(kit.backup_key.expose()), "{shown}");
    }
}

#[tokio::test]
async fn create_backup_key_failure_warns_that_an_earlier_key_may_be_void() {
    for era in ERAS {
        let world = World::start(era).await;
        let stub = losing(&world, BACKUP).await;
        let ada = world.user_at(&stub.base_url).account();
        let error = ada.create_backup_key().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::ServerError, "{era}");
        assert!(error.message().contains("may no longer be valid. Create another one"), "{error}");
        ada.create_backup_key().await.unwrap();
    }
}

/// The server returns a private key that does not belong to the account.
#[tokio::test]
async fn complete_recovery_with_foreign_private_key_is_refused() {
    let key = BackupKey::generate(&mut SystemEntropy).unwrap();
    let planted = PrivateKey::generate(&mut SystemEntropy).unwrap();
    let encrypted = key.protect(&planted, &mut SystemEntropy).unwrap();
    let own = PrivateKey::generate(&mut SystemEntropy).unwrap().public_key().to_base64();
    let stub = Stub::start(move |request, _| match request.path() {
        "/api/status" => Answer::json(200, &json!({ "message": "Ok" })),
        VERIFY => Answer::json(200, &json!({ "token": "aa.bb.cc", "user": { "publicKey": own } })),
        BACKUP => Answer::json(
            200,
            &json!({ "backupPrivateKey": {
                "encryptedPrivateKey": encrypted.ciphertext,
                "iv": encrypted.iv,
                "tag": encrypted.tag,
            } }),
        ),
        _ => Answer::json(200, &json!({})),
    })
    .await;
    let account = bare_client(&stub.base_url).build().unwrap().account();
    let recovering = account.complete_recovery(EMAIL, "c0de", key.text().clone(), NEW);
    assert_eq!(recovering.await.unwrap_err().kind(), ErrorKind::IntegrityViolation);
    assert_eq!((stub.count(BACKUP), stub.count(RESET)), (1, 0));
}
