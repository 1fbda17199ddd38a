//! What a client has seen: project keys, secrets and public keys of members. And what contradicts it.

use std::collections::{BTreeMap, HashSet};
use std::time::{SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use super::contradiction::Contradiction;
use super::known_project::{KnownProject, KnownSecret, State, Unsettled};
use crate::api::secrets::{Place, is_within};

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
    /// If set, it is about the folder and all folders below it, except those with these paths.
    pub(crate) below: Option<HashSet<String>>,
}

/// A deletion under way.
pub(crate) struct Deletion {
    number: u64,
    project: String,
    /// The secrets before it, by their ids.
    before: Vec<(String, KnownSecret)>,
}

impl Listing {
    pub(super) fn lacks(&self, id: &str, known: &KnownSecret) -> bool {
        self.is_about(known)
            && !(self.is_shared_only && known.is_personal)
            && !self.ids.contains(id)
    }

    fn is_about(&self, known: &KnownSecret) -> bool {
        let Some(others) = &self.below else { return known.is_at(&self.place) };
        known.environment == self.place.environment
            && is_within(&known.path, path_of(&self.place))
            && !others.contains(&known.path)
    }
}

impl Sighting {
    /// Sets the secret's id. A record of a version has a different id.
    pub(crate) fn of_secret(self, id: &str) -> Self {
        Self { id: id.to_owned(), ..self }
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
            is_new |= project.keep(since, sighting, next);
        }
        for listing in listings {
            is_new |= project.settle(since, listing, next);
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
        let mut changes = project.unsettled(&place.environment, path_of(place), name, is_personal);
        if changes.next().is_some() || project.is_rearranged_since(since) {
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

    /// Notes that secrets are about to be deleted, which ends at `until` at the latest. With a shared
    /// secret go the personal ones that override it.
    pub(super) fn begin_to_delete(
        &mut self,
        place: &Place,
        names: &[String],
        is_personal: bool,
        until: u64,
    ) -> Deletion {
        let number = self.begin_change(place, names, is_personal, false, until);
        let project = self.projects.entry(place.workspace_id.clone()).or_default();
        let mut before = Vec::new();
        for (id, known) in &mut project.secrets {
            let goes = known.is_at(place)
                && names.contains(&known.name)
                && (known.is_personal || !is_personal)
                && known.state != State::Deleted;
            if goes {
                before.push((id.clone(), known.clone()));
                known.state = State::Leaving;
                known.at = number;
            }
        }
        Deletion { number, project: place.workspace_id.clone(), before }
    }

    /// Notes that the server deleted secrets. One that another call renames at the same time may be
    /// there or not.
    pub(super) fn deleted(&mut self, deletion: &Deletion) {
        self.end_change(&deletion.project, deletion.number);
        let Some(project) = self.projects.get_mut(&deletion.project) else { return };
        for (id, before) in &deletion.before {
            let is_renamed = project.is_renamed(before);
            if let Some(known) = project.secrets.get_mut(id)
                && known.name == before.name
            {
                known.state = if is_renamed { known.state } else { State::Deleted };
                known.at = self.change;
            }
        }
    }

    /// Notes that the server refused to delete secrets. Those that another call changed meanwhile may
    /// be there or not.
    pub(super) fn stay(&mut self, deletion: &Deletion) {
        self.end_change(&deletion.project, deletion.number);
        let Some(project) = self.projects.get_mut(&deletion.project) else { return };
        for (id, before) in &deletion.before {
            if let Some(known) = project.secrets.get_mut(id)
                && known.at == deletion.number
            {
                known.state = before.state;
                known.at = self.change;
            }
        }
    }

    /// Notes that a shared secret is about to be renamed, which ends at `until` at the latest. Returns
    /// the number of the change.
    pub(super) fn begin_to_rename(&mut self, place: &Place, name: &str, until: u64) -> u64 {
        self.begin_change(place, &[name.to_owned()], false, true, until)
    }

    fn begin_change(
        &mut self,
        place: &Place,
        names: &[String],
        is_personal: bool,
        is_rename: bool,
        until: u64,
    ) -> u64 {
        let number = self.change + 1;
        let project = self.projects.entry(place.workspace_id.clone()).or_default();
        project.unsettled.retain(|change| change.until > now());
        project.unsettled.push(Unsettled {
            number,
            environment: place.environment.clone(),
            path: path_of(place).to_owned(),
            names: names.to_vec(),
            is_personal,
            is_rename,
            until,
        });
        self.count(true);
        number
    }

    /// Notes that this change has ended.
    pub(super) fn end_change(&mut self, project: &str, number: u64) {
        if let Some(project) = self.projects.get_mut(project) {
            project.unsettled.retain(|change| change.number != number);
            project.settled_at = self.change + 1;
        }
        self.count(true);
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

/// Seconds since 1970.
pub(super) fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs())
}
