//! Access tokens that users create for machine identities.

use std::time::Duration;

use super::identities::Identities;
use crate::SecretString;
use crate::api::token_auth::{self as api, CreatedToken, TokenRecord, Tokens};
use crate::client::call::{Client, awaitable};

/// The number of tokens per request.
const PAGE: u64 = 100;

/// The number of tokens that can be listed, because servers allow an offset of at most 100.
const SHOWN: u64 = 200;

impl Identities {
    /// Creates an access token for a machine identity. Its text is returned here once and never
    /// again.
    ///
    /// A program becomes the identity with it, as `identity_token`. The identity needs token auth
    /// first, see [`attach_token_auth`](Self::attach_token_auth).
    ///
    /// # Arguments
    /// - `id`: the identity's id.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if there is no identity of that id, or
    ///   if it has no token auth.
    /// - [`ErrorKind::UnsupportedByServer`](crate::ErrorKind::UnsupportedByServer) on servers
    ///   before autumn 2024.
    pub fn create_access_token(&self, id: impl Into<String>) -> CreateAccessToken {
        CreateAccessToken { client: self.client.clone(), id: id.into(), name: String::new() }
    }

    /// Lists the access tokens that users created for a machine identity.
    ///
    /// The text of a token is not shown. Revoked tokens are included. Servers show the 200 that were
    /// created, used or changed last.
    ///
    /// # Arguments
    /// - `id`: the identity's id.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if there is no identity of that id, or
    ///   if it has no token auth.
    /// - [`ErrorKind::UnsupportedByServer`](crate::ErrorKind::UnsupportedByServer) on servers
    ///   before autumn 2024.
    pub fn list_access_tokens(&self, id: impl Into<String>) -> ListAccessTokens {
        ListAccessTokens { client: self.client.clone(), id: id.into() }
    }

    /// Gives an access token another name.
    ///
    /// # Arguments
    /// - `token_id`: the token's id, as in [`AccessTokenInfo::id`].
    /// - `new_name`: what the token is for, for people.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if there is no such token.
    /// - [`ErrorKind::UnsupportedByServer`](crate::ErrorKind::UnsupportedByServer) on servers
    ///   before autumn 2024.
    pub fn rename_access_token(
        &self,
        token_id: impl Into<String>,
        new_name: impl Into<String>,
    ) -> RenameAccessToken {
        RenameAccessToken {
            client: self.client.clone(),
            token_id: token_id.into(),
            new_name: new_name.into(),
        }
    }

    /// Revokes an access token. Servers reject programs that use it from then on.
    ///
    /// # Arguments
    /// - `token_id`: the token's id, as in [`AccessTokenInfo::id`].
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if there is no such token, or if it
    ///   was revoked before.
    /// - [`ErrorKind::UnsupportedByServer`](crate::ErrorKind::UnsupportedByServer) on servers
    ///   before autumn 2024.
    pub fn revoke_access_token(&self, token_id: impl Into<String>) -> RevokeAccessToken {
        RevokeAccessToken { client: self.client.clone(), token_id: token_id.into() }
    }
}

/// Creates an access token when awaited. See [`Identities::create_access_token`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct CreateAccessToken {
    client: Client,
    id: String,
    name: String,
}

impl CreateAccessToken {
    /// Purpose of the token, for people; empty by default.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }
}

awaitable!(CreateAccessToken => CreatedAccessToken, |this, call| {
    call.require_token_auth().await?;
    call.check_identity_id(&this.id).await?;
    let request = api::create_token(&this.id, &this.name)?;
    let created: CreatedToken = call.send_authorized(request).await?.json().await?;
    Ok(CreatedAccessToken {
        access_token: created.access_token,
        expires_in: Duration::from_secs(created.expires_in),
    })
});

/// Lists access tokens when awaited. See [`Identities::list_access_tokens`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ListAccessTokens {
    client: Client,
    id: String,
}

awaitable!(ListAccessTokens => Vec<AccessTokenInfo>, |this, call| {
    call.require_token_auth().await?;
    call.check_identity_id(&this.id).await?;
    let request = |offset, limit| api::list_tokens(&this.id, offset, limit);
    let items = |page: Tokens| {
        let is_full = u64::try_from(page.tokens.len()).is_ok_and(|count| count >= PAGE);
        (page.tokens, Some(if is_full { SHOWN } else { 0 }))
    };
    let id = |token: &TokenRecord| token.id.clone();
    let tokens = call.all_counted_pages(PAGE, request, items, id).await?;
    Ok(tokens.into_iter().map(AccessTokenInfo::from).collect())
});

/// Renames an access token when awaited. See [`Identities::rename_access_token`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct RenameAccessToken {
    client: Client,
    token_id: String,
    new_name: String,
}

awaitable!(RenameAccessToken => (), |this, call| {
    call.require_token_auth().await?;
    call.check_id("access token", &this.token_id).await?;
    call.send_authorized(api::rename_token(&this.token_id, &this.new_name)?).await?;
    Ok(())
});

/// Revokes an access token when awaited. See [`Identities::revoke_access_token`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct RevokeAccessToken {
    client: Client,
    token_id: String,
}

awaitable!(RevokeAccessToken => (), |this, call| {
    call.require_token_auth().await?;
    call.check_id("access token", &this.token_id).await?;
    call.send_authorized(api::revoke_token(&this.token_id)).await?;
    Ok(())
});

/// A new access token of a machine identity. Its text is shown here once and kept nowhere.
#[derive(Debug, Clone)]
pub struct CreatedAccessToken {
    /// The token, for the credential
    /// [`Credential::identity_token`](crate::Credential::identity_token).
    pub access_token: SecretString,
    /// How long the token lasts; 0 if it does not expire.
    pub expires_in: Duration,
}

/// An access token of a machine identity, without its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessTokenInfo {
    /// The token's id.
    pub id: String,
    /// A name for people; can be empty.
    pub name: String,
    /// When the token was created, as RFC 3339 in UTC, if the server sends it.
    pub created_at: Option<String>,
    /// When the token was last used, as RFC 3339 in UTC; `None` if never, or if the server does not
    /// send it.
    pub last_used: Option<String>,
    /// The number of requests with the token, if the server sends it.
    pub uses: Option<i64>,
    /// Whether it was revoked.
    pub is_revoked: bool,
}

impl From<TokenRecord> for AccessTokenInfo {
    fn from(record: TokenRecord) -> Self {
        Self {
            id: record.id,
            name: record.name.unwrap_or_default(),
            created_at: record.created_at,
            last_used: record.access_token_last_used_at,
            uses: record.access_token_num_uses,
            is_revoked: record.is_access_token_revoked,
        }
    }
}
