//! Starting and stopping.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;

use axum::ServiceExt;
use axum::extract::Request;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tower_http::normalize_path::NormalizePathLayer;
use tower_layer::Layer;

use crate::auth::blind_index;
use crate::auth::hs256;
use crate::auth::keys::ServerKeys;
use crate::era::Era;
use crate::hostile::HostileKind;
use crate::http;
use crate::state::App;
use crate::store::{OpenError, Store};

/// The configuration of a server.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Config {
    /// The release to emulate.
    pub era: Era,
    /// The address to listen on; 127.0.0.1 by default.
    pub host: IpAddr,
    /// The port to listen on; 0, the default, takes a free one.
    pub port: u16,
    /// The database file; in memory without one, the default.
    pub database: Option<PathBuf>,
    /// Whether rate limits refuse requests; off by default. Their headers are always sent.
    pub rate_limits: bool,
    /// Whether May 2023 errors have the full body the release meant to send; off by default.
    pub verbose_errors: bool,
    /// Whether July 2026 does what needs a licence there: groups, roles of projects, ranges of
    /// addresses, an audit log that is kept. Off by default.
    pub licence: bool,
    /// How many seconds access tokens live; ten days by default, as on real servers.
    pub access_token_seconds: u32,
    /// Whether all projects share one blind-index salt; off by default. An index takes about 0.2 s
    /// and is remembered, so a test suite that uses the same names in many projects saves most of it.
    pub shared_salt: bool,
    /// A file that stores the indices under the shared salt for the next process; none by default.
    pub kept_indices: Option<PathBuf>,
    /// What the server lies about, for testing clients; nothing by default.
    pub hostile: Vec<HostileKind>,
}

impl Config {
    /// The defaults for `era`: a free port on 127.0.0.1, a database in memory.
    pub fn new(era: Era) -> Self {
        Config {
            era,
            host: Ipv4Addr::LOCALHOST.into(),
            port: 0,
            database: None,
            rate_limits: false,
            verbose_errors: false,
            licence: false,
            access_token_seconds: 10 * 24 * 3600,
            shared_salt: false,
            kept_indices: None,
            hostile: Vec::new(),
        }
    }
}

/// Why a server did not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The database could not be opened.
    #[error(transparent)]
    Database(#[from] OpenError),
    /// The file of stored indices cannot be read or created.
    #[error("cannot keep blind indices in {}: {source}", path.display())]
    KeptIndices {
        /// The file's path.
        path: PathBuf,
        /// The system's reason.
        source: std::io::Error,
    },
    /// The address could not be listened on.
    #[error("cannot listen on {address}: {source}")]
    Listen {
        /// The address asked for.
        address: SocketAddr,
        /// The system's reason.
        source: std::io::Error,
    },
}

/// A running server. Dropping it stops it.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    task: JoinHandle<()>,
}

impl Server {
    /// Opens the database, binds the address and serves in a task of the current Tokio runtime.
    ///
    /// # Errors
    ///
    /// The database or the file of stored indices cannot be used, or the address cannot be bound.
    pub async fn start(config: Config) -> Result<Self, StartError> {
        if let Some(path) = &config.kept_indices {
            blind_index::keep_in(path)
                .map_err(|source| StartError::KeptIndices { path: path.clone(), source })?;
        }
        hs256::install();
        let store = Store::open(config.database.as_deref(), config.era.name())?;
        let keys = store.keys(ServerKeys::load)?;
        let app = App::new(&config, store, keys);

        let asked = SocketAddr::new(config.host, config.port);
        let listen = |source| StartError::Listen { address: asked, source };
        let listener = TcpListener::bind(asked).await.map_err(listen)?;
        let address = listener.local_addr().map_err(listen)?;

        let router = NormalizePathLayer::trim_trailing_slash().layer(http::router(Arc::new(app)));
        let service =
            ServiceExt::<Request>::into_make_service_with_connect_info::<SocketAddr>(router);
        let (stop, stopped) = oneshot::channel::<()>();
        let task = tokio::spawn(async move {
            let stopped = async {
                // An error means that the handle was dropped, which also stops the server.
                let _ = stopped.await;
            };
            let served = axum::serve(listener, service).with_graceful_shutdown(stopped).await;
            if let Err(error) = served {
                tracing::error!(%error, "server");
            }
        });
        Ok(Server { address, stop: Some(stop), task })
    }

    /// The root of the server's URLs, `http://127.0.0.1:8750`, without a trailing slash.
    pub fn base_url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Stops taking connections and waits until the open ones are answered.
    pub async fn stop(mut self) {
        drop(self.stop.take());
        if let Err(error) = self.task.await {
            tracing::error!(%error, "server");
        }
    }
}
