//! The hostile mode: each kind tells its lie on the wire, and the rest stays true.

mod keys;
mod log_in;
mod secrets;
mod sending;

use infisical_e2ee_devserver::HostileKind;
use serde_json::Value;

use crate::support::client::{Auth, Peer, Reply, at, place, with};
use crate::support::{Config, Era, Person, Server, crypto, start_with};

/// A server that lies, with a user, her project and its key.
struct Lying {
    peer: Peer,
    alice: Person,
    project: String,
    key: String,
    _server: Server,
}

async fn lying(era: Era, kind: HostileKind) -> Lying {
    let (_server, peer) = start_hostile(era, kind).await;
    let alice = Person::sign_up(&peer, "alice").await;
    let (project, key) = alice.project("First").await;
    Lying { peer, alice, project, key, _server }
}

async fn start_hostile(era: Era, kind: HostileKind) -> (Server, Peer) {
    let mut config = Config::new(era);
    config.hostile = vec![kind];
    config.shared_salt = true;
    start_with(config).await
}

impl Lying {
    async fn create(&self, name: &str, value: &str) -> Reply {
        self.alice.create(&self.project, &self.key, name, value).await
    }

    async fn update(&self, name: &str, value: &str) -> Value {
        let body =
            with(place(&self.project, "dev"), crypto::secret_fields(name, value, "", &self.key));
        let path = format!("/api/v3/secrets/{name}");
        self.peer.patch(&path, &self.alice.auth(), body).await.ok()["secret"].clone()
    }

    async fn get(&self, name: &str) -> Value {
        let path = format!("/api/v3/secrets/{name}?{}", at(&self.project, "dev"));
        self.peer.get(&path, &self.alice.auth()).await.ok()["secret"].clone()
    }

    async fn list(&self) -> Vec<(String, String)> {
        self.alice.list(&self.project, &self.key).await
    }

    fn value(&self, secret: &Value) -> String {
        crypto::open_field(secret, "secretValue", &self.key)
    }
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn several_kinds_are_combined_and_others_stay_away() {
    let mut config = Config::new(Era::Jun24);
    config.hostile = vec![HostileKind::SrpBZero, HostileKind::WrongSalt];
    let (_server, peer) = start_with(config).await;
    log_in::sign_up(&peer).await;
    let (first, second) = (log_in::begin(&peer).await, log_in::begin(&peer).await);
    assert_eq!(first["serverPublicKey"], "00".repeat(512));
    assert_ne!(first["salt"], second["salt"]);
    peer.get("/api/status", &Auth::None).await.ok();
}
