//! Signing up, and the user behind the credential.

use infisical_e2ee_bindings_common::{self as common, operations};
use pyo3::prelude::*;

use crate::call::Call;
use crate::client::Client;
use crate::python::{ToPython, instance};

impl ToPython for common::NewAccount {
    fn to_python(self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        instance(py, "NewAccount", (self.user_id, self.email))
    }
}

impl ToPython for common::User {
    fn to_python(self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        instance(py, "User", (self.id, self.email, self.first_name, self.last_name))
    }
}

#[pymethods]
impl Client {
    /// Has a sign-up code mailed.
    fn start_sign_up(&self, email: String, timeout: Option<f64>) -> Call {
        Call::new(operations::start_sign_up(&self.0, email), timeout)
    }

    /// Makes the account.
    #[pyo3(signature = (
        *, email, code, password, first_name, last_name, organization_name, send_password, timeout
    ))]
    #[expect(clippy::too_many_arguments, reason = "Python passes them by name")]
    fn complete_sign_up(
        &self,
        email: String,
        code: String,
        password: String,
        first_name: Option<String>,
        last_name: Option<String>,
        organization_name: Option<String>,
        send_password: bool,
        timeout: Option<f64>,
    ) -> Call {
        let sign_up = operations::SignUp {
            email,
            code,
            password: password.into(),
            first_name,
            last_name,
            organization_name,
            send_password,
        };
        Call::new(operations::complete_sign_up(&self.0, sign_up), timeout)
    }

    /// Reads the user behind the credential.
    fn who_am_i(&self, timeout: Option<f64>) -> Call {
        Call::new(operations::who_am_i(&self.0), timeout)
    }
}
