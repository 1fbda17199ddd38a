//! Projects that are complete even if their creation was interrupted.

use std::time::Duration;

use infisical_e2ee::{Client, Credential, ErrorKind};
use infisical_e2ee_devserver::Era;
use serde_json::{Value, json};

use super::support::{Answer, ERAS, PASSWORD, Stub, World, answer_of, http, interrupted};

/// The number of projects with this name. Checks that each of their keys opens.
async fn whole_projects(client: &Client, name: &str) -> usize {
    let projects = client.projects().list().await.unwrap();
    let named: Vec<_> = projects.iter().filter(|project| project.name == name).collect();
    for project in &named {
        client.projects().open_key(&project.id).await.unwrap();
        let secrets = client.secrets();
        secrets.create("A", "1").project(&project.id).await.unwrap();
        assert_eq!(secrets.get("A").project(&project.id).await.unwrap().value.expose(), "1");
    }
    named.len()
}

#[tokio::test]
async fn projects_create_interrupted_at_any_request_completes_when_repeated() {
    for era in ERAS {
        let world = World::start(era).await;
        let ada = world.ada();
        interrupted(
            &world,
            async |round| format!("Project {round}"),
            async |client, name| client.projects().create(name).await,
            async |name, again, what| {
                assert_eq!(&again.unwrap().name, name, "{what}");
                // If only the last response was lost, another project is created.
                let last = matches!(era, Era::Jun24) || what.contains("BeforeAnswer after 3");
                let made = whole_projects(&ada, name).await;
                assert!(made == 1 || made == 2 && last, "{what}: {made}");
            },
        )
        .await;
    }
}

#[tokio::test]
async fn projects_create_reuses_only_keyless_projects_without_other_members() {
    for era in [Era::May23, Era::Feb24] {
        let world = World::start(era).await;
        let (ada, token) = (world.ada(), world.access_token());
        let whole = ada.projects().create("Twin").await.unwrap();
        let twin = ada.projects().create("Twin").await.unwrap();
        assert_ne!(whole.id, twin.id, "{era}");

        world.colleague("bob@example.test").await;
        let half = keyless_project(&world, token, "Half").await;
        let other = ada.projects().create("Half").organization("elsewhere").await;
        assert!(other.is_err(), "{era}");
        assert_eq!(ada.projects().create("Half").await.unwrap().id, half, "{era}");

        let joined = keyless_project(&world, token, "Joined").await;
        join(&world, token, &joined, "bob@example.test").await;
        let new = ada.projects().create("Joined").await.unwrap();
        assert_ne!(new.id, joined, "{era}");
        let still = ada.projects().open_key(&joined).await.unwrap_err();
        assert_eq!(still.kind(), ErrorKind::KeyUnavailable, "{era}");
    }
}

async fn post(world: &World, token: &str, path: &str, body: Value) -> Value {
    let request = http().post(format!("{}{path}", world.base_url)).bearer_auth(token);
    answer_of(request.header("content-type", "application/json").body(body.to_string())).await
}

async fn get(world: &World, token: &str, path: &str) -> Value {
    answer_of(http().get(format!("{}{path}", world.base_url)).bearer_auth(token)).await
}

async fn keyless_project(world: &World, token: &str, name: &str) -> String {
    let organizations = world.ada().organizations().list().await.unwrap();
    let body = json!({ "workspaceName": name, "organizationId": organizations[0].id });
    let made = post(world, token, "/api/v1/workspace", body).await;
    made["workspace"]["_id"].as_str().unwrap().to_owned()
}

/// Makes a user of the organization a member, with a copy of some key.
async fn join(world: &World, token: &str, project: &str, email: &str) {
    if world.era == Era::May23 {
        let path = format!("/api/v1/workspace/{project}/invite-signup");
        post(world, token, &path, json!({ "email": email })).await;
        return;
    }
    let organizations = world.ada().organizations().list().await.unwrap();
    let path = format!("/api/v2/organizations/{}/memberships", organizations[0].id);
    let colleagues = get(world, token, &path).await;
    let colleagues = colleagues["users"].as_array().unwrap();
    let membership = colleagues.iter().find(|one| one["user"]["email"] == email).unwrap();
    let member = json!({
        "orgMembershipId": membership["id"],
        "workspaceEncryptedKey": "c2VhbGVk",
        "workspaceEncryptedNonce": "bm9uY2U=",
    });
    let path = format!("/api/v1/workspace/{project}/memberships");
    post(world, token, &path, json!({ "members": [member] })).await;
}

/// May 2023: stores a copy of a secret's ciphertext without a blind index of its name.
async fn copy_nameless(world: &World, token: &str, environment: &str) {
    let path = format!("/api/v3/secrets?workspaceId={}&environment=dev", world.project);
    let mut secret = get(world, token, &path).await["secrets"][0].clone();
    secret["type"] = json!("shared");
    let body =
        json!({ "workspaceId": world.project, "environment": environment, "secrets": [secret] });
    post(world, token, "/api/v2/secrets", body).await;
}

#[tokio::test]
async fn enable_blind_indices_indexes_secrets_and_reports_duplicates() {
    let world = World::start(Era::May23).await;
    let (ada, token) = (world.ada(), world.access_token());
    ada.secrets().create("A", "1").await.unwrap();
    copy_nameless(&world, token, "prod").await;
    let projects = ada.projects();
    assert!(!projects.blind_index_status(&world.project).await.unwrap());
    let missing = ada.secrets().get("A").environment("prod").await.unwrap_err();
    assert_eq!(missing.kind(), ErrorKind::NotFound);

    let report = projects.enable_blind_indices(&world.project).await.unwrap();
    assert_eq!((report.named, report.duplicates.len(), report.failures.len()), (2, 0, 0));
    assert!(projects.blind_index_status(&world.project).await.unwrap());
    assert_eq!(ada.secrets().get("A").environment("prod").await.unwrap().value.expose(), "1");

    copy_nameless(&world, token, "prod").await;
    let report = projects.enable_blind_indices(&world.project).await.unwrap();
    assert_eq!(report.named, 3);
    let [twice] = report.duplicates.as_slice() else { panic!("{report:?}") };
    assert_eq!((twice.name.as_str(), twice.environment.as_str()), ("A", "prod"));
    assert_eq!(twice.ids.len(), 2);
}

#[tokio::test]
async fn share_key_with_server_seals_the_key_and_refuses_an_unsafe_public_key() {
    for era in [Era::May23, Era::Feb24] {
        let world = World::start(era).await;
        let bot_path = format!("/api/v1/bot/{}", world.project);
        let stub = Stub::before(&world.base_url, move |request, _| {
            let bot = json!({ "id": "b07", "isActive": false, "publicKey": "A".repeat(43) + "=" });
            match request.method.as_str() {
                "GET" if request.path() == bot_path => Answer::json(200, &json!({ "bot": bot })),
                _ => Answer::PassOn,
            }
        })
        .await;
        let projects = world.user_at(&stub.base_url).projects();
        let refused = projects.share_key_with_server(&world.project).await.unwrap_err();
        assert_eq!(refused.kind(), ErrorKind::IntegrityViolation, "{era}");
        assert!(stub.received().iter().all(|request| request.method != "PATCH"), "{era}");

        let stub = Stub::before(&world.base_url, |_, _| Answer::PassOn).await;
        let projects = world.user_at(&stub.base_url).projects();
        projects.share_key_with_server(&world.project).await.unwrap();
        let sent: Value = serde_json::from_slice(&stub.received().pop().unwrap().body).unwrap();
        assert_eq!(sent["isActive"], true, "{era}");
        // 32 characters of the key and 16 bytes of the authenticator, in base64.
        assert_eq!(sent["botKey"]["encryptedKey"].as_str().map(str::len), Some(64), "{era}");
        projects.stop_sharing_key_with_server(&world.project).await.unwrap();
        let sent: Value = serde_json::from_slice(&stub.received().pop().unwrap().body).unwrap();
        assert_eq!(sent, json!({ "isActive": false }), "{era}");
    }
}

#[tokio::test]
async fn open_key_with_malformed_copy_uses_the_latest_one() {
    let world = World::start(Era::May23).await;
    let broken = json!({
        "encryptedKey": "AAAA", "nonce": "AAAA", "sender": {"publicKey": "AAAA"},
    });
    let stub = Stub::before(&world.base_url, move |request, _| {
        match request.path().ends_with("/encrypted-key") {
            true => Answer::json(200, &broken),
            false => Answer::PassOn,
        }
    })
    .await;
    let user = world.user_at(&stub.base_url);
    user.secrets().create("A", "1").await.unwrap();
    let opened = user.projects().open_key(&world.project).await.unwrap();
    assert!(opened.sealed_by.is_some());
    assert_eq!(stub.count(&format!("/api/v1/key/{}/latest", world.project)), 2);

    // The latest key is not available to API keys.
    let hour = Duration::from_secs(3600);
    let key = world.ada().api_keys().create("tests", hour).await.unwrap().key;
    let credential = Credential::api_key(key.expose()).unwrap().with_password(PASSWORD);
    let by_key = world.client_at(&stub.base_url, credential);
    let error = by_key.secrets().list().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::DecryptionFailed, "{error}");
}
