//! Signature version 4 of AWS, for one request: `sts:GetCallerIdentity`.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde_json::json;
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use crate::client::call::instant;
use crate::{Error, ErrorKind, Result, SecretString};

const BODY: &str = "Action=GetCallerIdentity&Version=2011-06-15";
const CONTENT_TYPE: &str = "application/x-www-form-urlencoded; charset=utf-8";
const ALGORITHM: &str = "AWS4-HMAC-SHA256";

/// Credentials of AWS.
pub(super) struct AwsCredentials {
    pub(super) access_key_id: String,
    pub(super) secret_access_key: SecretString,
    pub(super) session_token: Option<SecretString>,
}

/// A signed request, as the server takes it.
pub(super) struct SignedRequest {
    /// In base64.
    pub(super) body: String,
    /// JSON in base64.
    pub(super) headers: SecretString,
}

/// Signs the request for the STS of a region, at a time in milliseconds since 1970.
pub(super) fn sign(credentials: &AwsCredentials, region: &str, at: i64) -> Result<SignedRequest> {
    let time = amz_date(at);
    let host = format!("sts.{region}.amazonaws.com");
    let mut headers = vec![
        ("content-type", CONTENT_TYPE),
        ("host", host.as_str()),
        ("x-amz-date", time.as_str()),
    ];
    if let Some(token) = &credentials.session_token {
        headers.push(("x-amz-security-token", token.expose()));
    }
    let authorization = authorization(credentials, region, "sts", &time, &headers, BODY)?;
    let mut shown = json!({
        "Authorization": authorization,
        "Content-Type": CONTENT_TYPE,
        "Host": host,
        "X-Amz-Date": time,
    });
    if let (Some(token), Some(shown)) = (&credentials.session_token, shown.as_object_mut()) {
        shown.insert("X-Amz-Security-Token".to_owned(), token.expose().into());
    }
    let headers = Zeroizing::new(shown.to_string());
    Ok(SignedRequest {
        body: STANDARD.encode(BODY),
        headers: SecretString::from(STANDARD.encode(headers.as_bytes())),
    })
}

/// The value of the header `Authorization` of a request `POST /`. The headers are in order of their
/// names, which are in lower case.
fn authorization(
    credentials: &AwsCredentials,
    region: &str,
    service: &str,
    time: &str,
    headers: &[(&str, &str)],
    body: &str,
) -> Result<String> {
    let date = time.get(..8).unwrap_or_default();
    let names: Vec<_> = headers.iter().map(|(name, _)| *name).collect();
    let names = names.join(";");
    let mut canonical = Zeroizing::new("POST\n/\n\n".to_owned());
    for (name, value) in headers {
        for part in [name, ":", value.trim(), "\n"] {
            canonical.push_str(part);
        }
    }
    for part in ["\n", &names, "\n", &hex::encode(Sha256::digest(body))] {
        canonical.push_str(part);
    }
    let scope = format!("{date}/{region}/{service}/aws4_request");
    let digest = hex::encode(Sha256::digest(canonical.as_bytes()));
    let message = format!("{ALGORITHM}\n{time}\n{scope}\n{digest}");

    let secret = Zeroizing::new(format!("AWS4{}", credentials.secret_access_key.expose()));
    let mut key = hmac(secret.as_bytes(), date)?;
    for part in [region, service, "aws4_request"] {
        key = hmac(&key, part)?;
    }
    let signature = hex::encode(hmac(&key, &message)?);
    let id = &credentials.access_key_id;
    Ok(format!("{ALGORITHM} Credential={id}/{scope}, SignedHeaders={names}, Signature={signature}"))
}

fn hmac(key: &[u8], message: &str) -> Result<Zeroizing<Vec<u8>>> {
    let mac = Hmac::<Sha256>::new_from_slice(key).map_err(|error| {
        Error::new(ErrorKind::Internal, "the request could not be signed").with_source(error)
    })?;
    Ok(Zeroizing::new(mac.chain_update(message).finalize().into_bytes().to_vec()))
}

/// Such as `20240619T120000Z`.
fn amz_date(milliseconds: i64) -> String {
    let text = instant::format(milliseconds);
    let seconds = text.split('.').next().unwrap_or_default();
    let plain: String = seconds.chars().filter(|one| !matches!(one, '-' | ':')).collect();
    format!("{plain}Z")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn credentials() -> AwsCredentials {
        AwsCredentials {
            access_key_id: "AKIDEXAMPLE".to_owned(),
            secret_access_key: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY".into(),
            session_token: None,
        }
    }

    /// `post-x-www-form-urlencoded` of the test suite that AWS publishes.
    #[test]
    fn authorization_is_that_of_the_test_suite() {
        let headers = [
            ("content-type", "application/x-www-form-urlencoded"),
            ("host", "example.amazonaws.com"),
            ("x-amz-date", "20150830T123600Z"),
        ];
        let (region, time) = ("us-east-1", "20150830T123600Z");
        let signed =
            authorization(&credentials(), region, "service", time, &headers, "Param1=value1");
        assert_eq!(
            signed.unwrap(),
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, \
             SignedHeaders=content-type;host;x-amz-date, \
             Signature=ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a"
        );
    }

    #[test]
    fn signed_request_has_the_headers_that_it_signs() {
        let credentials = AwsCredentials { session_token: Some("session".into()), ..credentials() };
        let signed = sign(&credentials, "eu-west-1", 1_718_798_400_000).unwrap();
        let decoded = |text: &str| String::from_utf8(STANDARD.decode(text).unwrap()).unwrap();
        assert_eq!(decoded(&signed.body), BODY);
        let headers: serde_json::Value =
            serde_json::from_str(&decoded(signed.headers.expose())).unwrap();
        assert_eq!(headers["Host"], "sts.eu-west-1.amazonaws.com");
        assert_eq!(headers["X-Amz-Date"], "20240619T120000Z");
        assert_eq!(headers["X-Amz-Security-Token"], "session");
        let authorization = headers["Authorization"].as_str().unwrap();
        assert!(authorization.contains("/20240619/eu-west-1/sts/aws4_request, "));
        let names = "SignedHeaders=content-type;host;x-amz-date;x-amz-security-token, ";
        assert!(authorization.contains(names), "{authorization}");
    }
}
