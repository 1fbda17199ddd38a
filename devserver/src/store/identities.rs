//! Machine identities, how they log in, and the projects they are in.

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::clock;
use crate::era::Era;

#[derive(Clone, Debug)]
pub(crate) struct Identity {
    pub(crate) id: String,
    pub(crate) organization_id: String,
    pub(crate) name: String,
    /// In the organisation.
    pub(crate) role: String,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

/// How an identity logs in.
#[derive(Clone, Debug)]
pub(crate) struct UniversalAuth {
    pub(crate) id: String,
    pub(crate) identity_id: String,
    pub(crate) client_id: String,
    /// Seconds a token lasts unless renewed.
    pub(crate) token_ttl: i64,
    /// Seconds a token lasts at most.
    pub(crate) token_max_ttl: i64,
    pub(crate) created_at: i64,
}

#[derive(Clone, Debug)]
pub(crate) struct ClientSecret {
    pub(crate) id: String,
    pub(crate) secret_hash: Vec<u8>,
    pub(crate) description: String,
    pub(crate) prefix: String,
    /// Seconds; 0 for ever.
    pub(crate) ttl: i64,
    /// 0 for no limit.
    pub(crate) max_uses: i64,
    pub(crate) uses: i64,
    pub(crate) is_revoked: bool,
    pub(crate) created_at: i64,
}

impl ClientSecret {
    /// Whether it can be logged in with.
    pub(crate) fn is_good(&self) -> bool {
        let is_expired = self.ttl > 0 && clock::now() >= self.created_at + self.ttl * 1000;
        let is_used_up = self.max_uses > 0 && self.uses >= self.max_uses;
        !self.is_revoked && !is_expired && !is_used_up
    }
}

/// A client secret to be stored.
pub(crate) struct NewClientSecret<'a> {
    pub(crate) universal_auth_id: &'a str,
    pub(crate) secret_hash: &'a [u8],
    pub(crate) description: &'a str,
    pub(crate) prefix: &'a str,
    pub(crate) ttl: i64,
    pub(crate) max_uses: i64,
}

/// An access token given out.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    pub(crate) id: String,
    pub(crate) identity_id: String,
    pub(crate) ttl: i64,
    pub(crate) max_ttl: i64,
    pub(crate) created_at: i64,
    renewed_at: i64,
}

impl Token {
    pub(crate) fn is_expired(&self) -> bool {
        let now = clock::now();
        now >= self.renewed_at + self.ttl * 1000 || now >= self.created_at + self.max_ttl * 1000
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Membership {
    pub(crate) id: String,
    pub(crate) project_id: String,
    pub(crate) identity_id: String,
    pub(crate) role: String,
    pub(crate) created_at: i64,
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Identity> {
    Ok(Identity {
        id: row.get("id")?,
        organization_id: row.get("organization_id")?,
        name: row.get("name")?,
        role: row.get("role")?,
        created_at: row.get("created_at")?,
        updated_at: row.get("updated_at")?,
    })
}

fn universal_auth_from(row: &Row<'_>) -> rusqlite::Result<UniversalAuth> {
    Ok(UniversalAuth {
        id: row.get("id")?,
        identity_id: row.get("identity_id")?,
        client_id: row.get("client_id")?,
        token_ttl: row.get("token_ttl")?,
        token_max_ttl: row.get("token_max_ttl")?,
        created_at: row.get("created_at")?,
    })
}

fn secret_from(row: &Row<'_>) -> rusqlite::Result<ClientSecret> {
    Ok(ClientSecret {
        id: row.get("id")?,
        secret_hash: row.get("secret_hash")?,
        description: row.get("description")?,
        prefix: row.get("prefix")?,
        ttl: row.get("ttl")?,
        max_uses: row.get("max_uses")?,
        uses: row.get("uses")?,
        is_revoked: row.get("is_revoked")?,
        created_at: row.get("created_at")?,
    })
}

fn token_from(row: &Row<'_>) -> rusqlite::Result<Token> {
    Ok(Token {
        id: row.get("id")?,
        identity_id: row.get("identity_id")?,
        ttl: row.get("ttl")?,
        max_ttl: row.get("max_ttl")?,
        created_at: row.get("created_at")?,
        renewed_at: row.get("renewed_at")?,
    })
}

fn membership_from(row: &Row<'_>) -> rusqlite::Result<Membership> {
    Ok(Membership {
        id: row.get("id")?,
        project_id: row.get("project_id")?,
        identity_id: row.get("identity_id")?,
        role: row.get("role")?,
        created_at: row.get("created_at")?,
    })
}

pub(crate) fn create(
    db: &Connection,
    era: Era,
    organization_id: &str,
    name: &str,
    role: &str,
) -> rusqlite::Result<Identity> {
    db.query_row(
        "INSERT INTO identities (id, organization_id, name, role, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?5) RETURNING *",
        params![era.new_id(), organization_id, name, role, clock::now()],
        from_row,
    )
}

pub(crate) fn by_id(db: &Connection, id: &str) -> rusqlite::Result<Option<Identity>> {
    db.query_row("SELECT * FROM identities WHERE id = ?1", [id], from_row).optional()
}

/// The identities of an organisation, oldest first.
pub(crate) fn of_organization(
    db: &Connection,
    organization_id: &str,
) -> rusqlite::Result<Vec<Identity>> {
    let sql = "SELECT * FROM identities WHERE organization_id = ?1 ORDER BY seq";
    db.prepare_cached(sql)?.query_map([organization_id], from_row)?.collect()
}

/// Deletes an identity with its log-in, tokens and memberships.
pub(crate) fn delete(db: &Connection, id: &str) -> rusqlite::Result<()> {
    db.execute("DELETE FROM identities WHERE id = ?1", [id])?;
    Ok(())
}

pub(crate) fn attach_universal_auth(
    db: &Connection,
    era: Era,
    identity_id: &str,
    token_ttl: i64,
    token_max_ttl: i64,
) -> rusqlite::Result<UniversalAuth> {
    db.query_row(
        "INSERT INTO universal_auths (id, identity_id, client_id, token_ttl, token_max_ttl,
             created_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6) RETURNING *",
        params![era.new_id(), identity_id, era.new_id(), token_ttl, token_max_ttl, clock::now()],
        universal_auth_from,
    )
}

pub(crate) fn universal_auth_of(
    db: &Connection,
    identity_id: &str,
) -> rusqlite::Result<Option<UniversalAuth>> {
    let sql = "SELECT * FROM universal_auths WHERE identity_id = ?1";
    db.query_row(sql, [identity_id], universal_auth_from).optional()
}

pub(crate) fn by_client_id(
    db: &Connection,
    client_id: &str,
) -> rusqlite::Result<Option<UniversalAuth>> {
    let sql = "SELECT * FROM universal_auths WHERE client_id = ?1";
    db.query_row(sql, [client_id], universal_auth_from).optional()
}

pub(crate) fn add_client_secret(
    db: &Connection,
    era: Era,
    new: &NewClientSecret<'_>,
) -> rusqlite::Result<ClientSecret> {
    db.query_row(
        "INSERT INTO client_secrets (id, universal_auth_id, secret_hash, description, prefix, ttl,
             max_uses, created_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) RETURNING *",
        params![
            era.new_id(),
            new.universal_auth_id,
            new.secret_hash,
            new.description,
            new.prefix,
            new.ttl,
            new.max_uses,
            clock::now()
        ],
        secret_from,
    )
}

/// Counts a log-in with a client secret.
pub(crate) fn use_client_secret(db: &Connection, id: &str) -> rusqlite::Result<()> {
    db.execute("UPDATE client_secrets SET uses = uses + 1 WHERE id = ?1", [id])?;
    Ok(())
}

pub(crate) fn revoke_client_secret(db: &Connection, id: &str) -> rusqlite::Result<()> {
    db.execute("UPDATE client_secrets SET is_revoked = 1 WHERE id = ?1", [id])?;
    Ok(())
}

/// Every client secret of a log-in, oldest first.
pub(crate) fn client_secrets(
    db: &Connection,
    universal_auth_id: &str,
) -> rusqlite::Result<Vec<ClientSecret>> {
    let sql =
        "SELECT * FROM client_secrets WHERE universal_auth_id = ?1 ORDER BY created_at, rowid";
    db.prepare_cached(sql)?.query_map([universal_auth_id], secret_from)?.collect()
}

pub(crate) fn add_token(
    db: &Connection,
    era: Era,
    login: &UniversalAuth,
) -> rusqlite::Result<Token> {
    db.query_row(
        "INSERT INTO identity_tokens (id, identity_id, ttl, max_ttl, created_at, renewed_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?5) RETURNING *",
        params![
            era.new_id(),
            login.identity_id,
            login.token_ttl,
            login.token_max_ttl,
            clock::now()
        ],
        token_from,
    )
}

pub(crate) fn token(db: &Connection, id: &str) -> rusqlite::Result<Option<Token>> {
    db.query_row("SELECT * FROM identity_tokens WHERE id = ?1", [id], token_from).optional()
}

/// Starts a token's time to live anew.
pub(crate) fn renew_token(db: &Connection, id: &str) -> rusqlite::Result<()> {
    let sql = "UPDATE identity_tokens SET renewed_at = ?2 WHERE id = ?1";
    db.execute(sql, params![id, clock::now()])?;
    Ok(())
}

pub(crate) fn revoke_token(db: &Connection, id: &str) -> rusqlite::Result<()> {
    db.execute("DELETE FROM identity_tokens WHERE id = ?1", [id])?;
    Ok(())
}

pub(crate) fn add_to_project(
    db: &Connection,
    era: Era,
    project_id: &str,
    identity_id: &str,
    role: &str,
) -> rusqlite::Result<Membership> {
    db.query_row(
        "INSERT INTO identity_memberships (id, project_id, identity_id, role, created_at)
         VALUES (?1, ?2, ?3, ?4, ?5) RETURNING *",
        params![era.new_id(), project_id, identity_id, role, clock::now()],
        membership_from,
    )
}

pub(crate) fn membership(
    db: &Connection,
    project_id: &str,
    identity_id: &str,
) -> rusqlite::Result<Option<Membership>> {
    let sql = "SELECT * FROM identity_memberships WHERE project_id = ?1 AND identity_id = ?2";
    db.query_row(sql, [project_id, identity_id], membership_from).optional()
}

/// The identities of a project with their memberships, oldest first.
pub(crate) fn of_project(
    db: &Connection,
    project_id: &str,
) -> rusqlite::Result<Vec<(Membership, Identity)>> {
    let sql = "SELECT * FROM identity_memberships WHERE project_id = ?1 ORDER BY created_at, rowid";
    let memberships = db
        .prepare_cached(sql)?
        .query_map([project_id], membership_from)?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let with_identity = memberships.into_iter().map(|membership| {
        let identity =
            by_id(db, &membership.identity_id)?.ok_or(rusqlite::Error::QueryReturnedNoRows)?;
        Ok((membership, identity))
    });
    with_identity.collect()
}

pub(crate) fn remove_from_project(db: &Connection, membership_id: &str) -> rusqlite::Result<()> {
    db.execute("DELETE FROM identity_memberships WHERE id = ?1", [membership_id])?;
    Ok(())
}
