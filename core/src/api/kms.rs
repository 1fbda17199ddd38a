//! Keys that the server holds (servers since October 2024), and what it does with them.
//!
//! Data is base64 on the wire.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::secret;
use crate::http::{Request, segment};
use crate::text::Shown;
use crate::{ErrorKind, Result, SecretBytes, SecretString};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Keys {
    pub(crate) keys: Vec<KeyRecord>,
    pub(crate) total_count: u64,
}

#[derive(Deserialize)]
pub(crate) struct OneKey {
    pub(crate) key: KeyRecord,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct KeyRecord {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) description: Option<String>,
    pub(crate) is_disabled: Option<bool>,
    pub(crate) project_id: Option<String>,
    /// Absent in October 2024, when all keys encrypted.
    pub(crate) key_usage: Option<String>,
    /// In October 2024, only lists have this and the version.
    pub(crate) encryption_algorithm: Option<String>,
    pub(crate) version: Option<i64>,
    pub(crate) created_at: Option<String>,
    pub(crate) updated_at: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct Encrypted {
    pub(crate) ciphertext: String,
}

#[derive(Deserialize)]
pub(crate) struct Decrypted {
    #[serde(deserialize_with = "secret")]
    pub(crate) plaintext: SecretString,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Signed {
    pub(crate) signature: String,
    pub(crate) key_id: String,
    pub(crate) signing_algorithm: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Verified {
    pub(crate) signature_valid: bool,
    pub(crate) key_id: String,
    pub(crate) signing_algorithm: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PublicKey {
    pub(crate) public_key: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SigningAlgorithms {
    pub(crate) signing_algorithms: Vec<String>,
}

/// A new key.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Create<'a> {
    pub(crate) project_id: &'a str,
    pub(crate) name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) description: Option<&'a str>,
    /// October 2024 does not know this field, and ignores it.
    pub(crate) key_usage: &'a str,
    pub(crate) encryption_algorithm: &'a str,
}

/// What changes in a key.
#[derive(Serialize, Default)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Update<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) description: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) is_disabled: Option<bool>,
}

#[derive(Serialize)]
struct Plaintext<'a> {
    plaintext: &'a str,
}

#[derive(Serialize)]
struct Ciphertext<'a> {
    ciphertext: &'a str,
}

/// What to sign. The data is base64.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Sign<'a> {
    pub(crate) data: &'a str,
    pub(crate) signing_algorithm: &'a str,
    pub(crate) is_digest: bool,
}

/// A signature to verify. The data and the signature are base64.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Verify<'a> {
    pub(crate) data: &'a str,
    pub(crate) signature: &'a str,
    pub(crate) signing_algorithm: &'a str,
    pub(crate) is_digest: bool,
}

/// All that servers say if a ciphertext does not decrypt.
const UNDECIPHERABLE: &[(&str, ErrorKind)] =
    &[("something went wrong", ErrorKind::DecryptionFailed)];

pub(crate) fn list(project_id: &str, offset: u64, limit: u64) -> Request {
    Request::get("/api/v1/kms/keys")
        .about(format!("the keys of project {project_id}"))
        .query("projectId", project_id)
        .query("offset", offset.to_string())
        .query("limit", limit.to_string())
}

/// On today's servers.
pub(crate) fn get(id: &str) -> Request {
    Request::get(path(id)).about(subject(id))
}

/// On today's servers.
pub(crate) fn get_by_name(name: &str, project_id: &str) -> Request {
    Request::get(format!("/api/v1/kms/keys/key-name/{}", segment(name)))
        .about(named(name, project_id))
        .query("projectId", project_id)
}

pub(crate) fn create(new: &Create<'_>) -> Result<Request> {
    Request::post("/api/v1/kms/keys").about(named(new.name, new.project_id)).json(new)
}

pub(crate) fn update(id: &str, change: &Update<'_>) -> Result<Request> {
    Request::patch(path(id)).about(format!("changing {}", subject(id))).json(change)
}

pub(crate) fn delete(id: &str) -> Request {
    Request::delete(path(id)).about(format!("deleting {}", subject(id)))
}

/// Changes nothing on the server, like the others below.
pub(crate) fn encrypt(id: &str, plaintext: &SecretBytes) -> Result<Request> {
    let plaintext = to_base64(plaintext.expose());
    Request::post(format!("{}/encrypt", path(id)))
        .about(format!("encrypting with {}", subject(id)))
        .repeatable()
        .confidential()
        .json(&Plaintext { plaintext: &plaintext })
}

pub(crate) fn decrypt(id: &str, ciphertext: &[u8]) -> Result<Request> {
    let ciphertext = to_base64(ciphertext);
    Request::post(format!("{}/decrypt", path(id)))
        .about(format!("decrypting with {}", subject(id)))
        .meanings(UNDECIPHERABLE)
        .repeatable()
        .confidential()
        .json(&Ciphertext { ciphertext: &ciphertext })
}

pub(crate) fn sign(id: &str, sign: &Sign<'_>) -> Result<Request> {
    Request::post(format!("{}/sign", path(id)))
        .about(format!("signing with {}", subject(id)))
        .repeatable()
        .confidential()
        .json(sign)
}

pub(crate) fn verify(id: &str, verify: &Verify<'_>) -> Result<Request> {
    Request::post(format!("{}/verify", path(id)))
        .about(format!("verifying with {}", subject(id)))
        .repeatable()
        .confidential()
        .json(verify)
}

pub(crate) fn public_key(id: &str) -> Request {
    Request::get(format!("{}/public-key", path(id)))
        .about(format!("the public key of {}", subject(id)))
}

pub(crate) fn signing_algorithms(id: &str) -> Request {
    Request::get(format!("{}/signing-algorithms", path(id)))
        .about(format!("the signing algorithms of {}", subject(id)))
}

pub(crate) fn to_base64(bytes: &[u8]) -> Zeroizing<String> {
    Zeroizing::new(STANDARD.encode(bytes))
}

/// The bytes that the server sent as base64; `None` if it is none.
pub(crate) fn from_base64(text: &str) -> Option<Vec<u8>> {
    STANDARD.decode(text).ok()
}

fn path(id: &str) -> String {
    format!("/api/v1/kms/keys/{}", segment(id))
}

/// "key …", in messages.
pub(crate) fn subject(id: &str) -> String {
    format!("key {id}")
}

/// "key "mail" of project …", in messages.
pub(crate) fn named(name: &str, project_id: &str) -> String {
    format!("key {name:?} of project {project_id}", name = Shown(name))
}
