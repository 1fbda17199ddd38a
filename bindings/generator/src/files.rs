//! Formatting a generated file, and writing or comparing it.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

/// The text as the formatter of its language has it.
pub(crate) fn formatted(root: &Path, path: &Path, text: &str) -> Result<String, String> {
    let (formatter, arguments): (_, &[&str]) =
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("ts") => ("node/node_modules/.bin/prettier", &["--stdin-filepath"]),
            Some("py" | "pyi") => (".cache/venv/bin/ruff", &["format", "-", "--stdin-filename"]),
            // The others are laid out by their templates: not everybody has their formatters.
            _ => return Ok(text.to_owned()),
        };
    let failed = |error: std::io::Error| format!("cannot run {formatter}: {error}");
    let mut child = Command::new(root.join(formatter))
        .args(arguments)
        .arg(path)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(failed)?;
    if let Some(mut input) = child.stdin.take() {
        input.write_all(text.as_bytes()).map_err(failed)?;
    }
    let output = child.wait_with_output().map_err(failed)?;
    if !output.status.success() {
        return Err(format!("{formatter} cannot format {}", path.display()));
    }
    String::from_utf8(output.stdout).map_err(|error| error.to_string())
}

/// Writes a file, unless it is the same already.
pub(crate) fn write(path: &Path, text: &str) -> Result<(), String> {
    if check(path, text).is_ok() {
        return Ok(());
    }
    let failed = |error: std::io::Error| format!("cannot write {}: {error}", path.display());
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    fs::write(path, text).map_err(failed)
}

/// Fails unless the file has this text.
pub(crate) fn check(path: &Path, text: &str) -> Result<(), String> {
    match fs::read_to_string(path) {
        Ok(found) if found == text => Ok(()),
        Ok(_) => Err(format!("{} is out of date: run `make generate`", path.display())),
        Err(error) => Err(format!("cannot read {}: {error}", path.display())),
    }
}
