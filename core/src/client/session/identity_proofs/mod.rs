//! What proves a machine identity at its log-in, read or requested at each log-in.

mod aws;
mod azure;
mod files;
mod gcp;
mod signed_request;

use crate::api::identity_logins as api;
use crate::client::call::{IdentityLogIn, JwtSource, Method};
use crate::http::Request;
use crate::{Result, SecretString};

/// The request that logs an identity in, with its proof.
pub(super) async fn request(log_in: &IdentityLogIn) -> Result<Request> {
    let (id, name) = (&log_in.id, log_in.method.name());
    let subject = || api::subject(id, name);
    match &log_in.method {
        Method::Universal { client_secret } => api::universal(id, client_secret),
        Method::Ldap { username, password } => api::ldap(name, id, username, password),
        Method::Kubernetes { token_file } => {
            let advice = "Mount the token of the pod's service account, or name the file of a \
                          projected token";
            let token = files::jwt(&subject(), token_file, advice).await?;
            api::by_jwt("kubernetes-auth", name, id, &token)
        }
        Method::Oidc(source) => {
            api::by_jwt("oidc-auth", name, id, &of_source(&subject(), source).await?)
        }
        Method::Jwt(source) => {
            api::by_jwt("jwt-auth", name, id, &of_source(&subject(), source).await?)
        }
        Method::Azure { resource, client_id } => {
            let client_id = client_id.as_deref();
            let environment = &log_in.environment;
            let token = azure::token(&subject(), environment, resource, client_id).await?;
            api::by_jwt("azure-auth", name, id, &token)
        }
        Method::GcpIdToken => {
            let token = gcp::id_token(&subject(), &log_in.environment, id).await?;
            api::by_jwt("gcp-auth", name, id, &token)
        }
        Method::GcpIam { key_file } => {
            api::by_jwt("gcp-auth", name, id, &gcp::signed_token(&subject(), key_file, id).await?)
        }
        Method::AwsIam => {
            let signed = aws::signed_request(&subject(), &log_in.environment).await?;
            api::aws(name, id, &signed.body, signed.headers.expose())
        }
        Method::TlsCertificate(_) => api::tls_certificate(name, id),
    }
}

/// What to do if the server refuses the proof.
pub(super) fn advice(method: &Method) -> &'static str {
    match method {
        Method::Universal { .. } => {
            "Copy the client id and secret of the identity's universal auth"
        }
        Method::Kubernetes { .. } => {
            "Check the identity id, and that the identity's Kubernetes auth allows the namespace, \
             the name and the audience of the pod's service account"
        }
        Method::Oidc(_) => {
            "Check the identity id, that the token has not expired, and that its issuer, subject, \
             audience and claims are those of the identity's OIDC auth"
        }
        Method::Jwt(_) => {
            "Check the identity id, that the JWT has not expired, and that a key of the identity's \
             JWT auth verifies it and its claims are those"
        }
        Method::Ldap { .. } => {
            "Check the identity id, the user name and the password, and that the identity's LDAP \
             auth finds the user"
        }
        Method::Azure { .. } => {
            "Check the identity id, and that the tenant, the resource and the managed identity are \
             those of the identity's Azure auth"
        }
        Method::GcpIdToken => {
            "Check the identity id, and that the identity's GCP auth is of type gce and allows the \
             service account, the project and the zone"
        }
        Method::GcpIam { .. } => {
            "Check the identity id, that the key of the service account still exists, and that the \
             identity's GCP auth is of type iam and allows the service account"
        }
        Method::AwsIam => {
            "Check the identity id, that AWS accepts the access key id, the secret access key and \
             the session token, that the clock is right, and that the identity's AWS auth allows the \
             account and the role"
        }
        Method::TlsCertificate(_) => {
            "Check the identity id, that the server or its proxy asks for certificates in TLS, and \
             that the identity's TLS certificate auth has their CA and allows their common name"
        }
    }
}

/// The third party that checks the proof for the server, if there is one.
pub(super) fn verifier(method: &Method) -> Option<&'static str> {
    match method {
        Method::Universal { .. } | Method::TlsCertificate(_) => None,
        Method::Kubernetes { .. } => Some("the cluster"),
        Method::Oidc(_) => Some("the OIDC provider"),
        Method::Jwt(_) => Some("the place of the keys, if it is a URL"),
        Method::Ldap { .. } => Some("the directory"),
        Method::Azure { .. } => Some("Microsoft"),
        Method::GcpIdToken | Method::GcpIam { .. } => Some("Google"),
        Method::AwsIam => Some("AWS STS"),
    }
}

async fn of_source(subject: &str, source: &JwtSource) -> Result<SecretString> {
    match source {
        JwtSource::Given(jwt) => Ok(jwt.clone()),
        JwtSource::File(path) => {
            files::jwt(subject, path, "Check the path, and the program that writes it").await
        }
    }
}
