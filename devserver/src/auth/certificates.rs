//! Client certificates, as a reverse proxy passes them on: percent-encoded PEM.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use percent_encoding::percent_decode_str;
use rustls_pki_types::{CertificateDer, UnixTime};
use webpki::{EndEntityCert, KeyUsage};

use super::der;

pub(crate) const MISSING: &str = "Missing client certificate";
const OTHER_AUTHORITY: &str = "Access denied: Certificate not issued by the provided CA.";

const COMMON_NAME: &[u8] = &[0x55, 0x04, 0x03];

/// The common name of the first certificate in `header`, or why it is not one that the authority
/// issued to a client.
pub(crate) fn common_name(header: &str, authority: &str) -> Result<Option<String>, &'static str> {
    let header = percent_decode_str(header).decode_utf8().map_err(|_| MISSING)?;
    let certificate = first(&header).ok_or(MISSING)?;
    let authority = first(authority).ok_or(OTHER_AUTHORITY)?;
    if certificate == authority {
        return Err("Access denied: a CA certificate cannot be used as a client certificate.");
    }
    let anchor = webpki::anchor_from_trusted_cert(&authority).map_err(|_| OTHER_AUTHORITY)?;
    let parsed = EndEntityCert::try_from(&certificate).map_err(|error| why(&error))?;
    parsed
        .verify_for_usage(
            webpki::ALL_VERIFICATION_ALGS,
            &[anchor],
            &[],
            UnixTime::now(),
            KeyUsage::client_auth(),
            None,
            None,
        )
        .map_err(|error| why(&error))?;
    Ok(name_in(parsed.subject()))
}

fn why(error: &webpki::Error) -> &'static str {
    match error {
        webpki::Error::CaUsedAsEndEntity => {
            "Access denied: a CA certificate cannot be used as a client certificate."
        }
        webpki::Error::CertExpired { .. } => "Access denied: Certificate has expired.",
        webpki::Error::CertNotValidYet { .. } => "Access denied: Certificate not yet valid.",
        _ => OTHER_AUTHORITY,
    }
}

fn first(pem: &str) -> Option<CertificateDer<'static>> {
    let (_, rest) = pem.split_once("-----BEGIN CERTIFICATE-----")?;
    let (body, _) = rest.split_once("-----END CERTIFICATE-----")?;
    let body: String = body.split_whitespace().collect();
    Some(STANDARD.decode(body).ok()?.into())
}

/// The common name in the DER of a subject.
fn name_in(mut subject: &[u8]) -> Option<String> {
    while let Some((_, set, rest)) = der::any_element(subject) {
        subject = rest;
        let pair = der::any_element(set).map(|(_, pair, _)| pair);
        let named = pair.and_then(|pair| der::element(pair, der::OBJECT_IDENTIFIER));
        if let Some((COMMON_NAME, value)) = named {
            let (_, text, _) = der::any_element(value)?;
            return String::from_utf8(text.to_vec()).ok();
        }
    }
    None
}
