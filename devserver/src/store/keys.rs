//! Copies of project keys, each sealed to one member. Copies are only ever added.

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::clock;
use crate::era::Era;

#[derive(Clone, Debug)]
pub(crate) struct ProjectKey {
    pub(crate) id: String,
    pub(crate) project_id: String,
    pub(crate) receiver_id: String,
    pub(crate) sender_id: String,
    pub(crate) encrypted_key: String,
    pub(crate) nonce: String,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

/// A sealed project key to be recorded.
pub(crate) struct NewKey<'a> {
    pub(crate) project_id: &'a str,
    pub(crate) receiver_id: &'a str,
    pub(crate) sender_id: &'a str,
    pub(crate) encrypted_key: &'a str,
    pub(crate) nonce: &'a str,
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<ProjectKey> {
    Ok(ProjectKey {
        id: row.get("id")?,
        project_id: row.get("project_id")?,
        receiver_id: row.get("receiver_id")?,
        sender_id: row.get("sender_id")?,
        encrypted_key: row.get("encrypted_key")?,
        nonce: row.get("nonce")?,
        created_at: row.get("created_at")?,
        updated_at: row.get("updated_at")?,
    })
}

pub(crate) fn add(db: &Connection, era: Era, key: &NewKey<'_>) -> rusqlite::Result<()> {
    db.execute(
        "INSERT INTO project_keys (id, project_id, receiver_id, sender_id, encrypted_key, nonce,
             created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)",
        params![
            era.new_id(),
            key.project_id,
            key.receiver_id,
            key.sender_id,
            key.encrypted_key,
            key.nonce,
            clock::now(),
        ],
    )?;
    Ok(())
}

/// The first copy a member received.
pub(crate) fn oldest(
    db: &Connection,
    project_id: &str,
    receiver_id: &str,
) -> rusqlite::Result<Option<ProjectKey>> {
    let sql = "SELECT * FROM project_keys WHERE project_id = ?1 AND receiver_id = ?2
               ORDER BY seq LIMIT 1";
    db.query_row(sql, [project_id, receiver_id], from_row).optional()
}

/// The last copy a member received.
pub(crate) fn newest(
    db: &Connection,
    project_id: &str,
    receiver_id: &str,
) -> rusqlite::Result<Option<ProjectKey>> {
    let sql = "SELECT * FROM project_keys WHERE project_id = ?1 AND receiver_id = ?2
               ORDER BY seq DESC LIMIT 1";
    db.query_row(sql, [project_id, receiver_id], from_row).optional()
}
