//! The audit log: who did what in a project.

use serde::{Serialize, Serializer};

use super::audit_export::ExportAuditLogs;
use super::audit_filter::{Filter, Paging};
use super::environments::project_setter;
use super::{Client, awaitable};
use crate::SecretString;

/// The audit log of projects. See [`Client::audit_logs`].
#[derive(Debug, Clone)]
pub struct AuditLogs {
    pub(super) client: Client,
}

impl AuditLogs {
    /// What happened in a project, newest first. Awaiting it gives one page;
    /// [`pages`](QueryAuditLogs::pages) gives all of them, [`events`](QueryAuditLogs::events) what is
    /// on them. Real servers of 2024 keep an audit log only
    /// with a licence and answer an empty one without.
    ///
    /// # Errors
    /// [`ErrorKind::PermissionDenied`](crate::ErrorKind::PermissionDenied) for other credentials than
    /// a user's, or without the role; [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if there is
    /// no such project or the user is not a member;
    /// [`ErrorKind::InvalidInput`](crate::ErrorKind::InvalidInput) for a time, cursor or page size
    /// that is none, or an event or channel the server does not know.
    pub fn query(&self) -> QueryAuditLogs {
        QueryAuditLogs {
            client: self.client.clone(),
            project: None,
            filter: Filter::default(),
            paging: Paging::default(),
        }
    }

    /// The whole audit log as a file, see [`QueryAuditLogs::export`]; a part of it with the filters of
    /// [`query`](Self::query).
    ///
    /// # Errors
    /// Those of [`query`](Self::query).
    pub fn export(&self) -> ExportAuditLogs {
        self.query().export()
    }

    /// What one event did to secrets, decrypted: on May 2023 servers only, whose audit log refers to
    /// versions of secrets. `id` is the event's.
    ///
    /// # Errors
    /// [`ErrorKind::UnsupportedByServer`](crate::ErrorKind::UnsupportedByServer) on later servers;
    /// [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if the project has no such event;
    /// [`ErrorKind::DecryptionFailed`](crate::ErrorKind::DecryptionFailed) if a version was changed;
    /// [`ErrorKind::KeyUnavailable`](crate::ErrorKind::KeyUnavailable) if the user has no copy of the
    /// project key.
    pub fn changes(&self, id: impl Into<String>) -> AuditLogChanges {
        AuditLogChanges { client: self.client.clone(), id: id.into(), project: None }
    }
}

/// Reads a page of the audit log when awaited. See [`AuditLogs::query`].
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

    /// Adds a kind of event that is wanted; by default all are. The names are the server's own:
    /// `readSecrets`, `addSecrets`, `updateSecrets` and `deleteSecrets` on May 2023 servers, later
    /// `get-secrets`, `create-secret` and many more.
    pub fn event(mut self, name: impl Into<String>) -> Self {
        self.filter.events.push(name.into());
        self
    }

    /// Only what the actor of this id did; by default everybody.
    pub fn actor(mut self, id: impl Into<String>) -> Self {
        self.filter.actor = Some(id.into());
        self
    }

    /// Only what was done by this kind of program, such as `web`, `cli` or `other`; by default all.
    pub fn channel(mut self, name: impl Into<String>) -> Self {
        self.filter.channel = Some(name.into());
        self
    }

    /// Only what happened at this time or later, as RFC 3339; by default from the beginning.
    pub fn start(mut self, time: impl Into<String>) -> Self {
        self.filter.start = Some(time.into());
        self
    }

    /// Only what happened at this time or earlier, as RFC 3339; by default until now.
    pub fn end(mut self, time: impl Into<String>) -> Self {
        self.filter.end = Some(time.into());
        self
    }

    /// Only events of which the server says this, such as `environment` and `prod`; of several, all.
    /// By default there is no such condition. A name or value has neither `=` nor `,`. On servers
    /// older than autumn 2024 it fails with
    /// [`ErrorKind::UnsupportedByServer`](crate::ErrorKind::UnsupportedByServer).
    pub fn metadata(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.filter.metadata.push((name.into(), value.into()));
        self
    }

    /// How many entries the server is asked for at a time, 1 to 1000; 100 by default. A page may
    /// hold fewer, where the client filters or the server takes no more, or more, where an entry
    /// stands for several events.
    pub fn page_size(mut self, entries: u64) -> Self {
        self.paging.size = Some(entries);
        self
    }

    /// Continues where a page ended, with [`AuditLogPage::next`] of it and the same filter. What was
    /// added to the log in the meantime neither shows nor makes anything show twice.
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

/// A version of a secret.
#[derive(Debug, Clone)]
pub struct AuditedSecret {
    /// Counts the secret's changes from 1.
    pub version: i64,
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: SecretString,
}
