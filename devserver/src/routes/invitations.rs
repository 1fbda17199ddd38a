//! Invitations to an organisation.

use serde_json::json;

use crate::auth::access;
use crate::auth::permissions::{Action, Subject};
use crate::era::Era;
use crate::error::ApiError;
use crate::http::Call;
use crate::routes::signup;
use crate::store::codes::{self, Purpose};
use crate::store::{organizations, users};
use crate::wire::{self, Reply};

const FAILED: ApiError = ApiError::Refused {
    may23: "Failed to send organization invite",
    later: "User already exist in organization",
};

/// Invites an address: any member may in May 2023, those who run the organisation later.
pub(crate) fn invite(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let (email, organization_id) = (body.filled("inviteeEmail"), body.trimmed("organizationId"));
    body.finish()?;
    call.app.store.write(|db| {
        match call.era() {
            Era::May23 => access::organization(call, db, &organization_id).map_err(|_| FAILED)?,
            Era::Feb24 | Era::Jun24 => access::organization_admin(
                call,
                db,
                &organization_id,
                Action::Create,
                Subject::Member,
            )?,
        };
        let invitee = users::by_email(db, &email)?;
        if let Some(user) = &invitee
            && let Some(membership) = organizations::membership_of(db, &organization_id, &user.id)?
            && membership.is_accepted()
        {
            return Err(FAILED);
        }
        organizations::invite(db, call.era(), &organization_id, &email, invitee.as_ref())?;
        codes::issue(db, Purpose::Invite, &email, &organization_id)?;
        let sent = if call.era() == Era::May23 { "Sent" } else { "Send" };
        Ok(Reply::json(json!({ "message": format!("{sent} an invite link to {email}") })))
    })
}

/// Takes up an invitation: a registered invitee is a member at once, others get a sign-up token.
pub(crate) fn accept(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let (email, organization_id) = (body.filled("email"), body.trimmed("organizationId"));
    let code = body.text("code");
    body.finish()?;
    call.app.store.write(|db| {
        if !codes::consume(db, Purpose::Invite, &email, &organization_id, code.trim())? {
            let text = "Failed email magic link verification for organization invitation";
            return Err(match call.era() {
                Era::May23 => ApiError::ErrorText(400, text),
                Era::Feb24 | Era::Jun24 => ApiError::bad_request(text),
            });
        }
        let user = users::find_or_create(db, call.era(), &email)?;
        let message = "Successfully verified email";
        if !user.is_accepted {
            return Ok(Reply::json(json!({
                "message": message,
                "user": wire::users::verified(call.era(), &user),
                "token": signup::signup_token(call, &user)?,
            })));
        }
        organizations::accept_invitations(db, &user, Some(&organization_id))?;
        let user = wire::users::with_public_key(call.era(), &user);
        Ok(Reply::json(json!({ "message": message, "user": user })))
    })
}
