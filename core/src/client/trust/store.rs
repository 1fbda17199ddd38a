//! The trust store: loads, judges and saves what is known, one call at a time.

use std::fmt;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};

use super::envelope::{Defect, StoreKeys};
use super::knowledge::Knowledge;
use super::storage::{FileStorage, StorageError, TrustStorage};
use crate::crypto::SymmetricKey;
use crate::text::{Shown, excerpt};
use crate::{Error, ErrorKind, Result};

/// The longest text of a storage's error in an error.
const LONGEST_REASON: usize = 200;

/// The trust store of a client, with its loaded contents.
pub(crate) struct TrustStore {
    kept: Kept,
    /// Never locked while a storage works, which may take long and may need the thread that closes
    /// the client.
    open: Mutex<Open>,
}

enum Kept {
    File(FileStorage),
    Program(Arc<dyn TrustStorage>),
}

struct Open {
    keys: Option<Arc<StoreKeys>>,
    /// Locked while a call works with it.
    loaded: Arc<Mutex<Loaded>>,
    process: u32,
}

impl Default for Open {
    fn default() -> Self {
        Self { keys: None, loaded: Arc::default(), process: process::id() }
    }
}

#[derive(Default)]
struct Loaded {
    known: Knowledge,
    /// As loaded or saved last; `None` if nothing was ever saved.
    contents: Option<Vec<u8>>,
}

impl Loaded {
    /// What was known when the contents were loaded or saved.
    fn stored(&self, keys: &StoreKeys) -> Knowledge {
        let stored = self.contents.as_deref().map(|it| Knowledge::open(it, keys));
        stored.and_then(Result::ok).unwrap_or_default()
    }
}

impl TrustStore {
    pub(crate) fn in_file(path: PathBuf) -> Self {
        Self { kept: Kept::File(FileStorage::new(path)), open: Mutex::default() }
    }

    pub(crate) fn in_storage(storage: Arc<dyn TrustStorage>) -> Self {
        Self { kept: Kept::Program(storage), open: Mutex::default() }
    }

    /// The path of its file; `None` if the program keeps the contents.
    pub(crate) fn path(&self) -> Option<&Path> {
        match &self.kept {
            Kept::File(file) => Some(file.path()),
            Kept::Program(_) => None,
        }
    }

    /// How errors name it.
    pub(super) fn name(&self) -> String {
        match &self.kept {
            Kept::File(file) => {
                format!("trust store {:?}", Shown(&file.path().to_string_lossy()))
            }
            Kept::Program(_) => "trust store of this program".to_owned(),
        }
    }

    /// Whether the store still needs its keys.
    pub(crate) fn is_locked(&self) -> bool {
        self.digests().is_none()
    }

    /// The key for digests, once the store has its keys.
    pub(super) fn digests(&self) -> Option<Arc<SymmetricKey>> {
        self.open().keys.as_ref().map(|keys| Arc::clone(&keys.digests))
    }

    /// Gives the store its keys. `root` is derived from the key of the user or token.
    pub(crate) fn unlock(&self, root: &SymmetricKey) {
        self.open().keys.get_or_insert_with(|| Arc::new(StoreKeys::new(root)));
    }

    /// Drops the keys and all that was loaded, without waiting: a call that works with them drops
    /// them when it ends.
    pub(crate) fn close(&self) {
        *self.open() = Open::default();
    }

    fn open(&self) -> MutexGuard<'_, Open> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let process = process::id();
        if open.process != process {
            open.process = process;
            // A forked child has no copy of the parent's thread, which would release this lock.
            if matches!(open.loaded.try_lock(), Err(TryLockError::WouldBlock)) {
                open.loaded = Arc::default();
            }
        }
        open
    }

    /// Works with what is known, as stored now, and stores it again if it changed. Blocks.
    pub(super) fn with<T>(&self, work: impl FnOnce(&mut Knowledge) -> Result<T>) -> Result<T> {
        let (keys, loaded) = {
            let open = self.open();
            let Some(keys) = &open.keys else {
                return Err(Error::new(ErrorKind::Closed, "the client was closed during the call"));
            };
            (Arc::clone(keys), Arc::clone(&open.loaded))
        };
        let mut loaded = loaded.lock().unwrap_or_else(PoisonError::into_inner);
        let (storage, _lock) = match &self.kept {
            Kept::File(file) => {
                let lock = file.lock().map_err(|error| self.failure("locked", &error))?;
                (file as &dyn TrustStorage, Some(lock))
            }
            Kept::Program(storage) => (storage.as_ref(), None),
        };
        self.reload(&mut loaded, &keys, storage)?;
        let before = loaded.known.change;
        let result = work(&mut loaded.known)?;
        if loaded.known.change != before {
            let contents = loaded.known.seal(&keys).ok_or_else(|| {
                Error::new(ErrorKind::Internal, format!("{} cannot be encrypted", self.name()))
            })?;
            if let Err(error) = storage.save(&contents) {
                loaded.known = loaded.stored(&keys);
                return Err(self.failure("written", &error));
            }
            loaded.contents = Some(contents);
        }
        Ok(result)
    }

    /// Loads what is stored, if it changed.
    fn reload(
        &self,
        loaded: &mut Loaded,
        keys: &StoreKeys,
        storage: &dyn TrustStorage,
    ) -> Result<()> {
        let contents = storage.load().map_err(|error| self.failure("read", &error))?;
        if contents == loaded.contents {
            return Ok(());
        }
        let Some(contents) = contents else {
            return Err(self.refused("was deleted or emptied while this client used it"));
        };
        let known = Knowledge::open(&contents, keys).map_err(|defect| match defect {
            Defect::Unknown => self.refused("is not a trust store of this library, or is damaged"),
            Defect::Damaged => self.refused("does not verify: it was changed or truncated"),
            Defect::Later => {
                self.wrong("is of a later release of this library. Update the library")
            }
            Defect::Foreign => self.wrong(
                "belongs to another user or token. Give each credential a trust store of its own",
            ),
        })?;
        if known.change <= loaded.known.change && loaded.known.change > 0 {
            return Err(self.refused("is older than what this client has seen of it"));
        }
        loaded.known = known;
        loaded.contents = Some(contents);
        Ok(())
    }

    fn refused(&self, what: &str) -> Error {
        Error::new(
            ErrorKind::IntegrityViolation,
            format!(
                "{}: it {what}. It was left as it is. Restore it from a backup that you trust, or \
                 use a new one, which knows nothing yet",
                self.name()
            ),
        )
    }

    fn wrong(&self, what: &str) -> Error {
        let message = format!("{}: it {what}. It was left as it is", self.name());
        Error::new(ErrorKind::InvalidInput, message)
    }

    fn failure(&self, verb: &str, error: &StorageError) -> Error {
        let reason = excerpt(&error.to_string(), LONGEST_REASON);
        let message = format!("{}: it cannot be {verb}: {reason}", self.name());
        Error::new(ErrorKind::InvalidInput, message)
    }
}

impl fmt::Debug for TrustStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("TrustStore").field(&self.name()).finish()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Receiver, Sender, channel};
    use std::thread;
    use std::time::Duration;

    use super::*;
    use crate::client::trust::storage::StorageError;

    /// Says when it begins to load, and then waits.
    struct Slow {
        begun: Mutex<Sender<()>>,
        go_on: Mutex<Receiver<()>>,
    }

    impl TrustStorage for Slow {
        fn load(&self) -> Result<Option<Vec<u8>>, StorageError> {
            self.begun.lock().unwrap().send(())?;
            self.go_on.lock().unwrap().recv()?;
            Ok(None)
        }

        fn save(&self, _contents: &[u8]) -> Result<(), StorageError> {
            Ok(())
        }
    }

    #[test]
    fn slow_storage_holds_up_neither_keys_nor_close() {
        let (begun, begins) = channel();
        let (goes_on, go_on) = channel();
        let slow = Slow { begun: Mutex::new(begun), go_on: Mutex::new(go_on) };
        let store = Arc::new(TrustStore::in_storage(Arc::new(slow)));
        store.unlock(&SymmetricKey::from_bytes([7; 32]));
        let working = {
            let store = Arc::clone(&store);
            thread::spawn(move || store.with(|known| Ok(known.keep_recipient("a", "b".into()))))
        };
        begins.recv().unwrap();
        let (closed, closes) = channel();
        let closing = {
            let store = Arc::clone(&store);
            thread::spawn(move || {
                let had_keys = store.digests().is_some();
                store.close();
                closed.send(had_keys && store.is_locked()).unwrap();
            })
        };
        let outcome = closes.recv_timeout(Duration::from_secs(5));
        goes_on.send(()).unwrap();
        assert_eq!(outcome, Ok(true), "close waits for the storage");
        assert!(working.join().unwrap().unwrap());
        closing.join().unwrap();
    }
}
