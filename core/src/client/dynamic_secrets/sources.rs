//! Dynamic secrets: list and get.

use std::time::Duration;

use crate::api::dynamic_secrets::{self as api, DynamicSecretRecord, SluggedPlace};
use crate::client::call::{Call, Client, awaitable, check_segment};
use crate::client::projects::{GivenLocation, location_setters};
use crate::client::session::Feature;
use crate::text::Shown;
use crate::{Error, ErrorKind, Result};

/// Dynamic secrets, on servers since June 2024. See [`Client::dynamic_secrets`].
///
/// The server makes a credential of a database or another service when a program asks for one, and
/// removes it after a time.
///
/// **This is not end-to-end encryption.** The server makes these credentials and knows them. A
/// client that requires end-to-end encryption lists and revokes leases, and refuses to create one.
///
/// An administrator defines dynamic secrets in the web interface. Servers need a license for them:
/// without one, they create and renew no leases.
///
/// Every method fails with [`ErrorKind::UnsupportedByServer`] on older servers. It fails with
/// [`ErrorKind::PermissionDenied`] for service tokens, service accounts and API keys, or if the role
/// does not allow it. It fails with [`ErrorKind::NotFound`] if there is no such project, environment
/// or folder, or if the caller is not a member. It fails with [`ErrorKind::InvalidInput`] if the
/// project or the environment is missing, and with [`ErrorKind::IntegrityViolation`] if the server
/// answers with another dynamic secret or lease.
///
/// Protocol: `/api/v1/dynamic-secrets`.
#[derive(Debug, Clone)]
pub struct DynamicSecrets {
    pub(crate) client: Client,
}

impl DynamicSecrets {
    /// Lists the dynamic secrets of a folder, without those of its sub-folders.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such project, environment or folder, or if the
    ///   caller is not a member.
    pub fn list(&self) -> ListDynamicSecrets {
        ListDynamicSecrets { client: self.client.clone(), location: GivenLocation::default() }
    }

    /// Returns one dynamic secret of a folder. It comes from the list of the folder: asked for one,
    /// servers also send the credential with which they make the others.
    ///
    /// # Arguments
    /// - `name`: the name of the dynamic secret, in lower case.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such dynamic secret, project, environment or folder,
    ///   or if the caller is not a member.
    /// - [`ErrorKind::InvalidInput`] if the name is empty, `.`, `..`, longer than 100 UTF-16 units
    ///   or not in lower case.
    pub fn get(&self, name: impl Into<String>) -> GetDynamicSecret {
        GetDynamicSecret {
            client: self.client.clone(),
            name: name.into(),
            location: GivenLocation::default(),
        }
    }
}

/// Lists dynamic secrets when awaited. See [`DynamicSecrets::list`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ListDynamicSecrets {
    client: Client,
    location: GivenLocation,
}

impl ListDynamicSecrets {
    location_setters!();
}

awaitable!(ListDynamicSecrets => Vec<DynamicSecret>, |this, call| {
    let place = call.place_of_dynamic_secrets(this.location).await?;
    call.dynamic_secrets(&place).await
});

/// Reads a dynamic secret when awaited. See [`DynamicSecrets::get`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct GetDynamicSecret {
    client: Client,
    name: String,
    location: GivenLocation,
}

impl GetDynamicSecret {
    location_setters!();
}

awaitable!(GetDynamicSecret => DynamicSecret, |this, call| {
    check_dynamic_name(&this.name)?;
    let place = call.place_of_dynamic_secrets(this.location).await?;
    let all = call.dynamic_secrets(&place).await?;
    all.into_iter().find(|one| one.name == this.name).ok_or_else(|| {
        let subject = api::subject(&this.name, &place);
        let message = format!("{subject}: not found. Check its name and its path");
        Error::new(ErrorKind::NotFound, message)
    })
});

/// A dynamic secret: the server creates leases from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DynamicSecret {
    /// Its id.
    pub id: String,
    /// Its name in the folder.
    pub name: String,
    /// The kind of service, such as `sql-database` or `aws-iam`.
    pub provider: String,
    /// How long a lease lasts unless it says otherwise, if the server's text for it is known.
    pub default_ttl: Option<Duration>,
    /// How long a lease lasts at most; `None` for no limit.
    pub max_ttl: Option<Duration>,
    /// `Deleting` or `Failed to delete`; otherwise `None`.
    pub status: Option<String>,
    /// When it was created, as RFC 3339 in UTC, if the server sends it.
    pub created_at: Option<String>,
    /// When it was last changed, as RFC 3339 in UTC, if the server sends it.
    pub updated_at: Option<String>,
}

impl From<DynamicSecretRecord> for DynamicSecret {
    fn from(record: DynamicSecretRecord) -> Self {
        Self {
            id: record.id,
            name: record.name,
            provider: record.provider,
            default_ttl: record.default_ttl.as_deref().and_then(duration),
            max_ttl: record.max_ttl.as_deref().and_then(duration),
            status: record.status.filter(|status| !status.is_empty()),
            created_at: record.created_at,
            updated_at: record.updated_at,
        }
    }
}

impl Call {
    /// Completes and checks a place, and finds the slug of its project.
    pub(super) async fn place_of_dynamic_secrets(
        &self,
        location: GivenLocation,
    ) -> Result<SluggedPlace> {
        self.require_managing_session().await?;
        self.require(Feature::DynamicSecrets).await?;
        let place = self.place(location).await?;
        let project_slug = self.project_slug(&place.workspace_id).await?;
        Ok(SluggedPlace { project_slug, place })
    }

    async fn dynamic_secrets(&self, place: &SluggedPlace) -> Result<Vec<DynamicSecret>> {
        let list: api::DynamicSecrets =
            self.send_authorized(api::list(place)).await?.json().await?;
        Ok(list.dynamic_secrets.into_iter().map(DynamicSecret::from).collect())
    }
}

/// Fails for a name that no dynamic secret has: servers store and look up names in lower case.
pub(super) fn check_dynamic_name(name: &str) -> Result<()> {
    check_segment("the name of a dynamic secret", name)?;
    if name.to_lowercase() == name {
        return Ok(());
    }
    Err(Error::new(
        ErrorKind::InvalidInput,
        format!(
            "{name:?} cannot be the name of a dynamic secret. Give it in lower case",
            name = Shown(name)
        ),
    ))
}

/// A duration as servers write it: a number, which may have a fraction, and a unit. `None` for any
/// other text.
fn duration(text: &str) -> Option<Duration> {
    let text = text.trim();
    let unit = text.find(|c: char| !c.is_ascii_digit() && c != '.')?;
    let (number, unit) = text.split_at_checked(unit)?;
    let seconds = match unit.trim_start().to_ascii_lowercase().as_str() {
        "ms" | "msec" | "msecs" | "millisecond" | "milliseconds" => 0.001,
        "s" | "sec" | "secs" | "second" | "seconds" => 1.0,
        "m" | "min" | "mins" | "minute" | "minutes" => 60.0,
        "h" | "hr" | "hrs" | "hour" | "hours" => 3600.0,
        "d" | "day" | "days" => 86_400.0,
        "w" | "week" | "weeks" => 604_800.0,
        "y" | "yr" | "yrs" | "year" | "years" => 31_557_600.0,
        _ => return None,
    };
    Duration::try_from_secs_f64(number.parse::<f64>().ok()? * seconds).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn duration_reads_what_servers_write() {
        for (text, seconds) in [
            ("90s", 90.0),
            ("1m", 60.0),
            ("1h", 3600.0),
            ("2.5 hrs", 9000.0),
            ("2 days", 172_800.0),
            ("1w", 604_800.0),
            ("1Y", 31_557_600.0),
            ("250ms", 0.25),
        ] {
            assert_eq!(duration(text), Some(Duration::from_secs_f64(seconds)), "{text}");
        }
        for bad in ["", "h", "1", "-1h", "1.2.3h", "1 fortnight", "99999999999999999999y", "é"] {
            assert_eq!(duration(bad), None, "{bad}");
        }
    }

    #[test]
    fn check_dynamic_name_requires_lower_case() {
        assert!(check_dynamic_name("db-1").is_ok());
        for bad in ["", "..", "DB", &"a".repeat(101)] {
            assert!(check_dynamic_name(bad).is_err(), "{bad:?}");
        }
    }
}
