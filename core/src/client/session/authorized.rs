//! Requests with the credential of the client.

use super::features::Feature;
use crate::client::call::{Call, Kind};
use crate::http::{Authorization, Request, Response};
use crate::{Error, ErrorKind, Result, SecretString};

impl Call {
    /// Sends a request with the client's credential.
    pub(crate) async fn send_authorized(&self, request: Request) -> Result<Response> {
        let request = self.authorized(request).await?;
        let refused = match self.transmit(&request).await {
            Err(error) if is_refusal(&error) => error,
            result => return result,
        };
        let Authorization::Bearer(token) = &request.authorization else {
            return Err(refused);
        };
        match self.credential()? {
            Kind::User { .. } if self.token_is_stale(token, &refused).await? => {
                self.forget_login(token).await;
                let request = self.authorized(request).await?;
                self.transmit(&request).await
            }
            Kind::MachineIdentity(_) => {
                self.forget_session(token).await;
                let request = self.authorized(request).await?;
                self.transmit(&request).await
            }
            Kind::AccessToken { .. } if self.token_is_stale(token, &refused).await? => Err(refused),
            Kind::ServiceToken(_)
            | Kind::ServiceAccount(_)
            | Kind::ServiceTokenV3(_)
            | Kind::IdentityToken(_)
            | Kind::ApiKey { .. } => Err(refused),
            _ => Err(refused
                .reclassified(
                    ErrorKind::ServerError,
                    format!(
                        "{}: the server failed although the access token is valid",
                        request.subject
                    ),
                )
                .passing(request.may_change_something())),
        }
    }

    /// Distinguishes an invalid token from a failure of the server: May 2023 answers 500 to both,
    /// so another request checks the token.
    async fn token_is_stale(&self, token: &SecretString, refused: &Error) -> Result<bool> {
        if refused.status() != Some(500) {
            return Ok(true);
        }
        let check = crate::api::auth::check(token);
        match self.transmit(&check).await {
            Ok(_) => Ok(false),
            Err(error) if is_refusal(&error) => Ok(true),
            Err(error) => Err(error),
        }
    }

    async fn authorized(&self, request: Request) -> Result<Request> {
        let authorization = match self.credential()? {
            Kind::ServiceToken(token) => Authorization::Bearer(token.credential().clone()),
            Kind::ServiceTokenV3(token) => Authorization::Bearer(token.credential().clone()),
            Kind::ServiceAccount(account) => {
                self.require(Feature::ServiceAccounts).await?;
                Authorization::Bearer(account.access_key.credential().clone())
            }
            Kind::AccessToken { token, .. } => Authorization::Bearer(token.clone()),
            Kind::ApiKey { key, .. } => Authorization::ApiKey(key.clone()),
            Kind::User { .. } if request.needs_organization => {
                Authorization::Bearer(self.login_for_organization().await?.token.clone())
            }
            Kind::User { .. } => Authorization::Bearer(self.login().await?.token.clone()),
            Kind::MachineIdentity(_) => Authorization::Bearer(self.session().await?.token.clone()),
            Kind::IdentityToken(token) => {
                self.require(Feature::IdentityLogIn).await?;
                Authorization::Bearer(token.clone())
            }
        };
        Ok(request.authorized(authorization))
    }
}

fn is_refusal(error: &Error) -> bool {
    matches!(error.kind(), ErrorKind::AuthenticationFailed | ErrorKind::TokenExpired)
}
