//! Access, refresh and sign-up tokens.

use jsonwebtoken::errors::ErrorKind;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};

use crate::auth::keys::ServerKeys;
use crate::clock;
use crate::era::Era;
use crate::error::{ApiError, JwtFault};
use crate::store::sessions::Session;

/// What a token is good for. Each kind has a signing key of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Access,
    Refresh,
    Signup,
}

impl Kind {
    fn lifetime_seconds(self) -> i64 {
        match self {
            Kind::Access => 10 * 24 * 3600,
            Kind::Refresh => 90 * 24 * 3600,
            Kind::Signup => 15 * 60,
        }
    }

    fn later_name(self) -> &'static str {
        match self {
            Kind::Access => "accessToken",
            Kind::Refresh => "refreshToken",
            Kind::Signup => "signupToken",
        }
    }

    fn key(self, keys: &ServerKeys) -> &[u8] {
        match self {
            Kind::Access => &keys.jwt_access,
            Kind::Refresh => &keys.jwt_refresh,
            Kind::Signup => &keys.jwt_signup,
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
    iat: i64,
    exp: i64,
}

/// Whom a token is for.
#[derive(Clone, Copy)]
pub(crate) struct Subject<'a> {
    pub(crate) user_id: &'a str,
    /// The later eras' session; a sign-up token has none.
    pub(crate) session: Option<&'a Session>,
    /// The organisation selected, where the era knows that.
    pub(crate) organization_id: Option<&'a str>,
}

/// A signed token of `kind`.
pub(crate) fn issue(
    keys: &ServerKeys,
    era: Era,
    kind: Kind,
    subject: Subject<'_>,
) -> Result<String, ApiError> {
    let iat = clock::now() / 1000;
    let session = subject.session.filter(|_| era != Era::May23);
    let claims = Claims {
        auth_method: (era == Era::Jun24 && kind != Kind::Signup).then(|| "email".to_owned()),
        auth_token_type: (era != Era::May23).then(|| kind.later_name().to_owned()),
        user_id: subject.user_id.to_owned(),
        token_version_id: session.map(|session| session.id.clone()),
        access_version: session.filter(|_| kind == Kind::Access).map(|s| s.access_version),
        refresh_version: session.filter(|_| kind == Kind::Refresh).map(|s| s.refresh_version),
        organization_id: subject.organization_id.map(str::to_owned),
        iat,
        exp: iat + kind.lifetime_seconds(),
    };
    let key = EncodingKey::from_secret(kind.key(keys));
    jsonwebtoken::encode(&Header::new(Algorithm::HS256), &claims, &key)
        .map_err(|_| ApiError::Internal)
}

/// The payload of a token, if it is one of `kind` and in time.
pub(crate) fn read(keys: &ServerKeys, kind: Kind, token: &str) -> Result<Claims, ApiError> {
    if token.split('.').count() != 3 {
        return Err(ApiError::Jwt(JwtFault::Malformed));
    }
    let mut validation = Validation::new(Algorithm::HS256);
    validation.leeway = 0;
    let key = DecodingKey::from_secret(kind.key(keys));
    match jsonwebtoken::decode::<Claims>(token, &key, &validation) {
        Ok(data) => Ok(data.claims),
        Err(error) => Err(ApiError::Jwt(match error.kind() {
            ErrorKind::InvalidSignature => JwtFault::InvalidSignature,
            ErrorKind::ExpiredSignature => JwtFault::Expired,
            _ => JwtFault::InvalidToken,
        })),
    }
}
