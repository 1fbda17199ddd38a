//! Values with their references expanded.

use crate::api::secrets::{self as api, Place};
use crate::client::call::{Call, Kind, stoppable};
use crate::client::projects::GivenLocation;
use crate::client::secrets::filter::Filter;
use crate::client::secrets::list::{REFERENCE, SecretFailure, SecretList};
use crate::client::secrets::read_options::ReadOptions;
use crate::client::secrets::references::{
    DEEPEST, Expansion, Folder, Rules, Syntax, has_reference,
};
use crate::client::secrets::secret::Secret;
use crate::client::secrets::tree::Tree;
use crate::{Error, ErrorKind, Result, SecretString};

const LEFT_BY_SERVER: &str = "the server did not expand every reference in it. Without \
                              expand_on_server, the client says why";

impl Call {
    pub(super) async fn expand_secret(
        &self,
        mut secret: Secret,
        options: ReadOptions,
        place: Place,
    ) -> Result<Secret> {
        let mut expansion = self.expansion(options, &place).await?;
        let targets = vec![expansion.add(None, &secret.name, Some(secret.value.clone()))];
        let context = ReadOptions { version: None, ..options.context() };
        add_all(&mut expansion, None, &self.stored_list(context, &place).await?);
        let outcome = self.expand(expansion, targets, context, &place).await?.pop();
        secret.value = outcome
            .unwrap_or_else(|| Err("it was not expanded".to_owned()))
            .map_err(|why| not_expanded(&secret, &why).error)?;
        Ok(secret)
    }

    /// Expands references. If the list has all secrets that a value of the folder can refer to, only
    /// other folders are requested.
    pub(super) async fn expand_list(
        &self,
        list: SecretList,
        is_all: bool,
        options: ReadOptions,
        place: Place,
    ) -> Result<SecretList> {
        let mut expansion = self.expansion(options, &place).await?;
        let targets = if !is_all {
            let own = list.iter();
            let targets =
                own.map(|one| expansion.add(None, &one.name, Some(one.value.clone()))).collect();
            let context = self.stored_list(options.context(), &place).await?;
            add_all(&mut expansion, None, &context);
            targets
        } else {
            add_all(&mut expansion, None, &list)
        };
        let outcomes = self.expand(expansion, targets, options.context(), &place).await?;
        Ok(with_values(list, outcomes))
    }

    /// Like [`expand_list`](Self::expand_list), for several folders.
    pub(super) async fn expand_tree(
        &self,
        tree: Tree,
        is_all: bool,
        options: ReadOptions,
        place: &Place,
    ) -> Result<Tree> {
        let mut expansion = self.expansion(options, place).await?;
        let folder =
            |path: &String| Folder { environment: place.environment.clone(), path: path.clone() };
        let mut targets = Vec::new();
        for (path, list) in &tree {
            let folder = folder(path);
            expansion.set_read(&folder);
            if !is_all {
                let add =
                    |one: &Secret| expansion.add(Some(&folder), &one.name, Some(one.value.clone()));
                targets.extend(list.iter().map(add));
            } else {
                targets.extend(add_all(&mut expansion, Some(&folder), list));
            }
        }
        if !is_all {
            let context = self.stored_tree(options.context(), &Filter::default(), place).await?;
            for (path, list) in &context {
                let folder = folder(path);
                expansion.set_read(&folder);
                add_all(&mut expansion, Some(&folder), list);
            }
        }
        let outcomes = self.expand(expansion, targets, options.context(), place).await?;
        let mut outcomes = outcomes.into_iter();
        let expanded = tree.into_iter().map(|(path, list)| {
            let of_list: Vec<_> = outcomes.by_ref().take(list.len()).collect();
            (path, with_values(list, of_list))
        });
        Ok(expanded.collect())
    }

    /// Requests each folder that references lead to once, until there are no more or the nesting
    /// limit is reached.
    async fn expand(
        &self,
        mut expansion: Expansion,
        mut targets: Vec<usize>,
        context: ReadOptions,
        place: &Place,
    ) -> Result<Vec<Result<SecretString, String>>> {
        for _ in 0..=DEEPEST {
            let asked = stoppable(move |stop| {
                let folders = expansion.ask(&targets, stop);
                (expansion, targets, folders)
            });
            let folders;
            (expansion, targets, folders) = asked.await?;
            if folders.is_empty() {
                break;
            }
            for folder in folders {
                if let Some(list) = self.referenced_folder(&folder, context, place).await? {
                    add_all(&mut expansion, Some(&folder), &list);
                }
            }
        }
        stoppable(move |stop| expansion.expand(&targets, stop)).await
    }

    /// The secrets of a folder that a value names; none if it cannot be read. The reason is
    /// omitted, because it would contain text of the value. Text that only looks like a reference
    /// is not sent: the environment must exist. The path after it is sent as written in the value.
    async fn referenced_folder(
        &self,
        folder: &Folder,
        context: ReadOptions,
        place: &Place,
    ) -> Result<Option<SecretList>> {
        self.lists.depends_on_more();
        let location = GivenLocation {
            project: Some(place.workspace_id.clone()),
            environment: Some(folder.environment.clone()),
            path: Some(folder.path.clone()),
        };
        if !self.may_name(&folder.environment, place).await? {
            return Ok(None);
        }
        let ReadOptions { overrides, imports, .. } = context;
        let options = ReadOptions { overrides, imports, ..ReadOptions::default() };
        let is_elsewhere = |error: &Error| match error.kind() {
            ErrorKind::NotFound | ErrorKind::PermissionDenied => true,
            // Otherwise it is about the trust store.
            ErrorKind::InvalidInput => error.status().is_some(),
            _ => false,
        };
        let folder = match self.place(location).await {
            Err(error) if error.kind() == ErrorKind::InvalidInput => return Ok(None),
            folder => folder,
        };
        let read = async { self.stored_list(options, &folder?).await };
        match read.await {
            Ok(list) => Ok(Some(list)),
            Err(error) if is_elsewhere(&error) => Ok(None),
            Err(error) => match error.kind() {
                // They say what is wrong, and what to do.
                ErrorKind::TamperingSuspected
                | ErrorKind::IntegrityViolation
                | ErrorKind::InvalidInput => Err(error),
                kind => Err(error.reclassified(
                    kind,
                    format!(
                        "values in {} refer to secrets that could not be read. Try again, or read \
                         without expanding references",
                        place.describe()
                    ),
                )),
            },
        }
    }

    /// Whether text of a value may be sent to the server as an environment. [`place`](Self::place)
    /// checks it against the project's environments if it can; for programs it accepts any.
    async fn may_name(&self, environment: &str, place: &Place) -> Result<bool> {
        Ok(match self.credential()? {
            _ if environment == place.environment => true,
            Kind::ServiceToken(_) => {
                let scopes = &self.opened_token().await?.scopes;
                scopes.iter().any(|scope| scope.environment == environment)
            }
            // Their environments are unknown.
            Kind::ServiceTokenV3(_) | Kind::ServiceAccount(_) => false,
            // The server has decrypted what an identity reads, so it knows the text.
            Kind::MachineIdentity(_)
            | Kind::IdentityToken(_)
            | Kind::User { .. }
            | Kind::AccessToken { .. }
            | Kind::ApiKey { .. } => true,
        })
    }

    async fn expansion(&self, options: ReadOptions, place: &Place) -> Result<Expansion> {
        let has_folders = place.path.is_some() && self.era().await?.has_folders();
        let rules = Rules {
            syntax: if has_folders { Syntax::Dotted } else { Syntax::Names },
            unknown: options.unknown_references,
            nested: options.nested_references,
        };
        let path = place.path.clone().unwrap_or_else(|| "/".to_owned());
        Ok(Expansion::new(rules, Folder { environment: place.environment.clone(), path }))
    }
}

/// Adds the secrets of a folder, and returns the numbers of those that decrypted.
fn add_all(expansion: &mut Expansion, folder: Option<&Folder>, list: &SecretList) -> Vec<usize> {
    let add = |secret: &Secret| expansion.add(folder, &secret.name, Some(secret.value.clone()));
    let added = list.iter().map(add).collect();
    for name in list.failures().iter().filter_map(|failure| failure.name.as_deref()) {
        expansion.add(folder, name, None);
    }
    added
}

/// The list with expanded values.
fn with_values(list: SecretList, outcomes: Vec<Result<SecretString, String>>) -> SecretList {
    let secrets: Vec<_> = list.iter().cloned().zip(outcomes).collect();
    list.replaced(secrets.into_iter().map(|(secret, outcome)| match outcome {
        Ok(value) => Ok(Secret { value, ..secret }),
        Err(why) => Err(not_expanded(&secret, &why)),
    }))
}

/// The list, in which a secret is a failure if the server left a reference in its value.
pub(super) fn list_expanded_by_server(list: SecretList) -> SecretList {
    let secrets: Vec<_> = list.iter().cloned().collect();
    list.replaced(secrets.into_iter().map(expanded_by_server))
}

pub(super) fn expanded_by_server(secret: Secret) -> Result<Secret, SecretFailure> {
    if has_reference(secret.value.expose()) {
        return Err(not_expanded(&secret, LEFT_BY_SERVER));
    }
    Ok(secret)
}

fn not_expanded(secret: &Secret, why: &str) -> SecretFailure {
    let place = Place {
        workspace_id: secret.project_id.clone(),
        environment: secret.environment.clone(),
        path: Some(secret.path.clone()),
    };
    let message = format!(
        "{}: {why}. Correct its value, or read it without expanding references",
        api::subject(&secret.name, &place)
    );
    SecretFailure {
        id: secret.id.clone(),
        name: Some(secret.name.clone()),
        kind: secret.kind,
        field: REFERENCE,
        error: Error::new(ErrorKind::InvalidInput, message),
    }
}
