//! Sends requests and reads answers, within the limits of [`Settings`].

use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use bytes::Bytes;
use reqwest::header::{ACCEPT, CONTENT_TYPE, HeaderValue, IF_NONE_MATCH};
use reqwest::redirect::Policy;
use tokio::time::Instant;
use url::{Host, Url};
use zeroize::Zeroizing;

use super::classify::{self, CredentialKind};
use super::limits::{self, Census, Pages};
use super::proxy::Proxy;
use super::request::Request;
use super::response::Response;
use super::tls::ClientCertificate;
use super::{failure, retry, tls};
use crate::{Error, ErrorKind, Result};

/// The connection settings of a client.
#[derive(Debug, Clone)]
pub(crate) struct Settings {
    pub(crate) base_url: Url,
    /// The time limit of one attempt, from connecting to the last byte.
    pub(crate) timeout: Duration,
    /// The wait before the first retry.
    pub(crate) retry_wait: Duration,
    pub(crate) user_agent: String,
    pub(crate) extra_authorities: Option<Vec<u8>>,
    /// What the client presents to a server that asks for a certificate.
    pub(crate) client_certificate: Option<Arc<ClientCertificate>>,
    pub(crate) proxy: Option<Proxy>,
    /// The maximum length of an answer, so that a hostile server cannot fill the memory.
    pub(crate) max_response_bytes: usize,
}

const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
/// The extra time of a request after its call's deadline, so that the call fails first, with its
/// own error.
const GRACE: Duration = Duration::from_millis(250);

/// The connections to one server.
#[derive(Debug)]
pub(crate) struct Transport {
    settings: Settings,
    /// A pool belongs to the process that opened it: after a fork the child opens its own.
    pool: RwLock<Pool>,
}

#[derive(Debug, Clone)]
struct Pool {
    process: u32,
    client: reqwest::Client,
}

/// A failed attempt, and whether the request certainly never reached the server.
struct Failure {
    error: Error,
    never_sent: bool,
}

impl Transport {
    pub(crate) fn new(settings: Settings) -> Result<Self> {
        let pool = RwLock::new(Pool::open(&settings)?);
        Ok(Self { settings, pool })
    }

    pub(crate) fn base_url(&self) -> &Url {
        &self.settings.base_url
    }

    /// A hint about the base URL, for an answer that is not from an Infisical server.
    pub(crate) fn base_url_hint(&self) -> String {
        let base_url = &self.settings.base_url;
        match base_url.path() {
            "/" => String::new(),
            path => {
                let origin = base_url.origin().ascii_serialization();
                format!(". Its path is {path}. If the server does not have this path, use {origin}")
            }
        }
    }

    /// The time limit of one request.
    pub(crate) fn timeout(&self) -> Duration {
        self.settings.timeout
    }

    /// To sum up the pages of one list.
    pub(crate) fn pages(&self) -> Pages {
        Pages::new(self.settings.max_response_bytes)
    }

    /// The longest answer that the client accepts.
    pub(crate) fn max_response_bytes(&self) -> usize {
        self.settings.max_response_bytes
    }

    /// Sends the request, retries it if that is safe, and returns the answer if it succeeded.
    pub(crate) async fn send(&self, request: &Request, deadline: Instant) -> Result<Response> {
        let mut attempt = 1;
        loop {
            let Failure { error, never_sent } = match self.attempt(request, deadline).await {
                Ok(response) => return Ok(response),
                Err(failure) => failure,
            };
            let may_repeat = retry::may_repeat(&error, attempt, request.repeatable, never_sent);
            if !may_repeat {
                return Err(error);
            }
            let backoff = || retry::backoff(self.settings.retry_wait, attempt);
            let wait = error.retry_after().unwrap_or_else(backoff);
            // A server may ask for a time beyond the range of the clock.
            if Instant::now().checked_add(wait).is_none_or(|then| then >= deadline) {
                return Err(error);
            }
            tokio::time::sleep(wait).await;
            attempt += 1;
        }
    }

    async fn attempt(&self, request: &Request, deadline: Instant) -> Result<Response, Failure> {
        let final_failure = |error| Failure { error, never_sent: false };
        let http = self.build(request, deadline).map_err(final_failure)?;
        let answer = http.send().await.map_err(|error| Failure {
            never_sent: error.is_connect(),
            error: self.connection_error(request, error),
        })?;
        let response = self.read(request, answer).await.map_err(final_failure)?;
        if request.accepts(response.status) {
            return Ok(response);
        }
        if let Some(proxy) = self.settings.proxy.as_ref().filter(|_| response.status == 407) {
            let message = format!("{}: {}", request.subject, failure::wants_password(proxy));
            let error = Error::new(ErrorKind::ConnectionFailed, message).with_retryable(false);
            return Err(final_failure(error.with_status(407)));
        }
        let credential = CredentialKind::of(&request.authorization);
        Err(final_failure(classify::classify(&response, request, credential)))
    }

    fn build(&self, request: &Request, deadline: Instant) -> Result<reqwest::RequestBuilder> {
        let remaining = deadline.saturating_duration_since(Instant::now());
        let mut http = self
            .client()?
            .request(request.method.clone(), self.url(request)?)
            .timeout(self.settings.timeout.min(remaining.saturating_add(GRACE)))
            .header(ACCEPT, "application/json");
        if let Some(body) = &request.body {
            let body = Bytes::from_owner(body.clone());
            http = http.header(CONTENT_TYPE, "application/json").body(body);
        }
        if let Some(etag) = &request.if_none_match {
            let mut value = HeaderValue::from_str(etag).map_err(|error| {
                Error::new(ErrorKind::Internal, "an ETag is no header").with_source(error)
            })?;
            // A server may derive it from values of secrets.
            value.set_sensitive(true);
            http = http.header(IF_NONE_MATCH, value);
        }
        for (name, value) in request.authorization.headers() {
            let mut value = HeaderValue::from_str(&value).map_err(|_| {
                Error::new(
                    ErrorKind::InvalidCredential,
                    "the credential has characters that a header cannot contain; check that it was \
                     copied completely",
                )
            })?;
            value.set_sensitive(true);
            http = http.header(name, value);
        }
        Ok(http)
    }

    fn url(&self, request: &Request) -> Result<Url> {
        let base = self.settings.base_url.as_str().trim_end_matches('/');
        let mut url = Url::parse(&format!("{base}{}", request.path)).map_err(|error| {
            Error::new(ErrorKind::Internal, "the request has no valid URL").with_source(error)
        })?;
        if !request.query.is_empty() {
            url.query_pairs_mut().extend_pairs(&request.query);
        }
        Ok(url)
    }

    async fn read(&self, request: &Request, mut answer: reqwest::Response) -> Result<Response> {
        let status = answer.status().as_u16();
        let headers = answer.headers().clone();
        let limit = self.settings.max_response_bytes;
        let mut body = Zeroizing::new(Vec::new());
        let mut is_cut = false;
        let mut census = Census::default();
        let refused = |reason: String| {
            let message = format!("{}: the answer {reason}", request.subject);
            Error::new(ErrorKind::InvalidResponse, message).with_status(status)
        };
        while let Some(chunk) =
            answer.chunk().await.map_err(|error| self.connection_error(request, error))?
        {
            if !request.accepts(status) {
                // What is cut off is more than any server says of an error.
                let room = limits::ERROR_BODY.min(limit).saturating_sub(body.len());
                append(&mut body, chunk.get(..room).unwrap_or(&chunk), limit);
                if chunk.len() > room {
                    is_cut = true;
                    break;
                }
                continue;
            }
            if chunk.len() > limit.saturating_sub(body.len()) {
                return Err(refused(format!(
                    "is longer than {limit} bytes. Raise max_response_bytes of the client if the \
                     project really holds that much"
                )));
            }
            census.take(&chunk).map_err(|excess| {
                refused(format!("{excess}, more than this client reads. Check the server"))
            })?;
            append(&mut body, &chunk, limit);
        }
        let mut response = Response::new(status, &headers, body, request.subject.clone());
        response.base_url_hint = self.base_url_hint();
        response.is_cut = is_cut;
        response.items = census.items;
        Ok(response)
    }

    fn connection_error(&self, request: &Request, error: reqwest::Error) -> Error {
        let Settings { base_url, proxy, .. } = &self.settings;
        failure::connection_error(request, base_url, proxy.as_ref(), error)
    }

    fn client(&self) -> Result<reqwest::Client> {
        let process = std::process::id();
        {
            let pool = self.pool.read().unwrap_or_else(PoisonError::into_inner);
            if pool.process == process {
                return Ok(pool.client.clone());
            }
        }
        let fresh = Pool::open(&self.settings)?;
        let client = fresh.client.clone();
        // The parent's pool cannot be shut down here: its sockets belong to the parent.
        std::mem::forget(std::mem::replace(
            &mut *self.pool.write().unwrap_or_else(PoisonError::into_inner),
            fresh,
        ));
        Ok(client)
    }
}

impl Pool {
    fn open(settings: &Settings) -> Result<Self> {
        let not_started = |error: reqwest::Error| {
            let error = error.without_url();
            Error::new(ErrorKind::Internal, "the HTTP client could not start").with_source(error)
        };
        let tls = tls::client_config(
            settings.extra_authorities.as_deref(),
            settings.client_certificate.as_deref(),
        )?;
        let mut client = reqwest::Client::builder()
            .tls_backend_preconfigured(tls)
            .user_agent(&settings.user_agent)
            .connect_timeout(CONNECT_TIMEOUT.min(settings.timeout))
            // A redirect would send the credential to a server that the user did not name.
            .redirect(Policy::none())
            // Disables detection: `proxy` was chosen and checked before.
            .no_proxy();
        if let Some(proxy) = &settings.proxy {
            client = client.proxy(proxy.for_all().map_err(not_started)?);
        }
        let client = client.build().map_err(not_started)?;
        Ok(Self { process: std::process::id(), client })
    }
}

/// Whether a URL is for this machine.
pub(crate) fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

/// Appends to a body that may have plaintext: memory left by reallocation is wiped. It makes no room
/// beyond `limit` bytes.
fn append(body: &mut Zeroizing<Vec<u8>>, chunk: &[u8], limit: usize) {
    let length = body.len().saturating_add(chunk.len());
    if length > body.capacity() {
        let capacity = length.max(body.capacity().saturating_mul(2).min(limit));
        let mut roomier = Zeroizing::new(Vec::with_capacity(capacity));
        roomier.extend_from_slice(body);
        *body = roomier;
    }
    body.extend_from_slice(chunk);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn append_keeps_all_bytes() {
        let mut body = Zeroizing::new(Vec::new());
        let mut expected = Vec::new();
        for length in [0, 1, 7, 100, 5, 10_000, 0] {
            let chunk = vec![u8::try_from(length % 251).unwrap(); length];
            append(&mut body, &chunk, 9_000);
            expected.extend(chunk);
        }
        assert_eq!(*body, expected);
    }
}
