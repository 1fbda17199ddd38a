//! Authentication of callers, and their permissions.

pub(crate) mod access;
pub(crate) mod blind_index;
pub(crate) mod certificates;
pub(crate) mod cipher;
pub(crate) mod conditions;
pub(crate) mod der;
pub(crate) mod fetched;
pub(crate) mod foreign_jwt;
pub(crate) mod ghost;
pub(crate) mod hs256;
pub(crate) mod identity_proofs;
pub(crate) mod jwt;
pub(crate) mod keys;
pub(crate) mod logins;
pub(crate) mod passwords;
pub(crate) mod patterns;
pub(crate) mod permissions;
pub(crate) mod providers;
pub(crate) mod signed_request;
pub(crate) mod srp;
pub(crate) mod trusted_ips;

use std::net::IpAddr;

use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use rusqlite::Connection;

use crate::auth::jwt::IdentityClaims;
use crate::clock;
use crate::era::Era;
use crate::error::ApiError;
use crate::random;
use crate::state::App;
use crate::store::identities::{self, Identity};
use crate::store::identity_tokens::{self, Token};
use crate::store::service_accounts::{self, ServiceAccount};
use crate::store::service_tokens::{self, ServiceToken};
use crate::store::users::{self, User};
use crate::store::{api_keys, organizations, sessions};

/// Which credentials a route takes.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Access {
    user: bool,
    api_key: bool,
    service_token: bool,
    identity: bool,
    service_account: bool,
    /// Whether June 2024 requires a user token with a selected organization.
    organization: bool,
    /// Whether an outdated token is accepted.
    outdated: bool,
}

impl Access {
    /// Anyone; credentials are ignored.
    pub(crate) const OPEN: Access = Access {
        user: false,
        api_key: false,
        service_token: false,
        identity: false,
        service_account: false,
        organization: false,
        outdated: false,
    };
    /// A logged-in user.
    pub(crate) const USER: Access = Access { user: true, organization: true, ..Access::OPEN };
    /// A logged-in user, organisation selected or not.
    pub(crate) const USER_ANYWHERE: Access = Access { user: true, ..Access::OPEN };
    /// Like [`Access::USER_ANYWHERE`], with any token since the last log-out.
    pub(crate) const USER_OUTDATED: Access = Access { outdated: true, ..Access::USER_ANYWHERE };
    /// A logged-in user or an API key.
    pub(crate) const USER_OR_KEY: Access = Access { api_key: true, ..Access::USER };
    /// A logged-in user or a machine identity.
    pub(crate) const USER_OR_IDENTITY: Access = Access { identity: true, ..Access::USER };
    /// Everyone but a service token.
    pub(crate) const NOT_TOKEN: Access = Access { identity: true, ..Access::USER_OR_KEY };
    /// Every credential with access to projects.
    pub(crate) const PROJECT: Access = Access {
        service_token: true,
        identity: true,
        service_account: true,
        ..Access::USER_OR_KEY
    };
    /// Every credential with access to projects, except a user session.
    pub(crate) const PROGRAM: Access = Access { user: false, ..Access::PROJECT };
    /// May 2023's writes by id, which service accounts cannot use.
    pub(crate) const PROJECT_BY_ID: Access = Access { service_account: false, ..Access::PROJECT };
    /// A service account only.
    pub(crate) const ACCOUNT: Access = Access { service_account: true, ..Access::OPEN };
    /// A logged-in user or a service account.
    pub(crate) const USER_OR_ACCOUNT: Access = Access { service_account: true, ..Access::USER };
    /// A machine identity only, which needs no organization.
    pub(crate) const IDENTITY: Access = Access { identity: true, ..Access::OPEN };
    /// A service token only.
    pub(crate) const TOKEN: Access = Access { service_token: true, ..Access::OPEN };

    fn is_open(self) -> bool {
        let accounts = self.user || self.api_key || self.identity || self.service_account;
        !(accounts || self.service_token)
    }
}

/// The caller.
#[derive(Clone, Debug)]
pub(crate) enum Actor {
    Anonymous,
    User(Box<UserActor>),
    Token(Box<ServiceToken>),
    Identity(Box<Identity>),
    ServiceAccount(Box<ServiceAccount>),
}

impl Actor {
    /// Whether it is a program, which has no personal secrets.
    pub(crate) fn is_program(&self) -> bool {
        matches!(self, Actor::Token(_) | Actor::Identity(_) | Actor::ServiceAccount(_))
    }
}

/// A user, by access token or API key.
#[derive(Clone, Debug)]
pub(crate) struct UserActor {
    pub(crate) user: User,
    /// The later eras' session of an access token.
    pub(crate) session_id: Option<String>,
    /// The organisation selected in an access token.
    pub(crate) organization_id: Option<String>,
    /// Whether the second factor was checked for the access token.
    pub(crate) is_mfa_verified: bool,
}

const NOT_IN_ORGANIZATION: ApiError = ApiError::Later {
    status: 403,
    error: "ForbiddenError",
    message: "User not member of organization",
};

const NO_API_KEYS: ApiError = ApiError::bad_request(
    "API key authentication is not supported anymore. Please switch to identity authentication.",
);

enum Credential<'a> {
    Jwt(&'a str),
    ApiKey(&'a str),
    ServiceToken(&'a str),
    ServiceAccount(&'a str),
}

/// Authenticates a request with `headers` from `peer`, and checks that the route accepts the
/// credential.
pub(crate) fn authenticate(
    app: &App,
    access: Access,
    headers: &HeaderMap,
    peer: IpAddr,
) -> Result<Actor, ApiError> {
    if access.is_open() {
        return Ok(Actor::Anonymous);
    }
    match credential(app.era, headers)? {
        Credential::Jwt(token) if app.era != Era::May23 || access.user => {
            let claims = match jwt::read(&app.keys, jwt::Kind::Access, token)? {
                jwt::Bearer::User(claims) => claims,
                jwt::Bearer::Identity(claims) => {
                    let identity = identity_of(app, &claims, peer)?;
                    return if access.identity {
                        Ok(Actor::Identity(Box::new(identity)))
                    } else {
                        Err(ApiError::ModeNotAccepted)
                    };
                }
            };
            let actor = user_of_jwt(app, access, claims)?;
            if !access.user {
                return Err(ApiError::ModeNotAccepted);
            }
            if app.era >= Era::Jun24 && access.organization && actor.organization_id.is_none() {
                return Err(ApiError::NoOrganization);
            }
            Ok(Actor::User(Box::new(actor)))
        }
        Credential::ApiKey(key) if app.era != Era::May23 || access.api_key => {
            let actor = user_of_api_key(app, key)?;
            if access.api_key {
                Ok(Actor::User(Box::new(actor)))
            } else {
                Err(ApiError::ModeNotAccepted)
            }
        }
        Credential::ServiceToken(token) if app.era != Era::May23 || access.service_token => {
            let token = service_token(app, token)?;
            if access.service_token {
                Ok(Actor::Token(Box::new(token)))
            } else {
                Err(ApiError::ModeNotAccepted)
            }
        }
        Credential::ServiceAccount(key) if access.service_account => {
            Ok(Actor::ServiceAccount(Box::new(service_account(app, key)?)))
        }
        _ => Err(ApiError::ModeNotAccepted),
    }
}

/// The credential to use: May 2023 prefers the Authorization header, later eras the API key.
fn credential(era: Era, headers: &HeaderMap) -> Result<Credential<'_>, ApiError> {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let (authorization, api_key) = (text(AUTHORIZATION.as_str()), text("x-api-key"));
    if era == Era::May23 {
        let Some(authorization) = authorization else {
            return api_key.map(Credential::ApiKey).ok_or(ApiError::MissingCredentials);
        };
        let (scheme, token) = authorization.split_once(' ').ok_or(ApiError::UnsupportedScheme)?;
        if !scheme.eq_ignore_ascii_case("bearer") {
            return Err(ApiError::UnsupportedScheme);
        }
        return Ok(match token.split('.').next() {
            Some("st") => Credential::ServiceToken(token),
            Some("sa") => Credential::ServiceAccount(token),
            _ => Credential::Jwt(token),
        });
    }
    if let Some(key) = api_key {
        return if era.is_modern() { Err(NO_API_KEYS) } else { Ok(Credential::ApiKey(key)) };
    }
    // The scheme is cut off unread, as those servers do.
    let token = authorization.and_then(|value| value.get(7..)).unwrap_or_default();
    if token.is_empty() {
        Err(ApiError::MissingCredentials)
    } else if token.starts_with("st.") {
        Ok(Credential::ServiceToken(token))
    } else {
        Ok(Credential::Jwt(token))
    }
}

/// The claims of the access token of a machine identity.
pub(crate) fn identity_claims(app: &App, token: &str) -> Result<IdentityClaims, ApiError> {
    jwt::read(&app.keys, jwt::Kind::Access, token)
}

/// The record of an access token that is neither expired nor taken back.
pub(crate) fn live_token(db: &Connection, claims: &IdentityClaims) -> Result<Token, ApiError> {
    identity_tokens::by_id(db, &claims.identity_access_token_id)?
        .filter(|token| !token.is_revoked && !token.is_expired())
        .ok_or(ApiError::Unauthorized)
}

/// Like [`live_token`], for a token with remaining uses.
pub(crate) fn usable_token(db: &Connection, claims: &IdentityClaims) -> Result<Token, ApiError> {
    let token = live_token(db, claims)?;
    if token.is_used_up() { Err(ApiError::TokenUsedUp) } else { Ok(token) }
}

/// How July 2026 refuses the access token of an identity.
fn refused(era: Era, error: ApiError) -> ApiError {
    let message = match (era, &error) {
        (Era::Modern, ApiError::Unauthorized) => "Failed to authorize: token has been revoked",
        (Era::Modern, ApiError::TokenUsedUp) => "Failed to authorize: token usage limit reached",
        _ => return error,
    };
    ApiError::Later { status: 401, error: "UnauthorizedError", message }
}

/// Checked and counted in one transaction, so that concurrent requests see each other.
fn identity_of(app: &App, claims: &IdentityClaims, peer: IpAddr) -> Result<Identity, ApiError> {
    app.store.write(|db| {
        let token = usable_token(db, claims).map_err(|error| refused(app.era, error))?;
        if !trusted_ips::cover(&identity_tokens::trusted_ips(db, &token)?, peer) {
            return Err(ApiError::UntrustedAddress);
        }
        identity_tokens::touch(db, &token.id)?;
        identities::by_id(db, &token.identity_id)?.ok_or(ApiError::Unauthorized)
    })
}

fn user_of_jwt(app: &App, access: Access, claims: jwt::Claims) -> Result<UserActor, ApiError> {
    app.store.read(|db| {
        let user = users::by_id(db, &claims.user_id)?.ok_or(ApiError::UserGone)?;
        if !user.is_accepted {
            return Err(ApiError::UserIncomplete);
        }
        if app.era == Era::May23 {
            return Ok(UserActor {
                user,
                session_id: None,
                organization_id: None,
                is_mfa_verified: false,
            });
        }
        let session_id = claims.token_version_id.unwrap_or_default();
        let session = sessions::find(db, &user.id, &session_id)?
            .ok_or(ApiError::StaleSession("Session not found"))?;
        let version = claims.access_version.unwrap_or_default();
        let is_current = version == session.access_version;
        let will_do = access.outdated && version > session.ended_version;
        if !is_current && !will_do {
            return Err(ApiError::StaleSession("Stale session"));
        }
        if let Some(organization_id) = &claims.organization_id {
            organizations::membership_of(db, organization_id, &user.id)?
                .filter(|membership| membership.is_accepted())
                .ok_or(if app.era.is_modern() {
                    NOT_IN_ORGANIZATION
                } else {
                    ApiError::NotOrganizationMember
                })?;
        }
        Ok(UserActor {
            user,
            session_id: Some(session.id),
            organization_id: claims.organization_id,
            is_mfa_verified: claims.is_mfa_verified.unwrap_or_default(),
        })
    })
}

fn user_of_api_key(app: &App, key: &str) -> Result<UserActor, ApiError> {
    let mut parts = key.split('.');
    let (_, Some(id), Some(secret)) = (parts.next(), parts.next(), parts.next()) else {
        return Err(ApiError::ApiKeyMalformed);
    };
    if !app.era.is_well_formed_id(id) {
        return Err(match app.era {
            Era::May23 => ApiError::MalformedId,
            Era::Feb24 | Era::Jun24 | Era::Modern => ApiError::ApiKeyMalformed,
        });
    }
    let key = app.store.read(|db| Ok(api_keys::by_id(db, id)?))?.ok_or(ApiError::ApiKeyUnknown)?;
    if !app.keys.secret_matches(secret, &key.secret_hash) {
        return Err(ApiError::ApiKeyWrongSecret);
    }
    if is_past(key.expires_at) {
        app.store.write(|db| Ok(api_keys::delete(db, &key.id)?))?;
        return Err(ApiError::ApiKeyExpired);
    }
    app.store.write(|db| {
        api_keys::touch(db, &key.id)?;
        let user = users::by_id(db, &key.user_id)?.ok_or(ApiError::UserGone)?;
        Ok(UserActor { user, session_id: None, organization_id: None, is_mfa_verified: false })
    })
}

fn service_token(app: &App, token: &str) -> Result<ServiceToken, ApiError> {
    let mut parts = token.split('.');
    let (_, Some(id), secret) = (parts.next(), parts.next(), parts.next()) else {
        return Err(ApiError::TokenMalformed);
    };
    let unknown = || ApiError::absent(format!("Service token with ID '{id}' not found"));
    if !app.era.is_well_formed_id(id) {
        return Err(if app.era.is_modern() { unknown() } else { ApiError::TokenMalformed });
    }
    let token = app.store.read(|db| Ok(service_tokens::by_id(db, id)?))?;
    let token = token
        .ok_or_else(|| if app.era.is_modern() { unknown() } else { ApiError::TokenUnknown })?;
    if !app.keys.secret_matches(secret.unwrap_or_default(), &token.secret_hash) {
        return Err(ApiError::TokenWrongSecret);
    }
    if is_past(token.expires_at) {
        app.store.write(|db| Ok(service_tokens::delete(db, &token.id)?))?;
        return Err(ApiError::TokenExpired);
    }
    app.store.write(|db| {
        service_tokens::touch(db, &token.id)?;
        service_tokens::by_id(db, &token.id)?.ok_or(ApiError::TokenUnknown)
    })
}

/// The account of an access key. Its expiry is stored and ignored, as in the release.
fn service_account(app: &App, key: &str) -> Result<ServiceAccount, ApiError> {
    let mut parts = key.split('.');
    let (_, Some(id), secret) = (parts.next(), parts.next(), parts.next()) else {
        return Err(ApiError::TokenMalformed);
    };
    let id = random::from_base64(id).map(hex::encode).ok_or(ApiError::TokenUnknown)?;
    app.store.write(|db| {
        let account = service_accounts::by_id(db, &id)?.ok_or(ApiError::TokenUnknown)?;
        if !app.keys.secret_matches(secret.unwrap_or_default(), &account.secret_hash) {
            return Err(ApiError::TokenWrongSecret);
        }
        service_accounts::touch(db, &account.id)?;
        Ok(account)
    })
}

fn is_past(expires_at: Option<i64>) -> bool {
    expires_at.is_some_and(|at| at <= clock::now())
}
