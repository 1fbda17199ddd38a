//! Projects (the wire's "workspaces").

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::clock;
use crate::era::Era;
use crate::random;
use crate::store::environments::{self, Environment};

#[derive(Clone, Debug)]
pub(crate) struct Project {
    pub(crate) id: String,
    pub(crate) organization_id: String,
    pub(crate) name: String,
    pub(crate) slug: String,
    pub(crate) auto_capitalization: bool,
    /// How many versions of its secrets June 2024 would keep.
    pub(crate) version_limit: i64,
    /// Shown since June 2024: 1 if members made the key, 2 if the server made it and members have
    /// copies, 3 if the server alone has it.
    pub(crate) version: i64,
    /// The blind-index salt under the server key.
    pub(crate) sealed_index_salt: Vec<u8>,
    /// In July 2026: what it is for.
    pub(crate) kind: String,
    pub(crate) description: Option<String>,
    pub(crate) has_delete_protection: bool,
    /// How giving up its end-to-end encryption went.
    pub(crate) upgrade_status: Option<String>,
    pub(crate) environments: Vec<Environment>,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

impl Project {
    pub(crate) fn environment(&self, slug: &str) -> Option<&Environment> {
        self.environments.iter().find(|environment| environment.slug == slug)
    }
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Project> {
    Ok(Project {
        id: row.get("id")?,
        organization_id: row.get("organization_id")?,
        name: row.get("name")?,
        slug: row.get("slug")?,
        auto_capitalization: row.get("auto_capitalization")?,
        version_limit: row.get("version_limit")?,
        version: row.get("version")?,
        sealed_index_salt: row.get("sealed_index_salt")?,
        kind: row.get("kind")?,
        description: row.get("description")?,
        has_delete_protection: row.get("has_delete_protection")?,
        upgrade_status: row.get("upgrade_status")?,
        environments: Vec::new(),
        created_at: row.get("created_at")?,
        updated_at: row.get("updated_at")?,
    })
}

fn with_environments(db: &Connection, mut project: Project) -> rusqlite::Result<Project> {
    project.environments = environments::of_project(db, &project.id)?;
    Ok(project)
}

/// A new project with the era's default environments and no members.
pub(crate) fn create(
    db: &Connection,
    era: Era,
    organization_id: &str,
    name: &str,
    sealed_index_salt: &[u8],
) -> rusqlite::Result<Project> {
    let (id, now) = (era.new_id(), clock::now());
    db.execute(
        "INSERT INTO projects
             (id, organization_id, name, slug, sealed_index_salt, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6)",
        params![id, organization_id, name, random::slug(name), sealed_index_salt, now],
    )?;
    let defaults: &[(&str, &str)] = match era {
        Era::May23 => &[
            ("Development", "dev"),
            ("Test", "test"),
            ("Staging", "staging"),
            ("Production", "prod"),
        ],
        Era::Feb24 | Era::Jun24 | Era::Modern => {
            &[("Development", "dev"), ("Staging", "staging"), ("Production", "prod")]
        }
    };
    for (name, slug) in defaults {
        environments::create(db, era, &id, name, slug)?;
    }
    by_id(db, &id)?.ok_or(rusqlite::Error::QueryReturnedNoRows)
}

/// July 2026: the project for certificates of a new organization, without environments.
pub(crate) fn create_for_certificates(
    db: &Connection,
    era: Era,
    organization_id: &str,
    name: &str,
    sealed_index_salt: &[u8],
) -> rusqlite::Result<String> {
    let (id, now) = (era.new_id(), clock::now());
    db.execute(
        "INSERT INTO projects (id, organization_id, name, slug, sealed_index_salt, version, kind,
             auto_capitalization, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, 3, 'cert-manager', 0, ?6, ?6)",
        params![id, organization_id, name, random::slug("cert-manager"), sealed_index_salt, now,],
    )?;
    Ok(id)
}

/// The properties of a new project of July 2026, other than its name.
pub(crate) struct Settings<'a> {
    pub(crate) slug: Option<&'a str>,
    pub(crate) kind: &'a str,
    pub(crate) description: Option<&'a str>,
    pub(crate) has_delete_protection: bool,
}

/// Completes a project that was just made.
pub(crate) fn set_up(db: &Connection, id: &str, settings: &Settings<'_>) -> rusqlite::Result<()> {
    db.execute(
        "UPDATE projects SET slug = coalesce(?2, slug), kind = ?3, description = ?4,
             has_delete_protection = ?5, auto_capitalization = 0, version = 3, version_limit = 10
         WHERE id = ?1",
        params![
            id,
            settings.slug,
            settings.kind,
            settings.description,
            settings.has_delete_protection,
        ],
    )?;
    Ok(())
}

/// July 2026: changes what is given of the rest.
pub(crate) fn describe(
    db: &Connection,
    id: &str,
    slug: Option<&str>,
    description: Option<&str>,
    has_delete_protection: Option<bool>,
) -> rusqlite::Result<()> {
    db.execute(
        "UPDATE projects SET slug = coalesce(?2, slug), description = coalesce(?3, description),
             has_delete_protection = coalesce(?4, has_delete_protection)
         WHERE id = ?1",
        params![id, slug, description, has_delete_protection],
    )?;
    Ok(())
}

/// All projects of an organization, by name.
pub(crate) fn of_organization(
    db: &Connection,
    organization_id: &str,
) -> rusqlite::Result<Vec<Project>> {
    let sql = "SELECT * FROM projects WHERE organization_id = ?1 ORDER BY name, seq";
    let mut statement = db.prepare_cached(sql)?;
    let projects = statement.query_map([organization_id], from_row)?;
    projects.map(|project| with_environments(db, project?)).collect()
}

/// The status of an upgrade that was asked for and has not begun. Clients see none.
pub(crate) const QUEUED: &str = "QUEUED";

/// The status of an upgrade that has begun.
pub(crate) const BEGUN: &str = "BEGUN";

/// Notes how giving up the end-to-end encryption went.
pub(crate) fn set_upgrade_status(
    db: &Connection,
    id: &str,
    status: Option<&str>,
) -> rusqlite::Result<()> {
    db.execute("UPDATE projects SET upgrade_status = ?2 WHERE id = ?1", params![id, status])?;
    Ok(())
}

/// Changes the version of a project: 1 if its members made the key, 3 if the server alone has it.
pub(crate) fn set_version(db: &Connection, id: &str, version: i64) -> rusqlite::Result<()> {
    db.execute("UPDATE projects SET version = ?2 WHERE id = ?1", params![id, version])?;
    Ok(())
}

pub(crate) fn by_id(db: &Connection, id: &str) -> rusqlite::Result<Option<Project>> {
    let project =
        db.query_row("SELECT * FROM projects WHERE id = ?1", [id], from_row).optional()?;
    project.map(|project| with_environments(db, project)).transpose()
}

pub(crate) fn by_slug(db: &Connection, slug: &str) -> rusqlite::Result<Option<Project>> {
    let project =
        db.query_row("SELECT * FROM projects WHERE slug = ?1", [slug], from_row).optional()?;
    project.map(|project| with_environments(db, project)).transpose()
}

/// The projects a user is a member of, by a group or not, oldest first; only those of one
/// organisation if given.
pub(crate) fn of_user(
    db: &Connection,
    user_id: &str,
    organization_id: Option<&str>,
) -> rusqlite::Result<Vec<Project>> {
    let mut statement = db.prepare_cached(
        "SELECT * FROM projects
         WHERE (?2 IS NULL OR organization_id = ?2) AND id IN (
             SELECT project_id FROM project_memberships WHERE user_id = ?1
             UNION
             SELECT m.project_id FROM group_memberships m
             JOIN group_users u ON u.group_id = m.group_id WHERE u.user_id = ?1
         ) ORDER BY seq",
    )?;
    let projects = statement.query_map(params![user_id, organization_id], from_row)?;
    projects.map(|project| with_environments(db, project?)).collect()
}

/// Changes what is given.
pub(crate) fn update(
    db: &Connection,
    id: &str,
    name: Option<&str>,
    auto_capitalization: Option<bool>,
) -> rusqlite::Result<()> {
    db.execute(
        "UPDATE projects SET name = coalesce(?2, name),
             auto_capitalization = coalesce(?3, auto_capitalization), updated_at = ?4
         WHERE id = ?1",
        params![id, name, auto_capitalization, clock::now()],
    )?;
    Ok(())
}

pub(crate) fn set_version_limit(db: &Connection, id: &str, limit: i64) -> rusqlite::Result<()> {
    db.execute(
        "UPDATE projects SET version_limit = ?2, updated_at = ?3 WHERE id = ?1",
        params![id, limit, clock::now()],
    )?;
    Ok(())
}

/// Deletes a project with everything in it.
pub(crate) fn delete(db: &Connection, id: &str) -> rusqlite::Result<()> {
    db.execute("DELETE FROM projects WHERE id = ?1", [id])?;
    Ok(())
}
