//! Renaming, setting and deleting projects.

use super::{Client, Project, Projects, awaitable};
use crate::api::workspaces;
use crate::{Error, ErrorKind, Result};

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
    check_name(&this.name)?;
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

pub(super) fn check_name(name: &str) -> Result<()> {
    if name.trim().is_empty() {
        return Err(Error::new(ErrorKind::InvalidInput, "the project needs a name"));
    }
    Ok(())
}
