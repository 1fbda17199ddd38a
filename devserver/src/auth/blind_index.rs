//! The blind index, by which a secret is found without storing its name.

use std::collections::HashMap;
use std::fs::{File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::Path;
use std::sync::{LazyLock, Mutex, MutexGuard, OnceLock, PoisonError};

use argon2::{Algorithm, Argon2, Params, Version};
use sha2::{Digest, Sha256};
use tokio::runtime::Handle;
use tokio::sync::Semaphore;

use crate::random;

/// A salt of a project, as long as those that Infisical's servers make.
pub(crate) type Salt = [u8; 16];

/// The maximum number of indices computed at a time, because each needs 64 MiB.
static HASHERS: Semaphore = Semaphore::const_new(2);
/// The indices by the digest of salt and name, so that no name outlives its request. All servers of
/// a process share them, because salts differ between projects.
static KNOWN: LazyLock<Mutex<HashMap<[u8; 32], String>>> = LazyLock::new(Mutex::default);
/// The maximum number of stored indices; then all are dropped.
const REMEMBERED: usize = 10_000;
/// The salt of all projects, on servers with one shared salt. Such servers have only test data.
pub(crate) const SHARED_SALT: Salt = *b"infisical-shared";
/// The file that stores indices under the shared salt for the next process.
static KEPT: OnceLock<File> = OnceLock::new();

/// The blind index of a secret name under a project's salt; `None` if the salt has not the length
/// Argon2 takes. Takes about 0.2 s the first time; must not be called with the store locked.
pub(crate) fn of(name: &str, salt: &[u8]) -> Option<String> {
    let digest = digest(name, salt);
    if let Some(index) = known().get(&digest) {
        return Some(index.clone());
    }
    let _permit = Handle::current().block_on(HASHERS.acquire()).ok()?;
    let index = computed(name, salt)?;
    if salt == SHARED_SALT {
        keep(&digest, &index);
    }
    let mut known = known();
    if known.len() >= REMEMBERED {
        known.clear();
    }
    known.insert(digest, index.clone());
    Some(index)
}

/// Loads the indices that earlier processes stored in this file, and stores new ones there. Only the
/// first call of a process sets the file.
pub(crate) fn keep_in(path: &Path) -> io::Result<()> {
    let mut file = OpenOptions::new().read(true).append(true).create(true).open(path)?;
    let mut lines = String::new();
    file.read_to_string(&mut lines)?;
    known().extend(lines.lines().filter_map(kept));
    let _ = KEPT.set(file);
    Ok(())
}

/// Appends each line in one write, so that processes can share the file.
fn keep(digest: &[u8; 32], index: &str) {
    if let Some(mut file) = KEPT.get() {
        // After a failed write, the next process computes the index again.
        let _ = file.write_all(format!("{} {index}\n", hex::encode(digest)).as_bytes());
    }
}

/// Parses a line of the file; `None` for a line cut off by the end of a process.
fn kept(line: &str) -> Option<([u8; 32], String)> {
    let (digest, index) = line.split_once(' ')?;
    let digest = hex::decode(digest).ok()?.try_into().ok()?;
    (random::from_base64(index)?.len() == 32).then(|| (digest, index.to_owned()))
}

fn known() -> MutexGuard<'static, HashMap<[u8; 32], String>> {
    KNOWN.lock().unwrap_or_else(PoisonError::into_inner)
}

fn digest(name: &str, salt: &[u8]) -> [u8; 32] {
    // The length of the salt is included, so that no part of it can be read as a name.
    let digest = Sha256::new().chain_update(salt.len().to_be_bytes()).chain_update(salt);
    digest.chain_update(name).finalize().into()
}

/// Argon2id of the name (64 MiB, three passes, one lane) in base64.
fn computed(name: &str, salt: &[u8]) -> Option<String> {
    let params = Params::new(65_536, 3, 1, Some(32)).ok()?;
    let mut index = [0; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(name.as_bytes(), salt, &mut index)
        .ok()?;
    Some(random::to_base64(&index))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAME: &str = "DATABASE_URL";
    const SALT: &str = "I7vjS40fCOzMXUrkB03Nxg==";
    const INDEX: &str = "35w5445Gvc9m9pvewmaXd5UDxeOWQEqdQnoNX/o5hx8=";

    #[test]
    fn blind_index_matches_a_recorded_one() {
        let salt = random::from_base64(SALT).unwrap();
        assert_eq!(computed(NAME, &salt).as_deref(), Some(INDEX));
    }

    #[tokio::test]
    async fn blind_index_cache_is_keyed_by_name_and_salt() {
        let indices = tokio::task::spawn_blocking(|| {
            let salt = random::from_base64(SALT).unwrap();
            let first = of(NAME, &salt);
            (first, of(NAME, &salt), of("OTHER", &salt), of(NAME, &[7; 16]))
        });
        let (first, again, other_name, other_salt) = indices.await.unwrap();
        assert_eq!(first.as_deref(), Some(INDEX));
        assert_eq!(again, first);
        assert_ne!(other_name, first);
        assert_ne!(other_salt, first);
    }

    #[tokio::test]
    async fn blind_index_cache_of_shared_salt_is_kept_in_a_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("indices");
        let (digest, other) = (digest("KEPT", &SHARED_SALT), digest("BROKEN", &SHARED_SALT));
        let lines = format!(
            "{} {INDEX}\n{} c2hvcnQ=\n{}",
            hex::encode(digest),
            hex::encode(other),
            "0".repeat(20)
        );
        std::fs::write(&path, &lines).unwrap();
        keep_in(&path).unwrap();
        assert_eq!(known().get(&digest).map(String::as_str), Some(INDEX));
        assert!(!known().contains_key(&other));

        let index = tokio::task::spawn_blocking(|| of("NEW", &SHARED_SALT)).await.unwrap().unwrap();
        let written = std::fs::read_to_string(&path).unwrap();
        assert!(written.ends_with(&format!(" {index}\n")), "{written}");
    }
}
