//! The options every language passes when it makes a client.

use std::time::Duration;

use infisical_e2ee::{Client, Credential, Error, ErrorKind, Result, SecretString};

/// What a client can be told. `None` means the default of [`ClientBuilder`](infisical_e2ee::ClientBuilder).
#[derive(Debug, Default)]
pub struct ClientOptions {
    /// The server.
    pub base_url: Option<String>,
    /// Allow `http://` to another machine.
    pub allow_http: bool,
    /// Who the client acts as.
    pub credential: CredentialOptions,
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
    pub max_response_bytes: Option<i64>,
    /// The language and its version, for the User-Agent header.
    pub user_agent_suffix: Option<String>,
}

/// The credential as flat options; exactly one of the first four names it, or none for signing up.
#[derive(Debug, Default)]
pub struct CredentialOptions {
    /// An Infisical Token, `st.…`.
    pub token: Option<SecretString>,
    /// A user's e-mail address; needs `password`.
    pub email: Option<String>,
    /// A user's access token.
    pub access_token: Option<SecretString>,
    /// A user's API key.
    pub api_key: Option<SecretString>,
    /// The password of `email`, or what opens the private key beside an access token or API key.
    pub password: Option<SecretString>,
    /// The private key beside an access token or API key, as base64.
    pub private_key: Option<SecretString>,
}

impl CredentialOptions {
    fn into_credential(self) -> Result<Option<Credential>> {
        let Self { token, email, access_token, api_key, password, private_key } = self;
        let unlocked = |mut credential: Credential| {
            if let Some(password) = &password {
                credential = credential.with_password(password.clone());
            }
            if let Some(private_key) = &private_key {
                credential = credential.with_private_key(private_key.clone());
            }
            credential
        };
        match (token, email, access_token, api_key) {
            (None, None, None, None) if password.is_none() && private_key.is_none() => Ok(None),
            (Some(token), None, None, None) if password.is_none() && private_key.is_none() => {
                Credential::service_token(token.expose()).map(Some)
            }
            (None, Some(email), None, None) if private_key.is_none() => {
                Credential::user(&email, password.unwrap_or_default()).map(Some)
            }
            (None, None, Some(token), None) => {
                Credential::access_token(token).map(|credential| Some(unlocked(credential)))
            }
            (None, None, None, Some(key)) => {
                Credential::api_key(key).map(|credential| Some(unlocked(credential)))
            }
            _ => Err(Error::from_binding(
                ErrorKind::InvalidInput,
                "give one credential: a service token; an e-mail address and password; or an \
                 access token or API key with a password or private key beside it",
            )),
        }
    }
}

/// Makes a client from options.
///
/// # Errors
/// [`ErrorKind::InvalidInput`] or [`ErrorKind::InvalidCredential`] names what cannot be right.
pub fn build_client(options: ClientOptions) -> Result<Client> {
    let mut builder = Client::builder().allow_http(options.allow_http);
    if let Some(credential) = options.credential.into_credential()? {
        builder = builder.credential(credential);
    }
    if let Some(url) = options.base_url {
        builder = builder.base_url(url);
    }
    if let Some(id) = options.project {
        builder = builder.project(id);
    }
    if let Some(slug) = options.environment {
        builder = builder.environment(slug);
    }
    if let Some(id) = options.organization {
        builder = builder.organization(id);
    }
    if let Some(seconds) = options.timeout {
        builder = builder.timeout(duration("the timeout", seconds)?);
    }
    if let Some(seconds) = options.deadline {
        builder = builder.deadline(duration("the deadline", seconds)?);
    }
    if let Some(pem) = options.certificate_authorities {
        builder = builder.certificate_authorities(pem);
    }
    if let Some(bytes) = options.max_response_bytes {
        builder = builder.max_response_bytes(count("the longest answer", bytes)?);
    }
    if let Some(suffix) = options.user_agent_suffix {
        builder = builder.user_agent_suffix(&suffix);
    }
    builder.build()
}

fn count(name: &str, number: i64) -> Result<usize> {
    usize::try_from(number).map_err(|_| {
        Error::from_binding(ErrorKind::InvalidInput, format!("{name} cannot be below zero"))
    })
}

pub(crate) fn duration(name: &str, seconds: f64) -> Result<Duration> {
    match Duration::try_from_secs_f64(seconds) {
        Ok(duration) if !duration.is_zero() => Ok(duration),
        _ => Err(Error::from_binding(
            ErrorKind::InvalidInput,
            format!("{name} must be a number of seconds above zero"),
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(credential: CredentialOptions) -> ErrorKind {
        build_client(ClientOptions { credential, ..ClientOptions::default() }).unwrap_err().kind()
    }

    #[test]
    fn two_credentials_or_half_a_one_are_refused() {
        let secret = || Some(SecretString::from("a.b.c"));
        let both = CredentialOptions {
            token: secret(),
            access_token: secret(),
            ..CredentialOptions::default()
        };
        assert_eq!(kind(both), ErrorKind::InvalidInput);
        let password_only =
            CredentialOptions { password: secret(), ..CredentialOptions::default() };
        assert_eq!(kind(password_only), ErrorKind::InvalidInput);
        let email_only = CredentialOptions {
            email: Some("a@example.test".into()),
            ..CredentialOptions::default()
        };
        assert_eq!(kind(email_only), ErrorKind::InvalidCredential);
    }

    #[test]
    fn durations_that_are_none_are_refused() {
        for seconds in [f64::NAN, -1.0, 0.0, f64::INFINITY] {
            let options = ClientOptions { timeout: Some(seconds), ..ClientOptions::default() };
            assert_eq!(build_client(options).unwrap_err().kind(), ErrorKind::InvalidInput);
        }
    }
}
