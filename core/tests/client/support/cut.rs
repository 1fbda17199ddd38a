//! A proxy that breaks the connection during an operation, to check the state it leaves and whether
//! the operation can be repeated.

use std::sync::{Arc, Mutex};

use infisical_e2ee::{Client, Error, Result};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use super::World;

/// Where the connection breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gap {
    /// The request never reaches the server.
    BeforeServer,
    /// The server has handled the request, and its response is lost.
    BeforeAnswer,
}

pub(crate) const GAPS: [Gap; 2] = [Gap::BeforeServer, Gap::BeforeAnswer];

/// A running proxy. It forwards everything until [`Cut::after`].
pub(crate) struct Cut {
    pub(crate) base_url: String,
    state: Arc<Mutex<State>>,
}

#[derive(Clone, Copy)]
enum State {
    Whole,
    /// How many more requests are forwarded, and where the next one is lost.
    Passing(usize, Gap),
    Cut,
}

/// What happens to one request.
enum Fate {
    Passes,
    Lost(Gap),
}

impl Cut {
    /// A proxy to `server` (a base URL).
    pub(crate) async fn to(server: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base_url = format!("http://{}", listener.local_addr().unwrap());
        let cut = Self { base_url, state: Arc::new(Mutex::new(State::Whole)) };
        let server = server.trim_start_matches("http://").to_owned();
        let state = Arc::clone(&cut.state);
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                tokio::spawn(carry(client, server.clone(), Arc::clone(&state)));
            }
        });
        cut
    }

    /// Breaks the connection after `requests` more. The next is lost in `gap`, and later ones
    /// never reach the server.
    pub(crate) fn after(&self, requests: usize, gap: Gap) {
        *self.state.lock().unwrap() = State::Passing(requests, gap);
    }

    /// Forwards everything from now on.
    pub(crate) fn mend(&self) {
        *self.state.lock().unwrap() = State::Whole;
    }

    pub(crate) fn is_cut(&self) -> bool {
        matches!(*self.state.lock().unwrap(), State::Cut)
    }
}

/// Runs an operation once per request and [`Gap`], interrupted at that request, until it completes
/// without interruption. After each interruption a new client, connected directly, repeats it, and
/// `check` gets the result.
///
/// Each round uses the value that `prepare` returns for its number. The clients continue a session,
/// because log-ins are slow. The detection of the era is not interrupted.
pub(crate) async fn interrupted<Prepared, T>(
    world: &World,
    prepare: impl AsyncFn(usize) -> Prepared,
    operation: impl AsyncFn(&Client, &Prepared) -> Result<T>,
    check: impl AsyncFn(&Prepared, Result<T>, &str),
) {
    let client_at = |base_url: &str| world.session_at(base_url);
    let again = async |_: &Cut, _: &Client, prepared: &Prepared| {
        operation(&client_at(&world.base_url), prepared).await
    };
    rounds(world, client_at, prepare, &operation, again, check).await;
}

/// Like [`interrupted`], with clients that log in with the password. The log-in is not interrupted.
pub(crate) async fn interrupted_with_password<Prepared, T>(
    world: &World,
    prepare: impl AsyncFn(usize) -> Prepared,
    operation: impl AsyncFn(&Client, &Prepared) -> Result<T>,
    check: impl AsyncFn(&Prepared, Result<T>, &str),
) {
    let client_at = |base_url: &str| world.user_at(base_url);
    let again = async |_: &Cut, _: &Client, prepared: &Prepared| {
        operation(&client_at(&world.base_url), prepared).await
    };
    rounds(world, client_at, prepare, &operation, again, check).await;
}

/// Like [`interrupted`], but the connection is restored and the same client repeats the operation.
pub(crate) async fn interrupted_and_mended<Prepared, T>(
    world: &World,
    prepare: impl AsyncFn(usize) -> Prepared,
    operation: impl AsyncFn(&Client, &Prepared) -> Result<T>,
    check: impl AsyncFn(&Prepared, Result<T>, &str),
) {
    let client_at = |base_url: &str| world.session_at(base_url);
    let again = async |cut: &Cut, client: &Client, prepared: &Prepared| {
        cut.mend();
        operation(client, prepared).await
    };
    rounds(world, client_at, prepare, &operation, again, check).await;
}

async fn rounds<Prepared, T>(
    world: &World,
    client_at: impl Fn(&str) -> Client,
    prepare: impl AsyncFn(usize) -> Prepared,
    operation: impl AsyncFn(&Client, &Prepared) -> Result<T>,
    again: impl AsyncFn(&Cut, &Client, &Prepared) -> Result<T>,
    check: impl AsyncFn(&Prepared, Result<T>, &str),
) {
    let mut round = 0;
    for gap in GAPS {
        for passing in 0.. {
            let prepared = prepare(round).await;
            round += 1;
            let what = format!("{}: cut {gap:?} after {passing} requests", world.era);
            let cut = Cut::to(&world.base_url).await;
            let client = client_at(&cut.base_url);
            client.account().me().await.unwrap();
            // Makes the client detect the era, and caches nothing else.
            client.tags().list().await.unwrap();
            cut.after(passing, gap);
            let result = operation(&client, &prepared).await;
            if !cut.is_cut() {
                check(&prepared, result, &format!("{what}, which is all")).await;
                break;
            }
            let error: Option<Error> = result.err();
            assert!(error.is_some(), "{what}: it went unnoticed");
            check(&prepared, again(&cut, &client, &prepared).await, &what).await;
        }
    }
}

/// Forwards one request per connection, so that interruptions are between requests.
async fn carry(mut client: TcpStream, server: String, state: Arc<Mutex<State>>) {
    let Some(request) = read(&mut client).await else { return };
    let fate = fate(&mut state.lock().unwrap());
    if matches!(fate, Fate::Lost(Gap::BeforeServer)) {
        return;
    }
    let mut server = TcpStream::connect(server).await.unwrap();
    server.write_all(&closing(request)).await.unwrap();
    let mut answer = Vec::new();
    server.read_to_end(&mut answer).await.unwrap();
    if matches!(fate, Fate::Passes) {
        let _ = client.write_all(&answer).await;
    }
}

fn fate(state: &mut State) -> Fate {
    match *state {
        State::Whole => Fate::Passes,
        State::Passing(0, gap) => {
            *state = State::Cut;
            Fate::Lost(gap)
        }
        State::Passing(more, gap) => {
            *state = State::Passing(more - 1, gap);
            Fate::Passes
        }
        State::Cut => Fate::Lost(Gap::BeforeServer),
    }
}

/// A request with its body, or `None` if the connection ends first.
async fn read(client: &mut TcpStream) -> Option<Vec<u8>> {
    let mut request = Vec::new();
    loop {
        let head_ends = request.windows(4).position(|four| four == b"\r\n\r\n");
        if let Some(at) = head_ends
            && request.len() >= at + 4 + content_length(&request[..at])
        {
            return Some(request);
        }
        if client.read_buf(&mut request).await.ok()? == 0 {
            return None;
        }
    }
}

fn content_length(head: &[u8]) -> usize {
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length:"));
    length.map_or(0, |length| length.trim().parse().unwrap())
}

/// The request with a header that makes the server close the connection.
fn closing(request: Vec<u8>) -> Vec<u8> {
    let line_ends = request.windows(2).position(|two| two == b"\r\n").unwrap() + 2;
    let (line, rest) = request.split_at(line_ends);
    [line, b"connection: close\r\n", rest].concat()
}

#[cfg(test)]
mod tests {
    use super::super::ERAS;
    use super::*;

    #[tokio::test]
    async fn interrupted_operation_is_done_only_if_its_response_was_lost() {
        let world = World::start(ERAS[0]).await;
        let done = Mutex::new(Vec::new());
        interrupted(
            &world,
            async |round| format!("A{round}"),
            async |client, name| client.secrets().create(name, "1").await.map(|_| ()),
            async |_, again, what| match again {
                Ok(()) => {}
                Err(error) => done.lock().unwrap().push(format!("{what}: {}", error.code())),
            },
        )
        .await;
        assert_eq!(*done.lock().unwrap(), ["may23: cut BeforeAnswer after 4 requests: conflict"]);
    }
}
