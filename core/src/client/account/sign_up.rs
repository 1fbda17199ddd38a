//! Signing up, and accepting an invitation.

use super::Account;
use crate::api::organizations::{self, InvitationVerified};
use crate::api::server::Era;
use crate::api::signup::{self, Completed, KeylessAccount, Verified};
use crate::client::call::{Call, Client, ConfirmedSignUp, awaitable, blocking, crypto_failure};
use crate::client::session::{Protection, check_consent, check_not_empty};
use crate::crypto::{CryptoError, PrivateKey, SystemEntropy};
use crate::http::Request;
use crate::text::Shown;
use crate::{Error, ErrorKind, Result, SecretString};

impl Account {
    /// Asks the server to mail a sign-up code. Needs no credential.
    ///
    /// # Arguments
    /// - `email`: the e-mail address of the new account, to which the code is mailed.
    ///
    /// # Errors
    /// - [`ErrorKind::Conflict`] if the account exists; today's servers do not tell.
    /// - [`ErrorKind::InvalidInput`] if the server rejects the address.
    /// - [`ErrorKind::AuthenticationFailed`] if the server does not allow sign-ups, on servers of
    ///   2024.
    pub fn start_sign_up(&self, email: impl Into<String>) -> StartSignUp {
        StartSignUp { client: self.client.clone(), email: email.into() }
    }

    /// Confirms the mailed code and creates the account. Needs no credential.
    ///
    /// The client creates the key pair of the account, and everything that protects it, on this
    /// machine. On today's servers an account has no key pair, so it cannot open the key of an
    /// end-to-end encrypted project.
    ///
    /// The server confirms a code only once. After an interruption, the same client can continue
    /// with the confirmed code for 15 minutes; another client needs a new code.
    ///
    /// # Arguments
    /// - `email`: the e-mail address that the code was mailed to.
    /// - `code`: the mailed code.
    /// - `password`: the password of the account; it stays on this machine, but see
    ///   `send_password`.
    ///
    /// # Errors
    /// - [`ErrorKind::AuthenticationFailed`] if the code is wrong, was used or is too old.
    /// - [`ErrorKind::TokenExpired`] if the code was confirmed more than 15 minutes ago, on servers
    ///   since 2024.
    /// - [`ErrorKind::Conflict`] if the account exists; an earlier call whose response was lost may
    ///   have created it.
    /// - [`ErrorKind::InvalidInput`] if the password is empty, or if `invited_to` is not the id of
    ///   an organization.
    /// - [`ErrorKind::UnsupportedByServer`] if the server demands the password itself and
    ///   `send_password` does not allow it.
    pub fn complete_sign_up(
        &self,
        email: impl Into<String>,
        code: impl Into<SecretString>,
        password: impl Into<SecretString>,
    ) -> CompleteSignUp {
        CompleteSignUp {
            client: self.client.clone(),
            email: email.into(),
            code: code.into(),
            password: password.into(),
            first_name: String::new(),
            last_name: String::new(),
            organization_name: String::new(),
            invited_to: None,
            send_password: false,
        }
    }

    /// Accepts an invitation to an organization, for a person who has an account. Needs no
    /// credential.
    ///
    /// The code can be used once. A person without an account signs up instead, with
    /// [`complete_sign_up`](Self::complete_sign_up) and `invited_to`.
    ///
    /// # Arguments
    /// - `email`: the e-mail address that was invited.
    /// - `organization`: id of the organization.
    /// - `code`: the mailed code.
    ///
    /// # Errors
    /// - [`ErrorKind::AuthenticationFailed`] if the code is wrong or was used; if an earlier call
    ///   used it, the person is already a member.
    /// - [`ErrorKind::NotFound`] if the person has no account yet; the code is then used up, and
    ///   signing up with `invited_to` needs a new one.
    /// - [`ErrorKind::InvalidInput`] if `organization` is not the id of an organization.
    pub fn accept_invitation(
        &self,
        email: impl Into<String>,
        organization: impl Into<String>,
        code: impl Into<SecretString>,
    ) -> AcceptInvitation {
        AcceptInvitation {
            client: self.client.clone(),
            email: email.into(),
            organization: organization.into(),
            code: code.into(),
        }
    }
}

/// Asks for a sign-up code when awaited. See [`Account::start_sign_up`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct StartSignUp {
    client: Client,
    email: String,
}

awaitable!(StartSignUp => (), |this, call| {
    let era = call.era().await?;
    call.send(signup::send_code(era, &this.email)?).await?;
    Ok(())
});

/// Creates the account when awaited. See [`Account::complete_sign_up`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct CompleteSignUp {
    client: Client,
    email: String,
    code: SecretString,
    password: SecretString,
    first_name: String,
    last_name: String,
    organization_name: String,
    invited_to: Option<String>,
    send_password: bool,
}

impl CompleteSignUp {
    /// First name; by default the part of the address before the `@`.
    pub fn first_name(mut self, name: impl Into<String>) -> Self {
        self.first_name = name.into();
        self
    }

    /// Last name; `-` by default, because the server rejects an empty one.
    pub fn last_name(mut self, name: impl Into<String>) -> Self {
        self.last_name = name.into();
        self
    }

    /// Name of the organization that is created with the account; `<first name>'s organization` by
    /// default. Today's servers accept only letters and digits of ASCII, dashes, underscores and
    /// spaces; there the default is `<first name> organization`.
    pub fn organization_name(mut self, name: impl Into<String>) -> Self {
        self.organization_name = name.into();
        self
    }

    /// Id of the organization that invited the person; by default there is no invitation, and the
    /// person creates an organization of their own. With it, the code is that of the invitation,
    /// [`start_sign_up`](Account::start_sign_up) is not needed, and no organization is created.
    pub fn invited_to(mut self, organization: impl Into<String>) -> Self {
        self.invited_to = Some(organization.into());
        self
    }

    /// Whether the password may be sent to servers since June 2024, which demand it; `false` by
    /// default. Those of 2024 keep a copy of the private key that they can open. Without it, signing
    /// up fails on these servers. Earlier servers do not receive the password.
    pub fn send_password(mut self, agree: bool) -> Self {
        self.send_password = agree;
        self
    }

    /// The advice for a sign-up that cannot continue.
    fn explained(&self, error: Error) -> Error {
        let message = match error.kind() {
            ErrorKind::Conflict => format!(
                "{} already has an account. Log in. If an earlier call created the account and its \
                 answer was lost, use the password of that call",
                self.email
            ),
            ErrorKind::AuthenticationFailed | ErrorKind::TokenExpired => format!(
                "the sign-up code is wrong, has expired or was already used. {}",
                match self.invited_to {
                    Some(_) => "Ask for another invitation",
                    None => "Start the sign-up again to get another one",
                }
            ),
            _ => return error,
        };
        let kind = error.kind();
        error.reclassified(kind, message)
    }

    fn keyless<'a>(&'a self, organization: Option<&'a str>) -> KeylessAccount<'a> {
        KeylessAccount {
            email: &self.email,
            first_name: &self.first_name,
            last_name: &self.last_name,
            organization_name: organization,
            password: self.password.expose(),
        }
    }

    /// The name of the person's own organization; by default one that the server accepts.
    fn named_organization(&self, era: Era) -> Option<String> {
        if self.invited_to.is_some() {
            return None;
        }
        let name = match (self.organization_name.as_str(), era.is_modern()) {
            ("", true) => plain_organization_of(&self.first_name),
            ("", false) => format!("{}'s organization", self.first_name),
            (name, _) => name.to_owned(),
        };
        Some(name)
    }

    fn with_defaults(mut self) -> Self {
        let or = |text: String, default: String| if text.is_empty() { default } else { text };
        let local_part = self.email.split('@').next().unwrap_or("user").to_owned();
        self.first_name = or(self.first_name, local_part);
        self.last_name = or(self.last_name, "-".to_owned());
        self
    }
}

awaitable!(CompleteSignUp => NewAccount, |this, call| {
    complete_sign_up(&call, this.with_defaults()).await
});

/// A new account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAccount {
    /// The user's id.
    pub user_id: String,
    /// The e-mail address. Log in with the same spelling, which is part of the password proof.
    pub email: String,
}

async fn complete_sign_up(call: &Call, this: CompleteSignUp) -> Result<NewAccount> {
    check_not_empty(&this.password)?;
    let era = call.era().await?;
    check_consent(era, this.send_password, "sign-up")?;
    let request = if era.is_modern() {
        check_no_outer_space(&this.password)?;
        let token = call.confirmed_sign_up(era, &this).await?;
        let organization = this.named_organization(era);
        signup::complete_keyless(token, &this.keyless(organization.as_deref()))?
    } else {
        sign_up_with_keys(call, era, &this).await?
    };
    let response = call.send(request).await.map_err(|error| this.explained(error))?;
    let completed: Completed = response.json().await?;
    call.shared.forget_sign_up();
    Ok(NewAccount { user_id: completed.user.id(), email: this.email })
}

/// Today's servers ignore white space around the password at log-in, but not at sign-up: nobody could
/// log in to the account.
fn check_no_outer_space(password: &SecretString) -> Result<()> {
    if password.expose().trim() == password.expose() {
        return Ok(());
    }
    Err(Error::new(
        ErrorKind::InvalidInput,
        "the password begins or ends with white space, and this server would refuse it at each \
         log-in. Nothing was sent. Choose one without",
    ))
}

/// The request that creates an account with a new key pair.
async fn sign_up_with_keys(call: &Call, era: Era, this: &CompleteSignUp) -> Result<Request> {
    let (email, password) = (this.email.clone(), this.password.clone());
    let keys = blocking(move || AccountKeys::make(&email, &password)).await?;
    let keys = keys.map_err(crypto_failure)?;

    let token = call.confirmed_sign_up(era, this).await?;
    let organization = this.named_organization(era);
    let account = signup::Account {
        email: &this.email,
        first_name: &this.first_name,
        last_name: &this.last_name,
        organization_name: organization.as_deref(),
        public_key: &keys.public_key,
        protection: keys.protection.fields(),
        password: era.is_since_june_2024().then(|| this.password.expose()),
    };
    match &this.invited_to {
        Some(_) => signup::complete_invited(era, token, &account),
        None => signup::complete(token, &account),
    }
}

/// Today's servers accept only letters and digits of ASCII, dashes, underscores and spaces, at most
/// 64.
fn plain_organization_of(first_name: &str) -> String {
    let is_plain = |sign: &char| sign.is_ascii_alphanumeric() || "-_ ".contains(*sign);
    let plain: String = first_name.chars().filter(is_plain).take(40).collect();
    match plain.trim() {
        "" => "My organization".to_owned(),
        name => format!("{name} organization"),
    }
}

impl ConfirmedSignUp {
    fn is_of(&self, this: &CompleteSignUp) -> bool {
        (&self.email, &self.code, &self.invited_to) == (&this.email, &this.code, &this.invited_to)
    }
}

/// A new key pair, with the private key encrypted under the password.
pub(super) struct AccountKeys {
    pub(super) public_key: String,
    pub(super) protection: Protection,
}

impl AccountKeys {
    pub(super) fn make(email: &str, password: &SecretString) -> Result<Self, CryptoError> {
        let private_key = PrivateKey::generate(&mut SystemEntropy)?;
        let protection = Protection::make(email, password, &private_key)?;
        Ok(Self { public_key: private_key.public_key().to_base64(), protection })
    }
}

/// Accepts an invitation when awaited. See [`Account::accept_invitation`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct AcceptInvitation {
    client: Client,
    email: String,
    organization: String,
    code: SecretString,
}

awaitable!(AcceptInvitation => (), |this, call| {
    match call.verify_invitation(&this.organization, &this.email, &this.code).await {
        Ok(None) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AuthenticationFailed => Err(error.reclassified(
            ErrorKind::AuthenticationFailed,
            format!(
                "the invitation code is wrong or was already used. If an earlier call succeeded, \
                 {} is already a member. Otherwise, ask for another invitation",
                this.email
            ),
        )),
        Err(error) => Err(error),
        Ok(Some(_)) => Err(Error::new(
            ErrorKind::NotFound,
            format!(
                "{} has no account yet, and the code can no longer be used. Ask for another \
                 invitation and sign up with it",
                this.email
            ),
        )),
    }
});

impl Call {
    /// The token that completes a sign-up; the server accepts the code for it once.
    async fn confirmed_sign_up(&self, era: Era, this: &CompleteSignUp) -> Result<SecretString> {
        if let Some(known) = self.shared.confirmed_sign_up().filter(|known| known.is_of(this)) {
            return Ok(known.token.clone());
        }
        let token = match &this.invited_to {
            Some(organization) => self.take_up(organization, this).await?,
            None => {
                let request = signup::verify_code(era, &this.email, this.code.expose())?;
                let response = self.send(request).await.map_err(|error| this.explained(error))?;
                response.json::<Verified>().await?.token
            }
        };
        self.shared.remember_sign_up(ConfirmedSignUp {
            email: this.email.clone(),
            code: this.code.clone(),
            invited_to: this.invited_to.clone(),
            token: token.clone(),
        });
        Ok(token)
    }

    /// A sign-up token for an invited person.
    async fn take_up(&self, organization: &str, this: &CompleteSignUp) -> Result<SecretString> {
        let CompleteSignUp { email, code, password, .. } = this;
        match self.verify_invitation(organization, email, code).await {
            Ok(Some(token)) => Ok(token),
            Ok(None) => Err(Error::new(
                ErrorKind::Conflict,
                format!(
                    "{email} already has an account. Log in, and accept the invitation with it",
                    email = Shown(email)
                ),
            )),
            // An earlier call, whose answer was lost, already did this.
            Err(error)
                if error.kind() == ErrorKind::AuthenticationFailed
                    && self.is_password(email, password).await.unwrap_or_default() =>
            {
                Err(this.explained(error.reclassified(ErrorKind::Conflict, "")))
            }
            Err(error) => Err(this.explained(error)),
        }
    }

    /// Confirms the code of an invitation, which works once. A person without an account gets a
    /// sign-up token.
    async fn verify_invitation(
        &self,
        organization: &str,
        email: &str,
        code: &SecretString,
    ) -> Result<Option<SecretString>> {
        self.check_id("organization", organization).await?;
        let request = organizations::verify_invitation(organization, email, code.expose())?;
        Ok(self.send(request).await?.json::<InvitationVerified>().await?.token)
    }
}
