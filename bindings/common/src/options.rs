//! The options of a client, as every language passes them.

use std::time::Duration;

use infisical_e2ee::{Client, Credential, Error, ErrorKind, Result, SecretString, TrustStorage};

use crate::operations::{ClientOptions, CredentialOptions, IdentityLogIn};

/// Passed as the proxy's URL to connect without a proxy, even if the environment names one.
const NO_PROXY: &str = "none";

impl CredentialOptions {
    fn into_credential(self) -> Result<Option<Credential>> {
        let named = [
            self.token.is_some(),
            self.email.is_some(),
            self.access_token.is_some(),
            self.api_key.is_some(),
            self.client_id.is_some(),
            self.identity_token.is_some(),
            self.identity.is_some(),
            self.service_account_key.is_some(),
            self.service_token_v3.is_some(),
        ];
        let unlocks_user = self.access_token.is_some() || self.api_key.is_some();
        let is_user = unlocks_user || self.email.is_some();
        let has_key = is_user || self.service_account_key.is_some();
        let idle = (self.password.is_some() && !is_user)
            || (self.key_password.is_some() && self.email.is_none())
            || (self.key_password.is_some() && self.private_key.is_some())
            || (self.private_key.is_some() && !has_key)
            || (self.client_secret.is_some() && self.client_id.is_none())
            || (self.granted_by.is_some() && self.service_account_key.is_none());
        match named.iter().filter(|named| **named).count() {
            0 if !idle => Ok(None),
            1 if !idle => self.only_credential().map(Some),
            _ => Err(Error::from_binding(
                ErrorKind::InvalidInput,
                "give one credential: a service token; an e-mail address and password, with the \
                 password or private key of the key pair if it differs; a client id and client \
                 secret; an identity's token, or how an identity logs in; a service account's key and private key; or an \
                 access token or API key, with a password or private key if needed",
            )),
        }
    }

    /// The only given credential.
    fn only_credential(self) -> Result<Credential> {
        if let Some(token) = self.token {
            return Credential::service_token(token.expose());
        }
        if let Some(email) = self.email {
            let password = beside(self.password, "an e-mail address is given without a password")?;
            let user = Credential::user(&email, password)?;
            return Ok(match (self.key_password, self.private_key) {
                (Some(password), _) => user.with_password(password),
                (None, Some(key)) => user.with_private_key(key),
                (None, None) => user,
            });
        }
        if let Some(client_id) = self.client_id {
            let secret =
                beside(self.client_secret, "a client id is given without a client secret")?;
            return Credential::universal_auth(&client_id, secret);
        }
        if let Some(token) = self.identity_token {
            return Credential::identity_token(token);
        }
        if let Some(identity) = self.identity {
            return identity.into_credential();
        }
        if let Some(key) = self.service_account_key {
            let private_key = beside(
                self.private_key,
                "the key of a service account is given without its private key",
            )?;
            let granted_by = self.granted_by.as_deref();
            return Credential::service_account(key.expose(), private_key, granted_by);
        }
        if let Some(document) = self.service_token_v3 {
            return Credential::service_token_v3(document.expose());
        }
        let mut credential = match self.access_token {
            Some(token) => Credential::access_token(token)?,
            None => Credential::api_key(self.api_key.unwrap_or_default())?,
        };
        if let Some(password) = self.password {
            credential = credential.with_password(password);
        }
        if let Some(private_key) = self.private_key {
            credential = credential.with_private_key(private_key);
        }
        Ok(credential)
    }
}

impl IdentityLogIn {
    fn into_credential(self) -> Result<Credential> {
        let id = self.identity_id.as_str();
        match self.method.as_str() {
            "kubernetes" => match self.token_file {
                Some(path) => Credential::kubernetes_auth_file(id, path),
                None => Credential::kubernetes_auth(id),
            },
            "oidc" => match one_of(self.token, self.token_file)? {
                Ok(token) => Credential::oidc_auth(id, token),
                Err(path) => Credential::oidc_auth_file(id, path),
            },
            "jwt" => match one_of(self.token, self.token_file)? {
                Ok(token) => Credential::jwt_auth(id, token),
                Err(path) => Credential::jwt_auth_file(id, path),
            },
            "ldap" => {
                let username = part(self.username, "LDAP auth needs a user name")?;
                let password = part(self.password, "LDAP auth needs a password")?;
                Credential::ldap_auth(id, &username, password)
            }
            "azure" => {
                Credential::azure_auth(id, self.resource.as_deref(), self.client_id.as_deref())
            }
            "gcp-id-token" => Credential::gcp_id_token_auth(id),
            "gcp-iam" => {
                Credential::gcp_iam_auth(id, part(self.key_file, "GCP IAM auth needs a key file")?)
            }
            "aws-iam" => Credential::aws_iam_auth(id),
            "tls-cert" => {
                let certificate =
                    part(self.certificate, "TLS certificate auth needs a certificate")?;
                let key = part(self.private_key, "TLS certificate auth needs a private key")?;
                Credential::tls_cert_auth(id, &certificate, key)
            }
            _ => Err(Error::from_binding(
                ErrorKind::InvalidInput,
                "the method of the machine identity is unknown. Give one of: kubernetes, oidc, \
                 jwt, ldap, azure, gcp-id-token, gcp-iam, aws-iam, tls-cert",
            )),
        }
    }
}

/// A token, or the path of the file that contains it.
fn one_of(
    token: Option<SecretString>,
    file: Option<String>,
) -> Result<std::result::Result<SecretString, String>> {
    match (token, file) {
        (Some(token), None) => Ok(Ok(token)),
        (None, Some(path)) => Ok(Err(path)),
        _ => Err(Error::from_binding(
            ErrorKind::InvalidCredential,
            "give the token of the machine identity or the file that contains it, and not both",
        )),
    }
}

/// A part that the method of an identity needs.
fn part<T>(given: Option<T>, wanted: &str) -> Result<T> {
    given.ok_or_else(|| {
        Error::from_binding(ErrorKind::InvalidCredential, format!("{wanted}. Give it"))
    })
}

/// Creates a client from options, and from what keeps its trust store, unless that is a file.
///
/// # Errors
/// [`ErrorKind::InvalidInput`] or [`ErrorKind::InvalidCredential`] if an option is invalid; the
/// error names it.
pub fn build_client(
    options: ClientOptions,
    trust_storage: Option<impl TrustStorage + 'static>,
) -> Result<Client> {
    let mut builder = match options.variables {
        Some(variables) => Client::from_variables(|name| {
            let variable = variables.iter().find(|variable| variable.name == name)?;
            Some(variable.value.expose().into())
        })?,
        None => Client::builder(),
    };
    builder = builder.allow_http(options.allow_http);
    if let Some(credential) = options.credential.into_credential()? {
        builder = builder.credential(credential);
    }
    if let Some(url) = options.base_url {
        builder = builder.base_url(url);
    }
    if let Some(id) = options.project {
        builder = builder.project(id);
    }
    if let Some(slug) = options.environment {
        builder = builder.environment(slug);
    }
    if let Some(id) = options.organization {
        builder = builder.organization(id);
    }
    if let Some(seconds) = options.timeout {
        builder = builder.timeout(duration("the timeout", seconds)?);
    }
    if let Some(seconds) = options.deadline {
        builder = builder.deadline(duration("the deadline", seconds)?);
    }
    if let Some(pem) = options.certificate_authorities {
        builder = builder.certificate_authorities(pem);
    }
    if let Some(proxy) = options.proxy {
        builder = match proxy.as_str() {
            NO_PROXY => builder.no_proxy(),
            _ => builder.proxy(proxy),
        };
    }
    if let Some(bytes) = options.max_response_bytes {
        builder = builder.max_response_bytes(count("the longest answer", bytes)?);
    }
    if let Some(require) = options.require_e2ee {
        builder = builder.require_e2ee(require);
    }
    if let Some(allow) = options.send_password {
        builder = builder.send_password(allow);
    }
    builder = builder.trusted_sealers(options.trusted_sealers);
    if let Some(require) = options.require_trusted_sealer {
        builder = builder.require_trusted_sealer(require);
    }
    builder = match (options.trust_store, trust_storage) {
        (None, None) => builder,
        (Some(path), None) => builder.trust_store(path),
        (None, Some(storage)) => builder.trust_storage(storage),
        (Some(_), Some(_)) => {
            return Err(Error::from_binding(
                ErrorKind::InvalidInput,
                "the trust store is given twice: as a file and as a storage. Give one",
            ));
        }
    };
    if let Some(suffix) = options.user_agent_suffix {
        builder = builder.user_agent_suffix(&suffix);
    }
    builder.build()
}

/// The second part of a credential; fails if it is missing.
fn beside(half: Option<SecretString>, wrong: &str) -> Result<SecretString> {
    half.ok_or_else(|| {
        Error::from_binding(ErrorKind::InvalidCredential, format!("{wrong}. Give both"))
    })
}

fn count(name: &str, number: i64) -> Result<usize> {
    usize::try_from(number).map_err(|_| {
        Error::from_binding(ErrorKind::InvalidInput, format!("{name} cannot be negative"))
    })
}

pub(crate) fn duration(name: &str, seconds: f64) -> Result<Duration> {
    match Duration::try_from_secs_f64(seconds) {
        Ok(duration) if !duration.is_zero() => Ok(duration),
        _ => Err(Error::from_binding(
            ErrorKind::InvalidInput,
            format!("{name} must be a number of seconds above zero"),
        )),
    }
}

#[cfg(test)]
mod tests {
    use infisical_e2ee::StorageError;

    use super::*;
    use crate::operations::Variable;

    struct Empty;

    impl TrustStorage for Empty {
        fn load(&self) -> std::result::Result<Option<Vec<u8>>, StorageError> {
            Ok(None)
        }

        fn save(&self, _contents: &[u8]) -> std::result::Result<(), StorageError> {
            Ok(())
        }
    }

    fn build_client(options: ClientOptions) -> Result<Client> {
        super::build_client(options, None::<Empty>)
    }

    fn options() -> ClientOptions {
        let base_url = Some("https://example.test".to_owned());
        ClientOptions { base_url, ..ClientOptions::default() }
    }

    fn kind(credential: CredentialOptions) -> ErrorKind {
        build_client(ClientOptions { credential, ..options() }).unwrap_err().kind()
    }

    #[test]
    fn build_client_from_variables_applies_the_other_options() {
        let variable =
            |name: &str, value: &str| Variable { name: name.into(), value: value.into() };
        let variables = || {
            Some(vec![
                variable("INFISICAL_URL", "http://infisical.example.test"),
                variable("INFISICAL_CLIENT_ID", "64a0"),
                variable("INFISICAL_CLIENT_SECRET", "s"),
            ])
        };
        let client = ClientOptions { variables: variables(), ..ClientOptions::default() };
        assert_eq!(build_client(client).unwrap_err().kind(), ErrorKind::InvalidInput);
        let client =
            ClientOptions { variables: variables(), allow_http: true, ..ClientOptions::default() };
        assert_eq!(build_client(client).unwrap().base_url(), "http://infisical.example.test/");
    }

    #[test]
    fn build_client_two_credentials_or_half_a_one_are_refused() {
        let secret = || Some(SecretString::from("a.b.c"));
        let both = CredentialOptions {
            token: secret(),
            access_token: secret(),
            ..CredentialOptions::default()
        };
        assert_eq!(kind(both), ErrorKind::InvalidInput);
        let password_only =
            CredentialOptions { password: secret(), ..CredentialOptions::default() };
        assert_eq!(kind(password_only), ErrorKind::InvalidInput);
        let email_only = CredentialOptions {
            email: Some("a@example.test".into()),
            ..CredentialOptions::default()
        };
        assert_eq!(kind(email_only), ErrorKind::InvalidCredential);
        let client_id = || Some("64a0".to_owned());
        let id_only = CredentialOptions { client_id: client_id(), ..CredentialOptions::default() };
        assert_eq!(kind(id_only), ErrorKind::InvalidCredential);
        let secret_only =
            CredentialOptions { client_secret: secret(), ..CredentialOptions::default() };
        assert_eq!(kind(secret_only), ErrorKind::InvalidInput);
        let identity_and_key = CredentialOptions {
            client_id: client_id(),
            client_secret: secret(),
            api_key: secret(),
            ..CredentialOptions::default()
        };
        assert_eq!(kind(identity_and_key), ErrorKind::InvalidInput);
        let identity_twice = CredentialOptions {
            client_id: client_id(),
            client_secret: secret(),
            identity_token: secret(),
            ..CredentialOptions::default()
        };
        assert_eq!(kind(identity_twice), ErrorKind::InvalidInput);
        let identity_and_password = CredentialOptions {
            identity_token: secret(),
            password: secret(),
            ..CredentialOptions::default()
        };
        assert_eq!(kind(identity_and_password), ErrorKind::InvalidInput);
        let granted_by_alone =
            CredentialOptions { granted_by: client_id(), ..CredentialOptions::default() };
        assert_eq!(kind(granted_by_alone), ErrorKind::InvalidInput);
        let account_key_only =
            CredentialOptions { service_account_key: secret(), ..CredentialOptions::default() };
        assert_eq!(kind(account_key_only), ErrorKind::InvalidCredential);
        let account_and_document = CredentialOptions {
            service_account_key: secret(),
            service_token_v3: secret(),
            ..CredentialOptions::default()
        };
        assert_eq!(kind(account_and_document), ErrorKind::InvalidInput);
    }

    #[test]
    fn build_client_identity_takes_the_parts_of_its_method() {
        let log_in = |method: &str| IdentityLogIn {
            method: method.to_owned(),
            identity_id: "64a0".to_owned(),
            ..IdentityLogIn::default()
        };
        let build = |identity: IdentityLogIn| {
            let identity = Some(identity);
            let credential = CredentialOptions { identity, ..CredentialOptions::default() };
            build_client(ClientOptions { credential, ..options() })
        };
        let file = || Some("/run/token".to_owned());
        let token = || Some(SecretString::from("a.b.c"));
        for method in ["kubernetes", "azure", "gcp-id-token", "aws-iam"] {
            build(log_in(method)).unwrap();
        }
        for method in ["oidc", "jwt"] {
            build(IdentityLogIn { token: token(), ..log_in(method) }).unwrap();
            build(IdentityLogIn { token_file: file(), ..log_in(method) }).unwrap();
            let both = IdentityLogIn { token: token(), token_file: file(), ..log_in(method) };
            assert_eq!(build(both).unwrap_err().kind(), ErrorKind::InvalidCredential);
        }
        build(IdentityLogIn { key_file: file(), ..log_in("gcp-iam") }).unwrap();
        let username = Some("ada".to_owned());
        build(IdentityLogIn { username, password: token(), ..log_in("ldap") }).unwrap();
        for method in ["oidc", "jwt", "ldap", "gcp-iam", "tls-cert"] {
            assert_eq!(build(log_in(method)).unwrap_err().kind(), ErrorKind::InvalidCredential);
        }
        let error = build(log_in("planted")).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidInput);
        assert!(error.message().contains("gcp-id-token"), "{error}");
        let two = CredentialOptions {
            identity: Some(log_in("aws-iam")),
            identity_token: token(),
            ..CredentialOptions::default()
        };
        assert_eq!(kind(two), ErrorKind::InvalidInput);
    }

    #[test]
    fn build_client_user_takes_one_thing_to_decrypt_with() {
        let user = || CredentialOptions {
            email: Some("a@example.test".into()),
            password: Some("planted".into()),
            ..CredentialOptions::default()
        };
        let key = || Some(SecretString::from("planted-key"));
        for credential in [
            CredentialOptions { key_password: key(), ..user() },
            CredentialOptions { private_key: key(), ..user() },
        ] {
            build_client(ClientOptions { credential, ..options() }).unwrap();
        }
        let both = CredentialOptions { key_password: key(), private_key: key(), ..user() };
        assert_eq!(kind(both), ErrorKind::InvalidInput);
        let of_token = CredentialOptions {
            access_token: Some("a.b.c".into()),
            key_password: key(),
            ..CredentialOptions::default()
        };
        assert_eq!(kind(of_token), ErrorKind::InvalidInput);
    }

    #[test]
    fn build_client_half_a_credential_error_names_the_other_half() {
        let refused = |credential: CredentialOptions| {
            let error = build_client(ClientOptions { credential, ..options() }).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::InvalidCredential);
            error.message().to_owned()
        };
        let email = Some("a@example.test".to_owned());
        let email = CredentialOptions { email, ..CredentialOptions::default() };
        assert!(refused(email).contains("without a password"));
        let client_id = Some("64a0".to_owned());
        let id = CredentialOptions { client_id, ..CredentialOptions::default() };
        assert!(refused(id).contains("without a client secret"));
        let service_account_key = Some("sa.64a0.c2VjcmV0".into());
        let key = CredentialOptions { service_account_key, ..CredentialOptions::default() };
        assert!(refused(key).contains("without its private key"));
    }

    #[test]
    fn build_client_two_trust_stores_or_an_empty_path_are_refused() {
        let credential = || CredentialOptions {
            email: Some("ada@example.test".into()),
            password: Some("planted".into()),
            ..CredentialOptions::default()
        };
        let with = |path: Option<&str>, storage: Option<Empty>| {
            let trust_store = path.map(str::to_owned);
            let client = ClientOptions { credential: credential(), trust_store, ..options() };
            super::build_client(client, storage)
        };
        with(Some("store"), None).unwrap();
        with(None, Some(Empty)).unwrap();
        for (path, storage, named) in
            [("store", Some(Empty), "given twice"), (" ", None, "the option trust_store is empty")]
        {
            let error = with(Some(path), storage).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::InvalidInput);
            assert!(error.message().contains(named), "{error}");
        }
    }

    #[test]
    fn build_client_proxy_accepts_url_or_none() {
        let with = |proxy: &str| {
            let base_url = Some("https://infisical.example.test".to_owned());
            let proxy = Some(proxy.to_owned());
            build_client(ClientOptions { base_url, proxy, ..ClientOptions::default() })
        };
        with("none").unwrap();
        with("http://ada:secret@proxy.example.test:3128").unwrap();
        assert_eq!(with("").unwrap_err().kind(), ErrorKind::InvalidInput);
    }

    #[test]
    fn build_client_duration_not_positive_and_finite_is_refused() {
        for seconds in [f64::NAN, -1.0, 0.0, f64::INFINITY] {
            let options = ClientOptions { timeout: Some(seconds), ..options() };
            assert_eq!(build_client(options).unwrap_err().kind(), ErrorKind::InvalidInput);
        }
    }
}
