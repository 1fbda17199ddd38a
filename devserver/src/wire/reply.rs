//! A response before it becomes HTTP.

use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, SET_COOKIE};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::Response;
use serde_json::Value;

/// Status, body and cookie of a response.
#[derive(Debug)]
pub(crate) struct Reply {
    status: u16,
    content: Content,
    cookies: Vec<String>,
}

#[derive(Debug)]
enum Content {
    Json(Value),
    Html(&'static str),
    Empty,
}

impl Reply {
    /// 200 with a JSON body.
    pub(crate) fn json(body: Value) -> Self {
        Reply { status: 200, content: Content::Json(body), cookies: Vec::new() }
    }

    /// 200 without a body.
    pub(crate) fn empty() -> Self {
        Reply { status: 200, content: Content::Empty, cookies: Vec::new() }
    }

    /// A text body under the HTML content type, as May 2023's rate limiter sends it.
    pub(crate) fn html(text: &'static str) -> Self {
        Reply { status: 200, content: Content::Html(text), cookies: Vec::new() }
    }

    /// The JSON body, if it is one.
    pub(crate) fn body(&self) -> Option<&Value> {
        match &self.content {
            Content::Json(body) => Some(body),
            Content::Html(_) | Content::Empty => None,
        }
    }

    /// As [`body`](Self::body), to be changed.
    pub(crate) fn body_mut(&mut self) -> Option<&mut Value> {
        match &mut self.content {
            Content::Json(body) => Some(body),
            Content::Html(_) | Content::Empty => None,
        }
    }

    pub(crate) fn status(&self) -> u16 {
        self.status
    }

    pub(crate) fn with_status(mut self, status: u16) -> Self {
        self.status = status;
        self
    }

    /// Sets the refresh cookie `jid`; an empty value clears it.
    pub(crate) fn with_refresh_cookie(mut self, value: &str) -> Self {
        self.cookies.push(format!("jid={value}; Path=/; HttpOnly; SameSite=Strict"));
        self
    }

    /// July 2026: the refresh cookie, for its own routes only.
    pub(crate) fn with_session_cookie(mut self, value: &str) -> Self {
        self.cookies.push(format!("jid={value}; Path=/api; HttpOnly; SameSite=Strict"));
        self
    }

    /// July 2026: removes the cookie by which its web page knows of a session.
    pub(crate) fn without_page_cookie(mut self) -> Self {
        self.cookies.push("aod=; Max-Age=0; Path=/api; SameSite=Lax".to_owned());
        self
    }

    /// July 2026: removes the cookie `name`.
    pub(crate) fn without_cookie(mut self, name: &str) -> Self {
        self.cookies.push(format!("{name}=; Max-Age=0; Path=/api; HttpOnly; SameSite=Strict"));
        self
    }

    /// The HTTP response, with `headers` added.
    pub(crate) fn into_response(self, headers: Vec<(HeaderName, HeaderValue)>) -> Response {
        let (content_type, body) = match self.content {
            Content::Json(value) => {
                (Some("application/json; charset=utf-8"), Body::from(value.to_string()))
            }
            Content::Html(text) => (Some("text/html; charset=utf-8"), Body::from(text)),
            Content::Empty => (None, Body::empty()),
        };
        let mut response = Response::new(body);
        *response.status_mut() =
            StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let map = response.headers_mut();
        if let Some(kind) = content_type {
            map.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
        }
        let cookies = self.cookies.into_iter().filter_map(|c| HeaderValue::from_str(&c).ok());
        for cookie in cookies {
            map.append(SET_COOKIE, cookie);
        }
        map.extend(headers);
        response
    }
}
