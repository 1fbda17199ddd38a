//! The client, and its options.

use infisical_e2ee_bindings_common as common;
use infisical_e2ee_bindings_common::{CredentialOptions, build_client};
use napi::Env;
use napi_derive::napi;

use crate::failure::thrown;

/// What a client can be told. Durations are seconds.
#[napi(object, object_to_js = false)]
pub struct ClientOptions {
    /// The server.
    pub base_url: Option<String>,
    /// Allow `http://` to another machine.
    pub allow_http: Option<bool>,
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
    pub max_response_bytes: Option<u32>,
    /// What follows the library's name in the User-Agent header.
    pub user_agent_suffix: Option<String>,
}

impl From<ClientOptions> for common::ClientOptions {
    fn from(options: ClientOptions) -> Self {
        Self {
            base_url: options.base_url,
            allow_http: options.allow_http.unwrap_or_default(),
            credential: CredentialOptions {
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
            max_response_bytes: options.max_response_bytes.map(|bytes| bytes as usize),
            user_agent_suffix: options.user_agent_suffix,
        }
    }
}

/// A connection to one server with one credential.
#[napi]
pub struct Client(pub(crate) common::Client);

#[napi]
impl Client {
    /// Checks the options and makes the client. Sends nothing.
    ///
    /// # Errors
    /// A `Failure` names the option that cannot be right.
    #[napi(constructor)]
    pub fn new(env: &Env, options: ClientOptions) -> napi::Result<Self> {
        build_client(options.into()).map(Self).map_err(|error| thrown(env, &error))
    }

    /// Forgets the log-in and every opened key.
    #[napi]
    pub fn close(&self) {
        self.0.close();
    }
}
