//! The client, and its options.

use infisical_e2ee_bindings_common::{self as common, ClientOptions, CredentialOptions};
use pyo3::prelude::*;

use crate::failure::raised;

/// A connection to one server with one credential.
#[pyclass(frozen, module = "infisical_e2ee._native")]
pub(crate) struct Client(pub(crate) common::Client);

#[pymethods]
impl Client {
    #[new]
    #[pyo3(signature = (
        *, base_url, allow_http, token, email, password, access_token, api_key, private_key,
        project, environment, organization, timeout, deadline, certificate_authorities,
        max_response_bytes, user_agent_suffix
    ))]
    #[expect(clippy::too_many_arguments, reason = "Python passes them by name")]
    fn new(
        py: Python<'_>,
        base_url: Option<String>,
        allow_http: bool,
        token: Option<String>,
        email: Option<String>,
        password: Option<String>,
        access_token: Option<String>,
        api_key: Option<String>,
        private_key: Option<String>,
        project: Option<String>,
        environment: Option<String>,
        organization: Option<String>,
        timeout: Option<f64>,
        deadline: Option<f64>,
        certificate_authorities: Option<Vec<u8>>,
        max_response_bytes: Option<usize>,
        user_agent_suffix: Option<String>,
    ) -> PyResult<Self> {
        let credential = CredentialOptions {
            token: token.map(Into::into),
            email,
            access_token: access_token.map(Into::into),
            api_key: api_key.map(Into::into),
            password: password.map(Into::into),
            private_key: private_key.map(Into::into),
        };
        let options = ClientOptions {
            base_url,
            allow_http,
            credential,
            project,
            environment,
            organization,
            timeout,
            deadline,
            certificate_authorities,
            max_response_bytes,
            user_agent_suffix,
        };
        common::build_client(options).map(Self).map_err(|error| raised(py, &error))
    }

    /// Forgets the log-in and every opened key.
    fn close(&self) {
        self.0.close();
    }
}
