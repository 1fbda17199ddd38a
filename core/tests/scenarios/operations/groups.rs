//! Groups of users.

use infisical_e2ee::{Client, Group, GroupMember, ProjectGroup};
use serde_json::{Value, json};

use super::{Outcome, with};
use crate::arguments::Arguments;
use crate::wrong;

pub(super) async fn perform(name: &str, client: &Client, mut args: Arguments) -> Outcome {
    let groups = client.groups();
    match name {
        "list" => {
            let request = with!(groups.list(), args, organization);
            args.done()?;
            Ok(request.await?.iter().map(group_json).collect())
        }
        "get" => {
            let id = args.required("id")?;
            args.done()?;
            Ok(group_json(&groups.get(id).await?))
        }
        "create" => {
            let name = args.required("name")?;
            let request = with!(groups.create(name), args, slug, role, organization);
            args.done()?;
            Ok(group_json(&request.await?))
        }
        "update" => {
            let id = args.required("id")?;
            let request = with!(groups.update(id), args, new_name, new_slug, role);
            args.done()?;
            Ok(group_json(&request.await?))
        }
        "delete" => {
            let id = args.required("id")?;
            args.done()?;
            groups.delete(id).await?;
            Ok(Value::Null)
        }
        "members" => {
            let id = args.required("id")?;
            args.done()?;
            Ok(groups.members(id).await?.iter().map(member_json).collect())
        }
        "add_member" => {
            let (id, username) = (args.required("id")?, args.required("username")?);
            args.done()?;
            Ok(member_json(&groups.add_member(id, username).await?))
        }
        "remove_member" => {
            let (id, username) = (args.required("id")?, args.required("username")?);
            args.done()?;
            groups.remove_member(id, username).await?;
            Ok(Value::Null)
        }
        "list_in_project" => {
            let request = with!(groups.list_in_project(), args, project);
            args.done()?;
            Ok(request.await?.iter().map(project_group_json).collect())
        }
        "add_to_project" => {
            let (id, role) = (args.required("id")?, args.required("role")?);
            let request = with!(groups.add_to_project(id, role), args, project);
            args.done()?;
            request.await?;
            Ok(Value::Null)
        }
        "set_role_in_project" => {
            let (id, role) = (args.required("id")?, args.required("role")?);
            let request = with!(groups.set_role_in_project(id, role), args, project);
            args.done()?;
            request.await?;
            Ok(Value::Null)
        }
        "remove_from_project" => {
            let id = args.required("id")?;
            let request = with!(groups.remove_from_project(id), args, project);
            args.done()?;
            request.await?;
            Ok(Value::Null)
        }
        _ => wrong(format!("there is no operation groups.{name}")),
    }
}

fn group_json(group: &Group) -> Value {
    json!({
        "id": group.id,
        "name": group.name,
        "slug": group.slug,
        "role": group.role,
        "organization_id": group.organization_id,
    })
}

fn member_json(member: &GroupMember) -> Value {
    json!({
        "id": member.id,
        "username": member.username,
        "email": member.email,
        "first_name": member.first_name,
        "last_name": member.last_name,
    })
}

fn project_group_json(group: &ProjectGroup) -> Value {
    json!({
        "id": group.id,
        "group_id": group.group_id,
        "name": group.name,
        "slug": group.slug,
        "roles": group.roles,
    })
}
