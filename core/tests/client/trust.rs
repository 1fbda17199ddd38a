//! Project keys that the server planted or replaced, and projects that it calls plaintext.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use infisical_e2ee::crypto::{PrivateKey, ProjectKey, PublicKey, SystemEntropy};
use infisical_e2ee::{Client, Error, ErrorKind, Fingerprint, NewValue, Permission};
use infisical_e2ee_devserver::{Config, Era, HostileKind};
use serde_json::{Value, json};

use super::support::{Answer, ERAS, Received, Stub, World, answer_of, http};

const BOB: &str = "bob@example.test";
/// A fingerprint that begins with 128 zero bits.
const ZERO: &str = "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon \
     abandon about";

/// Somebody with a key pair of their own, to whom the server belongs.
struct Attacker {
    private_key: PrivateKey,
    project_key: ProjectKey,
}

impl Attacker {
    fn new() -> Self {
        let entropy = &mut SystemEntropy;
        Self {
            private_key: PrivateKey::generate(entropy).unwrap(),
            project_key: ProjectKey::generate(entropy).unwrap(),
        }
    }

    fn fingerprint(&self) -> String {
        self.private_key.public_key().fingerprint().sha256
    }

    /// The answer with the attacker's key, sealed to the victim.
    fn copy_for(&self, victim: &PublicKey) -> Value {
        let sealed = self.project_key.seal_for(victim, &self.private_key, &mut SystemEntropy);
        let sealed = sealed.unwrap();
        json!({
            "encryptedKey": sealed.ciphertext,
            "nonce": sealed.nonce,
            "sender": { "publicKey": self.private_key.public_key().to_base64() },
        })
    }
}

/// A server in front of the world's that answers every request for a project key with `copy`.
async fn planting(world: &World, copy: Value) -> Stub {
    Stub::before(&world.base_url, move |request, _| {
        if is_for_key(request) { Answer::json(200, &copy) } else { Answer::PassOn }
    })
    .await
}

fn is_for_key(request: &Received) -> bool {
    request.path().ends_with("/encrypted-key")
}

/// Fails if anything but log-ins and reads was sent.
fn assert_nothing_written(stub: &Stub, what: &str) {
    for request in stub.received() {
        let harmless = request.method == "GET" || request.path().contains("/auth/");
        assert!(harmless, "{what}: {} {}", request.method, request.path());
    }
}

/// The errors of everything that encrypts under the project key or shares it.
async fn errors_of_writes(client: &Client, world: &World, bob: &str) -> Vec<(&'static str, Error)> {
    let secrets = client.secrets();
    let token = client.service_tokens().create("ci").scope("dev", "/");
    let mut errors = vec![
        ("create", secrets.create("NEW", "planted").await.unwrap_err()),
        ("update", secrets.update("A").value("planted").await.unwrap_err()),
        ("set_many", secrets.set_many([NewValue::new("NEW", "planted")]).await.unwrap_err()),
        ("token", token.permissions([Permission::Read]).await.unwrap_err()),
        ("member", client.members().share_key(bob).await.unwrap_err()),
    ];
    // Servers since June 2024 have the key of every project.
    if world.era != Era::Jun24 {
        let sharing = client.projects().share_key_with_server(&world.project);
        errors.push(("server", sharing.await.unwrap_err()));
    }
    errors
}

#[tokio::test]
async fn writes_with_a_planted_project_key_are_refused() {
    for era in ERAS {
        let world = World::start(era).await;
        let ada = world.ada();
        world.colleague(BOB).await;
        let bob = ada.members().invite(BOB).await.unwrap().id;
        ada.secrets().create("A", "1").await.unwrap();

        let attacker = Attacker::new();
        let stub = planting(&world, attacker.copy_for(&world.own_key().public_key())).await;
        let victim = world.session_at(&stub.base_url);
        for (what, error) in errors_of_writes(&victim, &world, &bob).await {
            if what == "set_many" {
                // It reads what is there first, and that does not decrypt.
                assert_eq!(error.kind(), ErrorKind::DecryptionFailed, "{era} {what}: {error}");
                continue;
            }
            assert_eq!(error.kind(), ErrorKind::IntegrityViolation, "{era} {what}: {error}");
            assert!(error.message().contains(&attacker.fingerprint()), "{era} {what}: {error}");
            assert!(error.message().contains("trusted_sealers"), "{era} {what}: {error}");
        }
        assert_nothing_written(&stub, &era.to_string());
        assert_eq!(ada.secrets().get("A").await.unwrap().value.expose(), "1", "{era}");
    }
}

#[tokio::test]
async fn planted_key_of_an_empty_project_is_refused_unless_its_sealer_is_trusted() {
    for era in [Era::May23, Era::Feb24] {
        let world = World::start(era).await;
        let attacker = Attacker::new();
        let stub = planting(&world, attacker.copy_for(&world.own_key().public_key())).await;
        let victim = world.session_at(&stub.base_url);
        let error = victim.secrets().create("A", "planted").await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::IntegrityViolation, "{era}: {error}");
        assert_nothing_written(&stub, &era.to_string());

        let trusting = world.session_builder_at(&world.base_url);
        let trusting = trusting.trusted_sealers([attacker.fingerprint().to_uppercase()]);
        let trusting = trusting.base_url(&stub.base_url).build().unwrap();
        trusting.secrets().create("A", "1").await.unwrap();
    }
}

#[tokio::test]
async fn key_of_another_own_project_is_refused_for_writing() {
    for era in [Era::May23, Era::Feb24] {
        let world = World::start(era).await;
        let ada = world.ada();
        ada.secrets().create("A", "1").await.unwrap();
        let other = ada.projects().create("Other").await.unwrap().id;
        let path = format!("/api/v2/workspace/{other}/encrypted-key");
        let request = http().get(format!("{}{path}", world.base_url));
        let copy = answer_of(request.bearer_auth(world.access_token())).await;

        let stub = planting(&world, copy).await;
        let victim = world.session_at(&stub.base_url);
        let error = victim.secrets().create("B", "planted").await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::IntegrityViolation, "{era}: {error}");
        assert!(error.message().contains("another project"), "{era}: {error}");
        // The only secret is in another environment.
        let error = victim.secrets().create("B", "planted").environment("prod").await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::IntegrityViolation, "{era}: {error}");
        assert_nothing_written(&stub, &era.to_string());
    }
}

#[tokio::test]
async fn client_that_requires_a_trusted_sealer_reads_nothing_under_another_key() {
    for era in [Era::May23, Era::Feb24] {
        let world = World::start(era).await;
        world.ada().secrets().create("A", "1").await.unwrap();
        let requiring = |base_url: &str| {
            let builder = world.session_builder_at(base_url);
            builder.require_trusted_sealer(true).build().unwrap()
        };
        let own = requiring(&world.base_url);
        assert_eq!(own.secrets().get("A").await.unwrap().value.expose(), "1", "{era}");

        let attacker = Attacker::new();
        let stub = planting(&world, attacker.copy_for(&world.own_key().public_key())).await;
        let victim = requiring(&stub.base_url);
        for error in [
            victim.secrets().list().await.unwrap_err(),
            victim.projects().open_key(&world.project).await.unwrap_err(),
        ] {
            assert_eq!(error.kind(), ErrorKind::IntegrityViolation, "{era}: {error}");
            assert!(error.message().contains(&attacker.fingerprint()), "{era}: {error}");
        }
    }
}

#[tokio::test]
async fn invited_member_writes_the_first_secret_only_with_the_fingerprint() {
    for era in [Era::May23, Era::Feb24] {
        let world = World::start(era).await;
        let ada = world.ada();
        let bob = world.colleague(BOB).await;
        ada.members().invite(BOB).await.unwrap();
        let error = bob.secrets().create("A", "planted").await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::IntegrityViolation, "{era}: {error}");
        let Fingerprint { sha256: fingerprint, short, words } =
            world.own_key().public_key().fingerprint();
        assert!(error.message().contains(&fingerprint), "{era}: {error}");

        for another in [&"0".repeat(64), &"0".repeat(32), ZERO] {
            let builder = world.user_builder(BOB).trusted_sealers([another]);
            let bob = builder.require_trusted_sealer(true).build().unwrap();
            let error = bob.secrets().list().await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::IntegrityViolation, "{era}: {error}");
        }
        for form in [&fingerprint, &short, &words] {
            let builder = world.user_builder(BOB).trusted_sealers([ZERO, form.as_str()]);
            let bob = builder.require_trusted_sealer(true).build().unwrap();
            bob.secrets().list().await.unwrap();
        }
        let bob = world.user_builder(BOB).trusted_sealers([words]).build().unwrap();
        bob.secrets().create("A", "1").await.unwrap();
        // Now there is a secret that proves the key.
        let bob = world.user_builder(BOB).build().unwrap();
        bob.secrets().create("B", "2").await.unwrap();
        assert_eq!(ada.secrets().get("B").await.unwrap().value.expose(), "2", "{era}");
    }
}

#[tokio::test]
async fn invited_member_writes_into_an_empty_folder_of_a_project_with_secrets() {
    let world = World::start(Era::Feb24).await;
    let ada = world.ada();
    let bob = world.colleague(BOB).await;
    ada.members().invite(BOB).await.unwrap();
    ada.folders().create("new").await.unwrap();
    ada.secrets().create("A", "1").await.unwrap();
    bob.secrets().create("B", "2").path("/new").await.unwrap();
    assert_eq!(ada.secrets().get("B").path("/new").await.unwrap().value.expose(), "2");
}

/// A server before the world's. While the flag is set, it damages the names of the secrets in `dev`.
async fn damaging(world: &World, damages: Arc<AtomicBool>) -> Stub {
    let list =
        format!("{}/api/v3/secrets?workspaceId={}&environment=dev", world.base_url, world.project);
    let list = answer_of(http().get(list).bearer_auth(world.access_token()));
    let mut list: Value = list.await;
    for secret in list["secrets"].as_array_mut().unwrap() {
        secret["secretKeyTag"] = json!("AAAAAAAAAAAAAAAAAAAAAA==");
    }
    Stub::before(&world.base_url, move |request, _| {
        let is_list =
            request.path() == "/api/v3/secrets" && request.target.contains("environment=dev");
        if is_list && damages.load(Ordering::SeqCst) {
            Answer::json(200, &list)
        } else {
            Answer::PassOn
        }
    })
    .await
}

#[tokio::test]
async fn damaged_secret_does_not_keep_the_owner_from_writing_if_others_open() {
    for era in [Era::May23, Era::Feb24] {
        let world = World::start(era).await;
        let ada = world.ada();
        ada.secrets().create("A", "1").await.unwrap();
        ada.secrets().create("B", "2").environment("prod").await.unwrap();
        let stub = damaging(&world, Arc::new(AtomicBool::new(true))).await;
        world.session_at(&stub.base_url).secrets().create("C", "3").await.unwrap();
    }
}

#[tokio::test]
async fn owner_writes_again_after_the_damaged_secrets_were_repaired() {
    let world = World::start(Era::Feb24).await;
    world.ada().secrets().create("A", "1").await.unwrap();
    let damages = Arc::new(AtomicBool::new(true));
    let stub = damaging(&world, Arc::clone(&damages)).await;
    let client = world.session_at(&stub.base_url);
    let error = client.secrets().create("B", "2").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::IntegrityViolation, "{error}");
    damages.store(false, Ordering::SeqCst);
    client.secrets().create("B", "2").await.unwrap();
}

#[tokio::test]
async fn search_for_secrets_that_fails_is_not_an_accusation() {
    let world = World::start(Era::Feb24).await;
    let ada = world.ada();
    world.colleague(BOB).await;
    ada.members().invite(BOB).await.unwrap();
    ada.secrets().create("A", "1").environment("prod").await.unwrap();
    let stub = Stub::before(&world.base_url, |request, _| {
        if request.target.contains("environment=prod") {
            return Answer::text(503, "text/plain", "");
        }
        Answer::PassOn
    })
    .await;
    let bob = world.user_builder(BOB).base_url(&stub.base_url).build().unwrap();
    let error = bob.secrets().create("B", "2").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ServerError, "{error}");
}

#[tokio::test]
async fn project_key_that_changes_during_the_life_of_a_client_is_refused() {
    let world = World::start(Era::Feb24).await;
    let attacker = Attacker::new();
    let copy = attacker.copy_for(&world.own_key().public_key());
    let stub = Stub::before(&world.base_url, move |request, earlier| {
        if is_for_key(request) && earlier > 3 { Answer::json(200, &copy) } else { Answer::PassOn }
    })
    .await;
    let client = world.session_at(&stub.base_url);
    client.secrets().create("A", "1").await.unwrap();
    let error = client.projects().open_key(&world.project).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::IntegrityViolation, "{error}");
    client.secrets().update("A").value("2").await.unwrap();
    let read = world.ada().secrets().get("A").await.unwrap();
    assert_eq!(read.value.expose(), "2");
}

#[tokio::test]
async fn client_that_reached_a_project_encrypted_never_sends_it_plaintext() {
    for era in [Era::Feb24, Era::Jun24] {
        let world = World::start(era).await;
        world.ada().secrets().create("A", "1").await.unwrap();
        let project_path = format!("/api/v1/workspace/{}", world.project);
        let record = answer_of(
            http()
                .get(format!("{}{project_path}", world.base_url))
                .bearer_auth(world.access_token()),
        );
        let mut record = record.await;
        record["workspace"]["version"] = json!(3);
        let lying = Arc::new(AtomicBool::new(false));
        let lies = Arc::clone(&lying);
        let stub = Stub::before(&world.base_url, move |request, _| {
            let lies = lies.load(Ordering::SeqCst);
            if lies && request.path() == project_path {
                Answer::json(200, &record)
            } else if lies && is_for_key(request) {
                Answer::text(200, "application/json", "null")
            } else {
                Answer::PassOn
            }
        })
        .await;
        let client = world.session_builder_at(&stub.base_url).require_e2ee(false).build().unwrap();
        assert_eq!(client.secrets().list().await.unwrap().len(), 1, "{era}");

        lying.store(true, Ordering::SeqCst);
        client.projects().get(&world.project).await.unwrap();
        for error in [
            client.secrets().create("B", "planted").await.unwrap_err(),
            client.secrets().get("A").await.unwrap_err(),
        ] {
            assert_eq!(error.kind(), ErrorKind::IntegrityViolation, "{era}: {error}");
        }
        assert!(stub.received().iter().all(|one| !one.path().contains("/raw")), "{era}");
        assert_nothing_written(&stub, &era.to_string());
    }
}

#[tokio::test]
async fn client_that_made_a_project_key_never_sends_the_project_plaintext() {
    let mut config = Config::new(Era::Feb24);
    config.hostile = vec![HostileKind::ProjectDowngrade];
    let world = World::of(config).await;
    let stub = Stub::before(&world.base_url, |_, _| Answer::PassOn).await;
    let client = world.session_builder_at(&stub.base_url).require_e2ee(false).build().unwrap();
    let project = client.projects().create("Engine").await.unwrap().id;
    for error in [
        client.secrets().create("A", "planted").project(&project).await.unwrap_err(),
        client.secrets().list().project(&project).await.unwrap_err(),
    ] {
        assert_eq!(error.kind(), ErrorKind::IntegrityViolation, "{error}");
    }
    assert!(stub.received().iter().all(|one| !one.path().contains("/raw")));
}

#[tokio::test]
async fn projects_create_is_refused_where_the_server_makes_the_key() {
    let world = World::start(Era::Jun24).await;
    let stub = Stub::before(&world.base_url, |_, _| Answer::PassOn).await;
    let client = world.session_builder_at(&stub.base_url).require_e2ee(true).build().unwrap();
    let error = client.projects().create("Engine").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnsupportedByServer, "{error}");
    assert_nothing_written(&stub, "jun24");
    let client = world.session_builder_at(&stub.base_url).require_e2ee(false).build().unwrap();
    client.projects().create("Engine").await.unwrap();

    let client = world.session_builder_at(&stub.base_url).require_trusted_sealer(true);
    let requests = stub.received().len();
    let error = client.build().unwrap().projects().create("Other").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnsupportedByServer, "{error}");
    let sent = stub.received().split_off(requests);
    assert!(sent.iter().all(|request| request.method == "GET"), "{sent:?}");
}
