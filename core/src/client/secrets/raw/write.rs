//! Writes secrets that the server decrypts.

use super::{hidden, is_hidden, named};
use crate::api::raw_secrets::{self as api, AskedValue, Fields, OneRawSecret, RawSecret, Version};
use crate::api::secrets::{Place, subject};
use crate::api::server::Era;
use crate::client::call::Call;
use crate::client::secrets::approval::applied;
use crate::client::secrets::cryptor;
use crate::client::secrets::extras::Extras;
use crate::client::secrets::names::trimmed;
use crate::client::secrets::secret::{Secret, SecretType};
use crate::client::session::{Feature, applied_nevertheless};
use crate::text::Shown;
use crate::{Error, ErrorKind, Result, SecretString};

/// The changes of a secret; absent fields stay unchanged.
#[derive(Default)]
pub(in crate::client::secrets) struct RawChange<'a> {
    pub(in crate::client::secrets) value: Option<&'a SecretString>,
    pub(in crate::client::secrets) comment: Option<&'a SecretString>,
    pub(in crate::client::secrets) new_name: Option<&'a str>,
    pub(in crate::client::secrets) tag_ids: Option<&'a [String]>,
    pub(in crate::client::secrets) extras: Option<&'a Extras>,
}

impl RawChange<'_> {
    /// Fails for changes that the server would silently ignore.
    pub(in crate::client::secrets) fn check(&self, subject: &str, era: Era) -> Result<()> {
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
    pub(in crate::client::secrets) async fn create_raw(
        &self,
        name: &str,
        value: &SecretString,
        comment: Option<&SecretString>,
        kind: SecretType,
        place: &Place,
    ) -> Result<Secret> {
        self.create_raw_with(name, value, comment, &Extras::default(), kind, place).await
    }

    pub(in crate::client::secrets) async fn create_raw_with(
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
    pub(in crate::client::secrets) async fn update_raw(
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

    pub(in crate::client::secrets) async fn delete_raw(
        &self,
        name: &str,
        kind: SecretType,
        place: &Place,
    ) -> Result<()> {
        let delete = |version| api::delete(version, name, kind.as_str(), place);
        applied(self.send_raw(place, delete).await?).await?;
        Ok(())
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
                self.raw_record_with(AskedValue::Hidden, name, kind, place).await
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
pub(in crate::client::secrets) fn check_echo(
    record: &RawSecret,
    sent: &Fields<'_>,
    subject: &str,
) -> Result<()> {
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
pub(in crate::client::secrets) fn check_value(name: &str, value: &SecretString) -> Result<()> {
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
