//! Reads secrets that the server decrypts.

use std::collections::HashMap;

use super::{check_place, hidden, is_hidden, listed, named, shown};
use crate::api::raw_secrets::{
    self as api, AskedValue, Including, OneRawSecret, RawSecret, RawSecrets, Version,
};
use crate::api::secrets::{Place, subject};
use crate::client::call::{Call, Kind};
use crate::client::secrets::cryptor;
use crate::client::secrets::filter::Filter;
use crate::client::secrets::list::{FailureCount, SecretList};
use crate::client::secrets::read_options::ReadOptions;
use crate::client::secrets::secret::{Secret, SecretType};
use crate::client::secrets::tree::{Tree, by_folder};
use crate::http::Request;
use crate::{Error, ErrorKind, Result};

/// A name that no secret has.
const NO_SECRET: &str = "INFISICAL_E2EE_MAY_THE_TOKEN_READ_HERE";

/// The secrets of a place, to store them elsewhere.
pub(in crate::client::secrets) struct RawCopies {
    pub(in crate::client::secrets) secrets: SecretList,
    /// By the id of the secret.
    pub(in crate::client::secrets) tag_ids: HashMap<String, Vec<String>>,
    /// The error for the first secret whose value is hidden.
    pub(in crate::client::secrets) first_failure: Option<Error>,
}

impl Call {
    pub(in crate::client::secrets) async fn get_raw(
        &self,
        name: &str,
        kind: SecretType,
        number: Option<i64>,
        place: &Place,
    ) -> Result<Secret> {
        let record = self.raw_record(name, kind, number, place).await?;
        with_value(record, name, kind, place)
    }

    /// The current version of a secret, with references that the server expanded.
    pub(in crate::client::secrets) async fn get_raw_expanded(
        &self,
        name: &str,
        kind: SecretType,
        place: &Place,
    ) -> Result<Secret> {
        let record = self.raw_record_with(AskedValue::Expanded, name, kind, place).await;
        let record = record.map_err(|error| match error.status() {
            Some(500) => error.reclassified(
                ErrorKind::ServerError,
                format!(
                    "{}: the server failed, perhaps over a reference that it cannot expand. Leave \
                     out expand_on_server: the client expands it",
                    subject(name, place)
                ),
            ),
            _ => error,
        })?;
        with_value(record, name, kind, place)
    }

    /// The current version of a secret, without its value. Servers of 2024 send the value
    /// anyway; it is dropped.
    pub(in crate::client::secrets) async fn get_raw_without_value(
        &self,
        name: &str,
        kind: SecretType,
        place: &Place,
    ) -> Result<Secret> {
        let record = self.raw_record_with(AskedValue::Hidden, name, kind, place).await?;
        Ok(named(record, name, kind, place)?.without_value())
    }

    pub(super) async fn raw_record_with(
        &self,
        value: AskedValue,
        name: &str,
        kind: SecretType,
        place: &Place,
    ) -> Result<RawSecret> {
        let get = |version| Ok(api::get_with(value, version, name, kind.as_str(), place));
        self.raw_answer_of_one(name, kind, place, get).await
    }

    async fn raw_answer_of_one(
        &self,
        name: &str,
        kind: SecretType,
        place: &Place,
        request: impl Fn(Version) -> Result<Request>,
    ) -> Result<RawSecret> {
        let found: OneRawSecret = self.send_raw(place, request).await?.json().await?;
        if kind == SecretType::Personal && found.secret.kind == SecretType::Shared.as_str() {
            return Err(cryptor::no_override(name, place));
        }
        Ok(found.secret)
    }

    pub(super) async fn raw_record(
        &self,
        name: &str,
        kind: SecretType,
        number: Option<i64>,
        place: &Place,
    ) -> Result<RawSecret> {
        let get = |version| {
            Ok(match number {
                Some(number) => api::get_version(version, name, kind.as_str(), number, place),
                None => api::get(version, name, kind.as_str(), place),
            })
        };
        self.raw_answer_of_one(name, kind, place, get).await
    }

    /// The secrets of a list whose values are shown, the ids of the tags of each by its id, and the
    /// error for the first of the others.
    pub(in crate::client::secrets) async fn list_raw_to_copy(
        &self,
        place: &Place,
    ) -> Result<RawCopies> {
        let options = ReadOptions::default();
        let mut found = self.raw_records(options, &Filter::default(), place).await?;
        let mut first_failure = None;
        found.secrets.retain(|record| {
            if is_hidden(record) && options.takes(&record.kind) {
                let subject = subject(&record.secret_key, place);
                let advice = "It was not copied. Use a credential that may read values";
                first_failure.get_or_insert(hidden(&subject, advice));
            }
            !is_hidden(record)
        });
        let tag_ids = found.secrets.iter().map(|record| (record.id(), record.tag_ids())).collect();
        Ok(RawCopies { secrets: merged(found, options, place), tag_ids, first_failure })
    }

    pub(in crate::client::secrets) async fn list_raw(
        &self,
        options: ReadOptions,
        filter: &Filter,
        place: &Place,
    ) -> Result<SecretList> {
        Ok(merged(self.raw_records(options, filter, place).await?, options, place))
    }

    /// The secrets of a folder and of all folders below it, by path.
    pub(in crate::client::secrets) async fn list_raw_tree(
        &self,
        options: ReadOptions,
        filter: &Filter,
        place: &Place,
    ) -> Result<Tree> {
        let found = self.raw_answer(options, filter, true, place).await?;
        let folders = by_folder(found.secrets, place, |record| {
            (record.environment.as_deref(), record.secret_path.as_deref())
        })?;
        let mut failures = FailureCount::default();
        let lists = folders.into_iter().map(|(path, secrets)| {
            let found = RawSecrets { secrets, imports: Vec::new() };
            let list = merged(found, options, &place.at(&path));
            failures.add(&list)?;
            Ok((path, list))
        });
        lists.collect()
    }

    async fn raw_records(
        &self,
        options: ReadOptions,
        filter: &Filter,
        place: &Place,
    ) -> Result<RawSecrets> {
        let mut found = self.raw_answer(options, filter, false, place).await?;
        for record in &found.secrets {
            check_place(record, place)?;
        }
        found.imports = self.with_own_secrets(found.imports, place).await?;
        Ok(found)
    }

    /// The answer to a list, whose places are not checked yet. `folders` asks for those below too.
    async fn raw_answer(
        &self,
        options: ReadOptions,
        filter: &Filter,
        folders: bool,
        place: &Place,
    ) -> Result<RawSecrets> {
        let era = self.era().await?;
        filter.check_plaintext(era)?;
        let query = filter.query(era);
        let (imports, personal) = (options.imports, options.wants_personal());
        let without_value = options.without_value;
        let expanded = options.expand_on_server;
        let including = Including {
            imports,
            personal,
            folders,
            expanded,
            without_value,
            ..Including::default()
        };
        let including = query.asked_with(including);
        let list = |version| Ok(self.lists.request(api::list(version, including, place)));
        let response = self.lists.answered(self.send_raw(place, list).await?)?;
        let mut found: RawSecrets = response.json().await?;
        if found.secrets.is_empty() && found.imports.iter().all(|it| it.secrets.is_empty()) {
            self.check_token_reads(place, folders).await?;
        }
        found.secrets.retain(|record| filter.takes_raw(record));
        Ok(found)
    }

    /// Fails if a service token may not read an empty place, nor with `folders` one below it. Servers
    /// answer a token of several scopes as if each place outside them were empty. They check the
    /// scopes before they look for a secret by its name.
    async fn check_token_reads(&self, place: &Place, folders: bool) -> Result<()> {
        let Kind::ServiceToken(_) = self.credential()? else { return Ok(()) };
        if !self.era().await?.is_since_october_2024() {
            return Ok(());
        }
        match self.raw_record_with(AskedValue::Hidden, NO_SECRET, SecretType::Shared, place).await {
            Err(error) if error.kind() == ErrorKind::PermissionDenied => {
                let (environment, path) = place.names();
                self.opened_token().await?.check_below(environment, path, folders)
            }
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }
}

fn with_value(record: RawSecret, name: &str, kind: SecretType, place: &Place) -> Result<Secret> {
    if is_hidden(&record) {
        return Err(hidden(&subject(name, place), "Use a credential that may read values"));
    }
    named(record, name, kind, place)
}

fn merged(found: RawSecrets, options: ReadOptions, place: &Place) -> SecretList {
    let RawSecrets { secrets, imports } = found;
    let wanted = |record: &RawSecret| options.takes(&record.kind);
    let opened = |record: RawSecret, place: &Place| match options.without_value {
        true => Ok(shown(record, place).without_value()),
        false => listed(record, place),
    };
    let own = secrets.into_iter().filter(wanted).map(|record| opened(record, place)).collect();
    let imported = imports.into_iter().map(|folder| {
        let place = folder.place(place);
        folder.secrets.into_iter().filter(wanted).map(|record| opened(record, &place)).collect()
    });
    options.merge(own, imported.collect())
}
