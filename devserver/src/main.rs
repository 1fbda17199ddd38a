//! The command line of the development server.

use std::io::{IsTerminal as _, Write as _};
use std::net::IpAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use infisical_e2ee_devserver::{Config, Era, HostileKind, Server};
use tracing::Level;

/// A local server with Infisical's end-to-end encrypted wire protocol, for development and tests.
#[derive(Debug, Parser)]
#[command(version)]
struct Args {
    /// The server release to emulate.
    #[arg(long, value_enum)]
    era: Release,
    /// The port to listen on; 0 selects a free one.
    #[arg(long, default_value_t = 8750)]
    port: u16,
    /// The address to listen on.
    #[arg(long, default_value = "127.0.0.1")]
    host: IpAddr,
    /// Allow `--host` to be an address that other machines can reach.
    #[arg(long)]
    allow_remote: bool,
    /// The database file; without it the data is in memory and lost when the server stops.
    #[arg(long, value_name = "FILE")]
    database: Option<PathBuf>,
    /// Refuse requests over the release's rate limits.
    #[arg(long)]
    rate_limits: bool,
    /// The lifetime of access tokens, for testing expiry.
    #[arg(long, value_name = "SECONDS", default_value_t = 864_000)]
    access_token_seconds: u32,
    /// Give all projects the same blind-index salt, so that each name is hashed only once: for test
    /// suites. FILE stores the indices for the next server.
    #[arg(long, value_name = "FILE", num_args = 0..=1, require_equals = true)]
    shared_salt: Option<Option<PathBuf>>,
    /// Return the full object for May 2023 errors instead of `{}`.
    #[arg(long)]
    verbose_errors: bool,
    /// Do what needs a licence in July 2026: groups, roles of projects, ranges of addresses, an audit
    /// log that is kept.
    #[arg(long)]
    licence: bool,
    /// Lie or misbehave in these ways, to test a client; a list separated by commas.
    #[arg(long, value_name = "KIND", value_enum, value_delimiter = ',')]
    hostile: Vec<HostileKind>,
    /// Log only errors; one-time codes are still available at /dev/codes.
    #[arg(long)]
    quiet: bool,
}

/// The values of `--era`.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Release {
    /// May 2023.
    May23,
    /// February 2024.
    Feb24,
    /// June 2024.
    Jun24,
    /// July 2026.
    Modern,
}

impl From<Release> for Era {
    fn from(release: Release) -> Self {
        match release {
            Release::May23 => Era::May23,
            Release::Feb24 => Era::Feb24,
            Release::Jun24 => Era::Jun24,
            Release::Modern => Era::Modern,
        }
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    let args = Args::parse();
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_max_level(if args.quiet { Level::ERROR } else { Level::INFO })
        .with_ansi(std::io::stderr().is_terminal())
        .with_target(false)
        .init();
    match run(args).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            let _ = writeln!(std::io::stderr(), "infisical-e2ee-devserver: {message}");
            ExitCode::FAILURE
        }
    }
}

async fn run(args: Args) -> Result<(), String> {
    if !args.host.is_loopback() && !args.allow_remote {
        return Err(format!(
            "other machines can reach {}; add --allow-remote to allow that",
            args.host
        ));
    }
    let era = Era::from(args.era);
    let mut config = Config::new(era);
    config.host = args.host;
    config.port = args.port;
    config.database = args.database;
    config.rate_limits = args.rate_limits;
    config.access_token_seconds = args.access_token_seconds;
    config.shared_salt = args.shared_salt.is_some();
    config.kept_indices = args.shared_salt.flatten();
    config.verbose_errors = args.verbose_errors;
    config.licence = args.licence;
    config.hostile = args.hostile;

    // Before the server reports that it is ready, since the caller may stop it from then on.
    let stop = stop_signal().map_err(|error| error.to_string())?;
    let server = Server::start(config).await.map_err(|error| error.to_string())?;
    let mut stdout = std::io::stdout();
    let url = server.base_url();
    writeln!(stdout, "infisical-e2ee-devserver listening on {url} (era {era})")
        .and_then(|()| stdout.flush())
        .map_err(|error| error.to_string())?;
    stop.await;
    server.stop().await;
    Ok(())
}

/// Waits for Ctrl-C or, on Unix, SIGTERM. Both are handled from this call on.
fn stop_signal() -> std::io::Result<impl Future<Output = ()>> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let mut interrupt = signal(SignalKind::interrupt())?;
        let mut terminate = signal(SignalKind::terminate())?;
        Ok(async move {
            tokio::select! {
                _ = interrupt.recv() => {}
                _ = terminate.recv() => {}
            }
        })
    }
    #[cfg(not(unix))]
    {
        let mut interrupt = tokio::signal::windows::ctrl_c()?;
        Ok(async move {
            interrupt.recv().await;
        })
    }
}
