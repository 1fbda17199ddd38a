//! What a machine identity proves when it logs in by a token, a signature or a certificate. The
//! refusals are worded as on servers of July 2026.

use globset::GlobBuilder;
use serde_json::Value;

use super::certificates;
use super::fetched;
use super::foreign_jwt::{ForeignJwt, PublicKey};
use super::providers::Known;
use super::signed_request::SignedRequest;
use crate::error::ApiError;
use crate::store::identity_auths::IdentityAuth;

/// Checks a JWT against the keys and claims of JWT auth.
pub(crate) fn jwt(auth: &IdentityAuth, text: &str) -> Result<(), ApiError> {
    let jwt = parsed(text)?;
    if auth.text("configurationType") == "jwks" {
        let keys = fetched::jwks(auth.text("jwksUrl")).ok_or(ApiError::Internal)?;
        check_with_one_of(&jwt, &keys)?;
    } else {
        let mut faults = Vec::new();
        for pem in auth.texts("publicKeys") {
            match PublicKey::from_pem(pem).map(|key| jwt.check(&key)) {
                Some(Ok(())) => {
                    faults.clear();
                    break;
                }
                Some(Err(fault)) => faults.push(fault),
                None => faults.push("invalid key"),
            }
        }
        if !faults.is_empty() {
            let faults = faults.join("; ");
            return Err(refused(format!(
                "Access denied: JWT verification failed with all keys. Errors - {faults}"
            )));
        }
    }
    let issuer = auth.text("boundIssuer");
    if !issuer.is_empty() && jwt.claim("iss") != Some(issuer) {
        return Err(ApiError::barred("Access denied: issuer mismatch".to_owned()));
    }
    check_claims(auth, &jwt)
}

/// Checks a JWT against the provider and claims of OIDC auth.
pub(crate) fn oidc(auth: &IdentityAuth, text: &str) -> Result<(), ApiError> {
    let url = auth.text("oidcDiscoveryUrl");
    let document = fetched::json(&format!("{url}/.well-known/openid-configuration"));
    let document = document.ok_or_else(|| {
        refused(format!("Access denied: Failed to fetch OIDC discovery document from {url}."))
    })?;
    let jwks = document.get("jwks_uri").and_then(Value::as_str).ok_or_else(|| {
        refused(
            "Access denied: OIDC discovery document does not contain a jwks_uri. The identity \
             provider may be misconfigured."
                .to_owned(),
        )
    })?;
    let jwt = parsed(text)?;
    let keys = fetched::jwks(jwks).ok_or_else(|| {
        refused("Access denied: Failed to retrieve signing key from OIDC provider".to_owned())
    })?;
    check_with_one_of(&jwt, &keys)?;
    let issuer = auth.text("boundIssuer");
    if jwt.claim("iss") != Some(issuer) {
        return Err(refused(format!("Access denied: jwt issuer invalid. expected: {issuer}")));
    }
    check_claims(auth, &jwt)
}

/// Checks the token of a service account, as the cluster's review would.
pub(crate) fn kubernetes(auth: &IdentityAuth, known: &Known, text: &str) -> Result<(), ApiError> {
    let review = |message: &'static str| ApiError::Told {
        status: 401,
        error: "KubernetesTokenReviewError",
        message: message.to_owned(),
    };
    let jwt = ForeignJwt::parse(text).ok_or_else(|| review("[invalid bearer token]"))?;
    if !known.kubernetes_keys.iter().any(|key| jwt.check(key).is_ok()) {
        return Err(review("[invalid bearer token]"));
    }
    let subject = jwt.claim("sub").and_then(|text| text.strip_prefix("system:serviceaccount:"));
    let (namespace, name) = subject
        .and_then(|text| text.split_once(':'))
        .ok_or_else(|| review("Kubernetes token not authenticated"))?;
    let is_allowed = |field: &str, value: &str| {
        let entries = auth.entries(field);
        entries.is_empty() || entries.contains(&value)
    };
    if !is_allowed("allowedNamespaces", namespace) {
        return Err(refused("Access denied: K8s namespace not allowed.".to_owned()));
    }
    if !is_allowed("allowedNames", name) {
        return Err(refused("Access denied: K8s name not allowed.".to_owned()));
    }
    let audience = auth.text("allowedAudience");
    if !audience.is_empty() && !audiences(&jwt).contains(&audience) {
        return Err(refused("Access denied: K8s audience not allowed.".to_owned()));
    }
    Ok(())
}

/// Checks an account of the directory.
pub(crate) fn ldap(
    auth: &IdentityAuth,
    known: &Known,
    username: &str,
    password: &str,
) -> Result<(), ApiError> {
    let mut users = known.ldap_users.iter();
    let user = users.find(|user| user.username == username && user.password == password);
    let user = user.ok_or_else(|| refused("Invalid credentials".to_owned()))?;
    let required = auth.config.get("allowedFields").and_then(Value::as_array);
    let fits = required.into_iter().flatten().all(|field| {
        let text = |name: &str| field.get(name).and_then(Value::as_str).unwrap_or_default();
        let own = user.attributes.get(text("key")).and_then(Value::as_str);
        text("value").split(',').any(|value| own == Some(value.trim()))
    });
    if fits { Ok(()) } else { Err(refused("Invalid credentials".to_owned())) }
}

/// Checks a token of Azure's metadata service, which a development key must have signed.
pub(crate) fn azure(auth: &IdentityAuth, known: &Known, text: &str) -> Result<(), ApiError> {
    let jwt = parsed(text)?;
    check_with_one_of(&jwt, &known.azure_keys)?;
    let tenant = auth.text("tenantId");
    // A slash at the end of either is no difference.
    let plain = |resource: &str| resource.trim_end_matches('/').to_owned();
    let resource = plain(auth.text("resource"));
    if !audiences(&jwt).iter().any(|audience| plain(audience) == resource) {
        return Err(fault("jwt audience invalid"));
    }
    if jwt.claim("iss") != Some(&format!("https://sts.windows.net/{tenant}/")) {
        return Err(fault("jwt issuer invalid"));
    }
    if jwt.claim("tid") != Some(tenant) {
        return Err(refused("Tenant ID mismatch".to_owned()));
    }
    let (principal, allowed) =
        (jwt.claim("oid").unwrap_or_default(), auth.entries("allowedServicePrincipalIds"));
    if allowed.is_empty() || allowed.contains(&principal) {
        return Ok(());
    }
    Err(refused(format!("Service principal '{principal}' not allowed")))
}

/// Checks a token of Google's metadata service, or one that a service account signed. A development
/// key must have signed either.
pub(crate) fn gcp(auth: &IdentityAuth, known: &Known, text: &str) -> Result<(), ApiError> {
    let jwt = parsed(text)?;
    check_with_one_of(&jwt, &known.gcp_keys)?;
    let is_for_identity = audiences(&jwt).contains(&auth.identity_id.as_str());
    let email = if auth.text("type") == "iam" {
        let subject = jwt.claim("sub").filter(|it| it.ends_with(".iam.gserviceaccount.com"));
        let subject =
            subject.ok_or_else(|| refused("Invalid service account identifier".to_owned()))?;
        if !is_for_identity {
            return Err(refused("Invalid audience in GCP IAM Token".to_owned()));
        }
        subject
    } else {
        if !is_for_identity || jwt.claim("iss") != Some("https://accounts.google.com") {
            return Err(ApiError::Internal);
        }
        jwt.claim("email").ok_or_else(|| refused("Unauthorized".to_owned()))?
    };
    let machine = jwt.claims.pointer("/google/compute_engine");
    let of_machine = |name: &str| machine.and_then(|it| it.get(name)).and_then(Value::as_str);
    let zones = [
        ("allowedServiceAccounts", Some(email), "service account"),
        ("allowedProjects", of_machine("project_id"), "project"),
        ("allowedZones", of_machine("zone"), "zone"),
    ];
    for (field, value, what) in zones {
        let allowed = auth.entries(field);
        // Claims that the token does not have are not compared, as on the real server.
        if value.is_some_and(|value| !allowed.is_empty() && !allowed.contains(&value)) {
            return Err(refused(format!("Access denied: GCP {what} not allowed.")));
        }
    }
    Ok(())
}

/// Checks a signed request to AWS.
pub(crate) fn aws(
    auth: &IdentityAuth,
    known: &Known,
    method: &str,
    body: &str,
    headers: &str,
) -> Result<(), ApiError> {
    let request = SignedRequest::read(method, body, headers).ok_or(ApiError::Internal)?;
    request.region().ok_or(ApiError::bad_request("Invalid AWS region"))?;
    // AWS refuses the request, and the releases let that through as a failure.
    let caller = request.caller(&known.aws_keys).ok_or(ApiError::Internal)?;
    let accounts = auth.entries("allowedAccountIds");
    if !accounts.is_empty() && !accounts.contains(&caller.account.as_str()) {
        return Err(refused("Access denied: AWS account ID not allowed.".to_owned()));
    }
    let allowed = auth.entries("allowedPrincipalArns");
    if allowed.is_empty() || allowed.iter().any(|pattern| fits(&caller.arn, pattern)) {
        return Ok(());
    }
    Err(refused(format!(
        "Access denied: AWS principal ARN not allowed. [principal-arn={}]",
        caller.arn
    )))
}

/// Checks the certificate that a reverse proxy found in the TLS connection.
pub(crate) fn certificate(auth: &IdentityAuth, header: Option<&str>) -> Result<(), ApiError> {
    let header = header.ok_or(ApiError::bad_request("Missing TLS certificate in header"))?;
    let common_name =
        certificates::common_name(header, auth.text("caCertificate")).map_err(|message| {
            match message {
                certificates::MISSING => ApiError::bad_request(certificates::MISSING),
                other => refused(other.to_owned()),
            }
        })?;
    let allowed = auth.entries("allowedCommonNames");
    if allowed.is_empty() || common_name.is_some_and(|name| allowed.contains(&name.as_str())) {
        return Ok(());
    }
    Err(refused("Access denied: TLS Certificate Auth common name not allowed.".to_owned()))
}

fn parsed(text: &str) -> Result<ForeignJwt, ApiError> {
    ForeignJwt::parse(text).ok_or_else(|| refused("Invalid JWT".to_owned()))
}

fn check_with_one_of(jwt: &ForeignJwt, keys: &[PublicKey]) -> Result<(), ApiError> {
    let mut fault = "invalid signature";
    for key in keys {
        match jwt.check(key) {
            Ok(()) => return Ok(()),
            Err("invalid algorithm") => {}
            Err(other) => fault = other,
        }
    }
    Err(refused(format!("Access denied: {fault}")))
}

/// Subject, audiences and other claims.
fn check_claims(auth: &IdentityAuth, jwt: &ForeignJwt) -> Result<(), ApiError> {
    let subject = auth.text("boundSubject");
    if !subject.is_empty() {
        let own = jwt
            .claim("sub")
            .ok_or_else(|| refused("Access denied: token has no subject field".to_owned()))?;
        if !fits(own, subject) {
            return Err(ApiError::barred("Access denied: subject not allowed".to_owned()));
        }
    }
    let allowed = auth.entries("boundAudiences");
    if !allowed.is_empty() {
        let own = audiences(jwt);
        if own.is_empty() {
            return Err(refused("Access denied: token has no audience field".to_owned()));
        }
        if !allowed.iter().any(|pattern| own.iter().any(|audience| fits(audience, pattern))) {
            return Err(refused("Access denied: token audience not allowed".to_owned()));
        }
    }
    let bound = auth.config.get("boundClaims").and_then(Value::as_object);
    for (name, wanted) in bound.into_iter().flatten() {
        let pointer = format!("/{}", name.replace('.', "/"));
        let own = jwt
            .claims
            .pointer(&pointer)
            .ok_or_else(|| refused(format!("Access denied: token has no {name} field")))?;
        let own = own.as_str().map_or_else(|| own.to_string(), str::to_owned);
        let mut entries = wanted.as_str().unwrap_or_default().split(',');
        if !entries.any(|pattern| fits(&own, pattern.trim())) {
            return Err(refused(format!("Access denied: claim mismatch for field {name}")));
        }
    }
    Ok(())
}

fn audiences(jwt: &ForeignJwt) -> Vec<&str> {
    match jwt.claims.get("aud") {
        Some(Value::String(one)) => vec![one],
        Some(Value::Array(all)) => all.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

/// Whether a text is the pattern, or fits its wildcards.
fn fits(text: &str, pattern: &str) -> bool {
    text == pattern
        || GlobBuilder::new(pattern).build().is_ok_and(|glob| glob.compile_matcher().is_match(text))
}

fn refused(message: String) -> ApiError {
    ApiError::Told { status: 401, error: "UnauthorizedError", message }
}

/// What the JWT library says, which the releases let through.
fn fault(message: &str) -> ApiError {
    ApiError::Told { status: 403, error: "TokenError", message: message.to_owned() }
}
