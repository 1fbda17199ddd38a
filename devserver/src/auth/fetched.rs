//! Documents of identity providers. Only on this machine: a provider for tests.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use serde_json::Value;

use super::foreign_jwt::PublicKey;

const LIMIT: u64 = 256 << 10;
const TIMEOUT: Duration = Duration::from_secs(5);

/// The keys at a URL.
pub(crate) fn jwks(url: &str) -> Option<Vec<PublicKey>> {
    let document = json(url)?;
    Some(document.get("keys")?.as_array()?.iter().filter_map(PublicKey::from_jwk).collect())
}

/// The JSON at a URL `http://127.0.0.1:PORT/…`.
pub(crate) fn json(url: &str) -> Option<Value> {
    let (host, path) = url.strip_prefix("http://")?.split_once('/')?;
    let address: SocketAddr = host.replace("localhost", "127.0.0.1").parse().ok()?;
    if !address.ip().is_loopback() || path.contains(char::is_whitespace) {
        return None;
    }
    let mut stream = TcpStream::connect_timeout(&address, TIMEOUT).ok()?;
    stream.set_read_timeout(Some(TIMEOUT)).ok()?;
    // The older version of HTTP ends an answer with the connection.
    let request = format!("GET /{path} HTTP/1.0\r\nHost: {host}\r\n\r\n");
    stream.write_all(request.as_bytes()).ok()?;
    let mut answer = Vec::new();
    stream.take(LIMIT).read_to_end(&mut answer).ok()?;
    let head = answer.windows(4).position(|four| four == b"\r\n\r\n")?;
    let (head, body) = answer.split_at_checked(head + 4)?;
    let status = std::str::from_utf8(head).ok()?.split(' ').nth(1)?;
    if status != "200" {
        return None;
    }
    serde_json::from_slice(body).ok()
}
