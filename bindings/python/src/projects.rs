//! Projects, and the organizations they belong to.

use infisical_e2ee_bindings_common::{self as common, operations};
use pyo3::prelude::*;

use crate::call::Call;
use crate::client::Client;
use crate::python::{ToPython, instance, tuple};

impl ToPython for common::Organization {
    fn to_python(self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        instance(py, "Organization", (self.id, self.name, self.slug))
    }
}

impl ToPython for common::Environment {
    fn to_python(self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        instance(py, "Environment", (self.name, self.slug))
    }
}

impl ToPython for common::Project {
    fn to_python(self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let environments = tuple(py, self.environments)?;
        let fields = (self.id, self.name, self.slug, self.organization_id, environments);
        instance(py, "Project", fields)
    }
}

impl ToPython for common::OpenedKey {
    fn to_python(self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        instance(py, "OpenedKey", (self.project_id, self.sealed_by))
    }
}

#[pymethods]
impl Client {
    /// Lists the user's organizations.
    fn list_organizations(&self, timeout: Option<f64>) -> Call {
        Call::new(operations::list_organizations(&self.0), timeout)
    }

    /// Makes a project.
    fn create_project(
        &self,
        name: String,
        organization: Option<String>,
        timeout: Option<f64>,
    ) -> Call {
        Call::new(operations::create_project(&self.0, name, organization), timeout)
    }

    /// Lists the user's projects.
    fn list_projects(&self, timeout: Option<f64>) -> Call {
        Call::new(operations::list_projects(&self.0), timeout)
    }

    /// Reads one project.
    fn get_project(&self, id: String, timeout: Option<f64>) -> Call {
        Call::new(operations::get_project(&self.0, id), timeout)
    }

    /// Opens the key of a project.
    fn open_project_key(&self, id: String, timeout: Option<f64>) -> Call {
        Call::new(operations::open_project_key(&self.0, id), timeout)
    }
}
