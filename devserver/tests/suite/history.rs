//! Versions and snapshots: which users may read them and roll back.

use serde_json::{Value, json};

use crate::support::client::{Auth, at, place, with};
use crate::support::{ALL, Era, LATER, Person, crypto, start};

/// The paths of a secret's versions, of a project's snapshots, and of one snapshot.
async fn paths(person: &Person, era: Era, project: &str, key: &str) -> (String, String, String) {
    let made = person.create(project, key, "A", "1").await.ok();
    let id = made["secret"]["_id"].as_str().unwrap();
    let list = format!("/api/v1/workspace/{project}/secret-snapshots");
    let query = if era == Era::May23 { "offset=0&limit=9" } else { "environment=dev" };
    let found = person.peer.get(&format!("{list}?{query}"), &person.auth()).await.ok();
    let snapshot = &found["secretSnapshots"][0];
    let field = if era == Era::May23 { "_id" } else { "id" };
    let snapshot = format!("/api/v1/secret-snapshot/{}", snapshot[field].as_str().unwrap());
    let versions = format!("/api/v1/secret/{id}/secret-versions?offset=0&limit=9");
    (versions, format!("{list}?{query}"), snapshot)
}

#[tokio::test(flavor = "multi_thread")]
async fn versions_and_snapshots_are_for_members_only() {
    for era in ALL {
        let (_server, peer) = start(era).await;
        let alice = Person::sign_up(&peer, "alice").await;
        let mallory = Person::sign_up(&peer, "mallory").await;
        let (project, key) = alice.project("Kept").await;
        let (versions, list, snapshot) = paths(&alice, era, &project, &key).await;
        for path in [&versions, &list, &snapshot] {
            assert_eq!(peer.get(path, &alice.auth()).await.status, 200, "{era} {path}");
            assert!(peer.get(path, &mallory.auth()).await.status >= 400, "{era} {path}");
            assert!(peer.get(path, &Auth::None).await.status >= 400, "{era} {path}");
        }
        let rollbacks = if era == Era::May23 {
            vec![
                versions.replace("?offset=0&limit=9", "/rollback"),
                list.replace("?offset=0&limit=9", "/rollback"),
            ]
        } else {
            vec![format!("{snapshot}/rollback")]
        };
        for path in rollbacks {
            let body = json!({ "version": 1 });
            let refused = peer.post(&path, &mallory.auth(), body.clone()).await;
            assert!(refused.status >= 400, "{era} {path}");
            let done = peer.post(&path, &alice.auth(), body).await;
            assert_eq!(done.status, 200, "{era} {path}: {}", done.text);
        }
    }
}

/// As the February and June 2024 servers answered in `recordings`.
#[tokio::test(flavor = "multi_thread")]
async fn get_with_any_version_number_returns_the_first_version_since_2024() {
    for era in LATER {
        let (_server, peer) = start(era).await;
        let alice = Person::sign_up(&peer, "alice").await;
        let (project, key) = alice.project("Kept").await;
        let made = alice.create(&project, &key, "A", "1").await.ok();
        let path = "/api/v3/secrets/A";
        let mut changed = place(&project, "dev");
        for field in ["secretValueCiphertext", "secretValueIV", "secretValueTag"] {
            changed[field] = made["secret"][field].clone();
        }
        peer.patch(path, &alice.auth(), changed).await.ok();
        for number in [1, 2, 9] {
            let path = format!("{path}?{}&version={number}", at(&project, "dev"));
            let found = peer.get(&path, &alice.auth()).await.ok();
            assert_eq!(found["secret"]["version"], 1, "{era}");
            assert_eq!(found["secret"]["id"], made["secret"]["id"], "{era}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn viewer_reads_versions_and_snapshots_but_cannot_roll_back() {
    for era in LATER {
        let (_server, peer) = start(era).await;
        let alice = Person::sign_up(&peer, "alice").await;
        let mut bob = Person::sign_up(&peer, "bob").await;
        let (project, key) = alice.project("Kept").await;
        let (versions, list, snapshot) = paths(&alice, era, &project, &key).await;
        alice.share(&project, &key, &mut bob).await;
        let membership = alice.membership_of(&project, &bob).await;
        let path = format!("/api/v1/workspace/{project}/memberships/{membership}");
        let role = match era {
            Era::Feb24 => json!({ "role": "viewer" }),
            _ => json!({ "roles": [{ "role": "viewer" }] }),
        };
        peer.patch(&path, &alice.auth(), role).await.ok();
        for path in [&versions, &list, &snapshot] {
            assert_eq!(peer.get(path, &bob.auth()).await.status, 200, "{era} {path}");
        }
        let refused = peer.post(&format!("{snapshot}/rollback"), &bob.auth(), json!({})).await;
        assert_eq!(refused.status, 401, "{era}: {}", refused.text);
        let message = "You are not allowed to create on secret-rollback";
        assert_eq!(refused.json()["message"], message);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn versions_of_personal_secret_are_for_its_owner_only() {
    for era in ALL {
        let (_server, peer) = start(era).await;
        let alice = Person::sign_up(&peer, "alice").await;
        let mut bob = Person::sign_up(&peer, "bob").await;
        let (project, key) = alice.project("Kept").await;
        alice.share(&project, &key, &mut bob).await;
        alice.create(&project, &key, "A", "1").await.ok();
        let personal = with(
            with(place(&project, "dev"), crypto::secret_fields("A", "mine", "", &key)),
            json!({ "type": "personal" }),
        );
        let made = peer.post("/api/v3/secrets/A", &alice.auth(), personal).await.ok();
        let id = made["secret"]["_id"].as_str().unwrap();
        let path = format!("/api/v1/secret/{id}/secret-versions?offset=0&limit=9");
        assert_eq!(peer.get(&path, &alice.auth()).await.status, 200, "{era}");
        let status = if era == Era::May23 { 404 } else { 400 };
        assert_eq!(peer.get(&path, &bob.auth()).await.status, status, "{era}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn roll_back_restores_subfolders_from_their_latest_snapshot() {
    for era in LATER {
        let (_server, peer) = start(era).await;
        let alice = Person::sign_up(&peer, "alice").await;
        let (project, key) = alice.project("Kept").await;
        let folder = |name: &str, path: &str| {
            with(place(&project, "dev"), json!({ "name": name, "path": path }))
        };
        peer.post("/api/v1/folders", &alice.auth(), folder("sub", "/")).await.ok();
        peer.post("/api/v1/folders", &alice.auth(), folder("deep", "/sub")).await.ok();
        let within = json!({ "secretPath": "/sub/deep" });
        let secret = with(
            with(place(&project, "dev"), crypto::secret_fields("IN", "1", "", &key)),
            within.clone(),
        );
        let made = peer.post("/api/v3/secrets/IN", &alice.auth(), secret).await.ok();
        let (_, list, snapshot) = paths(&alice, era, &project, &key).await;
        let changed =
            with(with(place(&project, "dev"), crypto::secret_fields("IN", "2", "", &key)), within);
        peer.patch("/api/v3/secrets/IN", &alice.auth(), changed).await.ok();
        let gone = with(place(&project, "dev"), json!({ "path": "/" }));
        peer.delete("/api/v1/folders/sub", &alice.auth(), gone).await.ok();

        peer.post(&format!("{snapshot}/rollback"), &alice.auth(), json!({})).await.ok();
        let path = format!("/api/v3/secrets/IN?{}&secretPath=/sub/deep", at(&project, "dev"));
        let found = peer.get(&path, &alice.auth()).await.ok();
        assert_eq!(found["secret"]["id"], made["secret"]["id"], "{era}");
        assert_eq!(crypto::open_field(&found["secret"], "secretValue", &key), "2");
        let folders = format!("/api/v1/folders?{}", at(&project, "dev"));
        let folders = peer.get(&folders, &alice.auth()).await.ok();
        assert_eq!(folders["folders"][0]["version"], Value::Null);
        let snapshots = peer.get(&list, &alice.auth()).await.ok();
        assert_eq!(snapshots["secretSnapshots"].as_array().unwrap().len(), 4, "{era}");
    }
}
