//! The password: changing it, the backup key, and account recovery.

use serde::{Deserialize, Serialize};

use super::secret;
use super::signup::CODE_REFUSED;
use crate::http::{Authorization, Request};
use crate::text::Shown;
use crate::{ErrorKind, Result, SecretString};

/// What the server stores for a password: its verifier, and the private key encrypted with it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Protection<'a> {
    pub(crate) salt: &'a str,
    pub(crate) verifier: &'a str,
    pub(crate) protected_key: &'a str,
    #[serde(rename = "protectedKeyIV")]
    pub(crate) protected_key_iv: &'a str,
    pub(crate) protected_key_tag: &'a str,
    pub(crate) encrypted_private_key: &'a str,
    #[serde(rename = "encryptedPrivateKeyIV")]
    pub(crate) encrypted_private_key_iv: &'a str,
    pub(crate) encrypted_private_key_tag: &'a str,
}

/// A new password. Only `password` itself, which some servers require, is in plaintext.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct NewPassword<'a> {
    /// The proof of the current password; recovery needs none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) client_proof: Option<&'a str>,
    #[serde(flatten)]
    pub(crate) protection: Protection<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) password: Option<&'a str>,
}

/// The private key encrypted with a backup key.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct NewBackup<'a> {
    pub(crate) client_proof: &'a str,
    pub(crate) encrypted_private_key: &'a str,
    pub(crate) iv: &'a str,
    pub(crate) tag: &'a str,
    pub(crate) salt: &'a str,
    pub(crate) verifier: &'a str,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct BackupAnswer {
    pub(crate) backup_private_key: Backup,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Backup {
    pub(crate) encrypted_private_key: String,
    pub(crate) iv: String,
    pub(crate) tag: String,
}

/// The answer to the code of a recovery.
#[derive(Deserialize)]
pub(crate) struct Verified {
    #[serde(deserialize_with = "secret")]
    pub(crate) token: SecretString,
    pub(crate) user: Option<VerifiedUser>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct VerifiedUser {
    /// Only sent by May 2023.
    pub(crate) public_key: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Srp1<'a> {
    client_public_key: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Change<'a> {
    old_password: &'a str,
    new_password: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Reset<'a> {
    new_password: &'a str,
}

#[derive(Serialize)]
struct Email<'a> {
    email: &'a str,
}

#[derive(Serialize)]
struct Code<'a> {
    email: &'a str,
    code: &'a str,
}

/// The token was verified before, so it is not the cause of a failure.
const WRONG_PASSWORD: &[(u16, ErrorKind)] =
    &[(400, ErrorKind::AuthenticationFailed), (500, ErrorKind::ServerError)];

const UNKNOWN: &[(u16, ErrorKind)] = &[(403, ErrorKind::NotFound)];

/// 403 is for an address without an account, which later servers do not distinguish.
const WRONG_CODE: &[(u16, ErrorKind)] =
    &[(400, ErrorKind::AuthenticationFailed), (403, ErrorKind::AuthenticationFailed)];

const NO_BACKUP: &[(u16, ErrorKind)] = &[(400, ErrorKind::NotFound)];

/// The first step of a proof. It replaces a pending proof of the same user.
pub(crate) fn srp1(client_public_key: &str) -> Result<Request> {
    Request::post("/api/v1/password/srp1")
        .repeatable()
        .about("proving the current password")
        .hints(&[(400, ErrorKind::ServerError)])
        .confidential()
        .json(&Srp1 { client_public_key })
}

pub(crate) fn change(password: &NewPassword<'_>) -> Result<Request> {
    Request::post("/api/v1/password/change-password")
        .about("changing the password")
        .hints(WRONG_PASSWORD)
        .confidential()
        .json(password)
}

/// Today's change of the password. The key pair stays under the old one.
pub(crate) fn change_keyless(old: &SecretString, new: &SecretString) -> Result<Request> {
    Request::post("/api/v2/password/user/password-reset")
        .about("changing the password")
        .of_any_organization()
        .confidential()
        .json(&Change { old_password: old.expose(), new_password: new.expose() })
}

/// Today's recovery, which mails a code.
pub(crate) fn send_recovery_code(email: &str) -> Result<Request> {
    Request::post("/api/v1/account-recovery/send-email")
        .about(format!("recovering {email}", email = Shown(email)))
        .confidential()
        .json(&Email { email })
}

pub(crate) fn verify_recovery_code(email: &str, code: &str) -> Result<Request> {
    Request::post("/api/v1/account-recovery/verify-email")
        .about(format!("confirming the recovery code of {email}", email = Shown(email)))
        .meanings(CODE_REFUSED)
        .confidential()
        .json(&Code { email, code })
}

/// Today's end of a recovery. The key pair stays under the old password.
pub(crate) fn reset_keyless(
    email: &str,
    token: SecretString,
    new: &SecretString,
) -> Result<Request> {
    Request::post("/api/v2/password/password-reset")
        .about(format!("setting a new password of {email}", email = Shown(email)))
        .confidential()
        .authorized(Authorization::Bearer(token))
        .json(&Reset { new_password: new.expose() })
}

/// An empty change, which the server refuses with 400. The rate limit is checked first, and its
/// headers give the remaining number of requests.
pub(crate) fn ask_limit() -> Result<Request> {
    Request::post("/api/v1/password/change-password")
        .accepting(400)
        .repeatable()
        .about("checking the server's limit of password changes")
        .confidential()
        .json(&serde_json::json!({}))
}

pub(crate) fn put_backup(backup: &NewBackup<'_>) -> Result<Request> {
    Request::post("/api/v1/password/backup-private-key")
        .about("storing the private key encrypted with a backup key")
        .hints(WRONG_PASSWORD)
        .confidential()
        .json(backup)
}

pub(crate) fn send_code(email: &str) -> Result<Request> {
    Request::post("/api/v1/password/email/password-reset")
        .about(format!("recovering {email}", email = Shown(email)))
        .hints(UNKNOWN)
        .confidential()
        .json(&Email { email })
}

pub(crate) fn verify_code(email: &str, code: &str) -> Result<Request> {
    Request::post("/api/v1/password/email/password-reset-verify")
        .about(format!("confirming the recovery code of {email}", email = Shown(email)))
        .hints(WRONG_CODE)
        .meanings(CODE_REFUSED)
        .confidential()
        .json(&Code { email, code })
}

pub(crate) fn backup(email: &str, token: SecretString) -> Request {
    Request::get("/api/v1/password/backup-private-key")
        .about(format!("recovering {email}", email = Shown(email)))
        .hints(NO_BACKUP)
        .confidential()
        .authorized(Authorization::Bearer(token))
}

pub(crate) fn reset(
    email: &str,
    token: SecretString,
    password: &NewPassword<'_>,
) -> Result<Request> {
    Request::post("/api/v1/password/password-reset")
        .about(format!("setting a new password of {email}", email = Shown(email)))
        .confidential()
        .authorized(Authorization::Bearer(token))
        .json(password)
}
