//! Snapshots: which versions of secrets counted at one time, in a project or in a folder.

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::clock;
use crate::era::Era;
use crate::store::folders::{self, Folder};
use crate::store::secret_versions::{self, Version};
use crate::store::secrets::{self, NewSecret, SealedOpt, Secret};
use crate::store::tags;

#[derive(Clone, Debug)]
pub(crate) struct Snapshot {
    seq: i64,
    pub(crate) id: String,
    pub(crate) project_id: String,
    /// Counts the snapshots of the project from 1.
    pub(crate) number: i64,
    /// Later eras: where it is of.
    pub(crate) environment_id: Option<String>,
    pub(crate) folder_id: Option<String>,
    pub(crate) parent_folder_id: Option<String>,
    pub(crate) created_at: i64,
}

/// What a snapshot is of.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Whole<'a> {
    /// May 2023: all environments of a project.
    Project(&'a str),
    /// Later: one folder.
    Folder(&'a str),
}

impl<'a> Whole<'a> {
    /// The SQL condition on parameter 1, and that parameter.
    fn condition(self) -> (&'static str, &'a str) {
        match self {
            Whole::Project(id) => ("project_id = ?1", id),
            Whole::Folder(id) => ("folder_id = ?1", id),
        }
    }
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Snapshot> {
    Ok(Snapshot {
        seq: row.get("seq")?,
        id: row.get("id")?,
        project_id: row.get("project_id")?,
        number: row.get("number")?,
        environment_id: row.get("environment_id")?,
        folder_id: row.get("folder_id")?,
        parent_folder_id: row.get("parent_folder_id")?,
        created_at: row.get("created_at")?,
    })
}

/// Takes a snapshot.
pub(crate) fn take(
    db: &Connection,
    era: Era,
    project_id: &str,
    whole: Whole<'_>,
) -> rusqlite::Result<Snapshot> {
    let (id, folder) = (era.new_id(), whole_folder(db, whole)?);
    db.execute(
        "INSERT INTO snapshots (id, project_id, number, environment_id, folder_id,
             parent_folder_id, created_at)
         VALUES (?1, ?2,
             (SELECT coalesce(max(number), 0) + 1 FROM snapshots WHERE project_id = ?2),
             ?3, ?4, ?5, ?6)",
        params![
            id,
            project_id,
            folder.as_ref().map(|folder| &folder.environment_id),
            folder.as_ref().map(|folder| &folder.id),
            folder.as_ref().and_then(|folder| folder.parent_id.as_ref()),
            clock::now(),
        ],
    )?;
    let seq = db.last_insert_rowid();
    let (condition, of) = match whole {
        Whole::Project(id) => (
            "folder_id IN (SELECT f.id FROM folders f JOIN environments e
                 ON e.id = f.environment_id WHERE e.project_id = ?1)",
            id,
        ),
        Whole::Folder(id) => ("folder_id = ?1", id),
    };
    let mut alive = db.prepare_cached(&format!("SELECT id FROM secrets WHERE {condition}"))?;
    let alive = alive.query_map([of], |row| row.get(0))?;
    for id in alive.collect::<rusqlite::Result<Vec<String>>>()? {
        secret_versions::keep_first(db, era, &id)?;
    }
    let sql = format!(
        "INSERT INTO snapshot_secrets (snapshot, version)
         SELECT ?2, (SELECT max(seq) FROM secret_versions WHERE secret_id = secrets.id)
         FROM secrets WHERE {condition}"
    );
    db.prepare_cached(&sql)?.execute(params![of, seq])?;
    db.execute(
        "INSERT INTO snapshot_folders (snapshot, folder_id, name)
         SELECT ?1, id, name FROM folders WHERE parent_id = ?2",
        params![seq, folder.map(|folder| folder.id)],
    )?;
    by_id(db, &id)?.ok_or(rusqlite::Error::QueryReturnedNoRows)
}

fn whole_folder(db: &Connection, whole: Whole<'_>) -> rusqlite::Result<Option<Folder>> {
    match whole {
        Whole::Project(_) => Ok(None),
        Whole::Folder(id) => folders::by_id(db, id),
    }
}

pub(crate) fn by_id(db: &Connection, id: &str) -> rusqlite::Result<Option<Snapshot>> {
    db.query_row("SELECT * FROM snapshots WHERE id = ?1", [id], from_row).optional()
}

pub(crate) fn numbered(
    db: &Connection,
    project_id: &str,
    number: i64,
) -> rusqlite::Result<Option<Snapshot>> {
    let sql = "SELECT * FROM snapshots WHERE project_id = ?1 AND number = ?2";
    db.query_row(sql, params![project_id, number], from_row).optional()
}

/// Newest first.
pub(crate) fn of(
    db: &Connection,
    whole: Whole<'_>,
    offset: i64,
    limit: i64,
) -> rusqlite::Result<Vec<Snapshot>> {
    let (condition, id) = whole.condition();
    let sql =
        format!("SELECT * FROM snapshots WHERE {condition} ORDER BY seq DESC LIMIT ?3 OFFSET ?2");
    db.prepare_cached(&sql)?.query_map(params![id, offset, limit], from_row)?.collect()
}

pub(crate) fn count(db: &Connection, whole: Whole<'_>) -> rusqlite::Result<i64> {
    let (condition, id) = whole.condition();
    let sql = format!("SELECT count(*) FROM snapshots WHERE {condition}");
    db.query_row(&sql, [id], |row| row.get(0))
}

/// The versions of secrets it holds, oldest first.
pub(crate) fn versions(db: &Connection, snapshot: &Snapshot) -> rusqlite::Result<Vec<Version>> {
    secret_versions::in_snapshot(db, snapshot.seq)
}

/// Ids of the versions it holds, oldest first.
pub(crate) fn version_ids(db: &Connection, snapshot: &Snapshot) -> rusqlite::Result<Vec<String>> {
    let sql = "SELECT v.id FROM snapshot_secrets s JOIN secret_versions v ON v.seq = s.version
               WHERE s.snapshot = ?1 ORDER BY v.seq";
    db.prepare_cached(sql)?.query_map([snapshot.seq], |row| row.get(0))?.collect()
}

/// Ids and names of the sub-folders there were.
pub(crate) fn sub_folders(
    db: &Connection,
    snapshot: &Snapshot,
) -> rusqlite::Result<Vec<(String, String)>> {
    let sql = "SELECT folder_id, name FROM snapshot_folders WHERE snapshot = ?1 ORDER BY name";
    db.prepare_cached(sql)?
        .query_map([snapshot.seq], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}

/// May 2023: restores all secrets of a project. Comments and tags are lost.
pub(crate) fn restore_project(
    db: &Connection,
    era: Era,
    snapshot: &Snapshot,
) -> rusqlite::Result<Vec<Secret>> {
    db.execute(
        "DELETE FROM secrets WHERE folder_id IN (SELECT f.id FROM folders f
             JOIN environments e ON e.id = f.environment_id WHERE e.project_id = ?1)",
        [&snapshot.project_id],
    )?;
    let empty = || Some(String::new());
    let comment = SealedOpt { ciphertext: empty(), iv: empty(), tag: empty() };
    let restored = versions(db, snapshot)?.into_iter().map(|mut version| {
        version.secret.content.comment = comment.clone();
        let folder = folders::root(db, &version.environment_id)?;
        let number = secret_versions::last_number(db, &version.secret.id)? + 1;
        let created_at = version.secret.created_at;
        restore(db, era, &version.secret, (&folder.id, number, created_at))
    });
    let restored = restored.collect::<rusqlite::Result<Vec<_>>>()?;
    take(db, era, &snapshot.project_id, Whole::Project(&snapshot.project_id))?;
    Ok(restored)
}

/// Later: restores a folder with everything below it.
pub(crate) fn restore_folder(
    db: &Connection,
    era: Era,
    snapshot: &Snapshot,
    folder: &Folder,
) -> rusqlite::Result<Snapshot> {
    let mut alive = db.prepare_cached("SELECT id FROM secrets WHERE folder_id = ?1")?;
    let alive = alive.query_map([&folder.id], |row| row.get(0))?;
    let alive = alive.collect::<rusqlite::Result<Vec<String>>>()?;
    db.execute("DELETE FROM secrets WHERE folder_id = ?1", [&folder.id])?;
    db.execute("DELETE FROM folders WHERE parent_id = ?1", [&folder.id])?;
    restore_tree(db, era, snapshot, folder, &alive)?;
    take(db, era, &snapshot.project_id, Whole::Folder(&folder.id))
}

/// Subfolders are restored to their newest snapshots, as 2024 releases do. Only secrets that are
/// still in the top folder continue their version numbers.
fn restore_tree(
    db: &Connection,
    era: Era,
    snapshot: &Snapshot,
    folder: &Folder,
    alive: &[String],
) -> rusqlite::Result<()> {
    for version in versions(db, snapshot)? {
        let secret = version.secret;
        let last = secret_versions::last_number(db, &secret.id)?;
        let number = if alive.contains(&secret.id) { last + 1 } else { last };
        restore(db, era, &secret, (&folder.id, number, clock::now()))?;
    }
    for (id, name) in sub_folders(db, snapshot)? {
        let child = folders::restore_child(db, folder, &id, &name)?;
        let sql = "SELECT * FROM snapshots WHERE folder_id = ?1 ORDER BY seq DESC LIMIT 1";
        if let Some(below) = db.query_row(sql, [id], from_row).optional()? {
            restore_tree(db, era, &below, &child, alive)?;
        }
    }
    Ok(())
}

/// Stores a secret that was deleted, in a folder and under a version number.
fn restore(
    db: &Connection,
    era: Era,
    secret: &Secret,
    (folder_id, version, created_at): (&str, i64, i64),
) -> rusqlite::Result<Secret> {
    let new = NewSecret {
        folder_id,
        kind: secret.kind,
        user_id: secret.user_id.as_deref(),
        blind_index: secret.blind_index.as_deref(),
        version,
        content: &secret.content,
    };
    secrets::insert(db, &secret.id, created_at, &new)?;
    if era != Era::May23 {
        let tags: Vec<_> = secret.tags.iter().map(|tag| tag.id.clone()).collect();
        tags::put_on(db, &secret.id, &tags)?;
    }
    secret_versions::keep(db, era, &secret.id)?;
    secret_versions::set_deleted(db, &secret.id, false)?;
    secrets::by_id(db, &secret.id)?.ok_or(rusqlite::Error::QueryReturnedNoRows)
}
