//! Credentials of AWS: from the environment, a container's endpoint, or the instance.

use std::path::Path;

use reqwest::Method;
use serde::Deserialize;
use url::Url;

use super::files;
use super::signed_request::{AwsCredentials, SignedRequest, sign};
use crate::api::secret;
use crate::client::call::{Environment, instant};
use crate::http::{MetadataRequest, segment};
use crate::{Error, ErrorKind, Result, SecretString};

const OF_INSTANCE: &str = "http://169.254.169.254";
const OF_CONTAINER: &str = "http://169.254.170.2";

const DEFAULT_REGION: &str = "us-east-1";

const INSTANCE_ADVICE: &str = "Give the instance a role, and in a container allow more than one hop for its metadata; or set \
     AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY";
const CONTAINER_ADVICE: &str = "Give the task or pod a role";

/// The answer of the endpoints. They have more fields.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Credentials {
    access_key_id: String,
    #[serde(deserialize_with = "secret")]
    secret_access_key: SecretString,
    #[serde(deserialize_with = "secret")]
    token: SecretString,
}

impl From<Credentials> for AwsCredentials {
    fn from(found: Credentials) -> Self {
        Self {
            access_key_id: found.access_key_id,
            secret_access_key: found.secret_access_key,
            session_token: Some(found.token),
        }
    }
}

/// The signed request that proves who the program is to AWS.
pub(super) async fn signed_request(
    subject: &str,
    environment: &Environment,
) -> Result<SignedRequest> {
    let set = environment.get("AWS_REGION").or_else(|| environment.get("AWS_DEFAULT_REGION"));
    let (credentials, region) = if let Some(own) = of_environment(subject, environment)? {
        (own, set)
    } else if let Some(own) = of_container(subject, environment).await? {
        (own, set)
    } else {
        let instance = Instance::open(subject, environment).await?;
        let region = match set {
            Some(region) => region,
            None => instance.get("placement/region").await?.expose().to_owned(),
        };
        (instance.credentials().await?, Some(region))
    };
    let region = region.unwrap_or_else(|| DEFAULT_REGION.to_owned());
    let is_valid = region.len() <= 20
        && region.bytes().all(|one| matches!(one, b'a'..=b'z' | b'0'..=b'9' | b'-'));
    if !is_valid {
        return Err(unusable(subject, "the region is not one of AWS. Correct AWS_REGION"));
    }
    // It becomes part of a header.
    let is_plain = credentials.access_key_id.bytes().all(|one| one.is_ascii_alphanumeric());
    if credentials.access_key_id.is_empty() || !is_plain {
        return Err(unusable(subject, "the access key id of AWS is malformed. Check its source"));
    }
    sign(&credentials, &region, instant::now())
}

fn of_environment(subject: &str, environment: &Environment) -> Result<Option<AwsCredentials>> {
    let (id, secret) =
        (environment.get("AWS_ACCESS_KEY_ID"), environment.get("AWS_SECRET_ACCESS_KEY"));
    match (id, secret) {
        (Some(id), Some(secret)) => Ok(Some(AwsCredentials {
            access_key_id: id.trim().to_owned(),
            secret_access_key: secret.trim().into(),
            session_token: environment
                .get("AWS_SESSION_TOKEN")
                .map(|token| SecretString::from(token.trim())),
        })),
        (None, None) => Ok(None),
        _ => Err(unusable(
            subject,
            "only one of AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY is set. Set both, or none",
        )),
    }
}

async fn of_container(subject: &str, environment: &Environment) -> Result<Option<AwsCredentials>> {
    let relative = environment.get("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI");
    let full = environment.get("AWS_CONTAINER_CREDENTIALS_FULL_URI");
    let (name, address) = match (relative, full) {
        (Some(path), _) => {
            ("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", format!("{OF_CONTAINER}{path}"))
        }
        (None, Some(url)) => ("AWS_CONTAINER_CREDENTIALS_FULL_URI", url),
        (None, None) => return Ok(None),
    };
    let url = Url::parse(address.trim())
        .map_err(|_| unusable(subject, &format!("{name} is not a URL. Correct it, or unset it")))?;
    let token = match environment.get("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE") {
        Some(path) => {
            let advice = "Correct AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE";
            Some(files::text(subject, Path::new(path.trim()), advice).await?)
        }
        None => environment
            .get("AWS_CONTAINER_AUTHORIZATION_TOKEN")
            .map(|token| SecretString::from(token.trim())),
    };
    let request = MetadataRequest {
        subject,
        service: "the credential endpoint of the container",
        advice: CONTAINER_ADVICE,
        method: Method::GET,
        url,
        headers: token.map(|token| ("authorization", token)).into_iter().collect(),
    };
    parsed(&request).await.map(Some)
}

/// The instance metadata service, version 2.
struct Instance<'a> {
    subject: &'a str,
    endpoint: Url,
    token: SecretString,
}

impl<'a> Instance<'a> {
    async fn open(subject: &'a str, environment: &Environment) -> Result<Self> {
        let disabled = environment.get("AWS_EC2_METADATA_DISABLED");
        if disabled.is_some_and(|disabled| disabled.trim().eq_ignore_ascii_case("true")) {
            return Err(unusable(
                subject,
                "there are no credentials of AWS in the environment, and AWS_EC2_METADATA_DISABLED \
                 is true. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY",
            ));
        }
        // The variable of AWS' own libraries.
        let address = environment.get("AWS_EC2_METADATA_SERVICE_ENDPOINT");
        let address = address.as_deref().unwrap_or(OF_INSTANCE);
        let endpoint = Url::parse(address.trim()).map_err(|_| {
            let reason = "AWS_EC2_METADATA_SERVICE_ENDPOINT is not a URL. Correct it, or unset it";
            unusable(subject, reason)
        })?;
        let mut instance = Self { subject, endpoint, token: SecretString::default() };
        let lifetime = ("x-aws-ec2-metadata-token-ttl-seconds", SecretString::from("60"));
        let request = instance.request(Method::PUT, "latest/api/token", lifetime)?;
        instance.token = request.send().await?;
        Ok(instance)
    }

    async fn credentials(&self) -> Result<AwsCredentials> {
        let path = "iam/security-credentials/";
        let role = self.get(path).await?;
        let role = role.expose().lines().next().unwrap_or_default();
        parsed(&self.metadata(&format!("{path}{}", segment(role)))?).await
    }

    async fn get(&self, path: &str) -> Result<SecretString> {
        self.metadata(path)?.send().await
    }

    fn metadata(&self, path: &str) -> Result<MetadataRequest<'a>> {
        let token = ("x-aws-ec2-metadata-token", self.token.clone());
        self.request(Method::GET, &format!("latest/meta-data/{path}"), token)
    }

    fn request(
        &self,
        method: Method,
        path: &str,
        header: (&'static str, SecretString),
    ) -> Result<MetadataRequest<'a>> {
        let url = self.endpoint.join(&format!("/{path}")).map_err(|_| {
            unusable(self.subject, "the instance metadata service named no role. Check the role")
        })?;
        Ok(MetadataRequest {
            subject: self.subject,
            service: "AWS' instance metadata service",
            advice: INSTANCE_ADVICE,
            method,
            url,
            headers: vec![header],
        })
    }
}

async fn parsed(request: &MetadataRequest<'_>) -> Result<AwsCredentials> {
    let answer = request.send().await?;
    let found = serde_json::from_str::<Credentials>(answer.expose());
    found.map(AwsCredentials::from).map_err(|_| request.refused("answered without credentials"))
}

fn unusable(subject: &str, reason: &str) -> Error {
    Error::new(ErrorKind::InvalidCredential, format!("{subject}: {reason}"))
}
