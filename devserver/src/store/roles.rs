//! Roles that projects define, in addition to those of every project.

use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::clock;
use crate::era::Era;
use crate::store::from_json;
use crate::store::memberships::Role;

#[derive(Clone, Debug)]
pub(crate) struct CustomRole {
    pub(crate) id: String,
    pub(crate) project_id: String,
    pub(crate) slug: String,
    pub(crate) name: String,
    pub(crate) description: Option<String>,
    pub(crate) permissions: Vec<Permission>,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

/// Something a role allows, or forbids. Of those that are about an action the last one decides.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(crate) struct Permission {
    pub(crate) subject: String,
    pub(crate) action: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) conditions: Option<Map<String, Value>>,
    pub(crate) inverted: bool,
}

/// A role to be stored, or what is to change of one.
#[derive(Default)]
pub(crate) struct RoleFields<'a> {
    pub(crate) slug: Option<&'a str>,
    pub(crate) name: Option<&'a str>,
    pub(crate) description: Option<&'a str>,
    pub(crate) permissions: Option<&'a [Permission]>,
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<CustomRole> {
    Ok(CustomRole {
        id: row.get("id")?,
        project_id: row.get("project_id")?,
        slug: row.get("slug")?,
        name: row.get("name")?,
        description: row.get("description")?,
        permissions: from_json(&row.get::<_, String>("permissions")?)?,
        created_at: row.get("created_at")?,
        updated_at: row.get("updated_at")?,
    })
}

/// The project's own role of that slug.
pub(crate) fn by_slug(
    db: &Connection,
    project_id: &str,
    slug: &str,
) -> rusqlite::Result<Option<CustomRole>> {
    let sql = "SELECT * FROM custom_roles WHERE project_id = ?1 AND slug = ?2";
    db.query_row(sql, [project_id, slug], from_row).optional()
}

pub(crate) fn by_id(
    db: &Connection,
    project_id: &str,
    id: &str,
) -> rusqlite::Result<Option<CustomRole>> {
    let sql = "SELECT * FROM custom_roles WHERE project_id = ?1 AND id = ?2";
    db.query_row(sql, [project_id, id], from_row).optional()
}

/// The project's own roles, by slug.
pub(crate) fn of_project(db: &Connection, project_id: &str) -> rusqlite::Result<Vec<CustomRole>> {
    let sql = "SELECT * FROM custom_roles WHERE project_id = ?1 ORDER BY slug";
    db.prepare_cached(sql)?.query_map([project_id], from_row)?.collect()
}

/// The roles that `sql` finds of a membership `?1` in the project.
pub(crate) fn given(
    db: &Connection,
    sql: &str,
    project_id: &str,
    membership_id: &str,
) -> rusqlite::Result<Vec<Role>> {
    let mut statement = db.prepare_cached(sql)?;
    let roles = statement.query_map([membership_id], |row| {
        let name: String = row.get("role")?;
        Ok(Role {
            id: row.get("id")?,
            custom: by_slug(db, project_id, &name)?,
            name,
            created_at: row.get("created_at")?,
            updated_at: row.get("updated_at")?,
        })
    })?;
    roles.collect()
}

/// Stores a role, which needs every field but a description.
pub(crate) fn create(
    db: &Connection,
    era: Era,
    project_id: &str,
    new: &RoleFields<'_>,
) -> rusqlite::Result<CustomRole> {
    db.query_row(
        "INSERT INTO custom_roles
             (id, project_id, slug, name, description, permissions, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7) RETURNING *",
        params![
            era.new_id(),
            project_id,
            new.slug,
            new.name,
            new.description,
            new.permissions.map(as_json).transpose()?,
            clock::now()
        ],
        from_row,
    )
}

/// Changes the given fields. Members with the role keep it under its new slug.
pub(crate) fn update(
    db: &Connection,
    role: &CustomRole,
    change: &RoleFields<'_>,
) -> rusqlite::Result<CustomRole> {
    if let Some(slug) = change.slug {
        for (table, of_project) in USES {
            db.execute(
                &format!("UPDATE {table} SET role = ?3 WHERE role = ?2 AND {of_project}"),
                [&role.project_id, &role.slug, slug],
            )?;
        }
    }
    db.query_row(
        "UPDATE custom_roles SET slug = coalesce(?2, slug), name = coalesce(?3, name),
             description = coalesce(?4, description), permissions = coalesce(?5, permissions),
             updated_at = ?6
         WHERE id = ?1 RETURNING *",
        params![
            role.id,
            change.slug,
            change.name,
            change.description,
            change.permissions.map(as_json).transpose()?,
            clock::now()
        ],
        from_row,
    )
}

pub(crate) fn delete(db: &Connection, id: &str) -> rusqlite::Result<()> {
    db.execute("DELETE FROM custom_roles WHERE id = ?1", [id])?;
    Ok(())
}

/// Where a role of the project `?1` may be in use.
const USES: [(&str, &str); 3] = [
    (
        "project_roles",
        "membership_id IN (SELECT id FROM project_memberships WHERE project_id = ?1)",
    ),
    ("group_roles", "membership_id IN (SELECT id FROM group_memberships WHERE project_id = ?1)"),
    ("identity_memberships", "project_id = ?1"),
];

/// Whether a member, a group or a machine identity has the role.
pub(crate) fn is_in_use(db: &Connection, role: &CustomRole) -> rusqlite::Result<bool> {
    for (table, of_project) in USES {
        let sql = format!("SELECT EXISTS (SELECT 1 FROM {table} WHERE role = ?2 AND {of_project})");
        if db.query_row(&sql, [&role.project_id, &role.slug], |row| row.get(0))? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn as_json(permissions: &[Permission]) -> rusqlite::Result<String> {
    serde_json::to_string(permissions)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
}
