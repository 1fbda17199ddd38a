//! The second factor of a user's log-in: a code by e-mail.

use std::time::{Duration, Instant};

use super::Account;
use crate::api::mfa;
use crate::client::call::{Call, Client, Kind, PendingMfa, PendingProof, awaitable};
use crate::text::Shown;
use crate::{Error, ErrorKind, Result, SecretString};

/// How long servers accept a code.
const PATIENCE: Duration = Duration::from_secs(300);

impl Account {
    /// Completes a login that failed with [`ErrorKind::MfaRequired`], with the mailed code. Then
    /// repeat the call that failed.
    ///
    /// After three wrong codes, servers since June 2024 lock the user: they accept no code and no
    /// login until the time in `retry_after` of the error has passed, or until the password is
    /// replaced with [`complete_recovery`](Self::complete_recovery).
    ///
    /// # Arguments
    /// - `code`: the mailed code, which is valid for five minutes.
    ///
    /// # Errors
    /// - [`ErrorKind::AuthenticationFailed`] if the code is wrong, of which servers accept a few,
    ///   or if it is too old.
    /// - [`ErrorKind::InvalidInput`] if the code is empty, or if no login waits for a code.
    /// - [`ErrorKind::PermissionDenied`] for a credential other than e-mail and password, or if the
    ///   server has locked the user.
    pub fn verify_mfa(&self, code: impl Into<SecretString>) -> VerifyMfa {
        VerifyMfa { client: self.client.clone(), code: code.into() }
    }

    /// Asks the server to mail another code for a login; the code before is no longer valid. Begins
    /// a login if none waits for a code.
    ///
    /// # Errors
    /// - [`ErrorKind::AuthenticationFailed`] if the password is wrong.
    /// - [`ErrorKind::InvalidInput`] if the user is logged in, or has no second factor.
    /// - [`ErrorKind::PermissionDenied`] for a credential other than e-mail and password, or if the
    ///   server has locked the user after three wrong codes, as servers since June 2024 do.
    pub fn resend_mfa_code(&self) -> ResendMfaCode {
        ResendMfaCode { client: self.client.clone() }
    }

    /// Turns the second factor of the user on or off. With it, a mailed code completes every login;
    /// see [`verify_mfa`](Self::verify_mfa). A running session continues.
    ///
    /// # Arguments
    /// - `enabled`: whether logins need a second factor.
    ///
    /// # Errors
    /// - [`ErrorKind::PermissionDenied`] for a service token, a service account or a machine
    ///   identity.
    pub fn set_mfa(&self, enabled: bool) -> SetMfa {
        SetMfa { client: self.client.clone(), enabled }
    }
}

/// Completes a log-in when awaited. See [`Account::verify_mfa`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct VerifyMfa {
    client: Client,
    code: SecretString,
}

awaitable!(VerifyMfa => (), |this, call| call.verify_mfa(this.code.expose().trim()).await);

/// Asks for another code when awaited. See [`Account::resend_mfa_code`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ResendMfaCode {
    client: Client,
}

awaitable!(ResendMfaCode => (), |this, call| call.resend_mfa_code().await);

/// Turns the second factor on or off when awaited. See [`Account::set_mfa`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct SetMfa {
    client: Client,
    enabled: bool,
}

awaitable!(SetMfa => (), |this, call| {
    call.require_user()?;
    call.send_authorized(mfa::set(this.enabled)?).await?;
    Ok(())
});

impl PendingMfa {
    pub(crate) fn new(
        email: &str,
        token: SecretString,
        proof: PendingProof,
        since: Instant,
    ) -> Self {
        Self { email: email.to_owned(), token, proof, since }
    }

    /// The kind of second factor, which only today's servers name.
    fn method(&self) -> Option<&str> {
        match &self.proof {
            PendingProof::Srp { .. } => None,
            PendingProof::Organization { method } => Some(method),
        }
    }

    pub(crate) fn is_good(&self) -> bool {
        self.since.elapsed() < PATIENCE
    }

    pub(crate) fn required(&self) -> Error {
        Error::new(
            ErrorKind::MfaRequired,
            match self.method() {
                None | Some("email") => format!(
                    "{} has a second factor, and the server has mailed a code. Verify the code \
                     within five minutes, then repeat the call. In a program, use a service token \
                     instead",
                    Shown(&self.email)
                ),
                Some(method) => format!(
                    "{} has a second factor of the kind {:?}. Verify its code within five minutes, \
                     then repeat the call. In a program, use a service token instead",
                    Shown(&self.email),
                    Shown(method)
                ),
            },
        )
    }
}

impl Call {
    async fn verify_mfa(&self, code: &str) -> Result<()> {
        let password = self.password_to_log_in()?;
        if code.is_empty() {
            return Err(Error::new(ErrorKind::InvalidInput, "the code is empty"));
        }
        let era = self.era().await?;
        let mut slot = self.shared.login.lock().await;
        let Some(pending) = slot.pending.as_ref().filter(|pending| pending.is_good()) else {
            return Err(Error::new(
                ErrorKind::InvalidInput,
                "no log-in is waiting for a code: the user is logged in, has not tried to log in, \
                 or did so more than five minutes ago. Log in, or request another code",
            ));
        };
        let request =
            mfa::verify(era, &pending.email, code, pending.method(), pending.token.clone())?;
        let asked_at = Instant::now();
        let response = match self.send(request).await.map_err(refused) {
            // An expired code stays expired.
            Err(error) if error.kind() == ErrorKind::TokenExpired => {
                slot.pending = None;
                let message = "the code has expired, or there were too many attempts. Request \
                               another code";
                return Err(error.reclassified(ErrorKind::AuthenticationFailed, message));
            }
            result => result?,
        };
        // The code cannot be used again, whatever the result.
        let Some(pending) = slot.pending.take() else { return Ok(()) };
        let outcome = self.with_second_factor(&response, pending.proof, password, asked_at).await?;
        slot.settle(outcome)?;
        Ok(())
    }

    async fn resend_mfa_code(&self) -> Result<()> {
        self.password_to_log_in()?;
        let era = self.era().await?;
        let mut slot = self.shared.login.lock().await;
        if let Some(pending) = slot.pending.as_ref().filter(|pending| pending.is_good()) {
            self.send(mfa::send(era, &pending.email, pending.token.clone())?).await?;
            return Ok(());
        }
        if !slot.is_logged_in() {
            match self.begin_session(&mut slot).await {
                Ok(login) => {
                    slot.settle(Ok(login))?;
                }
                Err(error) if error.kind() == ErrorKind::MfaRequired => return Ok(()),
                Err(error) => return Err(error),
            }
        }
        Err(Error::new(
            ErrorKind::InvalidInput,
            "the user is already logged in, so no code is needed",
        ))
    }

    fn password_to_log_in(&self) -> Result<SecretString> {
        match self.credential()? {
            Kind::User { password, .. } => Ok(self.shared.password_instead_of(password)),
            _ => Err(Error::new(
                ErrorKind::PermissionDenied,
                "only a credential with e-mail address and password uses a code to log in. Use \
                 such a credential",
            )),
        }
    }
}

/// Servers of 2024 have different answers to a wrong or expired code.
fn refused(error: Error) -> Error {
    match error.kind() {
        ErrorKind::AuthenticationFailed | ErrorKind::InvalidInput | ErrorKind::NotFound => error
            .reclassified(
                ErrorKind::AuthenticationFailed,
                "the code is wrong or has expired. Try again, or request another code",
            ),
        _ => error,
    }
}
