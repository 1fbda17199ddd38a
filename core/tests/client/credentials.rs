//! API keys and access tokens, with the password or private key that decrypts secrets.

use infisical_e2ee::crypto::{PrivateKey, SystemEntropy};
use infisical_e2ee::{Client, Credential, Error, ErrorKind};

use super::support::{Answer, ERAS, PASSWORD, Stub, World, builder_at};

/// Uses a credential for everything except management.
async fn use_it(world: &World, client: &Client, who: &str) {
    let organizations = client.organizations().list().await.unwrap();
    assert_eq!(organizations.len(), 1, "{who}");
    let projects = client.projects().list().await.unwrap();
    assert_eq!(projects[0].id, world.project, "{who}");
    let project = client.projects().get(&world.project).await.unwrap();
    assert!(project.environments.iter().any(|environment| environment.slug == "dev"), "{who}");
    assert_eq!(client.account().me().await.unwrap().email, "ada@example.test", "{who}");
    let opened = client.projects().open_key(&world.project).await.unwrap();
    assert_eq!(opened.sealed_by.unwrap().sha256.len(), 64, "{who}");

    let secrets = client.secrets();
    let created = secrets.create("A", "1").comment("why").await.unwrap();
    assert_eq!((created.value.expose(), created.comment.expose()), ("1", "why"), "{who}");
    secrets.update("A").value("2").await.unwrap();
    let service = world.client(world.token_credential()).secrets();
    assert_eq!(service.get("A").await.unwrap().value.expose(), "2", "{who}");
    service.update("A").value("3").await.unwrap();
    assert_eq!(secrets.get("A").await.unwrap().value.expose(), "3", "{who}");
    secrets.delete("A").await.unwrap();
    assert!(secrets.list().await.unwrap().is_empty(), "{who}");
}

#[tokio::test]
async fn access_tokens_work_with_a_password_or_private_key() {
    for era in ERAS {
        let world = World::start(era).await;
        let token = world.new_access_token().await;
        let private_key = world.private_key(&token).await;
        let credential = || Credential::access_token(token.as_str()).unwrap();
        let client = world.client(credential().with_password(PASSWORD));
        use_it(&world, &client, &format!("{era} with password")).await;
        let client = world.client(credential().with_private_key(private_key));
        client.projects().open_key(&world.project).await.unwrap();

        let name = "made by an access token";
        let created = client.service_tokens().create(name).await.unwrap();
        let service = world.client(Credential::service_token(created.token.expose()).unwrap());
        assert_eq!(service.service_tokens().describe().await.unwrap().name, name, "{era}");
    }
}

#[tokio::test]
async fn api_keys_work_with_a_password_or_private_key() {
    for era in ERAS {
        let world = World::start(era).await;
        let token = world.new_access_token().await;
        let (key, private_key) = (world.api_key(&token).await, world.private_key(&token).await);
        let credential = || Credential::api_key(key.as_str()).unwrap();
        let client = world.client(credential().with_password(PASSWORD));
        use_it(&world, &client, &format!("{era} with password")).await;
        let client = world.client(credential().with_private_key(private_key));
        client.projects().open_key(&world.project).await.unwrap();
    }
}

#[tokio::test]
async fn credentials_without_password_or_key_list_but_do_not_decrypt() {
    for era in ERAS {
        let world = World::start(era).await;
        let token = world.new_access_token().await;
        let key = world.api_key(&token).await;
        for credential in [Credential::access_token(token), Credential::api_key(key)] {
            let credential = credential.unwrap();
            let stub = Stub::before(&world.base_url, |_, _| Answer::PassOn).await;
            let client = builder_at(&stub.base_url).credential(credential.clone());
            let client = client.project(&world.project).environment("dev").build().unwrap();
            assert_eq!(client.projects().list().await.unwrap().len(), 1);
            let error = client.secrets().create("A", "1").await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::KeyUnavailable, "{era}: {credential:?}");
            assert!(error.message().contains("Give the password or the private key"), "{error}");
            assert_eq!(stub.count("/api/v3/secrets/A"), 0);
        }
    }
}

#[tokio::test]
async fn wrong_password_or_private_key_is_refused() {
    let another = PrivateKey::generate(&mut SystemEntropy).unwrap().to_base64();
    for era in ERAS {
        let world = World::start(era).await;
        let token = world.new_access_token().await;
        let credential = || Credential::access_token(token.as_str()).unwrap();
        for (credential, kind) in [
            (credential().with_password("another"), ErrorKind::DecryptionFailed),
            (credential().with_private_key(another.clone()), ErrorKind::IntegrityViolation),
            (credential().with_private_key("AAAA"), ErrorKind::InvalidCredential),
        ] {
            let error = world.client(credential).secrets().get("A").await.unwrap_err();
            assert_eq!(error.kind(), kind, "{era}: {error}");
        }
    }
}

#[tokio::test]
async fn unknown_and_wrong_credentials_are_authentication_failed() {
    async fn refused(client: Client) -> Error {
        client.account().me().await.unwrap_err()
    }
    for era in ERAS {
        let world = World::start(era).await;
        let key = world.api_key(&world.new_access_token().await).await;
        let (known, _) = key.rsplit_once('.').unwrap();
        let unknown = format!("{}.5ec3e7", known.replace(|c: char| c.is_ascii_digit(), "0"));
        for key in [unknown, format!("{known}.5ec3e7")] {
            let error = refused(world.client(Credential::api_key(key).unwrap())).await;
            assert_eq!(error.kind(), ErrorKind::AuthenticationFailed, "{era}: {error}");
        }
        let forged = Credential::access_token("eyJhbGciOiJIUzI1NiJ9.e30.AAAA").unwrap();
        let error = refused(world.client(forged)).await;
        assert_eq!(error.kind(), ErrorKind::AuthenticationFailed, "{era}: {error}");

        let (known, key) = world.token.expose().rsplit_once('.').unwrap();
        let wrong = format!("{}.{key}", known.rsplit_once('.').unwrap().0.to_owned() + ".5ec3e7");
        let client = world.client(Credential::service_token(&wrong).unwrap());
        let error = client.secrets().list().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::AuthenticationFailed, "{era}: {error}");
    }
}

#[tokio::test]
async fn service_token_with_wrong_key_is_decryption_failed() {
    for era in ERAS {
        let world = World::start(era).await;
        let (credential, _) = world.token.expose().rsplit_once('.').unwrap();
        let token = format!("{credential}.{}", "0".repeat(32));
        let client = world.client(Credential::service_token(&token).unwrap());
        let error = client.secrets().list().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::DecryptionFailed, "{era}: {error}");
        assert!(
            error.message().contains("the last part of the token, which is its key"),
            "{error}"
        );
    }
}
