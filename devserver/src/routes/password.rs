//! The password: its change, the backup key, and recovery by that.

use rusqlite::Connection;
use serde_json::json;

use crate::auth::Actor;
use crate::auth::jwt::{self, Kind};
use crate::auth::logins::Family;
use crate::auth::srp;
use crate::era::Era;
use crate::error::ApiError;
use crate::http::Call;
use crate::input::Form;
use crate::routes::signup;
use crate::store::backup_keys::{self, NewBackupKey};
use crate::store::codes::{self, Purpose};
use crate::store::sessions;
use crate::store::users::{self, Lock, User, UserKeys};
use crate::wire::{self, Reply};

/// Begins a proof of the password, for [`change`] or [`put_backup_key`].
pub(crate) fn begin(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let client_public = body.trimmed("clientPublicKey");
    body.finish()?;
    let user = call.user()?;
    let refused = || match call.era() {
        Era::May23 => ApiError::ErrorText(400, "Failed to start change password process"),
        Era::Feb24 | Era::Jun24 | Era::Modern => ApiError::exception("Failed to find user"),
    };
    let (Some(salt), Some(verifier)) = (&user.keys.salt, &user.keys.verifier) else {
        return Err(refused());
    };
    let handshake = srp::begin(verifier, &client_public).map_err(|_| refused())?;
    let answer = json!({ "serverPublicKey": handshake.server_public_hex(), "salt": salt });
    call.app.logins.put(family(call.era()), &user.id, handshake);
    Ok(Reply::json(answer))
}

/// Replaces the password and the protection of the private key. Later eras end the session.
pub(crate) fn change(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let (proof, keys) = (body.trimmed("clientProof"), protection(&body));
    if call.era() >= Era::Jun24 {
        // As at sign-up, this server does not use the password.
        body.filled("password");
    }
    body.finish()?;
    let user = call.user()?;
    check_proof(call, user, &proof, || match call.era() {
        Era::May23 => ApiError::ErrorText(400, "Failed to change password. Try again?"),
        Era::Feb24 | Era::Jun24 | Era::Modern => {
            ApiError::exception("Failed to authenticate. Try again?")
        }
    })?;
    call.app.store.write(|db| {
        users::protect(db, &user.id, &keys)?;
        if let Actor::User(actor) = &call.actor
            && let Some(session_id) = &actor.session_id
        {
            sessions::end(db, session_id)?;
        }
        let reply = Reply::json(json!({ "message": "Successfully changed password" }));
        Ok(if call.era() == Era::May23 { reply } else { reply.with_refresh_cookie("") })
    })
}

/// Stores the private key encrypted with a backup key, and replaces an earlier one.
pub(crate) fn put_backup_key(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let proof = body.trimmed("clientProof");
    let key = NewBackupKey {
        encrypted_private_key: body.filled("encryptedPrivateKey"),
        iv: body.filled("iv"),
        tag: body.filled("tag"),
        salt: body.filled("salt"),
        verifier: body.filled("verifier"),
    };
    body.finish()?;
    let user = call.user()?;
    check_proof(call, user, &proof, || match call.era() {
        Era::May23 => ApiError::Message(400, "Failed to update backup private key"),
        Era::Feb24 | Era::Jun24 | Era::Modern => ApiError::exception("failed to create backup key"),
    })?;
    let key = call.app.store.write(|db| Ok(backup_keys::put(db, call.era(), &user.id, &key)?))?;
    Ok(Reply::json(json!({
        "message": "Successfully updated backup private key",
        "backupPrivateKey": wire::backup_keys::stored(call.era(), &key),
    })))
}

/// Recovery, step one: mails a code. Later eras do not tell who has an account.
pub(crate) fn send_code(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let email = body.filled("email");
    body.finish()?;
    call.app.store.write(|db| {
        let is_known = users::by_email(db, &email)?.is_some_and(|user| user.is_accepted);
        if is_known {
            codes::issue(db, Purpose::PasswordReset, &email, "")?;
        }
        let message = match call.era() {
            Era::May23 if !is_known => {
                let text = "Failed to send email verification for password reset";
                return Err(ApiError::ErrorText(403, text));
            }
            Era::May23 => format!("Sent an email for account recovery to {email}"),
            Era::Feb24 | Era::Jun24 | Era::Modern => {
                "If an account exists with this email, a password reset link has been sent".into()
            }
        };
        Ok(Reply::json(json!({ "message": message })))
    })
}

/// Recovery, step two: uses up the code for a token.
pub(crate) fn verify_code(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let (email, code) = (body.filled("email"), body.trimmed("code"));
    body.finish()?;
    call.app.store.write(|db| {
        let user = users::by_email(db, &email)?.filter(|user| user.is_accepted);
        let user = user.ok_or_else(|| match call.era() {
            Era::May23 => ApiError::ErrorText(403, "Failed email verification for password reset"),
            Era::Feb24 | Era::Jun24 | Era::Modern => {
                ApiError::exception("Failed email verification for pass reset")
            }
        })?;
        if !codes::consume(db, Purpose::PasswordReset, &email, "", &code)? {
            return Err(match call.era() {
                Era::May23 => {
                    ApiError::Message(400, "Failed email verification for password reset")
                }
                Era::Feb24 | Era::Jun24 | Era::Modern => {
                    signup::code_refused(call, db, Purpose::PasswordReset, &email, "")?
                }
            });
        }
        Ok(Reply::json(json!({
            "message": "Successfully verified email",
            "user": wire::users::with_public_key(call.era(), &user),
            "token": signup::signup_token(call, &user)?,
        })))
    })
}

/// Recovery, step three: the private key under the backup key.
pub(crate) fn backup_key(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.read(|db| {
        let user = recovering_user(call, db)?;
        let key = backup_keys::of_user(db, &user.id)?.ok_or_else(|| match call.era() {
            Era::May23 => ApiError::Message(400, "Failed to get backup private key"),
            Era::Feb24 | Era::Jun24 | Era::Modern => {
                ApiError::exception("Failed to find user backup key")
            }
        })?;
        let key = wire::backup_keys::fetched(call.era(), &key);
        Ok(Reply::json(match call.era() {
            Era::May23 => json!({ "backupPrivateKey": key }),
            Era::Feb24 | Era::Jun24 | Era::Modern => json!({
                "message": "Successfully fetched backup private key",
                "backupPrivateKey": key,
            }),
        }))
    })
}

/// Recovery, step four: the private key under a new password. Sessions go on.
pub(crate) fn reset(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let keys = protection(&body);
    if call.era().is_modern() {
        body.filled("password");
    }
    body.finish()?;
    call.app.store.write(|db| {
        let user = recovering_user(call, db)?;
        users::protect(db, &user.id, &keys)?;
        users::set_lock(db, &user.id, Lock::default())?;
        let message = match call.era() {
            Era::Feb24 | Era::Jun24 => "Successfully updated backup private key",
            _ => "Successfully reset password",
        };
        Ok(Reply::json(json!({ "message": message })))
    })
}

/// The verifier of a password, and the private key encrypted with it.
pub(crate) fn protection(body: &Form<'_>) -> UserKeys {
    let field = |name| Some(body.filled(name));
    UserKeys {
        public_key: None,
        protected_key: field("protectedKey"),
        protected_key_iv: field("protectedKeyIV"),
        protected_key_tag: field("protectedKeyTag"),
        encrypted_private_key: field("encryptedPrivateKey"),
        iv: field("encryptedPrivateKeyIV"),
        tag: field("encryptedPrivateKeyTag"),
        salt: field("salt"),
        verifier: field("verifier"),
    }
}

/// May 2023 keeps these proofs with those of its older log-in routes, later eras with all log-ins.
fn family(era: Era) -> Family {
    match era {
        Era::May23 => Family::Older,
        Era::Feb24 | Era::Jun24 | Era::Modern => Family::V3,
    }
}

/// Checks the pending proof and removes it.
fn check_proof(
    call: &Call,
    user: &User,
    proof: &str,
    refused: impl Fn() -> ApiError,
) -> Result<(), ApiError> {
    let logins = &call.app.logins;
    let handshake = logins.get(family(call.era()), &user.id).ok_or_else(&refused)?;
    logins.remove(family(call.era()), &user.id);
    let verifier = user.keys.verifier.as_deref().ok_or_else(&refused)?;
    handshake.verify(verifier, proof).map_err(|_| refused())
}

/// The user a recovery token was issued to. Later eras take any token of a user.
fn recovering_user(call: &Call, db: &Connection) -> Result<User, ApiError> {
    let Some(header) = call.authorization.as_deref() else {
        return Err(match call.era() {
            Era::May23 => ApiError::MissingCredentials,
            Era::Feb24 | Era::Jun24 | Era::Modern => {
                ApiError::bad_request("Missing Authorization Header in the request header.")
            }
        });
    };
    let token = header.split_once(' ').map_or("", |(_, token)| token);
    let read = |kind| jwt::read::<jwt::Claims>(&call.app.keys, kind, token);
    let claims = match call.era() {
        Era::May23 => read(Kind::Signup)?,
        Era::Feb24 | Era::Jun24 | Era::Modern => {
            read(Kind::Signup).or_else(|_| read(Kind::Access))?
        }
    };
    let user = users::by_id(db, &claims.user_id)?.filter(|user| user.is_accepted);
    user.ok_or(ApiError::UserGone)
}
