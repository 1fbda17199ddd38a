//! Folders: a tree an environment, from its root.

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::clock;
use crate::era::Era;

#[derive(Clone, Debug)]
pub(crate) struct Folder {
    pub(crate) id: String,
    pub(crate) environment_id: String,
    /// `None` for the root.
    pub(crate) parent_id: Option<String>,
    pub(crate) name: String,
    /// Absolute; `/` for the root.
    pub(crate) path: String,
    /// In July 2026.
    pub(crate) description: Option<String>,
    /// `None` if a rollback created it again.
    pub(crate) version: Option<i64>,
    /// July 2026: when its secrets changed last.
    pub(crate) secrets_changed_at: Option<i64>,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

impl Folder {
    /// The path of a sub-folder `name`.
    fn child_path(&self, name: &str) -> String {
        format!("{}/{name}", self.path.trim_end_matches('/'))
    }
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Folder> {
    Ok(Folder {
        id: row.get("id")?,
        environment_id: row.get("environment_id")?,
        parent_id: row.get("parent_id")?,
        name: row.get("name")?,
        path: row.get("path")?,
        description: row.get("description")?,
        version: if row.get("was_restored")? { None } else { row.get("version")? },
        secrets_changed_at: row.get("secrets_changed_at")?,
        created_at: row.get("created_at")?,
        updated_at: row.get("updated_at")?,
    })
}

pub(crate) fn by_id(db: &Connection, id: &str) -> rusqlite::Result<Option<Folder>> {
    db.query_row("SELECT * FROM folders WHERE id = ?1", [id], from_row).optional()
}

/// The folder at an absolute `path`; `/` is the root, which always exists.
pub(crate) fn at_path(
    db: &Connection,
    environment_id: &str,
    path: &str,
) -> rusqlite::Result<Option<Folder>> {
    let sql = "SELECT * FROM folders WHERE environment_id = ?1 AND path = ?2";
    db.query_row(sql, [environment_id, path], from_row).optional()
}

pub(crate) fn root(db: &Connection, environment_id: &str) -> rusqlite::Result<Folder> {
    at_path(db, environment_id, "/")?.ok_or(rusqlite::Error::QueryReturnedNoRows)
}

/// The direct sub-folders, oldest first.
pub(crate) fn children(db: &Connection, parent: &Folder) -> rusqlite::Result<Vec<Folder>> {
    let sql = "SELECT * FROM folders WHERE parent_id = ?1 ORDER BY seq";
    db.prepare_cached(sql)?.query_map([&parent.id], from_row)?.collect()
}

/// All folders below one.
pub(crate) fn below(db: &Connection, folder: &Folder) -> rusqlite::Result<Vec<Folder>> {
    let sql = "SELECT * FROM folders WHERE environment_id = ?1
                   AND substr(path, 1, length(?2)) = ?2 AND path <> '/' ORDER BY path";
    let start = folder.child_path("");
    db.prepare_cached(sql)?.query_map([&folder.environment_id, &start], from_row)?.collect()
}

/// The folder at `path`, made with its parents where missing.
pub(crate) fn ensure_path(
    db: &Connection,
    era: Era,
    environment_id: &str,
    path: &str,
) -> rusqlite::Result<Folder> {
    let mut folder = root(db, environment_id)?;
    for name in path.split('/').filter(|name| !name.is_empty()) {
        folder = ensure_child(db, era, &folder, name)?;
    }
    Ok(folder)
}

/// The sub-folder `name`, made if missing.
pub(crate) fn ensure_child(
    db: &Connection,
    era: Era,
    parent: &Folder,
    name: &str,
) -> rusqlite::Result<Folder> {
    let path = parent.child_path(name);
    db.execute(
        "INSERT OR IGNORE INTO folders
             (id, environment_id, parent_id, name, path, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6)",
        params![era.new_id(), parent.environment_id, parent.id, name, path, clock::now()],
    )?;
    at_path(db, &parent.environment_id, &path)?.ok_or(rusqlite::Error::QueryReturnedNoRows)
}

/// Makes a sub-folder that was deleted, under its id.
pub(super) fn restore_child(
    db: &Connection,
    parent: &Folder,
    id: &str,
    name: &str,
) -> rusqlite::Result<Folder> {
    db.execute(
        "INSERT INTO folders
             (id, environment_id, parent_id, name, path, was_restored, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, TRUE, ?6, ?6)",
        params![id, parent.environment_id, parent.id, name, parent.child_path(name), clock::now()],
    )?;
    by_id(db, id)?.ok_or(rusqlite::Error::QueryReturnedNoRows)
}

/// Gives a folder another name; the paths of what is in it follow.
pub(crate) fn rename(db: &Connection, folder: &Folder, name: &str) -> rusqlite::Result<Folder> {
    let parent = folder.path.rsplit_once('/').map_or("", |(parent, _)| parent);
    let path = format!("{parent}/{name}");
    db.execute(
        "UPDATE folders SET path = ?3 || substr(path, length(?2) + 1)
         WHERE environment_id = ?1
             AND (path = ?2 OR substr(path, 1, length(?2) + 1) = ?2 || '/')",
        params![folder.environment_id, folder.path, path],
    )?;
    db.execute(
        "UPDATE folders SET name = ?2, version = version + 1, updated_at = ?3 WHERE id = ?1",
        params![folder.id, name, clock::now()],
    )?;
    by_id(db, &folder.id)?.ok_or(rusqlite::Error::QueryReturnedNoRows)
}

/// Moves a folder with everything in it into `parent`, under another id.
pub(crate) fn relocate(
    db: &Connection,
    era: Era,
    folder: &Folder,
    parent: &Folder,
) -> rusqlite::Result<()> {
    let moved = ensure_child(db, era, parent, &folder.name)?;
    db.execute("UPDATE secrets SET folder_id = ?2 WHERE folder_id = ?1", [&folder.id, &moved.id])?;
    db.execute("UPDATE folders SET parent_id = ?2 WHERE parent_id = ?1", [&folder.id, &moved.id])?;
    db.execute(
        "UPDATE folders SET environment_id = ?3, path = ?4 || substr(path, length(?2) + 1)
         WHERE environment_id = ?1 AND substr(path, 1, length(?2) + 1) = ?2 || '/'",
        [&folder.environment_id, &folder.path, &moved.environment_id, &moved.path],
    )?;
    delete(db, &folder.id)
}

/// What a folder is for.
pub(crate) fn describe(
    db: &Connection,
    id: &str,
    description: Option<&str>,
) -> rusqlite::Result<()> {
    db.execute("UPDATE folders SET description = ?2 WHERE id = ?1", params![id, description])?;
    Ok(())
}

/// Notes that the secrets of a folder have changed.
pub(crate) fn note_change(db: &Connection, id: &str) -> rusqlite::Result<()> {
    let sql = "UPDATE folders SET secrets_changed_at = ?2 WHERE id = ?1";
    db.prepare_cached(sql)?.execute(params![id, clock::now()])?;
    Ok(())
}

/// Deletes a folder with its sub-folders and secrets.
pub(crate) fn delete(db: &Connection, id: &str) -> rusqlite::Result<()> {
    db.execute("DELETE FROM folders WHERE id = ?1", [id])?;
    Ok(())
}
