//! The variables of machine identities that log in by something else than a client secret.

use std::ffi::OsString;

use super::{Names, Variables, about, invalid, trimmed};
use crate::client::call::Credential;
use crate::{Error, Result, SecretString};

/// The id of the identity for any method, which `METHOD` names.
const ID: Names = &["INFISICAL_MACHINE_IDENTITY_ID"];
pub(super) const METHOD: Names = &["INFISICAL_AUTH_METHOD"];
const KUBERNETES_TOKEN_FILE: Names = &["INFISICAL_KUBERNETES_SERVICE_ACCOUNT_TOKEN_PATH"];
/// The first is that of Infisical's CLI, the second that of its Terraform provider.
const JWT: Names = &["INFISICAL_JWT", "INFISICAL_AUTH_JWT"];
const JWT_FILE: Names = &["INFISICAL_JWT_FILE"];
const LDAP_USERNAME: Names = &["INFISICAL_LDAP_AUTH_USERNAME"];
const LDAP_PASSWORD: Names = &["INFISICAL_LDAP_AUTH_PASSWORD"];
const AZURE_RESOURCE: Names = &["INFISICAL_AZURE_AUTH_RESOURCE"];
const AZURE_CLIENT_ID: Names = &["INFISICAL_AZURE_AUTH_CLIENT_ID"];
const GCP_KEY_FILE: Names = &["INFISICAL_GCP_IAM_SERVICE_ACCOUNT_KEY_FILE_PATH"];
const TLS_CERTIFICATE: Names = &["INFISICAL_TLS_CERT_AUTH_CERTIFICATE"];
const TLS_PRIVATE_KEY: Names = &["INFISICAL_TLS_CERT_AUTH_PRIVATE_KEY"];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Method {
    Universal,
    Kubernetes,
    Oidc,
    Jwt,
    Ldap,
    Azure,
    GcpIdToken,
    GcpIam,
    AwsIam,
    TlsCertificate,
}

/// Each method, its name in `INFISICAL_AUTH_METHOD`, and the variable of an identity's id that
/// selects it too.
const METHODS: &[(Method, &str, Names)] = &[
    (Method::Universal, "universal-auth", &[]),
    (Method::Kubernetes, "kubernetes", &["INFISICAL_KUBERNETES_IDENTITY_ID"]),
    (Method::Oidc, "oidc-auth", &["INFISICAL_OIDC_AUTH_IDENTITY_ID"]),
    (Method::Jwt, "jwt-auth", &["INFISICAL_JWT_AUTH_IDENTITY_ID"]),
    (Method::Ldap, "ldap-auth", &["INFISICAL_LDAP_AUTH_IDENTITY_ID"]),
    (Method::Azure, "azure", &["INFISICAL_AZURE_AUTH_IDENTITY_ID"]),
    (Method::GcpIdToken, "gcp-id-token", &["INFISICAL_GCP_AUTH_IDENTITY_ID"]),
    // Its id is in the same variable: the key file tells the two apart.
    (Method::GcpIam, "gcp-iam", &[]),
    (Method::AwsIam, "aws-iam", &["INFISICAL_AWS_IAM_AUTH_IDENTITY_ID"]),
    (Method::TlsCertificate, "tls-cert-auth", &["INFISICAL_TLS_CERT_AUTH_IDENTITY_ID"]),
];

impl Method {
    /// The method of this name, also as Infisical's other programs write it: `oidc`, `oidc_auth`.
    fn named(text: &str) -> Option<Self> {
        let plain = |name: &str| {
            let name = name.trim().to_ascii_lowercase().replace('_', "-");
            name.strip_suffix("-auth").map(str::to_owned).unwrap_or(name)
        };
        let wanted = plain(text);
        METHODS.iter().find(|(_, name, _)| plain(name) == wanted).map(|(method, ..)| *method)
    }

    fn own_id(self) -> Names {
        if self == Self::GcpIam {
            return Self::GcpIdToken.own_id();
        }
        METHODS.iter().find(|(method, ..)| *method == self).map_or(&[], |(.., names)| *names)
    }
}

impl<Lookup: Fn(&str) -> Option<OsString>> Variables<Lookup> {
    /// What the variables say about an identity that logs in, and which of them.
    pub(super) fn identity(&self) -> Result<Option<(&'static str, Result<Credential>)>> {
        if let Some(text) = self.get(METHOD)? {
            let method = Method::named(&text).ok_or_else(|| {
                invalid(format!("INFISICAL_AUTH_METHOD is none of: {}", names().join(", ")))
            })?;
            if method == Method::Universal {
                return Ok(None);
            }
            let own = self.get(method.own_id())?;
            let id = own.map_or_else(|| self.get(ID), |id| Ok(Some(id)))?.ok_or_else(|| {
                let own = method.own_id().join(" or ");
                invalid(format!(
                    "INFISICAL_AUTH_METHOD is set, and the id of the identity is not. Set \
                     INFISICAL_MACHINE_IDENTITY_ID or {own}"
                ))
            })?;
            return Ok(Some(("INFISICAL_AUTH_METHOD", self.log_in(method, &id))));
        }
        let mut found = None;
        for (method, _, names) in METHODS {
            let Some(id) = self.get(names)? else { continue };
            let name = names.first().copied().unwrap_or_default();
            if let Some((other, _)) = &found {
                return Err(invalid(format!("{other} and {name} are set. Set only one")));
            }
            let has_key_file = self.get(GCP_KEY_FILE)?.is_some();
            let method = match method {
                Method::GcpIdToken if has_key_file => Method::GcpIam,
                other => *other,
            };
            found = Some((name, self.log_in(method, &id)));
        }
        Ok(found)
    }

    /// The advice for an identity's id whose method is not named.
    pub(super) fn method_is_missing(&self) -> Result<Option<Error>> {
        Ok(self.get(ID)?.map(|_| {
            invalid(format!(
                "INFISICAL_MACHINE_IDENTITY_ID is set, and INFISICAL_AUTH_METHOD does not name \
                 how it logs in. Set it to one of: {}",
                names().join(", ")
            ))
        }))
    }

    fn log_in(&self, method: Method, id: &str) -> Result<Credential> {
        match method {
            Method::Universal => {
                Err(invalid("INFISICAL_CLIENT_ID is not set. Set it with INFISICAL_CLIENT_SECRET"))
            }
            Method::Kubernetes => match self.get(KUBERNETES_TOKEN_FILE)? {
                Some(path) => Credential::kubernetes_auth_file(id, path.trim()),
                None => Credential::kubernetes_auth(id),
            },
            Method::Oidc => self.by_jwt(id, Credential::oidc_auth, Credential::oidc_auth_file),
            Method::Jwt => self.by_jwt(id, Credential::jwt_auth, Credential::jwt_auth_file),
            Method::Ldap => {
                let (Some(username), Some(password)) =
                    (self.get(LDAP_USERNAME)?, self.secret(LDAP_PASSWORD)?)
                else {
                    return Err(invalid(
                        "LDAP auth needs INFISICAL_LDAP_AUTH_USERNAME and \
                         INFISICAL_LDAP_AUTH_PASSWORD. Set both",
                    ));
                };
                Credential::ldap_auth(id, &username, password)
            }
            Method::Azure => {
                let (resource, client_id) = (self.get(AZURE_RESOURCE)?, self.get(AZURE_CLIENT_ID)?);
                Credential::azure_auth(id, resource.as_deref(), client_id.as_deref())
            }
            Method::GcpIdToken => Credential::gcp_id_token_auth(id),
            Method::GcpIam => {
                let path = self.get(GCP_KEY_FILE)?.ok_or_else(|| {
                    invalid(
                        "GCP IAM auth needs INFISICAL_GCP_IAM_SERVICE_ACCOUNT_KEY_FILE_PATH. Set it",
                    )
                })?;
                Credential::gcp_iam_auth(id, path.trim())
            }
            Method::AwsIam => Credential::aws_iam_auth(id),
            Method::TlsCertificate => {
                let (Some(certificate), Some(key)) =
                    (self.get(TLS_CERTIFICATE)?, self.secret(TLS_PRIVATE_KEY)?)
                else {
                    return Err(invalid(
                        "TLS certificate auth needs INFISICAL_TLS_CERT_AUTH_CERTIFICATE and \
                         INFISICAL_TLS_CERT_AUTH_PRIVATE_KEY, both as PEM. Set both",
                    ));
                };
                Credential::tls_cert_auth(id, &certificate, key)
            }
        }
    }

    fn by_jwt(
        &self,
        id: &str,
        given: impl Fn(&str, SecretString) -> Result<Credential>,
        in_file: impl Fn(&str, String) -> Result<Credential>,
    ) -> Result<Credential> {
        match (self.secret(JWT)?, self.get(JWT_FILE)?) {
            (Some(token), None) => {
                given(id, trimmed(&token)).map_err(|error| about(JWT.join(" or ").as_str(), &error))
            }
            (None, Some(path)) => in_file(id, path.trim().to_owned()),
            (Some(_), Some(_)) => {
                Err(invalid("INFISICAL_JWT and INFISICAL_JWT_FILE are set. Set only one"))
            }
            (None, None) => Err(invalid(
                "the token of the machine identity is not set. Set INFISICAL_JWT, or \
                 INFISICAL_JWT_FILE to the path of a file that contains it",
            )),
        }
    }
}

/// The values of `INFISICAL_AUTH_METHOD`.
fn names() -> Vec<&'static str> {
    METHODS.iter().map(|(_, name, _)| *name).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{SERVER, credential, refused};
    use crate::ErrorKind;
    use crate::client::call::{JwtSource, Kind, Method};

    const ID: (&str, &str) = ("INFISICAL_MACHINE_IDENTITY_ID", "64a0");
    const JWT: (&str, &str) = ("INFISICAL_JWT", "a.b.c\n");

    fn method(variables: &[(&str, &str)]) -> Method {
        let Kind::MachineIdentity(log_in) = credential(variables).unwrap() else { unreachable!() };
        assert_eq!(log_in.id, "64a0");
        log_in.method
    }

    #[test]
    fn from_variables_supports_each_method_of_an_identity() {
        let file = ("INFISICAL_KUBERNETES_SERVICE_ACCOUNT_TOKEN_PATH", "/run/token");
        let own = method(&[("INFISICAL_KUBERNETES_IDENTITY_ID", "64a0"), file]);
        assert!(matches!(own, Method::Kubernetes { token_file } if token_file == *"/run/token"));
        let usual = method(&[("INFISICAL_AUTH_METHOD", "kubernetes"), ID]);
        let Method::Kubernetes { token_file } = usual else { unreachable!() };
        assert!(token_file.ends_with("secrets/kubernetes.io/serviceaccount/token"));
        for name in ["oidc-auth", "oidc", "OIDC_AUTH"] {
            let given = method(&[("INFISICAL_AUTH_METHOD", name), ID, JWT]);
            assert!(
                matches!(given, Method::Oidc(JwtSource::Given(jwt)) if jwt.expose() == "a.b.c")
            );
        }
        for name in ["INFISICAL_OIDC_AUTH_IDENTITY_ID", "INFISICAL_JWT_AUTH_IDENTITY_ID"] {
            let of_file = method(&[(name, "64a0"), ("INFISICAL_JWT_FILE", "/run/jwt")]);
            let (Method::Oidc(source) | Method::Jwt(source)) = of_file else { unreachable!() };
            assert!(matches!(source, JwtSource::File(path) if path == *"/run/jwt"));
        }
        let ldap = method(&[
            ("INFISICAL_LDAP_AUTH_IDENTITY_ID", "64a0"),
            ("INFISICAL_LDAP_AUTH_USERNAME", "ada"),
            ("INFISICAL_LDAP_AUTH_PASSWORD", " p "),
        ]);
        assert!(matches!(ldap, Method::Ldap { password, .. } if password.expose() == " p "));
        let azure = method(&[
            ("INFISICAL_AZURE_AUTH_IDENTITY_ID", "64a0"),
            ("INFISICAL_AZURE_AUTH_RESOURCE", "api://a"),
        ]);
        assert!(matches!(azure, Method::Azure { resource, .. } if resource == "api://a"));
        let google = ("INFISICAL_GCP_AUTH_IDENTITY_ID", "64a0");
        assert!(matches!(method(&[google]), Method::GcpIdToken));
        let key = ("INFISICAL_GCP_IAM_SERVICE_ACCOUNT_KEY_FILE_PATH", "/run/key.json");
        for named in [google, ID] {
            let method_name = ("INFISICAL_AUTH_METHOD", "gcp-iam");
            let of_file = method(&[named, key, method_name]);
            assert!(matches!(of_file, Method::GcpIam { key_file } if key_file == *"/run/key.json"));
        }
        assert!(matches!(method(&[google, key]), Method::GcpIam { .. }));
        let aws = method(&[("INFISICAL_AWS_IAM_AUTH_IDENTITY_ID", "64a0")]);
        assert!(matches!(aws, Method::AwsIam));
    }

    #[test]
    fn from_variables_id_of_an_identity_beside_another_credential_is_no_credential() {
        let universal = credential(&[
            ("INFISICAL_AUTH_METHOD", "universal-auth"),
            ("INFISICAL_CLIENT_ID", "64a0"),
            ("INFISICAL_CLIENT_SECRET", "s"),
            ID,
        ]);
        assert!(matches!(universal.unwrap(), Kind::MachineIdentity(_)));
    }

    #[test]
    fn from_variables_incomplete_identity_error_names_the_variable() {
        let invalid = ErrorKind::InvalidInput;
        let method = ("INFISICAL_AUTH_METHOD", "jwt-auth");
        refused(&[SERVER, ID], invalid, &["INFISICAL_AUTH_METHOD", "kubernetes", "ldap-auth"]);
        refused(&[SERVER, method], invalid, &["INFISICAL_MACHINE_IDENTITY_ID"]);
        refused(&[SERVER, method, ID], invalid, &["INFISICAL_JWT", "INFISICAL_JWT_FILE"]);
        let file = ("INFISICAL_JWT_FILE", "/run/jwt");
        refused(&[SERVER, method, ID, JWT, file], invalid, &["INFISICAL_JWT_FILE"]);
        let malformed = ("INFISICAL_JWT", "planted");
        let variables = [SERVER, method, ID, malformed];
        refused(&variables, ErrorKind::InvalidCredential, &["INFISICAL_JWT"]);
        let unknown = ("INFISICAL_AUTH_METHOD", "planted");
        refused(&[SERVER, unknown, ID], invalid, &["INFISICAL_AUTH_METHOD", "oidc-auth"]);
        let ldap = ("INFISICAL_LDAP_AUTH_IDENTITY_ID", "64a0");
        refused(&[SERVER, ldap], invalid, &["INFISICAL_LDAP_AUTH_PASSWORD"]);
        let kubernetes = ("INFISICAL_KUBERNETES_IDENTITY_ID", "64a0");
        refused(&[SERVER, ldap, kubernetes], invalid, &[ldap.0, kubernetes.0]);
        let google = ("INFISICAL_AUTH_METHOD", "gcp-iam");
        refused(
            &[SERVER, google, ID],
            invalid,
            &["INFISICAL_GCP_IAM_SERVICE_ACCOUNT_KEY_FILE_PATH"],
        );
        let tls = ("INFISICAL_TLS_CERT_AUTH_IDENTITY_ID", "64a0");
        refused(&[SERVER, tls], invalid, &["INFISICAL_TLS_CERT_AUTH_PRIVATE_KEY"]);
        let key = ("INFISICAL_API_KEY", "ak.64a0.0123abcd");
        refused(&[SERVER, key, kubernetes], invalid, &[key.0, kubernetes.0]);
        let universal = ("INFISICAL_AUTH_METHOD", "universal-auth");
        refused(&[SERVER, universal, ID], invalid, &["INFISICAL_CLIENT_ID"]);
    }
}
