//! Secret imports: an ordered list a folder of the paths whose secrets it imports.

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::clock;
use crate::era::Era;

/// Columns of an import with the environment it imports from.
const SELECT: &str = "SELECT i.*, e.name AS environment_name, e.slug AS environment
     FROM secret_imports i JOIN environments e ON e.id = i.environment_id";

#[derive(Clone, Debug)]
pub(crate) struct SecretImport {
    pub(crate) id: String,
    /// The folder that imports.
    pub(crate) folder_id: String,
    /// The environment it imports from.
    pub(crate) environment_id: String,
    pub(crate) environment_name: String,
    /// That environment's slug.
    pub(crate) environment: String,
    /// The path it imports.
    pub(crate) path: String,
    /// Place among the imports of the folder, from 1.
    pub(crate) position: i64,
    pub(crate) version: i64,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<SecretImport> {
    Ok(SecretImport {
        id: row.get("id")?,
        folder_id: row.get("folder_id")?,
        environment_id: row.get("environment_id")?,
        environment_name: row.get("environment_name")?,
        environment: row.get("environment")?,
        path: row.get("path")?,
        position: row.get("position")?,
        version: row.get("version")?,
        created_at: row.get("created_at")?,
        updated_at: row.get("updated_at")?,
    })
}

/// The imports of a folder, by position.
pub(crate) fn of_folder(db: &Connection, folder_id: &str) -> rusqlite::Result<Vec<SecretImport>> {
    let sql = format!("{SELECT} WHERE i.folder_id = ?1 ORDER BY i.position");
    db.prepare_cached(&sql)?.query_map([folder_id], from_row)?.collect()
}

pub(crate) fn by_id(db: &Connection, id: &str) -> rusqlite::Result<Option<SecretImport>> {
    db.query_row(&format!("{SELECT} WHERE i.id = ?1"), [id], from_row).optional()
}

/// Adds an import after the others of the folder.
pub(crate) fn create(
    db: &Connection,
    era: Era,
    folder_id: &str,
    environment_id: &str,
    path: &str,
) -> rusqlite::Result<SecretImport> {
    let (id, now) = (era.new_id(), clock::now());
    db.execute(
        "INSERT INTO secret_imports
             (id, folder_id, environment_id, path, position, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4,
             (SELECT coalesce(max(position), 0) + 1 FROM secret_imports WHERE folder_id = ?2),
             ?5, ?5)",
        params![id, folder_id, environment_id, path, now],
    )?;
    by_id(db, &id)?.ok_or(rusqlite::Error::QueryReturnedNoRows)
}

/// Writes back a changed import; the others of the folder make room for its position.
pub(crate) fn update(db: &Connection, import: &SecretImport) -> rusqlite::Result<SecretImport> {
    let mut others = of_folder(db, &import.folder_id)?;
    others.retain(|other| other.id != import.id);
    let wanted = usize::try_from(import.position - 1).unwrap_or_default().min(others.len());
    others.insert(wanted, import.clone());
    renumber(db, &others)?;
    db.execute(
        "UPDATE secret_imports SET environment_id = ?2, path = ?3, updated_at = ?4 WHERE id = ?1",
        params![import.id, import.environment_id, import.path, clock::now()],
    )?;
    by_id(db, &import.id)?.ok_or(rusqlite::Error::QueryReturnedNoRows)
}

/// Deletes an import; the later ones of the folder move up.
pub(crate) fn delete(db: &Connection, import: &SecretImport) -> rusqlite::Result<()> {
    db.execute("DELETE FROM secret_imports WHERE id = ?1", [&import.id])?;
    renumber(db, &of_folder(db, &import.folder_id)?)
}

fn renumber(db: &Connection, imports: &[SecretImport]) -> rusqlite::Result<()> {
    for (position, import) in (1_i64..).zip(imports) {
        let sql = "UPDATE secret_imports SET position = ?2 WHERE id = ?1";
        db.execute(sql, params![import.id, position])?;
    }
    Ok(())
}
