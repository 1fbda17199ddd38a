//! One-time codes: one live code a purpose, address and organisation.

use rusqlite::{Connection, params};

use crate::clock;
use crate::random;

/// What a code confirms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    Signup,
    Invite,
}

impl Purpose {
    fn name(self) -> &'static str {
        match self {
            Purpose::Signup => "signup",
            Purpose::Invite => "invite",
        }
    }

    fn lifetime_ms(self) -> i64 {
        match self {
            Purpose::Signup => 24 * 3600 * 1000,
            Purpose::Invite => 72 * 3600 * 1000,
        }
    }
}

/// A live code, as the development route shows it.
pub(crate) struct Code {
    pub(crate) purpose: String,
    pub(crate) code: String,
    /// Empty for codes that concern no organisation.
    pub(crate) organization_id: String,
}

/// Issues a code, replacing a previous one, and writes it to the log in place of a mail.
pub(crate) fn issue(
    db: &Connection,
    purpose: Purpose,
    email: &str,
    organization_id: &str,
) -> rusqlite::Result<()> {
    let code = match purpose {
        Purpose::Signup => random::six_digits(),
        Purpose::Invite => random::hex_secret().to_string(),
    };
    db.execute(
        "INSERT OR REPLACE INTO codes (purpose, email, organization_id, code, expires_at)
         VALUES (?1, ?2, ?3, ?4, ?5)",
        params![purpose.name(), email, organization_id, code, clock::now() + purpose.lifetime_ms()],
    )?;
    tracing::info!("one-time code for {email} ({}): {code}", purpose.name());
    Ok(())
}

/// Uses up a code; false if it is wrong or expired.
pub(crate) fn consume(
    db: &Connection,
    purpose: Purpose,
    email: &str,
    organization_id: &str,
    code: &str,
) -> rusqlite::Result<bool> {
    let used = db.execute(
        "DELETE FROM codes WHERE purpose = ?1 AND email = ?2 AND organization_id = ?3
             AND code = ?4 AND expires_at > ?5",
        params![purpose.name(), email, organization_id, code, clock::now()],
    )?;
    Ok(used > 0)
}

/// The live codes of `email`, newest last.
pub(crate) fn list(db: &Connection, email: &str) -> rusqlite::Result<Vec<Code>> {
    let mut statement = db.prepare_cached(
        "SELECT purpose, code, organization_id FROM codes
         WHERE email = ?1 AND expires_at > ?2 ORDER BY seq",
    )?;
    let codes = statement.query_map(params![email, clock::now()], |row| {
        Ok(Code { purpose: row.get(0)?, code: row.get(1)?, organization_id: row.get(2)? })
    })?;
    codes.collect()
}
