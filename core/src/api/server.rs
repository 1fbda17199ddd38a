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
    /// Servers since about autumn 2024, including Infisical Cloud: only the server has the keys of
    /// new projects, so their secrets pass in plaintext. Known only from public source.
    Modern,
}

impl Era {
    /// The name in scenarios and capabilities.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::May2023 => "may23",
            Self::February2024 => "feb24",
            Self::June2024 => "jun24",
            Self::Modern => "modern",
        }
    }

    pub(crate) fn is_may_2023(self) -> bool {
        self == Self::May2023
    }

    pub(crate) fn is_modern(self) -> bool {
        self == Self::Modern
    }

    /// Whether the library was tested with a real server of that era. The others are known only
    /// from public source.
    pub(crate) fn is_verified(self) -> bool {
        !self.is_modern()
    }

    /// Whether routes for secrets support folders. May 2023 has folders, but its routes for secrets
    /// by name do not support them.
    pub(crate) fn has_folders(self) -> bool {
        !self.is_may_2023()
    }

    /// Whether a log-in is for one organization, and the server generates project keys.
    pub(crate) fn is_since_june_2024(self) -> bool {
        self >= Self::June2024
    }
}

/// `GET /api/status`
#[derive(Debug, Deserialize)]
pub(crate) struct Status {
    pub(crate) message: Option<Value>,
    #[serde(rename = "redisConfigured")]
    redis_configured: Option<Value>,
}

impl Status {
    /// Only later releases send these.
    pub(crate) fn is_may_2023(&self) -> bool {
        self.redis_configured.is_none()
    }
}

/// `GET /api/v1/admin/config`
#[derive(Debug, Deserialize)]
pub(crate) struct AdminConfig {
    config: Map<String, Value>,
}

/// Settings added after June 2024 that later releases still have. One is enough, even if it is
/// null.
const MODERN_SETTINGS: [&str; 3] = ["enabledLoginMethods", "defaultAuthOrgSlug", "fipsEnabled"];

impl AdminConfig {
    pub(crate) fn era(&self) -> Era {
        if MODERN_SETTINGS.iter().any(|name| self.config.contains_key(*name)) {
            Era::Modern
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
            (r#"{"id": "1", "instanceId": "2", "enabledLoginMethods": null}"#, Era::Modern),
            (r#"{"id": "1", "instanceId": "2", "fipsEnabled": false}"#, Era::Modern),
        ] {
            let text = format!(r#"{{"config": {config}}}"#);
            assert_eq!(serde_json::from_str::<AdminConfig>(&text).unwrap().era(), era, "{config}");
        }
    }
}
