//! What a client has seen: project keys, secrets and public keys of members. And what contradicts it.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::contradiction::Contradiction;
use crate::api::secrets::Place;

/// A keyed digest in hexadecimal.
pub(super) type Digest = String;

/// All that the trust store keeps.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Knowledge {
    /// Counts the changes.
    pub(super) change: u64,
    projects: BTreeMap<String, KnownProject>,
    /// The fingerprints of public keys that project keys were sealed to, by the id of their owner.
    recipients: BTreeMap<String, String>,
}

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KnownProject {
    key: Option<Digest>,
    /// The key that a rotation is about to put in its place.
    next_key: Option<Digest>,
    secrets: BTreeMap<String, KnownSecret>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KnownSecret {
    name: String,
    is_personal: bool,
    environment: String,
    path: String,
    /// The highest version that was seen.
    version: i64,
    /// Of the name and value in this version.
    content: Digest,
    /// Of the ciphertext of the value.
    ciphertext: Digest,
    state: State,
    /// The number of the change that this is from.
    at: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum State {
    Present,
    /// The client asked to delete it, and does not know whether the server did.
    Leaving,
    /// The server said that it deleted the secret.
    Deleted,
}

/// One secret in an answer of the server.
#[derive(Debug, Clone)]
pub(crate) struct Sighting {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) is_personal: bool,
    pub(super) environment: String,
    pub(super) path: String,
    pub(super) version: i64,
    pub(super) content: Digest,
    pub(super) ciphertext: Digest,
}

impl Sighting {
    /// The sighting as one of the secret with this id: a record of a version has an id of its own.
    pub(crate) fn of_secret(self, id: &str) -> Self {
        Self { id: id.to_owned(), ..self }
    }
}

impl KnownSecret {
    fn is_at(&self, place: &Place) -> bool {
        self.environment == place.environment && self.path == path_of(place)
    }

    fn is_in_place_of(&self, sighting: &Sighting) -> bool {
        self.environment == sighting.environment && self.path == sighting.path
    }

    fn is_called(&self, name: &str, is_personal: bool, place: &Place) -> bool {
        self.name == name && self.is_personal == is_personal && self.is_at(place)
    }
}

/// The path of a place; servers without folders have one.
pub(super) fn path_of(place: &Place) -> &str {
    place.path.as_deref().unwrap_or("/")
}

impl Knowledge {
    /// Compares secrets in an answer with what was known when it was requested, which is `since`,
    /// and keeps what is new. `listed` has the ids in the answer if it lists all secrets of `place`.
    ///
    /// Changes nothing if there is a contradiction. Returns whether something was new.
    pub(super) fn saw(
        &mut self,
        since: u64,
        place: &Place,
        sightings: Vec<Sighting>,
        listed: Option<&HashSet<String>>,
    ) -> Result<bool, Contradiction> {
        let project = self.projects.entry(place.workspace_id.clone()).or_default();
        let by_ciphertext: HashMap<&str, (&str, &str)> = project
            .secrets
            .iter()
            .map(|(id, known)| (known.ciphertext.as_str(), (id.as_str(), known.name.as_str())))
            .collect();
        for sighting in &sightings {
            project.check(since, sighting)?;
            if let Some((id, name)) = by_ciphertext.get(sighting.ciphertext.as_str())
                && *id != sighting.id
                && *name != sighting.name
            {
                return Err(Contradiction::other_name(sighting, name));
            }
        }
        if let Some(listed) = listed {
            project.check_complete(since, place, listed)?;
        }
        let next = self.change + 1;
        let mut is_new = false;
        for sighting in sightings {
            is_new |= project.keep(sighting, next);
        }
        if let Some(listed) = listed {
            is_new |= project.settle(place, listed, next);
        }
        Ok(self.count(is_new))
    }

    /// Compares earlier versions of secrets with what is known. Some servers give one number to two
    /// versions: one of them must be as known.
    pub(super) fn saw_versions(
        &self,
        project: &str,
        versions: &[Sighting],
    ) -> Result<(), Contradiction> {
        let Some(project) = self.projects.get(project) else { return Ok(()) };
        for version in versions {
            let Some(known) = project.secrets.get(&version.id) else { continue };
            let is_as_known = |other: &Sighting| {
                other.id == version.id
                    && other.version == version.version
                    && other.content == known.content
            };
            if version.version == known.version && !versions.iter().any(is_as_known) {
                return Err(Contradiction::other_content(version));
            }
        }
        Ok(())
    }

    /// Compares "not found" with what was known of a secret when it was requested.
    pub(super) fn saw_nothing(
        &self,
        since: u64,
        place: &Place,
        name: &str,
        is_personal: bool,
    ) -> Result<(), Contradiction> {
        let known = self.projects.get(&place.workspace_id).into_iter().flat_map(|it| &it.secrets);
        let is_lost = known.into_iter().any(|(_, known)| {
            known.is_called(name, is_personal, place)
                && known.state == State::Present
                && known.at <= since
        });
        if is_lost {
            return Err(Contradiction::lost(place, vec![name.to_owned()]));
        }
        Ok(())
    }

    /// Whether a secret that is not deleted was seen.
    pub(super) fn has_seen(&self, place: &Place, name: &str, is_personal: bool) -> bool {
        self.projects.get(&place.workspace_id).is_some_and(|project| {
            project.secrets.values().any(|known| {
                known.is_called(name, is_personal, place) && known.state == State::Present
            })
        })
    }

    /// Notes that secrets are about to be deleted, or, with `done`, that the server deleted them.
    /// With a shared secret go the personal ones that override it.
    pub(super) fn deletes(
        &mut self,
        place: &Place,
        names: &[String],
        is_personal: bool,
        done: bool,
    ) -> bool {
        let next = self.change + 1;
        let state = if done { State::Deleted } else { State::Leaving };
        let Some(project) = self.projects.get_mut(&place.workspace_id) else { return false };
        let mut is_new = false;
        for known in project.secrets.values_mut() {
            let goes = known.is_at(place)
                && names.contains(&known.name)
                && (known.is_personal || !is_personal)
                && known.state != State::Deleted;
            if goes {
                known.state = state;
                known.at = next;
                is_new = true;
            }
        }
        self.count(is_new)
    }

    /// Forgets the secrets of an environment: of one path or all, of some names or all. Returns how
    /// many they were.
    pub(super) fn forget_secrets(
        &mut self,
        project: &str,
        is_meant: impl Fn(&str, &str, &str) -> bool,
    ) -> usize {
        let Some(project) = self.projects.get_mut(project) else { return 0 };
        let before = project.secrets.len();
        project.secrets.retain(|_, known| !is_meant(&known.environment, &known.path, &known.name));
        let forgotten = before - project.secrets.len();
        self.count(forgotten > 0);
        forgotten
    }

    /// Forgets the key of a project and its secrets. Returns whether something was known.
    pub(super) fn forget_project(&mut self, project: &str) -> bool {
        let is_new = self.projects.remove(project).is_some();
        self.count(is_new)
    }

    /// Whether the key of a project was seen.
    pub(super) fn has_key(&self, project: &str) -> bool {
        self.projects.get(project).is_some_and(|project| project.key.is_some())
    }

    /// Keeps the key of a project, unless another one is known: then it returns `None`.
    pub(super) fn keep_key(&mut self, project: &str, key: Digest) -> Option<bool> {
        let known = self.projects.entry(project.to_owned()).or_default();
        if known.key.as_ref() == Some(&key) {
            return Some(false);
        }
        if known.key.is_some() && known.next_key.as_ref() != Some(&key) {
            return None;
        }
        known.key = Some(key);
        known.next_key = None;
        Some(self.count(true))
    }

    /// Accepts another key of a project too, which takes the place of the known one once it is seen.
    pub(super) fn expect_key(&mut self, project: &str, key: Digest) -> bool {
        self.projects.entry(project.to_owned()).or_default().next_key = Some(key);
        self.count(true)
    }

    /// The fingerprint that a recipient of project keys had.
    pub(super) fn recipient(&self, id: &str) -> Option<&str> {
        self.recipients.get(id).map(String::as_str)
    }

    pub(super) fn keep_recipient(&mut self, id: &str, fingerprint: String) -> bool {
        let before = self.recipients.insert(id.to_owned(), fingerprint.clone());
        self.count(before != Some(fingerprint))
    }

    fn count(&mut self, is_new: bool) -> bool {
        self.change += u64::from(is_new);
        is_new
    }
}

impl KnownProject {
    fn check(&self, since: u64, sighting: &Sighting) -> Result<(), Contradiction> {
        self.check_alone(since, sighting)?;
        let Some(known) = self.secrets.get(&sighting.id) else { return Ok(()) };
        if known.at > since {
            // It changed while the answer was on its way.
            return Ok(());
        }
        if known.state == State::Deleted {
            return Err(Contradiction::undeleted(sighting));
        }
        if !known.is_in_place_of(sighting) {
            return Err(Contradiction::moved(sighting, &known.environment, &known.path));
        }
        if sighting.version < known.version {
            return Err(Contradiction::older(sighting, known.version));
        }
        if sighting.version == known.version && sighting.content != known.content {
            return Err(Contradiction::other_content(sighting));
        }
        Ok(())
    }

    /// No secret with another id may have had this name there.
    fn check_alone(&self, since: u64, sighting: &Sighting) -> Result<(), Contradiction> {
        let is_replaced = self.secrets.iter().any(|(id, known)| {
            *id != sighting.id
                && known.name == sighting.name
                && known.is_personal == sighting.is_personal
                && known.is_in_place_of(sighting)
                && known.state == State::Present
                && known.at <= since
        });
        if is_replaced {
            return Err(Contradiction::replaced(sighting));
        }
        Ok(())
    }

    fn check_complete(
        &self,
        since: u64,
        place: &Place,
        listed: &HashSet<String>,
    ) -> Result<(), Contradiction> {
        let lost: Vec<String> = self
            .secrets
            .iter()
            .filter(|(id, known)| {
                known.is_at(place)
                    && known.state == State::Present
                    && known.at <= since
                    && !listed.contains(*id)
            })
            .map(|(_, known)| known.name.clone())
            .collect();
        if lost.is_empty() { Ok(()) } else { Err(Contradiction::lost(place, lost)) }
    }

    /// Keeps a secret that contradicts nothing. Returns whether something is new.
    fn keep(&mut self, sighting: Sighting, at: u64) -> bool {
        let Sighting { id, name, is_personal, environment, path, version, content, ciphertext } =
            sighting;
        if let Some(known) = self.secrets.get(&id) {
            let is_same = known.version == version
                && known.state == State::Present
                && known.content == content
                && known.ciphertext == ciphertext;
            // An answer that was overtaken by a later change says nothing new.
            if is_same || known.version > version || known.state == State::Deleted {
                return false;
            }
        }
        let state = State::Present;
        let known = KnownSecret {
            name,
            is_personal,
            environment,
            path,
            version,
            content,
            ciphertext,
            state,
            at,
        };
        self.secrets.insert(id, known);
        true
    }

    /// Secrets that the client asked to delete, and that are gone, were deleted.
    fn settle(&mut self, place: &Place, listed: &HashSet<String>, at: u64) -> bool {
        let mut is_new = false;
        for (id, known) in &mut self.secrets {
            if known.state == State::Leaving && known.is_at(place) && !listed.contains(id) {
                known.state = State::Deleted;
                known.at = at;
                is_new = true;
            }
        }
        is_new
    }
}
