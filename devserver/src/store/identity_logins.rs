//! How machine identities log in: by universal auth or by tokens that users make for them.

use rusqlite::{Connection, OptionalExtension, Row, params};
use serde_json::json;

use crate::clock;
use crate::era::Era;
use crate::store::identity_tokens::Method;
use crate::store::{from_json, identity_auths};

/// What the access tokens of an identity are good for.
#[derive(Clone, Debug)]
pub(crate) struct TokenRules {
    /// Seconds a token lasts unless renewed.
    pub(crate) ttl: i64,
    /// Seconds a token lasts at most.
    pub(crate) max_ttl: i64,
    /// 0 for no limit.
    pub(crate) max_uses: i64,
    /// Addresses and ranges.
    pub(crate) trusted_ips: Vec<String>,
}

#[derive(Clone, Debug)]
pub(crate) struct UniversalAuth {
    pub(crate) id: String,
    pub(crate) identity_id: String,
    pub(crate) client_id: String,
    pub(crate) tokens: TokenRules,
    /// From where client secrets are taken.
    pub(crate) secret_trusted_ips: Vec<String>,
    pub(crate) lockout: Lockout,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

/// July 2026: what wrong client secrets lead to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lockout {
    pub(crate) is_enabled: bool,
    /// How many wrong ones lock.
    pub(crate) threshold: i64,
    /// For how long.
    pub(crate) seconds: i64,
    /// How long wrong ones count.
    pub(crate) reset_seconds: i64,
    wrong: i64,
    last_wrong_at: i64,
    locked_until: i64,
}

impl Lockout {
    pub(crate) fn is_locked(&self) -> bool {
        self.locked_until > clock::now()
    }
}

#[derive(Clone, Debug)]
pub(crate) struct TokenAuth {
    pub(crate) id: String,
    pub(crate) identity_id: String,
    pub(crate) tokens: TokenRules,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

#[derive(Clone, Debug)]
pub(crate) struct ClientSecret {
    pub(crate) id: String,
    pub(crate) secret_hash: Vec<u8>,
    pub(crate) description: String,
    pub(crate) prefix: String,
    /// Seconds; 0 for ever.
    pub(crate) ttl: i64,
    /// 0 for no limit.
    pub(crate) max_uses: i64,
    pub(crate) uses: i64,
    pub(crate) is_revoked: bool,
    pub(crate) created_at: i64,
}

impl ClientSecret {
    pub(crate) fn is_expired(&self) -> bool {
        self.ttl > 0
            && clock::now() >= self.created_at.saturating_add(self.ttl.saturating_mul(1000))
    }

    pub(crate) fn is_used_up(&self) -> bool {
        self.max_uses > 0 && self.uses >= self.max_uses
    }
}

/// A client secret to be stored.
pub(crate) struct NewClientSecret<'a> {
    pub(crate) universal_auth_id: &'a str,
    pub(crate) secret_hash: &'a [u8],
    pub(crate) description: &'a str,
    pub(crate) prefix: &'a str,
    pub(crate) ttl: i64,
    pub(crate) max_uses: i64,
}

fn rules_from(row: &Row<'_>) -> rusqlite::Result<TokenRules> {
    Ok(TokenRules {
        ttl: row.get("token_ttl")?,
        max_ttl: row.get("token_max_ttl")?,
        max_uses: row.get("token_max_uses")?,
        trusted_ips: from_json(&row.get::<_, String>("token_trusted_ips")?)?,
    })
}

fn universal_auth_from(row: &Row<'_>) -> rusqlite::Result<UniversalAuth> {
    Ok(UniversalAuth {
        id: row.get("id")?,
        identity_id: row.get("identity_id")?,
        client_id: row.get("client_id")?,
        tokens: rules_from(row)?,
        secret_trusted_ips: from_json(&row.get::<_, String>("secret_trusted_ips")?)?,
        lockout: Lockout {
            is_enabled: row.get("lockout_enabled")?,
            threshold: row.get("lockout_threshold")?,
            seconds: row.get("lockout_seconds")?,
            reset_seconds: row.get("lockout_reset_seconds")?,
            wrong: row.get("wrong_secrets")?,
            last_wrong_at: row.get("last_wrong_at")?,
            locked_until: row.get("locked_until")?,
        },
        created_at: row.get("created_at")?,
        updated_at: row.get("updated_at")?,
    })
}

fn token_auth_from(row: &Row<'_>) -> rusqlite::Result<TokenAuth> {
    Ok(TokenAuth {
        id: row.get("id")?,
        identity_id: row.get("identity_id")?,
        tokens: rules_from(row)?,
        created_at: row.get("created_at")?,
        updated_at: row.get("updated_at")?,
    })
}

fn secret_from(row: &Row<'_>) -> rusqlite::Result<ClientSecret> {
    Ok(ClientSecret {
        id: row.get("id")?,
        secret_hash: row.get("secret_hash")?,
        description: row.get("description")?,
        prefix: row.get("prefix")?,
        ttl: row.get("ttl")?,
        max_uses: row.get("max_uses")?,
        uses: row.get("uses")?,
        is_revoked: row.get("is_revoked")?,
        created_at: row.get("created_at")?,
    })
}

/// The name of the way an identity logs in, if it has one; of two the first.
pub(crate) fn method_of(
    db: &Connection,
    identity_id: &str,
) -> rusqlite::Result<Option<&'static str>> {
    if universal_auth_of(db, identity_id)?.is_some() {
        return Ok(Some(Method::UniversalAuth.name()));
    }
    if token_auth_of(db, identity_id)?.is_some() {
        return Ok(Some(Method::TokenAuth.name()));
    }
    Ok(identity_auths::methods_of(db, identity_id)?.first().copied())
}

pub(crate) fn attach_universal_auth(
    db: &Connection,
    era: Era,
    identity_id: &str,
    tokens: &TokenRules,
    secret_trusted_ips: &[String],
) -> rusqlite::Result<UniversalAuth> {
    db.query_row(
        "INSERT INTO universal_auths (id, identity_id, client_id, token_ttl, token_max_ttl,
             token_max_uses, token_trusted_ips, secret_trusted_ips, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9) RETURNING *",
        params![
            era.new_id(),
            identity_id,
            era.new_id(),
            tokens.ttl,
            tokens.max_ttl,
            tokens.max_uses,
            json!(tokens.trusted_ips).to_string(),
            json!(secret_trusted_ips).to_string(),
            clock::now()
        ],
        universal_auth_from,
    )
}

pub(crate) fn universal_auth_of(
    db: &Connection,
    identity_id: &str,
) -> rusqlite::Result<Option<UniversalAuth>> {
    let sql = "SELECT * FROM universal_auths WHERE identity_id = ?1";
    db.query_row(sql, [identity_id], universal_auth_from).optional()
}

pub(crate) fn by_client_id(
    db: &Connection,
    client_id: &str,
) -> rusqlite::Result<Option<UniversalAuth>> {
    let sql = "SELECT * FROM universal_auths WHERE client_id = ?1";
    db.query_row(sql, [client_id], universal_auth_from).optional()
}

pub(crate) fn update_universal_auth(
    db: &Connection,
    id: &str,
    tokens: &TokenRules,
    secret_trusted_ips: &[String],
) -> rusqlite::Result<UniversalAuth> {
    db.query_row(
        "UPDATE universal_auths
         SET token_ttl = ?2, token_max_ttl = ?3, token_max_uses = ?4, token_trusted_ips = ?5,
             secret_trusted_ips = ?6, updated_at = ?7
         WHERE id = ?1 RETURNING *",
        params![
            id,
            tokens.ttl,
            tokens.max_ttl,
            tokens.max_uses,
            json!(tokens.trusted_ips).to_string(),
            json!(secret_trusted_ips).to_string(),
            clock::now()
        ],
        universal_auth_from,
    )
}

/// Changes what wrong client secrets lead to.
pub(crate) fn set_lockout(
    db: &Connection,
    id: &str,
    lockout: &Lockout,
) -> rusqlite::Result<UniversalAuth> {
    db.query_row(
        "UPDATE universal_auths SET lockout_enabled = ?2, lockout_threshold = ?3,
             lockout_seconds = ?4, lockout_reset_seconds = ?5
         WHERE id = ?1 RETURNING *",
        params![id, lockout.is_enabled, lockout.threshold, lockout.seconds, lockout.reset_seconds,],
        universal_auth_from,
    )
}

/// Counts a wrong client secret.
pub(crate) fn count_wrong_secret(db: &Connection, login: &UniversalAuth) -> rusqlite::Result<()> {
    let (lockout, now) = (&login.lockout, clock::now());
    if !lockout.is_enabled {
        return Ok(());
    }
    let is_recent = now - lockout.last_wrong_at < lockout.reset_seconds * 1000;
    let wrong = if is_recent { lockout.wrong + 1 } else { 1 };
    let until = if wrong >= lockout.threshold { now + lockout.seconds * 1000 } else { 0 };
    db.execute(
        "UPDATE universal_auths SET wrong_secrets = ?2, last_wrong_at = ?3, locked_until = ?4
         WHERE id = ?1",
        params![login.id, if until > 0 { 0 } else { wrong }, now, until],
    )?;
    Ok(())
}

/// Lets an identity log in again; tells how many locks there were.
pub(crate) fn unlock(db: &Connection, id: &str) -> rusqlite::Result<usize> {
    db.execute(
        "UPDATE universal_auths SET wrong_secrets = 0, locked_until = 0
         WHERE id = ?1 AND locked_until > ?2",
        params![id, clock::now()],
    )
}

/// Takes universal auth away, with its client secrets.
pub(crate) fn detach_universal_auth(db: &Connection, id: &str) -> rusqlite::Result<()> {
    db.execute("DELETE FROM universal_auths WHERE id = ?1", [id])?;
    Ok(())
}

pub(crate) fn attach_token_auth(
    db: &Connection,
    era: Era,
    identity_id: &str,
    tokens: &TokenRules,
) -> rusqlite::Result<TokenAuth> {
    db.query_row(
        "INSERT INTO token_auths (id, identity_id, token_ttl, token_max_ttl, token_max_uses,
             token_trusted_ips, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7) RETURNING *",
        params![
            era.new_id(),
            identity_id,
            tokens.ttl,
            tokens.max_ttl,
            tokens.max_uses,
            json!(tokens.trusted_ips).to_string(),
            clock::now()
        ],
        token_auth_from,
    )
}

pub(crate) fn token_auth_of(
    db: &Connection,
    identity_id: &str,
) -> rusqlite::Result<Option<TokenAuth>> {
    let sql = "SELECT * FROM token_auths WHERE identity_id = ?1";
    db.query_row(sql, [identity_id], token_auth_from).optional()
}

pub(crate) fn update_token_auth(
    db: &Connection,
    id: &str,
    tokens: &TokenRules,
) -> rusqlite::Result<TokenAuth> {
    db.query_row(
        "UPDATE token_auths
         SET token_ttl = ?2, token_max_ttl = ?3, token_max_uses = ?4, token_trusted_ips = ?5,
             updated_at = ?6
         WHERE id = ?1 RETURNING *",
        params![
            id,
            tokens.ttl,
            tokens.max_ttl,
            tokens.max_uses,
            json!(tokens.trusted_ips).to_string(),
            clock::now()
        ],
        token_auth_from,
    )
}

pub(crate) fn detach_token_auth(db: &Connection, id: &str) -> rusqlite::Result<()> {
    db.execute("DELETE FROM token_auths WHERE id = ?1", [id])?;
    Ok(())
}

pub(crate) fn add_client_secret(
    db: &Connection,
    era: Era,
    new: &NewClientSecret<'_>,
) -> rusqlite::Result<ClientSecret> {
    db.query_row(
        "INSERT INTO client_secrets (id, universal_auth_id, secret_hash, description, prefix, ttl,
             max_uses, created_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) RETURNING *",
        params![
            era.new_id(),
            new.universal_auth_id,
            new.secret_hash,
            new.description,
            new.prefix,
            new.ttl,
            new.max_uses,
            clock::now()
        ],
        secret_from,
    )
}

/// Counts a log-in with a client secret.
pub(crate) fn use_client_secret(db: &Connection, id: &str) -> rusqlite::Result<()> {
    db.execute("UPDATE client_secrets SET uses = uses + 1 WHERE id = ?1", [id])?;
    Ok(())
}

pub(crate) fn revoke_client_secret(db: &Connection, id: &str) -> rusqlite::Result<()> {
    db.execute("UPDATE client_secrets SET is_revoked = 1 WHERE id = ?1", [id])?;
    Ok(())
}

/// Every client secret of a log-in, oldest first.
pub(crate) fn client_secrets(
    db: &Connection,
    universal_auth_id: &str,
) -> rusqlite::Result<Vec<ClientSecret>> {
    let sql =
        "SELECT * FROM client_secrets WHERE universal_auth_id = ?1 ORDER BY created_at, rowid";
    db.prepare_cached(sql)?.query_map([universal_auth_id], secret_from)?.collect()
}
