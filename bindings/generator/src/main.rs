//! Writes the generated parts of the language packages: `make generate`.
//!
//! The input is the tables of `bindings/surface` and core's documentation. The output is committed. With
//! `--check` the program writes nothing, and fails if a file is out of date.

mod dispatch;
mod documentation;
mod files;
mod kotlin;
mod macros;
mod markdown;
mod model;
mod names;
mod node;
mod operations;
mod python;
mod scenarios;
mod sections;
mod source;
mod swift;
mod tables;

use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use source::Source;

fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let done = match std::env::args().nth(1).as_deref() {
        None => generate(&root, files::write),
        Some("--check") => generate(&root, files::check),
        Some(_) => Err("usage: infisical-e2ee-generator [--check]".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            // Nothing is left to do if standard error is closed.
            let _ = writeln!(std::io::stderr(), "{message}");
            ExitCode::FAILURE
        }
    }
}

/// Renders each file and hands it to `use_file`; the error names every file that failed.
fn generate(root: &Path, use_file: fn(&Path, &str) -> Result<(), String>) -> Result<(), String> {
    let source = Source::read(root)?;
    scenarios::check(&source.resources()?, &root.join("tests/scenarios"))?;
    let mut failures = Vec::new();
    let mut files = python::files(&source)?;
    files.extend(node::files(&source)?);
    files.extend(swift::files(&source)?);
    files.extend(kotlin::files(&source)?);
    files.extend(dispatch::files(&source)?);
    for (path, text) in files {
        let path = root.join(path);
        let used = files::formatted(root, &path, &text).and_then(|text| use_file(&path, &text));
        failures.extend(used.err());
    }
    if failures.is_empty() { Ok(()) } else { Err(failures.join("\n")) }
}
