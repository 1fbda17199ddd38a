//! Actors of an audit log.

use super::event::AuditActor;
use super::logs::AuditLogs;
use crate::api::audit_logs::{self as api, Actors};
use crate::client::call::{Client, awaitable};
use crate::client::projects::project_setter;
use crate::client::session::Feature;

impl AuditLogs {
    /// Lists who can be found in the audit log of a project. Use their ids as `actor` of
    /// [`query`](Self::query).
    ///
    /// Real servers of 2024 and later always return an empty list, whatever is in the log.
    ///
    /// # Errors
    /// - [`ErrorKind::PermissionDenied`](crate::ErrorKind::PermissionDenied) for an API key, or if
    ///   the user's role does not allow reading the audit log.
    /// - [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if there is no such project or the
    ///   user is not a member.
    /// - [`ErrorKind::UnsupportedByServer`](crate::ErrorKind::UnsupportedByServer) on May 2023
    ///   servers, and on recent servers that no longer have this list.
    pub fn actors(&self) -> ListAuditActors {
        ListAuditActors { client: self.client.clone(), project: None }
    }
}

/// Lists actors when awaited. See [`AuditLogs::actors`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ListAuditActors {
    client: Client,
    project: Option<String>,
}

impl ListAuditActors {
    project_setter!();
}

awaitable!(ListAuditActors => Vec<AuditActor>, |this, call| {
    call.require_managing_session().await?;
    let project = call.managed_project(this.project).await?;
    call.require(Feature::AuditActors).await?;
    let found: Actors = call.send_authorized(api::actors(&project)).await?.json().await?;
    Ok(found.actors.into_iter().filter_map(AuditActor::from_record).collect())
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn actor_of_unknown_shape_does_not_hide_others() {
        let text =
            r#"{"actors": ["1", {"type": "user", "metadata": {"userId": "2"}}, {}, 3, null]}"#;
        let found: Actors = serde_json::from_str(text).unwrap();
        let actors = found.actors.into_iter().filter_map(AuditActor::from_record);
        let ids: Vec<_> = actors.filter_map(|actor| actor.id).collect();
        assert_eq!(ids, ["1", "2"]);
    }
}
