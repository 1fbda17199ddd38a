//! The user behind the credential, and their private key.

use std::sync::Arc;

use tokio::sync::OnceCell;

use crate::api::members::{self, Colleagues};
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
            private_key: OnceCell::new(),
        });
        *slot = Some(Arc::clone(&user));
        Ok(user)
    }

    /// The user's private key, from the log-in or from what the credential has to decrypt it.
    pub(crate) async fn private_key(&self) -> Result<Arc<PrivateKey>> {
        let by = match self.credential()? {
            Kind::User { password, unlock, .. } => match (&self.login().await?.private_key, unlock)
            {
                (Some(key), _) => return Ok(Arc::clone(key)),
                (None, Unlock::Nothing) => Unlock::Password(password.clone()),
                (None, other) => other.clone(),
            },
            Kind::AccessToken { unlock, .. } | Kind::ApiKey { unlock, .. } => unlock.clone(),
            Kind::ServiceToken(_) | Kind::ServiceTokenV3(_) | Kind::ServiceAccount(_) => {
                return Err(Error::new(ErrorKind::Internal, "only a user has a private key"));
            }
            Kind::MachineIdentity(_) | Kind::IdentityToken(_) => return Err(no_key_pair()),
        };
        let user = self.current_user().await?;
        let open = || self.open_private_key(&user, by);
        user.private_key.get_or_try_init(open).await.cloned()
    }

    async fn open_private_key(&self, user: &CurrentUser, by: Unlock) -> Result<Arc<PrivateKey>> {
        if let Unlock::Nothing = by {
            return Err(Error::new(
                ErrorKind::KeyUnavailable,
                "this operation needs the user's private key, which the credential cannot decrypt. \
                 Give the password or the private key together with the credential",
            ));
        }
        let Some(keys) = &user.keys else { return Err(self.without_keys().await?) };
        let private_key = match (by, &user.salt) {
            (Unlock::PrivateKey(key), _) => {
                PrivateKey::from_base64(key.expose()).map_err(|_| {
                    Error::new(
                        ErrorKind::InvalidCredential,
                        "the private key is not base64 of 32 bytes",
                    )
                })?
            }
            (Unlock::Password(password), Some(salt)) => {
                // Today's servers leave the key pair under the old password.
                let is_changed = !self.era().await?.is_modern();
                let password =
                    if is_changed { self.shared.password_instead_of(&password) } else { password };
                decrypt_private_key(password, salt.clone(), keys).await?
            }
            (_, _) => return Err(incomplete_account()),
        };
        match &keys.public_key {
            Some(public_key) => check_belongs(&private_key, public_key)?,
            None => self.check_listed_key(user, &private_key).await?,
        }
        Ok(Arc::new(private_key))
    }

    /// The error for an account without key fields. Accounts made on today's servers have none.
    async fn without_keys(&self) -> Result<Error> {
        if !self.era().await?.is_modern() {
            return Ok(incomplete_account());
        }
        Ok(Error::new(
            ErrorKind::KeyUnavailable,
            "this account has no key pair, as no account has that was created on a server of 2025 \
             or later. It cannot open the key of an end-to-end encrypted project. Use a service \
             token of the project, or the account of a member who has a key pair",
        ))
    }

    /// Today's servers send the public key of the user only in the list of members of the
    /// organization. A user who may not read the list, or is not in it, has nothing to compare.
    async fn check_listed_key(&self, user: &CurrentUser, private_key: &PrivateKey) -> Result<()> {
        if !self.era().await?.is_modern() {
            return Err(incomplete_account());
        }
        let Some(organization) = self.session_organization().await? else { return Ok(()) };
        let response = match self.send_authorized(members::colleagues(&organization)).await {
            Err(error) if error.kind() == ErrorKind::PermissionDenied => return Ok(()),
            result => result?,
        };
        let colleagues = response.json::<Colleagues>().await?.memberships;
        let mut people = colleagues.iter().filter_map(|member| member.user.as_ref());
        let listed = people.find(|person| person.id() == user.id);
        match listed.and_then(|person| person.public_key.as_deref()) {
            Some(public_key) => check_belongs(private_key, public_key),
            None => Ok(()),
        }
    }
}

/// The private key from the answer to a log-in.
pub(super) async fn unlock_private_key(
    password: SecretString,
    salt: String,
    keys: &KeyFields,
) -> Result<PrivateKey> {
    let private_key = decrypt_private_key(password, salt, keys).await?;
    let public_key = keys.public_key.as_ref().ok_or_else(incomplete_account)?;
    check_belongs(&private_key, public_key)?;
    Ok(private_key)
}

async fn decrypt_private_key(
    password: SecretString,
    salt: String,
    keys: &KeyFields,
) -> Result<PrivateKey> {
    let protected: ProtectedPrivateKey = keys.protected();
    let unlocked = blocking(move || unlock(password.expose(), &salt, &protected)).await?;
    unlocked.map_err(|error| match error {
        CryptoError::AuthenticationFailed => Error::new(
            ErrorKind::DecryptionFailed,
            "the password does not decrypt the user's private key. The password is wrong, or the \
             server changed the key",
        ),
        error => Error::new(
            ErrorKind::DecryptionFailed,
            format!("the user's private key cannot be decrypted: {error}"),
        ),
    })
}

fn incomplete_account() -> Error {
    Error::new(
        ErrorKind::InvalidResponse,
        "the server returned the account without its encrypted private key or public key",
    )
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
