//! Secrets that the server decrypts. They are marked as not end-to-end encrypted.

use std::collections::HashMap;
use std::sync::atomic::Ordering;

use super::approval::applied;
use super::cryptor;
use super::extras::Extras;
use super::filter::Filter;
use super::list::{FailureCount, SecretFailure, SecretList};
use super::names::trimmed;
use super::read_options::{Opened, ReadOptions};
use super::secret::{Secret, SecretMetadata, SecretType};
use super::tree::{Tree, another_place, by_folder};
use crate::api::raw_secrets::{
    self as api, Fields, Including, OneRawSecret, RawMetadata, RawSecret, RawSecrets, Version,
};
use crate::api::secrets::{Place, subject};
use crate::api::server::Era;
use crate::client::call::{Call, Kind};
use crate::client::session::{Feature, applied_nevertheless};
use crate::http::{Request, Response};
use crate::text::Shown;
use crate::{Error, ErrorKind, Result, SecretString};

/// What today's servers send in place of a value.
const PLACEHOLDER: &str = "<hidden-by-infisical>";

/// A name that no secret has.
const NO_SECRET: &str = "INFISICAL_E2EE_MAY_THE_TOKEN_READ_HERE";

/// The changes of a secret; absent fields stay unchanged.
#[derive(Default)]
pub(super) struct RawChange<'a> {
    pub(super) value: Option<&'a SecretString>,
    pub(super) comment: Option<&'a SecretString>,
    pub(super) new_name: Option<&'a str>,
    pub(super) tag_ids: Option<&'a [String]>,
    pub(super) extras: Option<&'a Extras>,
}

/// The secrets of a place, to store them elsewhere.
pub(super) struct RawCopies {
    pub(super) secrets: SecretList,
    /// By the id of the secret.
    pub(super) tag_ids: HashMap<String, Vec<String>>,
    /// The error for the first secret whose value is hidden.
    pub(super) first_failure: Option<Error>,
}

impl RawChange<'_> {
    /// Fails for changes that the server would silently ignore.
    pub(super) fn check(&self, subject: &str, era: Era) -> Result<()> {
        for (is_changed, feature) in [
            (self.new_name.is_some(), Feature::PlaintextRename),
            (self.comment.is_some(), Feature::PlaintextComment),
            (self.tag_ids.is_some(), Feature::PlaintextTags),
        ] {
            if is_changed {
                feature.check_for(era, subject)?;
            }
        }
        self.extras.map_or(Ok(()), |extras| extras.check_stored(subject, era))
    }
}

impl Call {
    pub(super) async fn get_raw(
        &self,
        name: &str,
        kind: SecretType,
        number: Option<i64>,
        place: &Place,
    ) -> Result<Secret> {
        let record = self.raw_record(name, kind, number, place).await?;
        if is_hidden(&record) {
            return Err(hidden(&subject(name, place), "Use a credential that may read values"));
        }
        named(record, name, kind, place)
    }

    /// The current version of a secret, without its value. Servers of 2024 send the value
    /// nevertheless.
    pub(super) async fn get_raw_without_value(
        &self,
        name: &str,
        kind: SecretType,
        place: &Place,
    ) -> Result<Secret> {
        let record = self.raw_record_without_value(name, kind, place).await?;
        Ok(named(record, name, kind, place)?.without_value())
    }

    /// A secret after a change. Answers to a change have only what was sent. If the server hides
    /// the value from the credential, the result has the value that was sent.
    async fn read_back(
        &self,
        name: &str,
        kind: SecretType,
        sent: Option<&SecretString>,
        place: &Place,
    ) -> Result<Secret> {
        let stored = match self.raw_record(name, kind, None, place).await {
            Err(error) if error.kind() == ErrorKind::PermissionDenied && sent.is_some() => {
                self.raw_record_without_value(name, kind, place).await
            }
            result => result,
        };
        let mut record = stored.map_err(applied_nevertheless)?;
        if is_hidden(&record) {
            let unread = || hidden(&subject(name, place), "The change was applied");
            record.secret_value = sent.ok_or_else(unread)?.clone();
        }
        named(record, name, kind, place)
    }

    async fn raw_record_without_value(
        &self,
        name: &str,
        kind: SecretType,
        place: &Place,
    ) -> Result<RawSecret> {
        let get = |version| Ok(api::get_without_value(version, name, kind.as_str(), place));
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

    async fn raw_record(
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
    pub(super) async fn list_raw_to_copy(&self, place: &Place) -> Result<RawCopies> {
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

    pub(super) async fn list_raw(
        &self,
        options: ReadOptions,
        filter: &Filter,
        place: &Place,
    ) -> Result<SecretList> {
        Ok(merged(self.raw_records(options, filter, place).await?, options, place))
    }

    /// The secrets of a folder and of all folders below it, by path.
    pub(super) async fn list_raw_tree(
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
        let including =
            Including { imports, personal, folders, without_value, ..Including::default() };
        let including = query.asked_with(including);
        let list = |version| Ok(api::list(version, including, place));
        let mut found: RawSecrets = self.send_raw(place, list).await?.json().await?;
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
        match self.raw_record_without_value(NO_SECRET, SecretType::Shared, place).await {
            Err(error) if error.kind() == ErrorKind::PermissionDenied => {
                let (environment, path) = place.names();
                self.opened_token().await?.check_below(environment, path, folders)
            }
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    pub(super) async fn create_raw(
        &self,
        name: &str,
        value: &SecretString,
        comment: Option<&SecretString>,
        kind: SecretType,
        place: &Place,
    ) -> Result<Secret> {
        self.create_raw_with(name, value, comment, &Extras::default(), kind, place).await
    }

    pub(super) async fn create_raw_with(
        &self,
        name: &str,
        value: &SecretString,
        comment: Option<&SecretString>,
        extras: &Extras,
        kind: SecretType,
        place: &Place,
    ) -> Result<Secret> {
        check_value(name, value)?;
        let era = self.era().await?;
        extras.check_stored(&subject(name, place), era)?;
        let is_users = kind == SecretType::Personal && self.require_user().is_ok();
        if is_users && era.is_since_october_2024() {
            self.check_no_personal(name, place).await?;
        }
        let fields = Fields { extras: extras.fields(), ..Fields::new(Some(value), comment) };
        let response = self
            .send_raw(place, |version| api::create(version, name, kind.as_str(), place, &fields))
            .await?;
        let created: OneRawSecret = applied(response).await?.json().await?;
        check_echo(&created.secret, &fields, &subject(name, place))?;
        if extras.is_empty() {
            return named(created.secret, name, kind, place);
        }
        let secret = self.read_back(name, kind, Some(value), place).await?;
        check_extras(&secret, extras, era, place)?;
        Ok(secret)
    }

    /// Fails if the user has a personal secret of this name. Servers since autumn 2024 would store a
    /// second one, and change and show either of them.
    async fn check_no_personal(&self, name: &str, place: &Place) -> Result<()> {
        match self.raw_record(name, SecretType::Personal, None, place).await {
            Ok(_) => Err(Error::new(
                ErrorKind::Conflict,
                format!(
                    "{}: it already has a personal secret of this user. Nothing was sent. Update \
                     that instead",
                    subject(name, place)
                ),
            )),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Until autumn 2024 these routes require the value, so it is read first.
    pub(super) async fn update_raw(
        &self,
        name: &str,
        change: RawChange<'_>,
        kind: SecretType,
        place: &Place,
    ) -> Result<Secret> {
        let era = self.era().await?;
        change.check(&subject(name, place), era)?;
        let RawChange { value: sent, comment, new_name, tag_ids, extras } = change;
        let unchanged = Extras::default();
        let extras = extras.unwrap_or(&unchanged);
        let stored = match sent {
            None if self.raw_version().await? == Version::V3 => {
                Some(self.value_to_keep(name, kind, place).await?)
            }
            _ => None,
        };
        let value = sent.or(stored.as_ref());
        value.map_or(Ok(()), |value| check_value(name, value))?;
        let fields = Fields {
            new_secret_name: new_name,
            tag_ids,
            extras: extras.fields(),
            ..Fields::new(value, comment)
        };
        let response = self
            .send_raw(place, |version| api::update(version, name, kind.as_str(), place, &fields))
            .await?;
        let updated: OneRawSecret = applied(response).await?.json().await?;
        check_echo(&updated.secret, &fields, &subject(name, place))?;
        let name = new_name.unwrap_or(name);
        if era.is_since_october_2024() {
            let secret = self.read_back(name, kind, sent.or(stored.as_ref()), place).await?;
            check_extras(&secret, extras, era, place)?;
            return Ok(secret);
        }
        named(updated.secret, name, kind, place)
    }

    /// The stored value, to send it again.
    async fn value_to_keep(
        &self,
        name: &str,
        kind: SecretType,
        place: &Place,
    ) -> Result<SecretString> {
        let record = self.raw_record(name, kind, None, place).await?;
        if is_hidden(&record) {
            return Err(hidden(
                &subject(name, place),
                "Nothing was changed, because this server wants the value with each change. Give \
                 the value too, or use a credential that may read values",
            ));
        }
        Ok(named(record, name, kind, place)?.value)
    }

    pub(super) async fn delete_raw(
        &self,
        name: &str,
        kind: SecretType,
        place: &Place,
    ) -> Result<()> {
        let delete = |version| api::delete(version, name, kind.as_str(), place);
        applied(self.send_raw(place, delete).await?).await?;
        Ok(())
    }

    /// Sends a request to the v4 routes, or to the v3 routes if the server lacks v4. An unknown
    /// route has no effect, so this is safe.
    pub(super) async fn send_raw(
        &self,
        place: &Place,
        request: impl Fn(Version) -> Result<Request>,
    ) -> Result<Response> {
        self.check_scope(place).await?;
        let version = self.raw_version().await?;
        match self.send_authorized(request(version)?).await {
            Err(error) if version == Version::V4 && error.is_unknown_route() => {
                self.shared.lacks_v4.store(true, Ordering::Relaxed);
                self.send_authorized(request(Version::V3)?).await
            }
            result => result,
        }
    }

    /// Fails for a place that a token with one scope does not have: today's servers answer from the
    /// scope instead.
    async fn check_scope(&self, place: &Place) -> Result<()> {
        let Kind::ServiceToken(_) = self.credential()? else { return Ok(()) };
        let token = self.opened_token().await?;
        match token.only_place() {
            Some(only)
                if (only.environment.as_str(), without_slash(&only.secret_path))
                    != place.names() =>
            {
                Err(Error::new(
                    ErrorKind::PermissionDenied,
                    format!(
                        "{}: the service token has access only to environment {:?} at path {:?}. \
                         Use that place, or another token",
                        place.describe(),
                        Shown(&only.environment),
                        Shown(&only.secret_path)
                    ),
                ))
            }
            _ => Ok(()),
        }
    }
}

/// The path of a scope as the client writes paths: some programs store a slash at its end.
fn without_slash(path: &str) -> &str {
    match path.strip_suffix('/') {
        None | Some("") => path,
        Some(path) => path,
    }
}

/// Fails if the server answered with a secret of another place.
pub(super) fn check_place(record: &RawSecret, place: &Place) -> Result<()> {
    let (environment, path) = place.names();
    let is_there = record.environment.as_deref().is_none_or(|told| told == environment)
        && record.secret_path.as_deref().is_none_or(|told| told == path);
    if is_there {
        return Ok(());
    }
    let environment = record.environment.as_deref().unwrap_or_default();
    Err(another_place(place, environment, record.secret_path.as_deref().unwrap_or("/")))
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

/// A secret of a list, or the failure for one with a hidden value.
pub(crate) fn listed(record: RawSecret, place: &Place) -> Opened {
    if !is_hidden(&record) {
        return Ok(shown(record, place));
    }
    let subject = subject(&record.secret_key, place);
    Err(SecretFailure {
        id: record.id(),
        kind: SecretType::of_record(&record.kind),
        name: Some(record.secret_key),
        field: "secretValue",
        error: hidden(&subject, "Use a credential that may read values"),
    })
}

/// Whether the record has a placeholder in place of the value. Today's servers send it to credentials
/// that may not read values.
fn is_hidden(record: &RawSecret) -> bool {
    record.secret_value_hidden == Some(true) || record.secret_value.expose() == PLACEHOLDER
}

fn hidden(subject: &str, advice: &str) -> Error {
    let message = format!("{subject}: the server hides its value from this credential. {advice}");
    Error::new(ErrorKind::PermissionDenied, message)
}

fn named(record: RawSecret, name: &str, kind: SecretType, place: &Place) -> Result<Secret> {
    check_place(&record, place)?;
    let record_kind = record.kind.clone();
    let secret = shown(record, place);
    cryptor::check_is(&secret, &record_kind, name, kind, place)?;
    Ok(secret)
}

fn shown(record: RawSecret, place: &Place) -> Secret {
    Secret {
        id: record.id(),
        name: record.secret_key,
        value: record.secret_value,
        value_read: true,
        comment: record.secret_comment.unwrap_or_default(),
        kind: SecretType::of_record(&record.kind),
        version: record.version,
        project_id: place.workspace_id.clone(),
        environment: place.environment.clone(),
        path: place.path.clone().unwrap_or_else(|| "/".to_owned()),
        tags: record.tags.map(|tags| tags.into_iter().map(|tag| tag.slug).collect()),
        metadata: record.secret_metadata.map(|entries| entries.into_iter().map(entry).collect()),
        reminder_days: record.secret_reminder_repeat_days,
        reminder_note: record.secret_reminder_note,
        skip_multiline_encoding: record.skip_multiline_encoding,
        created_at: record.created_at,
        updated_at: record.updated_at,
        end_to_end_encrypted: false,
    }
}

fn entry(entry: RawMetadata) -> SecretMetadata {
    let encrypted = entry.is_encrypted();
    SecretMetadata { key: entry.key, value: entry.value, encrypted }
}

/// Fails unless the secret has what a change set, other than value, comment and name.
fn check_extras(secret: &Secret, sent: &Extras, era: Era, place: &Place) -> Result<()> {
    let subject = subject(&secret.name, place);
    match sent.differs_in(secret, era) {
        None => Ok(()),
        Some(other) => Err(applied_nevertheless(cryptor::another_answer(&subject, other))),
    }
}

/// Fails unless the answer to a write matches what was sent. Servers hide the value from
/// credentials without read permission.
pub(super) fn check_echo(record: &RawSecret, sent: &Fields<'_>, subject: &str) -> Result<()> {
    let is_hidden = record.secret_value_hidden == Some(true);
    let value = record.secret_value.expose();
    let comment = record.secret_comment.as_ref().map_or("", SecretString::expose);
    let other = if !is_hidden && sent.secret_value.is_some_and(|sent| value != sent) {
        "value"
    } else if sent.secret_comment.is_some_and(|sent| trimmed(comment) != trimmed(sent)) {
        "comment"
    } else {
        return Ok(());
    };
    Err(cryptor::another_answer(subject, other))
}

/// Fails for a value that the server would silently change: it removes white space around it,
/// except for one newline at the end.
pub(super) fn check_value(name: &str, value: &SecretString) -> Result<()> {
    let value = value.expose();
    let body = value.strip_suffix('\n').unwrap_or(value);
    if body.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}') == body {
        return Ok(());
    }
    Err(Error::new(
        ErrorKind::InvalidInput,
        format!(
            "secret {name:?}: without end-to-end encryption, the server removes leading and \
             trailing white space from a value. Remove it first, or encode the value",
            name = Shown(name)
        ),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_of_change_that_the_server_ignores_is_refused() {
        let comment = "why".into();
        let renamed = RawChange { new_name: Some("B"), ..RawChange::default() };
        let commented = RawChange { comment: Some(&comment), ..RawChange::default() };
        let tagged = RawChange { tag_ids: Some(&[]), ..RawChange::default() };
        let valued = RawChange { value: Some(&comment), ..RawChange::default() };
        for (change, eras) in [
            (renamed, vec![Era::February2024, Era::June2024]),
            (commented, vec![Era::February2024, Era::June2024]),
            (tagged, vec![Era::February2024]),
            (valued, vec![]),
        ] {
            for era in [Era::February2024, Era::June2024, Era::October2024, Era::Modern] {
                let result = change.check("secret", era);
                let refused = result.is_err_and(|e| e.kind() == ErrorKind::UnsupportedByServer);
                assert_eq!(refused, eras.contains(&era), "{era:?}");
            }
        }
    }

    #[test]
    fn check_echo_mismatch_fails_without_showing_it() {
        let record = |value: &str, comment: &str, hidden: bool| -> RawSecret {
            serde_json::from_value(serde_json::json!({
                "id": "1", "version": 1, "type": "shared", "secretKey": "A", "secretValue": value,
                "secretComment": comment, "secretValueHidden": hidden,
            }))
            .unwrap()
        };
        let sent =
            Fields { secret_value: Some("new"), secret_comment: Some("why "), ..Fields::default() };
        assert!(check_echo(&record("new", "why", false), &sent, "A").is_ok());
        assert!(check_echo(&record("<hidden>", "why", true), &sent, "A").is_ok());
        for (record, what) in [
            (record("planted", "why", false), "value"),
            (record("new", "planted", false), "comment"),
            (record("<hidden>", "planted", true), "comment"),
        ] {
            let error = check_echo(&record, &sent, "A").unwrap_err();
            assert_eq!(error.kind(), ErrorKind::IntegrityViolation);
            assert!(error.message().contains(what) && !error.message().contains("planted"));
        }
    }

    #[test]
    fn path_of_a_scope_is_compared_without_its_last_slash() {
        for (stored, compared) in [("/", "/"), ("/a", "/a"), ("/a/b/", "/a/b")] {
            assert_eq!(without_slash(stored), compared);
        }
    }

    #[test]
    fn check_value_that_servers_would_change_is_refused() {
        for good in ["", "a", "a b", "a\nb", "a\n", "\n"] {
            assert!(check_value("A", &good.into()).is_ok(), "{good:?}");
        }
        for bad in [" a", "a ", "\ta", "a\n\n", "\na", " ", "\u{feff}a"] {
            let error = check_value("A", &bad.into()).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::InvalidInput, "{bad:?}");
        }
    }
}
