//! How machine identities log in by something that others gave them: a token of a cluster or cloud,
//! a signature, an account of a directory, a certificate. From source.

use serde_json::{Map, Value, json};

use crate::auth::identity_proofs;
use crate::auth::jwt::{self, IdentitySubject};
use crate::auth::permissions::Action;
use crate::error::ApiError;
use crate::http::Call;
use crate::input::Form;
use crate::routes::identities::managed;
use crate::routes::universal_auth::WantedRules;
use crate::store::identities;
use crate::store::identity_auths::{self, IdentityAuth};
use crate::store::identity_tokens::{self, Method};
use crate::wire::{self, Reply};

/// What a field of a configuration holds, and its value if it is left out. Without one the field is
/// required.
enum Field {
    Text(Option<&'static str>),
    /// Entries between commas, of which the white space is removed.
    Entries(Option<&'static str>),
    Choice(&'static [&'static str]),
    Texts,
    /// Texts by name.
    Claims {
        is_required: bool,
    },
    /// Conditions on the attributes of an account.
    Attributes,
    /// A text or nothing.
    Nullable,
}

use Field::{Attributes, Choice, Claims, Entries, Nullable, Text, Texts};

/// A way to log in.
struct Kind {
    method: Method,
    /// In answers.
    field: &'static str,
    /// In the texts of errors, where each release and route has its own.
    name: &'static str,
    name_of_removal: &'static str,
    nothing_to_change: &'static str,
    fields: &'static [(&'static str, Field)],
}

const NOTHING: Option<&str> = Some("");

const KINDS: &[Kind] = &[
    Kind {
        method: Method::Jwt,
        field: "identityJwtAuth",
        name: "JWT Auth",
        name_of_removal: "JWT auth",
        nothing_to_change: "Failed to update JWT Auth",
        fields: &[
            ("configurationType", Choice(&["jwks", "static"])),
            ("jwksUrl", Text(NOTHING)),
            ("jwksCaCert", Text(NOTHING)),
            ("publicKeys", Texts),
            ("boundIssuer", Text(NOTHING)),
            ("boundAudiences", Entries(NOTHING)),
            ("boundClaims", Claims { is_required: true }),
            ("boundSubject", Text(NOTHING)),
        ],
    },
    Kind {
        method: Method::Oidc,
        field: "identityOidcAuth",
        name: "OIDC Auth",
        name_of_removal: "OIDC auth",
        nothing_to_change: "Failed to update OIDC Auth",
        fields: &[
            ("oidcDiscoveryUrl", Text(None)),
            ("caCert", Text(NOTHING)),
            ("boundIssuer", Text(None)),
            ("boundAudiences", Entries(NOTHING)),
            ("boundClaims", Claims { is_required: true }),
            ("claimMetadataMapping", Claims { is_required: false }),
            ("boundSubject", Text(NOTHING)),
        ],
    },
    Kind {
        method: Method::Kubernetes,
        field: "identityKubernetesAuth",
        name: "Kubernetes Auth",
        name_of_removal: "kubernetes auth",
        nothing_to_change: "Failed to update Kubernetes Auth",
        fields: &[
            ("kubernetesHost", Text(None)),
            ("caCert", Text(NOTHING)),
            ("tokenReviewerJwt", Text(NOTHING)),
            ("tokenReviewMode", Text(Some("api"))),
            ("allowedNamespaces", Entries(None)),
            ("allowedNames", Entries(None)),
            ("allowedAudience", Text(None)),
        ],
    },
    Kind {
        method: Method::Ldap,
        field: "identityLdapAuth",
        name: "LDAP Auth",
        name_of_removal: "ldap auth",
        nothing_to_change: "The identity does not have LDAP Auth attached",
        fields: &[
            ("url", Text(None)),
            ("bindDN", Text(None)),
            ("bindPass", Text(None)),
            ("searchBase", Text(None)),
            ("searchFilter", Text(Some("(uid={{username}})"))),
            ("allowedFields", Attributes),
            ("ldapCaCertificate", Text(NOTHING)),
        ],
    },
    Kind {
        method: Method::Azure,
        field: "identityAzureAuth",
        name: "Azure Auth",
        name_of_removal: "azure auth",
        nothing_to_change: "Failed to update Azure Auth",
        fields: &[
            ("tenantId", Text(None)),
            ("resource", Text(None)),
            ("allowedServicePrincipalIds", Entries(NOTHING)),
        ],
    },
    Kind {
        method: Method::Gcp,
        field: "identityGcpAuth",
        name: "GCP Auth",
        name_of_removal: "gcp auth",
        nothing_to_change: "Failed to update GCP Auth",
        fields: &[
            ("type", Choice(&["iam", "gce"])),
            ("allowedServiceAccounts", Entries(NOTHING)),
            ("allowedProjects", Entries(NOTHING)),
            ("allowedZones", Entries(NOTHING)),
        ],
    },
    Kind {
        method: Method::Aws,
        field: "identityAwsAuth",
        name: "AWS Auth",
        name_of_removal: "aws auth",
        nothing_to_change: "The identity does not have AWS Auth attached",
        fields: &[
            ("stsEndpoint", Text(Some("https://sts.amazonaws.com/"))),
            ("allowedPrincipalArns", Entries(NOTHING)),
            ("allowedAccountIds", Entries(NOTHING)),
        ],
    },
    Kind {
        method: Method::TlsCertificate,
        field: "identityTlsCertAuth",
        name: "TLS Certificate Auth",
        name_of_removal: "TLS Certificate auth",
        nothing_to_change: "The identity does not have TLS Certificate Auth attached",
        fields: &[("caCertificate", Text(None)), ("allowedCommonNames", Nullable)],
    },
];

/// The kind that the route is about.
fn kind_of(call: &Call) -> Result<&'static Kind, ApiError> {
    let name = call.route().split('/').nth(4).unwrap_or_default();
    KINDS.iter().find(|kind| kind.method.name() == name).ok_or(ApiError::Internal)
}

pub(crate) fn attach(call: &Call) -> Result<Reply, ApiError> {
    let kind = kind_of(call)?;
    let body = call.body();
    let config = configuration(kind, &body, None);
    let wanted = WantedRules::read(&body);
    wanted.check_times(call, &body);
    body.finish()?;
    check_licence(call, kind, "add LDAP Auth to identity", "add LDAP Auth")?;
    wanted.check_licence(call)?;
    let rules = wanted.of_new()?;
    call.app.store.write(|db| {
        let identity = managed(call, db, Action::Create)?;
        if identity_auths::of(db, &identity.id, kind.method)?.is_some() {
            let name = kind.name;
            return Err(bad_request(format!(
                "Failed to add {name} to already configured identity"
            )));
        }
        let (era, method) = (call.era(), kind.method);
        let auth = identity_auths::attach(db, era, &identity.id, method, &config, &rules)?;
        Ok(shown(kind, &auth))
    })
}

pub(crate) fn get(call: &Call) -> Result<Reply, ApiError> {
    let kind = kind_of(call)?;
    call.app.store.read(|db| {
        let identity = managed(call, db, Action::Read)?;
        let auth = identity_auths::of(db, &identity.id, kind.method)?.ok_or_else(|| {
            bad_request(format!("The identity does not have {} attached", kind.name))
        })?;
        Ok(shown(kind, &auth))
    })
}

pub(crate) fn update(call: &Call) -> Result<Reply, ApiError> {
    let kind = kind_of(call)?;
    let body = call.body();
    let wanted = WantedRules::read(&body);
    wanted.check_times(call, &body);
    body.finish()?;
    check_licence(call, kind, "update LDAP Auth", "update LDAP Auth")?;
    wanted.check_licence(call)?;
    call.app.store.write(|db| {
        let identity = managed(call, db, Action::Edit)?;
        let auth = identity_auths::of(db, &identity.id, kind.method)?.ok_or_else(|| {
            let message = kind.nothing_to_change.to_owned();
            match kind.method {
                Method::Ldap => ApiError::absent(message),
                _ => bad_request(message),
            }
        })?;
        let rules = wanted.in_place_of(&auth.tokens)?;
        let config = configuration(kind, &body, Some(&auth.config));
        body.finish()?;
        Ok(shown(kind, &identity_auths::update(db, &auth.id, &config, &rules)?))
    })
}

pub(crate) fn detach(call: &Call) -> Result<Reply, ApiError> {
    let kind = kind_of(call)?;
    call.app.store.write(|db| {
        let identity = managed(call, db, Action::Edit)?;
        let auth = identity_auths::of(db, &identity.id, kind.method)?.ok_or_else(|| {
            bad_request(format!("The identity does not have {}", kind.name_of_removal))
        })?;
        identity_auths::detach(db, &auth.id)?;
        identity_tokens::delete_all(db, &identity.id, kind.method)?;
        Ok(shown(kind, &auth))
    })
}

pub(crate) fn log_in(call: &Call) -> Result<Reply, ApiError> {
    let kind = kind_of(call)?;
    let body = call.body();
    let identity_id = body.trimmed("identityId");
    let proof = Proof::read(kind.method, &body);
    body.finish()?;
    if kind.method == Method::TlsCertificate && call.client_certificate.is_none() {
        return Err(ApiError::bad_request("Missing TLS certificate in header"));
    }
    let auth = call.app.store.read(|db| Ok(identity_auths::of(db, &identity_id, kind.method)?))?;
    let auth = auth.ok_or_else(|| not_attached(kind, &identity_id))?;
    let plan = "Failed to login to identity due to plan restriction. Upgrade plan to login to use \
                LDAP authentication.";
    // May ask a provider: the database is not locked meanwhile.
    proof.check(call, &auth)?;
    if kind.method == Method::Ldap && call.app.needs_licence() {
        return Err(ApiError::bad_request(plan));
    }
    call.app.store.write(|db| {
        let identity = identities::by_id(db, &auth.identity_id)?.ok_or_else(|| ApiError::Told {
            status: 401,
            error: "UnauthorizedError",
            message: "Identity not found".to_owned(),
        })?;
        identities::note_log_in(db, &identity.id, kind.method.name())?;
        let (era, id) = (call.era(), &identity.id);
        let token = identity_tokens::add(db, era, id, kind.method, &auth.tokens, None)?;
        let text = jwt::issue_to_identity(
            &call.app,
            IdentitySubject {
                identity: &identity,
                client_secret_id: None,
                token: &token,
                ttl: token.ttl,
            },
        )?;
        Ok(Reply::json(wire::identities::session(&token, &text)))
    })
}

/// What a log-in says of an identity that does not log in this way.
fn not_attached(kind: &Kind, identity_id: &str) -> ApiError {
    match kind.method {
        Method::Ldap => ApiError::absent(format!("LDAP auth with ID '{identity_id}' not found")),
        _ => {
            let attached = kind.name.replace(" Auth", " auth");
            let configured = if kind.method == Method::Azure { kind.name } else { &attached };
            ApiError::absent(format!(
                "{attached} method not found for identity, did you configure {configured}?"
            ))
        }
    }
}

/// What a log-in shows.
enum Proof {
    Jwt(String),
    Account { username: String, password: String },
    Request { method: String, body: String, headers: String },
    Connection,
}

impl Proof {
    fn read(method: Method, body: &Form<'_>) -> Self {
        match method {
            Method::Ldap => {
                Self::Account { username: body.text("username"), password: body.text("password") }
            }
            Method::Aws => Self::Request {
                method: body.text_opt("iamHttpRequestMethod").unwrap_or_else(|| "POST".to_owned()),
                body: body.text("iamRequestBody"),
                headers: body.text("iamRequestHeaders"),
            },
            Method::TlsCertificate => Self::Connection,
            _ => Self::Jwt(body.text("jwt")),
        }
    }

    fn check(&self, call: &Call, auth: &IdentityAuth) -> Result<(), ApiError> {
        let known = call.app.providers.known();
        match (self, kind_of(call)?.method) {
            (Self::Jwt(text), Method::Jwt) => identity_proofs::jwt(auth, text),
            (Self::Jwt(text), Method::Oidc) => identity_proofs::oidc(auth, text),
            (Self::Jwt(text), Method::Azure) => identity_proofs::azure(auth, &known, text),
            (Self::Jwt(text), Method::Gcp) => identity_proofs::gcp(auth, &known, text),
            (Self::Jwt(text), _) => identity_proofs::kubernetes(auth, &known, text),
            (Self::Account { username, password }, _) => {
                identity_proofs::ldap(auth, &known, username, password)
            }
            (Self::Request { method, body, headers }, _) => {
                identity_proofs::aws(auth, &known, method, body, headers)
            }
            (Self::Connection, _) => {
                identity_proofs::certificate(auth, call.client_certificate.as_deref())
            }
        }
    }
}

/// The configuration in a request; what it leaves out is as in `current`, or the server's default.
fn configuration(kind: &Kind, body: &Form<'_>, current: Option<&Value>) -> Value {
    let mut config = Map::new();
    for (name, field) in kind.fields {
        let kept = current.and_then(|current| current.get(*name));
        let value = match (body.value(name), kept) {
            (None, Some(kept)) => kept.clone(),
            _ => read(field, name, body),
        };
        config.insert((*name).to_owned(), value);
    }
    let is_static = config.get("configurationType") == Some(&json!("static"));
    let has_keys =
        config.get("publicKeys").and_then(Value::as_array).is_some_and(|it| !it.is_empty());
    if is_static && !has_keys {
        body.refuse("publicKeys", "Array must contain at least 1 element(s)");
    }
    Value::Object(config)
}

fn read(field: &Field, name: &str, body: &Form<'_>) -> Value {
    let or_default = |default: &Option<&str>| match default {
        Some(default) => {
            body.text_opt(name).map_or_else(|| (*default).to_owned(), |text| text.trim().to_owned())
        }
        None => body.trimmed(name),
    };
    match field {
        Text(default) => json!(or_default(default)),
        Entries(default) => {
            let text = or_default(default);
            let entries: Vec<_> = text.split(',').map(str::trim).collect();
            json!(entries.join(", "))
        }
        Choice(options) => json!(body.choice(name, options, None)),
        Texts => json!(body.texts_opt(name).unwrap_or_default()),
        Claims { is_required } => {
            if *is_required {
                body.form(name);
            }
            body.value(name).cloned().unwrap_or_else(|| json!({}))
        }
        Attributes => body.value(name).cloned().unwrap_or_else(|| json!([])),
        Nullable => json!(body.text_opt(name)),
    }
}

/// LDAP needs a licence.
fn check_licence(call: &Call, kind: &Kind, tried: &str, advice: &str) -> Result<(), ApiError> {
    if kind.method != Method::Ldap || !call.app.needs_licence() {
        return Ok(());
    }
    Err(bad_request(format!(
        "Failed to {tried} due to plan restriction. Upgrade plan to {advice}."
    )))
}

fn bad_request(message: String) -> ApiError {
    ApiError::Told { status: 400, error: "BadRequest", message }
}

fn shown(kind: &Kind, auth: &IdentityAuth) -> Reply {
    Reply::json(json!({ (kind.field): wire::today_identities::identity_auth(auth) }))
}
