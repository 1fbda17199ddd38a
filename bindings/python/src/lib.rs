//! The native module of the Python package: converts Python's types to those of the client and
//! back. What a user sees is written in Python, in `python/src/infisical_e2ee`.

mod call;
mod client;
mod ending;
mod failure;
mod progress;
mod python;
mod secret_version;
mod secrets;
mod surface;

/// `infisical_e2ee._native`
#[pyo3::pymodule]
mod _native {
    use pyo3::prelude::*;

    #[pymodule_export]
    use crate::call::Call;
    #[pymodule_export]
    use crate::client::Client;
    #[pymodule_export]
    use crate::failure::error_codes;
    #[pymodule_export]
    use crate::secret_version::SecretVersion;
    #[pymodule_export]
    use crate::secrets::Secret;
    #[pymodule_export]
    use crate::surface::{
        AuditedSecret, CreatedAccessToken, CreatedApiKey, CreatedClientSecret,
        CreatedServiceAccount, CreatedServiceToken, EmergencyKit, Invitation, NamedSecret,
        format_secrets, parse_secrets, verify_webhook,
    };

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        crate::ending::watch(module)
    }
}
