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
    /// In July 2026: it can still be restored.
    pub(crate) deletion: Option<Deletion>,
}

/// When and by whom an environment was deleted.
#[derive(Clone, Debug)]
pub(crate) struct Deletion {
    pub(crate) at: i64,
    pub(crate) user_id: Option<String>,
    pub(crate) identity_id: Option<String>,
}

impl Deletion {
    /// When it can no longer be restored: two weeks later.
    pub(crate) fn final_at(&self) -> i64 {
        self.at + 14 * 24 * 3600 * 1000
    }
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
        deletion: match row.get("soft_deleted_at")? {
            Some(at) => Some(Deletion {
                at,
                user_id: row.get("deleted_by_user_id")?,
                identity_id: row.get("deleted_by_identity_id")?,
            }),
            None => None,
        },
    })
}

pub(crate) fn of_project(db: &Connection, project_id: &str) -> rusqlite::Result<Vec<Environment>> {
    let sql = "SELECT * FROM environments WHERE project_id = ?1 AND soft_deleted_at IS NULL
               ORDER BY position";
    db.prepare_cached(sql)?.query_map([project_id], from_row)?.collect()
}

/// The environments of a project that can be restored.
pub(crate) fn deleted(db: &Connection, project_id: &str) -> rusqlite::Result<Vec<Environment>> {
    let sql = "SELECT * FROM environments WHERE project_id = ?1 AND soft_deleted_at IS NOT NULL
               ORDER BY position";
    db.prepare_cached(sql)?.query_map([project_id], from_row)?.collect()
}

/// Moves an environment to another place in the list; those behind it move up or down.
pub(crate) fn set_position(
    db: &Connection,
    environment: &Environment,
    position: i64,
) -> rusqlite::Result<()> {
    let mut all = of_project(db, &environment.project_id)?;
    all.retain(|other| other.id != environment.id);
    let place = usize::try_from(position - 1).unwrap_or_default().min(all.len());
    all.insert(place, environment.clone());
    for (place, one) in (1_i64..).zip(&all) {
        let sql = "UPDATE environments SET position = ?2 WHERE id = ?1";
        db.execute(sql, params![one.id, place])?;
    }
    Ok(())
}

/// Deletes an environment so that it can be restored: it comes last in lists and cannot be used.
pub(crate) fn delete_softly(
    db: &Connection,
    environment: &Environment,
    user_id: Option<&str>,
    identity_id: Option<&str>,
) -> rusqlite::Result<()> {
    set_position(db, environment, i64::MAX)?;
    db.execute(
        "UPDATE environments SET soft_deleted_at = ?2, deleted_by_user_id = ?3,
             deleted_by_identity_id = ?4 WHERE id = ?1",
        params![environment.id, clock::now(), user_id, identity_id],
    )?;
    Ok(())
}

/// Restores an environment at the end of the list.
pub(crate) fn restore(db: &Connection, environment: &Environment) -> rusqlite::Result<()> {
    db.execute(
        "UPDATE environments SET soft_deleted_at = NULL, deleted_by_user_id = NULL,
             deleted_by_identity_id = NULL,
             position = (SELECT max(position) + 1 FROM environments WHERE project_id = ?2)
         WHERE id = ?1",
        [&environment.id, &environment.project_id],
    )?;
    Ok(())
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
