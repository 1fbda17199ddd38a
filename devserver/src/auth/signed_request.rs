//! The signed request `sts:GetCallerIdentity` that proves an identity of AWS. A real server sends it
//! to AWS; this one verifies the signature itself.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;
use time::format_description::FormatItem;
use time::macros::format_description;
use time::{Duration, OffsetDateTime, PrimitiveDateTime};

use super::providers::AwsKey;

const BODY: &str = "Action=GetCallerIdentity&Version=2011-06-15";
const TIME: &[FormatItem<'_>] = format_description!("[year][month][day]T[hour][minute][second]Z");

/// A request as the caller signed it.
pub(crate) struct SignedRequest {
    method: String,
    body: String,
    headers: Map<String, Value>,
}

impl SignedRequest {
    /// From the fields of a log-in, of which two are base64.
    pub(crate) fn read(method: &str, body: &str, headers: &str) -> Option<Self> {
        let text = |field: &str| String::from_utf8(STANDARD.decode(field).ok()?).ok();
        Some(Self {
            method: method.to_owned(),
            body: text(body)?,
            headers: serde_json::from_str(&text(headers)?).ok()?,
        })
    }

    fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.and_then(|(_, value)| value.as_str()).map(str::trim)
    }

    /// The region in the credential's scope.
    pub(crate) fn region(&self) -> Option<&str> {
        let (_, scope) = self.header("authorization")?.split_once("Credential=")?;
        let region = scope.split('/').nth(2)?;
        let is_valid = !region.is_empty()
            && region.len() <= 20
            && region.bytes().all(|one| matches!(one, b'a'..=b'z' | b'0'..=b'9' | b'-'));
        is_valid.then_some(region)
    }

    /// Whose key signed it, as AWS tells.
    pub(crate) fn caller<'a>(&self, keys: &'a [AwsKey]) -> Option<&'a AwsKey> {
        let region = self.region()?;
        let rest = self.header("authorization")?.strip_prefix("AWS4-HMAC-SHA256 ")?;
        let parts: Vec<_> = rest.split(',').map(str::trim).collect();
        let part = |name: &str| parts.iter().find_map(|part| part.strip_prefix(name));
        let (credential, signature) = (part("Credential=")?, part("Signature=")?);
        let signed_headers = part("SignedHeaders=")?;
        let (id, scope) = credential.split_once('/')?;
        let key = keys.iter().find(|key| key.id == id)?;

        let at = self.header("x-amz-date")?;
        let date = at.get(..8)?;
        let signed_at = PrimitiveDateTime::parse(at, TIME).ok()?.assume_utc();
        let is_recent = (OffsetDateTime::now_utc() - signed_at).abs() <= Duration::minutes(15);
        let names: Vec<_> = signed_headers.split(';').collect();
        let has_all = ["host", "x-amz-date"].iter().all(|name| names.contains(name))
            && (self.header("x-amz-security-token").is_none()
                || names.contains(&"x-amz-security-token"));
        let is_as_agreed = is_recent
            && has_all
            && names.is_sorted()
            && self.method == "POST"
            && self.body == BODY
            && scope == format!("{date}/{region}/sts/aws4_request")
            && self.header("host")? == format!("sts.{region}.amazonaws.com");
        if !is_as_agreed {
            return None;
        }
        let mut canonical = "POST\n/\n\n".to_owned();
        for name in &names {
            canonical.push_str(&format!("{name}:{}\n", self.header(name)?));
        }
        let body = hex::encode(Sha256::digest(&self.body));
        canonical.push_str(&format!("\n{signed_headers}\n{body}"));
        let canonical = hex::encode(Sha256::digest(canonical));
        let message = format!("AWS4-HMAC-SHA256\n{at}\n{scope}\n{canonical}");
        let mut signing = hmac(format!("AWS4{}", key.secret).as_bytes(), date)?;
        for part in [region, "sts", "aws4_request"] {
            signing = hmac(&signing, part)?;
        }
        let expected = hex::encode(hmac(&signing, &message)?);
        bool::from(expected.as_bytes().ct_eq(signature.as_bytes())).then_some(key)
    }
}

fn hmac(key: &[u8], message: &str) -> Option<Vec<u8>> {
    let mac = Hmac::<Sha256>::new_from_slice(key).ok()?;
    Some(mac.chain_update(message).finalize().into_bytes().to_vec())
}
