//! Accounts and projects of 2024 on a server of July 2026.

use crypto_box::SecretKey;
use serde_json::{Value, json};

use super::{NO_AUTH, is_refused, started};
use crate::support::client::{Auth, Peer, with};
use crate::support::{Era, Person, Server, crypto, person, start};

const PASSWORD: &str = "Correct-Horse-Battery-1";

/// An account with a key pair, and its project.
struct Old {
    _server: Server,
    peer: Peer,
    alice: Person,
    project: String,
    key: String,
}

async fn old() -> Old {
    let (server, peer) = start(Era::Modern).await;
    let private_key = SecretKey::from(crypto::random::<32>());
    let email = "alice@example.test".to_owned();
    let account = person::account(&email, PASSWORD, &private_key);
    let made = peer.post("/dev/e2ee-account", &NO_AUTH, account).await.ok();
    let mut alice = Person {
        peer: peer.clone(),
        id: made["user"]["id"].as_str().unwrap().to_owned(),
        organization: made["organization"]["id"].as_str().unwrap().to_owned(),
        public_key: crypto::b64(private_key.public_key().as_bytes()),
        password: PASSWORD.to_owned(),
        token: String::new(),
        cookie: String::new(),
        private_key,
        email,
    };
    let key = hex::encode(crypto::random::<16>());
    let (sealed, nonce) = crypto::box_seal(&key, &alice.public_key, &alice.private_key);
    let body = json!({
        "email": alice.email, "projectName": "Old", "encryptedKey": sealed, "nonce": nonce,
    });
    let made = peer.post("/dev/e2ee-project", &NO_AUTH, body).await.ok();
    assert_eq!(made["project"]["environments"].as_array().map(Vec::len), Some(3));
    alice.log_in().await;
    alice.select(&alice.organization.clone()).await;
    let project = made["project"]["id"].as_str().unwrap().to_owned();
    Old { _server: server, peer, alice, project, key }
}

#[tokio::test(flavor = "multi_thread")]
async fn account_with_keys_unlocks_them_with_its_password() {
    let Old { peer, alice, project, key, .. } = &old().await;
    let me = peer.get("/api/v2/users/me", &alice.auth()).await.ok()["user"].clone();
    let private_key = alice.unlock(&me, me["salt"].as_str().unwrap());
    assert_eq!(private_key, crypto::b64(&alice.private_key.to_bytes()));
    assert_eq!(me.get("publicKey"), None);
    let path = format!("/api/v2/organizations/{}/memberships", alice.organization);
    let members = peer.get(&path, &alice.auth()).await.ok();
    assert_eq!(members["users"][0]["user"]["publicKey"], alice.public_key);
    assert_eq!(alice.project_key(project).await, *key);
    let shown = peer.get(&format!("/api/v1/workspace/{project}"), &alice.auth()).await.ok();
    assert_eq!(shown["workspace"]["version"], 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn organization_of_2024_has_no_project_for_certificates() {
    let Old { peer, alice, .. } = &old().await;
    let listed = peer.get("/api/v1/organization", &alice.auth()).await.ok();
    assert_eq!(listed["organizations"][0]["shouldUseNewPrivilegeSystem"], false);
    let listed = peer.get("/api/v1/projects", &alice.auth()).await.ok();
    assert_eq!(listed["projects"].as_array().map(Vec::len), Some(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn account_without_password_hash_logs_in_after_recovery_only() {
    let (_server, peer) = start(Era::Modern).await;
    let private_key = SecretKey::from(crypto::random::<32>());
    let email = "a@example.test";
    let mut account = person::account(email, PASSWORD, &private_key);
    account.as_object_mut().unwrap().remove("password");
    peer.post("/dev/e2ee-account", &NO_AUTH, account).await.ok();
    let credentials = json!({ "email": email, "password": PASSWORD });
    let log_in = peer.post("/api/v3/auth/login", &NO_AUTH, credentials.clone()).await;
    is_refused(&log_in, 400, "BadRequest", "Invalid credentials");
    let body = json!({ "email": email, "clientPublicKey": "12ab" });
    let begun = peer.post("/api/v3/auth/login1", &NO_AUTH, body).await.ok();
    assert!(begun["salt"].is_string() && begun["serverPublicKey"].is_string());
    let body = with(credentials.clone(), json!({ "clientProof": "00" }));
    let proved = peer.post("/api/v3/auth/login2", &NO_AUTH, body).await;
    is_refused(&proved, 400, "BadRequest", "Invalid credentials");

    let body = json!({ "email": email });
    peer.post("/api/v1/account-recovery/send-email", &NO_AUTH, body).await.ok();
    let body = json!({ "email": email, "code": peer.code(email).await });
    let path = "/api/v1/account-recovery/verify-email";
    let token = peer.post(path, &NO_AUTH, body).await.ok()["token"].clone();
    let token = Auth::bearer(token.as_str().unwrap());
    let body = json!({ "newPassword": PASSWORD });
    assert_eq!(peer.post("/api/v2/password/password-reset", &token, body).await.status, 200);
    peer.post("/api/v3/auth/login", &NO_AUTH, credentials).await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn encrypted_key_is_empty_for_a_member_without_one() {
    let Old { peer, alice, project, key, .. } = &old().await;
    let mut bob = Person::sign_up(peer, "bob").await;
    let body = json!({ "inviteeEmails": [bob.email], "organizationId": alice.organization });
    peer.post("/api/v1/invite-org/signup", &alice.auth(), body).await.ok();
    bob.select(&alice.organization).await;
    let path = format!("/api/v2/workspace/{project}/encrypted-key");
    let stranger = peer.get(&path, &bob.auth()).await;
    assert_eq!(stranger.json()["error"], "ProjectMembershipNotFound");
    let (sealed, nonce) = crypto::box_seal(key, &alice.public_key, &alice.private_key);
    let share = json!({ "key": { "userId": bob.id, "encryptedKey": sealed, "nonce": nonce } });
    let upload = format!("/api/v1/workspace/{project}/key");
    let refused = peer.post(&upload, &alice.auth(), share.clone()).await;
    let text = "Failed to validate receiver membership";
    is_refused(&refused, 400, "Upload project keys", text);

    let body = json!({ "emails": [bob.email], "roleSlugs": ["viewer"] });
    let members = format!("/api/v2/workspace/{project}/memberships");
    peer.post(&members, &alice.auth(), body).await.ok();
    let none = peer.get(&path, &bob.auth()).await;
    assert_eq!((none.status, none.text.as_str()), (200, ""));
    let viewer = peer.post(&upload, &bob.auth(), share.clone()).await;
    is_refused(&viewer, 403, "PermissionDenied", "You are not allowed to edit on member");
    peer.post(&upload, &alice.auth(), share).await.ok();
    assert_eq!(peer.get(&path, &bob.auth()).await.ok()["receiverId"], bob.id.as_str());
}

#[tokio::test(flavor = "multi_thread")]
async fn bot_is_activated_with_a_key_and_deactivated() {
    let Old { peer, alice, project, key, .. } = &old().await;
    let auth = alice.auth();
    let path = format!("/api/v1/bot/{project}");
    let bot = peer.get(&path, &auth).await.ok()["bot"].clone();
    assert_eq!((&bot["isActive"], &bot["name"]), (&json!(false), &json!("Infisical Bot")));
    let id = bot["id"].as_str().unwrap();
    let active = format!("/api/v1/bot/{id}/active");
    let keyless = peer.patch(&active, &auth, json!({ "isActive": true })).await;
    let text = format!(
        "Bot key not found for bot in project with ID '{id}'. Failed to set bot state to active."
    );
    is_refused(&keyless, 404, "NotFound", &text);
    let unknown = "00000000-0000-4000-8000-000000000000";
    let lost = peer.get(&format!("/api/v1/bot/{unknown}"), &auth).await;
    is_refused(&lost, 404, "NotFound", &format!("Project with {unknown} not found"));
    let lost = format!("/api/v1/bot/{unknown}/active");
    let lost = peer.patch(&lost, &auth, json!({ "isActive": true })).await;
    is_refused(&lost, 404, "NotFound", &format!("Project bot with ID '{unknown}' not found"));

    let public = bot["publicKey"].as_str().unwrap();
    let (sealed, nonce) = crypto::box_seal(key, public, &alice.private_key);
    let body = json!({ "isActive": true, "botKey": { "encryptedKey": sealed, "nonce": nonce } });
    let changed = peer.patch(&active, &auth, body).await.ok()["bot"].clone();
    assert_eq!((&changed["isActive"], &changed["senderId"]), (&json!(true), &json!(alice.id)));
    let changed = peer.patch(&active, &auth, json!({ "isActive": false })).await.ok();
    assert_eq!(changed["bot"]["encryptedProjectKey"], Value::Null);
}

#[tokio::test(flavor = "multi_thread")]
async fn bot_of_a_new_project_is_refused() {
    let (_server, peer, alice) = started().await;
    let body = json!({ "projectName": "New" });
    let made = peer.post("/api/v2/workspace", &alice.auth(), body).await.ok();
    let path = format!("/api/v1/bot/{}", made["project"]["id"].as_str().unwrap());
    let refused = peer.get(&path, &alice.auth()).await;
    is_refused(&refused, 400, "BadRequest", "Failed to create bot, project is upgraded.");
}

#[tokio::test(flavor = "multi_thread")]
async fn upgrade_with_the_wrong_key_fails_later_and_changes_nothing() {
    let Old { peer, alice, project, .. } = &old().await;
    let auth = alice.auth();
    let path = format!("/api/v1/projects/{project}/upgrade");
    let status = async || {
        let told = peer.get(&format!("{path}/status"), &auth).await.ok();
        let shown = peer.get(&format!("/api/v1/workspace/{project}"), &auth).await.ok();
        (told["status"].clone(), shown["workspace"]["version"].clone())
    };
    assert_eq!(status().await, (Value::Null, json!(1)));
    super::is_invalid(&peer.post(&path, &auth, json!({})).await, "userPrivateKey");
    let wrong = json!({ "userPrivateKey": crypto::b64(&crypto::random::<32>()) });
    let done = peer.post(&path, &auth, wrong).await;
    assert_eq!((done.status, done.text.as_str()), (200, ""));
    assert_eq!(status().await, (json!("FAILED"), json!(1)));
    let right = json!({ "userPrivateKey": crypto::b64(&alice.private_key.to_bytes()) });
    assert_eq!(peer.post(&path, &auth, right).await.status, 200);
    assert_eq!(status().await, (Value::Null, json!(1)));
    assert_eq!(status().await, (json!("IN_PROGRESS"), json!(2)));
    assert_eq!(status().await, (Value::Null, json!(2)));
    let again = json!({ "userPrivateKey": "any" });
    assert_eq!(peer.post(&path, &auth, again).await.status, 200);
    assert_eq!(status().await, (Value::Null, json!(2)));
}

/// Makes bob a member of the organization and the project of the account; the server can open his
/// private key if `is_openable`.
async fn member(old: &Old, is_openable: bool) -> Person {
    let Old { peer, alice, project, .. } = old;
    let private_key = SecretKey::from(crypto::random::<32>());
    let email = "bob@example.test".to_owned();
    let mut account = person::account(&email, PASSWORD, &private_key);
    if is_openable {
        account["privateKey"] = json!(crypto::b64(&private_key.to_bytes()));
    }
    let made = peer.post("/dev/e2ee-account", &NO_AUTH, account).await.ok();
    let mut bob = Person {
        peer: peer.clone(),
        id: made["user"]["id"].as_str().unwrap().to_owned(),
        organization: made["organization"]["id"].as_str().unwrap().to_owned(),
        public_key: crypto::b64(private_key.public_key().as_bytes()),
        password: PASSWORD.to_owned(),
        token: String::new(),
        cookie: String::new(),
        private_key,
        email,
    };
    bob.log_in().await;
    let body = json!({ "inviteeEmails": [bob.email], "organizationId": alice.organization });
    peer.post("/api/v1/invite-org/signup", &alice.auth(), body).await.ok();
    bob.select(&alice.organization).await;
    let body = json!({ "emails": [bob.email], "roleSlugs": ["viewer"] });
    let members = format!("/api/v2/workspace/{project}/memberships");
    peer.post(&members, &alice.auth(), body).await.ok();
    bob
}

impl Old {
    async fn share(&self, with: &Person) {
        let (sealed, nonce) =
            crypto::box_seal(&self.key, &with.public_key, &self.alice.private_key);
        let key = json!({ "userId": with.id, "encryptedKey": sealed, "nonce": nonce });
        let upload = format!("/api/v1/workspace/{}/key", self.project);
        self.peer.post(&upload, &self.alice.auth(), json!({ "key": key })).await.ok();
    }

    async fn bot(&self) -> Value {
        let path = format!("/api/v1/bot/{}", self.project);
        self.peer.get(&path, &self.alice.auth()).await.ok()["bot"].clone()
    }

    async fn deactivate(&self) {
        let path = format!("/api/v1/bot/{}/active", self.bot().await["id"].as_str().unwrap());
        self.peer.patch(&path, &self.alice.auth(), json!({ "isActive": false })).await.ok();
    }

    async fn create_sealed(&self, name: &str, value: &str) {
        let place = json!({ "workspaceId": self.project, "environment": "dev", "type": "shared" });
        let body = with(place, crypto::secret_fields(name, value, "why", &self.key));
        let path = format!("/api/v3/secrets/{name}");
        self.peer.post(&path, &self.alice.auth(), body).await.ok();
    }

    /// Lists in plaintext.
    async fn list(&self) -> crate::support::client::Reply {
        let at = format!("projectId={}&environment=dev", self.project);
        self.peer.get(&format!("/api/v4/secrets?{at}"), &self.alice.auth()).await
    }

    #[track_caller]
    fn is_closed(&self, reply: &crate::support::client::Reply) {
        let text = format!(
            "Project bot not found for project with ID '{}'. Please ask an administrator to log-in \
             to the Infisical Console.",
            self.project
        );
        is_refused(reply, 404, "NotFound", &text);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn secrets_of_an_old_project_are_sealed_until_the_server_gets_the_key() {
    let old = old().await;
    let (peer, auth) = (&old.peer, old.alice.auth());
    old.create_sealed("A", "1").await;
    let at = format!("workspaceId={}&environment=dev", old.project);
    let listed = peer.get(&format!("/api/v3/secrets?{at}"), &auth).await.ok();
    assert_eq!(crypto::open_field(&listed["secrets"][0], "secretValue", &old.key), "1");
    old.is_closed(&old.list().await);
    old.is_closed(&peer.get(&format!("/api/v3/secrets/raw/A?{at}"), &auth).await);
    let body = json!({ "projectId": old.project, "environment": "dev", "secretValue": "2" });
    old.is_closed(&peer.post("/api/v4/secrets/B", &auth, body).await);
    let one = peer.get(&format!("/api/v3/secrets/A?{at}"), &auth).await.ok()["secret"].clone();
    let id = one["id"].as_str().unwrap();
    let versions = format!("/api/v1/secret/{id}/secret-versions?offset=0&limit=1");
    let text = format!("Secret with ID '{id}' not found");
    is_refused(&peer.get(&versions, &auth).await, 404, "NotFound", &text);

    let bot = old.bot().await;
    let public = bot["publicKey"].as_str().unwrap();
    let (sealed, nonce) = crypto::box_seal(&old.key, public, &old.alice.private_key);
    let body = json!({ "isActive": true, "botKey": { "encryptedKey": sealed, "nonce": nonce } });
    let active = format!("/api/v1/bot/{}/active", bot["id"].as_str().unwrap());
    peer.patch(&active, &auth, body).await.ok();
    let shown = old.list().await.ok()["secrets"][0].clone();
    assert_eq!((&shown["secretValue"], &shown["secretComment"]), (&json!("1"), &json!("why")));
    // Old projects have the fields of their time.
    assert_eq!((shown.get("secretMetadata"), shown.get("isRotatedSecret")), (None, None));
    old.deactivate().await;
    old.is_closed(&old.list().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn server_takes_the_key_of_a_member_whose_key_it_has_at_the_next_plain_read() {
    let old = old().await;
    old.create_sealed("A", "1").await;
    let before = old.bot().await;
    let bob = member(&old, true).await;
    old.share(&bob).await;
    assert_eq!(old.bot().await["isActive"], false);
    assert_eq!(old.list().await.ok()["secrets"][0]["secretValue"], "1");
    let bot = old.bot().await;
    assert_eq!((&bot["isActive"], &bot["senderId"]), (&json!(true), &json!(bob.id)));
    assert_ne!(bot["publicKey"], before["publicKey"]);
    assert_eq!(old.list().await.ok()["secrets"][0]["secretValue"], "1");
    // It does not stay off.
    old.deactivate().await;
    assert_eq!(old.bot().await["isActive"], false);
    assert_eq!(old.list().await.ok()["secrets"][0]["secretValue"], "1");
    assert_eq!(old.bot().await["isActive"], true);
}

#[tokio::test(flavor = "multi_thread")]
async fn server_takes_the_key_of_a_member_whose_key_it_has_at_the_next_change() {
    let old = old().await;
    let bob = member(&old, true).await;
    old.share(&bob).await;
    assert_eq!(old.bot().await["isActive"], false);
    old.create_sealed("A", "1").await;
    assert_eq!(old.bot().await["isActive"], true);
}

#[tokio::test(flavor = "multi_thread")]
async fn sharing_with_a_member_who_alone_has_their_key_leaves_the_project_sealed() {
    let old = old().await;
    old.create_sealed("A", "1").await;
    let bob = member(&old, false).await;
    old.share(&bob).await;
    assert_eq!(old.bot().await["isActive"], false);
    old.is_closed(&old.list().await);
    assert_eq!(bob.project_key(&old.project).await, old.key);
}

#[tokio::test(flavor = "multi_thread")]
async fn upgraded_project_keeps_its_key_and_shows_its_secrets_in_plaintext() {
    let old = old().await;
    old.create_sealed("A", "1").await;
    let auth = old.alice.auth();
    let path = format!("/api/v1/projects/{}/upgrade", old.project);
    let key = json!({ "userPrivateKey": crypto::b64(&old.alice.private_key.to_bytes()) });
    assert_eq!(old.peer.post(&path, &auth, key).await.status, 200);
    for _ in 0..2 {
        old.peer.get(&format!("{path}/status"), &auth).await.ok();
    }
    let at = format!("projectId={}&environment=dev", old.project);
    let one = old.peer.get(&format!("/api/v4/secrets/A?{at}"), &auth).await.ok();
    assert_eq!(one["secret"]["secretValue"], "1");
    let sealed = format!("/api/v3/secrets?workspaceId={}&environment=dev", old.project);
    let sealed = old.peer.get(&sealed, &auth).await.ok()["secrets"].clone();
    assert_eq!(sealed.as_array().map(Vec::len), Some(1));
    // A hidden user of the server has sealed the copies of the members.
    let copy = format!("/api/v2/workspace/{}/encrypted-key", old.project);
    let copy = old.peer.get(&copy, &auth).await.ok();
    assert_ne!(copy["senderId"], old.alice.id.as_str());
    assert_eq!(old.alice.project_key(&old.project).await, old.key);
}
