//! Log-ins of machine identities by tokens, signatures and certificates, and their configuration.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _};
use serde_json::{Value, json};

use super::{NO_AUTH, fields, is_invalid, is_refused, started};
use crate::support::client::{Auth, Peer, Reply};
use crate::support::{Config, Era, Person, start_with};

const UNKNOWN: &str = "00000000-0000-4000-8000-000000000000";

/// Each method with a configuration, its name in answers and in errors, and what it does not have.
fn methods() -> Vec<(&'static str, Value, &'static str, &'static str, &'static str)> {
    let key = Signer::new().public_pem();
    vec![
        (
            "jwt-auth",
            json!({"configurationType": "static", "publicKeys": [key], "boundClaims": {}}),
            "identityJwtAuth",
            "JWT Auth",
            "JWT auth",
        ),
        (
            "oidc-auth",
            json!({
                "oidcDiscoveryUrl": "https://ci.example.test",
                "boundIssuer": "https://ci.example.test", "boundClaims": {},
            }),
            "identityOidcAuth",
            "OIDC Auth",
            "OIDC auth",
        ),
        (
            "kubernetes-auth",
            json!({
                "kubernetesHost": "https://k8s.example.test", "allowedNamespaces": "a,b",
                "allowedNames": "", "allowedAudience": "",
            }),
            "identityKubernetesAuth",
            "Kubernetes Auth",
            "kubernetes auth",
        ),
        (
            "azure-auth",
            json!({"tenantId": "t", "resource": "r"}),
            "identityAzureAuth",
            "Azure Auth",
            "azure auth",
        ),
        ("gcp-auth", json!({"type": "iam"}), "identityGcpAuth", "GCP Auth", "gcp auth"),
        ("aws-auth", json!({}), "identityAwsAuth", "AWS Auth", "aws auth"),
        (
            "tls-cert-auth",
            json!({"caCertificate": "-----BEGIN CERTIFICATE-----"}),
            "identityTlsCertAuth",
            "TLS Certificate Auth",
            "TLS Certificate auth",
        ),
    ]
}

struct Signer(EcdsaKeyPair);

impl Signer {
    fn new() -> Self {
        let (algorithm, random) = (&ECDSA_P256_SHA256_FIXED_SIGNING, SystemRandom::new());
        let key = EcdsaKeyPair::generate_pkcs8(algorithm, &random).unwrap();
        Self(EcdsaKeyPair::from_pkcs8(algorithm, key.as_ref(), &random).unwrap())
    }

    fn jwt(&self, claims: &Value) -> String {
        let part = |part: &Value| URL_SAFE_NO_PAD.encode(part.to_string());
        let message = format!("{}.{}", part(&json!({"alg": "ES256"})), part(claims));
        let signature = self.0.sign(&SystemRandom::new(), message.as_bytes()).unwrap();
        format!("{message}.{}", URL_SAFE_NO_PAD.encode(signature))
    }

    fn public_pem(&self) -> String {
        let head = hex::decode("3059301306072a8648ce3d020106082a8648ce3d030107034200").unwrap();
        let body = STANDARD.encode([&head, self.0.public_key().as_ref()].concat());
        format!("-----BEGIN PUBLIC KEY-----\n{body}\n-----END PUBLIC KEY-----")
    }
}

async fn identity(peer: &Peer, alice: &Person) -> String {
    let new = json!({"name": "ci", "organizationId": alice.organization});
    let made = peer.post("/api/v1/identities", &alice.auth(), new).await.ok();
    made["identity"]["id"].as_str().unwrap().to_owned()
}

async fn log_in(peer: &Peer, method: &str, body: Value) -> Reply {
    peer.post(&format!("/api/v1/auth/{method}/login"), &NO_AUTH, body).await
}

#[tokio::test(flavor = "multi_thread")]
async fn method_is_attached_shown_changed_and_detached() {
    let (_server, peer, alice) = started().await;
    let auth = alice.auth();
    for (method, config, field, name, removal) in methods() {
        let id = identity(&peer, &alice).await;
        let path = format!("/api/v1/auth/{method}/identities/{id}");
        let none = peer.get(&path, &auth).await;
        let text = format!("The identity does not have {name} attached");
        is_refused(&none, 400, "BadRequest", &text);
        let made = peer.post(&path, &auth, config.clone()).await.ok()[field].clone();
        assert_eq!((&made["identityId"], &made["accessTokenTTL"]), (&json!(id), &json!(2_592_000)));
        for name in config.as_object().unwrap().keys() {
            assert!(fields(&made).contains(&name.as_str()), "{method} {name}");
        }
        let again = peer.post(&path, &auth, config.clone()).await;
        let text = format!("Failed to add {name} to already configured identity");
        is_refused(&again, 400, "BadRequest", &text);
        let changed = peer.patch(&path, &auth, json!({"accessTokenTTL": 60})).await.ok();
        assert_eq!(changed[field]["accessTokenTTL"], 60, "{method}");
        assert_eq!(peer.get(&path, &auth).await.ok(), changed, "{method}");
        let shown = peer.get(&format!("/api/v1/identities/{id}"), &auth).await.ok();
        assert_eq!(shown["identity"]["identity"]["authMethods"], json!([method]));
        peer.delete(&path, &auth, Value::Null).await.ok();
        let gone = peer.delete(&path, &auth, Value::Null).await;
        is_refused(&gone, 400, "BadRequest", &format!("The identity does not have {removal}"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn log_in_without_the_method_is_not_found() {
    let (_server, peer, _) = started().await;
    let jwt = json!({"identityId": UNKNOWN, "jwt": "a.b.c"});
    for (method, name, configured) in [
        ("jwt-auth", "JWT auth", "JWT auth"),
        ("oidc-auth", "OIDC auth", "OIDC auth"),
        ("kubernetes-auth", "Kubernetes auth", "Kubernetes auth"),
        ("azure-auth", "Azure auth", "Azure Auth"),
        ("gcp-auth", "GCP auth", "GCP auth"),
    ] {
        let text = format!("{name} method not found for identity, did you configure {configured}?");
        is_refused(&log_in(&peer, method, jwt.clone()).await, 404, "NotFound", &text);
    }
    let odd = json!({"identityId": UNKNOWN});
    is_invalid(&log_in(&peer, "jwt-auth", odd.clone()).await, "jwt");
    let text = "Missing TLS certificate in header";
    is_refused(&log_in(&peer, "tls-cert-auth", odd).await, 400, "BadRequest", text);
}

#[tokio::test(flavor = "multi_thread")]
async fn jwt_is_checked_against_keys_and_claims() {
    let (_server, peer, alice) = started().await;
    let (signer, other) = (Signer::new(), Signer::new());
    let id = identity(&peer, &alice).await;
    let path = format!("/api/v1/auth/jwt-auth/identities/{id}");
    let config = json!({
        "configurationType": "static", "publicKeys": [other.public_pem(), signer.public_pem()],
        "boundIssuer": "issuer", "boundAudiences": "one,two", "boundSubject": "build-*",
        "boundClaims": {"team.name": "core, web"}, "accessTokenTTL": 100, "accessTokenMaxTTL": 200,
    });
    let odd = json!({"configurationType": "static", "publicKeys": [], "boundClaims": {}});
    is_invalid(&peer.post(&path, &alice.auth(), odd).await, "publicKeys");
    peer.post(&path, &alice.auth(), config).await.ok();
    let good = json!({"iss": "issuer", "sub": "build-1", "aud": "two", "team": {"name": "web"}});
    let ask = async |signer: &Signer, claims: &Value| {
        log_in(&peer, "jwt-auth", json!({"identityId": id, "jwt": signer.jwt(claims)})).await
    };
    let session = ask(&signer, &good).await.ok();
    assert_eq!(
        (&session["expiresIn"], &session["accessTokenMaxTTL"], &session["tokenType"]),
        (&json!(100), &json!(200), &json!("Bearer"))
    );
    let token = Auth::bearer(session["accessToken"].as_str().unwrap());
    let details = peer.get("/api/v1/identities/details", &token).await.ok();
    assert_eq!(details["identityDetails"]["organization"]["id"], alice.organization.as_str());

    let with = |name: &str, value: Value| {
        let mut claims = good.clone();
        claims[name] = value;
        claims
    };
    let unsigned = "Access denied: JWT verification failed with all keys. Errors - invalid \
                    signature; invalid signature";
    is_refused(&ask(&Signer::new(), &good).await, 401, "UnauthorizedError", unsigned);
    let late = "Access denied: JWT verification failed with all keys. Errors - invalid signature; \
                jwt expired";
    let expired = ask(&signer, &with("exp", json!(1_000_000_000))).await;
    is_refused(&expired, 401, "UnauthorizedError", late);
    for (claims, status, name, text) in [
        (with("iss", json!("x")), 403, "ForbiddenError", "Access denied: issuer mismatch"),
        (with("sub", json!("x")), 403, "ForbiddenError", "Access denied: subject not allowed"),
        (
            with("aud", json!("three")),
            401,
            "UnauthorizedError",
            "Access denied: token audience not allowed",
        ),
        (
            with("team", json!({})),
            401,
            "UnauthorizedError",
            "Access denied: token has no team.name field",
        ),
        (
            with("team", json!({"name": "x"})),
            401,
            "UnauthorizedError",
            "Access denied: claim mismatch for field team.name",
        ),
    ] {
        is_refused(&ask(&signer, &claims).await, status, name, text);
    }
    let odd = log_in(&peer, "jwt-auth", json!({"identityId": id, "jwt": "a.b.c"})).await;
    is_refused(&odd, 401, "UnauthorizedError", "Invalid JWT");
}

#[tokio::test(flavor = "multi_thread")]
async fn kubernetes_token_is_checked_as_by_a_review() {
    let (_server, peer, alice) = started().await;
    let signer = Signer::new();
    let keys = json!({"kubernetesKeys": [signer.public_pem()]});
    peer.post("/dev/identity-providers", &NO_AUTH, keys).await.ok();
    let odd = json!({"kubernetesKeys": ["x"]});
    is_invalid(&peer.post("/dev/identity-providers", &NO_AUTH, odd).await, "kubernetesKeys");
    let id = identity(&peer, &alice).await;
    let config = json!({
        "kubernetesHost": "https://k8s.example.test", "allowedNamespaces": "ci",
        "allowedNames": "builder", "allowedAudience": "infisical",
    });
    let path = format!("/api/v1/auth/kubernetes-auth/identities/{id}");
    peer.post(&path, &alice.auth(), config).await.ok();
    let ask = async |signer: &Signer, subject: &str, audience: &str| {
        let jwt = signer.jwt(&json!({"sub": subject, "aud": [audience]}));
        log_in(&peer, "kubernetes-auth", json!({"identityId": id, "jwt": jwt})).await
    };
    let subject = "system:serviceaccount:ci:builder";
    assert_eq!(ask(&signer, subject, "infisical").await.status, 200);
    let review = "KubernetesTokenReviewError";
    let wrong = ask(&Signer::new(), subject, "infisical").await;
    is_refused(&wrong, 401, review, "[invalid bearer token]");
    let no_account = ask(&signer, "ada", "infisical").await;
    is_refused(&no_account, 401, review, "Kubernetes token not authenticated");
    for (subject, audience, what) in [
        ("system:serviceaccount:x:builder", "infisical", "namespace"),
        ("system:serviceaccount:ci:x", "infisical", "name"),
        (subject, "x", "audience"),
    ] {
        let text = format!("Access denied: K8s {what} not allowed.");
        let refused = ask(&signer, subject, audience).await;
        is_refused(&refused, 401, "UnauthorizedError", &text);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn ldap_needs_a_licence_and_a_known_account() {
    let mut licensed = Config::new(Era::Modern);
    licensed.licence = true;
    for (config, is_licensed) in [(Config::new(Era::Modern), false), (licensed, true)] {
        let (_server, peer) = start_with(config).await;
        let alice = Person::sign_up(&peer, "alice").await;
        let user = json!({"username": "ada", "password": "p", "attributes": {"team": "core"}});
        let users = json!({"ldapUsers": [user]});
        peer.post("/dev/identity-providers", &NO_AUTH, users).await.ok();
        let id = identity(&peer, &alice).await;
        let path = format!("/api/v1/auth/ldap-auth/identities/{id}");
        let config = json!({
            "url": "ldap://ldap.example.test", "bindDN": "cn=a", "bindPass": "b",
            "searchBase": "ou=people", "allowedFields": [{"key": "team", "value": "core"}],
        });
        let attached = peer.post(&path, &alice.auth(), config).await;
        if !is_licensed {
            let plan = "Failed to add LDAP Auth to identity due to plan restriction. Upgrade plan \
                        to add LDAP Auth.";
            is_refused(&attached, 400, "BadRequest", plan);
            continue;
        }
        attached.ok();
        let ask = async |password: &str| {
            let body = json!({"identityId": id, "username": "ada", "password": password});
            log_in(&peer, "ldap-auth", body).await
        };
        assert_eq!(ask("p").await.status, 200);
        is_refused(&ask("x").await, 401, "UnauthorizedError", "Invalid credentials");
        let others = json!({"allowedFields": [{"key": "team", "value": "web"}]});
        peer.patch(&path, &alice.auth(), others).await.ok();
        is_refused(&ask("p").await, 401, "UnauthorizedError", "Invalid credentials");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn unsigned_request_to_aws_is_refused() {
    let (_server, peer, alice) = started().await;
    let key = json!({
        "accessKeyId": "AKID", "secretAccessKey": "s", "account": "1", "arn": "arn:aws:iam::1:user/a",
    });
    peer.post("/dev/identity-providers", &NO_AUTH, json!({"awsKeys": [key]})).await.ok();
    let id = identity(&peer, &alice).await;
    let path = format!("/api/v1/auth/aws-auth/identities/{id}");
    peer.post(&path, &alice.auth(), json!({})).await.ok();
    let ask = async |authorization: &str| {
        let headers = json!({
            "Authorization": authorization, "Host": "sts.us-east-1.amazonaws.com",
            "X-Amz-Date": "20240619T120000Z",
        });
        let body = json!({
            "identityId": id, "iamHttpRequestMethod": "POST",
            "iamRequestBody": STANDARD.encode("Action=GetCallerIdentity&Version=2011-06-15"),
            "iamRequestHeaders": STANDARD.encode(headers.to_string()),
        });
        log_in(&peer, "aws-auth", body).await
    };
    let scope = |region: &str| {
        format!(
            "AWS4-HMAC-SHA256 Credential=AKID/20240619/{region}/sts/aws4_request, \
             SignedHeaders=host;x-amz-date, Signature=00"
        )
    };
    is_refused(&ask(&scope("US_EAST")).await, 400, "BadRequest", "Invalid AWS region");
    is_refused(&ask("x").await, 400, "BadRequest", "Invalid AWS region");
    assert_eq!(ask(&scope("us-east-1")).await.status, 500);
}
