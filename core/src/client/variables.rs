//! Configures a client from environment variables. Only this module knows their names.

mod identities;

use std::ffi::OsString;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::builder::ClientBuilder;
use crate::client::call::Client;
use crate::client::call::Credential;
use crate::{Error, ErrorKind, Result, SecretString};

/// The names of each variable. The second name is that of Infisical's CLI.
type Names = &'static [&'static str];
const URL: Names = &["INFISICAL_URL", "INFISICAL_API_URL"];
const TOKEN: Names = &["INFISICAL_TOKEN"];
const CLIENT_ID: Names = &["INFISICAL_CLIENT_ID", "INFISICAL_UNIVERSAL_AUTH_CLIENT_ID"];
const CLIENT_SECRET: Names = &["INFISICAL_CLIENT_SECRET", "INFISICAL_UNIVERSAL_AUTH_CLIENT_SECRET"];
const EMAIL: Names = &["INFISICAL_EMAIL"];
const API_KEY: Names = &["INFISICAL_API_KEY"];
const PASSWORD: Names = &["INFISICAL_PASSWORD"];
const KEY_PASSWORD: Names = &["INFISICAL_KEY_PASSWORD"];
const SEND_PASSWORD: Names = &["INFISICAL_SEND_PASSWORD"];
const PRIVATE_KEY: Names = &["INFISICAL_PRIVATE_KEY"];
const PROJECT: Names = &["INFISICAL_PROJECT_ID"];
const ENVIRONMENT: Names = &["INFISICAL_ENVIRONMENT"];
const TRUST_STORE: Names = &["INFISICAL_TRUST_STORE"];

impl Client {
    /// Starts building a client from the environment variables of the process. The server and a
    /// credential are required; options set on the builder afterwards override their variable.
    ///
    /// | variable | |
    /// |---|---|
    /// | `INFISICAL_URL` | the server (or `INFISICAL_API_URL`) |
    /// | `INFISICAL_TOKEN` | a service token, a service token v3, or the access token of a machine identity or a user; detected by its form |
    /// | `INFISICAL_CLIENT_ID`, `INFISICAL_CLIENT_SECRET` | a machine identity (or `INFISICAL_UNIVERSAL_AUTH_CLIENT_ID` and `…_SECRET`) |
    /// | `INFISICAL_AUTH_METHOD`, `INFISICAL_MACHINE_IDENTITY_ID` | a machine identity that logs in by `kubernetes`, `oidc-auth`, `jwt-auth`, `ldap-auth`, `azure`, `gcp-id-token`, `gcp-iam`, `aws-iam` or `tls-cert-auth` |
    /// | `INFISICAL_KUBERNETES_IDENTITY_ID`, `INFISICAL_OIDC_AUTH_IDENTITY_ID`, `INFISICAL_JWT_AUTH_IDENTITY_ID`, `INFISICAL_LDAP_AUTH_IDENTITY_ID`, `INFISICAL_AZURE_AUTH_IDENTITY_ID`, `INFISICAL_GCP_AUTH_IDENTITY_ID`, `INFISICAL_AWS_IAM_AUTH_IDENTITY_ID` or `INFISICAL_TLS_CERT_AUTH_IDENTITY_ID` | the same, instead of both |
    /// | `INFISICAL_KUBERNETES_SERVICE_ACCOUNT_TOKEN_PATH` | the file of the service account's token, if it is not the usual one |
    /// | `INFISICAL_JWT` or `INFISICAL_JWT_FILE` | the token of OIDC auth and JWT auth (or `INFISICAL_AUTH_JWT`), or the file that contains it |
    /// | `INFISICAL_LDAP_AUTH_USERNAME`, `INFISICAL_LDAP_AUTH_PASSWORD` | the account of LDAP auth |
    /// | `INFISICAL_AZURE_AUTH_RESOURCE`, `INFISICAL_AZURE_AUTH_CLIENT_ID` | the resource and the managed identity of Azure auth, if they are not the usual ones |
    /// | `INFISICAL_GCP_IAM_SERVICE_ACCOUNT_KEY_FILE_PATH` | the key file of GCP IAM auth |
    /// | `INFISICAL_TLS_CERT_AUTH_CERTIFICATE`, `INFISICAL_TLS_CERT_AUTH_PRIVATE_KEY` | the PEM of TLS certificate auth |
    /// | `INFISICAL_EMAIL`, `INFISICAL_PASSWORD` | a user |
    /// | `INFISICAL_KEY_PASSWORD` or `INFISICAL_PRIVATE_KEY` | used to decrypt, for a user whose key pair has another password |
    /// | `INFISICAL_SEND_PASSWORD` | `true` lets the log-in [send the password](ClientBuilder::send_password), which today's servers demand |
    /// | `INFISICAL_API_KEY` | a user's API key |
    /// | `INFISICAL_PASSWORD` or `INFISICAL_PRIVATE_KEY` | used to decrypt, with an API key or a user's access token |
    /// | `INFISICAL_PROJECT_ID`, `INFISICAL_ENVIRONMENT` | the defaults of [`project`](ClientBuilder::project) and [`environment`](ClientBuilder::environment) |
    /// | `INFISICAL_TRUST_STORE` | the file of a [trust store](ClientBuilder::trust_store) |
    ///
    /// # Errors
    /// [`ErrorKind::InvalidInput`] for a variable that is missing, empty, or conflicts with another
    /// of the same purpose; [`ErrorKind::InvalidCredential`] for a malformed one. The error names
    /// the variable.
    pub fn from_env() -> Result<ClientBuilder> {
        Self::from_variables(|name| std::env::var_os(name))
    }

    /// [`from_env`](Self::from_env) with a custom lookup of variables.
    ///
    /// # Errors
    /// Those of [`from_env`](Self::from_env).
    #[doc(hidden)]
    pub fn from_variables(lookup: impl Fn(&str) -> Option<OsString>) -> Result<ClientBuilder> {
        let variables = Variables(lookup);
        let url = variables.get(URL)?.ok_or_else(|| {
            invalid(
                "INFISICAL_URL is not set. Set it to the address of the server, such as \
                 https://infisical.example.com",
            )
        })?;
        let mut builder = Self::builder().base_url(url).credential(variables.credential()?);
        if let Some(project) = variables.get(PROJECT)? {
            builder = builder.project(project);
        }
        if let Some(environment) = variables.get(ENVIRONMENT)? {
            builder = builder.environment(environment);
        }
        match variables.get(SEND_PASSWORD)?.as_deref() {
            None | Some("false") => {}
            Some("true") => builder = builder.send_password(true),
            Some(_) => return Err(invalid("INFISICAL_SEND_PASSWORD is neither true nor false")),
        }
        if let Some(path) = variables.get(TRUST_STORE)? {
            builder = builder.trust_store(path);
        }
        Ok(builder)
    }
}

struct Variables<Lookup>(Lookup);

impl<Lookup: Fn(&str) -> Option<OsString>> Variables<Lookup> {
    /// The value of the variable with one of these names. Fails if it is empty, which is usually a
    /// mistake, or if two names have different values.
    fn get(&self, names: Names) -> Result<Option<String>> {
        let mut found: Option<(&str, String)> = None;
        for name in names {
            let Some(value) = (self.0)(name) else { continue };
            let value =
                value.into_string().map_err(|_| invalid(format!("{name} is not Unicode text")))?;
            if value.trim().is_empty() {
                return Err(invalid(format!("{name} is empty. Give it a value, or unset it")));
            }
            match &found {
                Some((other, known)) if *known != value => {
                    return Err(invalid(format!("{other} and {name} differ. Set only one")));
                }
                _ => found = Some((name, value)),
            }
        }
        Ok(found.map(|(_, value)| value))
    }

    fn secret(&self, names: Names) -> Result<Option<SecretString>> {
        Ok(self.get(names)?.map(SecretString::from))
    }

    /// The single credential in the variables.
    fn credential(&self) -> Result<Credential> {
        let token = self.secret(TOKEN)?;
        let api_key = self.secret(API_KEY)?;
        let email = self.get(EMAIL)?;
        let client_id = self.get(CLIENT_ID)?;
        let client_secret = self.secret(CLIENT_SECRET)?;
        let is_identity = client_id.is_some() || client_secret.is_some();
        let identity = self.identity()?;
        let by_method = identity
            .as_ref()
            .map_or("INFISICAL_AUTH_METHOD with INFISICAL_MACHINE_IDENTITY_ID", |(name, _)| *name);
        let named = [
            ("INFISICAL_TOKEN", token.is_some()),
            ("INFISICAL_CLIENT_ID with INFISICAL_CLIENT_SECRET", is_identity),
            (by_method, identity.is_some()),
            ("INFISICAL_EMAIL with INFISICAL_PASSWORD", email.is_some()),
            ("INFISICAL_API_KEY", api_key.is_some()),
        ];
        let set: Vec<_> = named.iter().filter(|(_, set)| *set).map(|(name, _)| *name).collect();
        match set.len() {
            1 => {}
            0 => {
                if self.get(identities::METHOD)?.is_none()
                    && let Some(advice) = self.method_is_missing()?
                {
                    return Err(advice);
                }
                return Err(invalid(format!(
                    "no environment variable has a credential. Set one of: {}",
                    named.map(|(name, _)| name).join("; ")
                )));
            }
            _ => {
                return Err(invalid(format!(
                    "more than one credential is in the environment: {}. Set only one",
                    set.join("; ")
                )));
            }
        }
        let credential = if let Some(token) = token {
            of_token(token)?
        } else if let Some((_, credential)) = identity {
            credential?
        } else if let Some(key) = api_key {
            Credential::api_key(trimmed(&key))
                .map_err(|error| about("INFISICAL_API_KEY", &error))?
        } else if let Some(email) = email {
            let password = self.secret(PASSWORD)?.ok_or_else(|| {
                invalid("INFISICAL_EMAIL is set and INFISICAL_PASSWORD is not. Set both")
            })?;
            let user = Credential::user(&email, password)?;
            return match (self.secret(KEY_PASSWORD)?, self.secret(PRIVATE_KEY)?) {
                (Some(_), Some(_)) => Err(invalid(
                    "INFISICAL_KEY_PASSWORD and INFISICAL_PRIVATE_KEY are set. Set only one",
                )),
                (Some(password), None) => Ok(user.with_password(password)),
                (None, Some(key)) => Ok(user.with_private_key(trimmed(&key))),
                (None, None) => Ok(user),
            };
        } else {
            let (Some(id), Some(secret)) = (client_id, client_secret) else {
                return Err(invalid(
                    "only one of INFISICAL_CLIENT_ID and INFISICAL_CLIENT_SECRET is set. Set both",
                ));
            };
            Credential::universal_auth(&id, trimmed(&secret))?
        };
        self.opened(credential)
    }

    /// The credential, with the password or private key to decrypt if it needs one.
    fn opened(&self, credential: Credential) -> Result<Credential> {
        self.refuse_idle(&[KEY_PASSWORD])?;
        if !credential.needs_key_source() {
            self.refuse_idle(&[PASSWORD, PRIVATE_KEY])?;
            return Ok(credential);
        }
        match (self.secret(PASSWORD)?, self.secret(PRIVATE_KEY)?) {
            (Some(_), Some(_)) => {
                Err(invalid("INFISICAL_PASSWORD and INFISICAL_PRIVATE_KEY are set. Set only one"))
            }
            (Some(password), None) => Ok(credential.with_password(password)),
            (None, Some(key)) => Ok(credential.with_private_key(trimmed(&key))),
            (None, None) => Ok(credential),
        }
    }

    /// Fails if variables are set that belong to another credential.
    fn refuse_idle(&self, unused: &[Names]) -> Result<()> {
        for names in unused {
            if self.get(names)?.is_some() {
                return Err(invalid(format!(
                    "{} is set, but cannot be combined with the credential that is set. Unset one \
                     of them",
                    names.join(" or ")
                )));
            }
        }
        Ok(())
    }
}

/// The claims of a JWT that identify the kind of access token.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Claims {
    auth_token_type: Option<String>,
    user_id: Option<IgnoredAny>,
    identity_id: Option<IgnoredAny>,
}

/// The credential for a token, detected by its form.
fn of_token(token: SecretString) -> Result<Credential> {
    let text = token.expose().trim();
    let credential = if text.starts_with("st.") {
        Credential::service_token(text)
    } else if text.starts_with('{') {
        Credential::service_token_v3(text)
    } else {
        match claims(text) {
            Some(Claims { identity_id: Some(_), user_id: None, .. }) => {
                Credential::identity_token(trimmed(&token))
            }
            Some(Claims { user_id: Some(_), identity_id: None, auth_token_type })
                if auth_token_type.as_deref().is_none_or(|kind| kind == "accessToken") =>
            {
                Credential::access_token(trimmed(&token))
            }
            _ => Err(Error::new(
                ErrorKind::InvalidCredential,
                "not a service token (st.<id>.<secret>.<key>), the access token of a machine \
                 identity or a user, or a service token v3 (a JSON document). Check that it was \
                 copied completely",
            )),
        }
    };
    credential.map_err(|error| about("INFISICAL_TOKEN", &error))
}

fn claims(jwt: &str) -> Option<Claims> {
    let mut parts = jwt.split('.');
    let payload = parts.nth(1)?;
    parts.next().filter(|_| parts.next().is_none())?;
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(payload).ok()?).ok()
}

/// Files that variables are filled from often end with a line feed.
fn trimmed(secret: &SecretString) -> SecretString {
    SecretString::from(secret.expose().trim())
}

fn about(variable: &str, error: &Error) -> Error {
    Error::new(error.kind(), format!("{variable}: {}", error.message()))
}

fn invalid(message: impl Into<String>) -> Error {
    Error::new(ErrorKind::InvalidInput, message)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::client::call::{Kind, Unlock};

    const TOKEN: &str = "st.64a0.0123abcd.0123456789abcdef0123456789abcdef";
    pub(super) const SERVER: (&str, &str) = ("INFISICAL_URL", "https://infisical.example.test");

    fn jwt(claims: &str) -> String {
        format!("e30.{}.c2ln", URL_SAFE_NO_PAD.encode(claims))
    }

    fn builder(variables: &[(&str, &str)]) -> Result<ClientBuilder> {
        Client::from_variables(|name| {
            let variable = variables.iter().find(|(known, _)| *known == name)?;
            Some(variable.1.into())
        })
    }

    pub(super) fn credential(variables: &[(&str, &str)]) -> Result<Kind> {
        let builder = builder(&[&[SERVER], variables].concat())?;
        Ok(builder.credential.unwrap().0)
    }

    pub(super) fn refused(variables: &[(&str, &str)], kind: ErrorKind, names: &[&str]) {
        let error = builder(variables).unwrap_err();
        assert_eq!(error.kind(), kind, "{error}");
        for name in names {
            assert!(error.message().contains(name), "{error}");
        }
        for (_, value) in variables.iter().filter(|(_, value)| !value.trim().is_empty()) {
            assert!(!error.message().contains(value), "{error}");
        }
    }

    #[test]
    fn from_variables_with_url_and_token_builds_client() {
        for url in ["INFISICAL_URL", "INFISICAL_API_URL"] {
            let client = builder(&[
                (url, "https://infisical.example.test/api"),
                ("INFISICAL_TOKEN", TOKEN),
                ("INFISICAL_PROJECT_ID", "64b1"),
                ("INFISICAL_ENVIRONMENT", "prod"),
            ]);
            let client = client.unwrap();
            assert_eq!(client.defaults.project.as_deref(), Some("64b1"));
            assert_eq!(client.defaults.environment.as_deref(), Some("prod"));
            let client = client.build().unwrap();
            assert_eq!(client.base_url(), "https://infisical.example.test/");
        }
    }

    #[test]
    fn from_variables_detects_token_by_form() {
        let told = |token: &str| credential(&[("INFISICAL_TOKEN", token)]).unwrap();
        assert!(matches!(told(TOKEN), Kind::ServiceToken(_)));
        assert!(matches!(told(&format!("{TOKEN}\n")), Kind::ServiceToken(_)));
        let identity = jwt(r#"{"identityId":"a","authTokenType":"identityAccessToken"}"#);
        assert!(matches!(told(&identity), Kind::IdentityToken(_)));
        for user in [r#"{"userId":"a"}"#, r#"{"userId":"a","authTokenType":"accessToken"}"#] {
            assert!(matches!(told(&jwt(user)), Kind::AccessToken { .. }));
        }
    }

    #[test]
    fn from_variables_token_of_unknown_form_is_refused() {
        let other = [
            jwt(r#"{"userId":"a","authTokenType":"refreshToken"}"#),
            jwt(r#"{"userId":"a","identityId":"a"}"#),
            jwt("{}"),
            "a.b.c".to_owned(),
            "st.64a0.planted".to_owned(),
            "{planted".to_owned(),
        ];
        for token in &other {
            let variables = [SERVER, ("INFISICAL_TOKEN", token)];
            refused(&variables, ErrorKind::InvalidCredential, &["INFISICAL_TOKEN"]);
        }
    }

    #[test]
    fn from_variables_supports_each_credential() {
        for prefix in ["INFISICAL", "INFISICAL_UNIVERSAL_AUTH"] {
            let (id, secret) = (format!("{prefix}_CLIENT_ID"), format!("{prefix}_CLIENT_SECRET"));
            let identity = credential(&[(&id, "64a0"), (&secret, "s")]);
            assert!(matches!(identity.unwrap(), Kind::MachineIdentity(_)));
        }
        let user = [("INFISICAL_EMAIL", "a@example.test"), ("INFISICAL_PASSWORD", " p ")];
        let Kind::User { password, .. } = credential(&user).unwrap() else { unreachable!() };
        assert_eq!(password.expose(), " p ");
        for (opening, of_key) in
            [("INFISICAL_KEY_PASSWORD", true), ("INFISICAL_PRIVATE_KEY", false)]
        {
            let Kind::User { unlock, .. } =
                credential(&[user[0], user[1], (opening, "k")]).unwrap()
            else {
                unreachable!()
            };
            assert_eq!(matches!(unlock, Unlock::Password(_)), of_key, "{opening}");
        }
        let key = ("INFISICAL_API_KEY", "ak.64a0.0123abcd");
        for opening in ["INFISICAL_PASSWORD", "INFISICAL_PRIVATE_KEY"] {
            let of_key = credential(&[key, (opening, "p")]).unwrap();
            assert!(matches!(of_key, Kind::ApiKey { .. }));
        }
    }

    #[test]
    fn from_variables_missing_or_empty_variable_is_named() {
        let invalid = ErrorKind::InvalidInput;
        refused(&[("INFISICAL_TOKEN", TOKEN)], invalid, &["INFISICAL_URL is not set"]);
        let all =
            ["INFISICAL_TOKEN", "INFISICAL_CLIENT_ID", "INFISICAL_EMAIL", "INFISICAL_API_KEY"];
        refused(&[SERVER], invalid, &all);
        let id = ("INFISICAL_CLIENT_ID", "64a0");
        refused(&[SERVER, id], invalid, &["INFISICAL_CLIENT_SECRET"]);
        let secret = ("INFISICAL_CLIENT_SECRET", "planted");
        refused(&[SERVER, secret], invalid, &["INFISICAL_CLIENT_ID"]);
        let email = ("INFISICAL_EMAIL", "a@example.test");
        refused(&[SERVER, email], invalid, &["INFISICAL_PASSWORD"]);
        for names in [URL, super::TOKEN, API_KEY, PASSWORD, PROJECT, ENVIRONMENT, TRUST_STORE] {
            let mut variables = vec![SERVER, ("INFISICAL_TOKEN", TOKEN)];
            variables.retain(|(name, _)| *name != names[0]);
            variables.push((names[0], " "));
            refused(&variables, invalid, &[&format!("{} is empty", names[0])]);
        }
    }

    #[test]
    fn from_variables_conflicting_variables_are_refused() {
        let token = ("INFISICAL_TOKEN", TOKEN);
        let key = ("INFISICAL_API_KEY", "ak.64a0.0123abcd");
        let invalid = ErrorKind::InvalidInput;
        refused(&[SERVER, token, key], invalid, &["INFISICAL_TOKEN", "INFISICAL_API_KEY"]);
        let other = ("INFISICAL_API_URL", "https://other.example.test");
        refused(&[SERVER, other, token], invalid, &["INFISICAL_URL", "INFISICAL_API_URL"]);
        let password = ("INFISICAL_PASSWORD", "planted");
        refused(&[SERVER, token, password], invalid, &["INFISICAL_PASSWORD"]);
        let private = ("INFISICAL_PRIVATE_KEY", "QUJD");
        refused(&[SERVER, key, password, private], invalid, &["INFISICAL_PRIVATE_KEY"]);
        let key_password = ("INFISICAL_KEY_PASSWORD", "planted");
        refused(&[SERVER, token, key_password], invalid, &["INFISICAL_KEY_PASSWORD"]);
        refused(&[SERVER, token, ("INFISICAL_SEND_PASSWORD", "yes")], invalid, &["SEND_PASSWORD"]);
        let same = ("INFISICAL_API_URL", SERVER.1);
        assert!(builder(&[SERVER, same, token]).is_ok());
    }

    #[cfg(unix)]
    #[test]
    fn from_variables_non_unicode_variable_is_named() {
        use std::os::unix::ffi::OsStringExt as _;

        let error = Client::from_variables(|_| Some(OsString::from_vec(vec![0xff]))).unwrap_err();
        assert!(error.message().contains("INFISICAL_URL"), "{error}");
    }
}
