//! Renaming, setting and deleting projects.

use super::checks::check_name;
use super::{Client, Project, Projects, awaitable};
use crate::api::workspaces;
use crate::{Error, ErrorKind};

impl Projects {
    /// Gives a project another name. Its slug stays.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`]; [`ErrorKind::PermissionDenied`] for a role that may not.
    pub fn rename(&self, id: impl Into<String>, name: impl Into<String>) -> RenameProject {
        RenameProject { client: self.client.clone(), id: id.into(), name: name.into() }
    }

    /// Whether the server's own pages write names of secrets in capitals. Names stored by this
    /// library stay as they are given.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`]; [`ErrorKind::PermissionDenied`] for a role that may not.
    pub fn set_auto_capitalization(
        &self,
        id: impl Into<String>,
        enabled: bool,
    ) -> SetAutoCapitalization {
        SetAutoCapitalization { client: self.client.clone(), id: id.into(), enabled }
    }

    /// How many versions of each secret and folder the server is to keep, 1 to 100, on servers
    /// since June 2024. What is beyond that, it deletes for good.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidInput`] for another limit; [`ErrorKind::UnsupportedByServer`] on older
    /// servers; [`ErrorKind::NotFound`]; [`ErrorKind::PermissionDenied`] unless the user is an
    /// administrator of the project, for programs and for API keys.
    pub fn set_version_limit(&self, id: impl Into<String>, limit: u32) -> SetVersionLimit {
        SetVersionLimit { client: self.client.clone(), id: id.into(), limit }
    }

    /// Takes the user out of a project, on servers since June 2024, and forgets its key. Whoever
    /// wants back in has to be invited.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] if there is no such project or the user is not a member;
    /// [`ErrorKind::PermissionDenied`] for the only administrator of the project, for programs and
    /// for API keys; [`ErrorKind::UnsupportedByServer`] on older servers, and for a project that was
    /// made on one: there an administrator removes the member.
    pub fn leave(&self, id: impl Into<String>) -> LeaveProject {
        LeaveProject { client: self.client.clone(), id: id.into() }
    }

    /// Deletes a project with every secret in it. There is no way back.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`], also if it was deleted before; [`ErrorKind::PermissionDenied`]
    /// unless the user is an administrator of the project.
    pub fn delete(&self, id: impl Into<String>) -> DeleteProject {
        DeleteProject { client: self.client.clone(), id: id.into() }
    }
}

/// Renames a project when awaited. See [`Projects::rename`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct RenameProject {
    client: Client,
    id: String,
    name: String,
}

awaitable!(RenameProject => Project, |this, call| {
    check_name("project", &this.name)?;
    let id = call.managed_project(Some(this.id)).await?;
    call.send_authorized(workspaces::rename(call.era().await?, &id, &this.name)?).await?;
    call.project(&id).await
});

/// Changes the setting when awaited. See [`Projects::set_auto_capitalization`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct SetAutoCapitalization {
    client: Client,
    id: String,
    enabled: bool,
}

awaitable!(SetAutoCapitalization => Project, |this, call| {
    let id = call.managed_project(Some(this.id)).await?;
    let request = workspaces::set_auto_capitalization(call.era().await?, &id, this.enabled)?;
    call.send_authorized(request).await?;
    call.project(&id).await
});

/// Sets the limit when awaited. See [`Projects::set_version_limit`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct SetVersionLimit {
    client: Client,
    id: String,
    limit: u32,
}

awaitable!(SetVersionLimit => Project, |this, call| {
    call.require_session()?;
    if !(1..=100).contains(&this.limit) {
        let message = "a server keeps 1 to 100 versions";
        return Err(Error::new(ErrorKind::InvalidInput, message));
    }
    let id = call.managed_project(Some(this.id)).await?;
    call.require_june_2024("a limit of versions needs").await?;
    let slug = call.project_slug(&id).await?;
    call.send_authorized(workspaces::set_version_limit(&id, &slug, this.limit)?).await?;
    call.project(&id).await
});

/// Leaves a project when awaited. See [`Projects::leave`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct LeaveProject {
    client: Client,
    id: String,
}

awaitable!(LeaveProject => (), |this, call| {
    call.require_session()?;
    let id = call.managed_project(Some(this.id)).await?;
    call.require_june_2024("leaving a project needs").await?;
    // Who is not a member may be told that of the only administrator.
    call.project(&id).await?;
    call.send_authorized(workspaces::leave(&id)).await.map_err(not_left)?;
    call.shared.forget_project(&id);
    Ok(())
});

/// Deletes a project when awaited. See [`Projects::delete`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct DeleteProject {
    client: Client,
    id: String,
}

awaitable!(DeleteProject => (), |this, call| {
    let id = call.managed_project(Some(this.id)).await?;
    call.send_authorized(workspaces::delete(&id)).await?;
    call.shared.forget_project(&id);
    Ok(())
});

/// What to do about a project that cannot be left.
fn not_left(error: Error) -> Error {
    let message = match (error.status(), error.kind()) {
        (Some(400), ErrorKind::PermissionDenied) => {
            "the only administrator of a project cannot leave it. Make another member one first, \
             or delete the project"
        }
        (Some(400), ErrorKind::UnsupportedByServer) => {
            "the server lets nobody leave a project that was made before June 2024. Have an \
             administrator of the project remove the member"
        }
        _ => return error,
    };
    let kind = error.kind();
    error.reclassified(kind, message)
}
