//! Bots: the server-side party a project key could be shared with to give up end-to-end
//! encryption. Here they are only described; nothing is ever opened with their keys.

use rusqlite::{Connection, Row, params};

use crate::clock;
use crate::era::Era;

#[derive(Clone, Debug)]
pub(crate) struct Bot {
    pub(crate) id: String,
    pub(crate) project_id: String,
    pub(crate) name: String,
    pub(crate) is_active: bool,
    pub(crate) public_key: String,
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

/// The bot of a project whose key a ghost made: it shows a sealed key nobody can open.
pub(crate) fn create_ghostly(
    db: &Connection,
    era: Era,
    project_id: &str,
    public_key: &str,
    (encrypted_key, nonce): (&str, &str),
    sender_id: &str,
) -> rusqlite::Result<()> {
    db.execute(
        "INSERT INTO bots (id, project_id, name, is_active, public_key, encrypted_key, nonce,
             sender_id, created_at, updated_at)
         VALUES (?1, ?2, 'Infisical Bot (Ghost)', 1, ?3, ?4, ?5, ?6, ?7, ?7)",
        params![
            era.new_id(),
            project_id,
            public_key,
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
