//! Requests to the metadata service of a cloud machine, which gives out tokens of the machine.
//!
//! They are plain HTTP to this machine or to its own link. They never pass a proxy or follow a
//! redirect, and no address comes from the Infisical server.

use std::net::{IpAddr, Ipv6Addr};
use std::time::Duration;

use reqwest::Method;
use reqwest::header::HeaderValue;
use reqwest::redirect::Policy;
use url::{Host, Url};
use zeroize::Zeroizing;

use super::tls;
use crate::text::Shown;
use crate::{Error, ErrorKind, Result, SecretString};

/// The most bytes of an answer.
const LONGEST: usize = 64 << 10;
const CONNECT_TIMEOUT: Duration = Duration::from_secs(2);
/// The time limit of a request, from connecting to the last byte.
const TIMEOUT: Duration = Duration::from_secs(5);

/// One request to a metadata service.
pub(crate) struct MetadataRequest<'a> {
    /// What the log-in is about, at the beginning of errors.
    pub(crate) subject: &'a str,
    /// The name of the service, for errors.
    pub(crate) service: &'a str,
    /// What to do if it fails.
    pub(crate) advice: &'a str,
    pub(crate) method: Method,
    pub(crate) url: Url,
    pub(crate) headers: Vec<(&'static str, SecretString)>,
}

impl MetadataRequest<'_> {
    /// Sends it, and returns the body of the answer if it succeeded.
    pub(crate) async fn send(&self) -> Result<SecretString> {
        if !is_on_link(&self.url) {
            return Err(self.refused("is not at a loopback or link-local address over http://"));
        }
        let client = reqwest::Client::builder()
            .tls_backend_preconfigured(tls::unused()?)
            .connect_timeout(CONNECT_TIMEOUT)
            .timeout(TIMEOUT)
            .redirect(Policy::none())
            .no_proxy()
            .build()
            .map_err(|error| {
                let message = "the HTTP client could not start";
                Error::new(ErrorKind::Internal, message).with_source(error)
            })?;
        let mut request = client.request(self.method.clone(), self.url.clone());
        for (name, value) in &self.headers {
            let mut value = HeaderValue::from_str(value.expose()).map_err(|_| {
                self.refused("cannot be asked: a token for it has characters that no header has")
            })?;
            value.set_sensitive(true);
            request = request.header(*name, value);
        }
        let unreachable = |error: reqwest::Error| {
            let reason =
                if error.is_timeout() { "did not answer in time" } else { "is not reachable" };
            let error = error.without_url();
            self.error(ErrorKind::ConnectionFailed, reason).with_source(error)
        };
        let mut answer = request.send().await.map_err(unreachable)?;
        let status = answer.status();
        if !status.is_success() {
            let reason = format!("answered with status {}", status.as_u16());
            let passes = status.is_server_error() || status.as_u16() == 429;
            return Err(match passes {
                true => self.error(ErrorKind::ConnectionFailed, &reason),
                false => self.refused(&reason),
            });
        }
        // With room for all, so that reallocation leaves no copy in memory.
        let mut body = Zeroizing::new(Vec::with_capacity(LONGEST));
        while let Some(chunk) = answer.chunk().await.map_err(unreachable)? {
            if chunk.len() > LONGEST - body.len() {
                return Err(self.refused(&format!("answered with more than {LONGEST} bytes")));
            }
            body.extend_from_slice(&chunk);
        }
        let text = std::str::from_utf8(&body);
        Ok(text.map_err(|_| self.refused("did not answer with text"))?.trim().into())
    }

    /// The error for an answer or an address that cannot be used. Trying again does not help.
    pub(crate) fn refused(&self, reason: &str) -> Error {
        self.error(ErrorKind::InvalidCredential, reason)
    }

    fn error(&self, kind: ErrorKind, reason: &str) -> Error {
        let host = self.url.host_str().unwrap_or_default();
        let (subject, service, advice) = (self.subject, self.service, self.advice);
        let message = format!("{subject}: {service} ({}) {reason}. {advice}", Shown(host));
        Error::new(kind, message)
    }
}

/// Whether requests to a URL stay on this machine or its link, where no proxy or router reads them.
fn is_on_link(url: &Url) -> bool {
    let address = match url.host() {
        Some(Host::Domain("localhost")) => return url.scheme() == "http",
        Some(Host::Ipv4(address)) => IpAddr::V4(address),
        Some(Host::Ipv6(address)) => IpAddr::V6(address),
        _ => return false,
    };
    let is_near = match address {
        IpAddr::V4(address) => address.is_loopback() || address.is_link_local(),
        IpAddr::V6(address) => {
            address.is_loopback() || address.is_unicast_link_local() || is_of_aws(address)
        }
    };
    url.scheme() == "http" && is_near
}

/// The prefix of AWS' metadata services, `fd00:ec2::/32`.
fn is_of_aws(address: Ipv6Addr) -> bool {
    matches!(address.segments(), [0xfd00, 0x0ec2, ..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metadata_service_is_only_on_this_machine_or_its_link() {
        let near = |url: &str| is_on_link(&Url::parse(url).unwrap());
        for url in [
            "http://169.254.169.254/latest",
            "http://169.254.170.2/v2",
            "http://127.0.0.1:80/",
            "http://localhost:1234/",
            "http://[::1]/",
            "http://[fd00:ec2::254]/latest",
            "http://[fe80::1]/",
        ] {
            assert!(near(url), "{url}");
        }
        for url in [
            "https://169.254.169.254/",
            "http://10.0.0.1/",
            "http://metadata.example.test/",
            "http://localhost.example.test/",
            "http://[fd01::1]/",
            "http://8.8.8.8/",
        ] {
            assert!(!near(url), "{url}");
        }
    }
}
