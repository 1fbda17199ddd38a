//! Members of projects.

use infisical_e2ee::{Client, Member, RemovedMember};
use serde_json::{Value, json};

use super::{Outcome, with};
use crate::arguments::Arguments;
use crate::wrong;

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
        _ => wrong(format!("there is no operation members.{name}")),
    }
}

fn member_json(member: &Member) -> Value {
    json!({
        "id": member.id,
        "user_id": member.user_id,
        "email": member.email,
        "first_name": member.first_name,
        "last_name": member.last_name,
        "roles": member.roles,
        "public_key": member.public_key,
        "public_key_fingerprint": member.public_key_fingerprint,
    })
}

pub(super) fn removed_json(removed: &RemovedMember) -> Value {
    json!({"id": removed.id, "warning": removed.warning})
}
