//! Log-ins of machine identities. `POST /api/v1/auth/<method>-auth/login` answers each with an access
//! token.

use serde::Serialize;

use crate::http::Request;
use crate::text::Shown;
use crate::{Result, SecretString};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ByClientSecret<'a> {
    client_id: &'a str,
    client_secret: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ByJwt<'a> {
    identity_id: &'a str,
    jwt: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ByPassword<'a> {
    identity_id: &'a str,
    username: &'a str,
    password: &'a str,
}

pub(crate) fn universal(client_id: &str, client_secret: &SecretString) -> Result<Request> {
    log_in("universal-auth")
        .about(format!(
            "logging in as machine identity with client id {client_id:?}",
            client_id = Shown(client_id)
        ))
        .json(&ByClientSecret { client_id, client_secret: client_secret.expose() })
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct BySignedRequest<'a> {
    identity_id: &'a str,
    iam_http_request_method: &'a str,
    /// In base64.
    iam_request_body: &'a str,
    /// JSON in base64.
    iam_request_headers: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ByConnection<'a> {
    identity_id: &'a str,
}

/// `route` is the method in the path, `name` the one in errors.
pub(crate) fn by_jwt(
    route: &str,
    name: &str,
    identity_id: &str,
    jwt: &SecretString,
) -> Result<Request> {
    log_in(route).about(subject(identity_id, name)).json(&ByJwt { identity_id, jwt: jwt.expose() })
}

pub(crate) fn ldap(
    name: &str,
    identity_id: &str,
    username: &str,
    password: &SecretString,
) -> Result<Request> {
    let body = ByPassword { identity_id, username, password: password.expose() };
    log_in("ldap-auth").about(subject(identity_id, name)).json(&body)
}

/// Body and headers of the signed request are in base64.
pub(crate) fn aws(name: &str, identity_id: &str, body: &str, headers: &str) -> Result<Request> {
    log_in("aws-auth").about(subject(identity_id, name)).json(&BySignedRequest {
        identity_id,
        iam_http_request_method: "POST",
        iam_request_body: body,
        iam_request_headers: headers,
    })
}

/// The proof is in the connection.
pub(crate) fn tls_certificate(name: &str, identity_id: &str) -> Result<Request> {
    log_in("tls-cert-auth").about(subject(identity_id, name)).json(&ByConnection { identity_id })
}

/// What a log-in by this method is about, for errors.
pub(crate) fn subject(identity_id: &str, name: &str) -> String {
    format!(
        "logging in as machine identity {identity_id:?} by {name}",
        identity_id = Shown(identity_id)
    )
}

fn log_in(route: &str) -> Request {
    Request::post(format!("/api/v1/auth/{route}/login")).opening_session().confidential()
}
