//! Versions of secrets: a record of each state.

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::era::Era;
use crate::store::secrets::{self, Secret};

/// Columns that a version has in common with its secret.
const COPIED: &str = "type, user_id, blind_index, version, key_ciphertext, key_iv, key_tag,
     value_ciphertext, value_iv, value_tag, comment_ciphertext, comment_iv, comment_tag,
     reminder_note, reminder_repeat_days, skip_multiline_encoding, metadata";

/// A secret as it was, with its place and the tags there still are.
const SELECT: &str = "SELECT v.*, v.id AS version_id, v.created_at AS updated_at,
         coalesce(f.path, '/') AS path, e.slug AS environment, e.project_id AS project_id,
         (SELECT json_group_array(json_object('id', t.id, 'project_id', t.project_id,
             'user_id', t.user_id, 'name', t.name, 'slug', t.slug, 'color', t.color,
             'created_at', t.created_at, 'updated_at', t.updated_at) ORDER BY t.seq)
          FROM tags t WHERE t.id IN (SELECT value FROM json_each(v.tags))) AS tags_on
     FROM secret_versions v JOIN environments e ON e.id = v.environment_id
     LEFT JOIN folders f ON f.id = v.folder_id";

#[derive(Clone, Debug)]
pub(crate) struct Version {
    pub(crate) id: String,
    pub(crate) environment_id: String,
    /// Whether the secret is gone.
    pub(crate) is_deleted: bool,
    /// July 2026: who made it.
    pub(crate) author: Option<Author>,
    /// The secret as it was. Its times are those of the version.
    pub(crate) secret: Secret,
}

/// Who made a version.
#[derive(Clone, Debug)]
pub(crate) struct Author {
    /// `user`, `identity` or `service`.
    pub(crate) kind: String,
    pub(crate) id: String,
    pub(crate) name: String,
}

pub(super) fn from_row(row: &Row<'_>) -> rusqlite::Result<Version> {
    Ok(Version {
        id: row.get("version_id")?,
        environment_id: row.get("environment_id")?,
        is_deleted: row.get("is_deleted")?,
        author: author(row)?,
        secret: secrets::from_columns(row, row.get("secret_id")?, "tags_on")?,
    })
}

fn author(row: &Row<'_>) -> rusqlite::Result<Option<Author>> {
    let (kind, id) = (row.get("actor_type")?, row.get("actor_id")?);
    let (Some(kind), Some(id)) = (kind, id) else { return Ok(None) };
    Ok(Some(Author { kind, id, name: row.get("actor_name")? }))
}

/// Notes the tags of a secret in its newest version.
pub(crate) fn note_tags(db: &Connection, secret_id: &str) -> rusqlite::Result<()> {
    let sql = "UPDATE secret_versions SET tags =
                   (SELECT json_group_array(tag_id) FROM secret_tags WHERE secret_id = ?1)
               WHERE seq = (SELECT max(seq) FROM secret_versions WHERE secret_id = ?1)";
    db.prepare_cached(sql)?.execute([secret_id])?;
    Ok(())
}

/// Removes the tags from the newest version of a secret.
pub(crate) fn forget_tags(db: &Connection, secret_id: &str) -> rusqlite::Result<()> {
    let sql = "UPDATE secret_versions SET tags = '[]'
               WHERE seq = (SELECT max(seq) FROM secret_versions WHERE secret_id = ?1)";
    db.prepare_cached(sql)?.execute([secret_id])?;
    Ok(())
}

/// Notes who made the newest version of a secret.
pub(crate) fn sign(db: &Connection, secret_id: &str, author: &Author) -> rusqlite::Result<()> {
    let sql = "UPDATE secret_versions SET actor_type = ?2, actor_id = ?3, actor_name = ?4
               WHERE seq = (SELECT max(seq) FROM secret_versions WHERE secret_id = ?1)";
    db.prepare_cached(sql)?.execute([secret_id, &author.kind, &author.id, &author.name])?;
    Ok(())
}

/// Keeps what a secret is now.
pub(super) fn keep(db: &Connection, era: Era, secret_id: &str) -> rusqlite::Result<()> {
    let sql = format!(
        "INSERT INTO secret_versions (id, environment_id, folder_id, secret_id, tags, created_at,
             {COPIED})
         SELECT ?1, (SELECT environment_id FROM folders WHERE id = folder_id), folder_id, id,
             (SELECT json_group_array(tag_id) FROM secret_tags WHERE secret_id = ?2), updated_at,
             {COPIED}
         FROM secrets WHERE id = ?2"
    );
    db.prepare_cached(&sql)?.execute([&era.new_id(), secret_id])?;
    Ok(())
}

/// Keeps what a secret is now, if it was made before versions were kept.
pub(crate) fn keep_first(db: &Connection, era: Era, secret_id: &str) -> rusqlite::Result<()> {
    let sql = "SELECT EXISTS (SELECT 1 FROM secret_versions WHERE secret_id = ?1)";
    if db.prepare_cached(sql)?.query_row([secret_id], |row| row.get(0))? {
        return Ok(());
    }
    keep(db, era, secret_id)
}

pub(crate) fn by_id(db: &Connection, id: &str) -> rusqlite::Result<Option<Version>> {
    db.query_row(&format!("{SELECT} WHERE v.id = ?1"), [id], from_row).optional()
}

/// The versions of a secret, newest first.
pub(crate) fn of_secret(
    db: &Connection,
    secret_id: &str,
    offset: i64,
    limit: i64,
) -> rusqlite::Result<Vec<Version>> {
    let sql = format!("{SELECT} WHERE v.secret_id = ?1 ORDER BY v.seq DESC LIMIT ?3 OFFSET ?2");
    db.prepare_cached(&sql)?.query_map(params![secret_id, offset, limit], from_row)?.collect()
}

/// The first version of that number.
pub(crate) fn numbered(
    db: &Connection,
    secret_id: &str,
    number: i64,
) -> rusqlite::Result<Option<Version>> {
    let sql = format!("{SELECT} WHERE v.secret_id = ?1 AND v.version = ?2 ORDER BY v.seq LIMIT 1");
    db.query_row(&sql, params![secret_id, number], from_row).optional()
}

/// The oldest version that a secret in the folder had under that blind index, gone or not.
pub(crate) fn oldest_named(
    db: &Connection,
    folder_id: &str,
    blind_index: &str,
    kind: &str,
    user_id: Option<&str>,
) -> rusqlite::Result<Option<Version>> {
    let sql = format!(
        "{SELECT} WHERE v.folder_id = ?1 AND v.blind_index = ?2 AND v.type = ?3
             AND v.user_id IS ?4 ORDER BY v.seq LIMIT 1"
    );
    db.query_row(&sql, params![folder_id, blind_index, kind, user_id], from_row).optional()
}

/// Ids of the version that a secret of that number has, and of the one before.
pub(crate) fn newest_two(
    db: &Connection,
    secret_id: &str,
    number: i64,
) -> rusqlite::Result<(Option<String>, Option<String>)> {
    let sql = "SELECT id FROM secret_versions WHERE secret_id = ?1 AND version <= ?2
               ORDER BY seq DESC LIMIT 2";
    let mut query = db.prepare_cached(sql)?;
    let mut ids = query.query_map(params![secret_id, number], |row| row.get(0))?;
    Ok((ids.next().transpose()?, ids.next().transpose()?))
}

/// The highest number a version of the secret has.
pub(super) fn last_number(db: &Connection, secret_id: &str) -> rusqlite::Result<i64> {
    let sql = "SELECT coalesce(max(version), 0) FROM secret_versions WHERE secret_id = ?1";
    db.query_row(sql, [secret_id], |row| row.get(0))
}

/// Notes whether the secret of these versions is gone.
pub(super) fn set_deleted(
    db: &Connection,
    secret_id: &str,
    is_deleted: bool,
) -> rusqlite::Result<()> {
    let sql = "UPDATE secret_versions SET is_deleted = ?2 WHERE secret_id = ?1";
    db.execute(sql, params![secret_id, is_deleted])?;
    Ok(())
}

/// Gives the newest version the number of the one before, as May 2023's batches do.
pub(crate) fn repeat_number(db: &Connection, secret_id: &str) -> rusqlite::Result<()> {
    db.execute(
        "UPDATE secret_versions SET version = version - 1
         WHERE seq = (SELECT max(seq) FROM secret_versions WHERE secret_id = ?1)",
        [secret_id],
    )?;
    Ok(())
}

/// The versions in a snapshot, oldest first.
pub(super) fn in_snapshot(db: &Connection, snapshot: i64) -> rusqlite::Result<Vec<Version>> {
    let sql = format!(
        "{SELECT} JOIN snapshot_secrets s ON s.version = v.seq WHERE s.snapshot = ?1 ORDER BY v.seq"
    );
    db.prepare_cached(&sql)?.query_map([snapshot], from_row)?.collect()
}
