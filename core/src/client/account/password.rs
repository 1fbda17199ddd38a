//! Changing the password, and the backup key for a lost password.

use std::sync::Arc;

use tokio::sync::OwnedMutexGuard;

use super::Account;
use crate::api::auth::Challenge;
use crate::api::passwords::{self, NewBackup, NewPassword};
use crate::api::server::Era;
use crate::api::users::{self, Me, UserRecord};
use crate::client::call::{
    Call, Client, CurrentUser, Kind, LoginSlot, Unlock, awaitable, blocking, crypto_failure,
};
use crate::client::session::{Feature, Protection, check_consent, check_not_empty, proof};
use crate::crypto::{BackupKey, CryptoError, Encrypted, PrivateKey, SrpVerifier, SystemEntropy};
use crate::http::{Authorization, Request};
use crate::{Error, ErrorKind, Result, SecretString};

impl Account {
    /// Replaces the password of the user. The password in the credential is the current one, and
    /// this client continues with the new one. The key pair stays, and so do project keys, service
    /// tokens and the backup key.
    ///
    /// Today's servers leave the key pair under the old password: from then on, log in with the new
    /// password, and give the old one [to decrypt](crate::Credential::with_password).
    ///
    /// After an interruption, either password may be the valid one. Run the call again, with the
    /// password that logs in or with the one that this client has: it finishes the change. Servers
    /// of 2024 and later end the session, so an access token cannot be used afterwards.
    ///
    /// # Arguments
    /// - `new_password`: the new password; it stays on this machine, but see `send_password`.
    ///
    /// # Errors
    /// - [`ErrorKind::AuthenticationFailed`] if the current password is wrong.
    /// - [`ErrorKind::DecryptionFailed`] if the current password, given beside an access token, is
    ///   wrong.
    /// - [`ErrorKind::InvalidCredential`] for an access token without a password beside it.
    /// - [`ErrorKind::InvalidInput`] if the new password is empty.
    /// - [`ErrorKind::PermissionDenied`] for a service token, a service account, a machine identity
    ///   or an API key.
    /// - [`ErrorKind::UnsupportedByServer`] if the server demands the new password itself and
    ///   `send_password` does not allow it.
    pub fn change_password(&self, new_password: impl Into<SecretString>) -> ChangePassword {
        ChangePassword {
            client: self.client.clone(),
            new_password: new_password.into(),
            send_password: false,
        }
    }

    /// Creates a backup key, for an emergency kit. With it and access to the mailbox, a lost
    /// password can be replaced; see [`complete_recovery`](Self::complete_recovery).
    ///
    /// The backup key is shown only here. A new one voids the earlier one. If the call fails, the
    /// earlier one may be void too: create another one.
    ///
    /// # Errors
    /// - [`ErrorKind::AuthenticationFailed`] if the password is wrong.
    /// - [`ErrorKind::DecryptionFailed`] if the password, given beside an access token, is wrong.
    /// - [`ErrorKind::InvalidCredential`] for an access token without a password beside it.
    /// - [`ErrorKind::PermissionDenied`] for a service token, a service account, a machine identity
    ///   or an API key.
    /// - [`ErrorKind::UnsupportedByServer`] on today's servers, which store no backup keys.
    pub fn create_backup_key(&self) -> CreateBackupKey {
        CreateBackupKey { client: self.client.clone(), name: None }
    }
}

/// Changes the password when awaited. See [`Account::change_password`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ChangePassword {
    client: Client,
    new_password: SecretString,
    send_password: bool,
}

impl ChangePassword {
    /// Whether the new password may be sent to servers since June 2024, which demand it; today's
    /// demand the current one too. `false` by default. Servers of 2024 keep a copy of the private
    /// key that they can open. Without it, changing the password fails on these servers. Earlier
    /// servers do not receive the password.
    pub fn send_password(mut self, agree: bool) -> Self {
        self.send_password = agree;
        self
    }
}

awaitable!(ChangePassword => (), |this, call| {
    check_not_empty(&this.new_password)?;
    call.continues_when_repeated();
    let current = call.current_password()?;
    let era = call.era().await?;
    check_consent(era, this.send_password, "change of the password")?;
    let changed = if era.is_modern() {
        call.change_log_in_password(era, &current, &this.new_password).await
    } else {
        call.change_password(era, &current, &this.new_password).await
    };
    match changed {
        Err(error) if call.is_changed_already(&current, &this.new_password, &error).await => {
            call.hold_session().await.password_is_now(&call, this.new_password, era);
            Ok(())
        }
        outcome => outcome,
    }
});

/// Creates a backup key when awaited. See [`Account::create_backup_key`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct CreateBackupKey {
    client: Client,
    name: Option<String>,
}

impl CreateBackupKey {
    /// Name of the person on the emergency kit; by default the first and last name of the account.
    /// The server does not receive it.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}

awaitable!(CreateBackupKey => EmergencyKit, |this, call| {
    let current = call.current_password()?;
    call.require(Feature::BackupKeys).await?;
    call.create_backup_key(&current, this.name).await
});

/// The emergency kit: what a person keeps, for example on paper, in case the password is lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmergencyKit {
    /// Name of the person.
    pub name: String,
    /// The e-mail address that the recovery code will be mailed to.
    pub email: String,
    /// The backup key, 32 hexadecimal characters. Together with a mailed code it replaces a lost
    /// password.
    pub backup_key: SecretString,
}

/// The current password, and the e-mail address if the credential has it.
struct Current {
    email: Option<String>,
    password: SecretString,
}

impl Call {
    /// The password of the credential, or the changed one.
    fn current_password(&self) -> Result<Current> {
        self.require_session()?;
        match self.credential()? {
            Kind::User { email, password, .. } => Ok(Current {
                email: Some(email.clone()),
                password: self.shared.password_instead_of(password),
            }),
            Kind::AccessToken { unlock: Unlock::Password(password), .. } => {
                Ok(Current { email: None, password: self.shared.password_instead_of(password) })
            }
            _ => Err(Error::new(
                ErrorKind::InvalidCredential,
                "this operation needs the current password, which the credential does not include. \
                 Give the password together with the access token, or use a user credential",
            )),
        }
    }

    async fn change_password(
        &self,
        era: Era,
        current: &Current,
        new_password: &SecretString,
    ) -> Result<()> {
        let (email, _) = self.proving(current).await?;
        let private_key = self.private_key().await?;
        let protection = {
            let (email, password) = (email.clone(), new_password.clone());
            blocking(move || Protection::make(&email, &password, &private_key)).await?
        };
        let protection = protection.map_err(crypto_failure)?;

        self.check_limit(era).await?;
        let mut session = self.hold_session().await;
        let (current, new_password) = (current.password.clone(), new_password.clone());
        self.exchange(|call| async move {
            let client_proof = session.prove(&call, &email, &current).await?;
            let request = passwords::change(&NewPassword {
                client_proof: Some(&client_proof),
                protection: protection.fields(),
                password: era.is_since_june_2024().then(|| new_password.expose()),
            })?;
            session.send(&call, request).await.map_err(perhaps_changed)?;
            session.password_is_now(&call, new_password, era);
            Ok(())
        })
        .await
    }

    /// On today's servers, where the key pair stays under the old password.
    async fn change_log_in_password(
        &self,
        era: Era,
        current: &Current,
        new_password: &SecretString,
    ) -> Result<()> {
        let request = passwords::change_keyless(&current.password, new_password)?;
        self.send_authorized(request).await.map_err(perhaps_changed)?;
        self.hold_session().await.password_is_now(self, new_password.clone(), era);
        Ok(())
    }

    /// Whether a change failed because an earlier call, whose answer was lost, already made it.
    async fn is_changed_already(
        &self,
        current: &Current,
        new_password: &SecretString,
        error: &Error,
    ) -> bool {
        let password_is_wrong =
            matches!(error.kind(), ErrorKind::AuthenticationFailed | ErrorKind::DecryptionFailed);
        if !password_is_wrong || current.password == *new_password {
            return false;
        }
        let email = match &current.email {
            Some(email) => email.clone(),
            None => match self.current_user().await {
                Ok(owner) => owner.email.clone(),
                Err(_) => return false,
            },
        };
        self.is_password(&email, new_password).await.unwrap_or_default()
    }

    async fn create_backup_key(
        &self,
        current: &Current,
        name: Option<String>,
    ) -> Result<EmergencyKit> {
        let (email, user) = self.proving(current).await?;
        let private_key = self.private_key().await?;
        let name = name.unwrap_or_else(|| {
            let names = [user.first_name, user.last_name].map(Option::unwrap_or_default);
            names.join(" ").trim().to_owned()
        });
        let made = {
            let email = email.clone();
            blocking(move || NewKey::make(&email, &private_key)).await?
        };
        let NewKey { key, verifier, encrypted } = made.map_err(crypto_failure)?;

        self.check_limit(self.era().await?).await?;
        let session = self.hold_session().await;
        let current = current.password.clone();
        self.exchange(|call| async move {
            let client_proof = session.prove(&call, &email, &current).await?;
            let request = passwords::put_backup(&NewBackup {
                client_proof: &client_proof,
                encrypted_private_key: &encrypted.ciphertext,
                iv: &encrypted.iv,
                tag: &encrypted.tag,
                salt: &verifier.salt,
                verifier: &verifier.verifier,
            })?;
            session.send(&call, request).await.map_err(|error| {
                let message = format!(
                    "{}. An earlier backup key may no longer be valid. Create another one",
                    error.message()
                );
                let kind = error.kind();
                error.reclassified(kind, message)
            })?;
            Ok(EmergencyKit { name, email, backup_key: key.text().clone() })
        })
        .await
    }

    /// Fails if the rate limit would reject a password change. May 2023 allows ten an hour per
    /// address, but does not apply the limit to the first step of a proof, which would then stay
    /// pending.
    async fn check_limit(&self, era: Era) -> Result<()> {
        if !era.is_may_2023() {
            return Ok(());
        }
        let response = self.send_authorized(passwords::ask_limit()?).await?;
        match response.remaining {
            Some((0, wait)) => Err(Error::new(
                ErrorKind::RateLimited,
                format!(
                    "this server accepts no more changes of passwords or backup keys from this IP \
                     address for {} minutes. Nothing was changed. Wait, then try again",
                    wait.as_secs().div_ceil(60)
                ),
            )
            .with_retry_after(Some(wait))),
            _ => Ok(()),
        }
    }

    /// The user whose password is proven. A request detects an expired session here, because no
    /// log-in may happen afterwards.
    async fn proving(&self, current: &Current) -> Result<(String, UserRecord)> {
        let user = self.send_authorized(users::me()).await?.json::<Me>().await?.user;
        let email = current.email.clone().or_else(|| user.email.clone()).unwrap_or_default();
        Ok((email, user))
    }

    /// Prevents other calls of the client from logging in or reading the account until it is
    /// dropped. Servers since 2024 have one pending proof per user, for a log-in or for this.
    async fn hold_session(&self) -> HeldSession {
        let owner = Arc::clone(&self.shared.current_user).lock_owned().await;
        HeldSession { owner, login: Arc::clone(&self.shared.login).lock_owned().await }
    }
}

/// The advice for a change whose answer was lost, or that failed in the server.
fn perhaps_changed(error: Error) -> Error {
    let kind = error.kind();
    let perhaps = match kind {
        ErrorKind::Timeout | ErrorKind::ServerError | ErrorKind::InvalidResponse => true,
        // A request that was never sent can be repeated.
        ErrorKind::ConnectionFailed => !error.retryable(),
        _ => false,
    };
    if !perhaps {
        return error;
    }
    let message = format!(
        "{}. Either the old or the new password is valid now. Repeat the call with the same \
         passwords to finish the change",
        error.message()
    );
    error.reclassified(kind, message).passing(false)
}

/// A backup key, and what the server stores.
struct NewKey {
    key: BackupKey,
    verifier: SrpVerifier,
    encrypted: Encrypted,
}

impl NewKey {
    fn make(email: &str, private_key: &PrivateKey) -> Result<Self, CryptoError> {
        let entropy = &mut SystemEntropy;
        let key = BackupKey::generate(entropy)?;
        let verifier = SrpVerifier::create(email, key.text().expose(), entropy)?;
        let encrypted = key.protect(private_key, entropy)?;
        Ok(Self { key, verifier, encrypted })
    }
}

/// The current session, locked against changes. The order of the locks is that of
/// [`Call::current_user`], which logs in while it holds its own.
struct HeldSession {
    owner: OwnedMutexGuard<Option<Arc<CurrentUser>>>,
    login: OwnedMutexGuard<LoginSlot>,
}

impl HeldSession {
    /// A proof of the password, valid for the next request only.
    async fn prove(&self, call: &Call, email: &str, password: &SecretString) -> Result<String> {
        let srp = proof::begin(email, password).await?;
        let response = self.send(call, passwords::srp1(&srp.public_key())?).await?;
        let challenge: Challenge = response.json().await?;
        call.second_step();
        proof::prove(srp, &challenge, "proving the current password").await
    }

    async fn send(&self, call: &Call, request: Request) -> Result<crate::http::Response> {
        let token = match call.credential()? {
            Kind::AccessToken { token, .. } => Some(token),
            _ => self.login.token(),
        };
        let token = token.cloned().ok_or_else(|| {
            Error::new(ErrorKind::AuthenticationFailed, "the session has ended. Try again")
        })?;
        call.send(request.authorized(Authorization::Bearer(token))).await
    }

    /// From now on the client logs in with `password`; it logs in again if the session has ended.
    fn password_is_now(&mut self, call: &Call, password: SecretString, era: Era) {
        if !era.is_may_2023() {
            *self.login = LoginSlot::default();
        }
        *self.owner = None;
        call.shared.replace_password(password);
    }
}
