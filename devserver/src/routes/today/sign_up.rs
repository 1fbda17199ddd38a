//! Sign-up: a code by mail, the code back, then a password. The first administrator needs no code.

use rusqlite::Connection;
use serde_json::json;

use crate::auth::jwt::{self, IdentitySubject, Kind};
use crate::auth::passwords;
use crate::error::ApiError;
use crate::http::Call;
use crate::input::Form;
use crate::routes::today::log_in::{self, Session};
use crate::routes::{instance, signup};
use crate::store::codes::{self, Purpose};
use crate::store::identity_logins::{self, TokenRules};
use crate::store::identity_tokens::{self, Method};
use crate::store::users::{self, Profile, User, UserKeys};
use crate::store::{identities, memberships, organizations, projects};
use crate::wire::{Reply, today};

/// The name of the project for certificates that every organization has.
const CERTIFICATES: &str = "Certificate Manager";

/// Mails a code. Who has an account gets the same answer and no code.
pub(crate) fn send_code(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let email = address(&body);
    body.finish()?;
    call.app.store.write(|db| {
        if !instance::allows_sign_up(db)? {
            return Err(ApiError::barred("Signup's are disabled".to_owned()));
        }
        if !users::find_or_create(db, call.era(), &email)?.is_accepted {
            codes::issue(db, Purpose::Signup, &email, "")?;
        }
        Ok(Reply::json(json!({
            "message": format!("Sent an email verification code to {email}"),
            "cooldownSeconds": 60,
        })))
    })
}

/// Uses up the code for a sign-up token.
pub(crate) fn verify_code(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let (email, code) = (address(&body), body.text("code"));
    body.finish()?;
    call.app.store.write(|db| {
        if !codes::consume(db, Purpose::Signup, &email, "", code.trim())? {
            return Err(ApiError::Later {
                status: 401,
                error: "InvalidToken",
                message: "Invalid token",
            });
        }
        let user = users::find_or_create(db, call.era(), &email)?;
        Ok(Reply::json(json!({
            "message": "Successfully verified email",
            "token": signup::signup_token(call, &user)?,
            "user": today::user(&user),
        })))
    })
}

/// Completes the account, with an organization of its own unless it was invited to another.
pub(crate) fn complete(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    body.choice("type", &["email"], None);
    let (email, account) = (address(&body), Account::read(&body));
    let organization_name = body.text_opt("organizationName");
    let name = organization_name.as_deref().unwrap_or_default();
    super::organizations::check_plain(&body, "organizationName", name);
    body.finish()?;
    let claimed = claimed_id(call)?;
    let session = Session::of(call)?;
    call.app.store.write(|db| {
        let user = users::by_email(db, &email)?.filter(|user| user.id == claimed);
        let user = user.filter(|user| !user.is_accepted).ok_or(ApiError::Internal)?;
        let user = account.complete(db, &user)?;
        let name = organization_name.as_deref().filter(|name| !name.is_empty());
        let organization = match name {
            Some(name) => Some(found(call, db, name, &user)?.id),
            None => None,
        };
        let tokens = session.tokens(call, db, &user, organization.as_deref(), false)?;
        Ok(Reply::json(json!({
            "message": "Successfully set up account",
            "user": today::user(&user),
            "token": tokens.access,
        }))
        .with_session_cookie(&tokens.refresh))
    })
}

/// The account of the first administrator.
pub(crate) fn admin(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let (email, account) = (address(&body), Account::read(&body));
    body.finish()?;
    let session = Session::of(call)?;
    call.app.store.write(|db| {
        if instance::is_initialized(db)? {
            return Err(ApiError::bad_request("Admin account has already been set up"));
        }
        let user = users::find_or_create(db, call.era(), &email)?;
        if user.is_accepted {
            return Err(ApiError::bad_request("User already exists"));
        }
        users::promote(db, &user.id)?;
        let user = account.complete(db, &user)?;
        let organization = found(call, db, "Admin Org", &user)?;
        instance::set_initialized(db)?;
        let tokens = session.tokens(call, db, &user, None, false)?;
        Ok(Reply::json(json!({
            "message": "Successfully set up admin account",
            "user": today::user(&user),
            "organization": today::admin_organization(&organization),
            "token": tokens.access,
            "new": "123",
        }))
        .with_session_cookie(&tokens.refresh))
    })
}

/// A new organization of `user`, with the project for certificates that each one has.
pub(crate) fn found(
    call: &Call,
    db: &Connection,
    name: &str,
    user: &User,
) -> Result<organizations::Organization, ApiError> {
    let organization = organizations::create(db, call.era(), name, &user.id)?;
    let salt = call.app.new_index_salt();
    let salt = call.app.keys.seal(salt.as_slice()).ok_or(ApiError::Internal)?;
    let era = call.era();
    let id = projects::create_for_certificates(db, era, &organization.id, CERTIFICATES, &salt)?;
    memberships::create(db, era, &id, &user.id, "admin", true)?;
    Ok(organization)
}

/// The address in a body: without regard to case, and one that mail can be sent to.
pub(crate) fn address(body: &Form<'_>) -> String {
    let email = body.text("email").trim().to_lowercase();
    let is_given = body.value("email").is_some_and(serde_json::Value::is_string);
    if is_given && !signup::is_email(&email) {
        body.complain(json!({
            "validation": "email",
            "code": "invalid_string",
            "message": "Invalid email",
            "path": ["email"],
        }));
    }
    email
}

/// What a person enters to complete an account.
struct Account {
    first_name: String,
    last_name: Option<String>,
    password: String,
}

impl Account {
    fn read(body: &Form<'_>) -> Self {
        Account {
            first_name: body.name("firstName"),
            last_name: body.text_opt("lastName"),
            password: body.filled("password"),
        }
    }

    /// Stores it as `user`, who has no keys.
    fn complete(&self, db: &Connection, user: &User) -> Result<User, ApiError> {
        let keys = UserKeys::default();
        let (first_name, last_name) = (self.first_name.as_str(), self.last_name.as_deref());
        users::complete(db, &user.id, &Profile { first_name, last_name, keys: &keys })?;
        log_in::set_password(db, &user.id, &self.password)?;
        users::by_id(db, &user.id)?.ok_or(ApiError::Internal)
    }
}

/// The account that the sign-up token of the request was issued for.
fn claimed_id(call: &Call) -> Result<String, ApiError> {
    let header = call.authorization.as_deref().ok_or(ApiError::MissingCredentials)?;
    let token = header.split_once(' ').map_or("", |(_, token)| token);
    Ok(jwt::read::<jwt::Claims>(&call.app.keys, Kind::Signup, token)?.user_id)
}

/// Whether `password` is that of the account.
pub(crate) fn is_password_of(user: &User, password: &str) -> bool {
    user.password_hash.as_deref().is_some_and(|hash| passwords::matches(password, hash))
}

/// The first administrator for programs: with an organization, and an identity that administers it.
/// Only the refusal is recorded; the rest is from the server's description of its routes.
pub(crate) fn bootstrap(call: &Call) -> Result<Reply, ApiError> {
    const DAYS_90: i64 = 90 * 24 * 3600;
    let body = call.body();
    let (email, password) = (address(&body), body.filled("password"));
    let organization_name = body.name("organization");
    body.finish()?;
    let account = Account { first_name: "Admin".to_owned(), last_name: None, password };
    let rules = TokenRules {
        ttl: DAYS_90,
        max_ttl: DAYS_90,
        max_uses: 0,
        trusted_ips: vec!["0.0.0.0/0".to_owned(), "::/0".to_owned()],
    };
    call.app.store.write(|db| {
        if instance::is_initialized(db)? {
            return Err(ApiError::bad_request("Instance has already been set up"));
        }
        let user = users::find_or_create(db, call.era(), &email)?;
        users::promote(db, &user.id)?;
        let user = account.complete(db, &user)?;
        let organization = found(call, db, &organization_name, &user)?;
        instance::set_initialized(db)?;
        let (era, name) = (call.era(), "Instance Admin Identity");
        let identity = identities::create(db, era, &organization.id, name, "admin")?;
        identity_logins::attach_token_auth(db, era, &identity.id, &rules)?;
        let (id, method) = (&identity.id, Method::TokenAuth);
        let token =
            identity_tokens::add(db, era, id, method, &rules, Some("Instance Admin Token"))?;
        let subject = IdentitySubject {
            identity: &identity,
            client_secret_id: None,
            token: &token,
            ttl: token.ttl,
        };
        let text = jwt::issue_to_identity(&call.app, subject)?;
        Ok(Reply::json(json!({
            "message": "Successfully bootstrapped instance",
            "user": {
                "id": user.id,
                "username": user.email,
                "email": user.email,
                "firstName": user.first_name,
                "lastName": user.last_name,
                "superAdmin": true,
            },
            "organization": {
                "id": organization.id,
                "name": organization.name,
                "slug": organization.slug,
            },
            "identity": {
                "id": identity.id,
                "name": identity.name,
                "credentials": { "token": text },
            },
        })))
    })
}
