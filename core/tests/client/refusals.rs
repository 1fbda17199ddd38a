//! Refusals whose status is ambiguous, so the client determines the cause.

use infisical_e2ee::{ErrorKind, SecretType};
use infisical_e2ee_devserver::Era;

use super::support::{ERAS, World};

#[tokio::test]
async fn create_with_existing_name_is_conflict() {
    for era in ERAS {
        let world = World::start(era).await;
        let secrets = world.ada().secrets();
        for kind in [SecretType::Shared, SecretType::Personal] {
            secrets.create("A", "1").kind(kind).await.unwrap();
            let error = secrets.create("A", "2").kind(kind).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Conflict, "{era}: {error}");
            assert_eq!(secrets.get("A").kind(kind).await.unwrap().value.expose(), "1", "{era}");
        }
    }
}

#[tokio::test]
async fn personal_secret_without_shared_one_is_not_found() {
    for era in ERAS {
        let world = World::start(era).await;
        let secrets = world.ada().secrets();
        let error = secrets.create("A", "1").kind(SecretType::Personal).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::NotFound, "{era}: {error}");
    }
}

#[tokio::test]
async fn personal_secret_by_service_token_since_2024_is_permission_denied() {
    for era in [Era::Feb24, Era::Jun24] {
        let world = World::start(era).await;
        let secrets = world.client(world.token_credential()).secrets();
        secrets.create("A", "1").await.unwrap();
        let error = secrets.create("A", "2").kind(SecretType::Personal).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::PermissionDenied, "{era}: {error}");
    }
}

#[tokio::test]
async fn locked_user_error_has_retry_after_and_advice() {
    let world = World::start(Era::Jun24).await;
    world.user_at(&world.base_url).account().set_mfa(true).await.unwrap();
    let client = world.user_at(&world.base_url);
    let waiting = client.account().me().await.unwrap_err();
    assert_eq!(waiting.kind(), ErrorKind::MfaRequired, "{waiting}");
    for _ in 0..3 {
        let wrong = client.account().verify_mfa("12345").await.unwrap_err();
        assert_eq!(wrong.kind(), ErrorKind::AuthenticationFailed, "{wrong}");
        assert!(wrong.message().contains("the code is wrong"), "{wrong}");
    }
    for locked in [
        client.account().verify_mfa("12345").await.unwrap_err(),
        client.account().resend_mfa_code().await.unwrap_err(),
        world.user_at(&world.base_url).account().me().await.unwrap_err(),
    ] {
        assert_eq!(locked.kind(), ErrorKind::PermissionDenied, "{locked}");
        assert!(!locked.retryable(), "{locked}");
        assert!(locked.retry_after().unwrap().as_secs() > 200, "{locked}");
        let says = |words| locked.message().contains(words);
        assert!(says("locked") && says("account recovery"), "{locked}");
    }
}

#[tokio::test]
async fn tag_slug_of_another_project_in_february_2024_error_says_so() {
    let world = World::start(Era::Feb24).await;
    let user = world.ada();
    let other = user.projects().create("Second").await.unwrap();
    user.tags().create("Red", "red").await.unwrap();
    let error = user.tags().create("Red", "red").project(&other.id).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Conflict, "{error}");
    assert!(error.message().contains("another one on the server"), "{error}");
}

#[tokio::test]
async fn unknown_project_error_says_where_to_find_the_id() {
    for era in ERAS {
        let world = World::start(era).await;
        let user = world.session_at(&world.base_url);
        for error in [
            user.projects().get("my-project").await.map(drop).unwrap_err(),
            user.secrets().list().project("my-project").await.map(drop).unwrap_err(),
            user.members().list().project("my-project").await.map(drop).unwrap_err(),
        ] {
            for part in ["\"my-project\"", "not its name", "projects.list"] {
                assert!(error.message().contains(part), "{era}: {error}");
            }
        }
    }
}

#[tokio::test]
async fn service_token_in_other_environment_error_names_its_environments() {
    for era in ERAS {
        let world = World::start(era).await;
        let secrets = world.client(world.token_credential()).secrets();
        let error = secrets.get("A").environment("prod").await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::PermissionDenied, "{era}: {error}");
        for part in ["\"prod\"", "only to \"dev\" at"] {
            assert!(error.message().contains(part), "{era}: {error}");
        }
    }
}
