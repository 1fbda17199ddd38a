//! Access, refresh and sign-up tokens, and those for the second factor.

use jsonwebtoken::errors::ErrorKind;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::auth::keys::ServerKeys;
use crate::clock;
use crate::era::Era;
use crate::error::{ApiError, JwtFault};
use crate::state::App;
use crate::store::identities::Identity;
use crate::store::identity_tokens::Token;
use crate::store::sessions::Session;

/// The purpose of a token. Each kind has its own signing key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Access,
    Refresh,
    Signup,
    Mfa,
    /// Setting a new password in place of a lost one, in July 2026.
    Recovery,
}

impl Kind {
    fn lifetime_seconds(self, app: &App) -> i64 {
        match self {
            Kind::Access => app.access_token_seconds.into(),
            Kind::Refresh => 90 * 24 * 3600,
            Kind::Signup | Kind::Recovery => 15 * 60,
            Kind::Mfa => 5 * 60,
        }
    }

    fn later_name(self) -> &'static str {
        match self {
            Kind::Access => "accessToken",
            Kind::Refresh => "refreshToken",
            Kind::Signup => "signupToken",
            Kind::Mfa => "mfaToken",
            Kind::Recovery => "accountRecoveryToken",
        }
    }

    fn key(self, keys: &ServerKeys) -> &[u8] {
        match self {
            Kind::Access => &keys.jwt_access,
            Kind::Refresh => &keys.jwt_refresh,
            Kind::Signup => &keys.jwt_signup,
            Kind::Mfa => &keys.jwt_mfa,
            Kind::Recovery => &keys.jwt_recovery,
        }
    }
}

/// The payload. May 2023 knows only the user and the two times.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Claims {
    #[serde(skip_serializing_if = "Option::is_none")]
    auth_method: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    auth_token_type: Option<String>,
    pub(crate) user_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) token_version_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) access_version: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) refresh_version: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) organization_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) is_mfa_verified: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mfa_method: Option<String>,
    iat: i64,
    exp: i64,
}

/// The payload of a machine identity's access token.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct IdentityClaims {
    identity_id: String,
    /// The client secret of the log-in, unless a user created the token.
    #[serde(skip_serializing_if = "Option::is_none")]
    client_secret_id: Option<String>,
    pub(crate) identity_access_token_id: String,
    auth_token_type: String,
    /// What July 2026 includes about the identity, in addition to its id.
    #[serde(flatten)]
    more: Map<String, Value>,
    iat: i64,
    exp: i64,
}

impl IdentityClaims {
    /// The client secret of the log-in, unless a user created the token.
    pub(crate) fn client_secret_id(&self) -> Option<&str> {
        self.client_secret_id.as_deref()
    }
}

/// The payload of a token that comes with requests.
#[derive(Clone, Deserialize)]
#[serde(untagged)]
pub(crate) enum Bearer {
    User(Claims),
    Identity(IdentityClaims),
}

/// Which identity a token is for, and how long.
#[derive(Clone, Copy)]
pub(crate) struct IdentitySubject<'a> {
    pub(crate) identity: &'a Identity,
    pub(crate) client_secret_id: Option<&'a str>,
    pub(crate) token: &'a Token,
    /// Seconds.
    pub(crate) ttl: i64,
}

/// A signed access token for a machine identity.
pub(crate) fn issue_to_identity(
    app: &App,
    subject: IdentitySubject<'_>,
) -> Result<String, ApiError> {
    let iat = clock::now() / 1000;
    let is_modern = app.era.is_modern();
    let more = if is_modern { told(subject, iat) } else { Map::new() };
    let no_secret = is_modern.then_some("");
    let claims = IdentityClaims {
        identity_id: subject.identity.id.clone(),
        client_secret_id: subject.client_secret_id.or(no_secret).map(str::to_owned),
        identity_access_token_id: subject.token.id.clone(),
        auth_token_type: "identityAccessToken".to_owned(),
        more,
        iat,
        exp: iat + subject.ttl,
    };
    sign(&app.keys, Kind::Access, &claims)
}

/// What July 2026 tells of an identity and its token.
fn told(subject: IdentitySubject<'_>, now: i64) -> Map<String, Value> {
    let (identity, token) = (subject.identity, subject.token);
    let organization = &identity.organization_id;
    let told = json!({
        "identityName": identity.name,
        "authMethod": token.method.name(),
        "orgId": organization,
        "rootOrgId": organization,
        "parentOrgId": organization,
        "ipRestrictionEnabled": true,
        "accessTokenTTL": token.ttl,
        "accessTokenMaxTTL": token.max_ttl,
        "accessTokenPeriod": 0,
        "creationEpoch": now,
        "identityAuth": {},
        "jti": token.id,
    });
    let Value::Object(mut told) = told else { return Map::new() };
    if token.max_uses > 0 {
        told.insert("numUsesLimit".to_owned(), token.max_uses.into());
    }
    told
}

/// The user and session of a token.
#[derive(Clone, Copy)]
pub(crate) struct Subject<'a> {
    pub(crate) user_id: &'a str,
    /// The later eras' session; a sign-up token has none.
    pub(crate) session: Option<&'a Session>,
    /// The organisation selected, where the era knows that.
    pub(crate) organization_id: Option<&'a str>,
    /// Whether the second factor was checked, where tokens tell that.
    pub(crate) is_mfa_verified: bool,
}

/// A signed token of `kind`.
pub(crate) fn issue(app: &App, kind: Kind, subject: Subject<'_>) -> Result<String, ApiError> {
    let (iat, era) = (clock::now() / 1000, app.era);
    let session = subject.session.filter(|_| era != Era::May23);
    let claims = Claims {
        auth_method: (era >= Era::Jun24 && !matches!(kind, Kind::Signup | Kind::Recovery))
            .then(|| "email".to_owned()),
        auth_token_type: (era != Era::May23).then(|| kind.later_name().to_owned()),
        user_id: subject.user_id.to_owned(),
        token_version_id: session.map(|session| session.id.clone()),
        access_version: session.filter(|_| kind == Kind::Access).map(|s| s.access_version),
        refresh_version: session.filter(|_| kind == Kind::Refresh).map(|s| s.refresh_version),
        organization_id: subject.organization_id.map(str::to_owned),
        is_mfa_verified: subject.is_mfa_verified.then_some(true),
        mfa_method: subject.is_mfa_verified.then(|| "email".to_owned()),
        iat,
        exp: iat + kind.lifetime_seconds(app),
    };
    sign(&app.keys, kind, &claims)
}

fn sign(keys: &ServerKeys, kind: Kind, claims: &impl Serialize) -> Result<String, ApiError> {
    let key = EncodingKey::from_secret(kind.key(keys));
    jsonwebtoken::encode(&Header::new(Algorithm::HS256), claims, &key)
        .map_err(|_| ApiError::Internal)
}

/// The payload of a token, if it is of `kind` and has not expired.
pub(crate) fn read<C: DeserializeOwned + Clone>(
    keys: &ServerKeys,
    kind: Kind,
    token: &str,
) -> Result<C, ApiError> {
    if token.split('.').count() != 3 {
        return Err(ApiError::Jwt(JwtFault::Malformed));
    }
    let mut validation = Validation::new(Algorithm::HS256);
    validation.leeway = 0;
    let key = DecodingKey::from_secret(kind.key(keys));
    match jsonwebtoken::decode::<C>(token, &key, &validation) {
        Ok(data) => Ok(data.claims),
        Err(error) => Err(ApiError::Jwt(match error.kind() {
            ErrorKind::InvalidSignature => JwtFault::InvalidSignature,
            // The releases compare signatures as text, even invalid ones.
            ErrorKind::Base64(_) if jsonwebtoken::decode_header(token).is_ok() => {
                JwtFault::InvalidSignature
            }
            ErrorKind::ExpiredSignature => JwtFault::Expired,
            _ => JwtFault::InvalidToken,
        })),
    }
}
