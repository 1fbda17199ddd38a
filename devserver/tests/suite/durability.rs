//! The binary and its database: what survives a crash, and what is never stored.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::client::{Auth, Peer, at, place, with};
use crate::support::{ALL, Era, Person, crypto};

/// The server as a separate process.
struct Process {
    child: Child,
    peer: Peer,
}

impl Process {
    fn start(era: Era, database: &Path, log: Stdio) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_infisical-e2ee-devserver"))
            .args(["--era", era.name(), "--port", "0", "--database"])
            .arg(database)
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let rest = line.strip_prefix("infisical-e2ee-devserver listening on ").unwrap();
        let url = rest.strip_suffix(&format!(" (era {era})\n")).unwrap();
        let peer = Peer::new(url.to_owned(), era);
        Process { child, peer }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // `kill` sends SIGKILL, like a crash.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn acknowledged_writes_survive_sigkill() {
    let folder = TempDir::new().unwrap();
    let database = folder.path().join("server.db");
    let mut server = Process::start(Era::Feb24, &database, Stdio::null());
    let alice = Person::sign_up(&server.peer, "alice").await;
    let (project, key) = alice.project("First").await;

    let mut acknowledged = Vec::new();
    for round in 0..3 {
        let auth = alice.auth();
        let (peer, project, key) = (server.peer.clone(), project.clone(), key.clone());
        let written = Arc::new(AtomicUsize::new(0));
        let counter = Arc::clone(&written);
        let writer = tokio::spawn(async move {
            let mut acknowledged = Vec::new();
            for number in 0.. {
                let name = format!("S_{round}_{number}");
                let fields = crypto::secret_fields(&name, &name, "", &key);
                let request = peer.request(
                    "POST".parse().unwrap(),
                    &format!("/api/v3/secrets/{name}"),
                    &auth,
                );
                match request.json(&with(place(&project, "dev"), fields)).send().await {
                    Ok(response) if response.status() == 200 => {
                        acknowledged.push(name);
                        counter.fetch_add(1, Ordering::Relaxed);
                    }
                    _ => return acknowledged,
                }
            }
            acknowledged
        });
        while written.load(Ordering::Relaxed) < 2 && !writer.is_finished() {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        // Each round kills the server at a different moment of a write.
        tokio::time::sleep(Duration::from_millis(170 * round)).await;
        server.child.kill().unwrap();
        acknowledged.extend(writer.await.unwrap());
        server = Process::start(Era::Feb24, &database, Stdio::null());
    }

    assert!(acknowledged.len() >= 6, "the stream of writes ran: {}", acknowledged.len());
    let path = format!("/api/v3/secrets?{}", at(&project, "dev"));
    // The token issued before the crashes is still valid.
    let listed = server.peer.get(&path, &alice.auth()).await.ok();
    let listed = listed["secrets"].as_array().unwrap();
    let names: Vec<_> =
        listed.iter().map(|secret| crypto::open_field(secret, "secretKey", &key)).collect();
    for name in &acknowledged {
        assert!(names.contains(name), "{name} was acknowledged and is gone");
    }
    assert!(names.len() <= acknowledged.len() + 3, "at most the write in flight is extra");
}

#[tokio::test(flavor = "multi_thread")]
async fn disk_and_log_contain_no_secrets_or_keys() {
    for era in ALL {
        let folder = TempDir::new().unwrap();
        let database = folder.path().join("server.db");
        let log = folder.path().join("server.log");
        let log_file = std::fs::File::create(&log).unwrap();
        let server = Process::start(era, &database, log_file.into());
        let peer = &server.peer;
        let mut alice = Person::sign_up(peer, "alice").await;
        let mut bob = Person::sign_up(peer, "bob").await;
        let (project, key) = alice.project("First").await;
        alice.share(&project, &key, &mut bob).await;
        let (name, value, comment) =
            ("PLANTED_SECRET_NAME", "planted-secret-value", "planted-comment");
        let fields = crypto::secret_fields(name, value, comment, &key);
        let body = with(place(&project, "dev"), fields.clone());
        peer.post(&format!("/api/v3/secrets/{name}"), &alice.auth(), body).await.ok();
        let path = format!("/api/v3/secrets/{name}?{}&type=shared", at(&project, "dev"));
        peer.get(&path, &alice.auth()).await.ok();
        batch(peer, &alice, &project, fields).await;
        let (credential, token_key) =
            alice.service_token(&project, &key, &["read", "write"], "/").await;
        peer.get(&path, &Auth::bearer(credential.clone())).await.ok();
        let api_keys = peer.path("/api/v2/api-key", "/api/v2/users/me/api-keys");
        let api_key = json!({ "name": "k", "expiresIn": 600 });
        let api_key = peer.post(&api_keys, &alice.auth(), api_key).await.ok();
        let api_key = api_key["apiKey"].as_str().unwrap().to_owned();
        peer.get("/api/v2/users/me", &Auth::ApiKey(api_key.clone())).await.ok();
        alice.log_in_with("a wrong password in passing").await;
        alice.log_in().await;

        let private_key = alice.private_key.to_bytes();
        let planted = [
            ("secret name", name.as_bytes().to_vec()),
            ("secret name in a batch", b"PLANTED_BATCH_NAME".to_vec()),
            ("secret value", value.as_bytes().to_vec()),
            ("comment", comment.as_bytes().to_vec()),
            ("project key", key.as_bytes().to_vec()),
            ("project key, bytes", hex::decode(&key).unwrap()),
            ("private key", crypto::b64(&private_key).into_bytes()),
            ("private key, bytes", private_key.to_vec()),
            ("password", alice.password.clone().into_bytes()),
            ("token key", token_key.into_bytes()),
            ("token secret", last_part(&credential)),
            ("API key secret", last_part(&api_key)),
            ("access token", alice.token.clone().into_bytes()),
            ("refresh token", alice.cookie.clone().into_bytes()),
        ];
        let files = files_in(folder.path());
        assert!(files.iter().any(|file| file.to_string_lossy().ends_with("-wal")), "{files:?}");
        for file in files {
            let content = std::fs::read(&file).unwrap();
            for (what, bytes) in &planted {
                let found = content.windows(bytes.len()).any(|window| window == bytes);
                assert!(!found, "{what} is in {} ({era})", file.display());
            }
        }
        let database_bytes = std::fs::read(&database).unwrap();
        let wal = std::fs::read(folder.path().join("server.db-wal")).unwrap();
        let stored = [database_bytes, wal].concat();
        let email = alice.email.as_bytes();
        let can_find = stored.windows(email.len()).any(|window| window == email);
        assert!(can_find, "the search finds what is there");
    }
}

/// Writes a secret through the era's batch route.
async fn batch(peer: &Peer, alice: &Person, project: &str, fields: Value) {
    let entry = with(fields, json!({ "secretName": "PLANTED_BATCH_NAME", "type": "shared" }));
    if peer.era == Era::May23 {
        let body = json!({
            "workspaceId": project, "environment": "dev",
            "requests": [{ "method": "POST", "secret": entry }],
        });
        peer.post("/api/v2/secrets/batch", &alice.auth(), body).await.ok();
    } else {
        let body = json!({
            "workspaceId": project, "environment": "dev", "secretPath": "/", "secrets": [entry],
        });
        peer.post("/api/v3/secrets/batch", &alice.auth(), body).await.ok();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn database_of_another_era_is_refused() {
    let folder = TempDir::new().unwrap();
    let database = folder.path().join("server.db");
    drop(Process::start(Era::Feb24, &database, Stdio::null()));
    let output = run(&["--era", "may23", "--port", "0", "--database", database.to_str().unwrap()]);
    assert!(!output.status.success());
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(message.contains("--era feb24"), "{message}");
}

#[test]
fn remote_host_needs_allow_remote() {
    let output = run(&["--era", "may23", "--port", "0", "--host", "0.0.0.0"]);
    assert!(!output.status.success());
    assert!(output.stdout.is_empty());
    assert!(String::from_utf8(output.stderr).unwrap().contains("--allow-remote"));
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn sigterm_stops_the_server_cleanly() {
    let folder = TempDir::new().unwrap();
    let database = folder.path().join("server.db");
    let mut server = Process::start(Era::May23, &database, Stdio::null());
    server.peer.get("/api/status", &Auth::None).await.ok();
    let id = server.child.id().to_string();
    assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
    assert!(server.child.wait().unwrap().success());
}

fn run(args: &[&str]) -> std::process::Output {
    Command::new(env!("CARGO_BIN_EXE_infisical-e2ee-devserver")).args(args).output().unwrap()
}

fn last_part(credential: &str) -> Vec<u8> {
    credential.rsplit('.').next().unwrap().as_bytes().to_vec()
}

fn files_in(folder: &Path) -> Vec<PathBuf> {
    std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
}
