//! Status and configuration: what tells the releases apart.

use serde::Deserialize;
use serde_json::Value;

use crate::http::Request;

/// The families of server releases that speak the end-to-end encrypted protocol differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Era {
    /// 24-digit ids, one environment a token, no folders in v3 routes, empty error bodies.
    May2023,
    /// UUIDs, folders, scopes, `{statusCode, message, error}`.
    February2024,
    /// As February 2024, and: projects made by the server, an organisation to be selected after
    /// log-in, the password sent at sign-up.
    June2024,
}

impl Era {
    pub(crate) fn has_folders(self) -> bool {
        self != Self::May2023
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
    config: Config,
}

#[derive(Debug, Deserialize)]
struct Config {
    #[serde(rename = "instanceId")]
    instance_id: Option<Value>,
}

impl AdminConfig {
    pub(crate) fn era(&self) -> Era {
        if self.config.instance_id.is_some() { Era::June2024 } else { Era::February2024 }
    }
}

pub(crate) fn status() -> Request {
    Request::get("/api/status").about("finding out the server's release")
}

pub(crate) fn admin_config() -> Request {
    Request::get("/api/v1/admin/config").about("finding out the server's release")
}
