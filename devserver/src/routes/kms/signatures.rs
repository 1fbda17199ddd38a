//! Signatures, and the public keys of those that sign.

use serde_json::json;

use super::encryption::{bytes, opened, usable};
use super::signer::Curve;
use super::vault;
use crate::auth::permissions::Action;
use crate::error::ApiError;
use crate::http::Call;
use crate::input::Form;
use crate::random;
use crate::store::kms::Key;
use crate::wire::Reply;

const MOST_DATA: usize = 1024 * 1024;
const MOST_SIGNATURE: usize = 8192;

const ALGORITHMS: [&str; 12] = [
    "RSASSA_PSS_SHA_512",
    "RSASSA_PSS_SHA_384",
    "RSASSA_PSS_SHA_256",
    "RSASSA_PKCS1_V1_5_SHA_512",
    "RSASSA_PKCS1_V1_5_SHA_384",
    "RSASSA_PKCS1_V1_5_SHA_256",
    "ECDSA_SHA_512",
    "ECDSA_SHA_384",
    "ECDSA_SHA_256",
    "ML_DSA_44",
    "ML_DSA_65",
    "ML_DSA_87",
];

pub(crate) fn sign(call: &Call) -> Result<Reply, ApiError> {
    let id = vault::id(call)?;
    let body = call.body();
    let (algorithm, is_digest) = manner(&body);
    let data = bytes(&body, "data", "data", MOST_DATA);
    body.finish()?;
    let key = call.app.store.read(|db| usable(call, db, id, Action::Sign))?;
    let private_key = opened(call, &key, vault::SIGNATURE)?;
    let curve = curve(&key, &algorithm, is_digest)?;
    let signature = curve.sign(&private_key, &data).ok_or(ApiError::Internal)?;
    Ok(Reply::json(json!({
        "signature": random::to_base64(&signature),
        "keyId": key.id,
        "signingAlgorithm": algorithm,
    })))
}

pub(crate) fn verify(call: &Call) -> Result<Reply, ApiError> {
    let id = vault::id(call)?;
    let body = call.body();
    let (algorithm, is_digest) = manner(&body);
    let data = bytes(&body, "data", "data", MOST_DATA);
    let signature = bytes(&body, "signature", "signature", MOST_SIGNATURE);
    body.finish()?;
    let key = call.app.store.read(|db| usable(call, db, id, Action::Verify))?;
    let private_key = opened(call, &key, vault::SIGNATURE)?;
    let curve = curve(&key, &algorithm, is_digest)?;
    let is_valid = curve.is_valid(&private_key, &data, &signature).ok_or(ApiError::Internal)?;
    Ok(Reply::json(json!({
        "signatureValid": is_valid,
        "keyId": key.id,
        "signingAlgorithm": algorithm,
    })))
}

pub(crate) fn public_key(call: &Call) -> Result<Reply, ApiError> {
    let id = vault::id(call)?;
    let key = call.app.store.read(|db| usable(call, db, id, Action::Read))?;
    let private_key = opened(call, &key, vault::SIGNATURE)?;
    let curve = Curve::of(&key.algorithm).ok_or(ApiError::Internal)?;
    let public_key = curve.public_key(&private_key).ok_or(ApiError::Internal)?;
    Ok(Reply::json(json!({ "publicKey": random::to_base64(&public_key) })))
}

/// All algorithms for the kind of the key, as a real server; this one signs with one of them.
pub(crate) fn algorithms(call: &Call) -> Result<Reply, ApiError> {
    let id = vault::id(call)?;
    let key = call.app.store.read(|db| usable(call, db, id, Action::Read))?;
    if key.usage != vault::SIGNATURE {
        let message = format!("Key with ID '{id}' is not intended for signing");
        return Err(ApiError::BadRequest(message));
    }
    let fit: Vec<_> = ALGORITHMS.iter().filter(|it| it.starts_with("ECDSA")).collect();
    Ok(Reply::json(json!({ "signingAlgorithms": fit })))
}

fn manner(body: &Form<'_>) -> (String, bool) {
    let algorithm = body.choice("signingAlgorithm", &ALGORITHMS, None);
    (algorithm, body.flag_opt("isDigest").unwrap_or_default())
}

/// The curve of the key, if this server can sign that way.
fn curve(key: &Key, algorithm: &str, is_digest: bool) -> Result<&'static Curve, ApiError> {
    let curve = Curve::of(&key.algorithm).ok_or(ApiError::Internal)?;
    if !algorithm.starts_with("ECDSA") {
        let message = format!("KMS ECC key cannot be used with {algorithm}");
        return Err(ApiError::BadRequest(message));
    }
    if algorithm != curve.signing || is_digest {
        return Err(ApiError::BadRequest(format!(
            "The local server signs with {} only with {}, and no digests",
            key.algorithm, curve.signing
        )));
    }
    Ok(curve)
}
