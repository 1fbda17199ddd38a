//! Incident contacts of an organization.

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::clock;
use crate::era::Era;

#[derive(Clone, Debug)]
pub(crate) struct IncidentContact {
    pub(crate) id: String,
    pub(crate) organization_id: String,
    pub(crate) email: String,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<IncidentContact> {
    Ok(IncidentContact {
        id: row.get("id")?,
        organization_id: row.get("organization_id")?,
        email: row.get("email")?,
        created_at: row.get("created_at")?,
        updated_at: row.get("updated_at")?,
    })
}

/// The contacts of an organisation, oldest first.
pub(crate) fn of_organization(
    db: &Connection,
    organization_id: &str,
) -> rusqlite::Result<Vec<IncidentContact>> {
    let sql = "SELECT * FROM incident_contacts WHERE organization_id = ?1 ORDER BY seq";
    db.prepare_cached(sql)?.query_map([organization_id], from_row)?.collect()
}

pub(crate) fn by_email(
    db: &Connection,
    organization_id: &str,
    email: &str,
) -> rusqlite::Result<Option<IncidentContact>> {
    let sql = "SELECT * FROM incident_contacts WHERE organization_id = ?1 AND email = ?2";
    db.query_row(sql, [organization_id, email], from_row).optional()
}

pub(crate) fn by_id(
    db: &Connection,
    organization_id: &str,
    id: &str,
) -> rusqlite::Result<Option<IncidentContact>> {
    let sql = "SELECT * FROM incident_contacts WHERE organization_id = ?1 AND id = ?2";
    db.query_row(sql, [organization_id, id], from_row).optional()
}

/// The contact of that address, made if new.
pub(crate) fn add(
    db: &Connection,
    era: Era,
    organization_id: &str,
    email: &str,
) -> rusqlite::Result<IncidentContact> {
    db.execute(
        "INSERT OR IGNORE INTO incident_contacts
             (id, organization_id, email, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?4)",
        params![era.new_id(), organization_id, email, clock::now()],
    )?;
    by_email(db, organization_id, email)?.ok_or(rusqlite::Error::QueryReturnedNoRows)
}

pub(crate) fn delete(db: &Connection, id: &str) -> rusqlite::Result<()> {
    db.execute("DELETE FROM incident_contacts WHERE id = ?1", [id])?;
    Ok(())
}
