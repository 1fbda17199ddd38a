//! How machine identities log in by something that others gave them: a token, a signature, a
//! certificate.

use rusqlite::{Connection, OptionalExtension, Row, params};
use serde_json::{Value, json};

use crate::clock;
use crate::era::Era;
use crate::store::from_json;
use crate::store::identity_logins::TokenRules;
use crate::store::identity_tokens::Method;

/// One way an identity logs in.
#[derive(Clone, Debug)]
pub(crate) struct IdentityAuth {
    pub(crate) id: String,
    pub(crate) identity_id: String,
    /// What is particular to the method, as it is shown.
    pub(crate) config: Value,
    pub(crate) tokens: TokenRules,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

impl IdentityAuth {
    /// A text of the configuration, empty if there is none.
    pub(crate) fn text(&self, name: &str) -> &str {
        self.config.get(name).and_then(Value::as_str).unwrap_or_default()
    }

    /// The texts in a list of the configuration.
    pub(crate) fn texts(&self, name: &str) -> Vec<&str> {
        let list = self.config.get(name).and_then(Value::as_array);
        list.into_iter().flatten().filter_map(Value::as_str).collect()
    }

    /// The entries of a text of the configuration, between commas.
    pub(crate) fn entries(&self, name: &str) -> Vec<&str> {
        let entries = self.text(name).split(',').map(str::trim);
        entries.filter(|entry| !entry.is_empty()).collect()
    }
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<IdentityAuth> {
    Ok(IdentityAuth {
        id: row.get("id")?,
        identity_id: row.get("identity_id")?,
        config: from_json(&row.get::<_, String>("config")?)?,
        tokens: TokenRules {
            ttl: row.get("token_ttl")?,
            max_ttl: row.get("token_max_ttl")?,
            max_uses: row.get("token_max_uses")?,
            trusted_ips: from_json(&row.get::<_, String>("token_trusted_ips")?)?,
        },
        created_at: row.get("created_at")?,
        updated_at: row.get("updated_at")?,
    })
}

pub(crate) fn attach(
    db: &Connection,
    era: Era,
    identity_id: &str,
    method: Method,
    config: &Value,
    tokens: &TokenRules,
) -> rusqlite::Result<IdentityAuth> {
    db.query_row(
        "INSERT INTO identity_auths (id, identity_id, method, config, token_ttl, token_max_ttl,
             token_max_uses, token_trusted_ips, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9) RETURNING *",
        params![
            era.new_id(),
            identity_id,
            method.name(),
            config.to_string(),
            tokens.ttl,
            tokens.max_ttl,
            tokens.max_uses,
            json!(tokens.trusted_ips).to_string(),
            clock::now()
        ],
        from_row,
    )
}

pub(crate) fn of(
    db: &Connection,
    identity_id: &str,
    method: Method,
) -> rusqlite::Result<Option<IdentityAuth>> {
    let sql = "SELECT * FROM identity_auths WHERE identity_id = ?1 AND method = ?2";
    db.query_row(sql, [identity_id, method.name()], from_row).optional()
}

/// The names of the methods of an identity, the oldest first.
pub(crate) fn methods_of(
    db: &Connection,
    identity_id: &str,
) -> rusqlite::Result<Vec<&'static str>> {
    let sql = "SELECT method FROM identity_auths WHERE identity_id = ?1 ORDER BY created_at, rowid";
    let mut statement = db.prepare_cached(sql)?;
    let names = statement.query_map([identity_id], |row| row.get::<_, String>(0))?;
    names.map(|name| Ok(Method::named(&name?).name())).collect()
}

pub(crate) fn update(
    db: &Connection,
    id: &str,
    config: &Value,
    tokens: &TokenRules,
) -> rusqlite::Result<IdentityAuth> {
    db.query_row(
        "UPDATE identity_auths
         SET config = ?2, token_ttl = ?3, token_max_ttl = ?4, token_max_uses = ?5,
             token_trusted_ips = ?6, updated_at = ?7
         WHERE id = ?1 RETURNING *",
        params![
            id,
            config.to_string(),
            tokens.ttl,
            tokens.max_ttl,
            tokens.max_uses,
            json!(tokens.trusted_ips).to_string(),
            clock::now()
        ],
        from_row,
    )
}

pub(crate) fn detach(db: &Connection, id: &str) -> rusqlite::Result<()> {
    db.execute("DELETE FROM identity_auths WHERE id = ?1", [id])?;
    Ok(())
}
