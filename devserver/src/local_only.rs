//! Whether a page for the developer, such as the one-time codes, may answer: not to a web page that
//! has reached this server by a name of its own (DNS rebinding) or that is of another site.

use std::net::IpAddr;

use axum::http::header::{HOST, ORIGIN};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, HeaderName};
use serde_json::json;

use crate::wire::Reply;

/// The refusal of a request to a route under `/dev/`, if its `Host` is neither this machine nor the
/// address listened on, or its `Origin` is not this server.
pub(crate) fn refusal(route: &str, headers: &HeaderMap, bound: IpAddr) -> Option<Reply> {
    if !route.starts_with("/dev/") || is_local(headers, bound) {
        return None;
    }
    let message = format!(
        "{route} answers only requests to this machine: address them to 127.0.0.1, [::1] or \
         localhost, and not from a page of another site."
    );
    let body = json!({ "statusCode": 403, "error": "Forbidden", "message": message });
    Some(Reply::json(body).with_status(403))
}

fn is_local(headers: &HeaderMap, bound: IpAddr) -> bool {
    let Some(host) = text(headers, &HOST) else { return false };
    let Ok(authority) = host.parse::<Authority>() else { return false };
    let is_own_origin = || {
        let origin = text(headers, &ORIGIN).and_then(|origin| origin.strip_prefix("http://"));
        origin.is_some_and(|origin| origin.eq_ignore_ascii_case(host))
    };
    is_allowed(authority.host(), bound) && (!headers.contains_key(ORIGIN) || is_own_origin())
}

/// The value of a header that occurs exactly once.
fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    let value = values.next()?.to_str().ok();
    value.filter(|_| values.next().is_none())
}

/// The owner of a host name can point it at this machine; an address cannot be changed so.
fn is_allowed(host: &str, bound: IpAddr) -> bool {
    let address = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    match address {
        Ok(address) => address.is_loopback() || address == bound || bound.is_unspecified(),
        Err(_) => host.eq_ignore_ascii_case("localhost"),
    }
}
