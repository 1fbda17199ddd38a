//! TLS with rustls and ring, and the trusted roots.

use std::sync::Arc;

use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName, UnixTime, pem::PemObject as _};
use rustls::server::ParsedCertificate;
use rustls::{
    CertificateError, ClientConfig, DigitallySignedStruct, OtherError, RootCertStore,
    SignatureScheme,
};

use crate::{Error, ErrorKind, Result, SecretString};

/// Variables that replace the system's store, as in OpenSSL.
const STORE_VARIABLES: [&str; 2] = ["SSL_CERT_FILE", "SSL_CERT_DIR"];

/// Trusts the system's certificate store, or Mozilla's bundled roots where the system has none (a
/// slim container), and the certificates given as PEM: as CAs, or as the server's own certificate.
///
/// `client` is the certificate that the client presents to a server that asks for one.
pub(super) fn client_config(
    given: Option<&[u8]>,
    client: Option<&ClientCertificate>,
) -> Result<ClientConfig> {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    if roots.is_empty() {
        check_store_was_not_named()?;
        roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
    }
    let given = given.map(|pem| add_authorities(&mut roots, pem)).transpose()?.unwrap_or_default();
    let failed = |error: Box<dyn std::error::Error + Send + Sync>| {
        Error::new(ErrorKind::Internal, "TLS could not start").with_source(error)
    };
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let by_authorities =
        WebPkiServerVerifier::builder_with_provider(roots.into(), Arc::clone(&provider))
            .build()
            .map_err(|error| failed(error.into()))?;
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| failed(error.into()))?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(Verifier { by_authorities, given }));
    match client {
        None => Ok(config.with_no_client_auth()),
        Some(client) => config
            .with_client_auth_cert(client.chain.clone(), client.key()?)
            .map_err(|error| unusable_certificate(&error.to_string())),
    }
}

/// A configuration without trusted roots, for a client of plain HTTP.
pub(super) fn unused() -> Result<ClientConfig> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| {
            Error::new(ErrorKind::Internal, "TLS could not start").with_source(error)
        })?;
    Ok(config.with_root_certificates(RootCertStore::empty()).with_no_client_auth())
}

/// The certificate of a client and its private key.
#[derive(Clone)]
pub(crate) struct ClientCertificate {
    chain: Vec<CertificateDer<'static>>,
    /// As PEM.
    key: SecretString,
}

impl ClientCertificate {
    /// From PEM: the certificate, perhaps with those that lead to its CA, and the private key.
    pub(crate) fn from_pem(certificate: &str, key: SecretString) -> Result<Self> {
        let chain: Vec<_> = CertificateDer::pem_slice_iter(certificate.as_bytes())
            .collect::<Result<_, _>>()
            .map_err(|_| unusable_certificate("the certificate is not PEM"))?;
        if chain.is_empty() {
            return Err(unusable_certificate("there is no PEM certificate"));
        }
        let client = Self { chain, key };
        client.key()?;
        Ok(client)
    }

    fn key(&self) -> Result<PrivateKeyDer<'static>> {
        PrivateKeyDer::from_pem_slice(self.key.expose().as_bytes()).map_err(|_| {
            unusable_certificate("the private key is not PEM of an unencrypted private key")
        })
    }
}

impl std::fmt::Debug for ClientCertificate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ClientCertificate([redacted])")
    }
}

fn unusable_certificate(reason: &str) -> Error {
    Error::new(
        ErrorKind::InvalidCredential,
        format!(
            "the TLS certificate cannot be used: {reason}. Give the certificate and its private \
             key as PEM"
        ),
    )
}

/// Fails if a variable names the store: it has no certificate, and another store must not be used
/// instead.
fn check_store_was_not_named() -> Result<()> {
    let is_set = |name: &&str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    match STORE_VARIABLES.into_iter().find(|name| is_set(name)) {
        None => Ok(()),
        Some(name) => Err(Error::new(
            ErrorKind::InvalidInput,
            format!("{name} does not name a file with a PEM certificate. Correct it, or unset it"),
        )),
    }
}

fn add_authorities(roots: &mut RootCertStore, pem: &[u8]) -> Result<Vec<CertificateDer<'static>>> {
    let unusable = |reason: String| {
        Error::new(
            ErrorKind::InvalidInput,
            format!("the additional certificate authorities cannot be used: {reason}"),
        )
    };
    let certificates: Vec<_> = CertificateDer::pem_slice_iter(pem)
        .collect::<Result<_, _>>()
        .map_err(|error| unusable(error.to_string()))?;
    if certificates.is_empty() {
        return Err(unusable("they contain no PEM certificate".into()));
    }
    for certificate in &certificates {
        roots.add(certificate.clone()).map_err(|error| unusable(error.to_string()))?;
    }
    Ok(certificates)
}

/// A reason for a refused certificate that rustls does not report.
#[derive(Debug, thiserror::Error)]
#[error("the certificate is self-signed")]
pub(super) struct SelfSigned;

/// rustls' verifier with one exception: a given certificate is also accepted as the server's own if
/// it is a CA certificate, which OpenSSL creates by default.
#[derive(Debug)]
struct Verifier {
    by_authorities: Arc<WebPkiServerVerifier>,
    given: Vec<CertificateDer<'static>>,
}

impl ServerCertVerifier for Verifier {
    fn verify_server_cert(
        &self,
        certificate: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        let refused = match self.by_authorities.verify_server_cert(
            certificate,
            intermediates,
            name,
            ocsp_response,
            now,
        ) {
            // rustls reports this only after checking the validity period.
            Err(error) if may_sign_others(&error) => error,
            Err(error) => return Err(with_reason(error, certificate)),
            Ok(verified) => return Ok(verified),
        };
        if !self.given.iter().any(|given| given.as_ref() == certificate.as_ref()) {
            return Err(with_reason(refused, certificate));
        }
        let parsed = ParsedCertificate::try_from(certificate)?;
        rustls::client::verify_server_name(&parsed, name)?;
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        self.by_authorities.verify_tls12_signature(message, certificate, signature)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        self.by_authorities.verify_tls13_signature(message, certificate, signature)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.by_authorities.supported_verify_schemes()
    }
}

/// Whether a certificate was refused only because it is a CA certificate.
fn may_sign_others(error: &rustls::Error) -> bool {
    let rustls::Error::InvalidCertificate(CertificateError::Other(OtherError(cause))) = error
    else {
        return false;
    };
    matches!(cause.downcast_ref(), Some(webpki::Error::CaUsedAsEndEntity))
}

/// Adds the reason if a certificate without a trusted issuer is self-signed.
fn with_reason(error: rustls::Error, certificate: &CertificateDer<'_>) -> rustls::Error {
    let nobody_vouches = may_sign_others(&error)
        || error == rustls::Error::InvalidCertificate(CertificateError::UnknownIssuer);
    let is_self_signed = webpki::EndEntityCert::try_from(certificate)
        .is_ok_and(|parsed| parsed.issuer() == parsed.subject());
    if nobody_vouches && is_self_signed {
        return CertificateError::Other(OtherError(Arc::new(SelfSigned))).into();
    }
    error
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn authorities_not_in_pem_are_refused() {
        for pem in [
            &b""[..],
            b"not pem",
            b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
        ] {
            let error = client_config(Some(pem), None).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::InvalidInput);
        }
        client_config(None, None).unwrap();
    }
}
