//! Log-ins of machine identities by tokens, accounts, keys and certificates.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use infisical_e2ee::{Client, Credential, Error, ErrorKind};
use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair};
use rustls::ServerConfig;
use rustls::pki_types::{CertificateDer, PrivatePkcs8KeyDer};
use rustls::server::WebPkiClientVerifier;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio_rustls::TlsAcceptor;

use super::support::{Answer, PROJECT, Signer, Stub, Today, now, write};

const JWT_LOG_IN: &str = "/api/v1/auth/jwt-auth/login";
const LDAP_LOG_IN: &str = "/api/v1/auth/ldap-auth/login";

async fn works(client: &Client, name: &str) {
    let created = client.secrets().create(name, "one").await.unwrap();
    assert!(!created.end_to_end_encrypted);
    assert_eq!(client.secrets().get(name).await.unwrap().value.expose(), "one");
}

async fn failure(client: &Client) -> Error {
    client.secrets().list().await.unwrap_err()
}

/// Checks that the error of a refused log-in names the identity, the method and what to check.
#[track_caller]
fn is_refused(error: &Error, id: &str, method: &str) {
    assert_eq!(error.kind(), ErrorKind::AuthenticationFailed, "{error}");
    let message = error.message();
    let subject = format!("logging in as machine identity {id:?} by {method}: ");
    assert!(message.starts_with(&subject), "{error}");
    assert!(message.contains("Check the identity id"), "{error}");
    assert!(!error.retryable());
}

/// A configuration of JWT auth with one key.
fn static_key(signer: &Signer) -> Value {
    json!({
        "configurationType": "static", "publicKeys": [signer.public_pem()],
        "boundIssuer": "https://ci.example.test", "boundAudiences": "infisical, other",
        "boundSubject": "build-*", "boundClaims": {"team": "core,web"},
    })
}

fn claims() -> Value {
    json!({
        "iss": "https://ci.example.test", "sub": "build-7", "aud": ["infisical"], "team": "core",
    })
}

#[tokio::test]
async fn jwt_auth_logs_in_with_a_given_token_or_a_file() {
    let (today, signer) = (Today::start().await, Signer::new());
    let id = today.identity("jwt-auth", &static_key(&signer)).await;
    let token = signer.jwt(&claims());
    works(&today.client(Credential::jwt_auth(&id, token.as_str()).unwrap()), "A").await;
    let file = today.file("jwt", &format!("{token}\n"));
    works(&today.client(Credential::jwt_auth_file(&id, file).unwrap()), "B").await;
}

#[tokio::test]
async fn jwt_auth_refused_token_error_says_what_to_check() {
    let (today, signer) = (Today::start().await, Signer::new());
    let id = today.identity("jwt-auth", &static_key(&signer)).await;
    let with = |name: &str, value: Value| {
        let mut claims = claims();
        claims[name] = value;
        signer.jwt(&claims)
    };
    for token in [
        Signer::new().jwt(&claims()),
        with("iss", "https://other.example.test".into()),
        with("sub", "deploy-7".into()),
        with("aud", "elsewhere".into()),
        with("team", "other".into()),
        with("nbf", (now() + 100).into()),
    ] {
        let client = today.client(Credential::jwt_auth(&id, token.as_str()).unwrap());
        let error = failure(&client).await;
        is_refused(&error, &id, "JWT auth");
        assert!(!format!("{error:?}").contains(&token), "{error}");
    }
    let expired = with("exp", (now() - 10).into());
    let error = failure(&today.client(Credential::jwt_auth(&id, expired).unwrap())).await;
    assert_eq!(error.kind(), ErrorKind::TokenExpired, "{error}");
    assert!(error.message().contains("that the JWT has not expired"), "{error}");

    let other = today.bare_identity().await;
    let token = signer.jwt(&claims());
    let error = failure(&today.client(Credential::jwt_auth(&other, token).unwrap())).await;
    is_refused(&error, &other, "JWT auth");
    assert!(error.message().contains("the identity does not log in this way"), "{error}");
}

#[tokio::test]
async fn log_in_failure_of_the_server_error_says_that_the_proof_may_be_wrong() {
    let (today, signer) = (Today::start().await, Signer::new());
    let id = today.identity("jwt-auth", &static_key(&signer)).await;
    let failing = Stub::before(&today.base_url, |request, _| match request.path() {
        JWT_LOG_IN => Answer::json(500, &json!({"message": "Something went wrong"})),
        _ => Answer::PassOn,
    })
    .await;
    let credential = Credential::jwt_auth(&id, signer.jwt(&claims())).unwrap();
    let error = failure(&today.builder_at(&failing.base_url, credential).build().unwrap()).await;
    assert_eq!((error.kind(), error.status()), (ErrorKind::ServerError, Some(500)), "{error}");
    for part in ["by JWT auth: ", "the proof may be wrong", "Check the identity id"] {
        assert!(error.message().contains(part), "{error}");
    }
    assert!(error.retryable(), "a read may be repeated");
}

#[tokio::test]
async fn oidc_auth_logs_in_with_a_token_of_the_provider() {
    let (today, signer) = (Today::start().await, Signer::new());
    let keys = signer.jwks();
    let provider = Stub::start(move |request, _| match request.path() {
        "/.well-known/openid-configuration" => {
            let host = request.header("host");
            Answer::json(200, &json!({"jwks_uri": format!("http://{host}/keys")}))
        }
        _ => Answer::json(200, &keys),
    })
    .await;
    let config = json!({
        "oidcDiscoveryUrl": provider.base_url, "boundIssuer": provider.base_url,
        "boundAudiences": "infisical", "boundSubject": "repo:a/b:*", "boundClaims": {},
    });
    let id = today.identity("oidc-auth", &config).await;
    let token = |subject: &str| {
        signer.jwt(&json!({"iss": provider.base_url, "sub": subject, "aud": "infisical"}))
    };
    works(&today.client(Credential::oidc_auth(&id, token("repo:a/b:main")).unwrap()), "A").await;
    let file = today.file("oidc", &token("repo:a/b:main"));
    works(&today.client(Credential::oidc_auth_file(&id, file).unwrap()), "B").await;
    let client = today.client(Credential::oidc_auth(&id, token("repo:c/d:main")).unwrap());
    is_refused(&failure(&client).await, &id, "OIDC auth");
}

/// A token of a service account, as Kubernetes projects it.
fn service_account(signer: &Signer, namespace: &str) -> String {
    signer.jwt(&json!({
        "iss": "https://kubernetes.default.svc", "aud": ["infisical"],
        "sub": format!("system:serviceaccount:{namespace}:builder"),
    }))
}

async fn cluster(today: &Today, signer: &Signer) -> String {
    today.provide(&json!({"kubernetesKeys": [signer.public_pem()]})).await;
    let config = json!({
        "kubernetesHost": "https://kubernetes.example.test", "allowedNamespaces": "ci, build",
        "allowedNames": "builder", "allowedAudience": "infisical",
    });
    today.identity("kubernetes-auth", &config).await
}

#[tokio::test]
async fn kubernetes_auth_reads_the_token_again_at_each_log_in() {
    let (today, signer) = (Today::start().await, Signer::new());
    let id = cluster(&today, &signer).await;
    let first = service_account(&signer, "ci");
    let file = today.file("token", &first);
    let refuse = Arc::new(AtomicBool::new(false));
    let refusing = Arc::clone(&refuse);
    let stub = Stub::before(&today.base_url, move |request, _| {
        let refused =
            request.path().ends_with("/secrets") && refusing.swap(false, Ordering::SeqCst);
        if refused { expired() } else { Answer::PassOn }
    })
    .await;
    let credential = Credential::kubernetes_auth_file(&id, &file).unwrap();
    let client = today.builder_at(&stub.base_url, credential).build().unwrap();
    client.secrets().list().await.unwrap();
    let second = service_account(&signer, "build");
    write(&file, &second);
    refuse.store(true, Ordering::SeqCst);
    client.secrets().list().await.unwrap();
    let sent: Vec<_> = stub
        .received()
        .iter()
        .filter(|one| one.path() == "/api/v1/auth/kubernetes-auth/login")
        .map(|one| serde_json::from_slice::<Value>(&one.body).unwrap())
        .collect();
    let expected = |jwt: &str| json!({"identityId": id, "jwt": jwt});
    assert_eq!(sent, [expected(&first), expected(&second)]);
}

/// The answer to an access token that has expired.
fn expired() -> Answer {
    let message = "Your token has expired. Please re-authenticate.";
    let body = json!({"statusCode": 403, "error": "TokenError", "message": message});
    Answer::json(403, &body)
}

#[tokio::test]
async fn kubernetes_auth_error_names_the_file_and_never_its_contents() {
    let (today, signer) = (Today::start().await, Signer::new());
    let id = cluster(&today, &signer).await;
    let file = today.file("token", "planted contents");
    let stub = Stub::before(&today.base_url, |_, _| Answer::PassOn).await;
    let client = |path: &Path| {
        let credential = Credential::kubernetes_auth_file(&id, path).unwrap();
        today.builder_at(&stub.base_url, credential).build().unwrap()
    };
    for (path, reason) in [
        (file.clone(), "has no JWT of three parts"),
        (file.with_file_name("none"), "does not exist"),
    ] {
        let error = failure(&client(&path)).await;
        assert_eq!(error.kind(), ErrorKind::InvalidCredential, "{error}");
        let named = path.file_name().unwrap().to_string_lossy();
        for part in ["by Kubernetes auth: file ", &named, reason, "Mount the token"] {
            assert!(error.message().contains(part), "{error}");
        }
        assert!(!format!("{error:?}").contains("planted"), "{error}");
    }
    assert_eq!(stub.count("/api/v1/auth/kubernetes-auth/login"), 0);
    write(&file, &service_account(&signer, "other"));
    is_refused(&failure(&client(&file)).await, &id, "Kubernetes auth");
}

#[tokio::test]
async fn concurrent_calls_of_a_jwt_log_in_once() {
    let (today, signer) = (Today::start().await, Signer::new());
    let id = today.identity("jwt-auth", &static_key(&signer)).await;
    let stub = Stub::before(&today.base_url, |_, _| Answer::PassOn).await;
    let credential = Credential::jwt_auth(&id, signer.jwt(&claims())).unwrap();
    let client = today.builder_at(&stub.base_url, credential).build().unwrap();
    let mut calls = JoinSet::new();
    for _ in 0..10 {
        calls.spawn(client.secrets().list().into_future());
    }
    for result in calls.join_all().await {
        assert!(result.unwrap().is_empty());
    }
    assert_eq!(stub.count(JWT_LOG_IN), 1);
}

async fn directory(today: &Today) -> String {
    let user = json!({
        "username": "ada", "password": "planted", "attributes": {"department": "core"},
    });
    today.provide(&json!({"ldapUsers": [user]})).await;
    let config = json!({
        "url": "ldaps://ldap.example.test", "bindDN": "cn=reader", "bindPass": "bind",
        "searchBase": "ou=people", "allowedFields": [{"key": "department", "value": "core, web"}],
    });
    today.identity("ldap-auth", &config).await
}

#[tokio::test]
async fn ldap_auth_logs_in_with_user_name_and_password() {
    let today = Today::start().await;
    let id = directory(&today).await;
    works(&today.client(Credential::ldap_auth(&id, "ada", "planted").unwrap()), "A").await;
    let error = failure(&today.client(Credential::ldap_auth(&id, "ada", "wrong").unwrap())).await;
    is_refused(&error, &id, "LDAP auth");
}

#[tokio::test]
async fn refused_log_in_is_not_sent_again() {
    let today = Today::start().await;
    let id = directory(&today).await;
    let stub = Stub::before(&today.base_url, |_, _| Answer::PassOn).await;
    let credential = Credential::ldap_auth(&id, "ada", "wrong").unwrap();
    let client = today.builder_at(&stub.base_url, credential).build().unwrap();
    let first = failure(&client).await;
    for _ in 0..3 {
        assert_eq!(failure(&client).await.message(), first.message());
    }
    assert_eq!(stub.count(LDAP_LOG_IN), 1);
}

#[tokio::test]
async fn refused_log_in_is_sent_again_with_another_token() {
    let (today, signer) = (Today::start().await, Signer::new());
    let id = today.identity("jwt-auth", &static_key(&signer)).await;
    let file = today.file("jwt", &Signer::new().jwt(&claims()));
    let client = today.client(Credential::jwt_auth_file(&id, &file).unwrap());
    is_refused(&failure(&client).await, &id, "JWT auth");
    write(&file, &signer.jwt(&claims()));
    client.secrets().list().await.unwrap();
}

#[tokio::test]
async fn server_without_the_method_is_unsupported() {
    let stub = Stub::start(|request, _| match request.path() {
        JWT_LOG_IN => Answer::json(
            404,
            &json!({
                "message": "Route POST:/api/v1/auth/jwt-auth/login not found",
                "error": "Not Found", "statusCode": 404,
            }),
        ),
        "/api/status" => Answer::json(
            200,
            &json!({
                "message": "Ok", "redisConfigured": true, "maxIdentityAccessTokenTTL": 7_776_000,
            }),
        ),
        _ => {
            let config = json!({"enabledLoginMethods": null, "authConsentContent": null});
            Answer::json(200, &json!({ "config": config }))
        }
    })
    .await;
    let builder = super::support::builder_at(&stub.base_url);
    let client = builder.credential(Credential::jwt_auth("64a0", "a.b.c").unwrap());
    let client = client.project(PROJECT).environment("dev").build().unwrap();
    let error = failure(&client).await;
    assert_eq!(error.kind(), ErrorKind::UnsupportedByServer, "{error}");
    assert!(error.message().contains("by JWT auth: this server has no such log-in"), "{error}");
}

const RSA_KEY: &str = include_str!("support/rsa_test_key.pem");
const RSA_PUBLIC_KEY: &str = include_str!("support/rsa_test_key.pub.pem");

#[tokio::test]
async fn gcp_iam_auth_signs_with_the_key_of_the_file() {
    let today = Today::start().await;
    today.provide(&json!({"gcpKeys": [RSA_PUBLIC_KEY]})).await;
    let email = "builder@project.iam.gserviceaccount.com";
    let config = json!({"type": "iam", "allowedServiceAccounts": email});
    let id = today.identity("gcp-auth", &config).await;
    let key = |email: &str, private_key: &str| {
        json!({
            "type": "service_account", "client_email": email, "private_key": private_key,
            "private_key_id": "1", "token_uri": "https://elsewhere.example.test/token",
        })
        .to_string()
    };
    let file = today.file("key.json", &key(email, RSA_KEY));
    works(&today.client(Credential::gcp_iam_auth(&id, &file).unwrap()), "A").await;

    write(&file, &key("other@project.iam.gserviceaccount.com", RSA_KEY));
    let client = today.client(Credential::gcp_iam_auth(&id, &file).unwrap());
    is_refused(&failure(&client).await, &id, "GCP IAM auth");
    for (contents, reason) in [
        (key(email, "planted"), "has no private key of RSA"),
        ("planted".to_owned(), "is not the key of a service account"),
    ] {
        write(&file, &contents);
        let error = failure(&today.client(Credential::gcp_iam_auth(&id, &file).unwrap())).await;
        assert_eq!(error.kind(), ErrorKind::InvalidCredential, "{error}");
        assert!(error.message().contains(reason), "{error}");
        assert!(error.message().contains("key.json"), "{error}");
        assert!(!format!("{error:?}").contains("planted"), "{error}");
    }
}

/// A CA and its key.
fn authority() -> (CertificateParams, KeyPair, String) {
    let mut params = CertificateParams::new(["ca.example.test".to_owned()]).unwrap();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let key = KeyPair::generate().unwrap();
    let pem = params.self_signed(&key).unwrap().pem();
    (params, key, pem)
}

/// The PEM of a client's certificate and key.
fn client_certificate(params: &CertificateParams, key: &KeyPair, name: &str) -> (String, String) {
    let mut own = CertificateParams::new(Vec::new()).unwrap();
    own.distinguished_name.push(DnType::CommonName, name);
    let own_key = KeyPair::generate().unwrap();
    let certificate = own.signed_by(&own_key, &Issuer::from_params(params, key)).unwrap();
    (certificate.pem(), own_key.serialize_pem())
}

/// A reverse proxy that asks for client certificates and passes them on in a header. Its base URL and
/// its own certificate.
async fn reverse_proxy(server: &str, trusted: &str) -> (String, String) {
    let server = server.trim_start_matches("http://").to_owned();
    let key = KeyPair::generate().unwrap();
    let own = CertificateParams::new(["localhost".to_owned()]).unwrap().self_signed(&key).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut roots = rustls::RootCertStore::empty();
    let trusted = pem_to_der(trusted);
    roots.add(trusted).unwrap();
    let verifier =
        WebPkiClientVerifier::builder_with_provider(Arc::new(roots), Arc::clone(&provider));
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_client_cert_verifier(verifier.build().unwrap())
        .with_single_cert(
            vec![own.der().clone()],
            PrivatePkcs8KeyDer::from(key.serialize_der()).into(),
        )
        .unwrap();
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base_url = format!("https://localhost:{}", listener.local_addr().unwrap().port());
    tokio::spawn(async move {
        while let Ok((wire, _)) = listener.accept().await {
            let (acceptor, server) = (acceptor.clone(), server.clone());
            tokio::spawn(async move {
                let Ok(mut wire) = acceptor.accept(wire).await else { return };
                let certificate = wire.get_ref().1.peer_certificates().unwrap()[0].clone();
                let request = whole_request(&mut wire).await;
                let head = request.windows(2).position(|two| two == b"\r\n").unwrap() + 2;
                let header = format!(
                    "x-identity-tls-cert-auth-client-cert: {}\r\nconnection: close\r\n",
                    percent_encoded(&certificate)
                );
                let passed = [&request[..head], header.as_bytes(), &request[head..]].concat();
                let mut behind = TcpStream::connect(server).await.unwrap();
                behind.write_all(&passed).await.unwrap();
                let mut answer = Vec::new();
                behind.read_to_end(&mut answer).await.unwrap();
                let _ = wire.write_all(&answer).await;
                let _ = wire.shutdown().await;
            });
        }
    });
    (base_url, own.pem())
}

async fn whole_request(wire: &mut (impl tokio::io::AsyncRead + Unpin)) -> Vec<u8> {
    let mut request = Vec::new();
    loop {
        let head = request.windows(4).position(|four| four == b"\r\n\r\n");
        if let Some(end) = head {
            let text = String::from_utf8_lossy(&request[..end]).to_ascii_lowercase();
            let length = text.lines().find_map(|line| line.strip_prefix("content-length:"));
            let length = length.map_or(0, |length| length.trim().parse().unwrap());
            if request.len() >= end + 4 + length {
                return request;
            }
        }
        assert_ne!(wire.read_buf(&mut request).await.unwrap(), 0, "the request ends early");
    }
}

fn pem_to_der(pem: &str) -> CertificateDer<'static> {
    use rustls::pki_types::pem::PemObject as _;
    CertificateDer::from_pem_slice(pem.as_bytes()).unwrap()
}

fn percent_encoded(certificate: &CertificateDer<'_>) -> String {
    use base64::Engine as _;
    let body = base64::engine::general_purpose::STANDARD.encode(certificate);
    let pem = format!("-----BEGIN CERTIFICATE-----\n{body}\n-----END CERTIFICATE-----\n");
    pem.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

#[tokio::test]
async fn tls_cert_auth_presents_the_certificate_in_tls() {
    let today = Today::start().await;
    let (params, key, ca) = authority();
    let (base_url, own) = reverse_proxy(&today.base_url, &ca).await;
    let config = json!({"caCertificate": ca, "allowedCommonNames": "builder,other"});
    let id = today.identity("tls-cert-auth", &config).await;
    let client = |name: &str| {
        let (certificate, private_key) = client_certificate(&params, &key, name);
        let credential = Credential::tls_cert_auth(&id, &certificate, private_key).unwrap();
        let builder = today.builder_at(&base_url, credential);
        builder.certificate_authorities(own.as_bytes()).build().unwrap()
    };
    works(&client("builder"), "A").await;
    is_refused(&failure(&client("stranger")).await, &id, "TLS certificate auth");
}

#[test]
fn tls_cert_auth_needs_https_and_the_key_of_the_certificate() {
    let (params, key, _) = authority();
    let (certificate, private_key) = client_certificate(&params, &key, "builder");
    let (_, other_key) = client_certificate(&params, &key, "builder");
    let build = |base_url: &str, private_key: &str| {
        let credential = Credential::tls_cert_auth("64a0", &certificate, private_key).unwrap();
        super::support::builder_at(base_url).credential(credential).build()
    };
    build("https://infisical.example.test", &private_key).unwrap();
    let error = build("https://infisical.example.test", &other_key).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidCredential, "{error}");
    assert!(error.message().contains("the TLS certificate cannot be used"), "{error}");
    let error = build("http://localhost", &private_key).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidInput, "{error}");
    assert!(error.message().contains("https://"), "{error}");
}
