//! Where the contents of a trust store are kept: a file, or what the program provides.

use std::error::Error as StdError;
use std::fmt;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use crate::text::Shown;

/// The longest contents, in bytes.
const LONGEST: u64 = 64 << 20;
/// How long to wait for another process, and how often to ask.
const LOCK_WAIT: Duration = Duration::from_secs(10);
const LOCK_POLL: Duration = Duration::from_millis(10);

/// Any error of a storage.
pub type StorageError = Box<dyn StdError + Send + Sync>;

/// Stores the contents of a trust store elsewhere than in a file. See
/// [`ClientBuilder::trust_storage`](crate::ClientBuilder::trust_storage).
///
/// The contents are encrypted and authenticated, so any place will do that keeps them. One client
/// at a time may use a storage. Both methods may block; the client calls them on a thread that may.
pub trait TrustStorage: Send + Sync {
    /// The contents saved last; `None` if nothing was ever saved.
    ///
    /// # Errors
    /// Any error, if they cannot be read. The call that needs them fails with its text.
    fn load(&self) -> Result<Option<Vec<u8>>, StorageError>;

    /// Replaces the contents, all or nothing.
    ///
    /// # Errors
    /// Any error, if they cannot be written. The call that needs them fails with its text.
    fn save(&self, contents: &[u8]) -> Result<(), StorageError>;
}

/// A file that is replaced as a whole, under a lock that excludes other processes.
pub(super) struct FileStorage {
    path: PathBuf,
}

impl FileStorage {
    pub(super) fn new(path: PathBuf) -> Self {
        Self { path }
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// The file, after symbolic links: the client locks and replaces the target, and keeps the link.
    fn target(&self) -> PathBuf {
        if let Ok(target) = fs::canonicalize(&self.path) {
            return target;
        }
        // It does not exist yet, or the link points to nothing yet.
        let target = match (fs::read_link(&self.path), self.path.parent()) {
            (Ok(link), Some(directory)) => directory.join(link),
            (Ok(link), None) => link,
            (Err(_), _) => self.path.clone(),
        };
        let directory = target.parent().and_then(|directory| fs::canonicalize(directory).ok());
        match (directory, target.file_name()) {
            (Some(directory), Some(name)) => directory.join(name),
            _ => target,
        }
    }

    /// Excludes other clients and processes until the result is dropped.
    pub(super) fn lock(&self) -> Result<Locked, StorageError> {
        let target = self.target();
        if target.parent().is_some_and(|directory| !directory.is_dir()) {
            return Err("its directory does not exist. Create it first".into());
        }
        let path = beside(&target, ".lock");
        let file = private().create(true).truncate(false).open(&path).map_err(|error| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            format!(
                "{error}, for the lock {:?} beside it. The program needs to write in this directory",
                Shown(&name)
            )
        })?;
        let mut waited = Duration::ZERO;
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Locked(file)),
                Err(TryLockError::Error(error)) => return Err(error.into()),
                Err(TryLockError::WouldBlock) if waited >= LOCK_WAIT => {
                    return Err("another process has locked it for 10 seconds".into());
                }
                Err(TryLockError::WouldBlock) => {
                    sleep(LOCK_POLL);
                    waited += LOCK_POLL;
                }
            }
        }
    }

    fn write_new(path: &Path, contents: &[u8]) -> io::Result<()> {
        let mut file = private().create_new(true).open(path)?;
        file.write_all(contents)?;
        file.sync_all()
    }
}

/// Unlocks when dropped: closing the file does not suffice if a forked child has inherited it.
pub(super) struct Locked(File);

impl Drop for Locked {
    fn drop(&mut self) {
        let _ = self.0.unlock();
    }
}

impl TrustStorage for FileStorage {
    fn load(&self) -> Result<Option<Vec<u8>>, StorageError> {
        let target = self.target();
        // Opening a pipe would wait for a writer.
        match fs::metadata(&target) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Ok(found) if !found.is_file() => return Err("it is not a file".into()),
            _ => {}
        }
        let file = File::open(&target)?;
        let mut contents = Vec::new();
        file.take(LONGEST + 1).read_to_end(&mut contents)?;
        if contents.len() as u64 > LONGEST {
            return Err("it is longer than 64 MiB".into());
        }
        Ok(Some(contents))
    }

    fn save(&self, contents: &[u8]) -> Result<(), StorageError> {
        if contents.len() as u64 > LONGEST {
            return Err("it would be longer than 64 MiB. Use one for each project".into());
        }
        let target = self.target();
        let new = beside(&target, ".new");
        // The lock excludes others, so this is what a program left that was killed.
        match fs::remove_file(&new) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
        let result = Self::write_new(&new, contents).and_then(|()| fs::rename(&new, &target));
        if result.is_err() {
            let _ = fs::remove_file(&new);
        }
        Ok(result?)
    }
}

impl fmt::Debug for FileStorage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("FileStorage").field(&self.path).finish()
    }
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// Opens files that only their owner may read.
fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    options
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lock_ends_with_its_holder_even_if_a_forked_child_inherited_the_file() {
        let directory = tempfile::tempdir().unwrap();
        let storage = FileStorage::new(directory.path().join("store"));
        let lock = storage.lock().unwrap();
        // As in a child: another descriptor of the same open file.
        let _inherited = lock.0.try_clone().unwrap();
        drop(lock);
        assert!(storage.lock().is_ok());
    }
}
