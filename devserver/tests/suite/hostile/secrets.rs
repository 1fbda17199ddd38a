//! Lies about secrets.

use infisical_e2ee_devserver::HostileKind;
use serde_json::{Value, json};

use super::{lying, pairs};
use crate::support::client::{at, place, with};
use crate::support::{ALL, Era};

#[tokio::test(flavor = "multi_thread")]
async fn old_record_after_update_answers_the_record_from_before() {
    for era in ALL {
        let lying = lying(era, HostileKind::OldRecordAfterUpdate).await;
        lying.create("DB", "one").await.ok();
        let answered = lying.update("DB", "two").await;
        assert_eq!((&answered["version"], lying.value(&answered)), (&json!(1), "one".into()));
        let stored = lying.get("DB").await;
        assert_eq!((&stored["version"], lying.value(&stored)), (&json!(2), "two".into()), "{era}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn stale_version_answers_reads_with_the_previous_version() {
    for era in ALL {
        let lying = lying(era, HostileKind::StaleVersion).await;
        lying.create("DB", "one").await.ok();
        assert_eq!(lying.list().await, pairs(&[("DB", "one")]));
        let answered = lying.update("DB", "two").await;
        assert_eq!(answered["version"], 2);
        let read = lying.get("DB").await;
        assert_eq!((&read["version"], lying.value(&read)), (&json!(1), "one".into()), "{era}");
        assert_eq!(lying.list().await, pairs(&[("DB", "one")]), "{era}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_version_label_exchanges_values_of_versions() {
    for era in ALL {
        let lying = lying(era, HostileKind::WrongVersionLabel).await;
        let made = lying.create("DB", "one").await.ok();
        lying.update("DB", "two").await;
        let id = made["secret"]["_id"].as_str().unwrap();
        let path = format!("/api/v1/secret/{id}/secret-versions?offset=0&limit=9");
        let listed = lying.peer.get(&path, &lying.alice.auth()).await.ok();
        let versions = listed["secretVersions"].as_array().unwrap();
        let mut found: Vec<_> =
            versions.iter().map(|one| (one["version"].as_i64(), lying.value(one))).collect();
        found.sort();
        assert_eq!(found, [(Some(1), "two".to_owned()), (Some(2), "one".to_owned())], "{era}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn swapped_values_are_those_of_other_secrets() {
    for era in ALL {
        let lying = lying(era, HostileKind::SwappedValues).await;
        lying.create("A", "one").await.ok();
        lying.create("B", "two").await.ok();
        assert_eq!(lying.list().await, pairs(&[("A", "two"), ("B", "one")]), "{era}");
        assert_eq!(lying.value(&lying.get("A").await), "two", "{era}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn dropped_secrets_leave_one_out_of_lists() {
    for era in [Era::May23, Era::Jun24] {
        let lying = lying(era, HostileKind::DroppedSecrets).await;
        lying.create("A", "one").await.ok();
        lying.create("B", "two").await.ok();
        assert_eq!(lying.list().await.len(), 1, "{era}");
        assert_eq!(lying.value(&lying.get("A").await), "one", "{era}");
        assert_eq!(lying.value(&lying.get("B").await), "two", "{era}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn undeleted_secrets_are_confirmed_and_stay() {
    for era in [Era::May23, Era::Jun24] {
        let lying = lying(era, HostileKind::UndeletedSecrets).await;
        lying.create("DB", "one").await.ok();
        let body = place(&lying.project, "dev");
        let deleted = lying.peer.delete("/api/v3/secrets/DB", &lying.alice.auth(), body).await.ok();
        assert!(deleted["secret"].is_object(), "{era}");
        assert_eq!(lying.list().await, pairs(&[("DB", "one")]), "{era}");
        // Other changes are kept.
        lying.create("NEW", "two").await.ok();
        assert_eq!(lying.list().await.len(), 2, "{era}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn server_errors_after_write_have_written() {
    for era in [Era::May23, Era::Jun24] {
        let lying = lying(era, HostileKind::ServerErrorsAfterWrite).await;
        assert_eq!(lying.create("DB", "one").await.status, 500, "{era}");
        assert_eq!(lying.list().await, pairs(&[("DB", "one")]), "{era}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn huge_list_has_records_without_content() {
    for era in [Era::May23, Era::Jun24] {
        let lying = lying(era, HostileKind::HugeList).await;
        lying.create("DB", "one").await.ok();
        let path = format!("/api/v3/secrets?{}", at(&lying.project, "dev"));
        let listed = lying.peer.get(&path, &lying.alice.auth()).await.ok();
        assert_eq!(listed["secrets"].as_array().unwrap().len(), 300_001, "{era}");
        assert_eq!(listed["secrets"][1], json!({ "id": "0" }));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn control_characters_are_in_ids_and_messages() {
    let is_dangerous = |text: &Value| {
        let text = text.as_str().unwrap();
        text.contains('\u{1b}') && text.contains("\r\n") && text.len() > 300_000
    };
    for era in [Era::May23, Era::Jun24] {
        let lying = lying(era, HostileKind::ControlCharacters).await;
        let made = lying.create("DB", "one").await.ok();
        assert!(is_dangerous(&made["secret"]["_id"]), "{era}");
        assert_eq!(lying.list().await, pairs(&[("DB", "one")]), "{era}");
        let body = with(place(&lying.project, "dev"), json!({ "email": "nobody@example.test" }));
        let body = with(body, json!({ "clientPublicKey": "00" }));
        let refused =
            lying.peer.post("/api/v3/auth/login1", &crate::support::client::Auth::None, body).await;
        assert!(refused.status >= 400);
        assert!(is_dangerous(&refused.json()["message"]), "{era}");
    }
}
