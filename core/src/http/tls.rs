//! TLS: rustls over ring, with the roots decided here and nowhere else.

use std::sync::Arc;

use rustls::pki_types::{CertificateDer, pem::PemObject as _};
use rustls::{ClientConfig, RootCertStore};

use crate::{Error, ErrorKind, Result};

/// Trusts the system's certificate store, or Mozilla's bundled roots where the system has none (a
/// slim container), and the extra authorities given as PEM.
pub(super) fn client_config(extra_authorities: Option<&[u8]>) -> Result<ClientConfig> {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    if roots.is_empty() {
        roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
    }
    if let Some(pem) = extra_authorities {
        add_authorities(&mut roots, pem)?;
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| Error::new(ErrorKind::Internal, "TLS could not start").with_source(error))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(config)
}

fn add_authorities(roots: &mut RootCertStore, pem: &[u8]) -> Result<()> {
    let unusable = |reason: String| {
        Error::new(
            ErrorKind::InvalidInput,
            format!("the extra certificate authorities are not usable: {reason}"),
        )
    };
    let certificates: Vec<_> = CertificateDer::pem_slice_iter(pem)
        .collect::<Result<_, _>>()
        .map_err(|error| unusable(error.to_string()))?;
    if certificates.is_empty() {
        return Err(unusable("there is no PEM certificate in them".into()));
    }
    for certificate in certificates {
        roots.add(certificate).map_err(|error| unusable(error.to_string()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn authorities_that_are_not_pem_are_refused() {
        for pem in [
            &b""[..],
            b"not pem",
            b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
        ] {
            let error = client_config(Some(pem)).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::InvalidInput);
        }
        client_config(None).unwrap();
    }
}
