//! The native module of the Python package: converts Python's types to those of the client and
//! back. What a user sees is written in Python, in `python/src/infisical_e2ee`.

#[macro_use]
mod documentation;

mod call;
mod client;
mod ending;
mod failure;
mod interpreter;
mod progress;
mod python;
mod secret_version;
mod secrets;
mod storage;
mod surface;

use pyo3::prelude::*;

use crate::surface::{
    AuditedSecret, CreatedAccessToken, CreatedApiKey, CreatedClientSecret, CreatedServiceAccount,
    CreatedServiceToken, EmergencyKit, Invitation, LeaseCredential, NamedSecret, SecretMetadata,
    format_secrets, parse_secrets, verify_webhook,
};

/// `infisical_e2ee._native`
#[pymodule]
fn _native(module: &Bound<'_, PyModule>) -> PyResult<()> {
    // Before creating any class: classes belong to the interpreter that creates them.
    interpreter::require_main(module.py())?;
    module.add_class::<call::Call>()?;
    module.add_class::<client::Client>()?;
    module.add_class::<secret_version::SecretVersion>()?;
    module.add_class::<secrets::Secret>()?;
    module.add_class::<AuditedSecret>()?;
    module.add_class::<CreatedAccessToken>()?;
    module.add_class::<CreatedApiKey>()?;
    module.add_class::<CreatedClientSecret>()?;
    module.add_class::<CreatedServiceAccount>()?;
    module.add_class::<CreatedServiceToken>()?;
    module.add_class::<EmergencyKit>()?;
    module.add_class::<Invitation>()?;
    module.add_class::<LeaseCredential>()?;
    module.add_class::<NamedSecret>()?;
    module.add_class::<SecretMetadata>()?;
    module.add_function(wrap_pyfunction!(failure::error_codes, module)?)?;
    module.add_function(wrap_pyfunction!(format_secrets, module)?)?;
    module.add_function(wrap_pyfunction!(parse_secrets, module)?)?;
    module.add_function(wrap_pyfunction!(verify_webhook, module)?)?;
    ending::watch(module)
}
