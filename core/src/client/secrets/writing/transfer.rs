//! What a move and a copy of secrets to another environment or folder share.

use super::tagged_secrets::TaggedSecrets;
use crate::api::secrets::{self as secrets_api, Place};
use crate::api::server::Era;
use crate::client::call::Call;
use crate::client::keys::Route;
use crate::client::projects::GivenLocation;
use crate::client::secrets::extras::Extras;
use crate::client::secrets::names::check_name;
use crate::client::secrets::raw::{RawChange, check_value};
use crate::client::secrets::secret::{Secret, SecretMetadata, SecretType};
use crate::text::Shown;
use crate::{Error, ErrorKind, Result};

/// The setters of requests that write secrets of one place to another, for the field
/// `destination: Destination`.
macro_rules! destination_setters {
    () => {
        /// Slug of the environment of the destination; the source's by default.
        pub fn to_environment(mut self, slug: impl Into<String>) -> Self {
            self.destination.environment = Some(slug.into());
            self
        }

        /// Folder of the destination, which must exist; the source's by default.
        pub fn to_path(mut self, path: impl Into<String>) -> Self {
            self.destination.path = Some(path.into());
            self
        }

        /// Whether to replace other values of that name at the destination; `false` by default.
        pub fn overwrite(mut self, overwrite: bool) -> Self {
            self.destination.overwrite = overwrite;
            self
        }
    };
}
pub(super) use destination_setters;

/// Where secrets are written to. Missing parts are those of the source.
#[derive(Debug, Default)]
pub(super) struct Destination {
    pub(super) environment: Option<String>,
    pub(super) path: Option<String>,
    pub(super) overwrite: bool,
}

/// Whether the source keeps the secrets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    Move,
    Copy,
}

impl Purpose {
    fn verb(self) -> &'static str {
        match self {
            Self::Move => "move",
            Self::Copy => "copy",
        }
    }

    pub(super) fn done(self) -> &'static str {
        match self {
            Self::Move => "moved",
            Self::Copy => "copied",
        }
    }
}

/// One secret to move or to copy.
#[derive(Clone)]
pub(super) struct Step {
    pub(super) secret: Secret,
    pub(super) tag_ids: Vec<String>,
    /// The secret with that name at the destination.
    pub(super) there: Option<(Secret, Vec<String>)>,
    /// Whether the destination is to have no other tags and metadata than the source.
    pub(super) replaces: bool,
}

impl Step {
    /// Whether the destination already has it, as after an interruption.
    pub(super) fn is_stored(&self) -> bool {
        self.there.as_ref().is_some_and(|(there, _)| has_content_of(there, &self.secret))
    }

    /// Whether the destination also has its tags and metadata.
    pub(super) fn is_complete(&self) -> bool {
        self.is_stored() && self.tags_to_set().is_none() && self.metadata_to_set().is_none()
    }

    /// The tags to set at the destination, if it needs others than it has.
    pub(super) fn tags_to_set(&self) -> Option<Vec<String>> {
        let there = self.there.as_ref().map_or(&[][..], |(_, tag_ids)| tag_ids);
        let is_other = |id: &&String| !self.tag_ids.contains(id);
        let kept = there.iter().filter(is_other).filter(|_| !self.replaces);
        let wanted: Vec<_> = self.tag_ids.iter().chain(kept).cloned().collect();
        let has_all = wanted.iter().all(|id| there.contains(id));
        Some(wanted).filter(|wanted| !has_all || wanted.len() != there.len())
    }

    /// The metadata to set at the destination, if it needs others than it has. A destination that is
    /// not replaced keeps its own.
    pub(super) fn metadata_to_set(&self) -> Option<&[SecretMetadata]> {
        let wanted = metadata_of(&self.secret);
        let there = self.there.as_ref().map_or(&[][..], |(there, _)| metadata_of(there));
        let is_kept = !self.replaces && !there.is_empty();
        Some(wanted).filter(|wanted| !is_kept && !is_same_metadata(wanted, there))
    }

    /// What the plaintext routes store besides value, comment and tags, if the destination needs
    /// others than it has.
    fn extras_to_set(&self, era: Era) -> Option<Extras> {
        let skips = |secret: &Secret| secret.skip_multiline_encoding == Some(true);
        let skips_there = self.there.as_ref().is_some_and(|(there, _)| skips(there));
        let extras = Extras {
            metadata: self.metadata_to_set().map(<[_]>::to_vec),
            skip_multiline_encoding: (skips(&self.secret) && !skips_there).then_some(true),
            ..Extras::default()
        };
        Some(extras).filter(|extras| era.is_since_october_2024() && !extras.is_empty())
    }

    /// Fails if the plaintext routes cannot store the secrets at the destination.
    fn check_raw(&self, to: &Place, era: Era) -> Result<()> {
        if self.is_complete() {
            return Ok(());
        }
        let replaced =
            self.there.as_ref().filter(|(there, _)| there.comment != self.secret.comment);
        let (tag_ids, extras) = (self.tags_to_set(), self.extras_to_set(era));
        let change = RawChange {
            comment: replaced.map(|_| &self.secret.comment),
            tag_ids: tag_ids.as_deref(),
            extras: extras.as_ref(),
            ..RawChange::default()
        };
        check_value(&self.secret.name, &self.secret.value)?;
        change.check(&secrets_api::subject(&self.secret.name, to), era)
    }
}

/// Writes secrets of one place to another.
pub(super) struct Transfer<'a> {
    pub(super) call: &'a Call,
    pub(super) purpose: Purpose,
    pub(super) from: Place,
    pub(super) to: Place,
    pub(super) overwrite: bool,
}

impl Call {
    /// Checks a move or copy, and reads what both places have. Nothing is changed yet.
    pub(super) async fn transfer(
        &self,
        purpose: Purpose,
        mut names: Vec<String>,
        location: GivenLocation,
        destination: Destination,
    ) -> Result<(Transfer<'_>, Vec<Step>)> {
        let mut seen = std::collections::HashSet::new();
        names.retain(|name| seen.insert(name.clone()));
        if names.is_empty() {
            return Err(Error::new(
                ErrorKind::InvalidInput,
                format!("no secrets to {} are given. Give at least one name", purpose.verb()),
            ));
        }
        let era = self.era().await?;
        names.iter().try_for_each(|name| check_name(name, era))?;
        let from = self.place(location).await?;
        let Destination { environment, path, overwrite } = destination;
        let to = GivenLocation {
            project: Some(from.workspace_id.clone()),
            environment: Some(environment.unwrap_or_else(|| from.environment.clone())),
            path: Some(path.or_else(|| from.path.clone()).unwrap_or_else(|| "/".to_owned())),
        };
        let to = self.place(to).await?;
        if from.environment == to.environment && from.path == to.path {
            return Err(Error::new(
                ErrorKind::InvalidInput,
                format!(
                    "the secrets are already in {}. Choose another destination",
                    from.describe()
                ),
            ));
        }
        let transfer = Transfer { call: self, purpose, from, to, overwrite };
        let steps = transfer.planned(&names).await?;
        if let Route::Raw(_) = self.route(&transfer.to.workspace_id).await? {
            steps.iter().try_for_each(|step| step.check_raw(&transfer.to, era))?;
        }
        Ok((transfer, steps))
    }
}

impl Transfer<'_> {
    /// The remaining steps; fails if the destination has conflicting secrets.
    async fn planned(&self, names: &[String]) -> Result<Vec<Step>> {
        let mut source = self.call.shared_secrets(&self.from).await?;
        let mut destination = self.call.shared_secrets(&self.to).await?;
        if destination.is_empty() {
            self.call.check_existence(&self.to).await?;
        }
        let mut steps = Vec::with_capacity(names.len());
        let mut taken = Vec::new();
        for name in names {
            let there = destination.take(name);
            let Some((secret, tag_ids)) = source.take(name) else {
                // An interrupted earlier call may have moved it; otherwise it may be one that does
                // not decrypt.
                let may_be_moved = self.purpose == Purpose::Move && there.is_some();
                if may_be_moved && source.first_failure.is_none() {
                    continue;
                }
                return Err(self.missing(source, name));
            };
            let step = Step { secret, tag_ids, there, replaces: self.overwrite };
            if step.there.is_some() && !step.is_stored() && !self.overwrite {
                taken.push(format!("{name:?}", name = Shown(name)));
            }
            steps.push(step);
        }
        if taken.is_empty() {
            return Ok(steps);
        }
        Err(Error::new(
            ErrorKind::Conflict,
            format!(
                "{} has {} with another value or comment. Nothing was {}. Set overwrite, or delete \
                 these secrets there first",
                self.to.describe(),
                taken.join(", "),
                self.purpose.done()
            ),
        ))
    }

    /// The error for a secret that the source does not have, or that is one that cannot be read.
    fn missing(&self, source: TaggedSecrets, name: &str) -> Error {
        let subject = secrets_api::subject(name, &self.from);
        match source.first_failure {
            None => {
                let done = self.purpose.done();
                let message =
                    format!("{subject}: not found. Nothing was {done}. Check the spelling");
                Error::new(ErrorKind::NotFound, message)
            }
            Some(failure) => {
                let message = format!(
                    "{subject}: not found among the secrets that can be read. {}",
                    failure.message()
                );
                Error::new(failure.kind(), message)
            }
        }
    }

    /// Whether the destination now has each of these secrets whole, after the server wrote them.
    pub(super) async fn have_arrived(&self, steps: &[Step]) -> Result<Vec<bool>> {
        let mut destination = self.call.shared_secrets(&self.to).await?;
        let has_arrived = |step: &Step| {
            let there = destination.take(&step.secret.name);
            Step { there, ..step.clone() }.is_complete()
        };
        Ok(steps.iter().map(has_arrived).collect())
    }

    /// Stores a secret at the destination and reads it back. Returns whether the destination
    /// changed.
    pub(super) async fn write_here(&self, step: &Step) -> Result<bool> {
        let is_due = !step.is_complete();
        if is_due {
            self.store(step).await?;
        }
        let name = &step.secret.name;
        let found = self.call.fetch_secret(name, SecretType::Shared, &self.to).await?;
        if has_content_of(&found, &step.secret) {
            return Ok(is_due);
        }
        let kept = match self.purpose {
            Purpose::Move => "The secret was kept at the source",
            Purpose::Copy => "Read the destination before you write again",
        };
        Err(Error::new(
            ErrorKind::IntegrityViolation,
            format!(
                "{}: the server returned something else than was stored. {kept}",
                secrets_api::subject(name, &self.to)
            ),
        ))
    }

    /// Stores a secret at the destination, or its missing parts.
    async fn store(&self, step: &Step) -> Result<()> {
        let Secret { name, value, comment, .. } = &step.secret;
        let kind = SecretType::Shared;
        match &step.there {
            None => {
                self.call.store_new(name, value, Some(comment), kind, &self.to).await?;
            }
            Some((there, _)) if !step.is_stored() => {
                let comment = Some(comment).filter(|one| **one != there.comment);
                let call = self.call;
                call.store_changed(name, None, Some(value), comment, kind, &self.to).await?;
            }
            Some(_) => {}
        }
        if let Some(ids) = step.tags_to_set() {
            self.call.store_tags(name, &self.to, &ids).await?;
        }
        let era = self.call.era().await?;
        if let Route::Raw(_) = self.call.route(&self.to.workspace_id).await?
            && let Some(extras) = step.extras_to_set(era)
        {
            let change = RawChange { extras: Some(&extras), ..RawChange::default() };
            self.call.update_raw(name, change, kind, &self.to).await?;
        }
        Ok(())
    }

    /// Adds the progress to the error.
    pub(super) fn stopped(&self, error: Error, names: &[String]) -> Error {
        let done = self.purpose.done();
        let so_far = match names {
            [] => format!("No secret was {done} yet"),
            _ => format!("So far {done}: {}", names.join(", ")),
        };
        let (kind, may_pass) = (error.kind(), error.may_pass());
        // Where it cannot help, and where it would ask for a second approval.
        let next = match kind {
            ErrorKind::PermissionDenied | ErrorKind::IntegrityViolation | ErrorKind::NotFound => "",
            _ => ". Repeat the call to continue",
        };
        let message = format!("{}. {so_far}{next}", error.message());
        error.reclassified(kind, message).with_retryable(may_pass)
    }
}

pub(super) fn metadata_of(secret: &Secret) -> &[SecretMetadata] {
    secret.metadata.as_deref().unwrap_or_default()
}

/// Whether two secrets have the same metadata, in any order.
fn is_same_metadata(one: &[SecretMetadata], other: &[SecretMetadata]) -> bool {
    let is_same = |one: &SecretMetadata, other: &SecretMetadata| {
        (&one.key, &one.value, one.encrypted) == (&other.key, &other.value, other.encrypted)
    };
    one.len() == other.len()
        && one.iter().all(|entry| other.iter().any(|there| is_same(entry, there)))
}

pub(super) fn has_content_of(one: &Secret, other: &Secret) -> bool {
    one.value == other.value && one.comment == other.comment
}
