//! Status and configuration: what tells the releases apart.

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::http::Request;

/// The families of server releases that speak the end-to-end encrypted protocol differently,
/// the earliest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Era {
    /// 24-digit ids, one environment a token, no folders in v3 routes, empty error bodies.
    May2023,
    /// UUIDs, folders, scopes, `{statusCode, message, error}`.
    February2024,
    /// As February 2024, and: projects made by the server, an organisation to be selected after
    /// log-in, the password sent at sign-up.
    June2024,
    /// Servers since about autumn 2024, Infisical's own among them: the server holds the keys of
    /// new projects, whose secrets pass only as plaintext. Known from public source alone.
    Modern,
}

impl Era {
    /// The name scenarios and capabilities use.
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

    /// Whether a server of that era was at hand. The others are known from public source alone.
    pub(crate) fn is_verified(self) -> bool {
        !self.is_modern()
    }

    /// Whether secrets lie in folders. May 2023 has folders, and its routes for secrets by name know
    /// none.
    pub(crate) fn has_folders(self) -> bool {
        !self.is_may_2023()
    }

    /// Log-ins are for one organisation, and the server makes project keys.
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
    /// Later releases say more about themselves.
    pub(crate) fn is_may_2023(&self) -> bool {
        self.redis_configured.is_none()
    }
}

/// `GET /api/v1/admin/config`
#[derive(Debug, Deserialize)]
pub(crate) struct AdminConfig {
    config: Map<String, Value>,
}

/// Settings that came after June 2024 and stayed. One is enough, null or not.
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
    Request::get("/api/status").about("finding out the server's release")
}

pub(crate) fn admin_config() -> Request {
    Request::get("/api/v1/admin/config").about("finding out the server's release")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_tell_the_later_releases_apart() {
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
