//! API keys: credentials that act as a user.

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::clock;

#[derive(Clone, Debug)]
pub(crate) struct ApiKey {
    pub(crate) id: String,
    pub(crate) user_id: String,
    pub(crate) name: String,
    pub(crate) secret_hash: Vec<u8>,
    pub(crate) last_used: Option<i64>,
    pub(crate) expires_at: Option<i64>,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<ApiKey> {
    Ok(ApiKey {
        id: row.get("id")?,
        user_id: row.get("user_id")?,
        name: row.get("name")?,
        secret_hash: row.get("secret_hash")?,
        last_used: row.get("last_used")?,
        expires_at: row.get("expires_at")?,
        created_at: row.get("created_at")?,
        updated_at: row.get("updated_at")?,
    })
}

/// Stores `key`, whose id and times are given by the caller.
pub(crate) fn insert(db: &Connection, key: &ApiKey) -> rusqlite::Result<()> {
    db.execute(
        "INSERT INTO api_keys (id, user_id, name, secret_hash, last_used, expires_at, created_at,
             updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            key.id,
            key.user_id,
            key.name,
            key.secret_hash,
            key.last_used,
            key.expires_at,
            key.created_at,
            key.updated_at,
        ],
    )?;
    Ok(())
}

pub(crate) fn by_id(db: &Connection, id: &str) -> rusqlite::Result<Option<ApiKey>> {
    db.query_row("SELECT * FROM api_keys WHERE id = ?1", [id], from_row).optional()
}

pub(crate) fn of_user(db: &Connection, user_id: &str) -> rusqlite::Result<Vec<ApiKey>> {
    let sql = "SELECT * FROM api_keys WHERE user_id = ?1 ORDER BY seq";
    db.prepare_cached(sql)?.query_map([user_id], from_row)?.collect()
}

/// Notes that the key has just been used.
pub(crate) fn touch(db: &Connection, id: &str) -> rusqlite::Result<()> {
    let sql = "UPDATE api_keys SET last_used = ?2, updated_at = ?2 WHERE id = ?1";
    db.execute(sql, params![id, clock::now()])?;
    Ok(())
}

pub(crate) fn delete(db: &Connection, id: &str) -> rusqlite::Result<()> {
    db.execute("DELETE FROM api_keys WHERE id = ?1", [id])?;
    Ok(())
}
