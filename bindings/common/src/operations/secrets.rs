//! Secrets.

use std::future::IntoFuture;

use infisical_e2ee::{
    Approval, Change, Client, DuplicateResult, Error, ListSecrets, MoveResult, Operation, Secret,
    SecretFailure, SecretList, SecretString, SecretVersion,
};

use super::folders::located;
use super::{Destination, GetOptions, ListOptions, Location, Place, SecretExtras, prepared};

/// Sets the place of a request about secrets.
macro_rules! at {
    ($request:expr, $place:expr) => {{
        let (mut request, place): (_, Place) = ($request, $place);
        if let Some(id) = place.project {
            request = request.project(id);
        }
        if let Some(slug) = place.environment {
            request = request.environment(slug);
        }
        if let Some(path) = place.path {
            request = request.path(path);
        }
        if let Some(kind) = place.kind {
            request = request.kind(kind.parse()?);
        }
        request
    }};
}

/// Sets the options for references on a request that reads secrets.
macro_rules! with_references {
    ($request:expr, $options:expr) => {{
        let mut request = $request
            .expand_references($options.expand_references)
            .expand_on_server($options.expand_on_server);
        if let Some(unknown) = $options.unknown_references {
            request = request.unknown_references(unknown.parse()?);
        }
        if let Some(nested) = $options.nested_references {
            request = request.nested_references(nested.parse()?);
        }
        request
    }};
}

/// Sets what a secret has in addition to value, comment and name.
macro_rules! with_extras {
    ($request:expr, $extras:expr) => {{
        let (mut request, extras): (_, SecretExtras) = ($request, $extras);
        if let Some(entries) = extras.metadata {
            request = request.metadata(entries.into_iter().map(|one| (one.name, one.value)));
        }
        if let Some(entries) = extras.encrypted_metadata {
            let entries = entries.into_iter().map(|one| (one.name, one.value));
            request = request.encrypted_metadata(entries);
        }
        if let Some(days) = extras.reminder_days {
            request = request.reminder_days(days);
        }
        if let Some(note) = extras.reminder_note {
            request = request.reminder_note(note);
        }
        if let Some(skip) = extras.skip_multiline_encoding {
            request = request.skip_multiline_encoding(skip);
        }
        request
    }};
}

/// `secrets.get`.
pub fn get_secret(
    client: &Client,
    name: String,
    place: Place,
    options: GetOptions,
) -> Operation<Secret> {
    prepared(|| {
        let request = at!(client.secrets().get(name), place)
            .imports(options.imports)
            .view_value(options.view_value.unwrap_or(true));
        let request = with_references!(request, options);
        Ok(match options.version {
            Some(version) => request.version(version).into_future(),
            None => request.into_future(),
        })
    })
}

/// `secrets.list`.
pub fn list_secrets(client: &Client, place: Place, options: ListOptions) -> Operation<SecretList> {
    prepared(|| Ok(listed(client, place, options)?.into_future()))
}

/// `secrets.list_if_changed`.
pub fn list_secrets_if_changed(
    client: &Client,
    etag: String,
    place: Place,
    options: ListOptions,
) -> Operation<Option<SecretList>> {
    prepared(|| Ok(listed(client, place, options)?.if_changed(etag).into_future()))
}

fn listed(client: &Client, place: Place, options: ListOptions) -> Result<ListSecrets, Error> {
    let request = at!(client.secrets().list(), place)
        .overrides(options.overrides)
        .imports(options.imports)
        .recursive(options.recursive)
        .view_value(options.view_value.unwrap_or(true))
        .tags(options.tags);
    let request = with_references!(request, options);
    let details = options.metadata.into_iter();
    Ok(details.fold(request, |request, one| request.metadata(one.name, one.value)))
}

/// `secrets.create`.
pub fn create_secret(
    client: &Client,
    name: String,
    value: SecretString,
    comment: Option<SecretString>,
    extras: SecretExtras,
    place: Place,
) -> Operation<Secret> {
    prepared(|| {
        let request = at!(client.secrets().create(name, value), place);
        let mut request = with_extras!(request, extras);
        if let Some(comment) = comment {
            request = request.comment(comment);
        }
        Ok(request.into_future())
    })
}

/// `secrets.update`.
pub fn update_secret(
    client: &Client,
    name: String,
    value: Option<SecretString>,
    comment: Option<SecretString>,
    new_name: Option<String>,
    extras: SecretExtras,
    place: Place,
) -> Operation<Secret> {
    prepared(|| {
        let mut request = with_extras!(at!(client.secrets().update(name), place), extras);
        if let Some(new_name) = new_name {
            request = request.new_name(new_name);
        }
        if let Some(value) = value {
            request = request.value(value);
        }
        if let Some(comment) = comment {
            request = request.comment(comment);
        }
        Ok(request.into_future())
    })
}

/// `secrets.delete`.
pub fn delete_secret(client: &Client, name: String, place: Place) -> Operation<()> {
    prepared(|| Ok(at!(client.secrets().delete(name), place).into_future()))
}

/// The versions of a secret.
#[derive(Debug)]
pub struct SecretHistory {
    /// The versions that decrypted, newest first.
    pub versions: Vec<SecretVersion>,
    /// The versions that did not decrypt.
    pub failures: Vec<SecretFailure>,
    /// The error of `check_complete`, if a version did not decrypt.
    pub incomplete: Option<Error>,
}

impl From<infisical_e2ee::SecretHistory> for SecretHistory {
    fn from(history: infisical_e2ee::SecretHistory) -> Self {
        let incomplete = history.check_complete().err();
        Self { versions: history.versions, failures: history.failures, incomplete }
    }
}

/// `secrets.versions`.
pub fn list_secret_versions(
    client: &Client,
    name: String,
    place: Place,
) -> Operation<SecretHistory> {
    prepared(|| {
        let history = at!(client.secrets().versions(name), place).into_future();
        Ok(Box::pin(async { history.await.map(SecretHistory::from) }))
    })
}

/// `secrets.roll_back`.
pub fn roll_back_secret(
    client: &Client,
    name: String,
    version: i64,
    place: Place,
) -> Operation<Secret> {
    prepared(|| Ok(at!(client.secrets().roll_back(name, version), place).into_future()))
}

/// The result of a proposed change: one of the two is set.
#[derive(Debug, Clone)]
pub struct SecretChange {
    /// The secret, if the change was made.
    pub secret: Option<Secret>,
    /// The request for approval, if the change was not made.
    pub approval: Option<Approval>,
}

impl From<Change<Secret>> for SecretChange {
    fn from(change: Change<Secret>) -> Self {
        match change {
            Change::Applied(secret) => Self { secret: Some(secret), approval: None },
            Change::AwaitingApproval(approval) => Self { secret: None, approval: Some(approval) },
        }
    }
}

/// `secrets.propose_create`.
pub fn propose_create_secret(
    client: &Client,
    name: String,
    value: SecretString,
    comment: Option<SecretString>,
    place: Place,
) -> Operation<SecretChange> {
    prepared(|| {
        let mut request = at!(client.secrets().propose_create(name, value), place);
        if let Some(comment) = comment {
            request = request.comment(comment);
        }
        Ok(Box::pin(async move { request.await.map(SecretChange::from) }))
    })
}

/// `secrets.propose_update`.
pub fn propose_update_secret(
    client: &Client,
    name: String,
    value: Option<SecretString>,
    comment: Option<SecretString>,
    new_name: Option<String>,
    place: Place,
) -> Operation<SecretChange> {
    prepared(|| {
        let mut request = at!(client.secrets().propose_update(name), place);
        if let Some(new_name) = new_name {
            request = request.new_name(new_name);
        }
        if let Some(value) = value {
            request = request.value(value);
        }
        if let Some(comment) = comment {
            request = request.comment(comment);
        }
        Ok(Box::pin(async move { request.await.map(SecretChange::from) }))
    })
}

/// `secrets.propose_delete`; returns the request for approval, if the secret was not deleted.
pub fn propose_delete_secret(
    client: &Client,
    name: String,
    place: Place,
) -> Operation<Option<Approval>> {
    prepared(|| {
        let request = at!(client.secrets().propose_delete(name), place);
        Ok(Box::pin(async move {
            Ok(match request.await? {
                Change::Applied(()) => None,
                Change::AwaitingApproval(approval) => Some(approval),
            })
        }))
    })
}

/// `secrets.set_tags`.
pub fn set_secret_tags(
    client: &Client,
    name: String,
    tags: Vec<String>,
    location: Location,
) -> Operation<Secret> {
    located!(client.secrets().set_tags(name, tags), location).into_future()
}

/// A request with its destination.
macro_rules! to_destination {
    ($request:expr, $to:ident) => {{
        let Destination { environment, path, overwrite } = $to;
        let mut request = $request.overwrite(overwrite);
        if let Some(slug) = environment {
            request = request.to_environment(slug);
        }
        if let Some(path) = path {
            request = request.to_path(path);
        }
        request
    }};
}

/// `secrets.move`, which is a keyword in some languages.
pub fn move_secrets(
    client: &Client,
    names: Vec<String>,
    to: Destination,
    location: Location,
) -> Operation<MoveResult> {
    to_destination!(located!(client.secrets().move_to(names), location), to).into_future()
}

/// `secrets.duplicate`.
pub fn duplicate_secrets(
    client: &Client,
    names: Vec<String>,
    to: Destination,
    location: Location,
) -> Operation<DuplicateResult> {
    to_destination!(located!(client.secrets().duplicate(names), location), to).into_future()
}
