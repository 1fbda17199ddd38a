//! How machine identities log in: by client id and secret.

use rusqlite::Connection;
use serde_json::json;

use super::identities::managed;
use crate::auth::jwt::{self, IdentitySubject};
use crate::auth::permissions::Action;
use crate::auth::trusted_ips;
use crate::era::Era;
use crate::error::ApiError;
use crate::http::Call;
use crate::input::Form;
use crate::random;
use crate::store::identities;
use crate::store::identity_logins::{
    self, ClientSecret, NewClientSecret, TokenRules, UniversalAuth,
};
use crate::store::identity_tokens::{self, Method};
use crate::wire::{self, Reply};

/// Thirty days, which later servers take for both times of a token.
const DEFAULT_TTL: i64 = 2_592_000;
/// Ten years, the longest either of them can be.
const LONGEST_TTL: i64 = 315_360_000;

const NO_UNIVERSAL_AUTH: ApiError =
    ApiError::bad_request("The identity does not have universal auth");

pub(crate) fn attach(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let wanted = WantedRules::read(&body);
    let secret_trusted_ips = addresses(&body, "clientSecretTrustedIps");
    let lockout = WantedLockout::read(call, &body);
    wanted.check_times(call, &body);
    body.finish()?;
    let secret_trusted_ips = secret_trusted_ips.unwrap_or_else(everywhere);
    check_licence(call, &secret_trusted_ips)?;
    wanted.check_licence(call)?;
    let rules = wanted.of_new()?;
    check_addresses(&secret_trusted_ips)?;
    call.app.store.write(|db| {
        let identity = managed(call, db, Action::Edit)?;
        if identity_logins::universal_auth_of(db, &identity.id)?.is_some() {
            return Err(ApiError::bad_request(
                "Failed to add universal auth to already configured identity",
            ));
        }
        let (era, ips) = (call.era(), &secret_trusted_ips);
        let login = identity_logins::attach_universal_auth(db, era, &identity.id, &rules, ips)?;
        Ok(shown(call, &lockout.set(db, &login)?))
    })
}

/// How an identity logs in.
pub(crate) fn get(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.read(|db| {
        let login = asked_for(call, db, Action::Read, NO_UNIVERSAL_AUTH)?;
        Ok(shown(call, &login))
    })
}

/// Changes how an identity logs in.
pub(crate) fn update(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let wanted = WantedRules::read(&body);
    let secret_trusted_ips = addresses(&body, "clientSecretTrustedIps");
    let lockout = WantedLockout::read(call, &body);
    wanted.check_times(call, &body);
    body.finish()?;
    check_licence(call, secret_trusted_ips.as_deref().unwrap_or_default())?;
    wanted.check_licence(call)?;
    // As spelt by the releases.
    const NOTHING: ApiError = ApiError::bad_request("Failed to updated universal auth");
    call.app.store.write(|db| {
        let login = asked_for(call, db, Action::Edit, NOTHING)?;
        let rules = wanted.in_place_of(&login.tokens)?;
        let ips = secret_trusted_ips.unwrap_or_else(|| login.secret_trusted_ips.clone());
        check_addresses(&ips)?;
        let login = identity_logins::update_universal_auth(db, &login.id, &rules, &ips)?;
        Ok(shown(call, &lockout.set(db, &login)?))
    })
}

/// Takes universal auth from an identity. Later than June 2024; from source.
pub(crate) fn detach(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.write(|db| {
        let login = managed_login(call, db, Action::Edit)?;
        identity_logins::detach_universal_auth(db, &login.id)?;
        identity_tokens::delete_all(db, &login.identity_id, Method::UniversalAuth)?;
        Ok(shown(call, &login))
    })
}

pub(crate) fn create_client_secret(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let description = body.text_opt("description").unwrap_or_default();
    let (ttl, max_uses) = (body.whole_or_zero("ttl"), body.whole_or_zero("numUsesLimit"));
    body.finish()?;
    let secret = random::long_hex_secret();
    call.app.store.write(|db| {
        let login = managed_login(call, db, Action::Edit)?;
        let new = NewClientSecret {
            universal_auth_id: &login.id,
            secret_hash: &call.app.keys.hash_secret(&secret),
            description: &description,
            prefix: secret.get(..4).unwrap_or_default(),
            ttl,
            max_uses,
        };
        let stored = identity_logins::add_client_secret(db, call.era(), &new)?;
        let data = wire::identities::client_secret(&stored, &login);
        Ok(Reply::json(json!({ "clientSecret": *secret, "clientSecretData": data })))
    })
}

/// The client secrets that are not revoked.
pub(crate) fn list_client_secrets(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.read(|db| {
        let login = managed_login(call, db, Action::Read)?;
        let secrets = identity_logins::client_secrets(db, &login.id)?;
        let secrets = secrets.iter().filter(|secret| !secret.is_revoked);
        let listed = secrets.map(|secret| wire::identities::client_secret(secret, &login));
        Ok(Reply::json(json!({ "clientSecretData": listed.collect::<Vec<_>>() })))
    })
}

/// July 2026: one client secret.
pub(crate) fn get_client_secret(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.read(|db| {
        let login = managed_login(call, db, Action::Read)?;
        let id = call.param("clientSecretId");
        let mut secrets = identity_logins::client_secrets(db, &login.id)?.into_iter();
        // It is the identity that is said to be absent.
        let secret = secrets.find(|secret| secret.id == id).ok_or_else(|| {
            ApiError::absent(format!("Failed to find identity with ID {}", login.identity_id))
        })?;
        let data = wire::identities::client_secret(&secret, &login);
        Ok(Reply::json(json!({ "clientSecretData": data })))
    })
}

/// July 2026: lets an identity log in again that wrong client secrets have locked.
pub(crate) fn clear_lockouts(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.write(|db| {
        let login = managed_login(call, db, Action::Edit)?;
        Ok(Reply::json(json!({ "deleted": identity_logins::unlock(db, &login.id)? })))
    })
}

/// Revokes a client secret; in July 2026 also the access tokens that were logged in with it.
pub(crate) fn revoke_client_secret(call: &Call) -> Result<Reply, ApiError> {
    let unknown = || {
        if call.era().is_modern() {
            return ApiError::bad_request("Failed to find client secret");
        }
        // Releases of 2024 found nothing and failed to show it.
        ApiError::exception("Response doesn't match the schema")
    };
    call.app.store.write(|db| {
        let login = managed_login(call, db, Action::Delete)?;
        let id = call.param("clientSecretId");
        let mut secrets = identity_logins::client_secrets(db, &login.id)?.into_iter();
        let mut secret = secrets.find(|secret| secret.id == id).ok_or_else(unknown)?;
        identity_logins::revoke_client_secret(db, &secret.id)?;
        if call.era().is_modern() {
            identity_tokens::revoke_of_client_secret(db, &secret.id)?;
        }
        secret.is_revoked = true;
        let data = wire::identities::client_secret(&secret, &login);
        Ok(Reply::json(json!({ "clientSecretData": data })))
    })
}

pub(crate) fn log_in(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let (client_id, secret) = (body.trimmed("clientId"), body.trimmed("clientSecret"));
    body.finish()?;
    if call.era().is_modern() {
        check_lockout(call, &client_id, &secret)?;
    }
    // A client secret that has run out is revoked although the request fails.
    let spent = call.app.store.write(|db| {
        let Some((_, known)) = presented(call, db, &client_id, &secret)? else { return Ok(None) };
        let Some(spent) = spent(call, &known) else { return Ok(None) };
        identity_logins::revoke_client_secret(db, &known.id)?;
        Ok(Some(spent))
    })?;
    if let Some(spent) = spent {
        return Err(spent);
    }
    call.app.store.write(|db| {
        let found = presented(call, db, &client_id, &secret)?;
        let (login, known) = found.ok_or_else(|| refused(call))?;
        identity_logins::use_client_secret(db, &known.id)?;
        let identity = identities::by_id(db, &login.identity_id)?.ok_or_else(|| refused(call))?;
        if call.era().is_modern() {
            identities::note_log_in(db, &identity.id, Method::UniversalAuth.name())?;
        }
        let (id, method) = (&login.identity_id, Method::UniversalAuth);
        let token = identity_tokens::add(db, call.era(), id, method, &login.tokens, None)?;
        identity_tokens::set_client_secret(db, &token.id, &known.id)?;
        let text = jwt::issue_to_identity(
            &call.app,
            IdentitySubject {
                identity: &identity,
                client_secret_id: Some(&known.id),
                token: &token,
                ttl: token.ttl,
            },
        )?;
        Ok(Reply::json(wire::identities::session(&token, &text)))
    })
}

/// July 2026: refuses an identity that is locked, and counts a wrong client secret.
fn check_lockout(call: &Call, client_id: &str, secret: &str) -> Result<(), ApiError> {
    const LOCKED: ApiError = ApiError::Later {
        status: 401,
        error: "UnauthorizedError",
        message: "This identity auth method is temporarily locked, please try again later",
    };
    // Counted although the request fails.
    call.app.store.write(|db| {
        let Some(login) = identity_logins::by_client_id(db, client_id)? else {
            return Ok(Err(refused(call)));
        };
        if login.lockout.is_locked() {
            return Ok(Err(LOCKED));
        }
        if presented(call, db, client_id, secret)?.is_some() {
            return Ok(Ok(()));
        }
        // A revoked one is no guess.
        let known = identity_logins::client_secrets(db, &login.id)?;
        if !known.iter().any(|it| call.app.keys.secret_matches(secret, &it.secret_hash)) {
            identity_logins::count_wrong_secret(db, &login)?;
        }
        Ok(Err(refused(call)))
    })?
}

/// The client secret of a log-in, unless it was revoked.
fn presented(
    call: &Call,
    db: &Connection,
    client_id: &str,
    secret: &str,
) -> Result<Option<(UniversalAuth, ClientSecret)>, ApiError> {
    let Some(login) = identity_logins::by_client_id(db, client_id)? else { return Ok(None) };
    if !trusted_ips::cover(&login.secret_trusted_ips, call.peer) {
        return Err(ApiError::UntrustedAddress);
    }
    let mut secrets = identity_logins::client_secrets(db, &login.id)?.into_iter();
    let known = secrets.find(|known| {
        !known.is_revoked && call.app.keys.secret_matches(secret, &known.secret_hash)
    });
    Ok(known.map(|known| (login, known)))
}

/// Why a client secret is good no longer.
fn spent(call: &Call, secret: &ClientSecret) -> Option<ApiError> {
    let message = match (secret.is_expired(), secret.is_used_up(), call.era().is_modern()) {
        (true, _, true) => "Access denied due to expired client secret",
        (true, _, false) => {
            "Failed to authenticate identity credentials due to expired client secret"
        }
        (false, true, true) => "Access denied due to client secret usage limit reached",
        (false, true, false) => {
            "Failed to authenticate identity credentials due to client secret number of uses \
             limit reached"
        }
        (false, false, _) => return None,
    };
    Some(ApiError::Later { status: 403, error: "UnauthorizedError", message })
}

/// What a request says of access tokens.
pub(in crate::routes) struct WantedRules {
    ttl: Option<i64>,
    max_ttl: Option<i64>,
    max_uses: Option<i64>,
    trusted_ips: Option<Vec<String>>,
}

impl WantedRules {
    pub(in crate::routes) fn read(body: &Form<'_>) -> Self {
        let max_uses = body.value("accessTokenNumUsesLimit");
        WantedRules {
            ttl: body.whole_opt("accessTokenTTL"),
            max_ttl: body.whole_opt("accessTokenMaxTTL"),
            max_uses: max_uses.map(|_| body.whole_or_zero("accessTokenNumUsesLimit")),
            trusted_ips: addresses(body, "accessTokenTrustedIps"),
        }
    }

    /// July 2026 compares the times when both are given, before anything else.
    pub(in crate::routes) fn check_times(&self, call: &Call, body: &Form<'_>) {
        if let (true, Some(ttl), Some(max_ttl)) = (call.era().is_modern(), self.ttl, self.max_ttl)
            && ttl > max_ttl
        {
            body.complain(json!({
                "code": "custom",
                "message": "Access Token TTL cannot be greater than Access Token Max TTL.",
                "path": [],
            }));
        }
    }

    /// As [`check_licence`](self::check_licence), for the addresses that tokens are taken from.
    pub(in crate::routes) fn check_licence(&self, call: &Call) -> Result<(), ApiError> {
        check_licence(call, self.trusted_ips.as_deref().unwrap_or_default())
    }

    /// With the server's defaults for what is left out.
    pub(in crate::routes) fn of_new(self) -> Result<TokenRules, ApiError> {
        let rules = TokenRules {
            ttl: self.ttl.unwrap_or(DEFAULT_TTL),
            max_ttl: self.max_ttl.unwrap_or(DEFAULT_TTL),
            max_uses: self.max_uses.unwrap_or_default(),
            trusted_ips: self.trusted_ips.unwrap_or_else(everywhere),
        };
        if rules.ttl > rules.max_ttl {
            return Err(TTL_TOO_LONG);
        }
        checked(rules)
    }

    /// With what there is for what is left out. The longest time cannot become shorter alone, as
    /// there.
    pub(in crate::routes) fn in_place_of(
        self,
        current: &TokenRules,
    ) -> Result<TokenRules, ApiError> {
        let max_ttl = self.max_ttl.unwrap_or(current.max_ttl);
        if self.ttl.unwrap_or(current.max_ttl) > max_ttl {
            return Err(TTL_TOO_LONG);
        }
        checked(TokenRules {
            ttl: self.ttl.unwrap_or(current.ttl),
            max_ttl,
            max_uses: self.max_uses.unwrap_or(current.max_uses),
            trusted_ips: self.trusted_ips.unwrap_or_else(|| current.trusted_ips.clone()),
        })
    }
}

/// What a request says of wrong client secrets, in July 2026.
struct WantedLockout {
    is_enabled: Option<bool>,
    threshold: Option<i64>,
    seconds: Option<i64>,
    reset_seconds: Option<i64>,
}

impl WantedLockout {
    fn read(call: &Call, body: &Form<'_>) -> Self {
        let whole = |name| if call.era().is_modern() { body.whole_opt(name) } else { None };
        WantedLockout {
            is_enabled: body.flag_opt("lockoutEnabled").filter(|_| call.era().is_modern()),
            threshold: whole("lockoutThreshold"),
            seconds: whole("lockoutDurationSeconds"),
            reset_seconds: whole("lockoutCounterResetSeconds"),
        }
    }

    fn set(&self, db: &Connection, login: &UniversalAuth) -> Result<UniversalAuth, ApiError> {
        let mut lockout = login.lockout;
        lockout.is_enabled = self.is_enabled.unwrap_or(lockout.is_enabled);
        lockout.threshold = self.threshold.unwrap_or(lockout.threshold);
        lockout.seconds = self.seconds.unwrap_or(lockout.seconds);
        lockout.reset_seconds = self.reset_seconds.unwrap_or(lockout.reset_seconds);
        Ok(identity_logins::set_lockout(db, &login.id, &lockout)?)
    }
}

/// Ranges of addresses need a licence, in July 2026.
fn check_licence(call: &Call, ips: &[String]) -> Result<(), ApiError> {
    let everywhere = ["0.0.0.0/0", "::/0", "0.0.0.0", "::"];
    if call.app.needs_licence() && !ips.iter().all(|ip| everywhere.contains(&ip.as_str())) {
        return Err(ApiError::bad_request(
            "Failed to add IP access range to service token due to plan restriction. Upgrade plan \
             to add IP access range.",
        ));
    }
    Ok(())
}

const TTL_TOO_LONG: ApiError =
    ApiError::bad_request("Access token TTL cannot be greater than max TTL");

fn checked(rules: TokenRules) -> Result<TokenRules, ApiError> {
    if rules.ttl.max(rules.max_ttl) > LONGEST_TTL {
        return Err(ApiError::Invalid(Vec::new()));
    }
    check_addresses(&rules.trusted_ips)?;
    Ok(rules)
}

/// The addresses and ranges of an optional list.
fn addresses(body: &Form<'_>, name: &str) -> Option<Vec<String>> {
    body.value(name)?;
    Some(body.forms(name).iter().map(|ip| ip.trimmed("ipAddress")).collect())
}

fn check_addresses(ips: &[String]) -> Result<(), ApiError> {
    if ips.iter().all(|ip| trusted_ips::is_valid(ip)) {
        return Ok(());
    }
    Err(ApiError::bad_request("The IP is not a valid IPv4, IPv6, or CIDR block"))
}

fn everywhere() -> Vec<String> {
    vec!["0.0.0.0/0".to_owned(), "::/0".to_owned()]
}

/// The universal auth of the identity in the path, for one who runs its organisation.
fn managed_login(call: &Call, db: &Connection, action: Action) -> Result<UniversalAuth, ApiError> {
    let identity = managed(call, db, action)?;
    identity_logins::universal_auth_of(db, &identity.id)?.ok_or(NO_UNIVERSAL_AUTH)
}

/// As [`managed_login`], where servers later than June 2024 say that it is not found, and releases of
/// 2024 what is given.
fn asked_for(
    call: &Call,
    db: &Connection,
    action: Action,
    nothing: ApiError,
) -> Result<UniversalAuth, ApiError> {
    let identity = managed(call, db, action)?;
    let id = &identity.id;
    identity_logins::universal_auth_of(db, id)?.ok_or_else(|| match call.era() {
        Era::Modern => {
            ApiError::absent(format!("Failed to find universal auth for identity with ID {id}"))
        }
        _ => nothing,
    })
}

fn shown(call: &Call, login: &UniversalAuth) -> Reply {
    let shown = match call.era() {
        Era::Modern => wire::today_identities::universal_auth(login),
        _ => wire::identities::universal_auth(login),
    };
    Reply::json(json!({ "identityUniversalAuth": shown }))
}

fn refused(call: &Call) -> ApiError {
    let message = match call.era() {
        Era::May23 | Era::Feb24 => "You are not allowed to access this resource",
        Era::Jun24 | Era::Modern => "Invalid credentials",
    };
    ApiError::Later { status: 403, error: "UnauthorizedError", message }
}
