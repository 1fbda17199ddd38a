//! Lies about keys, projects and releases.

use infisical_e2ee_devserver::HostileKind;
use serde_json::{Value, json};

use super::{lying, pairs, start_hostile};
use crate::support::client::Auth;
use crate::support::{ALL, Config, Era, LATER, Person, start_with};

#[tokio::test(flavor = "multi_thread")]
async fn substituted_project_key_opens_and_is_the_servers() {
    for era in ALL {
        let lying = lying(era, HostileKind::SubstitutedProjectKey).await;
        let (other, _) = lying.alice.project("Second").await;
        let planted = lying.alice.project_key(&lying.project).await;
        assert_eq!(planted.len(), 32, "{era}");
        assert_eq!(planted, lying.alice.project_key(&other).await, "{era}: one key for all");
        if era != Era::Jun24 {
            // In June 2024 the server makes the key: the user never knew another.
            assert_ne!(planted, lying.key, "{era}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn substituted_project_key_opens_no_existing_secret() {
    let lying = lying(Era::Feb24, HostileKind::SubstitutedProjectKey).await;
    lying.create("DB", "one").await.ok();
    assert_eq!(lying.list().await, pairs(&[("DB", "one")]), "the secret is as it was stored");
}

#[tokio::test(flavor = "multi_thread")]
async fn planted_secrets_open_with_the_planted_key() {
    for era in ALL {
        let lying = lying(era, HostileKind::PlantedSecrets).await;
        lying.create("DB", "one").await.ok();
        let planted = lying.alice.project_key(&lying.project).await;
        let listed = lying.alice.list(&lying.project, &planted).await;
        assert_eq!(listed, pairs(&[("DB", "planted")]), "{era}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn project_downgrade_says_version_3_without_key() {
    for era in [Era::May23, Era::Feb24] {
        let lying = lying(era, HostileKind::ProjectDowngrade).await;
        let auth = lying.alice.auth();
        let path = format!("/api/v1/workspace/{}", lying.project);
        assert_eq!(lying.peer.get(&path, &auth).await.ok()["workspace"]["version"], 3, "{era}");
        let path = format!("/api/v2/workspace/{}/encrypted-key", lying.project);
        assert_eq!(lying.peer.get(&path, &auth).await.ok(), Value::Null, "{era}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn era_downgrade_claims_another_release() {
    let config = "/api/v1/admin/config";
    let kind = HostileKind::EraDowngrade;
    let ask = async |era, path| {
        let (_server, peer) = start_hostile(era, kind).await;
        peer.get(path, &Auth::None).await.ok()
    };
    assert_eq!(ask(Era::May23, "/api/status").await["redisConfigured"], true);
    assert_eq!(ask(Era::Feb24, "/api/status").await["redisConfigured"], Value::Null);
    let june = ask(Era::Jun24, config).await;
    assert!(june["config"].is_object() && june["config"].get("instanceId").is_none());
    let mut modern = Config::new(Era::Modern);
    modern.hostile = vec![kind];
    let (_server, peer) = start_with(modern).await;
    let modern = peer.get(config, &Auth::None).await.ok();
    assert!(modern["config"].get("instanceId").is_some());
    assert!(modern["config"].get("fipsEnabled").is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn changed_member_key_is_that_of_others_only() {
    for era in ALL {
        let lying = lying(era, HostileKind::ChangedMemberKey).await;
        let (peer, alice) = (&lying.peer, &lying.alice);
        let mut bob = Person::sign_up(peer, "bob").await;
        alice.share(&lying.project, &lying.key, &mut bob).await;
        let v = peer.path("v2", "v1");
        let path = format!("/api/{v}/workspace/{}/memberships", lying.project);
        let listed = peer.get(&path, &alice.auth()).await.ok();
        let key_of = |person: &Person| {
            let mut users = listed["memberships"].as_array().unwrap().iter().map(|it| &it["user"]);
            let user = users.find(|user| user["email"] == person.email.as_str()).unwrap();
            user["publicKey"].as_str().unwrap().to_owned()
        };
        assert_eq!(key_of(alice), alice.public_key, "{era}");
        assert_ne!(key_of(&bob), bob.public_key, "{era}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn changed_member_key_is_in_the_answer_to_an_invitation() {
    let lying = lying(Era::May23, HostileKind::ChangedMemberKey).await;
    let (peer, alice) = (&lying.peer, &lying.alice);
    let mut bob = Person::sign_up(peer, "bob").await;
    let (other, key) = alice.project("Second").await;
    alice.share(&other, &key, &mut bob).await;
    let path = format!("/api/v1/workspace/{}/invite-signup", lying.project);
    let invited = peer.post(&path, &alice.auth(), json!({ "email": bob.email })).await.ok();
    let shown = invited["invitee"]["publicKey"].as_str().unwrap();
    assert_ne!(shown, bob.public_key);
}

#[tokio::test(flavor = "multi_thread")]
async fn endless_pages_are_full_and_promise_more() {
    for era in LATER {
        let lying = lying(era, HostileKind::EndlessPages).await;
        lying.create("DB", "one").await.ok();
        let path = format!("/api/v1/workspace/{}/audit-logs?limit=50", lying.project);
        let mut ids = Vec::new();
        for offset in [0, 50, 5000] {
            let path = format!("{path}&offset={offset}");
            let page = lying.peer.get(&path, &lying.alice.auth()).await.ok();
            let page = page["auditLogs"].as_array().unwrap();
            assert_eq!(page.len(), 50, "{era} {offset}");
            ids.extend(page.iter().skip(5).map(|one| one["id"].to_string()));
        }
        ids.sort();
        let all = ids.len();
        ids.dedup();
        assert!(all - ids.len() < 10, "{era}: ids are new on each page");
    }
}
