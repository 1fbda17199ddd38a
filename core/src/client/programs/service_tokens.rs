//! Service tokens, which give a program access to one project.

use std::time::Duration;

use crate::api::server::Era;
use crate::api::service_tokens::{
    self as api, Created, Grant, ScopeRecord, TokenList, TokenRecord,
};
use crate::client::call::{Call, Client, Kind, awaitable, crypto_failure, whole_seconds};
use crate::client::keys::Route;
use crate::client::projects::{normal_path, project_setter};
use crate::client::session::Feature;
use crate::crypto::{Encrypted, ServiceToken, SymmetricKey, SystemEntropy, generate_token_key};
use crate::{Error, ErrorKind, Result, SecretString};

/// Service tokens, which give a program access to one project. See [`Client::service_tokens`].
///
/// Protocol: `/api/v2/service-token` and `/api/v1/workspace/{id}/service-token-data`.
#[derive(Debug, Clone)]
pub struct ServiceTokens {
    pub(crate) client: Client,
}

impl ServiceTokens {
    /// Creates a service token. By default it reads one environment of a project. The client
    /// generates the token's key part and never sends it. For a project whose key only the server
    /// has, the token has no key part, and its program must allow plaintext.
    ///
    /// The text of the token is only in the result, [`CreatedServiceToken::token`]; it cannot
    /// be shown again.
    ///
    /// # Arguments
    /// - `name`: the token's name, for people.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such project or environment, or the user is not a
    ///   member.
    /// - [`ErrorKind::InvalidInput`] if no permission is given or there is no such permission, if a
    ///   path does not have the form `/folder/subfolder`, for a time below one second, or if
    ///   neither the call nor the client names the project and an environment.
    /// - [`ErrorKind::PermissionDenied`] if the user may not create tokens, on May 2023 servers
    ///   also if the user may not do what the token is to allow, or if the credential is not a
    ///   user's.
    /// - [`ErrorKind::KeyUnavailable`] if the user has no key of the project, or if the credential
    ///   opens no private key.
    /// - [`ErrorKind::DecryptionFailed`] if the user's copy of the key was changed.
    /// - [`ErrorKind::IntegrityViolation`] if the server may have replaced the project key (see
    ///   [`trusted_sealers`](crate::ClientBuilder::trusted_sealers)): then nothing is sent.
    /// - [`ErrorKind::UnsupportedByServer`] for several scopes or a path other than `/` on May 2023
    ///   servers, whose tokens are for one environment and every path in it, or for a project whose
    ///   key only the server has, if the client requires end-to-end encryption.
    pub fn create(&self, name: impl Into<String>) -> CreateServiceToken {
        CreateServiceToken {
            client: self.client.clone(),
            name: name.into(),
            project: None,
            scopes: Vec::new(),
            permissions: vec![Permission::Read],
            expires_in: None,
        }
    }

    /// Lists every service token of a project, expired ones too.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such project or the user is not a member.
    /// - [`ErrorKind::InvalidInput`] if neither the call nor the client names a project.
    /// - [`ErrorKind::PermissionDenied`] if the user's role does not allow it, or if the credential
    ///   is an API key or not a user's, such as a service token.
    pub fn list(&self) -> ListServiceTokens {
        ListServiceTokens { client: self.client.clone(), project: None }
    }

    /// Revokes a service token, by its id. From then on the server rejects programs that use it.
    ///
    /// # Arguments
    /// - `id`: the token's id.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such token, or the user is not a member of its
    ///   project.
    /// - [`ErrorKind::InvalidInput`] for a text that cannot be an id.
    /// - [`ErrorKind::PermissionDenied`] if the user's role does not allow it, or if the credential
    ///   is an API key or not a user's, such as a service token.
    pub fn delete(&self, id: impl Into<String>) -> DeleteServiceToken {
        DeleteServiceToken { client: self.client.clone(), id: id.into() }
    }

    /// Returns what the client's own service token is for.
    ///
    /// # Errors
    /// - [`ErrorKind::InvalidInput`] if the client's credential is not a service token.
    /// - [`ErrorKind::AuthenticationFailed`] if the server rejects the token.
    /// - [`ErrorKind::TokenExpired`] if the token has expired, where the server says so, as servers
    ///   since 2024 do.
    /// - [`ErrorKind::DecryptionFailed`] if the last part of the token, its key, does not open the
    ///   project key.
    pub fn describe(&self) -> DescribeServiceToken {
        DescribeServiceToken { client: self.client.clone() }
    }
}

/// Creates a token when awaited. See [`ServiceTokens::create`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct CreateServiceToken {
    client: Client,
    name: String,
    project: Option<String>,
    scopes: Vec<ServiceTokenScope>,
    permissions: Vec<Permission>,
    expires_in: Option<Duration>,
}

impl CreateServiceToken {
    project_setter!();

    /// Environment and path that the token may use, or several of them on servers since 2024; by
    /// default the client's environment and the path `/`. Since 2024 the path may be a glob: a
    /// slash and two asterisks cover every folder.
    pub fn scope(mut self, environment: impl Into<String>, path: impl Into<String>) -> Self {
        self.scopes.push(ServiceTokenScope { environment: environment.into(), path: path.into() });
        self
    }

    /// What the token may do: `read`, `write` or both; only `read` by default.
    pub fn permissions(mut self, permissions: impl IntoIterator<Item = Permission>) -> Self {
        self.permissions = permissions.into_iter().collect();
        self
    }

    /// How long the token is valid, in whole seconds; forever by default.
    pub fn expires_in(mut self, duration: Duration) -> Self {
        self.expires_in = Some(duration);
        self
    }
}

awaitable!(CreateServiceToken => CreatedServiceToken, |this, call| {
    call.create_service_token(this).await
});

/// Lists tokens when awaited. See [`ServiceTokens::list`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ListServiceTokens {
    client: Client,
    project: Option<String>,
}

impl ListServiceTokens {
    project_setter!();
}

awaitable!(ListServiceTokens => Vec<ServiceTokenInfo>, |this, call| {
    call.service_tokens(this.project).await
});

/// Revokes a token when awaited. See [`ServiceTokens::delete`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct DeleteServiceToken {
    client: Client,
    id: String,
}

awaitable!(DeleteServiceToken => (), |this, call| {
    call.require_session()?;
    call.check_id("service token", &this.id).await?;
    call.send_authorized(api::delete(&this.id)).await?;
    Ok(())
});

/// Reads the client's token when awaited. See [`ServiceTokens::describe`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct DescribeServiceToken {
    client: Client,
}

awaitable!(DescribeServiceToken => ServiceTokenInfo, |this, call| {
    match call.credential()? {
        Kind::ServiceToken(_) => {
            let token = call.opened_token().await?;
            Ok(ServiceTokenInfo::new(&token.record, token.project_id.clone()))
        }
        _ => Err(Error::new(
            ErrorKind::InvalidInput,
            "the client's credential is not a service token. Only a service token can describe \
             itself",
        )),
    }
});

/// What a service token may do within its scopes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Permission {
    /// Read secrets.
    Read,
    /// Create, update and delete secrets.
    Write,
}

impl Permission {
    /// `"read"` or `"write"`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
        }
    }
}

impl std::str::FromStr for Permission {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        match text {
            "read" => Ok(Self::Read),
            "write" => Ok(Self::Write),
            _ => Err(Error::new(
                ErrorKind::InvalidInput,
                "a permission of a service token must be \"read\" or \"write\"",
            )),
        }
    }
}

/// An environment and path a service token may use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceTokenScope {
    /// Slug of the environment.
    pub environment: String,
    /// A path or glob; `/**` covers every folder.
    pub path: String,
}

/// A service token, without its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceTokenInfo {
    /// The token's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The project's id.
    pub project_id: String,
    /// The environments and paths that the token can access.
    pub scopes: Vec<ServiceTokenScope>,
    /// `read`, `write` or both.
    pub permissions: Vec<Permission>,
    /// When the token expires, as RFC 3339 in UTC; `None` if never.
    pub expires_at: Option<String>,
}

/// A new service token. Its text is shown here once and kept nowhere.
#[derive(Debug, Clone)]
pub struct CreatedServiceToken {
    /// The token, `st.<id>.<secret>.<key>`.
    pub token: SecretString,
    /// The token's id, name, project and limits.
    pub info: ServiceTokenInfo,
}

impl Call {
    pub(crate) async fn service_tokens(
        &self,
        project: Option<String>,
    ) -> Result<Vec<ServiceTokenInfo>> {
        self.require_session()?;
        let project = self.project_or_default(project).await?;
        let response = self.send_authorized(api::list(self.era().await?, &project)).await?;
        let list: TokenList = response.json().await?;
        let infos = list.service_token_data.iter().map(ServiceTokenInfo::from_record);
        infos
            .collect::<Option<_>>()
            .ok_or_else(|| response.invalid("the service token lacks its project"))
    }

    async fn create_service_token(&self, this: CreateServiceToken) -> Result<CreatedServiceToken> {
        self.require_user()?;
        if this.permissions.is_empty() {
            return Err(Error::new(
                ErrorKind::InvalidInput,
                "the service token needs at least one permission",
            ));
        }
        let project = self.project_or_default(this.project.clone()).await?;
        let era = self.era().await?;
        let scopes = self.scopes_of_new_token(era, &project, &this).await?;
        let (token_key, wrapped) = match self.route(&project).await? {
            Route::Encrypted => {
                let (key, wrapped) = self.wrapped_key(&project).await?;
                (Some(key), wrapped)
            }
            // Today's web page sends the same for a project whose key only the server has.
            Route::Raw(_) => {
                let nothing = String::new;
                (None, Encrypted { ciphertext: nothing(), iv: nothing(), tag: nothing() })
            }
        };
        let permissions: Vec<_> = this.permissions.iter().map(|p| p.as_str()).collect();
        let grant = Grant {
            name: &this.name,
            project_id: &project,
            scopes: &scopes,
            permissions: &permissions,
            expires_in: whole_seconds(this.expires_in)?,
        };
        let response = self.send_authorized(api::create(era, &grant, &wrapped)?).await?;
        let created: Created = response.json().await?;
        let credential = created.service_token.expose();
        let token = match &token_key {
            Some(key) => ServiceToken::compose(credential, key.expose()),
            None => ServiceToken::parse_either(credential),
        };
        let token = token.map_err(|_| response.invalid("the new service token is malformed"))?;
        let info = ServiceTokenInfo::from_record(&created.service_token_data)
            .ok_or_else(|| response.invalid("the new service token lacks its project"))?;
        Ok(CreatedServiceToken { token: token.to_text(), info })
    }

    /// A new key for a token, and the project key encrypted with it.
    async fn wrapped_key(&self, project: &str) -> Result<(SecretString, Encrypted)> {
        let project_key = self.proven_key(project, None).await?;
        let entropy = &mut SystemEntropy;
        let token_key = generate_token_key(entropy).map_err(crypto_failure)?;
        let wrapping_key = SymmetricKey::from_text(token_key.expose()).map_err(crypto_failure)?;
        let wrapped = project_key.wrap(&wrapping_key, entropy).map_err(crypto_failure)?;
        Ok((token_key, wrapped))
    }

    async fn scopes_of_new_token(
        &self,
        era: Era,
        project: &str,
        this: &CreateServiceToken,
    ) -> Result<Vec<ScopeRecord>> {
        let mut scopes = this.scopes.clone();
        if scopes.is_empty() {
            let environment = self.environment_or_default(None).await?;
            scopes.push(ServiceTokenScope { environment, path: "/".to_owned() });
        }
        if scopes.len() > 1 || scopes.iter().any(|s| s.path != "/" && s.path != "/**") {
            Feature::TokenScopes.check(era)?;
        }
        let mut records = Vec::with_capacity(scopes.len());
        for scope in scopes {
            self.check_environment(project, &scope.environment).await?;
            let secret_path = normal_path(&scope.path)?;
            records.push(ScopeRecord { environment: scope.environment, secret_path });
        }
        Ok(records)
    }
}

impl ServiceTokenInfo {
    fn from_record(record: &TokenRecord) -> Option<Self> {
        record.project_id().map(|project_id| Self::new(record, project_id))
    }

    fn new(record: &TokenRecord, project_id: String) -> Self {
        Self {
            id: record.id(),
            name: record.name.clone(),
            project_id,
            scopes: record
                .scopes()
                .into_iter()
                .map(|scope| ServiceTokenScope {
                    environment: scope.environment,
                    path: scope.secret_path,
                })
                .collect(),
            permissions: record.permissions.iter().filter_map(|text| text.parse().ok()).collect(),
            expires_at: record.expires_at.clone(),
        }
    }
}
