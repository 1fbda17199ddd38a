//! The active sessions of a user, and logging out.

use super::Account;
use crate::api::auth;
use crate::api::sessions::{self as api, SessionRecord};
use crate::client::call::{Client, awaitable};
use crate::client::session::Feature;
use crate::{Error, ErrorKind};

impl Account {
    /// Ends the session and forgets the login and every opened key.
    ///
    /// A client with a password logs in again at its next call. May 2023 servers leave the access
    /// token valid until it expires.
    ///
    /// For a machine identity, the server revokes the access token; servers can do so since June
    /// 2024. A client with a client secret logs in again at its next call; if it has not logged in,
    /// there is nothing to revoke. A client with an identity token cannot be used afterwards.
    ///
    /// The client forgets what it holds in every case. If it cannot reach the server, the server
    /// keeps the session until that expires.
    ///
    /// # Errors
    /// - [`ErrorKind::AuthenticationFailed`](crate::ErrorKind::AuthenticationFailed) if the server
    ///   had ended the session already.
    /// - [`ErrorKind::PermissionDenied`](crate::ErrorKind::PermissionDenied) for a service token, a
    ///   service account or an API key, which have no session.
    /// - [`ErrorKind::UnsupportedByServer`](crate::ErrorKind::UnsupportedByServer) for a machine
    ///   identity that is logged in, on servers before June 2024, and for an access token on
    ///   today's servers: it stays valid until it expires.
    pub fn log_out(&self) -> LogOut {
        LogOut { client: self.client.clone() }
    }
}

/// Ends the session when awaited. See [`Account::log_out`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct LogOut {
    client: Client,
}

awaitable!(LogOut => (), |this, call| {
    if call.credential()?.is_identity() {
        return call.log_out_identity().await;
    }
    call.require_session()?;
    let (token, refresh_token) = call.session_tokens().await?;
    // Before the request, because the server may be unreachable.
    call.shared.forget_session_keys().await;
    let Some(token) = token else { return Ok(()) };
    if refresh_token.is_none() && call.era().await?.is_modern() {
        return Err(Error::new(
            ErrorKind::UnsupportedByServer,
            "this server ends a session only for a program that logged in itself. The access token \
             stays valid until it expires",
        ));
    }
    call.send(auth::log_out(token, refresh_token)).await?;
    Ok(())
});

impl Account {
    /// Lists the sessions of the user, including that of this client. Needs a server of 2024 or
    /// later.
    ///
    /// The list has every login that is still valid. Logins from one address with one user agent
    /// are one session.
    ///
    /// # Errors
    /// - [`ErrorKind::PermissionDenied`](crate::ErrorKind::PermissionDenied) for a service token, a
    ///   service account, a machine identity or an API key.
    /// - [`ErrorKind::UnsupportedByServer`](crate::ErrorKind::UnsupportedByServer) on May 2023
    ///   servers, which keep no sessions.
    pub fn sessions(&self) -> ListSessions {
        ListSessions { client: self.client.clone() }
    }

    /// Ends every session of the user, including that of this client. Needs a server of 2024 or
    /// later.
    ///
    /// No access token of the user is valid afterwards; API keys and service tokens stay valid. A
    /// client with a password logs in again at its next call, and so can everybody else who has the
    /// password. A client with an access token cannot be used afterwards.
    ///
    /// # Errors
    /// - [`ErrorKind::PermissionDenied`](crate::ErrorKind::PermissionDenied) for a service token, a
    ///   service account, a machine identity or an API key.
    /// - [`ErrorKind::UnsupportedByServer`](crate::ErrorKind::UnsupportedByServer) on May 2023
    ///   servers, which keep no sessions.
    pub fn end_sessions(&self) -> EndSessions {
        EndSessions { client: self.client.clone() }
    }
}

/// Lists sessions when awaited. See [`Account::sessions`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ListSessions {
    client: Client,
}

awaitable!(ListSessions => Vec<Session>, |this, call| {
    call.require_session()?;
    call.require(Feature::SessionList).await?;
    let list: Vec<SessionRecord> = call.send_authorized(api::list()).await?.json().await?;
    Ok(list.into_iter().map(Session::from).collect())
});

/// Ends all sessions when awaited. See [`Account::end_sessions`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct EndSessions {
    client: Client,
}

awaitable!(EndSessions => (), |this, call| {
    call.require_session()?;
    call.require(Feature::SessionEnd).await?;
    call.send_authorized(api::end_all()).await?;
    call.shared.forget_session_keys().await;
    Ok(())
});

/// An active session of the user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// The session's id.
    pub id: String,
    /// The IP address of the log-in, if the server sends it.
    pub ip_address: Option<String>,
    /// The user agent of the log-in, if the server sends it.
    pub user_agent: Option<String>,
    /// When the session was created, as RFC 3339 in UTC.
    pub created_at: Option<String>,
    /// When the session was last used, as RFC 3339 in UTC.
    pub last_used: Option<String>,
}

impl From<SessionRecord> for Session {
    fn from(record: SessionRecord) -> Self {
        Self {
            id: record.id,
            ip_address: record.ip,
            user_agent: record.user_agent,
            created_at: record.created_at,
            last_used: record.last_used,
        }
    }
}
