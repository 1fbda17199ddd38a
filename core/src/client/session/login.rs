//! The log-in of users, and selecting an organization.
//!
//! Until autumn 2024 a log-in proves the password with SRP, and its second factor completes the
//! proof. Today's servers take the password itself, and ask for the second factor when an
//! organization is selected.

use std::sync::Arc;
use std::time::Instant;

use super::current_user::unlock_private_key;
use super::proof;
use super::user_session::organization_of;
use crate::api::auth::{self, Challenge, LoggedIn, LoggedInByPassword, NewToken, Selected};
use crate::api::organizations::{self, OrganizationList, OrganizationRecord};
use crate::client::call::{Call, Kind, Login, PendingMfa, PendingProof, Unlock};
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
        if self.era().await?.is_modern() {
            return self.log_in_by_password(email, password, asked_at).await;
        }
        let (response, salt) = self.prove_password(email, password).await?;
        let LoggedIn { mfa_enabled, token, .. } = response.json().await?;
        if mfa_enabled {
            let proof = PendingProof::Srp { salt };
            return Ok(Err(PendingMfa::new(email, token, proof, asked_at)));
        }
        self.logged_in(&response, salt, password.clone(), asked_at).await
    }

    /// Decrypts the user's private key from the answer that completes a log-in, unless something
    /// other than the password decrypts it.
    pub(super) async fn logged_in(
        &self,
        response: &Response,
        salt: String,
        password: SecretString,
        asked_at: Instant,
    ) -> Result<Result<Login, PendingMfa>> {
        let LoggedIn { token, keys, .. } = response.json().await?;
        let keys = keys.ok_or_else(|| {
            response.invalid("the server answered the log-in without the private key")
        })?;
        let private_key = match self.credential()? {
            Kind::User { unlock: Unlock::Nothing, .. } => {
                Some(Arc::new(unlock_private_key(password, salt, &keys).await?))
            }
            _ => None,
        };
        let refresh_token = response.refresh_token.clone();
        let login = Login::new(token, refresh_token, asked_at, private_key);
        self.for_usual_organization(login).await
    }

    async fn log_in_by_password(
        &self,
        email: &str,
        password: &SecretString,
        asked_at: Instant,
    ) -> Result<Result<Login, PendingMfa>> {
        self.check_may_send_password()?;
        let response = self.send(auth::login(email, password)?).await?;
        let token = response.json::<LoggedInByPassword>().await?.access_token;
        let login = Login::new(token, response.refresh_token, asked_at, None);
        self.for_usual_organization(login).await
    }

    fn check_may_send_password(&self) -> Result<()> {
        if self.shared.send_password {
            return Ok(());
        }
        Err(Error::new(
            ErrorKind::UnsupportedByServer,
            "this server logs users in only with the password itself, which was not sent. If it \
             also decrypts the private key, the server could then decrypt everything that is \
             sealed to the user. Use a service token, or an access token with the password beside \
             it; or set send_password, with another password or the private key to decrypt with",
        ))
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

    /// Whether it is the password of the account. Sends it only if the client may.
    pub(crate) async fn is_password(&self, email: &str, password: &SecretString) -> Result<bool> {
        let attempt = if self.era().await?.is_modern() {
            self.check_may_send_password()?;
            self.send(auth::login(email, password)?).await.map(drop)
        } else {
            self.prove_password(email, password).await.map(drop)
        };
        match attempt {
            Ok(()) => Ok(true),
            Err(error) if error.kind() == ErrorKind::AuthenticationFailed => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Selects the organization of a log-in, on servers since June 2024: the client's, or the only
    /// one. Otherwise none is selected, which is enough to list organizations.
    async fn for_usual_organization(&self, login: Login) -> Result<Result<Login, PendingMfa>> {
        if !self.era().await?.is_since_june_2024() {
            return Ok(Ok(login.of_organization()));
        }
        if let Some(id) = &self.shared.organization {
            return self.for_organization(&login, id).await;
        }
        match self.organizations_of(&login).await?.as_slice() {
            [only] => self.for_organization(&login, &only.id()).await,
            _ => Ok(Ok(login)),
        }
    }

    async fn for_organization(&self, login: &Login, id: &str) -> Result<Result<Login, PendingMfa>> {
        let asked_at = Instant::now();
        let authorization = Authorization::Bearer(login.token.clone());
        let request = auth::select_organization(id)?.authorized(authorization);
        let response = self.send(request).await?;
        let Selected { token, is_mfa_enabled, mfa_method } = response.json().await?;
        if is_mfa_enabled {
            let Kind::User { email, .. } = self.credential()? else {
                return Err(Error::new(ErrorKind::Internal, "only a user has a second factor"));
            };
            let method = mfa_method.unwrap_or_else(|| "email".to_owned());
            let proof = PendingProof::Organization { method };
            return Ok(Err(PendingMfa::new(email, token, proof, asked_at)));
        }
        let key = login.private_key.clone();
        let selected = Login::new(token, response.refresh_token, asked_at, key);
        Ok(Ok(selected.of_organization()))
    }

    /// The session that the second factor completes.
    pub(crate) async fn with_second_factor(
        &self,
        response: &Response,
        proof: PendingProof,
        password: SecretString,
        asked_at: Instant,
    ) -> Result<Result<Login, PendingMfa>> {
        match proof {
            PendingProof::Srp { salt } => self.logged_in(response, salt, password, asked_at).await,
            PendingProof::Organization { .. } => {
                let token = response.json::<NewToken>().await?.token;
                let refresh_token = response.refresh_token.clone();
                Ok(Ok(Login::new(token, refresh_token, asked_at, None).of_organization()))
            }
        }
    }

    /// Fails unless the session is for this organization. Today's servers ignore which one some
    /// requests name.
    pub(crate) async fn check_acts_in(&self, organization: &str) -> Result<()> {
        let own = self.session_organization().await?;
        if own.as_deref() == Some(organization) {
            return Ok(());
        }
        Err(Error::new(
            ErrorKind::PermissionDenied,
            format!(
                "the session is not for organization {:?}, and this server would change another \
                 one. Create a client with the option organization",
                Shown(organization)
            ),
        ))
    }

    /// The organization that the session is for, as its token claims.
    pub(crate) async fn session_organization(&self) -> Result<Option<String>> {
        let token = match self.credential()? {
            Kind::User { .. } => self.login_for_organization().await?.token.clone(),
            Kind::AccessToken { token, .. } | Kind::IdentityToken(token) => token.clone(),
            Kind::MachineIdentity(_) => self.session().await?.token.clone(),
            _ => return Ok(None),
        };
        Ok(organization_of(token.expose()))
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
        slot.check_no_pending()?;
        // The user may have joined or created one since the log-in.
        let organizations = self.organizations_of(&login).await?;
        let [only] = organizations.as_slice() else { return Err(not_one(&organizations)) };
        let selected = self.for_organization(&login, &only.id()).await?;
        slot.settle(selected)
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
