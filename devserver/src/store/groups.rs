//! Groups of users, and the projects they are in.

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::clock;
use crate::era::Era;
use crate::random;
use crate::store::memberships::{Membership, Role};
use crate::store::roles;

#[derive(Clone, Debug)]
pub(crate) struct Group {
    pub(crate) id: String,
    pub(crate) organization_id: String,
    pub(crate) name: String,
    pub(crate) slug: String,
    /// In the organisation.
    pub(crate) role: String,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

/// That a group is in a project.
#[derive(Clone, Debug)]
pub(crate) struct GroupMembership {
    pub(crate) id: String,
    pub(crate) project_id: String,
    pub(crate) group_id: String,
    pub(crate) roles: Vec<Role>,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

impl GroupMembership {
    /// The place of a user who is in the project by the group, without its roles.
    pub(crate) fn place_of(&self, user_id: &str) -> Membership {
        Membership {
            id: self.id.clone(),
            project_id: self.project_id.clone(),
            user_id: user_id.to_owned(),
            is_founder: false,
            roles: Vec::new(),
            denied: Vec::new(),
            created_at: self.created_at,
            updated_at: self.updated_at,
        }
    }
}

/// What is to change of a group.
pub(crate) struct GroupChange<'a> {
    pub(crate) name: Option<&'a str>,
    pub(crate) slug: Option<&'a str>,
    pub(crate) role: Option<&'a str>,
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Group> {
    Ok(Group {
        id: row.get("id")?,
        organization_id: row.get("organization_id")?,
        name: row.get("name")?,
        slug: row.get("slug")?,
        role: row.get("role")?,
        created_at: row.get("created_at")?,
        updated_at: row.get("updated_at")?,
    })
}

fn membership_from(row: &Row<'_>) -> rusqlite::Result<GroupMembership> {
    Ok(GroupMembership {
        id: row.get("id")?,
        project_id: row.get("project_id")?,
        group_id: row.get("group_id")?,
        roles: Vec::new(),
        created_at: row.get("created_at")?,
        updated_at: row.get("updated_at")?,
    })
}

fn with_roles(
    db: &Connection,
    mut membership: GroupMembership,
) -> rusqlite::Result<GroupMembership> {
    let sql = "SELECT * FROM group_roles WHERE membership_id = ?1 ORDER BY seq";
    membership.roles = roles::given(db, sql, &membership.project_id, &membership.id)?;
    Ok(membership)
}

/// Makes a group, with a slug made from its name if none is given.
pub(crate) fn create(
    db: &Connection,
    era: Era,
    organization_id: &str,
    name: &str,
    slug: Option<&str>,
    role: &str,
) -> rusqlite::Result<Group> {
    let slug = slug.map_or_else(|| random::slug(name), ToOwned::to_owned);
    db.query_row(
        "INSERT INTO user_groups (id, organization_id, name, slug, role, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6) RETURNING *",
        params![era.new_id(), organization_id, name, slug, role, clock::now()],
        from_row,
    )
}

pub(crate) fn by_id(db: &Connection, id: &str) -> rusqlite::Result<Option<Group>> {
    db.query_row("SELECT * FROM user_groups WHERE id = ?1", [id], from_row).optional()
}

/// The groups of an organisation, oldest first.
pub(crate) fn of_organization(
    db: &Connection,
    organization_id: &str,
) -> rusqlite::Result<Vec<Group>> {
    let sql = "SELECT * FROM user_groups WHERE organization_id = ?1 ORDER BY seq";
    db.prepare_cached(sql)?.query_map([organization_id], from_row)?.collect()
}

/// Changes what is given.
pub(crate) fn update(
    db: &Connection,
    id: &str,
    change: &GroupChange<'_>,
) -> rusqlite::Result<Group> {
    db.query_row(
        "UPDATE user_groups SET name = coalesce(?2, name), slug = coalesce(?3, slug),
             role = coalesce(?4, role), updated_at = ?5
         WHERE id = ?1 RETURNING *",
        params![id, change.name, change.slug, change.role, clock::now()],
        from_row,
    )
}

/// Deletes a group with its places in projects. Its users stay.
pub(crate) fn delete(db: &Connection, id: &str) -> rusqlite::Result<()> {
    db.execute("DELETE FROM user_groups WHERE id = ?1", [id])?;
    Ok(())
}

/// When the user joined the group, if they did.
pub(crate) fn joined_at(
    db: &Connection,
    group_id: &str,
    user_id: &str,
) -> rusqlite::Result<Option<i64>> {
    let sql = "SELECT created_at FROM group_users WHERE group_id = ?1 AND user_id = ?2";
    db.query_row(sql, [group_id, user_id], |row| row.get(0)).optional()
}

pub(crate) fn add_user(db: &Connection, group_id: &str, user_id: &str) -> rusqlite::Result<()> {
    db.execute(
        "INSERT INTO group_users (group_id, user_id, created_at) VALUES (?1, ?2, ?3)",
        params![group_id, user_id, clock::now()],
    )?;
    Ok(())
}

pub(crate) fn remove_user(db: &Connection, group_id: &str, user_id: &str) -> rusqlite::Result<()> {
    let sql = "DELETE FROM group_users WHERE group_id = ?1 AND user_id = ?2";
    db.execute(sql, [group_id, user_id])?;
    Ok(())
}

pub(crate) fn membership(
    db: &Connection,
    project_id: &str,
    group_id: &str,
) -> rusqlite::Result<Option<GroupMembership>> {
    let sql = "SELECT * FROM group_memberships WHERE project_id = ?1 AND group_id = ?2";
    let membership = db.query_row(sql, [project_id, group_id], membership_from).optional()?;
    membership.map(|membership| with_roles(db, membership)).transpose()
}

/// The groups in a project, oldest first.
pub(crate) fn of_project(
    db: &Connection,
    project_id: &str,
) -> rusqlite::Result<Vec<GroupMembership>> {
    let sql = "SELECT * FROM group_memberships WHERE project_id = ?1 ORDER BY seq";
    let mut statement = db.prepare_cached(sql)?;
    let memberships = statement.query_map([project_id], membership_from)?;
    memberships.map(|membership| with_roles(db, membership?)).collect()
}

/// How a user is in a project by groups.
pub(crate) fn of_user(
    db: &Connection,
    project_id: &str,
    user_id: &str,
) -> rusqlite::Result<Vec<GroupMembership>> {
    let mut statement = db.prepare_cached(
        "SELECT m.* FROM group_memberships m JOIN group_users u ON u.group_id = m.group_id
         WHERE m.project_id = ?1 AND u.user_id = ?2 ORDER BY m.seq",
    )?;
    let memberships = statement.query_map([project_id, user_id], membership_from)?;
    memberships.map(|membership| with_roles(db, membership?)).collect()
}

/// Adds a group to a project, without roles.
pub(crate) fn add_to_project(
    db: &Connection,
    era: Era,
    project_id: &str,
    group_id: &str,
) -> rusqlite::Result<GroupMembership> {
    db.query_row(
        "INSERT INTO group_memberships (id, project_id, group_id, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?4) RETURNING *",
        params![era.new_id(), project_id, group_id, clock::now()],
        membership_from,
    )
}

/// Replaces the roles of a group in a project.
pub(crate) fn set_roles(
    db: &Connection,
    era: Era,
    membership_id: &str,
    roles: &[String],
) -> rusqlite::Result<()> {
    db.execute("DELETE FROM group_roles WHERE membership_id = ?1", [membership_id])?;
    for role in roles {
        db.execute(
            "INSERT INTO group_roles (id, membership_id, role, created_at, updated_at)
             VALUES (?1, ?2, ?3, ?4, ?4)",
            params![era.new_id(), membership_id, role, clock::now()],
        )?;
    }
    Ok(())
}

pub(crate) fn remove_from_project(db: &Connection, membership_id: &str) -> rusqlite::Result<()> {
    db.execute("DELETE FROM group_memberships WHERE id = ?1", [membership_id])?;
    Ok(())
}
