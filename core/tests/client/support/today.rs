//! A server of July 2026 with a project, and machine identities that log in by other ways than a
//! client secret.

use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use infisical_e2ee::{Client, ClientBuilder, Credential};
use infisical_e2ee_devserver::{Config, Era, Server};
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _};
use serde_json::{Value, json};
use tempfile::TempDir;

use super::{answer_of, builder_at, http};

/// What precedes the point in the DER of a public key of P-256.
const P256_HEAD: [u8; 26] = [
    0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a,
    0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00,
];

/// A key that signs JWTs (ES256).
pub(crate) struct Signer(EcdsaKeyPair);

impl Signer {
    pub(crate) fn new() -> Self {
        let (algorithm, random) = (&ECDSA_P256_SHA256_FIXED_SIGNING, SystemRandom::new());
        let key = EcdsaKeyPair::generate_pkcs8(algorithm, &random).unwrap();
        Self(EcdsaKeyPair::from_pkcs8(algorithm, key.as_ref(), &random).unwrap())
    }

    /// A JWT with these claims, which ends in five minutes unless they say otherwise.
    pub(crate) fn jwt(&self, claims: &Value) -> String {
        let mut claims = claims.clone();
        let object = claims.as_object_mut().unwrap();
        object.entry("exp").or_insert_with(|| json!(now() + 300));
        let part = |part: &Value| URL_SAFE_NO_PAD.encode(part.to_string());
        let message = format!("{}.{}", part(&json!({"alg": "ES256", "kid": "1"})), part(&claims));
        let signature = self.0.sign(&SystemRandom::new(), message.as_bytes()).unwrap();
        format!("{message}.{}", URL_SAFE_NO_PAD.encode(signature))
    }

    pub(crate) fn public_pem(&self) -> String {
        let der = [&P256_HEAD[..], self.0.public_key().as_ref()].concat();
        let body = STANDARD.encode(der);
        format!("-----BEGIN PUBLIC KEY-----\n{body}\n-----END PUBLIC KEY-----\n")
    }

    pub(crate) fn jwks(&self) -> Value {
        let point = self.0.public_key().as_ref();
        let part = |range: std::ops::Range<usize>| URL_SAFE_NO_PAD.encode(&point[range]);
        json!({"keys": [{
            "kty": "EC", "crv": "P-256", "kid": "1", "use": "sig",
            "x": part(1..33), "y": part(33..65),
        }]})
    }
}

/// Seconds since 1970.
pub(crate) fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs()
}

/// A running server of July 2026, with a licence.
pub(crate) struct Today {
    pub(crate) base_url: String,
    pub(crate) project: String,
    organization: String,
    /// The access token of an identity that may do everything.
    admin: String,
    directory: TempDir,
    _server: Server,
}

impl Today {
    pub(crate) async fn start() -> Self {
        let mut config = Config::new(Era::Modern);
        config.licence = true;
        let server = Server::start(config).await.unwrap();
        let mut today = Self {
            base_url: server.base_url(),
            project: String::new(),
            organization: String::new(),
            admin: String::new(),
            directory: TempDir::new().unwrap(),
            _server: server,
        };
        let made = today
            .post(
                "/api/v1/admin/bootstrap",
                &json!({
                    "email": "root@example.test", "password": "Correct-Horse-7-Battery",
                    "organization": "Org",
                }),
            )
            .await;
        text(&made["identity"]["credentials"]["token"]).clone_into(&mut today.admin);
        text(&made["organization"]["id"]).clone_into(&mut today.organization);
        let made = today.post("/api/v1/projects", &json!({"projectName": "payments"})).await;
        text(&made["project"]["id"]).clone_into(&mut today.project);
        today
    }

    pub(crate) async fn post(&self, path: &str, body: &Value) -> Value {
        let request = http().post(format!("{}{path}", self.base_url)).bearer_auth(&self.admin);
        let request = request.header("content-type", "application/json").body(body.to_string());
        answer_of(request).await
    }

    /// A new identity in the project that does not log in yet.
    pub(crate) async fn bare_identity(&self) -> String {
        let body = json!({"name": "robot", "organizationId": self.organization});
        let made = self.post("/api/v1/identities", &body).await;
        let id = text(&made["identity"]["id"]).to_owned();
        let path = format!("/api/v1/projects/{}/memberships/identities/{id}", self.project);
        self.post(&path, &json!({"role": "admin"})).await;
        id
    }

    /// A new identity in the project that logs in by `method`.
    pub(crate) async fn identity(&self, method: &str, config: &Value) -> String {
        let id = self.bare_identity().await;
        self.post(&format!("/api/v1/auth/{method}/identities/{id}"), config).await;
        id
    }

    /// The stubs of the services that the server asks.
    pub(crate) async fn provide(&self, known: &Value) {
        self.post("/dev/identity-providers", known).await;
    }

    pub(crate) fn builder_at(&self, base_url: &str, credential: Credential) -> ClientBuilder {
        let builder = builder_at(base_url).credential(credential);
        builder.project(&self.project).environment("dev")
    }

    pub(crate) fn client(&self, credential: Credential) -> Client {
        self.builder_at(&self.base_url, credential).build().unwrap()
    }

    /// A file with this text.
    pub(crate) fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.directory.path().join(name);
        write(&path, text);
        path
    }
}

pub(crate) fn write(path: &Path, text: &str) {
    std::fs::write(path, text).unwrap();
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("no text: {value}"))
}
