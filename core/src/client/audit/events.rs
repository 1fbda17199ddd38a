//! The audit log as a stream of events.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::vec;

use futures_core::Stream;

use super::event::{AuditEvent, AuditLogPage};
use super::logs::QueryAuditLogs;
use crate::Result;
use crate::client::call::Operation;

impl QueryAuditLogs {
    /// Every event from the cursor to the end of the log, newest first. The next page is requested
    /// when the stream is read and the previous page is used up; [`page_size`](Self::page_size)
    /// sets its length.
    #[must_use = "nothing is sent until it is read"]
    pub fn events(self) -> AuditLogEvents {
        AuditLogEvents { arrived: Vec::new().into_iter(), asked: None, query: Some(self) }
    }
}

/// The events of an audit log, as a [`Stream`]. See [`QueryAuditLogs::events`]. It ends after the
/// last event, or after an error; the errors are those of
/// [`AuditLogs::query`](crate::AuditLogs::query). To continue after an error, use
/// [`QueryAuditLogs::pages`].
///
/// ```no_run
/// use futures_util::TryStreamExt as _;
///
/// # async fn example(client: infisical_e2ee::Client) -> infisical_e2ee::Result<()> {
/// let mut events = client.audit_logs().query().start("2024-06-01T00:00:00Z").events();
/// while let Some(event) = events.try_next().await? {
///     println!("{} {}", event.created_at.unwrap_or_default(), event.event);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "nothing is sent until it is read"]
pub struct AuditLogEvents {
    /// The remaining events of the last page.
    arrived: vec::IntoIter<AuditEvent>,
    /// The request for the next page.
    asked: Option<Operation<AuditLogPage>>,
    /// The cursor of the next page; `None` after the last.
    query: Option<QueryAuditLogs>,
}

impl Stream for AuditLogEvents {
    type Item = Result<AuditEvent>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        loop {
            if let Some(event) = this.arrived.next() {
                return Poll::Ready(Some(Ok(event)));
            }
            let Some(query) = &this.query else { return Poll::Ready(None) };
            let asked = this.asked.get_or_insert_with(|| query.clone().into_future());
            let answer = ready!(asked.as_mut().poll(context));
            this.asked = None;
            let query = this.query.take();
            let page = match answer {
                Ok(page) => page,
                Err(error) => return Poll::Ready(Some(Err(error))),
            };
            this.arrived = page.events.into_iter();
            this.query = query.zip(page.next).map(|(query, cursor)| query.after(cursor));
        }
    }
}

impl fmt::Debug for AuditLogEvents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AuditLogEvents").field("query", &self.query).finish_non_exhaustive()
    }
}
