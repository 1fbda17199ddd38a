//! Service tokens.

use infisical_e2ee_bindings_common as common;
use infisical_e2ee_bindings_common::operations as op;

use crate::client::NativeClient;
use crate::failure::{NativeError, run};

/// A place a token may work in.
#[derive(uniffi::Record)]
pub struct NativeServiceTokenScope {
    /// Slug of the environment.
    pub environment: String,
    /// Folder.
    pub path: String,
}

/// What the new token is for.
#[derive(uniffi::Record)]
pub struct NativeNewServiceToken {
    /// Its name.
    pub name: String,
    /// Id of the project.
    pub project: Option<String>,
    /// Where it may work.
    pub scopes: Vec<NativeServiceTokenScope>,
    /// Each `"read"` or `"write"`.
    pub permissions: Option<Vec<String>>,
    /// Seconds until it expires.
    pub expires_in: Option<f64>,
}

/// What a token is for.
#[derive(uniffi::Record)]
pub struct NativeServiceTokenInfo {
    /// The token's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The project it opens.
    pub project_id: String,
    /// Where it may work.
    pub scopes: Vec<NativeServiceTokenScope>,
    /// Each `"read"` or `"write"`.
    pub permissions: Vec<String>,
    /// When it expires, RFC 3339.
    pub expires_at: Option<String>,
}

impl From<common::ServiceTokenInfo> for NativeServiceTokenInfo {
    fn from(info: common::ServiceTokenInfo) -> Self {
        let scopes = info.scopes.into_iter();
        let permissions = info.permissions.iter();
        Self {
            id: info.id,
            name: info.name,
            project_id: info.project_id,
            scopes: scopes
                .map(|common::ServiceTokenScope { environment, path }| NativeServiceTokenScope {
                    environment,
                    path,
                })
                .collect(),
            permissions: permissions.map(|permission| permission.as_str().to_owned()).collect(),
            expires_at: info.expires_at,
        }
    }
}

/// A new token.
#[derive(uniffi::Record)]
pub struct NativeCreatedServiceToken {
    /// The token.
    pub token: String,
    /// What it is for.
    pub info: NativeServiceTokenInfo,
}

impl From<common::CreatedServiceToken> for NativeCreatedServiceToken {
    fn from(created: common::CreatedServiceToken) -> Self {
        Self { token: created.token.expose().to_owned(), info: created.info.into() }
    }
}

#[uniffi::export]
impl NativeClient {
    /// `service_tokens.create`.
    pub async fn create_service_token(
        &self,
        token: NativeNewServiceToken,
        timeout: Option<f64>,
    ) -> Result<NativeCreatedServiceToken, NativeError> {
        let scopes = token.scopes.into_iter().map(|scope| (scope.environment, scope.path));
        let token = op::NewServiceToken {
            name: token.name,
            project: token.project,
            scopes: scopes.collect(),
            permissions: token.permissions,
            expires_in: token.expires_in,
        };
        run(op::create_service_token(&self.0, token), timeout).await
    }

    /// `service_tokens.describe`.
    pub async fn describe_service_token(
        &self,
        timeout: Option<f64>,
    ) -> Result<NativeServiceTokenInfo, NativeError> {
        run(op::describe_service_token(&self.0), timeout).await
    }
}
