//! Denied permissions of members of projects, on May 2023 servers.

use super::members::{DeniedPermission, Member, Members};
use crate::api::members::{self as api, DeniedRecord};
use crate::client::call::{Client, awaitable};
use crate::client::projects::project_setter;
use crate::client::session::Feature;
use crate::text::Shown;
use crate::{Error, ErrorKind, Result};

impl Members {
    /// Denies a member permissions in environments, whatever the member's role.
    ///
    /// Only May 2023 servers support this. The list replaces all that was denied before; an empty
    /// list allows everything again.
    ///
    /// A member who is denied both `read` and `write` in an environment does not see the
    /// environment either.
    ///
    /// Only the server enforces this: the member keeps the project key.
    ///
    /// # Arguments
    /// - `member_id`: the membership's id, as in [`Member::id`]; not the user's.
    /// - `denied`: the denied permissions, each with the slug of an environment and `read` or
    ///   `write`.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such project, if the user is not a member of it, or
    ///   if it has no such member or environment.
    /// - [`ErrorKind::InvalidInput`] if a permission is neither `read` nor `write`.
    /// - [`ErrorKind::UnsupportedByServer`] on servers since 2024, where roles say it, see
    ///   [`set_role`](Self::set_role).
    /// - [`ErrorKind::PermissionDenied`] for an API key, or if the user is not allowed to do it.
    pub fn deny(
        &self,
        member_id: impl Into<String>,
        denied: impl IntoIterator<Item = DeniedPermission>,
    ) -> DenyPermissions {
        DenyPermissions {
            client: self.client.clone(),
            member_id: member_id.into(),
            denied: denied.into_iter().collect(),
            project: None,
        }
    }
}

/// Denies permissions when awaited. See [`Members::deny`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct DenyPermissions {
    client: Client,
    member_id: String,
    denied: Vec<DeniedPermission>,
    project: Option<String>,
}

impl DenyPermissions {
    project_setter!();
}

awaitable!(DenyPermissions => Member, |this, call| {
    call.require_session()?;
    this.denied.iter().try_for_each(DeniedPermission::check)?;
    call.require(Feature::DeniedPermissions).await?;
    let project = call.managed_project(this.project).await?;
    let member = Member::from(&call.member_record(&project, &this.member_id).await?);
    for denied in &this.denied {
        call.check_environment(&project, &denied.environment).await?;
    }
    let denied: Vec<_> = this.denied.into_iter().map(DeniedRecord::from).collect();
    let request = api::deny(&project, &member.id, &denied)?;
    let answer: api::Denied = call.send_authorized(request).await?.json().await?;
    let denied_permissions = answer.permissions_denied.iter().map(DeniedPermission::from);
    Ok(Member { denied_permissions: denied_permissions.collect(), ..member })
});

impl DeniedPermission {
    fn check(&self) -> Result<()> {
        if matches!(self.permission.as_str(), "read" | "write") {
            return Ok(());
        }
        Err(Error::new(
            ErrorKind::InvalidInput,
            format!("{:?} cannot be denied. Use \"read\" or \"write\"", Shown(&self.permission)),
        ))
    }
}

impl From<DeniedPermission> for DeniedRecord {
    fn from(denied: DeniedPermission) -> Self {
        Self { environment_slug: denied.environment, ability: denied.permission }
    }
}
