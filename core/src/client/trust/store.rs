//! The trust store: loads, judges and saves what is known, one call at a time.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use super::envelope::{Defect, StoreKeys};
use super::knowledge::Knowledge;
use super::storage::{FileStorage, StorageError, TrustStorage};
use crate::crypto::SymmetricKey;
use crate::text::{Shown, excerpt};
use crate::{Error, ErrorKind, Result};

/// The longest text of a storage's error in an error.
const LONGEST_REASON: usize = 200;

/// Where a client keeps what it has seen, and what it has loaded from there.
pub(crate) struct TrustStore {
    place: Place,
    opened: Mutex<Option<Opened>>,
}

enum Place {
    File(FileStorage),
    Program(Arc<dyn TrustStorage>),
}

struct Opened {
    keys: StoreKeys,
    known: Knowledge,
    /// As loaded or saved last; `None` if nothing was ever saved.
    contents: Option<Vec<u8>>,
}

impl Opened {
    /// What was known when the contents were loaded or saved.
    fn stored(&self) -> Knowledge {
        let stored = self.contents.as_deref().map(|it| Knowledge::open(it, &self.keys));
        stored.and_then(Result::ok).unwrap_or_default()
    }
}

impl TrustStore {
    pub(crate) fn in_file(path: std::path::PathBuf) -> Self {
        Self { place: Place::File(FileStorage::new(path)), opened: Mutex::default() }
    }

    pub(crate) fn in_storage(storage: Arc<dyn TrustStorage>) -> Self {
        Self { place: Place::Program(storage), opened: Mutex::default() }
    }

    /// How errors name it.
    pub(super) fn name(&self) -> String {
        match &self.place {
            Place::File(file) => {
                format!("trust store {:?}", Shown(&file.path().to_string_lossy()))
            }
            Place::Program(_) => "trust store of this program".to_owned(),
        }
    }

    /// Whether the store still needs its keys.
    pub(crate) fn is_locked(&self) -> bool {
        self.digests().is_none()
    }

    /// The key for digests, once the store has its keys.
    pub(super) fn digests(&self) -> Option<Arc<SymmetricKey>> {
        let opened = self.opened.lock().unwrap_or_else(PoisonError::into_inner);
        opened.as_ref().map(|opened| Arc::clone(&opened.keys.digests))
    }

    /// Gives the store its keys. `root` is derived from the key of the user or token.
    pub(crate) fn unlock(&self, root: &SymmetricKey) {
        let mut opened = self.opened.lock().unwrap_or_else(PoisonError::into_inner);
        opened.get_or_insert_with(|| Opened {
            keys: StoreKeys::new(root),
            known: Knowledge::default(),
            contents: None,
        });
    }

    /// Drops the keys and all that was loaded.
    pub(crate) fn close(&self) {
        *self.opened.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// Works with what is known, as stored now, and stores it again if it changed. Blocks.
    pub(super) fn with<T>(&self, work: impl FnOnce(&mut Knowledge) -> Result<T>) -> Result<T> {
        let mut opened = self.opened.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(opened) = opened.as_mut() else {
            return Err(Error::new(ErrorKind::Closed, "the client was closed during the call"));
        };
        let (storage, _lock) = match &self.place {
            Place::File(file) => {
                let lock = file.lock().map_err(|error| self.failure("locked", &error))?;
                (file as &dyn TrustStorage, Some(lock))
            }
            Place::Program(storage) => (storage.as_ref(), None),
        };
        self.reload(opened, storage)?;
        let before = opened.known.change;
        let result = work(&mut opened.known)?;
        if opened.known.change != before {
            let contents = opened.known.seal(&opened.keys).ok_or_else(|| {
                Error::new(ErrorKind::Internal, format!("{} cannot be encrypted", self.name()))
            })?;
            if let Err(error) = storage.save(&contents) {
                opened.known = opened.stored();
                return Err(self.failure("written", &error));
            }
            opened.contents = Some(contents);
        }
        Ok(result)
    }

    /// Loads what is stored, if it changed.
    fn reload(&self, opened: &mut Opened, storage: &dyn TrustStorage) -> Result<()> {
        let contents = storage.load().map_err(|error| self.failure("read", &error))?;
        if contents == opened.contents {
            return Ok(());
        }
        let Some(contents) = contents else {
            return Err(self.refused("was deleted or emptied while this client used it"));
        };
        let known = Knowledge::open(&contents, &opened.keys).map_err(|defect| match defect {
            Defect::Unknown => self.refused("is not a trust store of this library, or is damaged"),
            Defect::Damaged => self.refused("does not verify: it was changed or truncated"),
            Defect::Later => {
                self.wrong("is of a later release of this library. Update the library")
            }
            Defect::Foreign => self.wrong(
                "belongs to another user or token. Give each credential a trust store of its own",
            ),
        })?;
        if known.change <= opened.known.change && opened.known.change > 0 {
            return Err(self.refused("is older than what this client has seen of it"));
        }
        opened.known = known;
        opened.contents = Some(contents);
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
