//! Roles that a project defines.

use infisical_e2ee::{Client, Role, RolePermission};
use serde_json::{Value, json};

use super::{Outcome, with};
use crate::arguments::Arguments;
use crate::{Failure, wrong};

pub(super) async fn perform(name: &str, client: &Client, mut args: Arguments) -> Outcome {
    let roles = client.roles();
    match name {
        "list" => {
            let request = with!(roles.list(), args, project);
            args.done()?;
            Ok(request.await?.iter().map(role_json).collect())
        }
        "get" => {
            let slug = args.required("slug")?;
            let request = with!(roles.get(slug), args, project);
            args.done()?;
            Ok(role_json(&request.await?))
        }
        "create" => {
            let (slug, name) = (args.required("slug")?, args.required("name")?);
            let mut request = with!(roles.create(slug, name), args, description, project);
            if let Some(permissions) = permissions(&mut args)? {
                request = request.permissions(permissions);
            }
            args.done()?;
            Ok(role_json(&request.await?))
        }
        "update" => {
            let slug = args.required("slug")?;
            let request = roles.update(slug);
            let mut request = with!(request, args, new_slug, new_name, description, project);
            if let Some(permissions) = permissions(&mut args)? {
                request = request.permissions(permissions);
            }
            args.done()?;
            Ok(role_json(&request.await?))
        }
        "delete" => {
            let slug = args.required("slug")?;
            let request = with!(roles.delete(slug), args, project);
            args.done()?;
            request.await?;
            Ok(Value::Null)
        }
        _ => wrong(format!("there is no operation roles.{name}")),
    }
}

fn permissions(args: &mut Arguments) -> Result<Option<Vec<RolePermission>>, Failure> {
    let Some(given) = args.list("permissions")? else { return Ok(None) };
    let permissions = given.into_iter().map(|one| {
        let mut one = Arguments::new(one);
        let permission = RolePermission {
            subject: one.required("subject")?,
            actions: one.texts("actions")?,
            conditions: one.object("conditions")?.map(|object| object.to_string()),
            inverted: one.flag("inverted")?,
        };
        one.done()?;
        Ok(permission)
    });
    permissions.collect::<Result<_, _>>().map(Some)
}

fn role_json(role: &Role) -> Value {
    json!({
        "id": role.id,
        "slug": role.slug,
        "name": role.name,
        "description": role.description,
        "permissions": role.permissions.iter().map(permission_json).collect::<Value>(),
    })
}

fn permission_json(permission: &RolePermission) -> Value {
    let conditions = permission.conditions.as_deref();
    json!({
        "subject": permission.subject,
        "actions": permission.actions,
        "conditions": conditions.map(|text| serde_json::from_str::<Value>(text).ok()),
        "inverted": permission.inverted,
    })
}
