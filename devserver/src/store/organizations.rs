//! Organisations and who belongs to them.

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::clock;
use crate::era::Era;
use crate::random;
use crate::store::users::User;

#[derive(Clone, Debug)]
pub(crate) struct Organization {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) slug: String,
    /// In July 2026: whether it was founded there.
    pub(crate) is_new: bool,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

/// A user's (or an invited address's) place in an organisation.
#[derive(Clone, Debug)]
pub(crate) struct OrganizationMembership {
    pub(crate) id: String,
    pub(crate) organization_id: String,
    pub(crate) user_id: Option<String>,
    pub(crate) invite_email: Option<String>,
    pub(crate) role: String,
    pub(crate) status: String,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
    pub(crate) last_log_in: Option<i64>,
}

impl OrganizationMembership {
    pub(crate) fn is_accepted(&self) -> bool {
        self.status == "accepted"
    }
}

fn organization_from_row(row: &Row<'_>) -> rusqlite::Result<Organization> {
    Ok(Organization {
        id: row.get("id")?,
        name: row.get("name")?,
        slug: row.get("slug")?,
        is_new: row.get("is_new")?,
        created_at: row.get("created_at")?,
        updated_at: row.get("updated_at")?,
    })
}

fn membership_from_row(row: &Row<'_>) -> rusqlite::Result<OrganizationMembership> {
    Ok(OrganizationMembership {
        id: row.get("id")?,
        organization_id: row.get("organization_id")?,
        user_id: row.get("user_id")?,
        invite_email: row.get("invite_email")?,
        role: row.get("role")?,
        status: row.get("status")?,
        created_at: row.get("created_at")?,
        updated_at: row.get("updated_at")?,
        last_log_in: row.get("last_log_in")?,
    })
}

pub(crate) fn rename(db: &Connection, id: &str, name: &str) -> rusqlite::Result<()> {
    let sql = "UPDATE organizations SET name = ?2, updated_at = ?3 WHERE id = ?1";
    db.execute(sql, params![id, name, clock::now()])?;
    Ok(())
}

/// A new organisation whose highest role `founder_id` takes.
pub(crate) fn create(
    db: &Connection,
    era: Era,
    name: &str,
    founder_id: &str,
) -> rusqlite::Result<Organization> {
    let (id, now) = (era.new_id(), clock::now());
    db.execute(
        "INSERT INTO organizations (id, name, slug, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?4)",
        params![id, name, random::slug(name), now],
    )?;
    let role = if era == Era::May23 { "owner" } else { "admin" };
    db.execute(
        "INSERT INTO organization_memberships
             (id, organization_id, user_id, role, status, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, 'accepted', ?5, ?5)",
        params![era.new_id(), id, founder_id, role, now],
    )?;
    by_id(db, &id)?.ok_or(rusqlite::Error::QueryReturnedNoRows)
}

/// An organization as one of 2024 has become in July 2026.
pub(crate) fn create_old(
    db: &Connection,
    era: Era,
    name: &str,
    founder_id: &str,
) -> rusqlite::Result<Organization> {
    let made = create(db, era, name, founder_id)?;
    db.execute("UPDATE organizations SET is_new = 0 WHERE id = ?1", [&made.id])?;
    by_id(db, &made.id)?.ok_or(rusqlite::Error::QueryReturnedNoRows)
}

pub(crate) fn by_id(db: &Connection, id: &str) -> rusqlite::Result<Option<Organization>> {
    let sql = "SELECT * FROM organizations WHERE id = ?1";
    db.query_row(sql, [id], organization_from_row).optional()
}

/// The organisations of a user, open invitations included.
pub(crate) fn of_user(db: &Connection, user_id: &str) -> rusqlite::Result<Vec<Organization>> {
    let mut statement = db.prepare_cached(
        "SELECT o.* FROM organizations o
         JOIN organization_memberships m ON m.organization_id = o.id
         WHERE m.user_id = ?1 ORDER BY m.seq",
    )?;
    statement.query_map([user_id], organization_from_row)?.collect()
}

/// The user's membership, accepted or not.
pub(crate) fn membership_of(
    db: &Connection,
    organization_id: &str,
    user_id: &str,
) -> rusqlite::Result<Option<OrganizationMembership>> {
    let sql = "SELECT * FROM organization_memberships WHERE organization_id = ?1 AND user_id = ?2";
    db.query_row(sql, [organization_id, user_id], membership_from_row).optional()
}

pub(crate) fn membership(
    db: &Connection,
    organization_id: &str,
    id: &str,
) -> rusqlite::Result<Option<OrganizationMembership>> {
    let sql = "SELECT * FROM organization_memberships WHERE organization_id = ?1 AND id = ?2";
    db.query_row(sql, [organization_id, id], membership_from_row).optional()
}

/// All memberships of an organisation, oldest first.
pub(crate) fn memberships(
    db: &Connection,
    organization_id: &str,
) -> rusqlite::Result<Vec<OrganizationMembership>> {
    let mut statement = db.prepare_cached(
        "SELECT * FROM organization_memberships WHERE organization_id = ?1 ORDER BY seq",
    )?;
    statement.query_map([organization_id], membership_from_row)?.collect()
}

/// Records an open invitation of `email`, who may or may not be registered; an open one is kept.
pub(crate) fn invite(
    db: &Connection,
    era: Era,
    organization_id: &str,
    email: &str,
    user: Option<&User>,
) -> rusqlite::Result<()> {
    let open: bool = db.query_row(
        "SELECT EXISTS (SELECT 1 FROM organization_memberships
             WHERE organization_id = ?1 AND invite_email = ?2)",
        [organization_id, email],
        |row| row.get(0),
    )?;
    if open {
        return Ok(());
    }
    db.execute(
        "INSERT INTO organization_memberships
             (id, organization_id, user_id, invite_email, role, status, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, 'member', 'invited', ?5, ?5)",
        params![era.new_id(), organization_id, user.map(|user| &user.id), email, clock::now()],
    )?;
    Ok(())
}

/// Accepts the open invitations of `user`, in one organisation or in all; tells how many.
pub(crate) fn accept_invitations(
    db: &Connection,
    user: &User,
    organization_id: Option<&str>,
) -> rusqlite::Result<usize> {
    db.execute(
        "UPDATE organization_memberships SET user_id = ?1, status = 'accepted', updated_at = ?2
         WHERE invite_email = ?3 AND status = 'invited'
             AND (?4 IS NULL OR organization_id = ?4)",
        params![user.id, clock::now(), user.email, organization_id],
    )
}

/// Notes that the member selected the organisation.
pub(crate) fn note_log_in(db: &Connection, membership_id: &str) -> rusqlite::Result<()> {
    let sql = "UPDATE organization_memberships SET last_log_in = ?2 WHERE id = ?1";
    db.execute(sql, params![membership_id, clock::now()])?;
    Ok(())
}

pub(crate) fn set_role(db: &Connection, membership_id: &str, role: &str) -> rusqlite::Result<()> {
    db.execute(
        "UPDATE organization_memberships SET role = ?2, updated_at = ?3 WHERE id = ?1",
        params![membership_id, role, clock::now()],
    )?;
    Ok(())
}

/// Removes a member, from the organisation's projects and groups too, with the project keys sealed to
/// them.
pub(crate) fn remove(db: &Connection, membership: &OrganizationMembership) -> rusqlite::Result<()> {
    if let Some(user_id) = &membership.user_id {
        for table_and_column in
            [("project_keys", "receiver_id"), ("project_memberships", "user_id")]
        {
            let (table, column) = table_and_column;
            db.execute(
                &format!(
                    "DELETE FROM {table} WHERE {column} = ?1 AND project_id IN
                         (SELECT id FROM projects WHERE organization_id = ?2)"
                ),
                params![user_id, membership.organization_id],
            )?;
        }
        db.execute(
            "DELETE FROM group_users WHERE user_id = ?1 AND group_id IN
                 (SELECT id FROM user_groups WHERE organization_id = ?2)",
            params![user_id, membership.organization_id],
        )?;
    }
    db.execute("DELETE FROM organization_memberships WHERE id = ?1", [&membership.id])?;
    Ok(())
}
