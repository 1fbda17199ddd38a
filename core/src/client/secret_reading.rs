//! What a reader of secrets sees beside what a folder itself holds: personal overrides, imports, and
//! values with their references in place.

use super::call::{Call, blocking};
use super::credential::Kind;
use super::place::{Wanted, check_name};
use super::references::{
    DEEPEST, Expansion, Folder, NestedReferences, Rules, Syntax, UnknownReferences,
};
use super::route::Route;
use super::secret_list::{REFERENCE, SecretFailure};
use super::{Secret, SecretList, SecretType, cryptor};
use crate::api::secrets::{self as api, OneSecret, Place, SecretRecord, SecretRecords};
use crate::crypto::ProjectKey;
use crate::{Error, ErrorKind, Result, SecretString};

/// What is wanted of secrets. By default the shared ones, as they are stored.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Reading {
    pub(super) kind: SecretType,
    pub(super) overrides: bool,
    pub(super) imports: bool,
    pub(super) expand_references: bool,
    pub(super) unknown_references: UnknownReferences,
    pub(super) nested_references: NestedReferences,
    pub(super) version: Option<i64>,
}

/// The setters both requests have, over `reading: Reading`.
macro_rules! reading_setters {
    () => {
        /// Whether secrets of imported folders are found too, with the environment and path that
        /// they come from; `false` by default. A folder's own secrets take precedence over imported
        /// ones, and later imports over earlier ones. Needs a server of 2024 or later.
        pub fn imports(mut self, imports: bool) -> Self {
            self.reading.imports = imports;
            self
        }

        /// Whether `${NAME}` in a value becomes the value of that secret, and on servers since 2024
        /// `${environment.folder.NAME}` that of a secret elsewhere in the project; `false` by
        /// default. The client expands references, since servers cannot read values. It requests
        /// the folders that references lead to; of the values, the server sees only those paths,
        /// for environments of the project or, with a service token, of its scopes. Service
        /// accounts and service tokens v3 reach only the environment that is read. A plain name is
        /// looked up in the folder of the secret that contains it, as if that folder were read
        /// separately; an imported secret belongs to the folder that imports it. `${SELF}` in the
        /// value of `SELF` stays as written; a circle of references through several secrets is an
        /// error. References nest up to a depth of 32. An expanded value has at most 1 MiB, and all
        /// values of one call together 64 MiB.
        pub fn expand_references(mut self, expand: bool) -> Self {
            self.reading.expand_references = expand;
            self
        }

        /// What to do with a reference to a secret that is missing, or in a folder that the
        /// credential may not read. With `"error"`, the default, the secret that contains it is
        /// rejected; with `"keep"`, the reference stays as written. With either, `${SELF}` in the
        /// value of `SELF` stays as written, and a circle of references or a reference to a secret
        /// that does not decrypt is an error. Needs `expand_references`.
        pub fn unknown_references(mut self, unknown: crate::UnknownReferences) -> Self {
            self.reading.unknown_references = unknown;
            self
        }

        /// Where to look up a plain name in a value that was itself reached by a reference: in the
        /// folder of that value with `"own_folder"`, the default, or in the folder being read with
        /// `"read_folder"`, like the Infisical CLI of 2024. Needs `expand_references`.
        pub fn nested_references(mut self, nested: crate::NestedReferences) -> Self {
            self.reading.nested_references = nested;
            self
        }
    };
}
pub(super) use reading_setters;

type Opened = Result<Secret, SecretFailure>;

impl Reading {
    /// The secrets of a folder and of those it imports, as far as they are wanted.
    pub(super) fn merge(self, own: Vec<Opened>, imported: Vec<Vec<Opened>>) -> SecretList {
        if !self.overrides && !self.imports {
            return SecretList::new(own.into_iter());
        }
        let is_personal = |one: &Opened| {
            one.as_ref().map_or_else(|failure| failure.kind, |secret| secret.kind)
                == SecretType::Personal
        };
        let (personal, shared): (Vec<_>, Vec<_>) = own.into_iter().partition(is_personal);
        let imported = imported.into_iter().rev().flatten();
        SecretList::merged(personal.into_iter().chain(shared).chain(imported))
    }

    pub(super) fn takes(self, kind: &str) -> bool {
        self.overrides || kind == self.kind.as_str()
    }

    /// The folder that values refer to: as its reader sees it.
    fn context(self) -> Self {
        let overrides = self.overrides || self.kind == SecretType::Personal;
        Self { overrides, kind: SecretType::Shared, ..self }
    }

    pub(super) fn check(self) -> Result<()> {
        let refused = if self.kind == SecretType::Personal && (self.overrides || self.imports) {
            "personal secrets have no overrides and are not imported. Read shared ones"
        } else if self.version.is_some_and(|version| version < 0) {
            "versions count from 0 or 1"
        } else if self.version.is_some() && self.imports {
            "earlier versions are read from the folder itself. Read without imports"
        } else if !self.expand_references && self.unknown_references == UnknownReferences::Keep {
            "unknown_references needs expand_references. Set it too"
        } else if !self.expand_references && self.nested_references == NestedReferences::ReadFolder
        {
            "nested_references needs expand_references. Set it too"
        } else {
            return Ok(());
        };
        Err(Error::new(ErrorKind::InvalidInput, refused))
    }
}

impl Call {
    pub(super) async fn get_secret(
        &self,
        name: &str,
        reading: Reading,
        wanted: Wanted,
    ) -> Result<Secret> {
        check_name(name, self.era().await?)?;
        reading.check()?;
        let place = self.place_read(reading, wanted).await?;
        let secret = match self.stored_secret(name, reading, &place).await {
            Err(error) if reading.imports && error.kind() == ErrorKind::NotFound => {
                self.imported_secret(name, reading, &place).await?.ok_or(error)?
            }
            result => result?,
        };
        if reading.expand_references && secret.value.expose().contains("${") {
            return self.expand_secret(secret, reading, place).await;
        }
        Ok(secret)
    }

    pub(super) async fn list_secrets(
        &self,
        reading: Reading,
        wanted: Wanted,
    ) -> Result<SecretList> {
        reading.check()?;
        let place = self.place_read(reading, wanted).await?;
        let list = self.stored_list(reading, &place).await?;
        if reading.expand_references {
            return self.expand_list(list, reading, place).await;
        }
        Ok(list)
    }

    async fn place_read(&self, reading: Reading, wanted: Wanted) -> Result<Place> {
        if reading.imports {
            return self.place_in_folders(wanted, "secret imports").await;
        }
        self.place(wanted).await
    }

    pub(super) async fn stored_secret(
        &self,
        name: &str,
        reading: Reading,
        place: &Place,
    ) -> Result<Secret> {
        let Reading { kind, version, .. } = reading;
        match version {
            Some(number) => self.earlier_secret(name, kind, number, place).await,
            None => self.fetch_secret(name, kind, place).await,
        }
    }

    /// The current version of a secret.
    pub(super) async fn fetch_secret(
        &self,
        name: &str,
        kind: SecretType,
        place: &Place,
    ) -> Result<Secret> {
        self.fetch(name, kind, None, place).await
    }

    /// Like [`fetch_secret`](Self::fetch_secret), for a given version. Most servers ignore that:
    /// see [`earlier_secret`](Self::earlier_secret).
    pub(super) async fn fetch(
        &self,
        name: &str,
        kind: SecretType,
        version: Option<i64>,
        place: &Place,
    ) -> Result<Secret> {
        if let Route::Raw(_) = self.route(&place.workspace_id).await? {
            return self.get_raw(name, kind, version, place).await;
        }
        let key = self.project_key(&place.workspace_id).await?;
        let request = match version {
            Some(version) => api::get_version(name, kind.as_str(), version, place),
            None => api::get(name, kind.as_str(), place),
        };
        let mut found: OneSecret = self.send_authorized(request).await?.json()?;
        self.name_tags(std::slice::from_mut(&mut found.secret), &place.workspace_id).await?;
        if kind == SecretType::Personal && found.secret.kind == SecretType::Shared.as_str() {
            return Err(cryptor::no_override(name, place));
        }
        cryptor::open_named(&found.secret, name, kind, place, &key)
    }

    /// A secret of that name among the imported ones.
    async fn imported_secret(
        &self,
        name: &str,
        reading: Reading,
        place: &Place,
    ) -> Result<Option<Secret>> {
        let list = self.stored_list(reading, place).await?;
        if let Some(failure) = list.failure(name) {
            return Err(failure.clone().error);
        }
        Ok(list.into_iter().find(|secret| secret.name == name))
    }

    async fn stored_list(&self, reading: Reading, place: &Place) -> Result<SecretList> {
        if let Route::Raw(_) = self.route(&place.workspace_id).await? {
            return self.list_raw(reading, place).await;
        }
        let key = self.project_key(&place.workspace_id).await?;
        let request =
            if reading.imports { api::list_with_imports(place) } else { api::list(place) };
        let response = self.send_authorized(request).await?;
        let mut found = blocking(move || response.json::<SecretRecords>()).await??;
        self.name_tags(&mut found.secrets, &place.workspace_id).await?;
        let place = place.clone();
        blocking(move || {
            let own = open_all(&found.secrets, reading, &place, &key);
            let imported = found
                .imports
                .iter()
                .map(|folder| open_all(&folder.secrets, reading, &folder.place(&place), &key));
            reading.merge(own, imported.collect())
        })
        .await
    }

    async fn expand_secret(
        &self,
        mut secret: Secret,
        reading: Reading,
        place: Place,
    ) -> Result<Secret> {
        let mut expansion = self.expansion(reading, &place).await?;
        let wanted = vec![expansion.add(None, &secret.name, Some(secret.value.clone()))];
        let context = Reading { version: None, ..reading.context() };
        add_all(&mut expansion, None, &self.stored_list(context, &place).await?);
        let outcome = self.expand(expansion, wanted, context, &place).await?.pop();
        secret.value = outcome
            .unwrap_or_else(|| Err("it was not expanded".to_owned()))
            .map_err(|why| not_expanded(&secret, &why).error)?;
        Ok(secret)
    }

    /// Puts references in place. Only what the place itself does not hold is asked for.
    async fn expand_list(
        &self,
        list: SecretList,
        reading: Reading,
        place: Place,
    ) -> Result<SecretList> {
        let mut expansion = self.expansion(reading, &place).await?;
        let wanted = if reading.kind == SecretType::Personal {
            let own = list.iter();
            let wanted =
                own.map(|one| expansion.add(None, &one.name, Some(one.value.clone()))).collect();
            let context = self.stored_list(reading.context(), &place).await?;
            add_all(&mut expansion, None, &context);
            wanted
        } else {
            add_all(&mut expansion, None, &list)
        };
        let outcomes = self.expand(expansion, wanted, reading.context(), &place).await?;
        let secrets: Vec<_> = list.iter().cloned().zip(outcomes).collect();
        Ok(list.replaced(secrets.into_iter().map(|(secret, outcome)| match outcome {
            Ok(value) => Ok(Secret { value, ..secret }),
            Err(why) => Err(not_expanded(&secret, &why)),
        })))
    }

    /// Requests each folder that references lead to once, until there are no more or the nesting
    /// limit is reached.
    async fn expand(
        &self,
        mut expansion: Expansion,
        wanted: Vec<usize>,
        context: Reading,
        place: &Place,
    ) -> Result<Vec<Result<SecretString, String>>> {
        for _ in 0..=DEEPEST {
            let folders = expansion.ask(&wanted);
            if folders.is_empty() {
                break;
            }
            for folder in folders {
                if let Some(list) = self.elsewhere(&folder, context, place).await? {
                    add_all(&mut expansion, Some(&folder), &list);
                }
            }
        }
        blocking(move || expansion.expand(&wanted)).await
    }

    /// The secrets of a folder that a value names; none if it cannot be read. Why is not told, for
    /// the reason would repeat what the value holds. What only looks like a reference is not sent: the
    /// environment must be one. The path behind it is sent as the value has it.
    async fn elsewhere(
        &self,
        folder: &Folder,
        context: Reading,
        place: &Place,
    ) -> Result<Option<SecretList>> {
        let wanted = Wanted {
            project: Some(place.workspace_id.clone()),
            environment: Some(folder.environment.clone()),
            path: Some(folder.path.clone()),
        };
        if !self.may_name(&folder.environment, place).await? {
            return Ok(None);
        }
        let Reading { overrides, imports, .. } = context;
        let reading = Reading { overrides, imports, ..Reading::default() };
        let read = async { self.stored_list(reading, &self.place(wanted).await?).await };
        match read.await {
            Ok(list) => Ok(Some(list)),
            Err(error) => match error.kind() {
                ErrorKind::NotFound | ErrorKind::PermissionDenied | ErrorKind::InvalidInput => {
                    Ok(None)
                }
                kind => Err(error.reclassified(
                    kind,
                    format!(
                        "secrets that values in {} refer to could not be read. Try again, or read \
                         without expanding references",
                        place.describe()
                    ),
                )),
            },
        }
    }

    /// Whether a server may see text of a value as an environment. [`place`](Self::place) asks for the
    /// project's environments where it can; for programs it takes any.
    async fn may_name(&self, environment: &str, place: &Place) -> Result<bool> {
        Ok(match self.credential()? {
            _ if environment == place.environment => true,
            Kind::ServiceToken(_) => {
                let scopes = &self.opened_token().await?.info.scopes;
                scopes.iter().any(|scope| scope.environment == environment)
            }
            // Nothing tells what they are for.
            Kind::ServiceTokenV3(_) | Kind::ServiceAccount(_) => false,
            // What an identity reads, the server has decrypted itself.
            Kind::UniversalAuth { .. }
            | Kind::IdentityToken(_)
            | Kind::User { .. }
            | Kind::AccessToken { .. }
            | Kind::ApiKey { .. } => true,
        })
    }

    async fn expansion(&self, reading: Reading, place: &Place) -> Result<Expansion> {
        let has_folders = place.path.is_some() && self.era().await?.has_folders();
        let rules = Rules {
            syntax: if has_folders { Syntax::Dotted } else { Syntax::Names },
            unknown: reading.unknown_references,
            nested: reading.nested_references,
        };
        let path = place.path.clone().unwrap_or_else(|| "/".to_owned());
        Ok(Expansion::new(rules, Folder { environment: place.environment.clone(), path }))
    }
}

fn open_all(
    records: &[SecretRecord],
    reading: Reading,
    place: &Place,
    key: &ProjectKey,
) -> Vec<Opened> {
    let wanted = records.iter().filter(|record| reading.takes(&record.kind));
    wanted.map(|record| cryptor::open(record, place, key)).collect()
}

/// Makes the secrets of a folder known, and gives the numbers of those that decrypted.
fn add_all(expansion: &mut Expansion, folder: Option<&Folder>, list: &SecretList) -> Vec<usize> {
    let add = |secret: &Secret| expansion.add(folder, &secret.name, Some(secret.value.clone()));
    let added = list.iter().map(add).collect();
    for name in list.failures().iter().filter_map(|failure| failure.name.as_deref()) {
        expansion.add(folder, name, None);
    }
    added
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

#[cfg(test)]
mod tests {
    use super::*;

    fn secret(kind: SecretType, value: &str) -> Opened {
        Ok(Secret {
            id: "1".into(),
            name: "A".into(),
            value: value.into(),
            comment: "".into(),
            kind,
            version: 1,
            tags: None,
            project_id: "p".into(),
            environment: "dev".into(),
            path: "/".into(),
            created_at: None,
            updated_at: None,
            end_to_end_encrypted: true,
        })
    }

    fn broken(kind: SecretType) -> Opened {
        let Ok(secret) = secret(kind, "") else { unreachable!() };
        Err(SecretFailure { kind, ..not_expanded(&secret, "") })
    }

    fn shown(reading: Reading, own: Vec<Opened>, imported: Vec<Vec<Opened>>) -> Vec<String> {
        let list = reading.merge(own, imported);
        list.iter().map(|secret| secret.value.expose().to_owned()).collect()
    }

    #[test]
    fn what_does_not_decrypt_is_not_replaced_by_what_it_hides() {
        use SecretType::{Personal, Shared};
        let reading = Reading { overrides: true, imports: true, ..Reading::default() };
        let none: [&str; 0] = [];
        let shared = || secret(Shared, "shared");
        let imported = || vec![vec![secret(Shared, "first")], vec![secret(Shared, "last")]];
        assert_eq!(shown(reading, vec![shared(), broken(Personal)], imported()), none);
        assert_eq!(shown(reading, vec![broken(Shared)], imported()), none);
        assert_eq!(
            shown(reading, vec![broken(Shared), secret(Personal, "mine")], vec![]),
            ["mine"]
        );
        assert_eq!(shown(reading, vec![shared(), secret(Personal, "mine")], imported()), ["mine"]);
        assert_eq!(shown(reading, vec![], imported()), ["last"]);
    }
}
