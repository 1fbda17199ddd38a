//! Service tokens: a scope of one project, with a copy of its key.

use serde::{Deserialize, Serialize};

use super::server::Era;
use super::{either_id, secret};
use crate::crypto::Encrypted;
use crate::http::{Request, segment};
use crate::text::Shown;
use crate::{ErrorKind, Result, SecretString};

/// A service token as stored by the server.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TokenRecord {
    #[serde(rename = "_id")]
    legacy_id: Option<String>,
    id: Option<String>,
    pub(crate) name: String,
    workspace: Option<String>,
    project_id: Option<String>,
    environment: Option<String>,
    scopes: Option<Vec<ScopeRecord>>,
    #[serde(default)]
    pub(crate) permissions: Vec<String>,
    pub(crate) expires_at: Option<String>,
    pub(crate) encrypted_key: Option<String>,
    pub(crate) iv: Option<String>,
    pub(crate) tag: Option<String>,
    /// Only sent by today's servers.
    expiry_notification_sent: Option<bool>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TokenList {
    pub(crate) service_token_data: Vec<TokenRecord>,
}

#[derive(Serialize, Deserialize, Clone)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ScopeRecord {
    pub(crate) environment: String,
    pub(crate) secret_path: String,
}

impl TokenRecord {
    pub(crate) fn id(&self) -> String {
        either_id(self.legacy_id.clone(), self.id.clone())
    }

    pub(crate) fn project_id(&self) -> Option<String> {
        self.workspace.clone().or_else(|| self.project_id.clone())
    }

    /// The era of the server, as far as the record tells it: those of 2024 send the same.
    pub(crate) fn era(&self) -> Era {
        // May 2023 has one environment, later releases a list of scopes.
        if self.scopes.is_none() && self.environment.is_some() {
            Era::May2023
        } else if self.expiry_notification_sent.is_some() {
            Era::Modern
        } else {
            Era::February2024
        }
    }

    /// A May 2023 token is for every path of its environment.
    pub(crate) fn scopes(&self) -> Vec<ScopeRecord> {
        match (&self.scopes, &self.environment) {
            (Some(scopes), _) => scopes.clone(),
            (None, Some(environment)) => vec![ScopeRecord {
                environment: environment.clone(),
                secret_path: "/**".to_owned(),
            }],
            (None, None) => Vec::new(),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Create<'a> {
    name: &'a str,
    workspace_id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    environment: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scopes: Option<&'a [ScopeRecord]>,
    permissions: &'a [&'static str],
    /// In seconds. No expiry is 0 in May 2023 and null later.
    expires_in: Option<u64>,
    encrypted_key: &'a str,
    iv: &'a str,
    tag: &'a str,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Created {
    #[serde(deserialize_with = "secret")]
    pub(crate) service_token: SecretString,
    pub(crate) service_token_data: TokenRecord,
}

/// The permissions of a new token.
pub(crate) struct Grant<'a> {
    pub(crate) name: &'a str,
    pub(crate) project_id: &'a str,
    pub(crate) scopes: &'a [ScopeRecord],
    pub(crate) permissions: &'a [&'static str],
    pub(crate) expires_in: Option<u64>,
}

/// The first request with a token, so these statuses are about the token itself.
const REFUSED: &[(u16, ErrorKind)] = &[
    (401, ErrorKind::AuthenticationFailed),
    (404, ErrorKind::AuthenticationFailed),
    (500, ErrorKind::AuthenticationFailed),
];

pub(crate) fn current() -> Request {
    Request::get("/api/v2/service-token").about("reading the service token").hints(REFUSED)
}

pub(crate) fn create(era: Era, grant: &Grant<'_>, key: &Encrypted) -> Result<Request> {
    let single = era == Era::May2023;
    let environment = grant.scopes.first().map(|scope| scope.environment.as_str());
    Request::post("/api/v2/service-token")
        .about(format!("creating service token {:?}", Shown(grant.name)))
        .json(&Create {
            name: grant.name,
            workspace_id: grant.project_id,
            environment: environment.filter(|_| single),
            scopes: (!single).then_some(grant.scopes),
            permissions: grant.permissions,
            expires_in: if single { grant.expires_in.or(Some(0)) } else { grant.expires_in },
            encrypted_key: &key.ciphertext,
            iv: &key.iv,
            tag: &key.tag,
        })
}

pub(crate) fn list(era: Era, project_id: &str) -> Request {
    let projects = match era {
        Era::May2023 => "v2/workspace",
        Era::February2024 | Era::June2024 | Era::October2024 => "v1/workspace",
        Era::Modern => "v1/projects",
    };
    Request::get(format!("/api/{projects}/{}/service-token-data", segment(project_id)))
        .about(format!("service tokens of project {project_id}"))
}

pub(crate) fn delete(id: &str) -> Request {
    Request::delete(format!("/api/v2/service-token/{}", segment(id)))
        .about(format!("service token {id}"))
}
