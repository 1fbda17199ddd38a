//! The session of a user: one log-in, refreshed before its token expires or when it is rejected.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::identity_session::due_at;
use crate::api::auth::{self, NewToken};
use crate::client::call::{Call, Kind, Login, LoginSlot, PendingMfa};
use crate::crypto::PrivateKey;
use crate::{Error, ErrorKind, Result, SecretString};

impl LoginSlot {
    /// The access token of the current session.
    pub(crate) fn token(&self) -> Option<&SecretString> {
        self.current.as_ref().map(|login| &login.token)
    }

    pub(crate) fn is_logged_in(&self) -> bool {
        self.current.is_some()
    }

    /// The current session, if it is for an organization.
    pub(super) fn for_organization(&self) -> Option<Arc<Login>> {
        self.current.as_ref().filter(|login| login.is_for_organization).map(Arc::clone)
    }

    /// Keeps the session, or what waits for the second factor. That is an error until the code
    /// arrives.
    pub(crate) fn settle(&mut self, outcome: Result<Login, PendingMfa>) -> Result<Arc<Login>> {
        match outcome {
            Ok(login) => {
                let login = Arc::new(login);
                *self = Self { current: Some(Arc::clone(&login)), ..Self::default() };
                Ok(login)
            }
            Err(pending) => {
                let required = pending.required();
                self.pending = Some(pending);
                Err(required)
            }
        }
    }

    /// Fails while a log-in waits for its code: a new one would send another code.
    pub(super) fn check_no_pending(&self) -> Result<()> {
        match self.pending.as_ref().filter(|pending| pending.is_good()) {
            Some(pending) => Err(pending.required()),
            None => Ok(()),
        }
    }
}

impl Login {
    pub(super) fn new(
        token: SecretString,
        refresh_token: Option<SecretString>,
        asked_at: Instant,
        private_key: Option<Arc<PrivateKey>>,
    ) -> Self {
        let due_at = lifetime(token.expose()).map(|lifetime| due_at(asked_at, lifetime));
        let (is_refreshed, is_for_organization) = (false, false);
        Self { token, private_key, refresh_token, due_at, is_refreshed, is_for_organization }
    }

    pub(super) fn of_organization(self) -> Self {
        Self { is_for_organization: true, ..self }
    }

    fn is_due(&self) -> bool {
        self.refresh_token.is_some() && self.due_at.is_some_and(|due_at| Instant::now() >= due_at)
    }
}

impl Call {
    /// The log-in of a user credential. The first call logs in or refreshes; the others wait for it
    /// and share its outcome, since servers count failed log-ins.
    pub(super) async fn login(&self) -> Result<Arc<Login>> {
        let attempts = self.shared.login_attempts.load(Ordering::Acquire);
        let mut slot = self.shared.login.lock().await;
        if let Some(login) = slot.current.as_ref().filter(|login| !login.is_due()) {
            return Ok(Arc::clone(login));
        }
        let waited = self.shared.login_attempts.load(Ordering::Acquire) != attempts;
        if let Some(failure) = slot.failure.as_ref().filter(|_| waited) {
            return Err(failure.again());
        }
        let outcome = self.open_session(&mut slot).await.map(Arc::new);
        self.shared.login_attempts.fetch_add(1, Ordering::Release);
        slot.failure = outcome.as_ref().err().map(Error::again);
        if let Ok(login) = &outcome {
            slot.current = Some(Arc::clone(login));
            slot.refused = None;
        }
        outcome
    }

    /// Drops the rejected token, unless another call has already replaced it.
    pub(super) async fn forget_login(&self, refused: &SecretString) {
        let mut slot = self.shared.login.lock().await;
        if slot.token() == Some(refused) {
            // If the server rejects a refreshed token, a new log-in is needed.
            slot.refused = slot.current.take().filter(|login| !login.is_refreshed);
        }
    }

    /// The access token of the current session; none if the user has not logged in yet.
    pub(crate) async fn session_token(&self) -> Result<Option<SecretString>> {
        Ok(match self.credential()? {
            Kind::AccessToken { token, .. } => Some(token.clone()),
            _ => self.shared.login.lock().await.token().cloned(),
        })
    }

    /// The access token and refresh token of the current session, as far as there are any.
    pub(crate) async fn session_tokens(
        &self,
    ) -> Result<(Option<SecretString>, Option<SecretString>)> {
        let refresh_token = match &self.shared.login.lock().await.current {
            Some(login) => login.refresh_token.clone(),
            None => None,
        };
        Ok((self.session_token().await?, refresh_token))
    }

    /// Refreshes the current session, or logs in. The slot keeps the session until the server has
    /// ended it, so that a cancelled or failed call leaves it to the next one.
    async fn open_session(&self, slot: &mut LoginSlot) -> Result<Login> {
        if let Some(old) = slot.current.as_ref().or(slot.refused.as_ref()).map(Arc::clone) {
            if let Some(login) = self.refresh(&old).await? {
                return Ok(login);
            }
            (slot.current, slot.refused) = (None, None);
        }
        self.begin_session(slot).await
    }

    /// `None` if the server has ended the session.
    async fn refresh(&self, old: &Login) -> Result<Option<Login>> {
        let Some(refresh_token) = &old.refresh_token else { return Ok(None) };
        let asked_at = Instant::now();
        let response = match self.send(auth::refresh(refresh_token.clone())).await {
            Err(error) if ends_session(&error) => return Ok(None),
            result => result?,
        };
        let token = response.json::<NewToken>().await?.token;
        // Today's servers replace the refresh token, and end the session if the old one is used.
        let refresh_token = response.refresh_token.or_else(|| old.refresh_token.clone());
        let key = old.private_key.clone();
        let login = Login::new(token, refresh_token, asked_at, key);
        let is_for_organization = old.is_for_organization;
        Ok(Some(Login { is_refreshed: true, is_for_organization, ..login }))
    }

    /// Logs in, unless a log-in waits for its code.
    pub(crate) async fn begin_session(&self, slot: &mut LoginSlot) -> Result<Login> {
        slot.check_no_pending()?;
        slot.pending = None;
        let Kind::User { email, password, .. } = self.credential()? else {
            return Err(Error::new(ErrorKind::Internal, "only a user can log in"));
        };
        let password = self.shared.password_instead_of(password);
        self.log_in(email, &password).await?.map_err(|pending| {
            let required = pending.required();
            slot.pending = Some(pending);
            required
        })
    }
}

/// Whether a failed refresh means that the session has ended. A busy server or a proxy error does
/// not mean that, and a new log-in may send a code.
fn ends_session(error: &Error) -> bool {
    let passes = matches!(error.kind(), ErrorKind::RateLimited | ErrorKind::InvalidResponse)
        || matches!(error.status(), Some(502..=504));
    error.status().is_some() && !passes
}

/// The lifetime of an access token, as claimed in it. Only used to decide when to refresh.
fn lifetime(token: &str) -> Option<Duration> {
    #[derive(Deserialize)]
    struct Claims {
        iat: u64,
        exp: u64,
    }
    let Claims { iat, exp } = claims(token)?;
    Some(Duration::from_secs(exp.checked_sub(iat)?)).filter(|lifetime| !lifetime.is_zero())
}

/// The organization of the access token of a user or machine identity, as claimed in it.
pub(super) fn organization_of(token: &str) -> Option<String> {
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Claims {
        #[serde(alias = "orgId")]
        organization_id: String,
    }
    claims(token).map(|Claims { organization_id }| organization_id)
}

/// The claims of a token, whose signature only the server can check.
fn claims<Claims: DeserializeOwned>(token: &str) -> Option<Claims> {
    let payload = URL_SAFE_NO_PAD.decode(token.split('.').nth(1)?).ok()?;
    serde_json::from_slice(&payload).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn token(claims: &str) -> String {
        format!("h.{}.s", URL_SAFE_NO_PAD.encode(claims))
    }

    #[test]
    fn lifetime_is_parsed_from_token() {
        let seconds = |claims: &str| lifetime(&token(claims)).map(|it| it.as_secs());
        assert_eq!(seconds(r#"{"userId":"u","iat":100,"exp":864100}"#), Some(864_000));
        assert_eq!(seconds(r#"{"iat":100,"exp":100}"#), None);
        assert_eq!(seconds(r#"{"iat":100,"exp":99}"#), None);
        assert_eq!(seconds(r#"{"iat":-1,"exp":99}"#), None);
        assert_eq!(seconds("{}"), None);
        for text in ["", "a", "a.b", "a.!.c", "..", "a.bm90IGpzb24.c"] {
            assert_eq!(lifetime(text), None, "{text}");
        }
    }
}
