//! Clients with a trust store, against servers that change their answers.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use infisical_e2ee::crypto::{PrivateKey, ProjectKey, SystemEntropy};
use infisical_e2ee::{Client, Credential, ErrorKind, NewValue, StorageError, TrustStorage};
use serde_json::json;
use tempfile::tempdir;
use tokio::sync::Notify;

use super::support::{Answer, ERAS, Received, Stub, World, answer_of, builder_at, http};

const BOB: &str = "bob@example.test";

/// A client of the user's session at `base_url`, with a trust store.
fn watching(world: &World, base_url: &str, store: &Path) -> Client {
    world.session_builder_at(base_url).trust_store(store).build().unwrap()
}

/// A server before the world's that answers by `lie` once it is told to.
async fn turning(
    world: &World,
    lie: impl Fn(&Received) -> Option<Answer> + Send + Sync + 'static,
) -> (Stub, Arc<AtomicBool>) {
    let lies = Arc::new(AtomicBool::new(false));
    let told = Arc::clone(&lies);
    let stub = Stub::before(&world.base_url, move |request, _| {
        let lie = told.load(Ordering::Relaxed).then(|| lie(request)).flatten();
        lie.unwrap_or(Answer::PassOn)
    });
    (stub.await, lies)
}

#[tokio::test]
async fn member_whose_key_changed_gets_no_key_until_it_is_confirmed() {
    for era in ERAS {
        let world = World::start(era).await;
        let directory = tempdir().unwrap();
        let store = directory.path().join("trust");
        let bob = world.colleague(BOB).await;
        let ada = watching(&world, &world.base_url, &store);
        let member = ada.members().invite(BOB).await.unwrap();
        let real = member.public_key.clone().unwrap();
        drop(bob);

        let other = PrivateKey::generate(&mut SystemEntropy).unwrap().public_key();
        let version = if era == ERAS[0] { "v2" } else { "v1" };
        let path = format!("/api/{version}/workspace/{}/memberships", world.project);
        let request = http().get(format!("{}{path}", world.base_url));
        let members = answer_of(request.bearer_auth(world.access_token())).await;
        let changed = members.to_string().replace(&real, &other.to_base64());
        let stub = Stub::before(&world.base_url, move |request, _| {
            if request.path() == path {
                Answer::text(200, "application/json", changed.clone())
            } else {
                Answer::PassOn
            }
        })
        .await;
        let later = watching(&world, &stub.base_url, &store);
        let error = later.members().share_key(&member.id).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::TamperingSuspected, "{era:?}: {error}");
        assert!(error.message().contains(&other.fingerprint().sha256), "{error}");
        assert!(stub.received().iter().all(|request| request.method == "GET"), "{era:?}");

        let confirmed = later.members().share_key(&member.id);
        confirmed.expect_fingerprint(other.fingerprint().sha256).await.unwrap();
        later.members().share_key(&member.id).await.unwrap();
    }
}

#[tokio::test]
async fn project_key_that_another_process_knew_is_compared() {
    let world = World::start(ERAS[1]).await;
    let directory = tempdir().unwrap();
    let store = directory.path().join("trust");
    watching(&world, &world.base_url, &store).secrets().list().await.unwrap();

    let own = world.own_key();
    let key = ProjectKey::generate(&mut SystemEntropy).unwrap();
    // The user sealed it, for another project.
    let sealed = key.seal_for(&own.public_key(), &own, &mut SystemEntropy).unwrap();
    let copy = json!({
        "encryptedKey": sealed.ciphertext,
        "nonce": sealed.nonce,
        "sender": { "publicKey": own.public_key().to_base64() },
    });
    let (stub, lies) = turning(&world, move |request| {
        request.path().ends_with("/encrypted-key").then(|| Answer::json(200, &copy))
    })
    .await;
    lies.store(true, Ordering::Relaxed);
    let later = watching(&world, &stub.base_url, &store);
    let error = later.secrets().list().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::IntegrityViolation);
    assert!(error.message().contains("trust.forget_project"), "{error}");
    // A client without a store believes that the project is empty under this key.
    assert!(world.session_at(&stub.base_url).secrets().list().await.unwrap().is_empty());

    later.trust().forget_project(&world.project).await.unwrap();
    assert!(later.secrets().list().await.unwrap().is_empty());
}

#[tokio::test]
async fn project_that_another_process_saw_encrypted_is_never_sent_plaintext() {
    let world = World::start(ERAS[2]).await;
    let directory = tempdir().unwrap();
    let store = directory.path().join("trust");
    let builder = |base_url: &str| world.session_builder_at(base_url).require_e2ee(false);
    let first = builder(&world.base_url).trust_store(&store).build().unwrap();
    first.secrets().list().await.unwrap();

    let (stub, lies) = turning(&world, |request| {
        request.path().ends_with("/encrypted-key").then(|| Answer::json(200, &json!(null)))
    })
    .await;
    lies.store(true, Ordering::Relaxed);
    let later = builder(&stub.base_url).trust_store(&store).build().unwrap();
    let error = later.secrets().create("NEW", "planted").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::IntegrityViolation, "{error}");
    assert!(stub.received().iter().all(|request| !request.path().contains("/raw")));
    // Without a store, the new process cannot know.
    let forgetful = builder(&stub.base_url).build().unwrap();
    assert_ne!(
        forgetful.secrets().list().await.map(drop).map_err(|error| error.kind()),
        Err(ErrorKind::IntegrityViolation)
    );
}

#[tokio::test]
async fn answers_that_own_writes_overtake_contradict_nothing() {
    let world = World::start(ERAS[1]).await;
    let directory = tempdir().unwrap();
    let client = watching(&world, &world.base_url, &directory.path().join("trust"));
    let secrets = client.secrets();
    secrets.create("COUNTER", "0").await.unwrap();
    let writes = async {
        for number in 1..15 {
            client.secrets().update("COUNTER").value(number.to_string()).await.unwrap();
            let name = format!("N{number}");
            client.secrets().create(&name, "x").await.unwrap();
            client.secrets().delete(&name).await.unwrap();
        }
    };
    let reads = || async {
        for _ in 0..30 {
            client.secrets().list().await.unwrap();
            client.secrets().get("COUNTER").await.unwrap();
        }
    };
    tokio::join!(writes, reads(), reads());
}

#[tokio::test]
async fn calls_during_an_own_rename_contradict_nothing() {
    for era in ERAS {
        let world = World::start(era).await;
        let directory = tempdir().unwrap();
        let (is_renamed, is_tried) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
        let (renamed, tried) = (Arc::clone(&is_renamed), Arc::clone(&is_tried));
        let stub = Stub::before(&world.base_url, move |request, _| {
            let is_rename = request.method == "PATCH" || request.path().ends_with("/batch");
            if !is_rename {
                return Answer::PassOn;
            }
            let (renamed, tried) = (Arc::clone(&renamed), Arc::clone(&tried));
            Answer::pass_on_then(async move {
                renamed.notify_one();
                tried.notified().await;
            })
        })
        .await;
        let client = watching(&world, &stub.base_url, &directory.path().join("trust"));
        let secrets = client.secrets();
        secrets.create("OLD", "1").await.unwrap();
        let calls = async {
            is_renamed.notified().await;
            let error = client.secrets().get("OLD").await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::NotFound, "{era:?}: {error}");
            client.secrets().create("OLD", "2").await.unwrap();
            assert_eq!(client.secrets().list().await.unwrap().len(), 2, "{era:?}");
            is_tried.notify_one();
        };
        let renaming = async { secrets.update("OLD").new_name("NEW").await.unwrap() };
        tokio::join!(renaming, calls);
        assert_eq!(secrets.get("NEW").await.unwrap().value.expose(), "1", "{era:?}");
        assert_eq!(secrets.get("OLD").await.unwrap().value.expose(), "2", "{era:?}");
    }
}

#[tokio::test]
async fn rename_of_a_known_secret_that_the_server_denies_is_tampering() {
    for era in ERAS {
        let world = World::start(era).await;
        let directory = tempdir().unwrap();
        let store = directory.path().join("trust");
        let (stub, lies) = turning(&world, |request| {
            let denied = json!({ "message": "Secret not found", "statusCode": 404 });
            request.path().ends_with("/secrets/OLD").then(|| Answer::json(404, &denied))
        })
        .await;
        let client = watching(&world, &stub.base_url, &store);
        client.secrets().create("OLD", "1").await.unwrap();
        lies.store(true, Ordering::Relaxed);
        // With a value, the client does not read the secret first, except in May 2023.
        for value in [None, Some("2")] {
            let rename = client.secrets().update("OLD").new_name("NEW");
            let rename = match value {
                Some(value) => rename.value(value),
                None => rename,
            };
            let error = rename.await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::TamperingSuspected, "{era:?} {value:?}: {error}");
        }
        lies.store(false, Ordering::Relaxed);
        client.secrets().update("OLD").new_name("NEW").await.unwrap();
    }
}

#[tokio::test]
async fn lists_during_own_deletions_and_renames_contradict_nothing() {
    let world = World::start(ERAS[1]).await;
    let directory = tempdir().unwrap();
    let client = watching(&world, &world.base_url, &directory.path().join("trust"));
    let workers = (0..6).map(|number| {
        let client = client.clone();
        tokio::spawn(async move {
            let (name, secrets) = (format!("N{number}"), client.secrets());
            for round in 0..8 {
                secrets.set_many([NewValue::new(&name, round.to_string())]).await.unwrap();
                secrets.list().await.unwrap();
                match round % 2 {
                    0 => secrets.delete(&name).await.unwrap(),
                    _ => drop(secrets.delete_many([&name]).await.unwrap()),
                }
            }
        })
    });
    let folders = client.clone();
    let renames = tokio::spawn(async move {
        folders.folders().create("f0").await.unwrap();
        folders.secrets().create("IN", "x").path("/f0").await.unwrap();
        for number in 0..8 {
            let (old, new) = (format!("f{number}"), format!("f{}", number + 1));
            folders.folders().rename(&old, &new).await.unwrap();
            folders.secrets().list().path(format!("/{new}")).await.unwrap();
        }
    });
    let reader = client.clone();
    let reads = tokio::spawn(async move {
        for number in (0..9).cycle().take(40) {
            let list = reader.secrets().list().path(format!("/f{number}")).await;
            let error = list.err().map(|error| error.kind());
            assert_ne!(error, Some(ErrorKind::TamperingSuspected), "f{number}");
        }
    });
    for task in workers.chain([renames, reads]).collect::<Vec<_>>() {
        task.await.unwrap();
    }
    assert_eq!(client.secrets().list().path("/f8").await.unwrap().len(), 1);
}

#[tokio::test]
async fn change_that_the_store_cannot_keep_is_said_to_be_applied() {
    /// A storage that is full once it holds something.
    struct Full(std::sync::Mutex<Option<Vec<u8>>>, Arc<AtomicBool>);
    impl TrustStorage for Full {
        fn load(&self) -> Result<Option<Vec<u8>>, StorageError> {
            Ok(self.0.lock().unwrap().clone())
        }
        fn save(&self, contents: &[u8]) -> Result<(), StorageError> {
            if self.1.load(Ordering::Relaxed) {
                return Err("no space left".into());
            }
            *self.0.lock().unwrap() = Some(contents.to_vec());
            Ok(())
        }
    }
    let world = World::start(ERAS[0]).await;
    let is_full = Arc::new(AtomicBool::new(false));
    let storage = Full(std::sync::Mutex::default(), Arc::clone(&is_full));
    let client = world.session_builder_at(&world.base_url).trust_storage(storage).build().unwrap();
    client.secrets().create("A", "1").await.unwrap();
    is_full.store(true, Ordering::Relaxed);
    let error = client.secrets().update("A").value("2").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidInput);
    assert!(error.message().contains("no space left"), "{error}");
    assert!(error.message().ends_with("The server has applied the change"), "{error}");
}

#[tokio::test]
async fn own_changes_of_every_kind_contradict_nothing() {
    for era in ERAS {
        let world = World::start(era).await;
        let directory = tempdir().unwrap();
        let client = watching(&world, &world.base_url, &directory.path().join("trust"));
        let secrets = client.secrets();
        let values = || [NewValue::new("A", "1"), NewValue::new("B", "2"), NewValue::new("C", "3")];
        secrets.set_many(values()).await.unwrap().check_complete().unwrap();
        assert_eq!(secrets.list().await.unwrap().len(), 3);
        secrets.update("A").value("4").await.unwrap();
        secrets.update("A").comment("why").await.unwrap();
        secrets.delete_many(["B"]).await.unwrap().check_complete().unwrap();
        secrets.create("B", "5").await.unwrap();
        secrets.delete("C").await.unwrap();
        secrets.set_many(values()).await.unwrap().check_complete().unwrap();
        secrets.move_to(["C"]).to_environment("staging").await.unwrap();
        client.environments().update("staging").new_slug("stage").await.unwrap();
        assert_eq!(secrets.list().environment("stage").await.unwrap().len(), 1, "{era:?}");
        assert_eq!(secrets.list().await.unwrap().len(), 2, "{era:?}");
    }
}

#[tokio::test]
async fn file_of_another_credential_is_refused() {
    let world = World::start(ERAS[0]).await;
    let directory = tempdir().unwrap();
    let store = directory.path().join("trust");
    watching(&world, &world.base_url, &store).secrets().list().await.unwrap();
    let token = builder_at(&world.base_url).credential(world.token_credential());
    let token = token.environment("dev").trust_store(&store).build().unwrap();
    let error = token.secrets().list().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidInput);
    assert!(error.message().contains("another user or token"), "{error}");
    assert!(error.message().contains("trust\""), "{error}");
}

#[tokio::test]
async fn trust_store_of_an_identity_or_of_nobody_is_refused() {
    let identity = Credential::universal_auth("id", "secret").unwrap();
    for builder in
        [builder_at("http://localhost").credential(identity), builder_at("http://localhost")]
    {
        let error = builder.trust_store("/tmp/trust").build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidInput);
    }
}

#[tokio::test]
async fn trust_without_a_store_is_invalid_input() {
    let world = World::start(ERAS[0]).await;
    let client = world.client(world.token_credential());
    for error in [
        client.trust().forget_secrets().await.unwrap_err(),
        client.trust().forget_project(&world.project).await.unwrap_err(),
    ] {
        assert_eq!(error.kind(), ErrorKind::InvalidInput);
        assert!(error.message().contains("trust_store"), "{error}");
    }
}
