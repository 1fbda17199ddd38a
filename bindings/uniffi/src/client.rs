//! The client and its options, and the account behind it.

use std::sync::Arc;

use infisical_e2ee_bindings_common as common;
use infisical_e2ee_bindings_common::operations as op;

use crate::failure::{NativeError, run};

/// What a client can be told. Durations are seconds.
#[derive(uniffi::Record)]
pub struct NativeClientOptions {
    /// The server.
    pub base_url: Option<String>,
    /// Allow `http://` to another machine.
    pub allow_http: bool,
    /// An Infisical Token.
    pub token: Option<String>,
    /// A user's e-mail address.
    pub email: Option<String>,
    /// The user's password, or what opens the private key.
    pub password: Option<String>,
    /// A user's access token.
    pub access_token: Option<String>,
    /// A user's API key.
    pub api_key: Option<String>,
    /// The private key beside an access token or API key.
    pub private_key: Option<String>,
    /// Id of the default project.
    pub project: Option<String>,
    /// Slug of the default environment.
    pub environment: Option<String>,
    /// Id of the organization to act in.
    pub organization: Option<String>,
    /// Seconds one HTTP request may take.
    pub timeout: Option<f64>,
    /// Seconds one call may take.
    pub deadline: Option<f64>,
    /// PEM certificates to trust beside the system's.
    pub certificate_authorities: Option<String>,
    /// The longest answer accepted, in bytes.
    pub max_response_bytes: Option<u64>,
    /// What follows the library's name in the User-Agent header.
    pub user_agent_suffix: Option<String>,
}

impl From<NativeClientOptions> for common::ClientOptions {
    fn from(options: NativeClientOptions) -> Self {
        Self {
            base_url: options.base_url,
            allow_http: options.allow_http,
            credential: common::CredentialOptions {
                token: options.token.map(Into::into),
                email: options.email,
                access_token: options.access_token.map(Into::into),
                api_key: options.api_key.map(Into::into),
                password: options.password.map(Into::into),
                private_key: options.private_key.map(Into::into),
            },
            project: options.project,
            environment: options.environment,
            organization: options.organization,
            timeout: options.timeout,
            deadline: options.deadline,
            certificate_authorities: options.certificate_authorities.map(String::into_bytes),
            max_response_bytes: options
                .max_response_bytes
                .map(|bytes| usize::try_from(bytes).unwrap_or(usize::MAX)),
            user_agent_suffix: options.user_agent_suffix,
        }
    }
}

/// What the new account is made from.
#[derive(uniffi::Record)]
pub struct NativeSignUp {
    /// The address the code was mailed to.
    pub email: String,
    /// The mailed code.
    pub code: String,
    /// The password.
    pub password: String,
    /// First name.
    pub first_name: Option<String>,
    /// Last name.
    pub last_name: Option<String>,
    /// Name of the organization made with the account.
    pub organization_name: Option<String>,
    /// Whether the password may be sent.
    pub send_password: bool,
}

/// An account that was just made.
#[derive(uniffi::Record)]
pub struct NativeNewAccount {
    /// The user's id.
    pub user_id: String,
    /// The address signed up with.
    pub email: String,
}

impl From<common::NewAccount> for NativeNewAccount {
    fn from(account: common::NewAccount) -> Self {
        let common::NewAccount { user_id, email } = account;
        Self { user_id, email }
    }
}

/// A user of the server.
#[derive(uniffi::Record)]
pub struct NativeUser {
    /// The user's id.
    pub id: String,
    /// E-mail address.
    pub email: String,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
}

impl From<common::User> for NativeUser {
    fn from(user: common::User) -> Self {
        let common::User { id, email, first_name, last_name } = user;
        Self { id, email, first_name, last_name }
    }
}

/// A connection to one server with one credential.
#[derive(uniffi::Object)]
pub struct NativeClient(pub(crate) common::Client);

#[uniffi::export]
impl NativeClient {
    /// Checks the options and makes the client. Sends nothing.
    ///
    /// # Errors
    /// Names the option that cannot be right.
    #[uniffi::constructor]
    pub fn new(options: NativeClientOptions) -> Result<Arc<Self>, NativeError> {
        common::build_client(options.into())
            .map(|client| Arc::new(Self(client)))
            .map_err(|error| NativeError::from(&error))
    }

    /// Forgets the log-in and every opened key. (`close` would clash with Kotlin's own.)
    pub fn shut_down(&self) {
        self.0.close();
    }

    /// `account.start_sign_up`.
    pub async fn start_sign_up(
        &self,
        email: String,
        timeout: Option<f64>,
    ) -> Result<(), NativeError> {
        run(op::start_sign_up(&self.0, email), timeout).await
    }

    /// `account.complete_sign_up`.
    pub async fn complete_sign_up(
        &self,
        sign_up: NativeSignUp,
        timeout: Option<f64>,
    ) -> Result<NativeNewAccount, NativeError> {
        let sign_up = op::SignUp {
            email: sign_up.email,
            code: sign_up.code,
            password: sign_up.password.into(),
            first_name: sign_up.first_name,
            last_name: sign_up.last_name,
            organization_name: sign_up.organization_name,
            send_password: sign_up.send_password,
        };
        run(op::complete_sign_up(&self.0, sign_up), timeout).await
    }

    /// `account.me`.
    pub async fn who_am_i(&self, timeout: Option<f64>) -> Result<NativeUser, NativeError> {
        run(op::who_am_i(&self.0), timeout).await
    }
}
