//! Log-ins of machine identities with tokens and credentials of a cloud's metadata service.

use std::collections::HashMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use infisical_e2ee::{Client, Credential, Error, ErrorKind};
use serde_json::{Value, json};

use super::support::{Answer, PROJECT, Received, Signer, Stub, Today, builder_at};

const AWS_LOG_IN: &str = "/api/v1/auth/aws-auth/login";
const TENANT: &str = "11111111-2222-3333-4444-555555555555";

/// The credential with these environment variables, and no others.
fn with(credential: Credential, variables: &[(&str, &str)]) -> Credential {
    let variables: HashMap<_, _> =
        variables.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    credential.with_environment(move |name| variables.get(name).map(Into::into))
}

async fn works(client: &Client) {
    assert!(client.secrets().list().await.unwrap().is_empty());
}

async fn failure(client: &Client) -> Error {
    client.secrets().list().await.unwrap_err()
}

/// The value of a parameter of the query.
fn parameter(request: &Received, name: &str) -> Option<String> {
    let url = url::Url::parse(&format!("http://stub{}", request.target)).unwrap();
    url.query_pairs().find(|(known, _)| known == name).map(|(_, value)| value.into_owned())
}

/// Azure, with a token for what is asked.
async fn azure(signer: Signer, is_service: bool) -> Stub {
    Stub::start(move |request, _| {
        let (path, header) = match is_service {
            true => ("/msi/token", "x-identity-header"),
            false => ("/metadata/identity/oauth2/token", "metadata"),
        };
        let wanted = if is_service { "planted-header" } else { "true" };
        if request.path() != path || request.header(header) != wanted {
            return Answer::json(400, &json!({"error": "invalid_request"}));
        }
        let token = signer.jwt(&json!({
            "aud": parameter(request, "resource").unwrap(), "tid": TENANT, "oid": "principal",
            "iss": format!("https://sts.windows.net/{TENANT}/"),
            "appid": parameter(request, "client_id"),
        }));
        Answer::json(200, &json!({"access_token": token, "expires_in": "3600"}))
    })
    .await
}

#[tokio::test]
async fn azure_auth_asks_the_metadata_service_for_the_resource() {
    let (today, signer) = (Today::start().await, Signer::new());
    today.provide(&json!({"azureKeys": [signer.public_pem()]})).await;
    let machine = azure(signer, false).await;
    let at_stub = [("AZURE_POD_IDENTITY_AUTHORITY_HOST", machine.base_url.as_str())];
    for resource in [None, Some("api://infisical")] {
        let config = json!({
            "tenantId": TENANT, "resource": resource.unwrap_or("https://management.azure.com/"),
            "allowedServicePrincipalIds": "principal",
        });
        let id = today.identity("azure-auth", &config).await;
        let credential = Credential::azure_auth(&id, resource, Some("managed")).unwrap();
        works(&today.client(with(credential, &at_stub))).await;
    }
    let asked = machine.received();
    assert_eq!(parameter(&asked[0], "api-version").as_deref(), Some("2018-02-01"));
    assert_eq!(parameter(&asked[0], "client_id").as_deref(), Some("managed"));
    let id = today.bare_identity().await;
    let credential = Credential::azure_auth(&id, None, None).unwrap();
    let error = failure(&today.client(with(credential, &at_stub))).await;
    assert_eq!(error.kind(), ErrorKind::AuthenticationFailed, "{error}");
    assert!(error.message().contains("by Azure auth: "), "{error}");
}

#[tokio::test]
async fn azure_auth_asks_the_endpoint_of_a_service() {
    let (today, signer) = (Today::start().await, Signer::new());
    today.provide(&json!({"azureKeys": [signer.public_pem()]})).await;
    let service = azure(signer, true).await;
    let config = json!({"tenantId": TENANT, "resource": "https://management.azure.com"});
    let id = today.identity("azure-auth", &config).await;
    let endpoint = format!("{}/msi/token", service.base_url);
    let variables =
        [("IDENTITY_ENDPOINT", endpoint.as_str()), ("IDENTITY_HEADER", "planted-header")];
    let credential = Credential::azure_auth(&id, None, None).unwrap();
    works(&today.client(with(credential, &variables))).await;
    assert_eq!(parameter(&service.received()[0], "api-version").as_deref(), Some("2019-08-01"));
}

#[tokio::test]
async fn gcp_id_token_auth_asks_the_metadata_server_for_the_audience() {
    let (today, signer) = (Today::start().await, Signer::new());
    today.provide(&json!({"gcpKeys": [signer.public_pem()]})).await;
    let server = Stub::start(move |request, _| {
        let path = "/computeMetadata/v1/instance/service-accounts/default/identity";
        if request.path() != path || request.header("metadata-flavor") != "Google" {
            return Answer::json(403, &json!({}));
        }
        let machine = json!({"project_id": "project", "zone": "europe-west1-b"});
        let token = signer.jwt(&json!({
            "iss": "https://accounts.google.com", "aud": parameter(request, "audience"),
            "email": "a@project.iam.gserviceaccount.com", "google": {"compute_engine": machine},
        }));
        Answer::text(200, "text/html", token)
    })
    .await;
    let host = server.base_url.trim_start_matches("http://").to_owned();
    for (zone, is_allowed) in [("europe-west1-b", true), ("us-east1-b", false)] {
        let config = json!({
            "type": "gce", "allowedZones": zone, "allowedProjects": "project",
            "allowedServiceAccounts": "a@project.iam.gserviceaccount.com",
        });
        let id = today.identity("gcp-auth", &config).await;
        let credential = Credential::gcp_id_token_auth(&id).unwrap();
        let client = today.client(with(credential, &[("GCE_METADATA_HOST", &host)]));
        if is_allowed {
            works(&client).await;
            continue;
        }
        let error = failure(&client).await;
        assert_eq!(error.kind(), ErrorKind::AuthenticationFailed, "{error}");
        assert!(error.message().contains("by GCP ID token auth: "), "{error}");
        assert!(error.message().contains("of type gce"), "{error}");
    }
}

const ARN: &str = "arn:aws:sts::123456789012:assumed-role/builder/i-1";

/// An identity of AWS auth, for whose account three access keys are known.
async fn aws(today: &Today) -> String {
    let keys: Vec<_> = ["AKIDENVIRONMENT", "ASIACONTAINER", "ASIAINSTANCE"]
        .map(|id| {
            json!({
                "accessKeyId": id, "secretAccessKey": format!("planted-{id}"),
                "account": "123456789012", "arn": ARN,
            })
        })
        .into();
    today.provide(&json!({"awsKeys": keys})).await;
    let config = json!({
        "allowedAccountIds": "123456789012",
        "allowedPrincipalArns": "arn:aws:sts::123456789012:assumed-role/builder/*",
    });
    today.identity("aws-auth", &config).await
}

fn temporary(id: &str) -> Answer {
    Answer::json(
        200,
        &json!({
            "AccessKeyId": id, "SecretAccessKey": format!("planted-{id}"),
            "Token": "planted-session", "Expiration": "2030-01-01T00:00:00Z",
        }),
    )
}

/// The headers that the client signed for the last log-in.
fn signed_headers(stub: &Stub) -> Value {
    let received = stub.received();
    let log_in = received.iter().rev().find(|one| one.path() == AWS_LOG_IN).unwrap();
    let body: Value = serde_json::from_slice(&log_in.body).unwrap();
    assert_eq!(body["iamHttpRequestMethod"], "POST");
    let headers = STANDARD.decode(body["iamRequestHeaders"].as_str().unwrap()).unwrap();
    serde_json::from_slice(&headers).unwrap()
}

#[tokio::test]
async fn aws_iam_auth_signs_with_credentials_of_environment_container_or_instance() {
    let today = Today::start().await;
    let id = aws(&today).await;
    let container =
        Stub::start(|request, _| match (request.path(), request.header("authorization")) {
            ("/v1/credentials", "planted-token") => temporary("ASIACONTAINER"),
            _ => Answer::json(403, &json!({})),
        })
        .await;
    let instance = Stub::start(|request, _| {
        let is_known = request.header("x-aws-ec2-metadata-token") == "planted-token";
        match request.path() {
            "/latest/api/token" if request.method == "PUT" => {
                assert_eq!(request.header("x-aws-ec2-metadata-token-ttl-seconds"), "60");
                Answer::text(200, "text/plain", "planted-token")
            }
            "/latest/meta-data/placement/region" if is_known => {
                Answer::text(200, "text/plain", "eu-central-1")
            }
            "/latest/meta-data/iam/security-credentials/" if is_known => {
                Answer::text(200, "text/plain", "builder")
            }
            "/latest/meta-data/iam/security-credentials/builder" if is_known => {
                temporary("ASIAINSTANCE")
            }
            _ => Answer::text(401, "text/plain", ""),
        }
    })
    .await;
    let stub = Stub::before(&today.base_url, |_, _| Answer::PassOn).await;
    let full = format!("{}/v1/credentials", container.base_url);
    let token_file = today.file("pod-token", "planted-token\n");
    let token_file = token_file.to_str().unwrap();
    let of_container = ("AWS_CONTAINER_CREDENTIALS_FULL_URI", full.as_str());
    for (variables, region, has_session) in [
        (
            &[
                ("AWS_ACCESS_KEY_ID", "AKIDENVIRONMENT"),
                ("AWS_SECRET_ACCESS_KEY", "planted-AKIDENVIRONMENT"),
                ("AWS_REGION", "eu-west-1"),
            ][..],
            "eu-west-1",
            false,
        ),
        (
            &[of_container, ("AWS_CONTAINER_AUTHORIZATION_TOKEN", "planted-token")],
            "us-east-1",
            true,
        ),
        (
            &[of_container, ("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", token_file)],
            "us-east-1",
            true,
        ),
        (
            &[("AWS_EC2_METADATA_SERVICE_ENDPOINT", instance.base_url.as_str())],
            "eu-central-1",
            true,
        ),
    ] {
        let credential = with(Credential::aws_iam_auth(&id).unwrap(), variables);
        let client = today.builder_at(&stub.base_url, credential).build().unwrap();
        works(&client).await;
        let headers = signed_headers(&stub);
        assert_eq!(headers["Host"], format!("sts.{region}.amazonaws.com"));
        assert_eq!(headers["X-Amz-Security-Token"].is_string(), has_session);
    }
}

#[tokio::test]
async fn aws_iam_auth_wrong_credentials_error_shows_none_of_them() {
    let today = Today::start().await;
    let id = aws(&today).await;
    let stub = Stub::before(&today.base_url, |_, _| Answer::PassOn).await;
    let pair = |id: &'static str, secret: &'static str| {
        vec![("AWS_ACCESS_KEY_ID", id), ("AWS_SECRET_ACCESS_KEY", secret)]
    };
    let kind_of = async |variables: &[(&str, &str)], named: &str| {
        let credential = with(Credential::aws_iam_auth(&id).unwrap(), variables);
        let client = today.builder_at(&stub.base_url, credential).build().unwrap();
        let error = failure(&client).await;
        assert!(error.message().contains("by AWS IAM auth: "), "{error}");
        assert!(error.message().contains(named), "{error}");
        assert!(!format!("{error:?}").contains("planted"), "{error}");
        error.kind()
    };
    // The server reports the refusal of AWS as its own failure.
    let wrong = pair("AKIDENVIRONMENT", "planted-wrong");
    for named in ["the proof may be wrong", "AWS STS", "the secret access key"] {
        assert_eq!(kind_of(&wrong, named).await, ErrorKind::ServerError);
    }
    assert_eq!(stub.count(AWS_LOG_IN), 3);
    for (variables, named) in [
        (vec![("AWS_ACCESS_KEY_ID", "AKIDENVIRONMENT")], "AWS_SECRET_ACCESS_KEY"),
        (pair("planted id", "planted"), "access key id"),
        ([pair("A", "planted"), vec![("AWS_REGION", "planted/x")]].concat(), "AWS_REGION"),
        (vec![("AWS_EC2_METADATA_DISABLED", "true")], "AWS_EC2_METADATA_DISABLED"),
        (
            vec![("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://container.example.test/")],
            "loopback or link-local address",
        ),
        (
            vec![("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "@container.example.test/")],
            "loopback or link-local address",
        ),
    ] {
        assert_eq!(kind_of(&variables, named).await, ErrorKind::InvalidCredential, "{variables:?}");
    }
    assert_eq!(stub.count(AWS_LOG_IN), 3);
}

/// The error of a log-in by Azure auth, whose metadata service is the stub.
async fn azure_failure(today: &Today, machine: &Stub) -> Error {
    let credential = Credential::azure_auth("64a0", None, None).unwrap();
    let variables = [("AZURE_POD_IDENTITY_AUTHORITY_HOST", machine.base_url.as_str())];
    failure(&today.client(with(credential, &variables))).await
}

type Answers = Box<dyn Fn() -> Answer + Send + Sync>;

#[tokio::test]
async fn metadata_service_error_names_it_and_never_its_answer() {
    let today = Today::start().await;
    let elsewhere = Stub::start(|_, _| Answer::json(200, &json!({"access_token": "a.b.c"}))).await;
    let other = elsewhere.base_url.clone();
    let moved =
        move || Answer::json(302, &json!({})).with_header("location", &format!("{other}/token"));
    let answers: Vec<(Answers, &str, ErrorKind)> = vec![
        (
            Box::new(|| Answer::json(400, &json!({"error": "planted"}))),
            "answered with status 400",
            ErrorKind::InvalidCredential,
        ),
        (
            Box::new(|| Answer::json(503, &json!({}))),
            "answered with status 503",
            ErrorKind::ConnectionFailed,
        ),
        (Box::new(moved), "answered with status 302", ErrorKind::InvalidCredential),
        (
            Box::new(|| Answer::json(200, &json!({"access_token": "planted"}))),
            "answered without a token",
            ErrorKind::InvalidCredential,
        ),
        (
            Box::new(|| Answer::text(200, "application/json", "planted ".repeat(20_000))),
            "answered with more than 65536 bytes",
            ErrorKind::InvalidCredential,
        ),
    ];
    for (answer, reason, kind) in answers {
        let machine = Stub::start(move |_, _| answer()).await;
        let error = azure_failure(&today, &machine).await;
        assert_eq!(error.kind(), kind, "{error}");
        for part in ["by Azure auth: Azure's instance metadata service", reason, "managed identity"]
        {
            assert!(error.message().contains(part), "{error}");
        }
        assert!(!format!("{error:?}").contains("planted"), "{error}");
    }
    assert!(elsewhere.received().is_empty(), "a redirect was followed");
}

#[tokio::test]
async fn metadata_service_that_does_not_answer_fails_in_seconds() {
    let today = Today::start().await;
    let machine = Stub::start(|_, _| Answer::Never).await;
    let begun = std::time::Instant::now();
    let error = azure_failure(&today, &machine).await;
    assert_eq!(error.kind(), ErrorKind::ConnectionFailed, "{error}");
    assert!(error.message().contains("did not answer in time"), "{error}");
    assert!(error.retryable());
    assert!(begun.elapsed().as_secs() < 10, "{:?}", begun.elapsed());
}

#[tokio::test]
async fn metadata_service_is_not_asked_through_the_proxy() {
    let machine = azure(Signer::new(), false).await;
    let proxy = Stub::start(|request, _| {
        assert!(!request.target.contains("metadata"), "{}", request.target);
        if request.target.ends_with("/api/status") {
            let longest = 7_776_000;
            let status = json!({
                "message": "Ok", "redisConfigured": true, "maxIdentityAccessTokenTTL": longest,
            });
            return Answer::json(200, &status);
        }
        if request.target.ends_with("/api/v1/admin/config") {
            let config = json!({"enabledLoginMethods": null, "authConsentContent": null});
            return Answer::json(200, &json!({ "config": config }));
        }
        let body = json!({
            "statusCode": 401, "error": "UnauthorizedError", "message": "no", "reqId": "req-1",
        });
        Answer::json(401, &body)
    })
    .await;
    let variables = [("AZURE_POD_IDENTITY_AUTHORITY_HOST", machine.base_url.as_str())];
    let credential = with(Credential::azure_auth("64a0", None, None).unwrap(), &variables);
    let builder = builder_at("http://infisical.example.test").allow_http(true);
    let client = builder.credential(credential).proxy(&proxy.base_url).project(PROJECT);
    let error = failure(&client.environment("dev").build().unwrap()).await;
    assert_eq!(error.kind(), ErrorKind::AuthenticationFailed, "{error}");
    assert_eq!(machine.received().len(), 1);
    let log_in = proxy.received().pop().unwrap();
    assert!(log_in.target.ends_with("/api/v1/auth/azure-auth/login"), "{}", log_in.target);
}
