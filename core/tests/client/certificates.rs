//! Trusted certificates, and errors for others. Uses real TLS on this machine.

use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use infisical_e2ee::{Credential, Error, ErrorKind};
use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair, date_time_ymd};
use rustls::ServerConfig;
use rustls::pki_types::{CertificateDer, PrivatePkcs8KeyDer};
use rustls::server::{ClientHello, ResolvesServerCert};
use rustls::sign::CertifiedKey;
use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;

use super::support::{Answer, PROJECT, Stub, bare_client, builder_at};

/// A certificate and its key.
struct Identity {
    params: CertificateParams,
    key: KeyPair,
    der: CertificateDer<'static>,
    pem: String,
}

/// A CA certificate, as OpenSSL's `req -x509` creates by default.
fn authority(host: &str) -> CertificateParams {
    let mut params = CertificateParams::new([host.to_owned()]).unwrap();
    params.distinguished_name.push(DnType::CommonName, host);
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params
}

fn leaf(host: &str) -> CertificateParams {
    let mut params = CertificateParams::new([host.to_owned()]).unwrap();
    params.distinguished_name.push(DnType::CommonName, "leaf");
    params
}

fn expired(mut params: CertificateParams) -> CertificateParams {
    params.not_after = date_time_ymd(2020, 1, 1);
    params
}

impl Identity {
    fn self_signed(params: CertificateParams) -> Self {
        let key = KeyPair::generate().unwrap();
        let certificate = params.self_signed(&key).unwrap();
        let (der, pem) = (certificate.der().clone(), certificate.pem());
        Self { params, key, der, pem }
    }

    fn sign(&self, params: CertificateParams) -> Self {
        let key = KeyPair::generate().unwrap();
        let issuer = Issuer::from_params(&self.params, &self.key);
        let certificate = params.signed_by(&key, &issuer).unwrap();
        let (der, pem) = (certificate.der().clone(), certificate.pem());
        Self { params, key, der, pem }
    }
}

/// A TLS server that presents one certificate, with any key.
#[derive(Debug)]
struct Only(Arc<CertifiedKey>);

impl ResolvesServerCert for Only {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(Arc::clone(&self.0))
    }
}

struct Host {
    base_url: String,
    connections: Arc<AtomicUsize>,
}

impl Host {
    async fn of(identity: &Identity) -> Self {
        Self::with(&identity.der, &identity.key).await
    }

    async fn with(certificate: &CertificateDer<'static>, key: &KeyPair) -> Self {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let key = PrivatePkcs8KeyDer::from(key.serialize_der());
        let key = provider.key_provider.load_private_key(key.into()).unwrap();
        let shown = Only(Arc::new(CertifiedKey::new(vec![certificate.clone()], key)));
        let config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_cert_resolver(Arc::new(shown));
        let acceptor = TlsAcceptor::from(Arc::new(config));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base_url = format!("https://localhost:{}", listener.local_addr().unwrap().port());
        let connections = Arc::new(AtomicUsize::new(0));
        let host = Self { base_url, connections: Arc::clone(&connections) };
        tokio::spawn(async move {
            while let Ok((wire, _)) = listener.accept().await {
                connections.fetch_add(1, Ordering::SeqCst);
                let acceptor = acceptor.clone();
                tokio::spawn(async move {
                    let Ok(mut wire) = acceptor.accept(wire).await else { return };
                    let _ = wire.read(&mut [0; 4096]).await;
                    let body = json!({ "organizations": [] }).to_string();
                    let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json";
                    let answer = format!("{head}\r\ncontent-length: {}\r\n\r\n{body}", body.len());
                    let _ = wire.write_all(answer.as_bytes()).await;
                    let _ = wire.shutdown().await;
                });
            }
        });
        host
    }

    async fn ask(&self, given: Option<&str>) -> Result<(), Error> {
        ask(&self.base_url, given).await
    }

    /// The error after a single attempt.
    async fn refused(&self, given: Option<&str>) -> Error {
        let error = self.ask(given).await.unwrap_err();
        assert_eq!(self.connections.load(Ordering::SeqCst), 1, "{error}");
        assert_eq!((error.kind(), error.retryable()), (ErrorKind::ConnectionFailed, false));
        error
    }
}

async fn ask(base_url: &str, given: Option<&str>) -> Result<(), Error> {
    let mut builder = bare_client(base_url);
    if let Some(pem) = given {
        builder = builder.certificate_authorities(pem);
    }
    builder.build().unwrap().organizations().list().await.map(drop)
}

#[tokio::test]
async fn self_signed_certificate_if_given_is_accepted() {
    for params in [authority("localhost"), leaf("localhost")] {
        let server = Identity::self_signed(params);
        let host = Host::of(&server).await;
        host.ask(Some(&server.pem)).await.unwrap();
        // Also if given together with others.
        let other = Identity::self_signed(authority("other.test"));
        host.ask(Some(&format!("{}{}", other.pem, server.pem))).await.unwrap();
    }
}

#[tokio::test]
async fn certificate_of_given_ca_is_accepted() {
    let authority = Identity::self_signed(authority("authority.test"));
    let host = Host::of(&authority.sign(leaf("localhost"))).await;
    host.ask(Some(&authority.pem)).await.unwrap();
}

#[tokio::test]
async fn given_certificate_expired_or_for_other_host_is_refused() {
    let not_yet = |mut params: CertificateParams| {
        params.not_before = date_time_ymd(2900, 1, 1);
        params.not_after = date_time_ymd(2901, 1, 1);
        params
    };
    for make in [authority, leaf] {
        for (params, said) in [
            (expired(make("localhost")), "has expired"),
            (not_yet(make("localhost")), "is not valid yet"),
            (make("other.test"), "is for another name"),
        ] {
            let server = Identity::self_signed(params);
            let error = Host::of(&server).await.refused(Some(&server.pem)).await;
            assert!(error.message().contains(said), "{error}");
        }
    }
}

#[tokio::test]
async fn given_certificate_without_its_key_is_refused() {
    let server = Identity::self_signed(authority("localhost"));
    let host = Host::with(&server.der, &KeyPair::generate().unwrap()).await;
    let error = host.refused(Some(&server.pem)).await;
    assert!(error.message().contains("cannot be verified"), "{error}");
}

#[tokio::test]
async fn certificate_similar_to_given_one_is_refused() {
    let given = Identity::self_signed(authority("localhost"));
    // The same names with another key, and a CA certificate signed by the given one.
    let twin = Identity::self_signed(authority("localhost"));
    let below = given.sign(authority("localhost"));
    for server in [twin, below] {
        Host::of(&server).await.refused(Some(&given.pem)).await;
    }
}

#[tokio::test]
async fn untrusted_certificate_error_names_the_option() {
    let unknown = Identity::self_signed(authority("authority.test"));
    for (server, said) in [
        (Identity::self_signed(authority("localhost")), "self-signed"),
        (Identity::self_signed(leaf("localhost")), "self-signed"),
        (unknown.sign(leaf("localhost")), "an authority that this machine does not know"),
    ] {
        let error = Host::of(&server).await.refused(None).await;
        for said in [said, "certificate_authorities", "SSL_CERT_FILE", "localhost"] {
            assert!(error.message().contains(said), "{error}");
        }
    }
}

/// A call of any kind connects once: nothing is sent to such a server, and trying again cannot help.
#[tokio::test]
async fn untrusted_certificate_ends_every_call_after_one_connection() {
    let token = "st.63dbdba0b9c05f0aa0ea4cd1.355c81a5.bb930e927b058a6886a5b87ea95fcc04";
    for credential in [
        Credential::service_token(token),
        Credential::user("ada@example.test", "planted"),
        Credential::universal_auth("id", "planted"),
    ] {
        let host = Host::of(&Identity::self_signed(leaf("localhost"))).await;
        let builder = builder_at(&host.base_url).credential(credential.unwrap());
        let client = builder.project(PROJECT).environment("dev").build().unwrap();
        let check = |result: Result<(), Error>, connections| {
            let error = result.unwrap_err();
            assert_eq!((error.kind(), error.retryable()), (ErrorKind::ConnectionFailed, false));
            assert_eq!(host.connections.load(Ordering::SeqCst), connections, "{error}");
        };
        check(client.secrets().get("DB").await.map(drop), 1);
        check(client.secrets().create("DB", "1").await.map(drop), 2);
    }
}

#[tokio::test]
async fn https_to_http_port_error_says_so() {
    let stub = Stub::start(|_, _| Answer::json(200, &json!({ "organizations": [] }))).await;
    let error = ask(&stub.base_url.replace("http://", "https://"), None).await.unwrap_err();
    assert!(error.message().contains("does not use TLS"), "{error}");
    assert!(error.message().contains("http://"), "{error}");
    assert!(!error.retryable());
}

#[tokio::test]
async fn http_to_https_port_error_says_so() {
    let host = Host::of(&Identity::self_signed(leaf("localhost"))).await;
    let error = ask(&host.base_url.replace("https://", "http://"), None).await.unwrap_err();
    assert!(error.message().contains("begin the base URL with https://"), "{error}");
}

#[tokio::test]
async fn ssl_cert_file_replaces_the_system_store() {
    const SERVER: &str = "E2EE_TEST_TLS_SERVER";
    if let Ok(server) = std::env::var(SERVER) {
        // This runs in the child processes started below, each with its own environment.
        if server.is_empty() {
            let error = bare_client("https://localhost").build().unwrap_err();
            assert_eq!(error.kind(), ErrorKind::InvalidInput);
            assert!(error.message().starts_with("SSL_CERT_FILE"), "{error}");
        } else {
            ask(&server, None).await.unwrap();
        }
        return;
    }
    let server = Identity::self_signed(authority("localhost"));
    let signed = server.sign(leaf("localhost"));
    let host = Host::of(&signed).await;
    let directory = tempfile::tempdir().unwrap();
    let store = directory.path().join("store.pem");
    std::fs::write(&store, &server.pem).unwrap();
    for (store, server) in [(store, host.base_url.as_str()), (directory.path().join("none"), "")] {
        let mut child = Command::new(std::env::current_exe().unwrap());
        let name = "certificates::ssl_cert_file_replaces_the_system_store";
        child.args(["--exact", name]).env(SERVER, server);
        child.env("SSL_CERT_FILE", store).env_remove("SSL_CERT_DIR");
        let output = tokio::task::spawn_blocking(move || child.output()).await.unwrap().unwrap();
        assert!(output.status.success(), "{output:?}");
    }
}
