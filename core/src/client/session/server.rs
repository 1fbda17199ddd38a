//! Detecting the release of the server.

use super::features::Feature;
use crate::api::server::{self, Era, Release, Status};
use crate::client::call::{Call, Kind};
use crate::{ErrorKind, Result};

impl Call {
    /// The release of the server. With a service token, its record shows the release without
    /// another request.
    pub(crate) async fn era(&self) -> Result<Era> {
        self.shared.era.get_or_try_init(|| self.find_out_era()).await.copied()
    }

    /// Fails with [`ErrorKind::UnsupportedByServer`] unless the server has the feature.
    pub(crate) async fn require(&self, feature: Feature) -> Result<()> {
        feature.check(self.era().await?)
    }

    async fn find_out_era(&self) -> Result<Era> {
        match self.credential().ok() {
            Some(Kind::ServiceToken(_)) => Ok(self.opened_token().await?.era),
            // Servers with these tokens have the secrets routes of early 2024.
            Some(Kind::ServiceTokenV3(_)) => Ok(Era::February2024),
            _ => Ok(self.ask_release().await?.era),
        }
    }

    /// Asks the server which release it is.
    pub(crate) async fn ask_release(&self) -> Result<Release> {
        let response = self.send(server::status()).await.map_err(|error| match error.status() {
            Some(404) => error.reclassified(
                ErrorKind::InvalidResponse,
                format!(
                    "no Infisical server answers at this address. Check the base URL{}",
                    self.shared.transport.base_url_hint()
                ),
            ),
            _ => error,
        })?;
        let status: Status = response.json().await?;
        if status.message.is_none() {
            return Err(response.invalid(&format!(
                "the answer is not the status of an Infisical server. Check the base URL{}",
                response.base_url_hint
            )));
        }
        if status.is_may_2023() {
            return Ok(Release::MAY_2023);
        }
        let config =
            self.send(server::admin_config()).await.map_err(|error| match error.status() {
                Some(404) => error.reclassified(
                    ErrorKind::InvalidResponse,
                    format!(
                        "the server's status is that of a release since 2024, but it has no \
                     configuration as these releases have. Check the base URL{}",
                        self.shared.transport.base_url_hint()
                    ),
                ),
                _ => error,
            })?;
        Ok(Release::of(&status, &config.json().await?))
    }
}
