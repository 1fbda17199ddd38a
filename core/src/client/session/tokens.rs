//! The records of service tokens, and their project key.

use std::sync::Arc;

use super::scopes::may_cover_below;
use crate::api::service_tokens::{self as api, ScopeRecord, TokenRecord};
use crate::api::service_tokens_v3::{self, KeyRecord, OneKey};
use crate::client::call::{Call, Kind, OpenedToken};
use crate::crypto::{ProjectKey, ServiceToken};
use crate::http::Authorization;
use crate::text::Shown;
use crate::{Error, ErrorKind, Result};

/// The maximum number of scopes in an error.
const SCOPES_SHOWN: usize = 10;

impl Call {
    /// The client's service token, with the project key decrypted once. A token of a project whose
    /// key only the server has opens none.
    pub(crate) async fn opened_token(&self) -> Result<Arc<OpenedToken>> {
        let mut slot = self.shared.token.lock().await;
        if let Some(token) = &*slot {
            return Ok(Arc::clone(token));
        }
        let token = Arc::new(self.open_token().await?);
        if let Ok(key) = &token.project_key {
            self.saw_key_of_token(&token.project_id, key).await?;
        }
        *slot = Some(Arc::clone(&token));
        Ok(token)
    }

    async fn open_token(&self) -> Result<OpenedToken> {
        let Kind::ServiceToken(token) = self.credential()? else {
            return Err(Error::new(ErrorKind::Internal, "the credential is not a service token"));
        };
        let authorization = Authorization::Bearer(token.credential().clone());
        let response = self.send(api::current().authorized(authorization)).await?;
        let record: TokenRecord = response.json().await?;
        let era = record.era();
        let project_key = key_of(token, &record).map(Arc::new);
        let project_id = record
            .project_id()
            .ok_or_else(|| response.invalid("the service token lacks its project"))?;
        let scopes = record.scopes();
        Ok(OpenedToken { era, record, project_id, scopes, project_key })
    }

    /// The client's token, if it is for this project.
    pub(crate) async fn token_for(&self, project: &str) -> Result<Arc<OpenedToken>> {
        let token = self.opened_token().await?;
        if token.project_id == project {
            return Ok(token);
        }
        Err(Error::new(ErrorKind::PermissionDenied, not_for(&token.project_id, project)))
    }

    /// The record of the client's service token v3, requested once.
    pub(crate) async fn token_v3_record(&self) -> Result<&KeyRecord> {
        let ask = || async {
            let found: OneKey =
                self.send_authorized(service_tokens_v3::key()).await?.json().await?;
            Ok(found.key)
        };
        self.shared.token_v3.get_or_try_init(ask).await
    }

    /// The same, if the token is for this project.
    pub(crate) async fn token_v3_for(&self, project: &str) -> Result<&KeyRecord> {
        let key = self.token_v3_record().await?;
        if key.workspace == project {
            return Ok(key);
        }
        Err(Error::new(ErrorKind::PermissionDenied, not_for(&key.workspace, project)))
    }
}

impl OpenedToken {
    /// The project key.
    pub(crate) fn key(&self) -> Result<Arc<ProjectKey>> {
        self.project_key.as_ref().map(Arc::clone).map_err(Error::again)
    }

    /// The only place that a server gives to a token with one scope without a pattern. Today's
    /// servers answer from it whatever is asked.
    pub(crate) fn only_place(&self) -> Option<&ScopeRecord> {
        match self.scopes.as_slice() {
            [only] if !only.secret_path.contains(['*', '?', '[', '{']) => Some(only),
            _ => None,
        }
    }

    /// Fails for a folder that the server refused, unless with `below` a scope may cover one below it.
    pub(crate) fn check_below(&self, environment: &str, path: &str, below: bool) -> Result<()> {
        let covers = |scope: &ScopeRecord| {
            scope.environment == environment && may_cover_below(&scope.secret_path, path)
        };
        if below && self.scopes.iter().any(covers) {
            return Ok(());
        }
        let place = format!("environment {:?}, path {:?}", Shown(environment), Shown(path));
        Err(outside(&self.scopes, &place))
    }

    /// Fails for an environment outside the token's scopes; the error lists the scopes.
    pub(crate) fn check_environment(&self, slug: &str) -> Result<()> {
        check_scopes(&self.scopes, slug)
    }
}

/// The project key in the record of a token.
fn key_of(token: &ServiceToken, record: &TokenRecord) -> Result<ProjectKey> {
    let Some(key) = token.key() else {
        return Err(Error::new(
            ErrorKind::KeyUnavailable,
            format!(
                "service token {}: it has three parts, and so no key to decrypt with. A project \
                 that is end-to-end encrypted needs a token of four parts, st.<id>.<secret>.<key>",
                token.id()
            ),
        ));
    };
    let unreadable = |why: &str| {
        Error::new(
            ErrorKind::DecryptionFailed,
            format!(
                "service token {}: the project key (field encryptedKey) cannot be decrypted: \
                 {why}. Check the last part of the token, which is its key",
                token.id()
            ),
        )
    };
    let (Some(ciphertext), Some(iv), Some(tag)) = (&record.encrypted_key, &record.iv, &record.tag)
    else {
        return Err(Error::new(
            ErrorKind::InvalidResponse,
            format!("service token {}: the server sent it without its project key", token.id()),
        ));
    };
    ProjectKey::unwrap(ciphertext, iv, tag, key).map_err(|error| unreadable(&error.to_string()))
}

fn not_for(own: &str, asked: &str) -> String {
    format!("the service token is for project {}, not for {:?}", Shown(own), Shown(asked))
}

fn check_scopes(scopes: &[ScopeRecord], environment: &str) -> Result<()> {
    if scopes.is_empty() || scopes.iter().any(|scope| scope.environment == environment) {
        return Ok(());
    }
    Err(outside(scopes, &format!("environment {:?}", Shown(environment))))
}

fn outside(scopes: &[ScopeRecord], place: &str) -> Error {
    let scopes = scopes
        .iter()
        .take(SCOPES_SHOWN)
        .map(|scope| format!("{:?} at {:?}", Shown(&scope.environment), Shown(&scope.secret_path)));
    Error::new(
        ErrorKind::PermissionDenied,
        format!(
            "the service token has no access to {place}, only to {}. Use one of these, or another \
             token",
            scopes.collect::<Vec<_>>().join(", ")
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_scopes_outside_scopes_error_lists_scopes() {
        let scope = |environment: &str, path: &str| ScopeRecord {
            environment: environment.into(),
            secret_path: path.into(),
        };
        let scopes = [scope("dev", "/**"), scope("staging", "/")];
        assert!(check_scopes(&scopes, "staging").is_ok());
        let error = check_scopes(&scopes, "prod").unwrap_err();
        assert_eq!(error.kind(), ErrorKind::PermissionDenied);
        for part in ["\"prod\"", "\"dev\" at \"/**\"", "\"staging\" at \"/\""] {
            assert!(error.message().contains(part), "{error}");
        }
    }
}
