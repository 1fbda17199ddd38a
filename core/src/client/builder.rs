//! Builds a client.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use super::base_url::base_url;
use crate::client::call::{Client, Credential, Defaults, Options, Shared, why_empty};
use crate::client::keys::expected_fingerprint;
use crate::client::trust::{TrustStorage, TrustStore};
use crate::http::{Proxy, ProxyChoice, Settings, Transport};
use crate::{Error, ErrorKind, Result};

const DEFAULT_TIMEOUT: Duration = Duration::from_secs(30);
const DEFAULT_DEADLINE: Duration = Duration::from_secs(90);
const DEFAULT_RETRY_WAIT: Duration = Duration::from_millis(250);
const DEFAULT_MAX_RESPONSE_BYTES: usize = 64 << 20;

/// The settings of a [`Client`]. [`build`](Self::build) checks them. Sends nothing.
#[derive(Debug, Clone)]
#[must_use]
pub struct ClientBuilder {
    base_url: Option<String>,
    allow_http: bool,
    pub(super) credential: Option<Credential>,
    pub(super) defaults: Defaults,
    organization: Option<String>,
    timeout: Duration,
    deadline: Duration,
    retry_wait: Duration,
    user_agent: String,
    certificate_authorities: Option<Vec<u8>>,
    proxy: ProxyChoice,
    max_response_bytes: usize,
    require_e2ee: Option<bool>,
    send_password: bool,
    trusted_sealers: Vec<String>,
    require_trusted_sealer: bool,
    trust_store: Option<Arc<TrustStore>>,
}

impl Default for ClientBuilder {
    fn default() -> Self {
        Self {
            base_url: None,
            allow_http: false,
            credential: None,
            defaults: Defaults::default(),
            organization: None,
            timeout: DEFAULT_TIMEOUT,
            deadline: DEFAULT_DEADLINE,
            retry_wait: DEFAULT_RETRY_WAIT,
            user_agent: concat!("infisical-e2ee/", env!("CARGO_PKG_VERSION")).to_owned(),
            certificate_authorities: None,
            proxy: ProxyChoice::default(),
            max_response_bytes: DEFAULT_MAX_RESPONSE_BYTES,
            require_e2ee: None,
            send_password: false,
            trusted_sealers: Vec::new(),
            require_trusted_sealer: false,
            trust_store: None,
        }
    }
}

impl Client {
    /// Starts building a client. Set the server and, except for signing up, a credential.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }
}

impl ClientBuilder {
    /// The URL of the server, such as `https://infisical.example.com`. It has no default, so that a
    /// credential is never sent to an unexpected server. A trailing `/api` is accepted.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = Some(url.into());
        self
    }

    /// Allows `http://` to another machine. Secrets stay encrypted, but an eavesdropper can steal
    /// the token and use it. `http://` to this machine is always allowed.
    pub fn allow_http(mut self, allow: bool) -> Self {
        self.allow_http = allow;
        self
    }

    /// The credential of the client. Sign-up, recovery and [`Client::capabilities`] work without
    /// one.
    pub fn credential(mut self, credential: Credential) -> Self {
        self.credential = Some(credential);
        self
    }

    /// The id of the project for calls that do not name one, or its slug. With a service token, its
    /// project by default.
    pub fn project(mut self, id: impl Into<String>) -> Self {
        self.defaults.project = Some(id.into());
        self
    }

    /// The slug of the environment for calls that do not name one. With a service token for one
    /// environment, that one by default.
    pub fn environment(mut self, slug: impl Into<String>) -> Self {
        self.defaults.environment = Some(slug.into());
        self
    }

    /// The id of the organization of the session. Users who belong to several need it on servers
    /// since June 2024.
    pub fn organization(mut self, id: impl Into<String>) -> Self {
        self.organization = Some(id.into());
        self
    }

    /// The maximum duration of one HTTP request; 30 seconds by default.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// The maximum duration of one call, including log-in, retries and waits; 90 seconds by
    /// default. In a call of many requests, such as [`Secrets::set_many`](crate::Secrets::set_many)
    /// or a list of many pages, it restarts with each answer. To limit the whole call, use
    /// [`tokio::time::timeout`].
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.deadline = deadline;
        self
    }

    /// The initial wait before a transient failure is retried; 250 milliseconds by default. The
    /// wait doubles each time, up to 8 seconds, with up to half of it randomized so that clients do
    /// not retry in step. A wait that the server requests takes precedence.
    pub fn retry_wait(mut self, wait: Duration) -> Self {
        self.retry_wait = wait;
        self
    }

    /// PEM certificates to trust in addition to the system's: those of a private CA, or a server's
    /// self-signed certificate. If set, `SSL_CERT_FILE` and `SSL_CERT_DIR` replace the system's.
    pub fn certificate_authorities(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.certificate_authorities = Some(pem.into());
        self
    }

    /// The HTTP proxy for requests to the server, such as
    /// `http://user:password@proxy.example.com:3128`. The default is taken from `HTTPS_PROXY` (or
    /// `HTTP_PROXY`, for `http://`) or `ALL_PROXY`, unless `NO_PROXY` names the server or it is on
    /// this machine.
    pub fn proxy(mut self, url: impl Into<String>) -> Self {
        self.proxy = ProxyChoice::Through(url.into());
        self
    }

    /// Connects without a proxy, even if the environment names one.
    pub fn no_proxy(mut self) -> Self {
        self.proxy = ProxyChoice::Direct;
        self
    }

    /// The maximum length of an answer in bytes, decompressed; 64 MiB by default. All pages of one
    /// list together can be as long.
    pub fn max_response_bytes(mut self, bytes: usize) -> Self {
        self.max_response_bytes = bytes;
        self
    }

    /// Whether to require end-to-end encryption, so that the server never sees plaintext. It is
    /// required by default, except for a machine identity ([universal
    /// auth](Credential::universal_auth) or an [identity token](Credential::identity_token)), which
    /// cannot work with it.
    ///
    /// With `false`, a user accesses a project in plaintext if its key is not available to the
    /// user, or if only the server has it; other projects stay encrypted, and so does everything
    /// with a service token. Each secret tells whether it was encrypted:
    /// [`Secret::end_to_end_encrypted`](crate::Secret). With `true`, a call that would need
    /// plaintext fails with [`ErrorKind::UnsupportedByServer`] and sends nothing about secrets.
    /// For a user, projects that are created on servers since June 2024 need `false`: these servers
    /// have their keys, and a call about one fails with [`ErrorKind::IntegrityViolation`] otherwise.
    pub fn require_e2ee(mut self, require: bool) -> Self {
        self.require_e2ee = Some(require);
        self
    }

    /// Whether a log-in may send the password to the server; `false` by default. Today's servers log
    /// a user in no other way. Without it, a log-in on them fails with
    /// [`ErrorKind::UnsupportedByServer`]; earlier servers do not receive the password.
    ///
    /// If the password also decrypts the private key of the user, the server can then decrypt
    /// everything that was sealed to the user. Three ways keep the private key from it: an access
    /// token with the [password](Credential::with_password) beside it; a log-in password that
    /// differs from the one of the key, which [`with_password`](Credential::with_password) then
    /// names; or a [service token](Credential::service_token).
    /// [`Capabilities::server_learns_key_password`](crate::Capabilities) tells which holds.
    pub fn send_password(mut self, allow: bool) -> Self {
        self.send_password = allow;
        self
    }

    /// Fingerprints of the public keys of colleagues who share projects with the user. The client
    /// trusts project keys that they or the user sealed. Each is in any form of a
    /// [`Fingerprint`](crate::Fingerprint): 64 hexadecimal digits, the first 32 of them in groups of
    /// four, or twelve words. Ask its owner for it, not the server: it is the result of
    /// [`Members::fingerprint`](crate::Members::fingerprint) for them. None by default.
    ///
    /// A project key that anybody else sealed is used for writing only if it opens the secrets that
    /// the project has already. Otherwise the call fails with [`ErrorKind::IntegrityViolation`] and
    /// names the fingerprint.
    pub fn trusted_sealers<Fingerprint: Into<String>>(
        mut self,
        fingerprints: impl IntoIterator<Item = Fingerprint>,
    ) -> Self {
        self.trusted_sealers = fingerprints.into_iter().map(Into::into).collect();
        self
    }

    /// Whether project keys are used only if the user or one of the
    /// [trusted sealers](Self::trusted_sealers) sealed them, for reading too; `false` by default.
    /// With any other key a call fails with [`ErrorKind::IntegrityViolation`].
    pub fn require_trusted_sealer(mut self, require: bool) -> Self {
        self.require_trusted_sealer = require;
        self
    }

    /// The file of a trust store; none by default. In it the client keeps what it has seen: project
    /// keys, the highest version and a keyed digest of each secret, and the public keys that it
    /// sealed project keys to. An answer that contradicts it is an
    /// [`ErrorKind::TamperingSuspected`]: an earlier version, a value under another name, a list
    /// that lost a secret, a deletion that was not done, a member with another public key.
    ///
    /// The file is created if it does not exist, in a directory that must exist. It is encrypted
    /// and authenticated with a key that is derived from that of the user or service token, so each
    /// credential needs a file of its own. It is replaced as a whole, and locked meanwhile with
    /// another file that ends in `.lock`: several clients and processes may share it.
    ///
    /// If members change secrets with other programs, their deletions and rollbacks look like
    /// tampering. Accept them with [`Trust::forget_secrets`](crate::Trust::forget_secrets).
    pub fn trust_store(mut self, path: impl Into<PathBuf>) -> Self {
        let path = path.into();
        // A later change of the working directory does not change the file. A blank path stays, to
        // be refused.
        let path = match path.as_os_str().as_encoded_bytes().trim_ascii() {
            [] => path,
            _ => std::path::absolute(&path).unwrap_or(path),
        };
        self.trust_store = Some(Arc::new(TrustStore::in_file(path)));
        self
    }

    /// Like [`trust_store`](Self::trust_store), with another place than a file.
    pub fn trust_storage(mut self, storage: impl TrustStorage + 'static) -> Self {
        self.trust_store = Some(Arc::new(TrustStore::in_storage(Arc::new(storage))));
        self
    }

    /// Text after this library's name in the User-Agent header, such as `python/3.11`. Audit logs
    /// show it.
    pub fn user_agent_suffix(mut self, suffix: &str) -> Self {
        let plain: String =
            suffix.chars().filter(|c| c.is_ascii_graphic() || *c == ' ').take(100).collect();
        self.user_agent = format!("{} {plain}", self.user_agent);
        self
    }

    /// Checks the settings and builds the client.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidInput`] if a setting is invalid; the error names it.
    pub fn build(self) -> Result<Client> {
        self.check_given()?;
        let trusted_sealers = self
            .trusted_sealers
            .iter()
            .map(|one| expected_fingerprint("trusted_sealers", one))
            .collect::<Result<_>>()?;
        for (name, duration) in [("timeout", self.timeout), ("deadline", self.deadline)] {
            if duration.is_zero() || duration > Duration::from_secs(86_400) {
                return Err(invalid(format!("{name} must be more than zero and at most a day")));
            }
        }
        if self.max_response_bytes == 0 {
            return Err(invalid("max_response_bytes must be above zero".to_owned()));
        }
        let Some(url) = self.base_url else {
            return Err(invalid(
                "no base URL is given. Give the URL of the server, such as \
                 https://infisical.example.com, or set INFISICAL_URL and create the client from \
                 the environment"
                    .to_owned(),
            ));
        };
        let base_url = base_url(&url, self.allow_http)?;
        let proxy = Proxy::find(&self.proxy, &base_url)?;
        let passes_proxy = proxy.as_ref().is_some_and(|proxy| !proxy.is_local());
        if base_url.scheme() == "http" && passes_proxy && !self.allow_http {
            return Err(invalid(
                "the base URL is http://, and the proxy would see tokens. Use https://, or set \
                 allow_http if the network is trusted"
                    .into(),
            ));
        }
        let client_certificate =
            self.credential.as_ref().and_then(Credential::client_certificate).cloned();
        if client_certificate.is_some() && base_url.scheme() != "https" {
            return Err(invalid(
                "a TLS certificate is the credential, and the base URL is http://. Use https://"
                    .into(),
            ));
        }
        let transport = Transport::new(Settings {
            base_url,
            proxy,
            timeout: self.timeout,
            retry_wait: self.retry_wait,
            user_agent: self.user_agent,
            extra_authorities: self.certificate_authorities,
            client_certificate,
            max_response_bytes: self.max_response_bytes,
        })?;
        let is_identity = self.credential.as_ref().is_some_and(Credential::is_identity);
        Ok(Client {
            shared: Shared::new(Options {
                transport,
                credential: self.credential,
                defaults: self.defaults,
                organization: self.organization,
                deadline: self.deadline,
                require_e2ee: self.require_e2ee.unwrap_or(!is_identity),
                send_password: self.send_password,
                trusted_sealers,
                require_trusted_sealer: self.require_trusted_sealer,
                trust_store: self.trust_store,
            })
            .into(),
        })
    }

    /// Fails for a trust store without a key to protect it.
    fn check_may_trust(&self) -> Result<()> {
        if self.credential.as_ref().is_some_and(|credential| !credential.is_identity()) {
            return Ok(());
        }
        Err(invalid(
            "a trust store is protected with the key of a user or service token, and the client has \
             no such credential"
                .to_owned(),
        ))
    }

    /// Fails if a setting is blank.
    fn check_given(&self) -> Result<()> {
        let authorities = self.certificate_authorities.as_deref();
        let proxy = match &self.proxy {
            ProxyChoice::Through(url) => Some(url.as_bytes()),
            ProxyChoice::FromEnvironment | ProxyChoice::Direct => None,
        };
        let trust_store = self.trust_store.as_ref().and_then(|store| store.path());
        for (name, text) in [
            ("the base URL", self.base_url.as_ref().map(String::as_bytes)),
            ("the project", self.defaults.project.as_ref().map(String::as_bytes)),
            ("the environment", self.defaults.environment.as_ref().map(String::as_bytes)),
            ("the organization", self.organization.as_ref().map(String::as_bytes)),
            ("the option certificate_authorities", authorities),
            ("the option proxy", proxy),
            ("the option trust_store", trust_store.map(|path| path.as_os_str().as_encoded_bytes())),
        ] {
            if text.is_some_and(|text| text.trim_ascii().is_empty()) {
                return Err(invalid(why_empty(name)));
            }
        }
        if self.trust_store.is_some() {
            self.check_may_trust()?;
        }
        self.credential.as_ref().map_or(Ok(()), Credential::check_unlock)
    }
}

pub(super) fn invalid(message: String) -> Error {
    Error::new(ErrorKind::InvalidInput, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn build_without_base_url_is_refused() {
        let error = Client::builder().build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidInput);
        assert!(error.message().contains("base URL"), "{error}");
    }

    #[test]
    fn build_with_empty_setting_error_names_it() {
        let builder = || Client::builder().base_url("https://example.test");
        let by_token = || Credential::access_token("a.b.c").unwrap();
        for (builder, named) in [
            (builder().base_url(" "), "the base URL"),
            (builder().project(""), "the project"),
            (builder().environment(""), "the environment"),
            (builder().organization("\n"), "the organization"),
            (builder().proxy(""), "the option proxy"),
            (builder().certificate_authorities(""), "the option certificate_authorities"),
            (builder().trust_store(""), "the option trust_store"),
            (builder().credential(by_token().with_password("")), "the password"),
            (builder().credential(by_token().with_private_key(" ")), "the private key"),
        ] {
            let error = builder.build().unwrap_err();
            assert!(error.message().starts_with(&format!("{named} is empty.")), "{error}");
            assert!(error.message().contains("environment variable"), "{error}");
        }
    }

    #[test]
    fn build_with_limits_out_of_range_is_refused() {
        let builder = || Client::builder().base_url("https://example.test");
        for builder in [
            builder().max_response_bytes(0),
            builder().timeout(Duration::ZERO),
            builder().deadline(Duration::from_secs(1 << 40)),
        ] {
            assert_eq!(builder.build().unwrap_err().kind(), ErrorKind::InvalidInput);
        }
        assert!(builder().build().is_ok());
    }
}
