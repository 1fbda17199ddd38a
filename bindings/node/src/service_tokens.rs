//! Service tokens.

use infisical_e2ee_bindings_common::{self as common, operations};
use napi::Env;
use napi::bindgen_prelude::PromiseRaw;
use napi_derive::napi;

use crate::call::Call;
use crate::client::Client;

/// Where a token may be used.
#[napi(object)]
pub struct ServiceTokenScope {
    /// Slug of the environment.
    pub environment: String,
    /// A path or glob.
    pub path: String,
}

/// What a new token is for.
#[napi(object, object_to_js = false)]
pub struct NewServiceToken {
    /// Its name.
    pub name: String,
    /// Id of the project.
    pub project: Option<String>,
    /// Where it may be used.
    pub scopes: Option<Vec<ServiceTokenScope>>,
    /// What it may do: `"read"`, `"write"`.
    pub permissions: Option<Vec<String>>,
    /// Seconds it lasts.
    pub expires_in: Option<f64>,
}

impl From<NewServiceToken> for operations::NewServiceToken {
    fn from(token: NewServiceToken) -> Self {
        let scopes = token.scopes.unwrap_or_default().into_iter();
        Self {
            name: token.name,
            project: token.project,
            scopes: scopes.map(|scope| (scope.environment, scope.path)).collect(),
            permissions: token.permissions,
            expires_in: token.expires_in,
        }
    }
}

/// A service token, without anything secret.
#[napi(object, object_from_js = false, use_nullable = true)]
pub struct ServiceTokenInfo {
    /// The token's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The project it opens.
    pub project_id: String,
    /// Where it may be used.
    pub scopes: Vec<ServiceTokenScope>,
    /// What it may do.
    #[napi(ts_type = "Array<'read' | 'write'>")]
    pub permissions: Vec<&'static str>,
    /// When it stops working, as RFC 3339.
    pub expires_at: Option<String>,
}

impl From<common::ServiceTokenInfo> for ServiceTokenInfo {
    fn from(info: common::ServiceTokenInfo) -> Self {
        let scopes = info.scopes.into_iter();
        Self {
            id: info.id,
            name: info.name,
            project_id: info.project_id,
            scopes: scopes
                .map(|common::ServiceTokenScope { environment, path }| ServiceTokenScope {
                    environment,
                    path,
                })
                .collect(),
            permissions: info.permissions.iter().map(|permission| permission.as_str()).collect(),
            expires_at: info.expires_at,
        }
    }
}

/// A new token.
#[napi(object, object_from_js = false, use_nullable = true)]
pub struct CreatedServiceToken {
    /// The token.
    pub token: String,
    /// What it is for.
    pub info: ServiceTokenInfo,
}

impl From<common::CreatedServiceToken> for CreatedServiceToken {
    fn from(created: common::CreatedServiceToken) -> Self {
        Self { token: created.token.expose().to_owned(), info: created.info.into() }
    }
}

#[napi]
impl Client {
    /// Makes a token.
    #[napi]
    pub fn create_service_token<'env>(
        &self,
        env: &'env Env,
        call: &Call,
        token: NewServiceToken,
    ) -> napi::Result<PromiseRaw<'env, CreatedServiceToken>> {
        let operation = operations::create_service_token(&self.0, token.into());
        call.start(env, operation, CreatedServiceToken::from)
    }

    /// Reads what the client's own token is for.
    #[napi]
    pub fn describe_service_token<'env>(
        &self,
        env: &'env Env,
        call: &Call,
    ) -> napi::Result<PromiseRaw<'env, ServiceTokenInfo>> {
        call.start(env, operations::describe_service_token(&self.0), ServiceTokenInfo::from)
    }
}
