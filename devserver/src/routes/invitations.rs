//! Invitations to an organisation.

use rusqlite::Connection;
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

/// For existing members; in May 2023 also for any other reason.
fn failed(era: Era) -> ApiError {
    match era {
        Era::May23 => ApiError::Message(400, "Failed to send organization invite"),
        Era::Feb24 | Era::Jun24 | Era::Modern => ApiError::Later {
            status: 400,
            error: "Invite user to org",
            message: "Failed to invite an existing member of org",
        },
    }
}

/// Invites an address: any member may in May 2023, those who run the organisation later.
pub(crate) fn invite(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let (email, organization_id) = (body.filled("inviteeEmail"), body.trimmed("organizationId"));
    body.finish()?;
    call.app.store.write(|db| {
        match call.era() {
            Era::May23 => {
                access::organization(call, db, &organization_id).map_err(|_| failed(call.era()))?
            }
            Era::Feb24 | Era::Jun24 | Era::Modern => access::organization_admin(
                call,
                db,
                &organization_id,
                Action::Create,
                Subject::Member,
            )?,
        };
        // Later releases create an account without keys if there is none.
        let invitee = match call.era() {
            Era::May23 => users::by_email(db, &email)?,
            Era::Feb24 | Era::Jun24 | Era::Modern => {
                Some(users::find_or_create(db, call.era(), &email)?)
            }
        };
        if let Some(user) = &invitee
            && let Some(membership) = organizations::membership_of(db, &organization_id, &user.id)?
            && membership.is_accepted()
        {
            return Err(failed(call.era()));
        }
        organizations::invite(db, call.era(), &organization_id, &email, invitee.as_ref())?;
        codes::issue(db, Purpose::Invite, &email, &organization_id)?;
        let sent = if call.era() == Era::May23 { "Sent" } else { "Send" };
        Ok(Reply::json(json!({ "message": format!("{sent} an invite link to {email}") })))
    })
}

/// Accepts an invitation: a registered invitee becomes a member, others get a sign-up token.
pub(crate) fn accept(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let (email, organization_id) = (body.filled("email"), body.trimmed("organizationId"));
    let code = body.text("code");
    body.finish()?;
    call.app.store.write(|db| {
        if call.era() != Era::May23 && !call.era().is_modern() {
            check_invited(db, &email, &organization_id)?;
        }
        if !codes::consume(db, Purpose::Invite, &email, &organization_id, code.trim())? {
            return Err(refused(call, db, &email, &organization_id)?);
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

/// Checks of later releases before the code.
fn check_invited(db: &Connection, email: &str, organization_id: &str) -> Result<(), ApiError> {
    let refused = |message| ApiError::Later { status: 400, error: "Verify user to org", message };
    let user = users::by_email(db, email)?.ok_or_else(|| refused("Invalid request"))?;
    organizations::membership_of(db, organization_id, &user.id)?
        .filter(|membership| !membership.is_accepted())
        .ok_or_else(|| refused("Failed to find invitation"))?;
    Ok(())
}

/// Why a code was rejected: there is none, or it differs.
fn refused(
    call: &Call,
    db: &Connection,
    email: &str,
    organization_id: &str,
) -> Result<ApiError, ApiError> {
    Ok(match call.era() {
        Era::May23 => ApiError::ErrorText(
            400,
            "Failed email magic link verification for organization invitation",
        ),
        Era::Feb24 | Era::Jun24 | Era::Modern => {
            signup::code_refused(call, db, Purpose::Invite, email, organization_id)?
        }
    })
}
