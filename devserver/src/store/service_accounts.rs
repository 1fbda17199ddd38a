//! May 2023's service accounts, what they may do, and their copies of project keys.

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::clock;
use crate::era::Era;

#[derive(Clone, Debug)]
pub(crate) struct ServiceAccount {
    pub(crate) id: String,
    pub(crate) organization_id: String,
    /// Who made it.
    pub(crate) user_id: String,
    pub(crate) name: String,
    pub(crate) public_key: String,
    pub(crate) secret_hash: Vec<u8>,
    pub(crate) last_used: i64,
    pub(crate) expires_at: Option<i64>,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

/// That an account may work in an environment.
#[derive(Clone, Debug)]
pub(crate) struct Permission {
    pub(crate) id: String,
    pub(crate) account_id: String,
    pub(crate) project_id: String,
    pub(crate) environment: String,
    pub(crate) may_read: bool,
    pub(crate) may_write: bool,
    pub(crate) created_at: i64,
}

/// An account's copy of a project key.
#[derive(Clone, Debug)]
pub(crate) struct AccountKey {
    pub(crate) id: String,
    pub(crate) account_id: String,
    pub(crate) project_id: String,
    pub(crate) sender_id: String,
    pub(crate) encrypted_key: String,
    pub(crate) nonce: String,
    pub(crate) created_at: i64,
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<ServiceAccount> {
    Ok(ServiceAccount {
        id: row.get("id")?,
        organization_id: row.get("organization_id")?,
        user_id: row.get("user_id")?,
        name: row.get("name")?,
        public_key: row.get("public_key")?,
        secret_hash: row.get("secret_hash")?,
        last_used: row.get("last_used")?,
        expires_at: row.get("expires_at")?,
        created_at: row.get("created_at")?,
        updated_at: row.get("updated_at")?,
    })
}

fn permission_from_row(row: &Row<'_>) -> rusqlite::Result<Permission> {
    Ok(Permission {
        id: row.get("id")?,
        account_id: row.get("account_id")?,
        project_id: row.get("project_id")?,
        environment: row.get("environment")?,
        may_read: row.get("may_read")?,
        may_write: row.get("may_write")?,
        created_at: row.get("created_at")?,
    })
}

/// Stores `account`, whose id and times are given by the caller.
pub(crate) fn insert(db: &Connection, account: &ServiceAccount) -> rusqlite::Result<()> {
    db.execute(
        "INSERT INTO service_accounts (id, organization_id, user_id, name, public_key, secret_hash,
             last_used, expires_at, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        params![
            account.id,
            account.organization_id,
            account.user_id,
            account.name,
            account.public_key,
            account.secret_hash,
            account.last_used,
            account.expires_at,
            account.created_at,
            account.updated_at,
        ],
    )?;
    Ok(())
}

pub(crate) fn by_id(db: &Connection, id: &str) -> rusqlite::Result<Option<ServiceAccount>> {
    db.query_row("SELECT * FROM service_accounts WHERE id = ?1", [id], from_row).optional()
}

pub(crate) fn of_organization(
    db: &Connection,
    organization_id: &str,
) -> rusqlite::Result<Vec<ServiceAccount>> {
    let sql = "SELECT * FROM service_accounts WHERE organization_id = ?1 ORDER BY seq";
    db.prepare_cached(sql)?.query_map([organization_id], from_row)?.collect()
}

/// Notes that the account has just been used.
pub(crate) fn touch(db: &Connection, id: &str) -> rusqlite::Result<()> {
    let sql = "UPDATE service_accounts SET last_used = ?2, updated_at = ?2 WHERE id = ?1";
    db.execute(sql, params![id, clock::now()])?;
    Ok(())
}

pub(crate) fn rename(db: &Connection, id: &str, name: &str) -> rusqlite::Result<()> {
    let sql = "UPDATE service_accounts SET name = ?2, updated_at = ?3 WHERE id = ?1";
    db.execute(sql, params![id, name, clock::now()])?;
    Ok(())
}

pub(crate) fn delete(db: &Connection, id: &str) -> rusqlite::Result<()> {
    db.execute("DELETE FROM service_accounts WHERE id = ?1", [id])?;
    Ok(())
}

pub(crate) fn permissions(db: &Connection, account_id: &str) -> rusqlite::Result<Vec<Permission>> {
    let sql = "SELECT * FROM service_account_permissions WHERE account_id = ?1 ORDER BY seq";
    db.prepare_cached(sql)?.query_map([account_id], permission_from_row)?.collect()
}

/// What the account may do in an environment.
pub(crate) fn permission_in(
    db: &Connection,
    account_id: &str,
    project_id: &str,
    environment: &str,
) -> rusqlite::Result<Option<Permission>> {
    let sql = "SELECT * FROM service_account_permissions
               WHERE account_id = ?1 AND project_id = ?2 AND environment = ?3";
    db.query_row(sql, [account_id, project_id, environment], permission_from_row).optional()
}

/// Lets the account into an environment; `permission`'s id and time are given by the caller.
pub(crate) fn grant(db: &Connection, permission: &Permission) -> rusqlite::Result<()> {
    db.execute(
        "INSERT INTO service_account_permissions (id, account_id, project_id, environment,
             may_read, may_write, created_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![
            permission.id,
            permission.account_id,
            permission.project_id,
            permission.environment,
            permission.may_read,
            permission.may_write,
            permission.created_at,
        ],
    )?;
    Ok(())
}

/// Takes a permission back, and with the last one of a project the copy of its key.
pub(crate) fn revoke(db: &Connection, permission: &Permission) -> rusqlite::Result<()> {
    db.execute("DELETE FROM service_account_permissions WHERE id = ?1", [&permission.id])?;
    db.execute(
        "DELETE FROM service_account_keys WHERE account_id = ?1 AND project_id = ?2
             AND NOT EXISTS (SELECT 1 FROM service_account_permissions
                 WHERE account_id = ?1 AND project_id = ?2)",
        [&permission.account_id, &permission.project_id],
    )?;
    Ok(())
}

/// Keeps a copy of a project key, unless the account has one.
pub(crate) fn add_key(
    db: &Connection,
    era: Era,
    [account_id, project_id, sender_id]: [&str; 3],
    [encrypted_key, nonce]: [&str; 2],
) -> rusqlite::Result<()> {
    db.execute(
        "INSERT INTO service_account_keys (id, account_id, project_id, sender_id, encrypted_key,
             nonce, created_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (account_id, project_id) DO NOTHING",
        params![
            era.new_id(),
            account_id,
            project_id,
            sender_id,
            encrypted_key,
            nonce,
            clock::now()
        ],
    )?;
    Ok(())
}

/// The account's copies of project keys, of one project if it is named.
pub(crate) fn keys(
    db: &Connection,
    account_id: &str,
    project_id: Option<&str>,
) -> rusqlite::Result<Vec<AccountKey>> {
    let sql = "SELECT * FROM service_account_keys
               WHERE account_id = ?1 AND (?2 IS NULL OR project_id = ?2) ORDER BY created_at";
    let read = |row: &Row<'_>| {
        Ok(AccountKey {
            id: row.get("id")?,
            account_id: row.get("account_id")?,
            project_id: row.get("project_id")?,
            sender_id: row.get("sender_id")?,
            encrypted_key: row.get("encrypted_key")?,
            nonce: row.get("nonce")?,
            created_at: row.get("created_at")?,
        })
    };
    db.prepare_cached(sql)?.query_map(params![account_id, project_id], read)?.collect()
}
