//! Invitations to the caller's organization.

use serde_json::{Value, json};

use crate::auth::permissions::{Action, ORGANIZATION_ROLES, Subject};
use crate::error::ApiError;
use crate::http::Call;
use crate::routes::signup;
use crate::routes::today::organizations::{administered, selected};
use crate::store::codes::{self, Purpose};
use crate::store::{organizations, users};
use crate::wire::Reply;

/// Invites addresses. The organization in the body is ignored: it is always the caller's own.
pub(crate) fn invite(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let emails = body.texts("inviteeEmails");
    body.trimmed("organizationId");
    let role = body.text_opt("organizationRoleSlug").unwrap_or_else(|| "member".to_owned());
    body.finish()?;
    let organization_id = selected(call)?.to_owned();
    call.app.store.write(|db| {
        administered(call, db, &organization_id, Action::Create, Subject::Member)?;
        if !ORGANIZATION_ROLES.contains(&role.as_str()) {
            return Err(unknown_role(&role, &organization_id));
        }
        let mut sent = Vec::new();
        for email in emails.iter().map(|email| email.trim().to_lowercase()) {
            let invitee = users::find_or_create(db, call.era(), &email)?;
            let place = organizations::membership_of(db, &organization_id, &invitee.id)?;
            if place.is_some_and(|place| place.is_accepted()) {
                continue;
            }
            organizations::invite(db, call.era(), &organization_id, &email, Some(&invitee))?;
            if let Some(place) = organizations::membership_of(db, &organization_id, &invitee.id)? {
                organizations::set_role(db, &place.id, &role)?;
            }
            codes::issue(db, Purpose::Invite, &email, &organization_id)?;
            sent.push(email);
        }
        Ok(Reply::json(json!({
            "message": format!("Send an invite link to {}", sent.join(", ")),
            // Links are in the answer only where no mail can be sent.
            "completeInviteLinks": Vec::<Value>::new(),
        })))
    })
}

/// Uses up a code: who has an account may select the organization, others get a sign-up token.
pub(crate) fn verify(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let email = body.filled("email").trim().to_lowercase();
    let organization_id = body.trimmed("organizationId");
    let code = body.text("code");
    body.finish()?;
    call.app.store.write(|db| {
        let user = users::by_email(db, &email)?.ok_or(ApiError::Internal)?;
        if !codes::consume(db, Purpose::Invite, &email, &organization_id, code.trim())? {
            return Err(ApiError::Internal);
        }
        let message = "Successfully verified email";
        Ok(Reply::json(if user.is_accepted {
            json!({ "message": message })
        } else {
            json!({ "message": message, "token": signup::signup_token(call, &user)? })
        }))
    })
}

/// There is no such role in the organization.
pub(crate) fn unknown_role(role: &str, organization_id: &str) -> ApiError {
    ApiError::absent(format!(
        "Specified roles '{role}' was not found in the organization with ID '{organization_id}'"
    ))
}
