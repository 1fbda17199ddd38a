//! Folders of secrets; on servers since 2024.

use super::location::{GivenLocation, location_setters, normal_path};
use crate::api::folders::{self as api, FolderList, FolderRecord, OneFolder};
use crate::api::secrets::Place;
use crate::client::call::{Call, Client, awaitable};
use crate::client::session::{Feature, applied_nevertheless};
use crate::http::{Request, Response};
use crate::text::Shown;
use crate::{Error, ErrorKind, Result};

/// Folders of secrets, on servers since 2024. See [`Client::folders`].
///
/// `project`, `environment` and `path` name the folder that contains the one in question.
///
/// May 2023 servers have folders too, but their routes for secrets by name, which this client uses,
/// do not support them. There, all secrets are in `/`, and a call about secrets with another path
/// fails with [`ErrorKind::UnsupportedByServer`].
///
/// Every method fails with [`ErrorKind::InvalidInput`] if it has no project or environment, neither
/// from the call nor from the client or the service token, or if `path` does not have the form
/// `/folder/subfolder`.
///
/// Protocol: `/api/v1/folders`, on May 2023 servers `/api/v1/folder` and `/api/v2/secrets`.
#[derive(Debug, Clone)]
pub struct Folders {
    pub(crate) client: Client,
}

impl Folders {
    /// Lists the folders that lie directly in a folder. A folder that does not exist contains none.
    ///
    /// May 2023 servers return folders together with the secrets of the folder. The client ignores
    /// these secrets, but the server records in the audit log that they were read.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such project or environment, or if the user is not
    ///   a member.
    /// - [`ErrorKind::PermissionDenied`] if the credential may not read there.
    pub fn list(&self) -> ListFolders {
        ListFolders { client: self.client.clone(), location: GivenLocation::default() }
    }

    /// Creates a folder, and the folders of its path that are missing. Servers of 2023 and 2024
    /// return a folder that exists; today's servers refuse to create it again.
    ///
    /// # Arguments
    /// - `name`: the name, of letters from a to z in either case, digits, `-` and `_`.
    ///
    /// # Errors
    /// - [`ErrorKind::Conflict`](crate::ErrorKind::Conflict) if the folder exists, on today's
    ///   servers.
    /// - [`ErrorKind::InvalidInput`] if the name, or that of a folder in the path, is empty or has
    ///   other characters.
    /// - [`ErrorKind::NotFound`] if there is no such project or environment, or if the user is not
    ///   a member.
    /// - [`ErrorKind::PermissionDenied`] if the credential may not write there, or for an API key,
    ///   a service token, a service account or a machine identity on May 2023 servers, where only
    ///   users create folders.
    /// - [`ErrorKind::UnsupportedByServer`] for a description, except on today's servers: then
    ///   nothing is sent.
    /// - [`ErrorKind::IntegrityViolation`] if the server answers with another description than was
    ///   sent.
    pub fn create(&self, name: impl Into<String>) -> CreateFolder {
        CreateFolder {
            client: self.client.clone(),
            name: name.into(),
            description: None,
            location: GivenLocation::default(),
        }
    }

    /// Gives a folder another name. What lies in it moves with it; imports from it and service
    /// tokens for its path do not follow.
    ///
    /// # Arguments
    /// - `name`: the current name.
    /// - `new_name`: the new name, of letters from a to z in either case, digits, `-` and `_`.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such folder, environment or project, or if the user
    ///   is not a member.
    /// - [`ErrorKind::Conflict`] if a folder with the new name exists there.
    /// - [`ErrorKind::InvalidInput`] if the new name is empty or has other characters.
    /// - [`ErrorKind::PermissionDenied`] if the credential may not write there.
    /// - [`ErrorKind::UnsupportedByServer`] on May 2023 servers, which cannot rename folders.
    pub fn rename(&self, name: impl Into<String>, new_name: impl Into<String>) -> RenameFolder {
        RenameFolder {
            client: self.client.clone(),
            name: name.into(),
            new_name: new_name.into(),
            location: GivenLocation::default(),
        }
    }

    /// Gives a folder another description, or removes it. The server can read it.
    ///
    /// # Arguments
    /// - `name`: the name of the folder.
    /// - `description`: the new description, of at most 255 characters; empty to remove it.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such folder, environment or project, or if the user
    ///   is not a member.
    /// - [`ErrorKind::InvalidInput`] if the description is too long.
    /// - [`ErrorKind::PermissionDenied`] if the credential may not write there.
    /// - [`ErrorKind::UnsupportedByServer`] if the server is an earlier one: then nothing is sent.
    /// - [`ErrorKind::IntegrityViolation`] if the server answers with another description than was
    ///   sent.
    pub fn set_description(
        &self,
        name: impl Into<String>,
        description: impl Into<String>,
    ) -> SetFolderDescription {
        SetFolderDescription {
            client: self.client.clone(),
            name: name.into(),
            description: description.into(),
            location: GivenLocation::default(),
        }
    }

    /// Deletes a folder with everything in it.
    ///
    /// # Arguments
    /// - `name`: the name of the folder.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such folder, environment or project, or if the user
    ///   is not a member.
    /// - [`ErrorKind::PermissionDenied`] if the credential may not write there, or for an API key,
    ///   a service token, a service account or a machine identity on May 2023 servers, where only
    ///   users delete folders.
    pub fn delete(&self, name: impl Into<String>) -> DeleteFolder {
        DeleteFolder {
            client: self.client.clone(),
            name: name.into(),
            location: GivenLocation::default(),
        }
    }
}

/// Lists folders when awaited. See [`Folders::list`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ListFolders {
    client: Client,
    location: GivenLocation,
}

impl ListFolders {
    location_setters!();
}

awaitable!(ListFolders => Vec<Folder>, |this, call| {
    let place = call.place_of_folders(this.location).await?;
    call.folders(&place).await
});

/// Creates a folder when awaited. See [`Folders::create`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct CreateFolder {
    client: Client,
    name: String,
    description: Option<String>,
    location: GivenLocation,
}

impl CreateFolder {
    location_setters!();

    /// Description for people, of at most 255 characters; none by default. Only today's servers
    /// store it, and they can read it.
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }
}

awaitable!(CreateFolder => Folder, |this, call| call.create_folder(this).await);

/// Renames a folder when awaited. See [`Folders::rename`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct RenameFolder {
    client: Client,
    name: String,
    new_name: String,
    location: GivenLocation,
}

impl RenameFolder {
    location_setters!();
}

awaitable!(RenameFolder => Folder, |this, call| {
    call.rename_folder(&this.name, &this.new_name, this.location).await
});

/// Changes the description of a folder when awaited. See [`Folders::set_description`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct SetFolderDescription {
    client: Client,
    name: String,
    description: String,
    location: GivenLocation,
}

impl SetFolderDescription {
    location_setters!();
}

awaitable!(SetFolderDescription => Folder, |this, call| call.describe_folder(this).await);

/// Deletes a folder when awaited. See [`Folders::delete`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct DeleteFolder {
    client: Client,
    name: String,
    location: GivenLocation,
}

impl DeleteFolder {
    location_setters!();
}

awaitable!(DeleteFolder => (), |this, call| {
    let place = call.place_of_changed_folder(this.location).await?;
    let folder = find(&call.folders(&place).await?, &this.name, &place)?.id.clone();
    let request = api::delete(call.era().await?, &folder, &this.name, &place)?;
    call.change_folder(&this.name, &place, request).await?;
    Ok(())
});

/// A folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    /// The folder's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The full path, such as `/backend/jobs`.
    pub path: String,
    /// Its description for people, if it has one. Only today's servers store it.
    pub description: Option<String>,
    /// When the folder was created, as RFC 3339 in UTC, if the server sends it.
    pub created_at: Option<String>,
    /// When the folder was last changed, as RFC 3339 in UTC, if the server sends it.
    pub updated_at: Option<String>,
}

impl Folder {
    fn new(record: FolderRecord, parent: &Place) -> Self {
        let parent = parent.path.as_deref().unwrap_or("/").trim_end_matches('/');
        Self {
            path: format!("{parent}/{}", record.name),
            id: record.id(),
            name: record.name,
            description: record.description.filter(|description| !description.is_empty()),
            created_at: record.created_at,
            updated_at: record.updated_at,
        }
    }
}

/// The characters of a description that servers store.
const LONGEST_DESCRIPTION: usize = 255;

impl Call {
    /// Like [`place`](Self::place), for imports.
    pub(crate) async fn place_of_imports(&self, location: GivenLocation) -> Result<Place> {
        self.require(Feature::SecretImports).await?;
        self.place(location).await
    }

    /// Like [`place`](Self::place), but with a path also where secrets have none.
    async fn place_of_folders(&self, location: GivenLocation) -> Result<Place> {
        if self.era().await?.has_folders() {
            return self.place(location).await;
        }
        let path = normal_path(location.path.as_deref().unwrap_or("/"))?;
        let place = self.place(GivenLocation { path: None, ..location }).await?;
        Ok(Place { path: Some(path), ..place })
    }

    /// Like [`place_of_folders`](Self::place_of_folders), for changes.
    async fn place_of_changed_folder(&self, location: GivenLocation) -> Result<Place> {
        if self.era().await?.is_may_2023() {
            self.require_session()?;
        }
        self.place_of_folders(location).await
    }

    async fn create_folder(&self, this: CreateFolder) -> Result<Folder> {
        let CreateFolder { name, description, location, .. } = this;
        let description = description.filter(|description| !description.is_empty());
        if let Some(description) = &description {
            self.check_description(&name, description).await?;
        }
        let place = self.place_of_changed_folder(location).await?;
        check_name(&name)?;
        if self.era().await?.is_may_2023() {
            return self.create_folder_may_2023(&name, &place).await;
        }
        let request = api::create(&name, description.as_deref(), &place)?;
        let created: OneFolder = self.send_authorized(request).await?.json().await?;
        let folder = Folder::new(created.folder, &place);
        if description.is_some() {
            check_described(&folder, description, &place)?;
        }
        Ok(folder)
    }

    async fn describe_folder(&self, this: SetFolderDescription) -> Result<Folder> {
        let SetFolderDescription { name, description, location, .. } = this;
        self.check_description(&name, &description).await?;
        let place = self.place(location).await?;
        let id = find(&self.folders(&place).await?, &name, &place)?.id.clone();
        let description = Some(description).filter(|description| !description.is_empty());
        let request = api::describe(&id, &name, description.as_deref(), &place)?;
        let changed: OneFolder = self.send_authorized(request).await?.json().await?;
        let folder = Folder::new(changed.folder, &place);
        check_described(&folder, description, &place)?;
        Ok(folder)
    }

    async fn check_description(&self, name: &str, description: &str) -> Result<()> {
        let subject = format!("folder {name:?}", name = Shown(name));
        Feature::FolderDescriptions.check_for(self.era().await?, &subject)?;
        if description.chars().count() <= LONGEST_DESCRIPTION {
            return Ok(());
        }
        let message = format!(
            "{subject}: the description is longer than {LONGEST_DESCRIPTION} characters. Give a \
             shorter one"
        );
        Err(Error::new(ErrorKind::InvalidInput, message))
    }

    /// The server creates one folder at a time, in the folder with an id. It returns an existing
    /// folder unchanged.
    async fn create_folder_may_2023(&self, name: &str, place: &Place) -> Result<Folder> {
        let path = place.path.as_deref().unwrap_or("/");
        let parents: Vec<_> = path.split('/').filter(|folder| !folder.is_empty()).collect();
        parents.iter().try_for_each(|folder| check_name(folder))?;
        let mut parent: Option<String> = None;
        for folder in parents {
            let request = api::create_may_2023(folder, parent.as_deref(), place)?;
            let record: FolderRecord = self.send_authorized(request).await?.json().await?;
            parent = Some(record.id());
        }
        let request = api::create_may_2023(name, parent.as_deref(), place)?;
        Ok(Folder::new(self.send_authorized(request).await?.json().await?, place))
    }

    pub(crate) async fn folders(&self, place: &Place) -> Result<Vec<Folder>> {
        let request = api::list(self.era().await?, place);
        let list: FolderList = self.send_authorized(request).await?.json().await?;
        Ok(list.folders.into_iter().map(|record| Folder::new(record, place)).collect())
    }

    /// Fails unless the folder and the environment of a place exist.
    pub(crate) async fn check_folder(&self, place: &Place) -> Result<()> {
        let (parent, name) = split(place.path.as_deref().unwrap_or("/"));
        let parent = place.at(parent);
        let folders = self.folders(&parent).await?;
        if name.is_empty() {
            return Ok(());
        }
        find(&folders, name, &parent).map(drop)
    }

    /// Sends a change after which the secrets of a folder, and of those in it, are elsewhere.
    async fn change_folder(
        &self,
        name: &str,
        parent: &Place,
        request: Request,
    ) -> Result<Response> {
        let path = parent.path.as_deref().unwrap_or("/").trim_end_matches('/');
        let (path, environment) = (format!("{path}/{name}"), Some(parent.environment.as_str()));
        let change = self.send_authorized(request);
        self.rearranging(&parent.workspace_id, environment, &path, change).await
    }

    async fn rename_folder(
        &self,
        name: &str,
        new_name: &str,
        location: GivenLocation,
    ) -> Result<Folder> {
        Feature::FolderRename
            .check_for(self.era().await?, &format!("folder {name:?}", name = Shown(name)))?;
        let place = self.place(location).await?;
        check_name(new_name)?;
        let folders = self.folders(&place).await?;
        let folder = find(&folders, name, &place)?;
        // Some servers would store two folders with one name, and find only one of them.
        if folders.iter().any(|other| other.name == new_name && other.id != folder.id) {
            return Err(Error::new(
                ErrorKind::Conflict,
                format!("{}: it already exists", api::subject(new_name, &place)),
            ));
        }
        let request = api::rename(&folder.id, name, new_name, &place)?;
        let answer = self.change_folder(name, &place, request).await?;
        let renamed: OneFolder = answer.json().await?;
        Ok(Folder::new(renamed.folder, &place))
    }
}

/// Fails unless the server answered with the description that was sent.
fn check_described(folder: &Folder, sent: Option<String>, place: &Place) -> Result<()> {
    if folder.description == sent {
        return Ok(());
    }
    let message = format!(
        "{}: the server answered with another description than was sent",
        api::subject(&folder.name, place)
    );
    Err(applied_nevertheless(Error::new(ErrorKind::IntegrityViolation, message)))
}

/// The parent and the name of a folder with a canonical path; `/` has no name.
fn split(path: &str) -> (&str, &str) {
    match path.rsplit_once('/') {
        Some(("", name)) => ("/", name),
        Some(split) => split,
        None => ("/", path),
    }
}

fn find<'a>(folders: &'a [Folder], name: &str, place: &Place) -> Result<&'a Folder> {
    folders.iter().find(|folder| folder.name == name).ok_or_else(|| {
        Error::new(
            ErrorKind::NotFound,
            format!("{}: not found. Check its name and its path", api::subject(name, place)),
        )
    })
}

fn check_name(name: &str) -> Result<()> {
    let is_in = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    if !name.is_empty() && name.bytes().all(is_in) {
        return Ok(());
    }
    Err(Error::new(
        ErrorKind::InvalidInput,
        format!(
            "{name:?} cannot be the name of a folder. Use letters, digits, \"-\" and \"_\"; give \
             parent folders in the path",
            name = Shown(name)
        ),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn split_path_into_parent_and_name() {
        for (path, parts) in [("/", ("/", "")), ("/a", ("/", "a")), ("/a/b/c", ("/a/b", "c"))] {
            assert_eq!(split(path), parts);
        }
    }
}
