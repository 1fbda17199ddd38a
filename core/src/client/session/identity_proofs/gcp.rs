//! Tokens of service accounts of Google Cloud: from the metadata server, or signed with a key file.

use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use reqwest::Method;
use ring::rand::SystemRandom;
use ring::signature::{RSA_PKCS1_SHA256, RsaKeyPair};
use rustls::pki_types::PrivatePkcs8KeyDer;
use rustls::pki_types::pem::PemObject as _;
use serde::Deserialize;
use serde_json::json;
use url::Url;

use super::files;
use crate::api::secret;
use crate::client::call::{Environment, blocking, instant, is_jwt};
use crate::http::MetadataRequest;
use crate::text::Shown;
use crate::{Error, ErrorKind, Result, SecretString};

/// The metadata server. It is asked by its address: a name could lead elsewhere.
const METADATA_SERVER: &str = "169.254.169.254";
const METADATA_NAME: &str = "metadata.google.internal";

/// How many seconds a signed token is valid.
const LIFETIME: i64 = 300;

/// An ID token for the identity, of the machine's service account.
pub(super) async fn id_token(
    subject: &str,
    environment: &Environment,
    identity_id: &str,
) -> Result<SecretString> {
    // The variable of Google's own libraries.
    let host = environment.get("GCE_METADATA_HOST").filter(|host| host != METADATA_NAME);
    let host = host.unwrap_or_else(|| METADATA_SERVER.to_owned());
    let address =
        format!("http://{host}/computeMetadata/v1/instance/service-accounts/default/identity");
    let mut url = Url::parse(&address).map_err(|_| {
        let message =
            format!("{subject}: GCE_METADATA_HOST is not a host. Correct it, or unset it");
        Error::new(ErrorKind::InvalidCredential, message)
    })?;
    url.query_pairs_mut().append_pair("audience", identity_id).append_pair("format", "full");
    let request = MetadataRequest {
        subject,
        service: "Google Cloud's metadata server",
        advice: "Run on Google Cloud with a service account, or use GCP IAM auth with a key file",
        method: Method::GET,
        url,
        headers: vec![("metadata-flavor", SecretString::from("Google"))],
    };
    let token = request.send().await?;
    if is_jwt(token.expose()) {
        return Ok(token);
    }
    Err(request.refused("answered without a token"))
}

/// The needed part of a key file.
#[derive(Deserialize)]
struct Key {
    client_email: String,
    private_key_id: String,
    #[serde(deserialize_with = "secret")]
    private_key: SecretString,
}

/// A token for the identity, signed with the key in a file. The server verifies it with the public
/// keys that Google lists for the service account.
pub(super) async fn signed_token(
    subject: &str,
    path: &Path,
    identity_id: &str,
) -> Result<SecretString> {
    let advice = "Create a key of type JSON for the service account, and give its file";
    let text = files::text(subject, path, advice).await?;
    let unusable = |reason: &str| {
        let path = path.to_string_lossy();
        Error::new(
            ErrorKind::InvalidCredential,
            format!("{subject}: file {path:?} {reason}. {advice}", path = Shown(&path)),
        )
    };
    let key: Key = serde_json::from_str(text.expose())
        .map_err(|_| unusable("is not the key of a service account"))?;
    let (identity_id, now) = (identity_id.to_owned(), instant::now() / 1000);
    blocking(move || signed(&key, &identity_id, now))
        .await?
        .ok_or_else(|| unusable("has no private key of RSA (PKCS #8)"))
}

/// `None` if the key cannot sign.
fn signed(key: &Key, identity_id: &str, now: i64) -> Option<SecretString> {
    let der = PrivatePkcs8KeyDer::from_pem_slice(key.private_key.expose().as_bytes()).ok()?;
    let pair = RsaKeyPair::from_pkcs8(der.secret_pkcs8_der()).ok()?;
    let header = json!({ "alg": "RS256", "typ": "JWT", "kid": key.private_key_id });
    let claims = json!({
        "iss": key.client_email,
        "sub": key.client_email,
        "aud": identity_id,
        "iat": now,
        "exp": now + LIFETIME,
    });
    let part = |part: &serde_json::Value| URL_SAFE_NO_PAD.encode(part.to_string());
    let message = format!("{}.{}", part(&header), part(&claims));
    let mut signature = vec![0; pair.public().modulus_len()];
    pair.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), message.as_bytes(), &mut signature).ok()?;
    Some(SecretString::from(format!("{message}.{}", URL_SAFE_NO_PAD.encode(signature))))
}
