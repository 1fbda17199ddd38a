//! The audit log: who did what in a project.

use serde::{Serialize, Serializer};

use super::audit_export::ExportAuditLogs;
use super::audit_filter::{Filter, Paging};
use super::environments::project_setter;
use super::{Client, awaitable};
use crate::SecretString;

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
    pub(super) client: Client,
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

    /// Returns the audit log of a project as JSON Lines. The text has an object for each event,
    /// newest first, with the fields of [`AuditEvent`]; `details` is an object too.
    ///
    /// The text has all pages, and all of it is in memory at once; `start` and `end` limit it. Real
    /// servers of 2024 and later keep an audit log only with a license; without one it is empty.
    ///
    /// # Errors
    /// - [`ErrorKind::PermissionDenied`](crate::ErrorKind::PermissionDenied) if the user's role
    ///   does not allow reading the audit log, or for an API key on servers of 2024 and later.
    /// - [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if there is no such project or the
    ///   user is not a member.
    /// - [`ErrorKind::InvalidInput`](crate::ErrorKind::InvalidInput) if a time is not RFC 3339 with
    ///   a time zone, if the server does not know a kind of event or the channel, or if a name or
    ///   value in `metadata` is empty or has `=` or `,` in it.
    /// - [`ErrorKind::UnsupportedByServer`](crate::ErrorKind::UnsupportedByServer) if `metadata` is
    ///   given, on servers before autumn 2024.
    pub fn export(&self) -> ExportAuditLogs {
        self.query().export()
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
/// [`metadata`](Self::metadata) add to what earlier calls of them asked for.
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

/// A page of an audit log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditLogPage {
    /// The events, newest first. The list can be empty even if another page follows.
    pub events: Vec<AuditEvent>,
    /// The cursor of the next page; `None` on the last page.
    pub next: Option<String>,
}

/// An event in the audit log of a project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AuditEvent {
    /// The event's id. Several events of one May 2023 log entry have different ids.
    pub id: String,
    /// The server's name for the kind of event.
    pub event: String,
    /// `user`, `service_token`, `service_account` or `identity`; `unknown` for a deleted actor or
    /// another kind.
    pub actor_type: String,
    /// The actor's id.
    pub actor_id: Option<String>,
    /// The e-mail address of a user, or the name of another actor.
    pub actor_name: Option<String>,
    /// The IP address of the request, as seen by the server.
    pub ip_address: Option<String>,
    /// The user agent of the request; only on servers since 2024.
    pub user_agent: Option<String>,
    /// The kind of client as classified by the server, such as `web`, `cli` or `other`.
    pub channel: Option<String>,
    /// The project's id.
    pub project_id: Option<String>,
    /// When, as RFC 3339 in UTC.
    pub created_at: Option<String>,
    /// Further details, such as `environment` or `numberOfSecrets`. Values that are not text are
    /// JSON.
    #[serde(serialize_with = "as_object")]
    pub details: Vec<AuditDetail>,
}

/// A detail of an audit event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditDetail {
    /// Its name.
    pub name: String,
    /// Its value; JSON if it is not text.
    pub value: String,
}

fn as_object<S: Serializer>(details: &[AuditDetail], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(details.iter().map(|detail| (&detail.name, &detail.value)))
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

/// The change of one secret by an audit event.
#[derive(Debug, Clone)]
pub struct AuditChange {
    /// The secret's id.
    pub secret_id: String,
    /// Slug of its environment.
    pub environment: String,
    /// The secret before the event; `None` if it was created or only read.
    pub before: Option<AuditedSecret>,
    /// The secret after the event, or as it was read; `None` if it was deleted.
    pub after: Option<AuditedSecret>,
}

/// A version of a secret that an audit event refers to.
#[derive(Debug, Clone)]
pub struct AuditedSecret {
    /// Number of the version, from 1.
    pub version: i64,
    /// The secret's name in this version.
    pub name: String,
    /// The secret's value in this version.
    pub value: SecretString,
}
