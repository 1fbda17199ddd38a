//! The database: one SQLite connection, one transaction a write.

pub(crate) mod api_keys;
pub(crate) mod audit;
pub(crate) mod backup_keys;
pub(crate) mod bots;
pub(crate) mod codes;
pub(crate) mod environments;
pub(crate) mod folders;
pub(crate) mod groups;
pub(crate) mod identities;
pub(crate) mod identity_auths;
pub(crate) mod identity_logins;
pub(crate) mod identity_tokens;
pub(crate) mod incident_contacts;
pub(crate) mod keys;
pub(crate) mod kms;
pub(crate) mod leases;
pub(crate) mod memberships;
pub(crate) mod organizations;
pub(crate) mod projects;
pub(crate) mod roles;
pub(crate) mod secret_imports;
pub(crate) mod secret_versions;
pub(crate) mod secrets;
pub(crate) mod service_accounts;
pub(crate) mod service_tokens;
pub(crate) mod sessions;
pub(crate) mod snapshots;
pub(crate) mod tags;
pub(crate) mod users;

use std::cell::Cell;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};
use serde::Deserialize;

use crate::clock;
use crate::error::ApiError;

/// Schema changes in order; a database remembers how many it has had.
const MIGRATIONS: &[&str] = &[
    include_str!("schema.sql"),
    include_str!("identities.sql"),
    include_str!("audit.sql"),
    include_str!("service_accounts.sql"),
    include_str!("modern.sql"),
    include_str!("history.sql"),
    include_str!("backup_keys.sql"),
    include_str!("mfa.sql"),
    include_str!("client_secrets.sql"),
    include_str!("identity_logins.sql"),
    include_str!("groups.sql"),
    include_str!("management.sql"),
    include_str!("locks.sql"),
    include_str!("counts.sql"),
    include_str!("today.sql"),
    include_str!("today_secrets.sql"),
    include_str!("identity_auths.sql"),
    include_str!("kms.sql"),
    include_str!("leases.sql"),
    include_str!("token_origins.sql"),
];

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

thread_local! {
    /// Whether this thread's writes are undone.
    static REHEARSAL: Cell<bool> = const { Cell::new(false) };
}

/// Does `work` on this thread, and undoes all that it writes.
pub(crate) fn rehearse<T>(work: impl FnOnce() -> T) -> T {
    REHEARSAL.set(true);
    let result = work();
    REHEARSAL.set(false);
    result
}

impl Store {
    /// Opens or creates the database at `path`, in memory without one.
    pub(crate) fn open(path: Option<&Path>, release: &str) -> Result<Self, OpenError> {
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
        claim_release(&connection, release)?;
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
        if REHEARSAL.get() {
            transaction.rollback()?;
        } else {
            transaction.commit()?;
        }
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

fn claim_release(connection: &Connection, release: &str) -> Result<(), OpenError> {
    let found = meta(connection, "era", || release.as_bytes().to_vec())?;
    if found == release.as_bytes() {
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

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::{MIGRATIONS, migrate, secret_versions};

    /// A May 2023 database from before versions were stored, with versions in its audit log.
    fn older() -> Connection {
        let mut connection = Connection::open_in_memory().unwrap();
        connection.pragma_update(None, "foreign_keys", true).unwrap();
        let history = MIGRATIONS.iter().position(|sql| sql.contains("FROM audit_versions"));
        let older = &MIGRATIONS[..history.unwrap()];
        let transaction = connection.transaction().unwrap();
        for sql in older {
            transaction.execute_batch(sql).unwrap();
        }
        transaction.commit().unwrap();
        connection
            .execute_batch(
                r#"CREATE TABLE migrations (number INTEGER PRIMARY KEY, applied_at INTEGER NOT NULL) STRICT;
                INSERT INTO organizations VALUES ('o', 'O', 'o', 0, 0);
                INSERT INTO projects (id, organization_id, name, slug, sealed_index_salt,
                    created_at, updated_at) VALUES ('p', 'o', 'P', 'p', x'00', 0, 0);
                INSERT INTO environments VALUES ('e', 'p', 'Dev', 'dev', 1, 0, 0);
                INSERT INTO audit_versions (id, project_id, secret_id, version, content) VALUES
                    ('v', 'p', 's', 1, '{"type": "shared", "environment": "dev",
                        "secretKeyCiphertext": "a", "secretKeyIV": "b", "secretKeyTag": "c",
                        "secretValueCiphertext": "d", "secretValueIV": "e", "secretValueTag": "f",
                        "updatedAt": "2023-05-15T12:00:00.250Z"}'),
                    ('w', 'p', 't', 1, '{"type": "shared", "environment": "gone"}');"#,
            )
            .unwrap();
        for (number, _) in (1_i64..).zip(older) {
            connection.execute("INSERT INTO migrations VALUES (?1, 0)", [number]).unwrap();
        }
        connection
    }

    #[test]
    fn migration_keeps_versions_of_the_audit_log() {
        let mut connection = older();
        migrate(&mut connection).unwrap();
        let version = secret_versions::by_id(&connection, "v").unwrap().unwrap();
        assert_eq!((version.secret.id.as_str(), version.secret.version), ("s", 1));
        assert_eq!(version.secret.content.value.ciphertext, "d");
        assert_eq!(version.secret.created_at, 1_684_152_000_250);
        assert!(secret_versions::by_id(&connection, "w").unwrap().is_none());
    }
}
