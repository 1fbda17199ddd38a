//! What a client has seen: project keys, secrets and public keys of members. And what contradicts it.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::time::{SystemTime, UNIX_EPOCH};

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
    /// Until when, in seconds since 1970, changes under way may move secrets to other folders.
    #[serde(default)]
    rearranged_until: Vec<u64>,
    /// The change after the last of these. Earlier answers say nothing about folders.
    #[serde(default)]
    rearranged_at: u64,
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
    /// The client asked to delete it, and does not know whether the server did, or will.
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

/// The secrets of a folder in an answer, by their ids, whether or not they decrypted.
#[derive(Debug)]
pub(crate) struct Listing {
    pub(crate) place: Place,
    pub(crate) ids: HashSet<String>,
    /// Whether personal secrets are left out, as of imported folders.
    pub(crate) is_shared_only: bool,
}

impl Listing {
    fn lacks(&self, id: &str, known: &KnownSecret) -> bool {
        known.is_at(&self.place)
            && !(self.is_shared_only && known.is_personal)
            && !self.ids.contains(id)
    }
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
    /// and keeps what is new. `listings` has the folders that the answer lists.
    ///
    /// Changes nothing if there is a contradiction. Returns whether something was new.
    pub(super) fn saw(
        &mut self,
        since: u64,
        project: &str,
        sightings: Vec<Sighting>,
        listings: &[Listing],
    ) -> Result<bool, Contradiction> {
        let project = self.projects.entry(project.to_owned()).or_default();
        for sighting in &sightings {
            project.check_version(since, sighting)?;
        }
        if project.is_rearranged_since(since) {
            return Ok(false);
        }
        let values = project.names_by_ciphertext();
        for sighting in &sightings {
            project.check_place(since, sighting)?;
            project.check_value(sighting, &values)?;
        }
        for listing in listings {
            project.check_complete(since, listing)?;
        }
        let next = self.change + 1;
        let mut is_new = false;
        for sighting in sightings {
            is_new |= project.keep(sighting, next);
        }
        for listing in listings {
            is_new |= project.settle(listing, next);
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
        let Some(project) = self.projects.get(&place.workspace_id) else { return Ok(()) };
        if project.is_rearranged_since(since) {
            return Ok(());
        }
        let is_lost = project.secrets.values().any(|known| {
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

    /// Notes that the server refused to delete secrets.
    pub(super) fn stay(&mut self, place: &Place, names: &[String]) -> bool {
        let next = self.change + 1;
        let Some(project) = self.projects.get_mut(&place.workspace_id) else { return false };
        let mut is_new = false;
        for known in project.secrets.values_mut() {
            if known.is_at(place) && names.contains(&known.name) && known.state == State::Leaving {
                known.state = State::Present;
                known.at = next;
                is_new = true;
            }
        }
        self.count(is_new)
    }

    /// Notes that a change is about to move secrets of a project to other folders, and ends at the
    /// latest then. Nothing is learnt about folders until it has ended.
    pub(super) fn begin_to_rearrange(&mut self, project: &str, until: u64) {
        let known = self.projects.entry(project.to_owned()).or_default();
        known.rearranged_until.retain(|until| *until > now());
        known.rearranged_until.push(until);
        self.count(true);
    }

    /// Notes that this change has ended.
    pub(super) fn end_to_rearrange(&mut self, project: &str, until: u64) {
        let next = self.change + 1;
        let known = self.projects.entry(project.to_owned()).or_default();
        if let Some(index) = known.rearranged_until.iter().position(|one| *one == until) {
            known.rearranged_until.swap_remove(index);
        }
        known.rearranged_at = next;
        self.count(true);
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
    /// Whether an answer that was requested `since` may be from before or during a change that moves
    /// secrets to other folders.
    fn is_rearranged_since(&self, since: u64) -> bool {
        self.rearranged_at > since || self.rearranged_until.iter().any(|until| *until > now())
    }

    /// The ids and names of the secrets with a ciphertext.
    fn names_by_ciphertext(&self) -> HashMap<String, Vec<(String, String)>> {
        let mut names: HashMap<String, Vec<(String, String)>> = HashMap::new();
        for (id, known) in &self.secrets {
            let of_value = names.entry(known.ciphertext.clone()).or_default();
            of_value.push((id.clone(), known.name.clone()));
        }
        names
    }

    /// What was seen and does not change while an answer is on its way.
    fn as_known(&self, since: u64, sighting: &Sighting) -> Option<&KnownSecret> {
        self.secrets.get(&sighting.id).filter(|known| known.at <= since)
    }

    fn check_version(&self, since: u64, sighting: &Sighting) -> Result<(), Contradiction> {
        let Some(known) = self.as_known(since, sighting) else { return Ok(()) };
        if known.state == State::Deleted {
            return Err(Contradiction::undeleted(sighting));
        }
        if sighting.version < known.version {
            return Err(Contradiction::older(sighting, known.version));
        }
        if sighting.version == known.version && sighting.content != known.content {
            return Err(Contradiction::other_content(sighting));
        }
        Ok(())
    }

    /// A new value is encrypted anew. Only servers copy one, to a new secret with the same name.
    fn check_value(
        &self,
        sighting: &Sighting,
        names: &HashMap<String, Vec<(String, String)>>,
    ) -> Result<(), Contradiction> {
        let known = self.secrets.get(&sighting.id);
        if known.is_some_and(|known| known.ciphertext == sighting.ciphertext) {
            return Ok(());
        }
        let others = names.get(&sighting.ciphertext).into_iter().flatten();
        let mut others = others.filter(|(id, _)| *id != sighting.id);
        match others.find(|(_, name)| known.is_some() || *name != sighting.name) {
            Some((_, name)) => Err(Contradiction::other_name(sighting, name)),
            None => Ok(()),
        }
    }

    /// A secret stays in its folder, and no secret with another id may have had its name there.
    fn check_place(&self, since: u64, sighting: &Sighting) -> Result<(), Contradiction> {
        if let Some(known) = self.as_known(since, sighting)
            && !known.is_in_place_of(sighting)
        {
            return Err(Contradiction::moved(sighting, &known.environment, &known.path));
        }
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

    fn check_complete(&self, since: u64, listing: &Listing) -> Result<(), Contradiction> {
        let lost: Vec<String> = self
            .secrets
            .iter()
            .filter(|(id, known)| {
                known.state == State::Present && known.at <= since && listing.lacks(id, known)
            })
            .map(|(_, known)| known.name.clone())
            .collect();
        if lost.is_empty() { Ok(()) } else { Err(Contradiction::lost(&listing.place, lost)) }
    }

    /// Keeps a secret that contradicts nothing. Returns whether something is new.
    fn keep(&mut self, sighting: Sighting, at: u64) -> bool {
        let Sighting { id, name, is_personal, environment, path, version, content, ciphertext } =
            sighting;
        let mut state = State::Present;
        if let Some(known) = self.secrets.get(&id) {
            let is_same = known.version == version
                && known.content == content
                && known.ciphertext == ciphertext;
            // An answer that was overtaken by a later change says nothing new.
            if is_same || known.version > version || known.state == State::Deleted {
                return false;
            }
            // A deletion may still be under way.
            state = known.state;
        }
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
    fn settle(&mut self, listing: &Listing, at: u64) -> bool {
        let mut is_new = false;
        for (id, known) in &mut self.secrets {
            if known.state == State::Leaving && listing.lacks(id, known) {
                known.state = State::Deleted;
                known.at = at;
                is_new = true;
            }
        }
        is_new
    }
}

/// Seconds since 1970.
pub(super) fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs())
}
