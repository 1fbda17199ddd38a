//! Changes of many secrets of one place: compares first, and sends only the differences.

use std::collections::HashMap;
use std::sync::Arc;

use super::bulk_items::{BulkResult, NewValue};
use super::bulk_plan::{Action, Limits, PlannedChange, by_name, check_names};
use crate::api::raw_batch::{self, Entry as RawEntry, WrittenRawSecrets};
use crate::api::raw_secrets::Fields as RawFields;
use crate::api::secret_batch::{self as api, Entry};
use crate::api::secrets::{Fields, Place, subject};
use crate::client::call::{Call, Client, Progress, awaitable, bulk_setters};
use crate::client::keys::Route;
use crate::client::projects::{GivenLocation, location_setters};
use crate::client::secrets::approval::applied;
use crate::client::secrets::cryptor::another_answer;
use crate::client::secrets::raw::{check_echo, check_place};
use crate::client::secrets::read_options::ReadOptions;
use crate::client::secrets::secret::{Secret, SecretType, Secrets};
use crate::{Error, ErrorKind, Result};

impl Secrets {
    /// Gives many shared secrets their values. Creates those that do not exist, changes those that
    /// differ, and leaves the others alone. Run again after an interruption, it finishes.
    ///
    /// ```no_run
    /// # use infisical_e2ee::{Client, NewValue};
    /// # async fn run(client: Client) -> infisical_e2ee::Result<()> {
    /// let values = vec![NewValue::new("HOST", "db"), NewValue::new("PORT", "5432")];
    /// let plan = client.secrets().set_many(values.clone()).environment("dev").dry_run(true).await?;
    /// for item in &plan.items {
    ///     println!("{} {}", item.action, item.name);
    /// }
    /// client.secrets().set_many(values).environment("dev").await?.check_complete()?;
    /// # Ok(()) }
    /// ```
    ///
    /// The result has an item for each secret, in the order given. The reason why one secret was
    /// not changed is in its item, [`BulkItem::error`](crate::BulkItem::error), and so is the
    /// request where a policy asks for approval, [`BulkItem::approval`](crate::BulkItem::approval).
    /// `check_complete` of the result fails unless everything was done.
    ///
    /// An error that would stop every secret ends the call; the message says how many changes were
    /// done before. The limits for the size of a value are those of [`create`](Self::create).
    ///
    /// # Arguments
    /// - `values`: names with the values that they are to have, and perhaps a comment for people.
    ///   Without one, the comment that a secret has stays.
    ///
    /// # Errors
    /// - [`ErrorKind::InvalidInput`] if a name is given twice, is empty or has white space around
    ///   it: then nothing is changed.
    /// - [`ErrorKind::DecryptionFailed`] if a secret that does not decrypt may be one of those
    ///   named: then nothing is changed.
    /// - [`ErrorKind::IntegrityViolation`] if the server may have replaced the project key (see
    ///   [`trusted_sealers`](crate::ClientBuilder::trusted_sealers)): then nothing is sent.
    pub fn set_many(&self, values: impl IntoIterator<Item = NewValue>) -> SetManySecrets {
        SetManySecrets::new(self.client.clone(), values.into_iter().collect())
    }

    /// Deletes many shared secrets, with every user's personal overrides of them. Run again after
    /// an interruption, it finishes.
    ///
    /// The result has an item for each secret, in the order given. A secret that does not exist is
    /// no error. The reason why one secret was not deleted is in its item,
    /// [`BulkItem::error`](crate::BulkItem::error), and so is the request where a policy asks for
    /// approval, [`BulkItem::approval`](crate::BulkItem::approval). `check_complete` of the result
    /// fails unless everything was done.
    ///
    /// An error that would stop every secret ends the call; the message says how many changes were
    /// done before.
    ///
    /// # Arguments
    /// - `names`: the secrets' names.
    ///
    /// # Errors
    /// - [`ErrorKind::InvalidInput`] if a name is given twice, is empty or has white space around
    ///   it: then nothing is changed.
    /// - [`ErrorKind::DecryptionFailed`] if a secret that does not decrypt may be one of those
    ///   named: then nothing is changed.
    pub fn delete_many(
        &self,
        names: impl IntoIterator<Item = impl Into<String>>,
    ) -> DeleteManySecrets {
        let names = names.into_iter().map(Into::into).collect();
        DeleteManySecrets::new(self.client.clone(), names)
    }
}

/// Sets values when awaited. See [`Secrets::set_many`](crate::Secrets::set_many).
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct SetManySecrets {
    client: Client,
    values: Vec<NewValue>,
    location: GivenLocation,
    dry_run: bool,
    progress: Option<Progress>,
}

impl SetManySecrets {
    pub(super) fn new(client: Client, values: Vec<NewValue>) -> Self {
        Self { client, values, location: GivenLocation::default(), dry_run: false, progress: None }
    }

    location_setters!();
    bulk_setters!();
}

awaitable!(SetManySecrets => BulkResult, |this, call| {
    check_names(this.values.iter().map(|value| value.name.as_str()))?;
    let place = call.place(this.location).await?;
    let names = this.values.iter().map(|value| value.name.as_str());
    let there = call.secrets_by_name(&place, names).await?;
    let plan = this.values.into_iter().map(|value| PlannedChange::set(value, &there)).collect();
    call.carry_out(plan, &place, this.dry_run, this.progress).await
});

/// Deletes secrets when awaited. See [`Secrets::delete_many`](crate::Secrets::delete_many).
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct DeleteManySecrets {
    client: Client,
    names: Vec<String>,
    location: GivenLocation,
    dry_run: bool,
    progress: Option<Progress>,
}

impl DeleteManySecrets {
    pub(super) fn new(client: Client, names: Vec<String>) -> Self {
        Self { client, names, location: GivenLocation::default(), dry_run: false, progress: None }
    }

    location_setters!();
    bulk_setters!();
}

awaitable!(DeleteManySecrets => BulkResult, |this, call| {
    check_names(this.names.iter().map(String::as_str))?;
    let place = call.place(this.location).await?;
    let there = call.secrets_by_name(&place, this.names.iter().map(String::as_str)).await?;
    let plan = this.names.into_iter().map(|name| PlannedChange::delete(name, &there)).collect();
    call.carry_out(plan, &place, this.dry_run, this.progress).await
});

impl Call {
    /// The shared secrets of a place; fails if it is uncertain which of the names exist.
    async fn secrets_by_name(
        &self,
        place: &Place,
        names: impl Iterator<Item = &str>,
    ) -> Result<HashMap<String, Secret>> {
        by_name(self.stored_list(ReadOptions::default(), place).await?, names)
    }

    async fn carry_out(
        &self,
        mut plan: Vec<PlannedChange>,
        place: &Place,
        dry_run: bool,
        progress: Option<Progress>,
    ) -> Result<BulkResult> {
        if let Route::Raw(_) = self.route(&place.workspace_id).await? {
            let era = self.era().await?;
            for change in plan.iter_mut().filter(|change| change.is_due()) {
                change.outcome = change.check_raw(place, era).err().map(Err);
            }
        }
        let total = plan.len();
        let writes = plan.iter().filter(|change| change.is_due()).count();
        let mut done = total - writes;
        let deadline = Arc::clone(&self.deadline);
        let unchanged = done;
        self.continues_when_repeated();
        let mut report = |more: usize| {
            done += more;
            deadline.step_done(format!("{} of {writes} changes", done - unchanged));
            if let Some(progress) = &progress {
                progress.report(done, total);
            }
        };
        report(0);
        if !dry_run && writes > 0 {
            for action in Action::WRITING {
                if let Err(error) = self.write_all(&mut plan, action, place, &mut report).await {
                    return Err(stopped(error, &plan, writes));
                }
            }
        }
        Ok(BulkResult { items: plan.into_iter().map(|one| one.into_item(dry_run)).collect() })
    }

    /// Sends the changes of one kind. An error of one secret is stored in its item; an error that
    /// all would have ends the work.
    async fn write_all(
        &self,
        plan: &mut [PlannedChange],
        action: Action,
        place: &Place,
        report: &mut impl FnMut(usize),
    ) -> Result<()> {
        let mut waiting: Vec<&mut PlannedChange> =
            plan.iter_mut().filter(|change| change.is_due() && change.action == action).collect();
        let mut rest = waiting.as_mut_slice();
        let limits = self.limits_at(place).await?;
        while !rest.is_empty() {
            let (chunk, others) = rest.split_at_mut(limits.fitting(rest));
            self.write_chunk(chunk, action, place, report).await?;
            rest = others;
        }
        Ok(())
    }

    async fn limits_at(&self, place: &Place) -> Result<Limits> {
        let era = self.era().await?;
        Ok(match self.route(&place.workspace_id).await? {
            Route::Encrypted => Limits::of(era),
            Route::Raw(_) if era.is_since_october_2024() => Limits::RAW,
            Route::Raw(_) => Limits::ONE,
        })
    }

    /// Sends changes in one request. The server rejects all because of one: then it sends each half
    /// alone, down to the one.
    async fn write_chunk(
        &self,
        chunk: &mut [&mut PlannedChange],
        action: Action,
        place: &Place,
        report: &mut impl FnMut(usize),
    ) -> Result<()> {
        let mut waiting = vec![chunk];
        while let Some(part) = waiting.pop() {
            self.deadline.renew();
            let result = self.write(part, action, place).await;
            if let Err(error) = &result
                && ends_the_work(error.kind())
            {
                return result;
            }
            // One request for approval is for all of them.
            let is_for_all = result.as_ref().err().is_none_or(|error| error.approval().is_some());
            if !is_for_all && part.len() > 1 {
                let (first, second) = part.split_at_mut(part.len() / 2);
                waiting.extend([second, first]);
                continue;
            }
            for change in part.iter_mut() {
                change.outcome = Some(result.as_ref().map_err(Error::again).copied());
            }
            report(part.len());
        }
        Ok(())
    }

    async fn write(
        &self,
        chunk: &[&mut PlannedChange],
        action: Action,
        place: &Place,
    ) -> Result<()> {
        match (self.route(&place.workspace_id).await?, chunk) {
            (Route::Encrypted, _) => self.write_encrypted(chunk, action, place).await,
            (Route::Raw(_), [change]) => self.write_raw(change, action, place).await,
            (Route::Raw(_), _) => self.write_raw_batch(chunk, action, place).await,
        }
    }

    async fn write_encrypted(
        &self,
        chunk: &[&mut PlannedChange],
        action: Action,
        place: &Place,
    ) -> Result<()> {
        let key = self.proven_key(&place.workspace_id, Some(place)).await?;
        let fields: Vec<Fields> =
            chunk.iter().map(|change| change.fields(&key)).collect::<Result<_>>()?;
        let entries: Vec<_> = chunk
            .iter()
            .zip(&fields)
            .map(|(change, fields)| Entry { name: &change.name, id: &change.id, fields })
            .collect();
        let era = self.era().await?;
        let request = match action {
            Action::Create => api::create(era, &entries, place)?,
            Action::Update => api::update(era, &entries, place)?,
            _ => api::delete(era, &entries, place)?,
        };
        let change = async { applied(self.send_authorized(request).await?).await.map(drop) };
        if matches!(action, Action::Create | Action::Update) {
            return change.await;
        }
        let names = chunk.iter().map(|change| change.name.clone()).collect();
        self.deleting(place, names, false, change).await
    }

    /// For one secret that the server decrypts, with the routes that have its name in the URL.
    async fn write_raw(&self, change: &PlannedChange, action: Action, place: &Place) -> Result<()> {
        let PlannedChange { name, value, .. } = change;
        let kind = SecretType::Shared;
        match action {
            Action::Create => {
                self.create_raw(name, value, change.new_comment(), kind, place).await.map(drop)
            }
            Action::Update => self.update_raw(name, change.raw(), kind, place).await.map(drop),
            _ => self.delete_raw(name, kind, place).await,
        }
    }

    /// For several secrets that the server decrypts. Unlike those to a change of one secret, these
    /// answers have what is stored.
    async fn write_raw_batch(
        &self,
        chunk: &[&mut PlannedChange],
        action: Action,
        place: &Place,
    ) -> Result<()> {
        let entries: Vec<_> = chunk.iter().map(|change| raw_entry(change, action)).collect();
        let request = |version| match action {
            Action::Create => raw_batch::create(version, &entries, place),
            Action::Update => raw_batch::update(version, &entries, place),
            _ => raw_batch::delete(version, &entries, place),
        };
        let response = applied(self.send_raw(place, request).await?).await?;
        if action == Action::Delete {
            return Ok(());
        }
        let written: WrittenRawSecrets = response.json().await?;
        let written: HashMap<_, _> =
            written.secrets.iter().map(|record| (record.secret_key.as_str(), record)).collect();
        for RawEntry { name, fields } in &entries {
            let subject = subject(name, place);
            let record = written.get(name).ok_or_else(|| another_answer(&subject, "name"))?;
            check_place(record, place)?;
            check_echo(record, fields, &subject)?;
        }
        Ok(())
    }
}

fn raw_entry(change: &PlannedChange, action: Action) -> RawEntry<'_> {
    let comment = match action {
        Action::Create => change.new_comment(),
        _ => change.raw().comment,
    };
    let fields = match action {
        Action::Delete => RawFields::default(),
        _ => RawFields::new(Some(&change.value), comment),
    };
    RawEntry { name: &change.name, fields }
}

/// Adds the progress to the error.
fn stopped(error: Error, plan: &[PlannedChange], writes: usize) -> Error {
    let done = plan.iter().filter(|change| matches!(change.outcome, Some(Ok(())))).count();
    let message = format!(
        "stopped after {done} of {writes} changes: {}. Repeat the call to finish",
        error.message()
    );
    // A request for approval would be made again.
    let awaits_approval = plan.iter().any(PlannedChange::awaits_approval);
    let (kind, may_pass) = (error.kind(), error.may_pass() && !awaits_approval);
    error.reclassified(kind, message).with_retryable(may_pass)
}

/// Whether the next request would fail too, or the result of this one is unknown.
fn ends_the_work(kind: ErrorKind) -> bool {
    !matches!(
        kind,
        ErrorKind::InvalidInput
            | ErrorKind::Conflict
            | ErrorKind::NotFound
            | ErrorKind::PermissionDenied
            | ErrorKind::PayloadTooLarge
    )
}
