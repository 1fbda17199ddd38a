//! Lies in how answers are sent, read from the connection itself.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use flate2::read::GzDecoder;
use infisical_e2ee_devserver::HostileKind;

use super::{lying, start_hostile};
use crate::support::client::{Auth, Peer, at};
use crate::support::{ALL, Era};

/// The head and the beginning of the body of a response: what arrives in `time`, up to `most` bytes.
async fn read(
    peer: &Peer,
    path: &str,
    auth: &Auth,
    time: Duration,
    most: usize,
) -> (String, Vec<u8>) {
    let address = peer.base.trim_start_matches("http://").to_owned();
    let token = match auth {
        Auth::Bearer(token) => token.clone(),
        Auth::None | Auth::ApiKey(_) => String::new(),
    };
    let request = format!(
        "GET {path} HTTP/1.1\r\nhost: {address}\r\nauthorization: Bearer {token}\r\n\
         connection: close\r\n\r\n"
    );
    let read = move || {
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        stream.set_read_timeout(Some(Duration::from_millis(50))).unwrap();
        let (begin, mut all, mut part) = (Instant::now(), Vec::new(), vec![0; 64 * 1024]);
        while begin.elapsed() < time && all.len() < most {
            match stream.read(&mut part) {
                Ok(0) => break,
                Ok(count) => all.extend_from_slice(&part[..count]),
                Err(_) => {}
            }
        }
        all
    };
    let all = tokio::task::spawn_blocking(read).await.unwrap();
    let end = all.windows(4).position(|part| part == b"\r\n\r\n").expect("a complete head");
    (String::from_utf8(all[..end].to_vec()).unwrap(), all[end + 4..].to_vec())
}

#[tokio::test(flavor = "multi_thread")]
async fn redirect_answers_api_requests_only() {
    for era in ALL {
        let (_server, peer) = start_hostile(era, HostileKind::Redirect).await;
        let second = Duration::from_secs(1);
        let (head, _) = read(&peer, "/api/status", &Auth::None, second, usize::MAX).await;
        assert!(head.starts_with("HTTP/1.1 302 "), "{head}");
        assert!(head.contains("location: https://attacker.invalid/"), "{head}");
        peer.get("/dev/codes?email=ada@example.test", &Auth::None).await.ok();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn slow_body_arrives_byte_by_byte() {
    let lying = lying(Era::Jun24, HostileKind::SlowBody).await;
    lying.create("DB", "one").await.ok();
    let path = format!("/api/v3/secrets?{}", at(&lying.project, "dev"));
    let time = Duration::from_millis(1500);
    let (head, body) = read(&lying.peer, &path, &lying.alice.auth(), time, usize::MAX).await;
    assert!(head.starts_with("HTTP/1.1 200 "), "{head}");
    // Each byte is a chunk: `1\r\n{\r\n`.
    assert!(body.starts_with(b"1\r\n{\r\n"), "{body:?}");
    assert!(body.len() < 20 * 6, "{} bytes", body.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn endless_body_does_not_end() {
    let lying = lying(Era::Jun24, HostileKind::EndlessBody).await;
    let path = format!("/api/v3/secrets?{}", at(&lying.project, "dev"));
    let most = 20 << 20;
    let time = Duration::from_secs(60);
    let (head, body) = read(&lying.peer, &path, &lying.alice.auth(), time, most).await;
    assert!(head.starts_with("HTTP/1.1 200 "), "{head}");
    assert!(body.len() > most - 1000, "{} bytes", body.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn huge_error_body_decompresses_to_a_gigabyte() {
    let lying = lying(Era::Jun24, HostileKind::HugeErrorBody).await;
    let path = format!("/api/v3/secrets?{}", at(&lying.project, "dev"));
    let time = Duration::from_secs(20);
    let (head, body) = read(&lying.peer, &path, &lying.alice.auth(), time, usize::MAX).await;
    assert!(head.starts_with("HTTP/1.1 400 "), "{head}");
    assert!(head.contains("content-encoding: gzip"), "{head}");
    assert!(body.len() < 4 << 20, "{} bytes", body.len());
    // The last four bytes of gzip are the length of the content.
    assert!(body.ends_with(&(1_u32 << 30).to_le_bytes()));
    let mut content = GzDecoder::new(body.as_slice()).take(20 << 20);
    let count = std::io::copy(&mut content, &mut std::io::sink()).unwrap();
    assert_eq!(count, 20 << 20);
}
