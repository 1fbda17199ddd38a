//! Status and configuration, which identify the release.

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::http::Request;

/// The families of server releases with different protocols, the earliest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Era {
    /// 24-digit ids, one environment per token, no folders in v3 routes, empty error bodies.
    May2023,
    /// UUIDs, folders, scopes, `{statusCode, message, error}`.
    February2024,
    /// Like February 2024, but the server creates projects, the client selects an organization
    /// after log-in, and sign-up sends the password.
    June2024,
    /// Like June 2024 for accounts, but only the server has the keys of new projects, so their
    /// secrets pass in plaintext.
    October2024,
    /// Today's servers, including Infisical Cloud: accounts have no keys, and a log-in sends the
    /// password.
    Modern,
}

impl Era {
    /// The name in scenarios and capabilities.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::May2023 => "may23",
            Self::February2024 => "feb24",
            Self::June2024 => "jun24",
            Self::October2024 => "oct24",
            Self::Modern => "modern",
        }
    }

    pub(crate) fn is_may_2023(self) -> bool {
        self == Self::May2023
    }

    pub(crate) fn is_modern(self) -> bool {
        self == Self::Modern
    }

    /// Whether routes for secrets support folders. May 2023 has folders, but its routes for secrets
    /// by name do not support them.
    pub(crate) fn has_folders(self) -> bool {
        !self.is_may_2023()
    }

    /// Whether the list of secrets of an unknown folder or environment is empty, like that of an
    /// empty one.
    pub(crate) fn lists_unknown_folders(self) -> bool {
        self.has_folders() && !self.is_modern()
    }

    /// Whether a log-in is for one organization, and the server generates project keys.
    pub(crate) fn is_since_june_2024(self) -> bool {
        self >= Self::June2024
    }

    /// Whether only the server has the keys of new projects.
    pub(crate) fn is_since_october_2024(self) -> bool {
        self >= Self::October2024
    }
}

/// `GET /api/status`
#[derive(Debug, Deserialize)]
pub(crate) struct Status {
    pub(crate) message: Option<Value>,
    #[serde(rename = "redisConfigured")]
    redis_configured: Option<Value>,
    #[serde(rename = "maxIdentityAccessTokenTTL")]
    longest_identity_token: Option<Value>,
}

impl Status {
    /// Only later releases send these.
    pub(crate) fn is_may_2023(&self) -> bool {
        self.redis_configured.is_none()
    }

    /// Whether servers of July 2026 answer so. Those between October 2024 and then do not.
    fn is_of_july_2026(&self) -> bool {
        self.longest_identity_token.is_some()
    }
}

/// The release of a server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Release {
    pub(crate) era: Era,
    /// Whether the library was tested with a real server that answers so.
    pub(crate) is_verified: bool,
}

impl Release {
    pub(crate) const MAY_2023: Self = Self { era: Era::May2023, is_verified: true };

    pub(crate) fn of(status: &Status, config: &AdminConfig) -> Self {
        let era = config.era();
        Self { era, is_verified: era != Era::Modern || status.is_of_july_2026() }
    }
}

/// `GET /api/v1/admin/config`
#[derive(Debug, Deserialize)]
pub(crate) struct AdminConfig {
    config: Map<String, Value>,
}

/// Settings of later releases. One is enough, even if it is null.
const OCTOBER_2024_SETTINGS: [&str; 2] = ["enabledLoginMethods", "defaultAuthOrgSlug"];
const MODERN_SETTINGS: [&str; 3] = ["authConsentContent", "pageFrameContent", "fipsEnabled"];

impl AdminConfig {
    fn era(&self) -> Era {
        let has_one_of = |names: &[&str]| names.iter().any(|name| self.config.contains_key(*name));
        if has_one_of(&MODERN_SETTINGS) {
            Era::Modern
        } else if has_one_of(&OCTOBER_2024_SETTINGS) {
            Era::October2024
        } else if self.config.contains_key("instanceId") {
            Era::June2024
        } else {
            Era::February2024
        }
    }
}

pub(crate) fn status() -> Request {
    Request::get("/api/status").about("detecting the server's release")
}

pub(crate) fn admin_config() -> Request {
    Request::get("/api/v1/admin/config").about("detecting the server's release")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_distinguish_later_releases() {
        for (config, era) in [
            (r#"{"id": "1", "allowSignUp": true}"#, Era::February2024),
            (r#"{"id": "1", "instanceId": "2"}"#, Era::June2024),
            (r#"{"id": "1", "instanceId": "2", "enabledLoginMethods": null}"#, Era::October2024),
            (r#"{"id": "1", "authConsentContent": null}"#, Era::Modern),
            (r#"{"id": "1", "instanceId": "2", "fipsEnabled": false}"#, Era::Modern),
        ] {
            let text = format!(r#"{{"config": {config}}}"#);
            assert_eq!(serde_json::from_str::<AdminConfig>(&text).unwrap().era(), era, "{config}");
        }
    }
}
