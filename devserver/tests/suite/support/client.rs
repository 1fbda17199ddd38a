//! The HTTP client of the tests.

use infisical_e2ee_devserver::Era;
use reqwest::{Client, Method};
use serde_json::{Value, json};

/// A connection to one server.
#[derive(Clone)]
pub(crate) struct Peer {
    pub(crate) base: String,
    pub(crate) era: Era,
    http: Client,
}

/// A complete response.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) headers: reqwest::header::HeaderMap,
    pub(crate) text: String,
}

impl Reply {
    /// The JSON body.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|_| panic!("not JSON: {self:?}"))
    }

    /// The JSON body of a success.
    pub(crate) fn ok(&self) -> Value {
        assert_eq!(self.status, 200, "{}", self.text);
        self.json()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

/// How a request authenticates.
#[derive(Clone, Debug)]
pub(crate) enum Auth {
    None,
    Bearer(String),
    ApiKey(String),
}

impl Auth {
    pub(crate) fn bearer(token: impl Into<String>) -> Self {
        Auth::Bearer(token.into())
    }
}

/// In a build of the whole workspace, reqwest has TLS and needs a provider, although none is used.
fn http(user_agent: &str) -> Client {
    let _ = rustls::crypto::ring::default_provider().install_default();
    Client::builder().user_agent(user_agent).build().unwrap()
}

impl Peer {
    pub(crate) fn new(base: String, era: Era) -> Self {
        let http = http("test/1.0");
        Peer { base, era, http }
    }

    /// The same server, reached by another program.
    pub(crate) fn elsewhere(&self) -> Self {
        let http = http("elsewhere/1.0");
        Peer { http, ..self.clone() }
    }

    /// A request that is not sent yet, for unusual requests.
    pub(crate) fn request(
        &self,
        method: Method,
        path: &str,
        auth: &Auth,
    ) -> reqwest::RequestBuilder {
        let request = self.http.request(method, format!("{}{path}", self.base));
        match auth {
            Auth::None => request,
            Auth::Bearer(token) => request.header("authorization", format!("Bearer {token}")),
            Auth::ApiKey(key) => request.header("x-api-key", key),
        }
    }

    pub(crate) async fn send(&self, method: &str, path: &str, auth: &Auth, body: Value) -> Reply {
        let method = method.parse().unwrap();
        let request = self.request(method, path, auth);
        let request = if body.is_null() { request } else { request.json(&body) };
        read(request).await
    }

    pub(crate) async fn get(&self, path: &str, auth: &Auth) -> Reply {
        self.send("GET", path, auth, Value::Null).await
    }

    pub(crate) async fn post(&self, path: &str, auth: &Auth, body: Value) -> Reply {
        self.send("POST", path, auth, body).await
    }

    pub(crate) async fn patch(&self, path: &str, auth: &Auth, body: Value) -> Reply {
        self.send("PATCH", path, auth, body).await
    }

    pub(crate) async fn delete(&self, path: &str, auth: &Auth, body: Value) -> Reply {
        self.send("DELETE", path, auth, body).await
    }

    /// The newest one-time code of an address.
    pub(crate) async fn code(&self, email: &str) -> String {
        let codes = self.get(&format!("/dev/codes?email={email}"), &Auth::None).await.ok();
        codes["codes"].as_array().unwrap().last().unwrap()["code"].as_str().unwrap().to_owned()
    }

    /// A path under /api whose version differs between May 2023 and later releases.
    pub(crate) fn path(&self, may23: &str, later: &str) -> String {
        if self.era == Era::May23 { may23.to_owned() } else { later.to_owned() }
    }
}

/// Sends a request and reads the complete response.
pub(crate) async fn read(request: reqwest::RequestBuilder) -> Reply {
    let response = request.send().await.unwrap();
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    Reply { status, headers, text: response.text().await.unwrap() }
}

/// Project and environment as a query.
pub(crate) fn at(project: &str, environment: &str) -> String {
    format!("workspaceId={project}&environment={environment}")
}

/// Project and environment as body fields.
pub(crate) fn place(project: &str, environment: &str) -> Value {
    json!({ "workspaceId": project, "environment": environment, "type": "shared" })
}

/// `base` with `extra` added.
pub(crate) fn with(mut base: Value, extra: Value) -> Value {
    base.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
    base
}
