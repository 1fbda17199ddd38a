//! The log-in of a machine identity: one token, renewed before it expires.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use sha2::{Digest as _, Sha256};

use super::features::Feature;
use super::identity_proofs;
use crate::api::identities::{self as api, LoggedIn};
use crate::client::call::{
    Call, IdentityLogIn, IdentitySession, IdentitySlot, Kind, Method, RefusedLogIn,
};
use crate::http::Request;
use crate::{Error, ErrorKind, Result, SecretString};

/// The maximum time before expiry when a token is renewed.
const MARGIN: Duration = Duration::from_secs(60);

/// How long a token without expiry is used before it is replaced.
const LONGEST: Duration = Duration::from_secs(86_400);

/// How long a refused log-in is not sent again. Three within 30 seconds lock the identity.
const REFUSED_FOR: Duration = Duration::from_secs(60);

impl IdentitySession {
    fn new(answer: LoggedIn, asked_at: Instant) -> Self {
        let lifetime = match answer.expires_in {
            // The answer of servers since autumn 2024 for a token that never expires.
            0 => Duration::MAX,
            seconds => Duration::from_secs(seconds),
        };
        Self { token: answer.access_token, renew_at: due_at(asked_at, lifetime) }
    }

    fn is_due(&self) -> bool {
        Instant::now() >= self.renew_at
    }
}

/// When to replace a token with this lifetime.
pub(crate) fn due_at(asked_at: Instant, lifetime: Duration) -> Instant {
    let useful = lifetime.saturating_sub(MARGIN.min(lifetime / 5));
    // A lifetime beyond the range of the clock never ends.
    asked_at.checked_add(useful).unwrap_or_else(|| asked_at + LONGEST)
}

impl Call {
    /// The session of a machine identity. One call logs in or renews; the others wait for it and
    /// share its outcome.
    pub(super) async fn session(&self) -> Result<Arc<IdentitySession>> {
        let attempts = self.shared.session_attempts.load(Ordering::Acquire);
        let mut slot = self.shared.session.lock().await;
        if let Some(session) = slot.current.as_ref().filter(|session| !session.is_due()) {
            return Ok(Arc::clone(session));
        }
        let waited = self.shared.session_attempts.load(Ordering::Acquire) != attempts;
        if let Some(failure) = slot.failure.as_ref().filter(|_| waited) {
            return Err(failure.again());
        }
        // The slot keeps a session that is due, so that a cancelled call leaves it to the next one.
        let outcome = match slot.current.clone() {
            Some(due) => self.renew_session(&due, &mut slot).await,
            None => self.log_in_identity(&mut slot).await,
        };
        let outcome = outcome.map(Arc::new);
        self.shared.session_attempts.fetch_add(1, Ordering::Release);
        slot.failure = outcome.as_ref().err().map(Error::again);
        if let Ok(session) = &outcome {
            slot.current = Some(Arc::clone(session));
        }
        outcome
    }

    /// Drops the session whose token was rejected, unless another call has already replaced it.
    pub(super) async fn forget_session(&self, refused: &SecretString) {
        let mut slot = self.shared.session.lock().await;
        if slot.current.as_ref().is_some_and(|session| &session.token == refused) {
            slot.current = None;
        }
    }

    /// Revokes the access token of a machine identity, and drops it before the request. Without a
    /// log-in there is nothing to revoke.
    pub(crate) async fn log_out_identity(&self) -> Result<()> {
        let token = match self.credential()? {
            Kind::IdentityToken(token) => Some(token.clone()),
            _ => {
                let current = std::mem::take(&mut *self.shared.session.lock().await).current;
                current.map(|session| session.token.clone())
            }
        };
        let Some(token) = token else { return Ok(()) };
        self.require(Feature::IdentityLogOut).await?;
        self.send(api::revoke(&token)?).await?;
        Ok(())
    }

    /// Renews the token. Servers reject this after the token's maximum lifetime, and October 2024
    /// then ends the token too: the client logs in again.
    async fn renew_session(
        &self,
        due: &IdentitySession,
        slot: &mut IdentitySlot,
    ) -> Result<IdentitySession> {
        let asked_at = Instant::now();
        match self.send(api::renew(&due.token)?).await {
            Ok(response) => Ok(IdentitySession::new(response.json().await?, asked_at)),
            Err(_) => self.log_in_identity(slot).await,
        }
    }

    async fn log_in_identity(&self, slot: &mut IdentitySlot) -> Result<IdentitySession> {
        let Kind::MachineIdentity(log_in) = self.credential()? else {
            return Err(Error::new(
                ErrorKind::Internal,
                "only a machine identity can log in this way",
            ));
        };
        self.require(Feature::IdentityLogIn).await?;
        let request = identity_proofs::request(log_in).await?;
        let digest = digest(&request);
        if let Some(refused) = slot
            .refused
            .as_ref()
            .filter(|refused| refused.digest == digest && refused.at.elapsed() < REFUSED_FOR)
        {
            return Err(refused.error.again());
        }
        let asked_at = Instant::now();
        let subject = request.subject.clone();
        match self.send(request).await {
            Ok(response) => {
                slot.refused = None;
                Ok(IdentitySession::new(response.json().await?, asked_at))
            }
            Err(error) => {
                let error = with_advice(error, log_in, &subject);
                slot.refused = is_refusal(&error).then(|| RefusedLogIn {
                    digest,
                    at: Instant::now(),
                    error: error.again(),
                });
                Err(error)
            }
        }
    }
}

fn digest(request: &Request) -> [u8; 32] {
    Sha256::digest(request.body.as_deref().map_or(&[][..], Vec::as_slice)).into()
}

/// Whether the server refused the proof, so that sending it again would do harm.
fn is_refusal(error: &Error) -> bool {
    matches!(error.status(), Some(400 | 401 | 403 | 404 | 422))
}

/// The error of a log-in, with what to check. Statuses of other routes have other meanings here:
/// 404 for an identity without this method, 403 for a claim that is not allowed.
fn with_advice(error: Error, log_in: &IdentityLogIn, subject: &str) -> Error {
    let advice = identity_proofs::advice(&log_in.method);
    let (kind, reason) = match (error.kind(), error.status()) {
        _ if error.is_unknown_route() => {
            return error.reclassified(
                ErrorKind::UnsupportedByServer,
                format!(
                    "{subject}: this server has no such log-in, or the base URL is wrong. Use \
                     another method, such as universal auth"
                ),
            );
        }
        (ErrorKind::TokenExpired, _) => (ErrorKind::TokenExpired, "it has expired"),
        (ErrorKind::NotFound, _) => (
            ErrorKind::AuthenticationFailed,
            "the server does not know this identity, or the identity does not log in this way",
        ),
        (ErrorKind::AuthenticationFailed, _) => {
            (ErrorKind::AuthenticationFailed, "the server refused it")
        }
        // Universal auth answers so to an address that may not log in.
        (ErrorKind::PermissionDenied, Some(403))
            if !matches!(log_in.method, Method::Universal { .. }) =>
        {
            (ErrorKind::AuthenticationFailed, "the server refused it")
        }
        (ErrorKind::InvalidInput, Some(_)) => {
            (ErrorKind::AuthenticationFailed, "the server refused or could not check it")
        }
        // Servers pass the refusal of the third party on as a failure of their own.
        (ErrorKind::ServerError, Some(500)) => {
            let Some(verifier) = identity_proofs::verifier(&log_in.method) else { return error };
            let passing = error.may_pass();
            let message = format!(
                "{subject}: the server failed to check it: the proof may be wrong, or the server \
                 does not reach {verifier}. {advice}"
            );
            return error.reclassified(ErrorKind::ServerError, message).with_retryable(passing);
        }
        _ => return error,
    };
    error.reclassified(kind, format!("{subject}: {reason}. {advice}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn token_of_any_lifetime_is_renewed_before_it_expires() {
        let now = Instant::now();
        let useful = |expires_in| {
            let answer = LoggedIn { access_token: SecretString::from("t"), expires_in };
            (IdentitySession::new(answer, now).renew_at - now).as_secs()
        };
        assert_eq!(useful(10), 8);
        assert_eq!(useful(7200), 7140);
        assert_eq!(useful(u64::MAX), 86_400);
        assert_eq!(useful(0), 86_400, "it never ends");
    }
}
