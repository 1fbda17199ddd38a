//! Login sessions of the later eras: one a user, address and user agent, with version counters
//! that outdate tokens.

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::clock;
use crate::era::Era;

/// A session and the versions its current tokens carry.
#[derive(Clone, Debug)]
pub(crate) struct Session {
    pub(crate) id: String,
    pub(crate) user_id: String,
    pub(crate) ip: String,
    pub(crate) user_agent: String,
    pub(crate) access_version: i64,
    pub(crate) refresh_version: i64,
    /// Access tokens up to this version were logged out.
    pub(crate) ended_version: i64,
    pub(crate) created_at: i64,
    /// Time of the last log-in or choice of an organization.
    pub(crate) last_used: i64,
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Session> {
    Ok(Session {
        id: row.get("id")?,
        user_id: row.get("user_id")?,
        ip: row.get("ip")?,
        user_agent: row.get("user_agent")?,
        access_version: row.get("access_version")?,
        refresh_version: row.get("refresh_version")?,
        ended_version: row.get("ended_version")?,
        created_at: row.get("created_at")?,
        last_used: row.get("last_used")?,
    })
}

/// The session of a login from `ip` with `user_agent`, made if new.
pub(crate) fn open(
    db: &Connection,
    era: Era,
    user_id: &str,
    ip: &str,
    user_agent: &str,
) -> rusqlite::Result<Session> {
    db.execute(
        "INSERT INTO sessions (id, user_id, ip, user_agent, access_version, refresh_version,
             created_at, last_used)
         VALUES (?1, ?2, ?3, ?4, 1, 1, ?5, ?5)
         ON CONFLICT (user_id, ip, user_agent) DO UPDATE SET last_used = ?5",
        params![era.new_id(), user_id, ip, user_agent, clock::now()],
    )?;
    db.query_row(
        "SELECT * FROM sessions WHERE user_id = ?1 AND ip = ?2 AND user_agent = ?3",
        [user_id, ip, user_agent],
        from_row,
    )
}

/// The session `id` of `user_id`.
pub(crate) fn find(db: &Connection, user_id: &str, id: &str) -> rusqlite::Result<Option<Session>> {
    let sql = "SELECT * FROM sessions WHERE id = ?1 AND user_id = ?2";
    db.query_row(sql, [id, user_id], from_row).optional()
}

/// The sessions of a user.
pub(crate) fn of_user(db: &Connection, user_id: &str) -> rusqlite::Result<Vec<Session>> {
    let sql = "SELECT * FROM sessions WHERE user_id = ?1 ORDER BY created_at";
    db.prepare_cached(sql)?.query_map([user_id], from_row)?.collect()
}

/// Forgets the sessions of a user: no token issued for one is good for anything.
pub(crate) fn delete_of_user(db: &Connection, user_id: &str) -> rusqlite::Result<()> {
    db.execute("DELETE FROM sessions WHERE user_id = ?1", [user_id])?;
    Ok(())
}

/// Outdates the refresh tokens issued for the session; access tokens go on.
pub(crate) fn rotate(db: &Connection, id: &str) -> rusqlite::Result<()> {
    db.execute("UPDATE sessions SET refresh_version = refresh_version + 1 WHERE id = ?1", [id])?;
    Ok(())
}

/// Outdates every token issued for the session.
pub(crate) fn advance(db: &Connection, id: &str) -> rusqlite::Result<()> {
    db.execute(
        "UPDATE sessions SET access_version = access_version + 1,
             refresh_version = refresh_version + 1 WHERE id = ?1",
        [id],
    )?;
    Ok(())
}

/// Ends what was begun with the session's tokens: none issued so far is good for anything.
pub(crate) fn end(db: &Connection, id: &str) -> rusqlite::Result<()> {
    db.execute("UPDATE sessions SET ended_version = access_version WHERE id = ?1", [id])?;
    advance(db, id)
}
