//! Secrets: ciphertext and blind indices.

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::clock;
use crate::era::Era;
use crate::store::tags::Tag;
use crate::store::{from_json, secret_versions};

/// Columns of a secret with its tags, and the folder's environment and project.
const SELECT: &str =
    "SELECT s.*, f.path AS path, e.slug AS environment, e.project_id AS project_id,
         (SELECT json_group_array(json_object('id', t.id, 'project_id', t.project_id,
             'user_id', t.user_id, 'name', t.name, 'slug', t.slug, 'color', t.color,
             'created_at', t.created_at, 'updated_at', t.updated_at) ORDER BY t.seq)
          FROM secret_tags st JOIN tags t ON t.id = st.tag_id WHERE st.secret_id = s.id) AS tags
     FROM secrets s JOIN folders f ON f.id = s.folder_id
     JOIN environments e ON e.id = f.environment_id";

#[derive(Clone, Debug)]
pub(crate) struct Secret {
    pub(crate) id: String,
    pub(crate) project_id: String,
    pub(crate) environment: String,
    pub(crate) folder_id: String,
    /// The folder's path.
    pub(crate) path: String,
    pub(crate) kind: Kind,
    /// The owner of a personal secret.
    pub(crate) user_id: Option<String>,
    pub(crate) blind_index: Option<String>,
    pub(crate) version: i64,
    pub(crate) content: Content,
    pub(crate) tags: Vec<Tag>,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

/// Whether all members see a secret or only its owner does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Shared,
    Personal,
}

impl Kind {
    /// The names on the wire.
    pub(crate) const NAMES: [&'static str; 2] = ["shared", "personal"];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Kind::Shared => "shared",
            Kind::Personal => "personal",
        }
    }

    /// The kind of that name; anything but `personal` is shared.
    pub(crate) fn from_name(name: &str) -> Self {
        if name == "personal" { Kind::Personal } else { Kind::Shared }
    }
}

/// What a client may change about a secret.
#[derive(Clone, Debug, Default)]
pub(crate) struct Content {
    pub(crate) key: Sealed,
    pub(crate) value: Sealed,
    /// Each part absent or present for itself, as clients send them.
    pub(crate) comment: SealedOpt,
    pub(crate) reminder_note: Option<String>,
    pub(crate) reminder_repeat_days: Option<i64>,
    pub(crate) skip_multiline_encoding: bool,
    /// JSON text.
    pub(crate) metadata: Option<String>,
}

/// One encrypted field: base64 ciphertext, IV, tag.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sealed {
    pub(crate) ciphertext: String,
    pub(crate) iv: String,
    pub(crate) tag: String,
}

/// An encrypted field that may be missing.
#[derive(Clone, Debug, Default)]
pub(crate) struct SealedOpt {
    pub(crate) ciphertext: Option<String>,
    pub(crate) iv: Option<String>,
    pub(crate) tag: Option<String>,
}

/// A secret to be stored.
pub(crate) struct NewSecret<'a> {
    pub(crate) folder_id: &'a str,
    pub(crate) kind: Kind,
    pub(crate) user_id: Option<&'a str>,
    pub(crate) blind_index: Option<&'a str>,
    pub(crate) version: i64,
    pub(crate) content: &'a Content,
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Secret> {
    from_columns(row, row.get("id")?, "tags")
}

/// The secret `id` out of a row that has its other columns, and its tags in the one named.
pub(super) fn from_columns(row: &Row<'_>, id: String, tags: &str) -> rusqlite::Result<Secret> {
    Ok(Secret {
        id,
        project_id: row.get("project_id")?,
        environment: row.get("environment")?,
        folder_id: row.get("folder_id")?,
        path: row.get("path")?,
        kind: Kind::from_name(&row.get::<_, String>("type")?),
        user_id: row.get("user_id")?,
        blind_index: row.get("blind_index")?,
        version: row.get("version")?,
        content: Content {
            key: sealed(row, "key")?,
            value: sealed(row, "value")?,
            comment: SealedOpt {
                ciphertext: row.get("comment_ciphertext")?,
                iv: row.get("comment_iv")?,
                tag: row.get("comment_tag")?,
            },
            reminder_note: row.get("reminder_note")?,
            reminder_repeat_days: row.get("reminder_repeat_days")?,
            skip_multiline_encoding: row.get("skip_multiline_encoding")?,
            metadata: row.get("metadata")?,
        },
        tags: from_json(&row.get::<_, String>(tags)?)?,
        created_at: row.get("created_at")?,
        updated_at: row.get("updated_at")?,
    })
}

fn sealed(row: &Row<'_>, field: &str) -> rusqlite::Result<Sealed> {
    Ok(Sealed {
        ciphertext: row.get(format!("{field}_ciphertext").as_str())?,
        iv: row.get(format!("{field}_iv").as_str())?,
        tag: row.get(format!("{field}_tag").as_str())?,
    })
}

pub(crate) fn by_id(db: &Connection, id: &str) -> rusqlite::Result<Option<Secret>> {
    db.query_row(&format!("{SELECT} WHERE s.id = ?1"), [id], from_row).optional()
}

/// Where to look for secrets: in one folder, or in all folders of an environment.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Within<'a> {
    Folder(&'a str),
    Environment(&'a str),
}

impl<'a> Within<'a> {
    /// The SQL condition on parameter 1, and that parameter.
    fn condition(self) -> (&'static str, &'a str) {
        match self {
            Within::Folder(id) => ("s.folder_id = ?1", id),
            Within::Environment(id) => ("e.id = ?1", id),
        }
    }
}

/// The secrets a caller sees: the shared ones and those of `user_id`, oldest first.
pub(crate) fn visible(
    db: &Connection,
    within: Within<'_>,
    user_id: Option<&str>,
) -> rusqlite::Result<Vec<Secret>> {
    let (condition, id) = within.condition();
    let sql = format!(
        "{SELECT} WHERE {condition} AND (s.type = 'shared' OR s.user_id = ?2) ORDER BY s.seq"
    );
    db.prepare_cached(&sql)?.query_map(params![id, user_id], from_row)?.collect()
}

/// The secrets with a blind index, of any kind and owner, oldest first.
pub(crate) fn by_index(
    db: &Connection,
    within: Within<'_>,
    blind_index: &str,
) -> rusqlite::Result<Vec<Secret>> {
    let (condition, id) = within.condition();
    let sql = format!("{SELECT} WHERE {condition} AND s.blind_index = ?2 ORDER BY s.seq");
    db.prepare_cached(&sql)?.query_map([id, blind_index], from_row)?.collect()
}

/// All secrets of a project, shared and personal, oldest first.
pub(crate) fn of_project(db: &Connection, project_id: &str) -> rusqlite::Result<Vec<Secret>> {
    let sql = format!("{SELECT} WHERE e.project_id = ?1 ORDER BY s.seq");
    db.prepare_cached(&sql)?.query_map([project_id], from_row)?.collect()
}

/// Gives a secret of a project an index, without making a version of it.
pub(crate) fn set_index(
    db: &Connection,
    project_id: &str,
    id: &str,
    blind_index: &str,
) -> rusqlite::Result<()> {
    db.execute(
        "UPDATE secrets SET blind_index = ?3 WHERE id = ?2 AND folder_id IN (
             SELECT f.id FROM folders f JOIN environments e ON e.id = f.environment_id
             WHERE e.project_id = ?1)",
        [project_id, id, blind_index],
    )?;
    Ok(())
}

/// Whether a project has a secret of that kind, index and owner in any environment.
pub(crate) fn exists_in_project(
    db: &Connection,
    project_id: &str,
    kind: Kind,
    user_id: Option<&str>,
    blind_index: &str,
) -> rusqlite::Result<bool> {
    db.query_row(
        "SELECT EXISTS (SELECT 1 FROM secrets s JOIN folders f ON f.id = s.folder_id
             JOIN environments e ON e.id = f.environment_id
             WHERE e.project_id = ?1 AND s.type = ?2 AND s.user_id IS ?3 AND s.blind_index = ?4)",
        params![project_id, kind.name(), user_id, blind_index],
        |row| row.get(0),
    )
}

pub(crate) fn create(db: &Connection, era: Era, new: &NewSecret<'_>) -> rusqlite::Result<Secret> {
    let id = era.new_id();
    insert(db, &id, clock::now(), new)?;
    secret_versions::keep(db, era, &id)?;
    by_id(db, &id)?.ok_or(rusqlite::Error::QueryReturnedNoRows)
}

/// Stores a secret under its id, without making a version of it.
pub(super) fn insert(
    db: &Connection,
    id: &str,
    created_at: i64,
    new: &NewSecret<'_>,
) -> rusqlite::Result<()> {
    let content = new.content;
    db.execute(
        "INSERT INTO secrets (id, folder_id, type, user_id, blind_index, version,
             key_ciphertext, key_iv, key_tag, value_ciphertext, value_iv, value_tag,
             comment_ciphertext, comment_iv, comment_tag, reminder_note, reminder_repeat_days,
             skip_multiline_encoding, metadata, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18,
             ?19, ?20, ?21)",
        params![
            id,
            new.folder_id,
            new.kind.name(),
            new.user_id,
            new.blind_index,
            new.version,
            content.key.ciphertext,
            content.key.iv,
            content.key.tag,
            content.value.ciphertext,
            content.value.iv,
            content.value.tag,
            content.comment.ciphertext,
            content.comment.iv,
            content.comment.tag,
            content.reminder_note,
            content.reminder_repeat_days,
            content.skip_multiline_encoding,
            content.metadata,
            created_at,
            clock::now(),
        ],
    )?;
    Ok(())
}

/// Writes back a changed secret as its next version.
pub(crate) fn update(db: &Connection, era: Era, secret: &Secret) -> rusqlite::Result<Secret> {
    let content = &secret.content;
    secret_versions::keep_first(db, era, &secret.id)?;
    db.execute(
        "UPDATE secrets SET version = version + 1, blind_index = ?2,
             key_ciphertext = ?3, key_iv = ?4, key_tag = ?5,
             value_ciphertext = ?6, value_iv = ?7, value_tag = ?8,
             comment_ciphertext = ?9, comment_iv = ?10, comment_tag = ?11,
             reminder_note = ?12, reminder_repeat_days = ?13, skip_multiline_encoding = ?14,
             metadata = ?15, updated_at = ?16
         WHERE id = ?1",
        params![
            secret.id,
            secret.blind_index,
            content.key.ciphertext,
            content.key.iv,
            content.key.tag,
            content.value.ciphertext,
            content.value.iv,
            content.value.tag,
            content.comment.ciphertext,
            content.comment.iv,
            content.comment.tag,
            content.reminder_note,
            content.reminder_repeat_days,
            content.skip_multiline_encoding,
            content.metadata,
            clock::now(),
        ],
    )?;
    secret_versions::keep(db, era, &secret.id)?;
    by_id(db, &secret.id)?.ok_or(rusqlite::Error::QueryReturnedNoRows)
}

pub(crate) fn delete(db: &Connection, id: &str) -> rusqlite::Result<()> {
    db.execute("DELETE FROM secrets WHERE id = ?1", [id])?;
    secret_versions::set_deleted(db, id, true)
}
