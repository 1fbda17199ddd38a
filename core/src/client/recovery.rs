//! Back into an account whose password is lost, by a mailed code and the backup key.

use std::sync::{Arc, PoisonError};

use super::account::Account;
use super::call::{Call, blocking};
use super::login::{check_belongs, crypto_failure};
use super::proof::{Protection, check_consent, check_not_empty};
use super::{Client, awaitable};
use crate::api::passwords::{self, BackupAnswer, NewPassword, Verified};
use crate::api::server::Era;
use crate::crypto::{BackupKey, PrivateKey};
use crate::{Error, ErrorKind, Result, SecretString};

impl Account {
    /// Asks the server to mail a recovery code to `email`. Needs no credential. Servers of 2024
    /// succeed for any address, so as not to tell who has an account.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] if there is no account (May 2023).
    pub fn start_recovery(&self, email: impl Into<String>) -> StartRecovery {
        StartRecovery { client: self.client.clone(), email: email.into() }
    }

    /// Confirms the mailed code, opens the private key with the
    /// [backup key](Account::create_backup_key) and puts it under a new password. Needs no
    /// credential; log in with the new password afterwards. Nothing is changed before the private
    /// key is open, and the backup key stays good.
    ///
    /// The code can be confirmed once: after a wrong backup key or an interruption the same client
    /// goes on with it for a quarter of an hour, another needs a new code.
    ///
    /// # Errors
    /// [`ErrorKind::AuthenticationFailed`] for a wrong or used code;
    /// [`ErrorKind::DecryptionFailed`] for a wrong backup key; [`ErrorKind::NotFound`] if the
    /// account has none; [`ErrorKind::InvalidInput`] for one that is not 32 hexadecimal characters;
    /// [`ErrorKind::IntegrityViolation`] if what it opens is not the key of the account;
    /// [`ErrorKind::UnsupportedByServer`] if the server demands the password itself, see
    /// [`CompleteRecovery::send_password`].
    pub fn complete_recovery(
        &self,
        email: impl Into<String>,
        code: impl Into<SecretString>,
        backup_key: impl Into<SecretString>,
        new_password: impl Into<SecretString>,
    ) -> CompleteRecovery {
        CompleteRecovery {
            client: self.client.clone(),
            email: email.into(),
            code: code.into(),
            backup_key: backup_key.into(),
            new_password: new_password.into(),
            send_password: false,
        }
    }
}

/// Asks for a recovery code when awaited. See [`Account::start_recovery`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct StartRecovery {
    client: Client,
    email: String,
}

awaitable!(StartRecovery => (), |this, call| {
    call.era().await?;
    call.send(passwords::send_code(&this.email)?).await?;
    Ok(())
});

/// Replaces a lost password when awaited. See [`Account::complete_recovery`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct CompleteRecovery {
    client: Client,
    email: String,
    code: SecretString,
    backup_key: SecretString,
    new_password: SecretString,
    send_password: bool,
}

impl CompleteRecovery {
    /// Agrees to send the new password to servers since about the end of 2024, which demand it and
    /// can open the private key with it. Without it, recovery there is refused. `false` by default;
    /// earlier servers are not sent it.
    pub fn send_password(mut self, agree: bool) -> Self {
        self.send_password = agree;
        self
    }
}

awaitable!(CompleteRecovery => (), |this, call| {
    check_not_empty(&this.new_password)?;
    let key = BackupKey::from_text(this.backup_key.expose().trim()).map_err(|_| {
        Error::new(
            ErrorKind::InvalidInput,
            "the backup key is not 32 hexadecimal characters. Copy it as the emergency kit has it",
        )
    })?;
    let era = call.era().await?;
    check_consent(era == Era::Modern, this.send_password, "recovery")?;
    match call.confirmed_code(&this).await {
        Ok(confirmed) => call.recover(era, &this, &key, &confirmed).await,
        // Done before, by a call whose answer was lost.
        Err(error)
            if error.kind() == ErrorKind::AuthenticationFailed
                && call.is_password(&this.email, &this.new_password).await.unwrap_or_default() =>
        {
            Ok(())
        }
        Err(error) => Err(error),
    }
});

/// A code the server has confirmed, and will not again.
pub(super) struct ConfirmedCode {
    email: String,
    code: SecretString,
    token: SecretString,
    public_key: Option<String>,
}

impl Call {
    async fn confirmed_code(&self, this: &CompleteRecovery) -> Result<Arc<ConfirmedCode>> {
        let recovery = || self.shared.recovery.lock().unwrap_or_else(PoisonError::into_inner);
        let known = recovery().clone();
        if let Some(known) = known.filter(|one| one.email == this.email && one.code == this.code) {
            return Ok(known);
        }
        let response = self.send(passwords::verify_code(&this.email, this.code.expose())?).await;
        let verified: Verified = response.map_err(wrong_code)?.json()?;
        let confirmed = Arc::new(ConfirmedCode {
            email: this.email.clone(),
            code: this.code.clone(),
            token: verified.token,
            public_key: verified.user.and_then(|user| user.public_key),
        });
        *recovery() = Some(Arc::clone(&confirmed));
        Ok(confirmed)
    }

    async fn recover(
        &self,
        era: Era,
        this: &CompleteRecovery,
        key: &BackupKey,
        confirmed: &ConfirmedCode,
    ) -> Result<()> {
        let private_key = self.open_backup(key, confirmed).await?;
        let (email, password) = (this.email.clone(), this.new_password.clone());
        let protection =
            blocking(move || Protection::make(&email, &password, &private_key)).await?;
        let protection = protection.map_err(crypto_failure)?;
        let new_password = NewPassword {
            client_proof: None,
            protection: protection.fields(),
            password: (era == Era::Modern).then(|| this.new_password.expose()),
        };
        let request = passwords::reset(&this.email, confirmed.token.clone(), &new_password)?;
        self.send(request).await.map_err(wrong_code)?;
        *self.shared.recovery.lock().unwrap_or_else(PoisonError::into_inner) = None;
        Ok(())
    }

    /// The private key the backup key opens, if it is the account's as far as the server tells.
    async fn open_backup(&self, key: &BackupKey, confirmed: &ConfirmedCode) -> Result<PrivateKey> {
        let email = &confirmed.email;
        let request = passwords::backup(email, confirmed.token.clone());
        let response = self.send(request).await.map_err(|error| match error.kind() {
            ErrorKind::NotFound => error.reclassified(
                ErrorKind::NotFound,
                format!(
                    "{email} has no backup key, and nothing else opens the private key without the \
                     password. Sign up anew and have the projects shared with you"
                ),
            ),
            _ => wrong_code(error),
        })?;
        let backup = response.json::<BackupAnswer>()?.backup_private_key;
        let private_key =
            key.unlock(&backup.encrypted_private_key, &backup.iv, &backup.tag).map_err(|_| {
                Error::new(
                    ErrorKind::DecryptionFailed,
                    format!(
                        "the backup key does not open the private key of {email}. It is mistyped, \
                         or a later one has replaced it"
                    ),
                )
            })?;
        if let Some(public_key) = &confirmed.public_key {
            check_belongs(&private_key, public_key)?;
        }
        Ok(private_key)
    }
}

fn wrong_code(error: Error) -> Error {
    match error.kind() {
        kind @ (ErrorKind::AuthenticationFailed | ErrorKind::TokenExpired) => {
            let message = "the recovery code is wrong, was used, or is too old. Start the recovery again for \
                           another";
            error.reclassified(kind, message)
        }
        _ => error,
    }
}
