//! The server's own secrets, created with the database and stored in it, so that tokens stay valid
//! after a restart. With them and a bot's copy of a project key, the server can decrypt that
//! project; other project keys are only sealed to members.

use aes_gcm::aead::{Aead, KeyInit};
use aes_gcm::{Aes256Gcm, Nonce};
use hmac::{Hmac, Mac};
use rusqlite::Connection;
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::random;
use crate::store;

const NONCE_BYTES: usize = 12;

/// Secrets of one database.
pub(crate) struct ServerKeys {
    /// Encrypts bot private keys and blind-index salts.
    at_rest: Zeroizing<Vec<u8>>,
    /// Keys the hash of token secrets.
    hashing: Zeroizing<Vec<u8>>,
    pub(crate) jwt_access: Zeroizing<Vec<u8>>,
    pub(crate) jwt_refresh: Zeroizing<Vec<u8>>,
    pub(crate) jwt_signup: Zeroizing<Vec<u8>>,
    pub(crate) jwt_mfa: Zeroizing<Vec<u8>>,
    pub(crate) jwt_recovery: Zeroizing<Vec<u8>>,
}

impl ServerKeys {
    /// The keys in the database's meta table, made on first use.
    pub(crate) fn load(db: &Connection) -> rusqlite::Result<Self> {
        let key = |name| {
            let made = || random::bytes::<32>().to_vec();
            store::meta(db, name, made).map(Zeroizing::new)
        };
        Ok(ServerKeys {
            at_rest: key("key_at_rest")?,
            hashing: key("key_hashing")?,
            jwt_access: key("key_jwt_access")?,
            jwt_refresh: key("key_jwt_refresh")?,
            jwt_signup: key("key_jwt_signup")?,
            jwt_mfa: key("key_jwt_mfa")?,
            jwt_recovery: key("key_jwt_recovery")?,
        })
    }

    /// Encrypts a server-side value for the database: nonce, then AES-256-GCM ciphertext and tag.
    pub(crate) fn seal(&self, plaintext: &[u8]) -> Option<Vec<u8>> {
        let nonce = random::bytes::<NONCE_BYTES>();
        let cipher = Aes256Gcm::new_from_slice(&self.at_rest).ok()?;
        let sealed = cipher.encrypt(&Nonce::from(*nonce), plaintext).ok()?;
        Some([nonce.as_slice(), &sealed].concat())
    }

    /// The inverse of [`ServerKeys::seal`]; `None` for anything else.
    pub(crate) fn open(&self, sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let (nonce, sealed) = sealed.split_first_chunk::<NONCE_BYTES>()?;
        let cipher = Aes256Gcm::new_from_slice(&self.at_rest).ok()?;
        cipher.decrypt(&Nonce::from(*nonce), sealed).ok().map(Zeroizing::new)
    }

    /// The key of a project that the server alone has.
    pub(crate) fn project_key(&self, project_id: &str) -> Zeroizing<Vec<u8>> {
        let label = format!("project key {project_id}");
        let mac = <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(&self.at_rest).map(|mut mac| {
            mac.update(label.as_bytes());
            mac.finalize().into_bytes().to_vec()
        });
        Zeroizing::new(mac.unwrap_or_default())
    }

    /// The stored form of a token's secret. A keyed SHA-256 suffices where a password would need
    /// a slow hash: the secret is 128 random bits, beyond guessing at any speed.
    pub(crate) fn hash_secret(&self, secret: &str) -> Vec<u8> {
        self.mac(secret).map_or_else(Vec::new, |mac| mac.finalize().into_bytes().to_vec())
    }

    /// Whether `secret` has the stored form `hash`, in constant time.
    pub(crate) fn secret_matches(&self, secret: &str, hash: &[u8]) -> bool {
        self.mac(secret).is_some_and(|mac| mac.verify_slice(hash).is_ok())
    }

    fn mac(&self, secret: &str) -> Option<Hmac<Sha256>> {
        let mut mac = <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(&self.hashing).ok()?;
        mac.update(secret.as_bytes());
        Some(mac)
    }
}
