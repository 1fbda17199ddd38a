//! Recovery of an account with a lost password, by a mailed code and the backup key.

use std::sync::{Arc, PoisonError};

use super::Account;
use crate::api::passwords::{self, BackupAnswer, NewPassword, Verified};
use crate::api::server::Era;
use crate::client::call::{Call, Client, ConfirmedRecovery, awaitable, blocking, crypto_failure};
use crate::client::session::{Protection, check_belongs, check_consent, check_not_empty};
use crate::crypto::{BackupKey, PrivateKey};
use crate::text::Shown;
use crate::{Error, ErrorKind, Result, SecretString};

impl Account {
    /// Asks the server to mail a recovery code. Needs no credential. Servers of 2024 and later
    /// succeed for every address, so that nobody learns who has an account.
    ///
    /// # Arguments
    /// - `email`: the e-mail address of the account, to which the code is mailed.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no account of that address, on May 2023 servers.
    pub fn start_recovery(&self, email: impl Into<String>) -> StartRecovery {
        StartRecovery { client: self.client.clone(), email: email.into() }
    }

    /// Replaces a lost password, with a mailed code and a backup key. Needs no credential; log in
    /// with the new password afterwards.
    ///
    /// The client confirms the code, opens the private key with the backup key of
    /// [`create_backup_key`](Self::create_backup_key), and protects it with the new password.
    /// Nothing is changed before the private key is open. The backup key stays valid.
    ///
    /// Today's servers take a new password without a backup key, and leave the key pair under the
    /// old password: afterwards, log in with the new password, and give the old one
    /// [to decrypt](crate::Credential::with_password). On them the backup key has no effect.
    ///
    /// The server confirms a code only once. After a wrong backup key or an interruption, the same
    /// client can continue with the confirmed code for 15 minutes; another client needs a new code.
    ///
    /// # Arguments
    /// - `email`: the e-mail address that the code was mailed to.
    /// - `code`: the mailed code.
    /// - `backup_key`: the backup key of the emergency kit.
    /// - `new_password`: the new password; it stays on this machine, but see `send_password`.
    ///
    /// # Errors
    /// - [`ErrorKind::AuthenticationFailed`] if the code is wrong, was used or is too old, or if
    ///   there is no account of that address.
    /// - [`ErrorKind::TokenExpired`] if the code was confirmed more than 15 minutes ago, on servers
    ///   since 2024.
    /// - [`ErrorKind::DecryptionFailed`] if the backup key is wrong, or if a later one has replaced
    ///   it.
    /// - [`ErrorKind::NotFound`] if the account has no backup key.
    /// - [`ErrorKind::InvalidInput`] if the backup key is not 32 hexadecimal characters, or if the
    ///   new password is empty.
    /// - [`ErrorKind::IntegrityViolation`] if the key that the backup key opens is not the private
    ///   key of the account.
    /// - [`ErrorKind::UnsupportedByServer`] if the server demands the new password itself and
    ///   `send_password` does not allow it.
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
    let request = if call.era().await?.is_modern() {
        passwords::send_recovery_code(&this.email)?
    } else {
        passwords::send_code(&this.email)?
    };
    call.send(request).await?;
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
    /// Whether the new password may be sent to today's servers, which demand it; `false` by default.
    /// Without it, recovery fails on these servers. Earlier servers do not receive the password.
    pub fn send_password(mut self, agree: bool) -> Self {
        self.send_password = agree;
        self
    }
}

awaitable!(CompleteRecovery => (), |this, call| {
    check_not_empty(&this.new_password)?;
    let era = call.era().await?;
    if era.is_modern() {
        check_consent(era, this.send_password, "recovery")?;
        return call.recovering(&this, call.recover_keyless(&this)).await;
    }
    let key = BackupKey::from_text(this.backup_key.expose().trim()).map_err(|_| {
        Error::new(
            ErrorKind::InvalidInput,
            "the backup key is not 32 hexadecimal characters. Copy it from the emergency kit \
             without changes",
        )
    })?;
    call.recovering(&this, async {
        let confirmed = call.confirmed_code(era, &this).await?;
        call.recover(&this, &key, &confirmed).await
    }).await
});

impl Call {
    /// Ends well too if an earlier call, whose answer was lost, already set the password.
    async fn recovering(
        &self,
        this: &CompleteRecovery,
        recovery: impl Future<Output = Result<()>>,
    ) -> Result<()> {
        match recovery.await {
            Err(error)
                if error.kind() == ErrorKind::AuthenticationFailed
                    && self
                        .is_password(&this.email, &this.new_password)
                        .await
                        .unwrap_or_default() =>
            {
                Ok(())
            }
            result => result,
        }
    }

    /// On today's servers, which leave the key pair under the old password.
    async fn recover_keyless(&self, this: &CompleteRecovery) -> Result<()> {
        let confirmed = self.confirmed_code(self.era().await?, this).await?;
        let token = confirmed.token.clone();
        let request = passwords::reset_keyless(&this.email, token, &this.new_password)?;
        self.send(request).await.map_err(wrong_code)?;
        *self.shared.recovery.lock().unwrap_or_else(PoisonError::into_inner) = None;
        Ok(())
    }

    async fn confirmed_code(
        &self,
        era: Era,
        this: &CompleteRecovery,
    ) -> Result<Arc<ConfirmedRecovery>> {
        let recovery = || self.shared.recovery.lock().unwrap_or_else(PoisonError::into_inner);
        let known = recovery().clone();
        if let Some(known) = known.filter(|one| one.email == this.email && one.code == this.code) {
            return Ok(known);
        }
        let (email, code) = (&this.email, this.code.expose());
        let request = if era.is_modern() {
            passwords::verify_recovery_code(email, code)?
        } else {
            passwords::verify_code(email, code)?
        };
        let verified: Verified = self.send(request).await.map_err(wrong_code)?.json().await?;
        let confirmed = Arc::new(ConfirmedRecovery {
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
        this: &CompleteRecovery,
        key: &BackupKey,
        confirmed: &ConfirmedRecovery,
    ) -> Result<()> {
        let private_key = self.open_backup(key, confirmed).await?;
        let (email, password) = (this.email.clone(), this.new_password.clone());
        let protection =
            blocking(move || Protection::make(&email, &password, &private_key)).await?;
        let protection = protection.map_err(crypto_failure)?;
        let new_password =
            NewPassword { client_proof: None, protection: protection.fields(), password: None };
        let request = passwords::reset(&this.email, confirmed.token.clone(), &new_password)?;
        self.send(request).await.map_err(wrong_code)?;
        *self.shared.recovery.lock().unwrap_or_else(PoisonError::into_inner) = None;
        Ok(())
    }

    /// Decrypts the private key with the backup key, and checks it against the public key that the
    /// server returns.
    async fn open_backup(
        &self,
        key: &BackupKey,
        confirmed: &ConfirmedRecovery,
    ) -> Result<PrivateKey> {
        let email = &confirmed.email;
        let request = passwords::backup(email, confirmed.token.clone());
        let response = self.send(request).await.map_err(|error| match error.kind() {
            ErrorKind::NotFound => error.reclassified(
                ErrorKind::NotFound,
                format!(
                    "{email} has no backup key. Without it and without the password, the private \
                     key cannot be decrypted. Create a new account, and ask members to share the \
                     projects with it",
                    email = Shown(email)
                ),
            ),
            _ => wrong_code(error),
        })?;
        let backup = response.json::<BackupAnswer>().await?.backup_private_key;
        let private_key =
            key.unlock(&backup.encrypted_private_key, &backup.iv, &backup.tag).map_err(|_| {
                Error::new(
                    ErrorKind::DecryptionFailed,
                    format!(
                        "the backup key does not decrypt the private key of {email}. Check that it \
                         was copied correctly, and that it is the latest one",
                        email = Shown(email)
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
            let message = "the recovery code is wrong, has expired or was already used. Start the \
                           recovery again to get another one";
            error.reclassified(kind, message)
        }
        _ => error,
    }
}
