//! Reading secrets by name and as a list.

use super::expand::{expanded_by_server, list_expanded_by_server};
use crate::api::raw_secrets::Version;
use crate::api::secrets::Place;
use crate::client::call::{Call, Client, Kind, awaitable};
use crate::client::keys::Route;
use crate::client::projects::{GivenLocation, location_setters};
use crate::client::secrets::filter::Filter;
use crate::client::secrets::list::SecretList;
use crate::client::secrets::names::check_name;
use crate::client::secrets::read_options::{ReadOptions, read_option_setters};
use crate::client::secrets::secret::{Secret, SecretType, Secrets};
use crate::client::session::Feature;
use crate::{Error, ErrorKind, Result};

impl Secrets {
    /// Reads and decrypts one secret, and checks that it is the one asked for.
    ///
    /// # Arguments
    /// - `name`: the secret's name.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such secret, version or environment.
    /// - [`ErrorKind::PermissionDenied`] if the server does not show earlier versions to the
    ///   credential.
    /// - [`ErrorKind::DecryptionFailed`] if a field of the secret does not verify; the error names
    ///   the field.
    /// - [`ErrorKind::IntegrityViolation`] if the server answers with another secret, or if the
    ///   secret had another name in that version.
    /// - [`ErrorKind::TamperingSuspected`] if the answer contradicts the client's trust store.
    /// - [`ErrorKind::InvalidInput`] if the name is not valid, if a reference is unresolved or
    ///   circular, for a negative version, for a version or a personal secret with `imports`, if
    ///   `expand_references` is set and `view_value` is `false`, if `unknown_references`,
    ///   `nested_references` or `expand_on_server` is set without `expand_references`, or if
    ///   `expand_on_server` is set with one of the other two, with a version, with `imports` or for a
    ///   personal secret.
    /// - [`ErrorKind::UnsupportedByServer`] for `imports` on May 2023 servers; if the server
    ///   decrypts the project's secrets but, like those of 2024, not their earlier versions; for
    ///   `expand_on_server` if it does not decrypt them.
    pub fn get(&self, name: impl Into<String>) -> GetSecret {
        GetSecret {
            client: self.client.clone(),
            name: name.into(),
            location: GivenLocation::default(),
            options: ReadOptions::default(),
        }
    }

    /// Reads and decrypts every secret of a place. A secret that does not decrypt, or whose
    /// references are unresolved, is reported in `failures` of the [`SecretList`]; the others are
    /// returned.
    ///
    /// The failure of a secret with an unresolved or circular reference has the field
    /// `reference` and is an [`ErrorKind::InvalidInput`]. If the server hides a value from the
    /// credential, it is an [`ErrorKind::PermissionDenied`]. All others are an
    /// [`ErrorKind::DecryptionFailed`].
    ///
    /// # Errors
    /// - [`ErrorKind::DecryptionFailed`] if more than 10,000 secrets do not decrypt.
    /// - [`ErrorKind::InvalidResponse`] if the answer has more than 200,000 list entries or is
    ///   longer than the longest answer that the client accepts, or for too many folders.
    /// - [`ErrorKind::IntegrityViolation`] if the server answers with a secret of another place.
    /// - [`ErrorKind::NotFound`] if there is no such environment or folder.
    /// - [`ErrorKind::TamperingSuspected`] if the answer contradicts the client's trust store.
    /// - [`ErrorKind::InvalidInput`] for personal secrets with `overrides` or `imports`, for
    ///   `imports` or the nested references `"read_folder"` in a `recursive` list, for personal
    ///   secrets, `overrides` or `imports` with `tags` or `metadata`, if `expand_references` is set
    ///   and `view_value` is `false`, if `unknown_references`, `nested_references` or
    ///   `expand_on_server` is set without `expand_references`, or if `expand_on_server` is set with
    ///   one of the other two, or with both `overrides` and `imports`.
    /// - [`ErrorKind::UnsupportedByServer`] for `imports` or `recursive` on May 2023 servers; for
    ///   `tags` or `metadata` that the server does not tell; for `expand_on_server` if the server
    ///   does not decrypt the project's secrets.
    pub fn list(&self) -> ListSecrets {
        ListSecrets {
            client: self.client.clone(),
            location: GivenLocation::default(),
            options: ReadOptions::default(),
            filter: Filter::default(),
        }
    }
}

/// Reads one secret when awaited. See [`Secrets::get`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct GetSecret {
    client: Client,
    name: String,
    location: GivenLocation,
    options: ReadOptions,
}

impl GetSecret {
    location_setters!();

    /// Shared or personal; shared by default. There is no fallback from one to the other.
    pub fn kind(mut self, kind: SecretType) -> Self {
        self.options.kind = kind;
        self
    }

    read_option_setters!();

    /// Number of an earlier version, as in [`Secret::version`]; the current version by default.
    /// Servers show earlier versions only to users, those of 2024 not with API keys; today's
    /// servers show them to machine identities too. May 2023 servers store no comments of versions.
    /// Earlier versions are read from the folder itself, so not with `imports`.
    pub fn version(mut self, version: i64) -> Self {
        self.options.version = Some(version);
        self
    }
}

awaitable!(GetSecret => Secret, |this, call| {
    call.get_secret(&this.name, this.options, this.location).await
});

/// Lists secrets when awaited. See [`Secrets::list`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ListSecrets {
    pub(super) client: Client,
    pub(super) location: GivenLocation,
    pub(super) options: ReadOptions,
    pub(super) filter: Filter,
}

impl ListSecrets {
    location_setters!();

    /// Shared or personal; shared by default. There is no fallback from one to the other.
    pub fn kind(mut self, kind: SecretType) -> Self {
        self.options.kind = kind;
        self
    }

    /// Whether the list has the secrets of all folders below too; `false` by default. Folders that
    /// the credential may not read are left out. Servers since October 2024 answer with all of them
    /// at once; on those before, the client reads folder by folder, at most 2,000 of them and at
    /// most 100 levels deep. References are expanded as if each folder were read separately. Not
    /// with `imports`, which belong to one folder. Needs a server of 2024 or later.
    pub fn recursive(mut self, recursive: bool) -> Self {
        self.options.recursive = recursive;
        self
    }

    /// Whether the user's personal secrets take the place of shared ones of the same name; `false`
    /// by default: then the list has only shared or only personal secrets.
    pub fn overrides(mut self, overrides: bool) -> Self {
        self.options.overrides = overrides;
        self
    }

    read_option_setters!();

    /// Slugs of tags: the list has only secrets with at least one of them. No tags, the default,
    /// mean all secrets. Of shared secrets only, so not with `overrides` or `imports`.
    pub fn tags(mut self, slugs: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.filter.tags = slugs.into_iter().map(Into::into).collect();
        self
    }

    /// Metadata: the list has only secrets that have all of it, each key with its value; encrypted
    /// values are not compared. Of shared secrets only, so not with `overrides` or `imports`. Needs
    /// one of today's servers that decrypts the project's secrets.
    pub fn metadata(mut self, key: impl Into<String>, value: impl Into<String>) -> Self {
        self.filter.metadata.push((key.into(), value.into()));
        self
    }
}

awaitable!(ListSecrets => SecretList, |this, call| {
    call.list_secrets(this.options, &this.filter, this.location).await
});

impl Call {
    async fn get_secret(
        &self,
        name: &str,
        options: ReadOptions,
        location: GivenLocation,
    ) -> Result<Secret> {
        check_name(name, self.era().await?)?;
        options.check()?;
        options.check_of_one()?;
        let place = self.place_read(options, location).await?;
        let secret = match self.stored_secret(name, options, &place).await {
            Err(error) if options.imports && error.kind() == ErrorKind::NotFound => {
                self.imported_secret(name, options, &place).await?.ok_or(error)?
            }
            result => result?,
        };
        if options.expands() && secret.value.expose().contains("${") {
            return self.expand_secret(secret, options, place).await;
        }
        if options.expand_on_server {
            return expanded_by_server(secret).map_err(|failure| failure.error);
        }
        Ok(secret)
    }

    pub(in crate::client::secrets) async fn list_secrets(
        &self,
        options: ReadOptions,
        filter: &Filter,
        location: GivenLocation,
    ) -> Result<SecretList> {
        let place = self.place_listed(options, filter, location).await?;
        self.list_at(options, filter, &place).await
    }

    /// The place of a list whose options go together.
    pub(super) async fn place_listed(
        &self,
        options: ReadOptions,
        filter: &Filter,
        location: GivenLocation,
    ) -> Result<Place> {
        options.check()?;
        options.check_filter(filter)?;
        self.place_read(options, location).await
    }

    pub(super) async fn list_at(
        &self,
        options: ReadOptions,
        filter: &Filter,
        place: &Place,
    ) -> Result<SecretList> {
        let list = match options.recursive {
            true => self.list_tree(options, filter, place.clone()).await?,
            false => self.list_folder(options, filter, place.clone()).await?,
        };
        let etag = self.etag(options, filter, place, &list).await?;
        Ok(list.with_etag(etag))
    }

    async fn list_folder(
        &self,
        options: ReadOptions,
        filter: &Filter,
        place: Place,
    ) -> Result<SecretList> {
        let list = self.matching_list(options, filter, &place).await?;
        if list.is_empty() && list.failures().is_empty() {
            self.check_existence(&place).await?;
        }
        if options.expands() {
            return self.expand_list(list, options.has_all(filter), options, place).await;
        }
        if options.expand_on_server {
            return Ok(list_expanded_by_server(list));
        }
        Ok(list)
    }

    async fn list_tree(
        &self,
        options: ReadOptions,
        filter: &Filter,
        place: Place,
    ) -> Result<SecretList> {
        self.require(Feature::RecursiveLists).await?;
        let mut tree = self.stored_tree(options, filter, &place).await?;
        if tree.values().all(|list| list.is_empty() && list.failures().is_empty()) {
            self.check_existence(&place).await?;
        }
        if options.expands() {
            tree = self.expand_tree(tree, options.has_all(filter), options, &place).await?;
        }
        if options.expand_on_server {
            let lists = tree.into_values().map(list_expanded_by_server);
            return Ok(SecretList::recursive(place.names().1, lists));
        }
        Ok(SecretList::recursive(place.names().1, tree.into_values()))
    }

    /// Fails if an empty list may be that of an unknown folder or environment, and there is none.
    pub(in crate::client::secrets) async fn check_existence(&self, place: &Place) -> Result<()> {
        if let Kind::ServiceTokenV3(_) = self.credential()? {
            // The releases with these tokens are untested: they may not list folders to them.
            return Ok(());
        }
        let known = self.shared.known_environments(&place.workspace_id);
        let is_known = known.is_some_and(|slugs| slugs.contains(&place.environment));
        let era = self.era().await?;
        if !era.lists_unknown_folders() || (place.names().1 == "/" && is_known) {
            return Ok(());
        }
        self.check_folder(place).await
    }

    async fn place_read(&self, options: ReadOptions, location: GivenLocation) -> Result<Place> {
        let place = match options.imports {
            true => self.place_of_imports(location).await?,
            false => self.place(location).await?,
        };
        if options.expand_on_server {
            self.check_server_expands(options, &place).await?;
        }
        Ok(place)
    }

    async fn check_server_expands(&self, options: ReadOptions, place: &Place) -> Result<()> {
        let Route::Raw(version) = self.route(&place.workspace_id).await? else {
            return Err(Error::new(
                ErrorKind::UnsupportedByServer,
                format!(
                    "{}: the client decrypts these secrets, so the server cannot expand their \
                     references. Leave out expand_on_server: the client expands them",
                    place.describe()
                ),
            ));
        };
        self.require(Feature::ReferenceExpansion).await?;
        // Recorded of October 2024: values refer to shared secrets only.
        if version == Version::V3 && options.wants_personal() {
            return Err(Error::new(
                ErrorKind::UnsupportedByServer,
                "this server expands references with shared secrets only; today's servers also use \
                 personal ones. Leave out expand_on_server: the client expands them",
            ));
        }
        Ok(())
    }

    pub(in crate::client::secrets) async fn stored_secret(
        &self,
        name: &str,
        options: ReadOptions,
        place: &Place,
    ) -> Result<Secret> {
        let ReadOptions { kind, version, without_value, expand_on_server, .. } = options;
        match version {
            Some(number) => {
                let secret = self.earlier_secret(name, kind, number, place).await?;
                Ok(if without_value { secret.without_value() } else { secret })
            }
            None if expand_on_server => self.get_raw_expanded(name, kind, place).await,
            None if without_value => self.fetch_without_value(name, kind, place).await,
            None => self.fetch_secret(name, kind, place).await,
        }
    }

    /// A secret of that name among the imported ones.
    async fn imported_secret(
        &self,
        name: &str,
        options: ReadOptions,
        place: &Place,
    ) -> Result<Option<Secret>> {
        let list = self.stored_list(options, place).await?;
        if let Some(failure) = list.failure(name) {
            return Err(failure.clone().error);
        }
        Ok(list.into_iter().find(|secret| secret.name == name))
    }
}
