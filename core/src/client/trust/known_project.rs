//! What is known of one project, and how an answer is compared with it.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use super::contradiction::Contradiction;
use super::knowledge::{Digest, Listing, Sighting, now, path_of};
use crate::api::secrets::Place;

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct KnownProject {
    pub(super) key: Option<Digest>,
    /// The key that a rotation is about to put in its place.
    pub(super) next_key: Option<Digest>,
    /// Until when, in seconds since 1970, changes under way may move secrets to other folders.
    #[serde(default)]
    pub(super) rearranged_until: Vec<u64>,
    /// The change after the last of these. Earlier answers say nothing about folders.
    #[serde(default)]
    pub(super) rearranged_at: u64,
    /// Changes under way that may delete or rename secrets.
    #[serde(default)]
    pub(super) unsettled: Vec<Unsettled>,
    /// The change after the last of these. Earlier answers may show a secret that was unknown, and is
    /// deleted or renamed now.
    #[serde(default, alias = "deleted_at")]
    pub(super) settled_at: u64,
    pub(super) secrets: BTreeMap<String, KnownSecret>,
}

/// A change under way that may delete or rename secrets. Until it ends, an answer may be from before
/// or after it, so nothing new is learnt under these names.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Unsettled {
    /// The number of the change of the store that began it.
    pub(super) number: u64,
    pub(super) environment: String,
    pub(super) path: String,
    pub(super) names: Vec<String>,
    pub(super) is_personal: bool,
    pub(super) is_rename: bool,
    /// In seconds since 1970. Later it counts as ended.
    pub(super) until: u64,
}

impl Unsettled {
    /// With a shared secret, the personal ones that override it are deleted.
    fn is_about(&self, is_personal: bool) -> bool {
        self.is_personal == is_personal || !(self.is_rename || self.is_personal)
    }
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct KnownSecret {
    pub(super) name: String,
    pub(super) is_personal: bool,
    pub(super) environment: String,
    pub(super) path: String,
    /// The highest version that was seen.
    pub(super) version: i64,
    /// Of the name and value in this version.
    pub(super) content: Digest,
    /// Of the ciphertext of the value.
    pub(super) ciphertext: Digest,
    pub(super) state: State,
    /// The number of the change that this is from.
    pub(super) at: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum State {
    Present,
    /// The client asked to delete it, and does not know whether the server did, or will.
    Leaving,
    /// The server said that it deleted the secret.
    Deleted,
}

impl KnownSecret {
    pub(super) fn is_at(&self, place: &Place) -> bool {
        self.environment == place.environment && self.path == path_of(place)
    }

    pub(super) fn is_in_place_of(&self, sighting: &Sighting) -> bool {
        self.environment == sighting.environment && self.path == sighting.path
    }

    pub(super) fn is_called(&self, name: &str, is_personal: bool, place: &Place) -> bool {
        self.name == name && self.is_personal == is_personal && self.is_at(place)
    }
}

impl KnownProject {
    /// Whether an answer that was requested `since` may be from before or during a change that moves
    /// secrets to other folders.
    pub(super) fn is_rearranged_since(&self, since: u64) -> bool {
        self.rearranged_at > since || self.rearranged_until.iter().any(|until| *until > now())
    }

    /// The changes under way that may delete or rename the secret with this name.
    pub(super) fn unsettled(
        &self,
        environment: &str,
        path: &str,
        name: &str,
        is_personal: bool,
    ) -> impl Iterator<Item = &Unsettled> {
        self.unsettled.iter().filter(move |change| {
            change.environment == environment
                && change.path == path
                && change.names.iter().any(|one| one == name)
                && change.is_about(is_personal)
                && change.until > now()
        })
    }

    /// Whether a change under way renames the secret.
    pub(super) fn is_renamed(&self, known: &KnownSecret) -> bool {
        let KnownSecret { environment, path, name, is_personal, .. } = known;
        self.unsettled(environment, path, name, *is_personal).any(|change| change.is_rename)
    }

    fn is_unsettled(&self, sighting: &Sighting) -> bool {
        let Sighting { environment, path, name, is_personal, .. } = sighting;
        self.unsettled(environment, path, name, *is_personal).next().is_some()
    }

    /// The ids and names of the secrets with a ciphertext.
    pub(super) fn names_by_ciphertext(&self) -> HashMap<String, Vec<(String, String)>> {
        let mut names: HashMap<String, Vec<(String, String)>> = HashMap::new();
        for (id, known) in &self.secrets {
            let of_value = names.entry(known.ciphertext.clone()).or_default();
            of_value.push((id.clone(), known.name.clone()));
        }
        names
    }

    /// What was seen and does not change while an answer is on its way.
    pub(super) fn as_known(&self, since: u64, sighting: &Sighting) -> Option<&KnownSecret> {
        self.secrets.get(&sighting.id).filter(|known| known.at <= since)
    }

    pub(super) fn check_version(
        &self,
        since: u64,
        sighting: &Sighting,
    ) -> Result<(), Contradiction> {
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

    /// Clients encrypt each new value with a new IV. Only servers copy a ciphertext, to a new secret with
    /// the same name.
    pub(super) fn check_value(
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
    pub(super) fn check_place(&self, since: u64, sighting: &Sighting) -> Result<(), Contradiction> {
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
        if is_replaced && !self.is_unsettled(sighting) {
            return Err(Contradiction::replaced(sighting));
        }
        Ok(())
    }

    pub(super) fn check_complete(
        &self,
        since: u64,
        listing: &Listing,
    ) -> Result<(), Contradiction> {
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
    pub(super) fn keep(&mut self, since: u64, sighting: Sighting, at: u64) -> bool {
        let mut state = State::Present;
        if let Some(known) = self.secrets.get(&sighting.id) {
            let is_same = known.version == sighting.version
                && known.content == sighting.content
                && known.ciphertext == sighting.ciphertext;
            // An answer that was overtaken by a later change says nothing new.
            if is_same || known.version > sighting.version || known.state == State::Deleted {
                return false;
            }
            // A deletion may still be under way.
            state = known.state;
        } else if self.settled_at > since || self.is_unsettled(&sighting) {
            return false;
        }
        let Sighting { id, name, is_personal, environment, path, version, content, ciphertext } =
            sighting;
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
    pub(super) fn settle(&mut self, since: u64, listing: &Listing, at: u64) -> bool {
        let mut is_new = false;
        for (id, known) in &mut self.secrets {
            let is_leaving = known.state == State::Leaving && known.at <= since;
            if is_leaving && listing.lacks(id, known) {
                known.state = State::Deleted;
                known.at = at;
                is_new = true;
            }
        }
        is_new
    }
}
