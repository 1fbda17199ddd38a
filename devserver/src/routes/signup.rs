//! Sign-up: code by mail, code back, account completed with keys made by the client.

use rusqlite::Connection;
use serde_json::{Value, json};

use crate::auth::jwt::{self, Kind, Subject};
use crate::era::Era;
use crate::error::ApiError;
use crate::http::Call;
use crate::input::Form;
use crate::routes::instance;
use crate::routes::login;
use crate::routes::password;
use crate::store::codes::{self, Purpose};
use crate::store::organizations;
use crate::store::users::{self, Profile, User, UserKeys};
use crate::wire::{self, Reply};

/// Step one: issues a code to an address that has no complete account.
pub(crate) fn send_code(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let email = body.filled("email");
    body.finish()?;
    if !is_email(&email) {
        return Err(ApiError::Refused {
            may23: "Failed to send email verification code",
            later: "Invalid email",
        });
    }
    call.app.store.write(|db| {
        if !instance::allows_sign_up(db)? {
            return Err(ApiError::Later {
                status: 403,
                error: "UnauthorizedError",
                message: "Signup's are disabled",
            });
        }
        if users::by_email(db, &email)?.is_some_and(|user| user.is_accepted) {
            return Err(already_complete(
                call.era(),
                "Failed to send email verification code for complete account",
            ));
        }
        if call.era() != Era::May23 {
            users::find_or_create(db, call.era(), &email)?;
        }
        codes::issue(db, Purpose::Signup, &email, "")?;
        let message = format!("Sent an email verification code to {email}");
        Ok(Reply::json(json!({ "message": message })))
    })
}

/// Step two: checks the code and gives a sign-up token.
pub(crate) fn verify_code(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let (email, code) = (body.filled("email"), body.text("code"));
    body.finish()?;
    call.app.store.write(|db| {
        let user = users::by_email(db, &email)?;
        // Later eras store an address as soon as a code is sent to it.
        let is_unknown = user.is_none() && call.era() != Era::May23;
        if is_unknown || user.is_some_and(|user| user.is_accepted) {
            return Err(already_complete(
                call.era(),
                "Failed email verification for complete user",
            ));
        }
        if !codes::consume(db, Purpose::Signup, &email, "", code.trim())? {
            return Err(match call.era() {
                Era::May23 => ApiError::ErrorText(400, "Failed email verification"),
                Era::Feb24 | Era::Jun24 | Era::Modern => {
                    code_refused(call, db, Purpose::Signup, &email, "")?
                }
            });
        }
        let user = users::find_or_create(db, call.era(), &email)?;
        Ok(Reply::json(json!({
            // Spelt as every server spells it.
            "message": "Successfuly verified email",
            "user": wire::users::verified(call.era(), &user),
            "token": signup_token(call, &user)?,
        })))
    })
}

/// Step three: completes the account and founds its organisation.
pub(crate) fn complete(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let (email, account) = (body.filled("email"), Account::read(call.era(), &body));
    let organization_name = body.filled("organizationName");
    body.finish()?;
    let claimed = signup_user_id(call)?;
    let user_agent = user_agent(call)?;
    call.app.store.write(|db| {
        let user = open_account(call, db, &email, &claimed)?;
        let user = users::complete(db, &user.id, &account.profile())?;
        let organization = organizations::create(db, call.era(), &organization_name, &user.id)?;
        organizations::accept_invitations(db, &user, None)?;
        let tokens = login::tokens(call, db, &user, &user_agent, Some(&organization.id))?;
        let mut answer = json!({
            "message": "Successfully set up account",
            "user": wire::users::plain(call.era(), &user),
            "token": tokens.access,
        });
        if call.era() >= Era::Jun24 {
            set(&mut answer, "organizationId", organization.id.into());
        }
        Ok(Reply::json(answer).with_refresh_cookie(&tokens.refresh))
    })
}

/// Step three for an invited person: completes the account, founds nothing.
pub(crate) fn complete_invited(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let (email, account) = (body.filled("email"), Account::read(call.era(), &body));
    body.finish()?;
    let claimed = signup_user_id(call)?;
    let user_agent = user_agent(call)?;
    call.app.store.write(|db| {
        let user = open_account(call, db, &email, &claimed)?;
        let user = users::complete(db, &user.id, &account.profile())?;
        if organizations::accept_invitations(db, &user, None)? == 0 {
            return Err(ApiError::Refused {
                may23: "Failed to complete account setup",
                later: "Failed to find invitation for email",
            });
        }
        let tokens = login::tokens(call, db, &user, &user_agent, None)?;
        Ok(Reply::json(json!({
            "message": "Successfully set up account",
            "user": wire::users::plain(call.era(), &user),
            "token": tokens.access,
        }))
        .with_refresh_cookie(&tokens.refresh))
    })
}

/// Later eras: the first account of a fresh server, its administrator, without a code.
pub(crate) fn admin(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let (email, account) = (body.filled("email"), Account::read(call.era(), &body));
    body.finish()?;
    let user_agent = user_agent(call)?;
    call.app.store.write(|db| {
        if instance::is_initialized(db)? {
            return Err(ApiError::Later {
                status: 403,
                error: "Admin sign up",
                message: "Admin has been created",
            });
        }
        if users::by_email(db, &email)?.is_some_and(|user| user.is_accepted) {
            return Err(ApiError::bad_request("User already exist"));
        }
        let user = users::find_or_create(db, call.era(), &email)?;
        users::promote(db, &user.id)?;
        let user = users::complete(db, &user.id, &account.profile())?;
        let organization = organizations::create(db, call.era(), "Admin Org", &user.id)?;
        instance::set_initialized(db)?;
        let tokens = login::tokens(call, db, &user, &user_agent, None)?;
        Ok(Reply::json(json!({
            "message": "Successfully set up admin account",
            "user": wire::users::plain(call.era(), &user),
            "organization": wire::organizations::organization(call.era(), &organization),
            "token": tokens.access,
            "new": "123",
        }))
        .with_refresh_cookie(&tokens.refresh))
    })
}

/// A sign-up token for `user`.
pub(crate) fn signup_token(call: &Call, user: &User) -> Result<String, ApiError> {
    let subject =
        Subject { user_id: &user.id, session: None, organization_id: None, is_mfa_verified: false };
    jwt::issue(&call.app, Kind::Signup, subject)
}

/// What the client sends to complete an account.
struct Account {
    first_name: String,
    last_name: Option<String>,
    keys: UserKeys,
}

impl Account {
    fn read(era: Era, body: &Form<'_>) -> Self {
        let first_name = body.filled("firstName");
        let last_name = match era {
            Era::May23 => Some(body.filled("lastName")),
            Era::Feb24 | Era::Jun24 | Era::Modern => body.text_opt("lastName"),
        };
        if era >= Era::Jun24 {
            // Demanded by June 2024 for a copy of the private key the server can open. That copy
            // is not made here: the password is checked for presence and dropped.
            body.filled("password");
        }
        let keys =
            UserKeys { public_key: Some(body.filled("publicKey")), ..password::protection(body) };
        Account { first_name, last_name, keys }
    }

    fn profile(&self) -> Profile<'_> {
        Profile {
            first_name: &self.first_name,
            last_name: self.last_name.as_deref(),
            keys: &self.keys,
        }
    }
}

/// The account of `email` that waits for completion and that the sign-up token is for.
fn open_account(
    call: &Call,
    db: &Connection,
    email: &str,
    claimed_user_id: &str,
) -> Result<User, ApiError> {
    let user = users::by_email(db, email)?.filter(|user| !user.is_accepted).ok_or_else(|| {
        already_complete(call.era(), "Failed to complete account for complete user")
    })?;
    if user.id == claimed_user_id { Ok(user) } else { Err(bad_signup_token(call.era())) }
}

/// The user a sign-up token in the Authorization header was issued to.
fn signup_user_id(call: &Call) -> Result<String, ApiError> {
    let header = call.authorization.as_deref().unwrap_or_default();
    let token = header.split_once(' ').map_or("", |(_, token)| token);
    match jwt::read::<jwt::Claims>(&call.app.keys, Kind::Signup, token) {
        Ok(claims) => Ok(claims.user_id),
        Err(_) if call.era() == Era::May23 || token.is_empty() => Err(bad_signup_token(call.era())),
        Err(error) => Err(error),
    }
}

fn bad_signup_token(era: Era) -> ApiError {
    match era {
        Era::May23 => ApiError::Message(400, "Failed to complete account setup"),
        Era::Feb24 | Era::Jun24 | Era::Modern => ApiError::Unauthorized,
    }
}

fn already_complete(era: Era, may23: &'static str) -> ApiError {
    match era {
        Era::May23 => ApiError::ErrorText(403, may23),
        Era::Feb24 | Era::Jun24 | Era::Modern => {
            ApiError::exception("Failed to send verification code for complete account")
        }
    }
}

/// Why later eras refuse a code: none is pending, or it differs.
pub(super) fn code_refused(
    call: &Call,
    db: &Connection,
    purpose: Purpose,
    email: &str,
    organization_id: &str,
) -> Result<ApiError, ApiError> {
    // Today's servers do not give the reason.
    if call.era().is_modern() {
        return Ok(ApiError::Internal);
    }
    let is_another = codes::is_pending(db, purpose, email, organization_id)?;
    Ok(ApiError::exception(if is_another { "Invalid token" } else { "Failed to find token" }))
}

/// The user agent, which later eras demand for the session.
fn user_agent(call: &Call) -> Result<String, ApiError> {
    match (&call.user_agent, call.era()) {
        (Some(agent), _) => Ok(agent.clone()),
        (None, Era::May23) => Ok(String::new()),
        (None, Era::Feb24 | Era::Jun24 | Era::Modern) => Err(ApiError::UserAgentMissing),
    }
}

pub(crate) fn is_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(local, domain)| {
        !local.is_empty() && domain.contains('.') && !text.contains(char::is_whitespace)
    })
}

fn set(object: &mut Value, name: &str, value: Value) {
    if let Value::Object(fields) = object {
        fields.insert(name.to_owned(), value);
    }
}
