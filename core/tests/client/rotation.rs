//! Rotation of project keys: nothing is lost or left under the old key, whenever it is interrupted.

use std::sync::{Arc, Mutex};

use infisical_e2ee::crypto::{ProjectKey, SystemEntropy};
use infisical_e2ee::{Client, Credential, ErrorKind, KeyRotation, NewValue, Result, SecretType};
use infisical_e2ee_devserver::Era;
use serde_json::{Value, json};

use super::support::{
    Answer, Received, Stub, World, answer_of, builder_at, http, interrupted, interrupted_and_mended,
};

const BOB: &str = "bob@example.test";

/// The eras with end-to-end encrypted projects whose key can be rotated.
const ROTATING: [Era; 2] = [Era::Feb24, Era::Jun24];

/// Where the secrets of a [`Team`] are.
const PLACES: [(&str, &str); 4] =
    [("dev", "/"), ("dev", "/backend"), ("dev", "/backend/jobs"), ("prod", "/")];
/// In fewer places, for tests that repeat the rotation for each of its requests.
const FEW_PLACES: usize = 2;

/// A project of ada and bob with secrets in several places.
struct Team {
    world: World,
    project: String,
    bob: Credential,
    bob_id: String,
    places: &'static [(&'static str, &'static str)],
}

impl Team {
    async fn start(era: Era) -> Self {
        Self::at(era, &PLACES).await
    }

    /// With one environment, and one folder in it.
    async fn small(era: Era) -> Self {
        let team = Self::at(era, &PLACES[..FEW_PLACES]).await;
        let ada = team.ada();
        for environment in ["staging", "prod"] {
            ada.environments().delete(environment).await.unwrap();
        }
        team
    }

    async fn at(era: Era, places: &'static [(&'static str, &'static str)]) -> Self {
        let world = World::start(era).await;
        let project = world.encrypted_project().await;
        let ada = ada_at(&world, &project, &world.base_url);
        world.colleague(BOB).await;
        let organization = ada.organizations().list().await.unwrap().remove(0).id;
        let bob = world.credential_of(BOB, &organization).await;
        let bob_id = ada.members().invite(BOB).await.unwrap().id;
        for &(environment, path) in places {
            if let Some((parent, name)) = path.rsplit_once('/').filter(|_| path != "/") {
                let parent = if parent.is_empty() { "/" } else { parent };
                ada.folders().create(name).path(parent).await.unwrap();
            }
            let values = [NewValue::new("A", format!("{environment}{path}")).comment("why")];
            let values = values.into_iter().chain([NewValue::new("B", "")]);
            let secrets = ada.secrets();
            let stored = secrets.set_many(values).environment(environment).path(path).await;
            stored.unwrap().check_complete().unwrap();
        }
        let tag = ada.tags().create("tag", "tag").await.unwrap();
        ada.secrets().set_tags("A", [tag.slug]).await.unwrap();
        ada.secrets().create("A", "ada's").kind(SecretType::Personal).await.unwrap();
        Self { world, project, bob, bob_id, places }
    }

    /// A new client of ada, at the server or at a stub before it.
    fn ada_at(&self, base_url: &str) -> Client {
        ada_at(&self.world, &self.project, base_url)
    }

    fn ada(&self) -> Client {
        self.ada_at(&self.world.base_url)
    }

    fn bob(&self) -> Client {
        let builder = builder_at(&self.world.base_url).credential(self.bob.clone());
        let builder = builder.project(&self.project).environment("dev");
        builder.require_e2ee(self.world.era != Era::Jun24).build().unwrap()
    }

    /// Checks that new clients of both members read everything.
    async fn check_readable(&self, what: &str) {
        for (whose, client) in [("ada's", self.ada()), ("bob's", self.bob())] {
            for &(environment, path) in self.places {
                let list = client.secrets().list().environment(environment).path(path);
                let found = list.overrides(false).await.unwrap().to_map();
                let found = found.unwrap_or_else(|error| panic!("{what}: {whose}: {error}"));
                assert_eq!(found["A"].expose(), format!("{environment}{path}"), "{what}: {whose}");
                assert_eq!(found["B"].expose(), "", "{what}: {whose}");
            }
        }
        let ada = self.ada();
        let shared = ada.secrets().get("A").kind(SecretType::Shared).await.unwrap();
        assert_eq!(shared.comment.expose(), "why", "{what}");
        let own = ada.secrets().get("A").kind(SecretType::Personal).await.unwrap();
        assert_eq!(own.value.expose(), "ada's", "{what}");
    }

    async fn key(&self) -> ProjectKey {
        self.world.project_key(&self.project).await
    }

    /// Ada's secrets as the server has them.
    async fn records(&self) -> Vec<Value> {
        let token = self.world.access_token();
        let mut records = Vec::new();
        for &(environment, path) in self.places {
            let path = path.replace('/', "%2F");
            let request = http().get(format!(
                "{}/api/v3/secrets?workspaceId={}&environment={environment}&secretPath={path}",
                self.world.base_url, self.project
            ));
            let list = answer_of(request.bearer_auth(token)).await;
            records.extend(list["secrets"].as_array().unwrap().iter().cloned());
        }
        records
    }
}

fn ada_at(world: &World, project: &str, base_url: &str) -> Client {
    world.session_builder_at(base_url).project(project).build().unwrap()
}

/// Whether the key opens this part of a record.
fn opens(key: &ProjectKey, record: &Value, part: &str) -> bool {
    let text = |suffix: &str| record[format!("{part}{suffix}")].as_str().unwrap();
    key.symmetric_key().decrypt(text("Ciphertext"), text("IV"), text("Tag")).is_ok()
}

fn is_change(request: &Received) -> bool {
    request.method != "GET" && !request.path().contains("/auth/")
}

/// The result of a rotation that must stop before its first change.
async fn refused(
    team: &Team,
    script: impl Fn(&Received, usize) -> Answer + Send + Sync + 'static,
    rotate: impl AsyncFn(Client) -> Result<KeyRotation>,
) -> infisical_e2ee::Error {
    let stub = Stub::before(&team.world.base_url, script).await;
    let error = rotate(team.ada_at(&stub.base_url)).await.unwrap_err();
    let changes: Vec<_> = stub.received().into_iter().filter(is_change).collect();
    assert!(changes.is_empty(), "{changes:?}");
    error
}

#[tokio::test]
async fn rotation_leaves_nothing_under_the_old_key() {
    for era in ROTATING {
        let team = Team::start(era).await;
        let before = team.records().await;
        let old = team.key().await;
        let told = Arc::new(Mutex::new(Vec::new()));
        let listener = Arc::clone(&told);

        let plan = team.ada().projects().rotate_key(&team.project).dry_run(true).await.unwrap();
        assert!(!plan.rotated && plan.failures.is_empty(), "{era}: {plan:?}");
        assert!(team.key().await.is_same(&old), "{era}");

        let ada = team.ada();
        let done = ada
            .projects()
            .rotate_key(&team.project)
            .on_progress(move |done, total| listener.lock().unwrap().push((done, total)))
            .await
            .unwrap();
        assert!(done.rotated, "{era}");
        assert_eq!((done.secrets, done.re_encrypted), (9, 9), "{era}");
        assert_eq!((plan.secrets, plan.re_encrypted), (9, 9), "{era}");
        let emails: Vec<_> = done.members.iter().map(|member| member.email.as_str()).collect();
        assert_eq!(emails, [BOB], "{era}");
        let told = told.lock().unwrap().clone();
        assert_eq!((told.first(), told.last()), (Some(&(0, 9)), Some(&(9, 9))), "{era}");
        assert!(told.is_sorted(), "{era}: {told:?}");

        let new = team.key().await;
        assert!(!new.is_same(&old), "{era}");
        let after = team.records().await;
        assert_eq!(before.len(), after.len(), "{era}");
        for (before, after) in before.iter().zip(&after) {
            for part in ["secretKey", "secretValue", "secretComment"] {
                if after[format!("{part}IV")].is_string() {
                    assert!(!opens(&old, after, part), "{era}: {part} {after}");
                    assert!(opens(&new, after, part), "{era}: {part} {after}");
                }
            }
            for kept in ["id", "type", "tags", "metadata", "secretReminderNote"] {
                assert_eq!(before[kept], after[kept], "{era}: {kept}");
            }
            let version = before["version"].as_i64().unwrap();
            assert_eq!(after["version"].as_i64().unwrap(), version + 1, "{era}: {after}");
        }
        team.check_readable(&era.to_string()).await;

        // The client that rotated goes on with the new key.
        ada.secrets().create("C", "after").await.unwrap();
        assert_eq!(team.bob().secrets().get("C").await.unwrap().value.expose(), "after", "{era}");
    }
}

// With a new client in one era, and with the same one in the other: each takes a minute.
#[tokio::test]
async fn rotation_interrupted_at_any_request_completes_when_repeated() {
    let team = Team::small(Era::Jun24).await;
    let rounds = Mutex::new(0);
    interrupted(
        &team.world,
        async |_| team.key().await,
        async |client, _| client.projects().rotate_key(&team.project).await,
        async |old, again, what| {
            let done = again.unwrap_or_else(|error| panic!("{what}: {error}"));
            assert!(done.rotated, "{what}");
            assert!(!team.key().await.is_same(old), "{what}");
            team.check_readable(what).await;
            *rounds.lock().unwrap() += 1;
        },
    )
    .await;
    assert!(*rounds.lock().unwrap() > 2 * 30, "{}", rounds.lock().unwrap());
}

#[tokio::test]
async fn rotation_interrupted_completes_when_the_same_client_repeats_it() {
    let team = Team::small(Era::Feb24).await;
    interrupted_and_mended(
        &team.world,
        async |_| team.key().await,
        async |client, _| client.projects().rotate_key(&team.project).await,
        async |old, again, what| {
            again.unwrap_or_else(|error| panic!("{what}: {error}"));
            assert!(!team.key().await.is_same(old), "{what}");
            team.check_readable(what).await;
        },
    )
    .await;
}

#[tokio::test]
async fn rotation_locks_out_old_keys_and_names_the_tokens() {
    for era in ROTATING {
        let team = Team::start(era).await;
        let ada = team.ada();
        let tokens = ada.service_tokens();
        let token = tokens.create("deploy2").scope("dev", "/").await.unwrap();
        let program = |token: &str| {
            let credential = Credential::service_token(token).unwrap();
            builder_at(&team.world.base_url).credential(credential).build().unwrap()
        };
        assert!(program(token.token.expose()).secrets().get("A").await.is_ok(), "{era}");
        let bob = team.bob();
        bob.secrets().list().await.unwrap().check_complete().unwrap();

        ada.members().remove(&team.bob_id).await.unwrap();
        let done = ada.projects().rotate_key(&team.project).await.unwrap();
        assert!(done.members.is_empty(), "{era}");
        assert!(done.service_tokens.contains(&token.info), "{era}: {done:?}");
        assert!(done.warning.contains("service token"), "{era}: {}", done.warning);

        let refused = program(token.token.expose()).secrets().get("A").await.unwrap_err();
        assert_eq!(refused.kind(), ErrorKind::DecryptionFailed, "{era}");
        assert!(refused.message().contains("rotated"), "{era}: {refused}");
        // A new invitation gives the new key.
        ada.members().invite(BOB).await.unwrap();
        team.check_readable(&era.to_string()).await;
    }
}

#[tokio::test]
async fn client_with_the_old_key_is_told_to_start_again() {
    let team = Team::start(Era::Feb24).await;
    let bob = team.bob();
    bob.secrets().get("A").await.unwrap();
    team.ada().projects().rotate_key(&team.project).await.unwrap();
    let error = bob.secrets().get("A").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::DecryptionFailed);
    assert!(error.message().contains("rotated"), "{error}");
    assert!(error.message().contains("new client"), "{error}");
}

#[tokio::test]
async fn rotation_that_cannot_complete_changes_nothing() {
    let team = Team::start(Era::Feb24).await;
    let rotate = async |client: Client| client.projects().rotate_key(&team.project).await;
    let pass = |_: &Received, _: usize| Answer::PassOn;

    let policies = |request: &Received, _: usize| match request.path() {
        "/api/v1/secret-approvals" => {
            Answer::json(200, &json!({ "approvals": [{ "id": "1", "name": "four eyes" }] }))
        }
        _ => Answer::PassOn,
    };
    let error = refused(&team, policies, rotate).await;
    assert_eq!(error.kind(), ErrorKind::PermissionDenied);
    assert!(error.message().contains("four eyes"), "{error}");

    let unindexed = |request: &Received, _: usize| match request.path() {
        path if path.ends_with("/blind-index-status") => Answer::json(200, &json!(false)),
        _ => Answer::PassOn,
    };
    let error = refused(&team, unindexed, rotate).await;
    assert_eq!(error.kind(), ErrorKind::Conflict);
    assert!(error.message().contains("enable_blind_indices"), "{error}");

    let unexpected = async |client: Client| {
        client.projects().rotate_key(&team.project).expect_fingerprints(["0".repeat(64)]).await
    };
    let error = refused(&team, pass, unexpected).await;
    assert_eq!(error.kind(), ErrorKind::IntegrityViolation);
    assert!(error.message().contains(BOB), "{error}");
    let plan = team.ada().projects().rotate_key(&team.project).dry_run(true).await.unwrap();
    let fingerprint = plan.members[0].public_key_fingerprint.clone().unwrap();
    let expected = team.ada().projects().rotate_key(&team.project).dry_run(true);
    expected.expect_fingerprints([fingerprint.to_uppercase()]).await.unwrap();

    let bob = team.bob().projects().rotate_key(&team.project).await.unwrap_err();
    assert_eq!(bob.kind(), ErrorKind::PermissionDenied);
    assert!(bob.message().contains("administrator"), "{bob}");

    team.ada().projects().share_key_with_server(&team.project).await.unwrap();
    let error = refused(&team, pass, rotate).await;
    assert_eq!(error.kind(), ErrorKind::Conflict);
    assert!(error.message().contains("share_with_server"), "{error}");
    team.ada().projects().stop_sharing_key_with_server(&team.project).await.unwrap();

    // A secret under another key.
    let token = team.world.access_token();
    let other = ProjectKey::generate(&mut SystemEntropy).unwrap();
    write(&team.world, &team.project, token, &other, "A").await;
    let error = refused(&team, pass, rotate).await;
    assert_eq!(error.kind(), ErrorKind::DecryptionFailed);
    assert!(error.message().contains("1 of 9"), "{error}");
    let plan = team.ada().projects().rotate_key(&team.project).dry_run(true).await.unwrap();
    let (key, records) = (team.key().await, team.records().await);
    let damaged = records.iter().find(|record| !opens(&key, record, "secretValue")).unwrap();
    assert_eq!(plan.failures[0].id, damaged["id"].as_str().unwrap());
}

/// Writes the shared secret `name` of the folder `/` in `dev` under a key, as another client does.
async fn write(world: &World, project: &str, token: &str, key: &ProjectKey, name: &str) {
    let request = http().patch(format!("{}/api/v3/secrets/{name}", world.base_url));
    let request = request.bearer_auth(token).header("content-type", "application/json");
    answer_of(request.body(change(project, key, name).to_string())).await;
}

fn change(project: &str, key: &ProjectKey, name: &str) -> Value {
    let [name, value] = [name, "meanwhile"]
        .map(|text| key.symmetric_key().encrypt(text.as_bytes(), &mut SystemEntropy).unwrap());
    json!({
        "workspaceId": project, "environment": "dev", "secretPath": "/", "type": "shared",
        "secretKeyCiphertext": name.ciphertext, "secretKeyIV": name.iv, "secretKeyTag": name.tag,
        "secretValueCiphertext": value.ciphertext, "secretValueIV": value.iv,
        "secretValueTag": value.tag,
    })
}

/// A stub that lets somebody write a secret under the old key before a request for which `when` is
/// true, once.
async fn meanwhile(team: &Team, when: impl Fn(&Received) -> bool + Send + Sync + 'static) -> Stub {
    let token = team.world.access_token().to_owned();
    let body = change(&team.project, &team.key().await, "A").to_string();
    let url = format!("{}/api/v3/secrets/A", team.world.base_url);
    let written = Mutex::new(false);
    let script = move |request: &Received, _: usize| {
        if !when(request) || std::mem::replace(&mut *written.lock().unwrap(), true) {
            return Answer::PassOn;
        }
        let request = http().patch(&url).bearer_auth(&token);
        let request = request.header("content-type", "application/json").body(body.clone());
        Answer::pass_on_after(async move {
            answer_of(request).await;
        })
    };
    Stub::before(&team.world.base_url, script).await
}

#[tokio::test]
async fn rotation_re_encrypts_what_is_written_under_the_old_key_meanwhile() {
    // Before a member gets the key, and when all have it.
    for receiver in [false, true] {
        let team = Team::start(Era::Feb24).await;
        let old = team.key().await;
        let own_id = team.ada().account().me().await.unwrap().id;
        let stub = meanwhile(&team, move |it| {
            let body = String::from_utf8_lossy(&it.body);
            it.path().ends_with("/key") && body.contains(&own_id) == receiver
        });
        let ada = team.ada_at(&stub.await.base_url);
        ada.projects().rotate_key(&team.project).await.unwrap();
        assert!(team.records().await.iter().all(|it| !opens(&old, it, "secretValue")));
        let found = team.bob().secrets().get("A").await.unwrap();
        assert_eq!(found.value.expose(), "meanwhile", "{receiver}");
    }
}

/// A stub that lets somebody change the secret before the rotation writes it.
async fn changed_before_the_write(team: &Team, script: fn(&Received) -> Option<Answer>) -> Stub {
    let when = |it: &Received| {
        let body = String::from_utf8_lossy(&it.body);
        it.method == "PATCH" && body.contains(r#""environment":"dev","secretPath":"/","#)
    };
    let between = meanwhile(team, when).await;
    Stub::before(between.base_url, move |it, _| script(it).unwrap_or(Answer::PassOn)).await
}

#[tokio::test]
async fn rotation_keeps_a_change_between_its_read_and_its_write() {
    for era in ROTATING {
        let team = Team::start(era).await;
        let stub = changed_before_the_write(&team, |_| None).await;
        let old = team.key().await;
        let rotating = team.ada_at(&stub.base_url);
        rotating.projects().rotate_key(&team.project).await.unwrap();
        let found = team.bob().secrets().get("A").await.unwrap();
        assert_eq!(found.value.expose(), "meanwhile", "{era}");
        assert!(team.records().await.iter().all(|it| !opens(&old, it, "secretValue")), "{era}");
    }
}

#[tokio::test]
async fn rotation_that_cannot_keep_a_change_says_so() {
    let team = Team::start(Era::Feb24).await;
    let hidden = |it: &Received| {
        let refused = json!({ "statusCode": 404, "message": "none", "error": "NotFound" });
        it.path().ends_with("/secret-versions").then(|| Answer::json(404, &refused))
    };
    let stub = changed_before_the_write(&team, hidden).await;
    let rotating = team.ada_at(&stub.base_url);
    let error = rotating.projects().rotate_key(&team.project).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Conflict);
    for part in ["\"A\"", "somebody changed it", "Repeat the call to finish"] {
        assert!(error.message().contains(part), "{error}");
    }
    assert!(!error.retryable());
    team.ada().projects().rotate_key(&team.project).await.unwrap();
    team.check_readable("repeated").await;
}

#[tokio::test]
async fn rotation_gives_the_server_the_new_key_only_if_asked() {
    for era in ROTATING {
        let team = Team::start(era).await;
        let ada = team.ada();
        ada.projects().share_key_with_server(&team.project).await.unwrap();
        let rotating = ada.projects().rotate_key(&team.project).share_with_server(true);
        assert!(rotating.await.unwrap().shared_with_server, "{era}");
        let token = team.world.access_token();
        let request = http().get(format!(
            "{}/api/v3/secrets/raw/A?workspaceId={}&environment=dev",
            team.world.base_url, team.project
        ));
        let raw = answer_of(request.bearer_auth(token)).await;
        assert_eq!(raw["secret"]["secretValue"], "dev/", "{era}");
        team.check_readable(&era.to_string()).await;
    }
}

#[tokio::test]
async fn rotation_is_unsupported_where_servers_do_not_allow_it() {
    for era in [Era::May23, Era::Jun24] {
        let world = World::start(era).await;
        let ada = world.session_at(&world.base_url);
        let error = ada.projects().rotate_key(&world.project).dry_run(true).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::UnsupportedByServer, "{era}: {error}");
    }
}
