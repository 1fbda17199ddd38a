//! Tags of a project.

use std::future::IntoFuture;

use infisical_e2ee::{Client, CreateTag, DeleteTag, ListTags, Operation, Tag, UpdateTag};

use super::in_project;

/// `tags.list`.
pub fn list_tags(client: &Client, project: Option<String>) -> Operation<Vec<Tag>> {
    in_project(client.tags().list(), project, ListTags::project).into_future()
}

/// `tags.create`.
pub fn create_tag(
    client: &Client,
    name: String,
    slug: String,
    color: Option<String>,
    project: Option<String>,
) -> Operation<Tag> {
    let mut request = client.tags().create(name, slug);
    if let Some(color) = color {
        request = request.color(color);
    }
    in_project(request, project, CreateTag::project).into_future()
}

/// `tags.update`, by slug or id.
pub fn update_tag(
    client: &Client,
    tag: String,
    new_slug: Option<String>,
    color: Option<String>,
    project: Option<String>,
) -> Operation<Tag> {
    let mut request = client.tags().update(tag);
    if let Some(slug) = new_slug {
        request = request.new_slug(slug);
    }
    if let Some(color) = color {
        request = request.color(color);
    }
    in_project(request, project, UpdateTag::project).into_future()
}

/// `tags.delete`, by slug or id.
pub fn delete_tag(client: &Client, tag: String, project: Option<String>) -> Operation<()> {
    in_project(client.tags().delete(tag), project, DeleteTag::project).into_future()
}
