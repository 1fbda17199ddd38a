//! A proxy that records every byte the client sends, and can close connections.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};

/// What happens to a connection.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Connection {
    /// Reads the request and closes the connection.
    Dropped,
    /// Reads the request, sends this text, and closes the connection.
    CutAfter(&'static str),
}

/// A running proxy.
pub(crate) struct Wire {
    pub(crate) base_url: String,
    sent: Arc<Mutex<Vec<u8>>>,
    accepted: Arc<Mutex<usize>>,
}

impl Wire {
    /// A proxy to `server` (a base URL) whose first connections fail as listed.
    pub(crate) async fn to(server: &str, failing: impl IntoIterator<Item = Connection>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let wire = Self {
            base_url: format!("http://{}", listener.local_addr().unwrap()),
            sent: Arc::default(),
            accepted: Arc::default(),
        };
        let server = server.trim_start_matches("http://").to_owned();
        let mut failing: VecDeque<_> = failing.into_iter().collect();
        let (sent, accepted) = (Arc::clone(&wire.sent), Arc::clone(&wire.accepted));
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                *accepted.lock().unwrap() += 1;
                match failing.pop_front() {
                    Some(fault) => {
                        tokio::spawn(fail(client, fault));
                    }
                    None => connect(client, &server, Arc::clone(&sent)).await,
                }
            }
        });
        wire
    }

    /// Every byte the client sent over forwarded connections.
    pub(crate) fn sent(&self) -> Vec<u8> {
        self.sent.lock().unwrap().clone()
    }

    /// The number of connections that the client opened.
    pub(crate) fn connections(&self) -> usize {
        *self.accepted.lock().unwrap()
    }
}

async fn fail(mut client: TcpStream, fault: Connection) {
    let mut request = [0; 4096];
    let _ = client.read(&mut request).await;
    if let Connection::CutAfter(text) = fault {
        client.write_all(text.as_bytes()).await.unwrap();
    }
}

async fn connect(client: TcpStream, server: &str, sent: Arc<Mutex<Vec<u8>>>) {
    let server = TcpStream::connect(server).await.unwrap();
    let (from_client, to_client) = client.into_split();
    let (from_server, to_server) = server.into_split();
    tokio::spawn(copy(from_client, to_server, sent));
    tokio::spawn(copy(from_server, to_client, Arc::default()));
}

async fn copy(mut from: OwnedReadHalf, mut to: OwnedWriteHalf, kept: Arc<Mutex<Vec<u8>>>) {
    let mut buffer = vec![0; 16 << 10];
    while let Ok(length @ 1..) = from.read(&mut buffer).await {
        kept.lock().unwrap().extend_from_slice(&buffer[..length]);
        if to.write_all(&buffer[..length]).await.is_err() {
            return;
        }
    }
}
