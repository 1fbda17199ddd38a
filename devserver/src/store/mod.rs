//! The database: one SQLite connection, one transaction a write.

pub(crate) mod api_keys;
pub(crate) mod bots;
pub(crate) mod codes;
pub(crate) mod environments;
pub(crate) mod folders;
pub(crate) mod keys;
pub(crate) mod memberships;
pub(crate) mod organizations;
pub(crate) mod projects;
pub(crate) mod secret_imports;
pub(crate) mod secrets;
pub(crate) mod service_tokens;
pub(crate) mod sessions;
pub(crate) mod tags;
pub(crate) mod users;

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};
use serde::Deserialize;

use crate::clock;
use crate::era::Era;
use crate::error::ApiError;

/// Schema changes in order; a database remembers how many it has had.
const MIGRATIONS: &[&str] = &[include_str!("schema.sql")];

/// Why a database could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// SQLite refused: not a database, not writable, already damaged.
    #[error("the database cannot be used: {0}")]
    Database(#[from] rusqlite::Error),
    /// The file was made by a server of another era, whose ids and records differ.
    #[error("the database belongs to era {found}; start the server with --era {found}")]
    OtherEra {
        /// The era the file was made for.
        found: String,
    },
    /// The file was made by a newer server.
    #[error("the database was made by a newer version of this server")]
    Newer,
}

/// Access to the database. Callers run on blocking threads; the lock is held for a whole
/// transaction, so slow computation belongs outside.
pub(crate) struct Store {
    connection: Mutex<Connection>,
}

impl Store {
    /// Opens or creates the database at `path`, in memory without one.
    pub(crate) fn open(path: Option<&Path>, era: Era) -> Result<Self, OpenError> {
        let mut connection = match path {
            Some(path) => Connection::open(path)?,
            None => Connection::open_in_memory()?,
        };
        // With WAL and full synchronisation a commit is on the disk before it is acknowledged.
        connection.pragma_update(None, "journal_mode", "wal")?;
        connection.pragma_update(None, "synchronous", "full")?;
        connection.pragma_update(None, "foreign_keys", true)?;
        connection.pragma_update(None, "secure_delete", true)?;
        migrate(&mut connection)?;
        claim_era(&connection, era)?;
        Ok(Store { connection: Mutex::new(connection) })
    }

    /// Loads what the server keeps for itself, creating it in a new database.
    pub(crate) fn keys<T>(
        &self,
        load: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, OpenError> {
        let mut connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let loaded = load(&transaction)?;
        transaction.commit()?;
        Ok(loaded)
    }

    /// Runs `work` on a consistent view.
    pub(crate) fn read<T>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, ApiError>,
    ) -> Result<T, ApiError> {
        let connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        work(&connection)
    }

    /// Runs `work` in a transaction: committed to disk when it succeeds, undone when it fails.
    pub(crate) fn write<T>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, ApiError>,
    ) -> Result<T, ApiError> {
        let mut connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let result = work(&transaction)?;
        transaction.commit()?;
        Ok(result)
    }
}

fn migrate(connection: &mut Connection) -> Result<(), OpenError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    transaction.execute_batch(
        "CREATE TABLE IF NOT EXISTS migrations (
             number     INTEGER PRIMARY KEY,
             applied_at INTEGER NOT NULL
         ) STRICT;",
    )?;
    let done: i64 =
        transaction.query_row("SELECT count(*) FROM migrations", [], |row| row.get(0))?;
    let mut known = 0;
    for (number, sql) in (1..).zip(MIGRATIONS) {
        known = number;
        if number > done {
            transaction.execute_batch(sql)?;
            transaction.execute(
                "INSERT INTO migrations (number, applied_at) VALUES (?1, ?2)",
                (number, clock::now()),
            )?;
        }
    }
    if done > known {
        return Err(OpenError::Newer);
    }
    transaction.commit()?;
    Ok(())
}

fn claim_era(connection: &Connection, era: Era) -> Result<(), OpenError> {
    let found = meta(connection, "era", || era.name().as_bytes().to_vec())?;
    if found == era.name().as_bytes() {
        Ok(())
    } else {
        Err(OpenError::OtherEra { found: String::from_utf8_lossy(&found).into_owned() })
    }
}

/// The value kept under `name`, made by `create` the first time.
pub(crate) fn meta(
    connection: &Connection,
    name: &str,
    create: impl FnOnce() -> Vec<u8>,
) -> rusqlite::Result<Vec<u8>> {
    let kept = connection
        .query_row("SELECT value FROM meta WHERE name = ?1", [name], |row| row.get(0))
        .optional()?;
    if let Some(value) = kept {
        return Ok(value);
    }
    let value = create();
    connection.execute("INSERT INTO meta (name, value) VALUES (?1, ?2)", (name, &value))?;
    Ok(value)
}

/// Replaces the value kept under `name`.
pub(crate) fn set_meta(connection: &Connection, name: &str, value: &[u8]) -> rusqlite::Result<()> {
    connection.execute(
        "INSERT INTO meta (name, value) VALUES (?1, ?2)
         ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (name, value),
    )?;
    Ok(())
}

/// A value kept as JSON.
fn from_json<T: for<'de> Deserialize<'de>>(text: &str) -> rusqlite::Result<T> {
    serde_json::from_str(text)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(error)))
}
