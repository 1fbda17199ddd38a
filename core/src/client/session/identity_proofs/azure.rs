//! The token of a managed identity, from Azure's metadata services.

use reqwest::Method;
use serde::Deserialize;
use url::Url;

use crate::api::secret;
use crate::client::call::{Environment, is_jwt};
use crate::http::MetadataRequest;
use crate::{Error, ErrorKind, Result, SecretString};

/// The instance metadata service of a virtual machine.
const OF_MACHINE: &str = "http://169.254.169.254";

const ADVICE: &str = "Run on Azure with a managed identity, and name its client id if there are \
                      several";

#[derive(Deserialize)]
struct Token {
    #[serde(deserialize_with = "secret")]
    access_token: SecretString,
}

pub(super) async fn token(
    subject: &str,
    environment: &Environment,
    resource: &str,
    client_id: Option<&str>,
) -> Result<SecretString> {
    // Set by App Service, Functions and Container Apps.
    let of_service = environment.get("IDENTITY_ENDPOINT").zip(environment.get("IDENTITY_HEADER"));
    let is_service = of_service.is_some();
    let (address, version, header) = match of_service {
        Some((endpoint, header)) => {
            (endpoint, "2019-08-01", ("x-identity-header", SecretString::from(header)))
        }
        None => {
            // The variable of Azure's own libraries.
            let host = environment.get("AZURE_POD_IDENTITY_AUTHORITY_HOST");
            let host = host.unwrap_or_else(|| OF_MACHINE.to_owned());
            let endpoint = format!("{}/metadata/identity/oauth2/token", host.trim_end_matches('/'));
            (endpoint, "2018-02-01", ("metadata", SecretString::from("true")))
        }
    };
    let mut url = Url::parse(&address).map_err(|_| {
        let variable =
            if is_service { "IDENTITY_ENDPOINT" } else { "AZURE_POD_IDENTITY_AUTHORITY_HOST" };
        Error::new(
            ErrorKind::InvalidCredential,
            format!("{subject}: {variable} is not a URL. Correct it, or unset it"),
        )
    })?;
    url.query_pairs_mut().append_pair("api-version", version).append_pair("resource", resource);
    if let Some(id) = client_id {
        url.query_pairs_mut().append_pair("client_id", id);
    }
    let request = MetadataRequest {
        subject,
        service: "Azure's instance metadata service",
        advice: ADVICE,
        method: Method::GET,
        url,
        headers: vec![header],
    };
    let answer = request.send().await?;
    let token = serde_json::from_str::<Token>(answer.expose()).map(|token| token.access_token);
    token
        .ok()
        .filter(|token| is_jwt(token.expose()))
        .ok_or_else(|| request.refused("answered without a token"))
}
