//! Becoming a user: SRP log-in, and the private key that opens project keys.

use std::sync::Arc;
use std::time::Instant;

use super::call::{Call, blocking};
use super::credential::{Kind, Unlock};
use super::mfa::PendingMfa;
use super::proof;
use super::user_session::Login;
use crate::api::auth::{self, Challenge, LoggedIn, NewToken};
use crate::api::organizations::{self, OrganizationList, OrganizationRecord};
use crate::api::users::{self, KeyFields, Me};
use crate::crypto::{CryptoError, PrivateKey, ProtectedPrivateKey, PublicKey, unlock};
use crate::http::{Authorization, Response};
use crate::{Error, ErrorKind, Result, SecretString};

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
    /// Logs in, as far as that goes without a second factor.
    pub(super) async fn log_in(
        &self,
        email: &str,
        password: &SecretString,
    ) -> Result<Result<Login, PendingMfa>> {
        let asked_at = Instant::now();
        let (response, salt) = self.prove_password(email, password).await?;
        let LoggedIn { mfa_enabled, token, .. } = response.json()?;
        if mfa_enabled {
            return Ok(Err(PendingMfa::new(email, token, salt, asked_at)));
        }
        self.logged_in(&response, salt, password.clone(), asked_at).await.map(Ok)
    }

    /// Opens what the server keeps for the user, from the answer that completes a log-in.
    pub(super) async fn logged_in(
        &self,
        response: &Response,
        salt: String,
        password: SecretString,
        asked_at: Instant,
    ) -> Result<Login> {
        let LoggedIn { token, keys, .. } = response.json()?;
        let keys =
            keys.ok_or_else(|| response.invalid("the log-in brought no private key with it"))?;
        let private_key = Arc::new(unlock_private_key(password, salt, &keys).await?);
        let refresh_token = response.refresh_token.clone();
        let login = Login::new(token, refresh_token, asked_at, private_key);
        self.for_usual_organization(login).await
    }

    /// One SRP exchange: the answer to the log-in, and the salt. The proof is never repeated: the
    /// server removes the pending log-in when one arrives.
    async fn prove_password(
        &self,
        email: &str,
        password: &SecretString,
    ) -> Result<(Response, String)> {
        // Before the password is blamed: is it an Infisical server at all?
        self.era().await?;
        let srp = proof::begin(email, password).await?;
        let email = email.to_owned();
        self.exchange(|call| async move {
            let challenge: Challenge =
                call.send(auth::login1(&email, &srp.public_key())?).await?.json()?;
            call.second_step();
            let proof = proof::prove(srp, &challenge, &format!("logging in as {email}")).await?;
            Ok((call.send(auth::login2(&email, &proof)?).await?, challenge.salt))
        })
        .await
    }

    /// Whether it is the password of the account.
    pub(super) async fn is_password(&self, email: &str, password: &SecretString) -> Result<bool> {
        match self.prove_password(email, password).await {
            Ok(_) => Ok(true),
            Err(error) if error.kind() == ErrorKind::AuthenticationFailed => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Since June 2024 a log-in is for no organization until one is selected. Which one is known, or
    /// there is only one; else it stays for none, which is enough to list them.
    async fn for_usual_organization(&self, login: Login) -> Result<Login> {
        if !self.era().await?.is_since_june_2024() {
            return Ok(login.of_organization());
        }
        if let Some(id) = &self.shared.organization {
            return self.for_organization(&login, id).await;
        }
        match self.organizations_of(&login).await?.as_slice() {
            [only] => self.for_organization(&login, &only.id()).await,
            _ => Ok(login),
        }
    }

    async fn for_organization(&self, login: &Login, id: &str) -> Result<Login> {
        let asked_at = Instant::now();
        let authorization = Authorization::Bearer(login.token.clone());
        let request = auth::select_organization(id)?.authorized(authorization);
        let response = self.send(request).await?;
        let (token, key) = (response.json::<NewToken>()?.token, Arc::clone(&login.private_key));
        let selected = Login::new(token, response.refresh_token, asked_at, key);
        Ok(selected.of_organization())
    }

    async fn organizations_of(&self, login: &Login) -> Result<Vec<OrganizationRecord>> {
        let request = organizations::list();
        let request = request.authorized(Authorization::Bearer(login.token.clone()));
        Ok(self.send(request).await?.json::<OrganizationList>()?.organizations)
    }

    /// As [`login`](Self::login), for what needs an organization.
    pub(super) async fn login_for_organization(&self) -> Result<Arc<Login>> {
        let login = self.login().await?;
        if login.is_for_organization {
            return Ok(login);
        }
        // Held, for selecting one makes the tokens of an earlier selection stale.
        let mut slot = self.shared.login.lock().await;
        if let Some(selected) = slot.for_organization() {
            return Ok(selected);
        }
        // The user may have joined or made one since the log-in.
        let organizations = self.organizations_of(&login).await?;
        let [only] = organizations.as_slice() else { return Err(not_one(&organizations)) };
        Ok(slot.complete(self.for_organization(&login, &only.id()).await?))
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
            Kind::ServiceToken(_) | Kind::ServiceTokenV3(_) | Kind::ServiceAccount(_) => {
                return Err(Error::new(ErrorKind::Internal, "a program has no user's private key"));
            }
            Kind::UniversalAuth { .. } | Kind::IdentityToken(_) => return Err(no_key_pair()),
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
                let password = self.shared.password_instead_of(password);
                Ok(Arc::new(unlock_private_key(password, salt.clone(), keys).await?))
            }
            (_, _, _) => Err(Error::new(
                ErrorKind::InvalidResponse,
                "the account the server describes has no protected private key",
            )),
        }
    }
}

/// Why no organization was selected.
fn not_one(organizations: &[OrganizationRecord]) -> Error {
    if organizations.is_empty() {
        let message = "the user belongs to no organization. Create one, or have the user invited";
        return Error::new(ErrorKind::InvalidInput, message);
    }
    let names: Vec<_> =
        organizations.iter().map(|org| format!("{} ({})", org.name, org.id())).collect();
    Error::new(
        ErrorKind::InvalidInput,
        format!(
            "the user belongs to {} organizations; set organization to the id of one: {}",
            organizations.len(),
            names.join(", ")
        ),
    )
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
pub(super) fn check_belongs(private_key: &PrivateKey, public_key: &str) -> Result<()> {
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

/// Why a machine identity opens no project key.
pub(super) fn no_key_pair() -> Error {
    Error::new(
        ErrorKind::KeyUnavailable,
        "a machine identity has no key pair, so no project key is shared with it. Use a user or a \
         service token",
    )
}

/// A failure that no input explains.
pub(super) fn crypto_failure(error: CryptoError) -> Error {
    Error::new(ErrorKind::Internal, error.to_string())
}
