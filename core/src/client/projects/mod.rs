//! Projects with their environments, folders, tags and imports. Also determines the project,
//! organization, environment and folder of a call.
//!
//! Uses `call` and `session`.

mod environments;
mod folders;
mod ids;
mod location;
mod organization;
mod project;
mod secret_imports;
mod settings;
mod tags;

pub use environments::{
    CreateEnvironment, DeleteEnvironment, Environment, Environments, ListEnvironments,
    UpdateEnvironment,
};
pub use folders::{
    CreateFolder, DeleteFolder, Folder, Folders, ListFolders, RenameFolder, SetFolderDescription,
};
pub use project::{GetProject, GetProjectBySlug, ListProjects, Project, Projects};
pub use secret_imports::{
    CreateSecretImport, DeleteSecretImport, ListSecretImports, SecretImport, SecretImports,
    UpdateSecretImport,
};
pub use settings::{
    DeleteProject, LeaveProject, RenameProject, SetAutoCapitalization, SetVersionLimit,
};
pub use tags::{CreateTag, DeleteTag, ListTags, Tag, Tags, UpdateTag};

pub(crate) use environments::project_setter;
pub(crate) use location::{GivenLocation, location_setters, normal_path};
pub(crate) use organization::organization_setter;
