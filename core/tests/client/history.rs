//! Versions and snapshots: pages, undecryptable versions, and forged ones.

use infisical_e2ee::{Client, ErrorKind};
use infisical_e2ee_devserver::Era;
use serde_json::{Value, json};

use super::support::{Answer, ERAS, Received, Stub, World, answer_of, http};

/// The id of the secret `A`, and the server's records of its versions.
async fn records(world: &World, user: &Client) -> (String, Vec<Value>) {
    let id = user.secrets().get("A").await.unwrap().id;
    let url = format!("{}/api/v1/secret/{id}/secret-versions?offset=0&limit=10", world.base_url);
    let found = answer_of(http().get(url).bearer_auth(world.access_token())).await;
    (id, found["secretVersions"].as_array().unwrap().clone())
}

/// A user of a server that answers with these versions.
async fn shown(world: &World, versions: Vec<Value>) -> (Stub, Client) {
    let stub = Stub::before(&world.base_url, move |request, _| {
        if request.path().ends_with("/secret-versions") {
            return Answer::json(200, &json!({ "secretVersions": page(request, &versions) }));
        }
        Answer::PassOn
    })
    .await;
    let user = world.user_at(&stub.base_url);
    (stub, user)
}

/// A page that begins one entry early, as if a new entry had been added meanwhile.
fn page(request: &Received, all: &[Value]) -> Vec<Value> {
    let number = |name: &str| {
        let (_, rest) = request.target.split_once(&format!("{name}=")).unwrap();
        rest.split('&').next().unwrap().parse::<usize>().unwrap()
    };
    let (offset, limit) = (number("offset"), number("limit"));
    all.iter().skip(offset.saturating_sub(1)).take(limit).cloned().collect()
}

#[tokio::test]
async fn versions_reads_every_page_without_duplicates() {
    for era in ERAS {
        let world = World::start(era).await;
        let user = world.ada();
        user.secrets().create("A", "1").await.unwrap();
        let (_, records) = records(&world, &user).await;
        let versions = (0..250).rev().map(|number| {
            let mut record = records[0].clone();
            let id = if era == Era::May23 { "_id" } else { "id" };
            record[id] = format!("{number:024}").into();
            record["version"] = number.into();
            record
        });
        let (stub, user) = shown(&world, versions.collect()).await;
        let history = user.secrets().versions("A").await.unwrap();
        let numbers: Vec<_> = history.versions.iter().map(|one| one.version).collect();
        assert_eq!(numbers, (0..250).rev().collect::<Vec<_>>(), "{era}");
        let paths = stub.received();
        let asked = paths.iter().filter(|one| one.path().ends_with("/secret-versions"));
        assert_eq!(asked.count(), 3, "{era}");
    }
}

#[tokio::test]
async fn snapshots_list_reads_every_page() {
    for era in ERAS {
        let world = World::start(era).await;
        let id = if era == Era::May23 { "_id" } else { "id" };
        let all = (0..130).rev().map(|number| json!({ id: format!("{number:024}") }));
        let all: Vec<_> = all.collect();
        let stub = Stub::before(&world.base_url, move |request, _| {
            if request.path().ends_with("/secret-snapshots") {
                return Answer::json(200, &json!({ "secretSnapshots": page(request, &all) }));
            }
            Answer::PassOn
        })
        .await;
        let found = world.user_at(&stub.base_url).snapshots().list().await.unwrap();
        let ids: Vec<_> = found.into_iter().map(|one| one.id).collect();
        let expected: Vec<_> = (0..130).rev().map(|number| format!("{number:024}")).collect();
        assert_eq!(ids, expected, "{era}");
        let asked = stub.received().into_iter().filter(|one| one.path().ends_with("-snapshots"));
        assert_eq!(asked.count(), 3, "{era}");
    }
}

#[tokio::test]
async fn versions_with_one_undecryptable_reports_it_and_returns_the_others() {
    for era in ERAS {
        let world = World::start(era).await;
        let user = world.ada();
        user.secrets().create("A", "planted-1").await.unwrap();
        for value in ["planted-2", "planted-3"] {
            user.secrets().update("A").value(value).await.unwrap();
        }
        let (_, mut records) = records(&world, &user).await;
        records[1]["secretValueTag"] = records[0]["secretValueTag"].clone();
        let (_stub, user) = shown(&world, records).await;

        let history = user.secrets().versions("A").await.unwrap();
        let values: Vec<_> = history.versions.iter().map(|one| one.value.expose()).collect();
        assert_eq!(values, ["planted-3", "planted-1"], "{era}");
        assert_eq!(history.failures[0].field, "secretValue");
        let error = history.check_complete().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::DecryptionFailed);
        assert!(error.message().contains("1 of 3 versions"), "{error}");
        assert!(error.message().contains("version 2 of the secret with id"), "{error}");
        assert!(!format!("{error} {history:?}").contains("planted"), "{error}");
    }
}

#[tokio::test]
async fn versions_of_another_secret_are_an_integrity_violation() {
    for era in ERAS {
        let world = World::start(era).await;
        let user = world.ada();
        user.secrets().create("A", "1").await.unwrap();
        let (id, records) = records(&world, &user).await;
        let field = if era == Era::May23 { "secret" } else { "secretId" };
        let mut other = records[0].clone();
        other[field] = user.secrets().create("B", "2").await.unwrap().id.into();
        let plain = json!({
            "id": "6b03921b99d630458fb12c26", field: id, "version": 1, "type": "shared",
            "secretKey": "A", "secretValue": "made up",
        });
        for made_up in [other, plain] {
            let (_stub, user) = shown(&world, vec![made_up]).await;
            let error = user.secrets().versions("A").await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::IntegrityViolation, "{era}: {error}");
        }
    }
}

#[tokio::test]
async fn roll_back_of_version_with_another_name_is_refused() {
    let world = World::start(Era::May23).await;
    let user = world.ada();
    user.secrets().create("A", "1").await.unwrap();
    user.secrets().create("B", "1").await.unwrap();
    let (_, mut versions) = records(&world, &user).await;
    let id = user.secrets().get("B").await.unwrap().id;
    let url = format!("{}/api/v1/secret/{id}/secret-versions?offset=0&limit=1", world.base_url);
    let other = answer_of(http().get(url).bearer_auth(world.access_token())).await;
    for part in ["Ciphertext", "IV", "Tag"] {
        let field = format!("secretKey{part}");
        versions[0][&field] = other["secretVersions"][0][&field].clone();
    }
    user.secrets().update("A").value("2").await.unwrap();
    let (stub, user) = shown(&world, versions).await;
    let get = user.secrets().get("A").version(1).await.unwrap_err();
    let error = user.secrets().roll_back("A", 1).await.unwrap_err();
    assert_eq!([get.kind(), error.kind()], [ErrorKind::IntegrityViolation; 2], "{error}");
    assert!(stub.received().iter().all(|one| !one.path().ends_with("/rollback")));
}

#[tokio::test]
async fn roll_back_with_lost_response_is_not_retried() {
    for era in ERAS {
        let world = World::start(era).await;
        let user = world.ada();
        user.secrets().create("A", "1").await.unwrap();
        user.secrets().update("A").value("2").await.unwrap();
        let snapshot = user.snapshots().list().await.unwrap().pop().unwrap();
        let stub = Stub::before(&world.base_url, |request, _| {
            let is_log_in = request.path().contains("/auth/");
            if request.method == "GET" || is_log_in {
                Answer::PassOn
            } else {
                Answer::PassOnAndLose
            }
        })
        .await;
        let through = world.user_at(&stub.base_url);
        through.secrets().roll_back("A", 1).await.unwrap_err();
        let secret = user.secrets().get("A").await.unwrap();
        assert_eq!((secret.value.expose(), secret.version), ("1", 3), "{era}");
        through.snapshots().roll_back(snapshot.id).await.unwrap_err();
        let secret = user.secrets().get("A").await.unwrap();
        assert_eq!((secret.value.expose(), secret.version), ("1", 4), "{era}");
        assert_eq!(user.snapshots().count().await.unwrap(), 4, "{era}");
    }
}

/// May 2023's web pages create such versions when they write several secrets at once.
#[tokio::test]
async fn versions_with_duplicate_numbers_are_distinguished() {
    let world = World::start(Era::May23).await;
    let user = world.ada();
    user.secrets().create("A", "1").await.unwrap();
    user.secrets().update("A").value("2").await.unwrap();
    let (id, records) = records(&world, &user).await;
    let mut secret = records[1].clone();
    secret["_id"] = id.into();
    let body = json!({
        "workspaceId": world.project,
        "environment": "dev",
        "requests": [{ "method": "PATCH", "secret": secret }],
    });
    let request = http().post(format!("{}/api/v2/secrets/batch", world.base_url));
    let request = request.bearer_auth(world.access_token());
    answer_of(request.header("content-type", "application/json").body(body.to_string())).await;

    let history = user.secrets().versions("A").await.unwrap();
    let versions = history.versions.iter().map(|one| (one.version, one.value.expose()));
    assert_eq!(versions.collect::<Vec<_>>(), [(2, "1"), (2, "2"), (1, "1")]);
    let get = |number| user.secrets().get("A").version(number);
    assert_eq!(get(3).await.unwrap().value.expose(), "1");
    assert_eq!(get(2).await.unwrap().value.expose(), "2");

    let page = user.audit_logs().query().event("updateSecrets").await.unwrap();
    let changes = user.audit_logs().changes(&page.events[0].id).await.unwrap();
    let [before, after] = [&changes[0].before, &changes[0].after];
    assert_eq!(before.as_ref().unwrap().value.expose(), "2");
    assert_eq!(after.as_ref().unwrap().value.expose(), "1");
    assert_eq!(user.secrets().roll_back("A", 2).await.unwrap().value.expose(), "2");
}
