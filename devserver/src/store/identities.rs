//! Machine identities, and the projects they are in.

use rusqlite::{Connection, OptionalExtension, Row, params};

use serde_json::Value;

use crate::clock;
use crate::era::Era;
use crate::store::from_json;
use crate::store::memberships::Role;
use crate::store::roles;

#[derive(Clone, Debug)]
pub(crate) struct Identity {
    pub(crate) id: String,
    pub(crate) organization_id: String,
    pub(crate) name: String,
    /// In the organisation.
    pub(crate) role: String,
    /// In July 2026: a list of `id`, `key` and `value`.
    pub(crate) metadata: Value,
    pub(crate) has_delete_protection: bool,
    pub(crate) last_log_in: Option<i64>,
    pub(crate) last_method: Option<String>,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

#[derive(Clone, Debug)]
pub(crate) struct Membership {
    pub(crate) id: String,
    pub(crate) project_id: String,
    pub(crate) identity_id: String,
    pub(crate) role: String,
    pub(crate) created_at: i64,
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Identity> {
    Ok(Identity {
        id: row.get("id")?,
        organization_id: row.get("organization_id")?,
        name: row.get("name")?,
        role: row.get("role")?,
        metadata: from_json(&row.get::<_, String>("metadata")?)?,
        has_delete_protection: row.get("has_delete_protection")?,
        last_log_in: row.get("last_log_in")?,
        last_method: row.get("last_method")?,
        created_at: row.get("created_at")?,
        updated_at: row.get("updated_at")?,
    })
}

fn membership_from(row: &Row<'_>) -> rusqlite::Result<Membership> {
    Ok(Membership {
        id: row.get("id")?,
        project_id: row.get("project_id")?,
        identity_id: row.get("identity_id")?,
        role: row.get("role")?,
        created_at: row.get("created_at")?,
    })
}

pub(crate) fn create(
    db: &Connection,
    era: Era,
    organization_id: &str,
    name: &str,
    role: &str,
) -> rusqlite::Result<Identity> {
    db.query_row(
        "INSERT INTO identities (id, organization_id, name, role, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?5) RETURNING *",
        params![era.new_id(), organization_id, name, role, clock::now()],
        from_row,
    )
}

pub(crate) fn by_id(db: &Connection, id: &str) -> rusqlite::Result<Option<Identity>> {
    db.query_row("SELECT * FROM identities WHERE id = ?1", [id], from_row).optional()
}

/// The identities of an organisation, oldest first.
pub(crate) fn of_organization(
    db: &Connection,
    organization_id: &str,
) -> rusqlite::Result<Vec<Identity>> {
    let sql = "SELECT * FROM identities WHERE organization_id = ?1 ORDER BY seq";
    db.prepare_cached(sql)?.query_map([organization_id], from_row)?.collect()
}

/// Gives an identity the name and role that are said.
pub(crate) fn update(
    db: &Connection,
    id: &str,
    name: Option<&str>,
    role: Option<&str>,
) -> rusqlite::Result<Identity> {
    db.query_row(
        "UPDATE identities
         SET name = coalesce(?2, name), role = coalesce(?3, role), updated_at = ?4
         WHERE id = ?1 RETURNING *",
        params![id, name, role, clock::now()],
        from_row,
    )
}

/// Deletes an identity with its log-in, tokens and memberships.
/// July 2026: changes what is given of the rest.
pub(crate) fn set_extras(
    db: &Connection,
    id: &str,
    metadata: Option<&Value>,
    has_delete_protection: Option<bool>,
) -> rusqlite::Result<()> {
    db.execute(
        "UPDATE identities SET metadata = coalesce(?2, metadata),
             has_delete_protection = coalesce(?3, has_delete_protection)
         WHERE id = ?1",
        params![id, metadata.map(Value::to_string), has_delete_protection],
    )?;
    Ok(())
}

/// Notes that an identity logged in, and how.
pub(crate) fn note_log_in(db: &Connection, id: &str, method: &str) -> rusqlite::Result<()> {
    let sql = "UPDATE identities SET last_log_in = ?2, last_method = ?3 WHERE id = ?1";
    db.execute(sql, params![id, clock::now(), method])?;
    Ok(())
}

pub(crate) fn delete(db: &Connection, id: &str) -> rusqlite::Result<()> {
    db.execute("DELETE FROM identities WHERE id = ?1", [id])?;
    Ok(())
}

pub(crate) fn add_to_project(
    db: &Connection,
    era: Era,
    project_id: &str,
    identity_id: &str,
    role: &str,
) -> rusqlite::Result<Membership> {
    db.query_row(
        "INSERT INTO identity_memberships (id, project_id, identity_id, role, created_at)
         VALUES (?1, ?2, ?3, ?4, ?5) RETURNING *",
        params![era.new_id(), project_id, identity_id, role, clock::now()],
        membership_from,
    )
}

pub(crate) fn membership(
    db: &Connection,
    project_id: &str,
    identity_id: &str,
) -> rusqlite::Result<Option<Membership>> {
    let sql = "SELECT * FROM identity_memberships WHERE project_id = ?1 AND identity_id = ?2";
    db.query_row(sql, [project_id, identity_id], membership_from).optional()
}

/// The identities of a project with their memberships, oldest first.
pub(crate) fn of_project(
    db: &Connection,
    project_id: &str,
) -> rusqlite::Result<Vec<(Membership, Identity)>> {
    let sql = "SELECT * FROM identity_memberships WHERE project_id = ?1 ORDER BY created_at, rowid";
    let memberships = db
        .prepare_cached(sql)?
        .query_map([project_id], membership_from)?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let with_identity = memberships.into_iter().map(|membership| {
        let identity =
            by_id(db, &membership.identity_id)?.ok_or(rusqlite::Error::QueryReturnedNoRows)?;
        Ok((membership, identity))
    });
    with_identity.collect()
}

/// The memberships of an identity, oldest first.
pub(crate) fn projects_of(db: &Connection, identity_id: &str) -> rusqlite::Result<Vec<Membership>> {
    let sql =
        "SELECT * FROM identity_memberships WHERE identity_id = ?1 ORDER BY created_at, rowid";
    db.prepare_cached(sql)?.query_map([identity_id], membership_from)?.collect()
}

/// The role that comes with a membership.
pub(crate) fn role_of(db: &Connection, membership: &Membership) -> rusqlite::Result<Role> {
    Ok(Role {
        custom: roles::by_slug(db, &membership.project_id, &membership.role)?,
        id: membership.id.clone(),
        name: membership.role.clone(),
        created_at: membership.created_at,
        updated_at: membership.created_at,
    })
}

pub(crate) fn set_role(db: &Connection, membership_id: &str, role: &str) -> rusqlite::Result<()> {
    let sql = "UPDATE identity_memberships SET role = ?2 WHERE id = ?1";
    db.execute(sql, [membership_id, role])?;
    Ok(())
}

pub(crate) fn remove_from_project(db: &Connection, membership_id: &str) -> rusqlite::Result<()> {
    db.execute("DELETE FROM identity_memberships WHERE id = ?1", [membership_id])?;
    Ok(())
}
