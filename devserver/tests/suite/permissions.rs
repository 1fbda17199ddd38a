//! Roles, token scopes and expiry: the status of each refusal.

use serde_json::{Value, json};

use crate::support::client::{Auth, Peer, at, place, with};
use crate::support::{ALL, Era, LATER, Person, crypto, start};

/// A project of alice with bob as a member.
struct Shared {
    peer: Peer,
    alice: Person,
    bob: Person,
    project: String,
    key: String,
    _server: crate::support::Server,
}

async fn shared(era: Era) -> Shared {
    let (_server, peer) = start(era).await;
    let alice = Person::sign_up(&peer, "alice").await;
    let mut bob = Person::sign_up(&peer, "bob").await;
    let (project, key) = alice.project("Shared").await;
    alice.create(&project, &key, "DB", "one").await.ok();
    alice.share(&project, &key, &mut bob).await;
    Shared { peer, alice, bob, project, key, _server }
}

impl Shared {
    async fn give_bob(&self, role: &str) {
        let membership = self.alice.membership_of(&self.project, &self.bob).await;
        let v = self.peer.path("v2", "v1");
        let path = format!("/api/{v}/workspace/{}/memberships/{membership}", self.project);
        let body = json!({ "role": role, "roles": [{ "role": role }] });
        self.peer.patch(&path, &self.alice.auth(), body).await.ok();
    }

    async fn bob_reads(&self) -> u16 {
        let path = format!("/api/v3/secrets?{}", at(&self.project, "dev"));
        self.peer.get(&path, &self.bob.auth()).await.status
    }

    async fn bob_writes(&self) -> u16 {
        let name = hex::encode(crypto::random::<4>());
        self.bob.create(&self.project, &self.key, &name, "x").await.status
    }

    async fn bob_deletes_the_project(&self) -> u16 {
        let path = format!("/api/v1/workspace/{}", self.project);
        self.peer.delete(&path, &self.bob.auth(), Value::Null).await.status
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn member_writes_secrets_and_only_administrators_manage_the_project() {
    for era in ALL {
        let shared = shared(era).await;
        let role_refused = if era == Era::May23 { 400 } else { 401 };
        assert_eq!(shared.bob_reads().await, 200);
        assert_eq!(shared.bob_writes().await, 200);
        assert_eq!(shared.bob_deletes_the_project().await, role_refused);

        let own = shared.alice.membership_of(&shared.project, &shared.bob).await;
        let v = shared.peer.path("v2", "v1");
        let path = format!("/api/{v}/workspace/{}/memberships/{own}", shared.project);
        let promote = json!({ "role": "admin", "roles": [{ "role": "admin" }] });
        let refused = shared.peer.patch(&path, &shared.bob.auth(), promote).await.status;
        assert_eq!(refused, role_refused, "users cannot promote themselves");

        shared.give_bob("admin").await;
        assert_eq!(shared.bob_deletes_the_project().await, 200);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn viewer_reads_only_and_no_access_reads_nothing_since_2024() {
    for era in LATER {
        let shared = shared(era).await;
        shared.give_bob("viewer").await;
        assert_eq!((shared.bob_reads().await, shared.bob_writes().await), (200, 401));
        shared.give_bob("no-access").await;
        assert_eq!((shared.bob_reads().await, shared.bob_writes().await), (401, 401));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn non_member_and_unknown_project_are_refused() {
    for era in ALL {
        let (_server, peer) = start(era).await;
        let alice = Person::sign_up(&peer, "alice").await;
        let eve = Person::sign_up(&peer, "eve").await;
        let (project, _) = alice.project("Private").await;
        let read = async |project: &str| {
            let path = format!("/api/v3/secrets?{}", at(project, "dev"));
            peer.get(&path, &eve.auth()).await.status
        };
        let stranger = if era == Era::May23 { 404 } else { 403 };
        assert_eq!(read(&project).await, stranger);
        assert_eq!(read("64aaaaaaaaaaaaaaaaaaaaaa").await, stranger);
        assert_eq!(read("nonsense").await, if era == Era::May23 { 500 } else { 403 });
        let path = format!("/api/v2/workspace/{project}/encrypted-key");
        assert_eq!(peer.get(&path, &eve.auth()).await.status, stranger);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn project_of_unselected_organization_is_refused_in_jun24() {
    let mut shared = shared(Era::Jun24).await;
    shared.bob.log_in().await;
    let own = shared.peer.get("/api/v1/organization", &shared.bob.auth()).await.ok();
    let own = own["organizations"][0]["id"].as_str().unwrap().to_owned();
    shared.bob.select(&own).await;
    assert_eq!(shared.bob_reads().await, 403);
}

#[tokio::test(flavor = "multi_thread")]
async fn service_token_is_limited_to_its_permissions_environment_and_project() {
    for era in ALL {
        let (_server, peer) = start(era).await;
        let alice = Person::sign_up(&peer, "alice").await;
        let (project, key) = alice.project("First").await;
        let (other, _) = alice.project("Second").await;
        let (credential, _) = alice.service_token(&project, &key, &["read"], "/").await;
        let token = Auth::bearer(credential);
        let read = async |project: &str, environment: &str| {
            let path = format!("/api/v3/secrets?{}", at(project, environment));
            peer.get(&path, &token).await.status
        };
        assert_eq!(read(&project, "dev").await, 200);
        assert_eq!(read(&project, "prod").await, 401);
        assert_eq!(read(&other, "dev").await, if era == Era::May23 { 401 } else { 403 });

        let body = with(place(&project, "dev"), crypto::secret_fields("X", "v", "", &key));
        assert_eq!(peer.post("/api/v3/secrets/X", &token, body).await.status, 401);
        let v = peer.path("v2", "v1");
        let members = format!("/api/{v}/workspace/{project}/memberships");
        let refused = if era == Era::May23 { 400 } else { 403 };
        assert_eq!(peer.get(&members, &token).await.status, refused);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn service_token_scopes_match_folders_by_glob_since_2024() {
    for era in LATER {
        let (_server, peer) = start(era).await;
        let alice = Person::sign_up(&peer, "alice").await;
        let (project, key) = alice.project("First").await;
        let folder = json!({ "workspaceId": project, "environment": "dev", "name": "sub" });
        peer.post("/api/v1/folders", &alice.auth(), folder).await.ok();
        for (scope, sub) in [("/", 401), ("/**", 200), ("/sub", 200), ("/other", 401)] {
            let (credential, _) = alice.service_token(&project, &key, &["read"], scope).await;
            let path = format!("/api/v3/secrets?{}&secretPath=/sub", at(&project, "dev"));
            let status = peer.get(&path, &Auth::bearer(credential)).await.status;
            assert_eq!(status, sub, "{scope} {era}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn service_tokens_and_api_keys_expire() {
    for era in ALL {
        let (_server, peer) = start(era).await;
        let alice = Person::sign_up(&peer, "alice").await;
        let (project, _) = alice.project("First").await;
        let body = json!({
            "name": "short", "workspaceId": project, "environment": "dev",
            "scopes": [{ "environment": "dev", "secretPath": "/" }],
            "encryptedKey": "eA==", "iv": "eA==", "tag": "eA==",
            "expiresIn": 0.2, "permissions": ["read"],
        });
        let made = peer.post("/api/v2/service-token", &alice.auth(), body).await.ok();
        let token = Auth::bearer(made["serviceToken"].as_str().unwrap());
        let path = peer.path("/api/v2/api-key", "/api/v2/users/me/api-keys");
        let body = json!({ "name": "short", "expiresIn": 0.2 });
        let made = peer.post(&path, &alice.auth(), body).await.ok();
        let key = Auth::ApiKey(made["apiKey"].as_str().unwrap().to_owned());

        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        let (expired, gone) = if era == Era::May23 { (401, 404) } else { (403, 403) };
        for credential in [("/api/v2/service-token", &token), ("/api/v2/users/me", &key)] {
            let (path, auth) = credential;
            assert_eq!(peer.get(path, auth).await.status, expired, "{path} {era}");
            assert_eq!(peer.get(path, auth).await.status, gone, "{path} deleted on use, {era}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn bad_credentials_are_refused_per_era() {
    let tampered = |token: &str| format!("{}{}", &token[..token.len() - 4], "AAAA");
    for era in ALL {
        let (_server, peer) = start(era).await;
        let alice = Person::sign_up(&peer, "alice").await;
        let me = async |auth: Auth| peer.get("/api/v2/users/me", &auth).await.status;
        let token = async |token: &str| {
            peer.get("/api/v2/service-token", &Auth::bearer(token)).await.status
        };
        let is_may23 = era == Era::May23;
        assert_eq!(me(Auth::None).await, if is_may23 { 400 } else { 403 });
        assert_eq!(me(Auth::bearer("abc.def.ghi")).await, 500);
        assert_eq!(me(Auth::bearer(tampered(&alice.token))).await, 500);
        let cookie = alice.cookie.trim_start_matches("jid=");
        assert_eq!(me(Auth::bearer(cookie)).await, 500, "a refresh token gives no access");
        let malformed = me(Auth::ApiKey("nonsense".to_owned())).await;
        assert_eq!(malformed, if is_may23 { 404 } else { 500 });
        assert_eq!(token("st.nonsense").await, if is_may23 { 500 } else { 403 });
        let unknown = token("st.64aaaaaaaaaaaaaaaaaaaaaa.00").await;
        assert_eq!(unknown, if is_may23 { 404 } else { 403 });

        let (project, key) = alice.project("First").await;
        let (credential, _) = alice.service_token(&project, &key, &["read"], "/").await;
        let wrong = token(&tampered(&credential)).await;
        assert_eq!(wrong, if is_may23 { 401 } else { 403 });
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn removal_from_organization_ends_access_to_its_projects() {
    for era in ALL {
        let shared = shared(era).await;
        let organization = &shared.alice.organization;
        let path = format!("/api/v2/organizations/{organization}/memberships");
        let members = shared.peer.get(&path, &shared.alice.auth()).await.ok();
        let list = members["memberships"].as_array().or(members["users"].as_array()).unwrap();
        let email = shared.bob.email.as_str();
        let bob = list.iter().find(|member| member["user"]["email"] == email).unwrap();
        let id = bob["_id"].as_str().or(bob["id"].as_str()).unwrap();
        let path = format!("{path}/{id}");
        let role_refused = shared.peer.delete(&path, &shared.bob.auth(), Value::Null).await;
        assert_eq!(role_refused.status, 401);
        shared.peer.delete(&path, &shared.alice.auth(), Value::Null).await.ok();
        assert_eq!(shared.bob_reads().await, if era == Era::May23 { 404 } else { 403 });
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn bot_key_is_set_and_removed_by_members_except_in_jun24() {
    for era in ALL {
        let shared = shared(era).await;
        let eve = Person::sign_up(&shared.peer, "eve").await;
        let path = format!("/api/v1/bot/{}", shared.project);
        let bot = shared.peer.get(&path, &shared.bob.auth()).await.ok()["bot"].clone();
        let id = bot["_id"].as_str().or(bot["id"].as_str()).unwrap();
        let path = format!("/api/v1/bot/{id}/active");
        let key = json!({ "encryptedKey": "c2VhbGVk", "nonce": "bm9uY2U=" });
        let on = json!({ "isActive": true, "botKey": key });
        let set = async |by: &Person, body: Value| shared.peer.patch(&path, &by.auth(), body).await;
        assert_ne!(set(&eve, on.clone()).await.status, 200, "{era}");
        if era == Era::Jun24 {
            assert_eq!(set(&shared.bob, on).await.status, 400);
            assert_eq!(set(&shared.bob, json!({ "isActive": false })).await.status, 400);
            continue;
        }
        assert_eq!(set(&shared.bob, json!({ "isActive": true })).await.status, 400, "{era}");
        let active = set(&shared.bob, on).await.ok()["bot"].clone();
        let inactive = set(&shared.alice, json!({ "isActive": false })).await.ok()["bot"].clone();
        assert_eq!((&active["isActive"], &inactive["isActive"]), (&json!(true), &json!(false)));
        if era == Era::Feb24 {
            assert_eq!(active["encryptedProjectKey"], "c2VhbGVk");
            assert_eq!(inactive["encryptedProjectKey"], Value::Null);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn blind_indices_are_set_by_administrators_only() {
    for era in ALL {
        let shared = shared(era).await;
        let path = format!("/api/v3/workspaces/{}/secrets", shared.project);
        let status = format!("{path}/blind-index-status");
        let all = shared.peer.get(&path, &shared.alice.auth()).await.ok();
        // Releases of 2024 return only secrets without an index.
        let shown = if era == Era::May23 { 1 } else { 0 };
        assert_eq!(all["secrets"].as_array().map(Vec::len), Some(shown), "{era}");
        assert_eq!(shared.peer.get(&status, &shared.alice.auth()).await.ok(), json!(true));
        let refused = if era == Era::May23 { 400 } else { 401 };
        assert_eq!(shared.peer.get(&path, &shared.bob.auth()).await.status, refused);
        // Releases of 2024 tell every member.
        let told = if era == Era::May23 { 400 } else { 200 };
        assert_eq!(shared.peer.get(&status, &shared.bob.auth()).await.status, told, "{era}");
        let body =
            json!({ "secretsToUpdate": [{ "_id": "x", "secretId": "x", "secretName": "A" }] });
        let names = format!("{path}/names");
        assert_eq!(
            shared.peer.post(&names, &shared.bob.auth(), body.clone()).await.status,
            refused
        );
        shared.peer.post(&names, &shared.alice.auth(), body).await.ok();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn delete_sessions_ends_all_of_the_user() {
    for era in LATER {
        let (_server, peer) = start(era).await;
        let mut alice = Person::sign_up(&peer, "alice").await;
        let here = alice.auth();
        alice.peer = peer.elsewhere();
        alice.log_in().await;
        alice.select(&alice.organization.clone()).await;
        let path = "/api/v2/users/me/sessions";
        let sessions = peer.get(path, &here).await.ok();
        assert_eq!(sessions.as_array().unwrap().len(), 2, "{era}");
        peer.delete(path, &here, Value::Null).await.ok();
        for auth in [here, alice.auth()] {
            assert_eq!(peer.get("/api/v2/users/me", &auth).await.status, 403, "{era}");
        }
    }
}
