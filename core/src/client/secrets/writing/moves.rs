//! Moving secrets to another environment or folder.

use crate::api::secrets::{self as secrets_api, Place};
use crate::api::server::Era;
use crate::client::call::{Call, Client, awaitable};
use crate::client::keys::Route;
use crate::client::projects::{GivenLocation, location_setters};
use crate::client::secrets::names::check_name;
use crate::client::secrets::raw::{RawChange, check_value};
use crate::client::secrets::secret::{Secret, SecretType, Secrets};
use crate::text::Shown;
use crate::{Error, ErrorKind, Result};

impl Secrets {
    /// Moves shared secrets to another environment, another folder, or both.
    ///
    /// Comments and tags move with the secret. It gets a new id there, and counts its versions from
    /// the beginning. Personal overrides do not move: they are deleted with the secret that they
    /// override.
    ///
    /// The project, environment and path of the call are the source. If interrupted, no secret is
    /// lost: repeat the call to finish. The client moves one secret at a time: it stores the secret
    /// at the destination, reads it back, compares it, and only then deletes it at the source.
    ///
    /// Where the server encrypts the secrets, servers since October 2024 move them in one request,
    /// with reminders and all other fields, and the client checks the result; today's servers then
    /// also change references to these secrets. The client still moves one at a time with a service
    /// token, under a policy that asks for approval, and secrets with references in their values.
    ///
    /// # Arguments
    /// - `names`: the secrets' names.
    ///
    /// # Errors
    /// - [`ErrorKind::Conflict`] if the destination has a secret of that name with another value or
    ///   comment, and `overwrite` is not set: then nothing is moved; or if a secret is changed
    ///   during the move: then both exist, at the source and at the destination.
    /// - [`ErrorKind::NotFound`] if a secret is in neither place, or a place does not exist.
    /// - [`ErrorKind::InvalidInput`] if no secret is named, if a name is not valid, if source and
    ///   destination are the same, or for white space around a value that is not end-to-end
    ///   encrypted.
    /// - [`ErrorKind::UnsupportedByServer`] if a 2024 server decrypts the secrets and cannot set
    ///   the comment or (February 2024) the tags: then nothing is moved.
    /// - [`ErrorKind::DecryptionFailed`] if a secret that does not decrypt may be one of those
    ///   named: then nothing is moved.
    /// - [`ErrorKind::IntegrityViolation`] if the destination does not have what was stored there:
    ///   then the secret is kept at the source.
    /// - [`ErrorKind::PermissionDenied`] if a policy of the project asks for approval first: the
    ///   error names the request for approval.
    pub fn move_to(&self, names: impl IntoIterator<Item = impl Into<String>>) -> MoveSecrets {
        MoveSecrets {
            client: self.client.clone(),
            names: names.into_iter().map(Into::into).collect(),
            to_environment: None,
            to_path: None,
            overwrite: false,
            location: GivenLocation::default(),
        }
    }
}

/// Moves secrets when awaited. See [`Secrets::move_to`]. `environment` and `path` are the source.
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct MoveSecrets {
    client: Client,
    names: Vec<String>,
    to_environment: Option<String>,
    to_path: Option<String>,
    overwrite: bool,
    location: GivenLocation,
}

impl MoveSecrets {
    location_setters!();

    /// Slug of the environment to move to; the source's by default.
    pub fn to_environment(mut self, slug: impl Into<String>) -> Self {
        self.to_environment = Some(slug.into());
        self
    }

    /// Folder to move to, which must exist; the source's by default.
    pub fn to_path(mut self, path: impl Into<String>) -> Self {
        self.to_path = Some(path.into());
        self
    }

    /// Whether to replace other values of that name at the destination; `false` by default.
    pub fn overwrite(mut self, overwrite: bool) -> Self {
        self.overwrite = overwrite;
        self
    }
}

awaitable!(MoveSecrets => MoveResult, |this, call| call.move_secrets(this).await);

/// The result of moving secrets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoveResult {
    /// Names of the moved secrets, without those that an earlier, interrupted call had moved.
    pub moved: Vec<String>,
    /// Whether the source changed.
    pub source_updated: bool,
    /// Whether the destination changed; `false` if it already had all the secrets.
    pub destination_updated: bool,
}

/// One secret to move.
pub(super) struct Step {
    pub(super) secret: Secret,
    tag_ids: Vec<String>,
    /// The secret with that name at the destination.
    pub(super) there: Option<(Secret, Vec<String>)>,
}

impl Step {
    /// Whether the destination already has it, as after an interruption.
    fn is_stored(&self) -> bool {
        self.there.as_ref().is_some_and(|(there, _)| has_content_of(there, &self.secret))
    }

    /// Whether the destination also has its tags.
    fn is_complete(&self) -> bool {
        let has = |id| self.there.as_ref().is_some_and(|(_, tag_ids)| tag_ids.contains(id));
        self.is_stored() && self.tag_ids.iter().all(has)
    }

    /// Fails if the plaintext routes cannot store the secrets at the destination.
    fn check_raw(&self, to: &Place, era: Era) -> Result<()> {
        if self.is_complete() {
            return Ok(());
        }
        let replaced =
            self.there.as_ref().filter(|(there, _)| there.comment != self.secret.comment);
        let change = RawChange {
            comment: replaced.map(|_| &self.secret.comment),
            tag_ids: Some(self.tag_ids.as_slice()).filter(|ids| !ids.is_empty()),
            ..RawChange::default()
        };
        check_value(&self.secret.name, &self.secret.value)?;
        change.check(&secrets_api::subject(&self.secret.name, to), era)
    }
}

impl Call {
    async fn move_secrets(&self, this: MoveSecrets) -> Result<MoveResult> {
        let MoveSecrets { mut names, to_environment, to_path, overwrite, location, .. } = this;
        let mut seen = std::collections::HashSet::new();
        names.retain(|name| seen.insert(name.clone()));
        if names.is_empty() {
            return Err(Error::new(
                ErrorKind::InvalidInput,
                "no secrets to move are given. Give at least one name",
            ));
        }
        let era = self.era().await?;
        names.iter().try_for_each(|name| check_name(name, era))?;
        let from = self.place(location).await?;
        let to = GivenLocation {
            project: Some(from.workspace_id.clone()),
            environment: Some(to_environment.unwrap_or_else(|| from.environment.clone())),
            path: Some(to_path.or_else(|| from.path.clone()).unwrap_or_else(|| "/".to_owned())),
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
        let steps = self.planned(&names, &from, &to, overwrite).await?;
        if let Route::Raw(_) = self.route(&to.workspace_id).await? {
            steps.iter().try_for_each(|step| step.check_raw(&to, era))?;
        }
        let mover = Mover { call: self, from, to, overwrite };
        mover.run(steps).await
    }

    /// The remaining steps; fails if the destination has conflicting secrets.
    async fn planned(
        &self,
        names: &[String],
        from: &Place,
        to: &Place,
        overwrite: bool,
    ) -> Result<Vec<Step>> {
        let mut source = self.shared_secrets(from).await?;
        let mut destination = self.shared_secrets(to).await?;
        let mut steps = Vec::with_capacity(names.len());
        let mut taken = Vec::new();
        for name in names {
            let there = destination.take(name);
            let Some((secret, tag_ids)) = source.take(name) else {
                // An interrupted earlier call may have moved it; otherwise it may be one that does
                // not decrypt.
                if there.is_some() && source.first_failure.is_none() {
                    continue;
                }
                return Err(source.missing(name, from));
            };
            let step = Step { secret, tag_ids, there };
            if step.there.is_some() && !step.is_stored() && !overwrite {
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
                "{} has different values of {}. Nothing was moved. Set overwrite, or delete these \
                 secrets there first",
                to.describe(),
                taken.join(", ")
            ),
        ))
    }
}

/// Moves secrets from one place to another.
pub(super) struct Mover<'a> {
    pub(super) call: &'a Call,
    pub(super) from: Place,
    pub(super) to: Place,
    pub(super) overwrite: bool,
}

impl Mover<'_> {
    async fn run(&self, steps: Vec<Step>) -> Result<MoveResult> {
        let mut result =
            MoveResult { moved: Vec::new(), source_updated: false, destination_updated: false };
        let (complete, others): (Vec<_>, Vec<_>) = steps.into_iter().partition(Step::is_complete);
        let total = complete.len() + others.len();
        self.call.continues_when_repeated();
        let is_by_server = others.iter().any(Step::suits_server) && self.server_moves().await?;
        let (at_once, others): (Vec<_>, Vec<_>) =
            others.into_iter().partition(|step| is_by_server && step.suits_server());
        if let Err(error) = self.move_by_server(&at_once, &mut result).await {
            return Err(stopped(error, &result.moved));
        }
        for step in complete.into_iter().chain(others) {
            self.call.deadline.step_done(format!("{} of {total} secrets", result.moved.len()));
            if let Err(error) = self.move_here(&step, &mut result).await {
                return Err(stopped(error, &result.moved));
            }
        }
        Ok(result)
    }

    /// Moves one secret. Deletes it only after reading it back from the destination.
    async fn move_here(&self, step: &Step, result: &mut MoveResult) -> Result<()> {
        let name = &step.secret.name;
        if !step.is_complete() {
            self.store(step).await?;
            result.destination_updated = true;
        }
        let shared = SecretType::Shared;
        let found = self.call.fetch_secret(name, shared, &self.to).await?;
        if !has_content_of(&found, &step.secret) {
            return Err(Error::new(
                ErrorKind::IntegrityViolation,
                format!(
                    "{}: the server returned something else than was stored. The secret was kept \
                     at the source",
                    secrets_api::subject(name, &self.to)
                ),
            ));
        }
        let source = self.call.fetch_secret(name, shared, &self.from).await?;
        if !has_content_of(&source, &step.secret) {
            return Err(Error::new(
                ErrorKind::Conflict,
                format!(
                    "{}: it was changed during the move. It was kept at the source, and the \
                     destination has a copy",
                    secrets_api::subject(name, &self.from)
                ),
            ));
        }
        self.call.remove_secret(name, shared, &self.from).await?;
        result.source_updated = true;
        result.moved.push(name.clone());
        Ok(())
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
        if step.tag_ids.is_empty() {
            return Ok(());
        }
        self.call.store_tags(&step.secret.name, &self.to, &step.tag_ids).await.map(drop)
    }
}

pub(super) fn has_content_of(one: &Secret, other: &Secret) -> bool {
    one.value == other.value && one.comment == other.comment
}

/// Adds the progress of a move to the error.
fn stopped(error: Error, moved: &[String]) -> Error {
    let so_far = match moved {
        [] => "No secret was moved yet".to_owned(),
        _ => format!("Moved so far: {}", moved.join(", ")),
    };
    let message = format!("{}. {so_far}. Repeat the call to continue", error.message());
    let (kind, may_pass) = (error.kind(), error.may_pass());
    error.reclassified(kind, message).with_retryable(may_pass)
}
