//! Accounts and the devices they logged in from.

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::clock;
use crate::era::Era;

/// An account. Key material is what the client encrypted; the server can open none of it.
#[derive(Clone, Debug)]
pub(crate) struct User {
    pub(crate) id: String,
    pub(crate) email: String,
    pub(crate) first_name: Option<String>,
    pub(crate) last_name: Option<String>,
    /// Whether sign-up has been completed.
    pub(crate) is_accepted: bool,
    pub(crate) is_super_admin: bool,
    pub(crate) is_mfa_enabled: bool,
    /// How often the second factor was switched on or off.
    pub(crate) mfa_changes: i64,
    pub(crate) lock: Lock,
    pub(crate) keys: UserKeys,
    /// Of the password, if the server ever got that.
    pub(crate) password_hash: Option<String>,
    pub(crate) devices: Vec<Device>,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

/// The key fields of an account, all absent until sign-up is complete.
#[derive(Clone, Debug, Default)]
pub(crate) struct UserKeys {
    pub(crate) public_key: Option<String>,
    pub(crate) encrypted_private_key: Option<String>,
    pub(crate) iv: Option<String>,
    pub(crate) tag: Option<String>,
    pub(crate) protected_key: Option<String>,
    pub(crate) protected_key_iv: Option<String>,
    pub(crate) protected_key_tag: Option<String>,
    pub(crate) salt: Option<String>,
    pub(crate) verifier: Option<String>,
}

/// What wrong codes led to, where servers lock users for them.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Lock {
    /// How many wrong codes there were since a right one.
    pub(crate) failed_attempts: i64,
    pub(crate) until: Option<i64>,
    /// Until the password is reset.
    pub(crate) is_for_good: bool,
}

/// An address and user agent an account logged in from.
#[derive(Clone, Debug)]
pub(crate) struct Device {
    pub(crate) id: String,
    pub(crate) ip: String,
    pub(crate) user_agent: String,
}

/// What completes a sign-up.
pub(crate) struct Profile<'a> {
    pub(crate) first_name: &'a str,
    pub(crate) last_name: Option<&'a str>,
    pub(crate) keys: &'a UserKeys,
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<User> {
    Ok(User {
        id: row.get("id")?,
        email: row.get("email")?,
        first_name: row.get("first_name")?,
        last_name: row.get("last_name")?,
        is_accepted: row.get("is_accepted")?,
        is_super_admin: row.get("is_super_admin")?,
        is_mfa_enabled: row.get("is_mfa_enabled")?,
        mfa_changes: row.get("mfa_changes")?,
        lock: Lock {
            failed_attempts: row.get("failed_mfa_attempts")?,
            until: row.get("locked_until")?,
            is_for_good: row.get("is_locked")?,
        },
        keys: UserKeys {
            public_key: row.get("public_key")?,
            encrypted_private_key: row.get("encrypted_private_key")?,
            iv: row.get("iv")?,
            tag: row.get("tag")?,
            protected_key: row.get("protected_key")?,
            protected_key_iv: row.get("protected_key_iv")?,
            protected_key_tag: row.get("protected_key_tag")?,
            salt: row.get("salt")?,
            verifier: row.get("verifier")?,
        },
        password_hash: row.get("password_hash")?,
        devices: Vec::new(),
        created_at: row.get("created_at")?,
        updated_at: row.get("updated_at")?,
    })
}

fn with_devices(db: &Connection, user: Option<User>) -> rusqlite::Result<Option<User>> {
    let Some(mut user) = user else {
        return Ok(None);
    };
    let mut statement =
        db.prepare_cached("SELECT id, ip, user_agent FROM devices WHERE user_id = ?1")?;
    let devices = statement.query_map([&user.id], |row| {
        Ok(Device { id: row.get(0)?, ip: row.get(1)?, user_agent: row.get(2)? })
    })?;
    user.devices = devices.collect::<Result<_, _>>()?;
    Ok(Some(user))
}

/// The account with `id`, human or ghost.
pub(crate) fn by_id(db: &Connection, id: &str) -> rusqlite::Result<Option<User>> {
    let user = db.query_row("SELECT * FROM users WHERE id = ?1", [id], from_row).optional()?;
    with_devices(db, user)
}

/// The human account with `email`, spelt exactly so.
pub(crate) fn by_email(db: &Connection, email: &str) -> rusqlite::Result<Option<User>> {
    let sql = "SELECT * FROM users WHERE email = ?1 AND is_ghost = 0";
    let user = db.query_row(sql, [email], from_row).optional()?;
    with_devices(db, user)
}

/// The account of `email`, made without keys if there is none.
pub(crate) fn find_or_create(db: &Connection, era: Era, email: &str) -> rusqlite::Result<User> {
    if let Some(user) = by_email(db, email)? {
        return Ok(user);
    }
    let (id, now) = (era.new_id(), clock::now());
    db.execute(
        "INSERT INTO users (id, email, created_at, updated_at) VALUES (?1, ?2, ?3, ?3)",
        params![id, email, now],
    )?;
    by_id(db, &id)?.ok_or(rusqlite::Error::QueryReturnedNoRows)
}

/// Completes the sign-up of `user_id`.
pub(crate) fn complete(
    db: &Connection,
    user_id: &str,
    profile: &Profile<'_>,
) -> rusqlite::Result<User> {
    let keys = profile.keys;
    db.execute(
        "UPDATE users SET is_accepted = 1, first_name = ?2, last_name = ?3, public_key = ?4,
             encrypted_private_key = ?5, iv = ?6, tag = ?7, protected_key = ?8,
             protected_key_iv = ?9, protected_key_tag = ?10, salt = ?11, verifier = ?12,
             updated_at = ?13
         WHERE id = ?1",
        params![
            user_id,
            profile.first_name,
            profile.last_name,
            keys.public_key,
            keys.encrypted_private_key,
            keys.iv,
            keys.tag,
            keys.protected_key,
            keys.protected_key_iv,
            keys.protected_key_tag,
            keys.salt,
            keys.verifier,
            clock::now(),
        ],
    )?;
    by_id(db, user_id)?.ok_or(rusqlite::Error::QueryReturnedNoRows)
}

/// Turns the second factor on or off.
pub(crate) fn set_mfa(db: &Connection, user_id: &str, enabled: bool) -> rusqlite::Result<User> {
    db.execute(
        "UPDATE users
         SET is_mfa_enabled = ?2, mfa_changes = mfa_changes + (is_mfa_enabled <> ?2), updated_at = ?3
         WHERE id = ?1",
        params![user_id, enabled, clock::now()],
    )?;
    by_id(db, user_id)?.ok_or(rusqlite::Error::QueryReturnedNoRows)
}

/// Notes what wrong codes led to.
pub(crate) fn set_lock(db: &Connection, user_id: &str, lock: Lock) -> rusqlite::Result<()> {
    db.execute(
        "UPDATE users SET failed_mfa_attempts = ?2, locked_until = ?3, is_locked = ?4
         WHERE id = ?1",
        params![user_id, lock.failed_attempts, lock.until, lock.is_for_good],
    )?;
    Ok(())
}

/// Replaces the password's verifier and what it protects; the public key stays.
pub(crate) fn protect(db: &Connection, user_id: &str, keys: &UserKeys) -> rusqlite::Result<()> {
    db.execute(
        "UPDATE users SET encrypted_private_key = ?2, iv = ?3, tag = ?4, protected_key = ?5,
             protected_key_iv = ?6, protected_key_tag = ?7, salt = ?8, verifier = ?9,
             updated_at = ?10
         WHERE id = ?1",
        params![
            user_id,
            keys.encrypted_private_key,
            keys.iv,
            keys.tag,
            keys.protected_key,
            keys.protected_key_iv,
            keys.protected_key_tag,
            keys.salt,
            keys.verifier,
            clock::now(),
        ],
    )?;
    Ok(())
}

/// Replaces the hash of the password; keys stay as they are.
pub(crate) fn set_password(db: &Connection, user_id: &str, hash: &str) -> rusqlite::Result<()> {
    db.execute(
        "UPDATE users SET password_hash = ?2, updated_at = ?3 WHERE id = ?1",
        params![user_id, hash, clock::now()],
    )?;
    Ok(())
}

/// Gives the user another name.
/// Keeps a private key that the server can open.
pub(crate) fn keep_private_key(
    db: &Connection,
    user_id: &str,
    sealed: &[u8],
) -> rusqlite::Result<()> {
    let sql = "UPDATE users SET openable_private_key = ?2 WHERE id = ?1";
    db.execute(sql, params![user_id, sealed])?;
    Ok(())
}

/// The private key of an account, if the server can open it, under the server key.
pub(crate) fn openable_private_key(
    db: &Connection,
    user_id: &str,
) -> rusqlite::Result<Option<Vec<u8>>> {
    let sql = "SELECT openable_private_key FROM users WHERE id = ?1";
    Ok(db.query_row(sql, [user_id], |row| row.get(0)).optional()?.flatten())
}

pub(crate) fn rename(
    db: &Connection,
    user_id: &str,
    first_name: &str,
    last_name: &str,
) -> rusqlite::Result<User> {
    db.execute(
        "UPDATE users SET first_name = ?2, last_name = ?3, updated_at = ?4 WHERE id = ?1",
        params![user_id, first_name, last_name, clock::now()],
    )?;
    by_id(db, user_id)?.ok_or(rusqlite::Error::QueryReturnedNoRows)
}

/// Deletes an account with its memberships, keys, sessions, personal secrets and open codes, and
/// the project keys it sealed.
pub(crate) fn delete(db: &Connection, user_id: &str) -> rusqlite::Result<()> {
    db.execute("DELETE FROM secret_versions WHERE user_id = ?1", [user_id])?;
    db.execute("DELETE FROM secrets WHERE user_id = ?1", [user_id])?;
    db.execute(
        "DELETE FROM codes WHERE email = (SELECT email FROM users WHERE id = ?1)",
        [user_id],
    )?;
    db.execute("DELETE FROM users WHERE id = ?1", [user_id])?;
    Ok(())
}

/// Makes `user_id` the server's administrator.
pub(crate) fn promote(db: &Connection, user_id: &str) -> rusqlite::Result<()> {
    db.execute("UPDATE users SET is_super_admin = 1 WHERE id = ?1", [user_id])?;
    Ok(())
}

/// Records a hidden account that only sealed a project key: its public key is all that is kept.
pub(crate) fn create_ghost(
    db: &Connection,
    era: Era,
    public_key: &str,
) -> rusqlite::Result<String> {
    let (id, now) = (era.new_id(), clock::now());
    db.execute(
        "INSERT INTO users (id, email, is_ghost, public_key, created_at, updated_at)
         VALUES (?1, ?2, 1, ?3, ?4, ?4)",
        params![id, format!("ghost-{id}@localhost"), public_key, now],
    )?;
    Ok(id)
}

/// Remembers where a login came from.
pub(crate) fn add_device(
    db: &Connection,
    era: Era,
    user_id: &str,
    ip: &str,
    user_agent: &str,
) -> rusqlite::Result<()> {
    let added = db.execute(
        "INSERT OR IGNORE INTO devices (id, user_id, ip, user_agent) VALUES (?1, ?2, ?3, ?4)",
        params![era.new_id(), user_id, ip, user_agent],
    )?;
    if added > 0 {
        let sql = "UPDATE users SET updated_at = ?2 WHERE id = ?1";
        db.execute(sql, params![user_id, clock::now()])?;
    }
    Ok(())
}
