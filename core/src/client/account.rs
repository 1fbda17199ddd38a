//! Signing up, and the user behind the credential.

use super::call::{Call, blocking};
use super::login::crypto_failure;
use super::{Client, awaitable};
use crate::api::server::Era;
use crate::api::signup::{self, Completed, Verified};
use crate::crypto::{CryptoError, PrivateKey, SrpVerifier, SystemEntropy, protect};
use crate::{Error, ErrorKind, Result, SecretString};

/// Signing up, and the user behind the credential. See [`Client::account`].
#[derive(Debug, Clone)]
pub struct Account {
    pub(super) client: Client,
}

impl Account {
    /// Asks the server to mail a sign-up code to `email`. Needs no credential.
    ///
    /// # Errors
    /// [`ErrorKind::Conflict`] if the account exists.
    pub fn start_sign_up(&self, email: impl Into<String>) -> StartSignUp {
        StartSignUp { client: self.client.clone(), email: email.into() }
    }

    /// Confirms the mailed code and makes the account: its key pair and everything that protects
    /// it are made here. Needs no credential.
    ///
    /// # Errors
    /// [`ErrorKind::AuthenticationFailed`] for a wrong code; [`ErrorKind::Conflict`] if the account
    /// exists; [`ErrorKind::UnsupportedByServer`] if the server demands the password itself, see
    /// [`CompleteSignUp::send_password`].
    pub fn complete_sign_up(
        &self,
        email: impl Into<String>,
        code: impl Into<String>,
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
            send_password: false,
        }
    }

    /// The user behind the credential. Logs in if need be, so it also tells whether a password is
    /// right.
    ///
    /// # Errors
    /// [`ErrorKind::AuthenticationFailed`]; [`ErrorKind::PermissionDenied`] for a service token,
    /// which belongs to no user.
    pub fn me(&self) -> WhoAmI {
        WhoAmI { client: self.client.clone() }
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

/// Makes the account when awaited. See [`Account::complete_sign_up`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct CompleteSignUp {
    client: Client,
    email: String,
    code: String,
    password: SecretString,
    first_name: String,
    last_name: String,
    organization_name: String,
    send_password: bool,
}

impl CompleteSignUp {
    /// First name; the part of the address before the `@` by default.
    pub fn first_name(mut self, name: impl Into<String>) -> Self {
        self.first_name = name.into();
        self
    }

    /// Last name; `-` by default, because the server refuses an empty one.
    pub fn last_name(mut self, name: impl Into<String>) -> Self {
        self.last_name = name.into();
        self
    }

    /// Name of the organization made with the account; `<first name>'s organization` by default.
    pub fn organization_name(mut self, name: impl Into<String>) -> Self {
        self.organization_name = name.into();
        self
    }

    /// Agrees to send the password to servers since spring 2024, which demand it and keep a copy
    /// of the private key that they can open. Without it, signing up there is refused. `false` by
    /// default.
    pub fn send_password(mut self, agree: bool) -> Self {
        self.send_password = agree;
        self
    }

    fn with_defaults(mut self) -> Self {
        let or = |text: String, default: String| if text.is_empty() { default } else { text };
        let local_part = self.email.split('@').next().unwrap_or("user").to_owned();
        self.first_name = or(self.first_name, local_part);
        self.last_name = or(self.last_name, "-".to_owned());
        self.organization_name =
            or(self.organization_name, format!("{}'s organization", self.first_name));
        self
    }
}

awaitable!(CompleteSignUp => NewAccount, |this, call| {
    complete_sign_up(&call, this.with_defaults()).await
});

/// An account that was just made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAccount {
    /// The user's id.
    pub user_id: String,
    /// The address signed up with. Log in with the same spelling: it is part of the proof.
    pub email: String,
}

async fn complete_sign_up(call: &Call, this: CompleteSignUp) -> Result<NewAccount> {
    if this.password.is_empty() {
        return Err(Error::new(ErrorKind::InvalidInput, "the password is empty"));
    }
    let era = call.era().await?;
    if era == Era::June2024 && !this.send_password {
        return Err(Error::new(
            ErrorKind::UnsupportedByServer,
            "this server accepts no sign-up without the password itself, with which it can open \
             the private key. Agree to sending the password, or use a server from before spring 2024",
        ));
    }
    let (email, password) = (this.email.clone(), this.password.clone());
    let keys = blocking(move || AccountKeys::make(&email, &password)).await?;
    let keys = keys.map_err(crypto_failure)?;

    let request = signup::verify_code(era, &this.email, &this.code)?;
    let token = call.send(request).await?.json::<Verified>()?.token.into();
    let account = signup::Account {
        email: &this.email,
        first_name: &this.first_name,
        last_name: &this.last_name,
        organization_name: &this.organization_name,
        public_key: &keys.public_key,
        salt: &keys.verifier.salt,
        verifier: &keys.verifier.verifier,
        protected_key: &keys.protected_key.ciphertext,
        protected_key_iv: &keys.protected_key.iv,
        protected_key_tag: &keys.protected_key.tag,
        encrypted_private_key: &keys.protected.encrypted_private_key,
        encrypted_private_key_iv: &keys.protected.iv,
        encrypted_private_key_tag: &keys.protected.tag,
        password: (era == Era::June2024).then(|| this.password.expose()),
    };
    let completed: Completed = call.send(signup::complete(token, &account)?).await?.json()?;
    Ok(NewAccount { user_id: completed.user.id(), email: this.email })
}

/// A new key pair, and everything that lets only the password open it.
struct AccountKeys {
    public_key: String,
    verifier: SrpVerifier,
    protected: crate::crypto::ProtectedPrivateKey,
    protected_key: crate::crypto::Encrypted,
}

impl AccountKeys {
    fn make(email: &str, password: &SecretString) -> Result<Self, CryptoError> {
        let entropy = &mut SystemEntropy;
        let private_key = PrivateKey::generate(entropy)?;
        let verifier = SrpVerifier::create(email, password.expose(), entropy)?;
        let mut protected = protect(password.expose(), &verifier.salt, &private_key, entropy)?;
        let protected_key =
            protected.protected_key.take().ok_or(CryptoError::MissingProtectedKey)?;
        let public_key = private_key.public_key().to_base64();
        Ok(Self { public_key, verifier, protected, protected_key })
    }
}

/// Reads the user when awaited. See [`Account::me`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct WhoAmI {
    client: Client,
}

awaitable!(WhoAmI => User, |this, call| {
    let owner = call.owner().await?;
    Ok(User {
        id: owner.id.clone(),
        email: owner.email.clone(),
        first_name: owner.first_name.clone(),
        last_name: owner.last_name.clone(),
    })
});

/// A user of the server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// The user's id.
    pub id: String,
    /// E-mail address.
    pub email: String,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
}
