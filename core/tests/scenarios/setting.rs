//! The settings that `tests/run.py` passes to a runner.

use std::env;
use std::fs;
use std::path::PathBuf;

use serde_json::Value;

/// The target, its URL and the files to use.
#[derive(Debug, Clone)]
pub(crate) struct Setting {
    pub(crate) target: String,
    pub(crate) era: String,
    pub(crate) url: String,
    pub(crate) scenarios: PathBuf,
    /// Prints the sign-up code of the address appended to it.
    pub(crate) code_command: Option<String>,
    fixtures: Option<PathBuf>,
    /// An empty directory for the files of clients.
    pub(crate) directory: String,
    /// Gives every client a trust store.
    pub(crate) trust_stores: bool,
}

impl Setting {
    /// `None` if no target is set.
    pub(crate) fn from_environment() -> Option<Self> {
        let variable = |name: &str| env::var(format!("INFISICAL_E2EE_TEST_{name}")).ok();
        let committed = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/scenarios");
        let era = variable("ERA").unwrap_or_default();
        // New accounts of today's servers have no key that could protect a trust store.
        let trust_stores = variable("TRUST_STORES").is_some() && era != "modern";
        Some(Self {
            target: variable("TARGET")?,
            era,
            url: variable("URL").unwrap_or_default(),
            scenarios: variable("SCENARIOS").unwrap_or_else(|| committed.to_owned()).into(),
            code_command: variable("CODE_CMD"),
            fixtures: variable("FIXTURES").map(PathBuf::from),
            directory: variable("DIRECTORY").unwrap_or_default(),
            trust_stores,
        })
    }

    pub(crate) fn fixtures(&self) -> Result<Value, String> {
        let Some(file) = &self.fixtures else {
            return Ok(Value::Null);
        };
        let text = fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
        serde_json::from_slice(&text).map_err(|error| format!("{}: {error}", file.display()))
    }
}
