//! Environments of a project. Each comes with its root folder.

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::clock;
use crate::era::Era;

#[derive(Clone, Debug)]
pub(crate) struct Environment {
    pub(crate) id: String,
    pub(crate) project_id: String,
    pub(crate) name: String,
    pub(crate) slug: String,
    /// Place in the list, from 1.
    pub(crate) position: i64,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Environment> {
    Ok(Environment {
        id: row.get("id")?,
        project_id: row.get("project_id")?,
        name: row.get("name")?,
        slug: row.get("slug")?,
        position: row.get("position")?,
        created_at: row.get("created_at")?,
        updated_at: row.get("updated_at")?,
    })
}

pub(crate) fn of_project(db: &Connection, project_id: &str) -> rusqlite::Result<Vec<Environment>> {
    let sql = "SELECT * FROM environments WHERE project_id = ?1 ORDER BY position";
    db.prepare_cached(sql)?.query_map([project_id], from_row)?.collect()
}

/// The environment with `id`, whatever its project.
pub(crate) fn by_id(db: &Connection, id: &str) -> rusqlite::Result<Option<Environment>> {
    db.query_row("SELECT * FROM environments WHERE id = ?1", [id], from_row).optional()
}

/// Adds an environment at the end of the list.
pub(crate) fn create(
    db: &Connection,
    era: Era,
    project_id: &str,
    name: &str,
    slug: &str,
) -> rusqlite::Result<Environment> {
    let (id, now) = (era.new_id(), clock::now());
    db.execute(
        "INSERT INTO environments (id, project_id, name, slug, position, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4,
             (SELECT coalesce(max(position), 0) + 1 FROM environments WHERE project_id = ?2),
             ?5, ?5)",
        params![id, project_id, name, slug, now],
    )?;
    db.execute(
        "INSERT INTO folders (id, environment_id, name, path, created_at, updated_at)
         VALUES (?1, ?2, 'root', '/', ?3, ?3)",
        params![era.new_id(), id, now],
    )?;
    by_id(db, &id)?.ok_or(rusqlite::Error::QueryReturnedNoRows)
}

pub(crate) fn rename(db: &Connection, id: &str, name: &str, slug: &str) -> rusqlite::Result<()> {
    db.execute("UPDATE environments SET name = ?2, slug = ?3 WHERE id = ?1", [id, name, slug])?;
    Ok(())
}

/// Deletes an environment with its folders and secrets.
pub(crate) fn delete(db: &Connection, id: &str) -> rusqlite::Result<()> {
    db.execute("DELETE FROM environments WHERE id = ?1", [id])?;
    Ok(())
}
