//! Lies in how an answer is sent.

use std::io;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::header::{CONTENT_ENCODING, LOCATION};
use axum::http::{HeaderName, HeaderValue, Method};
use axum::response::Response;
use flate2::{Compress, Compression, Crc, FlushCompress};
use futures_util::stream;
use serde_json::json;

use super::json::each_object;
use super::memory::is_secret;
use super::{Hostile, HostileKind, is_about_secrets};
use crate::wire::Reply;

const ELSEWHERE: &str = "https://attacker.invalid/";
const PAUSE: Duration = Duration::from_millis(100);
const CHUNK: &[u8] = &[b' '; 16 * 1024];
/// Clears a terminal's screen and sets its title; ends a line in a log.
const CONTROL: &str = "\u{1b}[2J\u{1b}]0;owned\u{7}\r\nINFO: all is well\u{0}";
const LONG: usize = 300_000;

pub(super) fn deliver(
    hostile: &Hostile,
    method: &Method,
    route: &str,
    mut reply: Reply,
    headers: Vec<(HeaderName, HeaderValue)>,
) -> Response {
    if hostile.is(HostileKind::Redirect) {
        let location = (LOCATION, HeaderValue::from_static(ELSEWHERE));
        return Reply::empty().with_status(302).into_response(vec![location]);
    }
    if hostile.is(HostileKind::ControlCharacters) {
        confuse(&mut reply);
    }
    if !is_about_secrets(route) {
        return reply.into_response(headers);
    }
    let writes = *method != Method::GET;
    if writes && reply.status() < 400 && hostile.is(HostileKind::ServerErrorsAfterWrite) {
        let body = json!({
            "statusCode": 500, "error": "InternalServerError", "message": "Something went wrong",
        });
        return Reply::json(body).with_status(500).into_response(headers);
    }
    if writes {
        return reply.into_response(headers);
    }
    if hostile.is(HostileKind::HugeErrorBody) {
        return huge_error();
    }
    let text = reply.body().map(ToString::to_string).unwrap_or_default();
    let mut response = reply.into_response(headers);
    if hostile.is(HostileKind::EndlessBody) {
        *response.body_mut() = endless();
    } else if hostile.is(HostileKind::SlowBody) {
        *response.body_mut() = slow(text);
    }
    response
}

/// Makes ids and messages long and dangerous to print.
fn confuse(reply: &mut Reply) {
    let has_failed = reply.status() >= 400;
    let text = format!("{CONTROL}{}", "x".repeat(LONG));
    let Some(body) = reply.body_mut() else { return };
    each_object(body, &mut |object| {
        let names: &[&str] = if is_secret(object) { &["id", "_id"] } else { &["message"] };
        if is_secret(object) || has_failed {
            for name in names {
                if let Some(value) = object.get_mut(*name) {
                    *value = text.clone().into();
                }
            }
        }
    });
}

/// The beginning of a list, and then white space for ever.
fn endless() -> Body {
    let first = Bytes::from_static(b"{\"secrets\":[");
    Body::from_stream(stream::unfold(first, |chunk| async move {
        Some((Ok::<_, io::Error>(chunk), Bytes::from_static(CHUNK)))
    }))
}

/// One byte at a time.
fn slow(text: String) -> Body {
    Body::from_stream(stream::unfold(text.into_bytes().into_iter(), |mut rest| async move {
        let byte = rest.next()?;
        tokio::time::sleep(PAUSE).await;
        Some((Ok::<_, io::Error>(Bytes::from(vec![byte])), rest))
    }))
}

/// A 400 whose body of 1 MiB decompresses to 1 GiB.
fn huge_error() -> Response {
    let encoding = (CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    let mut response = Reply::json(json!({})).with_status(400).into_response(vec![encoding]);
    *response.body_mut() = Body::from(bomb().unwrap_or_default());
    response
}

/// In gzip, the same block of 1 MiB so often.
fn bomb() -> Option<Vec<u8>> {
    const BLOCKS: u32 = 1024;
    let content = vec![b'x'; 1 << 20];
    let mut encoder = Compress::new(Compression::best(), false);
    let mut block = Vec::with_capacity(64 * 1024);
    encoder.compress_vec(&content, &mut block, FlushCompress::Full).ok()?;
    let (mut one, mut all) = (Crc::new(), Crc::new());
    one.update(&content);
    let mut bomb = vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];
    for _ in 0..BLOCKS {
        bomb.extend_from_slice(&block);
        all.combine(&one);
    }
    // An empty last block.
    bomb.extend_from_slice(&[3, 0]);
    bomb.extend_from_slice(&all.sum().to_le_bytes());
    bomb.extend_from_slice(&all.amount().to_le_bytes());
    Some(bomb)
}
