//! Becoming a user: SRP log-in, and the private key that opens project keys.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::call::{Call, blocking};
use super::credential::{Kind, Unlock};
use crate::api::auth::{self, Challenge, LoggedIn, NewToken};
use crate::api::organizations::{self, OrganizationList};
use crate::api::server::Era;
use crate::api::users::{self, KeyFields, Me};
use crate::crypto::{
    CryptoError, PrivateKey, ProtectedPrivateKey, PublicKey, SrpClient, SystemEntropy, unlock,
};
use crate::http::Authorization;
use crate::{Error, ErrorKind, Result, SecretString};

/// The log-in of a client, and how the last attempt at it failed.
#[derive(Default)]
pub(super) struct LoginSlot {
    current: Option<Arc<Login>>,
    failure: Option<Error>,
}

/// A user logged in by password.
pub(super) struct Login {
    pub(super) token: SecretString,
    private_key: Arc<PrivateKey>,
}

/// The user behind a credential, as the server describes them.
pub(super) struct Owner {
    pub(super) id: String,
    pub(super) email: String,
    pub(super) first_name: String,
    pub(super) last_name: String,
    salt: Option<String>,
    keys: Option<KeyFields>,
}

impl Call {
    /// The log-in of a user credential. The first call logs in; the others wait for it and share its
    /// outcome, since servers count failed log-ins.
    pub(super) async fn login(&self) -> Result<Arc<Login>> {
        let attempts = self.shared.login_attempts.load(Ordering::Acquire);
        let mut slot = self.shared.login.lock().await;
        if let Some(login) = &slot.current {
            return Ok(Arc::clone(login));
        }
        let waited = self.shared.login_attempts.load(Ordering::Acquire) != attempts;
        if let Some(failure) = slot.failure.as_ref().filter(|_| waited) {
            return Err(failure.again());
        }
        let Kind::User { email, password } = self.credential()? else {
            return Err(Error::new(ErrorKind::Internal, "only a user logs in"));
        };
        let outcome = self.log_in(email, password).await.map(Arc::new);
        self.shared.login_attempts.fetch_add(1, Ordering::Release);
        slot.current = outcome.as_ref().ok().map(Arc::clone);
        slot.failure = outcome.as_ref().err().map(Error::again);
        outcome
    }

    /// Forgets the log-in whose token was refused, unless another call has replaced it already.
    pub(super) async fn forget_login(&self, refused: &SecretString) {
        let mut slot = self.shared.login.lock().await;
        if slot.current.as_ref().is_some_and(|login| &login.token == refused) {
            slot.current = None;
        }
    }

    /// One SRP exchange. Nothing in it is ever repeated: the server forgets a login as soon as a
    /// proof arrives.
    async fn log_in(&self, email: &str, password: &SecretString) -> Result<Login> {
        // Before the password is blamed: is it an Infisical server at all?
        self.era().await?;
        let (owned_email, owned_password) = (email.to_owned(), password.clone());
        let srp = blocking(move || {
            SrpClient::new(&owned_email, owned_password.expose(), &mut SystemEntropy)
        })
        .await?
        .map_err(crypto_failure)?;
        let challenge: Challenge =
            self.send(auth::login1(email, &srp.public_key())?).await?.json()?;

        let (salt, server_public_key) = (challenge.salt.clone(), challenge.server_public_key);
        let proof =
            blocking(move || srp.prove(&salt, &server_public_key)).await?.map_err(|error| {
                Error::new(
                    ErrorKind::IntegrityViolation,
                    format!("logging in as {email}: {error}. Do not trust this server"),
                )
            })?;
        let response = self.send(auth::login2(email, &proof)?).await?;
        let logged_in: LoggedIn = response.json()?;
        if logged_in.mfa_enabled {
            return Err(Error::new(
                ErrorKind::MfaRequired,
                format!(
                    "{email} has a second factor, which this credential cannot give. Use a \
                     service token, or an access token with the password"
                ),
            ));
        }
        let keys = logged_in
            .keys
            .ok_or_else(|| response.invalid("the log-in brought no private key with it"))?;
        let private_key = unlock_private_key(password.clone(), challenge.salt, &keys).await?;
        let token = self.organization_token(SecretString::from(logged_in.token)).await?;
        Ok(Login { token, private_key: Arc::new(private_key) })
    }

    /// Since June 2024 a log-in is for no organization until one is selected.
    async fn organization_token(&self, token: SecretString) -> Result<SecretString> {
        if self.era().await? != Era::June2024 {
            return Ok(token);
        }
        let authorization = Authorization::Bearer(token);
        let organization = match &self.shared.organization {
            Some(id) => id.clone(),
            None => self.only_organization(authorization.clone()).await?,
        };
        let request = auth::select_organization(&organization)?.authorized(authorization);
        Ok(self.send(request).await?.json::<NewToken>()?.token.into())
    }

    async fn only_organization(&self, authorization: Authorization) -> Result<String> {
        let request = organizations::list().authorized(authorization);
        let list: OrganizationList = self.send(request).await?.json()?;
        match list.organizations.as_slice() {
            [only] => Ok(only.id()),
            several => {
                let names: Vec<_> =
                    several.iter().map(|org| format!("{} ({})", org.name, org.id())).collect();
                Err(Error::new(
                    ErrorKind::InvalidInput,
                    format!(
                        "the user belongs to {} organizations; set organization to the id of one: \
                         {}",
                        several.len(),
                        names.join(", ")
                    ),
                ))
            }
        }
    }

    /// The user behind the credential.
    pub(super) async fn owner(&self) -> Result<Arc<Owner>> {
        let mut slot = self.shared.owner.lock().await;
        if let Some(owner) = &*slot {
            return Ok(Arc::clone(owner));
        }
        self.require_user()?;
        let user = self.send_authorized(users::me()).await?.json::<Me>()?.user;
        let owner = Arc::new(Owner {
            id: user.id(),
            email: user.email.unwrap_or_default(),
            first_name: user.first_name.unwrap_or_default(),
            last_name: user.last_name.unwrap_or_default(),
            salt: user.salt,
            keys: user.keys,
        });
        *slot = Some(Arc::clone(&owner));
        Ok(owner)
    }

    /// The user's private key, from the log-in or from what was given beside the credential.
    pub(super) async fn private_key(&self) -> Result<Arc<PrivateKey>> {
        let by = match self.credential()? {
            Kind::User { .. } => return Ok(Arc::clone(&self.login().await?.private_key)),
            Kind::AccessToken { unlock, .. } | Kind::ApiKey { unlock, .. } => unlock,
            Kind::ServiceToken(_) => {
                return Err(Error::new(ErrorKind::Internal, "a service token has no private key"));
            }
        };
        let owner = self.owner().await?;
        let keys = owner.keys.as_ref();
        match (by, keys, &owner.salt) {
            (Unlock::Nothing, ..) => Err(Error::new(
                ErrorKind::KeyUnavailable,
                "the credential does not open the user's private key. Give the password or the \
                 private key beside it",
            )),
            (Unlock::PrivateKey(key), Some(keys), _) => {
                let key = PrivateKey::from_base64(key.expose()).map_err(|_| {
                    Error::new(
                        ErrorKind::InvalidCredential,
                        "the private key is not base64 of 32 bytes",
                    )
                })?;
                check_belongs(&key, &keys.public_key)?;
                Ok(Arc::new(key))
            }
            (Unlock::Password(password), Some(keys), Some(salt)) => {
                Ok(Arc::new(unlock_private_key(password.clone(), salt.clone(), keys).await?))
            }
            (_, _, _) => Err(Error::new(
                ErrorKind::InvalidResponse,
                "the account the server describes has no protected private key",
            )),
        }
    }
}

async fn unlock_private_key(
    password: SecretString,
    salt: String,
    keys: &KeyFields,
) -> Result<PrivateKey> {
    let protected: ProtectedPrivateKey = keys.protected();
    let unlocked = blocking(move || unlock(password.expose(), &salt, &protected)).await?;
    let private_key = unlocked.map_err(|error| match error {
        CryptoError::AuthenticationFailed => Error::new(
            ErrorKind::DecryptionFailed,
            "the password does not open the user's private key: it is another password, or the \
             server changed the key",
        ),
        error => Error::new(
            ErrorKind::DecryptionFailed,
            format!("the user's private key cannot be opened: {error}"),
        ),
    })?;
    check_belongs(&private_key, &keys.public_key)?;
    Ok(private_key)
}

/// A server that swaps the public key could make others seal project keys to itself.
fn check_belongs(private_key: &PrivateKey, public_key: &str) -> Result<()> {
    PublicKey::from_base64(public_key)
        .and_then(|public_key| private_key.check_matches(&public_key))
        .map_err(|_| {
            Error::new(
                ErrorKind::IntegrityViolation,
                "the public key the server holds for the user does not belong to the private \
                 key. Do not trust this server until that is explained",
            )
        })
}

/// A failure that no input explains.
pub(super) fn crypto_failure(error: CryptoError) -> Error {
    Error::new(ErrorKind::Internal, error.to_string())
}
