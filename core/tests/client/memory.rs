//! What is left in memory of a client that was closed or dropped. Linux only: it reads its own memory.

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader};
use std::os::unix::fs::FileExt as _;
use std::process::Command;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use infisical_e2ee::crypto::{PrivateKey, ProjectKey, ServiceToken};
use infisical_e2ee::{Client, Credential};
use infisical_e2ee_devserver::Era;
use serde_json::{Value, json};

use super::support::{EMAIL, PASSWORD, World, answer_of, builder_at, http};

const TASK: &str = "E2EE_TEST_MEMORY";
/// From what the keys of a trust store are derived.
const PURPOSE: &str = "infisical-e2ee trust store";
const NAME: &str = "memory::closed_or_dropped_client_leaves_no_key_in_memory";

/// A secret of the test, masked: the test itself must not leave it in memory.
struct Needle {
    name: String,
    masked: Vec<u8>,
}

impl Needle {
    const MASK: u8 = 0x5a;

    fn masked(secret: &[u8]) -> String {
        hex::encode(secret.iter().map(|byte| byte ^ Self::MASK).collect::<Vec<_>>())
    }

    /// Where it is in `memory`. Looks for its first byte before it compares.
    fn places<'a>(&'a self, memory: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
        let first = self.masked[0] ^ Self::MASK;
        let starts = memory.iter().enumerate().filter(move |(_, byte)| **byte == first);
        starts.map(|(start, _)| start).filter(|start| self.is_at(&memory[*start..]))
    }

    fn is_at(&self, bytes: &[u8]) -> bool {
        bytes.len() >= self.masked.len()
            && self.masked.iter().zip(bytes).all(|(masked, byte)| masked ^ byte == Self::MASK)
    }
}

/// The needles found in the writable memory of this process, except in the buffer of the search.
fn found(needles: &[Needle]) -> Vec<String> {
    const STEP: usize = 1 << 16;
    const OVERLAP: usize = 256;
    let memory = File::open("/proc/self/mem").unwrap();
    let mut buffer = vec![0; STEP + OVERLAP];
    let own = buffer.as_ptr().addr()..buffer.as_ptr().addr() + buffer.len();
    let mut found = Vec::new();
    // Read whole before: the search must not allocate while it reads the list.
    let maps: Vec<String> = BufReader::new(File::open("/proc/self/maps").unwrap())
        .lines()
        .map(Result::unwrap)
        .collect();
    for map in &maps {
        let mut fields = map.split_whitespace();
        let (range, access) = (fields.next().unwrap(), fields.next().unwrap());
        if access.get(..2) != Some("rw") || !access.ends_with('p') {
            continue;
        }
        let what = fields.nth(3).unwrap_or("anonymous");
        let (start, end) = range.split_once('-').unwrap();
        let [start, end] = [start, end].map(|text| usize::from_str_radix(text, 16).unwrap());
        let mut at = start;
        while at < end {
            let wanted = (end - at).min(buffer.len());
            let Ok(length) = memory.read_at(&mut buffer[..wanted], at as u64) else { break };
            for needle in needles {
                for offset in needle.places(&buffer[..length]) {
                    if !own.contains(&(at + offset)) {
                        found.push(format!("{} in {what} at {:x}", needle.name, at + offset));
                    }
                }
            }
            buffer[..length].fill(0);
            at += STEP;
        }
    }
    found.sort();
    found.dedup();
    found
}

/// Undoes [`Needle::masked`], into memory that is wiped.
fn unmasked(text: &str) -> zeroize::Zeroizing<String> {
    let mut bytes = zeroize::Zeroizing::new(hex::decode(text).unwrap());
    bytes.iter_mut().for_each(|byte| *byte ^= Needle::MASK);
    zeroize::Zeroizing::new(std::str::from_utf8(&bytes).unwrap().to_owned())
}

/// Runs in the child: uses a client, ends it, and prints which needles are left.
async fn use_and_search(task: &Value) {
    let text = |field: &str| task[field].as_str().unwrap();
    let needles: Vec<_> = task["needles"]
        .as_object()
        .unwrap()
        .iter()
        .map(|(name, masked)| Needle {
            name: name.clone(),
            masked: hex::decode(masked.as_str().unwrap()).unwrap(),
        })
        .collect();
    let credential = match text("kind") {
        "token" => Credential::service_token(&unmasked(text("credential"))),
        _ => Credential::user(EMAIL, unmasked(text("credential")).as_str()),
    };
    let builder = builder_at(text("base_url")).credential(credential.unwrap());
    let builder = builder.project(text("project")).environment("dev");
    let builder = builder.trust_store(text("trust_store"));
    let client = builder.build().unwrap();
    let name = text("secret");
    client.secrets().create(name, "value").await.unwrap();
    assert_eq!(client.secrets().get(name).await.unwrap().value.expose(), "value");
    assert!(client.secrets().list().await.unwrap().iter().any(|one| one.name == name));
    // The search must be able to find what is there.
    let before = found(&needles);
    for needle in &needles {
        let is_found = before.iter().any(|found| found.starts_with(&needle.name));
        assert!(is_found, "{} was not in memory before: {before:?}", needle.name);
    }
    let kept: Option<Client> = if text("end") == "close" {
        client.close();
        Some(client)
    } else {
        drop(client);
        None
    };
    let left = found(&needles);
    assert!(left.is_empty(), "{left:#?}");
    drop(kept);
}

#[tokio::test]
async fn closed_or_dropped_client_leaves_no_key_in_memory() {
    if let Ok(file) = std::env::var(TASK) {
        let task = serde_json::from_slice(&fs::read(file).unwrap()).unwrap();
        return use_and_search(&task).await;
    }
    let world = World::start(Era::Feb24).await;
    let token = ServiceToken::parse(world.token.expose()).unwrap();
    let url = format!("{}/api/v2/service-token", world.base_url);
    let record = answer_of(http().get(url).bearer_auth(token.credential().expose())).await;
    let text = |field: &str| record[field].as_str().unwrap();
    let project_key =
        ProjectKey::unwrap(text("encryptedKey"), text("iv"), text("tag"), token.key().unwrap())
            .unwrap();
    let private_key = world.private_key(&world.new_access_token().await).await;
    let bytes = STANDARD.decode(&private_key).unwrap();

    let directory = tempfile::tempdir().unwrap();
    for kind in ["token", "user"] {
        for end in ["close", "drop"] {
            let mut needles = json!({
                "project key": Needle::masked(project_key.text().expose().as_bytes()),
            });
            let root = match kind {
                "token" => token.key().unwrap().derived(PURPOSE),
                _ => PrivateKey::from_base64(&private_key).unwrap().derived(PURPOSE),
            };
            for key in ["contents", "digests"] {
                let derived = root.derived(key);
                needles[format!("trust store key {key}")] =
                    Needle::masked(derived.as_bytes()).into();
            }
            let credential = match kind {
                "token" => {
                    needles["token key"] = Needle::masked(token.key().unwrap().as_bytes()).into();
                    world.token.expose()
                }
                _ => {
                    needles["private key"] = Needle::masked(&bytes).into();
                    needles["password"] = Needle::masked(PASSWORD.as_bytes()).into();
                    PASSWORD
                }
            };
            let task = json!({
                "kind": kind, "end": end, "needles": needles, "base_url": world.base_url,
                "trust_store": directory.path().join(format!("{kind}_{end}")),
                "project": world.project, "secret": format!("A_{kind}_{end}"),
                "credential": Needle::masked(credential.as_bytes()),
            });
            let file = directory.path().join("task.json");
            fs::write(&file, task.to_string()).unwrap();
            let mut child = Command::new(std::env::current_exe().unwrap());
            child.args(["--exact", NAME, "--nocapture"]).env(TASK, &file);
            let output =
                tokio::task::spawn_blocking(move || child.output()).await.unwrap().unwrap();
            let said = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{kind}, {end}: {said}");
        }
    }
}
