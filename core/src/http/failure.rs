//! Converts connection failures to an [`Error`].

use std::error::Error as StdError;
use std::io;

use rustls::{AlertDescription, CertificateError, OtherError};
use url::Url;

use super::proxy::Proxy;
use super::request::Request;
use super::tls::SelfSigned;
use crate::text::excerpt;
use crate::{Error, ErrorKind};

/// The longest list of names quoted from a certificate.
const LONGEST_QUOTE: usize = 200;

const TRUST: &str = "give that certificate (PEM) to the client as certificate_authorities \
                     (certificateAuthorities), or name its file in SSL_CERT_FILE";

/// The error for a request without an answer, or with an incomplete one.
pub(super) fn connection_error(
    request: &Request,
    server: &Url,
    proxy: Option<&Proxy>,
    error: reqwest::Error,
) -> Error {
    let (subject, host) = (&request.subject, server.host_str().unwrap_or("the server"));
    let error = error.without_url();
    let changes = request.may_change_something();
    let failed =
        |message: String| Error::new(ErrorKind::ConnectionFailed, format!("{subject}: {message}"));
    if error.is_timeout() && !error.is_connect() {
        let write = if changes { ". The change may have been applied" } else { "" };
        return Error::new(
            ErrorKind::Timeout,
            format!("{subject}: {host} did not answer in time{write}"),
        )
        .passing(changes)
        .with_source(error);
    }
    if let Some(cause) = find::<rustls::Error>(&error) {
        return failed(tls_trouble(cause, server, proxy)).with_retryable(false).with_source(error);
    }
    let reason = root_cause(&error);
    let applied = changes && !error.is_connect();
    let message = match proxy {
        Some(proxy) if reason == "tunnel error: proxy authorization required" => {
            return failed(wants_password(proxy)).with_retryable(false);
        }
        Some(proxy) if reason.starts_with("tunnel error: ") => format!(
            "{proxy} did not connect to {host}. Allow that on the proxy, or bypass it for {host}: \
             set NO_PROXY, or the option proxy \"none\""
        ),
        Some(proxy) if error.is_connect() => format!(
            "cannot connect to {proxy}: {reason}. Check its address, or bypass it for {host}: set \
             NO_PROXY, or the option proxy \"none\""
        ),
        _ if error.is_connect() => {
            format!("cannot connect to {host}: {reason}. Check the base URL and the network")
        }
        _ if error.is_decode() || error.is_body() => {
            format!("the answer of {host} was cut off: {reason}")
        }
        _ => format!("the connection to {host} failed: {reason}{}", perhaps_tls(server)),
    };
    failed(message).passing(applied).with_source(error)
}

/// Advice for a proxy that answers 407.
pub(super) fn wants_password(proxy: &Proxy) -> String {
    format!(
        "{proxy} requires a user name and password, or rejected the given ones. Put them into its \
         URL, such as http://user:password@proxy.example.com:3128"
    )
}

/// A TLS server closes the connection on plain HTTP.
fn perhaps_tls(server: &Url) -> &'static str {
    if server.scheme() == "http" {
        ". If the server uses TLS on this port, begin the base URL with https://"
    } else {
        ""
    }
}

fn tls_trouble(cause: &rustls::Error, server: &Url, proxy: Option<&Proxy>) -> String {
    let host = server.host_str().unwrap_or("the server");
    let through = proxy.map(|proxy| format!(" (through {proxy})")).unwrap_or_default();
    match cause {
        rustls::Error::InvalidCertificate(cause) => {
            format!("{host}{through} is not trusted: {}", certificate_trouble(cause, host))
        }
        rustls::Error::InvalidMessage(_) => format!(
            "{host}{through} does not use TLS. If this is its port for plain HTTP, use its HTTPS \
             port, or begin the base URL with http:// and set allow_http"
        ),
        rustls::Error::AlertReceived(
            AlertDescription::HandshakeFailure
            | AlertDescription::ProtocolVersion
            | AlertDescription::InsufficientSecurity,
        )
        | rustls::Error::PeerIncompatible(_) => format!(
            "{host}{through} offers no secure version of TLS. Enable TLS 1.2 or 1.3 on the server"
        ),
        rustls::Error::AlertReceived(AlertDescription::CertificateRequired) => format!(
            "{host}{through} requires a client certificate, which this client does not support. \
             Make it optional on the server"
        ),
        rustls::Error::AlertReceived(AlertDescription::UnrecognisedName) => {
            format!("{host}{through} does not know this host name. Check the host in the base URL")
        }
        other => format!("TLS with {host}{through} failed: {other}"),
    }
}

/// What is wrong with a certificate, and the option that helps.
fn certificate_trouble(cause: &CertificateError, host: &str) -> String {
    match cause {
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => {
            "its certificate has expired. Renew it on the server, or correct this machine's clock \
             if it is wrong"
                .to_owned()
        }
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
            "its certificate is not valid yet. Correct the clock of this machine or of the server, \
             whichever is wrong"
                .to_owned()
        }
        CertificateError::NotValidForNameContext { presented, .. } if !presented.is_empty() => {
            let names = presented.join(", ");
            let names = excerpt(&names, LONGEST_QUOTE);
            format!(
                "its certificate is for another name: {names}. Use that name in the base URL, or \
                 give the server a certificate for {host}"
            )
        }
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            format!(
                "its certificate names no host. Install one with {host} as subject alternative name"
            )
        }
        CertificateError::UnknownIssuer => format!(
            "its certificate is from an authority that this machine does not know, or the server \
             does not send the intermediate certificates. If the authority is yours, {TRUST}"
        ),
        CertificateError::Other(OtherError(cause)) if cause.is::<SelfSigned>() => {
            format!("its certificate is self-signed. If it is the right one, {TRUST}")
        }
        CertificateError::Revoked => {
            "its certificate was revoked. Give the server a new one".to_owned()
        }
        other => format!("its certificate cannot be verified: {other}"),
    }
}

/// The first cause of this type. `source` of an I/O error skips the error that it holds, so
/// `get_ref` is used.
fn find<'a, T: StdError + 'static>(error: &'a (dyn StdError + 'static)) -> Option<&'a T> {
    let mut next = Some(error);
    while let Some(error) = next {
        if let Some(found) = error.downcast_ref() {
            return Some(found);
        }
        next = match error.downcast_ref::<io::Error>().and_then(io::Error::get_ref) {
            Some(held) => Some(held),
            None => error.source(),
        };
    }
    None
}

/// The innermost reason, such as "Connection refused (os error 111)".
fn root_cause(error: &dyn StdError) -> String {
    let mut cause = error;
    while let Some(next) = cause.source() {
        cause = next;
    }
    cause.to_string()
}
