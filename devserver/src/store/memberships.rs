//! Who is in a project, with which roles.

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::clock;
use crate::era::Era;
use crate::store::roles::{self, CustomRole};

#[derive(Clone, Debug)]
pub(crate) struct Membership {
    pub(crate) id: String,
    pub(crate) project_id: String,
    pub(crate) user_id: String,
    /// Whether the member came with the project's creation.
    pub(crate) is_founder: bool,
    pub(crate) roles: Vec<Role>,
    /// May 2023.
    pub(crate) denied: Vec<Denied>,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

impl Membership {
    /// The first role; the only one before roles became a list.
    pub(crate) fn role(&self) -> &str {
        self.roles.first().map_or("no-access", |role| &role.name)
    }

    /// Whether the member may not do `ability`, `read` or `write`, in an environment.
    pub(crate) fn is_denied(&self, ability: &str, environment: &str) -> bool {
        self.denied.iter().any(|one| one.ability == ability && one.environment == environment)
    }
}

/// What a member may not do in an environment.
#[derive(Clone, Debug)]
pub(crate) struct Denied {
    pub(crate) id: String,
    /// Slug of the environment.
    pub(crate) environment: String,
    /// `read` or `write`.
    pub(crate) ability: String,
}

#[derive(Clone, Debug)]
pub(crate) struct Role {
    pub(crate) id: String,
    /// Its slug.
    pub(crate) name: String,
    /// What it is, if the project defines it.
    pub(crate) custom: Option<CustomRole>,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Membership> {
    Ok(Membership {
        id: row.get("id")?,
        project_id: row.get("project_id")?,
        user_id: row.get("user_id")?,
        is_founder: row.get("is_founder")?,
        roles: Vec::new(),
        denied: Vec::new(),
        created_at: row.get("created_at")?,
        updated_at: row.get("updated_at")?,
    })
}

fn with_roles(db: &Connection, mut membership: Membership) -> rusqlite::Result<Membership> {
    let sql = "SELECT * FROM project_roles WHERE membership_id = ?1 ORDER BY seq";
    membership.roles = roles::given(db, sql, &membership.project_id, &membership.id)?;
    membership.denied = denied(db, &membership.id)?;
    Ok(membership)
}

fn denied(db: &Connection, membership_id: &str) -> rusqlite::Result<Vec<Denied>> {
    let mut statement = db.prepare_cached(
        "SELECT d.id, e.slug, d.ability FROM denied_permissions d
         JOIN environments e ON e.id = d.environment_id WHERE d.membership_id = ?1 ORDER BY d.seq",
    )?;
    let denied = statement.query_map([membership_id], |row| {
        Ok(Denied { id: row.get(0)?, environment: row.get(1)?, ability: row.get(2)? })
    })?;
    denied.collect()
}

fn one(db: &Connection, sql: &str, keys: [&str; 2]) -> rusqlite::Result<Option<Membership>> {
    let membership = db.query_row(sql, keys, from_row).optional()?;
    membership.map(|membership| with_roles(db, membership)).transpose()
}

pub(crate) fn of_user(
    db: &Connection,
    project_id: &str,
    user_id: &str,
) -> rusqlite::Result<Option<Membership>> {
    let sql = "SELECT * FROM project_memberships WHERE project_id = ?1 AND user_id = ?2";
    one(db, sql, [project_id, user_id])
}

pub(crate) fn by_id(
    db: &Connection,
    project_id: &str,
    id: &str,
) -> rusqlite::Result<Option<Membership>> {
    let sql = "SELECT * FROM project_memberships WHERE project_id = ?1 AND id = ?2";
    one(db, sql, [project_id, id])
}

/// The membership with `id`, whatever its project.
pub(crate) fn anywhere(db: &Connection, id: &str) -> rusqlite::Result<Option<Membership>> {
    let sql = "SELECT * FROM project_memberships WHERE id = ?1";
    let membership = db.query_row(sql, [id], from_row).optional()?;
    membership.map(|membership| with_roles(db, membership)).transpose()
}

/// The members of a project, oldest first.
pub(crate) fn of_project(db: &Connection, project_id: &str) -> rusqlite::Result<Vec<Membership>> {
    let sql = "SELECT * FROM project_memberships WHERE project_id = ?1 ORDER BY seq";
    let mut statement = db.prepare_cached(sql)?;
    let memberships = statement.query_map([project_id], from_row)?;
    memberships.map(|membership| with_roles(db, membership?)).collect()
}

/// Adds a member with one role.
pub(crate) fn create(
    db: &Connection,
    era: Era,
    project_id: &str,
    user_id: &str,
    role: &str,
    is_founder: bool,
) -> rusqlite::Result<()> {
    let (id, now) = (era.new_id(), clock::now());
    db.execute(
        "INSERT INTO project_memberships
             (id, project_id, user_id, is_founder, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?5)",
        params![id, project_id, user_id, is_founder, now],
    )?;
    set_roles(db, era, &id, &[role])
}

/// Replaces the roles of a member.
pub(crate) fn set_roles(
    db: &Connection,
    era: Era,
    membership_id: &str,
    roles: &[&str],
) -> rusqlite::Result<()> {
    let now = clock::now();
    db.execute("DELETE FROM project_roles WHERE membership_id = ?1", [membership_id])?;
    for role in roles {
        db.execute(
            "INSERT INTO project_roles (id, membership_id, role, created_at, updated_at)
             VALUES (?1, ?2, ?3, ?4, ?4)",
            params![era.new_id(), membership_id, role, now],
        )?;
    }
    Ok(())
}

/// Replaces what a member may not do: ids of environments with abilities. Doubles count once.
pub(crate) fn deny(
    db: &Connection,
    era: Era,
    membership_id: &str,
    denied: &[(&str, &str)],
) -> rusqlite::Result<()> {
    db.execute("DELETE FROM denied_permissions WHERE membership_id = ?1", [membership_id])?;
    for (environment_id, ability) in denied {
        db.execute(
            "INSERT OR IGNORE INTO denied_permissions (id, membership_id, environment_id, ability)
             VALUES (?1, ?2, ?3, ?4)",
            params![era.new_id(), membership_id, environment_id, ability],
        )?;
    }
    touch(db, membership_id)
}

/// Notes that the membership itself changed, as opposed to its list of roles.
pub(crate) fn touch(db: &Connection, membership_id: &str) -> rusqlite::Result<()> {
    let sql = "UPDATE project_memberships SET updated_at = ?2 WHERE id = ?1";
    db.execute(sql, params![membership_id, clock::now()])?;
    Ok(())
}

/// Removes a member and the project keys sealed to them.
pub(crate) fn remove(db: &Connection, membership: &Membership) -> rusqlite::Result<()> {
    db.execute(
        "DELETE FROM project_keys WHERE project_id = ?1 AND receiver_id = ?2",
        [&membership.project_id, &membership.user_id],
    )?;
    db.execute("DELETE FROM project_memberships WHERE id = ?1", [&membership.id])?;
    Ok(())
}
