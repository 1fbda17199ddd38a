//! The state that all requests share.

use std::net::IpAddr;

use zeroize::Zeroizing;

use crate::auth::blind_index;
use crate::auth::keys::ServerKeys;
use crate::auth::logins::Logins;
use crate::auth::providers::Providers;
use crate::era::Era;
use crate::hostile::Hostile;
use crate::limits::Limits;
use crate::random;
use crate::server::Config;
use crate::store::Store;

/// One server's state.
pub(crate) struct App {
    pub(crate) era: Era,
    pub(crate) verbose_errors: bool,
    has_licence: bool,
    /// The address to listen on.
    pub(crate) host: IpAddr,
    /// The life of access tokens.
    pub(crate) access_token_seconds: u32,
    pub(crate) store: Store,
    pub(crate) keys: ServerKeys,
    pub(crate) limits: Limits,
    pub(crate) logins: Logins,
    pub(crate) providers: Providers,
    pub(crate) hostile: Hostile,
    shared_salt: bool,
}

impl App {
    pub(crate) fn new(config: &Config, store: Store, keys: ServerKeys) -> Self {
        App {
            era: config.era,
            verbose_errors: config.verbose_errors,
            has_licence: config.licence,
            host: config.host,
            access_token_seconds: config.access_token_seconds,
            limits: Limits::new(config),
            store,
            keys,
            logins: Logins::default(),
            providers: Providers::default(),
            hostile: Hostile::new(&config.hostile),
            shared_salt: config.shared_salt,
        }
    }

    /// Whether something that only a licence allows is refused, as a server of July 2026 without one
    /// does.
    pub(crate) fn needs_licence(&self) -> bool {
        self.era.is_modern() && !self.has_licence
    }

    /// The blind-index salt of a new project.
    pub(crate) fn new_index_salt(&self) -> Zeroizing<blind_index::Salt> {
        if self.shared_salt { Zeroizing::new(blind_index::SHARED_SALT) } else { random::bytes() }
    }
}
