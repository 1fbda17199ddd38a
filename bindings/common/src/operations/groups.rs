//! Groups of users.

use std::future::IntoFuture;

use infisical_e2ee::{
    AddGroupToProject, Client, Group, GroupMember, ListProjectGroups, Operation, ProjectGroup,
    RemoveGroupFromProject, SetGroupRole,
};

use super::{in_organization, in_project};

/// `groups.list`.
pub fn list_groups(client: &Client, organization: Option<String>) -> Operation<Vec<Group>> {
    in_organization!(client.groups().list(), organization)
}

/// `groups.get`.
pub fn get_group(client: &Client, id: String) -> Operation<Group> {
    client.groups().get(id).into_future()
}

/// `groups.create`.
pub fn create_group(
    client: &Client,
    name: String,
    slug: Option<String>,
    role: Option<String>,
    organization: Option<String>,
) -> Operation<Group> {
    let mut request = client.groups().create(name);
    if let Some(slug) = slug {
        request = request.slug(slug);
    }
    if let Some(role) = role {
        request = request.role(role);
    }
    in_organization!(request, organization)
}

/// `groups.update`.
pub fn update_group(
    client: &Client,
    id: String,
    new_name: Option<String>,
    new_slug: Option<String>,
    role: Option<String>,
) -> Operation<Group> {
    let mut request = client.groups().update(id);
    if let Some(name) = new_name {
        request = request.new_name(name);
    }
    if let Some(slug) = new_slug {
        request = request.new_slug(slug);
    }
    if let Some(role) = role {
        request = request.role(role);
    }
    request.into_future()
}

/// `groups.delete`.
pub fn delete_group(client: &Client, id: String) -> Operation<()> {
    client.groups().delete(id).into_future()
}

/// `groups.members`.
pub fn list_group_members(client: &Client, id: String) -> Operation<Vec<GroupMember>> {
    client.groups().members(id).into_future()
}

/// `groups.add_member`.
pub fn add_group_member(client: &Client, id: String, username: String) -> Operation<GroupMember> {
    client.groups().add_member(id, username).into_future()
}

/// `groups.remove_member`.
pub fn remove_group_member(client: &Client, id: String, username: String) -> Operation<()> {
    client.groups().remove_member(id, username).into_future()
}

/// `groups.list_in_project`.
pub fn list_project_groups(
    client: &Client,
    project: Option<String>,
) -> Operation<Vec<ProjectGroup>> {
    let request = client.groups().list_in_project();
    in_project(request, project, ListProjectGroups::project).into_future()
}

/// `groups.add_to_project`.
pub fn add_group_to_project(
    client: &Client,
    id: String,
    role: String,
    project: Option<String>,
) -> Operation<()> {
    let request = client.groups().add_to_project(id, role);
    in_project(request, project, AddGroupToProject::project).into_future()
}

/// `groups.set_role_in_project`.
pub fn set_group_role(
    client: &Client,
    id: String,
    role: String,
    project: Option<String>,
) -> Operation<()> {
    let request = client.groups().set_role_in_project(id, role);
    in_project(request, project, SetGroupRole::project).into_future()
}

/// `groups.remove_from_project`.
pub fn remove_group_from_project(
    client: &Client,
    id: String,
    project: Option<String>,
) -> Operation<()> {
    let request = client.groups().remove_from_project(id);
    in_project(request, project, RemoveGroupFromProject::project).into_future()
}
