//! Credentials of a client.

use std::sync::Arc;

use super::checks::why_empty;
use super::identity_login::IdentityLogIn;
use crate::crypto::{self, CryptoError, PrivateKey, PublicKey, ServiceAccountKey};
use crate::{Error, ErrorKind, Result, SecretString};

/// The credential of a client. `Debug` shows only its kind.
///
/// | credential | reads and writes secrets | creates projects and tokens |
/// |---|---|---|
/// | [service token](Self::service_token) | of its scope | no |
/// | [user](Self::user) | of every project shared with the user | yes |
/// | [access token](Self::access_token) | the same, with a password or private key beside it | yes |
/// | [API key](Self::api_key) | the same, with a password or private key beside it | no |
/// | [service account](Self::service_account) | of its environments (May 2023) | no |
/// | [service token v3](Self::service_token_v3) | of its scope (autumn 2023) | no |
/// | [universal auth](Self::universal_auth), [Kubernetes](Self::kubernetes_auth), [OIDC](Self::oidc_auth), [JWT](Self::jwt_auth), [LDAP](Self::ldap_auth), [Azure](Self::azure_auth), [GCP](Self::gcp_id_token_auth), [GCP IAM](Self::gcp_iam_auth), [AWS](Self::aws_iam_auth), [TLS certificate](Self::tls_cert_auth) | of its projects, **without end-to-end encryption** | no |
/// | [identity token](Self::identity_token) | the same | no |
#[derive(Clone)]
pub struct Credential(pub(crate) Kind);

#[derive(Clone)]
pub(crate) enum Kind {
    ServiceToken(Box<crypto::ServiceToken>),
    User { email: String, password: SecretString, unlock: Unlock },
    AccessToken { token: SecretString, unlock: Unlock },
    ApiKey { key: SecretString, unlock: Unlock },
    MachineIdentity(Box<IdentityLogIn>),
    IdentityToken(SecretString),
    ServiceAccount(Box<AccountCredential>),
    ServiceTokenV3(Box<crypto::ServiceTokenV3>),
}

/// The keys of a service account.
#[derive(Clone)]
pub(crate) struct AccountCredential {
    pub(crate) access_key: ServiceAccountKey,
    pub(crate) private_key: Arc<PrivateKey>,
    /// Public key of the user who seals project keys to the account.
    pub(crate) granted_by: Option<PublicKey>,
}

/// What decrypts the user's private key if the credential itself does not.
#[derive(Clone, Default)]
pub(crate) enum Unlock {
    #[default]
    Nothing,
    Password(SecretString),
    PrivateKey(SecretString),
}

impl Credential {
    /// An Infisical Token, `st.<id>.<secret>.<key>`. The key part stays on this machine. Today's
    /// web page makes tokens without it, for projects whose key only the server has: with one,
    /// secrets pass in plaintext, which the client must allow with
    /// [`require_e2ee(false)`](crate::ClientBuilder::require_e2ee).
    ///
    /// # Errors
    /// [`ErrorKind::InvalidCredential`] says which part is malformed.
    pub fn service_token(token: &str) -> Result<Self> {
        check_given("the token", token)?;
        let token = crypto::ServiceToken::parse_either(token.trim()).map_err(malformed)?;
        Ok(Self(Kind::ServiceToken(Box::new(token))))
    }

    /// A user, with the e-mail address and password exactly as typed at sign-up. On servers until
    /// autumn 2024 the password never leaves this machine: the log-in proves it with SRP. Today's
    /// servers demand the password itself, which the client sends only if
    /// [`send_password`](crate::ClientBuilder::send_password) allows it.
    ///
    /// The password also decrypts the user's private key, unless
    /// [`with_password`](Self::with_password) or [`with_private_key`](Self::with_private_key) gives
    /// something else for that.
    ///
    /// Two concurrent log-ins, of any users, can permanently crash a May 2023 server. A process
    /// runs one at a time. Do not log in from two processes at once, and do not kill a process
    /// during its log-in.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidCredential`] if either is empty.
    pub fn user(email: &str, password: impl Into<SecretString>) -> Result<Self> {
        let password = password.into();
        check_given("the e-mail address", email)?;
        check_password(&password)?;
        Ok(Self(Kind::User { email: email.to_owned(), password, unlock: Unlock::Nothing }))
    }

    /// An access token (JWT) of a user. Alone it cannot decrypt: add
    /// [`with_password`](Self::with_password) or [`with_private_key`](Self::with_private_key).
    ///
    /// # Errors
    /// [`ErrorKind::InvalidCredential`] unless it has the three parts of a JWT.
    pub fn access_token(token: impl Into<SecretString>) -> Result<Self> {
        let token = jwt("the access token", token.into())?;
        Ok(Self(Kind::AccessToken { token, unlock: Unlock::Nothing }))
    }

    /// An API key, `ak.<id>.<secret>`. Alone it cannot decrypt: add
    /// [`with_password`](Self::with_password) or [`with_private_key`](Self::with_private_key).
    ///
    /// # Errors
    /// [`ErrorKind::InvalidCredential`] unless it has that form.
    pub fn api_key(key: impl Into<SecretString>) -> Result<Self> {
        let key = key.into();
        check_given("the API key", key.expose())?;
        if !is_api_key(key.expose()) {
            return Err(Error::new(
                ErrorKind::InvalidCredential,
                "the API key is not of the form ak.<id>.<secret>; check that it was copied \
                 completely",
            ));
        }
        Ok(Self(Kind::ApiKey { key, unlock: Unlock::Nothing }))
    }

    /// A machine identity, with one of its access tokens, such as
    /// [`create_access_token`](crate::Identities::create_access_token) creates on servers since
    /// autumn 2024. It works like [`universal_auth`](Self::universal_auth), but the client cannot
    /// renew the token: when it has expired, create another. Pass a user's JWT to
    /// [`access_token`](Self::access_token).
    ///
    /// # Errors
    /// [`ErrorKind::InvalidCredential`] unless it has the three parts of a JWT.
    pub fn identity_token(token: impl Into<SecretString>) -> Result<Self> {
        Ok(Self(Kind::IdentityToken(jwt("the identity token", token.into())?)))
    }

    /// A service account, with its access key and private key, on servers of May 2023. `granted_by`
    /// is the public key, as base64, of the user who gave it access to projects. It is needed to
    /// decrypt project keys, unless the server returns it, which most servers do not. All three are
    /// in [`CreatedServiceAccount`](crate::CreatedServiceAccount).
    ///
    /// # Errors
    /// [`ErrorKind::InvalidCredential`] says which of them is malformed.
    pub fn service_account(
        access_key: &str,
        private_key: impl Into<SecretString>,
        granted_by: Option<&str>,
    ) -> Result<Self> {
        let invalid = |message: String| Error::new(ErrorKind::InvalidCredential, message);
        let private_key = private_key.into();
        check_given("the service account's key", access_key)?;
        check_given("the private key", private_key.expose())?;
        granted_by.map_or(Ok(()), |key| check_given("granted_by", key))?;
        let access_key = ServiceAccountKey::parse(access_key.trim()).map_err(|error| {
            invalid(format!("{error}. Copy the whole access key, sa.<id>.<secret>"))
        })?;
        let private_key = PrivateKey::from_base64(private_key.expose().trim())
            .map_err(|_| invalid("the private key is not base64 of 32 bytes".to_owned()))?;
        let granted_by = granted_by.map(|key| PublicKey::from_base64(key.trim())).transpose();
        let granted_by = granted_by.map_err(|_| {
            invalid("granted_by is not a public key (base64 of 32 bytes)".to_owned())
        })?;
        let private_key = Arc::new(private_key);
        let account = AccountCredential { access_key, private_key, granted_by };
        Ok(Self(Kind::ServiceAccount(Box::new(account))))
    }

    /// A service token v3, the JSON document `{"publicKey", "privateKey", "serviceToken"}`, which
    /// servers had from September to November 2023. This was not tested with such a server: its
    /// protocol is known from public source.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidCredential`] says which part is malformed.
    pub fn service_token_v3(json: &str) -> Result<Self> {
        check_given("the service token v3", json)?;
        let token = crypto::ServiceTokenV3::parse(json).map_err(|error| {
            Error::new(
                ErrorKind::InvalidCredential,
                format!("{error}. Copy the whole document of the service token"),
            )
        })?;
        Ok(Self(Kind::ServiceTokenV3(Box::new(token))))
    }

    /// The password that decrypts the user's private key, for an access token, an API key, or a
    /// user whose log-in has another password. It stays on this machine. No effect on other
    /// credentials.
    #[must_use]
    pub fn with_password(self, password: impl Into<SecretString>) -> Self {
        self.unlocked_by(Unlock::Password(password.into()))
    }

    /// The user's private key as base64, for an access token, an API key or a user. No effect on
    /// other credentials.
    #[must_use]
    pub fn with_private_key(self, private_key: impl Into<SecretString>) -> Self {
        self.unlocked_by(Unlock::PrivateKey(private_key.into()))
    }

    /// Whether it is the credential of a machine identity, which has no keys.
    pub(crate) fn is_identity(&self) -> bool {
        self.0.is_identity()
    }

    /// Whether it needs a password or private key to decrypt.
    pub(crate) fn needs_key_source(&self) -> bool {
        matches!(self.0, Kind::AccessToken { .. } | Kind::ApiKey { .. })
    }

    /// Fails if the password or private key is empty: the setters cannot fail.
    pub(crate) fn check_unlock(&self) -> Result<()> {
        match &self.0 {
            Kind::AccessToken { unlock, .. }
            | Kind::ApiKey { unlock, .. }
            | Kind::User { unlock, .. } => match unlock {
                Unlock::Password(password) => check_password(password),
                Unlock::PrivateKey(key) => check_given("the private key", key.expose()),
                Unlock::Nothing => Ok(()),
            },
            _ => Ok(()),
        }
    }

    fn unlocked_by(mut self, by: Unlock) -> Self {
        if let Kind::AccessToken { unlock, .. }
        | Kind::ApiKey { unlock, .. }
        | Kind::User { unlock, .. } = &mut self.0
        {
            *unlock = by;
        }
        self
    }
}

impl Kind {
    /// Whether it is the credential of a machine identity, which has no keys.
    pub(crate) fn is_identity(&self) -> bool {
        matches!(self, Self::MachineIdentity(_) | Self::IdentityToken(_))
    }
}

impl std::fmt::Debug for Credential {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let kind = match &self.0 {
            Kind::ServiceToken(_) => "ServiceToken",
            Kind::User { .. } => "User",
            Kind::AccessToken { .. } => "AccessToken",
            Kind::ApiKey { .. } => "ApiKey",
            Kind::MachineIdentity(log_in) => log_in.method.kind(),
            Kind::IdentityToken(_) => "IdentityToken",
            Kind::ServiceAccount(_) => "ServiceAccount",
            Kind::ServiceTokenV3(_) => "ServiceTokenV3",
        };
        write!(f, "Credential::{kind}([redacted])")
    }
}

fn malformed(error: CryptoError) -> Error {
    Error::new(
        ErrorKind::InvalidCredential,
        format!("{error}. Copy the whole Infisical Token, st.<id>.<secret>.<key>"),
    )
}

/// Fails for a blank part of a credential.
pub(super) fn check_given(part: &str, text: &str) -> Result<()> {
    if text.trim().is_empty() {
        return Err(Error::new(ErrorKind::InvalidCredential, why_empty(part)));
    }
    Ok(())
}

/// A password may consist of white space.
fn check_password(password: &SecretString) -> Result<()> {
    if password.is_empty() {
        return Err(Error::new(ErrorKind::InvalidCredential, why_empty("the password")));
    }
    Ok(())
}

pub(super) fn jwt(name: &str, token: SecretString) -> Result<SecretString> {
    check_given(name, token.expose())?;
    if !is_jwt(token.expose()) {
        return Err(Error::new(
            ErrorKind::InvalidCredential,
            format!("{name} is not a JWT of three parts; check that it was copied completely"),
        ));
    }
    Ok(token)
}

/// Whether a text has the three parts of a JWT.
pub(crate) fn is_jwt(text: &str) -> bool {
    text.split('.').count() == 3 && !text.contains(char::is_whitespace)
}

fn is_api_key(key: &str) -> bool {
    let mut parts = key.split('.');
    let well_formed = |part: Option<&str>| {
        part.is_some_and(|part| {
            !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-')
        })
    };
    parts.next() == Some("ak")
        && well_formed(parts.next())
        && well_formed(parts.next())
        && parts.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ACCESS_KEY: &str = "sa.ZEsfHS8qXAASqzTN.c2yHhW+cMb+qLKXhtA3gbw==";

    #[test]
    fn malformed_credential_error_does_not_quote_it() {
        let planted = "0123456789abcdef0123456789abcdef";
        for error in [
            Credential::service_token(&format!("st.64a0.{planted}.")).unwrap_err(),
            Credential::service_token(&format!("sk.64a0.{planted}.{planted}")).unwrap_err(),
            Credential::access_token(planted).unwrap_err(),
            Credential::identity_token(planted).unwrap_err(),
            Credential::api_key(format!("ak.{planted}")).unwrap_err(),
            Credential::api_key(format!("ak.64a0.{planted}.{planted}")).unwrap_err(),
            Credential::user("a@example.test", "").unwrap_err(),
            Credential::service_account(planted, "", None).unwrap_err(),
            Credential::service_account(ACCESS_KEY, planted, None).unwrap_err(),
            Credential::service_account(ACCESS_KEY, "A".repeat(43) + "=", Some(planted))
                .unwrap_err(),
            Credential::service_token_v3(planted).unwrap_err(),
        ] {
            assert_eq!(error.kind(), ErrorKind::InvalidCredential);
            assert!(!error.to_string().contains(planted), "{error}");
        }
    }

    #[test]
    fn empty_part_of_credential_error_names_it() {
        let key = || "A".repeat(43) + "=";
        for (made, named) in [
            (Credential::service_token(" "), "the token"),
            (Credential::user(" ", "p"), "the e-mail address"),
            (Credential::user("a@example.test", ""), "the password"),
            (Credential::access_token(""), "the access token"),
            (Credential::api_key("\n"), "the API key"),
            (Credential::universal_auth("", "s"), "the client id"),
            (Credential::universal_auth("64a0", ""), "the client secret"),
            (Credential::identity_token(""), "the identity token"),
            (Credential::service_account("", key(), None), "the service account's key"),
            (Credential::service_account(ACCESS_KEY, "", None), "the private key"),
            (Credential::service_account(ACCESS_KEY, key(), Some("")), "granted_by"),
            (Credential::service_token_v3(""), "the service token v3"),
        ] {
            let error = made.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::InvalidCredential);
            assert!(error.message().starts_with(&format!("{named} is empty.")), "{error}");
            assert!(error.message().contains("environment variable"), "{error}");
        }
    }

    #[test]
    fn credential_debug_shows_only_the_kind() {
        let user = Credential::user("a@example.test", "planted").unwrap();
        assert_eq!(format!("{user:?}"), "Credential::User([redacted])");
    }
}
