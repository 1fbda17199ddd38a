//! Renaming projects, changing their settings, and deleting them.

use super::project::{Project, Projects};
use crate::api::workspaces;
use crate::client::call::{Client, awaitable, check_name};
use crate::client::session::Feature;
use crate::{Error, ErrorKind};

impl Projects {
    /// Renames a project. Its slug stays the same.
    ///
    /// # Arguments
    /// - `id`: the project's id or slug.
    /// - `name`: the new name.
    ///
    /// # Errors
    /// - [`ErrorKind::InvalidInput`] if the name is blank.
    /// - [`ErrorKind::NotFound`] if there is no such project or the user is not a member.
    /// - [`ErrorKind::PermissionDenied`] if the user's role does not allow it, or if the credential
    ///   is not a user's.
    pub fn rename(&self, id: impl Into<String>, name: impl Into<String>) -> RenameProject {
        RenameProject { client: self.client.clone(), id: id.into(), name: name.into() }
    }

    /// Sets whether the server's own pages write names of secrets in capitals. Names that this
    /// library stores stay as given.
    ///
    /// # Arguments
    /// - `id`: the project's id or slug.
    /// - `enabled`: whether the pages write names in capitals.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such project or the user is not a member.
    /// - [`ErrorKind::PermissionDenied`] if the user's role does not allow it, or if the credential
    ///   is not a user's.
    pub fn set_auto_capitalization(
        &self,
        id: impl Into<String>,
        enabled: bool,
    ) -> SetAutoCapitalization {
        SetAutoCapitalization { client: self.client.clone(), id: id.into(), enabled }
    }

    /// Sets how many versions of each secret and folder the server keeps.
    ///
    /// Servers support this since June 2024. The server deletes older versions permanently.
    ///
    /// # Arguments
    /// - `id`: the project's id or slug.
    /// - `limit`: the number of versions to keep, from 1 to 100.
    ///
    /// # Errors
    /// - [`ErrorKind::InvalidInput`] if the limit is not from 1 to 100.
    /// - [`ErrorKind::NotFound`] if there is no such project or the user is not a member.
    /// - [`ErrorKind::PermissionDenied`] if the user is not an administrator of the project, or if
    ///   the credential is an API key or not a user's.
    /// - [`ErrorKind::UnsupportedByServer`] on servers before June 2024.
    pub fn set_version_limit(&self, id: impl Into<String>, limit: u32) -> SetVersionLimit {
        SetVersionLimit { client: self.client.clone(), id: id.into(), limit }
    }

    /// Removes the user from a project, on servers since June 2024. The client forgets the
    /// project's key. To come back, the user has to be invited again.
    ///
    /// Today's servers let the only administrator leave, too. Then no member can manage the project: make
    /// another member an administrator first.
    ///
    /// # Arguments
    /// - `id`: the project's id or slug.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such project or the user is not a member.
    /// - [`ErrorKind::PermissionDenied`] if the user is the only administrator of the project, on
    ///   servers of 2024, or if the credential is an API key or not a user's.
    /// - [`ErrorKind::UnsupportedByServer`] on servers before June 2024, or for a project that was
    ///   created before June 2024, as every end-to-end encrypted project was: an administrator of
    ///   the project can remove the member.
    pub fn leave(&self, id: impl Into<String>) -> LeaveProject {
        LeaveProject { client: self.client.clone(), id: id.into() }
    }

    /// Deletes a project with every secret in it. This cannot be undone.
    ///
    /// # Arguments
    /// - `id`: the project's id or slug.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such project, also because it was deleted before,
    ///   or if the user is not a member.
    /// - [`ErrorKind::PermissionDenied`] if the user is not an administrator of the project, or if
    ///   the credential is not a user's.
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
    call.require_managing_session().await?;
    if !(1..=100).contains(&this.limit) {
        let message = "the version limit must be 1 to 100";
        return Err(Error::new(ErrorKind::InvalidInput, message));
    }
    let id = call.managed_project(Some(this.id)).await?;
    call.require(Feature::VersionLimit).await?;
    let request = if call.era().await?.is_modern() {
        workspaces::set_version_limit(&id, this.limit)?
    } else {
        let slug = call.project_slug(&id).await?;
        workspaces::set_version_limit_by_slug(&id, &slug, this.limit)?
    };
    call.send_authorized(request).await?;
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
    call.require(Feature::LeaveProject).await?;
    // The server may answer so to a user who is not a member.
    call.project(&id).await?;
    call.send_authorized(workspaces::leave(call.era().await?, &id)).await.map_err(not_left)?;
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
    let deletion = call.send_authorized(workspaces::delete(&id));
    call.rearranging(&id, None, "/", deletion).await?;
    call.shared.forget_project(&id);
    Ok(())
});

/// The advice for a project that cannot be left.
fn not_left(error: Error) -> Error {
    let message = match (error.status(), error.kind()) {
        (Some(400), ErrorKind::PermissionDenied) => {
            "the only administrator of a project cannot leave it. Make another member an \
             administrator first, or delete the project"
        }
        (Some(400), ErrorKind::UnsupportedByServer) => {
            "this server does not let members leave projects created before June 2024. Ask an \
             administrator of the project to remove the member"
        }
        _ => return error,
    };
    let kind = error.kind();
    error.reclassified(kind, message)
}
