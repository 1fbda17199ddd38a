//! Roles that a project defines.

use std::future::IntoFuture;

use infisical_e2ee::{
    Client, CreateRole, DeleteRole, GetRole, ListRoles, Operation, Role, UpdateRole,
};

use super::{NewRole, RoleChange, in_project};

/// `roles.list`.
pub fn list_roles(client: &Client, project: Option<String>) -> Operation<Vec<Role>> {
    in_project(client.roles().list(), project, ListRoles::project).into_future()
}

/// `roles.get`, by slug.
pub fn get_role(client: &Client, slug: String, project: Option<String>) -> Operation<Role> {
    in_project(client.roles().get(slug), project, GetRole::project).into_future()
}

/// `roles.create`.
pub fn create_role(client: &Client, role: NewRole, project: Option<String>) -> Operation<Role> {
    let NewRole { slug, name, description, permissions } = role;
    let mut request = client.roles().create(slug, name).permissions(permissions);
    if let Some(text) = description {
        request = request.description(text);
    }
    in_project(request, project, CreateRole::project).into_future()
}

/// `roles.update`, by slug.
pub fn update_role(
    client: &Client,
    slug: String,
    change: RoleChange,
    project: Option<String>,
) -> Operation<Role> {
    let RoleChange { new_slug, new_name, description, permissions } = change;
    let mut request = client.roles().update(slug);
    if let Some(slug) = new_slug {
        request = request.new_slug(slug);
    }
    if let Some(name) = new_name {
        request = request.new_name(name);
    }
    if let Some(text) = description {
        request = request.description(text);
    }
    if let Some(permissions) = permissions {
        request = request.permissions(permissions);
    }
    in_project(request, project, UpdateRole::project).into_future()
}

/// `roles.delete`, by slug.
pub fn delete_role(client: &Client, slug: String, project: Option<String>) -> Operation<()> {
    in_project(client.roles().delete(slug), project, DeleteRole::project).into_future()
}
