//! The user behind the credential, and their private key.

use std::sync::Arc;

use crate::api::users::{self, KeyFields, Me};
use crate::client::call::{Call, CurrentUser, Kind, Unlock, blocking};
use crate::crypto::{CryptoError, PrivateKey, ProtectedPrivateKey, PublicKey, unlock};
use crate::{Error, ErrorKind, Result, SecretString};

impl Call {
    /// The user behind the credential.
    pub(crate) async fn current_user(&self) -> Result<Arc<CurrentUser>> {
        let mut slot = self.shared.current_user.lock().await;
        if let Some(user) = &*slot {
            return Ok(Arc::clone(user));
        }
        self.require_user()?;
        let user = self.send_authorized(users::me()).await?.json::<Me>().await?.user;
        let user = Arc::new(CurrentUser {
            id: user.id(),
            email: user.email.unwrap_or_default(),
            first_name: user.first_name.unwrap_or_default(),
            last_name: user.last_name.unwrap_or_default(),
            salt: user.salt,
            keys: user.keys,
        });
        *slot = Some(Arc::clone(&user));
        Ok(user)
    }

    /// The user's private key, from the log-in or from the password or key given with the
    /// credential.
    pub(crate) async fn private_key(&self) -> Result<Arc<PrivateKey>> {
        let by = match self.credential()? {
            Kind::User { .. } => return Ok(Arc::clone(&self.login().await?.private_key)),
            Kind::AccessToken { unlock, .. } | Kind::ApiKey { unlock, .. } => unlock,
            Kind::ServiceToken(_) | Kind::ServiceTokenV3(_) | Kind::ServiceAccount(_) => {
                return Err(Error::new(ErrorKind::Internal, "only a user has a private key"));
            }
            Kind::UniversalAuth { .. } | Kind::IdentityToken(_) => return Err(no_key_pair()),
        };
        let user = self.current_user().await?;
        let keys = user.keys.as_ref();
        match (by, keys, &user.salt) {
            (Unlock::Nothing, ..) => Err(Error::new(
                ErrorKind::KeyUnavailable,
                "this operation needs the user's private key, which the credential cannot decrypt. \
                 Give the password or the private key together with the credential",
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
                let password = self.shared.password_instead_of(password);
                Ok(Arc::new(unlock_private_key(password, salt.clone(), keys).await?))
            }
            (_, _, _) => Err(Error::new(
                ErrorKind::InvalidResponse,
                "the server returned the account without its encrypted private key",
            )),
        }
    }
}

pub(super) async fn unlock_private_key(
    password: SecretString,
    salt: String,
    keys: &KeyFields,
) -> Result<PrivateKey> {
    let protected: ProtectedPrivateKey = keys.protected();
    let unlocked = blocking(move || unlock(password.expose(), &salt, &protected)).await?;
    let private_key = unlocked.map_err(|error| match error {
        CryptoError::AuthenticationFailed => Error::new(
            ErrorKind::DecryptionFailed,
            "the password does not decrypt the user's private key. The password is wrong, or the \
             server changed the key",
        ),
        error => Error::new(
            ErrorKind::DecryptionFailed,
            format!("the user's private key cannot be decrypted: {error}"),
        ),
    })?;
    check_belongs(&private_key, &keys.public_key)?;
    Ok(private_key)
}

/// Fails if the server swapped the public key, which would make others seal project keys to the
/// server.
pub(crate) fn check_belongs(private_key: &PrivateKey, public_key: &str) -> Result<()> {
    PublicKey::from_base64(public_key)
        .and_then(|public_key| private_key.check_matches(&public_key))
        .map_err(|_| {
            Error::new(
                ErrorKind::IntegrityViolation,
                "the public key that the server has for the user does not match the private key. \
                 Do not trust this server until you know why",
            )
        })
}

/// The error for a machine identity, which cannot decrypt project keys.
pub(crate) fn no_key_pair() -> Error {
    Error::new(
        ErrorKind::KeyUnavailable,
        "a machine identity has no key pair, so no project key can be shared with it. Use a user \
         credential or a service token",
    )
}
