//! Refusals whose status does not say what is wrong, so that the client finds out.

use infisical_e2ee::{ErrorKind, SecretType};
use infisical_e2ee_devserver::Era;

use super::support::{ERAS, World};

#[tokio::test]
async fn a_taken_name_is_a_conflict() {
    for era in ERAS {
        let world = World::start(era).await;
        let secrets = world.user_at(&world.base_url).secrets();
        for kind in [SecretType::Shared, SecretType::Personal] {
            secrets.create("A", "1").kind(kind).await.unwrap();
            let error = secrets.create("A", "2").kind(kind).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Conflict, "{era}: {error}");
            assert_eq!(secrets.get("A").kind(kind).await.unwrap().value.expose(), "1", "{era}");
        }
    }
}

#[tokio::test]
async fn an_override_of_nothing_is_not_found() {
    for era in ERAS {
        let world = World::start(era).await;
        let secrets = world.user_at(&world.base_url).secrets();
        let error = secrets.create("A", "1").kind(SecretType::Personal).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::NotFound, "{era}: {error}");
    }
}

#[tokio::test]
async fn a_service_token_has_no_overrides_since_2024() {
    for era in [Era::Feb24, Era::Jun24] {
        let world = World::start(era).await;
        let secrets = world.client(world.token_credential()).secrets();
        secrets.create("A", "1").await.unwrap();
        let error = secrets.create("A", "2").kind(SecretType::Personal).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::PermissionDenied, "{era}: {error}");
    }
}
