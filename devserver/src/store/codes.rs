//! One-time codes: one live code a purpose, address and organisation.

use rusqlite::{Connection, params};

use crate::clock;
use crate::random;

/// What a code confirms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    Signup,
    Invite,
    PasswordReset,
    Mfa,
}

impl Purpose {
    fn name(self) -> &'static str {
        match self {
            Purpose::Signup => "signup",
            Purpose::Invite => "invite",
            Purpose::PasswordReset => "password-reset",
            Purpose::Mfa => "mfa",
        }
    }

    fn lifetime_ms(self) -> i64 {
        match self {
            Purpose::Signup | Purpose::PasswordReset => 24 * 3600 * 1000,
            Purpose::Invite => 72 * 3600 * 1000,
            Purpose::Mfa => 5 * 60 * 1000,
        }
    }

    /// How often a code may be tried, where that is limited.
    fn tries(self) -> Option<i64> {
        (self == Purpose::Mfa).then_some(5)
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
        Purpose::Signup | Purpose::Mfa => random::six_digits(),
        Purpose::Invite | Purpose::PasswordReset => random::hex_secret().to_string(),
    };
    db.execute(
        "INSERT OR REPLACE INTO codes
             (purpose, email, organization_id, code, expires_at, tries_left)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![
            purpose.name(),
            email,
            organization_id,
            code,
            clock::now() + purpose.lifetime_ms(),
            purpose.tries(),
        ],
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

/// Whether any unexpired code of that kind is pending.
pub(crate) fn is_pending(
    db: &Connection,
    purpose: Purpose,
    email: &str,
    organization_id: &str,
) -> rusqlite::Result<bool> {
    let mut found = db.prepare_cached(
        "SELECT 1 FROM codes WHERE purpose = ?1 AND email = ?2 AND organization_id = ?3
             AND expires_at > ?4",
    )?;
    found.exists(params![purpose.name(), email, organization_id, clock::now()])
}

/// What became of a try.
pub(crate) enum Trial {
    Right,
    Wrong,
    /// There is no live code, or no longer.
    Nothing,
}

/// Tries a code that may be tried so often; it is used up if right.
pub(crate) fn attempt(
    db: &Connection,
    purpose: Purpose,
    email: &str,
    code: &str,
) -> rusqlite::Result<Trial> {
    if consume(db, purpose, email, "", code)? {
        return Ok(Trial::Right);
    }
    let tried = db.execute(
        "UPDATE codes SET tries_left = tries_left - 1
         WHERE purpose = ?1 AND email = ?2 AND expires_at > ?3",
        params![purpose.name(), email, clock::now()],
    )?;
    db.execute("DELETE FROM codes WHERE tries_left <= 0", [])?;
    Ok(if tried > 0 { Trial::Wrong } else { Trial::Nothing })
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
