//! The client, and how it runs an operation.

use std::fmt;
use std::future::Future;
use std::sync::Arc;

use super::deadline::{Deadline, Operation};
use super::running::Call;
use super::shared::Shared;
use crate::{Error, Result};

/// A connection to one Infisical server with one credential.
///
/// Clones are cheap and share connections, the log-in and decrypted keys. Nothing is sent before
/// the first call, which also detects the release of the server. Dropping a future cancels its
/// request. Calls need a Tokio runtime.
///
/// ```no_run
/// use infisical_e2ee::{Client, Credential};
///
/// # async fn example() -> infisical_e2ee::Result<()> {
/// let client = Client::builder()
///     .credential(Credential::service_token(&std::env::var("INFISICAL_TOKEN").unwrap())?)
///     .build()?;
/// let secret = client.secrets().get("DB_URL").environment("prod").await?;
/// println!("{} has {} bytes", secret.name, secret.value.len());
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Client {
    pub(crate) shared: Arc<Shared>,
}

impl Client {
    /// The address of the server, without a trailing `/api`.
    #[must_use]
    pub fn base_url(&self) -> &str {
        self.shared.transport.base_url().as_str()
    }

    /// Closes the client and its clones: running and later calls fail with
    /// [`ErrorKind::Closed`](crate::ErrorKind::Closed). Wipes the credential, the log-in and every
    /// decrypted key. A write that was already sent may have been applied. The proof of a password
    /// that has begun is completed first.
    pub fn close(&self) {
        self.shared.close();
    }

    /// Runs one operation within the client's deadline.
    pub(crate) fn operation<T, Body, Running>(&self, body: Body) -> Operation<T>
    where
        Body: FnOnce(Call) -> Running + Send + 'static,
        Running: Future<Output = Result<T>> + Send,
        T: 'static,
    {
        let shared = Arc::clone(&self.shared);
        Box::pin(async move {
            // In this order: a client that was closed has no credential.
            let credential = shared.credential();
            shared.check_open()?;
            let deadline = Arc::new(Deadline::new(shared.deadline));
            let call = Call {
                credential,
                shared: Arc::clone(&shared),
                deadline: Arc::clone(&deadline),
                lists: Arc::default(),
            };
            let result = shared.unless_closed(deadline.run(body(call))).await;
            result.map_err(
                |error| {
                    if deadline.may_apply_twice() { after_a_write(error) } else { error }
                },
            )
        })
    }
}

/// The error of a call that may have changed something. Even if a read failed: repeating the call would
/// write again.
fn after_a_write(error: Error) -> Error {
    if !error.may_pass() {
        return error;
    }
    let message = format!("{}. Read what was changed before you repeat the call", error.message());
    let kind = error.kind();
    error.reclassified(kind, message)
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("base_url", &self.shared.transport.base_url().as_str())
            .field("credential", &self.shared.credential())
            .finish_non_exhaustive()
    }
}

/// Makes a request builder awaitable: `Builder => Output, |self, call| body`.
macro_rules! awaitable {
    ($builder:ty => $output:ty, |$this:ident, $call:ident| $body:expr) => {
        impl std::future::IntoFuture for $builder {
            type Output = crate::Result<$output>;
            type IntoFuture = crate::client::Operation<$output>;

            fn into_future(self) -> Self::IntoFuture {
                let $this = self;
                $this.client.clone().operation(move |$call| async move { $body })
            }
        }
    };
}
pub(crate) use awaitable;
