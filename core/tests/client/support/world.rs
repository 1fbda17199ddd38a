//! A server of one release with a user, a project and a service token.

use std::fs;
use std::sync::{Arc, LazyLock};

use infisical_e2ee::crypto::{
    PrivateKey, ProjectKey, ProtectedPrivateKey, PublicKey, SystemEntropy, unlock,
};
use infisical_e2ee::{Client, ClientBuilder, Credential, Permission, SecretString};
use infisical_e2ee_devserver::{Config, Era, Server};
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::sync::OnceCell;

use super::{Answer, Stub, builder_at};

pub(crate) const ERAS: [Era; 3] = [Era::May23, Era::Feb24, Era::Jun24];

/// The eras in which calls take different steps, for tests that repeat a call once for each of its
/// requests. Those of February 2024 are those of June 2024.
pub(crate) const STEPS: [Era; 2] = [Era::May23, Era::Jun24];

pub(crate) const EMAIL: &str = "ada@example.test";
pub(crate) const PASSWORD: &str = "planted-Correct-Horse-7";

/// The tests' own HTTP client. It has its own TLS provider, because the client under test must not
/// find one installed for the process.
pub(crate) fn http() -> reqwest::Client {
    static CLIENT: LazyLock<reqwest::Client> = LazyLock::new(|| {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let tls = rustls::ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_root_certificates(rustls::RootCertStore::empty())
            .with_no_client_auth();
        // No pool: every test has its own runtime, and its connections end with it.
        let builder = reqwest::Client::builder().tls_backend_preconfigured(tls);
        builder.pool_max_idle_per_host(0).build().unwrap()
    });
    CLIENT.clone()
}

/// A running server with a new user's project, service token and session.
pub(crate) struct World {
    pub(crate) era: Era,
    pub(crate) base_url: String,
    pub(crate) project: String,
    pub(crate) token: SecretString,
    /// The access token and private key of a session that no other log-in ends.
    session: (String, String),
    _server: Server,
    _directory: TempDir,
}

/// The user agent suffix of the session of [`World::session_at`].
const SESSION: &str = "session";

impl World {
    pub(crate) async fn start(era: Era) -> Self {
        Self::of(Config::new(era)).await
    }

    pub(crate) async fn of(mut config: Config) -> Self {
        let initial = InitialState::of(&config).await;
        let directory = TempDir::new().unwrap();
        let database = directory.path().join("server.db");
        fs::write(&database, &initial.database).unwrap();
        config.database = Some(database);
        config.shared_salt = true;

        let era = config.era;
        let server = Server::start(config).await.unwrap();
        Self {
            era,
            base_url: server.base_url(),
            project: initial.project.clone(),
            token: initial.token.clone(),
            session: initial.session.clone(),
            _server: server,
            _directory: directory,
        }
    }

    /// A client at `base_url`, in this project and environment `dev`. In June 2024 it accepts that the
    /// server has the keys of projects.
    pub(crate) fn client_at(&self, base_url: &str, credential: Credential) -> Client {
        let builder = builder_at(base_url).credential(credential);
        self.in_project(match self.era {
            Era::Jun24 => builder.require_e2ee(false),
            _ => builder,
        })
    }

    pub(crate) fn client(&self, credential: Credential) -> Client {
        self.client_at(&self.base_url, credential)
    }

    pub(crate) fn user_at(&self, base_url: &str) -> Client {
        self.in_project(user_at(self.era, base_url))
    }

    /// A client of the user that continues a session: a log-in takes longer than most calls.
    pub(crate) fn ada(&self) -> Client {
        self.session_at(&self.base_url)
    }

    /// The same at `base_url`.
    pub(crate) fn session_at(&self, base_url: &str) -> Client {
        self.session_builder_at(base_url).build().unwrap()
    }

    pub(crate) fn session_builder_at(&self, base_url: &str) -> ClientBuilder {
        let (token, key) = &self.session;
        let credential =
            Credential::access_token(token.as_str()).unwrap().with_private_key(key.as_str());
        let builder = builder_at(base_url).credential(credential);
        let builder = builder.user_agent_suffix(SESSION).require_e2ee(self.era != Era::Jun24);
        builder.project(&self.project).environment("dev")
    }

    /// Signs up a second user, who joins the organization but no project.
    pub(crate) async fn colleague(&self, email: &str) -> Client {
        let base_url = &self.base_url;
        sign_up(self.era, base_url, email).await;
        let organizations = self.ada().organizations().list().await.unwrap();
        let organization = &organizations[0].id;
        let token = self.access_token();
        let body = json!({ "inviteeEmail": email, "organizationId": organization });
        post(base_url, "/api/v1/invite-org/signup", token, body).await;
        let code = mailed_code(base_url, email).await;
        let body = json!({ "email": email, "organizationId": organization, "code": code });
        post(base_url, "/api/v1/invite-org/verify", token, body).await;
        self.in_project(self.user_builder(email).organization(organization))
    }

    /// A client of the user with this e-mail address.
    pub(crate) fn user_builder(&self, email: &str) -> ClientBuilder {
        let credential = Credential::user(email, PASSWORD).unwrap();
        let builder = builder_at(&self.base_url).credential(credential);
        let builder = builder.require_e2ee(self.era != Era::Jun24);
        builder.project(&self.project).environment("dev")
    }

    /// A session of the user with this e-mail address, without a log-in for each client.
    pub(crate) async fn credential_of(&self, email: &str, organization: &str) -> Credential {
        let stub = Stub::before(&self.base_url, |_, _| Answer::PassOn).await;
        let user = self.user_builder(email).base_url(&stub.base_url).organization(organization);
        user.build().unwrap().projects().list().await.unwrap();
        let last = stub.received().pop().unwrap();
        let token = last.header("authorization").strip_prefix("Bearer ").unwrap().to_owned();
        let key = self.private_key(&token).await;
        Credential::access_token(token).unwrap().with_private_key(key)
    }

    /// A project whose key its members made, also where the server makes the keys of new projects.
    pub(crate) async fn encrypted_project(&self) -> String {
        if self.era != Era::Jun24 {
            return self.project.clone();
        }
        let ada = self.ada();
        let owner = ada.account().me().await.unwrap();
        let organization = ada.organizations().list().await.unwrap().remove(0).id;
        let send = async |path: &str, body: Value| {
            let request =
                http().post(format!("{}{path}", self.base_url)).bearer_auth(self.access_token());
            let request = request.header("content-type", "application/json");
            answer_of(request.body(body.to_string())).await
        };
        let body = json!({ "workspaceName": "old", "organizationId": organization });
        let project = send("/dev/projects", body).await["workspace"]["id"].clone();
        let project = project.as_str().unwrap().to_owned();
        let owns = self.own_key();
        let key = ProjectKey::generate(&mut SystemEntropy).unwrap();
        let sealed = key.seal_for(&owns.public_key(), &owns, &mut SystemEntropy).unwrap();
        let copy = json!({
            "userId": owner.id, "encryptedKey": sealed.ciphertext, "nonce": sealed.nonce,
        });
        send(&format!("/api/v1/workspace/{project}/key"), json!({ "key": copy })).await;
        project
    }

    /// The key of a project, opened from ada's copy.
    pub(crate) async fn project_key(&self, project: &str) -> ProjectKey {
        let path = format!("{}/api/v2/workspace/{project}/encrypted-key", self.base_url);
        let copy = answer_of(http().get(path).bearer_auth(self.access_token())).await;
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let sender = PublicKey::from_base64(&text(&copy["sender"]["publicKey"])).unwrap();
        let (sealed, nonce) = (text(&copy["encryptedKey"]), text(&copy["nonce"]));
        ProjectKey::open(&sealed, &nonce, &sender, &self.own_key()).unwrap()
    }

    fn in_project(&self, builder: ClientBuilder) -> Client {
        builder.project(&self.project).environment("dev").build().unwrap()
    }

    pub(crate) fn token_credential(&self) -> Credential {
        Credential::service_token(self.token.expose()).unwrap()
    }

    /// The access token of the user's session.
    pub(crate) fn access_token(&self) -> &str {
        &self.session.0
    }

    /// The private key of the user.
    pub(crate) fn own_key(&self) -> PrivateKey {
        PrivateKey::from_base64(&self.session.1).unwrap()
    }

    /// The access token of a new log-in, taken from its requests.
    pub(crate) async fn new_access_token(&self) -> String {
        logged_in(self.era, &self.base_url, |user| self.in_project(user)).await
    }

    pub(crate) async fn api_key(&self, access_token: &str) -> String {
        let path = match self.era {
            Era::May23 => "/api/v2/api-key",
            Era::Feb24 | Era::Jun24 | Era::Modern => "/api/v2/users/me/api-keys",
        };
        let body = json!({ "name": "ci", "expiresIn": 3600 });
        let request = http().post(format!("{}{path}", self.base_url)).bearer_auth(access_token);
        let request = request.header("content-type", "application/json").body(body.to_string());
        answer_of(request).await["apiKey"].as_str().unwrap().to_owned()
    }

    pub(crate) async fn private_key(&self, access_token: &str) -> String {
        private_key(&self.base_url, access_token).await
    }
}

/// The state of a new user, created once per release and copied for each test. Otherwise log-ins
/// would take most of the time of these tests.
struct InitialState {
    database: Vec<u8>,
    project: String,
    token: SecretString,
    session: (String, String),
}

impl InitialState {
    async fn of(config: &Config) -> &'static Self {
        static EACH: [OnceCell<InitialState>; 4] = [const { OnceCell::const_new() }; 4];
        let [may23, feb24, jun24, modern] = &EACH;
        let (cell, config) = match config.era {
            Era::May23 => (may23, Config::new(Era::May23)),
            Era::Feb24 => (feb24, Config::new(Era::Feb24)),
            Era::Jun24 => (jun24, Config::new(Era::Jun24)),
            Era::Modern => (modern, Config::new(Era::Modern)),
        };
        cell.get_or_init(|| Self::make(config)).await
    }

    async fn make(mut config: Config) -> Self {
        let directory = TempDir::new().unwrap();
        let database = directory.path().join("server.db");
        config.database = Some(database.clone());
        // With one salt, names are hashed once for all tests, not per release and project.
        config.shared_salt = true;
        let era = config.era;
        let server = Server::start(config).await.unwrap();
        let base_url = server.base_url();
        sign_up(era, &base_url, EMAIL).await;

        let user = user_at(era, &base_url).build().unwrap();
        let project = user.projects().create("payments").await.unwrap().id;
        let tokens = user.service_tokens();
        let token = tokens.create("deploy").project(&project).scope("dev", "/");
        let token = token.permissions([Permission::Read, Permission::Write]).await.unwrap().token;

        let session =
            logged_in(era, &base_url, |user| user.user_agent_suffix(SESSION).build().unwrap());
        let session = session.await;
        let key = private_key(&base_url, &session).await;
        drop(user);
        server.stop().await;
        // The file is complete only if there is no write-ahead log.
        assert!(!directory.path().join("server.db-wal").exists());
        let database = fs::read(database).unwrap();
        Self { database, project, token, session: (session, key) }
    }
}

/// Logs in at `base_url`, and returns the access token from the requests.
async fn logged_in(
    era: Era,
    base_url: &str,
    build: impl FnOnce(ClientBuilder) -> Client,
) -> String {
    let stub = Stub::before(base_url, |_, _| Answer::PassOn).await;
    build(user_at(era, &stub.base_url)).account().me().await.unwrap();
    let last = stub.received().pop().unwrap();
    last.header("authorization").strip_prefix("Bearer ").unwrap().to_owned()
}

/// The user's private key as base64, decrypted from the server's copy.
async fn private_key(base_url: &str, access_token: &str) -> String {
    let request = http().get(format!("{base_url}/api/v2/users/me"));
    let user = &answer_of(request.bearer_auth(access_token)).await["user"];
    let protected: ProtectedPrivateKey = protected(user);
    let key = unlock(PASSWORD, user["salt"].as_str().unwrap(), &protected).unwrap();
    key.to_base64().expose().to_owned()
}

/// The user, who may read and write what the server can read too: since June 2024 it makes the keys
/// of projects.
fn user_at(era: Era, base_url: &str) -> ClientBuilder {
    let builder = builder_at(base_url).require_e2ee(era != Era::Jun24);
    builder.credential(Credential::user(EMAIL, PASSWORD).unwrap())
}

async fn sign_up(era: Era, base_url: &str, email: &str) {
    let account = builder_at(base_url).build().unwrap().account();
    account.start_sign_up(email).await.unwrap();
    let code = mailed_code(base_url, email).await;
    let signing_up = account.complete_sign_up(email, code, PASSWORD);
    signing_up.send_password(era == Era::Jun24).await.unwrap();
}

/// The newest code mailed to this address.
pub(crate) async fn mailed_code(base_url: &str, email: &str) -> String {
    let codes = answer_of(http().get(format!("{base_url}/dev/codes?email={email}"))).await;
    let newest = codes["codes"].as_array().unwrap().last().unwrap();
    newest["code"].as_str().unwrap().to_owned()
}

async fn post(base_url: &str, path: &str, access_token: &str, body: Value) {
    let request = http().post(format!("{base_url}{path}")).bearer_auth(access_token);
    let request = request.header("content-type", "application/json").body(body.to_string());
    answer_of(request).await;
}

pub(crate) async fn answer_of(request: reqwest::RequestBuilder) -> Value {
    let answer = request.send().await.unwrap().error_for_status().unwrap();
    serde_json::from_slice(&answer.bytes().await.unwrap()).unwrap()
}

fn protected(user: &Value) -> ProtectedPrivateKey {
    let text = |field: &str| user[field].as_str().unwrap().to_owned();
    ProtectedPrivateKey {
        encryption_version: 2,
        encrypted_private_key: text("encryptedPrivateKey"),
        iv: text("iv"),
        tag: text("tag"),
        protected_key: Some(infisical_e2ee::crypto::Encrypted {
            ciphertext: text("protectedKey"),
            iv: text("protectedKeyIV"),
            tag: text("protectedKeyTag"),
        }),
    }
}
