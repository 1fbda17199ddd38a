//! Private keys encrypted with backup keys, one per account.

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::clock;
use crate::era::Era;

#[derive(Clone, Debug)]
pub(crate) struct BackupKey {
    pub(crate) id: String,
    pub(crate) user_id: String,
    pub(crate) encrypted_private_key: String,
    pub(crate) iv: String,
    pub(crate) tag: String,
    pub(crate) salt: String,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

/// What the client made.
pub(crate) struct NewBackupKey {
    pub(crate) encrypted_private_key: String,
    pub(crate) iv: String,
    pub(crate) tag: String,
    pub(crate) salt: String,
    pub(crate) verifier: String,
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<BackupKey> {
    Ok(BackupKey {
        id: row.get("id")?,
        user_id: row.get("user_id")?,
        encrypted_private_key: row.get("encrypted_private_key")?,
        iv: row.get("iv")?,
        tag: row.get("tag")?,
        salt: row.get("salt")?,
        created_at: row.get("created_at")?,
        updated_at: row.get("updated_at")?,
    })
}

/// Stores the key in place of a previous one.
pub(crate) fn put(
    db: &Connection,
    era: Era,
    user_id: &str,
    key: &NewBackupKey,
) -> rusqlite::Result<BackupKey> {
    db.query_row(
        "INSERT INTO backup_keys (id, user_id, encrypted_private_key, iv, tag, salt, verifier,
             created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8)
         ON CONFLICT (user_id) DO UPDATE SET
             encrypted_private_key = excluded.encrypted_private_key, iv = excluded.iv,
             tag = excluded.tag, salt = excluded.salt, verifier = excluded.verifier,
             updated_at = excluded.updated_at
         RETURNING *",
        params![
            era.new_id(),
            user_id,
            key.encrypted_private_key,
            key.iv,
            key.tag,
            key.salt,
            key.verifier,
            clock::now(),
        ],
        from_row,
    )
}

pub(crate) fn of_user(db: &Connection, user_id: &str) -> rusqlite::Result<Option<BackupKey>> {
    let sql = "SELECT * FROM backup_keys WHERE user_id = ?1";
    db.query_row(sql, [user_id], from_row).optional()
}
