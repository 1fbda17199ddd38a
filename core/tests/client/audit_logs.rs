//! The audit log while it grows, and what is asked of servers.

use infisical_e2ee::{AuditLogPages, Client, ErrorKind, QueryAuditLogs};
use infisical_e2ee_devserver::Era;
use serde_json::{Value, json};

use super::support::{Answer, ERAS, Stub, World, bare_client};

fn query(client: &Client, era: Era, page_size: u64) -> QueryAuditLogs {
    let query = client.audit_logs().query().page_size(page_size);
    match era {
        Era::May23 => query.event("addSecrets"),
        Era::Feb24 | Era::Jun24 => query.event("create-secret"),
    }
}

fn writes(client: &Client, era: Era, page_size: u64) -> AuditLogPages {
    query(client, era, page_size).pages()
}

async fn rest(mut pages: AuditLogPages) -> Vec<String> {
    let mut ids = Vec::new();
    while let Some(page) = pages.next_page().await.unwrap() {
        ids.extend(page.events.into_iter().map(|event| event.id));
    }
    assert!(pages.next_page().await.unwrap().is_none());
    ids
}

async fn exported(client: &Client, era: Era) -> Vec<String> {
    let text = query(client, era, 2).export().await.unwrap();
    assert!(text.ends_with('\n'));
    let events = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    events.map(|event| event["id"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn a_log_that_grows_while_it_is_read_shows_each_event_once() {
    for era in ERAS {
        let world = World::start(era).await;
        let user = world.user_at(&world.base_url);
        for number in 0..6 {
            user.secrets().create(format!("A{number}"), "1").await.unwrap();
        }
        let all = rest(writes(&user, era, 100)).await;
        assert_eq!(all.len(), 6, "{era}");
        assert_eq!(rest(writes(&user, era, 1)).await, all, "{era}");
        assert_eq!(rest(writes(&user, era, 6)).await, all, "{era}");
        assert_eq!(exported(&user, era).await, all, "{era}");

        let mut pages = writes(&user, era, 2);
        let mut seen = Vec::new();
        let mut number = 0;
        while let Some(page) = pages.next_page().await.unwrap() {
            seen.extend(page.events.into_iter().map(|event| event.id));
            for _ in 0..3 {
                user.secrets().create(format!("B{number}"), "1").await.unwrap();
                number += 1;
            }
        }
        assert_eq!(seen, all, "{era}");
    }
}

#[tokio::test]
async fn servers_of_2024_are_asked_for_more_than_today() {
    let world = World::start(Era::Feb24).await;
    let stub = Stub::before(&world.base_url, |_, _| Answer::PassOn).await;
    let user = world.user_at(&stub.base_url);
    user.audit_logs().query().await.unwrap();
    user.audit_logs().query().start("2024-06-19T14:00:00+02:00").await.unwrap();
    let asked: Vec<_> = stub.received().iter().map(|one| one.target.clone()).collect();
    let has = |start: &str| asked.iter().any(|one| one.contains(&format!("startDate={start}")));
    assert!(has("1970-01-01T00%3A00%3A00.000Z"), "{asked:?}");
    assert!(has("2024-06-19T12%3A00%3A00.000Z"), "{asked:?}");
}

/// A modern server with one event.
fn modern(target: &str) -> Value {
    if target == "/api/status" {
        return json!({"message": "Ok", "redisConfigured": true});
    }
    if target == "/api/v1/admin/config" {
        return json!({"config": {"fipsEnabled": false}});
    }
    json!({"auditLogs": [{
        "id": "1",
        "createdAt": "2025-01-01T00:00:00.000Z",
        "event": {"type": "get-secrets", "metadata": {"numberOfSecrets": 2, "tags": ["a"], "x": null}},
        "actor": {"type": "platform", "metadata": {}},
    }]})
}

#[tokio::test]
async fn todays_servers_keep_it_with_the_organization() {
    let stub = Stub::start(|request, _| Answer::json(200, &modern(request.path()))).await;
    let client = bare_client(&stub.base_url).project("p-1").build().unwrap();
    let page = client.audit_logs().query().await.unwrap();
    let [event] = page.events.as_slice() else { panic!("{page:?}") };
    assert_eq!((event.actor_type.as_str(), &event.actor_id), ("unknown", &None));
    let details: Vec<_> =
        event.details.iter().map(|one| (one.name.as_str(), one.value.as_str())).collect();
    assert_eq!(details, [("numberOfSecrets", "2"), ("tags", "[\"a\"]")]);
    let last = stub.received().pop().unwrap().target;
    assert!(last.starts_with("/api/v1/organization/audit-logs?projectId=p-1&"), "{last}");
    let error = client.audit_logs().changes("1").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnsupportedByServer);
}
