//! The audit log: who did what in a project.

use super::event::{AuditChange, AuditLogPage};
use super::filter::{Filter, Paging};
use crate::client::call::{Client, awaitable};
use crate::client::projects::project_setter;

/// The audit log of projects: who did what. See [`Client::audit_logs`].
///
/// Every method fails with [`ErrorKind::PermissionDenied`](crate::ErrorKind::PermissionDenied) for
/// a service token, a service account or a machine identity, and with
/// [`ErrorKind::InvalidInput`](crate::ErrorKind::InvalidInput) if neither the call nor the client
/// has a project, or if its id cannot be an id on this server.
///
/// Protocol: `/api/v1/workspace/{id}/logs` and `/api/v1/action/{id}` on May 2023 servers, later
/// `/api/v1/workspace/{id}/audit-logs`, since autumn 2024 `/api/v1/organization/audit-logs`.
#[derive(Debug, Clone)]
pub struct AuditLogs {
    pub(crate) client: Client,
}

impl AuditLogs {
    /// Returns one page of the audit log of a project, newest events first.
    ///
    /// Real servers of 2024 and later keep an audit log only with a license; without one it is
    /// empty.
    ///
    /// # Errors
    /// - [`ErrorKind::PermissionDenied`](crate::ErrorKind::PermissionDenied) if the user's role
    ///   does not allow reading the audit log, or for an API key on servers of 2024 and later.
    /// - [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if there is no such project or the
    ///   user is not a member.
    /// - [`ErrorKind::InvalidInput`](crate::ErrorKind::InvalidInput) if a time is not RFC 3339 with
    ///   a time zone, if the page size is not 1 to 1000, if the cursor does not come from a page of
    ///   the audit log, if the server does not know a kind of event or the channel, or if a name or
    ///   value in `metadata` is empty or has `=` or `,` in it.
    /// - [`ErrorKind::UnsupportedByServer`](crate::ErrorKind::UnsupportedByServer) if `metadata` is
    ///   given, on servers before autumn 2024.
    pub fn query(&self) -> QueryAuditLogs {
        QueryAuditLogs {
            client: self.client.clone(),
            project: None,
            filter: Filter::default(),
            paging: Paging::default(),
        }
    }

    /// Returns what one event did to secrets, decrypted. Only on May 2023 servers, whose audit log
    /// refers to versions of secrets; on later ones, list the versions of the secret.
    ///
    /// # Arguments
    /// - `id`: id of the event.
    ///
    /// # Errors
    /// - [`ErrorKind::UnsupportedByServer`](crate::ErrorKind::UnsupportedByServer) on servers of
    ///   2024 and later.
    /// - [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if the project has no such event.
    /// - [`ErrorKind::InvalidInput`](crate::ErrorKind::InvalidInput) if `id` cannot be an id on
    ///   this server.
    /// - [`ErrorKind::DecryptionFailed`](crate::ErrorKind::DecryptionFailed) if a version of a
    ///   secret was changed, so that it does not verify.
    /// - [`ErrorKind::KeyUnavailable`](crate::ErrorKind::KeyUnavailable) if the user has no copy of
    ///   the project key, or if the credential does not open the user's private key.
    pub fn changes(&self, id: impl Into<String>) -> AuditLogChanges {
        AuditLogChanges { client: self.client.clone(), id: id.into(), project: None }
    }
}

/// Reads a page of the audit log when awaited. See [`AuditLogs::query`].
///
/// [`pages`](Self::pages) reads one page after another, [`events`](Self::events) the events on
/// them, and [`export`](Self::export) all of it as a file. [`event`](Self::event) and
/// [`metadata`](Self::metadata) can be called several times.
#[derive(Debug, Clone)]
#[must_use = "nothing is sent until it is awaited"]
pub struct QueryAuditLogs {
    pub(super) client: Client,
    pub(super) project: Option<String>,
    pub(super) filter: Filter,
    pub(super) paging: Paging,
}

impl QueryAuditLogs {
    project_setter!();

    /// Kinds of events, by the server's own names: `readSecrets`, `addSecrets`, `updateSecrets` and
    /// `deleteSecrets` on May 2023 servers, later `get-secrets`, `create-secret` and many more; all
    /// by default.
    pub fn event(mut self, name: impl Into<String>) -> Self {
        self.filter.events.push(name.into());
        self
    }

    /// Id of the actor who did it, such as one of [`actors`](AuditLogs::actors); everybody by
    /// default.
    pub fn actor(mut self, id: impl Into<String>) -> Self {
        self.filter.actor = Some(id.into());
        self
    }

    /// Kind of program that did it, such as `web`, `cli` or `other`; all by default.
    pub fn channel(mut self, name: impl Into<String>) -> Self {
        self.filter.channel = Some(name.into());
        self
    }

    /// First moment of the events, as RFC 3339, such as `2024-06-01T00:00:00Z`; the beginning of
    /// the log by default.
    pub fn start(mut self, time: impl Into<String>) -> Self {
        self.filter.start = Some(time.into());
        self
    }

    /// Last moment of the events, as RFC 3339, such as `2024-06-30T23:59:59Z`; now by default.
    pub fn end(mut self, time: impl Into<String>) -> Self {
        self.filter.end = Some(time.into());
        self
    }

    /// Details that an event must have, each by its name and value, such as `environment` and
    /// `prod`; none by default. An event must have all of them. Names and values are not empty and
    /// have neither `=` nor `,` in them. Only servers since autumn 2024 can filter by details; this
    /// is known from their public source, and was not tested with a running server.
    pub fn metadata(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.filter.metadata.push((name.into(), value.into()));
        self
    }

    /// Number of entries to ask the server for at a time, 1 to 1000; 100 by default. A page may
    /// have fewer, where the client filters or the server returns no more, or more, where an entry
    /// stands for several events.
    pub fn page_size(mut self, entries: u64) -> Self {
        self.paging.size = Some(entries);
        self
    }

    /// Cursor where the page begins: [`AuditLogPage::next`] of the page before, with the same
    /// filter; the newest event by default. Events that were added in the meantime are not
    /// returned, and no event is returned twice.
    pub fn after(mut self, cursor: impl Into<String>) -> Self {
        self.paging.cursor = Some(cursor.into());
        self
    }

    /// One page after another.
    #[must_use]
    pub fn pages(self) -> AuditLogPages {
        AuditLogPages { query: Some(self) }
    }
}

awaitable!(QueryAuditLogs => AuditLogPage, |this, call| {
    call.audit_log_page(this.project, &this.filter, &this.paging).await
});

/// The pages of an audit log. See [`QueryAuditLogs::pages`].
///
/// ```no_run
/// # async fn example(client: infisical_e2ee::Client) -> infisical_e2ee::Result<()> {
/// let mut pages = client.audit_logs().query().start("2024-06-01T00:00:00Z").pages();
/// while let Some(page) = pages.next_page().await? {
///     for event in page.events {
///         println!("{} {}", event.created_at.unwrap_or_default(), event.event);
///     }
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct AuditLogPages {
    /// `None` after the last page.
    query: Option<QueryAuditLogs>,
}

impl AuditLogPages {
    /// The next page, or `None` after the last one. A page that failed can be asked for again.
    ///
    /// # Errors
    /// Those of [`AuditLogs::query`].
    pub async fn next_page(&mut self) -> crate::Result<Option<AuditLogPage>> {
        let Some(query) = &self.query else { return Ok(None) };
        let page = query.clone().await?;
        self.query = match (self.query.take(), &page.next) {
            (Some(query), Some(cursor)) => Some(query.after(cursor)),
            _ => None,
        };
        Ok(Some(page))
    }
}

/// Reads what an event did when awaited. See [`AuditLogs::changes`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct AuditLogChanges {
    client: Client,
    id: String,
    project: Option<String>,
}

impl AuditLogChanges {
    project_setter!();
}

awaitable!(AuditLogChanges => Vec<AuditChange>, |this, call| {
    call.audit_log_changes(this.project, &this.id).await
});
