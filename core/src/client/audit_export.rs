//! The audit log as a file.

use super::audit_logs::QueryAuditLogs;
use super::{Client, awaitable};
use crate::{Error, ErrorKind};

impl QueryAuditLogs {
    /// Everything from here to the end of the log, page by page, as JSON Lines: an object for each
    /// event, newest first, with the fields of [`AuditEvent`](super::AuditEvent), `details` among
    /// them as an object. All of it is in memory at once; [`start`](Self::start) and
    /// [`end`](Self::end) bound it.
    pub fn export(self) -> ExportAuditLogs {
        ExportAuditLogs { client: self.client.clone(), query: self }
    }
}

/// Writes an audit log as JSON Lines when awaited. See [`QueryAuditLogs::export`], which exports a
/// part of it, and [`AuditLogs::export`](super::AuditLogs::export).
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ExportAuditLogs {
    client: Client,
    query: QueryAuditLogs,
}

awaitable!(ExportAuditLogs => String, |this, call| {
    let QueryAuditLogs { project, filter, mut paging, .. } = this.query;
    let mut lines = String::new();
    loop {
        let page = call.audit_log_page(project.clone(), &filter, &paging).await?;
        for event in &page.events {
            let line = serde_json::to_string(event)
                .map_err(|_| Error::new(ErrorKind::Internal, "an audit event is not JSON"))?;
            lines.push_str(&line);
            lines.push('\n');
        }
        match page.next {
            Some(cursor) => {
                paging.cursor = Some(cursor);
                call.deadline.renew();
            }
            None => return Ok(lines),
        }
    }
});
