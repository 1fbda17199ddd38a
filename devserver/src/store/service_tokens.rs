//! Service tokens: what a machine may reach, and the project key under a key only it knows.

use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};

use crate::clock;
use crate::era::Era;
use crate::store::from_json;

#[derive(Clone, Debug)]
pub(crate) struct ServiceToken {
    pub(crate) id: String,
    pub(crate) project_id: String,
    /// Who made it.
    pub(crate) user_id: String,
    pub(crate) name: String,
    pub(crate) scopes: Vec<Scope>,
    pub(crate) permissions: Vec<String>,
    pub(crate) secret_hash: Vec<u8>,
    pub(crate) encrypted_key: String,
    pub(crate) iv: String,
    pub(crate) tag: String,
    pub(crate) last_used: Option<i64>,
    pub(crate) expires_at: Option<i64>,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

/// An environment and a path (a glob in later eras) a token reaches.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Scope {
    pub(crate) secret_path: String,
    pub(crate) environment: String,
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<ServiceToken> {
    Ok(ServiceToken {
        id: row.get("id")?,
        project_id: row.get("project_id")?,
        user_id: row.get("user_id")?,
        name: row.get("name")?,
        scopes: from_json(&row.get::<_, String>("scopes")?)?,
        permissions: from_json(&row.get::<_, String>("permissions")?)?,
        secret_hash: row.get("secret_hash")?,
        encrypted_key: row.get("encrypted_key")?,
        iv: row.get("iv")?,
        tag: row.get("tag")?,
        last_used: row.get("last_used")?,
        expires_at: row.get("expires_at")?,
        created_at: row.get("created_at")?,
        updated_at: row.get("updated_at")?,
    })
}

fn to_json<T: Serialize>(value: &T) -> rusqlite::Result<String> {
    serde_json::to_string(value)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
}

/// Stores `token`, whose id and times are given by the caller.
pub(crate) fn insert(db: &Connection, token: &ServiceToken) -> rusqlite::Result<()> {
    db.execute(
        "INSERT INTO service_tokens (id, project_id, user_id, name, scopes, permissions,
             secret_hash, encrypted_key, iv, tag, last_used, expires_at, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
        params![
            token.id,
            token.project_id,
            token.user_id,
            token.name,
            to_json(&token.scopes)?,
            to_json(&token.permissions)?,
            token.secret_hash,
            token.encrypted_key,
            token.iv,
            token.tag,
            token.last_used,
            token.expires_at,
            token.created_at,
            token.updated_at,
        ],
    )?;
    Ok(())
}

pub(crate) fn by_id(db: &Connection, id: &str) -> rusqlite::Result<Option<ServiceToken>> {
    db.query_row("SELECT * FROM service_tokens WHERE id = ?1", [id], from_row).optional()
}

/// The tokens of a project, in the order the era lists them.
pub(crate) fn of_project(
    db: &Connection,
    era: Era,
    project_id: &str,
) -> rusqlite::Result<Vec<ServiceToken>> {
    let order = if era == Era::May23 { "seq" } else { "id" };
    let sql = format!("SELECT * FROM service_tokens WHERE project_id = ?1 ORDER BY {order}");
    db.prepare_cached(&sql)?.query_map([project_id], from_row)?.collect()
}

/// Notes that the token has just been used.
pub(crate) fn touch(db: &Connection, id: &str) -> rusqlite::Result<()> {
    let sql = "UPDATE service_tokens SET last_used = ?2, updated_at = ?2 WHERE id = ?1";
    db.execute(sql, params![id, clock::now()])?;
    Ok(())
}

pub(crate) fn delete(db: &Connection, id: &str) -> rusqlite::Result<()> {
    db.execute("DELETE FROM service_tokens WHERE id = ?1", [id])?;
    Ok(())
}

/// Carries the renaming of an environment over to the tokens that reach it.
pub(crate) fn rename_environment(
    db: &Connection,
    era: Era,
    project_id: &str,
    old: &str,
    new: &str,
) -> rusqlite::Result<()> {
    for mut token in of_project(db, era, project_id)? {
        for scope in token.scopes.iter_mut().filter(|scope| scope.environment == old) {
            new.clone_into(&mut scope.environment);
        }
        let sql = "UPDATE service_tokens SET scopes = ?2 WHERE id = ?1";
        db.execute(sql, params![token.id, to_json(&token.scopes)?])?;
    }
    Ok(())
}

/// Deletes the tokens that reach nothing but `environment`.
pub(crate) fn delete_for_environment(
    db: &Connection,
    era: Era,
    project_id: &str,
    environment: &str,
) -> rusqlite::Result<()> {
    for token in of_project(db, era, project_id)? {
        if token.scopes.iter().all(|scope| scope.environment == environment) {
            delete(db, &token.id)?;
        }
    }
    Ok(())
}
