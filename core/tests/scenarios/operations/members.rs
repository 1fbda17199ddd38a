//! Members of projects.

use infisical_e2ee::{Client, DeniedPermission, Fingerprint, Member, RemovedMember};
use serde_json::{Value, json};

use super::{Outcome, with};
use crate::arguments::Arguments;
use crate::{Failure, wrong};

pub(super) async fn perform(name: &str, client: &Client, mut args: Arguments) -> Outcome {
    let members = client.members();
    match name {
        "list" => {
            let request = with!(members.list(), args, project);
            args.done()?;
            Ok(request.await?.iter().map(member_json).collect())
        }
        "invite" => {
            let email = args.required("email")?;
            let request = with!(members.invite(email), args, project, expect_fingerprint);
            args.done()?;
            Ok(member_json(&request.await?))
        }
        "set_role" => {
            let (id, role) = (args.required("member_id")?, args.required("role")?);
            let request = with!(members.set_role(id, role), args, project);
            args.done()?;
            Ok(member_json(&request.await?))
        }
        "deny" => {
            let id = args.required("member_id")?;
            let denied = args.list("denied")?.unwrap_or_default();
            let denied = denied.into_iter().map(denied_permission);
            let denied = denied.collect::<Result<Vec<_>, Failure>>()?;
            let request = with!(members.deny(id, denied), args, project);
            args.done()?;
            Ok(member_json(&request.await?))
        }
        "remove" => {
            let id = args.required("member_id")?;
            let request = with!(members.remove(id), args, project);
            args.done()?;
            Ok(removed_json(&request.await?))
        }
        "share_key" => {
            let id = args.required("member_id")?;
            let request = with!(members.share_key(id), args, project, expect_fingerprint);
            args.done()?;
            Ok(member_json(&request.await?))
        }
        "fingerprint" => {
            let request = with!(members.fingerprint(), args, member_id, project);
            args.done()?;
            Ok(fingerprint_json(&request.await?))
        }
        _ => wrong(format!("there is no operation members.{name}")),
    }
}

fn denied_permission(value: Value) -> Result<DeniedPermission, Failure> {
    let mut fields = Arguments::new(value);
    let denied = DeniedPermission {
        environment: fields.required("environment")?,
        permission: fields.required("permission")?,
    };
    fields.done()?;
    Ok(denied)
}

pub(super) fn member_json(member: &Member) -> Value {
    let denied = member.denied_permissions.iter();
    let denied =
        denied.map(|one| json!({"environment": one.environment, "permission": one.permission}));
    json!({
        "id": member.id,
        "user_id": member.user_id,
        "email": member.email,
        "first_name": member.first_name,
        "last_name": member.last_name,
        "roles": member.roles,
        "public_key": member.public_key,
        "public_key_fingerprint": member.public_key_fingerprint,
        "denied_permissions": denied.collect::<Value>(),
    })
}

pub(super) fn fingerprint_json(fingerprint: &Fingerprint) -> Value {
    json!({
        "sha256": fingerprint.sha256,
        "short": fingerprint.short,
        "words": fingerprint.words,
    })
}

pub(super) fn removed_json(removed: &RemovedMember) -> Value {
    json!({"id": removed.id, "warning": removed.warning})
}
