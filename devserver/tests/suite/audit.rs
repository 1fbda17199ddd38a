//! The audit log: its events, and which users may read it.

use serde_json::{Value, json};

use crate::support::client::{Auth, at, place, with};
use crate::support::{ALL, Era, LATER, Person, crypto, start};

async fn events(person: &Person, era: Era, project: &str, query: &str) -> Vec<Value> {
    let path = match era {
        Era::May23 => format!("/api/v1/workspace/{project}/logs?offset=0&limit=50{query}"),
        Era::Feb24 | Era::Jun24 | Era::Modern => {
            format!("/api/v1/workspace/{project}/audit-logs?limit=50{query}")
        }
    };
    let answer = person.peer.get(&path, &person.auth()).await.ok();
    let list = if era == Era::May23 { &answer["logs"] } else { &answer["auditLogs"] };
    list.as_array().unwrap().clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn update_event_in_may23_swaps_old_and_new_version() {
    let (_server, peer) = start(Era::May23).await;
    let alice = Person::sign_up(&peer, "alice").await;
    let (project, key) = alice.project("Logged").await;
    alice.create(&project, &key, "DB", "one").await.ok();
    let change = with(place(&project, "dev"), crypto::secret_fields("DB", "two", "", &key));
    peer.patch("/api/v3/secrets/DB", &alice.auth(), change).await.ok();

    let logs =
        events(&alice, Era::May23, &project, "&sortBy=recent&actionNames=updateSecrets").await;
    assert_eq!(logs.len(), 1);
    assert_eq!(logs[0]["actionNames"], json!(["updateSecrets"]));
    assert_eq!(logs[0]["user"]["email"], alice.email);
    let action = logs[0]["actions"][0]["_id"].as_str().unwrap();
    let path = format!("/api/v1/action/{action}");
    let found = peer.get(&path, &alice.auth()).await.ok();
    let pair = &found["action"]["payload"]["secretVersions"][0];
    assert_eq!(pair["oldSecretVersion"]["version"], 2);
    assert_eq!(pair["newSecretVersion"]["version"], 1);
    assert_eq!(crypto::open_field(&pair["newSecretVersion"], "secretValue", &key), "one");
    assert_eq!(crypto::open_field(&pair["oldSecretVersion"], "secretValue", &key), "two");

    let mallory = Person::sign_up(&peer, "mallory").await;
    assert_eq!(peer.get(&path, &mallory.auth()).await.status, 404);
    assert_eq!(peer.get(&path, &Auth::None).await.status, 400);
}

#[tokio::test(flavor = "multi_thread")]
async fn batch_is_one_log_with_several_actions() {
    let (_server, peer) = start(Era::May23).await;
    let alice = Person::sign_up(&peer, "alice").await;
    let (project, key) = alice.project("Logged").await;
    let kept = alice.create(&project, &key, "A", "1").await.ok();
    let secret = |name: &str| {
        with(
            crypto::secret_fields(name, "2", "", &key),
            json!({ "type": "shared", "secretName": name }),
        )
    };
    let requests = json!([
        { "method": "POST", "secret": secret("B") },
        { "method": "DELETE", "secret": { "_id": kept["secret"]["_id"] } },
    ]);
    let body = json!({ "workspaceId": project, "environment": "dev", "requests": requests });
    peer.post("/api/v2/secrets/batch", &alice.auth(), body).await.ok();
    let logs = events(&alice, Era::May23, &project, "&sortBy=recent").await;
    assert_eq!(logs[0]["actionNames"], json!(["addSecrets", "deleteSecrets"]));
    let oldest = events(&alice, Era::May23, &project, "&sortBy=oldest").await;
    assert_eq!(oldest[0]["actionNames"], json!(["addSecrets"]));
}

#[tokio::test(flavor = "multi_thread")]
async fn failed_calls_are_not_logged_and_the_log_is_for_members_only() {
    for era in ALL {
        let (_server, peer) = start(era).await;
        let alice = Person::sign_up(&peer, "alice").await;
        let mallory = Person::sign_up(&peer, "mallory").await;
        let (project, key) = alice.project("Logged").await;
        alice.create(&project, &key, "A", "1").await.ok();
        let before = events(&alice, era, &project, "").await.len();
        assert_ne!(mallory.create(&project, &key, "B", "1").await.status, 200);
        assert_ne!(alice.create(&project, &key, "A", "1").await.status, 200);
        assert_eq!(events(&alice, era, &project, "").await.len(), before, "{era}");
        let path = match era {
            Era::May23 => format!("/api/v1/workspace/{project}/logs?offset=0&limit=5"),
            Era::Feb24 | Era::Jun24 | Era::Modern => {
                format!("/api/v1/workspace/{project}/audit-logs")
            }
        };
        assert_ne!(peer.get(&path, &mallory.auth()).await.status, 200);
        let list = format!("/api/v3/secrets?{}", at(&project, "dev"));
        peer.get(&list, &alice.auth()).await.ok();
        assert_eq!(events(&alice, era, &project, "").await.len(), before + 1, "{era}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn events_contain_no_secret_name_and_invalid_filters_are_refused() {
    for era in LATER {
        let (_server, peer) = start(era).await;
        let alice = Person::sign_up(&peer, "alice").await;
        let (project, key) = alice.project("Logged").await;
        alice.create(&project, &key, "PLANTED", "1").await.ok();
        let found = events(&alice, era, &project, "&eventType=create-secret").await;
        assert_eq!(found[0]["event"]["metadata"]["environment"], "dev");
        assert_eq!(found[0]["actor"]["metadata"]["userId"], json!(alice.id));
        assert_eq!(found[0]["userAgentType"], "other");
        assert!(!json!(found).to_string().contains("PLANTED"));
        let refused = |query: &str| format!("/api/v1/workspace/{project}/audit-logs?{query}");
        for query in ["eventType=nonsense", "userAgentType=x", "startDate=today", "limit=-1"] {
            let reply = peer.get(&refused(query), &alice.auth()).await;
            assert_eq!(reply.json()["error"], "ValidationFailure", "{query}");
        }
    }
}
