//! Bots: the server-side party a project key can be shared with to give up end-to-end encryption.

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::clock;
use crate::era::Era;

#[derive(Clone, Debug)]
pub(crate) struct Bot {
    pub(crate) id: String,
    pub(crate) project_id: String,
    pub(crate) name: String,
    pub(crate) is_active: bool,
    pub(crate) public_key: String,
    /// Under the server key.
    pub(crate) sealed_private_key: Option<Vec<u8>>,
    pub(crate) encrypted_key: Option<String>,
    pub(crate) nonce: Option<String>,
    pub(crate) sender_id: Option<String>,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Bot> {
    Ok(Bot {
        id: row.get("id")?,
        project_id: row.get("project_id")?,
        name: row.get("name")?,
        is_active: row.get("is_active")?,
        public_key: row.get("public_key")?,
        sealed_private_key: row.get("sealed_private_key")?,
        encrypted_key: row.get("encrypted_key")?,
        nonce: row.get("nonce")?,
        sender_id: row.get("sender_id")?,
        created_at: row.get("created_at")?,
        updated_at: row.get("updated_at")?,
    })
}

/// An inactive bot with a key pair of its own, the private key under the server key.
pub(crate) fn create_inactive(
    db: &Connection,
    era: Era,
    project_id: &str,
    public_key: &str,
    sealed_private_key: &[u8],
) -> rusqlite::Result<()> {
    db.execute(
        "INSERT INTO bots (id, project_id, name, is_active, public_key, sealed_private_key,
             created_at, updated_at)
         VALUES (?1, ?2, 'Infisical Bot', 0, ?3, ?4, ?5, ?5)",
        params![era.new_id(), project_id, public_key, sealed_private_key, clock::now()],
    )?;
    Ok(())
}

/// The bot of a project whose key a ghost made: active from the beginning.
pub(crate) fn create_ghostly(
    db: &Connection,
    era: Era,
    project_id: &str,
    (public_key, sealed_private_key): (&str, &[u8]),
    (encrypted_key, nonce): (&str, &str),
    sender_id: &str,
) -> rusqlite::Result<()> {
    db.execute(
        "INSERT INTO bots (id, project_id, name, is_active, public_key, sealed_private_key,
             encrypted_key, nonce, sender_id, created_at, updated_at)
         VALUES (?1, ?2, 'Infisical Bot (Ghost)', 1, ?3, ?4, ?5, ?6, ?7, ?8, ?8)",
        params![
            era.new_id(),
            project_id,
            public_key,
            sealed_private_key,
            encrypted_key,
            nonce,
            sender_id,
            clock::now()
        ],
    )?;
    Ok(())
}

/// The bot of a project; every project has one from its creation.
pub(crate) fn of_project(db: &Connection, project_id: &str) -> rusqlite::Result<Bot> {
    db.query_row("SELECT * FROM bots WHERE project_id = ?1", [project_id], from_row)
}

/// As [`of_project`], where a project may be without one.
pub(crate) fn find(db: &Connection, project_id: &str) -> rusqlite::Result<Option<Bot>> {
    db.query_row("SELECT * FROM bots WHERE project_id = ?1", [project_id], from_row).optional()
}

pub(crate) fn by_id(db: &Connection, id: &str) -> rusqlite::Result<Option<Bot>> {
    db.query_row("SELECT * FROM bots WHERE id = ?1", [id], from_row).optional()
}

/// Gives the bot of a project another key pair, the private key under the server key.
pub(crate) fn set_pair(
    db: &Connection,
    project_id: &str,
    public_key: &str,
    sealed_private_key: &[u8],
) -> rusqlite::Result<()> {
    db.execute(
        "UPDATE bots SET public_key = ?2, sealed_private_key = ?3 WHERE project_id = ?1",
        params![project_id, public_key, sealed_private_key],
    )?;
    Ok(())
}

/// Active with a copy of the project key (ciphertext, nonce, sender), or inactive without. An
/// inactive bot keeps the sender of the last copy.
pub(crate) fn set_key(
    db: &Connection,
    id: &str,
    key: Option<(&str, &str, &str)>,
) -> rusqlite::Result<()> {
    let (encrypted_key, nonce, sender_id) = match key {
        Some((encrypted_key, nonce, sender_id)) => {
            (Some(encrypted_key), Some(nonce), Some(sender_id))
        }
        None => (None, None, None),
    };
    db.execute(
        "UPDATE bots SET is_active = ?2, encrypted_key = ?3, nonce = ?4,
             sender_id = coalesce(?5, sender_id), updated_at = ?6
         WHERE id = ?1",
        params![id, key.is_some(), encrypted_key, nonce, sender_id, clock::now()],
    )?;
    Ok(())
}
