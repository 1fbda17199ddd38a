//! The audit log while it grows, and the requests for it.

use std::time::Duration;

use futures_util::{StreamExt as _, TryStreamExt as _};
use infisical_e2ee::{AuditLogPages, Client, ErrorKind, QueryAuditLogs, within};
use infisical_e2ee_devserver::{Config, Era, HostileKind};
use serde_json::{Value, json};

use super::support::{Answer, ERAS, PROJECT, Received, Stub, World, bare_client};

fn query(client: &Client, era: Era, page_size: u64) -> QueryAuditLogs {
    let query = client.audit_logs().query().page_size(page_size);
    match era {
        Era::May23 => query.event("addSecrets"),
        Era::Feb24 | Era::Jun24 | Era::Modern => query.event("create-secret"),
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

async fn streamed(client: &Client, era: Era) -> Vec<String> {
    let events = query(client, era, 2).events();
    events.map_ok(|event| event.id).try_collect().await.unwrap()
}

async fn exported(client: &Client, era: Era) -> Vec<String> {
    let text = query(client, era, 2).export().await.unwrap();
    assert!(text.ends_with('\n'));
    let events = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    events.map(|event| event["id"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn pages_of_growing_audit_log_return_each_event_once() {
    for era in ERAS {
        let world = World::start(era).await;
        let user = world.ada();
        for number in 0..6 {
            user.secrets().create(format!("A{number}"), "1").await.unwrap();
        }
        let all = rest(writes(&user, era, 100)).await;
        assert_eq!(all.len(), 6, "{era}");
        assert_eq!(rest(writes(&user, era, 1)).await, all, "{era}");
        assert_eq!(rest(writes(&user, era, 6)).await, all, "{era}");
        assert_eq!(exported(&user, era).await, all, "{era}");
        assert_eq!(streamed(&user, era).await, all, "{era}");

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
async fn query_on_2024_servers_sends_a_start_date() {
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

/// A modern server whose audit log is `log`.
fn modern(request: &Received, log: impl Fn(&Asked) -> Vec<Value>) -> Answer {
    let body = match request.path() {
        "/api/status" => json!({"message": "Ok", "redisConfigured": true}),
        "/api/v1/admin/config" => json!({"config": {"fipsEnabled": false}}),
        _ => json!({"auditLogs": log(&Asked::of(&request.target))}),
    };
    Answer::json(200, &body)
}

/// The parameters of a request for an audit log.
#[derive(Debug)]
struct Asked {
    offset: usize,
    limit: usize,
    start: String,
    end: Option<String>,
}

impl Asked {
    fn of(target: &str) -> Self {
        let value = |name: &str| {
            let mut pairs = target.split(['?', '&']).filter_map(|pair| pair.split_once('='));
            pairs.find(|(found, _)| *found == name).map(|(_, value)| value.replace("%3A", ":"))
        };
        let number = |name: &str| value(name).unwrap().parse().unwrap();
        Self {
            offset: number("offset"),
            limit: number("limit"),
            start: value("startDate").unwrap(),
            end: value("endDate"),
        }
    }

    /// The requested part of a log, newest first.
    fn part(&self, log: &[(&str, &str)]) -> Vec<Value> {
        let wanted = log.iter().filter(|(_, time)| {
            *time >= self.start.as_str() && self.end.as_deref().is_none_or(|end| *time <= end)
        });
        wanted.skip(self.offset).take(self.limit).map(|(id, time)| event(id, time)).collect()
    }
}

fn event(id: &str, created_at: &str) -> Value {
    json!({
        "id": id,
        "createdAt": created_at,
        "event": {"type": "get-secrets", "metadata": {"numberOfSecrets": 2, "tags": ["a"], "x": null}},
        "actor": {"type": "platform", "metadata": {}},
    })
}

fn asked(stub: &Stub) -> Vec<Asked> {
    let received = stub.received().into_iter();
    received.filter(|one| one.path().contains("audit")).map(|one| Asked::of(&one.target)).collect()
}

#[tokio::test]
async fn query_on_modern_servers_uses_the_organization_log() {
    let log = |_: &Asked| vec![event("1", "2025-01-01T00:00:00.000Z")];
    let stub = Stub::start(move |request, _| modern(request, log)).await;
    let client = bare_client(&stub.base_url).project(PROJECT).build().unwrap();
    let query = client.audit_logs().query().event("get-secrets").event("create-secret");
    let page = query.metadata("numberOfSecrets", "2").await.unwrap();
    let [event] = page.events.as_slice() else { panic!("{page:?}") };
    assert_eq!((event.actor_type.as_str(), &event.actor_id), ("unknown", &None));
    let details: Vec<_> =
        event.details.iter().map(|one| (one.name.as_str(), one.value.as_str())).collect();
    assert_eq!(details, [("numberOfSecrets", "2"), ("tags", "[\"a\"]")]);
    let last = stub.received().pop().unwrap().target;
    let first = format!("/api/v1/organization/audit-logs?projectId={PROJECT}&");
    assert!(last.starts_with(&first), "{last}");
    assert!(last.contains("&eventType=get-secrets%2Ccreate-secret&"), "{last}");
    assert!(last.contains("&eventMetadata=numberOfSecrets%3D2"), "{last}");
    // The client filters events of a server that ignores the metadata.
    let page = client.audit_logs().query().metadata("numberOfSecrets", "3").await.unwrap();
    assert!(page.events.is_empty());
    let error = client.audit_logs().changes("1").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnsupportedByServer);
}

#[tokio::test]
async fn query_on_modern_servers_requests_at_most_1000_entries() {
    let log = |asked: &Asked| {
        let all = (0..2500).map(|id| event(&id.to_string(), "2025-01-01T00:00:00.000Z"));
        all.skip(asked.offset).take(asked.limit).collect()
    };
    let stub = Stub::start(move |request, _| modern(request, log)).await;
    let client = bare_client(&stub.base_url).project(PROJECT).build().unwrap();
    let ids = rest(client.audit_logs().query().page_size(1000).pages()).await;
    assert_eq!(ids, (0..2500).map(|id| id.to_string()).collect::<Vec<_>>());
    assert!(asked(&stub).iter().all(|one| one.limit <= 1000), "{:?}", asked(&stub));
}

/// Newest first, with nothing in the summer.
const LOG: [(&str, &str); 6] = [
    ("f", "2024-12-31T23:59:59.999Z"),
    ("e", "2024-12-31T00:00:00.000Z"),
    ("d", "2024-10-04T00:00:00.000Z"),
    ("c", "2024-03-01T00:00:00.000Z"),
    ("b", "2024-01-01T00:00:00.000Z"),
    ("a", "2023-12-31T23:59:59.999Z"),
];

#[tokio::test]
async fn query_on_modern_servers_requests_three_months_at_a_time() {
    let stub = Stub::start(|request, _| modern(request, |asked| asked.part(&LOG))).await;
    let client = bare_client(&stub.base_url).project(PROJECT).build().unwrap();
    let query = client.audit_logs().query();
    let year = query.clone().start("2024-01-01T00:00:00Z").end("2024-12-31T00:00:00Z");

    // "d" is at the boundary of two spans.
    assert_eq!(rest(year.clone().pages()).await, ["e", "d", "c", "b"]);
    let spans = asked(&stub).into_iter().map(|one| (one.start, one.end.unwrap()));
    let days: Vec<_> =
        spans.map(|(start, end)| (start[..10].to_owned(), end[..10].to_owned())).collect();
    let expected = [
        ("2024-10-04", "2024-12-31"),
        ("2024-07-08", "2024-10-04"),
        ("2024-04-11", "2024-07-08"),
        ("2024-01-14", "2024-04-11"),
        ("2024-01-01", "2024-01-14"),
    ];
    assert_eq!(days, expected.map(|(start, end)| (start.to_owned(), end.to_owned())));

    for size in [1, 2] {
        assert_eq!(rest(year.clone().page_size(size).pages()).await, ["e", "d", "c", "b"]);
    }
    let to_the_begin = query.clone().end("2024-12-31T00:00:00Z");
    assert_eq!(rest(to_the_begin.pages()).await, ["e", "d", "c", "b", "a"]);
    assert_eq!(rest(query.clone().start("2024-12-31T00:00:00Z").pages()).await, ["f", "e"]);
    let backwards = query.start("2024-12-31T00:00:00Z").end("2024-01-01T00:00:00Z");
    assert!(rest(backwards.pages()).await.is_empty());
}

#[tokio::test]
async fn events_stream_skips_empty_pages_and_ends_after_an_error() {
    let stub = Stub::start(|request, _| modern(request, |asked| asked.part(&LOG))).await;
    let client = bare_client(&stub.base_url).project(PROJECT).build().unwrap();
    let query = client.audit_logs().query().end("2024-12-31T00:00:00Z").page_size(1);
    let mut pages = query.clone().pages();
    let mut lengths = Vec::new();
    while let Some(page) = pages.next_page().await.unwrap() {
        lengths.push(page.events.len());
    }
    assert!(lengths.len() > 5 && lengths.contains(&0), "{lengths:?}");
    let ids: Vec<_> = query.events().map_ok(|event| event.id).try_collect().await.unwrap();
    assert_eq!(ids, ["e", "d", "c", "b", "a"]);

    let mut events = client.audit_logs().query().page_size(2).events();
    assert_eq!(events.try_next().await.unwrap().unwrap().id, "f");
    let asked_before = asked(&stub).len();
    assert_eq!(events.try_next().await.unwrap().unwrap().id, "e");
    assert_eq!(asked(&stub).len(), asked_before);

    client.close();
    assert_eq!(events.next().await.unwrap().unwrap_err().kind(), ErrorKind::Closed);
    assert!(events.next().await.is_none());
}

#[tokio::test]
async fn audit_log_without_last_page_is_refused() {
    const LONGEST: Duration = Duration::from_secs(20);
    let mut config = Config::new(Era::Feb24);
    config.hostile = vec![HostileKind::EndlessPages];
    let world = World::of(config).await;
    let client = world.session_builder_at(&world.base_url).max_response_bytes(200_000);
    let client = client.build().unwrap();
    let query = client.audit_logs().query();
    let first = query.clone().await.unwrap();
    // The last entry of the first page is on no other.
    let next = within(LONGEST, query.after(first.next.unwrap()).into_future());
    let next = next.await.unwrap_err();
    let exporting = client.audit_logs().query().page_size(100).export().into_future();
    for error in [next, within(LONGEST, exporting).await.unwrap_err()] {
        assert_eq!(error.kind(), ErrorKind::InvalidResponse, "{error}");
        assert!(error.message().contains("more than 200000 bytes"), "{error}");
    }

    let log = |asked: &Asked| {
        let ids = asked.offset..asked.offset + asked.limit;
        ids.map(|id| event(&id.to_string(), "2025-01-01T00:00:00.000Z")).collect()
    };
    let stub = Stub::start(move |request, _| modern(request, log)).await;
    let client = bare_client(&stub.base_url).project(PROJECT).max_response_bytes(1_000_000);
    let client = client.deadline(Duration::from_secs(1)).build().unwrap();
    let query = client.audit_logs().query();
    let error = within(LONGEST, query.clone().export().into_future()).await.unwrap_err();
    assert!(error.message().contains("log is longer than 1000000 bytes"), "{error}");
    // Every page follows the one before, and no event passes the filter.
    let exporting = query.metadata("numberOfSecrets", "3").export().into_future();
    let error = within(LONGEST, exporting).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout, "{error}");
    assert!(error.message().contains("within 1.0 seconds"), "{error}");
}

/// With the objects in them, the entries before the event are more than one list may hold.
#[tokio::test]
async fn export_finds_an_event_after_many_that_the_filter_drops() {
    const BEFORE: usize = 60_000;
    let log = |asked: &Asked| {
        let ids = asked.offset..(asked.offset + asked.limit).min(BEFORE + 1);
        let events = ids.map(|id| {
            let mut event = event(&id.to_string(), "2025-01-01T00:00:00.000Z");
            if id == BEFORE {
                event["event"]["metadata"]["numberOfSecrets"] = json!(3);
            }
            event
        });
        events.collect()
    };
    let stub = Stub::start(move |request, _| modern(request, log)).await;
    let client = bare_client(&stub.base_url).project(PROJECT).build().unwrap();
    let query = client.audit_logs().query().metadata("numberOfSecrets", "3");
    let text = query.export().await.unwrap();
    let found: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(found["id"], BEFORE.to_string());
    // Pages are as long as servers allow.
    assert!(asked(&stub).len() < 70, "{}", asked(&stub).len());
}
