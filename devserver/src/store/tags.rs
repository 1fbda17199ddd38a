//! Tags of a project, and of its secrets.

use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::Deserialize;

use crate::clock;
use crate::era::Era;

#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Tag {
    pub(crate) id: String,
    pub(crate) project_id: String,
    /// Who made it.
    pub(crate) user_id: String,
    pub(crate) name: String,
    pub(crate) slug: String,
    /// Later eras.
    pub(crate) color: Option<String>,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

/// A tag to be stored.
pub(crate) struct NewTag<'a> {
    pub(crate) project_id: &'a str,
    pub(crate) user_id: &'a str,
    pub(crate) name: &'a str,
    pub(crate) slug: &'a str,
    pub(crate) color: Option<&'a str>,
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Tag> {
    Ok(Tag {
        id: row.get("id")?,
        project_id: row.get("project_id")?,
        user_id: row.get("user_id")?,
        name: row.get("name")?,
        slug: row.get("slug")?,
        color: row.get("color")?,
        created_at: row.get("created_at")?,
        updated_at: row.get("updated_at")?,
    })
}

/// The tags of a project, oldest first.
pub(crate) fn of_project(db: &Connection, project_id: &str) -> rusqlite::Result<Vec<Tag>> {
    let sql = "SELECT * FROM tags WHERE project_id = ?1 ORDER BY seq";
    db.prepare_cached(sql)?.query_map([project_id], from_row)?.collect()
}

/// The tags with `slug`, whatever their projects.
pub(crate) fn called(db: &Connection, slug: &str) -> rusqlite::Result<Vec<Tag>> {
    let sql = "SELECT * FROM tags WHERE slug = ?1 ORDER BY seq";
    db.prepare_cached(sql)?.query_map([slug], from_row)?.collect()
}

/// The tag with `id`, whatever its project.
pub(crate) fn by_id(db: &Connection, id: &str) -> rusqlite::Result<Option<Tag>> {
    db.query_row("SELECT * FROM tags WHERE id = ?1", [id], from_row).optional()
}

pub(crate) fn create(db: &Connection, era: Era, new: &NewTag<'_>) -> rusqlite::Result<Tag> {
    let (id, now) = (era.new_id(), clock::now());
    db.execute(
        "INSERT INTO tags (id, project_id, user_id, name, slug, color, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)",
        params![id, new.project_id, new.user_id, new.name, new.slug, new.color, now],
    )?;
    by_id(db, &id)?.ok_or(rusqlite::Error::QueryReturnedNoRows)
}

/// Gives a tag another name, slug and colour.
pub(crate) fn update(
    db: &Connection,
    id: &str,
    [name, slug, color]: [&str; 3],
) -> rusqlite::Result<Tag> {
    db.execute(
        "UPDATE tags SET name = ?2, slug = ?3, color = ?4, updated_at = ?5 WHERE id = ?1",
        params![id, name, slug, color, clock::now()],
    )?;
    by_id(db, id)?.ok_or(rusqlite::Error::QueryReturnedNoRows)
}

/// Deletes a tag and removes it from every secret.
pub(crate) fn delete(db: &Connection, id: &str) -> rusqlite::Result<()> {
    db.execute("DELETE FROM tags WHERE id = ?1", [id])?;
    Ok(())
}

/// Replaces the tags of a secret.
pub(crate) fn put_on(db: &Connection, secret_id: &str, ids: &[String]) -> rusqlite::Result<()> {
    db.execute("DELETE FROM secret_tags WHERE secret_id = ?1", [secret_id])?;
    let sql = "INSERT OR IGNORE INTO secret_tags (secret_id, tag_id) VALUES (?1, ?2)";
    for id in ids {
        db.execute(sql, [secret_id, id])?;
    }
    Ok(())
}
