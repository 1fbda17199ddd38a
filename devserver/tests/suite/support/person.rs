//! A user with the keys and tokens of their client.

use std::sync::LazyLock;

use crypto_box::SecretKey;
use infisical_e2ee_devserver::Era;
use serde_json::{Value, json};

use super::client::{Auth, Peer, Reply, at, place, with};
use super::crypto::{self, Srp};

/// A signed-up, logged-in user.
pub(crate) struct Person {
    pub(crate) peer: Peer,
    pub(crate) email: String,
    pub(crate) password: String,
    pub(crate) id: String,
    pub(crate) organization: String,
    pub(crate) private_key: SecretKey,
    pub(crate) public_key: String,
    pub(crate) token: String,
    pub(crate) cookie: String,
}

/// The account fields of a request that completes a sign-up.
pub(crate) fn account(email: &str, password: &str, private_key: &SecretKey) -> Value {
    let srp = Srp::new();
    static SALT: LazyLock<String> = LazyLock::new(|| hex::encode(crypto::random::<32>()));
    let salt = SALT.as_str();
    let key: [u8; 32] = crypto::random();
    let derived = crypto::derive_key(password, salt);
    let [protected, protected_iv, protected_tag] = crypto::seal(&hex::encode(key), &derived);
    let [private, private_iv, private_tag] =
        crypto::seal(&crypto::b64(&private_key.to_bytes()), &key);
    json!({
        "email": email, "firstName": "Ada", "lastName": "Test",
        "protectedKey": protected, "protectedKeyIV": protected_iv,
        "protectedKeyTag": protected_tag,
        "publicKey": crypto::b64(private_key.public_key().as_bytes()),
        "encryptedPrivateKey": private, "encryptedPrivateKeyIV": private_iv,
        "encryptedPrivateKeyTag": private_tag,
        "salt": salt, "verifier": srp.verifier(email, password, salt),
        "organizationName": "Test Org", "password": password,
    })
}

impl Person {
    /// Signs up with a code and logs in. Selects an organisation if the era requires it.
    pub(crate) async fn sign_up(peer: &Peer, name: &str) -> Self {
        let email = format!("{name}@example.test");
        let password = format!("Correct-Horse-Battery-{name}-1");
        let private_key = SecretKey::from(crypto::random::<32>());
        let v = peer.path("v1", "v3");
        let path = format!("/api/{v}/signup/email/signup");
        peer.post(&path, &Auth::None, json!({ "email": email })).await.ok();
        let code = peer.code(&email).await;
        let path = format!("/api/{v}/signup/email/verify");
        let verified =
            peer.post(&path, &Auth::None, json!({ "email": email, "code": code })).await.ok();
        let signup = Auth::bearer(verified["token"].as_str().unwrap());
        let (path, account) = if peer.era == Era::Modern {
            let account = json!({
                "type": "email", "email": email, "firstName": "Ada", "lastName": "Test",
                "password": password, "organizationName": "Test Org",
            });
            ("/api/v3/signup/complete-account", account)
        } else {
            let account = account(&email, &password, &private_key);
            ("/api/v3/signup/complete-account/signup", account)
        };
        let completed = peer.post(path, &signup, account).await.ok();
        let user = &completed["user"];
        let mut person = Person {
            peer: peer.clone(),
            id: user["_id"].as_str().or(user["id"].as_str()).unwrap().to_owned(),
            public_key: crypto::b64(private_key.public_key().as_bytes()),
            organization: String::new(),
            token: String::new(),
            cookie: String::new(),
            email,
            password,
            private_key,
        };
        person.log_in().await;
        let list = peer.get("/api/v1/organization", &person.auth()).await.ok();
        let organization = &list["organizations"][0];
        let id = organization["_id"].as_str().or(organization["id"].as_str()).unwrap();
        person.organization = id.to_owned();
        person.select(id).await;
        person
    }

    pub(crate) fn auth(&self) -> Auth {
        Auth::bearer(self.token.clone())
    }

    /// Logs in and unlocks the private key.
    pub(crate) async fn log_in(&mut self) -> Value {
        let reply = self.log_in_with(&self.password.clone()).await;
        let answer = reply.ok();
        let token = answer["token"].as_str().or(answer["accessToken"].as_str()).unwrap();
        self.token = token.to_owned();
        self.cookie = jid(&reply);
        answer
    }

    /// The step or both steps of a login, and the last response.
    pub(crate) async fn log_in_with(&self, password: &str) -> Reply {
        if self.peer.era == Era::Modern {
            let body = json!({ "email": self.email, "password": password });
            return self.peer.post("/api/v3/auth/login", &Auth::None, body).await;
        }
        let srp = Srp::new();
        let begin = json!({ "email": self.email, "clientPublicKey": hex::encode(&srp.a_public) });
        let begun = self.peer.post("/api/v3/auth/login1", &Auth::None, begin).await.ok();
        let (salt, b) =
            (begun["salt"].as_str().unwrap(), begun["serverPublicKey"].as_str().unwrap());
        let proof = srp.proof(&self.email, password, salt, b);
        let prove = json!({ "email": self.email, "clientProof": proof });
        self.peer.post("/api/v3/auth/login2", &Auth::None, prove).await
    }

    /// Decrypts the private key of a login response with the password.
    pub(crate) fn unlock(&self, answer: &Value, salt: &str) -> String {
        let text = |name: &str| answer[name].as_str().unwrap();
        let derived = crypto::derive_key(&self.password, salt);
        let protected = [text("protectedKey"), text("protectedKeyIV"), text("protectedKeyTag")];
        let key = hex::decode(crypto::open(protected, &derived)).unwrap();
        crypto::open([text("encryptedPrivateKey"), text("iv"), text("tag")], &key)
    }

    /// Selects an organisation if the era supports it.
    pub(crate) async fn select(&mut self, organization: &str) {
        if self.peer.era >= Era::Jun24 {
            let path = "/api/v3/auth/select-organization";
            let body = json!({ "organizationId": organization });
            let reply = self.peer.post(path, &self.auth(), body).await;
            self.token = reply.ok()["token"].as_str().unwrap().to_owned();
            self.cookie = jid(&reply);
        }
    }

    /// Creates a project, and returns its id and key.
    pub(crate) async fn project(&self, name: &str) -> (String, String) {
        let peer = &self.peer;
        if peer.era == Era::Jun24 {
            let body = json!({ "projectName": name });
            let made = peer.post("/api/v2/workspace", &self.auth(), body).await.ok();
            let id = made["project"]["id"].as_str().unwrap().to_owned();
            let key = self.project_key(&id).await;
            return (id, key);
        }
        let body = json!({ "workspaceName": name, "organizationId": self.organization });
        let made = peer.post("/api/v1/workspace", &self.auth(), body).await.ok();
        let id = made["workspace"]["_id"].as_str().unwrap().to_owned();
        let key = hex::encode(crypto::random::<16>());
        let (sealed, nonce) = crypto::box_seal(&key, &self.public_key, &self.private_key);
        let path = peer.path(&format!("/api/v1/key/{id}"), &format!("/api/v1/workspace/{id}/key"));
        let body = json!({
            "key": { "userId": self.id, "encryptedKey": sealed, "nonce": nonce },
        });
        peer.post(&path, &self.auth(), body).await.ok();
        (id, key)
    }

    /// The project key, opened from the server's sealed copy.
    pub(crate) async fn project_key(&self, project: &str) -> String {
        let path = format!("/api/v2/workspace/{project}/encrypted-key");
        let key = self.peer.get(&path, &self.auth()).await.ok();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        crypto::box_open(
            &text(&key["encryptedKey"]),
            &text(&key["nonce"]),
            &text(&key["sender"]["publicKey"]),
            &self.private_key,
        )
    }

    /// Creates a shared secret in dev.
    pub(crate) async fn create(&self, project: &str, key: &str, name: &str, value: &str) -> Reply {
        let fields = crypto::secret_fields(name, value, "", key);
        let body = with(place(project, "dev"), fields);
        self.peer.post(&format!("/api/v3/secrets/{name}"), &self.auth(), body).await
    }

    /// Names and values of dev, sorted.
    pub(crate) async fn list(&self, project: &str, key: &str) -> Vec<(String, String)> {
        let path = format!("/api/v3/secrets?{}", at(project, "dev"));
        let listed = self.peer.get(&path, &self.auth()).await.ok();
        let secrets = listed["secrets"].as_array().unwrap().iter().map(|secret| {
            let open = |field| crypto::open_field(secret, field, key);
            (open("secretKey"), open("secretValue"))
        });
        let mut secrets: Vec<_> = secrets.collect();
        secrets.sort();
        secrets
    }

    /// Creates a service token for dev, and returns its credential and key.
    pub(crate) async fn service_token(
        &self,
        project: &str,
        key: &str,
        permissions: &[&str],
        path: &str,
    ) -> (String, String) {
        let token_key = hex::encode(crypto::random::<16>());
        let [sealed, iv, tag] = crypto::seal(key, token_key.as_bytes());
        let body = json!({
            "name": "test", "workspaceId": project, "environment": "dev",
            "scopes": [{ "environment": "dev", "secretPath": path }],
            "encryptedKey": sealed, "iv": iv, "tag": tag,
            "expiresIn": 3600, "permissions": permissions,
        });
        let made = self.peer.post("/api/v2/service-token", &self.auth(), body).await.ok();
        (made["serviceToken"].as_str().unwrap().to_owned(), token_key)
    }

    /// Adds `other` to the organisation and the project, and shares the project key.
    pub(crate) async fn share(&self, project: &str, key: &str, other: &mut Person) {
        let peer = &self.peer;
        let organization = &self.organization;
        let body = json!({ "inviteeEmail": other.email, "organizationId": organization });
        peer.post("/api/v1/invite-org/signup", &self.auth(), body).await.ok();
        let code = peer.code(&other.email).await;
        let body = json!({ "email": other.email, "organizationId": organization, "code": code });
        peer.post("/api/v1/invite-org/verify", &Auth::None, body).await.ok();
        let (sealed, nonce) = crypto::box_seal(key, &other.public_key, &self.private_key);
        if peer.era == Era::May23 {
            let path = format!("/api/v1/workspace/{project}/invite-signup");
            peer.post(&path, &self.auth(), json!({ "email": other.email })).await.ok();
            let body = json!({
                "key": { "userId": other.id, "encryptedKey": sealed, "nonce": nonce },
            });
            peer.post(&format!("/api/v1/key/{project}"), &self.auth(), body).await.ok();
            return;
        }
        let path = format!("/api/v2/organizations/{organization}/memberships");
        let members = peer.get(&path, &self.auth()).await.ok();
        let mut members = members["users"].as_array().unwrap().iter();
        let membership = members.find(|m| m["user"]["id"] == other.id.as_str()).unwrap();
        let body = json!({ "members": [{
            "orgMembershipId": membership["id"],
            "workspaceEncryptedKey": sealed,
            "workspaceEncryptedNonce": nonce,
        }] });
        let path = format!("/api/v1/workspace/{project}/memberships");
        peer.post(&path, &self.auth(), body).await.ok();
        other.select(organization).await;
    }

    /// The membership id of `other` in a project.
    pub(crate) async fn membership_of(&self, project: &str, other: &Person) -> String {
        let peer = &self.peer;
        let v = peer.path("v2", "v1");
        let path = format!("/api/{v}/workspace/{project}/memberships");
        let members = peer.get(&path, &self.auth()).await.ok();
        let mut members = members["memberships"].as_array().unwrap().iter();
        let found = members.find(|m| m["user"]["email"] == other.email.as_str()).unwrap();
        found["_id"].as_str().or(found["id"].as_str()).unwrap().to_owned()
    }
}

/// The refresh cookie that a response sets.
pub(crate) fn jid(reply: &Reply) -> String {
    let cookie = reply.header("set-cookie");
    assert!(cookie.contains("; Path=/"), "{cookie}");
    assert!(cookie.ends_with("; HttpOnly; SameSite=Strict"), "{cookie}");
    cookie.split(';').next().unwrap().to_owned()
}
