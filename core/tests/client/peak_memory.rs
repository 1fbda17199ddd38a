//! The memory that answers take, measured in a process of its own: at most three times the answer,
//! and 16 MiB.
#![cfg(target_os = "linux")]

use std::fs;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use axum::body::Bytes;
use flate2::{Compress, Compression, Crc, FlushCompress};
use infisical_e2ee::{Client, ClientBuilder, Credential, ErrorKind, within};
use infisical_e2ee_devserver::Era;
use serde_json::{Value, json};

use super::support::{Answer, Received, Stub, World, answer_of, builder_at, http};

const SERVER: &str = "E2EE_TEST_SERVER";
const CREDENTIAL: &str = "E2EE_TEST_CREDENTIAL";
const PROJECT: &str = "E2EE_TEST_PROJECT";
const ALLOWANCE: usize = 16 << 20;
/// For a call that takes more memory instead of failing.
const LONGEST: Duration = Duration::from_secs(60);

/// A secret that does not decrypt.
const RECORD: &str = concat!(
    r#"{"id":"1","version":1,"type":"shared","secretKeyCiphertext":"","secretKeyIV":"","#,
    r#""secretKeyTag":"","secretValueCiphertext":"","secretValueIV":"","secretValueTag":""}"#
);

/// The builder for the process in which memory is measured; `None` in the one that starts it.
fn in_child(credential: impl Fn(&str) -> Credential) -> Option<ClientBuilder> {
    let credential = credential(&std::env::var(CREDENTIAL).ok()?);
    let builder = builder_at(std::env::var(SERVER).ok()?).credential(credential);
    Some(builder.project(std::env::var(PROJECT).ok()?).environment("dev"))
}

/// Runs the test of this name again, in another process.
async fn run_child(test: &str, stub: &Stub, credential: &str, project: &str) {
    let mut child = Command::new(std::env::current_exe().unwrap());
    child.args(["--exact", &format!("peak_memory::{test}")]);
    child.env(SERVER, &stub.base_url).env(CREDENTIAL, credential).env(PROJECT, project);
    let output = tokio::task::spawn_blocking(move || child.output()).await.unwrap().unwrap();
    let shown = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let (out, error) = (shown(&output.stdout), shown(&output.stderr));
    assert!(output.status.success(), "{out}\n{error}");
}

/// The most memory of this process so far, or since [`measured`] began, in bytes.
fn peak() -> usize {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse::<usize>().unwrap() << 10
}

/// Runs the call, and fails if it takes more than three times `answer` bytes and the allowance.
async fn measured<T>(answer: usize, call: impl Future<Output = T>) -> T {
    // Resets the peak.
    fs::write("/proc/self/clear_refs", "5").unwrap();
    let before = peak();
    let result = call.await;
    let taken = peak().saturating_sub(before);
    let mib = |bytes: usize| bytes >> 20;
    assert!(taken <= 3 * answer + ALLOWANCE, "{} MiB for {} MiB", mib(taken), mib(answer));
    result
}

/// `count` times the same text as a gzip file, which is made without compressing all of it.
fn zipped(beginning: &str, text: &str, count: usize, end: &str) -> Vec<u8> {
    let (mut crc, mut length) = (Crc::new(), 0_usize);
    let mut deflate = |text: &str, count: usize, flush: FlushCompress| {
        let mut compressed = Vec::with_capacity(text.len() + 1024);
        let mut compress = Compress::new(Compression::fast(), false);
        compress.compress_vec(text.as_bytes(), &mut compressed, flush).unwrap();
        for _ in 0..count {
            crc.update(text.as_bytes());
            length += text.len();
        }
        compressed.repeat(count)
    };
    let mut file = vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];
    file.extend(deflate(beginning, 1, FlushCompress::Full));
    file.extend(deflate(text, count, FlushCompress::Full));
    file.extend(deflate(end, 1, FlushCompress::Finish));
    file.extend(crc.sum().to_le_bytes());
    file.extend(u32::try_from(length).unwrap().to_le_bytes());
    file
}

fn access_token(token: &str) -> Credential {
    Credential::access_token(token).unwrap()
}

fn service_token(token: &str) -> Credential {
    Credential::service_token(token).unwrap()
}

/// A stub before the server, which answers requests to `path` itself.
async fn answering(world: &World, path: &'static str, answer: impl Into<Bytes>) -> Stub {
    let answer = answer.into();
    Stub::before(&world.base_url, move |request: &Received, _| match request.path() {
        asked if asked == path => Answer::text(200, "application/json", answer.clone()),
        _ => Answer::PassOn,
    })
    .await
}

#[tokio::test]
async fn compressed_error_answer_is_not_unpacked() {
    const TEST: &str = "compressed_error_answer_is_not_unpacked";
    if let Some(builder) = in_child(access_token) {
        let client = builder.deadline(Duration::from_secs(10)).build().unwrap();
        let listing = client.organizations().list().into_future();
        let error = measured(64 << 10, listing).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidInput, "{error}");
        assert_eq!(error.status(), Some(400));
        return;
    }
    let beginning = r#"{"statusCode":400,"error":"x","message":["#;
    let answer = Bytes::from(zipped(beginning, &"0,".repeat(512 << 10), 60, "0]}"));
    assert!(answer.len() < 1 << 20);
    let stub = Stub::start(move |_, _| {
        Answer::text(400, "application/json", answer.clone())
            .with_header("content-encoding", "gzip")
    })
    .await;
    run_child(TEST, &stub, "header.payload.signature", "none").await;
}

#[tokio::test]
async fn list_of_too_many_records_is_refused() {
    const TEST: &str = "list_of_too_many_records_is_refused";
    if let Some(builder) = in_child(service_token) {
        let client = builder.max_response_bytes(128 << 20).build().unwrap();
        let listing = within(LONGEST, client.secrets().list().into_future());
        let list = measured(RECORD.len() * 430_000, listing).await;
        let error = list.map(|list| list.len()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidResponse, "{error}");
        assert!(error.message().contains("secrets of environment \"dev\""), "{error}");
        assert!(error.message().contains("more than 200000 items"), "{error}");
        return;
    }
    let world = World::start(Era::Jun24).await;
    let list = format!(r#"{{"secrets":[{}{RECORD}]}}"#, format!("{RECORD},").repeat(429_999));
    let stub = answering(&world, "/api/v3/secrets", list).await;
    run_child(TEST, &stub, world.token.expose(), &world.project).await;
}

#[tokio::test]
async fn list_of_too_many_failures_is_refused() {
    const TEST: &str = "list_of_too_many_failures_is_refused";
    const COUNT: usize = 20_000;
    let record = RECORD.replace("\"\"", &format!("\"{}\"", "A".repeat(128)));
    if let Some(builder) = in_child(service_token) {
        let client = builder.build().unwrap();
        let listing = within(LONGEST, client.secrets().list().into_future());
        let list = measured(record.len() * COUNT, listing).await;
        let error = list.map(|list| list.len()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::DecryptionFailed, "{error}");
        assert!(error.message().contains("more than 10000 secrets"), "{error}");
        return;
    }
    let world = World::start(Era::Jun24).await;
    let list = format!(r#"{{"secrets":[{}{record}]}}"#, format!("{record},").repeat(COUNT - 1));
    let stub = answering(&world, "/api/v3/secrets", list).await;
    run_child(TEST, &stub, world.token.expose(), &world.project).await;
}

#[tokio::test]
async fn list_without_last_page_is_refused() {
    const TEST: &str = "list_without_last_page_is_refused";
    const MOST: usize = 4 << 20;
    if let Some(builder) = in_child(access_token) {
        let client: Client = builder.max_response_bytes(MOST).build().unwrap();
        let listing = within(Duration::from_secs(12), client.snapshots().list().into_future());
        let list = measured(MOST, listing).await;
        let error = list.map(|list| list.len()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidResponse, "{error}");
        assert!(error.message().contains("snapshots of "), "{error}");
        assert!(error.message().contains("more than 4194304 bytes"), "{error}");
        return;
    }
    let world = World::start(Era::Jun24).await;
    let made = AtomicUsize::new(0);
    let stub = Stub::before(&world.base_url, move |request: &Received, _| {
        if !request.path().ends_with("/secret-snapshots") {
            return Answer::PassOn;
        }
        let snapshot = |_| {
            let number = made.fetch_add(1, Ordering::Relaxed);
            json!({ "id": format!("{number:020000}"), "createdAt": "2024-01-01T00:00:00Z" })
        };
        let page: Vec<_> = (0..50).map(snapshot).collect();
        Answer::json(200, &json!({ "secretSnapshots": page }))
    })
    .await;
    run_child(TEST, &stub, world.access_token(), &world.project).await;
}

#[tokio::test]
async fn long_list_takes_three_times_its_length() {
    const TEST: &str = "long_list_takes_three_times_its_length";
    const COUNT: usize = 20_000;
    const LENGTH: usize = 16 << 20;
    if let Some(builder) = in_child(service_token) {
        let client = builder.build().unwrap();
        let list = measured(LENGTH, client.secrets().list().into_future()).await.unwrap();
        assert_eq!(list.complete().unwrap().len(), COUNT);
        return;
    }
    let world = World::start(Era::Jun24).await;
    world.client(world.token_credential()).secrets().create("A", "v".repeat(100)).await.unwrap();
    let place = format!("workspaceId={}&environment=dev&secretPath=/", world.project);
    let (token, _) = world.token.expose().rsplit_once('.').unwrap();
    let request = http().get(format!("{}/api/v3/secrets?{place}", world.base_url));
    let mut list: Value = answer_of(request.bearer_auth(token)).await;
    let record = list["secrets"][0].clone();
    list["secrets"] = (0..COUNT).map(|_| record.clone()).collect();
    let list = list.to_string();
    assert!(list.len() >= LENGTH, "{}", list.len());
    let stub = answering(&world, "/api/v3/secrets", list).await;
    run_child(TEST, &stub, world.token.expose(), &world.project).await;
}
