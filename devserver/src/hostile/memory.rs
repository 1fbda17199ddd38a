//! What the server has answered before: the versions of secrets, and their names, which it cannot read.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde_json::{Map, Value};

use super::json::{each_object, id_of};
use crate::http::Call;

pub(super) type Record = Map<String, Value>;

/// How many secrets are remembered.
const MOST: usize = 10_000;
/// How many versions of each.
const MOST_VERSIONS: usize = 3;

#[derive(Default)]
pub(super) struct Memory(Mutex<Known>);

#[derive(Default)]
struct Known {
    /// By id of the secret, oldest version first.
    versions: HashMap<String, Vec<Record>>,
    names: HashMap<String, String>,
}

/// Whether an object is a secret, encrypted or not, and no earlier version of one.
pub(super) fn is_secret(object: &Record) -> bool {
    object.contains_key("version")
        && (object.contains_key("secretValueCiphertext") || object.contains_key("secretValue"))
        && !object.contains_key("secretId")
        && !object.contains_key("secret")
}

fn version_of(record: &Record) -> i64 {
    record.get("version").and_then(Value::as_i64).unwrap_or_default()
}

impl Memory {
    /// Remembers the secrets in an answer.
    pub(super) fn learn(&self, call: &Call, body: &mut Value) {
        let mut known = self.known();
        let name = call.param("secretName").to_owned();
        each_object(body, &mut |object| {
            if !is_secret(object) {
                return;
            }
            let Some(id) = id_of(object).map(ToOwned::to_owned) else { return };
            if known.versions.len() >= MOST && !known.versions.contains_key(&id) {
                return;
            }
            if !name.is_empty() {
                known.names.insert(id.clone(), name.clone());
            }
            let versions = known.versions.entry(id).or_default();
            if versions.last().is_none_or(|last| version_of(last) < version_of(object)) {
                versions.push(object.clone());
                if versions.len() > MOST_VERSIONS {
                    versions.remove(0);
                }
            }
        });
    }

    /// The secret as it was before its version in `record`.
    pub(super) fn earlier(&self, record: &Record) -> Option<Record> {
        let known = self.known();
        let versions = known.versions.get(id_of(record)?)?;
        let mut earlier = versions.iter().rev();
        earlier.find(|other| version_of(other) < version_of(record)).cloned()
    }

    /// Another secret of the same project.
    pub(super) fn another(&self, record: &Record) -> Option<Record> {
        let known = self.known();
        let is_other = |other: &&Record| {
            id_of(other) != id_of(record) && other.get("workspace") == record.get("workspace")
        };
        let others = known.versions.values().filter_map(|versions| versions.last());
        others.filter(is_other).min_by_key(|other| id_of(other)).cloned()
    }

    /// The name of a secret that was ever asked for by name.
    pub(super) fn name(&self, record: &Record) -> Option<String> {
        self.known().names.get(id_of(record)?).cloned()
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
