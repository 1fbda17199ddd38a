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
    pub(crate) version: i64,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Folder> {
    Ok(Folder {
        id: row.get("id")?,
        environment_id: row.get("environment_id")?,
        parent_id: row.get("parent_id")?,
        name: row.get("name")?,
        version: row.get("version")?,
        created_at: row.get("created_at")?,
        updated_at: row.get("updated_at")?,
    })
}

pub(crate) fn by_id(db: &Connection, id: &str) -> rusqlite::Result<Option<Folder>> {
    db.query_row("SELECT * FROM folders WHERE id = ?1", [id], from_row)
        .optional()
}

pub(crate) fn root(db: &Connection, environment_id: &str) -> rusqlite::Result<Folder> {
    let sql = "SELECT * FROM folders WHERE environment_id = ?1 AND parent_id IS NULL";
    db.query_row(sql, [environment_id], from_row)
}

pub(crate) fn child(
    db: &Connection,
    parent: &Folder,
    name: &str,
) -> rusqlite::Result<Option<Folder>> {
    let sql = "SELECT * FROM folders WHERE parent_id = ?1 AND name = ?2";
    db.query_row(sql, [&parent.id, name], from_row).optional()
}

/// The direct sub-folders, oldest first.
pub(crate) fn children(db: &Connection, parent: &Folder) -> rusqlite::Result<Vec<Folder>> {
    let sql = "SELECT * FROM folders WHERE parent_id = ?1 ORDER BY seq";
    db.prepare_cached(sql)?
        .query_map([&parent.id], from_row)?
        .collect()
}

/// The folder at an absolute `path`; `/` is the root.
pub(crate) fn at_path(
    db: &Connection,
    environment_id: &str,
    path: &str,
) -> rusqlite::Result<Option<Folder>> {
    let mut folder = root(db, environment_id)?;
    for name in names(path) {
        match child(db, &folder, name)? {
            Some(next) => folder = next,
            None => return Ok(None),
        }
    }
    Ok(Some(folder))
}

/// The folder at `path`, made with its parents where missing.
pub(crate) fn ensure_path(
    db: &Connection,
    era: Era,
    environment_id: &str,
    path: &str,
) -> rusqlite::Result<Folder> {
    let mut folder = root(db, environment_id)?;
    for name in names(path) {
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
    if let Some(folder) = child(db, parent, name)? {
        return Ok(folder);
    }
    db.execute(
        "INSERT INTO folders (id, environment_id, parent_id, name, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?5)",
        params![
            era.new_id(),
            parent.environment_id,
            parent.id,
            name,
            clock::now()
        ],
    )?;
    child(db, parent, name)?.ok_or(rusqlite::Error::QueryReturnedNoRows)
}

/// The absolute path of a folder.
pub(crate) fn path_of(db: &Connection, folder: &Folder) -> rusqlite::Result<String> {
    let mut path = String::new();
    let mut current = folder.clone();
    while let Some(parent_id) = &current.parent_id {
        path.insert_str(0, &format!("/{}", current.name));
        current = by_id(db, parent_id)?.ok_or(rusqlite::Error::QueryReturnedNoRows)?;
    }
    Ok(if path.is_empty() {
        "/".to_owned()
    } else {
        path
    })
}

fn names(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').filter(|name| !name.is_empty())
}
