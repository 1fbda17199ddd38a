//! Access tokens of machine identities.

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::clock;
use crate::era::Era;
use crate::store::identity_auths;
use crate::store::identity_logins::{self, TokenRules};

/// How an identity came by a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Method {
    UniversalAuth,
    TokenAuth,
    Kubernetes,
    Oidc,
    Jwt,
    Ldap,
    Azure,
    Gcp,
    Aws,
    TlsCertificate,
}

const METHODS: &[(Method, &str)] = &[
    (Method::UniversalAuth, "universal-auth"),
    (Method::TokenAuth, "token-auth"),
    (Method::Kubernetes, "kubernetes-auth"),
    (Method::Oidc, "oidc-auth"),
    (Method::Jwt, "jwt-auth"),
    (Method::Ldap, "ldap-auth"),
    (Method::Azure, "azure-auth"),
    (Method::Gcp, "gcp-auth"),
    (Method::Aws, "aws-auth"),
    (Method::TlsCertificate, "tls-cert-auth"),
];

impl Method {
    /// The name in the database and on the wire.
    pub(crate) fn name(self) -> &'static str {
        METHODS.iter().find(|(method, _)| *method == self).map_or("", |(_, name)| name)
    }

    pub(crate) fn named(name: &str) -> Self {
        let known = METHODS.iter().find(|(_, known)| *known == name);
        known.map_or(Method::UniversalAuth, |(method, _)| *method)
    }
}

/// An access token given out.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    pub(crate) id: String,
    pub(crate) identity_id: String,
    pub(crate) method: Method,
    /// Said by who made it, if it was not logged in for.
    pub(crate) name: Option<String>,
    pub(crate) ttl: i64,
    pub(crate) max_ttl: i64,
    /// 0 for no limit.
    pub(crate) max_uses: i64,
    pub(crate) uses: i64,
    pub(crate) last_used_at: Option<i64>,
    pub(crate) is_revoked: bool,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
    pub(crate) renewed_at: i64,
}

impl Token {
    pub(crate) fn is_expired(&self) -> bool {
        let now = clock::now();
        now >= self.renewed_at + self.ttl * 1000 || now >= self.created_at + self.max_ttl * 1000
    }

    pub(crate) fn is_used_up(&self) -> bool {
        self.max_uses > 0 && self.uses >= self.max_uses
    }
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Token> {
    let method: String = row.get("method")?;
    Ok(Token {
        id: row.get("id")?,
        identity_id: row.get("identity_id")?,
        method: Method::named(&method),
        name: row.get("name")?,
        ttl: row.get("ttl")?,
        max_ttl: row.get("max_ttl")?,
        max_uses: row.get("max_uses")?,
        uses: row.get("uses")?,
        last_used_at: row.get("last_used_at")?,
        is_revoked: row.get("is_revoked")?,
        created_at: row.get("created_at")?,
        updated_at: row.get("updated_at")?,
        renewed_at: row.get("renewed_at")?,
    })
}

pub(crate) fn add(
    db: &Connection,
    era: Era,
    identity_id: &str,
    method: Method,
    rules: &TokenRules,
    name: Option<&str>,
) -> rusqlite::Result<Token> {
    db.query_row(
        "INSERT INTO identity_tokens (id, identity_id, method, name, ttl, max_ttl, max_uses,
             created_at, renewed_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8, ?8) RETURNING *",
        params![
            era.new_id(),
            identity_id,
            method.name(),
            name,
            rules.ttl,
            rules.max_ttl,
            rules.max_uses,
            clock::now()
        ],
        from_row,
    )
}

pub(crate) fn by_id(db: &Connection, id: &str) -> rusqlite::Result<Option<Token>> {
    db.query_row("SELECT * FROM identity_tokens WHERE id = ?1", [id], from_row).optional()
}

/// The tokens that were made for an identity, those first that were changed or used last.
pub(crate) fn made_for(db: &Connection, identity_id: &str) -> rusqlite::Result<Vec<Token>> {
    let sql = "SELECT * FROM identity_tokens WHERE identity_id = ?1 AND method = ?2
               ORDER BY updated_at DESC, rowid DESC";
    let method = Method::TokenAuth.name();
    db.prepare_cached(sql)?.query_map([identity_id, method], from_row)?.collect()
}

/// From where a token is taken: what its log-in says now.
pub(crate) fn trusted_ips(db: &Connection, token: &Token) -> rusqlite::Result<Vec<String>> {
    let id = &token.identity_id;
    let rules = match token.method {
        Method::UniversalAuth => identity_logins::universal_auth_of(db, id)?.map(|it| it.tokens),
        Method::TokenAuth => identity_logins::token_auth_of(db, id)?.map(|it| it.tokens),
        other => identity_auths::of(db, id, other)?.map(|it| it.tokens),
    };
    Ok(rules.map(|rules| rules.trusted_ips).unwrap_or_default())
}

/// Counts a request with a token.
pub(crate) fn touch(db: &Connection, id: &str) -> rusqlite::Result<()> {
    let sql = "UPDATE identity_tokens SET uses = uses + 1, last_used_at = ?2, updated_at = ?2
               WHERE id = ?1";
    db.execute(sql, params![id, clock::now()])?;
    Ok(())
}

/// Restarts a token's time to live.
pub(crate) fn renew(db: &Connection, id: &str) -> rusqlite::Result<()> {
    let sql = "UPDATE identity_tokens SET renewed_at = ?2, updated_at = ?2 WHERE id = ?1";
    db.execute(sql, params![id, clock::now()])?;
    Ok(())
}

pub(crate) fn rename(db: &Connection, id: &str, name: &str) -> rusqlite::Result<()> {
    let sql = "UPDATE identity_tokens SET name = ?2, updated_at = ?3 WHERE id = ?1";
    db.execute(sql, params![id, name, clock::now()])?;
    Ok(())
}

/// Notes the client secret that a token was logged in with.
pub(crate) fn set_client_secret(
    db: &Connection,
    id: &str,
    secret_id: &str,
) -> rusqlite::Result<()> {
    let sql = "UPDATE identity_tokens SET client_secret_id = ?2 WHERE id = ?1";
    db.execute(sql, params![id, secret_id])?;
    Ok(())
}

/// Takes back the tokens that were logged in with a client secret.
pub(crate) fn revoke_of_client_secret(db: &Connection, secret_id: &str) -> rusqlite::Result<()> {
    let sql = "UPDATE identity_tokens SET is_revoked = 1, updated_at = ?2
               WHERE client_secret_id = ?1";
    db.execute(sql, params![secret_id, clock::now()])?;
    Ok(())
}

/// Takes a token back that stays in the list.
pub(crate) fn revoke(db: &Connection, id: &str) -> rusqlite::Result<()> {
    let sql = "UPDATE identity_tokens SET is_revoked = 1, updated_at = ?2 WHERE id = ?1";
    db.execute(sql, params![id, clock::now()])?;
    Ok(())
}

pub(crate) fn delete(db: &Connection, id: &str) -> rusqlite::Result<()> {
    db.execute("DELETE FROM identity_tokens WHERE id = ?1", [id])?;
    Ok(())
}

/// Deletes the tokens that an identity came by in one way.
pub(crate) fn delete_all(
    db: &Connection,
    identity_id: &str,
    method: Method,
) -> rusqlite::Result<()> {
    let sql = "DELETE FROM identity_tokens WHERE identity_id = ?1 AND method = ?2";
    db.execute(sql, [identity_id, method.name()])?;
    Ok(())
}
