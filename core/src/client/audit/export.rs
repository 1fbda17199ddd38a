//! The audit log as a file.

use super::logs::{AuditLogs, QueryAuditLogs};
use crate::client::call::{Client, awaitable};
use crate::{Error, ErrorKind};

impl AuditLogs {
    /// Returns the audit log of a project as JSON Lines. The text has an object for each event,
    /// newest first, with the fields of [`AuditEvent`](crate::AuditEvent); `details` is an object
    /// too.
    ///
    /// The text has all pages, and all of it is in memory at once; `start` and `end` limit it. It
    /// can be as long as the longest answer that the client accepts (64 MiB by default). Real
    /// servers of 2024 and later keep an audit log only with a license; without one it is empty.
    ///
    /// The deadline restarts with each page that has an event for the text. A long log with few of
    /// them needs a long deadline, or `start` and `end`. Pages have 1000 entries by
    /// default, and 100 on May 2023 servers.
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
    /// - [`ErrorKind::InvalidResponse`](crate::ErrorKind::InvalidResponse) if the text would be
    ///   longer than that.
    /// - [`ErrorKind::Timeout`](crate::ErrorKind::Timeout) if the server sends pages without an
    ///   event for the text until the deadline.
    pub fn export(&self) -> ExportAuditLogs {
        self.query().export()
    }
}

impl QueryAuditLogs {
    /// Every event from the cursor to the end of the log as JSON Lines: an object for each event,
    /// newest first, with the fields of [`AuditEvent`](crate::AuditEvent); `details` is an object
    /// too. The whole text is in memory at once; [`start`](Self::start) and [`end`](Self::end)
    /// limit it.
    pub fn export(self) -> ExportAuditLogs {
        ExportAuditLogs { client: self.client.clone(), query: self }
    }
}

/// Writes an audit log as JSON Lines when awaited. See [`QueryAuditLogs::export`], which exports a
/// part of it, and [`AuditLogs::export`](crate::AuditLogs::export).
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ExportAuditLogs {
    client: Client,
    query: QueryAuditLogs,
}

awaitable!(ExportAuditLogs => String, |this, call| {
    let QueryAuditLogs { project, filter, mut paging, .. } = this.query;
    let mut lines = String::new();
    let longest = call.shared.transport.max_response_bytes();
    paging.reads_all = true;
    loop {
        let page = call.audit_log_page(project.clone(), &filter, &paging).await?;
        // A page without an event that the filter lets through does not make the text longer. So it
        // does not restart the deadline either: a server that always has another page ends there.
        if !page.events.is_empty() {
            call.deadline.renew();
        }
        for event in &page.events {
            let line = serde_json::to_string(event)
                .map_err(|_| Error::new(ErrorKind::Internal, "an audit event is not JSON"))?;
            lines.push_str(&line);
            lines.push('\n');
            if lines.len() > longest {
                return Err(Error::new(
                    ErrorKind::InvalidResponse,
                    format!(
                        "the audit log is longer than {longest} bytes. Export a part of it: set \
                         start and end"
                    ),
                ));
            }
        }
        match page.next {
            Some(cursor) => paging.cursor = Some(cursor),
            None => return Ok(lines),
        }
    }
});
