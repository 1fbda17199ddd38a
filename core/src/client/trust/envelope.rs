//! The stored form of a trust store: JSON, encrypted and authenticated with a key that is derived
//! from the user's or the token's own key.

use serde::{Deserialize, Serialize};

use super::knowledge::Knowledge;
use crate::crypto::{SymmetricKey, SystemEntropy};

const FORMAT: &str = "infisical-e2ee trust store";
const VERSION: u32 = 1;

/// The keys of a trust store.
pub(super) struct StoreKeys {
    seal: SymmetricKey,
    pub(super) digests: std::sync::Arc<SymmetricKey>,
    /// Says whose store it is, and reveals nothing of the keys.
    owner: String,
}

impl StoreKeys {
    /// `root` is derived from the key of the user or token, for this purpose.
    pub(super) fn new(root: &SymmetricKey) -> Self {
        let owner = root.derived("owner").digest(&[]);
        Self {
            seal: root.derived("contents"),
            digests: root.derived("digests").into(),
            owner: owner.iter().take(16).map(|byte| format!("{byte:02x}")).collect(),
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Envelope {
    format: String,
    version: u32,
    owner: String,
    iv: String,
    tag: String,
    ciphertext: String,
}

/// Why a stored form is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Defect {
    /// Not one of this library.
    Unknown,
    /// Of a later release.
    Later,
    /// Of another user or token.
    Foreign,
    /// Changed or truncated.
    Damaged,
}

impl Knowledge {
    pub(super) fn seal(&self, keys: &StoreKeys) -> Option<Vec<u8>> {
        let text = serde_json::to_vec(self).ok()?;
        let sealed = keys.seal.encrypt(&text, &mut SystemEntropy).ok()?;
        let envelope = Envelope {
            format: FORMAT.to_owned(),
            version: VERSION,
            owner: keys.owner.clone(),
            iv: sealed.iv,
            tag: sealed.tag,
            ciphertext: sealed.ciphertext,
        };
        serde_json::to_vec(&envelope).ok()
    }

    pub(super) fn open(contents: &[u8], keys: &StoreKeys) -> Result<Self, Defect> {
        let envelope: Envelope = serde_json::from_slice(contents).map_err(|_| Defect::Unknown)?;
        if envelope.format != FORMAT {
            return Err(Defect::Unknown);
        }
        if envelope.version != VERSION {
            return Err(Defect::Later);
        }
        if envelope.owner != keys.owner {
            return Err(Defect::Foreign);
        }
        let text = keys
            .seal
            .decrypt(&envelope.ciphertext, &envelope.iv, &envelope.tag)
            .map_err(|_| Defect::Damaged)?;
        serde_json::from_slice(&text).map_err(|_| Defect::Damaged)
    }
}
