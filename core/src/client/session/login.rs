//! The log-in of users with SRP, and selecting an organization.

use std::sync::Arc;
use std::time::Instant;

use super::current_user::unlock_private_key;
use super::proof;
use crate::api::auth::{self, Challenge, LoggedIn, NewToken};
use crate::api::organizations::{self, OrganizationList, OrganizationRecord};
use crate::client::call::{Call, Login, PendingMfa};
use crate::http::{Authorization, Response};
use crate::text::Shown;
use crate::{Error, ErrorKind, Result, SecretString};

impl Call {
    /// Logs in until a second factor is needed.
    pub(super) async fn log_in(
        &self,
        email: &str,
        password: &SecretString,
    ) -> Result<Result<Login, PendingMfa>> {
        let asked_at = Instant::now();
        let (response, salt) = self.prove_password(email, password).await?;
        let LoggedIn { mfa_enabled, token, .. } = response.json().await?;
        if mfa_enabled {
            return Ok(Err(PendingMfa::new(email, token, salt, asked_at)));
        }
        self.logged_in(&response, salt, password.clone(), asked_at).await.map(Ok)
    }

    /// Decrypts the user's private key from the answer that completes a log-in.
    pub(crate) async fn logged_in(
        &self,
        response: &Response,
        salt: String,
        password: SecretString,
        asked_at: Instant,
    ) -> Result<Login> {
        let LoggedIn { token, keys, .. } = response.json().await?;
        let keys = keys.ok_or_else(|| {
            response.invalid("the server answered the log-in without the private key")
        })?;
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
        // Check first that it is an Infisical server, before the error blames the password.
        self.era().await?;
        let srp = proof::begin(email, password).await?;
        let email = email.to_owned();
        self.exchange(|call| async move {
            let challenge: Challenge =
                call.send(auth::login1(&email, &srp.public_key())?).await?.json().await?;
            call.second_step();
            let proof = proof::prove(
                srp,
                &challenge,
                &format!("logging in as {email}", email = Shown(&email)),
            )
            .await?;
            Ok((call.send(auth::login2(&email, &proof)?).await?, challenge.salt))
        })
        .await
    }

    /// Whether it is the password of the account.
    pub(crate) async fn is_password(&self, email: &str, password: &SecretString) -> Result<bool> {
        match self.prove_password(email, password).await {
            Ok(_) => Ok(true),
            Err(error) if error.kind() == ErrorKind::AuthenticationFailed => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Selects the organization of a log-in, on servers since June 2024: the client's, or the only
    /// one. Otherwise none is selected, which is enough to list organizations.
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
        let (token, key) =
            (response.json::<NewToken>().await?.token, Arc::clone(&login.private_key));
        let selected = Login::new(token, response.refresh_token, asked_at, key);
        Ok(selected.of_organization())
    }

    async fn organizations_of(&self, login: &Login) -> Result<Vec<OrganizationRecord>> {
        let request = organizations::list();
        let request = request.authorized(Authorization::Bearer(login.token.clone()));
        Ok(self.send(request).await?.json::<OrganizationList>().await?.organizations)
    }

    /// Like [`login`](Self::login), for requests that need an organization.
    pub(super) async fn login_for_organization(&self) -> Result<Arc<Login>> {
        let login = self.login().await?;
        if login.is_for_organization {
            return Ok(login);
        }
        // The lock is held, because selecting an organization invalidates the tokens of an earlier
        // selection.
        let mut slot = self.shared.login.lock().await;
        if let Some(selected) = slot.for_organization() {
            return Ok(selected);
        }
        // The user may have joined or created one since the log-in.
        let organizations = self.organizations_of(&login).await?;
        let [only] = organizations.as_slice() else { return Err(not_one(&organizations)) };
        Ok(slot.complete(self.for_organization(&login, &only.id()).await?))
    }
}

/// The error if no organization was selected.
fn not_one(organizations: &[OrganizationRecord]) -> Error {
    if organizations.is_empty() {
        let message = "the user belongs to no organization. Create one, or ask for an invitation \
                       to one";
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
