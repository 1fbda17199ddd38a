//! The credentials of machine identities.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::checks::why_empty;
use super::credential::{Credential, Kind, check_given, jwt};
use super::identity_login::{Environment, IdentityLogIn, JwtSource, Method};
use crate::http::ClientCertificate;
use crate::{Error, ErrorKind, Result, SecretString};

/// Where Kubernetes mounts the token of a pod's service account.
const SERVICE_ACCOUNT_TOKEN: &str = "/var/run/secrets/kubernetes.io/serviceaccount/token";

/// The resource of Azure that Infisical's own programs ask for a token of.
const AZURE_RESOURCE: &str = "https://management.azure.com/";

/// Log-ins of machine identities. The server decrypts for an identity, so it must have the keys of
/// its projects, and [`Secret::end_to_end_encrypted`](crate::Secret::end_to_end_encrypted) is
/// `false`. The client logs in at the first call and renews the access token before it expires. A
/// proof that the server refused is not sent again for a minute: wrong ones lock the identity.
impl Credential {
    /// A machine identity, with the client id and client secret of its universal auth, on servers
    /// of 2024 and later.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidCredential`] if either is empty.
    pub fn universal_auth(client_id: &str, client_secret: impl Into<SecretString>) -> Result<Self> {
        let client_secret = client_secret.into();
        check_given("the client id", client_id)?;
        check_given("the client secret", client_secret.expose())?;
        Ok(log_in(client_id, Method::Universal { client_secret }))
    }

    /// A machine identity in a Kubernetes pod, with the token of the pod's service account. The
    /// token is read from `/var/run/secrets/kubernetes.io/serviceaccount/token` at each log-in,
    /// because Kubernetes replaces it.
    /// [`kubernetes_auth_file`](Self::kubernetes_auth_file) names another file.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidCredential`] if the id is empty. The file is read later: a call fails
    /// with [`ErrorKind::InvalidCredential`] if it is not readable or has no JWT.
    pub fn kubernetes_auth(identity_id: &str) -> Result<Self> {
        Self::kubernetes_auth_file(identity_id, SERVICE_ACCOUNT_TOKEN)
    }

    /// Like [`kubernetes_auth`](Self::kubernetes_auth), with another file: that of a projected
    /// token, for the audience that the identity's Kubernetes auth expects.
    ///
    /// # Errors
    /// Those of [`kubernetes_auth`](Self::kubernetes_auth); also if the path is empty.
    pub fn kubernetes_auth_file(identity_id: &str, token_file: impl AsRef<Path>) -> Result<Self> {
        check_given("the identity id", identity_id)?;
        let token_file = file("the path of the service account's token", token_file.as_ref())?;
        Ok(log_in(identity_id, Method::Kubernetes { token_file }))
    }

    /// A machine identity, with a JWT of the OIDC provider that its OIDC auth names, such as the
    /// one that a CI system gives to a job. It is sent at each log-in, and when it has expired the
    /// client cannot log in again: for a longer program, use
    /// [`oidc_auth_file`](Self::oidc_auth_file).
    ///
    /// # Errors
    /// [`ErrorKind::InvalidCredential`] if the id is empty, or unless the JWT has three parts.
    pub fn oidc_auth(identity_id: &str, token: impl Into<SecretString>) -> Result<Self> {
        check_given("the identity id", identity_id)?;
        let source = JwtSource::Given(jwt("the OIDC token", trimmed(&token.into()))?);
        Ok(log_in(identity_id, Method::Oidc(source)))
    }

    /// Like [`oidc_auth`](Self::oidc_auth), with a file that contains the JWT. It is read at each
    /// log-in, because another program replaces it.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidCredential`] if the id or the path is empty. A call fails with
    /// [`ErrorKind::InvalidCredential`] if the file is not readable or has no JWT.
    pub fn oidc_auth_file(identity_id: &str, token_file: impl AsRef<Path>) -> Result<Self> {
        check_given("the identity id", identity_id)?;
        let source = JwtSource::File(file("the path of the OIDC token", token_file.as_ref())?);
        Ok(log_in(identity_id, Method::Oidc(source)))
    }

    /// A machine identity, with a JWT that one of the keys of its JWT auth verifies. It is sent at
    /// each log-in, and when it has expired the client cannot log in again: for a longer program,
    /// use [`jwt_auth_file`](Self::jwt_auth_file).
    ///
    /// # Errors
    /// [`ErrorKind::InvalidCredential`] if the id is empty, or unless the JWT has three parts.
    pub fn jwt_auth(identity_id: &str, token: impl Into<SecretString>) -> Result<Self> {
        check_given("the identity id", identity_id)?;
        let source = JwtSource::Given(jwt("the JWT", trimmed(&token.into()))?);
        Ok(log_in(identity_id, Method::Jwt(source)))
    }

    /// Like [`jwt_auth`](Self::jwt_auth), with a file that contains the JWT. It is read at each
    /// log-in, because another program replaces it.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidCredential`] if the id or the path is empty. A call fails with
    /// [`ErrorKind::InvalidCredential`] if the file is not readable or has no JWT.
    pub fn jwt_auth_file(identity_id: &str, token_file: impl AsRef<Path>) -> Result<Self> {
        check_given("the identity id", identity_id)?;
        let source = JwtSource::File(file("the path of the JWT", token_file.as_ref())?);
        Ok(log_in(identity_id, Method::Jwt(source)))
    }

    /// A machine identity, with the user name and password of an account in the LDAP directory of
    /// its LDAP auth. The server receives the password, and gives it to the directory.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidCredential`] if one of them is empty.
    pub fn ldap_auth(
        identity_id: &str,
        username: &str,
        password: impl Into<SecretString>,
    ) -> Result<Self> {
        let password = password.into();
        check_given("the identity id", identity_id)?;
        check_given("the user name", username)?;
        check_given("the password", password.expose())?;
        let username = username.to_owned();
        Ok(log_in(identity_id, Method::Ldap { username, password }))
    }

    /// A machine identity on a machine or service of Azure, with a token of its managed identity.
    /// At each log-in the client asks Azure's instance metadata service for it, or the endpoint in
    /// `IDENTITY_ENDPOINT` and `IDENTITY_HEADER`, which App Service and Functions set.
    ///
    /// `resource` is the one of the identity's Azure auth; `https://management.azure.com/` by
    /// default. `client_id` is that of a managed identity, for a machine that has several.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidCredential`] if a part is empty. A call fails with
    /// [`ErrorKind::ConnectionFailed`] if the metadata service does not answer, and with
    /// [`ErrorKind::InvalidCredential`] if it gives no token.
    pub fn azure_auth(
        identity_id: &str,
        resource: Option<&str>,
        client_id: Option<&str>,
    ) -> Result<Self> {
        check_given("the identity id", identity_id)?;
        resource.map_or(Ok(()), |resource| check_given("the resource", resource))?;
        client_id.map_or(Ok(()), |id| check_given("the client id of the managed identity", id))?;
        let resource = resource.unwrap_or(AZURE_RESOURCE).trim().to_owned();
        let client_id = client_id.map(|id| id.trim().to_owned());
        Ok(log_in(identity_id, Method::Azure { resource, client_id }))
    }

    /// A machine identity on a machine or service of Google Cloud, with an ID token of its service
    /// account for GCP auth of type `gce`. At each log-in the client asks the metadata server for it.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidCredential`] if the id is empty. A call fails with
    /// [`ErrorKind::ConnectionFailed`] if the metadata server does not answer, and with
    /// [`ErrorKind::InvalidCredential`] if it gives no token.
    pub fn gcp_id_token_auth(identity_id: &str) -> Result<Self> {
        check_given("the identity id", identity_id)?;
        Ok(log_in(identity_id, Method::GcpIdToken))
    }

    /// A machine identity, with the key file (JSON) of a service account of Google Cloud, for GCP
    /// auth of type `iam`. At each log-in the client reads the file and signs a token with the key,
    /// which stays on this machine. Nothing is sent to Google.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidCredential`] if the id or the path is empty. A call fails with
    /// [`ErrorKind::InvalidCredential`] if the file is not readable or has no such key.
    pub fn gcp_iam_auth(identity_id: &str, key_file: impl AsRef<Path>) -> Result<Self> {
        check_given("the identity id", identity_id)?;
        let key_file = file("the path of the service account's key", key_file.as_ref())?;
        Ok(log_in(identity_id, Method::GcpIam { key_file }))
    }

    /// A machine identity with credentials of AWS. At each log-in the client signs a request
    /// `sts:GetCallerIdentity`, which the server sends to AWS to learn who signed it. The
    /// credentials are, in this order:
    ///
    /// 1. `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and perhaps `AWS_SESSION_TOKEN`;
    /// 2. those of the container: of the endpoint in `AWS_CONTAINER_CREDENTIALS_RELATIVE_URI` or
    ///    `AWS_CONTAINER_CREDENTIALS_FULL_URI`, which ECS and EKS set;
    /// 3. those of the instance's role, from the instance metadata service (version 2), unless
    ///    `AWS_EC2_METADATA_DISABLED` is `true`.
    ///
    /// The region is that in `AWS_REGION` or `AWS_DEFAULT_REGION`, else that of the instance, else
    /// `us-east-1`. Anyone with the signed request can send it within 15 minutes to any other service
    /// that trusts such requests: use a role that has no other purpose.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidCredential`] if the id is empty. A call fails with
    /// [`ErrorKind::ConnectionFailed`] if a service does not answer, and with
    /// [`ErrorKind::InvalidCredential`] if there are no credentials.
    pub fn aws_iam_auth(identity_id: &str) -> Result<Self> {
        check_given("the identity id", identity_id)?;
        Ok(log_in(identity_id, Method::AwsIam))
    }

    /// A machine identity, with a client certificate and its private key, both as PEM; further
    /// certificates may lead to the CA. The connection presents the certificate to a server, or the
    /// reverse proxy before it, that asks for one in TLS. The key stays on this machine. It needs
    /// `https://`.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidCredential`] if the id is empty, or unless both are such PEM.
    /// [`build`](crate::ClientBuilder::build) fails with it if the key is not that of the
    /// certificate.
    pub fn tls_cert_auth(
        identity_id: &str,
        certificate: &str,
        private_key: impl Into<SecretString>,
    ) -> Result<Self> {
        let private_key = private_key.into();
        check_given("the identity id", identity_id)?;
        check_given("the TLS certificate", certificate)?;
        check_given("the private key of the TLS certificate", private_key.expose())?;
        let client = ClientCertificate::from_pem(certificate, private_key)?;
        Ok(log_in(identity_id, Method::TlsCertificate(Arc::new(client))))
    }

    /// The certificate that connections present.
    pub(crate) fn client_certificate(&self) -> Option<&Arc<ClientCertificate>> {
        match &self.0 {
            Kind::MachineIdentity(log_in) => match &log_in.method {
                Method::TlsCertificate(client) => Some(client),
                _ => None,
            },
            _ => None,
        }
    }

    /// With a custom lookup of the environment variables that log-ins by Azure, GCP and AWS read.
    #[doc(hidden)]
    #[must_use]
    pub fn with_environment(
        mut self,
        lookup: impl Fn(&str) -> Option<OsString> + Send + Sync + 'static,
    ) -> Self {
        if let Kind::MachineIdentity(log_in) = &mut self.0 {
            log_in.environment = Environment::of(lookup);
        }
        self
    }
}

fn log_in(id: &str, method: Method) -> Credential {
    Credential(Kind::MachineIdentity(Box::new(IdentityLogIn::new(id, method))))
}

/// Variables and files that texts are filled from often end with a line feed.
fn trimmed(secret: &SecretString) -> SecretString {
    SecretString::from(secret.expose().trim())
}

/// A later change of the working directory does not change the file.
fn file(name: &str, path: &Path) -> Result<PathBuf> {
    if path.as_os_str().as_encoded_bytes().trim_ascii().is_empty() {
        return Err(Error::new(ErrorKind::InvalidCredential, why_empty(name)));
    }
    Ok(std::path::absolute(path).unwrap_or_else(|_| path.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn malformed_identity_credential_error_does_not_quote_it() {
        let planted = "0123456789abcdef0123456789abcdef";
        for error in [
            Credential::universal_auth("", planted).unwrap_err(),
            Credential::universal_auth("id", "").unwrap_err(),
            Credential::oidc_auth("id", planted).unwrap_err(),
            Credential::oidc_auth("", "a.b.c").unwrap_err(),
            Credential::jwt_auth("id", planted).unwrap_err(),
            Credential::ldap_auth("id", "", planted).unwrap_err(),
            Credential::ldap_auth("", planted, planted).unwrap_err(),
            Credential::tls_cert_auth("id", planted, planted).unwrap_err(),
        ] {
            assert_eq!(error.kind(), ErrorKind::InvalidCredential);
            assert!(!error.to_string().contains(planted), "{error}");
        }
    }

    #[test]
    fn empty_part_of_identity_credential_error_names_it() {
        for (error, named) in [
            (Credential::kubernetes_auth(" ").unwrap_err(), "the identity id"),
            (Credential::kubernetes_auth_file("id", " ").unwrap_err(), "service account's token"),
            (Credential::oidc_auth_file("id", "").unwrap_err(), "the path of the OIDC token"),
            (Credential::jwt_auth_file("id", "").unwrap_err(), "the path of the JWT"),
            (Credential::ldap_auth("id", "ada", "").unwrap_err(), "the password"),
            (Credential::azure_auth("id", Some(" "), None).unwrap_err(), "the resource"),
            (Credential::azure_auth("id", None, Some("")).unwrap_err(), "the client id"),
            (Credential::gcp_id_token_auth("").unwrap_err(), "the identity id"),
            (Credential::gcp_iam_auth("id", "").unwrap_err(), "service account's key"),
            (Credential::aws_iam_auth("").unwrap_err(), "the identity id"),
            (Credential::tls_cert_auth("id", "", "key").unwrap_err(), "the TLS certificate"),
        ] {
            assert_eq!(error.kind(), ErrorKind::InvalidCredential);
            let message = error.message();
            assert!(message.contains(named) && message.contains("is empty"), "{error}");
        }
    }

    #[test]
    fn identity_credential_debug_shows_only_its_kind() {
        let shown = format!("{:?}", Credential::ldap_auth("id", "ada", "planted").unwrap());
        assert_eq!(shown, "Credential::LdapAuth([redacted])");
    }
}
