//! Leases of dynamic secrets. An environment has one dynamic secret at most.

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::clock;
use crate::era::Era;

#[derive(Clone, Debug)]
pub(crate) struct Lease {
    pub(crate) id: String,
    pub(crate) environment_id: String,
    /// The name of the account that was made.
    pub(crate) entity: String,
    pub(crate) expires_at: i64,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Lease> {
    Ok(Lease {
        id: row.get("id")?,
        environment_id: row.get("environment_id")?,
        entity: row.get("entity")?,
        expires_at: row.get("expires_at")?,
        created_at: row.get("created_at")?,
        updated_at: row.get("updated_at")?,
    })
}

/// The leases in an environment that have not ended, oldest first.
pub(crate) fn of_environment(db: &Connection, id: &str) -> rusqlite::Result<Vec<Lease>> {
    let sql = "SELECT * FROM leases WHERE environment_id = ?1 AND expires_at > ?2 ORDER BY seq";
    db.prepare_cached(sql)?.query_map(params![id, clock::now()], from_row)?.collect()
}

/// The lease with `id`, unless it has ended.
pub(crate) fn by_id(db: &Connection, id: &str) -> rusqlite::Result<Option<Lease>> {
    let sql = "SELECT * FROM leases WHERE id = ?1 AND expires_at > ?2";
    db.query_row(sql, params![id, clock::now()], from_row).optional()
}

pub(crate) fn create(
    db: &Connection,
    era: Era,
    environment_id: &str,
    entity: &str,
    expires_at: i64,
) -> rusqlite::Result<Lease> {
    let (id, now) = (era.new_id(), clock::now());
    db.execute(
        "INSERT INTO leases (id, environment_id, entity, expires_at, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?5)",
        params![id, environment_id, entity, expires_at, now],
    )?;
    by_id(db, &id)?.ok_or(rusqlite::Error::QueryReturnedNoRows)
}

pub(crate) fn renew(db: &Connection, id: &str, expires_at: i64) -> rusqlite::Result<Lease> {
    db.execute(
        "UPDATE leases SET expires_at = ?2, updated_at = ?3 WHERE id = ?1",
        params![id, expires_at, clock::now()],
    )?;
    by_id(db, id)?.ok_or(rusqlite::Error::QueryReturnedNoRows)
}

pub(crate) fn delete(db: &Connection, id: &str) -> rusqlite::Result<()> {
    db.execute("DELETE FROM leases WHERE id = ?1", [id])?;
    Ok(())
}
