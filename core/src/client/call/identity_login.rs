//! How a machine identity proves to the server who it is.

use std::ffi::OsString;
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use crate::SecretString;
use crate::http::ClientCertificate;

/// The log-in of a machine identity.
#[derive(Clone)]
pub(crate) struct IdentityLogIn {
    /// The id of the identity; for universal auth, its client id.
    pub(crate) id: String,
    pub(crate) method: Method,
    pub(crate) environment: Environment,
}

impl IdentityLogIn {
    pub(crate) fn new(id: &str, method: Method) -> Self {
        Self { id: id.trim().to_owned(), method, environment: Environment::default() }
    }
}

/// What proves the identity.
#[derive(Clone)]
pub(crate) enum Method {
    Universal {
        client_secret: SecretString,
    },
    Kubernetes {
        token_file: PathBuf,
    },
    Oidc(JwtSource),
    Jwt(JwtSource),
    Ldap {
        username: String,
        password: SecretString,
    },
    Azure {
        resource: String,
        client_id: Option<String>,
    },
    GcpIdToken,
    GcpIam {
        key_file: PathBuf,
    },
    AwsIam,
    /// Presented in TLS by the connection.
    TlsCertificate(Arc<ClientCertificate>),
}

impl Method {
    /// The name in errors.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Universal { .. } => "universal auth",
            Self::Kubernetes { .. } => "Kubernetes auth",
            Self::Oidc(_) => "OIDC auth",
            Self::Jwt(_) => "JWT auth",
            Self::Ldap { .. } => "LDAP auth",
            Self::Azure { .. } => "Azure auth",
            Self::GcpIdToken => "GCP ID token auth",
            Self::GcpIam { .. } => "GCP IAM auth",
            Self::AwsIam => "AWS IAM auth",
            Self::TlsCertificate(_) => "TLS certificate auth",
        }
    }

    /// The name in `Debug` of a credential.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::Universal { .. } => "UniversalAuth",
            Self::Kubernetes { .. } => "KubernetesAuth",
            Self::Oidc(_) => "OidcAuth",
            Self::Jwt(_) => "JwtAuth",
            Self::Ldap { .. } => "LdapAuth",
            Self::Azure { .. } => "AzureAuth",
            Self::GcpIdToken => "GcpIdTokenAuth",
            Self::GcpIam { .. } => "GcpIamAuth",
            Self::AwsIam => "AwsIamAuth",
            Self::TlsCertificate(_) => "TlsCertAuth",
        }
    }
}

/// Where a JWT comes from.
#[derive(Clone)]
pub(crate) enum JwtSource {
    Given(SecretString),
    /// Read at each log-in, because its contents change.
    File(PathBuf),
}

/// Looks up an environment variable.
type Lookup = dyn Fn(&str) -> Option<OsString> + Send + Sync;

/// The environment variables that a log-in reads.
#[derive(Clone)]
pub(crate) struct Environment(Arc<Lookup>);

impl Environment {
    pub(crate) fn of(lookup: impl Fn(&str) -> Option<OsString> + Send + Sync + 'static) -> Self {
        Self(Arc::new(lookup))
    }

    /// The value of a variable, unless it is unset, blank or not Unicode.
    pub(crate) fn get(&self, name: &str) -> Option<String> {
        (self.0)(name)?.into_string().ok().filter(|value| !value.trim().is_empty())
    }
}

impl Default for Environment {
    fn default() -> Self {
        Self::of(|name| std::env::var_os(name))
    }
}

impl fmt::Debug for Environment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Environment")
    }
}
