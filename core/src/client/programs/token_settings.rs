//! Settings of a machine identity's access tokens: lifetime, number of uses, trusted addresses.

use std::net::IpAddr;
use std::time::Duration;

use crate::api::token_auth::{self as api, TrustedIp, addresses};
use crate::client::call::whole_seconds;
use crate::text::Shown;
use crate::{Error, ErrorKind, Result};

/// The settings given by the caller. Absent ones keep the current value, or the server's default.
#[derive(Debug, Default)]
pub(super) struct TokenSettings {
    pub(super) ttl: Option<Duration>,
    pub(super) max_ttl: Option<Duration>,
    pub(super) max_uses: Option<u64>,
    pub(super) trusted_ips: Option<Vec<String>>,
}

/// The setters of a request about access tokens, for its field `tokens`.
macro_rules! token_settings_setters {
    () => {
        /// How long an access token lasts unless it is renewed, in whole seconds; by default 30
        /// days when attached, unchanged when updated.
        pub fn access_token_ttl(mut self, duration: std::time::Duration) -> Self {
            self.tokens.ttl = Some(duration);
            self
        }

        /// How long an access token lasts however often it is renewed, in whole seconds; by default
        /// 30 days when attached, unchanged when updated. To shorten it in an update, give
        /// `access_token_ttl` too.
        pub fn access_token_max_ttl(mut self, duration: std::time::Duration) -> Self {
            self.tokens.max_ttl = Some(duration);
            self
        }

        /// Number of requests that an access token is valid for, 1 or more; by default any number
        /// when attached, unchanged when updated, where 0 allows any number.
        pub fn access_token_max_uses(mut self, requests: u64) -> Self {
            self.tokens.max_uses = Some(requests);
            self
        }

        /// Addresses such as `10.0.0.1` or ranges such as `10.0.0.0/8` from which access tokens are
        /// accepted; by default any address when attached, unchanged when updated, where the list
        /// replaces the earlier one. An empty list is rejected. Some servers need a plan for it.
        pub fn access_token_trusted_ips(
            mut self,
            ips: impl IntoIterator<Item = impl Into<String>>,
        ) -> Self {
            self.tokens.trusted_ips = Some(ips.into_iter().map(Into::into).collect());
            self
        }
    };
}
pub(crate) use token_settings_setters;

impl TokenSettings {
    /// Whether no setting is given.
    pub(super) fn is_empty(&self) -> bool {
        self.ttl.is_none()
            && self.max_ttl.is_none()
            && self.max_uses.is_none()
            && self.trusted_ips.is_none()
    }

    /// Fails for a number of uses that is too low. In the wire format, zero means "no limit".
    pub(super) fn check_uses(&self) -> Result<()> {
        if self.max_uses != Some(0) {
            return Ok(());
        }
        Err(Error::new(
            ErrorKind::InvalidInput,
            "the number of uses of an access token must be at least 1; leave it out for no limit",
        ))
    }

    /// The wire format.
    pub(super) fn to_wire(&self) -> Result<api::TokenSettings<'_>> {
        check_trusted_ips(self.trusted_ips.as_deref())?;
        Ok(api::TokenSettings {
            ttl: whole_seconds(self.ttl)?,
            max_ttl: whole_seconds(self.max_ttl)?,
            num_uses_limit: self.max_uses,
            trusted_ips: addresses(self.trusted_ips.as_deref()),
        })
    }
}

/// Fails for a text that is not an IP address or range, and for an empty list.
pub(super) fn check_trusted_ips(ips: Option<&[String]>) -> Result<()> {
    let Some(ips) = ips else { return Ok(()) };
    if ips.is_empty() {
        return Err(Error::new(
            ErrorKind::InvalidInput,
            "no trusted IP address is given. Give 0.0.0.0/0 and ::/0 to trust all addresses",
        ));
    }
    match ips.iter().find(|ip| !is_address_or_range(ip)) {
        None => Ok(()),
        Some(bad) => Err(Error::new(
            ErrorKind::InvalidInput,
            format!(
                "{bad:?} is neither an IP address nor a range such as 10.0.0.0/8",
                bad = Shown(bad)
            ),
        )),
    }
}

fn is_address_or_range(text: &str) -> bool {
    let (address, prefix) = match text.split_once('/') {
        Some((address, prefix)) => (address, Some(prefix)),
        None => (text, None),
    };
    let Ok(address) = address.parse::<IpAddr>() else { return false };
    let longest = if address.is_ipv4() { 32 } else { 128 };
    prefix.is_none_or(|prefix| prefix.parse::<u8>().is_ok_and(|bits| bits <= longest))
}

/// Trusted addresses in the form in which they are set.
pub(super) fn trusted_texts(ips: &[TrustedIp]) -> Vec<String> {
    ips.iter().map(TrustedIp::text).collect()
}

/// In the wire format, zero means "no limit".
pub(crate) fn limit(number: i64) -> Option<i64> {
    Some(number).filter(|number| *number > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trusted_ips_other_than_addresses_and_ranges_are_refused() {
        for good in ["10.0.0.1", "10.0.0.0/8", "0.0.0.0/0", "::1", "::/0", "2001:db8::/128"] {
            assert!(is_address_or_range(good), "{good}");
        }
        for bad in ["", "/8", "10.0.0", "10.0.0.0/", "10.0.0.0/33", "::/129", "host", "10.0.0.0/-1"]
        {
            assert!(!is_address_or_range(bad), "{bad}");
        }
    }
}
