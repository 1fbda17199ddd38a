//! Many secrets of one place at once: what is to change is found out first, and only that is sent.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::sync::Arc;

use super::call::Call;
use super::place::{Wanted, check_name, place_setters};
use super::route::Route;
use super::secret_reading::Reading;
use super::secrets_write::applied;
use super::{Client, Secret, SecretList, SecretType, awaitable, cryptor};
use crate::api::secret_batch::{self as api, Entry};
use crate::api::secrets::{Fields, Place};
use crate::api::server::Era;
use crate::crypto::ProjectKey;
use crate::{Error, ErrorKind, Result, SecretString};

/// Most secrets in one request, so that progress shows and no request takes long: servers compute an
/// Argon2id for each.
const MOST_IN_A_REQUEST: usize = 25;

/// Bytes of ciphertext in one request, which with their field names stay below the servers' limits of
/// 100 KiB and 1 MiB.
const fn most_bytes(era: Era) -> usize {
    match era {
        Era::May2023 => 64 << 10,
        _ => 640 << 10,
    }
}

/// A name with the value it is to have.
#[derive(Debug, Clone)]
pub struct NewValue {
    /// The name.
    pub name: String,
    /// The value.
    pub value: SecretString,
    /// The comment; `None` keeps the one there is.
    pub comment: Option<SecretString>,
}

impl NewValue {
    /// A value without a comment of its own.
    pub fn new(name: impl Into<String>, value: impl Into<SecretString>) -> Self {
        Self { name: name.into(), value: value.into(), comment: None }
    }

    /// With a comment for people.
    #[must_use]
    pub fn comment(mut self, comment: impl Into<SecretString>) -> Self {
        self.comment = Some(comment.into());
        self
    }
}

/// What is told how many of how many secrets are done.
#[derive(Clone)]
struct Progress(Arc<dyn Fn(usize, usize) + Send + Sync>);

impl fmt::Debug for Progress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Progress")
    }
}

/// The setters both requests have, over `dry_run` and `progress`.
macro_rules! bulk_setters {
    () => {
        /// Whether only to say what would change. `false` by default.
        pub fn dry_run(mut self, dry_run: bool) -> Self {
            self.dry_run = dry_run;
            self
        }

        /// Calls `progress(done, total)` after each request. It must not block.
        pub fn on_progress(
            mut self,
            progress: impl Fn(usize, usize) + Send + Sync + 'static,
        ) -> Self {
            self.progress = Some(Progress(Arc::new(progress)));
            self
        }
    };
}

/// Sets values when awaited. See [`Secrets::set_many`](super::Secrets::set_many).
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct SetManySecrets {
    pub(super) client: Client,
    pub(super) values: Vec<NewValue>,
    pub(super) wanted: Wanted,
    dry_run: bool,
    progress: Option<Progress>,
}

impl SetManySecrets {
    pub(super) fn new(client: Client, values: Vec<NewValue>) -> Self {
        Self { client, values, wanted: Wanted::default(), dry_run: false, progress: None }
    }

    place_setters!();
    bulk_setters!();
}

awaitable!(SetManySecrets => BulkResult, |this, call| {
    check_names(this.values.iter().map(|value| value.name.as_str()), call.era().await?)?;
    let place = call.place(this.wanted).await?;
    let names = this.values.iter().map(|value| value.name.as_str());
    let there = call.secrets_by_name(&place, names).await?;
    let plan = this.values.into_iter().map(|value| Change::to(value, &there)).collect();
    call.carry_out(plan, &place, this.dry_run, this.progress).await
});

/// Deletes secrets when awaited. See [`Secrets::delete_many`](super::Secrets::delete_many).
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct DeleteManySecrets {
    pub(super) client: Client,
    pub(super) names: Vec<String>,
    pub(super) wanted: Wanted,
    dry_run: bool,
    progress: Option<Progress>,
}

impl DeleteManySecrets {
    pub(super) fn new(client: Client, names: Vec<String>) -> Self {
        Self { client, names, wanted: Wanted::default(), dry_run: false, progress: None }
    }

    place_setters!();
    bulk_setters!();
}

awaitable!(DeleteManySecrets => BulkResult, |this, call| {
    check_names(this.names.iter().map(String::as_str), call.era().await?)?;
    let place = call.place(this.wanted).await?;
    let there = call.secrets_by_name(&place, this.names.iter().map(String::as_str)).await?;
    let plan = this.names.into_iter().map(|name| Change::away(name, &there)).collect();
    call.carry_out(plan, &place, this.dry_run, this.progress).await
});

/// What happened to many secrets, or would.
#[derive(Debug)]
pub struct BulkResult {
    /// One for each secret named, in that order.
    pub items: Vec<BulkItem>,
}

impl BulkResult {
    /// Fails unless every item is as it should be.
    ///
    /// # Errors
    /// The first item's, with how many failed.
    pub fn check_complete(&self) -> Result<()> {
        let mut failures = self.items.iter().filter_map(|item| item.error.as_ref());
        let Some(first) = failures.next() else {
            return Ok(());
        };
        let (failed, total) = (failures.count() + 1, self.items.len());
        Err(Error::new(
            first.kind(),
            format!("{failed} of {total} secrets were not changed. The first: {}", first.message()),
        ))
    }
}

/// What happened to one of many secrets, or would.
#[derive(Debug)]
pub struct BulkItem {
    /// The secret's name.
    pub name: String,
    /// `create`, `update`, `delete`, `unchanged` if it has that value, or `absent` if there is none to
    /// delete.
    pub action: &'static str,
    /// `planned` in a dry run; else `done`, or `failed`.
    pub status: &'static str,
    /// Why it failed.
    pub error: Option<Error>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Action {
    Create,
    Update,
    Delete,
    Unchanged,
    Absent,
}

impl Action {
    const WRITING: [Self; 3] = [Self::Create, Self::Update, Self::Delete];

    const fn as_str(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Update => "update",
            Self::Delete => "delete",
            Self::Unchanged => "unchanged",
            Self::Absent => "absent",
        }
    }
}

/// One secret, what is to become of it, and what has.
struct Change {
    name: String,
    id: String,
    value: SecretString,
    comment: Option<SecretString>,
    action: Action,
    outcome: Option<Result<()>>,
}

impl Change {
    fn to(wanted: NewValue, there: &HashMap<String, Secret>) -> Self {
        let NewValue { name, value, comment } = wanted;
        let current = there.get(&name);
        let same = |secret: &Secret| {
            secret.value == value && comment.as_ref().is_none_or(|one| *one == secret.comment)
        };
        let action = match current {
            None => Action::Create,
            Some(secret) if same(secret) => Action::Unchanged,
            Some(_) => Action::Update,
        };
        // Sent with the value, so that no server takes its absence for none.
        let comment = comment.or_else(|| current.map(|secret| secret.comment.clone()));
        let id = current.map(|secret| secret.id.clone()).unwrap_or_default();
        Self { name, id, value, comment, action, outcome: None }
    }

    fn away(name: String, there: &HashMap<String, Secret>) -> Self {
        let current = there.get(&name);
        let action = if current.is_some() { Action::Delete } else { Action::Absent };
        let id = current.map(|secret| secret.id.clone()).unwrap_or_default();
        Self { name, id, value: "".into(), comment: None, action, outcome: None }
    }

    fn fields(&self, key: &ProjectKey) -> Result<Fields> {
        if self.action == Action::Delete {
            return Ok(Fields::default());
        }
        let comment = self.comment.as_ref().filter(|comment| {
            // An empty comment is the same as none, but it must replace one that is there.
            self.action == Action::Update || !comment.is_empty()
        });
        cryptor::seal(key, Some(&self.name), Some(&self.value), comment)
    }

    /// About how many bytes it takes in a request.
    fn bytes(&self) -> usize {
        let text = self.name.len() * 2 + self.value.len();
        let text = text + self.comment.as_ref().map_or(0, SecretString::len);
        text.div_ceil(3) * 4 + 512
    }

    fn into_item(self, dry_run: bool) -> BulkItem {
        let status = match &self.outcome {
            Some(Err(_)) => "failed",
            _ if dry_run => "planned",
            _ => "done",
        };
        let error = self.outcome.and_then(Result::err);
        BulkItem { name: self.name, action: self.action.as_str(), status, error }
    }
}

impl Call {
    /// The shared secrets of a place, if it is certain which of the names are among them.
    async fn secrets_by_name(
        &self,
        place: &Place,
        names: impl Iterator<Item = &str>,
    ) -> Result<HashMap<String, Secret>> {
        let wanted = Wanted {
            project: Some(place.workspace_id.clone()),
            environment: Some(place.environment.clone()),
            path: place.path.clone(),
        };
        by_name(self.list_secrets(Reading::default(), wanted).await?, names)
    }

    async fn carry_out(
        &self,
        mut plan: Vec<Change>,
        place: &Place,
        dry_run: bool,
        progress: Option<Progress>,
    ) -> Result<BulkResult> {
        let total = plan.len();
        let writes = plan.iter().filter(|change| Action::WRITING.contains(&change.action)).count();
        let mut done = total - writes;
        let mut tell = |more: usize| {
            done += more;
            if let Some(Progress(progress)) = &progress {
                progress(done, total);
            }
            done
        };
        tell(0);
        if !dry_run && writes > 0 {
            for action in Action::WRITING {
                self.write_all(&mut plan, action, place, &mut tell).await?;
            }
        }
        Ok(BulkResult { items: plan.into_iter().map(|one| one.into_item(dry_run)).collect() })
    }

    /// Sends the changes of one kind. What one of them fails by is its own; what all would fail by
    /// ends the work.
    async fn write_all(
        &self,
        plan: &mut [Change],
        action: Action,
        place: &Place,
        tell: &mut impl FnMut(usize) -> usize,
    ) -> Result<()> {
        let mut waiting: Vec<&mut Change> =
            plan.iter_mut().filter(|change| change.action == action).collect();
        let total = waiting.len();
        let mut rest = waiting.as_mut_slice();
        let most = most_bytes(self.era().await?);
        while !rest.is_empty() {
            let (chunk, others) = rest.split_at_mut(chunk_length(rest, most));
            let begun = total - chunk.len() - others.len();
            self.write_chunk(chunk, action, place).await.map_err(|error| {
                let message = format!(
                    "stopped after {begun} of {total} secrets to {}: {}. Run it again to finish",
                    action.as_str(),
                    error.message()
                );
                let kind = error.kind();
                error.reclassified(kind, message)
            })?;
            tell(chunk.len());
            rest = others;
        }
        Ok(())
    }

    async fn write_chunk(
        &self,
        chunk: &mut [&mut Change],
        action: Action,
        place: &Place,
    ) -> Result<()> {
        let refused = match self.write(chunk, action, place).await {
            Ok(()) => return Ok(()),
            Err(error) if ends_the_work(error.kind()) => return Err(error),
            Err(error) => error,
        };
        let [only] = chunk else {
            // All or nothing is refused for one of them: each by itself shows for which.
            for change in chunk {
                let one = std::slice::from_mut(change);
                if let Err(error) = self.write(one, action, place).await {
                    if ends_the_work(error.kind()) {
                        return Err(error);
                    }
                    change.outcome = Some(Err(error));
                }
            }
            return Ok(());
        };
        only.outcome = Some(Err(refused));
        Ok(())
    }

    async fn write(&self, chunk: &[&mut Change], action: Action, place: &Place) -> Result<()> {
        if let Route::Raw(_) = self.route(&place.workspace_id).await? {
            return self.write_raw(chunk, action, place).await;
        }
        let key = self.project_key(&place.workspace_id).await?;
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
        applied(self.send_authorized(request).await?)?;
        Ok(())
    }

    /// Where the server reads the secrets, one after the other.
    async fn write_raw(&self, chunk: &[&mut Change], action: Action, place: &Place) -> Result<()> {
        for change in chunk {
            let (name, value) = (&change.name, &change.value);
            let comment = change.comment.as_ref().filter(|comment| !comment.is_empty());
            let kind = SecretType::Shared;
            match action {
                Action::Create => {
                    self.create_raw(name, value, comment, kind, place).await?;
                }
                Action::Update => {
                    let comment = change.comment.as_ref();
                    self.update_raw(name, Some(value), comment, kind, place).await?;
                }
                _ => self.delete_raw(name, kind, place).await?,
            }
        }
        Ok(())
    }
}

/// A secret whose name does not decrypt may have any that no other has, so none of those must be made
/// again or taken for absent; nor must the name of one whose value does not.
fn by_name<'a>(
    list: SecretList,
    names: impl Iterator<Item = &'a str>,
) -> Result<HashMap<String, Secret>> {
    let nameless = list.failures().iter().any(|failure| failure.name.is_none());
    for name in names {
        if list.get(name).is_none() && (nameless || list.failure(name).is_some()) {
            list.check_complete()?;
        }
    }
    Ok(list.into_iter().map(|secret| (secret.name.clone(), secret)).collect())
}

/// How many changes fit in the next request: at least one, which the server may find too large.
fn chunk_length(changes: &[&mut Change], most_bytes: usize) -> usize {
    let mut bytes = 0;
    let fitting = changes.iter().take(MOST_IN_A_REQUEST).take_while(|change| {
        bytes += change.bytes();
        bytes <= most_bytes
    });
    fitting.count().max(1)
}

/// Whether the next request would fail likewise, or it is unknown what became of this one.
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

fn check_names<'a>(names: impl Iterator<Item = &'a str>, era: Era) -> Result<()> {
    let mut seen = HashSet::new();
    for name in names {
        check_name(name, era)?;
        if !seen.insert(name) {
            let message = format!("secret {name:?} is named twice");
            return Err(Error::new(ErrorKind::InvalidInput, message));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SecretFailure;

    fn change(bytes: usize) -> Change {
        Change::to(NewValue::new("A", "x".repeat(bytes)), &HashMap::new())
    }

    #[test]
    fn a_request_holds_what_the_server_takes_and_never_nothing() {
        let mut small: Vec<_> = (0..250).map(|_| change(1)).collect();
        let small: Vec<_> = small.iter_mut().collect();
        assert_eq!(chunk_length(&small, 1 << 20), MOST_IN_A_REQUEST);
        assert_eq!(chunk_length(&small, 3 * change(1).bytes()), 3);
        let (mut first, mut second) = (change(1 << 20), change(1));
        assert_eq!(chunk_length(&[&mut first, &mut second], 1024), 1);
    }

    #[test]
    fn what_does_not_decrypt_is_neither_made_again_nor_taken_for_absent() {
        let list = |name: Option<&str>| {
            let error = Error::new(ErrorKind::DecryptionFailed, "it was changed");
            let (id, name) = ("1".into(), name.map(str::to_owned));
            let failure =
                SecretFailure { id, name, kind: SecretType::Shared, field: "secretKey", error };
            SecretList::new([Err(failure)].into_iter())
        };
        assert!(by_name(list(None), std::iter::empty()).unwrap().is_empty());
        let refused = by_name(list(None), ["A"].into_iter()).unwrap_err();
        assert_eq!(refused.kind(), ErrorKind::DecryptionFailed);
        by_name(list(Some("A")), ["A"].into_iter()).unwrap_err();
        assert!(by_name(list(Some("B")), ["A"].into_iter()).unwrap().is_empty());
        assert!(by_name(SecretList::default(), ["A"].into_iter()).unwrap().is_empty());
    }

    #[test]
    fn a_name_given_twice_is_refused() {
        assert!(check_names(["A", "a"].into_iter(), Era::May2023).is_ok());
        let error = check_names(["A", "B", "A"].into_iter(), Era::May2023).unwrap_err();
        assert!(error.message().contains("\"A\""));
    }
}
