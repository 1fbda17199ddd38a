//! Keys that the server holds for its users.

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::clock;
use crate::era::Era;

#[derive(Clone, Debug)]
pub(crate) struct Key {
    pub(crate) id: String,
    pub(crate) project_id: String,
    pub(crate) name: String,
    pub(crate) description: Option<String>,
    /// `encrypt-decrypt` or `sign-verify`.
    pub(crate) usage: String,
    pub(crate) algorithm: String,
    pub(crate) is_exportable: bool,
    pub(crate) is_disabled: bool,
    /// The key under the server key.
    pub(crate) sealed: Vec<u8>,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

/// A key to be stored.
pub(crate) struct NewKey<'a> {
    pub(crate) project_id: &'a str,
    pub(crate) name: &'a str,
    pub(crate) description: Option<&'a str>,
    pub(crate) usage: &'a str,
    pub(crate) algorithm: &'a str,
    pub(crate) is_exportable: bool,
    pub(crate) sealed: &'a [u8],
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Key> {
    Ok(Key {
        id: row.get("id")?,
        project_id: row.get("project_id")?,
        name: row.get("name")?,
        description: row.get("description")?,
        usage: row.get("usage")?,
        algorithm: row.get("algorithm")?,
        is_exportable: row.get("exportable")?,
        is_disabled: row.get("disabled")?,
        sealed: row.get("sealed")?,
        created_at: row.get("created_at")?,
        updated_at: row.get("updated_at")?,
    })
}

/// The keys of a project, by name.
pub(crate) fn of_project(db: &Connection, project_id: &str) -> rusqlite::Result<Vec<Key>> {
    let sql = "SELECT * FROM kms_keys WHERE project_id = ?1 ORDER BY name";
    db.prepare_cached(sql)?.query_map([project_id], from_row)?.collect()
}

/// The key with `id`, whatever its project.
pub(crate) fn by_id(db: &Connection, id: &str) -> rusqlite::Result<Option<Key>> {
    db.query_row("SELECT * FROM kms_keys WHERE id = ?1", [id], from_row).optional()
}

pub(crate) fn called(
    db: &Connection,
    project_id: &str,
    name: &str,
) -> rusqlite::Result<Option<Key>> {
    let sql = "SELECT * FROM kms_keys WHERE project_id = ?1 AND name = ?2";
    db.query_row(sql, [project_id, name], from_row).optional()
}

pub(crate) fn create(db: &Connection, era: Era, new: &NewKey<'_>) -> rusqlite::Result<Key> {
    let (id, now) = (era.new_id(), clock::now());
    db.execute(
        "INSERT INTO kms_keys (id, project_id, name, description, usage, algorithm, exportable,
             sealed, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9)",
        params![
            id,
            new.project_id,
            new.name,
            new.description,
            new.usage,
            new.algorithm,
            new.is_exportable,
            new.sealed,
            now
        ],
    )?;
    by_id(db, &id)?.ok_or(rusqlite::Error::QueryReturnedNoRows)
}

/// Changes what is given.
pub(crate) fn update(
    db: &Connection,
    id: &str,
    name: Option<&str>,
    description: Option<&str>,
    is_disabled: Option<bool>,
) -> rusqlite::Result<Key> {
    db.execute(
        "UPDATE kms_keys SET name = coalesce(?2, name), description = coalesce(?3, description),
             disabled = coalesce(?4, disabled), updated_at = ?5 WHERE id = ?1",
        params![id, name, description, is_disabled, clock::now()],
    )?;
    by_id(db, id)?.ok_or(rusqlite::Error::QueryReturnedNoRows)
}

pub(crate) fn delete(db: &Connection, id: &str) -> rusqlite::Result<()> {
    db.execute("DELETE FROM kms_keys WHERE id = ?1", [id])?;
    Ok(())
}
