//! Service tokens.

use std::future::IntoFuture;

use infisical_e2ee::{
    Client, CreatedServiceToken, ListServiceTokens, Operation, Permission, Result, ServiceTokenInfo,
};

use super::{NewServiceToken, in_project, prepared};
use crate::options::duration;

/// `service_tokens.create`.
pub fn create_service_token(
    client: &Client,
    token: NewServiceToken,
) -> Operation<CreatedServiceToken> {
    prepared(|| {
        let mut request = client.service_tokens().create(token.name);
        if let Some(id) = token.project {
            request = request.project(id);
        }
        for scope in token.scopes {
            request = request.scope(scope.environment, scope.path);
        }
        if let Some(names) = token.permissions {
            let permissions: Result<Vec<Permission>> =
                names.iter().map(|name| name.parse()).collect();
            request = request.permissions(permissions?);
        }
        if let Some(seconds) = token.expires_in {
            request = request.expires_in(duration("the lifetime of the token", seconds)?);
        }
        Ok(request.into_future())
    })
}

/// `service_tokens.describe`.
pub fn describe_service_token(client: &Client) -> Operation<ServiceTokenInfo> {
    client.service_tokens().describe().into_future()
}

/// `service_tokens.list`.
pub fn list_service_tokens(
    client: &Client,
    project: Option<String>,
) -> Operation<Vec<ServiceTokenInfo>> {
    in_project(client.service_tokens().list(), project, ListServiceTokens::project).into_future()
}

/// `service_tokens.delete`.
pub fn delete_service_token(client: &Client, id: String) -> Operation<()> {
    client.service_tokens().delete(id).into_future()
}
